//! What goes in: one person's record as plain values, with the words that content and language bring to it.

use chrono::NaiveDate;
use domain::{
    PractitionerId, TopicId,
    document::Block,
    goal::Goal,
    meeting::Role,
    note::{Note, NoteFacts, NoteSectionKind},
    number::Hundredths,
    person::{Person, RecoveryStatement},
    practice::Practice,
    session::SessionRecord,
    supporter::{Consent, Standing, Supporter},
};
use uuid::Uuid;

/// One person's record, or the part of it that belongs to one session.
#[derive(Clone, Debug)]
pub struct Chart {
    /// The vault it comes from; the record numbers in it are unique there.
    pub vault: Uuid,
    /// The clinic or service; may be empty.
    pub site: String,
    /// Whose record it is.
    pub person: Person,
    /// Everybody who leads one of the meetings or signed one of the notes.
    pub leaders: Vec<Leader>,
    /// What recovery means to them, newest first.
    pub statements: Vec<RecoveryStatement>,
    /// Their goals with short-term goals, steps and reviews.
    pub goals: Vec<Goal>,
    /// Their promises.
    pub practices: Vec<Practice>,
    /// Those on their side, with every consent about them.
    pub supporters: Vec<OnTheirSide>,
    /// Their sessions, in any order.
    pub sessions: Vec<Met>,
    /// Pages with answers of theirs.
    pub pages: Vec<AnsweredPage>,
}

/// A supporter, with what they may see and be told.
#[derive(Clone, Debug)]
pub struct OnTheirSide {
    /// Who.
    pub supporter: Supporter,
    /// Every consent there ever was, each with where it stands.
    pub consents: Vec<(Consent, Standing)>,
}

/// Somebody who leads a meeting.
#[derive(Clone, Debug)]
pub struct Leader {
    /// Names them.
    pub id: PractitionerId,
    /// The name.
    pub name: String,
    /// The title; may be empty.
    pub title: String,
}

/// One session with those who led it and the note on it.
#[derive(Clone, Debug)]
pub struct Met {
    /// What was recorded.
    pub record: SessionRecord,
    /// Who led it, and as what.
    pub led_by: Vec<(PractitionerId, Role)>,
    /// Its note, if there is one.
    pub note: Option<Written>,
}

/// A note with its words as they are printed.
#[derive(Clone, Debug)]
pub struct Written {
    /// The note.
    pub note: Note,
    /// Its title in its own language; that of a draft says that it is one.
    pub title: String,
    /// What is printed with it.
    pub facts: NoteFacts,
    /// Its sections, and what was added to it, each as a section of its own.
    pub sections: Vec<Section>,
}

/// One section of a note.
#[derive(Clone, Debug)]
pub struct Section {
    /// Which; `None` for an addition, and for text from an earlier format.
    pub kind: Option<NoteSectionKind>,
    /// Its heading.
    pub title: String,
    /// Paragraphs and facts.
    pub blocks: Vec<Block>,
}

/// A page, or a filled copy of one, with what the person answered.
#[derive(Clone, Debug)]
pub struct AnsweredPage {
    /// Names the set of answers: the filled copy, or what the page was answered in.
    pub id: Uuid,
    /// The topic or form.
    pub topic: TopicId,
    /// Its title.
    pub title: String,
    /// The day, where there is one.
    pub on: Option<NaiveDate>,
    /// Whether the practitioner answered, and not the person.
    pub by_practitioner: bool,
    /// The answers, in the order of the page.
    pub items: Vec<Item>,
    /// What they score, if the page is an instrument.
    pub score: Option<Scored>,
}

/// One field with its answers.
#[derive(Clone, Debug)]
pub struct Item {
    /// Names it on its page, such as `morning/what-helps/0`.
    pub link: String,
    /// What it asks; may be empty.
    pub asks: String,
    /// What was answered; several where several can be ticked.
    pub answers: Vec<Given>,
}

/// One answer.
#[derive(Clone, Debug)]
pub enum Given {
    /// The person's words.
    Words(String),
    /// A choice, with its label.
    Choice {
        /// Its id in the content.
        code: String,
        /// Its label; may be empty where the content no longer knows it.
        label: String,
    },
    /// A number.
    Number(Hundredths),
    /// A day.
    Day(NaiveDate),
}

/// A score, exact to the hundredth.
#[derive(Clone, Copy, Debug)]
pub struct Scored {
    /// What it came to; `None` while too few items are answered.
    pub value: Option<Hundredths>,
    /// The lowest there can be.
    pub lowest: Hundredths,
    /// The highest there can be.
    pub highest: Hundredths,
    /// How many items were answered.
    pub answered: u16,
    /// How many there are.
    pub items: u16,
}
