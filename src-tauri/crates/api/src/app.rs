//! The running program without its window: where things are kept, what is open, and the clock and ids it was given.

use std::{
    fs,
    path::{Path, PathBuf},
    sync::{
        Mutex, MutexGuard, OnceLock, PoisonError, RwLock, RwLockReadGuard,
        atomic::{AtomicI64, Ordering},
    },
};

use curriculum::Curriculum;
use domain::{Timestamp, settings::Settings};
use press::Press;
use store::Store;
use uuid::Uuid;

use crate::{
    error::{ApiError, ErrorCode, Result},
    file,
    packs::{self, InUse},
    turned,
};

/// The clock and the source of ids; made once in `main`, set by tests.
pub trait Env: Send + Sync {
    /// Returns the moment now, with the local zone offset.
    fn now(&self) -> Timestamp;
    /// Returns a new UUIDv7.
    fn uuid(&self) -> Uuid;
}

/// The program. One per process; every use case borrows it.
pub struct App {
    data_dir: PathBuf,
    env: Box<dyn Env>,
    in_use: RwLock<InUse>,
    press: OnceLock<Press>,
    store: Mutex<Option<Store>>,
    settings: Mutex<Settings>,
    turned: Mutex<turned::Turned>,
    last_active: AtomicI64,
}

impl App {
    /// Reads content and settings; opens no vault and creates no folder.
    ///
    /// # Errors
    /// `Content` when the built-in content does not check, which a test rules out.
    pub fn new(data_dir: PathBuf, env: Box<dyn Env>) -> Result<Self> {
        let in_use = packs::load(&data_dir)?;
        Ok(Self::with(data_dir, env, in_use))
    }

    /// Reads settings, and takes content that was read and checked before.
    pub fn with_content(data_dir: PathBuf, env: Box<dyn Env>, curriculum: Curriculum) -> Self {
        Self::with(data_dir, env, InUse::of(curriculum))
    }

    fn with(data_dir: PathBuf, env: Box<dyn Env>, in_use: InUse) -> Self {
        let settings = read_settings(&data_dir);
        let last_active = AtomicI64::new(env.now().millis);
        Self {
            data_dir,
            env,
            in_use: RwLock::new(in_use),
            press: OnceLock::new(),
            store: Mutex::new(None),
            settings: Mutex::new(settings),
            turned: Mutex::default(),
            last_active,
        }
    }

    /// Returns the folder everything is kept in.
    pub fn data_dir(&self) -> &Path {
        &self.data_dir
    }

    /// Returns the folder of the vault.
    pub fn vault_dir(&self) -> PathBuf {
        self.data_dir.join("vault")
    }

    /// Returns the content in use; a cheap handle, which stays as it is when a pack is installed meanwhile.
    pub fn curriculum(&self) -> Curriculum {
        self.in_use().content.clone()
    }

    pub(crate) fn in_use(&self) -> RwLockReadGuard<'_, InUse> {
        self.in_use.read().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn use_content(&self, in_use: InUse) {
        *self.in_use.write().unwrap_or_else(PoisonError::into_inner) = in_use;
    }

    /// Returns the moment now.
    pub fn now(&self) -> Timestamp {
        self.env.now()
    }

    /// Returns a new id.
    pub fn uuid(&self) -> Uuid {
        self.env.uuid()
    }

    /// Returns the press, making it at the first page.
    pub(crate) fn press(&self) -> Result<&Press> {
        if let Some(press) = self.press.get() {
            return Ok(press);
        }
        let press = Press::new().map_err(|e| ApiError::new(ErrorCode::Internal).with("what", e))?;
        Ok(self.press.get_or_init(|| press))
    }

    /// Returns the settings of this computer.
    pub fn settings(&self) -> Settings {
        lock(&self.settings).clone()
    }

    /// Writes the settings, all or nothing. A file that could not be read is kept beside the new one.
    pub(crate) fn save_settings(&self, settings: Settings) -> Result<()> {
        let path = settings_path(&self.data_dir);
        fs::create_dir_all(&self.data_dir).map_err(|e| file::write_error(&self.data_dir, &e))?;
        if fs::read_to_string(&path)
            .is_ok_and(|text| serde_json::from_str::<Settings>(&text).is_err())
        {
            let aside = path.with_extension("json.unreadable");
            fs::copy(&path, &aside).map_err(|e| file::write_error(&aside, &e))?;
        }
        let text = serde_json::to_vec_pretty(&settings)
            .map_err(|e| ApiError::new(ErrorCode::Internal).with("what", e))?;
        file::write_whole(&path, &text)?;
        *lock(&self.settings) = settings;
        Ok(())
    }

    pub(crate) fn turned(&self) -> MutexGuard<'_, turned::Turned> {
        lock(&self.turned)
    }

    /// Lends the open vault, or `None` when it is locked.
    pub(crate) fn slot(&self) -> MutexGuard<'_, Option<Store>> {
        lock(&self.store)
    }

    /// Runs with the open vault.
    ///
    /// # Errors
    /// `Locked` when it is not open, and whatever `body` returns.
    pub(crate) fn with_store<T>(&self, body: impl FnOnce(&mut Store) -> Result<T>) -> Result<T> {
        match self.slot().as_mut() {
            Some(store) => body(store),
            None if matches!(store::presence(&self.data_dir), store::Presence::None) => {
                Err(ErrorCode::NoVault.into())
            }
            None => Err(ErrorCode::Locked.into()),
        }
    }

    /// Notes that somebody is there.
    pub(crate) fn touch(&self) {
        self.last_active.store(self.now().millis, Ordering::Relaxed);
    }

    /// Locks the vault when nobody has been there for the minutes in the settings; tells whether it did.
    ///
    /// A clock that was set back counts as no time gone by, so it can put the lock off by at most one full wait.
    pub fn lock_if_idle(&self) -> bool {
        let now = self.now().millis;
        let idle = now - self.last_active.load(Ordering::Relaxed);
        if idle < 0 {
            self.touch();
        }
        let limit = i64::from(self.settings().lock_after_minutes) * 60_000;
        if idle < limit || self.slot().is_none() {
            return false;
        }
        self.lock_now().is_ok()
    }

    /// Closes the vault: checkpoint, wipe the key, forget the turned page.
    pub(crate) fn lock_now(&self) -> Result<()> {
        *self.turned() = turned::Turned::default();
        match self.slot().take() {
            Some(store) => store.close().map_err(ApiError::from),
            None => Ok(()),
        }
    }

    /// Does one bounded step of housekeeping; the shell calls it when nobody types.
    pub fn tend(&self) {
        if let Some(store) = self.slot().as_mut() {
            // Nobody waits for it, and what failed is tried again at the next idle moment.
            let _ = store.tend();
        }
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    // A panic in a use case leaves plain values behind; the vault itself is guarded by its transactions.
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

fn settings_path(data_dir: &Path) -> PathBuf {
    data_dir.join("settings.json")
}

fn read_settings(data_dir: &Path) -> Settings {
    let text = fs::read_to_string(settings_path(data_dir)).unwrap_or_default();
    let mut settings: Settings = serde_json::from_str(&text).unwrap_or_default();
    settings.lock_after_minutes = settings.lock_after_minutes.clamp(1, 30);
    settings
}
