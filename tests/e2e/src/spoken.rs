//! What a screen reader is told: the accessibility tree as it stands on AT-SPI, read by a process of its own.
//!
//! A desktop offers it on its session bus; this is a bus of our own with nobody else on it. WebKit hands its tree over only
//! where accessibility is on, as Orca turns it on.

use std::{
    fs,
    io::{BufRead, BufReader},
    path::PathBuf,
    process::{Child, Command, Stdio},
};

use serde_json::Value;
use tempfile::TempDir;

use crate::build;

/// Debian's Python, which is the one that has its GObject bindings.
const PYTHON: &str = "/usr/bin/python3";

/// A session bus with accessibility on.
pub struct Listener {
    bus: Child,
    address: String,
    folder: TempDir,
}

/// One thing that a screen reader can say.
#[derive(Clone, Debug)]
pub struct Spoken {
    /// How deep it lies.
    pub depth: usize,
    /// What it is, such as `push button`.
    pub role: String,
    /// Its name; empty when it has none.
    pub name: String,
    /// The role that the page gives it, such as `main`; empty when it gives none.
    pub landmark: String,
    /// The level of a heading; 0 for everything else.
    pub level: u64,
    /// Whether the keyboard can reach it, or a script can put the focus there.
    pub focusable: bool,
    /// Whether it is shown.
    pub showing: bool,
}

impl Listener {
    /// Starts the bus.
    pub fn start() -> Self {
        let folder = tempfile::Builder::new()
            .prefix("waymark-bus-")
            .tempdir()
            .expect("a folder can be made");
        let mut command = Command::new("dbus-daemon");
        command
            .args(["--session", "--nofork", "--print-address=1"])
            .arg(format!("--address=unix:dir={}", folder.path().display()))
            .env("HOME", folder.path())
            .env("XDG_RUNTIME_DIR", folder.path())
            .env_remove("DISPLAY")
            .stdout(Stdio::piped())
            .stderr(Stdio::null());
        let mut bus = command
            .spawn()
            .expect("dbus-daemon is installed (Debian: dbus)");
        let mut address = String::new();
        BufReader::new(bus.stdout.take().expect("standard output is a pipe"))
            .read_line(&mut address)
            .expect("the bus says its address");
        let listener = Self {
            bus,
            address: address.trim().to_owned(),
            folder,
        };
        listener.run(&["on"]);
        listener
    }

    /// What the program needs to find the bus.
    pub fn variables(&self) -> Vec<(&'static str, String)> {
        vec![("DBUS_SESSION_BUS_ADDRESS", self.address.clone())]
    }

    /// Says everything that a screen reader could say of the window now, top to bottom, and keeps it among the artefacts.
    pub fn hear(&self, name: &str) -> Vec<Spoken> {
        let said = self.run(&["tree"]);
        let lines: Vec<Value> = serde_json::from_str(&said).expect("the tree is JSON");
        let text = |line: &Value, key: &str| line[key].as_str().unwrap_or_default().to_owned();
        let spoken: Vec<_> = lines
            .iter()
            .map(|line| Spoken {
                depth: line["depth"].as_u64().unwrap_or_default() as usize,
                role: text(line, "role"),
                name: text(line, "name"),
                landmark: text(line, "landmark"),
                level: line["level"].as_u64().unwrap_or_default(),
                focusable: line["focusable"] == true,
                showing: line["showing"] == true,
            })
            .collect();
        let written: String = spoken.iter().map(Spoken::line).collect();
        fs::write(build::artefacts().join(format!("{name}.txt")), written)
            .expect("an artefact can be written");
        spoken
    }

    fn run(&self, words: &[&str]) -> String {
        let done = Command::new(PYTHON)
            .arg(script())
            .args(words)
            .env("DBUS_SESSION_BUS_ADDRESS", &self.address)
            .env("HOME", self.folder.path())
            .env("XDG_RUNTIME_DIR", self.folder.path())
            .env_remove("DISPLAY")
            .output()
            .expect("Python is installed (Debian: python3-gi, gir1.2-atspi-2.0, at-spi2-core)");
        let why = String::from_utf8_lossy(&done.stderr);
        assert!(done.status.success(), "the tree cannot be read: {why}");
        String::from_utf8_lossy(&done.stdout).into_owned()
    }
}

impl Spoken {
    fn line(&self) -> String {
        let mut line = format!("{}{}", "  ".repeat(self.depth), self.role);
        for (label, value) in [("", &self.name), ("role ", &self.landmark)] {
            if !value.is_empty() {
                line.push_str(&format!(" {label}“{value}”"));
            }
        }
        if self.level > 0 {
            line.push_str(&format!(" level {}", self.level));
        }
        if self.focusable {
            line.push_str(" *");
        }
        line.push('\n');
        line
    }
}

fn script() -> PathBuf {
    build::root().join("tests/e2e/spoken.py")
}

impl Drop for Listener {
    fn drop(&mut self) {
        let _ = self.bus.kill();
        let _ = self.bus.wait();
    }
}
