//! A stage: a display, a driver and a home of its own, on which the window is opened, closed and killed.

use std::{
    fs,
    net::{TcpListener, TcpStream},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use tempfile::TempDir;

use crate::{
    build,
    desktop::Desktop,
    display::{self, Display},
    page::Page,
    processes,
    wire::Wire,
};

/// How a stage is set.
#[derive(Clone, Debug)]
pub struct StageOptions {
    /// Width of the display.
    pub width: u32,
    /// Height of the display.
    pub height: u32,
    /// Settings of the computer, as they lie beside the vault; empty for none.
    pub settings: String,
    /// The moment the program's clock starts at, RFC 3339.
    pub now: String,
    /// What GTK is told of the desktop, one line each, such as that nothing should move; empty for nothing.
    pub gtk: String,
    /// Further variables of the program's environment.
    pub more: Vec<(&'static str, String)>,
}

impl Default for StageOptions {
    fn default() -> Self {
        Self {
            width: 1280,
            height: 800,
            settings: String::new(),
            // A Saturday morning, as on the sketch in LOOK.md.
            now: "2026-11-21T09:40:00+01:00".into(),
            gtk: String::new(),
            more: Vec::new(),
        }
    }
}

/// Where a journey takes place. Everything it writes lies in one folder that goes with it.
pub struct Stage {
    name: String,
    tree: TempDir,
    options: StageOptions,
    driver: Child,
    port: u16,
    display: Display,
}

impl Stage {
    /// Sets a stage; the name is used for its screenshots.
    pub fn new(name: &str) -> Self {
        Self::with(name, StageOptions::default())
    }

    /// Sets a stage in a certain way.
    pub fn with(name: &str, options: StageOptions) -> Self {
        let tree = tempfile::Builder::new()
            .prefix("waymark-e2e-")
            .tempdir()
            .expect("a folder can be made");
        for folder in [
            "home", "config", "cache", "share", "state", "runtime", "tmp", "saved", "data",
        ] {
            fs::create_dir(tree.path().join(folder)).expect("a folder can be made");
        }
        if !options.settings.is_empty() {
            fs::write(tree.path().join("data/settings.json"), &options.settings)
                .expect("settings can be written");
        }
        if !options.gtk.is_empty() {
            let folder = tree.path().join("config/gtk-3.0");
            fs::create_dir(&folder).expect("a folder can be made");
            let told = format!("[Settings]\n{}\n", options.gtk);
            fs::write(folder.join("settings.ini"), told).expect("settings can be written");
        }
        stand_in_for_lp(tree.path());
        let display = Display::start(options.width, options.height);
        let (driver, port) = drive(tree.path(), &display, &options);
        let stage = Self {
            name: name.to_owned(),
            tree,
            options,
            driver,
            port,
            display,
        };
        stage.await_driver();
        stage
    }

    /// Sets the stage for another moment, RFC 3339. Whatever program ran on it must have ended.
    pub fn later(&mut self, now: &str) {
        now.clone_into(&mut self.options.now);
        let _ = self.driver.kill();
        let _ = self.driver.wait();
        (self.driver, self.port) = drive(self.tree.path(), &self.display, &self.options);
        self.await_driver();
    }

    /// Starts a desktop on its display; for programs that are opened afterwards.
    pub fn desktop(&self) -> Desktop {
        Desktop::start(self.display.name(), &self.tree.path().join("home"))
    }

    /// Waits until something holds, with no page to ask.
    #[track_caller]
    pub fn wait_for(&self, what: &str, mut holds: impl FnMut() -> bool) {
        let since = Instant::now();
        while !holds() {
            if since.elapsed() > Duration::from_secs(100) {
                self.screenshot("failed");
                panic!("{}: waited in vain until {what}", self.name);
            }
            thread::sleep(Duration::from_millis(100));
        }
    }

    /// Waits until the program has ended by itself.
    #[track_caller]
    pub fn see_ended(&self) {
        self.wait_for("the program has ended", || {
            let programs = processes::children(self.driver.id());
            programs.iter().all(|id| !processes::alive(*id))
        });
    }

    /// Which processes of a program hold some letters in their memory.
    pub fn remembers(&self, program: u32, words: &str) -> Vec<String> {
        let drawing = processes::children(program);
        drawing
            .into_iter()
            .chain([program])
            .filter(|id| processes::remembers(*id, words))
            .map(|id| processes::name(id).trim().to_owned())
            .collect()
    }

    /// The process that draws the page.
    pub fn page_process(&self) -> Option<u32> {
        let programs = processes::children(self.driver.id());
        let drawn = programs.iter().flat_map(|id| processes::children(*id));
        drawn
            .into_iter()
            .find(|id| processes::alive(*id) && processes::name(*id).starts_with("WebKitWebProces"))
    }

    fn await_driver(&self) {
        let since = Instant::now();
        while TcpStream::connect(("127.0.0.1", self.port)).is_err() {
            assert!(
                since.elapsed() < Duration::from_secs(20),
                "WebKitWebDriver does not answer"
            );
            thread::sleep(Duration::from_millis(20));
        }
    }

    /// Opens the window and waits for its page.
    pub fn open(&self) -> Page {
        let program = build::program().to_str().expect("the path is text");
        let wire = Wire::open(self.port, program)
            .unwrap_or_else(|refused| panic!("the window does not open: {refused:?}"));
        Page::new(wire, self.name.clone(), self.display.picture())
    }

    /// Ends the program at once, as a power cut would. The page it had is of no use afterwards.
    pub fn kill(&self, page: Page) {
        let ids = processes::children(self.driver.id());
        assert!(!ids.is_empty(), "there is no program to kill");
        for id in &ids {
            processes::kill(*id);
        }
        let since = Instant::now();
        while ids.iter().any(|id| processes::alive(*id)) {
            assert!(
                since.elapsed() < Duration::from_secs(10),
                "the program does not die"
            );
            thread::sleep(Duration::from_millis(20));
        }
        drop(page);
    }

    /// Starts the program beside the driver, with nobody steering it, and returns it as it runs.
    pub fn start_undriven(&self, more: &[(&'static str, String)]) -> Child {
        let mut command = Command::new(build::program());
        let mut all = environment(self.tree.path(), self.display.name(), &self.options);
        all.extend_from_slice(more);
        surround(&mut command, self.tree.path(), &all);
        command
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program starts")
    }

    /// Starts the program as [`Stage::start_undriven`] does, in a network namespace of its own, where nothing is up.
    ///
    /// # Panics
    /// Where this machine gives no such namespace: a test that then ran with a network would prove nothing.
    pub fn start_without_network(&self) -> Child {
        let unshare = |more: &[&str]| {
            let mut command = Command::new("unshare");
            command.args(["--map-root-user", "--net", "--"]).args(more);
            command
        };
        let allowed = unshare(&["true"]).status();
        assert!(
            allowed.is_ok_and(|status| status.success()),
            "this machine gives no network namespace: allow unprivileged user namespaces, or run as root"
        );
        let mut command = unshare(&[build::program().to_str().expect("the path is text")]);
        let all = environment(self.tree.path(), self.display.name(), &self.options);
        surround(&mut command, self.tree.path(), &all);
        command
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program starts")
    }

    /// Ends one process at once, as a fault in it would.
    pub fn end(&self, id: u32) {
        processes::kill(id);
    }

    /// Counts the colours on the display, as [`Display::colours`] does.
    pub fn colours(&self) -> usize {
        self.display.colours()
    }

    /// Takes a picture of the display.
    pub fn screenshot(&self, name: &str) {
        display::keep(&self.display.picture(), &format!("{}-{name}", self.name));
    }

    /// Plugs monitors in and pulls them out, by left edge and width; the first is the one with the practitioner's window.
    pub fn monitors(&self, all: &[(u32, u32)]) {
        let height = self.options.height;
        let line = |(number, (x, width)): (usize, &(u32, u32))| {
            format!("M{number} {x} 0 {width} {height}\n")
        };
        let lines: String = all.iter().enumerate().map(line).collect();
        // Whole at once: the program looks at it again and again.
        let file = self.tree.path().join("monitors");
        fs::write(file.with_extension("part"), lines).expect("a file can be written");
        fs::rename(file.with_extension("part"), file).expect("a file can be renamed");
    }

    /// Returns the folder that *save as* puts files into.
    pub fn saved(&self) -> PathBuf {
        self.tree.path().join("saved")
    }

    /// Returns what the printer was given last; empty when nothing was printed.
    pub fn printed(&self) -> Vec<u8> {
        fs::read(self.tree.path().join("printed.pdf")).unwrap_or_default()
    }

    /// Returns the data folder.
    pub fn data(&self) -> PathBuf {
        self.tree.path().join("data")
    }

    /// Returns the folder that holds everything the program wrote anywhere.
    pub fn tree(&self) -> &Path {
        self.tree.path()
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        // A journey that failed in the middle leaves its window open.
        for id in processes::children(self.driver.id()) {
            processes::kill(id);
        }
        let _ = self.driver.kill();
        let _ = self.driver.wait();
    }
}

/// Starts the driver on a port of its own; the program gets its environment.
fn drive(tree: &Path, display: &Display, options: &StageOptions) -> (Child, u16) {
    let port = free_port();
    let mut command = Command::new("WebKitWebDriver");
    command.args(["--host=127.0.0.1", &format!("--port={port}")]);
    let mut stage_environment = environment(tree, display.name(), options);
    stage_environment.push(("TAURI_WEBVIEW_AUTOMATION", "true".into()));
    surround(&mut command, tree, &stage_environment);
    let driver = command
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("WebKitWebDriver is installed (Debian: webkit2gtk-driver)");
    (driver, port)
}

/// Everything the program could take a folder from points into the tree.
fn environment(tree: &Path, display: &str, options: &StageOptions) -> Vec<(&'static str, String)> {
    let at = |folder: &str| tree.join(folder).to_string_lossy().into_owned();
    let mut variables = vec![
        ("DISPLAY", display.to_owned()),
        ("HOME", at("home")),
        ("XDG_CONFIG_HOME", at("config")),
        ("XDG_CACHE_HOME", at("cache")),
        ("XDG_DATA_HOME", at("share")),
        ("XDG_STATE_HOME", at("state")),
        ("XDG_RUNTIME_DIR", at("runtime")),
        ("TMPDIR", at("tmp")),
        ("WAYMARK_DATA_DIR", at("data")),
        ("WAYMARK_E2E_SAVE_DIR", at("saved")),
        ("WAYMARK_NOW", options.now.clone()),
        ("WAYMARK_E2E_MONITORS", at("monitors")),
        // No session bus, and none started behind our back: a locked-down machine has none either.
        ("DBUS_SESSION_BUS_ADDRESS", "disabled:".into()),
        ("GDK_BACKEND", "x11".into()),
        ("LIBGL_ALWAYS_SOFTWARE", "1".into()),
        ("LANG", "C.UTF-8".into()),
        ("TZ", "Europe/Oslo".into()),
    ];
    variables.extend_from_slice(&options.more);
    variables
}

fn surround(command: &mut Command, tree: &Path, variables: &[(&'static str, String)]) {
    command.env_clear();
    // The path, to find WebKit's helpers; before it the stand-in for `lp`.
    let usual = std::env::var("PATH").unwrap_or_default();
    command.env("PATH", format!("{}:{usual}", tree.join("bin").display()));
    for (name, value) in variables {
        command.env(name, value);
    }
}

/// A printer that keeps what it is given: `lp` in a folder of its own, which comes first on the path.
fn stand_in_for_lp(tree: &Path) {
    use std::os::unix::fs::PermissionsExt;

    let printed = tree.join("printed.pdf");
    let program = tree.join("bin/lp");
    fs::create_dir(tree.join("bin")).expect("a folder can be made");
    fs::write(
        &program,
        format!(
            "#!/bin/sh\ncat > '{0}.part' && mv '{0}.part' '{0}'\n",
            printed.display()
        ),
    )
    .expect("a script can be written");
    fs::set_permissions(&program, fs::Permissions::from_mode(0o755)).expect("it can be run");
}

fn free_port() -> u16 {
    // Another process could take it in between; the driver would then not start and the test would say so.
    TcpListener::bind(("127.0.0.1", 0))
        .and_then(|listener| listener.local_addr())
        .expect("a port is free")
        .port()
}
