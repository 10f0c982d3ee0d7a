//! The programs that read our PDFs, each named with the Debian package it comes in.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
    sync::OnceLock,
};

use domain::{
    Document, Timestamp,
    settings::{PaperSize, PrintSize},
};
use press::{Press, PrintJob, Standard};
use tempfile::TempDir;

/// The press that all tests share, as the program does.
pub fn press() -> &'static Press {
    static PRESS: OnceLock<Press> = OnceLock::new();
    PRESS.get_or_init(|| Press::new().unwrap())
}

pub fn job(documents: Vec<Document>) -> PrintJob {
    PrintJob {
        documents,
        book: None,
        paper: PaperSize::A4,
        size: PrintSize::Normal,
        each: Vec::new(),
        booklet: false,
        slips: false,
        fillable: false,
        site: "Riverside Community Service".into(),
        standard: Standard::Archive,
        printed_at: Timestamp {
            millis: 1_795_269_600_000,
            offset: 60,
        },
    }
}

/// A PDF in a folder that goes away with it.
pub struct Paper {
    _folder: TempDir,
    path: PathBuf,
}

impl Paper {
    pub fn print(job: &PrintJob) -> Self {
        let bytes = press().pdf(job).unwrap();
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("paper.pdf");
        fs::write(&path, bytes).unwrap();
        Self {
            _folder: folder,
            path,
        }
    }

    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The text of each page, in reading order.
    pub fn pages(&self) -> Vec<String> {
        let text = run("pdftotext", "poppler-utils", |it| {
            it.arg("-layout").arg(&self.path).arg("-")
        });
        let mut pages: Vec<String> = text.split('\u{c}').map(str::to_owned).collect();
        pages.pop();
        pages
    }

    /// The text as one line, with runs of white space as one space, so that line breaks do not matter.
    pub fn text(&self) -> String {
        let text = run("pdftotext", "poppler-utils", |it| {
            it.arg(&self.path).arg("-")
        });
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// The words of each page between two heights in points, in the order in which they were set.
    pub fn strip(&self, from: u32, height: u32) -> Vec<String> {
        let (from, height) = (from.to_string(), height.to_string());
        let text = run("pdftotext", "poppler-utils", |it| {
            it.args(["-raw", "-x", "0", "-W", "1000", "-y", &from, "-H", &height])
                .arg(&self.path)
                .arg("-")
        });
        let mut pages: Vec<String> = text.split('\u{c}').map(str::to_owned).collect();
        pages.pop();
        pages
    }

    /// Every word with the place where it ends, in points from the left edge of its page.
    pub fn right_ends(&self) -> Vec<(String, f64)> {
        let boxes = run("pdftotext", "poppler-utils", |it| {
            it.arg("-bbox").arg(&self.path).arg("-")
        });
        let word = |line: &str| {
            let right = line.split("xMax=\"").nth(1)?.split('"').next()?;
            let word = line.split('>').nth(1)?.split('<').next()?;
            Some((word.to_owned(), right.parse().unwrap()))
        };
        boxes
            .lines()
            .filter(|line| line.contains("<word"))
            .filter_map(word)
            .collect()
    }

    pub fn info(&self) -> String {
        run("pdfinfo", "poppler-utils", |it| it.arg(&self.path))
    }

    /// The structure tree with its text.
    pub fn structure(&self) -> String {
        run("pdfinfo", "poppler-utils", |it| {
            it.arg("-struct-text").arg(&self.path)
        })
    }

    /// The file with its streams opened, for looking at objects.
    pub fn objects(&self) -> String {
        run("qpdf", "qpdf", |it| {
            it.args(["--qdf", "--object-streams=disable"])
                .arg(&self.path)
                .arg("-")
        })
    }

    pub fn check(&self) {
        let said = run("qpdf", "qpdf", |it| it.arg("--check").arg(&self.path));
        assert!(
            said.contains("No syntax or stream encoding errors"),
            "{said}"
        );
    }
}

/// Runs a reader and returns what it printed; a missing reader fails the test and says what to install.
pub fn run(
    program: &str,
    package: &str,
    arguments: impl FnOnce(&mut Command) -> &mut Command,
) -> String {
    let output = start(program, package, arguments);
    assert!(
        output.status.success(),
        "{program} failed: {}{}",
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    );
    String::from_utf8_lossy(&output.stdout).into_owned()
}

pub fn start(
    program: &str,
    package: &str,
    arguments: impl FnOnce(&mut Command) -> &mut Command,
) -> Output {
    let mut command = Command::new(program);
    arguments(&mut command).output().unwrap_or_else(|err| {
        panic!("{program} could not be started ({err}); install the Debian package {package}")
    })
}
