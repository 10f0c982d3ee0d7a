//! What the shell remembers while it runs: the program, when somebody last asked it something, and whether it leaves.

use std::{
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
    thread,
    time::{Duration, Instant},
};

/// How long the page gets to save what was typed last. The page saves at most 900 ms after a keystroke and at once when
/// its window hides; a hidden page's timers may be held back for another second.
const TIME_TO_SAVE: Duration = Duration::from_secs(2);

/// The state of the shell, one per process.
pub struct Shell {
    app: Arc<api::App>,
    last_call: Mutex<Instant>,
    /// Counts the times somebody asked to leave or to stay; leaving happens if nobody did since.
    leaving: Arc<AtomicU64>,
}

impl Shell {
    /// Starts remembering.
    pub fn new(app: api::App) -> Self {
        Self {
            app: Arc::new(app),
            last_call: Mutex::new(Instant::now()),
            leaving: Arc::default(),
        }
    }

    /// Returns the program.
    pub fn app(&self) -> Arc<api::App> {
        Arc::clone(&self.app)
    }

    /// Notes that the page asked something.
    pub fn called(&self) {
        *self
            .last_call
            .lock()
            .unwrap_or_else(PoisonError::into_inner) = Instant::now();
    }

    /// Returns how long the page has asked nothing.
    pub fn quiet_for(&self) -> Duration {
        self.last_call
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .elapsed()
    }

    /// Runs `end` when the page has had its time to save, unless somebody asks to stay before.
    pub fn leave<T: Send + 'static>(&self, end: impl FnOnce(&T) + Send + 'static, with: T) {
        let ticket = self.leaving.fetch_add(1, Ordering::SeqCst) + 1;
        let leaving = Arc::clone(&self.leaving);
        thread::spawn(move || {
            thread::sleep(TIME_TO_SAVE);
            if leaving.load(Ordering::SeqCst) == ticket {
                end(&with);
            }
        });
    }

    /// Takes leaving back: the program was started again while it was about to end.
    pub fn stay(&self) {
        self.leaving.fetch_add(1, Ordering::SeqCst);
    }
}
