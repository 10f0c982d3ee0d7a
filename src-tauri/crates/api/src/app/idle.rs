//! When nobody is there: whether to wait, to warn or to lock. Times in, a verdict out; no clock is read here.

use std::time::Duration;

use domain::settings::Settings;

/// How long before locking it is said.
const WARNING: Duration = Duration::from_secs(60);
/// Longer than a computer stands still between two looks of the watch without having slept.
const SLEPT: Duration = Duration::from_secs(20);

/// What goes on in the windows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Goes {
    /// Nothing that takes time without a touch.
    Usual,
    /// An open session is on the practitioner's screen.
    Session,
    /// The screen is turned to the person, in an open session.
    Turned,
}

/// What one look of the watch has found.
#[derive(Clone, Copy, Debug)]
pub(super) struct Look {
    /// How long nobody has been there.
    pub idle: Duration,
    /// How long the computer slept since the last look.
    pub slept: Duration,
    /// What goes on.
    pub goes: Goes,
}

/// What is to be done after a look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Nothing.
    Wait,
    /// Say that it locks soon, and offer to stay.
    Warn,
    /// Lock.
    Lock,
}

/// Says what a look means. A computer that slept may have changed hands, whatever was chosen about waiting.
pub(super) fn judge(look: Look, settings: &Settings) -> Verdict {
    if look.slept >= SLEPT {
        return Verdict::Lock;
    }
    let minutes = match look.goes {
        Goes::Turned if settings.stay_open_turned => return Verdict::Wait,
        Goes::Turned | Goes::Session => settings.lock_in_session_minutes,
        Goes::Usual => settings.lock_after_minutes,
    };
    let limit = Duration::from_secs(u64::from(minutes) * 60);
    // A wait of a minute is not all warning.
    let warning = WARNING.min(limit / 2);
    if look.idle >= limit {
        Verdict::Lock
    } else if look.idle >= limit - warning {
        Verdict::Warn
    } else {
        Verdict::Wait
    }
}

#[cfg(test)]
mod tests {
    use super::{Duration, Goes, Look, Settings, Verdict, judge};
    use Goes::{Session, Turned, Usual};
    use Verdict::{Lock, Wait, Warn};

    #[test]
    fn the_table_of_waiting_warning_and_locking() {
        let usual = Settings::default();
        let staying = Settings {
            stay_open_turned: true,
            ..Settings::default()
        };
        let short = Settings {
            lock_after_minutes: 1,
            lock_in_session_minutes: 2,
            ..Settings::default()
        };
        for (settings, goes, idle, slept, verdict) in [
            // As it comes: a quarter of an hour, and a topic of forty minutes that is talked about without a touch.
            (&usual, Usual, 0, 0, Wait),
            (&usual, Usual, 14 * 60 - 1, 0, Wait),
            (&usual, Usual, 14 * 60, 0, Warn),
            (&usual, Usual, 15 * 60 - 1, 0, Warn),
            (&usual, Usual, 15 * 60, 0, Lock),
            (&usual, Session, 40 * 60, 0, Wait),
            (&usual, Session, 44 * 60, 0, Warn),
            (&usual, Session, 45 * 60, 0, Lock),
            (&usual, Turned, 40 * 60, 0, Wait),
            (&usual, Turned, 44 * 60, 0, Warn),
            (&usual, Turned, 45 * 60, 0, Lock),
            // Chosen: not while the screen is turned, and only then.
            (&staying, Turned, 44 * 60, 0, Wait),
            (&staying, Turned, 600 * 60, 0, Wait),
            (&staying, Session, 45 * 60, 0, Lock),
            (&staying, Usual, 15 * 60, 0, Lock),
            // A minute is half a minute of peace and half of warning.
            (&short, Usual, 29, 0, Wait),
            (&short, Usual, 30, 0, Warn),
            (&short, Usual, 60, 0, Lock),
            (&short, Session, 60, 0, Warn),
            // The computer slept: no choice and no touch keeps it open.
            (&usual, Usual, 0, 19, Wait),
            (&usual, Usual, 0, 20, Lock),
            (&usual, Session, 0, 8 * 3600, Lock),
            (&staying, Turned, 0, 20, Lock),
        ] {
            let look = Look {
                idle: Duration::from_secs(idle),
                slept: Duration::from_secs(slept),
                goes,
            };
            assert_eq!(judge(look, settings), verdict, "{look:?}");
        }
    }
}
