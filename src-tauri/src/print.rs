//! Printing the PDF itself, never the page: the system's print dialog when there is one, else the default printer.
//!
//! No temporary file is made: the dialog reads from memory, `lp` from its standard input. A queue keeps what it printed for
//! a day, so what is secret is taken out of it as soon as it is printed, where the queue is ours to ask.

use std::{
    io::{ErrorKind, Write},
    process::{Command, Stdio},
    thread,
    time::Duration,
};

use api::outside::Discretion;

/// Why nothing was printed. Goes into the details of `CannotPrint`; the page offers to save a PDF instead.
#[derive(Debug, thiserror::Error)]
pub enum PrintError {
    /// Neither a print dialog nor the `lp` program.
    #[error("no print dialog and no `lp` on this computer")]
    NoPrinting,
    /// The printing system refused.
    #[error("{0}")]
    Refused(String),
    /// The pages could not be handed over.
    #[error("the pages could not be handed to the printer: {0}")]
    Io(#[from] std::io::Error),
}

/// The name of the print job. Queues and their logs can be read by others, so it says nothing about anybody.
const JOB: &str = "Waymark";

/// How often the queue is asked whether a secret is printed, and how many times.
const LOOK: Duration = Duration::from_secs(2);
const LOOKS: u32 = 1800;

/// Prints a PDF; tells whether it was sent (the user can cancel). Not to be called on the window's thread.
///
/// # Errors
/// When there is no way to print, or the printing system refused.
pub fn print(pdf: &[u8], discretion: Discretion) -> Result<bool, PrintError> {
    let queue = Queue::new("");
    let secret = discretion == Discretion::Secret;
    #[cfg(target_os = "linux")]
    {
        let before = if secret { queue.ours() } else { None };
        if let Some(printed) = portal::print(pdf)? {
            if let (true, Some(before)) = (printed, before) {
                aside(move || queue.forget_newer(&before, LOOK, LOOKS));
            }
            return Ok(printed);
        }
    }
    let job = queue.send(pdf)?;
    if let (true, Some(job)) = (secret, job) {
        aside(move || queue.forget(&job, LOOK, LOOKS));
    }
    Ok(true)
}

/// Does something with the queue that takes as long as a printer does.
fn aside(work: impl FnOnce() + Send + 'static) {
    // Where no thread can be had, the queue forgets in its own time.
    let _ = thread::Builder::new().name("queue".to_owned()).spawn(work);
}

/// The programs that speak to the printers' queue.
struct Queue {
    lp: String,
    lpstat: String,
    cancel: String,
    /// Who is logged in.
    user: Option<String>,
}

impl Queue {
    /// Those in a folder; with an empty name, the usual ones.
    fn new(folder: &str) -> Self {
        let program = |name: &str| format!("{folder}{name}");
        Self {
            lp: program("lp"),
            lpstat: program("lpstat"),
            cancel: program("cancel"),
            user: std::env::var("USER").ok(),
        }
    }

    /// Sends a PDF, and returns the name the queue has for it, if it says one.
    fn send(&self, pdf: &[u8]) -> Result<Option<String>, PrintError> {
        send_to_lp(&self.lp, pdf).map(|said| job_in(&said))
    }

    /// Waits until a job is printed, then has its pages removed.
    fn forget(&self, job: &str, pause: Duration, times: u32) {
        for _ in 0..times {
            match self.waits(job) {
                Some(true) => thread::sleep(pause),
                Some(false) => {
                    let _ = command(&self.cancel).args(["-x", job]).status();
                    return;
                }
                // To remove it while nobody knows whether it is printed would lose it.
                None => return,
            }
        }
    }

    /// Forgets whatever this user has in the queue that was not there before: the print dialog of the desktop does not say
    /// what its job is called. Another one that was sent in the same minutes loses no more than its copy to print again.
    fn forget_newer(&self, before: &[String], pause: Duration, times: u32) {
        for _ in 0..times {
            let newer = self.ours().map(|all| {
                let newer = all.into_iter().filter(|job| !before.contains(job));
                newer.collect::<Vec<_>>()
            });
            match newer {
                Some(jobs) if jobs.is_empty() => thread::sleep(pause),
                Some(jobs) => {
                    for job in jobs {
                        self.forget(&job, pause, times);
                    }
                    return;
                }
                None => return,
            }
        }
    }

    fn waits(&self, job: &str) -> Option<bool> {
        let listed = self.list("not-completed")?;
        Some(listed.iter().any(|(name, _)| name == job))
    }

    /// The jobs of whoever is logged in, printed or not; nothing when the queue does not say.
    fn ours(&self) -> Option<Vec<String>> {
        let me = self.user.as_ref()?;
        let of_mine = self.list("all")?.into_iter().filter(|(_, of)| of == me);
        Some(of_mine.map(|(name, _)| name).collect())
    }

    /// Jobs and whose they are: `Office-7  kari  1024  Mon 30 Nov 2026`.
    fn list(&self, which: &str) -> Option<Vec<(String, String)>> {
        let asked = command(&self.lpstat)
            .args(["-W", which, "-o"])
            .output()
            .ok()?;
        let listed = String::from_utf8_lossy(&asked.stdout);
        let job = |line: &str| {
            let mut words = line.split_whitespace().map(str::to_owned);
            Some((words.next()?, words.next().unwrap_or_default()))
        };
        asked
            .status
            .success()
            .then(|| listed.lines().filter_map(job).collect())
    }
}

/// Finds a job's name in `request id is Office-7 (1 file(s))`.
fn job_in(said: &str) -> Option<String> {
    let name = said.strip_prefix("request id is ")?.split(' ').next()?;
    Some(name.to_owned())
}

/// A program whose words do not depend on the language.
fn command(program: &str) -> Command {
    let mut command = Command::new(program);
    command
        .env("LC_ALL", "C")
        .stdin(Stdio::null())
        .stderr(Stdio::null());
    command
}

fn send_to_lp(program: &str, pdf: &[u8]) -> Result<String, PrintError> {
    let mut lp = command(program)
        .args(["-t", JOB])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|e| {
            if e.kind() == ErrorKind::NotFound {
                PrintError::NoPrinting
            } else {
                e.into()
            }
        })?;
    let written = lp
        .stdin
        .take()
        .map_or(Ok(()), |mut input| input.write_all(pdf));
    let done = lp.wait_with_output()?;
    if !done.status.success() {
        let said = String::from_utf8_lossy(&done.stderr).trim().to_owned();
        return Err(PrintError::Refused(if said.is_empty() {
            format!("lp ended with {}", done.status)
        } else {
            said
        }));
    }
    written?;
    Ok(String::from_utf8_lossy(&done.stdout).trim().to_owned())
}

/// The desktop's print dialog, which also works for sandboxed and Wayland programs.
#[cfg(target_os = "linux")]
mod portal {
    use std::{
        fs::File,
        io::{Seek, Write},
        os::fd::AsFd,
    };

    use ashpd::desktop::{
        ResponseError,
        print::{PrintOptions, PrintProxy},
    };
    use rustix::fs::{MemfdFlags, memfd_create};

    use super::{JOB, PrintError};

    /// Shows the dialog and prints; `None` when there is no portal or no session bus.
    pub fn print(pdf: &[u8]) -> Result<Option<bool>, PrintError> {
        tauri::async_runtime::block_on(async {
            let Ok(proxy) = PrintProxy::new().await else {
                return Ok(None);
            };
            let pages = in_memory(pdf)?;
            // Without a token from PreparePrint the portal shows the dialog itself, and there is nothing to hand back:
            // ashpd cannot read the settings that the GTK portal answers with, and a page must never go to another
            // printer than the one that was chosen.
            let sent = proxy
                .print(
                    None,
                    JOB,
                    &pages.as_fd(),
                    PrintOptions::default().set_modal(true),
                )
                .await
                .and_then(|request| request.response());
            match sent {
                Ok(()) => Ok(Some(true)),
                Err(ashpd::Error::Response(ResponseError::Cancelled)) => Ok(Some(false)),
                // No portal, or one without a print part, as on bare window managers: no dialog was shown.
                Err(ashpd::Error::PortalNotFound(_) | ashpd::Error::Zbus(_)) => Ok(None),
                Err(error) => Err(PrintError::Refused(error.to_string())),
            }
        })
    }

    /// A file that is nowhere on disk.
    fn in_memory(pdf: &[u8]) -> Result<File, PrintError> {
        let mut file =
            File::from(memfd_create("waymark", MemfdFlags::CLOEXEC).map_err(std::io::Error::from)?);
        file.write_all(pdf)?;
        file.rewind()?;
        Ok(file)
    }
}

#[cfg(all(test, unix))]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use std::{
        fs,
        os::unix::fs::PermissionsExt,
        path::{Path, PathBuf},
    };

    use super::*;

    /// A program that stands in for `lp`, in a folder of its own.
    fn stand_in(name: &str, script: &str) -> (PathBuf, PathBuf) {
        let folder =
            std::env::temp_dir().join(format!("waymark-print-{name}-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let program = write_program(&folder, "lp", script);
        (folder, program)
    }

    fn write_program(folder: &Path, name: &str, script: &str) -> PathBuf {
        let program = folder.join(name);
        let script = format!("#!/bin/sh\ncd {}\n{script}\n", folder.display());
        fs::write(&program, script).unwrap();
        fs::set_permissions(&program, fs::Permissions::from_mode(0o755)).unwrap();
        program
    }

    #[test]
    fn lp_is_given_the_whole_file_and_a_name_that_says_nothing() {
        let (folder, program) = stand_in("whole", "printf '%s ' \"$@\" > words; cat > got");
        let pdf = vec![b'%'; 300_000];
        send_to_lp(program.to_str().unwrap(), &pdf).unwrap();
        assert_eq!(fs::read(folder.join("got")).unwrap(), pdf);
        assert_eq!(
            fs::read_to_string(folder.join("words")).unwrap(),
            "-t Waymark "
        );
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn what_lp_says_is_passed_on() {
        let (folder, program) =
            stand_in("refused", "echo 'lp: no default destination' >&2; exit 1");
        // Large enough that writing ends in a broken pipe: the printer's own words matter more.
        let refused = send_to_lp(program.to_str().unwrap(), &vec![0; 300_000]).unwrap_err();
        assert_eq!(refused.to_string(), "lp: no default destination");
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn the_queue_forgets_a_secret_once_it_is_printed_and_not_before() {
        let (folder, program) = stand_in(
            "secret",
            "cat > /dev/null; echo 'request id is Office-7 (1 file(s))'",
        );
        for (name, script) in [
            (
                "lpstat",
                "echo asked >> asked; [ \"$(wc -l < asked)\" -lt 3 ] && echo 'Office-77 x'; \
                 [ \"$(wc -l < asked)\" -lt 3 ] && echo 'Office-7 x'; exit 0",
            ),
            ("cancel", "printf '%s ' \"$@\" $(wc -l < asked) > cancelled"),
        ] {
            write_program(&folder, name, script);
        }
        let queue = Queue::new(&format!("{}/", folder.display()));
        assert_eq!(queue.lp, program.to_str().unwrap());
        let job = queue.send(b"%PDF").unwrap().unwrap();
        queue.forget(&job, Duration::from_millis(1), 9);
        assert_eq!(
            fs::read_to_string(folder.join("cancelled")).unwrap(),
            "-x Office-7 3 "
        );

        // A queue that does not answer is not told to throw anything away.
        fs::remove_file(folder.join("cancelled")).unwrap();
        write_program(&folder, "lpstat", "exit 1");
        queue.forget(&job, Duration::from_millis(1), 9);
        assert!(!folder.join("cancelled").exists());
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn a_secret_that_the_dialog_sent_is_found_by_being_new_and_forgotten_once_it_is_printed() {
        let (folder, _) = stand_in("dialog", "");
        // An old job of ours, somebody else's, and a new one that is printed at the third look.
        let lpstat = "echo asked >> asked; n=$(wc -l < asked); [ \"$2\" = all ] && echo 'Office-5 kari 1'; \
             [ $n -gt 1 ] && [ \"$2\" = all ] && echo 'Office-6 somebody 1' && echo 'Office-7 kari 1'; \
             [ $n -lt 4 ] && [ \"$2\" != all ] && echo 'Office-7 kari 1'; exit 0";
        write_program(&folder, "lpstat", lpstat);
        write_program(&folder, "cancel", "echo \"$@\" >> cancelled");
        let mut queue = Queue::new(&format!("{}/", folder.display()));
        queue.user = None;
        assert_eq!(queue.ours(), None, "nobody knows which jobs are whose");
        queue.user = Some("kari".to_owned());
        let before = queue.ours().unwrap();
        assert_eq!(before, ["Office-5"]);
        queue.forget_newer(&before, Duration::from_millis(1), 9);
        let cancelled = fs::read_to_string(folder.join("cancelled")).unwrap();
        assert_eq!(cancelled, "-x Office-7\n");
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn a_computer_without_printing_says_so() {
        let missing = send_to_lp("/nowhere/lp", b"%PDF").unwrap_err();
        assert!(matches!(missing, PrintError::NoPrinting));
    }
}
