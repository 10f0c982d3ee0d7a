//! What the shell remembers while it runs: the program, when somebody last asked it something, and whether it leaves.

use std::{
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicBool, AtomicU64, Ordering},
    },
    thread,
    time::{Duration, Instant},
};

/// How long the page gets to save what was typed last and to say so, when the window is to close.
const TIME_TO_SAVE: Duration = Duration::from_secs(2);

/// How long the page gets to show that it has heard of a lock. One that says nothing may still show somebody's words.
const TIME_TO_HEAR: Duration = Duration::from_secs(3);

/// The state of the shell, one per process.
pub struct Shell {
    app: Arc<api::App>,
    last_call: Mutex<Instant>,
    /// When the page was told of a lock, until it has shown that it heard of it.
    told: Mutex<Option<Instant>>,
    /// Whether housekeeping is being done.
    keeping: Arc<AtomicBool>,
    /// Counts the times somebody asked to leave or to stay; leaving happens if nobody did since.
    leaving: Arc<AtomicU64>,
}

impl Shell {
    /// Starts remembering.
    pub fn new(app: api::App) -> Self {
        Self {
            app: Arc::new(app),
            last_call: Mutex::new(Instant::now()),
            told: Mutex::default(),
            keeping: Arc::default(),
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

    /// Notes that the page is told of a lock.
    pub fn told(&self) {
        *self.told.lock().unwrap_or_else(PoisonError::into_inner) = Some(Instant::now());
    }

    /// Tells, once, whether the page was told of a lock and has not asked anything since, as it does when it hears.
    pub fn unheard(&self) -> bool {
        let mut told = self.told.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(since) = told.map(|at| at.elapsed()) else {
            return false;
        };
        if self.quiet_for() < since {
            *told = None;
            return false;
        }
        let over = since > TIME_TO_HEAR;
        if over {
            *told = None;
        }
        over
    }

    /// Gives the turn at housekeeping, unless somebody has it.
    pub fn housekeeping(&self) -> Option<Turn> {
        let taken = self.keeping.swap(true, Ordering::SeqCst);
        (!taken).then(|| Turn(Arc::clone(&self.keeping)))
    }

    /// Asks the page, and runs `end` when it has had its time to save, unless somebody asks to stay before. It is asked as
    /// many times as `times` says then.
    pub fn leave<T: Send + 'static>(
        &self,
        ask: impl Fn(&T) + Send + 'static,
        times: impl Fn(&T) -> u32 + Send + 'static,
        end: impl FnOnce(&T) + Send + 'static,
        with: T,
    ) {
        let ticket = self.leaving.fetch_add(1, Ordering::SeqCst) + 1;
        let leaving = Arc::clone(&self.leaving);
        thread::spawn(move || {
            let mut asked = 0;
            loop {
                ask(&with);
                asked += 1;
                thread::sleep(TIME_TO_SAVE);
                if leaving.load(Ordering::SeqCst) != ticket {
                    return;
                }
                if asked >= times(&with) {
                    return end(&with);
                }
            }
        });
    }

    /// Takes leaving back: the program was started again while it was about to end.
    pub fn stay(&self) {
        self.leaving.fetch_add(1, Ordering::SeqCst);
    }
}

/// The turn at housekeeping; given back when dropped, after a panic too.
pub struct Turn(Arc<AtomicBool>);

impl Drop for Turn {
    fn drop(&mut self) {
        self.0.store(false, Ordering::SeqCst);
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]

    use std::sync::mpsc;

    use super::*;

    /// On a data folder that is not there and is never made.
    fn shell() -> Shell {
        let clock = Box::new(crate::env::System::new());
        Shell::new(api::App::new("/nowhere/waymark".into(), clock).unwrap())
    }

    #[test]
    fn a_page_that_says_nothing_in_its_time_does_not_keep_the_program() {
        let shell = shell();
        let (left, has_left) = mpsc::channel();
        let end = |left: &mpsc::Sender<()>| left.send(()).unwrap();
        shell.leave(|_| (), |_| 1, end, left);
        assert!(has_left.recv_timeout(TIME_TO_SAVE / 2).is_err(), "too soon");
        has_left.recv_timeout(TIME_TO_SAVE).unwrap();
    }

    #[test]
    fn one_that_asks_to_stay_keeps_it_until_somebody_closes_again() {
        let shell = shell();
        let (left, has_left) = mpsc::channel();
        let first = |left: &mpsc::Sender<_>| left.send("first").unwrap();
        shell.leave(|_| (), |_| 1, first, left.clone());
        shell.stay();
        let second = |left: &mpsc::Sender<_>| left.send("second").unwrap();
        shell.leave(|_| (), |_| 1, second, left);
        assert_eq!(has_left.recv(), Ok("second"));
        assert!(has_left.recv().is_err(), "the first has come to nothing");
    }

    #[test]
    fn a_page_that_is_just_beginning_anew_is_asked_again_while_words_are_held() {
        let shell = shell();
        let (said, is_said) = mpsc::channel();
        let end = |said: &mpsc::Sender<_>| said.send("left").unwrap();
        let ask = |said: &mpsc::Sender<_>| said.send("asked").unwrap();
        shell.leave(ask, |_| 2, end, said);
        assert_eq!(
            is_said.iter().collect::<Vec<_>>(),
            ["asked", "asked", "left"]
        );
        // It hears the second time.
        let (said, is_said) = mpsc::channel();
        shell.leave(ask, |_| 2, end, said);
        assert_eq!([is_said.recv(), is_said.recv()], [Ok("asked"), Ok("asked")]);
        shell.stay();
        assert!(is_said.recv().is_err());
    }

    #[test]
    fn a_page_that_was_told_of_a_lock_and_asks_nothing_is_unheard_once() {
        let shell = shell();
        assert!(!shell.unheard(), "it was told nothing");
        shell.told();
        assert!(!shell.unheard(), "it has its time");
        thread::sleep(TIME_TO_HEAR + Duration::from_millis(50));
        assert!(shell.unheard());
        assert!(!shell.unheard(), "it is ended once");
        // One that asks anything has heard.
        shell.told();
        thread::sleep(Duration::from_millis(5));
        shell.called();
        thread::sleep(TIME_TO_HEAR + Duration::from_millis(50));
        assert!(!shell.unheard());
    }
}
