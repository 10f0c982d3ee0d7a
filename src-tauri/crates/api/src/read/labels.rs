//! The few words that pages and paper made here need; one file per language, each whole or the tests fail.

use std::{collections::BTreeMap, sync::LazyLock};

use curriculum::{Better, Rater};
use domain::{
    Lang,
    goal::{Attainment, Progress},
    supporter::ConsentItem,
};
use serde::Deserialize;

/// The words.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Labels {
    pub my_goals: String,
    pub my_goals_purpose: String,
    pub meaning: String,
    pub goal: String,
    pub promise: String,
    pub when: String,
    pub place: String,
    pub with_whom: String,
    pub done: String,
    pub nothing_yet: String,
    pub help_now: String,
    pub help_now_purpose: String,
    pub no_contacts: String,
    pub checked_on: String,
    pub never_checked: String,
    pub recovery_code: String,
    pub recovery_code_purpose: String,
    pub recovery_use: String,
    pub recovery_keep: String,
    pub vault_folder: String,
    pub forms: String,
    pub forms_aim: String,
    pub earlier_version: String,
    pub record_as_json: String,
    pub record_as_fhir: String,
    pub session_notes: String,
    pub filled_pages: String,
    pub as_data: String,
    pub folder_lead: String,
    pub goal_active: String,
    pub goal_achieved: String,
    pub goal_changed: String,
    pub goal_dropped: String,
    pub packet: String,
    pub nearby: String,
    pub nearby_purpose: String,
    pub nearby_services: String,
    pub nearby_crisis: String,
    pub nearby_empty: String,
    pub slip: SlipLabels,
    pub personal_folder: String,
    pub personal_folder_purpose: String,
    pub goals: GoalLabels,
    pub consent: ConsentLabels,
    pub outcome: OutcomeLabels,
    pub erasure: ErasureLabels,
    pub mirror: MirrorLabels,
    pub self_test: SelfTestLabels,
}

/// The words of the mirror and of the log of supervision.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MirrorLabels {
    pub sheet: String,
    pub sheet_purpose: String,
    pub no_assessment: String,
    pub quarter: String,
    pub people: String,
    pub sessions: String,
    pub fidelity: String,
    pub integrity: String,
    pub share: String,
    pub largest: String,
    pub covered: String,
    pub level: String,
    pub unverified: String,
    pub not_said: String,
    pub log: String,
    pub log_purpose: String,
    pub log_empty: String,
    pub meetings: String,
    pub units: String,
    pub minutes: String,
    pub met: String,
    pub who: String,
    pub practised: String,
    pub words: String,
    pub left_out: String,
    pub kind_supervision: String,
    pub kind_course: String,
    pub kind_training: String,
    pub kind_observed: String,
    /// How well a skill is known here, in five steps.
    pub known: Vec<String>,
    /// How often something is so, in five steps.
    pub often: Vec<String>,
    /// Each item, by its stable name.
    pub items: BTreeMap<String, MirrorWords>,
}

/// What an item of the mirror is called, and what is counted or asked.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MirrorWords {
    pub title: String,
    pub hint: String,
}

/// A slip with a promise.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SlipLabels {
    pub agreed_on: String,
    /// How a time is written, as `chrono` formats it.
    pub clock: String,
    pub materials: String,
    pub reminder: String,
    pub next_meeting: String,
    pub how_it_went: String,
    pub result: String,
    pub done: String,
    pub partly: String,
    pub not_done: String,
    pub changed: String,
    pub what_happened: String,
}

/// What stands on the goal sheet (reference 4.4).
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GoalLabels {
    pub set_on: String,
    pub why: String,
    pub in_place_of: String,
    pub modules: String,
    pub begun_on: String,
    pub reached_on: String,
    pub needs: String,
    pub obstacle: String,
    pub reviews: String,
    pub meeting: String,
    pub day: String,
    pub far: String,
    pub compared: String,
    pub said: String,
    pub chart_far: String,
    not_started: String,
    some: String,
    most: String,
    achieved: String,
    changed: String,
    dropped: String,
    much_less: String,
    less: String,
    expected: String,
    more: String,
    much_more: String,
}

impl GoalLabels {
    /// Says how far a goal has come.
    pub fn progress(&self, progress: Progress) -> &str {
        match progress {
            Progress::NotStarted => &self.not_started,
            Progress::Some => &self.some,
            Progress::Most => &self.most,
            Progress::Achieved => &self.achieved,
            Progress::Changed => &self.changed,
            Progress::Dropped => &self.dropped,
        }
    }

    /// Says how a goal compares with what was hoped.
    pub fn attained(&self, attainment: Attainment) -> &str {
        match attainment {
            Attainment::MuchLess => &self.much_less,
            Attainment::Less => &self.less,
            Attainment::Expected => &self.expected,
            Attainment::More => &self.more,
            Attainment::MuchMore => &self.much_more,
        }
    }
}

/// What a supporter may see, be told and do.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ConsentLabels {
    pub heading: String,
    pub may: String,
    pub nothing: String,
    goals: String,
    practices: String,
    handouts: String,
    relapse_plan: String,
    signs: String,
    medicines: String,
    attendance: String,
    notes: String,
    sessions: String,
    crisis: String,
}

impl ConsentLabels {
    /// Names an item as it stands in a sentence.
    pub fn item(&self, item: ConsentItem) -> &str {
        match item {
            ConsentItem::Goals => &self.goals,
            ConsentItem::Practices => &self.practices,
            ConsentItem::Handouts => &self.handouts,
            ConsentItem::RelapsePlan => &self.relapse_plan,
            ConsentItem::Signs => &self.signs,
            ConsentItem::Medicines => &self.medicines,
            ConsentItem::Attendance => &self.attendance,
            ConsentItem::Notes => &self.notes,
            ConsentItem::Sessions => &self.sessions,
            ConsentItem::Crisis => &self.crisis,
        }
    }
}

/// The words of an outcome sheet.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OutcomeLabels {
    pub purpose: String,
    pub caution: String,
    pub baseline: String,
    pub measure: String,
    pub over_time: String,
    pub sources: String,
    pub practitioner: String,
    rated_person: String,
    rated_practitioner: String,
    higher_better: String,
    lower_better: String,
    better_end: String,
    pub ahead: String,
    pub due: String,
    pub overdue: String,
    pub no_score: String,
    pub answered: String,
    pub keyed: String,
    pub counted_since: String,
    pub counted_on: String,
    pub not_collected: String,
}

impl OutcomeLabels {
    /// Says who rates.
    pub fn rated_by(&self, rater: Rater, name: &str) -> String {
        match rater {
            Rater::Person => self.rated_person.replace("{name}", name),
            Rater::Practitioner => self.rated_practitioner.clone(),
        }
    }

    /// Says which end of a scale is the better one; empty where neither is.
    pub fn better(&self, better: Better) -> &str {
        match better {
            Better::Higher => &self.higher_better,
            Better::Lower => &self.lower_better,
            Better::Neither => "",
        }
    }

    /// What one end of a scale means; empty where the number says enough.
    pub fn end(&self, better: Better, high: bool) -> String {
        match (better, high) {
            (Better::Higher, true) | (Better::Lower, false) => self.better_end.clone(),
            _ => String::new(),
        }
    }
}

/// The words of the receipt of an erasure.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ErasureLabels {
    pub title: String,
    pub purpose: String,
    pub who: String,
    pub record_number: String,
    pub when: String,
    pub by: String,
    pub reason: String,
    pub entry: String,
    pub went: String,
    pub stayed: String,
    pub stayed_why: String,
    pub elsewhere: String,
    pub elsewhere_why: String,
    pub details: String,
    pub statements: String,
    pub sessions: String,
    pub goals: String,
    pub practices: String,
    pub supporters: String,
    pub answers: String,
    pub events: String,
    pub notes: String,
    pub addenda: String,
    pub hand_offs: String,
    /// Ends of courses, and boosters.
    pub endings: String,
}

/// The words of the self-test.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SelfTestLabels {
    pub title: String,
    pub purpose: String,
    pub well: String,
    pub ill: String,
    pub in_order: String,
    pub not_in_order: String,
    pub encrypted: String,
    pub encrypted_not: String,
    pub shut: String,
    pub shut_not: String,
    pub pages: String,
    pub pages_not: String,
    pub guess: String,
    pub file: String,
    pub file_not: String,
    pub opening: String,
    pub opening_not: String,
    pub audit: String,
    pub audit_not: String,
    pub notes: String,
    pub notes_not: String,
    pub headers: String,
    pub headers_not: String,
    pub backup: String,
    pub backup_last: String,
    pub backup_none: String,
    pub trail: String,
    pub trail_entry: String,
    pub trail_hash: String,
    pub trail_why: String,
    pub about: String,
    pub when: String,
    pub program: String,
    pub pack: String,
    pub pack_draft: String,
    pub pack_reviewed: String,
    pub pack_not_used: String,
}

impl Labels {
    /// Returns the words of a language.
    pub fn of(lang: Lang) -> &'static Self {
        static EN: LazyLock<Labels> = LazyLock::new(|| parse(include_str!("labels/en.json")));
        static DA: LazyLock<Labels> = LazyLock::new(|| parse(include_str!("labels/da.json")));
        static NB: LazyLock<Labels> = LazyLock::new(|| parse(include_str!("labels/nb.json")));
        match lang {
            Lang::En => &EN,
            Lang::Da => &DA,
            Lang::Nb => &NB,
        }
    }
}

#[expect(
    clippy::expect_used,
    reason = "the files are compiled in, and a test parses each of them"
)]
fn parse(text: &str) -> Labels {
    serde_json::from_str(text).expect("labels compiled in")
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]

    use domain::fidelity::MirrorItem;

    use super::*;

    #[test]
    fn every_language_is_whole() {
        let titles = Lang::ALL.map(|lang| Labels::of(lang).my_goals.as_str());
        assert_eq!(titles, ["My goals", "Mine mål", "Målene mine"]);
    }

    #[test]
    fn each_item_of_the_mirror_has_its_words_and_its_five_steps() {
        for lang in Lang::ALL {
            let mirror = &Labels::of(lang).mirror;
            for item in MirrorItem::ALL {
                let words = mirror.items.get(crate::read::mirror::code(item)).unwrap();
                assert!(!words.title.is_empty() && !words.hint.is_empty());
            }
            assert_eq!(mirror.items.len(), MirrorItem::ALL.len());
            assert_eq!((mirror.known.len(), mirror.often.len()), (5, 5));
        }
    }
}
