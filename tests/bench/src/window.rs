//! The window: start to ready, memory of the whole tree and CPU at rest, beside a bare WebKitGTK window.
//!
//! Both are started under the display of the environment. "Ready" is when the window is on the screen with its name,
//! asked of the X server; ours is shown only when its first page is.

use std::{
    fs,
    path::Path,
    process::{Child, Command},
    thread,
    time::{Duration, Instant},
};

use crate::{median, row};

const STARTS: usize = 5;
const REST: Duration = Duration::from_secs(20);

/// Prints the figures for a built program; the bare window is the example `bare` of the shell beside it.
pub fn run(program: &str) {
    let bare = Path::new(program).with_file_name("examples").join("bare");
    let bare = bare.to_string_lossy().into_owned();
    let (mut ours, mut base) = (Vec::new(), Vec::new());
    for _ in 0..STARTS {
        ours.push(start(program, "Waymark").1);
        base.push(start(&bare, "bare").1);
    }
    row(
        "start to window on screen",
        median(&mut ours),
        Some((median(&mut base), "bare WebKitGTK window")),
        "ms",
    );
    let (a, b) = (at_rest(program, "Waymark"), at_rest(&bare, "bare"));
    row(
        "memory at rest, whole tree (PSS)",
        a.0,
        Some((b.0, "bare WebKitGTK window")),
        "MB",
    );
    row(
        "CPU at rest, part of a core",
        a.1,
        Some((b.1.max(0.01), "bare WebKitGTK window")),
        "%",
    );
    let size = fs::metadata(program).map(|m| m.len()).unwrap_or(0);
    row("program file", size as f64 / 1e6, None, "MB");
}

fn start(program: &str, title: &str) -> (Running, f64) {
    let folder = tempfile::tempdir().unwrap();
    let begun = Instant::now();
    let child = Command::new(program)
        .env("WAYMARK_DATA_DIR", folder.path())
        .env("XDG_DATA_HOME", folder.path())
        .spawn()
        .unwrap();
    let running = Running {
        child,
        _folder: folder,
    };
    while !on_screen(title) {
        assert!(
            begun.elapsed() < Duration::from_secs(30),
            "{program} showed no window called {title}"
        );
        thread::sleep(Duration::from_millis(5));
    }
    let took = begun.elapsed().as_secs_f64() * 1000.0;
    (running, took)
}

fn on_screen(title: &str) -> bool {
    let found = Command::new("xdotool")
        .args(["search", "--onlyvisible", "--name", title])
        .output()
        .unwrap();
    !found.stdout.is_empty()
}

fn at_rest(program: &str, title: &str) -> (f64, f64) {
    let (running, _) = start(program, title);
    thread::sleep(Duration::from_secs(5));
    let tree = tree(running.child.id());
    let before: u64 = tree.iter().map(|&pid| ticks(pid)).sum();
    thread::sleep(REST);
    let after: u64 = tree.iter().map(|&pid| ticks(pid)).sum();
    let pss: u64 = tree.iter().map(|&pid| pss_kib(pid)).sum();
    // Linux counts in hundredths of a second.
    (
        pss as f64 / 1024.0,
        (after.saturating_sub(before)) as f64 / REST.as_secs_f64(),
    )
}

struct Running {
    child: Child,
    _folder: tempfile::TempDir,
}

impl Drop for Running {
    fn drop(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
        thread::sleep(Duration::from_millis(300));
    }
}

fn tree(root: u32) -> Vec<u32> {
    let parents: Vec<(u32, u32)> = fs::read_dir("/proc")
        .unwrap()
        .filter_map(|entry| entry.ok()?.file_name().to_str()?.parse().ok())
        .filter_map(|pid: u32| Some((pid, stat(pid)?.get(1)?.parse().ok()?)))
        .collect();
    let mut found = vec![root];
    let mut next = 0;
    while next < found.len() {
        let parent = found[next];
        found.extend(
            parents
                .iter()
                .filter(|(_, p)| *p == parent)
                .map(|(pid, _)| *pid),
        );
        next += 1;
    }
    found
}

/// The fields of `/proc/PID/stat` after the name.
fn stat(pid: u32) -> Option<Vec<String>> {
    let text = fs::read_to_string(format!("/proc/{pid}/stat")).ok()?;
    Some(
        text.rsplit_once(") ")?
            .1
            .split(' ')
            .map(str::to_owned)
            .collect(),
    )
}

fn ticks(pid: u32) -> u64 {
    let fields = stat(pid).unwrap_or_default();
    [11, 12]
        .iter()
        .filter_map(|&n| fields.get(n)?.parse::<u64>().ok())
        .sum()
}

fn pss_kib(pid: u32) -> u64 {
    let text = fs::read_to_string(format!("/proc/{pid}/smaps_rollup")).unwrap_or_default();
    text.lines()
        .find_map(|l| {
            l.strip_prefix("Pss:")?
                .trim()
                .strip_suffix(" kB")?
                .trim()
                .parse()
                .ok()
        })
        .unwrap_or(0)
}
