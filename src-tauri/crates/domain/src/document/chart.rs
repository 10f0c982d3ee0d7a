//! Charts and tables: numbers and words to look at, as data.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Words;
use crate::number::Hundredths;

/// Results over time. Whoever shows it draws the lines and gives the same numbers as a table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Chart {
    /// What it shows, such as the title of an instrument.
    pub title: String,
    /// The lowest value there can be: the foot of the upright axis, whatever was reached.
    pub lowest: Hundredths,
    /// The highest value there can be.
    pub highest: Hundredths,
    /// What the lowest value means; empty when the number says enough.
    pub low: String,
    /// What the highest value means; empty when the number says enough.
    pub high: String,
    /// One line of points for each rater or part of a score, in the order in which they are named.
    pub series: Vec<Series>,
}

/// One line of a chart.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Series {
    /// Who or what it is, such as the rater.
    pub name: String,
    /// The results, in any order.
    pub points: Vec<Point>,
}

/// One result.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Point {
    /// The day it was given.
    pub on: NaiveDate,
    /// What it came to.
    pub value: Hundredths,
}

/// A table to read, with nothing to fill. The first cell of each row names it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Table {
    /// The title above it; empty when there is none.
    pub title: String,
    /// The head of each column, that of the row names too.
    pub columns: Vec<String>,
    /// The rows, each with as many cells as there are columns.
    pub rows: Vec<Vec<Words>>,
}
