//! Packs of a site: installed whole or not at all, and taken out.

use std::path::Path;

use curriculum::{Curriculum, Problem, Problems};

use crate::{
    app::{App, packs_folder},
    error::{ErrorCode, Result},
    wire::{InstallPack, Nothing, RemovePack},
};

/// Installs a pack, in the place of an older version of it. What is wrong with it comes back as problems; what was
/// installed before then stays as it was.
pub fn install(app: &App, ask: InstallPack) -> Result<Vec<Problem>> {
    match take_in(app, &ask.path) {
        Ok(installed) => installed.map(|()| Vec::new()),
        Err(problems) => Ok(problems.into_vec()),
    }
}

/// Reads and checks a pack together with the others before a file is written.
fn take_in(app: &App, path: &Path) -> std::result::Result<Result<()>, Problems> {
    let files = Curriculum::read(path)?;
    // Alone on the built-in pack first: its faults are its own, whatever else is installed.
    let alone = Curriculum::from_files(&files)?;
    let Some(pack) = alone.packs().nth(1).cloned() else {
        return Err(Problems::new(vec![Problem {
            file: "pack.toml".to_owned(),
            line: 0,
            what: "The pack does not say which one it stands on".to_owned(),
            instead: format!("Write extends = \"{}\"", alone.pack().id),
        }]));
    };
    let mut together = Curriculum::built_in()?;
    for dir in packs_folder::installed(app.data_dir()) {
        if !dir.ends_with(pack.id.as_str()) {
            // One that does not check is not in use, so it cannot be in the way.
            let with_it = Curriculum::read(&dir).and_then(|other| together.with(&other));
            together = with_it.unwrap_or(together);
        }
    }
    together.with(&files)?;
    let put = packs_folder::put(app.data_dir(), &pack.id, Some(&files));
    Ok(put.and_then(|()| app.load_content()))
}

/// Takes a pack out; answers given on its pages stay in the record.
pub fn remove(app: &App, ask: RemovePack) -> Result<Nothing> {
    let known = packs_folder::installed(app.data_dir())
        .iter()
        .any(|dir| dir.ends_with(ask.id.as_str()));
    if !known {
        return Err(ErrorCode::NotFound.into());
    }
    packs_folder::put(app.data_dir(), &ask.id, None)?;
    app.load_content()?;
    Ok(Nothing {})
}
