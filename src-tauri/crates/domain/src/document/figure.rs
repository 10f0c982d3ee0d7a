//! A drawing as data: lines, circles and words at their places. Nothing in it can run, load or lead anywhere.
//!
//! Places are whole numbers on a grid whose corner is at the top left. The page and every writer draw it as wide as their
//! column, so a label is about as large as the text around it when the grid is a thousand wide.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How high the letters of a label are on the grid.
pub const LABEL_SIZE: u16 = 34;

/// How far apart the lines of a label are.
pub const LABEL_LINE: u16 = 40;

/// A drawing with its words.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Drawing {
    /// How wide the grid is.
    pub width: u16,
    /// How high it is.
    pub height: u16,
    /// What is drawn, from the back to the front.
    pub shapes: Vec<Drawn>,
}

/// A place on the grid: across, and down.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Spot(pub i16, pub i16);

/// One thing that is drawn.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(
    tag = "kind",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum Drawn {
    /// A line or an outline.
    Path {
        /// Its steps; the first is a move.
        steps: Vec<Stroke>,
        /// How it is drawn.
        pen: Pen,
    },
    /// A circle.
    Circle {
        /// Its middle.
        middle: Spot,
        /// From there to its edge.
        radius: u16,
        /// How it is drawn.
        pen: Pen,
    },
    /// Words.
    Label {
        /// Where its first line stands, on the line below the letters.
        at: Spot,
        /// Which part of each line stands there.
        anchor: Anchor,
        /// Whether it carries weight.
        strong: bool,
        /// The lines.
        lines: Vec<String>,
    },
}

/// A step of a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(
    tag = "kind",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum Stroke {
    /// Lifts the pen and goes there.
    Move {
        /// Where.
        to: Spot,
    },
    /// Draws a straight line.
    Line {
        /// Where to.
        to: Spot,
    },
    /// Draws a curve.
    Curve {
        /// What it heads for at its start.
        from: Spot,
        /// What it comes from at its end.
        by: Spot,
        /// Where to.
        to: Spot,
    },
    /// Goes back to the last move.
    Close,
}

/// How a line or an outline is drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Pen {
    /// The line.
    pub line: Line,
    /// How it is broken.
    pub dash: Dash,
    /// What is inside.
    pub fill: Fill,
}

/// How thick a line is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Line {
    /// There is none.
    None,
    /// Thin.
    Thin,
    /// As most lines are.
    #[default]
    Normal,
    /// Thick.
    Bold,
}

/// How a line is broken.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Dash {
    /// It is not.
    #[default]
    None,
    /// In dashes.
    Dashed,
    /// In dots.
    Dotted,
}

/// What is inside an outline. Never a colour: a poor copy in black tells the same.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Fill {
    /// What is behind it shows.
    #[default]
    None,
    /// The paper.
    Paper,
    /// A light grey, which sets apart and means nothing by itself.
    Soft,
    /// Ink.
    Ink,
}

/// Which part of a line of words stands at its place.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Anchor {
    /// Its start.
    #[default]
    Start,
    /// Its middle.
    Middle,
    /// Its end.
    End,
}
