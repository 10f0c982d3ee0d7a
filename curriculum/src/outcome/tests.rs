//! Outcome plans, as tables of what is due when.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

use domain::{event::EventDetails, outcome::MeasureAt};

use super::*;
use crate::{Curriculum, instrument::Fraction};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn plan() -> OutcomePlan {
    let plans = Curriculum::built_in().unwrap();
    plans.outcome_plan(&"danish-trial".into()).unwrap().clone()
}

fn copy(on: &str, answered: u16, value: Option<i32>) -> ScoredCopy {
    let fraction = |over| Fraction { over, under: 1 };
    ScoredCopy {
        sheet: "00000000-0000-7000-8000-000000000001".parse().unwrap(),
        form: "imr-scale-person".into(),
        on: day(on),
        score: Score {
            answered,
            items: 15,
            value: value.map(fraction),
            lowest: fraction(1),
            highest: fraction(5),
            other: None,
        },
    }
}

fn event(kind: EventKind, from: &str, until: Option<&str>, hours: Option<i32>) -> Event {
    Event {
        id: "00000000-0000-7000-8000-000000000002".parse().unwrap(),
        details: EventDetails {
            kind,
            from: day(from),
            until: until.map(day),
            hours: hours.map(|hours| Hundredths(hours * 100)),
            words: String::new(),
        },
    }
}

fn keyed(measure: &str, occasion: &str, taken: Taken) -> Measured {
    Measured {
        at: MeasureAt {
            plan: "danish-trial".into(),
            measure: measure.into(),
            occasion: occasion.into(),
        },
        taken,
        words: "said by telephone".to_owned(),
    }
}

/// What became of a measure on each occasion, from 3 January 2026 on, in short words.
fn states(measure: &str, results: Results<'_>, today: &str) -> Vec<String> {
    let cells = standing(&plan(), day("2026-01-03"), results, day(today));
    let cells = cells.iter().filter(|cell| cell.measure.as_str() == measure);
    cells
        .map(|cell| match &cell.state {
            OutcomeState::Ahead => "ahead".to_owned(),
            OutcomeState::Due => "due".to_owned(),
            OutcomeState::Overdue => "overdue".to_owned(),
            OutcomeState::Filled { on, score, .. } => {
                format!("{on}: {}", score.value.unwrap().hundredths())
            }
            OutcomeState::Short { on, score, .. } => format!("{on}: {} only", score.answered),
            OutcomeState::Keyed { on, value, typed } => match value {
                Some(value) => format!("{on}: {}", value.plain()),
                None => format!("{on}: “{typed}”"),
            },
            OutcomeState::Counted { from, value } => format!("since {from}: {}", value.plain()),
            OutcomeState::Not { why } => format!("{why:?}"),
        })
        .collect()
}

const NOTHING: Results<'static> = Results {
    keyed: &[],
    copies: &[],
    events: &[],
};

#[test]
fn a_measure_is_due_in_the_weeks_around_its_day_and_overdue_after_them() {
    for (today, first, second) in [
        ("2025-11-01", "ahead", "ahead"),
        ("2026-01-03", "due", "ahead"),
        ("2026-01-31", "due", "ahead"),
        ("2026-02-01", "overdue", "ahead"),
        ("2026-08-21", "overdue", "ahead"),
        ("2026-08-22", "overdue", "due"),
        ("2026-10-03", "overdue", "due"),
        ("2026-11-14", "overdue", "due"),
        ("2026-11-15", "overdue", "overdue"),
    ] {
        let states = states("imr-person", NOTHING, today);
        assert_eq!(states, [first, second, "ahead"], "{today}");
    }
}

#[test]
fn a_copy_belongs_to_the_nearest_occasion_that_allows_it() {
    for (on, states_then) in [
        ("2026-01-20", ["2026-01-20: 300", "overdue", "ahead"]),
        ("2026-10-30", ["overdue", "2026-10-30: 300", "ahead"]),
        // Half a year in, it belongs to neither.
        ("2026-06-01", ["overdue", "overdue", "ahead"]),
    ] {
        let copies = [copy(on, 15, Some(3))];
        let results = Results {
            copies: &copies,
            ..NOTHING
        };
        assert_eq!(
            states("imr-person", results, "2026-12-24"),
            states_then,
            "{on}"
        );
    }
    // Of several the nearest counts; one that nobody began is passed over, one with too few answers has no score.
    let copies = [
        copy("2026-01-20", 15, Some(4)),
        copy("2026-01-05", 15, Some(2)),
        copy("2026-01-03", 0, None),
        copy("2026-10-03", 9, None),
    ];
    let results = Results {
        copies: &copies,
        ..NOTHING
    };
    assert_eq!(
        states("imr-person", results, "2026-12-24"),
        ["2026-01-05: 200", "2026-10-03: 9 only", "ahead"]
    );
    assert_eq!(
        states("imr-practitioner", results, "2026-12-24")[0],
        "overdue"
    );
}

#[test]
fn what_was_keyed_in_stands_first() {
    let copies = [copy("2026-01-05", 15, Some(2))];
    let one = [
        keyed(
            "imr-person",
            "baseline",
            Taken::Number {
                on: day("2026-01-04"),
                value: Hundredths(347),
            },
        ),
        keyed(
            "functioning",
            "baseline",
            Taken::AsTyped {
                on: day("2026-01-04"),
                value: "about 50".to_owned(),
            },
        ),
        keyed(
            "functioning",
            "end",
            Taken::Not {
                why: Missing::Refused,
            },
        ),
        keyed(
            "admissions",
            "baseline",
            Taken::Number {
                on: day("2026-01-04"),
                value: Hundredths(200),
            },
        ),
    ];
    let results = Results {
        keyed: &one,
        copies: &copies,
        events: &[],
    };
    assert_eq!(
        states("imr-person", results, "2026-02-01")[0],
        "2026-01-04: 3.47"
    );
    assert_eq!(
        states("functioning", results, "2026-02-01"),
        ["2026-01-04: “about 50”", "Refused", "ahead"]
    );
    assert_eq!(
        states("admissions", results, "2026-02-01")[0],
        "2026-01-04: 2"
    );
    let cells = standing(&plan(), day("2026-01-03"), results, day("2026-02-01"));
    assert!(cells.iter().any(|cell| cell.words == "said by telephone"));
}

#[test]
fn counts_cover_the_time_since_the_occasion_before_and_wait_until_it_is_over() {
    let events = [
        event(EventKind::Admission, "2024-12-30", Some("2025-01-10"), None),
        event(EventKind::Admission, "2025-06-01", Some("2025-06-11"), None),
        event(EventKind::Admission, "2026-09-30", Some("2026-10-10"), None),
        event(EventKind::Contact, "2026-01-03", None, None),
        event(EventKind::Contact, "2026-01-04", None, None),
        event(EventKind::Work, "2026-09-01", None, Some(12)),
        event(EventKind::Study, "2026-01-01", Some("2026-02-01"), Some(3)),
    ];
    let results = Results {
        events: &events,
        ..NOTHING
    };
    assert_eq!(
        states("admissions", results, "2026-10-03"),
        ["since 2025-01-03: 1", "since 2026-01-03: 1", "ahead"]
    );
    assert_eq!(states("admissions", results, "2026-10-02")[1], "ahead");
    assert_eq!(
        states("nights", results, "2026-12-01"),
        // Seven nights of the first stay lie in the year before, three of the last one before the day itself.
        ["since 2025-01-03: 17", "since 2026-01-03: 3", "ahead"]
    );
    assert_eq!(
        states("contacts", results, "2026-12-01")[..2],
        ["since 2025-01-03: 1", "since 2026-01-03: 1"]
    );
}

#[test]
fn every_plan_that_ships_says_where_each_part_comes_from() {
    let curriculum = Curriculum::built_in().unwrap();
    let plans: Vec<&str> = curriculum
        .outcome_plans()
        .iter()
        .map(|plan| plan.id.as_str())
        .collect();
    assert_eq!(plans, ["danish-trial", "three-parts"]);
    for plan in curriculum.outcome_plans() {
        for lang in domain::Lang::ALL {
            assert_eq!(plan.title.get_with_lang(lang).0, lang, "{:?}", plan.id);
            for measure in plan.measures() {
                assert_eq!(
                    measure.source.get_with_lang(lang).0,
                    lang,
                    "{:?}",
                    measure.id
                );
            }
        }
    }
}
