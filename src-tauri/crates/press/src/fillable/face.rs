//! The face of the paper as a font of the form, whole, so that whoever fills it in writes with letters that are in the file.

use typst::{
    layout::Abs,
    text::{Font, FontVariant, FontVariations},
};

use crate::pdf::{Dict, File, Object};

/// Not a symbol font (ISO 32000-1, table 123).
const LETTERS: f64 = 32.0;

/// What a PDF's usual Western encoding has from 0x80 to 0x9F; nothing where it has nothing.
const BETWEEN: [Option<char>; 32] = [
    Some('€'),
    None,
    Some('‚'),
    Some('ƒ'),
    Some('„'),
    Some('…'),
    Some('†'),
    Some('‡'),
    Some('ˆ'),
    Some('‰'),
    Some('Š'),
    Some('‹'),
    Some('Œ'),
    None,
    Some('Ž'),
    None,
    None,
    Some('‘'),
    Some('’'),
    Some('“'),
    Some('”'),
    Some('•'),
    Some('–'),
    Some('—'),
    Some('˜'),
    Some('™'),
    Some('š'),
    Some('›'),
    Some('œ'),
    None,
    Some('ž'),
    Some('Ÿ'),
];

/// Adds the font, and returns its number; nothing when it is no font with outlines.
pub(super) fn add(file: &mut File, font: &Font) -> Option<i32> {
    // As it comes; the face of the paper has no axes.
    let as_it_comes = font.clone().instantiate(
        FontVariant::default(),
        Abs::pt(11.0),
        &FontVariations::default(),
    );
    let face = as_it_comes.ttf();
    let per_em = f64::from(face.units_per_em());
    let thousandths = |units: f64| (units * 1000.0 / per_em).round();
    let wide = |code: u8| {
        let glyph = letter(code).and_then(|letter| face.glyph_index(letter));
        let width = glyph.and_then(|glyph| face.glyph_hor_advance(glyph));
        thousandths(width.map_or(0.0, f64::from))
    };
    let bounds = face.global_bounding_box();
    let edges = [bounds.x_min, bounds.y_min, bounds.x_max, bounds.y_max];
    let program = file.add(Object::Stream(
        Dict::of([("Length1", Object::Number(font.data().len() as f64))]),
        font.data().to_vec(),
    ));
    let descriptor = file.add(Object::Dict(Dict::of([
        ("Type", Object::name("FontDescriptor")),
        ("FontName", Object::name(NAME)),
        ("Flags", Object::Number(LETTERS)),
        (
            "FontBBox",
            Object::numbers(edges.map(|edge| thousandths(f64::from(edge)))),
        ),
        ("ItalicAngle", Object::Number(0.0)),
        (
            "Ascent",
            Object::Number(thousandths(f64::from(face.ascender()))),
        ),
        (
            "Descent",
            Object::Number(thousandths(f64::from(face.descender()))),
        ),
        (
            "CapHeight",
            Object::Number(thousandths(f64::from(face.capital_height()?))),
        ),
        ("StemV", Object::Number(80.0)),
        ("FontFile2", Object::Ref(program)),
    ])));
    let font = Dict::of([
        ("Type", Object::name("Font")),
        ("Subtype", Object::name("TrueType")),
        ("BaseFont", Object::name(NAME)),
        ("FirstChar", Object::Number(32.0)),
        ("LastChar", Object::Number(255.0)),
        ("Widths", Object::numbers((32..=u8::MAX).map(wide))),
        ("Encoding", Object::name("WinAnsiEncoding")),
        ("FontDescriptor", Object::Ref(descriptor)),
    ]);
    Some(file.add(Object::Dict(font)))
}

const NAME: &str = "AtkinsonHyperlegibleNext-Regular";

fn letter(code: u8) -> Option<char> {
    match code {
        0x80..=0x9F => BETWEEN.get(usize::from(code - 0x80)).copied().flatten(),
        code => Some(char::from(code)),
    }
}
