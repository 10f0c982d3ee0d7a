//! A drawing of a figure: lines, circles and the places of words, in a file of its own. No words, and nothing that runs.

use domain::document::{Anchor, Dash, Drawing, Drawn, Fill, Line, Pen, Spot, Stroke};

use super::shape::Sketch;
use crate::{
    problem::{Report, Source},
    read::{Keys, Value, parse},
};

/// How large the grid of a drawing may be on each side.
const LARGEST: i32 = 2_000;

/// How far outside the grid a line may go.
const OUTSIDE: i32 = 100;

/// The most shapes of a drawing.
const MOST_SHAPES: usize = 400;

/// The most steps of a path.
const MOST_STEPS: usize = 600;

const LINES: [(&str, Line); 4] = [
    ("none", Line::None),
    ("thin", Line::Thin),
    ("normal", Line::Normal),
    ("bold", Line::Bold),
];
const DASHES: [(&str, Dash); 2] = [("dashed", Dash::Dashed), ("dotted", Dash::Dotted)];
const FILLS: [(&str, Fill); 3] = [
    ("paper", Fill::Paper),
    ("soft", Fill::Soft),
    ("ink", Fill::Ink),
];
const ANCHORS: [(&str, Anchor); 3] = [
    ("start", Anchor::Start),
    ("middle", Anchor::Middle),
    ("end", Anchor::End),
];

/// Reads a drawing.
pub(crate) fn sketch(source: &Source<'_>, report: &mut Report) -> Option<Sketch> {
    let table = parse(source, report)?;
    let keys = Keys::open(source, &table, 0, &["size", "shape"], report);
    let size = keys
        .need("size", "[1000, 600]", report)
        .map(|value| numbers::<2>(&value, 100..=LARGEST, report));
    let [width, height] = size.unwrap_or([100, 100]);
    let mut sketch = Sketch {
        drawing: Drawing {
            width: width.unsigned_abs(),
            height: height.unsigned_abs(),
            shapes: Vec::new(),
        },
        labels: Vec::new(),
    };
    let mut ids = Vec::new();
    for shape in keys.items(
        "shape",
        "[{ path = \"M 0 0 L 9 9\" }]",
        1..=MOST_SHAPES,
        report,
    ) {
        drawn(&shape, &mut sketch, &mut ids, report);
    }
    keys.once_each(&ids, report);
    sketch.labels = ids.into_iter().map(|id| id.it).collect();
    Some(sketch)
}

fn drawn(
    value: &Value<'_>,
    sketch: &mut Sketch,
    ids: &mut Vec<crate::problem::At<String>>,
    report: &mut Report,
) {
    let Some(all) = value.ids(report) else {
        return;
    };
    let own: &[&str] = if all.find("label").is_some() {
        &["label", "at", "anchor", "strong"]
    } else if all.find("circle").is_some() {
        &["circle", "line", "dash", "fill"]
    } else {
        &["path", "line", "dash", "fill"]
    };
    let Some(keys) = value.table(own, report) else {
        return;
    };
    let shape = if keys.find("label").is_some() {
        ids.push(keys.slug("label", report));
        let at = keys
            .need("at", "[500, 300]", report)
            .map(|value| numbers::<2>(&value, 0..=LARGEST, report));
        let [across, down] = at.unwrap_or([0, 0]);
        Drawn::Label {
            at: Spot(across, down),
            anchor: maybe(&keys, "anchor", &ANCHORS, report),
            strong: keys.switch("strong", report),
            lines: Vec::new(),
        }
    } else if let Some(circle) = keys.find("circle") {
        let [across, down, radius] = numbers::<3>(&circle, -OUTSIDE..=LARGEST, report);
        Drawn::Circle {
            middle: Spot(across, down),
            radius: radius.unsigned_abs(),
            pen: pen(&keys, report),
        }
    } else {
        let written = keys.text("path", report);
        let steps = steps(&written.it).unwrap_or_else(|what| {
            keys.fault_at(written.line, what, PATH_INSTEAD, report);
            Vec::new()
        });
        Drawn::Path {
            steps,
            pen: pen(&keys, report),
        }
    };
    sketch.drawing.shapes.push(shape);
}

fn pen(keys: &Keys<'_>, report: &mut Report) -> Pen {
    Pen {
        line: maybe(keys, "line", &LINES, report),
        dash: maybe(keys, "dash", &DASHES, report),
        fill: maybe(keys, "fill", &FILLS, report),
    }
}

fn maybe<T: Copy + Default>(
    keys: &Keys<'_>,
    key: &str,
    names: &[(&'static str, T)],
    report: &mut Report,
) -> T {
    match keys.find(key) {
        Some(_) => keys.one_of(key, names, report).unwrap_or_default(),
        None => T::default(),
    }
}

/// Reads so many whole numbers.
fn numbers<const N: usize>(
    value: &Value<'_>,
    range: std::ops::RangeInclusive<i32>,
    report: &mut Report,
) -> [i16; N] {
    let mut numbers = [0; N];
    let items = value.items(N..=N, report);
    for (number, item) in numbers.iter_mut().zip(&items) {
        *number = i16::try_from(item.whole(range.clone(), report)).unwrap_or_default();
    }
    numbers
}

const PATH_INSTEAD: &str = "Write whole numbers after M (move), L (line), C (curve, three places) and Z (close), as in \"M 0 0 L 90 90 Z\"";

/// Reads the steps of a path: M, L, C and Z in capitals, and whole numbers. Nothing else is known.
fn steps(written: &str) -> Result<Vec<Stroke>, String> {
    let mut steps = Vec::new();
    let mut words = written.split_whitespace();
    while let Some(word) = words.next() {
        let mut spot = || -> Result<Spot, String> {
            let mut number = || {
                let word = words.next().unwrap_or_default();
                let number = word.parse::<i16>().ok();
                let inside = -OUTSIDE..=LARGEST + OUTSIDE;
                number
                    .filter(|number| inside.contains(&i32::from(*number)))
                    .ok_or_else(|| "A path holds something that is no place on the grid".to_owned())
            };
            Ok(Spot(number()?, number()?))
        };
        let step = match word {
            "M" => Stroke::Move { to: spot()? },
            "L" => Stroke::Line { to: spot()? },
            "C" => Stroke::Curve {
                from: spot()?,
                by: spot()?,
                to: spot()?,
            },
            "Z" => Stroke::Close,
            _ => return Err("A path holds a step that is not known".to_owned()),
        };
        if steps.is_empty() && !matches!(step, Stroke::Move { .. }) {
            return Err("A path does not start with a move".to_owned());
        }
        steps.push(step);
        if steps.len() > MOST_STEPS {
            return Err(format!("A path has more than {MOST_STEPS} steps"));
        }
    }
    Ok(steps)
}
