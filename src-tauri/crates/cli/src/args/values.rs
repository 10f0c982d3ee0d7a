//! What an argument can be, where there is a choice, and what it means inside.

use api::wire::FileKind;
use clap::ValueEnum;
use domain::{change::Area, note::NoteFormat, settings::PrintSize};

#[derive(Clone, Copy, ValueEnum)]
pub enum Kind {
    /// Notes and what was added to them
    Notes,
    /// What was recorded in sessions
    Sessions,
    /// Goals, their steps and reviews
    Goals,
    /// Promises and what became of them
    Practices,
    /// Supporters, consents and contacts
    Supporters,
    /// Filled copies and answers
    Answers,
    /// Dated events
    Events,
    /// Remarks on what was measured
    Outcomes,
    /// What recovery means to somebody
    Statements,
    /// Names and record numbers
    People,
}

impl From<Kind> for Area {
    fn from(kind: Kind) -> Self {
        match kind {
            Kind::Notes => Self::Notes,
            Kind::Sessions => Self::Sessions,
            Kind::Goals => Self::Goals,
            Kind::Practices => Self::Practices,
            Kind::Supporters => Self::Supporters,
            Kind::Answers => Self::Answers,
            Kind::Events => Self::Events,
            Kind::Outcomes => Self::Outcomes,
            Kind::Statements => Self::Statements,
            Kind::People => Self::People,
        }
    }
}

#[derive(Clone, Copy, ValueEnum)]
pub enum NoteLayout {
    /// The IMR progress note
    Imr,
    /// Data, assessment, plan
    Dap,
    /// Behaviour, intervention, response, plan
    Birp,
    /// Subjective, objective, assessment, plan
    Soap,
    /// A peer's note in plain words
    Peer,
}

impl From<NoteLayout> for NoteFormat {
    fn from(layout: NoteLayout) -> Self {
        match layout {
            NoteLayout::Imr => Self::Imr,
            NoteLayout::Dap => Self::Dap,
            NoteLayout::Birp => Self::Birp,
            NoteLayout::Soap => Self::Soap,
            NoteLayout::Peer => Self::Peer,
        }
    }
}

#[derive(Clone, Copy, ValueEnum)]
pub enum Format {
    /// PDF/A-2a and PDF/UA-1
    Pdf,
    /// A word processor's file
    Docx,
    /// Plain text of 80 columns
    Text,
    /// One page for any browser
    Html,
    /// HL7 FHIR R4, for a clinic's system
    Fhir,
}

impl From<Format> for FileKind {
    fn from(format: Format) -> Self {
        match format {
            Format::Pdf => Self::Pdf,
            Format::Docx => Self::Docx,
            Format::Text => Self::Text,
            Format::Html => Self::Html,
            Format::Fhir => Self::Fhir,
        }
    }
}

#[derive(Clone, Copy, ValueEnum)]
pub enum Size {
    /// 12 pt
    Normal,
    /// 14 pt
    Medium,
    /// 18 pt
    Large,
}

impl From<Size> for PrintSize {
    fn from(size: Size) -> Self {
        match size {
            Size::Normal => Self::Normal,
            Size::Medium => Self::Medium,
            Size::Large => Self::Large,
        }
    }
}
