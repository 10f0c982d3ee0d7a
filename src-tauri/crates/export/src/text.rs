//! Plain text: 80 columns, to be pasted into a clinic's system and read there in any font.
//!
//! What we add keeps to characters that the oldest systems have (Latin-1): a heading is underlined, a tick is an `x`. Somebody's
//! own words stay as they are; only a line that is too long is broken, at a space where there is one.

use std::iter;

use crate::{
    alike::{asked, dotted, joined},
    figure::labels,
    fill::{
        Cell, Chart, Column, Composition, Fact, Field, FrameKind, Furniture, Item, Line, ListKind,
        Mark, Owner, Piece, Room, Row, Run, Said, Shape, Table, Tick,
    },
};

/// Columns of a line.
const WIDTH: usize = 80;

/// Writes documents one after the other.
pub fn write(documents: &[Composition]) -> String {
    let between = format!("\n{}\n\n", "*".repeat(WIDTH));
    let texts: Vec<String> = documents.iter().map(document).collect();
    texts.join(&between)
}

fn document(document: &Composition) -> String {
    let Composition {
        topic: _,
        kind: _,
        lang: _,
        title,
        number,
        module,
        purpose,
        furniture,
        pieces,
    } = document;
    let mut text = Text::default();
    text.line(&head(furniture));
    text.gap();
    text.line(&joined([number, module], " "));
    text.heading(1, title);
    text.line(purpose);
    text.gap();
    text.pieces(pieces);
    text.gap();
    for bits in &furniture.foot {
        text.line(&dotted(bits));
    }
    text.written
}

/// What stands at the head of each page elsewhere: here once, above all.
fn head(furniture: &Furniture) -> String {
    let Furniture {
        site,
        owner,
        draft,
        asks_name,
        // Where there are no pages, what stands at their foot comes at the end, and they have no numbers.
        foot: _,
        page: _,
    } = furniture;
    let asks = asked(asks_name);
    let mut bits = vec![draft.as_str(), &asks];
    if let Some(Owner {
        name,
        record,
        colour: _,
    }) = owner
    {
        bits.extend([name.as_str(), record]);
    }
    bits.push(site);
    dotted(bits)
}

/// Lines of text, each as far in as what it belongs to.
#[derive(Default)]
struct Text {
    written: String,
    indent: usize,
    /// What the next line begins with, in the room of its indent: the mark of an item.
    mark: String,
}

impl Text {
    /// Writes words, on as many lines as they need.
    fn line(&mut self, words: &str) {
        for line in words.split('\n').filter(|line| !line.trim().is_empty()) {
            let room = WIDTH.saturating_sub(self.indent).max(20);
            for part in wrap(line.trim_end(), room) {
                let indent = self.indent;
                let mark = std::mem::take(&mut self.mark);
                let lead = format!("{mark:>indent$}");
                self.written.push_str(&lead);
                self.written.push_str(&part);
                self.written.push('\n');
            }
        }
    }

    fn gap(&mut self) {
        if !self.written.ends_with("\n\n") && !self.written.is_empty() {
            self.written.push('\n');
        }
    }

    fn heading(&mut self, level: u8, words: &str) {
        if words.is_empty() {
            return;
        }
        self.gap();
        self.line(words);
        let under = match level {
            1 => "=",
            2 => "-",
            _ => ".",
        };
        let longest = words.chars().count().min(WIDTH - self.indent.min(60));
        self.line(&under.repeat(longest));
    }

    fn inside(&mut self, by: usize, body: impl FnOnce(&mut Self)) {
        self.indent += by;
        body(self);
        self.indent -= by;
        self.mark.clear();
    }

    fn pieces(&mut self, pieces: &[Piece]) {
        for piece in pieces {
            self.piece(piece);
        }
    }

    fn piece(&mut self, piece: &Piece) {
        match piece {
            Piece::Heading { level, text } => self.heading(*level, text),
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
                    self.mark = match kind {
                        ListKind::Dots => "- ".to_owned(),
                        ListKind::Numbers { from } => format!("{}. ", from + index),
                        ListKind::Cards => format!("{}) ", index + 1),
                    };
                    self.inside(4, |text| text.pieces(pieces));
                }
                self.gap();
            }
            Piece::Quotation { said, source } => {
                self.inside(4, |text| {
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
                    self.labelled(label, said);
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
                    FrameKind::KeyPoint
                    | FrameKind::Story
                    | FrameKind::RolePlay
                    | FrameKind::Leads => "- - - - - - - - - -",
                };
                self.gap();
                self.line(edge);
                self.line(label);
                self.pieces(pieces);
                if self.written.ends_with("\n\n") && !edge.is_empty() {
                    self.written.pop();
                }
                self.line(edge);
                self.gap();
            }
            Piece::Signature {
                label,
                name,
                at,
                date,
            } => {
                let blank = |words: &str| format!("{words}: {}", "_".repeat(30));
                if at.is_empty() {
                    self.line(&blank(&joined([label, name], " ")));
                    self.line(&blank(date));
                } else {
                    self.line(&format!("{label}: {name}"));
                    self.line(at);
                }
                self.gap();
            }
            // Text cannot draw: it says what there is to see, and the words of the drawing.
            Piece::Figure {
                alt,
                caption,
                drawing,
            } => {
                self.gap();
                self.line(alt);
                for words in labels(drawing) {
                    self.line(&words);
                }
                self.line(caption);
                self.gap();
            }
            Piece::Weight { weight: _, label } => {
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

    /// A label and what was said, on one line where they fit.
    fn labelled(&mut self, label: &str, said: &Said) {
        match said.lines.as_slice() {
            [only]
                if self.indent + label.chars().count() + only.chars().count() + 2 <= WIDTH
                    && !only.is_empty() =>
            {
                self.line(&format!("{label}: {only}"));
            }
            _ => {
                self.line(&format!("{label}:"));
                self.inside(4, |text| text.said(said));
            }
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
        self.inside(2, |text| match said {
            Some(said) => text.said(said),
            None => text.room(room),
        });
    }

    fn room(&mut self, room: &Room) {
        match room {
            Room::Lines { lines } => {
                let blank = "_".repeat(60);
                iter::repeat_n(blank, usize::from(*lines)).for_each(|line| self.line(&line));
            }
            Room::Date { day, month, year } => {
                self.line(&format!("____ {day}  ____ {month}  ______ {year}"));
            }
            Room::Number { range } => self.line(&format!("______ {range}")),
            Room::Scale {
                min,
                max,
                low,
                high,
                at,
                marked,
            } => {
                let steps: Vec<String> = (*min..=*max)
                    .map(|step| match *at == Some(step) {
                        true => format!("[{step}]"),
                        false => step.to_string(),
                    })
                    .collect();
                self.line(&steps.join("  "));
                self.line(&joined(
                    [
                        &format!("{min} {low}").trim_end().to_owned(),
                        &format!("  {max} {high}").trim_end().to_owned(),
                    ],
                    " ",
                ));
                self.line(marked);
            }
            Room::Marks { one, marks } => {
                for Mark { label, tick } in marks {
                    self.line(&format!("{} {label}", boxed(tick, *one)));
                }
            }
        }
    }

    /// A table, row by row: in a proportional font columns of text fall apart.
    fn table(&mut self, table: &Table) {
        let Table {
            kind: _,
            title,
            columns,
            rows,
        } = table;
        self.line(title);
        for Row { cells, whole: _ } in rows {
            self.mark = "- ".to_owned();
            self.inside(4, |text| {
                for (cell, column) in cells.iter().zip(columns) {
                    text.cell(cell, column);
                }
            });
        }
        self.gap();
    }

    fn cell(&mut self, cell: &Cell, column: &Column) {
        let Column {
            label,
            hint,
            weight: _,
        } = column;
        let asks = joined([label, hint], " ");
        match cell {
            Cell::Words { words } => {
                let words = runs(words);
                if asks.is_empty() || words.trim().is_empty() {
                    self.line(&words);
                } else {
                    self.labelled(&asks, &Said::new(&words));
                }
            }
            Cell::Tick { tick, one } => self.line(&format!("{} {asks}", boxed(tick, *one))),
            Cell::Field(field) => {
                let Field {
                    label,
                    hint: _,
                    name: _,
                    share: _,
                    said,
                    room,
                } = field;
                self.line(&runs(label));
                match (said, room) {
                    (Some(said), _) => self.labelled(&asks, said),
                    (None, Room::Marks { .. }) => {
                        self.line(&asks);
                        self.room(room);
                    }
                    (
                        None,
                        Room::Lines { .. }
                        | Room::Date { .. }
                        | Room::Number { .. }
                        | Room::Scale { .. },
                    ) => self.line(&format!("{asks} {}", "_".repeat(20))),
                }
            }
        }
    }

    fn chart(&mut self, chart: &Chart) {
        let Chart {
            title,
            // Those who cannot see the drawing have its values below.
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
        self.line(&dotted([from.as_str(), until]));
        for Line {
            name,
            shape,
            points: _,
        } in lines
        {
            // A mark tells lines apart in a drawing; here the column of the values does.
            let (Shape::Ring | Shape::Square | Shape::Triangle | Shape::Diamond) = shape;
            self.line(name);
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
    let inside = match (ticked, counts.as_str()) {
        (true, _) => "x",
        (false, "") => " ",
        (false, counts) => counts,
    };
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

/// Breaks a line at spaces so that no part is wider than `room`; a word that is wider is broken where it must.
fn wrap(line: &str, room: usize) -> Vec<String> {
    let mut parts: Vec<String> = Vec::new();
    let mut part = String::new();
    let mut wide = 0;
    for word in line.split_inclusive([' ', '\t']) {
        let full = word.chars().count();
        let alone = word.trim_end().chars().count();
        if wide + alone > room && wide > 0 {
            parts.push(std::mem::take(&mut part));
            wide = 0;
        }
        if alone <= room {
            part.push_str(word);
            wide += full;
            continue;
        }
        for letter in word.chars() {
            if wide == room {
                parts.push(std::mem::take(&mut part));
                wide = 0;
            }
            part.push(letter);
            wide += 1;
        }
    }
    parts.push(part);
    for part in &mut parts {
        part.truncate(part.trim_end().len());
    }
    parts.retain(|part| !part.is_empty());
    parts
}

#[cfg(test)]
mod tests {
    use super::wrap;

    #[test]
    fn lines_break_at_spaces_and_long_words_where_they_must() {
        for (line, parts) in [
            ("one two", &["one two"][..]),
            ("one two three four", &["one two", "three four"]),
            ("  a list item", &["  a list", "item"]),
            ("abcdefghijklm no", &["abcdefghij", "klm no"]),
            ("to abcdefghijklm", &["to", "abcdefghij", "klm"]),
            ("ends in  spaces  ", &["ends in", "spaces"]),
            ("", &[]),
        ] {
            assert_eq!(wrap(line, 10), parts, "{line:?}");
        }
    }
}
