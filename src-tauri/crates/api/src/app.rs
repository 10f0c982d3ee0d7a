//! The running program without its window: where things are kept, what is open, and the clock and ids it was given.

mod backups;
mod beside;
mod idle;
mod in_use;
pub(crate) mod packs_folder;
mod settings;
mod turned;

use std::{
    path::{Path, PathBuf},
    sync::{
        Mutex, MutexGuard, OnceLock, PoisonError, RwLock, RwLockReadGuard, TryLockError,
        atomic::{AtomicBool, AtomicI64, Ordering},
    },
    time::Duration,
};

use curriculum::Curriculum;
use domain::{Timestamp, settings::Settings};
use press::Press;
use store::{Beside, Presence, Store};
use uuid::Uuid;

pub use self::idle::Verdict;
use self::idle::{Goes, Look};
pub(crate) use self::{
    backups::Backups,
    in_use::InUse,
    turned::{Cost, Turned, TurnedPage},
};
use crate::{
    error::{ApiError, ErrorCode, Result},
    outside::{NoWindow, Outside},
    wire::SettingsTrouble,
};

/// The clock and the source of ids; made once in `main`, set by tests.
pub trait Env: Send + Sync {
    /// Returns the moment now, with the local zone offset.
    fn now(&self) -> Timestamp;
    /// Returns a new UUIDv7.
    fn uuid(&self) -> Uuid;
}

/// Fills an open, empty vault with made-up people.
pub type FillSample = fn(&App) -> Result<()>;

/// The program. One per process; every use case borrows it.
pub struct App {
    data_dir: PathBuf,
    env: Box<dyn Env>,
    sample: Option<FillSample>,
    outside: Box<dyn Outside>,
    in_use: RwLock<InUse>,
    press: OnceLock<Press>,
    store: Mutex<Option<Store>>,
    settings: Mutex<settings::Kept>,
    backups: Mutex<Backups>,
    backing_up: Mutex<()>,
    turned: Mutex<Turned>,
    last_active: AtomicI64,
    /// Whether the practitioner's screen shows an open session, as its page last said.
    in_session: AtomicBool,
}

impl App {
    /// Reads content and settings; opens no vault and creates no folder.
    ///
    /// # Errors
    /// `Content` when the built-in content does not check, which a test rules out.
    pub fn new(data_dir: PathBuf, env: Box<dyn Env>) -> Result<Self> {
        let in_use = InUse::load(&data_dir)?;
        Ok(Self::with(data_dir, env, in_use))
    }

    /// Reads settings, and takes content that was read and checked before.
    pub fn with_content(data_dir: PathBuf, env: Box<dyn Env>, curriculum: Curriculum) -> Self {
        Self::with(data_dir, env, InUse::of(curriculum))
    }

    fn with(data_dir: PathBuf, env: Box<dyn Env>, in_use: InUse) -> Self {
        let settings = settings::read(&data_dir);
        let last_active = AtomicI64::new(env.now().millis);
        Self {
            data_dir,
            env,
            sample: None,
            outside: Box::new(NoWindow),
            in_use: RwLock::new(in_use),
            press: OnceLock::new(),
            store: Mutex::new(None),
            settings: Mutex::new(settings),
            backups: Mutex::default(),
            backing_up: Mutex::default(),
            turned: Mutex::default(),
            last_active,
            in_session: AtomicBool::new(false),
        }
    }

    /// Takes what fills a sample vault, which stands on this crate and so cannot be known here.
    #[must_use]
    pub fn with_sample(mut self, fill: FillSample) -> Self {
        self.sample = Some(fill);
        self
    }

    /// Takes what only a window can do.
    #[must_use]
    pub fn with_outside(mut self, outside: impl Outside + 'static) -> Self {
        self.outside = Box::new(outside);
        self
    }

    /// Returns what only a window can do.
    pub(crate) fn outside(&self) -> &dyn Outside {
        &*self.outside
    }

    /// Returns what fills a sample vault.
    pub(crate) const fn sample(&self) -> Option<FillSample> {
        self.sample
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

    /// Reads all content anew, after a pack came or went.
    pub(crate) fn load_content(&self) -> Result<()> {
        let fresh = InUse::load(&self.data_dir)?;
        *self.in_use.write().unwrap_or_else(PoisonError::into_inner) = fresh;
        Ok(())
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
        lock(&self.settings).settings.clone()
    }

    /// Says what became of settings whose file could not be read, until somebody has read that.
    pub fn settings_trouble(&self) -> Option<SettingsTrouble> {
        lock(&self.settings).trouble
    }

    /// Writes the settings, all or nothing.
    pub(crate) fn save_settings(&self, settings: Settings) -> Result<()> {
        let kept = self.kept_settings().with(settings)?;
        self.keep_settings(kept)
    }

    /// Writes the settings that are in use, and forgets that their file could not be read.
    pub(crate) fn accept_settings(&self) -> Result<()> {
        let mut kept = self.kept_settings();
        kept.trouble = None;
        self.keep_settings(kept)
    }

    pub(crate) fn kept_settings(&self) -> settings::Kept {
        lock(&self.settings).clone()
    }

    pub(crate) fn keep_settings(&self, kept: settings::Kept) -> Result<()> {
        let mut held = lock(&self.settings);
        settings::write(&self.data_dir, &kept)?;
        *held = kept;
        Ok(())
    }

    /// Gathers what lies beside the vault and belongs to the desk.
    pub(crate) fn beside(&self) -> Result<Beside> {
        beside::gathered(&self.data_dir, &self.kept_settings())
    }

    /// Puts what lay beside the vault of a backup in its place.
    pub(crate) fn put_beside(&self, files: &Beside) -> Result<()> {
        if beside::put_packs(&self.data_dir, files)? {
            self.load_content()?;
        }
        if let Some(theirs) = beside::settings_of(files, &self.settings())? {
            beside::keep_settings_aside(&self.data_dir, self.now())?;
            self.keep_settings(theirs)?;
        }
        Ok(())
    }

    pub(crate) fn backups(&self) -> MutexGuard<'_, Backups> {
        lock(&self.backups)
    }

    /// Waits until no other backup is being made, and holds others off.
    pub(crate) fn backing_up(&self) -> MutexGuard<'_, ()> {
        lock(&self.backing_up)
    }

    /// Tells whether a backup is being made.
    pub(crate) fn is_backing_up(&self) -> bool {
        matches!(self.backing_up.try_lock(), Err(TryLockError::WouldBlock))
    }

    /// Whether the screen is turned to the person, so that nothing of anybody else may be shown in any window.
    pub fn is_turned(&self) -> bool {
        self.turned().page().is_some()
    }

    pub(crate) fn turned(&self) -> MutexGuard<'_, Turned> {
        lock(&self.turned)
    }

    /// Lends the open vault, or `None` when it is locked.
    pub(crate) fn slot(&self) -> MutexGuard<'_, Option<Store>> {
        lock(&self.store)
    }

    /// Lends it where nobody has it just now, without waiting.
    fn free_slot(&self) -> Option<MutexGuard<'_, Option<Store>>> {
        match self.store.try_lock() {
            Ok(slot) => Some(slot),
            Err(TryLockError::Poisoned(slot)) => Some(slot.into_inner()),
            Err(TryLockError::WouldBlock) => None,
        }
    }

    /// Runs with the open vault. For use cases, here and in the crates that stand on this one.
    ///
    /// # Errors
    /// `Locked` or `NoVault` when it is not open, and whatever `body` returns.
    pub fn with_store<T>(&self, body: impl FnOnce(&mut Store) -> Result<T>) -> Result<T> {
        match self.slot().as_mut() {
            Some(store) => body(store),
            None => Err(self.shut().into()),
        }
    }

    /// Refuses what needs the open vault.
    pub(crate) fn must_be_open(&self) -> Result<()> {
        match *self.slot() {
            Some(_) => Ok(()),
            None => Err(self.shut().into()),
        }
    }

    fn shut(&self) -> ErrorCode {
        match store::presence(&self.data_dir) {
            Presence::None => ErrorCode::NoVault,
            Presence::Vault | Presence::Damaged(_) => ErrorCode::Locked,
        }
    }

    /// Notes that somebody is there.
    pub fn touch(&self) {
        self.last_active.store(self.now().millis, Ordering::Relaxed);
    }

    /// Notes whether an open session is on the practitioner's screen.
    pub(crate) fn in_session(&self, shown: bool) {
        self.in_session.store(shown, Ordering::Relaxed);
    }

    /// Says whether to warn or to lock, given how long the computer slept since this was asked last. Waits for nobody, so
    /// that a long backup holds up neither the warning nor what follows a sleep.
    ///
    /// A clock that was set back counts as no time gone by, so it can put the lock off by at most one full wait.
    pub fn watch(&self, slept: Duration) -> Verdict {
        if self.free_slot().is_some_and(|slot| slot.is_none()) {
            return Verdict::Wait;
        }
        let idle = self.now().millis - self.last_active.load(Ordering::Relaxed);
        if idle < 0 {
            self.touch();
        }
        let goes = if self.is_turned() {
            Goes::Turned
        } else if self.in_session.load(Ordering::Relaxed) {
            Goes::Session
        } else {
            Goes::Usual
        };
        let idle = Duration::from_millis(u64::try_from(idle).unwrap_or(0));
        idle::judge(Look { idle, slept, goes }, &self.settings())
    }

    /// Closes the vault: checkpoint, wipe the key, forget the turned page and every page that was set.
    pub(crate) fn lock_now(&self) -> Result<()> {
        self.forget_turned();
        self.in_session(false);
        press::forget();
        match self.slot().take() {
            Some(store) => store.close().map_err(ApiError::from),
            None => Ok(()),
        }
    }

    /// Forgets the page that the screen was turned to.
    pub(crate) fn forget_turned(&self) {
        *self.turned() = Turned::default();
    }

    /// Does one bounded step of housekeeping; the shell calls it when nobody types. Tells whether the vault can be saved to
    /// again, or no longer.
    pub fn tend(&self) -> bool {
        let Some(mut slot) = self.free_slot() else {
            return false;
        };
        let Some(store) = slot.as_mut() else {
            return false;
        };
        let before = store.cannot_write();
        // Nobody waits for it, and what failed is tried again at the next idle moment.
        let _ = store.tend();
        store.cannot_write() != before
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    // A panic in a use case leaves plain values behind; the vault itself is guarded by its transactions.
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
