//! A backup is only reported when it is good, and a restore replaces nothing before it has passed every check.

use std::{fs, path::PathBuf};

use domain::AnswerValue;
use store::{
    About, BackupMade, Damage, Error, Op, Passphrase, Presence, Secret, Store, describe_backup,
    presence, restore,
};
use tempfile::TempDir;

use crate::kit::*;

/// A vault with something of every kind in it.
fn full_desk() -> Desk {
    let mut desk = desk_with(&person(1));
    let about = About::person(person_id(1));
    let store = &mut desk.store;
    store
        .transact(Op::AddStatement, about, at(5), |tx| {
            tx.add_statement(person_id(1), &statement(1, 1, "mine"))
        })
        .unwrap();
    store
        .transact(Op::SaveGoal, about, at(5), |tx| {
            tx.save_goal(person_id(1), &goal(1, 1))
        })
        .unwrap();
    for n in 1..=3 {
        save_session(store, &session(1, n));
        save_draft(store, &note(1, n));
    }
    sign(store, &note(1, 1));
    store
        .transact(Op::Answer, about, at(5), |tx| {
            let words = AnswerValue::Text("æøå".to_owned());
            tx.save_answer(
                person_id(1),
                None,
                &answer_key("words"),
                Some(&words),
                &edition(),
            )
        })
        .unwrap();
    desk
}

fn back_up(desk: &mut Desk) -> (TempDir, BackupMade) {
    let into = folder();
    let made = desk.store.back_up(into.path(), at(100)).unwrap();
    (into, made)
}

fn content(store: &Store) -> String {
    let id = person_id(1);
    let sessions: Vec<_> = store
        .sessions(id)
        .unwrap()
        .iter()
        .map(|s| store.session(s.id).unwrap())
        .collect();
    let notes: Vec<_> = sessions
        .iter()
        .map(|s| store.note_of(s.id).unwrap())
        .collect();
    let topic = "what-is-recovery".into();
    format!(
        "{:?} {:?} {:?} {sessions:?} {notes:?} {:?}",
        store.people().unwrap(),
        store.statements(id).unwrap(),
        store.goals(id).unwrap(),
        store.answers(id, &topic, None).unwrap(),
    )
}

#[test]
fn a_backup_is_restored_on_an_empty_machine_with_the_passphrase_or_the_recovery_code() {
    let mut desk = full_desk();
    let (_into, made) = back_up(&mut desk);
    assert_eq!(
        made.path.file_name().unwrap(),
        "waymark-20261003-080140.waymark"
    );
    assert_eq!(made.bytes, fs::metadata(&made.path).unwrap().len());
    assert_eq!(desk.store.last_backup().unwrap(), Some(at(100)));
    let info = describe_backup(&made.path).unwrap();
    assert_eq!((info.vault, info.made_at), (desk.store.vault_id(), at(100)));

    let words = passphrase();
    for secret in [Secret::Passphrase(&words), Secret::RecoveryCode(&desk.code)] {
        let empty = folder();
        restore(&made.path, empty.path(), secret, None, at(200)).unwrap();
        let store = Store::open(empty.path(), secret, at(201)).unwrap();
        assert_eq!(content(&store), content(&desk.store));
        assert_eq!(found(&store), []);
        let report = store.check().unwrap();
        assert!(report.is_well(), "{report:?}");
        assert_eq!(store.audit(at(200), at(200)).unwrap()[0].op, Op::Restore);
        assert_eq!(names(empty.path()), ["vault", "vault.lock"]);
    }
}

fn names(dir: &std::path::Path) -> Vec<String> {
    let mut names: Vec<_> = fs::read_dir(dir)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

#[test]
fn a_restored_vault_keeps_the_replaced_one_aside() {
    let mut desk = full_desk();
    let (_into, made) = back_up(&mut desk);
    let then = content(&desk.store);
    save_person(&mut desk.store, &person(2));
    let now = content(&desk.store);
    let words = passphrase();
    let secret = Secret::Passphrase(&words);
    assert!(matches!(
        restore(&made.path, desk.dir.path(), secret, None, at(200)),
        Err(Error::InUse)
    ));
    let Desk { dir, store, .. } = desk;
    store.close().unwrap();
    for _ in 0..2 {
        restore(&made.path, dir.path(), secret, None, at(200)).unwrap();
    }
    assert_eq!(
        names(dir.path()),
        [
            "vault",
            "vault-replaced-20261003-080320",
            "vault-replaced-20261003-080320-2",
            "vault.lock"
        ]
    );
    let store = open(dir.path()).unwrap();
    assert_eq!(content(&store), then);
    store.close().unwrap();
    // What was replaced still opens, when it is put back by hand.
    fs::rename(dir.path().join("vault"), dir.path().join("other")).unwrap();
    fs::rename(
        dir.path().join("vault-replaced-20261003-080320"),
        dir.path().join("vault"),
    )
    .unwrap();
    assert_eq!(content(&open(dir.path()).unwrap()), now);
}

#[test]
fn a_restore_that_was_cut_off_between_its_renames_is_finished() {
    let Desk { dir, store, .. } = full_desk();
    let before = content(&store);
    store.close().unwrap();
    fs::rename(dir.path().join("vault"), dir.path().join("vault.incoming")).unwrap();
    assert_eq!(presence(dir.path()), Presence::Vault);
    assert_eq!(content(&open(dir.path()).unwrap()), before);
}

#[test]
fn every_damaged_backup_is_refused_and_replaces_nothing() {
    let mut desk = full_desk();
    let (into, made) = back_up(&mut desk);
    let Desk { dir, store, .. } = desk;
    let before = content(&store);
    store.close().unwrap();
    let good = fs::read(&made.path).unwrap();
    let bad: PathBuf = into.path().join("bad.waymark");
    let words = passphrase();
    let mut refused = 0;
    let flips = (0..40).map(|n| {
        let mut bytes = good.clone();
        let place = n * 99_991 % good.len();
        bytes[place] ^= 1 << (n % 8);
        bytes
    });
    let cuts =
        [0, 10, 17, 21, 3000, good.len() / 2, good.len() - 1].map(|length| good[..length].to_vec());
    let longer = [good.clone(), b"x".to_vec()].concat();
    for bytes in flips.chain(cuts).chain([longer]) {
        fs::write(&bad, bytes).unwrap();
        match restore(&bad, dir.path(), Secret::Passphrase(&words), None, at(200)) {
            Err(Error::Damaged { .. } | Error::NotAVault | Error::NewerVersion { .. }) => {
                refused += 1
            }
            other => panic!("{other:?}"),
        }
    }
    println!("{refused} damaged backups, all refused");
    assert_eq!(names(dir.path()), ["vault", "vault.lock"]);
    assert_eq!(content(&open(dir.path()).unwrap()), before);
}

#[test]
fn foreign_newer_and_missing_backups_are_told_apart() {
    let (dir, file) = (folder(), folder());
    let path = file.path().join("x.waymark");
    let words = passphrase();
    let attempt = |bytes: Option<&[u8]>| {
        let _ = fs::remove_file(&path);
        if let Some(bytes) = bytes {
            fs::write(&path, bytes).unwrap();
        }
        restore(&path, dir.path(), Secret::Passphrase(&words), None, at(1)).unwrap_err()
    };
    assert!(matches!(
        attempt(Some(b"PK\x03\x04 surely something else")),
        Error::NotAVault
    ));
    assert!(matches!(
        attempt(Some(b"WAYMARK BACKUP 2\n and more")),
        Error::NewerVersion { found: 2, known: 1 }
    ));
    assert!(matches!(
        attempt(Some(b"WAYMARK BACKUP 1\n\xff\xff\xff\xff")),
        Error::Damaged {
            what: Damage::Backup
        }
    ));
    assert!(matches!(attempt(None), Error::NotFound { .. }));
    assert_eq!(presence(dir.path()), Presence::None);
}

#[test]
fn a_wrong_secret_restores_nothing_and_is_named() {
    let mut desk = full_desk();
    let (_into, made) = back_up(&mut desk);
    let empty = folder();
    let wrong = Passphrase::new("something else entirely");
    let restored = restore(
        &made.path,
        empty.path(),
        Secret::Passphrase(&wrong),
        None,
        at(1),
    );
    assert!(
        matches!(restored, Err(Error::WrongPassphrase)),
        "{restored:?}"
    );
    assert_eq!(presence(empty.path()), Presence::None);
    assert_eq!(names(empty.path()), ["vault.lock"]);
}

#[test]
fn a_backup_that_cannot_be_written_is_an_error_and_leaves_no_file() {
    let mut desk = full_desk();
    let gone = desk.dir.path().join("not there");
    assert!(matches!(
        desk.store.back_up(&gone, at(100)),
        Err(Error::ReadOnly)
    ));
    assert_eq!(desk.store.last_backup().unwrap(), None);
    assert_eq!(names(desk.dir.path()), ["vault", "vault.lock"]);
}

#[test]
fn a_backup_of_a_damaged_vault_is_not_made() {
    let Desk { dir, store, .. } = full_desk();
    store.close().unwrap();
    let database = dir.path().join("vault/vault.db");
    let good = fs::read(&database).unwrap();
    let pages = good.len() / 8192;
    assert!(pages > 20);
    let mut refused = 0;
    // A bit goes bad in one page after the other. No page is in memory, since the vault was closed.
    for page in (1..pages).step_by(7) {
        let mut bad = good.clone();
        bad[page * 8192 + 100] ^= 1;
        fs::write(&database, bad).unwrap();
        let Ok(mut store) = open(dir.path()) else {
            continue;
        };
        let into = folder();
        let made = store.back_up(into.path(), at(100));
        assert!(
            matches!(made, Err(Error::Damaged { .. })),
            "page {page}: {made:?}"
        );
        assert!(names(into.path()).is_empty());
        refused += 1;
        drop(store);
        for name in ["vault.db-wal", "vault.db-shm"] {
            let _ = fs::remove_file(dir.path().join("vault").join(name));
        }
    }
    assert!(refused > 2, "{refused}");
}

/// What the disk lost after it was read is still in memory, and what counts is what can be read back.
#[test]
fn a_backup_of_what_is_still_in_memory_is_good_in_spite_of_the_disk() {
    let mut desk = full_desk();
    let into = folder();
    // It reads every page.
    desk.store.back_up(into.path(), at(99)).unwrap();
    desk.store.settle().unwrap();
    let database = desk.dir.path().join("vault/vault.db");
    let mut bytes = fs::read(&database).unwrap();
    for page in 1..bytes.len() / 8192 {
        bytes[page * 8192 + 100] ^= 1;
    }
    fs::write(&database, bytes).unwrap();
    let made = desk.store.back_up(into.path(), at(100)).unwrap();
    let empty = folder();
    let words = passphrase();
    restore(
        &made.path,
        empty.path(),
        Secret::Passphrase(&words),
        None,
        at(101),
    )
    .unwrap();
    assert!(open(empty.path()).unwrap().check().unwrap().is_well());
}

#[test]
fn restoring_names_what_would_go_and_writes_the_replaced_end_into_the_trail() {
    let mut desk = full_desk();
    let (_into, made) = back_up(&mut desk);
    // The row that says so is all that the backup does not know.
    let plan = desk.store.plan_restore(&made.path).unwrap();
    let goes = plan.goes.unwrap();
    assert_eq!(
        (goes.saves, goes.signed, goes.from, goes.to),
        (1, 0, at(100), at(100))
    );
    save_person(&mut desk.store, &person(2));
    sign(&mut desk.store, &note(1, 2));
    let plan = desk.store.plan_restore(&made.path).unwrap();
    let goes = plan.goes.unwrap();
    assert_eq!(
        (goes.saves, goes.signed, goes.from, goes.to),
        (3, 1, at(2), at(100))
    );
    assert_eq!(plan.replaced, desk.store.chain_tip());
    // All of it, where the backup is another vault's.
    let (_there, foreign) = back_up(&mut full_desk());
    let goes = desk
        .store
        .plan_restore(&foreign.path)
        .unwrap()
        .goes
        .unwrap();
    assert_eq!(goes.saves, desk.store.chain_tip().sequence);

    let words = passphrase();
    let secret = Secret::Passphrase(&words);
    let Desk { dir, store, .. } = desk;
    store.close().unwrap();
    restore(
        &made.path,
        dir.path(),
        secret,
        Some(&plan.replaced),
        at(200),
    )
    .unwrap();
    let store = open(dir.path()).unwrap();
    let entry = &store.audit(at(200), at(200)).unwrap()[0];
    assert_eq!(entry.op, Op::Restore);
    let end = format!("replaced {} {}", plan.replaced.sequence, plan.replaced.hash);
    assert!(entry.detail.contains(&end), "{}", entry.detail);
    assert_eq!(found(&store), []);
}

#[test]
fn two_backups_in_one_second_do_not_overwrite_each_other() {
    let mut desk = full_desk();
    let into = folder();
    for _ in 0..3 {
        desk.store.back_up(into.path(), at(100)).unwrap();
    }
    assert_eq!(names(into.path()).len(), 3);
    for name in names(into.path()) {
        describe_backup(&into.path().join(name)).unwrap();
    }
}
