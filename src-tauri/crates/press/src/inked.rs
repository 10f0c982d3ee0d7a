//! Puts every word of a composition through [`Ink`].
//!
//! Each value is taken apart without `..`, so a word that is added to the pieces and not inked does not compile.

use export::fill::{
    Cell, Chart, Column, Composition, Cover, Fact, Field, Furniture, Item, Line, Mark, Opening,
    Owner, Piece, Room, Row, Run, Said, Table, TableKind, Tick,
};

use domain::document::{Drawing, Drawn};

use crate::ink::Ink;

/// Inks a document.
pub(crate) fn composition(document: &mut Composition, ink: &mut Ink<'_>) {
    let Composition {
        topic: _,
        kind: _,
        lang: _,
        title,
        number,
        module,
        purpose,
        furniture: around,
        pieces: inside,
    } = document;
    for words in [title, number, module] {
        ink.line(words);
    }
    ink.ending(purpose);
    furniture(around, ink);
    pieces(inside, ink);
}

/// Inks what stands around the documents of a book.
pub(crate) fn cover(cover: &mut Cover, ink: &mut Ink<'_>) {
    let Cover {
        title_page: _,
        openings: _,
        runs_on: _,
        label: _,
        title,
        subtitle,
        lang: _,
        owner: whose,
        belongs_to: _,
        site,
        contents: _,
        foot,
        page: _,
        parts,
    } = cover;
    for words in [title, subtitle, site] {
        ink.line(words);
    }
    owner(whose, ink);
    foot.iter_mut().flatten().for_each(|bit| ink.line(bit));
    for Opening {
        label,
        number,
        title,
        aim,
        first: _,
        after: _,
    } in parts
    {
        for words in [label, number, title, aim] {
            ink.line(words);
        }
    }
}

fn furniture(furniture: &mut Furniture, ink: &mut Ink<'_>) {
    let Furniture {
        site,
        owner: whose,
        draft: _,
        asks_name: _,
        foot,
        page: _,
    } = furniture;
    ink.line(site);
    owner(whose, ink);
    foot.iter_mut().flatten().for_each(|bit| ink.line(bit));
}

fn owner(owner: &mut Option<Owner>, ink: &mut Ink<'_>) {
    if let Some(Owner {
        name,
        record,
        colour: _,
    }) = owner
    {
        ink.line(name);
        ink.line(record);
    }
}

fn pieces(pieces: &mut [Piece], ink: &mut Ink<'_>) {
    for piece in pieces {
        self::piece(piece, ink);
    }
}

fn piece(piece: &mut Piece, ink: &mut Ink<'_>) {
    match piece {
        Piece::Heading { level: _, text } => ink.line(text),
        Piece::Paragraph { words, leads: _ } => runs(words, ink),
        Piece::List {
            kind: _,
            items,
            leads: _,
        } => {
            for Item {
                pieces: inside,
                whole: _,
            } in items
            {
                pieces(inside, ink);
            }
        }
        Piece::Quotation { said, source } => {
            self::said(said, ink);
            ink.line(source);
        }
        Piece::Fields { fields } => fields.iter_mut().for_each(|it| field(it, ink)),
        Piece::Table(table) => self::table(table, ink),
        Piece::Facts { rows, leads: _ } => {
            for Fact {
                label,
                said,
                whole: _,
            } in rows
            {
                ink.in_cell(|ink| ink.line(label));
                self::said(said, ink);
            }
        }
        Piece::Chart(chart) => self::chart(chart, ink),
        Piece::Figure {
            alt,
            caption,
            drawing,
        } => {
            ink.line(alt);
            ink.ending(caption);
            self::drawing(drawing, ink);
        }
        Piece::Frame {
            kind: _,
            label: _,
            pieces: inside,
            whole: _,
        } => pieces(inside, ink),
        Piece::Signature {
            label: _,
            name,
            at,
            date: _,
        } => {
            ink.line(name);
            ink.line(at);
        }
        // Its words are ours alone.
        Piece::Weight {
            weight: _,
            label: _,
        }
        | Piece::NewSheet => {}
    }
}

fn drawing(drawing: &mut Drawing, ink: &mut Ink<'_>) {
    let Drawing {
        width: _,
        height: _,
        shapes,
    } = drawing;
    for shape in shapes {
        match shape {
            Drawn::Label {
                at: _,
                anchor: _,
                strong: _,
                lines,
            } => lines.iter_mut().for_each(|line| ink.line(line)),
            Drawn::Path { steps: _, pen: _ }
            | Drawn::Circle {
                middle: _,
                radius: _,
                pen: _,
            } => {}
        }
    }
}

fn runs(words: &mut [Run], ink: &mut Ink<'_>) {
    let last = words.len().saturating_sub(1);
    for (place, run) in words.iter_mut().enumerate() {
        match run {
            Run::Plain(text) | Run::Strong(text) | Run::Emphasis(text) | Run::Soft(text) => {
                if place == last {
                    ink.ending(text);
                } else {
                    ink.line(text);
                }
            }
            Run::Break => {}
        }
    }
}

fn said(said: &mut Said, ink: &mut Ink<'_>) {
    let Said {
        lines,
        rtl: _,
        length: _,
    } = said;
    lines.iter_mut().for_each(|line| ink.line(line));
}

fn field(field: &mut Field, ink: &mut Ink<'_>) {
    let Field {
        label,
        hint,
        name: _,
        share: _,
        said,
        room: inside,
    } = field;
    runs(label, ink);
    ink.line(hint);
    if let Some(said) = said {
        self::said(said, ink);
    }
    room(inside, ink);
}

fn room(room: &mut Room, ink: &mut Ink<'_>) {
    match room {
        Room::Scale {
            min: _,
            max: _,
            low,
            high,
            at: _,
            marked: _,
        } => {
            ink.line(low);
            ink.line(high);
        }
        Room::Marks { one: _, marks } => {
            for Mark {
                label,
                tick:
                    Tick {
                        name: _,
                        option: _,
                        ticked: _,
                        counts: _,
                    },
            } in marks
            {
                ink.line(label);
            }
        }
        // Their words are ours alone.
        Room::Lines { lines: _ }
        | Room::Date {
            day: _,
            month: _,
            year: _,
        }
        | Room::Number { range: _ } => {}
    }
}

fn table(table: &mut Table, ink: &mut Ink<'_>) {
    let Table {
        kind,
        title,
        columns,
        rows,
    } = table;
    ink.line(title);
    ink.in_cell(|ink| {
        for Column {
            label,
            hint,
            weight: _,
        } in columns
        {
            ink.line(label);
            ink.line(hint);
        }
    });
    match kind {
        // The names of rows have the width of a page, or most of it.
        TableKind::Marks => cells(rows, ink),
        TableKind::Writing | TableKind::Reading => ink.in_cell(|ink| cells(rows, ink)),
    }
}

fn cells(rows: &mut [Row], ink: &mut Ink<'_>) {
    for Row { cells, whole: _ } in rows {
        for cell in cells {
            match cell {
                Cell::Words { words } => runs(words, ink),
                Cell::Tick { tick: _, one: _ } => {}
                Cell::Field(field) => self::field(field, ink),
            }
        }
    }
}

fn chart(chart: &mut Chart, ink: &mut Ink<'_>) {
    let Chart {
        title,
        alt,
        highest: _,
        high,
        lowest: _,
        low,
        from: _,
        until: _,
        lines,
        values,
    } = chart;
    for words in [title, alt] {
        ink.line(words);
    }
    ink.in_cell(|ink| {
        for words in [high, low] {
            ink.line(words);
        }
    });
    for Line {
        name,
        shape: _,
        points: _,
    } in lines
    {
        ink.line(name);
    }
    table(values, ink);
}
