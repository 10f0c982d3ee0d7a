//! Runs the built program on a folder of its own.

use std::{
    io::Write,
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
};

use tempfile::TempDir;

/// Opens every vault made here.
pub const PASSPHRASE: &str = "seven quiet lanterns by the harbour";

pub struct Desk {
    dir: TempDir,
}

/// What the program said and how it ended.
#[derive(Debug)]
pub struct Said {
    pub exit: i32,
    pub out: String,
    pub err: String,
}

impl Desk {
    pub fn new() -> Self {
        Self {
            dir: tempfile::tempdir().unwrap(),
        }
    }

    /// A desk with a sample vault on it.
    pub fn with_sample() -> Self {
        let desk = Self::new();
        desk.well(&["vault", "create", "--sample"]);
        desk
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.dir.path().join(name)
    }

    pub fn data(&self) -> PathBuf {
        self.path("data")
    }

    /// Runs the program with lines on its standard input.
    pub fn run(&self, args: &[&str], input: &str) -> Said {
        let mut child = Command::new(env!("CARGO_BIN_EXE_waymark-cli"))
            .args(args)
            .current_dir(self.dir.path())
            .env_clear()
            .env("WAYMARK_DATA_DIR", self.data())
            .env("HOME", self.path("home"))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        // A program that needs no passphrase may end before it is written.
        let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
        Said::of(child.wait_with_output().unwrap())
    }

    /// Runs the program with the right passphrase; fails unless it did what was asked.
    pub fn well(&self, args: &[&str]) -> String {
        let said = self.run(args, &format!("{PASSPHRASE}\n"));
        assert_eq!(
            (said.exit, said.err.as_str()),
            (0, ""),
            "{args:?}: {said:?}"
        );
        assert!(!said.out.contains(PASSPHRASE));
        said.out
    }

    /// The answer as JSON.
    pub fn json(&self, args: &[&str]) -> serde_json::Value {
        serde_json::from_str(&self.well(&[&["--json"], args].concat())).unwrap()
    }

    /// Runs the program; fails unless it refuses with this exit code and one sentence on the standard error.
    pub fn refused(&self, exit: i32, args: &[&str], input: &str) -> String {
        let said = self.run(args, input);
        assert_eq!(said.exit, exit, "{args:?}: {said:?}");
        assert_eq!(said.err.lines().count(), 1, "{args:?}: {}", said.err);
        assert!(
            said.err.ends_with(".\n") && said.err.contains([';', ',']),
            "no hint: {}",
            said.err
        );
        assert!(!said.err.contains(PASSPHRASE) && !said.out.contains(PASSPHRASE));
        said.err
    }

    /// Every file in the data folder with its bytes.
    pub fn everything(&self) -> Vec<(PathBuf, Vec<u8>)> {
        let mut folders = vec![self.data()];
        let mut files = Vec::new();
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    folders.push(path);
                } else {
                    let bytes = std::fs::read(&path).unwrap();
                    files.push((path, bytes));
                }
            }
        }
        files
    }

    /// Writes files back as they were.
    pub fn put_back(&self, files: &[(PathBuf, Vec<u8>)]) {
        for (path, bytes) in files {
            std::fs::write(path, bytes).unwrap();
        }
    }

    /// The encrypted file, wherever in the data folder the store keeps it.
    pub fn database(&self) -> PathBuf {
        let files = self.everything().into_iter().map(|(path, _)| path);
        let mut databases = files.filter(|path| path.extension().is_some_and(|e| e == "db"));
        databases.next().unwrap()
    }

    /// The names in a folder, in order.
    pub fn names_in(&self, folder: &Path) -> Vec<String> {
        let entries = std::fs::read_dir(folder).unwrap();
        let mut names: Vec<_> = entries
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }
}

impl Said {
    fn of(output: Output) -> Self {
        Self {
            exit: output.status.code().unwrap(),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }
}

/// Whether a file is a whole PDF.
pub fn is_pdf(path: &Path) -> bool {
    let bytes = std::fs::read(path).unwrap();
    bytes.starts_with(b"%PDF-") && bytes.trim_ascii_end().ends_with(b"%%EOF")
}
