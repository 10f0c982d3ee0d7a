//! The watch: locks when nobody is there or the computer slept, and does housekeeping when nobody types.

use std::{thread, time::Duration};

use api::act::backups;
use tauri::{AppHandle, Manager};

use crate::{ipc, shell::Shell, windows};

/// How often the watch looks. The lock may come this much late.
const LOOK: Duration = Duration::from_secs(1);
/// How long the page must have asked nothing before housekeeping may take the vault.
const QUIET: Duration = Duration::from_secs(3);
/// How long before a backup may begin, which holds the vault for as long as it takes to copy it.
const LONG_QUIET: Duration = Duration::from_secs(10);
/// A gap between two looks that only a sleeping computer makes.
const SLEPT: Duration = Duration::from_secs(20);

/// Starts the watch.
///
/// # Errors
/// When the system gives no thread.
pub fn watch(app: AppHandle) -> std::io::Result<()> {
    thread::Builder::new()
        .name("watch".to_owned())
        .spawn(move || {
            let mut last = since_boot();
            loop {
                thread::sleep(LOOK);
                let now = since_boot();
                look(&app, now.saturating_sub(last) > SLEPT);
                last = now;
            }
        })?;
    Ok(())
}

fn look(app: &AppHandle, slept: bool) {
    let shell = app.state::<Shell>();
    // A laptop that was closed may have changed hands; locking what is locked already does nothing.
    let locked = if slept {
        ipc::lock(&shell).is_ok()
    } else {
        shell.app().lock_if_idle()
    };
    if locked {
        windows::turn_back(app);
        ipc::tell_main(app, ipc::event::LOCKED);
        return;
    }
    if shell.quiet_for() > QUIET && shell.app().tend() {
        ipc::tell_main(app, ipc::event::VAULT_CHANGED);
    }
    if shell.quiet_for() > LONG_QUIET && backups::is_wanted(&shell.app()) {
        // On a thread of its own: a stick may be slow and a share may hang, and the lock waits for neither.
        let (core, app) = (shell.app(), app.clone());
        let backup = move || {
            backups::on_schedule(&core);
            ipc::tell_main(&app, ipc::event::VAULT_CHANGED);
        };
        // Where the system gives no thread, the next look asks again.
        let _ = thread::Builder::new()
            .name("backup".to_owned())
            .spawn(backup);
    }
}

/// Time since the computer started, sleep included.
#[cfg(target_os = "linux")]
fn since_boot() -> Duration {
    let now = rustix::time::clock_gettime(rustix::time::ClockId::Boottime);
    Duration::from_secs(u64::try_from(now.tv_sec).unwrap_or(0))
}

/// Time since the program started; sleep may not be seen here.
#[cfg(not(target_os = "linux"))]
fn since_boot() -> Duration {
    static START: std::sync::OnceLock<std::time::Instant> = std::sync::OnceLock::new();
    START.get_or_init(std::time::Instant::now).elapsed()
}
