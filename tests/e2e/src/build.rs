//! Builds the program under test, once per run.

use std::{
    path::{Path, PathBuf},
    process::Command,
    sync::OnceLock,
};

/// Returns the root of the repository.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .ancestors()
        .nth(2)
        .expect("tests/e2e lies two folders deep")
        .to_path_buf()
}

/// Returns the program, built with the feature `e2e`; `WAYMARK_BIN` names one that is built already.
///
/// A plain `cargo build -p app` leaves a program without the feature at the same path, so the harness never takes
/// what happens to lie there.
pub fn program() -> &'static Path {
    static PROGRAM: OnceLock<PathBuf> = OnceLock::new();
    PROGRAM.get_or_init(|| match std::env::var_os("WAYMARK_BIN") {
        Some(ready) => PathBuf::from(ready),
        None => built("waymark"),
    })
}

/// Returns the tool that writes what a package has beside the program.
pub fn packaging() -> &'static Path {
    static TOOL: OnceLock<PathBuf> = OnceLock::new();
    TOOL.get_or_init(|| built("packaging"))
}

fn built(name: &str) -> PathBuf {
    let built = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
        // The same packages as the test run before, so that every dependency has the features it was built with.
        .args(["build", "--quiet", "--workspace", "--exclude", "e2e"])
        .args(["--bin", name, "--features", "app/e2e"])
        .current_dir(root())
        .status()
        .expect("cargo runs");
    assert!(
        built.success(),
        "it does not build: run `cargo build --workspace --bin {name} --features app/e2e`"
    );
    let target =
        std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from);
    target.join("debug").join(name)
}

/// Returns the folder for screenshots, outside what is committed.
pub fn artefacts() -> PathBuf {
    let folder = std::env::var_os("WAYMARK_ARTEFACTS")
        .map_or_else(|| root().join("target/artefacts"), PathBuf::from);
    std::fs::create_dir_all(&folder).expect("the folder for screenshots can be made");
    folder
}
