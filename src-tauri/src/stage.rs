//! For tests that need a display: one of their own, and a process of their own on it, since GTK and GLib remember.

#![allow(clippy::unwrap_used, reason = "tests")]

use std::{
    io::{BufRead, BufReader},
    path::Path,
    process::{Child, Command, Stdio},
};

/// Says to a started process which part it plays; without it, it plays none.
const PART: &str = "WAYMARK_TEST_PART";

/// A display that nobody sees; ends when dropped.
pub struct Display {
    server: Child,
    name: String,
}

impl Display {
    /// Starts one on the next free number.
    pub fn start() -> Self {
        let mut server = Command::new("Xvfb")
            .args(["-displayfd", "1", "-nolisten", "tcp"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut number = String::new();
        BufReader::new(server.stdout.take().unwrap())
            .read_line(&mut number)
            .unwrap();
        let name = format!(":{}", number.trim());
        Self { server, name }
    }

    /// Has a process of its own run one test again, which finds its part there. Panics where that test fails.
    #[track_caller]
    pub fn play(&self, test: &str, part: &str, data: &Path) {
        let played = on(&self.name, test, part)
            .env("XDG_DATA_HOME", data)
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&played.stdout);
        assert!(
            played.status.success() && said.contains("1 passed"),
            "{part}: {said}{}",
            String::from_utf8_lossy(&played.stderr)
        );
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}

/// A process on a display that runs one test again in some part.
pub fn on(display: &str, test: &str, part: &str) -> Command {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command
        .args(["--exact", test, "--nocapture", "--test-threads", "1"])
        .env("DISPLAY", display)
        .env("GDK_BACKEND", "x11")
        .env(PART, part);
    command
}

/// The part that this process plays.
pub fn part() -> Option<String> {
    std::env::var(PART).ok()
}

/// Runs the loop of GTK for a while.
pub fn wait(millis: u32) {
    let waited = std::rc::Rc::new(std::cell::Cell::new(false));
    let done = std::rc::Rc::clone(&waited);
    gtk::glib::timeout_add_local_once(std::time::Duration::from_millis(millis.into()), move || {
        done.set(true)
    });
    while !waited.get() {
        gtk::main_iteration();
    }
}
