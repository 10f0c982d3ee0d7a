//! Results over time by two raters, and a table to read.

use domain::{
    Document, Lang,
    document::{Block, Chart, DocumentKind, Hundredths, Inline, Point, Series, Table},
};

use super::{day, maria, words};

/// Points of a line, from days such as "2026-09-01" and hundredths.
pub fn points(of: &[(&str, i32)]) -> Vec<Point> {
    of.iter()
        .map(|(on, value)| Point {
            on: on.parse().unwrap(),
            value: Hundredths(*value),
        })
        .collect()
}

/// A chart of two raters, who met on three days and disagreed.
pub fn chart() -> Chart {
    Chart {
        title: "How it goes".into(),
        lowest: Hundredths(100),
        highest: Hundredths(500),
        low: "a hard time".into(),
        high: "a good time".into(),
        series: vec![
            Series {
                name: "Maria".into(),
                points: points(&[
                    ("2026-11-10", 425),
                    ("2026-09-01", 150),
                    ("2026-10-06", 300),
                ]),
            },
            Series {
                name: "Kari Nordmann".into(),
                points: points(&[("2026-09-01", 200), ("2026-11-10", 333)]),
            },
        ],
    }
}

/// A sheet with a chart and a table.
pub fn results(lang: Lang) -> Document {
    let cell = |text: &str| vec![Inline::Plain(text.into())];
    Document {
        kind: DocumentKind::Sheet,
        title: "Results so far".into(),
        purpose: "To look at together, and to talk about.".into(),
        lang,
        person: Some(maria()),
        date: day(),
        source: None,
        topic: None,
        sheet: None,
        weighed: None,
        blocks: vec![
            Block::Chart(chart()),
            Block::Paragraph {
                words: words(
                    "The line shows what was written down. What it means is for the two of you to say.",
                ),
            },
            Block::Table(Table {
                title: "What was tried".into(),
                columns: vec!["When".into(), "What".into(), "How it went".into()],
                rows: vec![
                    vec![
                        cell("September"),
                        cell("A walk of ten minutes with Ann"),
                        cell("Three times of four"),
                    ],
                    vec![
                        cell("October"),
                        vec![
                            Inline::Strong("Going to bed".into()),
                            Inline::Plain(" at about the same time".into()),
                        ],
                        cell("Most nights"),
                    ],
                ],
            }),
        ],
        answers: Vec::new(),
    }
}
