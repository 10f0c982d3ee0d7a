//! A writer of plain text: the second consumer of the pieces, beside paper. It shows that they are enough for a writer that
//! knows no page, font or colour; the tests of `press` hold its words against those of the PDF.
//!
//! It matches every kind of piece by name and takes each apart without `..`, so a kind or a word that it forgets does not
//! compile.

use domain::document::Drawn;
use export::fill::{
    Cell, Chart, Column, Composition, Fact, Field, FrameKind, Furniture, Item, Line, ListKind,
    Mark, Owner, Piece, Room, Row, Run, Said, Shape, Table, TableKind, Tick,
};
use std::fmt::Write;

/// The words at the head of each page.
pub fn head(furniture: &Furniture) -> String {
    let Furniture {
        site,
        owner,
        draft,
        asks_name,
        foot: _,
        page: _,
    } = furniture;
    let mut bits = vec![asks_name.as_str()];
    if let Some(Owner {
        name,
        record,
        colour: _,
    }) = owner
    {
        bits.extend([name.as_str(), record]);
    }
    bits.extend([site.as_str(), draft]);
    dotted(bits)
}

/// The words at the foot of a page.
pub fn foot(furniture: &Furniture, page: usize, of: usize) -> String {
    let mut lines = furniture
        .foot
        .iter()
        .map(|bits| dotted(bits.iter().map(String::as_str)));
    let first = lines.next().unwrap_or_default();
    let mut text = format!("{first}    {}\n", furniture.page.say(page, of));
    for line in lines {
        let _infallible = writeln!(text, "{line}");
    }
    text
}

fn dotted<'a>(bits: impl IntoIterator<Item = &'a str>) -> String {
    let bits: Vec<&str> = bits.into_iter().filter(|bit| !bit.is_empty()).collect();
    bits.join(" · ")
}

/// Everything between head and foot.
pub fn body(document: &Composition) -> String {
    let Composition {
        topic: _,
        kind: _,
        lang: _,
        title,
        number,
        module,
        purpose,
        furniture: _,
        pieces,
    } = document;
    let mut text = Text::default();
    text.line(&[number.as_str(), module].join("  "));
    text.line(title);
    text.line(purpose);
    text.gap();
    text.pieces(pieces);
    text.written
}

/// Lines of text, each as far in as what it belongs to.
#[derive(Default)]
struct Text {
    written: String,
    indent: usize,
}

impl Text {
    fn line(&mut self, words: &str) {
        if !words.trim().is_empty() {
            let _infallible = writeln!(self.written, "{:1$}{words}", "", self.indent);
        }
    }

    fn gap(&mut self) {
        if !self.written.ends_with("\n\n") && !self.written.is_empty() {
            self.written.push('\n');
        }
    }

    fn inside(&mut self, by: usize, body: impl FnOnce(&mut Self)) {
        self.indent += by;
        body(self);
        self.indent -= by;
    }

    fn pieces(&mut self, pieces: &[Piece]) {
        for piece in pieces {
            self.piece(piece);
        }
    }

    fn piece(&mut self, piece: &Piece) {
        match piece {
            Piece::Heading { level, text } => {
                self.gap();
                self.line(&format!("{} {text}", "#".repeat(usize::from(*level))));
            }
            Piece::Paragraph { words, leads } => {
                self.line(&runs(words));
                if !leads {
                    self.gap();
                }
            }
            Piece::List {
                kind,
                items,
                leads: _,
            } => {
                for (index, Item { pieces, whole: _ }) in items.iter().enumerate() {
                    match kind {
                        ListKind::Dots => self.line("•"),
                        ListKind::Numbers { from } => self.line(&format!("{}.", from + index)),
                        ListKind::Cards => self.line(&format!("{}", index + 1)),
                    }
                    self.inside(4, |text| text.pieces(pieces));
                }
                self.gap();
            }
            Piece::Quotation { said, source } => {
                self.inside(2, |text| {
                    text.said(said);
                    text.line(source);
                });
                self.gap();
            }
            Piece::Fields { fields } => {
                for field in fields {
                    self.field(field);
                }
                self.gap();
            }
            Piece::Table(table) => self.table(table),
            Piece::Facts { rows, leads: _ } => {
                for Fact {
                    label,
                    said,
                    whole: _,
                } in rows
                {
                    self.line(&format!("{label}:"));
                    self.inside(4, |text| text.said(said));
                }
                self.gap();
            }
            Piece::Chart(chart) => self.chart(chart),
            Piece::Frame {
                kind,
                label,
                pieces,
                whole: _,
            } => {
                let edge = match kind {
                    FrameKind::Worksheet | FrameKind::SmallPrint => "",
                    FrameKind::KeyPoint => "=====",
                    FrameKind::Story | FrameKind::RolePlay | FrameKind::Leads => "-----",
                };
                self.line(edge);
                self.line(label);
                self.pieces(pieces);
                self.line(edge);
                self.gap();
            }
            Piece::Signature {
                label,
                name,
                at,
                date,
            } => {
                let joined = [label.as_str(), name]
                    .into_iter()
                    .filter(|bit| !bit.is_empty())
                    .collect::<Vec<_>>()
                    .join(": ");
                self.line(&joined);
                self.line(if at.is_empty() { date } else { at });
            }
            // Text cannot draw. Like paper, it has the words of the drawing; what it shows is for those who hear it.
            Piece::Figure {
                alt: _,
                caption,
                drawing,
            } => {
                self.gap();
                for shape in &drawing.shapes {
                    if let Drawn::Label { lines, .. } = shape {
                        lines.iter().for_each(|line| self.line(line));
                    }
                }
                self.line(caption);
            }
            Piece::Weight { label, .. } => {
                self.gap();
                self.line(label);
            }
            Piece::NewSheet => self.gap(),
        }
    }

    fn said(&mut self, said: &Said) {
        let Said {
            lines,
            rtl: _,
            length: _,
        } = said;
        for line in lines {
            self.line(line);
        }
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
        self.line(&runs(label));
        self.line(hint);
        match said {
            Some(said) => self.said(said),
            None => self.room(room),
        }
    }

    fn room(&mut self, room: &Room) {
        match room {
            Room::Lines { lines } => {
                for _ in 0..*lines {
                    self.line("________");
                }
            }
            Room::Date { day, month, year } => {
                self.line(&format!("__ {day} __ {month} ____ {year}"));
            }
            Room::Number { range } => self.line(&format!("____ {range}")),
            Room::Scale {
                min,
                max,
                low,
                high,
                at: _,
                marked,
            } => {
                let steps: Vec<String> = (*min..=*max).map(|step| step.to_string()).collect();
                self.line(&steps.join(" "));
                self.line(&format!("{low}    {high}"));
                self.line(marked);
            }
            Room::Marks { one, marks } => {
                for Mark { label, tick } in marks {
                    self.line(&format!("{} {label}", boxed(tick, *one)));
                }
            }
        }
    }

    fn table(&mut self, table: &Table) {
        let Table {
            kind,
            title,
            columns,
            rows,
        } = table;
        self.line(title);
        let heads = columns.iter().map(
            |Column {
                 label,
                 hint,
                 weight: _,
             }| format!("{label} {hint}"),
        );
        self.line(&heads.collect::<Vec<_>>().join(" | "));
        for Row { cells, whole: _ } in rows {
            match kind {
                TableKind::Marks | TableKind::Writing | TableKind::Reading => {
                    for cell in cells {
                        self.inside(2, |text| text.cell(cell));
                    }
                }
            }
        }
        self.gap();
    }

    fn cell(&mut self, cell: &Cell) {
        match cell {
            Cell::Words { words } => self.line(&runs(words)),
            Cell::Tick { tick, one } => self.line(&boxed(tick, *one)),
            Cell::Field(Field {
                label,
                hint: _,
                name: _,
                share: _,
                said,
                room,
            }) => {
                self.line(&runs(label));
                match (said, room) {
                    (Some(said), _) => self.said(said),
                    (None, Room::Marks { one, marks }) => {
                        for Mark { label, tick } in marks {
                            self.line(&format!("{} {label}", boxed(tick, *one)));
                        }
                    }
                    // In a cell the hand knows what to do with an empty place.
                    (
                        None,
                        Room::Lines { .. }
                        | Room::Date { .. }
                        | Room::Number { .. }
                        | Room::Scale { .. },
                    ) => self.line("____"),
                }
            }
        }
    }

    fn chart(&mut self, chart: &Chart) {
        let Chart {
            title,
            alt: _,
            highest,
            high,
            lowest,
            low,
            from,
            until,
            lines,
            values,
        } = chart;
        self.line(title);
        self.line(&format!("{highest} {high}"));
        self.line(&format!("{lowest} {low}"));
        self.line(&format!("{from}    {until}"));
        for Line {
            name,
            shape,
            points: _,
        } in lines
        {
            let mark = match shape {
                Shape::Ring => '○',
                Shape::Square => '■',
                Shape::Triangle => '△',
                Shape::Diamond => '◆',
            };
            self.line(&format!("{mark} {name}"));
        }
        self.table(values);
    }
}

fn boxed(tick: &Tick, one: bool) -> String {
    let Tick {
        name: _,
        option: _,
        ticked,
        counts,
    } = tick;
    let (open, close) = if one { ('(', ')') } else { ('[', ']') };
    let inside = if *ticked { "✓" } else { counts };
    format!("{open}{inside}{close}")
}

fn runs(words: &[Run]) -> String {
    words
        .iter()
        .map(|run| match run {
            Run::Plain(text) | Run::Strong(text) | Run::Emphasis(text) | Run::Soft(text) => text,
            Run::Break => "\n",
        })
        .collect()
}
