//! A person's supporters with what they may see today, and what paper shows of a person.

use domain::{
    PersonId, SupporterId, TopicId,
    supporter::{
        Consent, ConsentItem, Standing, Supporter, all_ended, all_they_may_see, is_meant, why_not,
    },
};
use store::Store;

use crate::{
    error::{ErrorCode, Result},
    wire::{ConsentCard, ForEach, SupporterCard},
};

/// What a paper shows, for a supporter who gets it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// These.
    Items(&'static [ConsentItem]),
    /// What the person writes to a supporter themselves. It needs no consent, unless every one there was has ended.
    Letter,
}

impl Shown {
    /// Nothing about anybody.
    pub const NOTHING: Self = Self::Items(&[]);
    /// All that is written down.
    pub const RECORD: Self = Self::Items(&ConsentItem::RECORD);

    /// What the personal folder shows.
    pub const FOLDER: Self = Self::Items(&[
        ConsentItem::Goals,
        ConsentItem::Practices,
        ConsentItem::Handouts,
        ConsentItem::RelapsePlan,
        ConsentItem::Medicines,
    ]);

    /// What a filled copy shows, by the page it is a copy of. Their ids stand here alone; of any other page it is what is
    /// written in a handout.
    pub fn sheet(topic: &TopicId) -> Self {
        match topic.as_str() {
            super::places::LETTER => Self::Letter,
            "relapse-prevention-plan" | "wallet-card" => Self::Items(&[ConsentItem::RelapsePlan]),
            "warning-sign-grid" => Self::Items(&[ConsentItem::Signs]),
            "medication-list" | "medication-benefits" | "side-effects-log" | "tailoring-plan" => {
                Self::Items(&[ConsentItem::Medicines])
            }
            _ => Self::Items(&[ConsentItem::Handouts]),
        }
    }

    /// What the pages for several people show of each.
    pub const fn each(each: &ForEach) -> Self {
        match (each.goals, each.topics) {
            (true, 0) => Self::Items(&[ConsentItem::Goals, ConsentItem::Practices]),
            (true, _) => Self::Items(&[
                ConsentItem::Goals,
                ConsentItem::Practices,
                ConsentItem::Handouts,
            ]),
            (false, _) => Self::Items(&[ConsentItem::Handouts]),
        }
    }
}

/// A supporter something goes to, and what in it they have no consent to see.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lack {
    /// Who.
    pub supporter: Supporter,
    /// What, with where the newest consent to it stands; `None` where there never was one.
    pub items: Vec<(ConsentItem, Option<Standing>)>,
}

/// Finds a person's supporters who are meant by what was typed and must not see all that is shown.
///
/// # Errors
/// Those of reading the vault.
pub fn lacking(
    store: &Store,
    person: PersonId,
    shows: Shown,
    to: &str,
    today: chrono::NaiveDate,
) -> Result<Vec<Lack>> {
    if to.trim().is_empty() || shows == Shown::NOTHING {
        return Ok(Vec::new());
    }
    let mut meant = store.supporters(person)?;
    meant.retain(|supporter| is_meant(&supporter.details.name, to));
    if meant.is_empty() {
        return Ok(Vec::new());
    }
    let all = store.consents(person)?;
    let lacks = meant.into_iter().filter_map(|supporter| {
        let theirs = about(&all, supporter.id);
        let items: Vec<_> = match shows {
            Shown::Items(items) => items
                .iter()
                .filter_map(|item| Some((*item, why_not(&theirs, *item, today)?)))
                .collect(),
            Shown::Letter => all_ended(&theirs, today)
                .map(|standing| (ConsentItem::Handouts, Some(standing)))
                .into_iter()
                .collect(),
        };
        (!items.is_empty()).then_some(Lack { supporter, items })
    });
    Ok(lacks.collect())
}

/// The consents about one supporter.
pub fn about(consents: &[Consent], supporter: SupporterId) -> Vec<Consent> {
    let theirs = consents
        .iter()
        .filter(|consent| consent.supporter == supporter);
    theirs.cloned().collect()
}

/// Finds a person's supporter.
///
/// # Errors
/// `NotFound` for one of somebody else's.
pub fn find(store: &Store, person: PersonId, id: SupporterId) -> Result<Supporter> {
    let mut supporters = store.supporters(person)?.into_iter();
    let found = supporters.find(|supporter| supporter.id == id);
    found.ok_or_else(|| ErrorCode::NotFound.into())
}

/// A person's supporters, each with what they may see today.
///
/// # Errors
/// Those of reading the vault.
pub fn cards(
    store: &Store,
    person: PersonId,
    today: chrono::NaiveDate,
) -> Result<Vec<SupporterCard>> {
    let supporters = store.supporters(person)?;
    if supporters.is_empty() {
        return Ok(Vec::new());
    }
    let consents = store.consents(person)?;
    let contacts = store.contacts(person)?;
    let card = |supporter: Supporter| {
        let theirs = about(&consents, supporter.id);
        SupporterCard {
            may: all_they_may_see(&theirs, today),
            consents: theirs
                .into_iter()
                .map(|consent| ConsentCard {
                    standing: consent.standing(today),
                    consent,
                })
                .collect(),
            contacts: contacts
                .iter()
                .filter(|contact| contact.supporter == supporter.id)
                .cloned()
                .collect(),
            supporter,
        }
    };
    Ok(supporters.into_iter().map(card).collect())
}
