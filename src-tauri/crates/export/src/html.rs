//! One page of HTML that needs nothing else: no script, no address, its few rules of style inside. It opens in any browser
//! without Waymark, and can be read aloud.

use domain::Lang;

use crate::{
    alike::{dotted, joined, sign},
    drawing, figure,
    fill::{
        Cell, Chart, Column, Composition, Fact, Field, FrameKind, Furniture, Item, Line, ListKind,
        Mark, Owner, Packet, Piece, Room, Row, Run, Said, Table, TableKind, Tick, Weight,
    },
    markup::Markup,
};

const STYLE: &str = include_str!("html/style.css");
/// Nothing may be fetched or run, whatever stands in the words.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'";

/// Writes a page with all documents of a packet.
pub fn write(packet: &Packet) -> String {
    let Packet {
        title,
        lang,
        // A browser's page has no title page and no page numbers to list.
        cover: _,
        documents,
    } = packet;
    page(title, *lang, |body| {
        for composed in documents {
            document(body, composed);
        }
    })
}

/// Writes the page around what stands on it.
pub(crate) fn page(title: &str, lang: Lang, inside: impl FnOnce(&mut Markup)) -> String {
    let mut page = Markup::default();
    page.raw("<!DOCTYPE html>\n");
    page.around("html", &[("lang", lang.tag())], |page| {
        page.around("head", &[], |head| {
            head.raw("<meta charset=\"utf-8\">");
            head.open(
                "meta",
                &[
                    ("http-equiv", "Content-Security-Policy"),
                    ("content", POLICY),
                ],
            );
            head.raw("<meta name=\"viewport\" content=\"width=device-width\">");
            head.around("title", &[], |head| head.text(title));
            head.around("style", &[], |head| head.raw(STYLE));
        });
        page.around("body", &[], inside);
    });
    page.raw("\n");
    page.done()
}

fn document(page: &mut Markup, document: &Composition) {
    let Composition {
        topic: _,
        kind: _,
        lang,
        title,
        number,
        module,
        purpose,
        furniture,
        pieces: all,
    } = document;
    page.around("article", &[("lang", lang.tag())], |page| {
        head(page, furniture);
        page.around("header", &[], |page| {
            page.words("p", &[("class", "module")], &joined([number, module], " "));
            page.words("h1", &[], title);
            page.words("p", &[("class", "purpose")], purpose);
        });
        pieces(page, all);
        page.around("footer", &[], |page| {
            for bits in &furniture.foot {
                page.words("p", &[], &dotted(bits));
            }
        });
    });
    page.raw("\n");
}

fn head(page: &mut Markup, furniture: &Furniture) {
    let Furniture {
        site,
        owner,
        draft,
        asks_name,
        foot: _,
        page: _,
    } = furniture;
    page.words("p", &[("class", "draft")], draft);
    if !asks_name.is_empty() {
        page.around("p", &[("class", "asks")], |page| page.text(asks_name));
    }
    if let Some(Owner {
        name,
        record,
        colour,
    }) = owner
    {
        let style = format!("border-color: {colour}");
        page.around("p", &[("class", "owner"), ("style", &style)], |page| {
            page.words("strong", &[], name);
            page.text(" ");
            page.words("span", &[], record);
        });
    }
    page.words("p", &[("class", "site")], site);
}

fn pieces(page: &mut Markup, pieces: &[Piece]) {
    for one in pieces {
        piece(page, one);
    }
}

fn piece(page: &mut Markup, piece: &Piece) {
    match piece {
        Piece::Heading { level, text } => {
            page.words(if *level == 2 { "h2" } else { "h3" }, &[], text);
        }
        Piece::Paragraph { words, leads: _ } => page.around("p", &[], |page| runs(page, words)),
        Piece::List {
            kind,
            items,
            leads: _,
        } => list(page, *kind, items),
        Piece::Quotation { said, source } => page.around("figure", &[], |page| {
            page.around("blockquote", &[], |page| lines(page, said));
            page.words("figcaption", &[], source);
        }),
        Piece::Fields { fields } => page.around("div", &[("class", "fields")], |page| {
            for one in fields {
                field(page, one);
            }
        }),
        Piece::Table(one) => table(page, one),
        Piece::Facts { rows, leads: _ } => page.around("dl", &[], |page| {
            for Fact {
                label,
                said,
                whole: _,
            } in rows
            {
                page.words("dt", &[], label);
                page.around("dd", &[], |page| lines(page, said));
            }
        }),
        Piece::Chart(one) => chart(page, one),
        Piece::Frame {
            kind,
            label,
            pieces: inside,
            whole: _,
        } => {
            let class = match kind {
                FrameKind::KeyPoint => "key-point",
                FrameKind::Story => "story",
                FrameKind::RolePlay => "role-play",
                FrameKind::Leads => "leads",
                FrameKind::Worksheet => "worksheet",
                FrameKind::SmallPrint => "small-print",
            };
            page.around("section", &[("class", class)], |page| {
                page.words("p", &[("class", "label")], label);
                pieces(page, inside);
            });
        }
        Piece::Signature {
            label,
            name,
            at,
            date,
        } => page.around("p", &[("class", "signature")], |page| {
            page.text(&format!("{label}: {name}"));
            page.raw("<br>");
            page.text(if at.is_empty() { date } else { at });
        }),
        Piece::Figure {
            alt,
            caption,
            drawing,
        } => page.around("figure", &[("class", "drawing")], |page| {
            figure::svg(page, alt, drawing);
            page.words("figcaption", &[], caption);
        }),
        Piece::Weight { weight, label } => {
            let class = match weight {
                Weight::Matters => "weight matters",
                Weight::More => "weight",
            };
            page.words("p", &[("class", class)], label);
        }
        Piece::NewSheet => page.raw("<hr>"),
    }
}

fn list(page: &mut Markup, kind: ListKind, items: &[Item]) {
    let (name, class, from) = match kind {
        ListKind::Dots => ("ul", "dots", 1),
        ListKind::Numbers { from } => ("ol", "numbers", from),
        ListKind::Cards => ("ol", "cards", 1),
    };
    let from = from.to_string();
    let attributes: &[(&str, &str)] = match name {
        "ol" => &[("class", class), ("start", &from)],
        _ => &[("class", class)],
    };
    page.around(name, attributes, |page| {
        for Item {
            pieces: inside,
            whole: _,
        } in items
        {
            page.around("li", &[], |page| pieces(page, inside));
        }
    });
}

fn field(page: &mut Markup, field: &Field) {
    let Field {
        label,
        hint,
        name: _,
        share,
        said,
        room: room_of,
    } = field;
    let style = format!("flex: {share}");
    page.around("div", &[("style", &style)], |page| {
        if !label.is_empty() {
            page.around("p", &[("class", "asks")], |page| runs(page, label));
        }
        page.words("p", &[("class", "hint")], hint);
        match said {
            Some(said) => page.around("p", &[("class", "said")], |page| lines(page, said)),
            None => room(page, room_of),
        }
    });
}

fn room(page: &mut Markup, room: &Room) {
    match room {
        Room::Lines { lines } => {
            for _ in 0..*lines {
                page.raw("<p class=\"line\"></p>");
            }
        }
        Room::Date { day, month, year } => page.around("p", &[("class", "date")], |page| {
            for part in [day, month, year] {
                page.words("span", &[], part);
            }
        }),
        Room::Number { range } => page.around("p", &[("class", "number")], |page| {
            page.raw("<span class=\"box\"></span> ");
            page.text(range);
        }),
        Room::Scale {
            min,
            max,
            low,
            high,
            at,
            marked,
        } => {
            page.around("p", &[("class", "scale")], |page| {
                for step in *min..=*max {
                    let class = if *at == Some(step) { "at" } else { "step" };
                    page.words("span", &[("class", class)], &step.to_string());
                }
            });
            page.around("p", &[("class", "ends")], |page| {
                page.words("span", &[], low);
                page.words("span", &[], high);
            });
            page.words("p", &[("class", "marked")], marked);
        }
        Room::Marks { one, marks } => page.around("ul", &[("class", "marks")], |page| {
            for Mark { label, tick } in marks {
                page.around("li", &[], |page| {
                    ticked(page, tick, *one);
                    page.text(&format!(" {label}"));
                });
            }
        }),
    }
}

/// A box with its tick: drawn, and a letter for those who listen or copy.
fn ticked(page: &mut Markup, tick: &Tick, one: bool) {
    let Tick {
        name: _,
        option: _,
        ticked,
        counts,
    } = tick;
    page.words("span", &[("class", "tick")], sign(tick, one));
    if !ticked {
        page.words("small", &[], counts);
    }
}

fn table(page: &mut Markup, table: &Table) {
    let Table {
        kind,
        title,
        columns,
        rows,
    } = table;
    page.around("table", &[], |page| {
        page.words("caption", &[], title);
        page.around("thead", &[], |page| {
            page.around("tr", &[], |page| {
                for Column {
                    label,
                    hint,
                    weight: _,
                } in columns
                {
                    page.around("th", &[("scope", "col")], |page| {
                        page.text(label);
                        page.words("small", &[], hint);
                    });
                }
            });
        });
        page.around("tbody", &[], |page| {
            for Row { cells, whole: _ } in rows {
                page.around("tr", &[], |page| {
                    for (place, one) in cells.iter().enumerate() {
                        let names = place == 0 && *kind != TableKind::Writing;
                        let (name, attributes): (_, &[(&str, &str)]) = match names {
                            true => ("th", &[("scope", "row")]),
                            false => ("td", &[]),
                        };
                        page.around(name, attributes, |page| cell(page, one));
                    }
                });
            }
        });
    });
}

fn cell(page: &mut Markup, cell: &Cell) {
    match cell {
        Cell::Words { words } => runs(page, words),
        Cell::Tick { tick, one } => ticked(page, tick, *one),
        Cell::Field(Field {
            label,
            hint: _,
            name: _,
            share: _,
            said,
            room: room_of,
        }) => {
            runs(page, label);
            match (said, room_of) {
                (Some(said), _) => lines(page, said),
                (None, Room::Marks { .. }) => room(page, room_of),
                // In a cell the hand knows what to do with an empty place.
                (
                    None,
                    Room::Lines { .. }
                    | Room::Date { .. }
                    | Room::Number { .. }
                    | Room::Scale { .. },
                ) => {}
            }
        }
    }
}

fn chart(page: &mut Markup, chart: &Chart) {
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
    page.around("figure", &[("class", "chart")], |page| {
        page.words("figcaption", &[], title);
        page.words("p", &[("class", "end")], &joined([highest, high], " "));
        picture(page, alt, lines);
        page.words("p", &[("class", "end")], &joined([lowest, low], " "));
        page.around("p", &[("class", "ends")], |page| {
            page.words("span", &[], from);
            page.words("span", &[], until);
        });
        page.around("ul", &[("class", "legend")], |page| {
            for Line {
                name,
                shape,
                points: _,
            } in lines
            {
                page.around("li", &[], |page| {
                    let attributes = [("aria-hidden", "true"), ("viewBox", "0 0 14 14")];
                    page.around("svg", &attributes, |page| {
                        page.raw(&drawing::mark(*shape, 7.0, 7.0));
                    });
                    page.text(&format!(" {name}"));
                });
            }
        });
    });
    table(page, values);
}

fn picture(page: &mut Markup, alt: &str, drawn: &[Line]) {
    let view = format!("0 0 {} {}", drawing::SIZE.0, drawing::SIZE.1);
    let attributes = [("role", "img"), ("viewBox", &*view), ("aria-label", alt)];
    page.around("svg", &attributes, |page| page.raw(&drawing::paths(drawn)));
}

fn lines(page: &mut Markup, said: &Said) {
    let Said {
        lines,
        rtl,
        length: _,
    } = said;
    let inside = |page: &mut Markup| {
        for (place, line) in lines.iter().enumerate() {
            if place > 0 {
                page.raw("<br>");
            }
            page.text(line);
        }
    };
    match rtl {
        Some(tag) => page.around("span", &[("dir", "rtl"), ("lang", tag)], inside),
        None => inside(page),
    }
}

fn runs(page: &mut Markup, words: &[Run]) {
    for run in words {
        match run {
            Run::Plain(text) => page.text(text),
            Run::Strong(text) => page.words("strong", &[], text),
            Run::Emphasis(text) => page.words("em", &[], text),
            Run::Soft(text) => page.words("small", &[], text),
            Run::Break => page.raw("<br>"),
        }
    }
}
