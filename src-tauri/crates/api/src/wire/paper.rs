//! Paper: what to print, and how it will look.

use std::{ffi::OsStr, path::Path};

use domain::{
    CourseId, Lang, ModuleId, NoteId, PersonId, SheetId, TopicId, TrackId,
    settings::{PaperSize, PrintSize},
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::secrets::SecretText;

/// What to put on paper.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(
    tag = "kind",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum PaperRequest {
    /// Topics as handouts, each on new pages.
    Handouts {
        /// Which topics, in order.
        topics: Vec<TopicId>,
        /// In which language.
        language: Lang,
        /// In which course, for their numbers.
        course: CourseId,
        /// Whose; `None` for anyone.
        person: Option<PersonId>,
        /// Whether the person's answers are printed in.
        filled: bool,
        /// Whether what is “more, if you like” is left out.
        short: bool,
    },
    /// Every topic of a course as one book, blank, with title page and contents.
    Workbook {
        /// Which course.
        course: CourseId,
        /// Only this module of it.
        module: Option<ModuleId>,
        /// Only the topics of this track, and those for everybody; `None` for all tracks.
        track: Option<TrackId>,
        /// In which language.
        language: Lang,
        /// Whether what is “more, if you like” is left out, and the forms, which are printed when they are used.
        short: bool,
    },
    /// A practitioner guide.
    Guide {
        /// Which module.
        module: ModuleId,
        /// In which language.
        language: Lang,
    },
    /// A filled copy of a worksheet.
    Sheet {
        /// Whose.
        person: PersonId,
        /// Which.
        sheet: SheetId,
    },
    /// A session note, with its addenda.
    Note {
        /// Which.
        note: NoteId,
    },
    /// The recovery statement, goals and promises of a person, to take home.
    Goals {
        /// Whose.
        person: PersonId,
    },
    /// Help now with the local contacts.
    HelpNow,
}

/// As what kind of file pages are saved.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum FileKind {
    /// PDF/A-2a and PDF/UA-1, as printed.
    #[default]
    Pdf,
    /// A word processor's file, to go on writing in.
    Docx,
    /// Plain text of 80 columns, to paste into a clinic's system.
    Text,
    /// One page for any browser.
    Html,
    /// HL7 FHIR R4, for a clinic's system; of a note alone.
    Fhir,
}

impl FileKind {
    /// Every kind.
    pub const ALL: [Self; 5] = [Self::Pdf, Self::Docx, Self::Text, Self::Html, Self::Fhir];

    /// What stands in the ledger.
    pub const fn in_ledger(self) -> &'static str {
        match self {
            Self::Fhir => "fhir",
            Self::Pdf | Self::Docx | Self::Text | Self::Html => self.ending(),
        }
    }

    /// The end of a file's name.
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Docx => "docx",
            Self::Text => "txt",
            Self::Html => "html",
            Self::Fhir => "json",
        }
    }

    /// Goes by the end of a name; PDF where it says nothing.
    pub fn of(path: &Path) -> Self {
        let ending = path.extension().and_then(OsStr::to_str).unwrap_or_default();
        let is = |kind: &Self| kind.ending().eq_ignore_ascii_case(ending);
        Self::ALL.into_iter().find(is).unwrap_or_default()
    }
}

asks! {
    /// Makes pages.
    MakePaper {
        /// What.
        paper: PaperRequest,
        /// Size of the letters.
        size: PrintSize,
        /// Paper format; `None` for the one in the settings.
        format: Option<PaperSize>,
    }
    /// Saves pages as a file; where, is asked.
    SavePaper {
        /// The pages.
        pages: MakePaper,
        /// As what; a PDF where nothing is said.
        #[serde(default)]
        kind: FileKind,
        /// To whom they go; may be empty.
        to: String,
        /// The name offered for the file.
        name: String,
    }
    /// Prints pages.
    PrintPaper {
        /// The pages.
        pages: MakePaper,
        /// To whom they go; may be empty.
        to: String,
    }
    /// Saves the sheet with the recovery code as a PDF; where, is asked.
    SaveRecoverySheet {
        /// The code.
        code: SecretText,
        /// The name offered for the file.
        name: String,
    }
    /// Prints the sheet with the recovery code.
    PrintRecoverySheet {
        /// The code.
        code: SecretText,
    }
}

views! {
    /// Pages that were saved.
    PaperSaved {
        /// Where; `None` when somebody thought better of it.
        path: Option<String>,
        /// Whether the folder was flushed too, which some network shares refuse.
        flushed: bool,
    }
    /// Pages that were sent to a printer.
    PaperPrinted {
        /// Whether they were; not when somebody thought better of it.
        printed: bool,
    }
    /// What was chosen.
    Chosen {
        /// Its path; `None` when somebody thought better of it.
        path: Option<String>,
    }
    /// Pages as they will be printed.
    Preview {
        /// The pages, in order; of a long job, the first of them.
        pages: Vec<PreviewPage>,
        /// How many pages there are in all.
        count: usize,
    }
    /// One page.
    PreviewPage {
        /// Width in points.
        width: f64,
        /// Height in points.
        height: f64,
        /// The page as SVG; shown as an image, so nothing in it can run.
        svg: String,
    }
}
