//! The watch: tells the core how long the computer slept, and does what the core makes of it; housekeeping when nobody types.

use std::{thread, time::Duration};

use api::{Verdict, act::backups};
use tauri::{AppHandle, Manager};

use crate::{ipc, shell::Shell, windows};

/// How often the watch looks. Warning and lock may come this much late.
const LOOK: Duration = Duration::from_secs(1);
/// How long the page must have asked nothing before housekeeping may take the vault.
const QUIET: Duration = Duration::from_secs(3);
/// How long before a backup may begin, which holds the vault for as long as it takes to copy it.
const LONG_QUIET: Duration = Duration::from_secs(10);

/// Starts the watch.
///
/// # Errors
/// When the system gives no thread.
pub fn watch(app: AppHandle) -> std::io::Result<()> {
    thread::Builder::new()
        .name("watch".to_owned())
        .spawn(move || {
            let mut slept = asleep();
            let mut warned = false;
            loop {
                thread::sleep(LOOK);
                let now = asleep();
                look(&app, now.saturating_sub(slept), &mut warned);
                slept = now;
            }
        })?;
    Ok(())
}

fn look(app: &AppHandle, slept: Duration, warned: &mut bool) {
    let shell = app.state::<Shell>();
    let core = shell.app();
    let verdict = core.watch(slept);
    let before = std::mem::replace(warned, verdict == Verdict::Warn);
    if shell.unheard() {
        windows::drop_page(app);
    }
    match verdict {
        Verdict::Lock => {
            // The windows first: nothing that closing the vault does, and it may fail or take for ever, keeps them lit.
            core.shut();
            ipc::blank(app);
            aside("lock", move || core.lock_now());
            return;
        }
        Verdict::Warn if !before => {
            ipc::tell(app, ipc::event::LOCK_SOON);
            windows::ask_for_a_look(app);
        }
        Verdict::Wait if before => ipc::tell(app, ipc::event::LOCK_OFF),
        Verdict::Warn | Verdict::Wait => {}
    }
    if shell.quiet_for() > QUIET
        && let Some(turn) = shell.housekeeping()
    {
        let (core, app) = (shell.app(), app.clone());
        aside("tend", move || {
            if core.tend() {
                ipc::tell(&app, ipc::event::VAULT_CHANGED);
            }
            // A stick may be slow and a share may hang, and the lock waits for neither.
            if app.state::<Shell>().quiet_for() > LONG_QUIET && backups::is_wanted(&core) {
                backups::on_schedule(&core);
                ipc::tell(&app, ipc::event::VAULT_CHANGED);
            }
            drop(turn);
        });
    }
}

/// Does something that may fail, panic or hang on a thread of its own, so that the watch goes on watching.
fn aside(name: &str, work: impl FnOnce() + Send + 'static) {
    // Without a thread housekeeping waits for another moment, and a vault that is shut stays shut with its key in memory
    // until the next lock; nothing of it is shown.
    let _ = thread::Builder::new().name(name.to_owned()).spawn(work);
}

/// How long the computer has slept since it started. Two clocks that differ in nothing but sleep: a look that comes late,
/// because a backup took long, is none.
#[cfg(target_os = "linux")]
fn asleep() -> Duration {
    use rustix::time::{ClockId, Timespec, clock_gettime};

    let read = |clock| {
        let Timespec { tv_sec, tv_nsec } = clock_gettime(clock);
        Duration::new(
            u64::try_from(tv_sec).unwrap_or(0),
            u32::try_from(tv_nsec).unwrap_or(0),
        )
    };
    let awake = read(ClockId::Monotonic);
    read(ClockId::Boottime).saturating_sub(awake)
}

/// How far the wall clock has run ahead of one that stands still in sleep. A clock that is set forward looks the same,
/// which errs on the side of locking.
#[cfg(not(target_os = "linux"))]
#[expect(
    clippy::disallowed_methods,
    reason = "the clock of the computer against its own, for nothing that is recorded"
)]
fn asleep() -> Duration {
    use std::{
        sync::OnceLock,
        time::{Instant, SystemTime},
    };

    static START: OnceLock<(SystemTime, Instant)> = OnceLock::new();
    let (wall, awake) = START.get_or_init(|| (SystemTime::now(), Instant::now()));
    let gone = wall.elapsed().unwrap_or_default();
    gone.saturating_sub(awake.elapsed())
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::{Duration, asleep, thread};

    #[test]
    fn a_look_that_comes_late_is_no_sleep() {
        let before = asleep();
        thread::sleep(Duration::from_millis(300));
        assert!(asleep().saturating_sub(before) < Duration::from_millis(50));
    }
}
