//! The pieces: plain values that any writer sets one after another, on paper, in a browser, a word processor or a
//! terminal.
//!
//! Every answer is in its place, every word a writer adds is among them, and what may not be parted by the end of a page
//! says so. Nothing here is measured in any font: widths are shares, heights are lines for a hand. Text that is not there
//! is empty.

use domain::{
    Lang,
    document::{DocumentKind, Drawing},
};
use serde::Serialize;

use super::{
    furniture::Furniture,
    words::{Run, Said},
};

/// A document as pieces, with what stands around them on each page.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Composition {
    /// What kind of paper it is.
    pub kind: DocumentKind,
    /// The language of its words.
    pub lang: Lang,
    /// The title: the one heading of level 1.
    pub title: String,
    /// The topic or form whose fields it shows, by which they are known; empty for what has none.
    pub topic: String,
    /// The number beside the title, such as "1.2".
    pub number: String,
    /// The module it belongs to.
    pub module: String,
    /// One line on what it is for.
    pub purpose: String,
    /// What stands at the head and the foot of each page.
    pub furniture: Furniture,
    /// The content, in reading order.
    pub pieces: Vec<Piece>,
}

/// One thing to set.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "piece", rename_all = "kebab-case")]
pub enum Piece {
    /// A heading. It leads to what follows, and is a bookmark where a format has them.
    Heading {
        /// 2 or 3; no level is left out.
        level: u8,
        /// The words.
        text: String,
    },
    /// A paragraph.
    Paragraph {
        /// The words.
        words: Vec<Run>,
        /// Whether it leads to the next piece, and stays on its page.
        leads: bool,
    },
    /// Items in order.
    List {
        /// How they are marked.
        kind: ListKind,
        /// The items.
        items: Vec<Item>,
        /// Whether it leads to the next piece, and its end stays on that page.
        leads: bool,
    },
    /// Somebody's own words, set large and verbatim.
    Quotation {
        /// The words.
        said: Said,
        /// Who said it and when.
        source: String,
    },
    /// Fields that share a line of the page; most often one.
    Fields {
        /// The fields, from the side where reading starts.
        fields: Vec<Field>,
    },
    /// A table.
    Table(Table),
    /// Labels and values, such as the head of a note.
    Facts {
        /// The pairs.
        rows: Vec<Fact>,
        /// Whether it leads to the next piece.
        leads: bool,
    },
    /// Results over time.
    Chart(Chart),
    /// A drawing that teaches; where a format cannot draw, its words are enough.
    Figure {
        /// What it shows, said for those who do not see it.
        alt: String,
        /// The line below it.
        caption: String,
        /// The drawing, as wide as the column of the prose.
        drawing: Drawing,
    },
    /// Pieces that belong together, set apart from what surrounds them.
    Frame {
        /// What they are.
        kind: FrameKind,
        /// The small line above that names it.
        label: String,
        /// The pieces. No frame stands in a frame.
        pieces: Vec<Piece>,
        /// Whether it stays whole on a page.
        whole: bool,
    },
    /// A signature with its moment, or the lines where one goes. It never parts from the piece before it.
    Signature {
        /// The word that names it, such as "Signature".
        label: String,
        /// The name and title of who signs.
        name: String,
        /// The moment it was signed, written out; without one there is room for a hand.
        at: String,
        /// The word that names the room for the date.
        date: String,
    },
    /// The line that says what the next piece weighs. It leads to it, and is no heading.
    Weight {
        /// What.
        weight: Weight,
        /// The same in words.
        label: String,
    },
    /// A new sheet of paper where there is paper, its front side too where both are printed. Never the first or the last
    /// piece.
    NewSheet,
}

/// What a task weighs on its page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Weight {
    /// It is worth doing if nothing else gets done: it stands out.
    Matters,
    /// It and the tasks right after it can be left out: it stays in the background.
    More,
}

/// How the items of a list are marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "mark", rename_all = "kebab-case")]
pub enum ListKind {
    /// With a dot.
    Dots,
    /// With their numbers.
    Numbers {
        /// The number of the first.
        from: usize,
    },
    /// As small numbered cards from 1, each a row of fields that no table holds.
    Cards,
}

/// An item of a list.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Item {
    /// What it holds: a paragraph, a question with its choices, the fields of a card.
    pub pieces: Vec<Piece>,
    /// Whether it stays whole on a page.
    pub whole: bool,
}

/// What a frame holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum FrameKind {
    /// The one thing to keep.
    KeyPoint,
    /// A made-up story.
    Story,
    /// A card for rehearsing together.
    RolePlay,
    /// The way to a page of its own.
    Leads,
    /// Something to fill; on a card to carry, what is cut out.
    Worksheet,
    /// In small print: who made the page and who may use it, or what proves a signature.
    SmallPrint,
}

/// A field: what was answered, or room for a hand.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Field {
    /// What it asks, set strong. Empty in a table, where the column asks, and where the heading above has asked.
    pub label: Vec<Run>,
    /// A softer second line.
    pub hint: String,
    /// By what it is known on its page, whatever it asks and in whatever language; empty for what is filled by hand alone.
    pub name: String,
    /// How much of its line it takes, in sixths.
    pub share: u8,
    /// What was answered in words; `None` when nothing was, or when it shows in the marks of the room.
    pub said: Option<Said>,
    /// The room it has when nothing is said.
    pub room: Room,
}

/// The room of a field.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Room {
    /// Lines to write on.
    Lines {
        /// How many, 1 to 20; a hand needs 9 mm for each (LOOK.md, *Paper*).
        lines: u8,
    },
    /// Three short lines for a day.
    Date {
        /// The word under the first.
        day: String,
        /// The word under the second.
        month: String,
        /// The word under the third.
        year: String,
    },
    /// A box for a number.
    Number {
        /// From where to where it goes, in words.
        range: String,
    },
    /// A row of whole numbers to mark, at most eleven.
    Scale {
        /// The first.
        min: i32,
        /// The last.
        max: i32,
        /// What the first means.
        low: String,
        /// What the last means.
        high: String,
        /// The number that was marked.
        at: Option<i32>,
        /// The same in words, such as "Marked: 7", for a poor copy and for those who listen; empty when none was.
        marked: String,
    },
    /// Boxes with words beside them.
    Marks {
        /// Whether one alone can be chosen; such boxes are round.
        one: bool,
        /// The boxes.
        marks: Vec<Mark>,
    },
}

/// A box that can be ticked, with its words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Mark {
    /// The words.
    pub label: String,
    /// The box.
    #[serde(flatten)]
    pub tick: Tick,
}

/// A box that can be ticked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Tick {
    /// By what the field is known whose choice it is; empty for what is ticked by hand alone.
    pub name: String,
    /// Which of the choices of that field.
    pub option: String,
    /// Whether it is.
    pub ticked: bool,
    /// What it counts in a score, written inside for those who add up by hand; empty when it counts nothing.
    pub counts: String,
}

/// A table. The first cell of each row may name it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Table {
    /// What its cells are for.
    pub kind: TableKind,
    /// The line above it; a table of marks has a heading instead.
    pub title: String,
    /// The columns; their labels are the head row, which comes again on each page.
    pub columns: Vec<Column>,
    /// The rows, each with as many cells as there are columns.
    pub rows: Vec<Row>,
}

/// What the cells of a table are for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum TableKind {
    /// For ticks; the first cell of a row says what is ticked.
    Marks,
    /// For words of somebody's own; no cell names its row.
    Writing,
    /// For reading; the first cell of a row names it.
    Reading,
}

/// A column.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Column {
    /// The head.
    pub label: String,
    /// A softer second line of the head.
    pub hint: String,
    /// How wide it wants to be beside the others.
    pub weight: u16,
}

/// A row.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Row {
    /// The cells.
    pub cells: Vec<Cell>,
    /// Whether it stays whole on a page.
    pub whole: bool,
}

/// A cell.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "cell", rename_all = "kebab-case")]
pub enum Cell {
    /// Words to read; none for a cell with nothing to say.
    Words {
        /// The words.
        words: Vec<Run>,
    },
    /// A box to tick.
    Tick {
        /// The box.
        tick: Tick,
        /// Whether one alone in the row can be chosen; such boxes are round.
        one: bool,
    },
    /// A field.
    Field(Field),
}

/// A label and its value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Fact {
    /// The label.
    pub label: String,
    /// The value.
    pub said: Said,
    /// Whether it stays whole on a page.
    pub whole: bool,
}

/// Results over time, to be drawn where a format can draw and to be read in any.
///
/// Read aloud or written, its words come in the order of these fields: the title, the upper end of the upright axis and
/// the lower one, the first day and the last, the names, the values.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Chart {
    /// The title.
    pub title: String,
    /// What the drawing shows, said for those who do not see it.
    pub alt: String,
    /// The highest value there can be.
    pub highest: String,
    /// What it means.
    pub high: String,
    /// The lowest value there can be.
    pub lowest: String,
    /// What it means.
    pub low: String,
    /// The first day.
    pub from: String,
    /// The last day; empty when it is the first.
    pub until: String,
    /// The lines.
    pub lines: Vec<Line>,
    /// The same as numbers: a table to read, one row for each day.
    pub values: Table,
}

/// A line of a chart.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Line {
    /// Who or what it is.
    pub name: String,
    /// How its points are marked; never by colour.
    pub shape: Shape,
    /// Where they stand, from the first day to the last.
    pub points: Vec<Place>,
}

/// The mark of a line's points.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Shape {
    /// A ring.
    Ring,
    /// A full square.
    Square,
    /// An open triangle.
    Triangle,
    /// A full diamond.
    Diamond,
}

/// Where a point stands between the axes.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Place {
    /// From the first day, 0, to the last, 1.
    pub across: f64,
    /// From the lowest value, 0, to the highest, 1.
    pub up: f64,
}
