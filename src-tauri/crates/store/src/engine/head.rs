//! The head of the audit chain, kept in a second small file.
//!
//! SQLite takes a damaged WAL for the end of the log and opens happily with fewer saves, and an older database put back
//! looks like a good one. So after every commit the last sequence number, moment and hash go into `vault.head`; a database
//! that knows less than its head has lost something, and the app can say how much and since when.
//!
//! The file holds two lines of the same length, written in turn, each in place with one short write and flushed only at
//! checkpoints: a stale head says too little, never too much, and where a power cut tears one line the other still stands.
//! Each line is authenticated with a key made from the data key, so nobody can write one without it.

use std::{
    fs::{File, OpenOptions},
    io::{ErrorKind, Read, Seek, SeekFrom, Write},
};

use data_encoding::HEXLOWER;
use domain::Timestamp;
use uuid::Uuid;

use super::{
    audit::Tip,
    files::{Folder, private_file},
    kdf::{Key, mac},
};
use crate::error::{Error, Result};

/// A tip of no vault, for the length of a line.
const NOTHING: Tip = Tip {
    sequence: 0,
    at: Timestamp {
        millis: 0,
        offset: 0,
    },
    hash: [0; 32],
};

/// The open head file.
#[derive(Debug)]
pub(crate) struct HeadFile {
    /// None where it is not there and could not be made.
    file: Option<File>,
    vault: Uuid,
    key: Key,
}

/// What the file says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Head {
    /// The vault went at least this far.
    At(Tip),
    /// The file is not there.
    Gone,
    /// It holds nothing that this vault wrote.
    Unreadable,
    /// It was written by another vault.
    OfAnother,
}

impl HeadFile {
    /// Opens the file, making it if need be; also tells what it said before. Where nothing can be written, it is read.
    pub(crate) fn open(folder: &Folder, vault: Uuid, key: &Key) -> Result<(Self, Head)> {
        let (file, is_new) = opened(folder)?;
        let mut head = Self {
            file,
            vault,
            key: key.clone(),
        };
        let said = if is_new { Head::Gone } else { head.read()? };
        Ok((head, said))
    }

    fn read(&mut self) -> Result<Head> {
        let mut bytes = Vec::new();
        let Some(file) = &mut self.file else {
            return Ok(Head::Gone);
        };
        file.seek(SeekFrom::Start(0))?;
        file.take(4096).read_to_end(&mut bytes)?;
        // Each by its place, so that damage to one cannot reach into the other.
        let length = self.line(&NOTHING).len();
        let lines: Vec<String> = bytes
            .chunks(length)
            .map(|line| String::from_utf8_lossy(line).into_owned())
            .collect();
        let newest = lines
            .iter()
            .filter_map(|line| self.parse(line))
            .max_by_key(|tip| tip.sequence);
        let of_another = || {
            let names = lines.iter().filter_map(|line| line.split(' ').nth(2));
            names
                .filter_map(|name| name.parse::<Uuid>().ok())
                .any(|vault| vault != self.vault)
        };
        Ok(match newest {
            Some(tip) => Head::At(tip),
            None if of_another() => Head::OfAnother,
            None => Head::Unreadable,
        })
    }

    /// Writes the tip. Durable at the next [`HeadFile::flush`].
    pub(crate) fn write(&mut self, tip: &Tip) -> Result<()> {
        let line = self.line(tip);
        let place = (tip.sequence % 2) * line.len() as u64;
        let file = self.file.as_mut().ok_or(Error::ReadOnly)?;
        file.seek(SeekFrom::Start(place))?;
        file.write_all(line.as_bytes())?;
        Ok(())
    }

    /// Forgets what was said before and writes the tip: what the vault went on to after a loss that was noted in it.
    pub(crate) fn begin_anew(&mut self, tip: &Tip) -> Result<()> {
        self.file.as_ref().ok_or(Error::ReadOnly)?.set_len(0)?;
        self.write(tip)?;
        self.flush()
    }

    /// Makes the last write durable.
    pub(crate) fn flush(&self) -> Result<()> {
        self.file.as_ref().ok_or(Error::ReadOnly)?.sync_data()?;
        Ok(())
    }

    /// Every line has the same length, so that the two never reach into each other.
    fn line(&self, tip: &Tip) -> String {
        let body = format!(
            "waymark-head 2 {} {:020} {:+020} {:+05} {}",
            self.vault,
            tip.sequence,
            tip.at.millis,
            tip.at.offset,
            HEXLOWER.encode(&tip.hash)
        );
        let check = HEXLOWER.encode(&mac(&self.key, "waymark head 2", body.as_bytes()));
        format!("{body} {check}\n")
    }

    fn parse(&self, line: &str) -> Option<Tip> {
        let mut words = line.split(' ').skip(3);
        let tip = Tip {
            sequence: words.next()?.parse().ok()?,
            at: Timestamp {
                millis: words.next()?.parse().ok()?,
                offset: words.next()?.parse().ok()?,
            },
            hash: HEXLOWER
                .decode(words.next()?.as_bytes())
                .ok()?
                .try_into()
                .ok()?,
        };
        (self.line(&tip) == line).then_some(tip)
    }
}

/// Opens the file to read and write, or as far as that goes; also tells whether it was made for it.
fn opened(folder: &Folder) -> Result<(Option<File>, bool)> {
    let path = folder.head();
    let mut both = OpenOptions::new();
    both.read(true).write(true);
    let (found, is_new) = match both.open(&path) {
        Err(error) if error.kind() == ErrorKind::NotFound => {
            (private_file(both.create(true)).open(&path), true)
        }
        found => (found, false),
    };
    match found.map_err(Error::from) {
        Ok(file) => Ok((Some(file), is_new)),
        Err(error) if error.is_no_room() && is_new => Ok((None, true)),
        Err(error) if error.is_no_room() => Ok((Some(File::open(&path)?), false)),
        Err(error) => Err(error),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

    use std::fs;

    use zeroize::Zeroizing;

    use super::*;

    const VAULT: Uuid = Uuid::from_u128(7);

    fn tip(sequence: u64) -> Tip {
        Tip {
            sequence,
            at: Timestamp {
                millis: 1_791_007_200_000 + sequence.cast_signed(),
                offset: -120,
            },
            hash: [7; 32],
        }
    }

    fn open(folder: &Folder, vault: Uuid, key: u8) -> (HeadFile, Head) {
        HeadFile::open(folder, vault, &Zeroizing::new([key; 32])).unwrap()
    }

    #[test]
    fn the_newest_line_is_read_back_and_where_one_is_torn_the_other_stands() {
        let dir = tempfile::tempdir().unwrap();
        let folder = Folder(dir.path().to_owned());
        let (mut head, said) = open(&folder, VAULT, 1);
        assert_eq!(said, Head::Gone);
        for sequence in 40..=41 {
            head.write(&tip(sequence)).unwrap();
        }
        let written = fs::read(folder.head()).unwrap();
        let line = written.len() / 2;
        assert_eq!(open(&folder, VAULT, 1).1, Head::At(tip(41)));
        for place in 0..written.len() {
            let mut torn = written.clone();
            torn[place] ^= 1;
            fs::write(folder.head(), torn).unwrap();
            // 40 stands in the first line, 41 in the second.
            let stands = if place < line { 41 } else { 40 };
            assert_eq!(
                open(&folder, VAULT, 1).1,
                Head::At(tip(stands)),
                "byte {place}"
            );
        }
    }

    #[test]
    fn what_another_key_or_another_vault_wrote_is_not_believed() {
        let dir = tempfile::tempdir().unwrap();
        let folder = Folder(dir.path().to_owned());
        open(&folder, VAULT, 1).0.write(&tip(40)).unwrap();
        assert_eq!(open(&folder, VAULT, 2).1, Head::Unreadable);
        assert_eq!(open(&folder, Uuid::from_u128(8), 1).1, Head::OfAnother);
        fs::write(folder.head(), "nonsense").unwrap();
        assert_eq!(open(&folder, VAULT, 1).1, Head::Unreadable);
    }
}
