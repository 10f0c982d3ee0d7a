//! A chart's lines as a drawing: SVG paths without text, so that it looks the same wherever it is shown and needs no font.

use std::fmt::Write;

use crate::{
    fill::{Line, Place, Shape},
    picture::{self, Picture},
};

/// Width and height, in pixels.
pub(crate) const SIZE: (u32, u32) = (640, 220);
/// Room at the edge for half a mark.
const EDGE: f64 = 10.0;
/// Half the width of a mark.
const MARK: f64 = 5.0;
const INK: &str = "#23272b";

/// Draws the axes and the lines; what stands inside an `svg` element of [`SIZE`].
pub(crate) fn paths(lines: &[Line]) -> String {
    let (width, height) = (f64::from(SIZE.0), f64::from(SIZE.1));
    let at = |place: &Place| {
        (
            EDGE + place.across * (width - 2.0 * EDGE),
            EDGE + (1.0 - place.up) * (height - 2.0 * EDGE),
        )
    };
    let mut svg = format!(
        "<path d=\"M1 1V{}H{width}\" fill=\"none\" stroke=\"#8b9096\"/>",
        height - 1.0
    );
    for Line {
        name: _,
        shape,
        points,
    } in lines
    {
        let corners: Vec<String> = points
            .iter()
            .map(at)
            .map(|(x, y)| format!("{x:.1},{y:.1}"))
            .collect();
        let _infallible = write!(
            svg,
            "<polyline points=\"{}\" fill=\"none\" stroke=\"#5b6168\" stroke-width=\"1.5\"/>",
            corners.join(" ")
        );
        for (x, y) in points.iter().map(at) {
            svg.push_str(&mark(*shape, x, y));
        }
    }
    svg
}

/// Draws one mark with its middle at a point.
pub(crate) fn mark(shape: Shape, x: f64, y: f64) -> String {
    let (left, right, top, bottom) = (x - MARK, x + MARK, y - MARK, y + MARK);
    let (d, fill) = match shape {
        Shape::Ring => {
            return format!(
                "<circle cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"{MARK}\" fill=\"#fff\" stroke=\"{INK}\" stroke-width=\"1.5\"/>"
            );
        }
        Shape::Square => (
            format!("M{left:.1} {top:.1}H{right:.1}V{bottom:.1}H{left:.1}Z"),
            INK,
        ),
        Shape::Triangle => (
            format!("M{x:.1} {top:.1}L{right:.1} {bottom:.1}H{left:.1}Z"),
            "#fff",
        ),
        Shape::Diamond => (
            format!("M{x:.1} {top:.1}L{right:.1} {y:.1}L{x:.1} {bottom:.1}L{left:.1} {y:.1}Z"),
            INK,
        ),
    };
    format!("<path d=\"{d}\" fill=\"{fill}\" stroke=\"{INK}\" stroke-width=\"1.5\"/>")
}

/// The drawing as a picture; nothing if it cannot be drawn.
pub(crate) fn picture(lines: &[Line]) -> Option<Picture> {
    picture::of(SIZE, &paths(lines))
}
