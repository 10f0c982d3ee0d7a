//! One person's record as an encrypted file: written here, opened and brought in on another machine.

use std::path::{Path, PathBuf};

use disk::Kept;
use domain::{PersonId, change::Change};
use store::{Archive, Conflict, KdfCost, MergeReport, Passphrase};

use super::{
    change,
    consent::{self, To},
    hand_off::{Form, Leaves, hand_over_file, save_where_asked},
    secrets::good_enough,
};
use crate::{
    app::App,
    error::{ApiError, ErrorCode, Result},
    file,
    read::supporters::Shown,
    wire::{
        ArchiveConflict, ArchivePart, ArchivePlan, OpenArchive, PaperSaved, SaveArchive, SecretText,
    },
};

/// No archive of ours is larger, and one that claims to be must not fill the memory.
const LARGEST: u64 = 512 * 1024 * 1024;

/// How the name of an archive ends.
const ENDING: &str = "waymark";

/// Asks where to, and saves a person's record there, encrypted.
pub fn save_archive(app: &App, ask: SaveArchive) -> Result<PaperSaved> {
    good_enough(&ask.passphrase)?;
    app.with_store(|store| Ok(store.person(ask.person)?))?;
    let to = To {
        name: &ask.to,
        despite: &ask.despite,
    };
    consent::check(app, Some(ask.person), Shown::RECORD, to)?;
    save_where_asked(app, &ask.name, ENDING, |path| {
        save_archive_in(app, ask.person, &ask.passphrase, to, path)
    })
}

/// Saves a person's record in a place, encrypted with a passphrase of its own.
///
/// # Errors
/// `WeakPassphrase`, those of reading and saving in the vault and of writing a file; the ledger then says that nothing left.
pub fn save_archive_in<'a>(
    app: &App,
    person: PersonId,
    passphrase: &SecretText,
    to: impl Into<To<'a>>,
    path: &Path,
) -> Result<Kept> {
    save_archive_with_cost(app, person, passphrase, to, path, KdfCost::calibrated)
}

/// As [`save_archive_in`], with the cost of a guess given; for tests.
///
/// # Errors
/// As [`save_archive_in`].
pub fn save_archive_with_cost<'a>(
    app: &App,
    person: PersonId,
    passphrase: &SecretText,
    to: impl Into<To<'a>>,
    path: &Path,
    cost: impl FnOnce() -> KdfCost,
) -> Result<Kept> {
    let passphrase = good_enough(passphrase)?;
    let archive = app.with_store(|store| Ok(store.archive(person)?))?;
    // Deriving a key takes its time, during which nobody waits for the vault.
    let sealed = archive.seal(&passphrase, cost())?;
    let left = Leaves {
        what: "archive",
        person: Some(person),
        note: None,
        shows: Shown::RECORD,
    };
    hand_over_file(app, left, to.into(), Form::of("archive"), &sealed, path)
}

/// Says what bringing an archive in would do; changes nothing.
pub fn plan_archive(app: &App, ask: OpenArchive) -> Result<ArchivePlan> {
    let archive = open(&ask)?;
    app.with_store(|store| {
        let known = store.person(archive.person).is_ok();
        let report = store.plan_merge(&archive, app.now())?;
        Ok(plan(&archive, known, report))
    })
}

/// Brings an archive in. What stands here and differs stays as it is.
pub fn merge_archive(app: &App, ask: OpenArchive) -> Result<Change> {
    let archive = open(&ask)?;
    app.with_store(|store| {
        store.merge(&archive, app.now())?;
        change::made(store, archive.person.uuid())
    })
}

fn open(ask: &OpenArchive) -> Result<Archive> {
    let path = PathBuf::from(&ask.file);
    let bytes = file::read_whole(&path, LARGEST, ErrorCode::NotAVault)?;
    let passphrase = Passphrase::new(ask.passphrase.expose().to_owned());
    Archive::open(&bytes, &passphrase).map_err(|error| match error {
        store::Error::NotAVault => ApiError::new(ErrorCode::NotAVault),
        other => other.into(),
    })
}

fn plan(archive: &Archive, known: bool, report: MergeReport) -> ArchivePlan {
    let count = |number| u32::try_from(number).unwrap_or(u32::MAX);
    ArchivePlan {
        person: archive.person,
        name: archive.called().to_owned(),
        known,
        added: report
            .added
            .into_iter()
            .map(|(table, rows)| ArchivePart {
                table: table.to_owned(),
                rows: count(rows),
            })
            .collect(),
        same: count(report.same),
        conflicts: report.conflicts.iter().map(conflict).collect(),
    }
}

fn conflict(conflict: &Conflict) -> ArchiveConflict {
    let words = |value: &serde_json::Value| match value {
        serde_json::Value::Null => String::new(),
        serde_json::Value::String(words) => words.clone(),
        other => other.to_string(),
    };
    ArchiveConflict {
        table: conflict.table.to_owned(),
        field: conflict.column.clone(),
        ours: words(&conflict.ours),
        theirs: words(&conflict.theirs),
    }
}
