//! What the turned screen shows, and what wrong PINs cost.

use domain::{CourseId, Lang, PersonId, SessionId, SheetId, TopicId};

/// Seconds to wait after the first, the second … wrong PIN in a row. The one after the last of them locks the vault, and
/// then nothing but the passphrase helps: four digits are enough because they cannot be tried through.
const WAITS: [u32; 9] = [0, 0, 0, 5, 10, 20, 40, 60, 60];

/// What is shown on the turned screen, if anything is, and the PINs tried on it.
#[derive(Debug, Default)]
pub(crate) struct Turned {
    page: Option<TurnedPage>,
    tries: Tries,
}

/// The one page that is shown.
#[derive(Clone, Debug)]
pub(crate) struct TurnedPage {
    /// Who reads it, and in which session; `None` when it is shown to a room, with nobody's words on it.
    pub reader: Option<Reader>,
    /// In which language a room reads it, and in which course it stands.
    pub room: Room,
    /// Whose page it is in the content.
    pub topic: TopicId,
    /// The filled copy of an instrument; `None` for a topic.
    pub sheet: Option<SheetId>,
}

/// Who reads a page that is theirs.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Reader {
    pub session: SessionId,
    pub person: PersonId,
}

/// How a room reads a page.
#[derive(Clone, Debug)]
pub(crate) struct Room {
    pub language: Lang,
    pub course: CourseId,
}

impl Turned {
    /// Turns the screen to a page. Only the right PIN forgets what was tried before, not turning once more.
    pub fn turn_to(&mut self, page: TurnedPage) {
        self.page = Some(page);
    }

    /// Returns the page that is shown.
    pub fn page(&self) -> Option<&TurnedPage> {
        self.page.as_ref()
    }

    /// Returns the PINs that were tried.
    pub fn tries(&mut self) -> &mut Tries {
        &mut self.tries
    }
}

/// PINs that were tried since the last right one.
#[derive(Debug, Default)]
pub(crate) struct Tries {
    begun: usize,
    wait_until: i64,
}

/// What follows when a PIN turns out to be wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Cost {
    /// The next one has to wait so many seconds.
    Wait(u32),
    /// The vault locks.
    Lock,
}

impl Tries {
    /// Begins a try and says what it costs when it is wrong. It counts from here on, so that many at once are many.
    ///
    /// # Errors
    /// The seconds left, when it comes too early; it is not looked at then, and costs nothing.
    pub fn begin(&mut self, now: i64) -> Result<Cost, u32> {
        let left = (self.wait_until - now + 999) / 1000;
        if let Some(left) = u32::try_from(left).ok().filter(|&left| left > 0) {
            // A clock that was set back must not make it an hour.
            return Err(left.min(WAITS.into_iter().max().unwrap_or(0)));
        }
        let wait = WAITS.get(self.begun).copied();
        self.begun += 1;
        let Some(wait) = wait else {
            return Ok(Cost::Lock);
        };
        self.wait_until = now + i64::from(wait) * 1000;
        Ok(Cost::Wait(wait))
    }
}

#[cfg(test)]
mod tests {
    use super::{Cost, Tries, WAITS};

    #[test]
    fn wrong_pins_wait_longer_and_longer_and_the_tenth_locks() {
        let (mut tries, mut now) = (Tries::default(), 0);
        for wait in WAITS {
            assert_eq!(tries.begin(now), Ok(Cost::Wait(wait)));
            if wait > 0 {
                // Too early, to the last thousandth of a second; asking again neither shortens nor lengthens it.
                assert_eq!(tries.begin(now), Err(wait));
                assert_eq!(tries.begin(now + i64::from(wait) * 1000 - 1), Err(1));
            }
            now += i64::from(wait) * 1000;
        }
        assert_eq!(tries.begin(now), Ok(Cost::Lock));
        assert_eq!(tries.begin(now), Ok(Cost::Lock));
    }

    #[test]
    fn a_clock_set_back_makes_it_no_longer_than_the_longest_wait() {
        let mut tries = Tries::default();
        for _ in 0..4 {
            assert!(tries.begin(1_000_000_000).is_ok());
        }
        assert_eq!(tries.begin(0), Err(60));
    }

    #[test]
    fn tries_at_once_are_each_counted() {
        let mut tries = Tries::default();
        let costs: Vec<_> = (0..5).map(|_| tries.begin(0)).collect();
        let wait = |seconds| Ok(Cost::Wait(seconds));
        assert_eq!(costs, [wait(0), wait(0), wait(0), wait(5), Err(5)]);
    }
}
