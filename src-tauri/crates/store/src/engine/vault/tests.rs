//! What only the inside can arrange: a newer program's migrations, and a disk that failed.

#![allow(clippy::unwrap_used, reason = "tests")]

use tempfile::TempDir;

use super::*;

const NOW: Timestamp = Timestamp {
    millis: 1_791_007_200_000,
    offset: 120,
};

fn closed() -> (TempDir, Passphrase) {
    let dir = TempDir::new().unwrap();
    let words = Passphrase::new("seven calm otters read");
    let who = Practitioner {
        name: "Signe Holm".to_owned(),
        title: String::new(),
    };
    let (store, _) = Store::create(dir.path(), &words, &who, KdfCost::FAST_FOR_TESTS, NOW).unwrap();
    store.close().unwrap();
    (dir, words)
}

/// Opens a vault as a program with other migrations would.
fn open(dir: &Path, words: &Passphrase, known: &[Migration]) -> Result<Store> {
    let place = Place::new(dir);
    let folder = place.vault();
    let (key, header, header_copies) = header::read(&folder)?.open(Secret::Passphrase(words))?;
    Opening {
        key,
        lock: Arc::new(place.take_lock()?),
        place,
        folder,
        header,
        header_copies,
        by_recovery: false,
    }
    .open(known, NOW)
}

/// The number of the last migration this program knows.
const LAST: u32 = migrate::ALL.len() as u32;

fn next(sql: &'static str) -> Vec<Migration> {
    let step = |number, name, sql| Migration {
        number,
        name,
        sql,
        schema: "",
    };
    let known = migrate::ALL.iter();
    known
        .map(|known| step(known.number, known.name, known.sql))
        .chain([step(LAST + 1, "next", sql)])
        .collect()
}

#[test]
fn a_newer_program_copies_the_vault_before_it_migrates() {
    let (dir, words) = closed();
    let known = next("ALTER TABLE person ADD COLUMN nickname TEXT NOT NULL DEFAULT ''");
    let store = open(dir.path(), &words, &known).unwrap();
    assert_eq!(migrate::version(&store.conn, &known).unwrap(), LAST + 1);
    let trail = store.audit(NOW, NOW).unwrap();
    let ops: Vec<Op> = trail.iter().map(|entry| entry.op).collect();
    assert_eq!(ops, [Op::CreateVault, Op::Migrate, Op::OpenVault]);
    assert!(store.check().unwrap().audit.is_whole());

    let copy = format!("vault/vault-before-{}.db", LAST + 1);
    let copy = dir.path().join(copy);
    let before = connect::open(&copy, &store.key).unwrap();
    assert_eq!(migrate::version(&before, migrate::ALL).unwrap(), LAST);
    drop(before);
    store.close().unwrap();

    // And this program, which does not know that migration, leaves the vault alone.
    let refused = Store::open(dir.path(), Secret::Passphrase(&words), NOW);
    assert!(
        matches!(
            refused,
            Err(Error::NewerVersion { found, known: LAST }) if found == LAST + 1
        ),
        "{refused:?}"
    );
}

/// Somebody else keeps the vault from now on: a change that can be taken back.
fn becomes_livs(store: &mut Store) -> Practitioner {
    let liv = Practitioner {
        name: "Liv".to_owned(),
        title: String::new(),
    };
    store
        .transact(Op::SavePractitioner, About::vault(), NOW, |tx| {
            tx.save_practitioner(&liv)
        })
        .unwrap();
    liv
}

#[test]
fn what_could_be_taken_back_ends_where_the_schema_changes() {
    let (dir, words) = closed();
    let mut store = Store::open(dir.path(), Secret::Passphrase(&words), NOW).unwrap();
    let liv = becomes_livs(&mut store);
    assert!(store.can_undo(None).unwrap().is_some());
    store.close().unwrap();
    let known = next("ALTER TABLE practitioner ADD COLUMN nickname TEXT NOT NULL DEFAULT ''");
    let mut store = open(dir.path(), &words, &known).unwrap();
    assert_eq!(store.undo(None, NOW).unwrap(), None);
    assert_eq!(store.practitioner().unwrap(), liv);
}

#[test]
fn a_migration_that_fails_leaves_the_vault_as_it_was() {
    let (dir, words) = closed();
    let known = next("CREATE TABLE half (x INTEGER) STRICT; INSERT INTO nowhere VALUES (1)");
    assert!(open(dir.path(), &words, &known).is_err());
    let store = Store::open(dir.path(), Secret::Passphrase(&words), NOW).unwrap();
    assert_eq!(migrate::version(&store.conn, migrate::ALL).unwrap(), LAST);
    assert!(store.check().unwrap().audit.is_whole());
}

/// A copy of a vault as it lies there, as a killed program leaves it.
fn killed(dir: &Path) -> TempDir {
    let cut = TempDir::new().unwrap();
    let to = cut.path().join("vault");
    std::fs::create_dir(&to).unwrap();
    for entry in std::fs::read_dir(dir.join("vault")).unwrap() {
        let entry = entry.unwrap();
        std::fs::copy(entry.path(), to.join(entry.file_name())).unwrap();
    }
    cut
}

const NICKNAMES: &str = "ALTER TABLE person ADD COLUMN nickname TEXT NOT NULL DEFAULT ''";

fn copy_before(dir: &Path) -> std::path::PathBuf {
    dir.join(format!("vault/vault-before-{}.db", LAST + 1))
}

/// The vault is as the last program left it, whole, and the newer program can bring it up to date.
fn is_old_and_can_be_migrated(dir: &Path, words: &Passphrase) {
    let store = Store::open(dir, Secret::Passphrase(words), NOW).unwrap();
    assert_eq!(migrate::version(&store.conn, migrate::ALL).unwrap(), LAST);
    let report = store.check().unwrap();
    assert!(report.is_well(), "{report:?}");
    store.close().unwrap();
    is_new(dir, words);
}

/// The newer program finds it up to date, or brings it there; the copy of before is whole.
fn is_new(dir: &Path, words: &Passphrase) {
    let known = next(NICKNAMES);
    let store = open(dir, words, &known).unwrap();
    assert_eq!(migrate::version(&store.conn, &known).unwrap(), LAST + 1);
    let differences = schema::differences(&store.conn, &known).unwrap();
    assert!(differences.is_empty(), "{differences:?}");
    assert!(store.findings().unwrap().is_empty());
    let before = connect::open(&copy_before(dir), &store.key).unwrap();
    assert_eq!(migrate::version(&before, migrate::ALL).unwrap(), LAST);
    let examined = super::super::check::examine(before, store.vault_id()).unwrap();
    assert!(examined.is_whole(), "{examined:?}");
    store.close().unwrap();
}

#[test]
fn a_migration_that_is_killed_leaves_the_old_or_the_new_vault() {
    // While the copy is made: half of it lies there under another name, with its journal.
    let (dir, words) = closed();
    let part = copy_before(dir.path()).with_extension("part");
    let whole = std::fs::read(dir.path().join("vault/vault.db")).unwrap();
    std::fs::write(&part, whole.get(..whole.len() / 2).unwrap()).unwrap();
    let journal = part.with_extension("part-journal");
    std::fs::write(journal, whole.get(..4096).unwrap()).unwrap();
    is_old_and_can_be_migrated(dir.path(), &words);
    assert!(!part.exists());

    // In the middle of the migration: what is written so far lies in the log, without its end.
    let (dir, words) = closed();
    let store = Store::open(dir.path(), Secret::Passphrase(&words), NOW).unwrap();
    let transaction = store.conn.unchecked_transaction().unwrap();
    migrate::apply(&transaction, &next(NICKNAMES), NOW).unwrap();
    let cut = killed(dir.path());
    transaction.rollback().unwrap();
    is_old_and_can_be_migrated(cut.path(), &words);
    store.close().unwrap();

    // Right after it, with all of it in the log.
    let (dir, words) = closed();
    let store = open(dir.path(), &words, &next(NICKNAMES)).unwrap();
    let cut = killed(dir.path());
    is_new(cut.path(), &words);
    store.close().unwrap();
}

#[test]
fn a_migration_for_which_there_is_no_room_leaves_the_vault_as_it_was() {
    // None for the copy: something that cannot be removed is in its way.
    let (dir, words) = closed();
    let part = copy_before(dir.path()).with_extension("part");
    std::fs::create_dir(&part).unwrap();
    assert!(open(dir.path(), &words, &next(NICKNAMES)).is_err());
    std::fs::remove_dir(&part).unwrap();
    is_old_and_can_be_migrated(dir.path(), &words);

    // None for the migration itself.
    let (dir, words) = closed();
    let known = next(
        "PRAGMA max_page_count = 1; CREATE TABLE large (x BLOB) STRICT; INSERT INTO large VALUES (zeroblob(9000000))",
    );
    let opened = open(dir.path(), &words, &known);
    assert!(matches!(opened, Err(Error::DiskFull)), "{opened:?}");
    is_old_and_can_be_migrated(dir.path(), &words);
}

#[test]
fn a_copy_from_before_an_earlier_attempt_is_made_anew() {
    let (dir, words) = closed();
    let broken = next("INSERT INTO nowhere VALUES (1)");
    assert!(open(dir.path(), &words, &broken).is_err());
    let mut store = Store::open(dir.path(), Secret::Passphrase(&words), NOW).unwrap();
    becomes_livs(&mut store);
    store.close().unwrap();
    let store = open(dir.path(), &words, &next(NICKNAMES)).unwrap();
    let before = connect::open(&copy_before(dir.path()), &store.key).unwrap();
    let name: String = before
        .query_row("SELECT name FROM practitioner", [], |row| row.get(0))
        .unwrap();
    assert_eq!(name, "Liv");
}

#[test]
fn after_a_failed_disk_the_next_save_takes_a_fresh_connection() {
    let (dir, words) = closed();
    let mut store = Store::open(dir.path(), Secret::Passphrase(&words), NOW).unwrap();
    store
        .conn
        .execute_batch("CREATE TEMP TABLE only_here (x)")
        .unwrap();
    store.fail_for_tests();
    becomes_livs(&mut store);
    assert!(store.conn.execute_batch("SELECT * FROM only_here").is_err());
    assert_eq!(store.undo(None, NOW).unwrap(), Some(Op::SavePractitioner));
    assert_eq!(store.practitioner().unwrap().name, "Signe Holm");
}

#[test]
fn after_a_failed_disk_begun_words_are_kept_on_a_fresh_connection() {
    let (dir, words) = closed();
    let mut store = Store::open(dir.path(), Secret::Passphrase(&words), NOW).unwrap();
    store
        .conn
        .execute_batch("CREATE TEMP TABLE only_here (x)")
        .unwrap();
    store.fail_for_tests();
    let begun = crate::Draft {
        place: "statement".to_owned(),
        person: None,
        words: "I want my".to_owned(),
        at: NOW,
    };
    store.keep_draft(&begun).unwrap();
    assert!(store.conn.execute_batch("SELECT * FROM only_here").is_err());
    assert_eq!(store.draft("statement").unwrap(), Some(begun));
}

#[test]
fn two_vaults_never_get_the_same_id() {
    assert_ne!(random_uuid().unwrap(), random_uuid().unwrap());
}
