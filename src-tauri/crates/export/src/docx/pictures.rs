//! Pictures: charts and figures, with what they show in words for those who do not see them.

use super::body::{Text, WIDTH};
use crate::{
    alike::joined,
    drawing,
    fill::{Chart, Line, Shape},
    picture::Picture,
};

/// English Metric Units in a twentieth of a point.
const EMU: u32 = 635;

impl Text {
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
        self.picture(alt, drawing::picture(lines), true);
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

    /// Puts a picture as wide as the text. `leads`: it stays on the page of what follows. Without one its words are left: a
    /// chart's values stand below all the same, and what a figure shows is said.
    pub(super) fn picture(&mut self, alt: &str, picture: Option<Picture>, leads: bool) {
        let Some(Picture { png, size }) = picture else {
            return self.words("Fact", alt, leads);
        };
        self.pictures.push(png);
        let wide = WIDTH.saturating_sub(self.indent) * EMU;
        let high = u64::from(wide) * u64::from(size.1) / u64::from(size.0.max(1));
        let (wide, high) = (wide.to_string(), high.to_string());
        let number = self.pictures.len().to_string();
        let size = [("cx", wide.as_str()), ("cy", &high)];
        let name = format!("picture {number}");
        self.paragraph("BodyText", leads, |text| {
            text.xml.around("w:r", &[], |xml| {
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
                                        xml.empty(
                                            "a:blip",
                                            &[("r:embed", &format!("image{number}"))],
                                        );
                                        xml.raw("<a:stretch><a:fillRect/></a:stretch>");
                                    });
                                    xml.around("pic:spPr", &[], |xml| {
                                        xml.around("a:xfrm", &[], |xml| {
                                            xml.raw("<a:off x=\"0\" y=\"0\"/>");
                                            xml.empty("a:ext", &size);
                                        });
                                        xml.raw(
                                            "<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom>",
                                        );
                                    });
                                });
                            });
                        });
                    });
                });
            });
        });
    }
}
