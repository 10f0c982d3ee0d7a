//! Paper: what is asked for becomes documents, and documents become pages, shown or as PDF.
//!
//! Nothing here changes the record: what leaves the vault is entered in its ledger by `act::hand_off`.

mod aside;
mod documents;
mod erasure;
mod folder;
mod goals;
mod handout;
mod help;
mod job;
mod nearby;
mod note;
mod ours;
mod outcomes;
mod packet;
mod recovery;
mod slip;
mod supervision;
mod week;
mod workbook;

use domain::{
    Document, PageRange,
    document::DocumentKind,
    settings::{PaperSize, PrintSize},
};

use export::{docx, html, text};
use press::{BeingSet, PressError, PrintJob};
use zeroize::Zeroizing;

use crate::{
    app::App,
    error::{ApiError, ErrorCode, Result},
    wire::{FileKind, MakePaper, Preview, PreviewPage, SecretText},
};

pub use self::documents::documents;
pub(crate) use self::week::topics_of;

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

/// Refuses paper that could not be made: something asked for is not there, or its vault is locked. Sets no page.
///
/// # Errors
/// `NotFound`, `Locked` or `NoVault`.
pub(crate) fn check(app: &App, ask: &MakePaper) -> Result<()> {
    documents::job(app, ask).map(drop)
}

/// A file that has not left yet; wiped when dropped.
pub(crate) struct Made {
    /// All of it.
    pub bytes: Zeroizing<Vec<u8>>,
    /// Whether a note in it is not signed, which each of its pages says.
    pub draft: bool,
}

/// Makes the file. Every kind is made of the same pieces, so it says the same words.
///
/// # Errors
/// `NotFound` when something asked for is not there, `Internal` when it cannot be set.
pub(crate) fn make(app: &App, ask: &MakePaper, kind: FileKind) -> Result<Made> {
    let set = BeingSet::begin();
    let mut job = documents::job(app, ask)?;
    let draft = job.documents.iter().any(is_draft);
    let packet = |job: &PrintJob| job.packet().ok_or_else(|| job::failed(PressError::Empty));
    if kind == FileKind::Fillable {
        // Nobody folds a screen.
        (job.fillable, job.booklet) = (true, false);
    }
    let bytes = match kind {
        FileKind::Pdf | FileKind::Fillable => {
            let bytes = aside::make(app, set, job, |press, job| press.pdf(job))?;
            return Ok(Made { bytes, draft });
        }
        FileKind::Docx => docx::write(&packet(&job)?)
            .map_err(|error| ApiError::new(ErrorCode::Internal).with("what", error))?,
        FileKind::Text => text::write(&packet(&job)?.documents).into_bytes(),
        FileKind::Html => html::write(&packet(&job)?).into_bytes(),
        // It is made of the record, and not of pages.
        FileKind::Fhir => return Err(ErrorCode::BadRequest.into()),
    };
    Ok(Made {
        bytes: Zeroizing::new(bytes),
        draft,
    })
}

/// Makes a PDF of some of the pages, for a printer alone: it has neither the tags nor the standard of a file that is kept.
///
/// # Errors
/// As [`make`], and `NoSuchPages` when one of them is not there.
pub(crate) fn make_some(app: &App, ask: &MakePaper, only: &PageRange) -> Result<Made> {
    let set = BeingSet::begin();
    let job = documents::job(app, ask)?;
    let draft = job.documents.iter().any(is_draft);
    let only = only.clone();
    let bytes = aside::make(app, set, job, move |press, job| press.some(job, &only))?;
    Ok(Made { bytes, draft })
}

fn is_draft(document: &Document) -> bool {
    document.kind == DocumentKind::DraftNote
}

/// Makes the PDF and lets nothing leave; for the bench.
///
/// # Errors
/// `NotFound` when something asked for is not there, `Internal` when the press cannot set it.
pub fn pdf(app: &App, ask: &MakePaper) -> Result<Zeroizing<Vec<u8>>> {
    file(app, ask, FileKind::Pdf)
}

/// Makes the file and lets nothing leave; for the bench.
///
/// # Errors
/// As [`pdf`].
pub fn file(app: &App, ask: &MakePaper, kind: FileKind) -> Result<Zeroizing<Vec<u8>>> {
    make(app, ask, kind).map(|made| made.bytes)
}

/// Prepares pages for typst alone; for the bench.
///
/// # Errors
/// As [`pdf`].
pub fn alone<'a>(app: &'a App, ask: &MakePaper) -> Result<press::Alone<'a>> {
    let job = documents::job(app, ask)?;
    app.press()?.alone(&job).map_err(job::failed)
}

/// Makes the PDF of a document at hand, with this computer's paper and site.
pub(crate) fn print(app: &App, document: Document, size: PrintSize) -> Result<Vec<u8>> {
    let job = job::of(app, vec![document], size, None);
    app.press()?.pdf(&job).map_err(job::failed)
}

/// Makes the sheet with the recovery code. Neither it nor anything it was made of stays in a cache.
///
/// # Errors
/// `Internal` when the press cannot set it.
pub(crate) fn recovery_sheet(app: &App, code: &SecretText) -> Result<Zeroizing<Vec<u8>>> {
    let document = recovery::document(app, code.expose());
    let mut job = job::of(app, vec![document], PrintSize::Normal, None);
    let pdf = app.press()?.pdf(&job).map(Zeroizing::new);
    press::forget();
    job.documents.iter_mut().for_each(recovery::wipe);
    pdf.map_err(job::failed)
}

/// Counts the pages that a document takes in normal print on A4.
pub(crate) fn count(app: &App, document: Document) -> Result<usize> {
    let job = job::of(app, vec![document], PrintSize::Normal, Some(PaperSize::A4));
    app.press()?.count(&job).map_err(job::failed)
}
