//! A vault where nothing can be written: a full disk, or a place that may only be read. It opens all the same, since a crisis
//! plan may lie in it, and goes on as before when there is room.

use std::sync::Arc;

use domain::Timestamp;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{
    connect,
    finding::{Finding, FindingKind, Found},
    store::{Keep, Records, Store},
    undo,
};
use crate::{
    error::{Error, Result},
    op::{About, Op},
};

/// Why nothing can be saved in an open vault. Everything can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum CannotWrite {
    /// The disk is full.
    Full,
    /// The folder, or the disk it is on, may only be read.
    ReadOnly,
}

impl From<CannotWrite> for Error {
    fn from(why: CannotWrite) -> Self {
        match why {
            CannotWrite::Full => Self::DiskFull,
            CannotWrite::ReadOnly => Self::ReadOnly,
        }
    }
}

/// How a vault was opened and what was found, where that could not be written down.
#[derive(Debug)]
pub(super) struct Unnoted {
    op: Op,
    at: Timestamp,
    found: Vec<Found>,
    why: CannotWrite,
}

impl Store {
    /// Notes how the vault was opened and what was found; with the first change, where it cannot be written now.
    pub(crate) fn note_opening(&mut self, op: Op, at: Timestamp, found: Vec<Found>) -> Result<()> {
        let why = CannotWrite::Full;
        self.unnoted = Some(Unnoted { op, at, found, why });
        match self.catch_up() {
            Err(error) if error.is_no_room() => Ok(()),
            noted => noted.map(drop),
        }
    }

    /// Says why nothing can be saved, as far as that was found at the opening or the last time it was tried.
    pub fn cannot_write(&self) -> Option<CannotWrite> {
        self.unnoted.as_ref().map(|unnoted| unnoted.why)
    }

    /// Returns what was found wrong and nobody has acknowledged yet, oldest first. What could not be written down yet has no
    /// number to acknowledge it by.
    pub fn findings(&self) -> Result<Vec<Finding>> {
        let mut findings = self.records.findings()?;
        if let Some(unnoted) = &self.unnoted {
            findings.extend(unnoted.found.iter().map(|found| found.at(unnoted.at)));
        }
        Ok(findings)
    }

    /// Takes a connection that can be used, and writes down what could not be written before; tells whether there was any.
    pub(crate) fn be_ready(&mut self) -> Result<bool> {
        if self.failed {
            self.take_up()?;
        }
        self.catch_up()
    }

    /// Goes on as a vault that can be written, where there is room by now; tells whether it was none before.
    pub(crate) fn catch_up(&mut self) -> Result<bool> {
        let Some(unnoted) = self.unnoted.take() else {
            return Ok(false);
        };
        let noted = self.write_again().and_then(|()| {
            let keep = Keep::Change { typing: None };
            let hash = self.header.hash()?;
            self.commit(unnoted.op, About::vault(), unnoted.at, &keep, |tx| {
                for found in &unnoted.found {
                    tx.note_finding(found)?;
                    if found.kind == FindingKind::PassphraseUnfinished {
                        tx.say_header(&hash);
                    }
                }
                Ok(())
            })
        });
        match noted {
            Ok(_) => {
                if unnoted
                    .found
                    .iter()
                    .any(|found| found.kind.is_of_the_head())
                {
                    // It stands in the vault now, and the head must not say the same again at the next open. Should this
                    // fail, it does.
                    let tip = self.tip;
                    let _ = self.head.begin_anew(&tip);
                }
                Ok(true)
            }
            Err(error) => {
                let why = match error {
                    Error::ReadOnly => CannotWrite::ReadOnly,
                    _ => CannotWrite::Full,
                };
                self.unnoted = Some(Unnoted { why, ..unnoted });
                Err(error)
            }
        }
    }

    /// Takes a connection that writes in the place of one that only reads.
    fn write_again(&mut self) -> Result<()> {
        if !self.reading {
            return Ok(());
        }
        self.folder.has_room()?;
        if !self.lock.is_held() {
            self.lock = Arc::new(self.place.take_lock()?);
        }
        // The one that reads takes no locks, and its closing would drop those of the other.
        self.let_go()?;
        self.reading = false;
        if let Err(error) = self.take_up() {
            self.records = Records {
                conn: connect::open_to_read(&self.folder.database(), &self.key)?,
            };
            undo::install(&self.records.conn)?;
            self.reading = true;
            self.failed = false;
            return Err(error);
        }
        Ok(())
    }
}
