//! Putting a backup in the place of a vault: what would go is named before, and nothing is replaced that was not checked.

use std::{fs, path::Path, sync::Arc};

use domain::{Timestamp, note::ChainTip};
use rusqlite::{OptionalExtension, params};

use super::{
    audit,
    backup::{self, BackupInfo, Unpacked, stamp},
    files::{self, Folder, Lock, Place, Unfinished, make_private_folder},
    head::HeadFile,
    migrate,
    secret::Secret,
    store::Store,
    vault::Opening,
};
use crate::{
    error::Result,
    op::{About, Op},
    row::Columns,
};

/// What restoring a backup would do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RestorePlan {
    /// The backup.
    pub backup: BackupInfo,
    /// What is in the vault here and not in the backup; `None` when nothing would go.
    pub goes: Option<Goes>,
}

/// What would go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Goes {
    /// Saves, by entries of the audit trail.
    pub saves: u64,
    /// Signed notes and addenda among them.
    pub signed: u32,
    /// The first of them.
    pub from: Timestamp,
    /// The last of them.
    pub to: Timestamp,
}

impl Store {
    /// Names what would go if this vault were replaced by a backup, which the secret has to open.
    pub fn plan_restore(&self, file: &Path, secret: Secret<'_>) -> Result<RestorePlan> {
        let manifest =
            backup::read(file, &mut std::io::sink(), |header| header.open(secret))?.manifest;
        let conn = &self.records.conn;
        let backup = manifest.info();
        // A backup of this vault shares its trail up to its own end; all of another one's is foreign.
        let shared = backup.vault == self.vault_id()
            && audit::hash_at(conn, self.vault_id(), manifest.sequence)?
                .is_some_and(|hash| audit::hex(&hash) == manifest.hash);
        let kept = if shared { manifest.sequence } else { 0 };
        let (saves, signed): (i64, u32) = conn.query_row(
            "SELECT count(*) AS saves, coalesce(sum(seal <> x''), 0) AS signed FROM audit WHERE sequence > ?",
            params![kept.cast_signed()],
            |row| Ok((row.get("saves")?, row.get("signed")?)),
        )?;
        // Each with the zone it was written in; a clock that was set back may have put the first behind the last.
        let moment = |order: &str| {
            conn.query_row(
                &format!(
                    "SELECT at, at_offset FROM audit WHERE sequence > ? ORDER BY at {order} LIMIT 1"
                ),
                params![kept.cast_signed()],
                |row| row.moment("at", "at_offset"),
            )
            .optional()
        };
        let goes = moment("ASC")?.zip(moment("DESC")?).map(|(from, to)| Goes {
            saves: saves.cast_unsigned(),
            signed,
            from,
            to,
        });
        Ok(RestorePlan { backup, goes })
    }

    /// Puts a backup in the place of this vault, as [`restore`] does, and writes the end of this one's trail into it.
    ///
    /// When this fails, the vault is as it was and stays open. When it returns, the vault that is there is to be opened.
    pub fn restore_over(&mut self, file: &Path, secret: Secret<'_>, now: Timestamp) -> Result<()> {
        let replaced = self.chain_tip();
        let side = prepare(&self.place, &self.lock, file, secret, Some(&replaced), now)?;
        self.be_ready()?;
        self.step_aside()?;
        if let Err(error) = swap(&self.place, &side.0, now) {
            self.take_up()?;
            return Err(error);
        }
        Ok(())
    }
}

/// Puts a backup in place of the vault of a data folder.
///
/// It is unpacked beside the vault and checked in full first. A vault that is there is kept as `vault-replaced-…`. The files
/// that lay beside it are found as [`Store::beside`] when it is opened.
pub fn restore(file: &Path, dir: &Path, secret: Secret<'_>, now: Timestamp) -> Result<()> {
    let place = Place::new(dir);
    let made_folder = !dir.exists();
    make_private_folder(dir)?;
    let restored = (|| {
        let lock = Arc::new(place.take_lock()?);
        place.settle()?;
        let side = prepare(&place, &lock, file, secret, None, now)?;
        swap(&place, &side.0, now).map(drop)
    })();
    if restored.is_err() && made_folder {
        place.remove_if_empty();
    }
    restored
}

/// Unpacks a backup beside the vault, checks it in full, and writes into its trail what it is about to replace.
fn prepare(
    place: &Place,
    lock: &Arc<Lock>,
    file: &Path,
    secret: Secret<'_>,
    replaced: Option<&ChainTip>,
    now: Timestamp,
) -> Result<Unfinished> {
    let side = Unfinished(place.making());
    side.0.make_empty()?;
    let unpacked = backup::unpack(file, &side.0.database(), |header| header.open(secret))?;
    let examined = backup::examine(&side.0.database(), &unpacked)?;
    let Unpacked {
        key,
        header,
        manifest,
        beside,
    } = unpacked;
    header.write(&side.0)?;
    files::write_whole(&side.0.beside(), &beside)?;
    let (mut head, _) = HeadFile::open(&side.0, header.vault, &key)?;
    head.write(&examined.tip)?;
    head.flush()?;

    let opening = Opening::of_ours(place, side.0.clone(), lock, key, header);
    let (mut restored, found) = opening.assemble(migrate::ALL, now)?;
    let hash = restored.header.hash()?;
    restored.transact(Op::Restore, About::vault(), now, |tx| {
        tx.say(&format!("from {}", manifest.info().made_at.millis));
        if let Some(tip) = replaced {
            tx.say(&format!("replaced {} {}", tip.sequence, tip.hash));
        }
        tx.say_header(&hash);
        found.iter().try_for_each(|found| tx.note_finding(found))
    })?;
    restored.close()?;
    Ok(side)
}

/// Gives a checked vault its name, and returns where the one before now lies, if there was one. Cut off anywhere, either the
/// old or the new one is found (see [`Place::settle`]).
pub(crate) fn swap(place: &Place, side: &Folder, now: Timestamp) -> Result<Folder> {
    let (vault, incoming, aside) = (place.vault(), place.incoming(), aside(place, now));
    incoming.remove()?;
    files::rename(&side.0, &incoming.0)?;
    if vault.0.exists() {
        files::rename(&vault.0, &aside.0)?;
    }
    if let Err(error) = files::rename(&incoming.0, &vault.0) {
        // Back to what was there; should that fail too, the next start puts the new one in place.
        let _ = files::rename(&aside.0, &vault.0);
        return Err(error);
    }
    Ok(aside)
}

/// What the names of replaced vaults begin with.
const ASIDE: &str = "vault-replaced-";

/// Returns the vaults that were replaced and still lie there, by name, and when that was.
pub(crate) fn left_aside(place: &Place, now: Timestamp) -> Result<Vec<(String, Timestamp)>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(place.root())? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if let Some(stamp) = name.strip_prefix(ASIDE) {
            // The name says the hour and not the zone.
            found.push((backup::moment(stamp, now.offset).unwrap_or(now), name));
        }
    }
    found.sort_by_key(|(at, _)| at.millis);
    Ok(found.into_iter().map(|(at, name)| (name, at)).collect())
}

/// Finds a name for what is replaced.
fn aside(place: &Place, now: Timestamp) -> Folder {
    let first = format!("{ASIDE}{}", stamp(now));
    let mut path = place.root().join(&first);
    let mut n = 1u32;
    while path.exists() {
        n += 1;
        path = place.root().join(format!("{first}-{n}"));
    }
    Folder(path)
}
