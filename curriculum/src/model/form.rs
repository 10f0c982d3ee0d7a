//! Forms: pages outside the modules, filled as often as needed.

use domain::{BlockId, FieldId, Lang, TopicId, document::DocumentKind};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{
    instrument::Instrument,
    page::{Credits, Topic},
};

/// A page that is filled as often as needed; each filled copy covers the whole page.
#[derive(Clone, Debug)]
pub struct Form {
    /// The page. Its id shares one namespace with topics.
    pub page: Topic,
    /// What kind of form it is.
    pub kind: FormKind,
    /// Whom it is about.
    pub about: FormAbout,
    /// How its answers are scored; `None` for what is no instrument.
    pub instrument: Option<Instrument>,
    /// What it shows filled in; `None` for what is no example.
    pub example_of: Option<ExampleOf>,
    pub(crate) sources: Vec<FieldSources>,
}

impl Form {
    /// Tells whether it is filled for a person: it is about them, and no example.
    pub fn is_filled_for_people(&self) -> bool {
        self.about == FormAbout::Person && self.kind != FormKind::Example
    }

    /// Returns the fields beside which words from elsewhere are offered, each with the places to look, in order.
    pub fn sources(&self) -> &[FieldSources] {
        &self.sources
    }

    /// Returns who made an instrument, and when; empty for other forms.
    pub fn source(&self, lang: Lang) -> &str {
        self.credits(lang).map_or("", |credits| &credits.source)
    }

    /// Returns who may use an instrument; empty for other forms.
    pub fn rights(&self, lang: Lang) -> &str {
        self.credits(lang).map_or("", |credits| &credits.rights)
    }

    fn credits(&self, lang: Lang) -> Option<&Credits> {
        self.page.pages.get(lang).credits.as_ref()
    }
}

/// What kind of form it is; decides where it is offered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum FormKind {
    /// Something to read or work through.
    Sheet,
    /// A plan that lasts.
    Plan,
    /// Kept from day to day.
    Log,
    /// Scored, and filled again later.
    Instrument,
    /// A letter.
    Letter,
    /// A certificate.
    Certificate,
    /// A card to cut out and carry.
    Card,
    /// A form or worksheet as somebody of the stories has filled it in; to read, and not to fill.
    Example,
}

impl FormKind {
    /// Every kind, as written in files.
    pub(crate) const NAMES: [(&str, Self); 8] = [
        ("sheet", Self::Sheet),
        ("plan", Self::Plan),
        ("log", Self::Log),
        ("instrument", Self::Instrument),
        ("letter", Self::Letter),
        ("certificate", Self::Certificate),
        ("card", Self::Card),
        ("example", Self::Example),
    ];

    /// Returns which kind of paper it is printed as.
    pub(crate) const fn paper(self) -> DocumentKind {
        match self {
            Self::Sheet | Self::Plan | Self::Log | Self::Instrument | Self::Example => {
                DocumentKind::Form
            }
            Self::Letter => DocumentKind::Letter,
            Self::Certificate => DocumentKind::Certificate,
            Self::Card => DocumentKind::Card,
        }
    }
}

/// Whom a form is about; one about the practitioner's own work is kept in nobody's record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum FormAbout {
    /// The person.
    Person,
    /// The practitioner's own work.
    Practice,
}

impl FormAbout {
    /// Both, as written in files.
    pub(crate) const NAMES: [(&str, Self); 2] =
        [("person", Self::Person), ("practice", Self::Practice)];
}

/// What an example shows filled in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExampleOf {
    /// The form, or the topic.
    pub page: TopicId,
    /// The one worksheet; `None` for the whole page.
    pub block: Option<BlockId>,
}

/// Where the words offered beside one field come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldSources {
    /// The block of the form.
    pub block: BlockId,
    /// The field.
    pub field: FieldId,
    /// The places to look, in order.
    pub from: Vec<AnswersAt>,
}

/// A place where answers stand: a block, or one field of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnswersAt {
    /// The topic or form.
    pub topic: TopicId,
    /// The block.
    pub block: BlockId,
    /// The field, or the group of fields; `None` for the whole block.
    pub field: Option<FieldId>,
}
