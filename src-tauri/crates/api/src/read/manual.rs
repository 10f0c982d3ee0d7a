//! Help with the program itself, as documents.

use curriculum::ManualPage;
use domain::{Document, Lang, document::DocumentKind};

use crate::{
    app::App,
    error::{ApiError, ErrorCode, Result},
};

/// Every page with its id, in order.
pub fn all(app: &App, lang: Lang) -> Result<Vec<(String, Document)>> {
    let pages = curriculum::manual(lang)
        .map_err(|problems| ApiError::new(ErrorCode::Internal).with("what", problems))?;
    let day = app.now().day();
    let document = |page: ManualPage| {
        let document = Document {
            kind: DocumentKind::Guide,
            title: page.title,
            purpose: page.purpose,
            lang,
            person: None,
            date: day,
            source: None,
            topic: None,
            sheet: None,
            weighed: None,
            blocks: page.blocks,
            answers: Vec::new(),
        };
        (page.id, document)
    };
    Ok(pages.into_iter().map(document).collect())
}

/// The pages with these ids, in order; all of them where none is named.
///
/// # Errors
/// `NotFound` where there is no such page.
pub fn some(app: &App, ids: &[String], lang: Lang) -> Result<Vec<Document>> {
    let all = all(app, lang)?;
    if ids
        .iter()
        .any(|id| !all.iter().any(|(known, _)| known == id))
    {
        return Err(ErrorCode::NotFound.into());
    }
    let wanted = |id: &String| ids.is_empty() || ids.contains(id);
    Ok(all
        .into_iter()
        .filter(|(id, _)| wanted(id))
        .map(|(_, document)| document)
        .collect())
}
