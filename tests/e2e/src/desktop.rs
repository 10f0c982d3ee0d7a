//! A desktop as people have one, on a stage's display: a window manager, real keys, a clipboard.

use std::{
    io::Write,
    path::Path,
    process::{Child, Command, Output, Stdio},
    thread,
    time::{Duration, Instant},
};

/// Programs that run on a display; they end when dropped.
pub struct Desktop {
    display: String,
    running: Vec<Child>,
}

impl Desktop {
    /// Starts the window manager, with a home of its own.
    pub(crate) fn start(display: &str, home: &Path) -> Self {
        let mut desktop = Self {
            display: display.to_owned(),
            running: Vec::new(),
        };
        let manager = desktop
            .command("openbox")
            .args(["--sm-disable"])
            .env("HOME", home)
            .env("XDG_CONFIG_HOME", home)
            .env("XDG_CACHE_HOME", home)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("openbox is installed (Debian: openbox)");
        desktop.running.push(manager);
        let since = Instant::now();
        // It says on the root window that it is there.
        while !said(&desktop.run("xprop", &["-root", "_NET_SUPPORTING_WM_CHECK"])).contains('#') {
            assert!(
                since.elapsed() < Duration::from_secs(20),
                "no window manager"
            );
            thread::sleep(Duration::from_millis(50));
        }
        desktop
    }

    fn command(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        command.env("DISPLAY", &self.display);
        command
    }

    fn run(&self, program: &str, arguments: &[&str]) -> Output {
        let done = self.command(program).args(arguments).output();
        done.unwrap_or_else(|error| panic!("{program} is installed: {error}"))
    }

    #[track_caller]
    fn must(&self, program: &str, arguments: &[&str]) -> String {
        let done = self.run(program, arguments);
        let why = String::from_utf8_lossy(&done.stderr);
        assert!(done.status.success(), "{program} {arguments:?}: {why}");
        said(&done)
    }

    /// Presses keys as a keyboard does, by their names on the display: `alt+F4`, `dead_acute`, `e`.
    pub fn press(&self, keys: &[&str]) {
        let pressed = [&["key", "--delay", "60"], keys].concat();
        self.must("xdotool", &pressed);
    }

    /// Types letters as a keyboard does.
    pub fn type_text(&self, text: &str) {
        self.must("xdotool", &["type", "--delay", "30", text]);
    }

    /// Gives the keyboard a layout.
    pub fn keyboard(&self, layout: &str) {
        self.must("setxkbmap", &[layout]);
    }

    /// Puts something into the clipboard as another program would: the same words as each of these types.
    pub fn copy(&mut self, kind: &str, bytes: &[u8]) {
        let mut clip = self
            .command("xclip")
            .args(["-quiet", "-selection", "clipboard", "-t", kind])
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("xclip is installed (Debian: xclip)");
        let mut words = clip.stdin.take().expect("standard input is a pipe");
        words.write_all(bytes).expect("xclip reads");
        drop(words);
        self.running.push(clip);
        let since = Instant::now();
        while self.clipboard(kind) != bytes {
            assert!(
                since.elapsed() < Duration::from_secs(10),
                "nothing is copied"
            );
            thread::sleep(Duration::from_millis(50));
        }
    }

    /// What is in the clipboard as some type; empty when there is nothing.
    pub fn clipboard(&self, kind: &str) -> Vec<u8> {
        let asked = ["-o", "-selection", "clipboard", "-t", kind];
        let done = self.run("xclip", &asked);
        if done.status.success() {
            done.stdout
        } else {
            Vec::new()
        }
    }
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

impl Drop for Desktop {
    fn drop(&mut self) {
        for child in &mut self.running {
            let _ = child.kill();
            let _ = child.wait();
        }
    }
}
