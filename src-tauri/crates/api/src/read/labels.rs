//! The few words that pages and paper made here need; one file per language, each whole or the tests fail.

use std::sync::LazyLock;

use curriculum::{Better, Rater};
use domain::{Lang, supporter::ConsentItem};
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
    pub consent: ConsentLabels,
    pub outcome: OutcomeLabels,
    pub erasure: ErasureLabels,
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
    use super::*;

    #[test]
    fn every_language_is_whole() {
        let titles = Lang::ALL.map(|lang| Labels::of(lang).my_goals.as_str());
        assert_eq!(titles, ["My goals", "Mine mål", "Målene mine"]);
    }
}
