//! The receipt of an erasure. It is made of what the page still holds: the vault knows nobody's name any more.

use domain::{
    Document, Lang,
    calendar::long_date,
    document::{Block, Fact},
};

use super::ours::{self, heading, paragraph};
use crate::{
    app::App,
    read::labels::{ErasureLabels, Labels},
    wire::{Counted, ErasedKind, ErasureReceipt},
};

/// Writes out what was erased and what had to stay.
pub(super) fn document(app: &App, receipt: &ErasureReceipt, lang: Lang) -> Document {
    let labels = &Labels::of(lang).erasure;
    let mut blocks = vec![
        Block::Facts {
            rows: said(labels, receipt, lang),
        },
        heading(&labels.went),
        Block::Facts {
            rows: counts(labels, &receipt.removed),
        },
    ];
    if !receipt.emptied.is_empty() {
        blocks.push(heading(&labels.stayed));
        blocks.push(paragraph(&labels.stayed_why));
        blocks.push(Block::Facts {
            rows: counts(labels, &receipt.emptied),
        });
    }
    blocks.push(heading(&labels.elsewhere));
    blocks.push(paragraph(&labels.elsewhere_why));
    let head = ours::Head {
        lang,
        title: &labels.title,
        purpose: &labels.purpose,
        person: None,
    };
    ours::document(app, &head, blocks)
}

fn said(labels: &ErasureLabels, receipt: &ErasureReceipt, lang: Lang) -> Vec<Fact> {
    let when = format!(
        "{}, {}",
        long_date(lang, receipt.at.day()),
        receipt.at.local().format("%H:%M")
    );
    let rows = [
        (&labels.who, receipt.name.clone()),
        (&labels.record_number, receipt.record_number.clone()),
        (&labels.when, when),
        (&labels.by, receipt.by.clone()),
        (&labels.reason, receipt.reason.clone()),
        (&labels.entry, receipt.entry.to_string()),
    ];
    let written = rows.into_iter().filter(|(_, value)| !value.is_empty());
    written
        .map(|(label, value)| Fact {
            label: label.clone(),
            value,
        })
        .collect()
}

fn counts(labels: &ErasureLabels, counted: &[Counted]) -> Vec<Fact> {
    let fact = |each: &Counted| Fact {
        label: kind(labels, each.what).to_owned(),
        value: each.count.to_string(),
    };
    counted.iter().map(fact).collect()
}

fn kind(labels: &ErasureLabels, kind: ErasedKind) -> &str {
    match kind {
        ErasedKind::Details => &labels.details,
        ErasedKind::Statements => &labels.statements,
        ErasedKind::Sessions => &labels.sessions,
        ErasedKind::Goals => &labels.goals,
        ErasedKind::Practices => &labels.practices,
        ErasedKind::Supporters => &labels.supporters,
        ErasedKind::Answers => &labels.answers,
        ErasedKind::Events => &labels.events,
        ErasedKind::Notes => &labels.notes,
        ErasedKind::Addenda => &labels.addenda,
        ErasedKind::HandOffs => &labels.hand_offs,
        ErasedKind::Endings => &labels.endings,
    }
}
