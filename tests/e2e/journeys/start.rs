//! Starting, without anybody steering: no display, a second start, nothing left outside the data folder.

use std::{
    io::{BufRead, BufReader},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use e2e::Stage;

fn until(what: &str, mut holds: impl FnMut() -> bool) {
    let since = Instant::now();
    while !holds() {
        assert!(
            since.elapsed() < Duration::from_secs(40),
            "waited in vain until {what}"
        );
        thread::sleep(Duration::from_millis(50));
    }
}

fn end(mut child: Child) {
    let _ = child.kill();
    let _ = child.wait();
}

#[test]
fn without_a_display_it_says_what_to_use_instead() {
    let stage = Stage::new("no-display");
    for display in ["", ":4711"] {
        let program = stage.start_undriven(&[
            ("DISPLAY", display.into()),
            ("WAYLAND_DISPLAY", String::new()),
        ]);
        let done = program.wait_with_output().unwrap();
        let said = String::from_utf8_lossy(&done.stderr).into_owned();
        assert_eq!(done.status.code(), Some(1), "{said}");
        assert!(
            said.contains("there is no display") && said.contains("waymark-cli"),
            "{said}"
        );
    }
}

#[test]
fn a_start_that_nobody_steers_shows_a_window_and_writes_nothing() {
    let stage = Stage::new("undriven");
    let furniture = files(stage.tree());
    let program = stage.start_undriven(&[]);
    // The page is drawn when the display is no longer one colour.
    until("the window is drawn", || stage.colours() > 8);
    stage.screenshot("window");
    end(program);
    let mut written = files(stage.tree());
    written.retain(|file| !furniture.contains(file));
    assert!(
        written.iter().all(|file| is_noise(file)),
        "an incognito window that only stood there wrote {written:?}"
    );
}

/// WebKit's process can end on its own, for want of memory or by a fault in it.
#[test]
fn a_page_whose_process_ended_is_drawn_again() {
    let stage = Stage::new("page-ended");
    let program = stage.start_undriven(&[]);
    until("the window is drawn", || stage.colours() > 8);
    let page = || {
        let named = |id: &u32| {
            let name = std::fs::read_to_string(format!("/proc/{id}/comm"));
            name.is_ok_and(|name| name.starts_with("WebKitWebProces"))
        };
        family(program.id()).into_iter().find(named)
    };
    let first = page().unwrap();
    stage.end(first);
    until("there is another process", || {
        page().is_some_and(|id| id != first)
    });
    until("the window is drawn again", || stage.colours() > 8);
    end(program);
}

/// With a limit of 0 the kernel still pipes everything to a crash reporter; with exactly 1 it does neither.
#[test]
fn none_of_its_processes_leaves_a_core_dump() {
    let stage = Stage::new("core");
    let program = stage.start_undriven(&[]);
    until("the window is drawn", || stage.colours() > 8);
    let family = family(program.id());
    assert!(
        family.len() >= 3,
        "WebKit runs in processes of its own: {family:?}"
    );
    for id in family {
        let limits = std::fs::read_to_string(format!("/proc/{id}/limits")).unwrap();
        let line = limits
            .lines()
            .find(|line| line.starts_with("Max core file size"));
        let words: Vec<&str> = line.unwrap().split_whitespace().skip(4).collect();
        let name = std::fs::read_to_string(format!("/proc/{id}/comm")).unwrap();
        assert_eq!(words, ["1", "1", "bytes"], "{name}");
    }
    end(program);
}

/// In a network namespace of its own, which has no interface that is up, not even the loopback. The display is reached
/// through a file, so the window is drawn all the same.
#[test]
fn it_runs_where_there_is_no_network_at_all() {
    let stage = Stage::new("no-network");
    let program = stage.start_without_network();
    until("the window is drawn", || stage.colours() > 8);
    let family = family(program.id());
    let outside = std::fs::read_link("/proc/self/ns/net").unwrap();
    let mut sockets = Vec::new();
    for id in &family {
        let inside = std::fs::read_link(format!("/proc/{id}/ns/net")).unwrap();
        assert_ne!(
            inside, outside,
            "process {id} has the network of the machine"
        );
        let up = std::fs::read_to_string(format!("/proc/{id}/net/route")).unwrap();
        assert_eq!(up.lines().skip(1).count(), 0, "there is a route: {up}");
        sockets.extend(internet_sockets(*id));
    }
    stage.screenshot("window");
    end(program);
    assert!(
        family.len() >= 3,
        "WebKit runs in processes of its own: {family:?}"
    );
    assert!(sockets.is_empty(), "internet sockets are open: {sockets:?}");
}

#[test]
fn twenty_starts_at_once_make_one_window() {
    let stage = Stage::new("second-start");
    // A session bus of our own: desktops have one, and the first start is found through it.
    let mut bus = Command::new("dbus-daemon")
        .args([
            "--session",
            "--nofork",
            "--print-address=1",
            &format!("--address=unix:dir={}", stage.tree().display()),
        ])
        .stdout(Stdio::piped())
        .spawn()
        .expect("dbus-daemon is installed (Debian: dbus)");
    let mut address = String::new();
    BufReader::new(bus.stdout.take().unwrap())
        .read_line(&mut address)
        .unwrap();
    let with_bus = [("DBUS_SESSION_BUS_ADDRESS", address.trim().to_owned())];

    let mut starts: Vec<Child> = (0..20).map(|_| stage.start_undriven(&with_bus)).collect();
    let mut left = 20;
    until("one of twenty is left", || {
        left = starts
            .iter_mut()
            .map(|start| start.try_wait().unwrap())
            .filter(Option::is_none)
            .count();
        left <= 1
    });
    until("its window is drawn", || stage.colours() > 8);
    assert_eq!(left, 1, "no start stayed");
    for mut start in starts {
        match start.try_wait().unwrap() {
            Some(status) => assert!(status.success(), "a later start ended with {status}"),
            None => end(start),
        }
    }
    end(bus);
}

/// What GTK, Mesa and an unused part of WebKit write wherever they run, which holds nothing of ours. WebKit's lies in the
/// runtime folder, which is memory.
fn is_noise(file: &Path) -> bool {
    let path = file.to_string_lossy();
    [
        "/mesa_shader_cache",
        "/dconf/",
        "/fontconfig/",
        "/gstreamer-1.0/",
        "/runtime/waymark/",
    ]
    .iter()
    .any(|part| path.contains(part))
}

/// Every file below a folder, links left out.
pub fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        match entry.file_type() {
            Ok(kind) if kind.is_dir() => found.extend(files(&entry.path())),
            Ok(kind) if kind.is_file() => found.push(entry.path()),
            _ => {}
        }
    }
    found
}

/// A process and everything that it started.
pub fn family(root: u32) -> Vec<u32> {
    let listed = Command::new("ps")
        .args(["-e", "-o", "pid=,ppid="])
        .output()
        .unwrap();
    let pairs: Vec<(u32, u32)> = String::from_utf8_lossy(&listed.stdout)
        .lines()
        .filter_map(|line| {
            let mut words = line.split_whitespace().filter_map(|word| word.parse().ok());
            Some((words.next()?, words.next()?))
        })
        .collect();
    let mut family = vec![root];
    let mut at = 0;
    while at < family.len() {
        let parent = family[at];
        family.extend(
            pairs
                .iter()
                .filter(|(_, of)| *of == parent)
                .map(|(id, _)| *id),
        );
        at += 1;
    }
    family
}

/// The TCP and UDP sockets a process holds: those of its descriptors that the kernel lists as such.
pub fn internet_sockets(id: u32) -> Vec<String> {
    let held: Vec<String> = std::fs::read_dir(format!("/proc/{id}/fd"))
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|entry| {
            std::fs::read_link(entry.path())
                .ok()?
                .to_str()
                .map(str::to_owned)
        })
        .filter_map(|target| {
            Some(
                target
                    .strip_prefix("socket:[")?
                    .strip_suffix(']')?
                    .to_owned(),
            )
        })
        .collect();
    ["tcp", "tcp6", "udp", "udp6"]
        .iter()
        .filter_map(|table| std::fs::read_to_string(format!("/proc/{id}/net/{table}")).ok())
        .flat_map(|table| table.lines().skip(1).map(str::to_owned).collect::<Vec<_>>())
        .filter(|line| {
            line.split_whitespace()
                .nth(9)
                .is_some_and(|inode| held.iter().any(|socket| socket == inode))
        })
        .collect()
}
