//! Words that could not be written, put away while the vault is locked: readable again only with the data key.

use std::fmt;

use chacha20poly1305::{KeyInit, XChaCha20Poly1305, XNonce, aead::Aead};
use zeroize::Zeroizing;

use super::{
    kdf::{self, Key},
    store::Store,
};
use crate::error::{Error, Result};

/// Bytes of the nonce in front of what is sealed.
const NONCE: usize = 24;

/// Seals words with a key of its own, made from the data key and good for nothing else; wiped when dropped.
pub struct Sealer(Key);

impl Sealer {
    /// Seals words.
    ///
    /// # Errors
    /// `Keys` when the system gives no randomness.
    pub fn seal(&self, words: &[u8]) -> Result<Vec<u8>> {
        let mut sealed = vec![0; NONCE];
        getrandom::fill(&mut sealed).map_err(|_| Error::Keys)?;
        let nonce = XNonce::try_from(sealed.as_slice()).map_err(|_| Error::Keys)?;
        let cipher = XChaCha20Poly1305::new((&*self.0).into());
        sealed.extend(cipher.encrypt(&nonce, words).map_err(|_| Error::Keys)?);
        Ok(sealed)
    }

    /// Opens what the sealer of the same vault has sealed.
    ///
    /// # Errors
    /// `Keys` for anything else.
    pub fn open(&self, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>> {
        let (nonce, words) = sealed.split_at_checked(NONCE).ok_or(Error::Keys)?;
        let nonce = XNonce::try_from(nonce).map_err(|_| Error::Keys)?;
        let cipher = XChaCha20Poly1305::new((&*self.0).into());
        let words = cipher.decrypt(&nonce, words).map_err(|_| Error::Keys)?;
        Ok(Zeroizing::new(words))
    }
}

impl fmt::Debug for Sealer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Sealer")
    }
}

impl Store {
    /// Makes the sealer of this vault, which outlives the open vault for as long as somebody keeps it.
    pub fn sealer(&self) -> Sealer {
        Sealer(Zeroizing::new(kdf::mac(
            &self.key,
            "waymark held words",
            &[],
        )))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

    use super::*;

    fn sealer(byte: u8) -> Sealer {
        Sealer(Zeroizing::new([byte; 32]))
    }

    #[test]
    fn only_the_same_key_opens_it_and_only_whole() {
        let sealed = sealer(1).seal("my  own words".as_bytes()).unwrap();
        assert!(!sealed.windows(5).any(|part| part == b"words"));
        assert_eq!(&**sealer(1).open(&sealed).unwrap(), b"my  own words");
        assert!(sealer(2).open(&sealed).is_err());
        assert!(sealer(1).open(&sealed[..20]).is_err());
        let mut changed = sealed.clone();
        changed[30] ^= 1;
        assert!(sealer(1).open(&changed).is_err());
        assert_ne!(sealed, sealer(1).seal("my  own words".as_bytes()).unwrap());
    }
}
