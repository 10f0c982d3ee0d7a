//! What a page could not write: sealed at once, and given back once the vault is open again.
//!
//! Locking waits for no page. So the sealer stays for a moment longer than the vault, for words that a page hands over
//! because of the lock, and is wiped after it: then nobody can read them until somebody opens the vault.

use store::Sealer;
use zeroize::Zeroizing;

use super::turned::TurnedPage;
use crate::error::{ErrorCode, Result};

/// How long after locking a page may still hand something over.
const GRACE_MS: i64 = 10_000;

/// What was handed over, and what seals it while the vault is locked.
#[derive(Default)]
pub(crate) struct Held {
    sealed: Vec<Vec<u8>>,
    late: Option<Late>,
    turned: Option<TurnedPage>,
}

struct Late {
    sealer: Sealer,
    until: i64,
}

impl Held {
    /// Whether anything waits for the vault to be opened.
    pub fn any(&self) -> bool {
        !self.sealed.is_empty()
    }

    /// The vault was locked just now.
    pub fn locked(&mut self, sealer: Sealer, now: i64) {
        let until = now + GRACE_MS;
        self.late = Some(Late { sealer, until });
    }

    /// The screen is no longer turned to this page; what it hands over now was answered on it.
    pub fn left(&mut self, page: Option<TurnedPage>) {
        if page.is_some() {
            self.turned = page;
        }
    }

    /// Wipes the sealer once nobody can hand anything over any more. A clock that was set back counts as over.
    pub fn tend(&mut self, now: i64) {
        if let Some(late) = &self.late
            && !(late.until - GRACE_MS..=late.until).contains(&now)
        {
            self.late = None;
        }
    }

    /// The vault is open: it seals by itself.
    pub fn opened(&mut self) {
        self.late = None;
    }

    /// What was on the turned screen last.
    pub fn turned(&self) -> Option<&TurnedPage> {
        self.turned.as_ref()
    }

    /// Takes something in charge, sealed by the open vault, or by what is left of it.
    pub fn take(&mut self, words: &[u8], open: Option<&Sealer>, now: i64) -> Result<()> {
        self.tend(now);
        let late = self.late.as_ref().map(|late| &late.sealer);
        let sealer = open.or(late).ok_or(ErrorCode::Locked)?;
        self.sealed.push(sealer.seal(words)?);
        Ok(())
    }

    /// Gives back what this vault can open. What belongs to another stays.
    pub fn give_back(&mut self, sealer: &Sealer) -> Vec<Zeroizing<Vec<u8>>> {
        let mut given = Vec::new();
        self.sealed.retain(|sealed| match sealer.open(sealed) {
            Ok(words) => {
                given.push(words);
                false
            }
            Err(_) => true,
        });
        given
    }
}
