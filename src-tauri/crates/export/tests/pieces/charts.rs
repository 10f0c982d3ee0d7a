//! Charts as data: where the points stand, what is said of them, and the values.

use domain::{
    Lang,
    document::{Block, Hundredths, Series},
};
use export::fill::{Cell, Chart, Piece, Place, Run, Shape};

use crate::{
    composed,
    examples::{chart, points, results},
    pieces,
};

fn drawn(chart: domain::document::Chart) -> Chart {
    match pieces(vec![Block::Chart(chart)]).remove(0) {
        Piece::Chart(chart) => chart,
        other => panic!("{other:?}"),
    }
}

fn series(name: &str, of: &[(&str, i32)]) -> Series {
    Series {
        name: name.into(),
        points: points(of),
    }
}

/// The words of each row of the values.
fn rows(chart: &Chart) -> Vec<Vec<String>> {
    let words = |cell: &Cell| match cell {
        Cell::Words { words } => match words.as_slice() {
            [Run::Plain(text)] => text.clone(),
            other => panic!("{other:?}"),
        },
        other => panic!("{other:?}"),
    };
    let row = |row: &export::fill::Row| row.cells.iter().map(words).collect();
    chart.values.rows.iter().map(row).collect()
}

#[test]
fn points_stand_in_the_order_of_days_as_far_apart_as_the_days_were() {
    let chart = drawn(chart());
    let places = &chart.lines[0].points;
    assert_eq!(places.len(), 3);
    assert_eq!(
        places[0],
        Place {
            across: 0.0,
            up: 0.125
        }
    );
    // 35 of 70 days.
    assert_eq!(
        places[1],
        Place {
            across: 0.5,
            up: 0.5
        }
    );
    assert_eq!((places[2].across, places[2].up), (1.0, 0.8125));
    // The second rater shares both axes.
    assert_eq!(chart.lines[1].points[0].across, 0.0);
    assert_eq!(chart.lines[1].points[1].across, 1.0);
}

#[test]
fn lines_are_told_apart_by_shape() {
    let mut many = chart();
    many.series = (0..5).map(|n| series(&format!("R{n}"), &[])).collect();
    let shapes: Vec<Shape> = drawn(many).lines.iter().map(|line| line.shape).collect();
    assert_eq!(
        shapes,
        [
            Shape::Ring,
            Shape::Square,
            Shape::Triangle,
            Shape::Diamond,
            Shape::Ring
        ]
    );
}

#[test]
fn values_beyond_the_axis_stay_on_the_paper() {
    let mut wild = chart();
    wild.series = vec![series(
        "Maria",
        &[("2026-09-01", 900), ("2026-09-02", -900)],
    )];
    let chart = drawn(wild);
    let ups: Vec<f64> = chart.lines[0].points.iter().map(|place| place.up).collect();
    assert_eq!(ups, [1.0, 0.0]);
    assert_eq!(rows(&chart)[1], ["2 September 2026", "−9"]);
}

#[test]
fn one_day_or_a_scale_of_no_height_still_has_a_place() {
    let mut flat = chart();
    (flat.lowest, flat.highest) = (Hundredths(300), Hundredths(300));
    flat.series = vec![series("Maria", &[("2026-09-01", 300)])];
    let chart = drawn(flat);
    assert_eq!(
        chart.lines[0].points[0],
        Place {
            across: 0.5,
            up: 0.0
        }
    );
    assert_eq!(
        (chart.from.as_str(), chart.until.as_str()),
        ("1 September 2026", "")
    );
}

#[test]
fn a_chart_without_results_says_so() {
    let mut empty = chart();
    empty.series = vec![series("Maria", &[])];
    let chart = drawn(empty);
    assert_eq!(
        chart.alt,
        "How it goes, on a scale from 1 to 5. Maria: no results."
    );
    assert_eq!((chart.from.as_str(), chart.until.as_str()), ("", ""));
    assert!(chart.values.rows.is_empty());
}

#[test]
fn what_is_drawn_is_said_in_every_language() {
    for (lang, said) in [
        (
            Lang::En,
            "How it goes, on a scale from 1 to 5. Maria: 3 results, 1.5 on 1 September 2026 and 4.25 on 10 November 2026. \
             Kari Nordmann: 2 results, 2 on 1 September 2026 and 3.33 on 10 November 2026.",
        ),
        (
            Lang::Da,
            "How it goes, på en skala fra 1 til 5. Maria: 3 resultater, 1,5 den 1. september 2026 og 4,25 den \
             10. november 2026. Kari Nordmann: 2 resultater, 2 den 1. september 2026 og 3,33 den 10. november 2026.",
        ),
        (
            Lang::Nb,
            "How it goes, på en skala fra 1 til 5. Maria: 3 resultater, 1,5 den 1. september 2026 og 4,25 den \
             10. november 2026. Kari Nordmann: 2 resultater, 2 den 1. september 2026 og 3,33 den 10. november 2026.",
        ),
    ] {
        let Piece::Chart(chart) = &composed(&results(lang)).pieces[0] else {
            panic!("no chart");
        };
        assert_eq!(chart.alt, said);
    }
}

#[test]
fn values_have_a_row_for_each_day_and_another_for_a_second_result() {
    let mut twice = chart();
    twice.series = vec![
        series("Maria", &[("2026-09-01", 100), ("2026-09-01", 200)]),
        series("Kari", &[("2026-08-01", 300), ("2026-09-01", 400)]),
    ];
    assert_eq!(
        rows(&drawn(twice)),
        [
            ["1 August 2026", "", "3"],
            ["1 September 2026", "1", "4"],
            ["1 September 2026", "2", ""]
        ]
    );
}
