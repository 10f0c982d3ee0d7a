//! The text of the file.

use domain::Lang;

use super::{DECLARATION, MAIN, RELATIONS, parts::language};
use crate::{
    alike::{joined, sign},
    figure,
    fill::{
        Composition, Fact, Field, FrameKind, Item, ListKind, Mark, Packet, Piece, Room, Run, Said,
        Tick,
    },
    markup::Markup,
};

/// The text, and what it refers to in other parts.
pub(super) struct Body {
    /// `word/document.xml`.
    pub(super) text: String,
    /// For each numbered list the number it begins with.
    pub(super) lists: Vec<usize>,
    /// Pictures as PNG.
    pub(super) pictures: Vec<Vec<u8>>,
}

/// The lengths of the page, in twentieths of a point: A4 with margins of 25 mm.
const PAGE: [(&str, &str); 2] = [("w:w", "11906"), ("w:h", "16838")];
const MARGIN: &str = "1418";
pub(super) const WIDTH: u32 = 11_906 - 2 * 1418;
/// How far in what belongs to an item or a cell stands.
const STEP: u32 = 397;
impl Body {
    pub(super) fn of(packet: &Packet) -> Self {
        let mut text = Text {
            xml: Markup::default(),
            lists: Vec::new(),
            pictures: Vec::new(),
            indent: 0,
            mark: None,
            in_cell: false,
            foreign: None,
        };
        text.xml.raw(DECLARATION);
        text.xml.open(
            "w:document",
            &[
                MAIN,
                RELATIONS,
                (
                    "xmlns:wp",
                    "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
                ),
                (
                    "xmlns:a",
                    "http://schemas.openxmlformats.org/drawingml/2006/main",
                ),
                (
                    "xmlns:pic",
                    "http://schemas.openxmlformats.org/drawingml/2006/picture",
                ),
            ],
        );
        text.xml.open("w:body", &[]);
        for (place, document) in packet.documents.iter().enumerate() {
            text.document(document, packet.lang);
            let last = place + 1 == packet.documents.len();
            text.section(place + 1, last);
        }
        text.xml.close("w:body");
        text.xml.close("w:document");
        Self {
            text: text.xml.done(),
            lists: text.lists,
            pictures: text.pictures,
        }
    }
}

pub(super) struct Text {
    pub(super) xml: Markup,
    pub(super) lists: Vec<usize>,
    pub(super) pictures: Vec<Vec<u8>>,
    /// How far in the next paragraph stands.
    pub(super) indent: u32,
    /// The list whose mark the next paragraph bears.
    pub(super) mark: Option<usize>,
    pub(super) in_cell: bool,
    /// The language of a document that is not the file's.
    pub(super) foreign: Option<&'static str>,
}

/// How a run is set beyond its paragraph.
#[derive(Clone, Copy, Default)]
pub(super) struct Voice {
    pub(super) strong: bool,
    pub(super) emphasis: bool,
    pub(super) soft: bool,
    /// The language tag of a script that runs from right to left.
    pub(super) rtl: Option<&'static str>,
}

impl Text {
    fn document(&mut self, document: &Composition, file: Lang) {
        let Composition {
            topic: _,
            kind: _,
            lang,
            title,
            number,
            module,
            purpose,
            furniture: _,
            pieces,
        } = document;
        self.foreign = (*lang != file).then_some(language(*lang));
        self.words("Module", &joined([number, module], " "), true);
        self.words("Heading1", title, true);
        self.words("Purpose", purpose, false);
        self.pieces(pieces);
    }

    /// Ends a section: its own header and footer, its pages counted from 1.
    fn section(&mut self, number: usize, last: bool) {
        let properties = |xml: &mut Markup| {
            xml.around("w:sectPr", &[], |xml| {
                for (element, part) in [
                    ("w:headerReference", "header"),
                    ("w:footerReference", "footer"),
                ] {
                    let id = format!("{part}{number}");
                    xml.empty(element, &[("w:type", "default"), ("r:id", &id)]);
                }
                xml.empty("w:type", &[("w:val", "nextPage")]);
                xml.empty("w:pgSz", &PAGE);
                xml.empty(
                    "w:pgMar",
                    &[
                        ("w:top", MARGIN),
                        ("w:right", MARGIN),
                        ("w:bottom", MARGIN),
                        ("w:left", MARGIN),
                        ("w:header", "709"),
                        ("w:footer", "709"),
                        ("w:gutter", "0"),
                    ],
                );
                xml.empty("w:pgNumType", &[("w:start", "1")]);
            });
        };
        if last {
            properties(&mut self.xml);
        } else {
            self.xml.around("w:p", &[], |xml| {
                xml.around("w:pPr", &[], properties);
            });
        }
    }

    fn pieces(&mut self, pieces: &[Piece]) {
        for piece in pieces {
            self.piece(piece);
        }
    }

    fn piece(&mut self, piece: &Piece) {
        match piece {
            Piece::Heading { level, text } => {
                self.words(
                    if *level == 2 { "Heading2" } else { "Heading3" },
                    text,
                    true,
                );
            }
            Piece::Paragraph { words, leads } => {
                self.paragraph("BodyText", *leads, |text| text.runs(words))
            }
            Piece::List {
                kind,
                items,
                leads: _,
            } => self.list(*kind, items),
            Piece::Quotation { said, source } => {
                self.said("Quote", said, true);
                self.words("Source", source, false);
            }
            Piece::Fields { fields } => {
                for field in fields {
                    self.field(field);
                }
            }
            Piece::Table(table) => self.table(table),
            Piece::Facts { rows, leads: _ } => {
                for Fact {
                    label,
                    said,
                    whole: _,
                } in rows
                {
                    self.paragraph("Fact", false, |text| {
                        text.run(
                            &format!("{label}: "),
                            Voice {
                                strong: true,
                                ..Voice::default()
                            },
                        );
                        text.lines(said);
                    });
                }
            }
            Piece::Chart(chart) => self.chart(chart),
            Piece::Frame {
                kind,
                label,
                pieces,
                whole: _,
            } => {
                let style = match kind {
                    FrameKind::KeyPoint
                    | FrameKind::Story
                    | FrameKind::RolePlay
                    | FrameKind::Leads => "FrameLabel",
                    FrameKind::Worksheet => "WorksheetLabel",
                    FrameKind::SmallPrint => "SmallPrint",
                };
                self.words(style, label, true);
                self.inside(|text| text.pieces(pieces));
            }
            Piece::Signature {
                label,
                name,
                at,
                date,
            } => {
                let blank = "_".repeat(28);
                if at.is_empty() {
                    self.words("Signature", &format!("{label} {name} {blank}"), true);
                    self.words("Fact", &format!("{date} {blank}"), false);
                } else {
                    self.words("Signature", &format!("{label}: {name}"), true);
                    self.words("Fact", at, false);
                }
            }
            Piece::Figure {
                alt,
                caption,
                drawing,
            } => {
                self.picture(alt, figure::picture(drawing), !caption.is_empty());
                self.words("Source", caption, false);
            }
            Piece::Weight { weight: _, label } => self.words("FrameLabel", label, true),
            Piece::NewSheet => self
                .xml
                .raw("<w:p><w:r><w:br w:type=\"page\"/></w:r></w:p>"),
        }
    }

    /// Writes a paragraph. `leads`: it stays on the page of what follows.
    pub(super) fn paragraph(&mut self, style: &str, leads: bool, inside: impl FnOnce(&mut Self)) {
        self.xml.open("w:p", &[]);
        let (mark, indent) = (self.mark.take(), self.indent);
        self.xml.around("w:pPr", &[], |xml| {
            let style = if self.in_cell && style == "BodyText" {
                "TableText"
            } else {
                style
            };
            xml.empty("w:pStyle", &[("w:val", style)]);
            if leads {
                xml.raw("<w:keepNext/>");
            }
            if let Some(list) = mark {
                xml.around("w:numPr", &[], |xml| {
                    xml.raw("<w:ilvl w:val=\"0\"/>");
                    xml.empty("w:numId", &[("w:val", &list.to_string())]);
                });
            }
            if indent > 0 {
                let (indent, hanging) = (indent.to_string(), STEP.to_string());
                let attributes = [("w:left", indent.as_str()), ("w:hanging", &hanging)];
                xml.empty(
                    "w:ind",
                    attributes
                        .get(..if mark.is_some() { 2 } else { 1 })
                        .unwrap_or(&[]),
                );
            }
        });
        inside(self);
        self.xml.close("w:p");
    }

    pub(super) fn words(&mut self, style: &str, words: &str, leads: bool) {
        if !words.is_empty() {
            self.paragraph(style, leads, |text| text.run(words, Voice::default()));
        }
    }

    pub(super) fn said(&mut self, style: &str, said: &Said, leads: bool) {
        self.paragraph(style, leads, |text| text.lines(said));
    }

    pub(super) fn lines(&mut self, said: &Said) {
        let Said {
            lines,
            rtl,
            length: _,
        } = said;
        for (place, line) in lines.iter().enumerate() {
            if place > 0 {
                self.xml.raw("<w:r><w:br/></w:r>");
            }
            self.run(
                line,
                Voice {
                    rtl: *rtl,
                    ..Voice::default()
                },
            );
        }
    }

    pub(super) fn runs(&mut self, words: &[Run]) {
        for run in words {
            let plain = Voice::default();
            match run {
                Run::Plain(text) => self.run(text, plain),
                Run::Strong(text) => self.run(
                    text,
                    Voice {
                        strong: true,
                        ..plain
                    },
                ),
                Run::Emphasis(text) => self.run(
                    text,
                    Voice {
                        emphasis: true,
                        ..plain
                    },
                ),
                Run::Soft(text) => self.run(
                    text,
                    Voice {
                        soft: true,
                        ..plain
                    },
                ),
                Run::Break => self.xml.raw("<w:r><w:br/></w:r>"),
            }
        }
    }

    pub(super) fn run(&mut self, words: &str, voice: Voice) {
        if words.is_empty() {
            return;
        }
        let foreign = self.foreign;
        self.xml.around("w:r", &[], |xml| {
            let Voice {
                strong,
                emphasis,
                soft,
                rtl,
            } = voice;
            if strong || emphasis || soft || rtl.is_some() || foreign.is_some() {
                xml.around("w:rPr", &[], |xml| {
                    if soft {
                        xml.raw("<w:rStyle w:val=\"Soft\"/>");
                    }
                    if strong {
                        xml.raw("<w:b/><w:bCs/>");
                    }
                    if emphasis {
                        xml.raw("<w:i/><w:iCs/>");
                    }
                    if rtl.is_some() {
                        xml.raw("<w:rtl/>");
                    }
                    match (rtl, foreign) {
                        (Some(tag), _) => xml.empty("w:lang", &[("w:bidi", tag)]),
                        (None, Some(tag)) => xml.empty("w:lang", &[("w:val", tag)]),
                        (None, None) => {}
                    }
                });
            }
            // A tab is an element of its own; as a letter it is only a space.
            for (place, part) in words.split('\t').enumerate() {
                if place > 0 {
                    xml.raw("<w:tab/>");
                }
                xml.words("w:t", &[("xml:space", "preserve")], part);
            }
        });
    }

    fn inside(&mut self, body: impl FnOnce(&mut Self)) {
        self.indent += STEP;
        body(self);
        self.indent -= STEP;
    }

    fn list(&mut self, kind: ListKind, items: &[Item]) {
        let list = match kind {
            ListKind::Dots => 1,
            ListKind::Numbers { from } => self.numbered(from),
            ListKind::Cards => self.numbered(1),
        };
        self.inside(|text| {
            for Item { pieces, whole: _ } in items {
                text.mark = Some(list);
                text.pieces(pieces);
            }
            text.mark = None;
        });
    }

    fn numbered(&mut self, from: usize) -> usize {
        self.lists.push(from);
        self.lists.len() + 2
    }

    fn field(&mut self, field: &Field) {
        let Field {
            label,
            hint,
            name: _,
            share: _,
            said,
            room,
        } = field;
        if !label.is_empty() {
            self.paragraph("Asks", true, |text| text.runs(label));
        }
        self.words("Hint", hint, true);
        match said {
            Some(said) => self.said("Said", said, false),
            None => self.room(room),
        }
    }

    fn room(&mut self, room: &Room) {
        match room {
            Room::Lines { lines } => {
                for _ in 0..*lines {
                    self.paragraph("WritingLine", false, |_| {});
                }
            }
            Room::Date { day, month, year } => {
                self.words(
                    "Said",
                    &format!("____ {day}   ____ {month}   ______ {year}"),
                    false,
                );
            }
            Room::Number { range } => self.words("Said", &format!("______ {range}"), false),
            Room::Scale {
                min,
                max,
                low,
                high,
                at,
                marked,
            } => {
                self.paragraph("Said", true, |text| {
                    for step in *min..=*max {
                        let here = *at == Some(step);
                        let shown = if here {
                            format!("[{step}]")
                        } else {
                            step.to_string()
                        };
                        text.run(
                            &shown,
                            Voice {
                                strong: here,
                                ..Voice::default()
                            },
                        );
                        text.run("   ", Voice::default());
                    }
                });
                self.words("Hint", &joined([low, high], "    "), !marked.is_empty());
                self.words("Said", marked, false);
            }
            Room::Marks { one, marks } => {
                for Mark { label, tick } in marks {
                    self.words("Said", &format!("{} {label}", boxed(tick, *one)), false);
                }
            }
        }
    }
}

pub(super) fn boxed(tick: &Tick, one: bool) -> String {
    let Tick {
        name: _,
        option: _,
        ticked,
        counts,
    } = tick;
    let mark = sign(tick, one);
    match counts.as_str() {
        counts if !counts.is_empty() && !ticked => format!("{mark} {counts}"),
        _ => mark.to_owned(),
    }
}
