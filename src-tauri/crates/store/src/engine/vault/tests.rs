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
    let step = |number, name, sql| Migration { number, name, sql };
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

#[test]
fn a_migration_that_fails_leaves_the_vault_as_it_was() {
    let (dir, words) = closed();
    let known = next("CREATE TABLE half (x INTEGER) STRICT; INSERT INTO nowhere VALUES (1)");
    assert!(open(dir.path(), &words, &known).is_err());
    let store = Store::open(dir.path(), Secret::Passphrase(&words), NOW).unwrap();
    assert_eq!(migrate::version(&store.conn, migrate::ALL).unwrap(), LAST);
    assert!(store.check().unwrap().audit.is_whole());
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
    let liv = Practitioner {
        name: "Liv".to_owned(),
        title: String::new(),
    };
    store
        .transact(Op::SavePractitioner, About::vault(), NOW, |tx| {
            tx.save_practitioner(&liv)
        })
        .unwrap();
    assert!(store.conn.execute_batch("SELECT * FROM only_here").is_err());
    assert_eq!(store.undo(NOW).unwrap(), Some(Op::SavePractitioner));
    assert_eq!(store.practitioner().unwrap().name, "Signe Holm");
}

#[test]
fn two_vaults_never_get_the_same_id() {
    assert_ne!(random_uuid().unwrap(), random_uuid().unwrap());
}
