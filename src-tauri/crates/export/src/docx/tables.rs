//! Tables: what stands in a frame of its own.

use super::body::{Text, Voice, WIDTH, boxed};
use crate::fill::{Cell, Column, Field, Mark, Room, Row, Table};

impl Text {
    pub(super) fn table(&mut self, table: &Table) {
        let Table {
            kind: _,
            title,
            columns,
            rows,
        } = table;
        self.words("Caption", title, true);
        // A paragraph cannot hold a table, so an item's mark stands before it.
        if self.mark.is_some() {
            self.paragraph("BodyText", true, |_| {});
        }
        let room = WIDTH.saturating_sub(self.indent);
        let all: u32 = columns.iter().map(|column| u32::from(column.weight)).sum();
        let widths: Vec<String> = columns
            .iter()
            .map(|column| (room * u32::from(column.weight) / all.max(1)).to_string())
            .collect();
        let outside = self.indent;
        self.indent = 0;
        self.in_cell = true;
        self.xml.open("w:tbl", &[]);
        self.xml.around("w:tblPr", &[], |xml| {
            xml.raw("<w:tblStyle w:val=\"TableGrid\"/>");
            xml.empty("w:tblW", &[("w:w", &room.to_string()), ("w:type", "dxa")]);
            if outside > 0 {
                xml.empty("w:tblInd", &[("w:w", &outside.to_string()), ("w:type", "dxa")]);
            }
            xml.raw("<w:tblLayout w:type=\"fixed\"/>");
            xml.raw("<w:tblLook w:val=\"00A0\" w:firstRow=\"1\" w:lastRow=\"0\" w:firstColumn=\"1\" w:lastColumn=\"0\" w:noHBand=\"0\" w:noVBand=\"0\"/>");
        });
        self.xml.around("w:tblGrid", &[], |xml| {
            for width in &widths {
                xml.empty("w:gridCol", &[("w:w", width)]);
            }
        });
        self.row(true, &widths, columns.len(), |text, place| {
            if let Some(Column {
                label,
                hint,
                weight: _,
            }) = columns.get(place)
            {
                text.paragraph("TableHead", false, |text| {
                    text.run(label, Voice::default());
                    if !hint.is_empty() {
                        text.xml.raw("<w:r><w:br/></w:r>");
                        text.run(
                            hint,
                            Voice {
                                soft: true,
                                ..Voice::default()
                            },
                        );
                    }
                });
            }
        });
        for Row { cells, whole: _ } in rows {
            self.row(false, &widths, columns.len(), |text, place| {
                if let Some(cell) = cells.get(place) {
                    text.cell(cell);
                }
            });
        }
        self.xml.close("w:tbl");
        self.in_cell = false;
        self.indent = outside;
        // Two tables without anything between would be one.
        self.xml
            .raw("<w:p><w:pPr><w:pStyle w:val=\"AfterTable\"/></w:pPr></w:p>");
    }

    fn row(
        &mut self,
        head: bool,
        widths: &[String],
        cells: usize,
        mut fill: impl FnMut(&mut Self, usize),
    ) {
        self.xml.open("w:tr", &[]);
        self.xml.around("w:trPr", &[], |xml| {
            xml.raw("<w:cantSplit/>");
            if head {
                xml.raw("<w:tblHeader/>");
            }
        });
        for place in 0..cells {
            self.xml.open("w:tc", &[]);
            if let Some(width) = widths.get(place) {
                self.xml.around("w:tcPr", &[], |xml| {
                    xml.empty("w:tcW", &[("w:w", width), ("w:type", "dxa")]);
                });
            }
            fill(self, place);
            self.xml.close("w:tc");
        }
        self.xml.close("w:tr");
    }

    /// Fills a cell, which needs one paragraph at least, as its last.
    fn cell(&mut self, cell: &Cell) {
        match cell {
            Cell::Words { words } => self.paragraph("TableText", false, |text| text.runs(words)),
            Cell::Tick { tick, one } => {
                self.paragraph("TableText", false, |text| {
                    text.run(&boxed(tick, *one), Voice::default())
                });
            }
            Cell::Field(Field {
                label,
                hint: _,
                name: _,
                share: _,
                said,
                room,
            }) => {
                if !label.is_empty() {
                    self.paragraph("TableText", true, |text| text.runs(label));
                }
                match (said, room) {
                    (Some(said), _) => self.said("TableText", said, false),
                    (None, Room::Marks { one, marks }) if !marks.is_empty() => {
                        for Mark { label, tick } in marks {
                            self.words(
                                "TableText",
                                &format!("{} {label}", boxed(tick, *one)),
                                false,
                            );
                        }
                    }
                    // In a cell the hand knows what to do with an empty place.
                    (
                        None,
                        Room::Lines { .. }
                        | Room::Date { .. }
                        | Room::Number { .. }
                        | Room::Scale { .. }
                        | Room::Marks { .. },
                    ) => self.paragraph("TableText", false, |_| {}),
                }
            }
        }
    }
}
