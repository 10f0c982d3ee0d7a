//! The settings file beside the vault: readable before anything is unlocked, with nothing about any person in it.
//!
//! Whom to call in a crisis stands in it, so it is kept twice: `settings.json`, and a second copy of what was saved last. A file
//! that is damaged in any way is never taken for one that says little: the copy is used, it is said until somebody has read
//! it, and the file is kept aside. Reading writes nothing.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use domain::settings::Settings;
use serde_json::{Map, Value};

use crate::{
    error::{ApiError, ErrorCode, Result},
    file,
    wire::SettingsTrouble,
};

/// The settings as they are kept.
#[derive(Clone, Debug, Default)]
pub(crate) struct Kept {
    /// What this program knows of them.
    pub settings: Settings,
    /// All of them, with what a newer program knows besides.
    all: Value,
    /// What became of a file that could not be read.
    pub trouble: Option<SettingsTrouble>,
}

impl Kept {
    /// Returns these settings with others in the place of what this program knows.
    pub fn with(&self, settings: Settings) -> Result<Self> {
        let settings = within(settings);
        let ours = serde_json::to_value(&settings)
            .map_err(|e| ApiError::new(ErrorCode::Internal).with("what", e))?;
        Ok(Self {
            all: laid_over(&self.all, ours),
            settings,
            trouble: self.trouble,
        })
    }

    /// Returns them as they lie on disk.
    pub fn text(&self) -> Result<Vec<u8>> {
        serde_json::to_vec_pretty(&self.with(self.settings.clone())?.all)
            .map_err(|e| ApiError::new(ErrorCode::Internal).with("what", e))
    }
}

/// Reads the settings: the file, else the second copy of it, else what can be read one by one.
pub(super) fn read(data_dir: &Path) -> Kept {
    let [file, copy] = paths(data_dir).map(|path| look(&path));
    match (file, copy) {
        (Found::Good(kept), _) => *kept,
        (Found::None, Found::None) => Kept::default(),
        (_, Found::Good(kept)) => Kept {
            trouble: Some(SettingsTrouble::FromCopy),
            ..*kept
        },
        (Found::Damaged(bytes), _) | (Found::None, Found::Damaged(bytes)) => Kept {
            trouble: Some(SettingsTrouble::Lost),
            ..one_by_one(&bytes)
        },
    }
}

/// Writes the settings, all or nothing, and then their second copy. What could not be read is kept aside.
pub(super) fn write(data_dir: &Path, kept: &Kept) -> Result<()> {
    fs::create_dir_all(data_dir).map_err(|e| file::write_error(data_dir, &e))?;
    let text = kept.text()?;
    let [path, copy] = paths(data_dir);
    put(&path, &text)?;
    // The settings are kept; the copy is that of an earlier day until the next time.
    let _ = put(&copy, &text);
    Ok(())
}

/// Reads settings that came from elsewhere.
pub(crate) fn parse(bytes: &[u8]) -> Option<Kept> {
    let text = str::from_utf8(bytes).ok()?.trim_start_matches('\u{feff}');
    // The derived reader finds a key that stands twice, but takes a list for a record; the shape tells them apart.
    let settings = serde_json::from_str::<Settings>(text).ok()?;
    let all = serde_json::from_str::<Value>(text).ok()?;
    let ours = serde_json::to_value(&settings).ok()?;
    has_shape(&all, &ours).then(|| Kept {
        settings: within(settings),
        all,
        trouble: None,
    })
}

enum Found {
    None,
    Good(Box<Kept>),
    /// With what could be read of it.
    Damaged(Vec<u8>),
}

/// Far more than anybody's settings take.
const LARGEST: u64 = 8 << 20;

fn look(path: &Path) -> Found {
    match file::read_bounded(path, LARGEST) {
        Ok(bytes) => {
            parse(&bytes).map_or(Found::Damaged(bytes), |kept| Found::Good(Box::new(kept)))
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => Found::None,
        Err(_) => Found::Damaged(Vec::new()),
    }
}

/// Puts a file in its place; what lies there and cannot be read goes aside first.
fn put(path: &Path, text: &[u8]) -> Result<()> {
    if let Found::Damaged(_) = look(path) {
        let aside = aside(path);
        fs::rename(path, &aside).map_err(|e| file::write_error(&aside, &e))?;
    }
    let _ = file::write_whole(path, text)?;
    Ok(())
}

fn aside(path: &Path) -> PathBuf {
    let mut aside = path.with_extension("unreadable.json");
    let mut n = 1u32;
    while aside.exists() {
        n += 1;
        aside = path.with_extension(format!("unreadable-{n}.json"));
    }
    aside
}

/// Takes what can be read of settings whose file is damaged, each by itself.
fn one_by_one(bytes: &[u8]) -> Kept {
    let text = String::from_utf8_lossy(bytes);
    let Ok(found) = serde_json::from_str::<Map<String, Value>>(&text) else {
        return Kept::default();
    };
    let mut kept = Kept::default();
    for (key, value) in found {
        let mut more = match &kept.all {
            Value::Object(all) => all.clone(),
            _ => Map::new(),
        };
        more.insert(key, value);
        let more = Value::Object(more).to_string();
        kept = parse(more.as_bytes()).unwrap_or(kept);
    }
    kept
}

/// Tells whether what was read has, wherever we know it, the shape we give it.
fn has_shape(read: &Value, ours: &Value) -> bool {
    match (read, ours) {
        (Value::Object(read), Value::Object(ours)) => ours
            .iter()
            .all(|(key, ours)| read.get(key).is_none_or(|read| has_shape(read, ours))),
        (Value::Array(read), Value::Array(ours)) => {
            read.len() == ours.len()
                && read
                    .iter()
                    .zip(ours)
                    .all(|(read, ours)| has_shape(read, ours))
        }
        (read, ours) => std::mem::discriminant(read) == std::mem::discriminant(ours),
    }
}

/// Lays our values over what was read, so that what only a newer program knows stays: in a record by its key, in a list with
/// the entry that says the same otherwise.
fn laid_over(read: &Value, ours: Value) -> Value {
    match (read, ours) {
        (Value::Object(read), Value::Object(ours)) => {
            let mut both = read.clone();
            for (key, ours) in ours {
                let laid = match read.get(&key) {
                    Some(read) => laid_over(read, ours),
                    None => ours,
                };
                both.insert(key, laid);
            }
            Value::Object(both)
        }
        (Value::Array(read), Value::Array(ours)) => {
            let entry = |ours: Value| match read.iter().find(|read| says(read, &ours)) {
                Some(read) => read.clone(),
                None => ours,
            };
            Value::Array(ours.into_iter().map(entry).collect())
        }
        (_, ours) => ours,
    }
}

/// Tells whether an entry says all that ours says.
fn says(read: &Value, ours: &Value) -> bool {
    match (read, ours) {
        (Value::Object(read), Value::Object(ours)) => {
            ours.iter().all(|(key, ours)| read.get(key) == Some(ours))
        }
        (read, ours) => read == ours,
    }
}

/// Keeps the waits where the fields say they are.
fn within(mut settings: Settings) -> Settings {
    for minutes in [
        &mut settings.lock_after_minutes,
        &mut settings.lock_in_session_minutes,
    ] {
        *minutes = (*minutes).clamp(1, 90);
    }
    settings.stuck_after_weeks = settings.stuck_after_weeks.clamp(1, 52);
    settings
}

fn paths(data_dir: &Path) -> [PathBuf; 2] {
    ["settings.json", "settings.saved.json"].map(|name| data_dir.join(name))
}
