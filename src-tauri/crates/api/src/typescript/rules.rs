//! The rules of the work that the page shows and the core keeps: phases, note sections, techniques, how a day is written.

use std::collections::BTreeMap;

use domain::{
    Lang,
    calendar::{Calendar, DAYS_AHEAD, EARLIEST_DAY},
    note::{NoteFormat, NoteSectionKind},
    session::{Phase, Technique, TechniqueFamily},
};
use serde::Serialize;

/// Returns the rules as constants.
pub(super) fn rules() -> String {
    let phases: Vec<_> = Phase::ALL
        .into_iter()
        .map(|phase| PhaseRule {
            phase,
            minutes: phase.minutes(),
        })
        .collect();
    let judged: Vec<_> = NoteSectionKind::ALL
        .into_iter()
        .filter(|kind| kind.asks_judgement())
        .collect();
    let formats: BTreeMap<NoteFormat, &[NoteSectionKind]> = NoteFormat::ALL
        .into_iter()
        .map(|format| (format, format.sections()))
        .collect();
    let mut techniques: BTreeMap<TechniqueFamily, Vec<Technique>> = BTreeMap::new();
    for technique in Technique::ALL {
        techniques
            .entry(technique.family())
            .or_default()
            .push(technique);
    }
    let dates: BTreeMap<Lang, Calendar> = Lang::ALL
        .into_iter()
        .map(|lang| (lang, Calendar::of(lang)))
        .collect();
    let constants = [
        constant(
            "The phases of a session in order, with the minutes suggested for each, from and to.",
            "PHASES",
            "readonly { readonly phase: Phase; readonly minutes: readonly [number, number] }[]",
            &phases,
        ),
        constant(
            "The formats of a note, each with its sections in order.",
            "NOTE_FORMATS",
            "Readonly<Record<NoteFormat, readonly NoteSectionKind[]>>",
            &formats,
        ),
        constant(
            "Those that ask for the practitioner's own judgement, which is never drafted.",
            "JUDGEMENT_SECTIONS",
            "readonly NoteSectionKind[]",
            &judged,
        ),
        constant(
            "The techniques by family, in the order of the progress note.",
            "TECHNIQUES",
            "Readonly<Record<TechniqueFamily, readonly Technique[]>>",
            &techniques,
        ),
        constant(
            "How a day is written: weekdays from Monday, and `{day}`, `{month}`, `{year}`, `{weekday}` to fill.",
            "DATES",
            "Readonly<Record<Lang, { readonly months: readonly string[]; readonly weekdays: readonly string[]; \
             readonly longDate: string; readonly longDay: string; readonly figures: string }>>",
            &dates,
        ),
        constant(
            "The days the record takes: from the earliest to so many days ahead of today.",
            "DAY_RANGE",
            "{ readonly earliest: string; readonly daysAhead: number }",
            &DayRange {
                earliest: EARLIEST_DAY.to_string(),
                days_ahead: DAYS_AHEAD,
            },
        ),
    ];
    format!("{IMPORTS}\n{}", constants.join("\n"))
}

const IMPORTS: &str = "import type { Lang, NoteFormat, NoteSectionKind, Phase, Technique, TechniqueFamily } from './types'\n";

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct DayRange {
    earliest: String,
    days_ahead: u64,
}

#[derive(Serialize)]
struct PhaseRule {
    phase: Phase,
    minutes: (u8, u8),
}

fn constant(doc: &str, name: &str, kind: &str, value: &impl Serialize) -> String {
    format!(
        "/** {doc} */\nexport const {name}: {kind} = {}\n",
        json(value)
    )
}

/// Writes a value that holds nothing but names, numbers and words of ours.
#[expect(
    clippy::expect_used,
    reason = "constants of this program, written by a test"
)]
pub(super) fn json(value: &impl Serialize) -> String {
    serde_json::to_string(value).expect("a constant is JSON")
}
