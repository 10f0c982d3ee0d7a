//! Paper: what is asked for becomes documents, and documents become pages, shown or as PDF.
//!
//! Nothing here changes the record: what leaves the vault is entered in its ledger by `act::hand_off`.

mod documents;
mod goals;
mod help;
mod job;
mod note;
mod ours;
mod recovery;
mod workbook;

use domain::{
    Document,
    settings::{PaperSize, PrintSize},
};

use crate::{
    app::App,
    error::Result,
    wire::{MakePaper, Preview, PreviewPage},
};

pub use self::documents::documents;

/// As many pages as the window shows of a job; of a book, these are its beginning.
const MOST_SHOWN: usize = 40;

/// Shows pages as they will be printed.
pub fn preview(app: &App, ask: MakePaper) -> Result<Preview> {
    let job = documents::job(app, &ask)?;
    let pages = app.press()?.pages(&job, MOST_SHOWN).map_err(job::failed)?;
    let shown = pages.first.into_iter().map(|page| PreviewPage {
        width: page.width_pt,
        height: page.height_pt,
        svg: page.svg,
    });
    Ok(Preview {
        count: pages.count,
        pages: shown.collect(),
    })
}

/// Makes the PDF: PDF/A-2a and PDF/UA-1 in one file.
///
/// # Errors
/// `NotFound` when something asked for is not there, `Internal` when the press cannot set it.
pub fn pdf(app: &App, ask: &MakePaper) -> Result<Vec<u8>> {
    let job = documents::job(app, ask)?;
    app.press()?.pdf(&job).map_err(job::failed)
}

/// Makes the PDF of a document at hand, with this computer's paper and site.
pub(crate) fn print(app: &App, document: Document, size: PrintSize) -> Result<Vec<u8>> {
    let job = job::of(app, vec![document], size, None);
    app.press()?.pdf(&job).map_err(job::failed)
}

/// Counts the pages that a document takes in normal print on A4.
pub(crate) fn count(app: &App, document: Document) -> Result<usize> {
    let job = job::of(app, vec![document], PrintSize::Normal, Some(PaperSize::A4));
    app.press()?.count(&job).map_err(job::failed)
}
