//! Putting a backup in the place of a vault: what would go is named before, and nothing is replaced that was not checked.

use std::{path::Path, sync::Arc};

use domain::{Timestamp, note::ChainTip};
use rusqlite::params;

use super::{
    audit,
    backup::{self, BackupInfo, Unpacked, stamp},
    files::{self, Folder, Place, Unfinished, make_private_folder},
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
    /// The end of the audit trail that would be replaced.
    pub replaced: ChainTip,
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
    /// Names what would go if this vault were replaced by a backup.
    pub fn plan_restore(&self, file: &Path) -> Result<RestorePlan> {
        let manifest = backup::read(file, &mut std::io::sink())?.manifest;
        let conn = &self.records.conn;
        let backup = manifest.info();
        // A backup of this vault shares its trail up to its own end; all of another one's is foreign.
        let shared = backup.vault == self.vault_id()
            && audit::hash_at(conn, self.vault_id(), manifest.sequence)?
                .is_some_and(|hash| audit::hex(&hash) == manifest.hash);
        let kept = if shared { manifest.sequence } else { 0 };
        let goes = conn.query_row(
            "SELECT count(*) AS saves, coalesce(sum(seal <> x''), 0) AS signed,
                 coalesce(min(at), 0) AS first_at, coalesce(max(at), 0) AS last_at, coalesce(max(at_offset), 0) AS at_offset
             FROM audit WHERE sequence > ?",
            params![kept.cast_signed()],
            |row| {
                Ok(Goes {
                    saves: row.get::<_, i64>("saves")?.cast_unsigned(),
                    signed: row.get("signed")?,
                    from: row.moment("first_at", "at_offset")?,
                    to: row.moment("last_at", "at_offset")?,
                })
            },
        )?;
        Ok(RestorePlan {
            backup,
            goes: (goes.saves > 0).then_some(goes),
            replaced: self.chain_tip(),
        })
    }
}

/// Puts a backup in place of the vault of a data folder.
///
/// It is unpacked beside the vault and checked in full first. A vault that is there is kept as `vault-replaced-…`, and the
/// end of its trail, where it is known, is written into the audit row.
pub fn restore(
    file: &Path,
    dir: &Path,
    secret: Secret<'_>,
    replaced: Option<&ChainTip>,
    now: Timestamp,
) -> Result<()> {
    make_private_folder(dir)?;
    let place = Place::new(dir);
    let lock = Arc::new(place.take_lock()?);
    place.settle()?;
    let side = Unfinished(place.making());
    side.0.make_empty()?;
    let unpacked = backup::unpack(file, &side.0.database())?;
    let key = unpacked.header.open(secret)?;
    let examined = backup::examine(&side.0.database(), &key, &unpacked)?;
    let Unpacked { header, manifest } = unpacked;
    header.write(&side.0)?;
    let (mut head, _) = HeadFile::open(&side.0, header.vault, &key)?;
    head.write(&examined.tip)?;
    head.flush()?;

    let opening = Opening {
        place: place.clone(),
        folder: side.0.clone(),
        lock: Arc::clone(&lock),
        key,
        header,
        header_copies: 2,
        by_recovery: false,
    };
    let (mut restored, found) = opening.assemble(migrate::ALL, now)?;
    restored.transact(Op::Restore, About::vault(), now, |tx| {
        tx.say(&format!("from {}", manifest.info().made_at.millis));
        if let Some(tip) = replaced {
            tx.say(&format!("replaced {} {}", tip.sequence, tip.hash));
        }
        found.iter().try_for_each(|found| tx.note_finding(found))
    })?;
    restored.close()?;
    swap(&place, &side.0, now)?;
    Ok(())
}

/// Gives a checked vault its name, and returns where the one before now lies. Cut off anywhere, either the old or the new
/// one is found (see [`Place::settle`]).
pub(crate) fn swap(place: &Place, side: &Folder, now: Timestamp) -> Result<Option<Folder>> {
    let (vault, incoming) = (place.vault(), place.incoming());
    incoming.remove()?;
    files::rename(&side.0, &incoming.0)?;
    let mut replaced = None;
    if vault.0.exists() {
        let stamp = stamp(now);
        let aside = (1..)
            .map(|n| match n {
                1 => format!("vault-replaced-{stamp}"),
                n => format!("vault-replaced-{stamp}-{n}"),
            })
            .map(|name| place.root().join(name))
            .find(|path| !path.exists());
        if let Some(aside) = aside {
            files::rename(&vault.0, &aside)?;
            replaced = Some(Folder(aside));
        }
    }
    files::rename(&incoming.0, &vault.0)?;
    Ok(replaced)
}
