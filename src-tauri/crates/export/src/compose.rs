//! Document → sheet: puts every answer in its place and every word through [`Ink`].

use chrono::NaiveDate;
use domain::{
    Document,
    document::{
        Block, CheckQuestion, Choice, ContentSource, DocumentKind, Inline, PersonLine,
        ReviewStatus, Row, ServiceEntry, Words,
    },
};

use crate::{
    IDENTITY_COLOURS,
    answers::Filled,
    fields::{Across, entry, parts, value_of},
    ink::Ink,
    labels::Labels,
    model::{Band, CheckItem, FactRow, Mark, Piece, Run, ServiceRow, Sheet, TickRow},
};

/// Above this a story or card may break across pages; below it stays whole.
const LONG: usize = 2_400;

/// How the sheet is to look.
#[derive(Clone, Copy)]
pub(crate) struct Look {
    /// Large print.
    pub large: bool,
    /// Space drawn in a little.
    pub tight: bool,
    /// The day of printing, by which what was checked long ago is marked.
    pub today: NaiveDate,
}

/// Composes one document.
pub(crate) fn sheet(
    document: &Document,
    site: &str,
    labels: Labels,
    ink: &mut Ink<'_>,
    look: Look,
) -> Sheet {
    let filled = Filled::new(document);
    let band = document
        .person
        .as_ref()
        .map(|person| band(person, &labels, ink));
    let source = document.source.as_ref();
    let mut sheet = Sheet {
        title: ink.line(&document.title),
        number: source.map_or_else(String::new, |source| ink.short(&source.number)),
        module: source.map_or_else(String::new, |source| ink.line(&source.module)),
        purpose: ink.line(&document.purpose),
        lang: document.lang.tag(),
        paper: paper(document.kind),
        whose: document.kind == DocumentKind::Form
            && band.is_none()
            && document.blocks.iter().any(is_filled_in),
        draft: document.kind == DocumentKind::DraftNote,
        band,
        site: ink.short(site),
        foot: foot(document, &labels, ink),
        tight: look.tight,
        pieces: pieces(document, &filled, &labels, ink, look),
        lost: None,
        labels,
    };
    sheet.lost = sheet.labels.lost(ink.lost());
    sheet
}

const fn paper(kind: DocumentKind) -> &'static str {
    match kind {
        DocumentKind::Handout | DocumentKind::Guide | DocumentKind::Sheet => "handout",
        DocumentKind::DraftNote | DocumentKind::SignedNote => "note",
        DocumentKind::Form => "form",
        DocumentKind::Letter => "letter",
        DocumentKind::Certificate => "certificate",
        DocumentKind::Card => "card",
    }
}

/// Tells whether a block has places to fill.
const fn is_filled_in(block: &Block) -> bool {
    matches!(
        block,
        Block::Question { .. }
            | Block::Checklist { .. }
            | Block::Rating { .. }
            | Block::Worksheet { .. }
            | Block::KnowledgeCheck { .. }
    )
}

fn band(person: &PersonLine, labels: &Labels, ink: &mut Ink<'_>) -> Band {
    Band {
        name: ink.short(&person.name),
        record: record(person, labels, ink),
        colour: IDENTITY_COLOURS
            .get(usize::from(person.colour) % IDENTITY_COLOURS.len())
            .copied()
            .unwrap_or("#4A565B"),
    }
}

fn record(person: &PersonLine, labels: &Labels, ink: &mut Ink<'_>) -> String {
    if person.record_number.is_empty() {
        return String::new();
    }
    ink.short(&labels.record.replace("{number}", &person.record_number))
}

/// The footer: whose and when for a personal page, which text and how far reviewed for content.
fn foot(document: &Document, labels: &Labels, ink: &mut Ink<'_>) -> Vec<Vec<String>> {
    let mut first = match &document.person {
        Some(person) => vec![
            ink.short(&person.name),
            record(person, labels, ink),
            labels.day_in_words(document.date),
        ],
        None => vec![ink.short(&document.title)],
    };
    if document.kind == DocumentKind::DraftNote {
        first.push(labels.draft.clone());
    }
    let mut lines = vec![first];
    lines.extend(document.source.as_ref().map(|source| {
        vec![
            ink.short(&format!("{} {}", source.pack, source.version)),
            review(source, labels, ink),
        ]
    }));
    lines
}

pub(crate) fn review(source: &ContentSource, labels: &Labels, ink: &mut Ink<'_>) -> String {
    match &source.review {
        ReviewStatus::Draft => labels.not_reviewed.clone(),
        ReviewStatus::Reviewed { by, on } => ink.short(
            &labels
                .reviewed
                .replace("{by}", by)
                .replace("{on}", &labels.day_in_words(*on)),
        ),
    }
}

fn pieces(
    document: &Document,
    filled: &Filled<'_>,
    labels: &Labels,
    ink: &mut Ink<'_>,
    look: Look,
) -> Vec<Piece> {
    let mut pieces = Vec::with_capacity(document.blocks.len());
    // Headings must not skip a level (PDF/UA), so what stands below a section is level 3 and, before the first
    // section, level 2.
    let mut inside_section = false;
    let mut asked = 0;
    for block in &document.blocks {
        let level = if inside_section { 3 } else { 2 };
        if let Block::Heading { level: given, .. } = block {
            inside_section |= *given <= 2;
        }
        let mut piece = piece(block, level, filled, labels, ink, look);
        if document.kind == DocumentKind::Form {
            match (&mut piece, pieces.last_mut()) {
                (
                    Piece::Check {
                        first, questions, ..
                    },
                    _,
                ) => {
                    *first = asked + 1;
                    asked += questions.len();
                }
                // Who made an instrument is not what somebody came to read.
                (Piece::Facts { rows }, Some(Piece::Heading { text, .. })) => {
                    piece = Piece::Colophon {
                        title: std::mem::take(text),
                        rows: std::mem::take(rows),
                    };
                    pieces.pop();
                }
                _ => {}
            }
        }
        pieces.push(piece);
    }
    // A page break with nothing before or after it would print an empty page.
    while matches!(pieces.last(), Some(Piece::PageBreak)) {
        pieces.pop();
    }
    pieces
}

fn piece(
    block: &Block,
    level: u8,
    filled: &Filled<'_>,
    labels: &Labels,
    ink: &mut Ink<'_>,
    look: Look,
) -> Piece {
    match block {
        Block::Heading { level: given, text } => Piece::Heading {
            level: if *given <= 2 { 2 } else { level },
            text: ink.line(text),
        },
        Block::Paragraph { words } => Piece::Paragraph {
            runs: runs(words, ink),
        },
        Block::List { ordered, items } => Piece::List {
            ordered: *ordered,
            items: many_runs(items, ink),
        },
        Block::Quotation { words, source } => Piece::Quotation {
            said: ink.said(words),
            source: ink.line(source),
        },
        Block::KeyPoint { words, .. } => Piece::KeyPoint {
            runs: runs(words, ink),
        },
        Block::Story {
            title, paragraphs, ..
        } => Piece::Story {
            level,
            title: ink.line(title),
            long: paragraphs.iter().map(length).sum::<usize>() > LONG,
            paragraphs: many_runs(paragraphs, ink),
        },
        Block::Question { id, prompt, field } => Piece::Question {
            runs: runs(prompt, ink),
            entry: entry(
                field,
                filled.at(id, &field.id, 0, false),
                false,
                labels,
                ink,
            ),
        },
        Block::Checklist {
            id,
            title,
            intro,
            columns,
            rows,
            others,
        } => {
            let mut rows: Vec<TickRow> = rows
                .iter()
                .map(|row| {
                    tick_row(
                        row,
                        columns,
                        |column| filled.ticked(id, &row.id, column),
                        ink,
                    )
                })
                .collect();
            rows.extend((1..=*others).map(|number| {
                let said = filled.other(id, number).map(|words| ink.said(words));
                TickRow {
                    label: labels.other.clone(),
                    hint: String::new(),
                    ticks: vec![false; columns.len()],
                    free: true,
                    said,
                }
            }));
            Piece::Ticks {
                level,
                title: ink.line(title),
                intro: ink.line(intro),
                columns: columns
                    .iter()
                    .map(|column| ink.cell(&column.label))
                    .collect(),
                values: columns.iter().map(value_of).collect(),
                rows,
                round: false,
            }
        }
        Block::Rating {
            id,
            title,
            intro,
            levels,
            rows,
        } => Piece::Ticks {
            level,
            title: ink.line(title),
            intro: ink.line(intro),
            columns: levels.iter().map(|level| ink.cell(&level.label)).collect(),
            values: levels.iter().map(value_of).collect(),
            rows: rows
                .iter()
                .map(|row| {
                    tick_row(
                        row,
                        levels,
                        |choice| filled.ticked(id, &row.id, choice),
                        ink,
                    )
                })
                .collect(),
            round: true,
        },
        Block::Worksheet {
            id,
            title,
            intro,
            many,
            parts: given,
        } => Piece::Worksheet {
            level,
            title: ink.line(title),
            intro: ink.line(intro),
            parts: parts(
                id,
                *many,
                given,
                filled,
                labels,
                ink,
                Across::of(look.large),
            ),
        },
        Block::PracticeOptions { id, title, options } => Piece::Options {
            level,
            title: ink.line(title),
            marks: options
                .iter()
                .map(|option| Mark {
                    label: ink.line(&option.label),
                    value: String::new(),
                    ticked: filled.chosen_anywhere(id, option),
                })
                .collect(),
        },
        Block::RolePlay {
            title,
            scene,
            steps,
            look_for,
            ..
        } => Piece::RolePlay {
            level,
            title: ink.line(title),
            long: length(scene) + steps.iter().chain(look_for).map(length).sum::<usize>() > LONG,
            scene: runs(scene, ink),
            steps: many_runs(steps, ink),
            look_for: many_runs(look_for, ink),
        },
        // The right answers stay off the paper: it is a page to talk over, not a test to mark.
        Block::KnowledgeCheck {
            id,
            title,
            questions,
        } => Piece::Check {
            level,
            title: ink.line(title),
            first: 1,
            questions: questions
                .iter()
                .map(
                    |CheckQuestion {
                         id: field,
                         prompt,
                         choices,
                         ..
                     }| CheckItem {
                        prompt: ink.line(prompt),
                        marks: choices
                            .iter()
                            .map(|choice| Mark {
                                label: ink.line(&choice.label),
                                value: String::new(),
                                ticked: filled.ticked(id, field, choice),
                            })
                            .collect(),
                    },
                )
                .collect(),
        },
        Block::FormLink {
            title,
            purpose,
            words,
            ..
        } => Piece::FormLink {
            title: ink.line(title),
            purpose: ink.line(purpose),
            runs: runs(words, ink),
        },
        Block::Services {
            title,
            empty,
            entries,
            ..
        } => Piece::Services {
            level,
            title: ink.line(title),
            empty: ink.line(empty),
            rows: entries
                .iter()
                .map(|entry| service(entry, labels, ink, look.today))
                .collect(),
        },
        Block::Facts { rows } => Piece::Facts {
            rows: rows
                .iter()
                .map(|fact| FactRow {
                    label: ink.cell(&fact.label),
                    said: ink.said(&fact.value),
                })
                .collect(),
        },
        Block::Signature { name, at } => Piece::Signature {
            name: ink.line(name),
            at: ink.line(at),
        },
        Block::PageBreak => Piece::PageBreak,
    }
}

fn service(
    entry: &ServiceEntry,
    labels: &Labels,
    ink: &mut Ink<'_>,
    today: NaiveDate,
) -> ServiceRow {
    ServiceRow {
        name: ink.cell(&entry.name),
        what_for: ink.cell(&entry.what_for),
        phone: ink.cell(&entry.phone),
        hours: ink.cell(&entry.hours),
        checked: entry.checked_on.map_or_else(
            || labels.not_checked.clone(),
            |day| labels.day_in_words(day),
        ),
        long_ago: if entry.is_long_ago(today) {
            labels.checked_long_ago.clone()
        } else {
            String::new()
        },
    }
}

fn tick_row(
    row: &Row,
    columns: &[Choice],
    ticked: impl Fn(&Choice) -> bool,
    ink: &mut Ink<'_>,
) -> TickRow {
    TickRow {
        label: ink.line(&row.label),
        hint: ink.line(&row.hint),
        ticks: columns.iter().map(ticked).collect(),
        free: false,
        said: None,
    }
}

fn runs(words: &Words, ink: &mut Ink<'_>) -> Vec<Run> {
    let mut runs = Vec::new();
    for inline in words {
        let (text, voice) = match inline {
            Inline::Plain(text) => (text, "plain"),
            Inline::Strong(text) => (text, "strong"),
            Inline::Emphasis(text) => (text, "emphasis"),
        };
        // The lines of a note are facts of their own; run together they could not be read.
        for (place, line) in text.split('\n').enumerate() {
            if place > 0 {
                runs.push(Run {
                    text: String::new(),
                    voice: "break",
                });
            }
            runs.push(Run {
                text: ink.line(line),
                voice,
            });
        }
    }
    runs
}

fn many_runs(items: &[Words], ink: &mut Ink<'_>) -> Vec<Vec<Run>> {
    items.iter().map(|words| runs(words, ink)).collect()
}

fn length(words: &Words) -> usize {
    words
        .iter()
        .map(|inline| match inline {
            Inline::Plain(text) | Inline::Strong(text) | Inline::Emphasis(text) => text.len(),
        })
        .sum()
}
