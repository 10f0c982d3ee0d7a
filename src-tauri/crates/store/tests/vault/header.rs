//! The key header: an old one that is put back, a passphrase change that is cut off, a new data key.

use std::{fs, path::Path};

use data_encoding::HEXLOWER;
use sha2::{Digest, Sha256};
use store::{
    Damage, Error, FindingKind, Op, Passphrase, Presence, RecoveryCode, Secret, Store, presence,
};
use tempfile::TempDir;

use crate::kit::*;

const NEW: &str = "four green lamps hum";
const COPIES: [&str; 2] = ["vault.hdr", "vault.hdr2"];

fn vault(dir: &Path, name: &str) -> std::path::PathBuf {
    dir.join("vault").join(name)
}

fn open_with(dir: &Path, words: &str) -> store::Result<Store> {
    let words = Passphrase::new(words);
    Store::open(dir, Secret::Passphrase(&words), at(50))
}

/// A closed vault whose passphrase was changed, and the header of the day before.
fn changed() -> (TempDir, Vec<u8>) {
    let Desk { dir, mut store, .. } = desk_with(&person(1));
    let old = fs::read(vault(dir.path(), COPIES[0])).unwrap();
    store
        .change_passphrase(&passphrase(), &Passphrase::new(NEW), at(40))
        .unwrap();
    store.close().unwrap();
    (dir, old)
}

/// Counts its revision up and computes its checksum anew, as somebody can who has no key.
fn raised(header: &[u8]) -> Vec<u8> {
    let mut envelope: serde_json::Value = serde_json::from_slice(header).unwrap();
    let mut content: serde_json::Value =
        serde_json::from_str(envelope["content"].as_str().unwrap()).unwrap();
    content["revision"] = 99.into();
    let content = serde_json::to_string(&content).unwrap();
    envelope["checksum"] = HEXLOWER.encode(&Sha256::digest(content.as_bytes())).into();
    envelope["content"] = content.into();
    serde_json::to_vec_pretty(&envelope).unwrap()
}

#[test]
fn yesterdays_header_put_back_opens_with_yesterdays_passphrase_and_that_is_a_finding() {
    let (dir, old) = changed();
    for name in COPIES {
        fs::write(vault(dir.path(), name), &old).unwrap();
    }
    assert!(matches!(
        open_with(dir.path(), NEW),
        Err(Error::WrongPassphrase)
    ));
    for _ in 0..2 {
        let store = open_with(dir.path(), WORDS).unwrap();
        assert_eq!(found(&store), [(FindingKind::OldHeader, 0)]);
        assert!(!store.check().unwrap().is_well());
        store.close().unwrap();
    }
    // A passphrase that is set now ends it.
    let mut store = open_with(dir.path(), WORDS).unwrap();
    store
        .change_passphrase(
            &passphrase(),
            &Passphrase::new("another one entirely"),
            at(60),
        )
        .unwrap();
    store
        .transact(Op::Acknowledge, store::About::vault(), at(61), |tx| {
            tx.acknowledge(1, "Signe Holm")
        })
        .unwrap();
    store.close().unwrap();
    let store = open_with(dir.path(), "another one entirely").unwrap();
    assert_eq!(found(&store), []);
    assert!(store.check().unwrap().is_well());
}

#[test]
fn one_copy_of_yesterdays_header_opens_nothing_and_is_mended() {
    for name in COPIES {
        let (dir, old) = changed();
        fs::write(vault(dir.path(), name), &old).unwrap();
        assert!(matches!(
            open_with(dir.path(), WORDS),
            Err(Error::WrongPassphrase)
        ));
        let store = open_with(dir.path(), NEW).unwrap();
        assert_eq!(found(&store), []);
        store.close().unwrap();
        let [first, second] = COPIES.map(|name| fs::read(vault(dir.path(), name)).unwrap());
        assert!(first == second && first != old, "{name}");
    }
}

#[test]
fn yesterdays_header_with_a_higher_revision_is_refused_and_keeps_nobody_out() {
    for names in [&COPIES[..1], &COPIES[1..], &COPIES[..]] {
        let (dir, old) = changed();
        for name in names {
            fs::write(vault(dir.path(), name), raised(&old)).unwrap();
        }
        let with_the_old = open_with(dir.path(), WORDS);
        let with_the_new = open_with(dir.path(), NEW);
        if names.len() == 2 {
            assert!(
                matches!(
                    with_the_old,
                    Err(Error::Damaged {
                        what: Damage::Header
                    })
                ),
                "{with_the_old:?}"
            );
            assert!(with_the_new.is_err());
        } else {
            assert!(
                matches!(with_the_old, Err(Error::WrongPassphrase)),
                "{with_the_old:?}"
            );
            let store = with_the_new.unwrap();
            assert_eq!(found(&store), []);
            store.close().unwrap();
            // And the forged one is gone.
            let [first, second] = COPIES.map(|name| fs::read(vault(dir.path(), name)).unwrap());
            assert_eq!(first, second);
        }
    }
}

#[test]
fn a_copy_of_another_vaults_header_keeps_nobody_out() {
    let (dir, _) = changed();
    let (other, _) = changed();
    fs::copy(vault(other.path(), COPIES[0]), vault(dir.path(), COPIES[0])).unwrap();
    fs::write(
        vault(dir.path(), COPIES[0]),
        raised(&fs::read(vault(dir.path(), COPIES[0])).unwrap()),
    )
    .unwrap();
    let opened = open_with(dir.path(), NEW);
    assert!(opened.is_ok(), "{opened:?}");
}

/// A folder in the way of a header that is to be written: everything else still works.
struct InTheWay(std::path::PathBuf);

impl InTheWay {
    fn of(dir: &Path, name: &str) -> Self {
        let beside = vault(dir, name).with_extension("tmp");
        fs::create_dir(&beside).unwrap();
        fs::write(beside.join("x"), "x").unwrap();
        Self(beside)
    }
}

impl Drop for InTheWay {
    fn drop(&mut self) {
        fs::remove_dir_all(&self.0).unwrap();
    }
}

#[test]
fn a_passphrase_change_that_cannot_be_written_is_an_error_and_the_old_passphrase_stays() {
    let Desk {
        dir,
        mut store,
        code,
    } = desk_with(&person(1));
    let before = fs::read(vault(dir.path(), COPIES[0])).unwrap();
    {
        let _in_the_way = InTheWay::of(dir.path(), COPIES[0]);
        assert!(
            store
                .change_passphrase(&passphrase(), &Passphrase::new(NEW), at(40))
                .is_err()
        );
    }
    store.check_passphrase(&passphrase()).unwrap();
    assert!(store.check_passphrase(&Passphrase::new(NEW)).is_err());
    for name in COPIES {
        assert_eq!(fs::read(vault(dir.path(), name)).unwrap(), before);
    }
    store.close().unwrap();
    assert!(matches!(
        open_with(dir.path(), NEW),
        Err(Error::WrongPassphrase)
    ));
    let mut store = open_with(dir.path(), WORDS).unwrap();
    assert_eq!(found(&store), []);
    // And it can be tried again.
    store
        .change_passphrase(&passphrase(), &Passphrase::new(NEW), at(41))
        .unwrap();
    store.close().unwrap();
    let store = open_with(dir.path(), NEW).unwrap();
    assert!(store.check().unwrap().is_well());
    store.close().unwrap();
    Store::open(dir.path(), Secret::RecoveryCode(&code), at(42)).unwrap();
}

#[test]
fn a_second_copy_that_cannot_be_written_is_written_at_the_next_start() {
    let Desk { dir, mut store, .. } = desk_with(&person(1));
    {
        // Both copies are written by way of one name beside them, so the second is made unwritable by a folder at its place.
        let second = vault(dir.path(), COPIES[1]);
        fs::remove_file(&second).unwrap();
        fs::create_dir(&second).unwrap();
        fs::write(second.join("x"), "x").unwrap();
        store
            .change_passphrase(&passphrase(), &Passphrase::new(NEW), at(40))
            .unwrap();
        assert_eq!(store.check().unwrap().header_copies, 1);
        fs::remove_dir_all(&second).unwrap();
    }
    store.close().unwrap();
    assert!(matches!(
        open_with(dir.path(), WORDS),
        Err(Error::WrongPassphrase)
    ));
    open_with(dir.path(), NEW).unwrap().close().unwrap();
    let [first, second] = COPIES.map(|name| fs::read(vault(dir.path(), name)).unwrap());
    assert_eq!(first, second);
}

/// The states that a killed passphrase change can leave, made of the files before and after.
#[test]
fn a_passphrase_change_that_is_cut_off_leaves_the_old_or_the_new_one_and_says_which() {
    let Desk { dir, mut store, .. } = desk_with(&person(1));
    store.settle().unwrap();
    let before = folder();
    copy_folder(dir.path(), before.path());
    store
        .change_passphrase(&passphrase(), &Passphrase::new(NEW), at(40))
        .unwrap();
    // As a crash right after it leaves it: nothing was closed.
    let after = folder();
    copy_folder(dir.path(), after.path());
    store.close().unwrap();

    // Killed before anything was written.
    let store = open_with(before.path(), WORDS).unwrap();
    assert_eq!(found(&store), []);
    store.close().unwrap();

    // Killed after the audit row, with the header and its copy of before, or half of the new one beside it.
    for half in [false, true] {
        let cut = folder();
        copy_folder(after.path(), cut.path());
        for name in COPIES {
            fs::copy(vault(before.path(), name), vault(cut.path(), name)).unwrap();
        }
        if half {
            let new = fs::read(vault(after.path(), COPIES[0])).unwrap();
            fs::write(vault(cut.path(), "vault.tmp"), &new[..100]).unwrap();
        }
        unexpect_nothing(cut.path(), &vault(before.path(), COPIES[0]));
        assert!(matches!(
            open_with(cut.path(), NEW),
            Err(Error::WrongPassphrase)
        ));
        let store = open_with(cut.path(), WORDS).unwrap();
        assert_eq!(found(&store), [(FindingKind::PassphraseUnfinished, 0)]);
        assert!(!store.check().unwrap().is_well());
        store.close().unwrap();
    }

    // Killed between the two copies, and right after success.
    for copies in [1, 2] {
        let cut = folder();
        copy_folder(after.path(), cut.path());
        if copies == 1 {
            fs::copy(
                vault(before.path(), COPIES[1]),
                vault(cut.path(), COPIES[1]),
            )
            .unwrap();
        }
        assert!(matches!(
            open_with(cut.path(), WORDS),
            Err(Error::WrongPassphrase)
        ));
        let store = open_with(cut.path(), NEW).unwrap();
        assert_eq!(found(&store), []);
        assert!(store.check().unwrap().is_well());
        store.close().unwrap();
        let [first, second] = COPIES.map(|name| fs::read(vault(cut.path(), name)).unwrap());
        assert_eq!(first, second);
    }
}

/// Says in the database that the header before may still lie there, which is what it says until the first copy is written.
fn unexpect_nothing(dir: &Path, before: &Path) {
    let envelope: serde_json::Value = serde_json::from_slice(&fs::read(before).unwrap()).unwrap();
    let hash = Sha256::digest(envelope["content"].as_str().unwrap().as_bytes());
    let store = {
        // Opened by way of the new header, which does not disturb the copies that are tested.
        let aside = folder();
        copy_folder(dir, aside.path());
        let store = open_with(aside.path(), WORDS).unwrap();
        let conn = store.open_for_tests(&vault(dir, "vault.db")).unwrap();
        conn.execute("UPDATE vault SET header_before = ?", [hash.to_vec()])
            .unwrap();
        drop(conn);
        store
    };
    store.close().unwrap();
}

/// A header that is there although writing it failed: the folder could not be flushed. Root may read everything, so the test
/// becomes nobody first.
#[cfg(unix)]
#[test]
fn a_header_that_was_written_although_writing_it_failed_is_taken_back() {
    use std::os::unix::{fs::MetadataExt, fs::PermissionsExt, fs::chown, process::CommandExt};
    const CHILD: &str = "WAYMARK_HEADER_TEST_CHILD";
    let mode = |dir: &Path, mode| {
        fs::set_permissions(dir.join("vault"), fs::Permissions::from_mode(mode)).unwrap();
    };
    if let Some(dir) = std::env::var_os(CHILD) {
        let dir = Path::new(&dir);
        let mut store = open_with(dir, WORDS).unwrap();
        // Files can be made and renamed in it, but it cannot be opened itself.
        mode(dir, 0o300);
        let changed = store.change_passphrase(&passphrase(), &Passphrase::new(NEW), at(40));
        mode(dir, 0o700);
        assert!(changed.is_err(), "the folder could be flushed after all");
        store.close().unwrap();
        assert!(matches!(open_with(dir, NEW), Err(Error::WrongPassphrase)));
        assert_eq!(found(&open_with(dir, WORDS).unwrap()), []);
        return;
    }
    let Desk { dir, store, .. } = desk_with(&person(1));
    store.close().unwrap();
    let root = fs::metadata("/proc/self").is_ok_and(|me| me.uid() == 0);
    let mut child = std::process::Command::new(std::env::current_exe().unwrap());
    child
        .args([
            "header::a_header_that_was_written_although_writing_it_failed_is_taken_back",
            "--exact",
            "--nocapture",
        ])
        .env(CHILD, dir.path());
    if root {
        const NOBODY: u32 = 65_534;
        let mut paths = vec![dir.path().to_owned(), dir.path().join("vault")];
        for folder in paths.clone() {
            paths.extend(
                fs::read_dir(folder)
                    .unwrap()
                    .map(|entry| entry.unwrap().path()),
            );
        }
        for path in paths {
            chown(path, Some(NOBODY), Some(NOBODY)).unwrap();
        }
        child.uid(NOBODY).gid(NOBODY);
    }
    let output = child.output().unwrap();
    assert!(
        output.status.success(),
        "{}{}",
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    );
}

#[test]
fn a_passphrase_opens_however_the_keyboard_composes_it() {
    // å, é and the Korean syllable 한, composed, decomposed; an ordinary, a no-break and an ideographic space.
    let ways = [
        "blå café 한 x",
        "bla\u{30a} cafe\u{301} \u{1112}\u{1161}\u{11ab} x",
        "blå\u{a0}café\u{3000}한\u{202f}x",
    ];
    for made in ways {
        let dir = folder();
        let (store, _) = Store::create(
            dir.path(),
            &Passphrase::new(made),
            &practitioner(),
            store::KdfCost::FAST_FOR_TESTS,
            at(0),
        )
        .unwrap();
        store.close().unwrap();
        for typed in ways {
            open_with(dir.path(), typed).unwrap().close().unwrap();
        }
        // Case, width, accents and the number of spaces still tell.
        for other in [
            "Blå café 한 x",
            "bla cafe 한 x",
            "blå  café 한 x",
            "ｂlå café 한 x",
            "blå café 한 x ",
        ] {
            assert!(
                matches!(open_with(dir.path(), other), Err(Error::WrongPassphrase)),
                "{other}"
            );
        }
    }
}

fn everything(store: &Store) -> String {
    let conn = store.connection_for_tests();
    tables(conn)
        .iter()
        .filter(|table| {
            !["audit", "vault", "unindexed", "undo"].contains(&table.as_str())
                && !table.starts_with("search")
        })
        .map(|table| dump(conn, table))
        .collect()
}

fn has_new_key(dir: &Path, old_header: &[u8]) -> bool {
    fs::read(vault(dir, COPIES[0])).unwrap() != old_header
}

#[test]
fn with_a_new_data_key_all_is_as_it_was_and_nothing_old_opens_it() {
    let Desk {
        dir,
        mut store,
        code,
    } = signed_desk();
    let backups = folder();
    for n in 0..2 {
        make_backup(&mut store, backups.path(), at(80 + n)).unwrap();
    }
    store.settle().unwrap();
    let before = everything(&store);
    let old = folder();
    copy_folder(dir.path(), old.path());
    let wrong = Passphrase::new(NEW);
    assert!(matches!(
        store.new_data_key(&wrong, at(90)),
        Err(Error::WrongPassphrase)
    ));
    let made = store.new_data_key(&passphrase(), at(90)).unwrap();
    assert_eq!(everything(&store), before);
    let named: Vec<&str> = made
        .old_backups
        .iter()
        .map(|(name, _)| name.as_str())
        .collect();
    assert_eq!(
        named,
        [
            "waymark-20261003-080120.waymark",
            "waymark-20261003-080121.waymark"
        ]
    );
    assert_eq!(store.audit(at(90), at(90)).unwrap()[0].op, Op::NewKey);
    assert!(store.check().unwrap().is_well());
    // Work goes on with it.
    save_person(&mut store, &person(2));
    store.undo(None, at(91)).unwrap();
    let again = make_backup(&mut store, backups.path(), at(92)).unwrap();
    store.close().unwrap();
    let mut left: Vec<_> = fs::read_dir(dir.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    left.sort();
    assert_eq!(left, ["vault", "vault.lock"], "the old vault is gone");

    let store = open_with(dir.path(), WORDS).unwrap();
    assert_eq!((everything(&store), found(&store)), (before, vec![]));
    store.close().unwrap();
    Store::open(dir.path(), Secret::RecoveryCode(&made.code), at(93))
        .unwrap()
        .close()
        .unwrap();
    // The old code, in the vault and in a backup made since.
    let with_the_old_code = Store::open(dir.path(), Secret::RecoveryCode(&code), at(94));
    assert!(matches!(with_the_old_code, Err(Error::WrongRecoveryCode)));
    let elsewhere = folder();
    let restored = store::restore(
        &again.path,
        elsewhere.path(),
        Secret::RecoveryCode(&code),
        at(95),
    );
    assert!(matches!(restored, Err(Error::WrongRecoveryCode)));
    // The old header file, and with it the old data key.
    for name in COPIES {
        fs::copy(vault(old.path(), name), vault(dir.path(), name)).unwrap();
    }
    let with_the_old_key = open_with(dir.path(), WORDS);
    assert!(
        matches!(
            with_the_old_key,
            Err(Error::Damaged {
                what: Damage::Database
            })
        ),
        "{with_the_old_key:?}"
    );
    // Old backups still open with what opened them then, which is why they are named.
    let elsewhere = folder();
    let secret = Secret::RecoveryCode(&code);
    store::restore(
        &backups.path().join(named[0]),
        elsewhere.path(),
        secret,
        at(96),
    )
    .unwrap();
}

/// Every state that a killed program can leave while it gives the new vault its name.
#[test]
fn a_new_data_key_that_is_cut_off_leaves_the_old_or_the_new_vault() {
    let Desk { dir, mut store, .. } = signed_desk();
    store.settle().unwrap();
    let (old, new) = (folder(), folder());
    copy_folder(dir.path(), old.path());
    let before = everything(&store);
    store.new_data_key(&passphrase(), at(90)).unwrap();
    store.settle().unwrap();
    copy_folder(dir.path(), new.path());
    store.close().unwrap();
    let old_header = fs::read(vault(old.path(), COPIES[0])).unwrap();
    for (there, is_new) in [
        // Encrypting anew: half a vault beside the old one; a whole one; one that waits for its name.
        (vec![("half", "vault.making"), ("old", "vault")], false),
        (vec![("new", "vault.making"), ("old", "vault")], false),
        (vec![("new", "vault.incoming"), ("old", "vault")], false),
        // Between the renames, and before the old one is removed.
        (
            vec![
                ("new", "vault.incoming"),
                ("old", "vault-replaced-20261003-080130"),
            ],
            true,
        ),
        (
            vec![("new", "vault"), ("old", "vault-replaced-20261003-080130")],
            true,
        ),
    ] {
        let cut = folder();
        for (which, name) in &there {
            let from = if *which == "old" {
                old.path()
            } else {
                new.path()
            };
            copy_folder(&from.join("vault"), &cut.path().join(name));
            if *which == "half" {
                let database = cut.path().join(name).join("vault.db");
                let bytes = fs::read(&database).unwrap();
                fs::write(&database, &bytes[..bytes.len() / 2]).unwrap();
            }
        }
        assert_eq!(presence(cut.path()), Presence::Vault);
        let mut store = open_with(cut.path(), WORDS).unwrap();
        assert_eq!(everything(&store), before, "{there:?}");
        assert_eq!(found(&store), []);
        assert!(store.check().unwrap().is_well());
        assert_eq!(has_new_key(cut.path(), &old_header), is_new, "{there:?}");
        // And what was begun can be done again.
        store.new_data_key(&passphrase(), at(91)).unwrap();
        store.close().unwrap();
        assert_eq!(everything(&open_with(cut.path(), WORDS).unwrap()), before);
    }
}

#[test]
fn a_new_data_key_for_which_there_is_no_room_leaves_the_old_vault() {
    let Desk {
        dir,
        mut store,
        code,
    } = signed_desk();
    let before = everything(&store);
    // A file where the new vault is to be made.
    fs::write(dir.path().join("vault.making"), "in the way").unwrap();
    assert!(store.new_data_key(&passphrase(), at(90)).is_err());
    assert_eq!(everything(&store), before);
    save_person(&mut store, &person(2));
    fs::remove_file(dir.path().join("vault.making")).unwrap();
    // One that waits for its name and cannot get it.
    fs::create_dir(dir.path().join("vault.incoming")).unwrap();
    store.close().unwrap();
    let store = open_with(dir.path(), WORDS).unwrap();
    assert_eq!(store.people().unwrap().len(), 2);
    assert!(store.check().unwrap().is_well());
    store.close().unwrap();
    let typed = RecoveryCode::parse(&code.to_string()).unwrap();
    Store::open(dir.path(), Secret::RecoveryCode(&typed), at(99)).unwrap();
}
