//! What the templates are given: a plain tree of words and marks, with every answer already in its place.
//!
//! These types are the whole contract with `templates/*.typ`, which hold layout and no decisions about data.

use serde::Serialize;

use crate::{ink::Said, labels::Labels};

/// One print job.
#[derive(Debug, Serialize)]
pub(crate) struct JobModel {
    pub title: String,
    pub lang: &'static str,
    pub width_mm: f64,
    pub height_mm: f64,
    pub size_pt: u8,
    pub large: bool,
    pub bookmarks: bool,
    pub book: Option<BookModel>,
    pub sheets: Vec<Sheet>,
}

/// What stands around the documents of a book.
#[derive(Debug, Serialize)]
pub(crate) struct BookModel {
    pub title: String,
    pub subtitle: String,
    pub lang: &'static str,
    pub site: String,
    pub foot: Vec<Vec<String>>,
    pub parts: Vec<BookPart>,
    pub labels: Labels,
}

/// A part of a book: its opening page, and its documents from `first` to before `after`.
#[derive(Debug, Serialize)]
pub(crate) struct BookPart {
    pub eyebrow: String,
    pub number: String,
    pub title: String,
    pub aim: String,
    pub first: usize,
    pub after: usize,
}

/// One document of the job.
#[derive(Debug, Serialize)]
pub(crate) struct Sheet {
    pub title: String,
    pub number: String,
    pub module: String,
    pub purpose: String,
    pub lang: &'static str,
    /// Which paper it is: a handout, a note, a form, a letter, a certificate or a card.
    pub paper: &'static str,
    /// Whether it is a blank form, and asks whose it is.
    pub whose: bool,
    pub draft: bool,
    pub band: Option<Band>,
    pub site: String,
    /// The left side of the footer, line by line, each of pieces parted by a dot.
    pub foot: Vec<Vec<String>>,
    pub labels: Labels,
    /// Whether space is drawn in a little, so that a nearly empty last page is not needed.
    pub tight: bool,
    pub pieces: Vec<Piece>,
    pub lost: Option<String>,
}

/// The band on top of a personal page.
#[derive(Debug, Serialize)]
pub(crate) struct Band {
    pub name: String,
    pub record: String,
    pub colour: &'static str,
}

/// A run of words in one voice.
#[derive(Debug, Serialize)]
pub(crate) struct Run {
    pub text: String,
    pub voice: &'static str,
}

/// A box that can be ticked.
#[derive(Debug, Serialize)]
pub(crate) struct Mark {
    pub label: String,
    /// What it counts in a score; empty when it counts nothing.
    pub value: String,
    pub ticked: bool,
}

/// A row of a checklist or rating.
#[derive(Debug, Serialize)]
pub(crate) struct TickRow {
    pub label: String,
    pub hint: String,
    pub ticks: Vec<bool>,
    /// A free line: what was written on it, or room to write.
    pub free: bool,
    pub said: Option<Said>,
}

/// A field with its answer or its room.
#[derive(Debug, Serialize)]
pub(crate) struct Entry {
    pub label: String,
    pub hint: String,
    pub said: Option<Said>,
    #[serde(flatten)]
    pub room: Room,
}

/// The room a field has when nothing was answered.
#[derive(Debug, Serialize)]
#[serde(tag = "room", rename_all = "kebab-case")]
pub(crate) enum Room {
    Lines {
        lines: u8,
    },
    Date,
    Number {
        range: String,
    },
    Scale {
        min: i32,
        max: i32,
        low: String,
        high: String,
        at: Option<i32>,
    },
    Marks {
        round: bool,
        marks: Vec<Mark>,
    },
}

/// A column of a group table.
#[derive(Debug, Serialize)]
pub(crate) struct Column {
    pub label: String,
    pub hint: String,
    pub weight: f64,
}

/// A row of a group table.
#[derive(Debug, Serialize)]
pub(crate) struct GroupRow {
    pub whole: bool,
    pub entries: Vec<Entry>,
}

/// A part of a worksheet.
#[derive(Debug, Serialize)]
#[serde(tag = "part", rename_all = "kebab-case")]
pub(crate) enum Part {
    Entry {
        entry: Entry,
    },
    /// Short fields side by side.
    Row {
        entries: Vec<Entry>,
    },
    Table {
        title: String,
        columns: Vec<Column>,
        rows: Vec<GroupRow>,
    },
    /// A group too wide for a table: each row is a small card.
    Cards {
        title: String,
        rows: Vec<GroupRow>,
    },
}

/// A question of a knowledge check.
#[derive(Debug, Serialize)]
pub(crate) struct CheckItem {
    pub prompt: String,
    pub marks: Vec<Mark>,
}

/// A label with a value.
#[derive(Debug, Serialize)]
pub(crate) struct FactRow {
    pub label: String,
    pub said: Said,
}

/// A service with the day it was last checked.
#[derive(Debug, Serialize)]
pub(crate) struct ServiceRow {
    pub name: String,
    pub what_for: String,
    pub phone: String,
    pub hours: String,
    pub checked: String,
    /// What to do about a day long ago; empty when it is not.
    pub long_ago: String,
}

/// One block as it is laid out.
#[derive(Debug, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub(crate) enum Piece {
    Heading {
        level: u8,
        text: String,
    },
    Paragraph {
        runs: Vec<Run>,
    },
    List {
        ordered: bool,
        items: Vec<Vec<Run>>,
    },
    Quotation {
        said: Said,
        source: String,
    },
    KeyPoint {
        runs: Vec<Run>,
    },
    Story {
        level: u8,
        title: String,
        paragraphs: Vec<Vec<Run>>,
        long: bool,
    },
    Question {
        runs: Vec<Run>,
        entry: Entry,
    },
    Ticks {
        level: u8,
        title: String,
        intro: String,
        columns: Vec<String>,
        /// What each column counts in a score, as for [`Mark`].
        values: Vec<String>,
        rows: Vec<TickRow>,
        round: bool,
    },
    Worksheet {
        level: u8,
        title: String,
        intro: String,
        parts: Vec<Part>,
    },
    Options {
        level: u8,
        title: String,
        marks: Vec<Mark>,
    },
    RolePlay {
        level: u8,
        title: String,
        scene: Vec<Run>,
        steps: Vec<Vec<Run>>,
        look_for: Vec<Vec<Run>>,
        long: bool,
    },
    Check {
        level: u8,
        title: String,
        /// The number of its first question; a form counts through.
        first: usize,
        questions: Vec<CheckItem>,
    },
    FormLink {
        title: String,
        purpose: String,
        runs: Vec<Run>,
    },
    Services {
        level: u8,
        title: String,
        empty: String,
        rows: Vec<ServiceRow>,
    },
    Facts {
        rows: Vec<FactRow>,
    },
    /// Facts about the page itself, in small print at its end.
    Colophon {
        title: String,
        rows: Vec<FactRow>,
    },
    Signature {
        name: String,
        at: String,
    },
    PageBreak,
}
