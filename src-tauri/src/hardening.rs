//! What is done before anything else runs: no core dumps, no outside inspector, and a renderer that suits the machine.

use rustix::process::{DumpableBehavior, Resource, Rlimit, set_dumpable_behavior, setrlimit};

/// Variables through which somebody could look into the page from outside. WebKit reads them when it starts.
const INSPECTORS: [&str; 2] = ["WEBKIT_INSPECTOR_SERVER", "WEBKIT_INSPECTOR_HTTP_SERVER"];

/// Prepares the process. To be called first, while there is one thread.
pub fn prepare() {
    forbid_core_dumps();
    choose_environment();
}

/// Keeps people's words and the key out of core dumps, and other programs of the same user out of our memory.
fn forbid_core_dumps() {
    // Both can only fail where the kernel knows neither; the vault itself does not depend on them.
    let _ = setrlimit(
        Resource::Core,
        Rlimit {
            current: Some(0),
            maximum: Some(0),
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
        // Without a GPU the DMABUF renderer costs 80 MiB and a core per animation (TARGETS.md, *The window*).
        if !has_render_node() && std::env::var_os("WEBKIT_DISABLE_DMABUF_RENDERER").is_none() {
            std::env::set_var("WEBKIT_DISABLE_DMABUF_RENDERER", "1");
        }
    }
}

fn has_render_node() -> bool {
    std::fs::read_dir("/dev/dri").is_ok_and(|entries| {
        entries
            .flatten()
            .any(|entry| entry.file_name().to_string_lossy().starts_with("renderD"))
    })
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;

    #[test]
    fn a_prepared_process_leaves_no_core_dump() {
        forbid_core_dumps();
        assert_eq!(rustix::process::getrlimit(Resource::Core).current, Some(0));
        assert_eq!(
            rustix::process::dumpable_behavior().unwrap(),
            DumpableBehavior::NotDumpable
        );
    }
}
