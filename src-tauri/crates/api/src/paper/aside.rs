//! A long job is set in a thread of its own, so that whoever stops it has their answer at once.
//!
//! Typst cannot be stopped inside a layout. What was stopped is set to its end all the same, in seconds, and its pages are
//! dropped unseen. Setting a book in parts would answer too, but its contents, page numbers and links are of the whole. One
//! such job at a time: the next waits until the one before it has ended, so that stopping again and again takes up no more
//! memory than one book.

use std::{
    sync::{Arc, Mutex, PoisonError, mpsc},
    thread,
    time::Duration,
};

use press::{BeingSet, Press, PressError, PrintJob};
use zeroize::Zeroizing;

use super::job;
use crate::{
    app::App,
    error::{ApiError, ErrorCode, Result},
};

/// A job of no more documents than this is set before anybody could stop it.
const SHORT: usize = 4;

/// How often somebody looks whether it was stopped.
const LOOK: Duration = Duration::from_millis(100);

/// Room to set a page in.
const STACK: usize = 8 * 1024 * 1024;

/// The one long job.
static ONE: Mutex<()> = Mutex::new(());

/// Has the press do something with a job. `set` was begun before the words of the job were read.
///
/// # Errors
/// `Stopped` within a moment after somebody stopped it, and those of the press.
pub(super) fn make(
    app: &App,
    set: BeingSet,
    job: PrintJob,
    how: impl FnOnce(&Press, &PrintJob) -> std::result::Result<Vec<u8>, PressError> + Send + 'static,
) -> Result<Zeroizing<Vec<u8>>> {
    let press = app.press()?;
    if job.documents.len() <= SHORT {
        return how(press, &job).map(Zeroizing::new).map_err(job::failed);
    }
    let press = Arc::clone(press);
    let (tell, hear) = mpsc::channel();
    let work = move || {
        let _one = ONE.lock().unwrap_or_else(PoisonError::into_inner);
        let made = how(&press, &job).map(Zeroizing::new);
        drop((job, set));
        // Where nobody hears it any more, it is wiped here.
        let _ = tell.send(made);
    };
    let thread = thread::Builder::new().name("press".to_owned());
    thread
        .stack_size(STACK)
        .spawn(work)
        .map_err(|error| ApiError::new(ErrorCode::Internal).with("what", error.kind()))?;
    loop {
        match hear.recv_timeout(LOOK) {
            Ok(made) => return made.map_err(job::failed),
            Err(mpsc::RecvTimeoutError::Timeout) => app.making().still()?,
            Err(mpsc::RecvTimeoutError::Disconnected) => {
                return Err(ApiError::new(ErrorCode::Internal).with("what", "the press"));
            }
        }
    }
}
