//! Paper: what to print, and how it will look.

use std::{ffi::OsStr, path::Path};

use chrono::NaiveDate;
use domain::{
    CourseId, Lang, ModuleId, NoteId, OutcomePlanId, Packet, PersonId, PracticeId, SessionId,
    SheetId, SupporterId, TopicId, TrackId,
    settings::{PaperSize, PrintSize},
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{cards::PersonCard, erasure::ErasureReceipt, secrets::SecretText};
use crate::error::ApiError;

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
        /// Whether the completed examples of a page lie behind it.
        examples: bool,
    },
    /// Topics and forms as one packet, with what was chosen to go with them.
    Packet {
        /// Which, and how they are made up.
        packet: Packet,
        /// Whose; `None` for anyone.
        person: Option<PersonId>,
        /// Whether the person's answers are printed in.
        filled: bool,
    },
    /// For several people what they want and what comes next, with their own words, in their own language and size.
    Each {
        /// Who, in the order in which their pages lie.
        people: Vec<PersonId>,
        /// What of each.
        each: ForEach,
    },
    /// The same topics for several people: each with their name, in their language, size, course and track.
    Together {
        /// Who, in the order in which their pages lie.
        people: Vec<PersonId>,
        /// Which topics, in order.
        topics: Vec<TopicId>,
        /// Whether each one's answers are printed in theirs.
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
    /// Promises, each on a slip of half a sheet to take home.
    Slips {
        /// Whose.
        person: PersonId,
        /// Those made in this session; `None` for those that stand open.
        session: Option<SessionId>,
        /// This one alone, whenever it was made.
        practice: Option<PracticeId>,
    },
    /// What a person keeps at the end of a course, as one book.
    Folder {
        /// Whose.
        person: PersonId,
    },
    /// What the mirror counts in a quarter, with nobody's name.
    Mirror {
        /// A day of the quarter.
        on: NaiveDate,
        /// In which language.
        language: Lang,
    },
    /// The log of supervision and training.
    SupervisionLog {
        /// In which language.
        language: Lang,
    },
    /// The outcome sheet of a person: every measure of a plan on every occasion.
    Outcomes {
        /// Whose.
        person: PersonId,
        /// Which plan.
        plan: OutcomePlanId,
    },
    /// The receipt of an erasure.
    Erasure {
        /// What it did, as it was answered.
        receipt: ErasureReceipt,
        /// In which language.
        language: Lang,
    },
    /// Help now with the local contacts.
    HelpNow,
    /// Help with the program itself.
    Manual {
        /// Which pages, by their ids; none for all of them.
        pages: Vec<String>,
        /// In which language.
        language: Lang,
    },
    /// The self-test, made anew at this moment.
    SelfTest {
        /// In which language.
        language: Lang,
    },
}

/// What is printed for each of several people.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ForEach {
    /// Their statement, goals and promises.
    pub goals: bool,
    /// How many of the topics that come next.
    pub topics: u8,
    /// Whether what is “more, if you like” is left out of them.
    pub short: bool,
}

/// As what kind of file pages are saved.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum FileKind {
    /// PDF/A-2a and PDF/UA-1, as printed.
    #[default]
    Pdf,
    /// The same with fields in the place of what is blank, to be filled in on a screen.
    Fillable,
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
    /// Every kind. The first with an ending is meant by it.
    pub const ALL: [Self; 6] = [
        Self::Pdf,
        Self::Fillable,
        Self::Docx,
        Self::Text,
        Self::Html,
        Self::Fhir,
    ];

    /// What stands in the ledger.
    pub const fn in_ledger(self) -> &'static str {
        match self {
            Self::Fhir => "fhir",
            Self::Pdf | Self::Fillable | Self::Docx | Self::Text | Self::Html => self.ending(),
        }
    }

    /// The end of a file's name.
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Pdf | Self::Fillable => "pdf",
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
        /// Supporters it goes to although consent is missing, each confirmed.
        #[serde(default)]
        despite: Vec<SupporterId>,
        /// The name offered for the file.
        name: String,
    }
    /// Saves the pages of several people, a PDF for each; into which folder, is asked.
    SaveEach {
        /// Who.
        people: Vec<PersonId>,
        /// What of each.
        each: ForEach,
        /// Paper format; `None` for the one in the settings.
        format: Option<PaperSize>,
        /// To whom they go; may be empty.
        to: String,
        /// Supporters they go to although consent is missing, each confirmed.
        #[serde(default)]
        despite: Vec<SupporterId>,
        /// Whether the pages that a supporter must not see are left out and named, and the others saved.
        #[serde(default)]
        others: bool,
    }
    /// Reads a form that was filled in elsewhere.
    ReadBack {
        /// Whose answers they are.
        person: PersonId,
        /// The file.
        path: String,
    }
    /// Takes over what came back on a form that was filled in elsewhere.
    TakeBack {
        /// Whose answers they are.
        person: PersonId,
        /// The file.
        path: String,
        /// Which answers, as they were looked at; `None` for all that differ.
        take: Option<Vec<TakenLine>>,
    }
    /// An answer that is taken over, with both sides as somebody looked at them.
    TakenLine {
        /// Its name in the form.
        name: String,
        /// What stood in the record.
        now: String,
        /// What came back.
        found: String,
    }
    /// Prints pages.
    PrintPaper {
        /// The pages.
        pages: MakePaper,
        /// Which of them, as somebody typed it, such as `2-4, 7`; all where it is empty.
        #[serde(default)]
        only: String,
        /// To whom they go; may be empty.
        to: String,
        /// Supporters it goes to although consent is missing, each confirmed.
        #[serde(default)]
        despite: Vec<SupporterId>,
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
    /// The pages of several people, as far as they were saved.
    EachSaved {
        /// Into which folder; `None` when somebody thought better of it.
        folder: Option<String>,
        /// Whose pages are there now.
        saved: Vec<PersonId>,
        /// Whose are not, and why.
        not_saved: Vec<NotSaved>,
    }
    /// A person whose pages are not in the folder.
    NotSaved {
        /// Who.
        person: PersonId,
        /// Why.
        error: ApiError,
    }
    /// What came back on a form.
    CameBack {
        /// Whose answers they would be.
        person: PersonCard,
        /// What came back, in the order of the file.
        lines: Vec<ReadBackLine>,
        /// How many fields have no place in the content.
        lost: u32,
    }
    /// An answer that came back.
    ReadBackLine {
        /// Its name in the form.
        name: String,
        /// The page.
        page: String,
        /// What is asked there.
        asks: String,
        /// What stands in the record now; empty when nothing does.
        now: String,
        /// What came back.
        found: String,
        /// Whether the two are the same.
        same: bool,
        /// Whether it goes to a new filled copy.
        copy: bool,
    }
    /// How far the pages are that are being made.
    MakingPaper {
        /// How many parts are made.
        done: u32,
        /// How many there are; 0 while nothing is being made.
        of: u32,
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
