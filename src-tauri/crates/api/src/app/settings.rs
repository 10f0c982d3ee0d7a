//! The settings file beside the vault: readable before anything is unlocked, with nothing about any person in it.

use std::{
    fs,
    path::{Path, PathBuf},
};

use domain::settings::Settings;

use crate::{
    error::{ApiError, ErrorCode, Result},
    file,
};

/// Reads the settings; what is missing or cannot be read is as it is in the beginning.
pub(super) fn read(data_dir: &Path) -> Settings {
    let text = fs::read_to_string(path(data_dir)).unwrap_or_default();
    within(serde_json::from_str(&text).unwrap_or_default())
}

/// Writes the settings, all or nothing; returns them as they now are. A file that could not be read is kept beside the
/// new one.
pub(super) fn write(data_dir: &Path, settings: Settings) -> Result<Settings> {
    let settings = within(settings);
    let path = path(data_dir);
    fs::create_dir_all(data_dir).map_err(|e| file::write_error(data_dir, &e))?;
    if fs::read_to_string(&path).is_ok_and(|text| serde_json::from_str::<Settings>(&text).is_err())
    {
        let aside = path.with_extension("json.unreadable");
        fs::copy(&path, &aside).map_err(|e| file::write_error(&aside, &e))?;
    }
    let text = serde_json::to_vec_pretty(&settings)
        .map_err(|e| ApiError::new(ErrorCode::Internal).with("what", e))?;
    file::write_whole(&path, &text)?;
    Ok(settings)
}

/// Keeps the wait before locking where the field says it is.
fn within(mut settings: Settings) -> Settings {
    settings.lock_after_minutes = settings.lock_after_minutes.clamp(1, 30);
    settings
}

fn path(data_dir: &Path) -> PathBuf {
    data_dir.join("settings.json")
}
