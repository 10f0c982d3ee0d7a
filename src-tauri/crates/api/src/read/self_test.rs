//! The self-test: what was checked on this computer and what was found, in sentences for screen and paper.

use std::fmt::Display;

use domain::{
    Document, Lang, Timestamp,
    calendar::long_date,
    document::{Block, DocumentKind, Fact, Inline, Words},
};

use super::{
    count,
    labels::{Labels, SelfTestLabels},
};
use crate::{app::App, error::Result, wire::VaultCheck};

/// Checks everything there is to check.
pub fn look(app: &App) -> Result<VaultCheck> {
    app.with_store(|store| {
        let report = store.check()?;
        Ok(VaultCheck {
            encrypted: report.encrypted,
            whole: report.is_well(),
            opens_without_key: report.opens_without_key,
            page_size: report.pages.page_size,
            pages_as_promised: report.pages.is_as_promised(),
            page_mac: report.pages.mac,
            guess_mib: report.guess.m_kib / 1024,
            last_backup: store.last_backup()?,
            audit_broken_at: report.audit.broken_at.map(count::narrow),
            notes_broken_at: report.notes.broken_at.map(count::narrow),
            header_copies: report.header_copies,
            opening: report.findings,
            chain: store.chain_tip(),
            audit_entries: report.counts.audit_entries,
            signed_notes: report.counts.signed_notes,
            people: report.counts.people,
            cipher_version: report.cipher_version,
            findings: report.problems,
        })
    })
}

/// Tells whether all is in order.
pub fn is_well(found: &VaultCheck) -> bool {
    found.whole && found.header_copies == 2
}

/// Writes out what was found.
pub fn document(app: &App, found: &VaultCheck, lang: Lang) -> Document {
    let labels = &Labels::of(lang).self_test;
    let now = app.now();
    let lines = sentences(labels, found);
    let of = |well: bool| {
        let those = lines.iter().filter(move |(each, _)| *each == well);
        those.map(|(_, text)| plain(text)).collect::<Vec<_>>()
    };
    let mut blocks = vec![Block::Paragraph {
        words: vec![Inline::Strong(
            if is_well(found) {
                &labels.well
            } else {
                &labels.ill
            }
            .clone(),
        )],
    }];
    for (title, items) in [
        (&labels.not_in_order, of(false)),
        (&labels.in_order, of(true)),
    ] {
        if !items.is_empty() {
            blocks.push(heading(title));
            blocks.push(Block::List {
                ordered: false,
                items,
            });
        }
    }
    blocks.push(heading(&labels.backup));
    blocks.push(Block::Paragraph {
        words: plain(&backup(labels, lang, found.last_backup, now)),
    });
    blocks.push(heading(&labels.trail));
    blocks.push(Block::Facts {
        rows: vec![
            fact(&labels.trail_entry, &found.chain.sequence.to_string()),
            fact(&labels.trail_hash, &in_groups(&found.chain.hash)),
        ],
    });
    blocks.push(Block::Paragraph {
        words: plain(&labels.trail_why),
    });
    blocks.push(heading(&labels.about));
    blocks.push(Block::Facts {
        rows: about(app, labels, lang, now),
    });
    Document {
        kind: DocumentKind::Sheet,
        title: labels.title.clone(),
        purpose: labels.purpose.clone(),
        lang,
        person: None,
        date: now.day(),
        source: None,
        topic: None,
        sheet: None,
        weighed: None,
        blocks,
        answers: Vec::new(),
    }
}

/// Each thing that was looked at, with whether it is in order.
fn sentences(labels: &SelfTestLabels, found: &VaultCheck) -> Vec<(bool, String)> {
    let line = |well: bool, yes: String, no: String| (well, if well { yes } else { no });
    let mut lines = vec![
        line(
            found.encrypted,
            fill(&labels.encrypted, &[("version", &found.cipher_version)]),
            labels.encrypted_not.clone(),
        ),
        line(
            !found.opens_without_key,
            labels.shut.clone(),
            labels.shut_not.clone(),
        ),
        line(
            found.pages_as_promised,
            fill(
                &labels.pages,
                &[("size", &found.page_size), ("mac", &found.page_mac)],
            ),
            labels.pages_not.clone(),
        ),
        (true, fill(&labels.guess, &[("mib", &found.guess_mib)])),
        line(
            found.findings.is_empty(),
            labels.file.clone(),
            labels.file_not.clone(),
        ),
    ];
    // In SQLite's and SQLCipher's own words.
    lines.extend(found.findings.iter().map(|each| (false, each.clone())));
    lines.extend([
        line(
            found.opening.is_empty(),
            labels.opening.clone(),
            fill(&labels.opening_not, &[("count", &found.opening.len())]),
        ),
        line(
            found.audit_broken_at.is_none(),
            fill(&labels.audit, &[("count", &found.audit_entries)]),
            fill(
                &labels.audit_not,
                &[("at", &found.audit_broken_at.unwrap_or(0))],
            ),
        ),
        line(
            found.notes_broken_at.is_none(),
            fill(&labels.notes, &[("count", &found.signed_notes)]),
            fill(
                &labels.notes_not,
                &[("at", &found.notes_broken_at.unwrap_or(0))],
            ),
        ),
        line(
            found.header_copies == 2,
            labels.headers.clone(),
            fill(&labels.headers_not, &[("count", &found.header_copies)]),
        ),
    ]);
    lines
}

fn backup(labels: &SelfTestLabels, lang: Lang, last: Option<Timestamp>, now: Timestamp) -> String {
    let Some(last) = last else {
        return labels.backup_none.clone();
    };
    let days = (now.day() - last.day()).num_days().max(0);
    fill(
        &labels.backup_last,
        &[("when", &moment(lang, last)), ("days", &days)],
    )
}

fn about(app: &App, labels: &SelfTestLabels, lang: Lang, now: Timestamp) -> Vec<Fact> {
    let mut rows = vec![
        fact(&labels.when, &moment(lang, now)),
        fact(
            &labels.program,
            concat!("Waymark ", env!("CARGO_PKG_VERSION")),
        ),
    ];
    for pack in &app.in_use().packs {
        let review = if pack.problem.is_empty() {
            match (pack.draft, pack.reviewed) {
                (true, _) => labels.pack_draft.as_str(),
                (false, true) => labels.pack_reviewed.as_str(),
                (false, false) => "",
            }
        } else {
            labels.pack_not_used.as_str()
        };
        let said = [pack.title.as_str(), pack.version.as_str(), review];
        let said: Vec<_> = said.into_iter().filter(|part| !part.is_empty()).collect();
        rows.push(fact(&labels.pack, &said.join(", ")));
    }
    rows
}

fn moment(lang: Lang, at: Timestamp) -> String {
    format!(
        "{}, {}",
        long_date(lang, at.day()),
        at.local().format("%H:%M")
    )
}

fn fill(text: &str, values: &[(&str, &dyn Display)]) -> String {
    values.iter().fold(text.to_owned(), |text, (name, value)| {
        text.replace(&format!("{{{name}}}"), &value.to_string())
    })
}

/// Parts a hash into groups of eight, as signed paper and the screen have it.
fn in_groups(hash: &str) -> String {
    let characters: Vec<char> = hash.chars().collect();
    let groups = characters.chunks(8).map(|group| group.iter().collect());
    groups.collect::<Vec<String>>().join(" ")
}

fn plain(text: &str) -> Words {
    vec![Inline::Plain(text.to_owned())]
}

fn heading(text: &str) -> Block {
    Block::Heading {
        level: 2,
        text: text.to_owned(),
    }
}

fn fact(label: &str, value: &str) -> Fact {
    Fact {
        label: label.to_owned(),
        value: value.to_owned(),
    }
}
