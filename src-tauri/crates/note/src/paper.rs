//! Lays a note out as a neutral document: head, sections, signature, addenda.

use chrono::NaiveDate;
use domain::{
    Document, Lang,
    calendar::long_date,
    document::{Block, DocumentKind, Fact, Inline, PersonLine},
    meeting::MeetingFormat,
    note::{
        Addendum, AddendumKind, ChainTip, Note, NoteFacts, NoteSection, NoteSectionKind, NoteState,
    },
    person::Person,
    session::SessionRecord,
};

use crate::{
    lines::{fill, is_blank, moment},
    phrases::Phrases,
};

/// What stands on the paper beside the note's own text.
#[derive(Clone, Debug)]
pub struct Head {
    /// What is printed of the person and the session: as it was signed, or as it is now for a draft.
    pub facts: NoteFacts,
    /// The person's identity colour.
    pub colour: u8,
    /// The name and title that would sign a draft; a signed note carries its own.
    pub signature: String,
}

/// Gathers what is printed with a note of this session, if it were signed now.
pub fn facts(
    record: &SessionRecord,
    person: &Person,
    practitioners: Vec<String>,
    site: String,
) -> NoteFacts {
    let mut editions: Vec<_> = record
        .topics
        .iter()
        .map(|topic| topic.edition.clone())
        .collect();
    editions.sort();
    editions.dedup();
    NoteFacts {
        name: person.details.preferred_name.clone(),
        record_number: person.details.record_number.clone(),
        number: record.number,
        minutes: record.minutes(),
        entered_on: record.entered_on(),
        place: record.place.clone(),
        site,
        meeting: record.format,
        practitioners,
        editions,
    }
}

/// Makes the document of a note, printed `on` a day.
///
/// The document speaks of the day of the session, so its date is the note's; the day of printing stands in the head.
/// Empty sections are left out, but an empty judgement is named, since a reader must be able to tell "not stated" from
/// "nothing to state".
pub fn document(note: &Note, head: &Head, on: NaiveDate) -> Document {
    let phrases = Phrases::of(note.lang);
    let mut blocks = vec![Block::Facts {
        rows: head_rows(phrases, note, head, on),
    }];
    for section in sections(note) {
        blocks.push(Block::Heading {
            level: 2,
            text: section.heading,
        });
        blocks.extend(section.blocks);
    }
    blocks.extend(signature(phrases, note, head));
    let (co_signed, added): (Vec<_>, Vec<_>) = note
        .addenda
        .iter()
        .partition(|addendum| addendum.kind == AddendumKind::CoSignature);
    for signature in co_signed {
        blocks.extend(co_signature(phrases, note.lang, signature));
    }
    if !added.is_empty() {
        blocks.push(Block::Heading {
            level: 2,
            text: phrases.paper.addenda.clone(),
        });
        for addendum in added {
            blocks.extend(addendum_blocks(note.lang, addendum));
        }
    }
    Document {
        kind: match note.state {
            NoteState::Draft => DocumentKind::DraftNote,
            NoteState::Signed { .. } => DocumentKind::SignedNote,
        },
        title: phrases.title.clone(),
        purpose: match head.facts.meeting {
            MeetingFormat::Group => phrases.purpose_group.clone(),
            MeetingFormat::OneToOne | MeetingFormat::WithSupporters => phrases.purpose.clone(),
        },
        lang: note.lang,
        person: Some(PersonLine {
            name: head.facts.name.clone(),
            record_number: head.facts.record_number.clone(),
            colour: head.colour,
        }),
        date: note.on,
        source: None,
        topic: None,
        sheet: None,
        weighed: None,
        blocks,
        answers: Vec::new(),
    }
}

fn head_rows(phrases: &Phrases, note: &Note, head: &Head, on: NaiveDate) -> Vec<Fact> {
    let labels = &phrases.paper;
    let printed = &head.facts;
    let entered = printed.entered_on;
    let entered = entered.map_or_else(String::new, |day| long_date(note.lang, day));
    let length = printed.minutes.map_or_else(String::new, |minutes| {
        fill(&labels.minutes, &[("number", &minutes.to_string())])
    });
    rows(&[
        (&labels.name, &printed.name),
        (&labels.record_number, &printed.record_number),
        (&labels.date, &long_date(note.lang, note.on)),
        (&labels.entered, &entered),
        (&labels.meeting, &printed.number.to_string()),
        (&labels.length, &length),
        (&labels.place, &printed.place),
        (&labels.led_by, &led_by(note, printed)),
        (&labels.site, &printed.site),
        (&labels.printed, &long_date(note.lang, on)),
    ])
}

/// Who led the meeting, where that is not just the one who signs.
fn led_by(note: &Note, printed: &NoteFacts) -> String {
    match (&note.state, printed.practitioners.as_slice()) {
        (NoteState::Signed { by, .. }, [one]) if one == by => String::new(),
        (NoteState::Draft, [_]) => String::new(),
        (_, leaders) => leaders.join("; "),
    }
}

/// Makes rows of the pairs that have a value.
fn rows(pairs: &[(&str, &str)]) -> Vec<Fact> {
    pairs
        .iter()
        .filter(|(_, value)| !is_blank(value))
        .map(|(label, value)| Fact {
            label: (*label).to_owned(),
            value: (*value).to_owned(),
        })
        .collect()
}

/// One section, or one addition, as it is printed.
#[derive(Clone, Debug)]
pub struct Printed {
    /// Which section; `None` for an addition, and for text from an earlier format.
    pub kind: Option<NoteSectionKind>,
    /// Its heading.
    pub heading: String,
    /// Paragraphs, and the facts of an addition.
    pub blocks: Vec<Block>,
}

/// Returns the title of a note; that of a draft says that it is one.
pub fn title(note: &Note) -> String {
    let phrases = Phrases::of(note.lang);
    match note.state {
        NoteState::Draft => fill(&phrases.paper.draft, &[("title", &phrases.title)]),
        NoteState::Signed { .. } => phrases.title.clone(),
    }
}

/// Returns the sections of a note in its language, those left out that say nothing and have nothing to say.
pub fn sections(note: &Note) -> Vec<Printed> {
    let phrases = Phrases::of(note.lang);
    let belongs = |section: &NoteSection| note.format.has(section.kind);
    let says_something = |section: &&NoteSection| {
        !is_blank(&section.text)
            || !is_blank(&section.judgement)
            || belongs(section) && section.kind.asks_judgement()
    };
    let printed = |section: &NoteSection| {
        let heading = phrases.headings.of(section.kind);
        Printed {
            kind: belongs(section).then_some(section.kind),
            heading: if belongs(section) {
                heading.to_owned()
            } else {
                fill(&phrases.paper.earlier_format, &[("heading", heading)])
            },
            blocks: section_blocks(phrases, section, belongs(section)),
        }
    };
    let sections = note.sections.iter();
    sections.filter(says_something).map(printed).collect()
}

/// Returns what was added to a note after signing, each addition by itself.
pub fn additions(note: &Note) -> Vec<Printed> {
    let labels = &Phrases::of(note.lang).paper;
    let printed = |addendum: &Addendum| Printed {
        kind: None,
        heading: match addendum.kind {
            AddendumKind::Addition => labels.addenda.clone(),
            AddendumKind::CoSignature => labels.co_signed.clone(),
        },
        blocks: addendum_blocks(note.lang, addendum),
    };
    note.addenda.iter().map(printed).collect()
}

fn section_blocks(phrases: &Phrases, section: &NoteSection, belongs: bool) -> Vec<Block> {
    let mut blocks: Vec<Block> = paragraphs(&section.text).collect();
    if section.unconfirmed {
        blocks.push(Block::Paragraph {
            words: vec![Inline::Emphasis(phrases.paper.unconfirmed.clone())],
        });
    }
    if belongs && section.kind.asks_judgement() || !is_blank(&section.judgement) {
        let words = if is_blank(&section.judgement) {
            &phrases.paper.not_stated
        } else {
            &section.judgement
        };
        let (first, rest) = words.split_once("\n\n").unwrap_or((words, ""));
        // Under the heading "Assessment" it would be said twice.
        let words = if section.kind == NoteSectionKind::Assessment {
            vec![Inline::Plain(first.to_owned())]
        } else {
            vec![
                Inline::Strong(phrases.paper.assessment.clone()),
                Inline::Plain(format!(" {first}")),
            ]
        };
        blocks.push(Block::Paragraph { words });
        blocks.extend(paragraphs(rest));
    }
    blocks
}

/// Parts a text at its empty lines; single line breaks stay inside the paragraph.
fn paragraphs(text: &str) -> impl Iterator<Item = Block> {
    text.split("\n\n")
        .filter(|part| !is_blank(part))
        .map(|part| Block::Paragraph {
            words: vec![Inline::Plain(part.trim_matches('\n').to_owned())],
        })
}

fn signature(phrases: &Phrases, note: &Note, head: &Head) -> Vec<Block> {
    match &note.state {
        NoteState::Draft => vec![Block::Signature {
            name: head.signature.clone(),
            at: String::new(),
        }],
        NoteState::Signed {
            at,
            by,
            number,
            seal,
            chain,
            ..
        } => vec![
            Block::Signature {
                name: by.clone(),
                at: moment(note.lang, at.local().naive_local()),
            },
            Block::Facts {
                rows: rows(&[
                    (&phrases.paper.note_number, &number.to_string()),
                    (&phrases.paper.seal, &in_groups(seal)),
                    (&phrases.paper.chain, &chain_words(chain)),
                ]),
            },
        ],
    }
}

/// The place of the note in the audit trail and the hash of everything up to it: who holds the sheet can show what stood
/// before it.
fn chain_words(chain: &ChainTip) -> String {
    format!("{} · {}", chain.sequence, in_groups(&chain.hash))
}

/// Parts a seal into groups of eight, so that it can be read aloud and wraps on a narrow page.
fn in_groups(seal: &str) -> String {
    let characters: Vec<char> = seal.chars().collect();
    let groups: Vec<String> = characters
        .chunks(8)
        .map(|group| group.iter().collect())
        .collect();
    groups.join(" ")
}

/// A second practitioner's signature: a line of its own under the first.
fn co_signature(phrases: &Phrases, lang: Lang, signed: &Addendum) -> Vec<Block> {
    let mut blocks = vec![
        Block::Signature {
            name: signed.by.clone(),
            at: moment(lang, signed.at.local().naive_local()),
        },
        Block::Facts {
            rows: rows(&[
                (&phrases.paper.co_signed, &signed.by),
                (&phrases.paper.seal, &in_groups(&signed.seal)),
            ]),
        },
    ];
    blocks.extend(paragraphs(&signed.words));
    blocks
}

fn addendum_blocks(lang: Lang, addendum: &Addendum) -> Vec<Block> {
    let labels = &Phrases::of(lang).paper;
    let mut blocks = vec![Block::Facts {
        rows: rows(&[
            (
                &labels.added_at,
                &moment(lang, addendum.at.local().naive_local()),
            ),
            (&labels.added_by, &addendum.by),
            (&labels.added_because, &addendum.reason),
        ]),
    }];
    blocks.extend(paragraphs(&addendum.words));
    blocks
}
