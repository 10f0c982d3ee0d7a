//! A job for the press: documents on this computer's paper, with the name of its site.

use domain::{
    Document,
    settings::{PaperSize, PrintSize},
};
use press::{PressError, PrintJob, Standard};

use crate::{
    app::App,
    error::{ApiError, ErrorCode},
};

/// Makes the job; on the paper of the settings where no other is asked for.
pub(super) fn of(
    app: &App,
    documents: Vec<Document>,
    size: PrintSize,
    format: Option<PaperSize>,
) -> PrintJob {
    let settings = app.settings();
    PrintJob {
        documents,
        book: None,
        paper: format.unwrap_or(settings.paper),
        size,
        each: Vec::new(),
        booklet: false,
        slips: false,
        fillable: false,
        site: settings.site,
        standard: Standard::Archive,
        printed_at: app.now(),
    }
}

/// What the press cannot do should not happen, but that somebody asks for a page that is not there.
pub(super) fn failed(error: PressError) -> ApiError {
    match error {
        PressError::NoSuchPages { count } => {
            ApiError::new(ErrorCode::NoSuchPages).with("count", count)
        }
        error => ApiError::new(ErrorCode::Internal).with("what", error),
    }
}
