//! Where the data folder is.

use std::{ffi::OsString, path::PathBuf};

use directories::ProjectDirs;

/// The variable that puts the data folder somewhere else.
const OVERRIDE: &str = "WAYMARK_DATA_DIR";

/// The data folder, and whether it was chosen by hand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DataFolder {
    /// The folder; may not exist yet.
    pub path: PathBuf,
    /// Whether `WAYMARK_DATA_DIR` chose it.
    pub chosen: bool,
}

/// There is no home folder to keep anything in.
#[derive(Debug, thiserror::Error)]
#[error(
    "no home folder was found to keep the vault in; set {OVERRIDE} to a folder and start again"
)]
pub struct NoHome;

/// Finds the data folder.
///
/// # Errors
/// When there is neither a home folder nor a chosen one.
pub fn data_folder() -> Result<DataFolder, NoHome> {
    resolve(std::env::var_os(OVERRIDE))
}

fn resolve(chosen: Option<OsString>) -> Result<DataFolder, NoHome> {
    if let Some(path) = chosen.filter(|path| !path.is_empty()) {
        return Ok(DataFolder {
            path: PathBuf::from(path),
            chosen: true,
        });
    }
    let dirs = ProjectDirs::from("app", "", "waymark").ok_or(NoHome)?;
    Ok(DataFolder {
        path: dirs.data_dir().to_path_buf(),
        chosen: false,
    })
}

/// Where the web view may put what it writes even when told to keep nothing: random salts and an empty table of known
/// hosts, from a context that Tauri makes and an incognito window never uses. In memory, gone at log-out; `None` where
/// there is no such folder, which leaves the choice to Tauri.
pub fn scratch() -> Option<PathBuf> {
    ProjectDirs::from("app", "", "waymark")?
        .runtime_dir()
        .map(PathBuf::from)
}

/// A name that two starts on one data folder share, and starts on different ones do not.
pub fn instance_name(identifier: &str, folder: &DataFolder) -> String {
    if !folder.chosen {
        return identifier.to_owned();
    }
    // A bus name takes letters, digits and dots; FNV-1a is enough to tell a handful of folders apart.
    let hash = folder
        .path
        .as_os_str()
        .as_encoded_bytes()
        .iter()
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
            (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
        });
    format!("{identifier}.at{hash:016x}")
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;

    #[test]
    fn a_chosen_folder_wins_and_an_empty_choice_is_none() {
        let chosen = resolve(Some("/media/stick/waymark".into())).unwrap();
        assert_eq!(chosen.path, PathBuf::from("/media/stick/waymark"));
        assert!(chosen.chosen);
        if let Ok(usual) = resolve(Some(OsString::new())) {
            assert!(!usual.chosen);
            assert!(usual.path.ends_with("waymark"));
        }
    }

    #[test]
    fn starts_on_different_folders_do_not_find_each_other() {
        let at = |path: &str, chosen| {
            instance_name(
                "app.x",
                &DataFolder {
                    path: path.into(),
                    chosen,
                },
            )
        };
        assert_eq!(at("/a", false), at("/b", false));
        assert_eq!(at("/a", true), at("/a", true));
        assert_ne!(at("/a", true), at("/b", true));
        assert_ne!(at("/a", true), at("/a", false));
    }
}
