//! Tables and charts: what stands in a frame of its own.

use super::body::{Text, Voice, WIDTH, boxed};
use crate::{
    alike::joined,
    drawing,
    fill::{Cell, Chart, Column, Field, Line, Mark, Room, Row, Shape, Table},
};

/// A picture's width and height in English Metric Units: the width of the text, and in proportion.
const EMU: (u64, u64) = (
    WIDTH as u64 * 635,
    WIDTH as u64 * 635 * drawing::SIZE.1 as u64 / drawing::SIZE.0 as u64,
);

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

    pub(super) fn chart(&mut self, chart: &Chart) {
        let Chart {
            title,
            alt,
            highest,
            high,
            lowest,
            low,
            from,
            until,
            lines,
            values,
        } = chart;
        self.words("Caption", title, true);
        self.words("Hint", &joined([highest, high], " "), true);
        self.picture(alt, lines);
        self.words("Hint", &joined([lowest, low], " "), true);
        self.words("Hint", &joined([from, until], "    "), true);
        for Line {
            name,
            shape,
            points: _,
        } in lines
        {
            let mark = match shape {
                Shape::Ring => "\u{25CB}",
                Shape::Square => "\u{25A0}",
                Shape::Triangle => "\u{25B3}",
                Shape::Diamond => "\u{25C6}",
            };
            self.words("Hint", &format!("{mark} {name}"), false);
        }
        self.table(values);
    }

    fn picture(&mut self, alt: &str, lines: &[Line]) {
        let Some(png) = drawing::png(lines) else {
            // Its values stand below all the same.
            return;
        };
        self.pictures.push(png);
        let number = self.pictures.len().to_string();
        let (wide, high) = (EMU.0.to_string(), EMU.1.to_string());
        let size = [("cx", wide.as_str()), ("cy", &high)];
        let name = format!("chart {number}");
        self.xml.open("w:p", &[]);
        self.xml
            .raw("<w:pPr><w:pStyle w:val=\"BodyText\"/><w:keepNext/></w:pPr>");
        self.xml.around("w:r", &[], |xml| {
            xml.around("w:drawing", &[], |xml| {
                let flush = [
                    ("distT", "0"),
                    ("distB", "0"),
                    ("distL", "0"),
                    ("distR", "0"),
                ];
                xml.around("wp:inline", &flush, |xml| {
                    xml.empty("wp:extent", &size);
                    xml.empty(
                        "wp:docPr",
                        &[("id", &number), ("name", &name), ("descr", alt)],
                    );
                    xml.around("a:graphic", &[], |xml| {
                        let uri = "http://schemas.openxmlformats.org/drawingml/2006/picture";
                        xml.around("a:graphicData", &[("uri", uri)], |xml| {
                            xml.around("pic:pic", &[], |xml| {
                                xml.around("pic:nvPicPr", &[], |xml| {
                                    xml.empty(
                                        "pic:cNvPr",
                                        &[("id", &number), ("name", &name), ("descr", alt)],
                                    );
                                    xml.raw("<pic:cNvPicPr/>");
                                });
                                xml.around("pic:blipFill", &[], |xml| {
                                    xml.empty("a:blip", &[("r:embed", &format!("image{number}"))]);
                                    xml.raw("<a:stretch><a:fillRect/></a:stretch>");
                                });
                                xml.around("pic:spPr", &[], |xml| {
                                    xml.around("a:xfrm", &[], |xml| {
                                        xml.raw("<a:off x=\"0\" y=\"0\"/>");
                                        xml.empty("a:ext", &size);
                                    });
                                    xml.raw("<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom>");
                                });
                            });
                        });
                    });
                });
            });
        });
        self.xml.close("w:p");
    }
}
