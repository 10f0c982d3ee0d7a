//! What an update of a pack changes for answers already given.
//!
//! An update never touches an answer: it hangs on topic, block and field, and stays in the record whatever becomes of them.
//! What can change is the page around it, and that is what is listed here.

use std::collections::BTreeMap;

use domain::{BlockId, FieldId, Lang, OptionId, TopicId, document::Block};
use serde::Serialize;

use crate::{
    curriculum::Curriculum,
    model::{Slot, Takes, Topic, slots},
};

/// One difference between two versions of a pack.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Change {
    /// The topic or form.
    pub topic: TopicId,
    /// The block; `None` when the whole page came or went.
    pub block: Option<BlockId>,
    /// The field; `None` when the whole block came or went.
    pub field: Option<FieldId>,
    /// What happened.
    #[serde(flatten)]
    pub what: What,
}

/// What happened to a page, a block or a field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(
    tag = "what",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum What {
    /// It is new, and empty for everybody.
    New,
    /// It is gone. Answers stay in the record; the page shows them as given on an earlier version.
    Gone,
    /// It asks in other words. Answers stand below the new ones.
    Reworded {
        /// The words before.
        from: String,
        /// The words now.
        to: String,
    },
    /// It takes another kind of answer. Those given stay in the record and no longer fit the field.
    OtherKind,
    /// Choices are gone. Answers that chose one stay in the record and no longer fit the field.
    ChoicesGone {
        /// The ids of the choices.
        choices: Vec<OptionId>,
    },
    /// The range is narrower. Numbers outside stay in the record and no longer fit the field.
    NarrowerRange {
        /// Lowest now.
        min: i32,
        /// Highest now.
        max: i32,
    },
}

impl What {
    /// Tells whether answers given so far lose their place on the page. None is ever lost from the record.
    pub const fn displaces_answers(&self) -> bool {
        !matches!(self, Self::New | Self::Reworded { .. })
    }
}

/// Lists what differs, in the order of the pages; words are compared in one language.
pub fn diff(old: &Curriculum, new: &Curriculum, lang: Lang) -> Vec<Change> {
    let mut changes = Vec::new();
    for (topic, fate) in fates(pages(old), pages(new)) {
        let mut add = |block, field, what| {
            changes.push(Change {
                topic: topic.clone(),
                block,
                field,
                what,
            });
        };
        match fate {
            Fate::Comes => add(None, None, What::New),
            Fate::Goes => add(None, None, What::Gone),
            Fate::Stays(before, now) => blocks(before.blocks(lang), now.blocks(lang), &mut add),
        }
    }
    changes
}

fn pages(content: &Curriculum) -> Vec<(TopicId, &Topic)> {
    content
        .pages()
        .map(|page| (page.id.clone(), page))
        .collect()
}

fn by_id(slots: Vec<Slot<'_>>) -> Vec<(FieldId, Slot<'_>)> {
    slots
        .into_iter()
        .map(|slot| (slot.field.clone(), slot))
        .collect()
}

/// Takes a change at a block and a field.
type Add<'a> = dyn FnMut(Option<BlockId>, Option<FieldId>, What) + 'a;

fn blocks<'a>(
    before: impl Iterator<Item = &'a Block>,
    now: impl Iterator<Item = &'a Block>,
    add: &mut Add<'_>,
) {
    // Blocks that take no answers may come and go.
    let answered = |block: &'a Block| {
        Some((block.id()?.clone(), slots(block))).filter(|(_, slots)| !slots.is_empty())
    };
    for (block, fate) in fates(
        before.filter_map(answered).collect(),
        now.filter_map(answered).collect(),
    ) {
        let mut add = |field, what| add(Some(block.clone()), field, what);
        match fate {
            Fate::Comes => add(None, What::New),
            Fate::Goes => add(None, What::Gone),
            Fate::Stays(before, now) => fields(before, now, &mut add),
        }
    }
}

fn fields(before: Vec<Slot<'_>>, now: Vec<Slot<'_>>, add: &mut dyn FnMut(Option<FieldId>, What)) {
    for (field, fate) in fates(by_id(before), by_id(now)) {
        match fate {
            Fate::Comes => add(Some(field), What::New),
            Fate::Goes => add(Some(field), What::Gone),
            Fate::Stays(before, now) => {
                for what in slot(&before, &now) {
                    add(Some(field.clone()), what);
                }
            }
        }
    }
}

fn slot(before: &Slot<'_>, now: &Slot<'_>) -> Vec<What> {
    let mut found = Vec::new();
    match (&before.takes, &now.takes) {
        (Takes::Number(low, high), Takes::Number(min, max)) if min > low || max < high => {
            found.push(What::NarrowerRange {
                min: *min,
                max: *max,
            });
        }
        (Takes::Choice(old), Takes::Choice(new)) | (Takes::Ticks(old), Takes::Ticks(new)) => {
            let gone = old
                .iter()
                .filter(|choice| new.iter().all(|kept| kept.id != choice.id));
            let choices: Vec<OptionId> = gone.map(|choice| choice.id.clone()).collect();
            if !choices.is_empty() {
                found.push(What::ChoicesGone { choices });
            }
        }
        (Takes::Text, Takes::Text)
        | (Takes::Date, Takes::Date)
        | (Takes::Number(..), Takes::Number(..))
            if now.repeats || !before.repeats => {}
        _ => found.push(What::OtherKind),
    }
    if before.label != now.label {
        found.push(What::Reworded {
            from: before.label.to_owned(),
            to: now.label.to_owned(),
        });
    }
    found
}

/// What becomes of something from one version to the next.
enum Fate<T> {
    Stays(T, T),
    Comes,
    Goes,
}

/// Everything of either version once: in the new order, then what is gone.
fn fates<K: Clone + Ord, T>(old: Vec<(K, T)>, new: Vec<(K, T)>) -> Vec<(K, Fate<T>)> {
    let order: Vec<K> = old.iter().map(|(id, _)| id.clone()).collect();
    let mut old: BTreeMap<K, T> = old.into_iter().collect();
    let mut fates: Vec<(K, Fate<T>)> = new
        .into_iter()
        .map(|(id, now)| {
            let fate = old
                .remove(&id)
                .map_or(Fate::Comes, |before| Fate::Stays(before, now));
            (id, fate)
        })
        .collect();
    let gone = order.into_iter().filter(|id| old.contains_key(id));
    fates.extend(gone.map(|id| (id, Fate::Goes)));
    fates
}
