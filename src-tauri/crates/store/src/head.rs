//! The head of the audit chain, kept in a second small file.
//!
//! SQLite takes a damaged WAL for the end of the log and opens happily with fewer saves, and an older database put back
//! looks like a good one. So after every commit the last sequence number and hash go into `vault.head`; a database that
//! knows less than its head has lost something, and the app can say how much.
//!
//! The file is overwritten in place with one short write and flushed only at checkpoints: a stale head says too little,
//! never too much, and a torn one is noticed by its checksum.

use std::{
    fs::{File, OpenOptions},
    io::{Read, Seek, SeekFrom, Write},
};

use data_encoding::HEXLOWER;
use sha2::{Digest, Sha256};

use crate::{
    audit::Tip,
    error::Result,
    files::{Folder, private_file},
};

/// The open head file.
#[derive(Debug)]
pub(crate) struct HeadFile {
    file: File,
}

impl HeadFile {
    /// Opens the file, making it if need be.
    pub(crate) fn open(folder: &Folder) -> Result<Self> {
        let file = private_file(
            OpenOptions::new()
                .read(true)
                .write(true)
                .create(true)
                .truncate(false),
        )
        .open(folder.head())?;
        Ok(Self { file })
    }

    /// Reads what was written last; nothing when the file is new or torn.
    pub(crate) fn read(&mut self) -> Result<Option<Tip>> {
        let mut bytes = Vec::new();
        self.file.seek(SeekFrom::Start(0))?;
        (&self.file).take(4096).read_to_end(&mut bytes)?;
        Ok(parse(&bytes))
    }

    /// Writes the tip. Durable at the next [`HeadFile::flush`].
    pub(crate) fn write(&mut self, tip: &Tip) -> Result<()> {
        self.file.seek(SeekFrom::Start(0))?;
        self.file.write_all(line(tip).as_bytes())?;
        Ok(())
    }

    /// Makes the last write durable.
    pub(crate) fn flush(&self) -> Result<()> {
        self.file.sync_data()?;
        Ok(())
    }
}

/// Every line has the same length, so that a shorter one never leaves the end of a longer one behind.
fn line(tip: &Tip) -> String {
    let body = format!(
        "waymark-head 1 {:020} {}",
        tip.sequence,
        HEXLOWER.encode(&tip.hash)
    );
    let check = HEXLOWER.encode(&Sha256::digest(body.as_bytes()));
    format!("{body} {check}\n")
}

fn parse(bytes: &[u8]) -> Option<Tip> {
    let text = str::from_utf8(bytes).ok()?;
    let mut words = text.split_ascii_whitespace().skip(2);
    let tip = Tip {
        sequence: words.next()?.parse().ok()?,
        hash: HEXLOWER
            .decode(words.next()?.as_bytes())
            .ok()?
            .try_into()
            .ok()?,
    };
    (line(&tip) == text).then_some(tip)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

    use super::*;

    #[test]
    fn a_head_is_read_back_and_a_torn_one_is_not_believed() {
        let tip = Tip {
            sequence: 41,
            hash: [7; 32],
        };
        let written = line(&tip);
        assert_eq!(parse(written.as_bytes()), Some(tip));
        for place in 0..written.len() {
            assert_eq!(parse(&written.as_bytes()[..place]), None);
            let mut torn = written.clone().into_bytes();
            torn[place] ^= 1;
            assert_eq!(parse(&torn), None, "byte {place}");
        }
    }
}
