//! A backup is only reported when it is good, and a restore replaces nothing before it has passed every check.

use std::{fs, path::PathBuf};

use domain::{AnswerValue, Timestamp};
use sha2::{Digest, Sha256};
use store::{
    About, BackupMade, Beside, Damage, Error, Occasion, Op, Outside, Passphrase, Presence, Secret,
    Store, describe_backup, presence, restore, thin_backups,
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
    let made = make_backup(&mut desk.store, into.path(), at(100)).unwrap();
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
    let words = passphrase();
    let info = describe_backup(&made.path, Secret::Passphrase(&words)).unwrap();
    assert_eq!((info.vault, info.made_at), (desk.store.vault_id(), at(100)));

    for secret in [Secret::Passphrase(&words), Secret::RecoveryCode(&desk.code)] {
        let empty = folder();
        restore(&made.path, empty.path(), secret, at(200)).unwrap();
        let store = Store::open(empty.path(), secret, at(201)).unwrap();
        assert_eq!(content(&store), content(&desk.store));
        assert_eq!(found(&store), []);
        let report = store.check().unwrap();
        assert!(report.is_well(), "{report:?}");
        assert_eq!(store.audit(at(200), at(200)).unwrap()[0].op, Op::Restore);
        assert_eq!(names(empty.path()), ["vault", "vault.lock"]);
        // What lay beside the vault waits inside it until it has its places again.
        assert_eq!(store.beside().unwrap(), Some(beside()));
        store.beside_is_placed().unwrap();
        assert_eq!(store.beside().unwrap(), None);
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
        restore(&made.path, desk.dir.path(), secret, at(200)),
        Err(Error::InUse)
    ));
    let Desk { dir, store, .. } = desk;
    store.close().unwrap();
    for _ in 0..2 {
        restore(&made.path, dir.path(), secret, at(200)).unwrap();
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
        match restore(&bad, dir.path(), Secret::Passphrase(&words), at(200)) {
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
        restore(&path, dir.path(), Secret::Passphrase(&words), at(1)).unwrap_err()
    };
    assert!(matches!(
        attempt(Some(b"PK\x03\x04 surely something else")),
        Error::NotAVault
    ));
    assert!(matches!(
        attempt(Some(b"WAYMARK BACKUP 3\n and more")),
        Error::NewerVersion { found: 3, known: 2 }
    ));
    assert!(matches!(
        attempt(Some(b"WAYMARK BACKUP 2\n\xff\xff\xff\xff")),
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
    let restored = restore(&made.path, empty.path(), Secret::Passphrase(&wrong), at(1));
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
        make_backup(&mut desk.store, &gone, at(100)),
        Err(Error::Outside { folder, why: Outside::Gone }) if folder == gone
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
        let mut store = match open(dir.path()) {
            Ok(store) => store,
            // Opening read that page, and says so itself.
            Err(Error::Damaged { .. }) => continue,
            Err(other) => panic!("page {page}: {other:?}"),
        };
        let into = folder();
        let made = make_backup(&mut store, into.path(), at(100));
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
    make_backup(&mut desk.store, into.path(), at(99)).unwrap();
    desk.store.settle().unwrap();
    let database = desk.dir.path().join("vault/vault.db");
    let mut bytes = fs::read(&database).unwrap();
    for page in 1..bytes.len() / 8192 {
        bytes[page * 8192 + 100] ^= 1;
    }
    fs::write(&database, bytes).unwrap();
    let made = make_backup(&mut desk.store, into.path(), at(100)).unwrap();
    let empty = folder();
    let words = passphrase();
    restore(
        &made.path,
        empty.path(),
        Secret::Passphrase(&words),
        at(101),
    )
    .unwrap();
    assert!(open(empty.path()).unwrap().check().unwrap().is_well());
}

#[test]
fn restoring_names_what_would_go_and_writes_the_replaced_end_into_the_trail() {
    let mut desk = full_desk();
    let (_into, made) = back_up(&mut desk);
    let words = passphrase();
    let secret = Secret::Passphrase(&words);
    let goes = |desk: &Desk, file| desk.store.plan_restore(file, secret).unwrap().goes.unwrap();
    // The row that says so is all that the backup does not know.
    let gone = goes(&desk, &made.path);
    assert_eq!(
        (gone.saves, gone.signed, gone.from, gone.to),
        (1, 0, at(100), at(100))
    );
    save_person(&mut desk.store, &person(2));
    sign(&mut desk.store, &note(1, 2));
    let gone = goes(&desk, &made.path);
    assert_eq!(
        (gone.saves, gone.signed, gone.from, gone.to),
        (3, 1, at(2), at(100))
    );
    let replaced = desk.store.chain_tip();
    // All of it, where the backup is another vault's.
    let (_there, foreign) = back_up(&mut full_desk());
    assert_eq!(goes(&desk, &foreign.path).saves, replaced.sequence);

    let Desk { dir, mut store, .. } = desk;
    store.restore_over(&made.path, secret, at(200)).unwrap();
    drop(store);
    let store = open(dir.path()).unwrap();
    let entry = &store.audit(at(200), at(200)).unwrap()[0];
    assert_eq!(entry.op, Op::Restore);
    let end = format!("replaced {} {}", replaced.sequence, replaced.hash);
    assert!(entry.detail.contains(&end), "{}", entry.detail);
    assert_eq!(found(&store), []);
}

/// A laptop that came home from another zone between the two.
#[test]
fn the_first_and_the_last_that_would_go_are_told_each_in_its_own_zone() {
    let mut desk = full_desk();
    let (_into, made) = back_up(&mut desk);
    let there = |seconds| Timestamp {
        offset: -300,
        ..at(seconds)
    };
    let about = About::person(person_id(2));
    desk.store
        .transact(Op::AddPerson, about, there(300), |tx| {
            tx.save_person(&person(2))
        })
        .unwrap();
    let words = passphrase();
    let plan = desk
        .store
        .plan_restore(&made.path, Secret::Passphrase(&words));
    let goes = plan.unwrap().goes.unwrap();
    assert_eq!((goes.from, goes.to), (at(100), there(300)));
}

#[test]
fn a_restore_over_an_open_vault_that_fails_leaves_it_open() {
    let mut desk = full_desk();
    let (into, made) = back_up(&mut desk);
    let before = content(&desk.store);
    let words = passphrase();
    let wrong = Passphrase::new("something else entirely");
    let bad = into.path().join("bad.waymark");
    let mut bytes = fs::read(&made.path).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    fs::write(&bad, bytes).unwrap();
    for (file, secret) in [
        (&made.path, Secret::Passphrase(&wrong)),
        (&bad, Secret::Passphrase(&words)),
    ] {
        assert!(desk.store.restore_over(file, secret, at(200)).is_err());
        assert!(matches!(
            desk.store.plan_restore(file, secret),
            Err(Error::WrongPassphrase | Error::Damaged { .. })
        ));
        assert_eq!(content(&desk.store), before);
        save_person(&mut desk.store, &person(1));
    }
    assert_eq!(names(desk.dir.path()), ["vault", "vault.lock"]);
}

/// The header is what it takes to open the rest, and holds the vault's random name.
#[test]
fn nothing_in_a_backup_can_be_read_but_its_key_header() {
    let mut desk = full_desk();
    let (_into, made) = back_up(&mut desk);
    let bytes = fs::read(&made.path).unwrap();
    let length = u32::from_le_bytes(bytes[17..21].try_into().unwrap()) as usize;
    let rest = &bytes[21 + length..];
    let vault = desk.store.vault_id();
    for readable in [
        "Pelicanmarker",
        "settings.json",
        "harbour",
        "sequence",
        "made_at",
        &vault.to_string(),
        &made.at.millis.to_string(),
        &desk.store.chain_tip().hash,
    ] {
        let found = rest
            .windows(readable.len())
            .any(|part| part == readable.as_bytes());
        assert!(!found, "{readable}");
    }
}

/// Each file of the desk is what it was, and none can be put in from another backup.
#[test]
fn what_lies_beside_the_vault_is_bound_to_its_backup() {
    let mut desk = full_desk();
    let into = folder();
    let empty = desk
        .store
        .back_up(into.path(), &Beside::new(), Occasion::Asked, at(100));
    let full = desk
        .store
        .back_up(into.path(), &beside(), Occasion::Asked, at(101));
    let [empty, full] = [empty, full].map(|made| fs::read(made.unwrap().path).unwrap());
    // Header, manifest, beside, database: each with its length before it.
    let parts = |bytes: &[u8]| {
        let mut at = 17;
        let mut parts = Vec::new();
        for wide in [4, 4, 8, 8] {
            let mut length = [0u8; 8];
            length[..wide].copy_from_slice(&bytes[at..at + wide]);
            let end = at + wide + usize::try_from(u64::from_le_bytes(length)).unwrap();
            parts.push(bytes[at..end].to_vec());
            at = end;
        }
        parts
    };
    let mut mixed = parts(&full);
    mixed[2] = parts(&empty)[2].clone();
    let mut bytes = [&full[..17], &mixed.concat()].concat();
    let sum = Sha256::digest(&bytes);
    bytes.extend(sum);
    let file = into.path().join("mixed.waymark");
    fs::write(&file, bytes).unwrap();
    let words = passphrase();
    let restored = restore(&file, folder().path(), Secret::Passphrase(&words), at(200));
    assert!(
        matches!(
            restored,
            Err(Error::Damaged {
                what: Damage::Backup
            })
        ),
        "{restored:?}"
    );
}

#[test]
fn the_schedule_removes_what_it_made_of_this_vault_and_nothing_else() {
    let day = 24 * 3600;
    let mut desk = full_desk();
    let into = folder();
    let scheduled = |desk: &mut Desk, n: i64| {
        let made = desk
            .store
            .back_up(into.path(), &beside(), Occasion::Schedule, at(n * day));
        made.unwrap()
    };
    make_backup(&mut desk.store, into.path(), at(0)).unwrap();
    let mut foreign = full_desk();
    scheduled(&mut foreign, 0);
    fs::write(
        into.path().join("waymark-auto-20261003-090000.waymark"),
        "a letter",
    )
    .unwrap();
    // What a killed program left of one.
    let whole = fs::read(scheduled(&mut desk, 0).path).unwrap();
    fs::write(
        into.path().join(".waymark-0123456789abcdef.part"),
        &whole[..9000],
    )
    .unwrap();
    for n in 1..10 {
        scheduled(&mut desk, n);
    }
    assert_eq!(
        desk.store.last_scheduled_backup().unwrap(),
        Some(at(9 * day))
    );
    make_backup(&mut desk.store, into.path(), at(10 * day)).unwrap();
    assert_eq!(
        desk.store.last_scheduled_backup().unwrap(),
        Some(at(9 * day))
    );
    assert_eq!(desk.store.last_backup().unwrap(), Some(at(10 * day)));

    thin_backups(into.path(), desk.store.vault_id()).unwrap();
    assert_eq!(
        names(into.path()),
        [
            "waymark-20261003-080000.waymark",
            "waymark-20261013-080000.waymark",
            // Another vault's, and one that is none.
            "waymark-auto-20261003-080000.waymark",
            "waymark-auto-20261003-090000.waymark",
            // The last of its week, and seven days.
            "waymark-auto-20261004-080000.waymark",
            "waymark-auto-20261006-080000.waymark",
            "waymark-auto-20261007-080000.waymark",
            "waymark-auto-20261008-080000.waymark",
            "waymark-auto-20261009-080000.waymark",
            "waymark-auto-20261010-080000.waymark",
            "waymark-auto-20261011-080000.waymark",
            "waymark-auto-20261012-080000.waymark",
        ]
    );
}

#[test]
fn two_backups_in_one_second_do_not_overwrite_each_other() {
    let mut desk = full_desk();
    let into = folder();
    for _ in 0..3 {
        make_backup(&mut desk.store, into.path(), at(100)).unwrap();
    }
    assert_eq!(names(into.path()).len(), 3);
    for name in names(into.path()) {
        let words = passphrase();
        describe_backup(&into.path().join(name), Secret::Passphrase(&words)).unwrap();
    }
}
