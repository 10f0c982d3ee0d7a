//! What lies beside the vault and belongs to the desk all the same: settings and packs. Every backup holds it, and a restored
//! one brings it back.

use std::{
    collections::BTreeMap,
    fs, io,
    path::{Component, Path},
};

use curriculum::PackFiles;
use domain::{PackId, Timestamp, settings::Settings};
use store::Beside;

use super::{
    packs_folder,
    settings::{self, Kept},
};
use crate::{error::Result, file};

const SETTINGS: &str = "settings.json";
const PACKS: &str = "packs";

/// Gathers the files that lie beside the vault.
pub(super) fn gathered(data_dir: &Path, settings: &Kept) -> Result<Beside> {
    let mut files = Beside::new();
    files.insert(SETTINGS.to_owned(), settings.text()?);
    for pack in packs_folder::installed(data_dir) {
        let inside = format!("{PACKS}/{}", packs_folder::name(&pack));
        gather(&pack, &inside, &mut files).map_err(|e| file::write_error(&pack, &e))?;
    }
    Ok(files)
}

/// Puts the packs of a backup beside those that are here; tells whether there were any.
pub(super) fn put_packs(data_dir: &Path, files: &Beside) -> Result<bool> {
    let mut packs: BTreeMap<&str, PackFiles> = BTreeMap::new();
    for (path, bytes) in files {
        if let Some((PACKS, inside)) = path.split_once('/')
            && let Some((id, inside)) = inside.split_once('/')
            && is_plain(id)
            && is_plain(inside)
        {
            let files = packs.entry(id).or_default();
            files.insert(inside.to_owned(), bytes.clone());
        }
    }
    for (id, files) in &packs {
        packs_folder::put(data_dir, &PackId::new(*id), Some(files))?;
    }
    Ok(!packs.is_empty())
}

/// Returns the settings of a backup, where it has any, to be put in the place of those here. Contacts and services that were
/// entered here stay where the backup has none.
pub(super) fn settings_of(files: &Beside, here: &Settings) -> Result<Option<Kept>> {
    let Some(kept) = files.get(SETTINGS).and_then(|bytes| settings::parse(bytes)) else {
        return Ok(None);
    };
    let mut theirs = kept.settings.clone();
    if theirs.crisis.contacts.is_empty() {
        theirs.crisis = here.crisis.clone();
    }
    if theirs.services.is_empty() {
        theirs.services = here.services.clone();
    }
    kept.with(theirs).map(Some)
}

/// Keeps the settings that a backup's are about to replace, if there are any.
pub(super) fn keep_settings_aside(data_dir: &Path, now: Timestamp) -> Result<()> {
    let stamp = now.local().format("%Y%m%d-%H%M%S");
    let aside = data_dir.join(format!("settings-replaced-{stamp}.json"));
    match fs::read(data_dir.join(SETTINGS)) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(error) => Err(file::write_error(&aside, &error)),
        Ok(bytes) => file::write_whole(&aside, &bytes).map(drop),
    }
}

/// Reads all files of a folder. What is no plain file or folder does not belong to a pack.
fn gather(dir: &Path, inside: &str, files: &mut Beside) -> io::Result<()> {
    for entry in fs::read_dir(dir)? {
        let entry = entry?;
        let kind = entry.file_type()?;
        let Ok(name) = entry.file_name().into_string() else {
            continue;
        };
        let path = format!("{inside}/{name}");
        if kind.is_dir() {
            gather(&entry.path(), &path, files)?;
        } else if kind.is_file() {
            files.insert(path, fs::read(entry.path())?);
        }
    }
    Ok(())
}

/// Tells whether a path leads down and nowhere else.
fn is_plain(path: &str) -> bool {
    !path.is_empty()
        && Path::new(path)
            .components()
            .all(|part| matches!(part, Component::Normal(_)))
}
