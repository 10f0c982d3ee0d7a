//! Paper for supervision: what the mirror counts, and the log. It names nobody who is met: no name, no record number, and no
//! word that anybody wrote about a person.

use chrono::NaiveDate;
use domain::{
    Document, Lang,
    calendar::long_date,
    document::{Block, Fact, Inline},
    fidelity::MirrorCount,
    supervision::{Supervision, SupervisionKind},
};
use store::Store;

use super::ours::{self, heading, paragraph};
use crate::{
    app::App,
    error::Result,
    read::{
        labels::{Labels, MirrorLabels},
        mirror, supervision,
    },
    wire::MirrorLine,
};

/// The shortest word of a name that is looked for: shorter ones stand in every text.
const SHORTEST: usize = 3;

/// The sheet of a quarter: counts and levels, and nothing that was written.
pub(super) fn sheet(app: &App, store: &Store, on: NaiveDate, lang: Lang) -> Result<Document> {
    let labels = &Labels::of(lang).mirror;
    let view = mirror::look(app, store, Some(on), None, lang)?;
    let fact = |label: &str, value: String| Fact {
        label: label.to_owned(),
        value,
    };
    let mut blocks = vec![
        Block::Facts {
            rows: vec![
                fact(
                    &labels.quarter,
                    format!(
                        "{} – {}",
                        long_date(lang, view.from),
                        long_date(lang, view.until)
                    ),
                ),
                fact(&labels.people, view.seen.len().to_string()),
                fact(&labels.sessions, view.sessions.to_string()),
            ],
        },
        paragraph(&labels.no_assessment),
    ];
    let (scale, elements): (Vec<&MirrorLine>, Vec<&MirrorLine>) =
        view.items.iter().partition(|line| line.number.is_some());
    for (title, lines) in [(&labels.fidelity, scale), (&labels.integrity, elements)] {
        blocks.push(heading(title));
        blocks.push(Block::Facts {
            rows: lines
                .into_iter()
                .map(|line| of_line(labels, line))
                .collect(),
        });
    }
    blocks.push(heading(&labels.log));
    let meetings = store.supervisions()?;
    let during: Vec<Supervision> = meetings
        .into_iter()
        .filter(|meeting| (view.from..=view.until).contains(&meeting.details.on))
        .collect();
    let year = view.until.checked_sub_months(chrono::Months::new(12));
    blocks.push(Block::Facts {
        rows: vec![
            fact(&labels.meetings, during.len().to_string()),
            fact(
                &labels.units,
                supervision::units(&store.supervisions()?, year.unwrap_or(view.from)).to_string(),
            ),
        ],
    });
    let head = ours::Head {
        lang,
        title: &labels.sheet,
        purpose: &labels.sheet_purpose,
        person: None,
    };
    Ok(ours::document(app, &head, blocks))
}

fn of_line(labels: &MirrorLabels, line: &MirrorLine) -> Fact {
    let number = line
        .number
        .map(|number| format!("{number}. "))
        .unwrap_or_default();
    let counted = line.count.map(|count| match count {
        MirrorCount::Share { part, whole } => labels
            .share
            .replace("{part}", &part.to_string())
            .replace("{whole}", &whole.to_string()),
        MirrorCount::Largest { people } => labels.largest.replace("{people}", &people.to_string()),
        MirrorCount::Topics { covered, of } => labels
            .covered
            .replace("{part}", &covered.to_string())
            .replace("{whole}", &of.to_string()),
    });
    let level = line
        .level
        .or(line.chosen)
        .map(|level| labels.level.replace("{level}", &level.to_string()));
    let said = line
        .chosen
        .and_then(|chosen| line.steps.get(usize::from(chosen).checked_sub(1)?).cloned());
    let unverified = line.unverified.then(|| labels.unverified.clone());
    let parts: Vec<String> = [counted, said, level, unverified]
        .into_iter()
        .flatten()
        .collect();
    Fact {
        label: format!("{number}{}", line.title),
        value: if parts.is_empty() {
            labels.not_said.clone()
        } else {
            parts.join(" · ")
        },
    }
}

/// The log of supervision and training, the newest first.
pub(super) fn log(app: &App, store: &Store, lang: Lang) -> Result<Document> {
    let labels = &Labels::of(lang).mirror;
    let names = names(store)?;
    let meetings = store.supervisions()?;
    let mut blocks = Vec::new();
    if meetings.is_empty() {
        blocks.push(paragraph(&labels.log_empty));
    }
    for meeting in &meetings {
        blocks.extend(of_meeting(labels, lang, &names, meeting));
    }
    let head = ours::Head {
        lang,
        title: &labels.log,
        purpose: &labels.log_purpose,
        person: None,
    };
    Ok(ours::document(app, &head, blocks))
}

fn of_meeting(
    labels: &MirrorLabels,
    lang: Lang,
    names: &[String],
    meeting: &Supervision,
) -> Vec<Block> {
    let details = &meeting.details;
    let kind = match details.kind {
        SupervisionKind::Supervision => &labels.kind_supervision,
        SupervisionKind::Course => &labels.kind_course,
        SupervisionKind::Training => &labels.kind_training,
        SupervisionKind::Observed => &labels.kind_observed,
    };
    let text = |words: &str| {
        if names_somebody(words, names) {
            labels.left_out.clone()
        } else {
            words.to_owned()
        }
    };
    let rows: Vec<Fact> = [
        (
            &labels.minutes,
            details.minutes.map(|n| n.to_string()).unwrap_or_default(),
        ),
        (
            &labels.met,
            details.met.map(|n| n.to_string()).unwrap_or_default(),
        ),
        (&labels.who, text(&details.who)),
        (&labels.practised, text(&details.practised)),
        (&labels.words, text(&details.words)),
    ]
    .into_iter()
    .filter(|(_, value)| !value.trim().is_empty())
    .map(|(label, value)| Fact {
        label: label.clone(),
        value,
    })
    .collect();
    let mut blocks = vec![heading(&format!("{}: {kind}", long_date(lang, details.on)))];
    if rows.is_empty() {
        blocks.push(Block::Paragraph {
            words: vec![Inline::Plain(labels.not_said.clone())],
        });
    } else {
        blocks.push(Block::Facts { rows });
    }
    blocks
}

/// Every word of a name, and every record number, of anybody in the vault.
fn names(store: &Store) -> Result<Vec<String>> {
    let people = store.everybody()?;
    let words = people.iter().flat_map(|person| {
        let name = person
            .details
            .preferred_name
            .split(|c: char| !c.is_alphanumeric());
        name.map(str::to_lowercase)
            .filter(|word| word.chars().count() >= SHORTEST)
            .chain(
                Some(person.details.record_number.trim().to_lowercase()).filter(|n| !n.is_empty()),
            )
    });
    Ok(words.collect())
}

fn names_somebody(text: &str, names: &[String]) -> bool {
    let text = text.to_lowercase();
    let mut words = text.split(|c: char| !c.is_alphanumeric());
    words.any(|word| names.iter().any(|name| name == word))
        || names.iter().any(|name| {
            name.contains(|c: char| !c.is_alphanumeric()) && text.contains(name.as_str())
        })
}

#[cfg(test)]
mod tests {
    use super::names_somebody;

    #[test]
    fn a_text_that_names_somebody_is_known_by_whole_words_and_record_numbers() {
        let names = ["maria", "holm", "04-17"].map(str::to_owned);
        for (text, named) in [
            ("A role play about asking for help", false),
            ("Role play: Maria asks", true),
            ("on the holmen", false),
            ("record 04-17", true),
            ("", false),
        ] {
            assert_eq!(names_somebody(text, &names), named, "{text}");
        }
    }
}
