//! A figure's drawing for formats without our paper: as SVG elements one by one, as a picture, or as its words alone.

use domain::document::{
    Anchor, Dash, Drawing, Drawn, Fill, LABEL_LINE, LABEL_SIZE, Line, Pen, Spot, Stroke,
};

use crate::{
    markup::Markup,
    picture::{self, Picture},
};

/// Returns the words of a drawing, label by label.
pub(crate) fn labels(drawing: &Drawing) -> impl Iterator<Item = String> {
    drawing.shapes.iter().filter_map(|shape| match shape {
        Drawn::Label { lines, .. } => Some(lines.join(" ")),
        Drawn::Path { .. } | Drawn::Circle { .. } => None,
    })
}

/// Draws, in the ink of the text around it.
pub(crate) fn svg(page: &mut Markup, alt: &str, drawing: &Drawing) {
    let view = format!("0 0 {} {}", drawing.width, drawing.height);
    let attributes = [("role", "img"), ("aria-label", alt), ("viewBox", &view)];
    page.around("svg", &attributes, |page| shapes(page, drawing));
}

/// The drawing as a picture; nothing if it cannot be drawn.
pub(crate) fn picture(drawing: &Drawing) -> Option<Picture> {
    let mut inside = Markup::default();
    shapes(&mut inside, drawing);
    let size = (u32::from(drawing.width), u32::from(drawing.height));
    picture::of(size, &inside.done())
}

fn shapes(page: &mut Markup, drawing: &Drawing) {
    for shape in &drawing.shapes {
        drawn(page, shape);
    }
}

fn drawn(page: &mut Markup, shape: &Drawn) {
    match shape {
        Drawn::Path { steps, pen } => {
            let d: String = steps.iter().map(step).collect();
            with_pen(page, "path", &[("d", &d)], *pen);
        }
        Drawn::Circle {
            middle: Spot(across, down),
            radius,
            pen,
        } => {
            let (across, down, radius) = (across.to_string(), down.to_string(), radius.to_string());
            let own = [("cx", &*across), ("cy", &*down), ("r", &*radius)];
            with_pen(page, "circle", &own, *pen);
        }
        Drawn::Label {
            at: Spot(across, down),
            anchor,
            strong,
            lines,
        } => {
            let size = LABEL_SIZE.to_string();
            let anchor = match anchor {
                Anchor::Start => "start",
                Anchor::Middle => "middle",
                Anchor::End => "end",
            };
            let weight = if *strong { "bold" } else { "normal" };
            let own = [
                ("text-anchor", anchor),
                ("font-size", &*size),
                ("font-weight", weight),
                ("fill", "currentColor"),
            ];
            page.around("text", &own, |page| {
                let mut down = i32::from(*down);
                for line in lines {
                    let (x, y) = (across.to_string(), down.to_string());
                    page.words("tspan", &[("x", &*x), ("y", &*y)], line);
                    down += i32::from(LABEL_LINE);
                }
            });
        }
    }
}

fn step(step: &Stroke) -> String {
    let spot = |Spot(across, down): &Spot| format!("{across} {down}");
    match step {
        Stroke::Move { to } => format!("M{}", spot(to)),
        Stroke::Line { to } => format!("L{}", spot(to)),
        Stroke::Curve { from, by, to } => format!("C{} {} {}", spot(from), spot(by), spot(to)),
        Stroke::Close => "Z".to_owned(),
    }
}

fn with_pen(page: &mut Markup, name: &str, own: &[(&str, &str)], pen: Pen) {
    let width = match pen.line {
        Line::None => "0",
        Line::Thin => "2",
        Line::Normal => "3.5",
        Line::Bold => "7",
    };
    let fill = match pen.fill {
        Fill::None => "none",
        Fill::Paper => "#fff",
        Fill::Soft => "#e0e0e0",
        Fill::Ink => "currentColor",
    };
    let mut all = own.to_vec();
    all.extend([
        ("fill", fill),
        (
            "stroke",
            if pen.line == Line::None {
                "none"
            } else {
                "currentColor"
            },
        ),
        ("stroke-width", width),
        ("stroke-linecap", "round"),
        ("stroke-linejoin", "round"),
    ]);
    match pen.dash {
        Dash::None => {}
        Dash::Dashed => all.push(("stroke-dasharray", "12 10")),
        Dash::Dotted => all.push(("stroke-dasharray", "1 9")),
    }
    page.empty(name, &all);
}
