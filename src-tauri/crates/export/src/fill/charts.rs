//! Charts: where each point stands, what the drawing shows in words, and the same values as a table.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::document::{self, Hundredths, Point, Series};

use super::{
    labels::Labels,
    pieces::{Chart, Line, Place, Shape, Table},
    tables::plain,
    words::one_line,
};

/// The marks, in the order in which lines get them. Two raters are a ring and a full square, told apart on any copy.
const SHAPES: [Shape; 4] = [Shape::Ring, Shape::Square, Shape::Triangle, Shape::Diamond];

/// Composes a chart.
pub(super) fn chart(chart: &document::Chart, labels: &Labels) -> Chart {
    let series: Vec<Series> = chart
        .series
        .iter()
        .map(|series| {
            let mut series = series.clone();
            series.points.sort_by_key(|point| point.on);
            series
        })
        .collect();
    let days = || series.iter().flat_map(|series| &series.points);
    let from = days().map(|point| point.on).min();
    let until = days().map(|point| point.on).max();
    let written = |day: Option<NaiveDate>| day.map(|day| labels.day_in_words(day));
    let lines = series
        .iter()
        .zip(SHAPES.into_iter().cycle())
        .map(|(series, shape)| Line {
            name: one_line(&series.name),
            shape,
            points: series
                .points
                .iter()
                .map(|point| Place {
                    across: part(days_between(from, point.on), span(from, until)).unwrap_or(0.5),
                    up: part(
                        difference(chart.lowest, point.value),
                        difference(chart.lowest, chart.highest),
                    )
                    .unwrap_or(0.0),
                })
                .collect(),
        });
    Chart {
        title: one_line(&chart.title),
        alt: alt(chart, &series, labels),
        highest: labels.number(chart.highest),
        high: one_line(&chart.high),
        lowest: labels.number(chart.lowest),
        low: one_line(&chart.low),
        from: written(from).unwrap_or_default(),
        until: written(until.filter(|_| from != until)).unwrap_or_default(),
        lines: lines.collect(),
        values: values(&series, labels),
    }
}

fn days_between(from: Option<NaiveDate>, day: NaiveDate) -> f64 {
    from.map_or(0.0, |from| {
        as_f64(day.signed_duration_since(from).num_days())
    })
}

fn span(from: Option<NaiveDate>, until: Option<NaiveDate>) -> f64 {
    until.map_or(0.0, |until| days_between(from, until))
}

fn difference(from: Hundredths, to: Hundredths) -> f64 {
    f64::from(to.0) - f64::from(from.0)
}

/// Days fit a float many times over.
#[expect(clippy::cast_precision_loss, reason = "no calendar has 2^53 days")]
fn as_f64(days: i64) -> f64 {
    days as f64
}

/// Which part of the whole it is, from 0 to 1; `None` when there is no whole.
fn part(of: f64, whole: f64) -> Option<f64> {
    (whole > 0.0).then(|| (of / whole).clamp(0.0, 1.0))
}

/// Says what the drawing shows: the scale, and where each line begins and ends.
fn alt(chart: &document::Chart, series: &[Series], labels: &Labels) -> String {
    let mut said = vec![
        labels
            .chart
            .replace("{lowest}", &labels.number(chart.lowest))
            .replace("{highest}", &labels.number(chart.highest))
            .replace("{title}", &one_line(&chart.title)),
    ];
    said.extend(series.iter().map(|series| {
        let day = |point: &Point| labels.day_in_words(point.on);
        let words = match series.points.as_slice() {
            [] => labels.chart_empty.clone(),
            [only] => labels
                .chart_one
                .replace("{last}", &labels.number(only.value))
                .replace("{until}", &day(only)),
            [first, .., last] => labels
                .chart_many
                .replace("{n}", &series.points.len().to_string())
                .replace("{first}", &labels.number(first.value))
                .replace("{from}", &day(first))
                .replace("{last}", &labels.number(last.value))
                .replace("{until}", &day(last)),
        };
        words.replace("{name}", &one_line(&series.name))
    }));
    said.join(" ")
}

/// One row for each day, and another where somebody gave two results on one.
fn values(series: &[Series], labels: &Labels) -> Table {
    let mut by_day: BTreeMap<NaiveDate, Vec<Vec<&Point>>> = BTreeMap::new();
    for (place, series_of) in series.iter().enumerate() {
        for point in &series_of.points {
            let row = by_day
                .entry(point.on)
                .or_insert_with(|| vec![Vec::new(); series.len()]);
            if let Some(cell) = row.get_mut(place) {
                cell.push(point);
            }
        }
    }
    let mut rows = Vec::new();
    for (day, given) in by_day {
        let most = given.iter().map(Vec::len).max().unwrap_or(0);
        rows.extend((0..most).map(|nth| {
            let value = |points: &Vec<&Point>| {
                points
                    .get(nth)
                    .map_or_else(String::new, |point| labels.number(point.value))
            };
            std::iter::once(labels.day_in_words(day))
                .chain(given.iter().map(value))
                .collect()
        }));
    }
    let names = series.iter().map(|series| series.name.clone());
    let columns = std::iter::once(labels.date.clone()).chain(names);
    plain("", columns.collect(), rows)
}
