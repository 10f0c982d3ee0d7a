//! A stick: a file system of its own in a file, which can be pulled out while its files are open, fail, and be put back.

use std::{
    fs::{self, File},
    path::{Path, PathBuf},
    process::Command,
};

use tempfile::TempDir;

use crate::small_disk::without_mount;

/// A stick that is plugged in until it is dropped.
#[derive(Debug)]
pub struct Stick {
    folder: TempDir,
}

impl Stick {
    /// Makes one of 24 MB; `None` where somebody said that this machine cannot mount.
    ///
    /// # Panics
    /// Where it cannot and nobody said so: what was not tried must not count as passed.
    pub fn new() -> Option<Self> {
        if without_mount() {
            return None;
        }
        let stick = Self {
            folder: TempDir::new().unwrap(),
        };
        fs::create_dir(stick.path()).unwrap();
        let image = File::create(stick.image()).unwrap();
        image.set_len(24 << 20).unwrap();
        run(Command::new("mkfs.ext4").arg("-q").arg(stick.image()));
        stick.put_back();
        Some(stick)
    }

    fn image(&self) -> PathBuf {
        self.folder.path().join("image")
    }

    /// Where it is mounted.
    pub fn path(&self) -> PathBuf {
        self.folder.path().join("stick")
    }

    /// Pulls it out: whatever is open on it answers with an error of input and output, and its folder is empty.
    pub fn pull(&self) {
        self.fail();
        unmount(&self.path());
    }

    /// It stays where it is and answers nothing any more.
    pub fn fail(&self) {
        // EXT4_IOC_SHUTDOWN without a last flush. An ioctl has no safe way in Rust.
        let shut = "import fcntl, os, struct, sys
fcntl.ioctl(os.open(sys.argv[1], os.O_RDONLY), 0x8004587D, struct.pack('I', 2))";
        run(Command::new("python3").args(["-c", shut]).arg(self.path()));
    }

    /// The system turns it read-only under whoever is writing, as it does after a fault of the disk.
    pub fn turn_read_only(&self) {
        let abort = ["-o", "remount,abort"];
        run(Command::new("mount").args(abort).arg(self.path()));
    }

    /// Puts it in, with everything that was on disk.
    pub fn put_back(&self) {
        unmount(&self.path());
        // A copy: the system would find the device that failed again, which lives as long as anything is open on it.
        let copy = self.folder.path().join("copy");
        fs::copy(self.image(), &copy).unwrap();
        fs::rename(copy, self.image()).unwrap();
        let mut mount = Command::new("mount");
        run(mount
            .args(["-o", "loop"])
            .arg(self.image())
            .arg(self.path()));
    }
}

impl Drop for Stick {
    fn drop(&mut self) {
        unmount(&self.path());
    }
}

fn unmount(path: &Path) {
    // It may not be mounted.
    let _ = Command::new("umount").arg("-ql").arg(path).output();
}

fn run(command: &mut Command) {
    let done = command.output().unwrap();
    assert!(
        done.status.success(),
        "{command:?}: {}. Run the tests as root, with loop devices, or leave out what needs them with WAYMARK_WITHOUT_MOUNT=1",
        String::from_utf8_lossy(&done.stderr)
    );
}
