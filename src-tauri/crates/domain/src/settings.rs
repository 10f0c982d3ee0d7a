//! Settings: what is kept outside the vault, so that it works before anything is unlocked, and what is inside.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{
    Lang,
    backup::BackupPlan,
    document::{ServiceEntry, ServicesAbout},
    note::NoteFormat,
    packet::PacketTemplate,
};

/// Settings of this computer. Kept in the open beside the vault; holds nothing about any person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
pub struct Settings {
    /// The language of the screens.
    pub language: Lang,
    /// Light, dark, or as the system says.
    pub theme: Theme,
    /// The word for the person on screen and paper.
    pub person_word: PersonWord,
    /// Paper for printing.
    pub paper: PaperSize,
    /// Minutes without anybody there until the vault locks, 1 to 90.
    pub lock_after_minutes: u8,
    /// The same while an open session is on the screen: longer than a topic is talked about without a touch.
    pub lock_in_session_minutes: u8,
    /// Whether nothing locks by waiting while the screen is turned to the person.
    pub stay_open_turned: bool,
    /// The monitor the turned screen goes to, as the shell names it; empty when nobody has chosen one.
    pub turned_monitor: String,
    /// Whom to call in a crisis here.
    pub crisis: CrisisContacts,
    /// Services nearby.
    pub services: Vec<Service>,
    /// The clinic or service, as printed on paper; may be empty.
    pub site: String,
    /// The keys that lead to a phase of a session.
    pub phase_keys: PhaseKeys,
    /// The dictionaries that spelling is checked with, such as `da_DK`; none when it is not checked.
    pub spelling: Vec<String>,
    /// Backups on a schedule.
    pub backup: BackupPlan,
    /// Packets that were given a name.
    pub packets: Vec<PacketTemplate>,
    /// The format that notes are drafted in, unless another is chosen for one of them.
    pub note_format: NoteFormat,
    /// Weeks a goal may stand still before step-by-step problem solving is offered for it, 1 to 52.
    pub stuck_after_weeks: u8,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            language: Lang::default(),
            theme: Theme::default(),
            person_word: PersonWord::default(),
            paper: PaperSize::default(),
            lock_after_minutes: 15,
            lock_in_session_minutes: 45,
            stay_open_turned: false,
            turned_monitor: String::new(),
            crisis: CrisisContacts::default(),
            services: Vec::new(),
            site: String::new(),
            phase_keys: PhaseKeys::default(),
            spelling: Vec::new(),
            backup: BackupPlan::default(),
            packets: Vec::new(),
            note_format: NoteFormat::default(),
            stuck_after_weeks: 4,
        }
    }
}

impl Settings {
    /// Returns what a page shows of the services or the crisis contacts, in the order they were entered.
    pub fn entries(&self, about: ServicesAbout) -> Vec<ServiceEntry> {
        match about {
            ServicesAbout::Services => self.services.iter().map(Service::entry).collect(),
            ServicesAbout::Crisis => self.crisis.entries(),
        }
    }
}

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Theme {
    /// As the system says.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

/// The keys that lead to a phase of a session. A key that works alone can be met by accident, by a hand or by speech; so it
/// can be moved, or switched off.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum PhaseKeys {
    /// A digit alone, or with Alt.
    #[default]
    Digits,
    /// A digit with Alt.
    WithAlt,
    /// None.
    Off,
}

/// The word a site uses for the person.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum PersonWord {
    /// Person.
    #[default]
    Person,
    /// Participant.
    Participant,
    /// Patient.
    Patient,
    /// Client.
    Client,
}

/// A paper format.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum PaperSize {
    /// ISO A4.
    #[default]
    A4,
    /// US Letter.
    Letter,
}

/// How large paper is set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum PrintSize {
    /// 12 pt.
    #[default]
    Normal,
    /// 14 pt.
    Medium,
    /// 18 pt.
    Large,
}

impl PrintSize {
    /// Returns the body size in points (LOOK.md, *Type*).
    pub const fn points(self) -> u8 {
        match self {
            Self::Normal => 12,
            Self::Medium => 14,
            Self::Large => 18,
        }
    }
}

/// Whom to call here in a crisis. Entered locally; nothing is ever filled in for a site.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
pub struct CrisisContacts {
    /// The contacts, in the order to call them.
    pub contacts: Vec<CrisisContact>,
    /// The day somebody last checked them; `None` when never.
    pub checked_on: Option<NaiveDate>,
}

/// One number to call.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
pub struct CrisisContact {
    /// Who answers.
    pub name: String,
    /// The number.
    pub phone: String,
    /// When they answer, or what they do.
    pub note: String,
}

impl CrisisContacts {
    fn entries(&self) -> Vec<ServiceEntry> {
        let entry = |contact: &CrisisContact| ServiceEntry {
            name: contact.name.clone(),
            phone: contact.phone.clone(),
            hours: contact.note.clone(),
            what_for: String::new(),
            checked_on: self.checked_on,
        };
        self.contacts.iter().map(entry).collect()
    }
}

/// A service nearby. Entered locally, as the crisis contacts are.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
pub struct Service {
    /// What it is called.
    pub name: String,
    /// The number.
    pub phone: String,
    /// When it can be reached.
    pub hours: String,
    /// What it can be asked for.
    pub what_for: String,
    /// The day somebody last made sure of all this; `None` when never.
    pub checked_on: Option<NaiveDate>,
}

impl Service {
    fn entry(&self) -> ServiceEntry {
        ServiceEntry {
            name: self.name.clone(),
            phone: self.phone.clone(),
            hours: self.hours.clone(),
            what_for: self.what_for.clone(),
            checked_on: self.checked_on,
        }
    }
}

/// Who keeps the vault; printed under signed notes. Kept inside it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Practitioner {
    /// The name.
    pub name: String,
    /// The title or role.
    pub title: String,
}

impl Practitioner {
    /// Returns the name and title as signed.
    pub fn signature(&self) -> String {
        if self.title.is_empty() {
            self.name.clone()
        } else {
            format!("{}, {}", self.name, self.title)
        }
    }
}
