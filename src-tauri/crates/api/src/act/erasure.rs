//! Erasing one person for good. It asks twice: for the name, typed, and for a reason, which stays.

use std::collections::BTreeMap;

use crate::{
    app::App,
    error::{ErrorCode, Result},
    wire::{Counted, ErasePerson, ErasedKind, ErasureReceipt},
};

/// Parts of a name that a reason may hold by chance.
const SHORTEST: usize = 3;

/// Erases a person and says what went and what had to stay.
///
/// # Errors
/// `NameDiffers` when the typed name is another, `ReasonMissing` without a reason, and `ReasonNames` when it names them.
pub fn erase_person(app: &App, ask: ErasePerson) -> Result<ErasureReceipt> {
    app.with_store(|store| {
        let details = store.person(ask.person)?.details;
        if ask.name.trim() != details.preferred_name.trim() {
            return Err(ErrorCode::NameDiffers.into());
        }
        let reason = ask.reason.trim();
        if reason.is_empty() {
            return Err(ErrorCode::ReasonMissing.into());
        }
        if names(reason, &details.preferred_name) || names(reason, &details.record_number) {
            return Err(ErrorCode::ReasonNames.into());
        }
        let done = store.erase(ask.person, reason, app.now())?;
        let last = store.ledger(&store::Ledger {
            most: 1,
            ..Default::default()
        })?;
        let entry = last.first();
        Ok(ErasureReceipt {
            at: entry.map_or(app.now(), |entry| entry.at),
            name: details.preferred_name,
            record_number: details.record_number,
            reason: reason.to_owned(),
            by: entry.map(|entry| entry.user.clone()).unwrap_or_default(),
            removed: counted(&done.removed),
            emptied: counted(&done.emptied),
            entry: entry.map_or(0, |entry| u32::try_from(entry.sequence).unwrap_or(u32::MAX)),
        })
    })
}

fn counted(tables: &BTreeMap<&'static str, usize>) -> Vec<Counted> {
    let mut kinds: BTreeMap<ErasedKind, usize> = BTreeMap::new();
    for (table, count) in tables {
        if let Some(kind) = kind(table) {
            *kinds.entry(kind).or_default() += count;
        }
    }
    let each = kinds.into_iter().map(|(what, count)| Counted {
        what,
        count: u32::try_from(count).unwrap_or(u32::MAX),
    });
    each.collect()
}

/// What people call the rows of a table; nothing for what only belongs to others, such as the sections of a note.
fn kind(table: &str) -> Option<ErasedKind> {
    Some(match table {
        "person" => ErasedKind::Details,
        "statement" => ErasedKind::Statements,
        "session" => ErasedKind::Sessions,
        "goal" => ErasedKind::Goals,
        "practice" => ErasedKind::Practices,
        "supporter" | "consent" | "contact" => ErasedKind::Supporters,
        "sheet" | "answer" | "plan_copy" | "rehearsal" => ErasedKind::Answers,
        "ending" | "booster" => ErasedKind::Endings,
        "event" | "outcome" | "measure" => ErasedKind::Events,
        "note" => ErasedKind::Notes,
        "addendum" => ErasedKind::Addenda,
        "hand_off" => ErasedKind::HandOffs,
        _ => return None,
    })
}

/// Tells whether a text holds a word of a name.
fn names(text: &str, name: &str) -> bool {
    let words = |text: &str| -> Vec<String> {
        text.split(|c: char| !c.is_alphanumeric())
            .filter(|word| word.chars().count() >= SHORTEST)
            .map(str::to_lowercase)
            .collect()
    };
    let said = words(text);
    words(name).iter().any(|word| said.contains(word))
}
