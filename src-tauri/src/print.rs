//! Printing the PDF itself, never the page: the system's print dialog when there is one, else the default printer.
//!
//! No temporary file is made: the dialog reads from memory, `lp` from its standard input.

use std::{
    io::{ErrorKind, Write},
    process::{Command, Stdio},
};

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

/// Prints a PDF; tells whether it was sent (the user can cancel). Not to be called on the window's thread.
///
/// # Errors
/// When there is no way to print, or the printing system refused.
pub fn print(pdf: &[u8]) -> Result<bool, PrintError> {
    #[cfg(target_os = "linux")]
    if let Some(printed) = portal::print(pdf)? {
        return Ok(printed);
    }
    send_to_lp("lp", pdf)?;
    Ok(true)
}

fn send_to_lp(program: &str, pdf: &[u8]) -> Result<(), PrintError> {
    let mut lp = Command::new(program)
        .args(["-s", "-t", JOB])
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
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
    Ok(())
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
    use std::{fs, os::unix::fs::PermissionsExt, path::PathBuf};

    use super::*;

    /// A program that stands in for `lp`, in a folder of its own.
    fn stand_in(name: &str, script: &str) -> (PathBuf, PathBuf) {
        let folder =
            std::env::temp_dir().join(format!("waymark-print-{name}-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let program = folder.join("lp");
        fs::write(
            &program,
            format!("#!/bin/sh\ncd {}\n{script}\n", folder.display()),
        )
        .unwrap();
        fs::set_permissions(&program, fs::Permissions::from_mode(0o755)).unwrap();
        (folder, program)
    }

    #[test]
    fn lp_is_given_the_whole_file_and_a_name_that_says_nothing() {
        let (folder, program) = stand_in("whole", "printf '%s ' \"$@\" > words; cat > got");
        let pdf = vec![b'%'; 300_000];
        send_to_lp(program.to_str().unwrap(), &pdf).unwrap();
        assert_eq!(fs::read(folder.join("got")).unwrap(), pdf);
        assert_eq!(
            fs::read_to_string(folder.join("words")).unwrap(),
            "-s -t Waymark "
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
    fn a_computer_without_printing_says_so() {
        let missing = send_to_lp("/nowhere/lp", b"%PDF").unwrap_err();
        assert!(matches!(missing, PrintError::NoPrinting));
    }
}
