//! What of a composition can be filled in on a screen: each place with its name, what it takes, and what it asks.

use super::{
    pieces::{Cell, Composition, Field, Piece, Room, Row, Table, Tick},
    words::plain,
};

/// A place that can be filled in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Blank {
    /// By what its field is known: topic, block, field and row, parted by strokes.
    pub name: String,
    /// What it takes.
    pub takes: Takes,
    /// What it asks, for whoever listens.
    pub asks: String,
}

/// What a place takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Takes {
    /// Words, on one line or several.
    Words {
        /// Whether there is more than one line.
        lines: bool,
    },
    /// A tick that says this choice.
    Choice {
        /// Which.
        option: String,
        /// Whether one alone of the field's choices can be ticked.
        one: bool,
        /// Whether it is ticked already.
        ticked: bool,
    },
}

/// Lists the places of a composition that nothing is said in yet, in reading order.
pub fn blanks(document: &Composition) -> Vec<Blank> {
    let mut found = Found {
        topic: &document.topic,
        heading: document.title.clone(),
        blanks: Vec::new(),
    };
    if !document.topic.is_empty() {
        found.pieces(&document.pieces);
    }
    found.blanks
}

struct Found<'a> {
    topic: &'a str,
    /// The heading that was passed last, which asks where a field has no words of its own.
    heading: String,
    blanks: Vec<Blank>,
}

impl Found<'_> {
    fn pieces(&mut self, pieces: &[Piece]) {
        for piece in pieces {
            match piece {
                Piece::Heading { text, .. } => self.heading.clone_from(text),
                Piece::Fields { fields } => {
                    for field in fields {
                        self.field(field, "");
                    }
                }
                Piece::Table(table) => self.table(table),
                Piece::List { items, .. } => {
                    for item in items {
                        self.pieces(&item.pieces);
                    }
                }
                Piece::Frame { pieces, .. } => self.pieces(pieces),
                Piece::Paragraph { .. }
                | Piece::Quotation { .. }
                | Piece::Facts { .. }
                | Piece::Chart(_)
                | Piece::Figure { .. }
                | Piece::Signature { .. }
                | Piece::Weight { .. }
                | Piece::NewSheet => {}
            }
        }
    }

    fn table(&mut self, table: &Table) {
        for (number, row) in table.rows.iter().enumerate() {
            self.row(table, row, number + 1);
        }
    }

    fn row(&mut self, table: &Table, row: &Row, number: usize) {
        let named = row
            .cells
            .first()
            .map_or_else(String::new, |cell| match cell {
                Cell::Words { words } => plain(words),
                Cell::Field(_) | Cell::Tick { .. } => String::new(),
            });
        for (cell, column) in row.cells.iter().zip(&table.columns) {
            let column = column.label.as_str();
            match cell {
                Cell::Words { .. } => {}
                Cell::Tick { tick, one } => self.choice(tick, *one, &joined(&named, column)),
                Cell::Field(field) => self.field(field, &joined(column, &number.to_string())),
            }
        }
    }

    /// A field asks by its label, or by what stands around it.
    fn field(&mut self, field: &Field, around: &str) {
        if field.said.is_some() {
            return;
        }
        let label = plain(&field.label);
        let asks = match (label.as_str(), around) {
            ("", "") => self.heading.clone(),
            ("", around) => around.to_owned(),
            (label, _) => label.to_owned(),
        };
        match &field.room {
            Room::Lines { lines } => self.words(&field.name, *lines > 1, &asks),
            Room::Date { .. } | Room::Number { .. } => self.words(&field.name, false, &asks),
            Room::Scale { min, max, at, .. } => {
                for number in *min..=*max {
                    let tick = Tick {
                        name: field.name.clone(),
                        option: number.to_string(),
                        ticked: *at == Some(number),
                        counts: String::new(),
                    };
                    self.choice(&tick, true, &joined(&asks, &tick.option));
                }
            }
            Room::Marks { one, marks } => {
                for mark in marks {
                    self.choice(&mark.tick, *one, &joined(&asks, &mark.label));
                }
            }
        }
    }

    fn words(&mut self, name: &str, lines: bool, asks: &str) {
        if name.is_empty() {
            return;
        }
        self.add(name, Takes::Words { lines }, asks);
    }

    fn choice(&mut self, tick: &Tick, one: bool, asks: &str) {
        if tick.name.is_empty() {
            return;
        }
        let takes = Takes::Choice {
            option: tick.option.clone(),
            one,
            ticked: tick.ticked,
        };
        self.add(&tick.name, takes, asks);
    }

    fn add(&mut self, name: &str, takes: Takes, asks: &str) {
        self.blanks.push(Blank {
            name: format!("{}/{name}", self.topic),
            takes,
            asks: asks.to_owned(),
        });
    }
}

fn joined(first: &str, second: &str) -> String {
    [first, second]
        .into_iter()
        .filter(|words| !words.is_empty())
        .collect::<Vec<_>>()
        .join(": ")
}
