//! Word processor, browser and plain text say the same words as the pieces, in the same order, whatever somebody typed.

use std::io::{Cursor, Read};

use domain::{Document, Lang};
use export::{
    docx,
    fill::{Composition, Packet, Piece},
    html, text,
};
use proptest::prelude::*;
use zip::ZipArchive;

use crate::{
    composed,
    examples::{draft_note, filled, form, handout, note, results},
    setting,
    writer::body,
};

const EXAMPLES: [fn(Lang) -> Document; 6] = [handout, filled, form, note, draft_note, results];
const LANGS: [Lang; 3] = [Lang::En, Lang::Da, Lang::Nb];

/// What is read, without the marks that each format has of its own for boxes, lines and items.
fn words(text: &str) -> Vec<String> {
    text.split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// Elements inside a line of words; every other one parts words.
const INLINE: [&str; 12] = [
    "w:t", "w:r", "w:rPr", "w:b", "w:bCs", "w:i", "w:iCs", "w:rStyle", "w:lang", "w:rtl", "strong",
    "em",
];

/// The text of a part without its elements.
fn bare(xml: &str) -> String {
    let mut text = String::new();
    for piece in xml.split('<') {
        let (tag, rest) = piece.split_once('>').unwrap_or(("", piece));
        let name = tag.split([' ', '/']).find(|name| !name.is_empty());
        if name.is_none_or(|name| !INLINE.contains(&name)) {
            text.push(' ');
        }
        text.push_str(rest);
    }
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&amp;", "&")
}

fn packet(document: &Document) -> Packet {
    Packet::compose(std::slice::from_ref(document), None, |_| setting(false)).unwrap()
}

fn part(file: &[u8], name: &str) -> String {
    let mut zip = ZipArchive::new(Cursor::new(file)).unwrap();
    let mut text = String::new();
    zip.by_name(name)
        .unwrap()
        .read_to_string(&mut text)
        .unwrap();
    text
}

fn is_number(word: &str) -> bool {
    word.chars().all(|letter| letter.is_ascii_digit())
}

fn holds(all: &[String], some: &[String]) -> bool {
    all.windows(some.len()).any(|window| window == some)
}

/// A page whose drawings are blank, and what they show in words.
pub fn without_drawings(mut page: Composition) -> (Composition, Vec<String>) {
    let mut shown = Vec::new();
    for piece in &mut page.pieces {
        if let Piece::Figure { alt, drawing, .. } = piece {
            drawing.shapes.clear();
            shown.push(alt.clone());
        }
    }
    (page, shown)
}

#[test]
fn a_word_processor_and_a_browser_say_what_the_pieces_say_in_their_order() {
    for example in EXAMPLES {
        for lang in LANGS {
            let document = example(lang);
            let said = words(&body(&composed(&document)));
            assert!(said.len() > 40);
            let packet = packet(&document);
            let file = docx::write(&packet).unwrap();
            // Word processors and browsers count the items of a list themselves.
            let counted: Vec<String> = said
                .iter()
                .filter(|word| is_number(word))
                .cloned()
                .collect();
            let said: Vec<String> = said.into_iter().filter(|word| !is_number(word)).collect();
            let text = part(&file, "word/document.xml");
            let written = words(&bare(&text));
            assert!(
                written
                    .iter()
                    .filter(|word| is_number(word))
                    .all(|word| counted.contains(word))
            );
            let written: Vec<String> = written
                .into_iter()
                .filter(|word| !is_number(word))
                .collect();
            // Its pictures hold the words of drawings; what they show is said beside them.
            let (without, shown) = without_drawings(composed(&document));
            assert!(
                shown
                    .iter()
                    .all(|alt| text.contains(&format!("descr=\"{alt}\"")))
            );
            let typed = words(&body(&without)).into_iter();
            let typed: Vec<String> = typed.filter(|word| !is_number(word)).collect();
            assert_eq!(written, typed);
            let page = html::write(&packet);
            let shown = bare(page.split_once("</style>").unwrap().1);
            let shown: Vec<String> = words(&shown)
                .into_iter()
                .filter(|word| !is_number(word))
                .collect();
            assert!(holds(&shown, &said), "{shown:?}\n{said:?}");
        }
    }
}

#[test]
fn plain_text_leaves_out_no_word_and_keeps_to_its_width() {
    for example in EXAMPLES {
        for lang in LANGS {
            let composed = composed(&example(lang));
            let text = text::write(std::slice::from_ref(&composed));
            let mut left = words(&text);
            for word in words(&body(&composed)) {
                let place = left.iter().position(|other| *other == word);
                // The head of a column stands at each of its cells, or nowhere when there are none.
                if let Some(place) = place {
                    left.remove(place);
                } else {
                    assert!(text.contains(&word), "{word} is missing in\n{text}");
                }
            }
            assert!(
                text.lines().all(|line| line.chars().count() <= 80),
                "{text}"
            );
            assert!(text.lines().all(|line| line.trim_end() == line), "{text}");
            assert!(!text.contains("\n\n\n"), "{text}");
        }
    }
}

#[test]
fn a_draft_says_so_in_every_format() {
    let packet = packet(&draft_note(Lang::En));
    let file = docx::write(&packet).unwrap();
    for text in [
        part(&file, "word/header1.xml"),
        part(&file, "word/footer1.xml"),
        html::write(&packet),
        text::write(&packet.documents),
    ] {
        assert!(text.contains("DRAFT: not signed"), "{text}");
    }
}

#[test]
fn a_footer_counts_the_pages_of_its_document() {
    let file = docx::write(&packet(&note(Lang::Nb))).unwrap();
    let foot = part(&file, "word/footer1.xml");
    let text = words(&bare(&foot));
    assert!(
        text.ends_with(&["side", "1", "av", "1"].map(str::to_owned)),
        "{text:?}"
    );
    assert!(foot.contains("w:instr=\"PAGE\"") && foot.contains("w:instr=\"NUMPAGES\""));
}

#[test]
fn a_chart_is_a_picture_with_words_for_those_who_do_not_see_it() {
    let packet = packet(&results(Lang::En));
    let file = docx::write(&packet).unwrap();
    let xml = part(&file, "word/document.xml");
    let alt = xml
        .split_once("descr=\"")
        .unwrap()
        .1
        .split_once('"')
        .unwrap()
        .0;
    assert!(alt.len() > 20, "{alt}");
    let mut png = Vec::new();
    let mut zip = ZipArchive::new(Cursor::new(&file)).unwrap();
    zip.by_name("word/media/image1.png")
        .unwrap()
        .read_to_end(&mut png)
        .unwrap();
    assert!(png.starts_with(b"\x89PNG") && png.len() > 1000);
    assert!(html::write(&packet).contains(&format!("aria-label=\"{alt}\"")));
}

#[test]
fn the_same_packet_is_the_same_file() {
    let packet = packet(&note(Lang::En));
    assert_eq!(docx::write(&packet).unwrap(), docx::write(&packet).unwrap());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Whatever is typed is text: no element of its own, no letter lost that a file can hold.
    #[test]
    fn nothing_typed_is_markup(typed in "\\PC{0,200}|(<script>|&amp;|]]>|\"'><b>|\u{202e}|\u{5d0}|\u{1f9e1}|\u{1}|\u{b}|=cmd|\\$x\\$){1,20}") {
        let mut document = note(Lang::En);
        document.title = format!("Start {typed} end");
        let packet = packet(&document);
        let plain = docx::write(&self::packet(&note(Lang::En))).unwrap();
        let file = docx::write(&packet).unwrap();
        let [with, without] = [&file, &plain].map(|file| part(file, "word/document.xml").matches('<').count());
        prop_assert!(with <= without + 8, "{with} {without}");
        let shown = html::write(&packet);
        prop_assert!(!shown.contains("<script"));
        prop_assert_eq!(shown.matches("<h1").count(), 1);
        prop_assert!(text::write(&packet.documents).lines().all(|line| line.chars().count() <= 80));
    }
}
