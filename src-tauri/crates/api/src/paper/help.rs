//! The crisis paper: local contacts only, and a visible blank where there are none.

use chrono::NaiveDate;
use domain::{
    Document, Lang,
    calendar::long_date,
    document::{Block, Fact, ServiceEntry, ServicesAbout},
    settings::CrisisContact,
};

use super::ours::{self, paragraph};
use crate::{
    app::App,
    read::{labels::Labels, services},
};

/// Writes out whom to call here.
pub(super) fn document(app: &App) -> Document {
    let settings = app.settings();
    let lang = settings.language;
    let labels = Labels::of(lang);
    let contacts = &settings.crisis.contacts;
    let of_site = services::of_site(app, ServicesAbout::Crisis);
    let mut blocks = Vec::new();
    if contacts.is_empty() && of_site.is_empty() {
        blocks.push(paragraph(&labels.no_contacts));
        blocks.push(facts((0..3).map(|_| blank())));
    }
    if !contacts.is_empty() {
        blocks.push(facts(contacts.iter().map(contact)));
    }
    if !contacts.is_empty() || of_site.is_empty() {
        let checked = checked(labels, lang, settings.crisis.checked_on);
        blocks.push(paragraph(&checked));
    }
    if !of_site.is_empty() {
        let entries = of_site.iter();
        blocks.push(facts(entries.map(|entry| of_pack(labels, lang, entry))));
    }
    let head = ours::Head {
        lang,
        title: &labels.help_now,
        purpose: &labels.help_now_purpose,
        person: None,
    };
    ours::document(app, &head, blocks)
}

fn facts(rows: impl Iterator<Item = Fact>) -> Block {
    Block::Facts {
        rows: rows.collect(),
    }
}

/// Room to write a number in by hand.
fn blank() -> Fact {
    Fact {
        label: "________________".to_owned(),
        value: "________________________".to_owned(),
    }
}

fn contact(contact: &CrisisContact) -> Fact {
    Fact {
        label: contact.name.clone(),
        value: lines(&[&contact.phone, &contact.note]),
    }
}

fn of_pack(labels: &Labels, lang: Lang, entry: &ServiceEntry) -> Fact {
    let checked = checked(labels, lang, entry.checked_on);
    Fact {
        label: entry.name.clone(),
        value: lines(&[&entry.phone, &entry.hours, &entry.what_for, &checked]),
    }
}

fn checked(labels: &Labels, lang: Lang, on: Option<NaiveDate>) -> String {
    match on {
        Some(on) => format!("{} {}", labels.checked_on, long_date(lang, on)),
        None => labels.never_checked.clone(),
    }
}

fn lines(lines: &[&str]) -> String {
    let written: Vec<_> = lines
        .iter()
        .filter(|line| !line.is_empty())
        .copied()
        .collect();
    written.join("\n")
}
