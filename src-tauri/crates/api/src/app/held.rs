//! What a page could not write: sealed at once, and given back to the next page, once the vault is open again. A page hands it
//! over as soon as it knows, since its process may end before anybody locks.
//!
//! Locking waits for no page, and handing over waits for nobody who is in the vault: a disk may hang under it. So the sealer
//! stands beside the vault while that is open and stays for a moment longer, for words that a page hands over because of the
//! lock, and is wiped after it: then nobody can read them until somebody opens the vault.

use store::Sealer;
use zeroize::Zeroizing;

use super::turned::TurnedPage;
use crate::error::{ErrorCode, Result};

/// How long after locking a page may still hand something over.
const GRACE_MS: i64 = 10_000;

/// What was handed over, and what seals it while the vault is locked.
#[derive(Default)]
pub(crate) struct Held {
    sealed: Vec<Sealed>,
    seals: Option<Seals>,
    turned: Option<TurnedPage>,
}

struct Sealed {
    /// The page it comes from.
    page: String,
    words: Vec<u8>,
}

struct Seals {
    sealer: Sealer,
    /// When the vault was closed; nothing while it is open, or shut and not closed yet.
    closed: Option<i64>,
}

impl Held {
    /// Whether anything waits for the vault to be opened.
    pub fn any(&self) -> bool {
        !self.sealed.is_empty()
    }

    /// The vault is open, and this seals for it.
    pub fn opened(&mut self, sealer: Sealer) {
        self.seals = Some(Seals {
            sealer,
            closed: None,
        });
    }

    /// The open vault has another key: what was handed over is sealed anew.
    ///
    /// # Errors
    /// Those of sealing.
    pub fn rekeyed(&mut self, sealer: Sealer) -> Result<()> {
        if let Some(seals) = self.seals.take() {
            for sealed in &mut self.sealed {
                if let Ok(words) = seals.sealer.open(&sealed.words) {
                    sealed.words = sealer.seal(&words)?;
                }
            }
        }
        self.opened(sealer);
        Ok(())
    }

    /// The vault was closed just now.
    pub fn closed(&mut self, now: i64) {
        if let Some(seals) = &mut self.seals {
            seals.closed = Some(now);
        }
    }

    /// The screen is no longer turned to this page; what it hands over now was answered on it.
    pub fn left(&mut self, page: Option<TurnedPage>) {
        if page.is_some() {
            self.turned = page;
        }
    }

    /// Wipes the sealer once nobody can hand anything over any more. A clock that was set back counts as over.
    pub fn tend(&mut self, now: i64) {
        let closed = self.seals.as_ref().and_then(|seals| seals.closed);
        if closed.is_some_and(|closed| !(closed..=closed + GRACE_MS).contains(&now)) {
            self.seals = None;
        }
    }

    /// What was on the turned screen last.
    pub fn turned(&self) -> Option<&TurnedPage> {
        self.turned.as_ref()
    }

    /// Takes in charge what waits on a page, sealed, in the place of what did before.
    pub fn take(&mut self, page: &str, words: &[u8], now: i64) -> Result<()> {
        self.tend(now);
        let seals = self.seals.as_ref().ok_or(ErrorCode::Locked)?;
        let words = seals.sealer.seal(words)?;
        let page = page.to_owned();
        self.let_go(&page);
        self.sealed.push(Sealed { page, words });
        Ok(())
    }

    /// Nothing waits on a page any more.
    pub fn let_go(&mut self, page: &str) {
        self.sealed.retain(|sealed| sealed.page != page);
    }

    /// Gives back what this vault can open. What belongs to another stays.
    pub fn give_back(&mut self, sealer: &Sealer) -> Vec<Zeroizing<Vec<u8>>> {
        let mut given = Vec::new();
        self.sealed
            .retain(|sealed| match sealer.open(&sealed.words) {
                Ok(words) => {
                    given.push(words);
                    false
                }
                Err(_) => true,
            });
        given
    }
}
