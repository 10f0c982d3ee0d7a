//! When each crate that we name was last released, as the index of the registry has it that cargo keeps on this machine.

use std::{
    collections::{BTreeMap, BTreeSet},
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};

use serde_json::Value;

use crate::Failure;

/// The names of all crates of others that a manifest of ours asks for.
///
/// # Errors
/// When cargo cannot be asked.
pub fn named(root: &Path) -> Result<BTreeSet<String>, Failure> {
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let output = Command::new(cargo)
        .args(["metadata", "--format-version", "1", "--locked", "--no-deps"])
        .current_dir(root)
        .output()?;
    let read: Value = serde_json::from_slice(&output.stdout)?;
    let packages = read["packages"].as_array().into_iter().flatten();
    let dependencies =
        packages.flat_map(|package| package["dependencies"].as_array().into_iter().flatten());
    // Ours have a path.
    Ok(dependencies
        .filter(|one| one["path"].is_null())
        .filter_map(|one| one["name"].as_str().map(str::to_owned))
        .collect())
}

/// The day of the last release of each of them that cargo has looked at, as `cargo update --dry-run` does for all.
///
/// # Errors
/// As [`named`].
pub fn released(root: &Path) -> Result<BTreeMap<String, String>, Failure> {
    let home = env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(|| Some(PathBuf::from(env::var_os("HOME")?).join(".cargo")));
    let index = home
        .ok_or("there is no folder of cargo's")?
        .join("registry/index");
    let mut days = BTreeMap::new();
    for name in named(root)? {
        let indices = fs::read_dir(&index)?.flatten();
        let found = indices
            .filter_map(|folder| fs::read(folder.path().join(".cache").join(place(&name))).ok());
        let day = found.filter_map(|entry| last_day(&entry)).max();
        days.insert(name, day.unwrap_or_default());
    }
    Ok(days)
}

/// Where the index keeps a name.
fn place(name: &str) -> PathBuf {
    let part = |from: usize, to: usize| name.get(from..to).unwrap_or_default();
    match name.len() {
        1 | 2 => Path::new(&name.len().to_string()).join(name),
        3 => Path::new("3").join(part(0, 1)).join(name),
        _ => Path::new(part(0, 2)).join(part(2, 4)).join(name),
    }
}

/// The day of the newest of the releases in an entry: JSON between zero bytes.
fn last_day(entry: &[u8]) -> Option<String> {
    let releases = entry
        .split(|byte| *byte == 0)
        .filter_map(|part| serde_json::from_slice::<Value>(part).ok());
    let days = releases.filter_map(|release| {
        release["pubtime"]
            .as_str()
            .and_then(|time| time.get(..10))
            .map(str::to_owned)
    });
    days.max()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_of_the_index_tells_its_newest_day() {
        let entry = b"\x03..\x00{\"vers\":\"1.0.0\",\"pubtime\":\"2024-06-17T14:46:19Z\"}\x001.1.0\x00{\"vers\":\"1.1.0\",\"pubtime\":\"2025-01-02T00:00:00Z\"}\x00{\"vers\":\"1.0.1\"}\x00";
        assert_eq!(last_day(entry).as_deref(), Some("2025-01-02"));
        assert_eq!(last_day(b"nothing"), None);
        assert_eq!(place("gtk"), Path::new("3/g/gtk"));
        assert_eq!(place("zip-x"), Path::new("zi/p-/zip-x"));
    }
}
