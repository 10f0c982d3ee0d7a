//! Where installed packs lie: plain folders beside the vault, since they hold nobody's words, each put in its place or
//! taken out whole, by renames alone.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use curriculum::PackFiles;
use domain::PackId;

use crate::{
    error::{ApiError, Result},
    file,
};

/// What the name of a folder on its way in starts with.
const COMING: &str = ".new-";
/// What the name of a folder on its way out starts with.
const GOING: &str = ".old-";

/// The folders of installed packs, sorted by id. None when nothing was ever installed.
pub(crate) fn installed(data_dir: &Path) -> Vec<PathBuf> {
    let mut dirs: Vec<PathBuf> = entries(data_dir)
        .filter(|path| path.is_dir() && !name(path).starts_with('.'))
        .collect();
    dirs.sort();
    dirs
}

/// Returns the last part of a path.
pub(crate) fn name(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default();
    name.to_string_lossy().into_owned()
}

/// Puts a pack back that was on its way out when the program was stopped before the new one stood in its place.
pub(crate) fn settle(data_dir: &Path) {
    for going in entries(data_dir) {
        if let Some(id) = name(&going).strip_prefix(GOING)
            && !going.with_file_name(id).exists()
        {
            // If it cannot be put back, it is as if it had not been installed; installing it again mends that.
            let _ = fs::rename(&going, going.with_file_name(id));
        }
    }
}

/// Puts files in the place of a pack, or takes it out.
///
/// # Errors
/// Those of writing a file; what stood there before then stands there still.
pub(crate) fn put(data_dir: &Path, id: &PackId, files: Option<&PackFiles>) -> Result<()> {
    let packs = packs_dir(data_dir);
    let [place, coming, going] = ["", COMING, GOING].map(|mark| packs.join(format!("{mark}{id}")));
    clear(&coming)?;
    clear(&going)?;
    if let Some(files) = files
        && let Err(error) = file::write_all(&coming, files)
    {
        // What is half written is ours alone; the first error is the one that helps.
        let _ = fs::remove_dir_all(&coming);
        return Err(error);
    }
    if place.exists() {
        fs::rename(&place, &going).map_err(|e| failed(&place, &e))?;
    }
    if files.is_some()
        && let Err(error) = fs::rename(&coming, &place)
    {
        // Back to what was there; should that fail too, the next start passes over what is missing.
        let _ = fs::rename(&going, &place);
        return Err(failed(&place, &error));
    }
    clear(&going)
}

fn packs_dir(data_dir: &Path) -> PathBuf {
    data_dir.join("packs")
}

fn entries(data_dir: &Path) -> impl Iterator<Item = PathBuf> + use<> {
    let entries = fs::read_dir(packs_dir(data_dir)).into_iter().flatten();
    entries.flatten().map(|entry| entry.path())
}

fn clear(dir: &Path) -> Result<()> {
    match fs::remove_dir_all(dir) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(failed(dir, &error)),
        _ => Ok(()),
    }
}

fn failed(path: &Path, error: &io::Error) -> ApiError {
    file::write_error(path, error)
}
