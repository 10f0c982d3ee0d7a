//! Argon2id: how a secret becomes a key, and how much that costs whoever guesses.

use std::time::{Duration, Instant};

use argon2::{Algorithm, Argon2, Params, Version};
use hmac::{Hmac, KeyInit, Mac};
use serde::{Deserialize, Serialize};
use sha2::Sha256;
use zeroize::Zeroizing;

use crate::error::{Error, Result};

/// A 32-byte key, wiped when dropped.
pub(crate) type Key = Zeroizing<[u8; 32]>;

/// What one guess costs. Kept in the header beside the slot it belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KdfCost {
    /// Memory in KiB.
    pub m_kib: u32,
    /// Passes over it.
    pub t: u32,
    /// Lanes.
    pub p: u32,
}

impl KdfCost {
    /// The least that is ever used: 64 MiB and 3 passes.
    pub const FLOOR: Self = Self {
        m_kib: 64 * 1024,
        t: 3,
        p: 1,
    };

    /// A cost for tests, where nothing is kept and time matters.
    #[cfg(any(test, feature = "testing"))]
    pub const FAST_FOR_TESTS: Self = Self {
        m_kib: 64,
        t: 1,
        p: 1,
    };

    /// The most memory a calibration asks for, so that an old laptop with 4 GB can still open the vault.
    const MOST_KIB: u32 = 512 * 1024;

    /// Measures this machine and returns a cost of 0.5 to 1.0 seconds a guess, never below [`KdfCost::FLOOR`].
    pub fn calibrated() -> Self {
        // The fastest of three: a machine that was busy for a moment must not leave a cheap key behind.
        let fastest = (0..3).try_fold(Duration::MAX, |fastest, _| {
            let started = Instant::now();
            derive(b"calibration", &[0; 16], Self::FLOOR).map(|_| fastest.min(started.elapsed()))
        });
        fastest.map_or(Self::FLOOR, |took| Self::FLOOR.scaled(took))
    }

    /// Scales the floor, which took `floor_took`, to about 0.7 seconds: memory first, then passes.
    fn scaled(self, floor_took: Duration) -> Self {
        const AIM: u128 = 700;
        let took = floor_took.as_millis().max(1);
        let wanted_kib = u128::from(self.m_kib) * AIM / took;
        // Whole steps of 16 MiB keep the figure readable in the header.
        let step = 16 * 1024;
        let m_kib = u32::try_from(wanted_kib / step * step)
            .unwrap_or(Self::MOST_KIB)
            .clamp(self.m_kib, Self::MOST_KIB);
        let passes = u128::from(self.t) * wanted_kib / u128::from(m_kib);
        let t = u32::try_from(passes).unwrap_or(self.t).clamp(self.t, 16);
        Self { m_kib, t, p: 1 }
    }

    /// Tells whether a header may ask for this. Bounds what a forged header can make this machine do.
    pub(crate) const fn is_sane(self) -> bool {
        self.m_kib >= 8
            && self.m_kib <= 2 * 1024 * 1024
            && self.t >= 1
            && self.t <= 64
            && self.p >= 1
            && self.p <= 16
    }
}

/// Makes a 32-byte random key.
pub(crate) fn random_key() -> Result<Key> {
    let mut key = Zeroizing::new([0u8; 32]);
    getrandom::fill(key.as_mut()).map_err(|_| Error::Keys)?;
    Ok(key)
}

/// Authenticates bytes: HMAC-SHA256 under a key that is made from the data key for one purpose alone.
pub(crate) fn mac(key: &Key, purpose: &str, bytes: &[u8]) -> [u8; 32] {
    let own = Zeroizing::new(keyed(key, purpose.as_bytes()));
    keyed(&own, bytes)
}

fn keyed(key: &[u8; 32], bytes: &[u8]) -> [u8; 32] {
    // HMAC fills a key up to the block of its hash, 64 bytes, with zeros.
    let mut block = Zeroizing::new([0u8; 64]);
    block.split_at_mut(32).0.copy_from_slice(key);
    let mut mac = Hmac::<Sha256>::new((&*block).into());
    mac.update(bytes);
    mac.finalize().into_bytes().into()
}

/// Derives a key from a secret.
pub(crate) fn derive(secret: &[u8], salt: &[u8; 16], cost: KdfCost) -> Result<Key> {
    let params = Params::new(cost.m_kib, cost.t, cost.p, Some(32)).map_err(|_| Error::Keys)?;
    let mut key = Zeroizing::new([0u8; 32]);
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into(secret, salt, key.as_mut())
        .map_err(|_| Error::Keys)?;
    Ok(key)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]

    use super::*;

    #[test]
    fn the_cost_follows_the_machine_and_never_falls_below_the_floor() {
        for (floor_took, m_mib, t) in [
            (3000, 64, 3), // A very slow machine keeps the floor.
            (700, 64, 3),
            (118, 368, 3), // The machine of the reference.
            (60, 512, 4),  // Memory is capped, passes grow instead.
            (10, 512, 16), // And those are capped as well.
        ] {
            let cost = KdfCost::FLOOR.scaled(Duration::from_millis(floor_took));
            assert_eq!((cost.m_kib / 1024, cost.t), (m_mib, t), "{floor_took} ms");
            assert!(cost.is_sane());
        }
    }

    #[test]
    fn every_input_changes_the_key() {
        let fast = KdfCost::FAST_FOR_TESTS;
        let key = derive(b"secret", &[1; 16], fast).unwrap();
        assert_eq!(*derive(b"secret", &[1; 16], fast).unwrap(), *key);
        assert_ne!(*derive(b"secres", &[1; 16], fast).unwrap(), *key);
        assert_ne!(*derive(b"secret", &[2; 16], fast).unwrap(), *key);
        assert_ne!(
            *derive(b"secret", &[1; 16], KdfCost { t: 2, ..fast }).unwrap(),
            *key
        );
    }
}
