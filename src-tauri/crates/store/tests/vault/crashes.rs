//! Killed programs, full disks, folders that cannot be written, two programs at once.

use std::{
    fs,
    io::{BufRead, BufReader},
    path::Path,
    process::{Command, Stdio},
    time::Duration,
};

use domain::change::Area;
use store::{About, CannotWrite, Error, KdfCost, Op, Outside, Presence, Secret, Store, presence};

use crate::kit::*;
#[cfg(target_os = "linux")]
use crate::small_disk::SmallDisk;

/// Tells a child process of a test which folder to work in.
const CHILD: &str = "WAYMARK_STORE_TEST_CHILD";

fn child_folder() -> Option<std::path::PathBuf> {
    std::env::var_os(CHILD).map(Into::into)
}

/// Runs one test of this binary again in a process of its own.
fn child(test: &str, folder: &Path) -> Command {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command
        .args([test, "--exact", "--nocapture"])
        .env(CHILD, folder);
    command
}

fn say(store: &mut Store, number: u16) -> store::Result<()> {
    let said = statement(
        1,
        number,
        &format!("statement {number} {}", "word ".repeat(300)),
    );
    let id = person_id(1);
    store.transact(
        Op::AddStatement,
        About::person(id),
        at(i64::from(number)),
        |tx| tx.add_statement(id, &said),
    )
}

fn heard(store: &Store) -> Vec<u16> {
    let mut numbers: Vec<u16> = store
        .statements(person_id(1))
        .unwrap()
        .iter()
        .map(|s| s.words.split(' ').nth(1).unwrap().parse().unwrap())
        .collect();
    numbers.sort_unstable();
    numbers
}

#[test]
fn no_acknowledged_save_is_lost_to_kill_nine() {
    if let Some(dir) = child_folder() {
        let mut store = open(&dir).unwrap();
        let first = heard(&store).last().map_or(1, |last| last + 1);
        for number in first.. {
            say(&mut store, number).unwrap();
            println!("saved {number}");
            if number % 7 == 0 {
                store.tend().unwrap();
            }
            if number % 13 == 0 {
                store.settle().unwrap();
            }
        }
        unreachable!("killed before");
    }
    let Desk { dir, store, .. } = desk_with(&person(1));
    store.close().unwrap();
    let (mut acknowledged, mut kills) = (0u16, 0);
    for round in 0..25u64 {
        let mut writer = child(
            "crashes::no_acknowledged_save_is_lost_to_kill_nine",
            dir.path(),
        )
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
        let mut lines = BufReader::new(writer.stdout.take().unwrap())
            .lines()
            .map_while(Result::ok)
            .filter_map(|line| line.strip_prefix("saved ")?.parse::<u16>().ok());
        // On a busy machine a start takes longer than a whole round, so the clock runs from the first save.
        let first = lines.next().expect("the writer never got to write");
        let reader = std::thread::spawn(move || lines.last().unwrap_or(first));
        std::thread::sleep(Duration::from_millis(round * 37 % 110));
        writer.kill().unwrap();
        writer.wait().unwrap();
        kills += 1;
        acknowledged = reader.join().unwrap();

        let store = open(dir.path()).unwrap();
        assert_eq!(found(&store), []);
        let there = heard(&store);
        assert!(
            there.len() >= usize::from(acknowledged),
            "{acknowledged} acknowledged, {} there",
            there.len()
        );
        assert_eq!(
            there,
            (1..=u16::try_from(there.len()).unwrap()).collect::<Vec<_>>()
        );
        let report = store.check().unwrap();
        assert!(report.is_well(), "{report:?}");
        store.close().unwrap();
    }
    println!("{kills} kills, {acknowledged} acknowledged saves, 0 lost");
}

#[test]
fn a_full_disk_is_named_loses_nothing_and_work_goes_on_when_there_is_room() {
    let mut desk = desk_with(&person(1));
    let pages: i64 = desk
        .store
        .connection_for_tests()
        .query_row("PRAGMA page_count", [], |row| row.get(0))
        .unwrap();
    let limit = |store: &Store, pages: i64| {
        store
            .connection_for_tests()
            .query_row(&format!("PRAGMA max_page_count = {pages}"), [], |_| Ok(()))
            .unwrap();
    };
    limit(&desk.store, pages + 3);
    let mut saved = 0;
    let error = loop {
        match say(&mut desk.store, saved + 1) {
            Ok(()) => saved += 1,
            Err(error) => break error,
        }
    };
    assert!(matches!(error, Error::DiskFull), "{error:?}");
    assert_eq!(heard(&desk.store).len(), usize::from(saved));
    limit(&desk.store, 1_000_000);
    say(&mut desk.store, saved + 1).unwrap();
    assert_eq!(
        desk.store.undo(None, at(9)).unwrap(),
        Some(Op::AddStatement)
    );
    assert_eq!(heard(&desk.store).len(), usize::from(saved));
    assert!(desk.store.check().unwrap().is_well());
}

/// Needs the right to mount, as continuous integration has it.
#[cfg(target_os = "linux")]
#[test]
fn a_really_full_disk_loses_nothing_either() {
    let Some(disk) = SmallDisk::new("size=4m") else {
        return;
    };
    let dir = data_on(&disk);
    let (mut store, _) = create(&dir).unwrap();
    save_person(&mut store, &person(1));
    let mut saved = 0;
    let error = loop {
        match say(&mut store, saved + 1) {
            Ok(()) => saved += 1,
            Err(error) => break error,
        }
    };
    assert!(matches!(error, Error::DiskFull), "{error:?}");
    for _ in 0..20 {
        let said = say(&mut store, saved + 1);
        assert!(matches!(said, Err(Error::DiskFull)), "{said:?}");
    }
    assert_eq!(heard(&store).len(), usize::from(saved));
    assert!(matches!(
        make_backup(&mut store, disk.path(), at(1)),
        Err(Error::Outside {
            why: Outside::Full,
            ..
        })
    ));
    disk.remount("size=16m");
    say(&mut store, saved + 1).unwrap();
    store.close().unwrap();
    let store = open(&dir).unwrap();
    assert_eq!(heard(&store).len(), usize::from(saved) + 1);
    assert_eq!(found(&store), []);
    assert!(store.check().unwrap().is_well());
    println!("{saved} saves kept on a full disk, 21 refused by name, work went on");

    store.close().unwrap();
    assert_eq!(heard(&open(&dir).unwrap()).len(), usize::from(saved) + 1);
}

#[cfg(target_os = "linux")]
fn data_on(disk: &SmallDisk) -> std::path::PathBuf {
    disk.path().join("data")
}

/// Fills a disk, and sees that it is.
#[cfg(target_os = "linux")]
fn fill(disk: &SmallDisk) {
    disk.fill();
    assert_eq!(free(disk.path()), 0);
}

/// The blocks that are free.
#[cfg(target_os = "linux")]
fn free(dir: &Path) -> u64 {
    let said = Command::new("stat")
        .args(["-f", "-c", "%f"])
        .arg(dir)
        .output();
    let said = String::from_utf8(said.unwrap().stdout).unwrap();
    said.trim().parse().unwrap()
}

/// Somebody opens a vault where nothing can be written: everything is there, each save says what is in the way, and when that
/// is gone, it goes on.
#[cfg(target_os = "linux")]
fn reads_and_goes_on(dir: &Path, saved: u16, why: CannotWrite, make_room: impl FnOnce()) {
    let files = || {
        let mut files: Vec<_> = fs::read_dir(dir.join("vault"))
            .unwrap()
            .map(|entry| entry.unwrap())
            .map(|entry| (entry.file_name(), entry.metadata().unwrap().len()))
            .filter(|(name, _)| !name.to_string_lossy().ends_with("-shm"))
            .filter(|(name, length)| *length > 0 || !name.to_string_lossy().ends_with("-wal"))
            .collect();
        files.sort();
        files
    };
    let before = files();
    let mut store = open(dir).unwrap();
    assert_eq!(store.cannot_write(), Some(why));
    assert_eq!(heard(&store), (1..=saved).collect::<Vec<_>>());
    // Found as ever: what the index knows, what it does not know yet, and nothing that it knows no more.
    assert_eq!(
        store.search("statement", 99).unwrap().len(),
        usize::from(saved)
    );
    assert_eq!(store.search("statement 4", 99).unwrap().len(), 1);
    assert_eq!(store.search("statement", 3).unwrap().len(), 3);
    assert_eq!(store.search("asne", 99).unwrap().len(), 1);
    assert_eq!(store.search("maria", 99).unwrap(), []);
    assert_eq!(found(&store), []);
    for _ in 0..3 {
        let said = say(&mut store, saved + 1);
        let named = match why {
            CannotWrite::Full => matches!(said, Err(Error::DiskFull)),
            CannotWrite::ReadOnly => matches!(said, Err(Error::ReadOnly)),
        };
        assert!(named, "{said:?}");
        assert!(store.tend().is_err());
        assert!(store.check().is_err(), "nobody is told that all is well");
    }
    assert_eq!(store.cannot_write(), Some(why));
    // Closed and opened again, as often as somebody likes.
    store.close().unwrap();
    assert_eq!(
        files(),
        before,
        "nothing was written and nothing thrown away"
    );
    let mut store = open(dir).unwrap();
    assert_eq!(heard(&store).len(), usize::from(saved));

    make_room();
    say(&mut store, saved + 1).unwrap();
    assert_eq!(store.cannot_write(), None);
    assert!(
        store
            .last_change()
            .unwrap()
            .touched
            .areas
            .contains(&Area::Vault)
    );
    assert_eq!(store.undo(None, at(99)).unwrap(), Some(Op::AddStatement));
    store.redo(None, at(99)).unwrap();
    assert!(store.check().unwrap().is_well());
    let trail = store.audit(at(1), at(1)).unwrap();
    assert_eq!(
        trail.last().unwrap().op,
        Op::OpenVault,
        "as it was opened then"
    );
    store.close().unwrap();
    let store = open(dir).unwrap();
    assert_eq!(heard(&store), (1..=saved + 1).collect::<Vec<_>>());
    assert_eq!(found(&store), []);
    assert!(store.check().unwrap().is_well());
    store.close().unwrap();
}

/// A vault with a few statements, and whether it lies there as a killed program leaves it, all of them in the log.
#[cfg(target_os = "linux")]
fn vault_on(disk: &SmallDisk, killed: bool) -> u16 {
    let Desk { dir, mut store, .. } = desk_with(&person(1));
    for number in 1..=3 {
        say(&mut store, number).unwrap();
    }
    assert_eq!(store.search("maria", 9).unwrap().len(), 1);
    say(&mut store, 4).unwrap();
    let mut renamed = person(1);
    renamed.details.preferred_name = "Åsne Hansen".to_owned();
    save_person(&mut store, &renamed);
    let copy = || {
        let to = data_on(disk).join("vault");
        fs::create_dir_all(&to).unwrap();
        for entry in fs::read_dir(dir.path().join("vault")).unwrap() {
            let entry = entry.unwrap();
            if !entry.file_name().to_string_lossy().ends_with("-shm") {
                fs::copy(entry.path(), to.join(entry.file_name())).unwrap();
            }
        }
    };
    if killed {
        copy();
        let log = data_on(disk).join("vault/vault.db-wal");
        assert!(fs::metadata(log).unwrap().len() > 0);
    } else {
        store.close().unwrap();
        copy();
    }
    4
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_still_opens_for_reading_and_work_goes_on_without_a_restart() {
    for killed in [false, true] {
        let Some(disk) = SmallDisk::new("size=8m") else {
            return;
        };
        let saved = vault_on(&disk, killed);
        fill(&disk);
        reads_and_goes_on(&data_on(&disk), saved, CannotWrite::Full, || {
            disk.make_room();
        });
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_read_only_disk_opens_for_reading_with_all_that_lies_in_its_log() {
    for killed in [false, true] {
        let Some(disk) = SmallDisk::new("size=8m") else {
            return;
        };
        let saved = vault_on(&disk, killed);
        disk.remount("ro");
        reads_and_goes_on(&data_on(&disk), saved, CannotWrite::ReadOnly, || {
            disk.remount("rw");
        });
    }
}

/// A few free bytes let SQLite open as usual; the row that says so is what does not fit.
#[cfg(target_os = "linux")]
#[test]
fn a_nearly_full_disk_opens_as_well() {
    for free in [4096, 40_960, 73_728, 131_072] {
        let Some(disk) = SmallDisk::new("size=8m") else {
            return;
        };
        let saved = vault_on(&disk, false);
        fill(&disk);
        let ballast = fs::OpenOptions::new()
            .write(true)
            .open(disk.ballast())
            .unwrap();
        let length = ballast.metadata().unwrap().len();
        ballast.set_len(length - free).unwrap();
        drop(ballast);
        let store = open(&data_on(&disk)).unwrap();
        assert_eq!(heard(&store).len(), usize::from(saved), "{free} bytes free");
        assert_eq!(found(&store), []);
        store.close().unwrap();
    }
}

/// Whoever wants to save a vault from a full disk needs a backup of it, elsewhere.
#[cfg(target_os = "linux")]
#[test]
fn a_backup_of_a_vault_on_a_full_disk_is_made_where_there_is_room_and_a_full_place_is_named() {
    let (Some(disk), Some(stick)) = (SmallDisk::new("size=8m"), SmallDisk::new("size=600k")) else {
        return;
    };
    let saved = vault_on(&disk, false);
    fill(&disk);
    let mut store = open(&data_on(&disk)).unwrap();
    let into = folder();
    let made = make_backup(&mut store, into.path(), at(9)).unwrap();
    assert_eq!(
        store.last_backup().unwrap(),
        None,
        "where it cannot be noted, it is not claimed"
    );
    assert_eq!(fs::read_dir(into.path()).unwrap().count(), 1);
    let full = make_backup(&mut store, stick.path(), at(10));
    assert!(
        matches!(&full, Err(Error::Outside { folder, why: Outside::Full }) if folder == stick.path()),
        "{full:?}"
    );
    assert_eq!(fs::read_dir(stick.path()).unwrap().count(), 0);
    store.close().unwrap();

    let elsewhere = folder();
    let words = passphrase();
    store::restore(
        &made.path,
        elsewhere.path(),
        Secret::Passphrase(&words),
        at(11),
    )
    .unwrap();
    assert_eq!(
        heard(&open(elsewhere.path()).unwrap()).len(),
        usize::from(saved)
    );
    // And nothing of a restore for which there is no room stays.
    let before = fs::read_dir(data_on(&disk)).unwrap().count();
    let restored = store::restore(
        &made.path,
        &data_on(&disk),
        Secret::Passphrase(&words),
        at(12),
    );
    assert!(matches!(restored, Err(Error::DiskFull)), "{restored:?}");
    assert_eq!(fs::read_dir(data_on(&disk)).unwrap().count(), before);
}

#[cfg(target_os = "linux")]
#[test]
fn a_vault_that_does_not_fit_is_not_half_made() {
    let Some(disk) = SmallDisk::new("size=200k") else {
        return;
    };
    let dir = data_on(&disk);
    let made = create(&dir);
    assert!(matches!(made, Err(Error::DiskFull)), "{made:?}");
    assert!(!dir.exists(), "nothing is left behind");
}

#[test]
fn a_vault_whose_making_fails_half_way_leaves_nothing_behind() {
    let outer = folder();
    let dir = outer.path().join("data");
    let mut impossible = practitioner();
    impossible.title = "x".repeat(300_000);
    for _ in 0..2 {
        let made = Store::create(
            &dir,
            &passphrase(),
            &impossible,
            KdfCost::FAST_FOR_TESTS,
            at(0),
        );
        assert!(matches!(made, Err(Error::TooLong { .. })), "{made:?}");
        assert!(!dir.exists());
        assert_eq!(presence(&dir), Presence::None);
    }
    // A folder that was there stays, with what was in it.
    fs::create_dir(&dir).unwrap();
    fs::write(dir.join("settings.json"), "{}").unwrap();
    let made = Store::create(
        &dir,
        &passphrase(),
        &impossible,
        KdfCost::FAST_FOR_TESTS,
        at(0),
    );
    assert!(made.is_err());
    assert_eq!(presence(&dir), Presence::None);
    assert!(dir.join("settings.json").exists() && !dir.join("vault.making").exists());
    create(&dir).unwrap();
}

#[test]
fn what_a_killed_attempt_left_is_swept_away() {
    let dir = folder();
    fs::create_dir(dir.path().join("vault.making")).unwrap();
    fs::write(dir.path().join("vault.making/vault.db"), "half").unwrap();
    assert_eq!(presence(dir.path()), Presence::None);
    let (store, _) = create(dir.path()).unwrap();
    store.close().unwrap();
    assert!(!dir.path().join("vault.making").exists());
}

#[test]
fn a_second_vault_is_not_made_over_the_first() {
    let Desk { dir, store, .. } = desk_with(&person(1));
    store.close().unwrap();
    assert!(matches!(create(dir.path()), Err(Error::AlreadyThere)));
    assert_eq!(open(dir.path()).unwrap().people().unwrap().len(), 1);
}

#[test]
fn two_programs_cannot_have_one_vault() {
    let desk = desk_with(&person(1));
    for _ in 0..20 {
        assert!(matches!(open(desk.dir.path()), Err(Error::InUse)));
    }
    assert!(matches!(create(desk.dir.path()), Err(Error::InUse)));
    assert!(desk.store.check().unwrap().is_well());
    let Desk { dir, store, .. } = desk;
    store.close().unwrap();
    open(dir.path()).unwrap();
}

/// Runs as somebody who may not write there; root may write everywhere, so root becomes nobody first.
#[cfg(unix)]
#[test]
fn a_folder_that_cannot_be_written_is_named_and_opens_for_reading() {
    use std::os::unix::{fs::MetadataExt, fs::PermissionsExt, fs::chown, process::CommandExt};
    if let Some(dir) = child_folder() {
        let store = open(&dir).unwrap();
        assert_eq!(store.cannot_write(), Some(CannotWrite::ReadOnly));
        assert_eq!(store.people().unwrap().len(), 1);
        let made = create(&dir.join("new"));
        assert!(matches!(made, Err(Error::ReadOnly)), "{made:?}");
        return;
    }
    const NOBODY: u32 = 65_534;
    let Desk { dir, store, .. } = desk_with(&person(1));
    store.close().unwrap();
    let root = fs::metadata("/proc/self").is_ok_and(|me| me.uid() == 0);
    let mut paths = vec![dir.path().to_owned(), dir.path().join("vault")];
    for folder in paths.clone() {
        paths.extend(
            fs::read_dir(folder)
                .unwrap()
                .map(|entry| entry.unwrap().path()),
        );
    }
    for path in &paths {
        let mode = if path.is_dir() { 0o500 } else { 0o400 };
        if root {
            chown(path, Some(NOBODY), Some(NOBODY)).unwrap();
        }
        fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    }
    let mut reader = child(
        "crashes::a_folder_that_cannot_be_written_is_named_and_opens_for_reading",
        dir.path(),
    );
    if root {
        reader.uid(NOBODY).gid(NOBODY);
    }
    let output = reader.output().unwrap();
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stdout)
    );
    for path in &paths {
        let mode = if path.is_dir() { 0o700 } else { 0o600 };
        fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    }
    assert_eq!(open(dir.path()).unwrap().people().unwrap().len(), 1);
}

#[test]
fn a_clock_that_goes_back_keeps_the_order() {
    let mut desk = desk_with(&person(1));
    let id = person_id(1);
    for moment in [at(1000), at(-40_000_000), at(500)] {
        desk.store
            .transact(Op::EditPerson, About::person(id), moment, |tx| {
                tx.save_person(&person(1))
            })
            .unwrap();
    }
    let trail = desk.store.audit(at(-99_000_000), at(9_000)).unwrap();
    let sequences: Vec<u64> = trail.iter().map(|entry| entry.sequence).collect();
    assert_eq!(sequences, (1..=5).collect::<Vec<_>>());
    assert!(desk.store.check().unwrap().is_well());
}
