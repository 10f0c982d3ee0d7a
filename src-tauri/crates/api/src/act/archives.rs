//! One person's record as an encrypted file: written here, opened and brought in on another machine.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use curriculum::Curriculum;
use disk::Kept;
use domain::{
    Lang, PersonId, TopicId,
    change::{Area, Change},
};
use serde_json::Value;
use store::{Archive, Choice, Conflict, KdfCost, MergeReport, Passphrase};

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
    read::{cards, supporters::Shown},
    wire::{
        ArchiveConflict, ArchivePart, ArchivePlan, MergeArchive, OpenArchive, PaperSaved,
        SaveArchive, SecretText, TakenField,
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
    let to = To::new(&ask.to, &ask.despite);
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
        topics: Vec::new(),
        shows: Shown::RECORD,
    };
    hand_over_file(app, left, to.into(), Form::of("archive"), &sealed, path)
}

/// Says what bringing an archive in would do; changes nothing.
pub fn plan_archive(app: &App, ask: OpenArchive) -> Result<ArchivePlan> {
    let archive = open(&ask.file, &ask.passphrase)?;
    let content = app.curriculum();
    app.with_store(|store| {
        let here = store.person(archive.person).ok();
        let language = here.as_ref().map(|person| person.details.language);
        let report = store.plan_merge(&archive, app.now())?;
        let count = |number| u32::try_from(number).unwrap_or(u32::MAX);
        Ok(ArchivePlan {
            person: archive.person,
            name: archive.called().to_owned(),
            known: here.is_some(),
            here: here.as_ref().map(cards::person),
            same: count(report.same),
            conflicts: report
                .conflicts
                .iter()
                .map(|found| conflict(&content, language.unwrap_or_default(), found))
                .collect(),
            added: report
                .added
                .into_iter()
                .map(|(table, rows)| ArchivePart {
                    table: table.to_owned(),
                    rows: count(rows),
                })
                .collect(),
        })
    })
}

/// Brings an archive in. What stands here and differs stays as it is, but where somebody looked at both and chose the other;
/// that is a step of its own, which can be taken back.
pub fn merge_archive(app: &App, ask: MergeArchive) -> Result<Change> {
    let archive = open(&ask.file, &ask.passphrase)?;
    let taken = ask.take.unwrap_or_default();
    app.with_store(|store| {
        let chosen = if taken.is_empty() {
            Vec::new()
        } else {
            as_looked_at(&store.plan_merge(&archive, app.now())?, &taken)?
        };
        store.merge_choosing(&archive, &chosen, app.now())?;
        let mut change = change::made(store, archive.person.uuid())?;
        // The last step of the two says only what itself touched.
        change.touched.areas.extend(Area::ALL);
        Ok(change)
    })
}

/// Gives what was chosen as the store names it. Where the record or the archive says something else by now, nobody has looked
/// at that, and nothing is brought in.
fn as_looked_at(report: &MergeReport, taken: &[TakenField]) -> Result<Vec<Choice>> {
    taken
        .iter()
        .map(|field| {
            let looked_at = |conflict: &&Conflict| {
                conflict.is_open()
                    && conflict.table == field.table
                    && conflict.key == field.row
                    && conflict.column == field.field
                    && words(&conflict.ours) == field.ours
                    && words(&conflict.theirs) == field.theirs
            };
            let found = report.conflicts.iter().find(looked_at);
            found
                .map(|conflict| Choice {
                    table: conflict.table.to_owned(),
                    key: conflict.key.clone(),
                    column: conflict.column.clone(),
                })
                .ok_or_else(|| ApiError::new(ErrorCode::NotFound).with("why", "changed"))
        })
        .collect()
}

fn open(file: &str, passphrase: &SecretText) -> Result<Archive> {
    let path = PathBuf::from(file);
    let bytes = file::read_whole(&path, LARGEST, ErrorCode::NotAVault)?;
    let passphrase = Passphrase::new(passphrase.expose().to_owned());
    Archive::open(&bytes, &passphrase).map_err(|error| match error {
        store::Error::NotAVault => ApiError::new(ErrorCode::NotAVault),
        other => other.into(),
    })
}

fn conflict(content: &Curriculum, language: Lang, conflict: &Conflict) -> ArchiveConflict {
    let (about, on) = about(content, language, conflict);
    ArchiveConflict {
        table: conflict.table.to_owned(),
        field: conflict.column.clone(),
        ours: words(&conflict.ours),
        theirs: words(&conflict.theirs),
        row: conflict.key.clone(),
        about,
        on,
        signed: conflict.signed,
        together: conflict
            .together
            .filter(|_| conflict.is_open())
            .map(str::to_owned),
    }
}

/// Says which entry it is: by its own words, by the page it is on, by its day.
fn about(content: &Curriculum, language: Lang, conflict: &Conflict) -> (String, Option<NaiveDate>) {
    let column = |name: &str| conflict.here.get(name).and_then(Value::as_str);
    let topic = conflict.here.get("field").and_then(|field| field.get(0));
    let about = match topic.and_then(Value::as_str) {
        Some(topic) => content.topic_title(&TopicId::from(topic), language),
        None => ["words", "what", "title"]
            .into_iter()
            .find_map(column)
            .unwrap_or_default(),
    };
    let on = ["on_day", "agreed_on", "made_on", "set_on"]
        .into_iter()
        .find_map(column)
        .and_then(|day| day.parse().ok());
    (about.to_owned(), on)
}

fn words(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(words) => words.clone(),
        other => other.to_string(),
    }
}
