//! A new data key: for the day a laptop, a passphrase or a recovery sheet was in the wrong hands.
//!
//! Everything is encrypted anew beside the vault, checked in full, and put in its place by renames, as a restored backup is.
//! Changing the passphrase alone would not do: whoever has the old data key can read every later state of the same vault.

use domain::Timestamp;

use super::{
    audit,
    backup::copy_database,
    check, connect,
    files::{Folder, Unfinished},
    head::HeadFile,
    header::Header,
    kdf::{self, Key},
    migrate, raw_key, restore,
    secret::{Passphrase, RecoveryCode},
    store::Store,
    vault::Opening,
};
use crate::{
    error::{Damage, Error, Result},
    op::{About, Op},
};

/// What comes with a new data key.
#[derive(Debug)]
pub struct NewKey {
    /// The new recovery code, shown once; the old one opens nothing any more but old backups.
    pub code: RecoveryCode,
    /// The backups that the old passphrase or the old code still opens, oldest first: file name and moment. Then the vaults
    /// that lie beside this one since a restore, or a new key that was cut off, replaced them.
    pub old_backups: Vec<(String, Timestamp)>,
}

impl Store {
    /// Makes a new data key and a new recovery code; the passphrase stays. All or nothing.
    pub fn new_data_key(&mut self, passphrase: &Passphrase, now: Timestamp) -> Result<NewKey> {
        self.check_passphrase(passphrase)?;
        self.be_ready()?;
        self.settle()?;
        let mut old_backups: Vec<(String, Timestamp)> =
            audit::all_of(&self.records.conn, Op::BackUp)?
                .into_iter()
                .map(|entry| (entry.detail, entry.at))
                .collect();
        old_backups.extend(restore::left_aside(&self.place, now)?);
        let side = Unfinished(self.place.making());
        side.0.make_empty()?;
        let key = kdf::random_key()?;
        let code = RecoveryCode::random()?;
        let header = self.header.with_key(&key, passphrase, &code)?;
        self.encrypt_anew(&side.0, &key, &header)?;
        self.write_down(&side.0, &key, &header, now)?;
        self.move_to(&side.0, key, header, now)?;
        Ok(NewKey { code, old_backups })
    }

    /// Copies the database into a folder, changes the key of the copy, and reads all of it back.
    fn encrypt_anew(&self, folder: &Folder, key: &Key, header: &Header) -> Result<()> {
        let database = folder.database();
        copy_database(&self.records.conn, &database, &self.key)?;
        let copy = connect::open(&database, &self.key)?;
        raw_key::change(&copy, key)?;
        connect::checkpoint(&copy)?;
        copy.close().map_err(|(_, error)| Error::from(error))?;
        let examined = check::examine(connect::open(&database, key)?, header.vault)?;
        if !examined.is_whole() || examined.tip != self.tip() {
            return Err(Error::damaged(Damage::Database));
        }
        header.write(folder)
    }

    /// Notes the new key in the copy's own trail.
    fn write_down(
        &self,
        folder: &Folder,
        key: &Key,
        header: &Header,
        now: Timestamp,
    ) -> Result<()> {
        let (mut head, _) = HeadFile::open(folder, header.vault, key)?;
        head.write(&self.tip())?;
        let (key, header) = (key.clone(), header.clone());
        let hash = header.hash()?;
        let opening = Opening::of_ours(&self.place, folder.clone(), &self.lock, key, header);
        // That its header is not the one the copied database expects is just what is put right here.
        let (mut copy, _) = opening.assemble(migrate::ALL, now)?;
        copy.transact(Op::NewKey, About::vault(), now, |tx| {
            tx.expect_header(&hash, &[])
        })?;
        copy.close()
    }

    /// Gives the copy the vault's name and goes on with it.
    fn move_to(&mut self, folder: &Folder, key: Key, header: Header, now: Timestamp) -> Result<()> {
        // SQLite names its log by path: the old connection must be closed before another file has that path.
        self.step_aside()?;
        let swapped = restore::swap(&self.place, folder, now);
        if swapped.is_ok() {
            self.key = key;
            self.header = header;
            self.header_copies = 2;
        }
        self.take_up()?;
        // It is the old key's, and what it held is here.
        swapped?.remove()
    }
}
