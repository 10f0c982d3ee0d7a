//! The neutral document: one shape that feeds the screen, the turned screen, paper and every other export.
//!
//! A handout, a session note, a goal sheet and a recovery sheet are all a [`Document`]. It holds words and structure,
//! and of layout only what the page and every writer have to agree on ([`layout`]). It holds them as data: nothing in it
//! is markup, so nobody's text can become any.

mod chart;
mod field;
mod figure;
mod layout;
mod weighed;

use chrono::{Months, NaiveDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{Answer, BlockId, FieldId, Lang, OptionId, SheetId, TopicId};

pub use crate::number::Hundredths;
pub use chart::{Chart, Point, Series, Table};
pub use field::{Field, Input, WorksheetPart};
pub use figure::{
    Anchor, Dash, Drawing, Drawn, Fill, LABEL_LINE, LABEL_SIZE, Line, Pen, Spot, Stroke,
};
pub use layout::{Breadth, FieldLayout, GroupLayout, Marked};
pub use weighed::Weighed;

/// A page or several, ready to be shown, printed or exported.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Document {
    /// What kind of paper this is; decides the footer and the tone of the layout.
    pub kind: DocumentKind,
    /// The title, also the PDF's title.
    pub title: String,
    /// One line under the title: what the page is for. Empty when there is none.
    pub purpose: String,
    /// The language of the words, for hyphenation and screen readers.
    pub lang: Lang,
    /// Whose it is; `None` for a blank handout.
    pub person: Option<PersonLine>,
    /// The day it was made or speaks of.
    pub date: NaiveDate,
    /// Which content it was made from; `None` for records.
    pub source: Option<ContentSource>,
    /// The topic it shows, so that answers find their fields.
    pub topic: Option<TopicId>,
    /// The filled copy it shows, for worksheets that can be filled many times.
    pub sheet: Option<SheetId>,
    /// The one task that matters on the page, and those that can be left out; `None` for a page that weighs nothing.
    pub weighed: Option<Weighed>,
    /// The content, in order.
    pub blocks: Vec<Block>,
    /// What has been answered; empty for a blank page. Looked up by key.
    pub answers: Vec<Answer>,
}

/// What kind of paper a document is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum DocumentKind {
    /// A topic of a module, for the person.
    Handout,
    /// A page outside the modules to fill: a sheet, a plan, a log or an instrument.
    Form,
    /// A letter.
    Letter,
    /// A certificate.
    Certificate,
    /// A card to cut out and carry.
    Card,
    /// A guide, for the practitioner.
    Guide,
    /// A session note not yet signed; says so on every page.
    DraftNote,
    /// A signed session note.
    SignedNote,
    /// A sheet drawn from the record, such as the goal sheet.
    Sheet,
}

/// Who a page belongs to, as printed on each of its pages.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PersonLine {
    /// The preferred name.
    pub name: String,
    /// The record number; empty when there is none.
    pub record_number: String,
    /// The identity colour, 0 to 7.
    pub colour: u8,
}

/// Which pack the words came from, as the footer shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ContentSource {
    /// The pack's title.
    pub pack: String,
    /// The pack's version.
    pub version: String,
    /// Whether a named clinical reviewer has passed it.
    pub review: ReviewStatus,
    /// The module's title; empty when it belongs to none.
    pub module: String,
    /// The number shown beside the title, such as "1.2"; empty when there is none.
    pub number: String,
}

/// Whether a topic has been reviewed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "status", rename_all = "camelCase")]
pub enum ReviewStatus {
    /// No clinical reviewer has passed it.
    Draft,
    /// A named reviewer passed it on a day.
    Reviewed {
        /// The reviewer's name and title.
        by: String,
        /// The day.
        on: NaiveDate,
    },
}

/// A run of text inside a paragraph.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", content = "text", rename_all = "camelCase")]
pub enum Inline {
    /// Plain words.
    Plain(String),
    /// Words that carry weight.
    Strong(String),
    /// Words said with a different voice.
    Emphasis(String),
}

/// A paragraph's words.
pub type Words = Vec<Inline>;

/// One block of a document. Interactive kinds carry their fields; the answers stand in [`Document::answers`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(
    tag = "kind",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum Block {
    /// A heading inside the page: level 2 or 3 (the title is level 1).
    Heading {
        /// 2 or 3.
        level: u8,
        /// The words.
        text: String,
    },
    /// A paragraph.
    Paragraph {
        /// The words.
        words: Words,
    },
    /// A list.
    List {
        /// Whether it is numbered.
        ordered: bool,
        /// The items.
        items: Vec<Words>,
    },
    /// Somebody's own words, set large and verbatim.
    Quotation {
        /// The words.
        words: String,
        /// Who said it and when; empty when it needs no line.
        source: String,
    },
    /// The one thing to keep from a section.
    KeyPoint {
        /// Names the block.
        id: BlockId,
        /// The words.
        words: Words,
    },
    /// A short story of somebody, clearly made up.
    Story {
        /// Names the block.
        id: BlockId,
        /// The title, such as "Amira, 34".
        title: String,
        /// The paragraphs.
        paragraphs: Vec<Words>,
    },
    /// A question to talk about, with room for an answer.
    Question {
        /// Names the block.
        id: BlockId,
        /// The question.
        prompt: Words,
        /// The one field, always of kind long text.
        field: Field,
    },
    /// Rows with ticks, such as "already use" and "want to try".
    Checklist {
        /// Names the block.
        id: BlockId,
        /// The title.
        title: String,
        /// One line on what to do; empty when there is none.
        intro: String,
        /// The columns that can be ticked.
        columns: Vec<Choice>,
        /// The rows; each answers with `Ticks` of columns.
        rows: Vec<Row>,
        /// How many free "other" lines follow; their fields are `other-1`, `other-2` … with `Text` answers.
        others: u8,
    },
    /// Rows rated on one shared set of levels.
    Rating {
        /// Names the block.
        id: BlockId,
        /// The title.
        title: String,
        /// One line on what to do; empty when there is none.
        intro: String,
        /// The levels, low to high.
        levels: Vec<Choice>,
        /// The rows; each answers with a `Choice` of level.
        rows: Vec<Row>,
    },
    /// Typed fields, and groups of them that repeat.
    Worksheet {
        /// Names the block.
        id: BlockId,
        /// The title.
        title: String,
        /// One line on what to do; empty when there is none.
        intro: String,
        /// Whether it can be filled many times, each copy a sheet of its own.
        many: bool,
        /// The fields and groups, in order.
        parts: Vec<WorksheetPart>,
    },
    /// Small things to try before next time; choosing one starts an agreed practice.
    PracticeOptions {
        /// Names the block.
        id: BlockId,
        /// The title.
        title: String,
        /// What the person is working towards, in their own words; none in a page that comes straight from the content.
        goals: Vec<String>,
        /// The options, those that serve a goal by name first.
        options: Vec<Choice>,
    },
    /// A card for rehearsing a conversation or a skill in the room.
    RolePlay {
        /// Names the block.
        id: BlockId,
        /// The title.
        title: String,
        /// What happens and who plays whom.
        scene: Words,
        /// What to do, in order.
        steps: Vec<Words>,
        /// What to notice and praise afterwards.
        look_for: Vec<Words>,
    },
    /// Questions with a right answer, used to see what has been understood.
    KnowledgeCheck {
        /// Names the block.
        id: BlockId,
        /// The title.
        title: String,
        /// The questions.
        questions: Vec<CheckQuestion>,
    },
    /// Leads to a form, a page of its own; holds no answers itself.
    FormLink {
        /// Names the block.
        id: BlockId,
        /// The form.
        form: TopicId,
        /// The form's title.
        title: String,
        /// The one line that says what the form is for.
        purpose: String,
        /// Why to open it now.
        words: Words,
    },
    /// The services or crisis contacts entered on this computer; content holds none.
    Services {
        /// Names the block.
        id: BlockId,
        /// Which of them.
        about: ServicesAbout,
        /// The title.
        title: String,
        /// What to do when nothing is entered yet.
        empty: String,
        /// The services; none in a page that comes straight from the content.
        entries: Vec<ServiceEntry>,
    },
    /// A drawing that teaches.
    Figure {
        /// Names the block.
        id: BlockId,
        /// What it shows, said for those who do not see it.
        alt: String,
        /// A line below it; empty when it needs none.
        caption: String,
        /// The drawing.
        drawing: Drawing,
    },
    /// Label and value pairs, such as the head of a note.
    Facts {
        /// The pairs.
        rows: Vec<Fact>,
    },
    /// Results over time, drawn and written.
    Chart(Chart),
    /// A table to read.
    Table(Table),
    /// A signature with its moment, or the line where one goes.
    Signature {
        /// The printed name and title.
        name: String,
        /// The moment as printed; empty for a blank line.
        at: String,
    },
    /// Begins a new sheet of paper, even when both sides are printed: what follows can be given away, or kept, without what
    /// came before. Nothing on screen.
    NewSheet,
}

impl Block {
    /// Returns the id of a block that has one.
    pub const fn id(&self) -> Option<&BlockId> {
        match self {
            Self::KeyPoint { id, .. }
            | Self::Story { id, .. }
            | Self::Question { id, .. }
            | Self::Checklist { id, .. }
            | Self::Rating { id, .. }
            | Self::Worksheet { id, .. }
            | Self::PracticeOptions { id, .. }
            | Self::RolePlay { id, .. }
            | Self::KnowledgeCheck { id, .. }
            | Self::FormLink { id, .. }
            | Self::Figure { id, .. }
            | Self::Services { id, .. } => Some(id),
            Self::Heading { .. }
            | Self::Paragraph { .. }
            | Self::List { .. }
            | Self::Quotation { .. }
            | Self::Facts { .. }
            | Self::Chart(_)
            | Self::Table(_)
            | Self::Signature { .. }
            | Self::NewSheet => None,
        }
    }
}

/// A label and its value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Fact {
    /// The label.
    pub label: String,
    /// The value; may hold line breaks.
    pub value: String,
}

/// Which of the contacts on this computer a page shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum ServicesAbout {
    /// Services nearby.
    Services,
    /// Whom to reach in a crisis.
    Crisis,
}

/// A service as it is shown. Text that was not given is empty.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ServiceEntry {
    /// What it is called.
    pub name: String,
    /// The telephone number, as it is to be dialled.
    pub phone: String,
    /// When it can be reached.
    pub hours: String,
    /// What it can be asked for.
    pub what_for: String,
    /// The day somebody last made sure of all this; `None` when nobody has.
    pub checked_on: Option<NaiveDate>,
}

impl ServiceEntry {
    /// Tells whether it was last checked more than a year before a day.
    pub fn is_long_ago(&self, today: NaiveDate) -> bool {
        let year_later = |day: NaiveDate| day.checked_add_months(Months::new(12));
        let later = self.checked_on.and_then(year_later);
        later.is_some_and(|later| later < today)
    }
}

/// A choice, level, column or option.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Choice {
    /// Names it.
    pub id: OptionId,
    /// The words.
    pub label: String,
}

/// A row of a checklist or rating table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Row {
    /// Names it; the field of its answer.
    pub id: FieldId,
    /// The words.
    pub label: String,
    /// A second, softer line; empty when there is none.
    pub hint: String,
}

/// A question with a right answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CheckQuestion {
    /// Names it; the field of its answer, a `Choice`.
    pub id: FieldId,
    /// The question.
    pub prompt: String,
    /// The choices.
    pub choices: Vec<Choice>,
    /// The right one.
    pub right: OptionId,
    /// Why, said kindly.
    pub because: String,
}
