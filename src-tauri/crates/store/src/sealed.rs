//! An archive as one file, encrypted with a passphrase of its own: to carry a record to another machine.
//!
//! A line that names the format, a line of JSON with what the key is derived with, then the sealed archive. The first two
//! are bound into the seal. A check made with the key tells a wrong passphrase from a damaged file, as the vault's header
//! does; it costs whoever guesses as much as the seal itself would.

use chacha20poly1305::{
    KeyInit, XChaCha20Poly1305, XNonce,
    aead::{Aead, Payload},
};
use data_encoding::HEXLOWER;
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use crate::{
    archive::Archive,
    engine::{
        kdf::{self, KdfCost, Key},
        secret::Passphrase,
    },
    error::{Damage, Error, Result},
};

/// The first line of every archive.
const FIRST_LINE: &str = "waymark archive 1";
/// No second line of ours is longer, and a foreign file need not be read to its end to know that it is none.
const LONGEST_LINE: usize = 1024;
const NONCE: usize = 24;

/// What the key is derived with, and what proves it.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Head {
    kdf: String,
    cost: KdfCost,
    salt: String,
    nonce: String,
    check: String,
}

impl Archive {
    /// Seals it with a passphrase.
    ///
    /// # Errors
    /// `Keys` when the system gives no randomness or memory.
    pub fn seal(&self, passphrase: &Passphrase, cost: KdfCost) -> Result<Vec<u8>> {
        let mut salt = [0; 16];
        let mut nonce = [0; NONCE];
        getrandom::fill(&mut salt).map_err(|_| Error::Keys)?;
        getrandom::fill(&mut nonce).map_err(|_| Error::Keys)?;
        let keys = Keys::derive(passphrase, &salt, cost)?;
        let head = Head {
            kdf: "argon2id".to_owned(),
            cost,
            salt: HEXLOWER.encode(&salt),
            nonce: HEXLOWER.encode(&nonce),
            check: HEXLOWER.encode(&*keys.check),
        };
        let head = serde_json::to_string(&head).map_err(|_| Error::Keys)?;
        let mut file = format!("{FIRST_LINE}\n{head}\n").into_bytes();
        let words = serde_json::to_vec(self).map(Zeroizing::new);
        let words = words.map_err(|_| Error::Keys)?;
        let payload = Payload {
            msg: &words,
            aad: &file,
        };
        let sealed = keys.cipher().encrypt(&XNonce::from(nonce), payload);
        file.extend(sealed.map_err(|_| Error::Keys)?);
        Ok(file)
    }

    /// Opens what [`Archive::seal`] made. Nothing of it is believed before it is proved.
    ///
    /// # Errors
    /// `NotAVault` for a file that is no archive, `NewerVersion` for one of a later format, `WrongPassphrase`, and `Damaged`
    /// when the passphrase is right and the file is not whole.
    pub fn open(file: &[u8], passphrase: &Passphrase) -> Result<Self> {
        let (first, rest) = line(file).ok_or(Error::NotAVault)?;
        if first != FIRST_LINE {
            let newer = first.strip_prefix("waymark archive ");
            return Err(match newer.and_then(|format| format.parse().ok()) {
                Some(found) => Error::NewerVersion { found, known: 1 },
                None => Error::NotAVault,
            });
        }
        let (head, sealed) = line(rest).ok_or_else(damaged)?;
        let bound = file.len() - sealed.len();
        let head: Head = serde_json::from_str(head).map_err(|_| damaged())?;
        if head.kdf != "argon2id" || !head.cost.is_sane() {
            return Err(damaged());
        }
        let keys = Keys::derive(passphrase, &bytes(&head.salt)?, head.cost)?;
        // Both are made from what was typed here; no secret can be learned from how long this takes.
        if bytes::<32>(&head.check)? != *keys.check {
            return Err(Error::WrongPassphrase);
        }
        let nonce: [u8; NONCE] = bytes(&head.nonce)?;
        let payload = Payload {
            msg: sealed,
            aad: file.get(..bound).unwrap_or_default(),
        };
        let words = keys.cipher().decrypt(&XNonce::from(nonce), payload);
        let words = words.map(Zeroizing::new).map_err(|_| damaged())?;
        serde_json::from_slice(&words).map_err(|_| damaged())
    }
}

/// A key to seal with, and a value that proves it and tells nothing of it.
struct Keys {
    seal: Key,
    check: Key,
}

impl Keys {
    fn derive(passphrase: &Passphrase, salt: &[u8; 16], cost: KdfCost) -> Result<Self> {
        let key = kdf::derive(passphrase.0.as_bytes(), salt, cost)?;
        Ok(Self {
            seal: Zeroizing::new(kdf::mac(&key, "waymark archive seal", &[])),
            check: Zeroizing::new(kdf::mac(&key, "waymark archive check", &[])),
        })
    }

    fn cipher(&self) -> XChaCha20Poly1305 {
        XChaCha20Poly1305::new((&*self.seal).into())
    }
}

/// Parts the first line from the rest.
fn line(bytes: &[u8]) -> Option<(&str, &[u8])> {
    let end = bytes
        .iter()
        .take(LONGEST_LINE)
        .position(|byte| *byte == b'\n')?;
    let (line, rest) = bytes.split_at_checked(end)?;
    Some((str::from_utf8(line).ok()?, rest.get(1..)?))
}

fn bytes<const N: usize>(hex: &str) -> Result<[u8; N]> {
    let bytes = HEXLOWER.decode(hex.as_bytes()).map_err(|_| damaged())?;
    bytes.try_into().map_err(|_| damaged())
}

fn damaged() -> Error {
    Error::damaged(Damage::Archive)
}
