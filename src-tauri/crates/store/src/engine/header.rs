//! The key header: the random data key, wrapped once for each way to open the vault.
//!
//! It is what tells a wrong passphrase from a damaged file, which SQLCipher by itself cannot: each copy carries a
//! checksum, and each slot is sealed with an authenticated cipher. Losing both copies loses the data, so there are two,
//! and every backup holds one.
//!
//! The whole of it, its revision too, is authenticated with a key made from the data key, and its hash stands in the
//! database. So nobody without the data key can make a header, and an old one that is put back is noticed.

use std::{fs, io, path::Path};

use chacha20poly1305::{
    KeyInit, XChaCha20Poly1305, XNonce,
    aead::{Aead, Payload},
};
use data_encoding::HEXLOWER;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use uuid::Uuid;
use zeroize::Zeroizing;

use super::{
    files::{Folder, write_whole},
    kdf::{self, KdfCost, Key},
    secret::{Passphrase, RecoveryCode, Secret},
};
use crate::error::{Damage, Error, Result};

/// The newest header format this program writes and reads.
const FORMAT: u32 = 2;

/// The header as it is used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Header {
    /// Names the vault; part of what every slot is sealed with.
    pub(crate) vault: Uuid,
    /// Counts rewrites, so that of two good copies the newer one is known.
    pub(crate) revision: u32,
    slots: Vec<Slot>,
    /// HMAC of all of the above, hex.
    mac: String,
}

/// One way to open the vault.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Slot {
    kind: SlotKind,
    kdf: String,
    cost: KdfCost,
    /// 16 bytes, hex.
    salt: String,
    /// 24 bytes, hex.
    nonce: String,
    /// The data key and its tag, hex.
    wrapped: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum SlotKind {
    Passphrase,
    RecoveryCode,
}

impl SlotKind {
    const fn name(self) -> &'static str {
        match self {
            Self::Passphrase => "passphrase",
            Self::RecoveryCode => "recovery-code",
        }
    }
}

/// The outermost layer of the file. It must stay readable for ever: only what lies under `content` may change.
#[derive(Serialize, Deserialize)]
struct Envelope {
    /// Always `waymark-vault`.
    file: String,
    format: u32,
    /// SHA-256 of `content`, hex; tells damage before any key is known.
    checksum: String,
    /// HMAC of `content`, hex.
    mac: String,
    /// The [`Content`] as JSON text, so that the checksum is over exactly the bytes that are read.
    content: String,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Content {
    vault: Uuid,
    revision: u32,
    slots: Vec<Slot>,
}

impl Header {
    /// Makes a header for a new vault.
    pub(crate) fn new(
        vault: Uuid,
        key: &Key,
        passphrase: &Passphrase,
        code: &RecoveryCode,
        cost: KdfCost,
    ) -> Result<Self> {
        // The code is 160 random bits: no guesser gets near it, so a costlier derivation would protect nothing.
        let code_cost = if cost.m_kib < KdfCost::FLOOR.m_kib {
            cost
        } else {
            KdfCost::FLOOR
        };
        let slots = vec![
            seal(
                vault,
                SlotKind::Passphrase,
                passphrase.0.as_bytes(),
                cost,
                key,
            )?,
            seal(vault, SlotKind::RecoveryCode, code.bytes(), code_cost, key)?,
        ];
        Self::authenticated(vault, 1, slots, key)
    }

    fn authenticated(vault: Uuid, revision: u32, slots: Vec<Slot>, key: &Key) -> Result<Self> {
        let mut header = Self {
            vault,
            revision,
            slots,
            mac: String::new(),
        };
        header.mac = header.mac_with(key)?;
        Ok(header)
    }

    fn mac_with(&self, key: &Key) -> Result<String> {
        let content = self.content()?;
        Ok(HEXLOWER.encode(&kdf::mac(key, "waymark header 2", content.as_bytes())))
    }

    /// Returns the hash by which the database knows this header.
    pub(crate) fn hash(&self) -> Result<[u8; 32]> {
        Ok(Sha256::digest(self.content()?.as_bytes()).into())
    }

    /// Opens the slot that fits the secret, and proves that nobody without the data key wrote this header.
    pub(crate) fn open(&self, secret: Secret<'_>) -> Result<Key> {
        let key = self.unwrap(secret)?;
        if self.mac_with(&key)? != self.mac {
            return Err(Error::damaged(Damage::Header));
        }
        Ok(key)
    }

    fn unwrap(&self, secret: Secret<'_>) -> Result<Key> {
        let (kind, bytes, wrong) = match secret {
            Secret::Passphrase(words) => (
                SlotKind::Passphrase,
                words.0.as_bytes(),
                Error::WrongPassphrase,
            ),
            Secret::RecoveryCode(code) => (
                SlotKind::RecoveryCode,
                code.bytes(),
                Error::WrongRecoveryCode,
            ),
        };
        for slot in self.slots.iter().filter(|slot| slot.kind == kind) {
            if let Some(key) = unseal(self.vault, slot, bytes)? {
                return Ok(key);
            }
        }
        Err(wrong)
    }

    /// Returns what a guess at the passphrase costs now.
    pub(crate) fn passphrase_cost(&self) -> KdfCost {
        self.slots
            .iter()
            .find(|slot| slot.kind == SlotKind::Passphrase)
            .map_or(KdfCost::FLOOR, |slot| slot.cost)
    }

    /// Returns this header with another passphrase; the data key and the recovery code stay as they are.
    pub(crate) fn with_passphrase(
        &self,
        key: &Key,
        passphrase: &Passphrase,
        cost: KdfCost,
    ) -> Result<Self> {
        let fresh = seal(
            self.vault,
            SlotKind::Passphrase,
            passphrase.0.as_bytes(),
            cost,
            key,
        )?;
        let kept = self
            .slots
            .iter()
            .filter(|slot| slot.kind != SlotKind::Passphrase)
            .cloned();
        let slots = std::iter::once(fresh).chain(kept).collect();
        Self::authenticated(self.vault, self.revision.saturating_add(1), slots, key)
    }

    /// Returns the header of the same vault with another data key; the passphrase stays, the recovery code is a new one.
    pub(crate) fn with_key(
        &self,
        key: &Key,
        passphrase: &Passphrase,
        code: &RecoveryCode,
    ) -> Result<Self> {
        let cost = self.passphrase_cost();
        let fresh = Self::new(self.vault, key, passphrase, code, cost)?;
        Self::authenticated(
            self.vault,
            self.revision.saturating_add(1),
            fresh.slots,
            key,
        )
    }

    /// Writes both copies, one after the other, each whole.
    pub(crate) fn write(&self, folder: &Folder) -> Result<()> {
        for path in folder.headers() {
            self.write_copy(&path)?;
        }
        Ok(())
    }

    /// Writes one copy, whole.
    pub(crate) fn write_copy(&self, path: &Path) -> Result<()> {
        write_whole(path, &self.to_bytes()?)
    }

    /// Everything but the authentication, as JSON text.
    fn content(&self) -> Result<String> {
        let content = Content {
            vault: self.vault,
            revision: self.revision,
            slots: self.slots.clone(),
        };
        serde_json::to_string(&content).map_err(|_| Error::Keys)
    }

    /// Returns the header as it lies on disk.
    pub(crate) fn to_bytes(&self) -> Result<Vec<u8>> {
        let content = self.content()?;
        let envelope = Envelope {
            file: "waymark-vault".to_owned(),
            format: FORMAT,
            checksum: checksum(&content),
            mac: self.mac.clone(),
            content,
        };
        serde_json::to_vec_pretty(&envelope).map_err(|_| Error::Keys)
    }

    /// Reads one copy.
    pub(crate) fn from_bytes(bytes: &[u8]) -> Result<Self> {
        let damaged = || Error::damaged(Damage::Header);
        let envelope: Envelope = serde_json::from_slice(bytes).map_err(|_| damaged())?;
        if envelope.file != "waymark-vault" {
            return Err(Error::NotAVault);
        }
        if checksum(&envelope.content) != envelope.checksum {
            return Err(damaged());
        }
        match envelope.format {
            FORMAT => {}
            // Formats before this one were never released.
            0..FORMAT => return Err(Error::NotAVault),
            found => {
                return Err(Error::NewerVersion {
                    found,
                    known: FORMAT,
                });
            }
        }
        let content: Content = serde_json::from_str(&envelope.content).map_err(|_| damaged())?;
        Ok(Self {
            vault: content.vault,
            revision: content.revision,
            slots: content.slots,
            mac: envelope.mac,
        })
    }
}

/// The headers that were read.
pub(crate) struct Found {
    /// The one with the higher revision.
    pub(crate) header: Header,
    /// The other one, where it differs.
    other: Option<Header>,
    /// How many of the two copies say the same as the first.
    pub(crate) good_copies: u8,
}

impl Found {
    /// Opens with the newer header, or with the other one where that one is no header of this vault's: whoever raises the
    /// revision of an old header cannot authenticate it, and so does not get in the way of the right one. Where the newer
    /// one is authentic, what only the older one knows opens nothing.
    pub(crate) fn open(self, secret: Secret<'_>) -> Result<(Key, Header, u8)> {
        let wrong = match self.header.open(secret) {
            Ok(key) => return Ok((key, self.header, self.good_copies)),
            Err(wrong) => wrong,
        };
        let Some(other) = self.other else {
            return Err(wrong);
        };
        match other.open(secret) {
            Ok(key) if self.header.mac_with(&key)? != self.header.mac => Ok((key, other, 1)),
            // Damage in the newer copy says nothing of a secret that opens neither.
            Err(Error::WrongPassphrase) => Err(Error::WrongPassphrase),
            Err(Error::WrongRecoveryCode) => Err(Error::WrongRecoveryCode),
            Ok(_) | Err(_) => Err(wrong),
        }
    }
}

/// Reads both copies.
pub(crate) fn read(folder: &Folder) -> Result<Found> {
    let [first, second] = folder.headers().map(|path| read_copy(&path));
    match (first, second) {
        (Ok(a), Ok(b)) if a == b => Ok(Found {
            header: a,
            other: None,
            good_copies: 2,
        }),
        (Ok(a), Ok(b)) => {
            let (header, other) = if b.revision > a.revision {
                (b, a)
            } else {
                (a, b)
            };
            Ok(Found {
                header,
                other: Some(other),
                good_copies: 1,
            })
        }
        (Ok(header), Err(_)) | (Err(_), Ok(header)) => Ok(Found {
            header,
            other: None,
            good_copies: 1,
        }),
        // A newer format in one copy says more than damage in the other.
        (Err(newer @ Error::NewerVersion { .. }), _)
        | (_, Err(newer @ Error::NewerVersion { .. })) => Err(newer),
        (Err(Error::Missing), Err(Error::Missing)) => Err(Error::Missing),
        (Err(Error::NotAVault), Err(Error::NotAVault)) => Err(Error::NotAVault),
        (Err(error @ (Error::ReadOnly | Error::Io(_))), _) => Err(error),
        _ => Err(Error::damaged(Damage::Header)),
    }
}

fn read_copy(path: &Path) -> Result<Header> {
    match fs::read(path) {
        Ok(bytes) => Header::from_bytes(&bytes),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Err(Error::Missing),
        Err(error) => Err(error.into()),
    }
}

fn checksum(content: &str) -> String {
    HEXLOWER.encode(&Sha256::digest(content.as_bytes()))
}

/// What a slot is sealed with besides the key: a slot moved to another vault, another kind or another cost opens nothing.
fn bound_to(vault: Uuid, kind: SlotKind, cost: KdfCost) -> String {
    format!(
        "waymark slot 1|{vault}|{}|argon2id|{}|{}|{}",
        kind.name(),
        cost.m_kib,
        cost.t,
        cost.p
    )
}

fn seal(vault: Uuid, kind: SlotKind, secret: &[u8], cost: KdfCost, key: &Key) -> Result<Slot> {
    let mut salt = [0u8; 16];
    let mut nonce = [0u8; 24];
    getrandom::fill(&mut salt).map_err(|_| Error::Keys)?;
    getrandom::fill(&mut nonce).map_err(|_| Error::Keys)?;
    let wrapping = kdf::derive(secret, &salt, cost)?;
    let aad = bound_to(vault, kind, cost);
    let payload = Payload {
        msg: key.as_ref(),
        aad: aad.as_bytes(),
    };
    let wrapped = XChaCha20Poly1305::new((&*wrapping).into())
        .encrypt(&XNonce::from(nonce), payload)
        .map_err(|_| Error::Keys)?;
    Ok(Slot {
        kind,
        kdf: "argon2id".to_owned(),
        cost,
        salt: HEXLOWER.encode(&salt),
        nonce: HEXLOWER.encode(&nonce),
        wrapped: HEXLOWER.encode(&wrapped),
    })
}

/// Returns the data key, or nothing when the secret is another one.
fn unseal(vault: Uuid, slot: &Slot, secret: &[u8]) -> Result<Option<Key>> {
    let damaged = || Error::damaged(Damage::Header);
    if slot.kdf != "argon2id" || !slot.cost.is_sane() {
        return Err(damaged());
    }
    let salt: [u8; 16] = bytes(&slot.salt).ok_or_else(damaged)?;
    let nonce: [u8; 24] = bytes(&slot.nonce).ok_or_else(damaged)?;
    let wrapped: [u8; 48] = bytes(&slot.wrapped).ok_or_else(damaged)?;
    let wrapping = kdf::derive(secret, &salt, slot.cost)?;
    let aad = bound_to(vault, slot.kind, slot.cost);
    let payload = Payload {
        msg: wrapped.as_slice(),
        aad: aad.as_bytes(),
    };
    let Ok(plain) =
        XChaCha20Poly1305::new((&*wrapping).into()).decrypt(&XNonce::from(nonce), payload)
    else {
        return Ok(None);
    };
    let plain = Zeroizing::new(plain);
    let mut key = Zeroizing::new([0u8; 32]);
    if plain.len() != key.len() {
        return Err(damaged());
    }
    key.copy_from_slice(&plain);
    Ok(Some(key))
}

fn bytes<const N: usize>(hex: &str) -> Option<[u8; N]> {
    HEXLOWER.decode(hex.as_bytes()).ok()?.try_into().ok()
}
