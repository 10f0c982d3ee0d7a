//! Supporters: people on a person's side, and what the person lets them see and be told (reference 4.10).
//!
//! A consent is never changed and never removed: another one is given, or this one is withdrawn, and what was once allowed
//! can be told for good. What is not on a list is not allowed.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{ConsentId, ContactId, SupporterId, Timestamp, person::Given};

/// Somebody on a person's side.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Supporter {
    /// Names them.
    pub id: SupporterId,
    /// What is known of them.
    #[serde(flatten)]
    pub details: SupporterDetails,
}

/// What is known of a supporter.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
pub struct SupporterDetails {
    /// Their name.
    pub name: String,
    /// What they are to the person, such as a sister.
    pub relation: String,
    /// How to reach them, such as a telephone number.
    pub reach: String,
    /// What the person says about them, verbatim.
    pub words: String,
}

/// A consent of the person's: what one supporter may see and be told, and how long.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Consent {
    /// Names it.
    pub id: ConsentId,
    /// Who may.
    pub supporter: SupporterId,
    /// What was said yes to.
    #[serde(flatten)]
    pub terms: ConsentTerms,
    /// The day it was taken back.
    pub withdrawn: Option<NaiveDate>,
    /// When it was written down.
    pub recorded_at: Timestamp,
}

/// What a person says yes to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ConsentTerms {
    /// What they may see, be told or do.
    pub items: BTreeSet<ConsentItem>,
    /// The first day.
    pub from: NaiveDate,
    /// The last day; `None` until it is taken back.
    pub until: Option<NaiveDate>,
    /// Whether the person said it or wrote it.
    pub given: Given,
    /// What stays private all the same, in the person's words.
    pub kept_back: String,
}

/// One thing a supporter may see, be told or do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum ConsentItem {
    /// See and help with goals and what recovery means.
    Goals,
    /// See and help with home practice.
    Practices,
    /// Read handouts and worksheets with what is written in them.
    Handouts,
    /// See the relapse prevention plan.
    RelapsePlan,
    /// Be told the early warning signs, and say when they see one.
    Signs,
    /// See the list of medicines and what is written about them.
    Medicines,
    /// Be told whether the person comes.
    Attendance,
    /// Read session notes.
    Notes,
    /// Come along to a meeting.
    Sessions,
    /// Be called in a crisis.
    Crisis,
}

impl ConsentItem {
    /// Every item, in the order in which they are asked.
    pub const ALL: [Self; 10] = [
        Self::Goals,
        Self::Practices,
        Self::Handouts,
        Self::RelapsePlan,
        Self::Signs,
        Self::Medicines,
        Self::Attendance,
        Self::Notes,
        Self::Sessions,
        Self::Crisis,
    ];

    /// What a whole record shows.
    pub const RECORD: [Self; 8] = [
        Self::Goals,
        Self::Practices,
        Self::Handouts,
        Self::RelapsePlan,
        Self::Signs,
        Self::Medicines,
        Self::Attendance,
        Self::Notes,
    ];
}

/// What is wrong with a consent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ConsentFault {
    /// It ends before it starts.
    EndsBeforeItStarts,
    /// It says yes to nothing.
    Empty,
}

impl ConsentTerms {
    /// Finds what is wrong with it.
    ///
    /// # Errors
    /// The first fault there is.
    pub fn check(&self) -> Result<(), ConsentFault> {
        if self.until.is_some_and(|until| until < self.from) {
            return Err(ConsentFault::EndsBeforeItStarts);
        }
        if self.items.is_empty() {
            return Err(ConsentFault::Empty);
        }
        Ok(())
    }
}

/// Where a consent stands on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(
    tag = "kind",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum Standing {
    /// It holds.
    Holds,
    /// It does not hold yet.
    Ahead {
        /// Its first day.
        from: NaiveDate,
    },
    /// It has ended by itself.
    Over {
        /// Its last day.
        until: NaiveDate,
    },
    /// It was taken back.
    Withdrawn {
        /// On this day.
        on: NaiveDate,
    },
}

impl Consent {
    /// Tells where it stands. What was taken back stays so, whatever the clock says.
    pub fn standing(&self, today: NaiveDate) -> Standing {
        let ConsentTerms { from, until, .. } = self.terms;
        match (self.withdrawn, until) {
            (Some(on), _) => Standing::Withdrawn { on },
            (None, Some(until)) if until < today => Standing::Over { until },
            (None, _) if from > today => Standing::Ahead { from },
            (None, _) => Standing::Holds,
        }
    }

    fn holds(&self, today: NaiveDate) -> bool {
        self.standing(today) == Standing::Holds
    }
}

/// Tells whether consents of one supporter's let them see something today.
pub fn may_see(consents: &[Consent], item: ConsentItem, today: NaiveDate) -> bool {
    consents
        .iter()
        .any(|consent| consent.holds(today) && consent.terms.items.contains(&item))
}

/// Everything that consents of one supporter's let them see today.
pub fn all_they_may_see(consents: &[Consent], today: NaiveDate) -> BTreeSet<ConsentItem> {
    ConsentItem::ALL
        .into_iter()
        .filter(|item| may_see(consents, *item, today))
        .collect()
}

/// Says why something must not be seen today: where the newest consent to it stands, or nothing where there never was one.
/// `None` when it may.
pub fn why_not(
    consents: &[Consent],
    item: ConsentItem,
    today: NaiveDate,
) -> Option<Option<Standing>> {
    if may_see(consents, item, today) {
        return None;
    }
    let to_it = consents
        .iter()
        .filter(|consent| consent.terms.items.contains(&item));
    Some(newest(to_it).map(|consent| consent.standing(today)))
}

/// Where the newest consent stands when there were consents and none holds any more.
pub fn all_ended(consents: &[Consent], today: NaiveDate) -> Option<Standing> {
    if consents.iter().any(|consent| consent.holds(today)) {
        return None;
    }
    newest(consents.iter()).map(|consent| consent.standing(today))
}

fn newest<'c>(consents: impl Iterator<Item = &'c Consent>) -> Option<&'c Consent> {
    consents.max_by_key(|consent| (consent.terms.from, consent.recorded_at.millis, consent.id))
}

/// Finds out whether a supporter is meant by what somebody typed: every word of their name stands there, in its order.
/// That is asked more often than needed, and never less: whoever is warned for nothing goes on with a word.
pub fn is_meant(name: &str, typed: &str) -> bool {
    let words = |text: &str| -> Vec<String> {
        text.split(|letter: char| !letter.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .map(str::to_lowercase)
            .collect()
    };
    let (name, typed) = (words(name), words(typed));
    !name.is_empty() && typed.windows(name.len()).any(|part| part == name)
}

/// Something that was said to a supporter or by them, for the person's good.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Contact {
    /// Names it.
    pub id: ContactId,
    /// Who it was with.
    pub supporter: SupporterId,
    /// What happened.
    #[serde(flatten)]
    pub details: ContactDetails,
}

/// What happened in a contact.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ContactDetails {
    /// The day.
    pub on: NaiveDate,
    /// In which way.
    pub how: ContactHow,
    /// What was said.
    pub words: String,
}

/// In which way a supporter was met.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum ContactHow {
    /// In the same room.
    Met,
    /// By telephone or video.
    Called,
    /// By letter or message.
    Wrote,
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn day(day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 4, day).unwrap_or_default()
    }

    fn consent(
        number: u128,
        items: &[ConsentItem],
        from: u32,
        until: Option<u32>,
        withdrawn: Option<u32>,
    ) -> Consent {
        Consent {
            id: ConsentId::new(Uuid::from_u128(number)),
            supporter: SupporterId::new(Uuid::nil()),
            terms: ConsentTerms {
                items: items.iter().copied().collect(),
                from: day(from),
                until: until.map(day),
                given: Given::Said,
                kept_back: String::new(),
            },
            withdrawn: withdrawn.map(day),
            recorded_at: Timestamp {
                millis: i64::try_from(number).unwrap_or_default(),
                offset: 0,
            },
        }
    }

    use ConsentItem::{Goals, Notes};

    #[test]
    fn a_supporter_may_see_what_a_consent_that_holds_says_and_nothing_else() {
        for (consents, item, today, may) in [
            (vec![], Goals, 5, false),
            (vec![consent(1, &[Goals], 5, None, None)], Goals, 4, false),
            (vec![consent(1, &[Goals], 5, None, None)], Goals, 5, true),
            (vec![consent(1, &[Goals], 5, None, None)], Notes, 5, false),
            (vec![consent(1, &[Goals], 5, Some(7), None)], Goals, 7, true),
            (
                vec![consent(1, &[Goals], 5, Some(7), None)],
                Goals,
                8,
                false,
            ),
            // On the day it is taken back it holds no more, and a clock that was set back changes nothing.
            (
                vec![consent(1, &[Goals], 5, None, Some(9))],
                Goals,
                9,
                false,
            ),
            (
                vec![consent(1, &[Goals], 5, None, Some(9))],
                Goals,
                6,
                false,
            ),
            (
                vec![
                    consent(1, &[Goals], 5, None, Some(9)),
                    consent(2, &[Goals, Notes], 10, None, None),
                ],
                Goals,
                10,
                true,
            ),
        ] {
            assert_eq!(
                may_see(&consents, item, day(today)),
                may,
                "{consents:?} {item:?} {today}"
            );
        }
    }

    #[test]
    fn the_newest_consent_says_why_not() {
        let taken_back = consent(1, &[Goals, Notes], 1, None, Some(9));
        let ended = consent(2, &[Goals], 2, Some(3), None);
        let all = [taken_back.clone(), ended.clone()];
        assert_eq!(
            why_not(&all, Goals, day(10)),
            Some(Some(Standing::Over { until: day(3) }))
        );
        assert_eq!(
            why_not(&all, Notes, day(10)),
            Some(Some(Standing::Withdrawn { on: day(9) }))
        );
        assert_eq!(why_not(&all, ConsentItem::Crisis, day(10)), Some(None));
        assert_eq!(why_not(&all, Goals, day(2)), None);
        assert_eq!(
            all_ended(&all, day(10)),
            Some(Standing::Over { until: day(3) })
        );
        assert_eq!(all_ended(&all, day(2)), None);
        assert_eq!(all_ended(&[], day(2)), None);
        let coming = [taken_back, consent(3, &[Notes], 20, None, None)];
        assert_eq!(
            why_not(&coming, Notes, day(10)),
            Some(Some(Standing::Ahead { from: day(20) }))
        );
    }

    #[test]
    fn a_consent_ends_no_earlier_than_it_starts_and_says_yes_to_something() {
        let fault = |items: &[ConsentItem], until| consent(1, items, 5, until, None).terms.check();
        assert_eq!(fault(&[Goals], None), Ok(()));
        assert_eq!(fault(&[Goals], Some(5)), Ok(()));
        assert_eq!(
            fault(&[Goals], Some(4)),
            Err(ConsentFault::EndsBeforeItStarts)
        );
        assert_eq!(fault(&[], None), Err(ConsentFault::Empty));
    }

    #[test]
    fn whoever_types_a_name_means_them() {
        for (name, typed, meant) in [
            ("Ann Berg", "Ann Berg", true),
            ("Ann Berg", "  ann   BERG, sister", true),
            ("Ann Berg", "to Ann Berg (by post)", true),
            ("Ann", "Ann Berg", true),
            ("Ann Berg", "Ann", false),
            ("Ann", "Annika", false),
            ("Åse Ødegård", "åse ødegård", true),
            ("", "anybody", false),
            ("Ann", "", false),
        ] {
            assert_eq!(is_meant(name, typed), meant, "{name} {typed}");
        }
    }
}
