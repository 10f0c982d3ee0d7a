//! Damaged, foreign, newer and incomplete vaults are told apart, and nothing is shown that was not written.

use std::{fs, path::Path};

use store::{About, Damage, Error, FindingKind, Op, Presence, Store, presence};
use tempfile::TempDir;

use crate::kit::*;

/// A closed vault with Maria and a session in it.
fn closed() -> TempDir {
    let Desk { dir, mut store, .. } = desk_with(&person(1));
    save_session(&mut store, &session(1, 1));
    store.close().unwrap();
    dir
}

fn vault(dir: &TempDir, name: &str) -> std::path::PathBuf {
    dir.path().join("vault").join(name)
}

fn flip(path: &Path, place: usize, bit: u8) {
    let mut bytes = fs::read(path).unwrap();
    bytes[place] ^= 1 << bit;
    fs::write(path, bytes).unwrap();
}

#[test]
fn an_empty_folder_and_a_missing_one_hold_no_vault() {
    let dir = folder();
    assert_eq!(presence(dir.path()), Presence::None);
    assert!(matches!(open(dir.path()), Err(Error::Missing)));
    let gone = dir.path().join("gone");
    assert_eq!(presence(&gone), Presence::None);
    assert!(matches!(open(&gone), Err(Error::Missing)));
}

#[test]
fn one_damaged_header_copy_is_used_and_mended() {
    let dir = closed();
    let [first, second] = ["vault.hdr", "vault.hdr2"].map(|name| vault(&dir, name));
    let good = fs::read(&first).unwrap();
    for damaged in [&first, &second] {
        for place in (0..good.len()).step_by(97) {
            flip(damaged, place, 2);
            let store = open(dir.path()).unwrap();
            store.close().unwrap();
            assert_eq!(fs::read(damaged).unwrap(), good, "mended");
        }
        fs::remove_file(damaged).unwrap();
        open(dir.path()).unwrap().close().unwrap();
        assert_eq!(fs::read(damaged).unwrap(), good);
    }
}

#[test]
fn two_damaged_header_copies_are_no_wrong_passphrase() {
    for damage in ["", "{", "not a header at all"] {
        let dir = closed();
        for name in ["vault.hdr", "vault.hdr2"] {
            fs::write(vault(&dir, name), damage).unwrap();
        }
        assert_eq!(presence(dir.path()), Presence::Damaged(Damage::Header));
        let opened = open(dir.path());
        assert!(
            matches!(
                opened,
                Err(Error::Damaged {
                    what: Damage::Header
                })
            ),
            "{opened:?}"
        );
        // Nothing overwrites what may still be rescued.
        assert!(matches!(create(dir.path()), Err(Error::AlreadyThere)));
    }
    let dir = closed();
    for name in ["vault.hdr", "vault.hdr2"] {
        fs::remove_file(vault(&dir, name)).unwrap();
    }
    assert!(matches!(
        open(dir.path()),
        Err(Error::Damaged {
            what: Damage::Header
        })
    ));
}

#[test]
fn no_damaged_bit_of_a_header_is_taken_for_a_wrong_passphrase() {
    let dir = closed();
    let paths = ["vault.hdr", "vault.hdr2"].map(|name| vault(&dir, name));
    let good = fs::read(&paths[0]).unwrap();
    for place in 0..good.len() {
        let mut bad = good.clone();
        bad[place] ^= 1;
        paths.iter().for_each(|path| fs::write(path, &bad).unwrap());
        match open(dir.path()) {
            Err(Error::WrongPassphrase) => panic!("byte {place} looks like a wrong passphrase"),
            Err(Error::Damaged { .. } | Error::NotAVault | Error::NewerVersion { .. }) => {}
            // White space between the fields carries nothing.
            Ok(store) => store.close().unwrap(),
            Err(other) => panic!("{other}"),
        }
    }
}

#[test]
fn headers_of_others_and_of_newer_programs_are_refused() {
    for (from, to, newer) in [
        ("\"waymark-vault\"", "\"keepass-vault\"", false),
        ("\"format\": 2", "\"format\": 7", true),
    ] {
        let dir = closed();
        for name in ["vault.hdr", "vault.hdr2"] {
            let text = fs::read_to_string(vault(&dir, name)).unwrap();
            assert!(text.contains(from));
            fs::write(vault(&dir, name), text.replace(from, to)).unwrap();
        }
        match open(dir.path()) {
            Err(Error::NewerVersion { found: 7, known: 2 }) => assert!(newer),
            Err(Error::NotAVault) => assert!(!newer),
            other => panic!("{other:?}"),
        }
    }
}

#[test]
fn a_newer_schema_is_refused_untouched() {
    let dir = closed();
    let store = open(dir.path()).unwrap();
    store
        .connection_for_tests()
        .execute(
            "INSERT INTO migration (number, name, sql, ran_at) VALUES (99, 'x', 'x', 0)",
            [],
        )
        .unwrap();
    store.close().unwrap();
    let before = fs::read(vault(&dir, "vault.db")).unwrap();
    assert!(matches!(
        open(dir.path()),
        Err(Error::NewerVersion {
            found: 99,
            known: 1
        })
    ));
    assert_eq!(fs::read(vault(&dir, "vault.db")).unwrap(), before);
}

#[test]
fn truncated_foreign_and_missing_databases_are_told_apart() {
    let whole = fs::read(vault(&closed(), "vault.db")).unwrap();
    let mut plain = b"SQLite format 3\0".to_vec();
    plain.extend_from_slice(&whole[16..]);
    type Expected = fn(&Error) -> bool;
    let damaged: Expected = |error| {
        matches!(
            error,
            Error::Damaged {
                what: Damage::Database
            }
        )
    };
    let cases: [(&str, Option<Vec<u8>>, Expected); 7] = [
        ("half", Some(whole[..whole.len() / 2].to_vec()), damaged),
        (
            "last page gone",
            Some(whole[..whole.len() - 8192].to_vec()),
            damaged,
        ),
        ("ten bytes", Some(whole[..10].to_vec()), damaged),
        ("empty", Some(Vec::new()), damaged),
        (
            "noise",
            Some((0..40_000u32).map(|n| (n * 7919 % 251) as u8).collect()),
            damaged,
        ),
        ("plain", Some(plain), |error| {
            matches!(error, Error::NotAVault)
        }),
        ("gone", None, |error| {
            matches!(
                error,
                Error::Damaged {
                    what: Damage::DatabaseGone
                }
            )
        }),
    ];
    for (name, bytes, expected) in cases {
        let dir = closed();
        match bytes {
            Some(bytes) => fs::write(vault(&dir, "vault.db"), bytes).unwrap(),
            None => fs::remove_file(vault(&dir, "vault.db")).unwrap(),
        }
        let error = open(dir.path()).unwrap_err();
        assert!(expected(&error), "{name}: {error:?}");
    }
}

#[test]
fn another_vaults_database_is_no_database_of_this_one() {
    let (dir, other) = (closed(), closed());
    fs::copy(vault(&other, "vault.db"), vault(&dir, "vault.db")).unwrap();
    assert!(matches!(
        open(dir.path()),
        Err(Error::Damaged {
            what: Damage::Database
        })
    ));
}

#[test]
fn every_flipped_bit_of_the_database_is_reported() {
    let dir = closed();
    let database = vault(&dir, "vault.db");
    let good = fs::read(&database).unwrap();
    let head = fs::read(vault(&dir, "vault.head")).unwrap();
    let mut at_open = 0;
    let cases = 60;
    for case in 0..cases {
        let place = case * 1_000_003 % good.len();
        fs::write(&database, &good).unwrap();
        fs::write(vault(&dir, "vault.head"), &head).unwrap();
        flip(&database, place, (case % 8) as u8);
        match open(dir.path()) {
            Err(Error::Damaged {
                what: Damage::Database,
            }) => at_open += 1,
            Err(other) => panic!("byte {place}: {other:?}"),
            Ok(store) => match store.check() {
                Ok(report) => assert!(!report.is_well(), "byte {place} was not noticed"),
                Err(Error::Damaged { .. }) => {}
                Err(other) => panic!("byte {place}: {other:?}"),
            },
        }
        for name in ["vault.db-wal", "vault.db-shm"] {
            let _ = fs::remove_file(vault(&dir, name));
        }
    }
    println!(
        "{cases} flipped bits: {at_open} found while opening, {} by the check",
        cases - at_open
    );
}

/// A vault with three saves that are only in the WAL, as it lies on disk while open.
fn with_three_saves_in_the_log() -> (TempDir, Desk) {
    let mut desk = desk();
    save_person(&mut desk.store, &person(1));
    save_person(&mut desk.store, &person(2));
    save_session(&mut desk.store, &session(1, 1));
    let copy = folder();
    copy_folder(desk.dir.path(), copy.path());
    fs::remove_file(vault(&copy, "vault.db-shm")).unwrap();
    (copy, desk)
}

#[test]
fn a_vault_that_was_cut_off_opens_with_every_save() {
    let (copy, _desk) = with_three_saves_in_the_log();
    let store = open(copy.path()).unwrap();
    assert_eq!(found(&store), []);
    assert_eq!(store.people().unwrap().len(), 2);
}

#[test]
fn a_lost_or_damaged_log_is_reported_with_the_number_of_missing_saves() {
    let (copy, _desk) = with_three_saves_in_the_log();
    fs::remove_file(vault(&copy, "vault.db-wal")).unwrap();
    let store = open(copy.path()).unwrap();
    assert_eq!(found(&store), [(FindingKind::SavesMissing, 3)]);
    assert!(!store.check().unwrap().is_well());
    let trail = store.audit(at(-9), at(99)).unwrap();
    let last = trail.last().unwrap();
    assert_eq!(
        (last.op, last.detail.as_str()),
        (Op::OpenVault, "found saves-missing, 3 saves")
    );

    // Damage anywhere in the log ends it there; whatever is lost is counted.
    let (copy, _desk) = with_three_saves_in_the_log();
    let log = vault(&copy, "vault.db-wal");
    let good = fs::read(&log).unwrap();
    let pristine = folder();
    copy_folder(copy.path(), pristine.path());
    let mut counted = [0; 4];
    for case in 1..12 {
        let dir = folder();
        copy_folder(pristine.path(), dir.path());
        flip(&vault(&dir, "vault.db-wal"), good.len() * case / 12, 3);
        let store = open(dir.path()).unwrap();
        let missing = found(&store)[0].1;
        let there = store.audit(at(-9), at(99)).unwrap().len() as u64 - 1;
        assert_eq!(there + missing, 4, "create and three saves");
        counted[usize::try_from(missing).unwrap()] += 1;
    }
    assert_eq!(counted.iter().sum::<i32>(), 11);
    assert!(counted[1] > 0 && counted[0] == 0);
}

#[test]
fn an_older_database_put_back_is_reported() {
    let Desk { dir, mut store, .. } = desk_with(&person(1));
    store.settle().unwrap();
    let old = fs::read(vault(&dir, "vault.db")).unwrap();
    for n in 1..=5 {
        save_session(&mut store, &session(1, n));
    }
    store.close().unwrap();
    fs::write(vault(&dir, "vault.db"), old).unwrap();
    // The first open does not paper over it: it is said until somebody who read it says so by name.
    for _ in 0..3 {
        let store = open(dir.path()).unwrap();
        assert_eq!(found(&store), [(FindingKind::SavesMissing, 5)]);
        let finding = &store.findings().unwrap()[0];
        assert_eq!((finding.since, finding.found_at), (at(2), at(1)));
        assert!(!store.check().unwrap().is_well());
    }
    let mut store = open(dir.path()).unwrap();
    let acknowledge = |store: &mut Store, by: &str| {
        store.transact(Op::Acknowledge, About::vault(), at(7), |tx| {
            tx.acknowledge(1, by)
        })
    };
    assert!(matches!(
        acknowledge(&mut store, " "),
        Err(Error::NotFound { .. })
    ));
    acknowledge(&mut store, "Signe Holm").unwrap();
    assert!(matches!(
        acknowledge(&mut store, "Signe Holm"),
        Err(Error::NotFound { .. })
    ));
    assert_eq!(found(&store), []);
    assert!(store.check().unwrap().is_well());
    store.close().unwrap();
    assert_eq!(found(&open(dir.path()).unwrap()), []);
}

#[test]
fn a_database_that_went_another_way_is_reported() {
    let dir = closed();
    let renamed = folder();
    copy_folder(dir.path(), renamed.path());
    let mut store = open(renamed.path()).unwrap();
    save_person(&mut store, &person(2));
    store.close().unwrap();
    let mut store = open(dir.path()).unwrap();
    save_session(&mut store, &session(1, 9));
    save_session(&mut store, &session(1, 10));
    store.close().unwrap();
    fs::copy(vault(&renamed, "vault.head"), vault(&dir, "vault.head")).unwrap();
    let store = open(dir.path()).unwrap();
    assert_eq!(found(&store), [(FindingKind::Forked, 1)]);
}

#[test]
fn a_head_file_that_is_gone_torn_or_foreign_keeps_nobody_out_and_is_said_until_acknowledged() {
    let other = fs::read(vault(&closed(), "vault.head")).unwrap();
    for (damage, kind) in [
        (None, FindingKind::HeadGone),
        (Some(b"torn".to_vec()), FindingKind::HeadUnreadable),
        (Some(other), FindingKind::HeadOfAnother),
    ] {
        let dir = closed();
        match damage {
            None => fs::remove_file(vault(&dir, "vault.head")).unwrap(),
            Some(bytes) => fs::write(vault(&dir, "vault.head"), bytes).unwrap(),
        }
        for _ in 0..3 {
            let store = open(dir.path()).unwrap();
            assert_eq!(found(&store), [(kind, 0)]);
            assert!(!store.check().unwrap().is_well());
            store.close().unwrap();
        }
    }
}

#[test]
fn the_check_of_a_good_vault_says_so() {
    let mut desk = desk_with(&person(1));
    save_session(&mut desk.store, &session(1, 1));
    save_draft(&mut desk.store, &note(1, 1));
    sign(&mut desk.store, &note(1, 1));
    let report = desk.store.check().unwrap();
    assert!(report.is_well(), "{report:?}");
    assert!(
        report.cipher_version.starts_with("4."),
        "{}",
        report.cipher_version
    );
    assert_eq!(report.header_copies, 2);
    assert_eq!(
        (
            report.counts.people,
            report.counts.sessions,
            report.counts.practices
        ),
        (1, 1, 2)
    );
    assert_eq!((report.counts.notes, report.counts.signed_notes), (1, 1));
    assert_eq!(report.audit.good, u64::from(report.counts.audit_entries));
    assert_eq!(report.notes.good, 1);
    // The next save is not disturbed by it.
    save_person(&mut desk.store, &person(2));
}
