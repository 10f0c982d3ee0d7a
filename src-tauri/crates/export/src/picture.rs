//! A drawing as a picture of dots, for a format that knows no lines of ours.

use std::sync::Arc;

use resvg::{
    tiny_skia::{Color, Pixmap, Transform},
    usvg::{Options, Tree, fontdb::Database},
};

use crate::face;

/// Dots for each unit of a drawing: at the width of a page about 300 an inch.
const SHARP: u32 = 2;

/// A picture, and the width and height of its drawing.
pub(crate) struct Picture {
    /// The file.
    pub(crate) png: Vec<u8>,
    /// Width and height in the units of the drawing.
    pub(crate) size: (u32, u32),
}

/// Draws what stands inside an `svg` element on white; nothing if it cannot be drawn.
pub(crate) fn of(size: (u32, u32), inside: &str) -> Option<Picture> {
    let (width, height) = (size.0 * SHARP, size.1 * SHARP);
    let svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {} {}\" font-family=\"{}\">{inside}</svg>",
        size.0,
        size.1,
        face::FAMILY
    );
    let tree = Tree::from_str(&svg, &options()).ok()?;
    let mut dots = Pixmap::new(width, height)?;
    dots.fill(Color::WHITE);
    resvg::render(&tree, Transform::identity(), &mut dots.as_mut());
    let png = dots.encode_png().ok()?;
    Some(Picture { png, size })
}

/// Knows our own face and nothing of the machine's.
fn options() -> Options<'static> {
    let mut fonts = Database::new();
    for font in [face::REGULAR, face::BOLD] {
        fonts.load_font_data(font.to_vec());
    }
    Options {
        fontdb: Arc::new(fonts),
        ..Options::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// How many dots of a drawing are not white.
    fn inked(inside: &str) -> usize {
        let picture = of((200, 60), inside).expect("it can be drawn");
        let dots = Pixmap::decode_png(&picture.png).expect("it is a picture");
        assert_eq!((dots.width(), dots.height()), (400, 120));
        dots.pixels().iter().filter(|dot| dot.red() < 128).count()
    }

    #[test]
    fn the_words_of_a_drawing_are_drawn_in_our_own_face() {
        let label = |weight| {
            format!(
                "<text x=\"10\" y=\"40\" font-size=\"34\" font-weight=\"{weight}\"><tspan>Rain</tspan></text>"
            )
        };
        assert_eq!(inked(""), 0);
        assert!(inked(&label("normal")) > 500);
        assert!(inked(&label("bold")) > inked(&label("normal")) * 6 / 5);
    }
}
