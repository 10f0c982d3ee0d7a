//! What came back on a form that was filled in elsewhere, beside what stands in the record.

use std::{collections::BTreeMap, path::Path};

use curriculum::Returned;
use domain::{AnswerKey, BlockId, FieldId, TopicId, person::Person};
use export::fill;
use press::ReadError;
use store::Store;

use super::pages;
use crate::{
    app::App,
    error::{ApiError, ErrorCode, Result},
    file,
};

/// An answer that came back.
pub struct Line {
    /// Its name in the form.
    pub name: String,
    /// Where it belongs; the filled copy is begun when it is taken over.
    pub key: AnswerKey,
    /// Whether it goes to a filled copy of its own.
    pub copy: Copy,
    /// The page.
    pub page: String,
    /// What is asked there.
    pub asks: String,
    /// What stands in the record now, in words; empty when nothing does.
    pub now: String,
    /// What came back.
    pub found: Returned,
    /// Whether the two are the same.
    pub same: bool,
}

/// Where answers of a page go.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Copy {
    /// Into the page.
    Page,
    /// To a new filled copy of the form.
    Form,
    /// To a new filled copy of this worksheet.
    Worksheet(BlockId),
}

/// Reads a file and sorts what it holds. Says as well how many fields have no place in the content.
///
/// # Errors
/// `NotAForm` when it is no form of ours or cannot be read, `FolderGone` and its kin when there is no such file.
pub fn of(app: &App, store: &Store, person: &Person, path: &Path) -> Result<(Vec<Line>, u32)> {
    let filled = press::read(file::read_whole(
        path,
        press::LARGEST_FORM,
        ErrorCode::NotAForm,
    )?)
    .map_err(refused)?;
    // Each page is put together once, however many of its fields came back.
    let mut pages_asked: BTreeMap<TopicId, Vec<fill::Blank>> = BTreeMap::new();
    let content = app.curriculum();
    let mut lines = Vec::new();
    let mut lost = 0;
    for field in filled {
        let Some((topic, block, place, row)) = place_of(&field.name) else {
            lost += 1;
            continue;
        };
        let Some(found) = content.returned(&topic, &block, &place, &field.said) else {
            lost += 1;
            continue;
        };
        let copy = match (content.form(&topic).is_some(), found.many) {
            (true, _) => Copy::Form,
            (false, true) => Copy::Worksheet(block.clone()),
            (false, false) => Copy::Page,
        };
        let key = AnswerKey {
            topic,
            block,
            field: place,
            row,
            sheet: None,
        };
        let there = match copy {
            Copy::Page => pages::answers(store, person, &key.topic, None)?,
            Copy::Form | Copy::Worksheet(_) => Vec::new(),
        };
        let there = there.into_iter().find(|answer| answer.key == key);
        let now = there.as_ref().map_or_else(String::new, |answer| {
            content.in_words(&key.topic, &key.block, &key.field, &answer.value)
        });
        lines.push(Line {
            page: content
                .topic_title(&key.topic, person.details.language)
                .to_owned(),
            asks: asks(
                pages_asked
                    .entry(key.topic.clone())
                    .or_insert_with(|| blanks(app, person, &key.topic)),
                &field.name,
            ),
            same: there.is_some_and(|answer| answer.value == found.value),
            now,
            found,
            copy,
            key,
            name: field.name,
        });
    }
    if lines.is_empty() {
        return Err(refused(ReadError::NoForm));
    }
    Ok((lines, lost))
}

fn refused(error: ReadError) -> ApiError {
    ApiError::new(ErrorCode::NotAForm).with("what", error)
}

/// Takes the name of a field apart: topic, block, field, row.
fn place_of(name: &str) -> Option<(TopicId, BlockId, FieldId, u16)> {
    let mut parts = name.split('/');
    let (topic, block, field, row) = (parts.next()?, parts.next()?, parts.next()?, parts.next()?);
    let row = row.parse().ok()?;
    parts.next().is_none().then(|| {
        (
            TopicId::from(topic),
            BlockId::from(block),
            FieldId::from(field),
            row,
        )
    })
}

/// The places of a page in the person's language, as its form has them; none where there is no such page.
fn blanks(app: &App, person: &Person, topic: &TopicId) -> Vec<fill::Blank> {
    let details = &person.details;
    let setting = fill::Setting {
        site: "",
        large: false,
        today: app.now().day(),
    };
    pages::blank(app, topic, details.language, &details.course).map_or_else(
        |_| Vec::new(),
        |page| fill::blanks(&fill::compose(&page, &setting)),
    )
}

/// What a page asks in a place, as the form itself says it.
fn asks(blanks: &[fill::Blank], name: &str) -> String {
    let found = blanks.iter().find(|blank| blank.name == name);
    found.map_or_else(String::new, |blank| {
        let whole = &blank.asks;
        match (&blank.takes, whole.rsplit_once(": ")) {
            // Each box of a field asks for its own choice as well.
            (fill::Takes::Choice { .. }, Some((asks, _))) => asks.to_owned(),
            _ => whole.clone(),
        }
    })
}
