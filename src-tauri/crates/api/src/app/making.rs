//! How far a long print job has come, and whether somebody has stopped it. One job at a time is told of.

use crate::error::{ErrorCode, Result};

/// What is being made.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Making {
    /// How many parts are made.
    pub done: u32,
    /// How many there are; 0 while nothing is being made.
    pub of: u32,
    stopped: bool,
}

impl Making {
    /// Begins a job of so many parts.
    pub fn begin(&mut self, of: u32) {
        *self = Self {
            done: 0,
            of,
            stopped: false,
        };
    }

    /// Notes that a part is made.
    ///
    /// # Errors
    /// `Stopped` when somebody has stopped the job meanwhile.
    pub fn step(&mut self) -> Result<()> {
        self.done = (self.done + 1).min(self.of);
        self.still()
    }

    /// Asks whether the job is to go on.
    ///
    /// # Errors
    /// `Stopped` when it is not.
    pub fn still(&self) -> Result<()> {
        if self.stopped {
            return Err(ErrorCode::Stopped.into());
        }
        Ok(())
    }

    /// Has the job end before its next part. What is made already stays.
    pub fn stop(&mut self) {
        self.stopped = self.of > 0;
    }

    /// Notes that nothing is being made any more.
    pub fn end(&mut self) {
        *self = Self::default();
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]

    use super::*;

    #[test]
    fn a_stopped_job_ends_at_its_next_part_and_the_one_after_it_does_not() {
        let mut making = Making::default();
        making.stop();
        making.begin(3);
        making.step().unwrap();
        assert_eq!((making.done, making.of), (1, 3));
        making.stop();
        assert_eq!(making.step().unwrap_err().code, ErrorCode::Stopped);
        making.end();
        making.begin(1);
        making.step().unwrap();
    }
}
