//! A small disk in memory. The store's suite, the command line's and the journeys take this file in by its path, since they
//! know nothing else of the kit.

#![allow(dead_code, reason = "each suite needs a part of it")]

use std::{
    fs::{self, File},
    io::{self, Write},
    path::{Path, PathBuf},
    process::{Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use tempfile::TempDir;

/// Says that this machine has no right to mount, and that tests which need it are to be left out.
const WITHOUT_MOUNT: &str = "WAYMARK_WITHOUT_MOUNT";

/// Tells whether somebody said that this machine cannot mount; and says that a test is left out for it.
pub fn without_mount() -> bool {
    let without = std::env::var_os(WITHOUT_MOUNT).is_some();
    if without {
        // Past the macros, whose words are shown for failed tests only.
        let _ = writeln!(
            io::stderr(),
            "LEFT OUT: a test that needs a disk of its own"
        );
    }
    without
}

/// A small disk in memory, mounted until it is dropped.
#[derive(Debug)]
pub struct SmallDisk {
    place: PathBuf,
    /// The folder it is mounted on, where that is of its own making.
    _folder: Option<TempDir>,
}

impl SmallDisk {
    /// Makes one in a folder of its own; as [`SmallDisk::on`].
    pub fn new(options: &str) -> Option<Self> {
        let folder = TempDir::new().unwrap();
        let mut disk = Self::on(folder.path(), options)?;
        disk._folder = Some(folder);
        Some(disk)
    }

    /// Makes one in a place, with options of tmpfs such as `size=8m`; `None` where somebody said that this machine cannot.
    ///
    /// # Panics
    /// Where it cannot and nobody said so: what was not tried must not count as passed.
    pub fn on(place: impl Into<PathBuf>, options: &str) -> Option<Self> {
        if without_mount() {
            return None;
        }
        let place = place.into();
        fs::create_dir_all(&place).unwrap();
        let made = Command::new("mount")
            .args(["-t", "tmpfs", "-o", options, "tmpfs"])
            .arg(&place)
            .stderr(Stdio::null())
            .status();
        assert!(
            made.is_ok_and(|status| status.success()),
            "no right to mount a small disk: run the tests as root, or leave out what needs one with {WITHOUT_MOUNT}=1"
        );
        Some(Self {
            place,
            _folder: None,
        })
    }

    /// Where it is mounted.
    pub fn path(&self) -> &Path {
        &self.place
    }

    /// What fills it.
    pub fn ballast(&self) -> PathBuf {
        self.place.join("ballast")
    }

    /// Fills it to the last byte.
    pub fn fill(&self) {
        let mut file = File::create(self.ballast()).unwrap();
        for size in [1 << 20, 4096, 1] {
            while file.write_all(&vec![7; size]).is_ok() {}
        }
    }

    /// Takes away what fills it.
    pub fn make_room(&self) {
        fs::remove_file(self.ballast()).unwrap();
    }

    /// Changes its options. A disk that is written to cannot become read-only: a child process that another test is just
    /// starting holds our files open until its own program begins, so this waits for that.
    pub fn remount(&self, options: &str) {
        let since = Instant::now();
        let mut remount = Command::new("mount");
        remount.args(["-o", &format!("remount,{options}")]);
        remount.arg(&self.place);
        while !remount.status().unwrap().success() {
            assert!(since.elapsed() < Duration::from_secs(30), "{options}");
            thread::sleep(Duration::from_millis(50));
        }
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg("-l").arg(&self.place).status();
    }
}
