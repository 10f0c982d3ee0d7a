//! The sample caseload: made-up people, so that every screen can be seen with something on it, and a session that runs
//! by itself for machines with no display. Nobody in it exists.
//!
//! `caseload.json` holds the words and says how many days ago things happened; the rest of this crate puts them through
//! the same record, note and store code as real ones.

mod caseload;
mod filler;
mod notes;
mod outcomes;
mod people;
mod run;
mod sessions;
mod sheets;
mod supporters;

use api::{App, Result};
use store::{About, Op};

use crate::filler::Filler;

pub use crate::run::{SessionRun, run_session};

/// Fills the open vault with the sample caseload, dated back from today, and marks it as a sample.
///
/// # Errors
/// Those of saving; what was saved before then stays, so the vault is better taken away again.
pub fn fill(app: &App) -> Result<()> {
    let caseload = caseload::read()?;
    app.with_store(|store| {
        let mut filler = Filler {
            app,
            store,
            today: app.now().day(),
        };
        for (person, colour) in caseload.people.into_iter().zip((0..8).cycle()) {
            filler.add(person, colour)?;
        }
        // Marks the vault as a sample, and ends undo: nobody should take a made-up person apart step by step.
        Ok(store.transact(Op::LoadSample, About::vault(), app.now(), |_| Ok(()))?)
    })
}
