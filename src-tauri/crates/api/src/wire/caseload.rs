//! Bringing in a caseload from a table: what the file holds, how it is understood, and what is wrong with each row.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

asks! {
    /// Looks at a table of people without taking anything in.
    LookAtCaseload {
        /// The file.
        path: String,
        /// How to understand it; `None` to guess.
        how: Option<CaseloadHow>,
    }
    /// Brings the people of a table in, all in one change.
    ImportCaseload {
        /// The file.
        path: String,
        /// How it is understood.
        how: CaseloadHow,
        /// What the file held when it was looked at, as the look said it.
        seen: String,
        /// The lines that seem to be somebody who is there already and are brought in all the same.
        also: Vec<u32>,
    }
}

/// How a table is understood.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CaseloadHow {
    /// What each column holds, from the left; `None` for what is left out.
    pub columns: Vec<Option<CaseloadColumn>>,
    /// Whether the first line holds headings.
    pub headings: bool,
    /// Whether a day in figures begins with the day; else with the month. One that begins with the year says so itself.
    pub day_first: bool,
}

/// What a column can hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum CaseloadColumn {
    /// What they want to be called, whole.
    Name,
    /// The first name, where it stands alone.
    FirstName,
    /// The last name, where it stands alone.
    LastName,
    /// The clinic's number for them.
    RecordNumber,
    /// The language of their pages.
    Language,
    /// The day their course began.
    StartedOn,
    /// The next appointment: a day, or a day and a time.
    NextMeeting,
}

/// How the letters of a file are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Encoding {
    /// UTF-8, with or without a mark at its beginning.
    Utf8,
    /// UTF-16, as some spreadsheets write "Unicode text".
    Utf16,
    /// Windows-1252, as spreadsheets of Western Europe write CSV.
    Windows1252,
}

views! {
    /// What a table holds, as it is understood.
    CaseloadView {
        /// The file.
        path: String,
        /// How it is understood.
        how: CaseloadHow,
        /// How its letters are written.
        encoding: Encoding,
        /// What parts its cells: a comma, a semicolon or a tab.
        separator: char,
        /// Its columns.
        columns: Vec<CaseloadHeading>,
        /// Rows that hold anything, the headings left out.
        rows: u32,
        /// Rows that can be brought in.
        ready: u32,
        /// Rows in which something is wrong.
        faulty: u32,
        /// Rows that seem to be somebody who is there already, or stands further up.
        twice: u32,
        /// Rows to look at: those in which something is wrong first, then those that seem to be there, then the first others.
        lines: Vec<CaseloadLine>,
        /// What the file held, to be sure that the same is brought in.
        seen: String,
    }
    /// A column of the table.
    CaseloadHeading {
        /// Its heading; empty when there is none.
        heading: String,
        /// The first few things in it.
        samples: Vec<String>,
    }
    /// A row of the table.
    CaseloadLine {
        /// Its line in the file, from 1.
        line: u32,
        /// Who it seems to be; may be empty.
        name: String,
        /// Their record number; may be empty.
        record_number: String,
        /// What is wrong with it.
        faults: Vec<RowFault>,
        /// Whom it seems to be already.
        twice: Option<Twice>,
    }
    /// Whom a row seems to be already.
    Twice {
        /// What they are called.
        name: String,
        /// The line of the file they stand on; `None` when they are in the vault.
        line: Option<u32>,
        /// Whether the record number is the same; else the name.
        same_number: bool,
    }
}

/// What is wrong with a row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(
    tag = "kind",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum RowFault {
    /// There is no name.
    NameMissing,
    /// There are more cells than columns: a separator stands inside a cell without quotation marks.
    TooManyCells,
    /// A text is longer than any name or number; a quotation mark may not be closed.
    TooLong {
        /// In which column.
        column: CaseloadColumn,
    },
    /// It is no day, or none that there is.
    NoDay {
        /// In which column.
        column: CaseloadColumn,
        /// What stands there.
        text: String,
    },
    /// The course would begin on a day that has not come.
    Ahead {
        /// What stands there.
        text: String,
    },
    /// The next appointment has gone by.
    GoneBy {
        /// What stands there.
        text: String,
    },
    /// The day is too far off to be meant.
    FarOff {
        /// In which column.
        column: CaseloadColumn,
        /// What stands there.
        text: String,
    },
    /// It is no language of ours.
    NoLanguage {
        /// What stands there.
        text: String,
    },
}
