//! What is done before anything else runs: no core dumps, no outside inspector, and a renderer that works everywhere.

#[cfg(target_os = "linux")]
use crate::recent;
#[cfg(target_os = "linux")]
use rustix::process::{DumpableBehavior, set_dumpable_behavior};
#[cfg(unix)]
use rustix::process::{Resource, Rlimit, setrlimit};

/// Variables through which somebody could look into the page or its widgets. WebKit and GTK read them when they start.
const INSPECTORS: [&str; 3] = [
    "WEBKIT_INSPECTOR_SERVER",
    "WEBKIT_INSPECTOR_HTTP_SERVER",
    "GTK_DEBUG",
];

/// The variable that keeps WebKit from drawing through the GPU.
const RENDERER: &str = "WEBKIT_DISABLE_DMABUF_RENDERER";

/// The largest core dump, in bytes, of this process and of WebKit's, which inherit it. Zero would stop the kernel from
/// writing a file, but not from piping everything to a crash reporter such as apport or systemd-coredump; one byte stops
/// both (`fs/coredump.c`: a limit of exactly 1 is how it recognises that a crash reporter itself has crashed).
#[cfg(unix)]
const CORE: u64 = 1;

/// Prepares the process. To be called first, while there is one thread.
pub fn prepare() {
    forbid_core_dumps();
    choose_environment();
}

/// Keeps people's words and the key out of core dumps, and other programs of the same user out of our memory.
fn forbid_core_dumps() {
    // Both can only fail where the kernel knows neither; the vault itself does not depend on them. Dumpable is this
    // process's own and does not outlive the start of another program.
    #[cfg(unix)]
    let _ = setrlimit(
        Resource::Core,
        Rlimit {
            current: Some(CORE),
            maximum: Some(CORE),
        },
    );
    #[cfg(target_os = "linux")]
    let _ = set_dumpable_behavior(DumpableBehavior::NotDumpable);
}

#[expect(
    unsafe_code,
    reason = "the environment has to be settled before GTK and WebKit read it"
)]
fn choose_environment() {
    // SAFETY: `prepare` is called first in `main`, before any thread is started, so nobody reads the environment
    // at the same time. Starting ourselves anew with another environment would avoid the block and cost a process.
    unsafe {
        // The WebDriver of the end-to-end tests comes in through the same door.
        if !cfg!(feature = "e2e") {
            for name in INSPECTORS {
                std::env::remove_var(name);
            }
        }
        #[cfg(target_os = "linux")]
        hide_recent_files();
        // Where its DMABUF renderer does not get on with a driver (NVIDIA's above all) WebKit draws nothing at all and says
        // so to nobody. A page of text that animates nothing needs no GPU, so it is never used, and every machine draws as
        // the tested ones do. Who wants it says `WEBKIT_DISABLE_DMABUF_RENDERER=0`.
        if std::env::var_os(RENDERER).is_none() {
            std::env::set_var(RENDERER, "1");
        }
    }
}

/// GLib remembers another folder than everything else is told.
#[cfg(target_os = "linux")]
#[expect(unsafe_code, reason = "as above")]
unsafe fn hide_recent_files() {
    let usual = std::env::var_os(recent::VARIABLE);
    // SAFETY: the caller is the only thread.
    unsafe {
        std::env::set_var(recent::VARIABLE, recent::elsewhere());
        recent::remember();
        match usual {
            Some(usual) => std::env::set_var(recent::VARIABLE, usual),
            None => std::env::remove_var(recent::VARIABLE),
        }
    }
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;

    #[test]
    fn a_prepared_process_leaves_no_core_dump() {
        forbid_core_dumps();
        let limit = rustix::process::getrlimit(Resource::Core);
        assert_eq!((limit.current, limit.maximum), (Some(1), Some(1)));
        assert_eq!(
            rustix::process::dumpable_behavior().unwrap(),
            DumpableBehavior::NotDumpable
        );
    }
}
