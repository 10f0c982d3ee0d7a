//! The Debian package: the same bytes twice, whole, and at home on a machine that has nothing but what it asks for.
#![allow(clippy::unwrap_used, reason = "tests")]

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
    thread,
    time::{Duration, Instant},
};

use e2e::{Display, packaging, program, root};
use tempfile::TempDir;

/// A moment that both packings are told.
const MOMENT: &str = "1796040000";

/// Makes the package from the program that the journeys drive: made as the real one is, but for how tightly it is packed.
fn pack(into: &Path) -> PathBuf {
    let file = into.join("waymark.deb");
    let said = Command::new(root().join("packaging/linux/deb.sh"))
        .args([program(), packaging(), &file])
        .env("SOURCE_DATE_EPOCH", MOMENT)
        .env("WAYMARK_DEB_FAST", "1")
        .output()
        .unwrap();
    assert!(said.status.success(), "{}", words(&said));
    file
}

fn words(said: &Output) -> String {
    format!(
        "{}{}",
        String::from_utf8_lossy(&said.stdout),
        String::from_utf8_lossy(&said.stderr)
    )
}

/// Runs a judge that is not ours, which must have nothing to say against it.
fn judge(program: &str, args: &[&str]) -> String {
    let said = Command::new(program)
        .args(args)
        .env("LC_ALL", "C.UTF-8")
        .env("MANWIDTH", "100")
        .output()
        .unwrap_or_else(|_| panic!("{program} is not installed; `./waymark test` does it"));
    assert!(
        said.status.success(),
        "{program} {args:?}: {}",
        words(&said)
    );
    assert_eq!(
        String::from_utf8_lossy(&said.stderr),
        "",
        "{program} {args:?}"
    );
    String::from_utf8_lossy(&said.stdout).into_owned()
}

#[test]
fn the_package_is_whole_and_at_home_on_a_clean_machine() {
    let (one, two) = (TempDir::new().unwrap(), TempDir::new().unwrap());
    let package = pack(one.path());
    let again = pack(two.path());
    assert!(
        fs::read(&package).unwrap() == fs::read(&again).unwrap(),
        "two packings of one program differ"
    );
    let package = package.to_str().unwrap();
    holds_what_a_desktop_asks_for(package, one.path());
    lives_in_a_clean_root(package);
}

fn holds_what_a_desktop_asks_for(package: &str, work: &Path) {
    let listed = judge("dpkg-deb", &["--contents", package]);
    for line in listed.lines() {
        assert!(line.contains(" root/root "), "{line}");
    }
    for file in [
        "/usr/bin/waymark",
        "/usr/bin/waymark-cli -> waymark",
        "/usr/share/applications/waymark.desktop",
        "/usr/share/bash-completion/completions/waymark-cli",
        "/usr/share/doc/waymark/changelog.gz",
        "/usr/share/doc/waymark/copyright",
        "/usr/share/doc/waymark/sbom.cdx.json.gz",
        "/usr/share/fish/vendor_completions.d/waymark-cli.fish",
        "/usr/share/icons/hicolor/48x48/apps/waymark.png",
        "/usr/share/icons/hicolor/scalable/apps/waymark.svg",
        "/usr/share/man/man1/waymark-cli.1.gz",
        "/usr/share/man/man1/waymark.1.gz",
        "/usr/share/metainfo/app.waymark.desktop.metainfo.xml",
        "/usr/share/mime/packages/waymark.xml",
        "/usr/share/zsh/vendor-completions/_waymark-cli",
    ] {
        assert!(
            listed.lines().any(|line| line.ends_with(file)),
            "{file} is missing"
        );
    }
    let tree = work.join("tree");
    let at = |file: &str| tree.join("usr").join(file).to_str().unwrap().to_owned();
    judge("dpkg-deb", &["--extract", package, tree.to_str().unwrap()]);
    judge(
        "desktop-file-validate",
        &[&at("share/applications/waymark.desktop")],
    );
    judge(
        "appstreamcli",
        &[
            "validate",
            "--no-net",
            &at("share/metainfo/app.waymark.desktop.metainfo.xml"),
        ],
    );
    judge(
        "bash",
        &["-n", &at("share/bash-completion/completions/waymark-cli")],
    );
    for page in ["waymark", "waymark-cli"] {
        let file = at(&format!("share/man/man1/{page}.1.gz"));
        let read = judge("man", &["--warnings", "--local-file", &file]);
        assert!(read.contains("NAME") && read.contains(page), "{read}");
    }
}

fn lives_in_a_clean_root(package: &str) {
    // Beside the built files, where a link to this machine's own needs no room.
    let work = tempfile::Builder::new()
        .prefix("waymark-root-")
        .tempdir_in(program().parent().unwrap())
        .unwrap();
    let display = Display::start(1280, 800);
    let mut install = Command::new("unshare")
        // Whatever it starts ends with it.
        .args(["--map-root-user", "--mount", "--pid", "--fork"])
        .args(["--kill-child", "--mount-proc", "--"])
        .arg(root().join("tests/e2e/package/clean_root.sh"))
        .arg(package)
        .arg(root().join("tests/fixtures/db/v1"))
        .arg(work.path())
        .arg(display.name())
        .stdout(fs::File::create(work.path().join("said")).unwrap())
        .stderr(fs::File::create(work.path().join("said-aside")).unwrap())
        .spawn()
        .unwrap();
    let said = |name: &str| fs::read_to_string(work.path().join(name)).unwrap_or_default();
    let since = Instant::now();
    let status = loop {
        if let Some(status) = install.try_wait().unwrap() {
            break status;
        }
        // A page that is drawn has many colours; an empty display has one.
        if display.colours() > 20 {
            fs::write(work.path().join("seen"), "").unwrap();
        }
        assert!(
            since.elapsed() < Duration::from_secs(600),
            "{}{}",
            said("said"),
            said("said-aside")
        );
        thread::sleep(Duration::from_millis(100));
    };
    assert!(status.success(), "{}{}", said("said"), said("said-aside"));
    let said = said("said");
    for step in [
        "installed",
        "types",
        "a vault",
        "updated",
        "window",
        "removed",
    ] {
        assert!(said.contains(&format!("DONE {step}\n")), "{step}: {said}");
    }
}
