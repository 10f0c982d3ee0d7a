//! What the turned screen shows, and how long it waits after wrong PINs.

use domain::{PersonId, SessionId, TopicId};

/// Wrong PINs that cost nothing; four digits are enough because each further one has to wait.
const FREE_TRIES: u32 = 4;
/// The longest wait, in seconds.
const LONGEST_WAIT: u32 = 60;

/// What is shown on the turned screen, if anything is.
#[derive(Debug, Default)]
pub(crate) struct Turned {
    page: Option<TurnedPage>,
    wrong: u32,
    wait_until: i64,
}

/// The one page that is shown.
#[derive(Clone, Debug)]
pub(crate) struct TurnedPage {
    /// The session it is shown in.
    pub session: SessionId,
    /// Who reads it.
    pub person: PersonId,
    /// Whose page it is in the content.
    pub topic: TopicId,
}

impl Turned {
    /// A screen that was just turned to a page.
    pub fn to(page: TurnedPage) -> Self {
        Self {
            page: Some(page),
            ..Self::default()
        }
    }

    /// Returns the page that is shown.
    pub fn page(&self) -> Option<&TurnedPage> {
        self.page.as_ref()
    }

    /// Returns the seconds until the next PIN is looked at; `None` when it is looked at now.
    pub fn wait(&self, now: i64) -> Option<u32> {
        let left = (self.wait_until - now + 999) / 1000;
        let left = u32::try_from(left).ok().filter(|&left| left > 0)?;
        Some(left.min(LONGEST_WAIT))
    }

    /// Counts a wrong PIN; returns the seconds the next one has to wait.
    pub fn wrong(&mut self, now: i64) -> u32 {
        self.wrong += 1;
        let wait = wait_after(self.wrong);
        self.wait_until = now + i64::from(wait) * 1000;
        wait
    }
}

/// Seconds to wait after so many wrong PINs in a row: none at first, then doubling up to a minute.
fn wait_after(wrong: u32) -> u32 {
    match wrong.checked_sub(FREE_TRIES) {
        None => 0,
        Some(beyond) => 5u32.saturating_mul(1 << beyond.min(8)).min(LONGEST_WAIT),
    }
}

#[cfg(test)]
mod tests {
    use super::{Turned, wait_after};

    #[test]
    fn the_wait_grows_from_nothing_to_a_minute() {
        assert_eq!(
            [1, 3, 4, 5, 6, 7, 8, 40].map(wait_after),
            [0, 0, 5, 10, 20, 40, 60, 60]
        );
    }

    #[test]
    fn what_is_left_of_a_wait_is_rounded_up_to_the_second() {
        let mut turned = Turned::default();
        for _ in 0..4 {
            turned.wrong(0);
        }
        assert_eq!(
            [0, 1, 4_999, 5_000].map(|now| turned.wait(now)),
            [Some(5), Some(5), Some(1), None]
        );
    }
}
