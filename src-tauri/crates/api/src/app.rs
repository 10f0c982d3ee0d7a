//! The running program without its window: where things are kept, what is open, and the clock and ids it was given.

mod backups;
mod beside;
mod held;
mod idle;
mod in_use;
mod making;
pub(crate) mod packs_folder;
mod settings;
mod turned;

use std::{
    path::{Path, PathBuf},
    sync::{
        Arc, Mutex, MutexGuard, OnceLock, PoisonError, RwLock, RwLockReadGuard, TryLockError,
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
    held::Held,
    in_use::InUse,
    making::Making,
    turned::{Cost, Reader, Room, Turned, TurnedPage},
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
    press: OnceLock<Arc<Press>>,
    store: Mutex<Option<Store>>,
    /// Whether the vault counts as open. It is shut before anything that can fail or take long, so that locking cannot.
    open: AtomicBool,
    /// Whether a vault was open here since the program began.
    known: AtomicBool,
    /// When it was locked last, in epoch milliseconds; 0 when it was not, since the program began.
    locked_at: AtomicI64,
    /// For how many milliseconds it had been locked when it was opened.
    locked_for: AtomicI64,
    held: Mutex<Held>,
    settings: Mutex<settings::Kept>,
    backups: Mutex<Backups>,
    backing_up: Mutex<()>,
    turned: Mutex<Turned>,
    making: Mutex<Making>,
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
            open: AtomicBool::new(false),
            known: AtomicBool::new(false),
            locked_at: AtomicI64::new(0),
            locked_for: AtomicI64::new(0),
            held: Mutex::default(),
            settings: Mutex::new(settings),
            backups: Mutex::default(),
            backing_up: Mutex::default(),
            turned: Mutex::default(),
            making: Mutex::default(),
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
    pub(crate) fn press(&self) -> Result<&Arc<Press>> {
        if let Some(press) = self.press.get() {
            return Ok(press);
        }
        let press = Press::new().map_err(|e| ApiError::new(ErrorCode::Internal).with("what", e))?;
        Ok(self.press.get_or_init(|| Arc::new(press)))
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

    /// How far the pages are that are being made.
    pub(crate) fn making(&self) -> MutexGuard<'_, Making> {
        lock(&self.making)
    }

    pub(crate) fn held(&self) -> MutexGuard<'_, Held> {
        lock(&self.held)
    }

    /// Whether the vault counts as open, without waiting for whoever is using it.
    pub fn is_open(&self) -> bool {
        self.open.load(Ordering::SeqCst)
    }

    /// Lends the place of the vault for opening one: empty, whatever was left there by a lock that is still closing.
    pub(crate) fn slot(&self) -> MutexGuard<'_, Option<Store>> {
        let mut slot = lock(&self.store);
        if !self.is_open() {
            self.close(slot.take());
        }
        slot
    }

    /// Puts an opened vault into its place.
    pub(crate) fn put(&self, mut slot: MutexGuard<'_, Option<Store>>, store: Store) {
        let sealer = store.sealer();
        *slot = Some(store);
        let since = self.locked_at.swap(0, Ordering::SeqCst);
        let locked = if since == 0 {
            0
        } else {
            self.now().millis - since
        };
        self.locked_for.store(locked.max(0), Ordering::SeqCst);
        self.known.store(true, Ordering::SeqCst);
        self.held().opened(sealer);
        self.open.store(true, Ordering::SeqCst);
        drop(slot);
        self.touch();
    }

    /// Lends the open vault, or nothing when it counts as locked, also to whoever has waited for it meanwhile.
    pub(crate) fn look<T>(&self, body: impl FnOnce(Option<&mut Store>) -> T) -> T {
        if !self.is_open() {
            return body(None);
        }
        let mut slot = lock(&self.store);
        body(slot.as_mut().filter(|_| self.is_open()))
    }

    /// Runs with the open vault. For use cases, here and in the crates that stand on this one.
    ///
    /// # Errors
    /// `Locked` or `NoVault` when it is not open, and whatever `body` returns.
    pub fn with_store<T>(&self, body: impl FnOnce(&mut Store) -> Result<T>) -> Result<T> {
        self.look(|store| match store {
            Some(store) => {
                store.look_again();
                body(store).map_err(|error| match error.code {
                    ErrorCode::Damaged => store.reach().err().map_or(error, ApiError::from),
                    _ => error,
                })
            }
            None => Err(self.closed().into()),
        })
    }

    /// Refuses what needs the open vault.
    pub(crate) fn must_be_open(&self) -> Result<()> {
        if self.is_open() {
            Ok(())
        } else {
            Err(self.closed().into())
        }
    }

    fn closed(&self) -> ErrorCode {
        match self.presence() {
            Presence::None => ErrorCode::NoVault,
            Presence::Vault | Presence::Damaged(_) => ErrorCode::Locked,
        }
    }

    /// Says what lies where the vault belongs. Where one was open before and nothing is found any more, its disk was pulled
    /// out: it is out of reach, and nobody is asked to make another one.
    pub(crate) fn presence(&self) -> Presence {
        match store::presence(&self.data_dir) {
            Presence::None if self.is_known() => Presence::Vault,
            found => found,
        }
    }

    /// Whether a vault was open here since the program began.
    pub(crate) fn is_known(&self) -> bool {
        self.known.load(Ordering::SeqCst)
    }

    /// The vault was put aside: there is none any more.
    pub(crate) fn put_vault_aside(&self) {
        self.known.store(false, Ordering::SeqCst);
    }

    /// Notes that somebody is there.
    pub fn touch(&self) {
        self.last_active.store(self.now().millis, Ordering::Relaxed);
    }

    /// Has the vault count as locked from this moment, whoever is using it; tells whether it was open. Nothing here can
    /// fail or wait. What it was opened for is closed by [`App::lock_now`], which may take its time.
    pub fn shut(&self) -> bool {
        let was_open = self.open.swap(false, Ordering::SeqCst);
        if was_open {
            self.locked_at.store(self.now().millis, Ordering::SeqCst);
        }
        was_open
    }

    /// For how many seconds the vault had been locked when it was opened; 0 after a start. A session may have gone on.
    pub(crate) fn locked_for(&self) -> u32 {
        u32::try_from(self.locked_for.load(Ordering::SeqCst) / 1000).unwrap_or(u32::MAX)
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
        if !self.is_open() {
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

    /// Locks the vault: shut at once, then the turned page is forgotten, then everything is brought into the main file
    /// and the key wiped.
    ///
    /// A lock cannot fail. What was acknowledged is on disk already; where bringing it into the main file does not work,
    /// the next opening does it.
    pub fn lock_now(&self) {
        self.shut();
        self.forget_turned();
        self.in_session(false);
        press::forget();
        // The place is let go of before closing, so that nothing waits for a disk that does not answer.
        let store = {
            let mut slot = lock(&self.store);
            self.shut();
            slot.take()
        };
        self.close(store);
    }

    fn close(&self, store: Option<Store>) {
        if let Some(store) = store {
            self.held().closed(self.now().millis);
            let _ = store.close();
        }
    }

    /// Forgets the page that the screen was turned to.
    pub(crate) fn forget_turned(&self) {
        let turned = std::mem::take(&mut *self.turned());
        self.held().left(turned.page().cloned());
    }

    /// Does one bounded step of housekeeping; the shell calls it when nobody types. Tells whether the vault can be saved to
    /// again, or no longer.
    pub fn tend(&self) -> bool {
        self.held().tend(self.now().millis);
        self.look(|store| {
            store.is_some_and(|store| {
                let before = store.cannot_write();
                // Nobody waits for it, and what failed is tried again at the next idle moment.
                let _ = store.tend();
                store.cannot_write() != before
            })
        })
    }

    /// Whether words are held that could not be written, and would go with the program.
    pub fn holds_words(&self) -> bool {
        self.held().any()
    }

    /// Keeps what a page could not write, sealed, until the vault is open and can take it.
    pub(crate) fn hold(&self, page: &str, words: &[u8]) -> Result<()> {
        self.held().take(page, words, self.now().millis)
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    // A panic in a use case leaves plain values behind; the vault itself is guarded by its transactions.
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
