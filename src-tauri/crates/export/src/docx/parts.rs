//! The parts of the file around its text.

use domain::Lang;

use super::{DECLARATION, MAIN, RELATIONS, body::Body};
use crate::{
    alike::{asked, dotted},
    fill::{Furniture, Owner, Packet, PagePart},
    markup::Markup,
};

const STYLES: &str = include_str!("styles.xml");
const NUMBERING: &str = include_str!("numbering.xml");
const THEME: &str = include_str!("theme.xml");
const FONTS: &str = include_str!("fonts.xml");

const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const TYPES: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/// Every part with its name in the file, the list of content types first, as readers expect it.
pub(super) fn all(packet: &Packet, body: Body) -> Vec<(String, Vec<u8>)> {
    let documents = packet.documents.len();
    let Body {
        text,
        lists,
        pictures,
    } = body;
    let pictures_there = pictures.len();
    let mut parts = vec![
        ("[Content_Types].xml".to_owned(), content_types(documents)),
        ("_rels/.rels".to_owned(), package()),
        ("docProps/core.xml".to_owned(), core(packet)),
        ("docProps/app.xml".to_owned(), app()),
        (
            "word/_rels/document.xml.rels".to_owned(),
            relations(documents, pictures_there),
        ),
        ("word/styles.xml".to_owned(), styles(packet.lang)),
        ("word/numbering.xml".to_owned(), numbering(&lists)),
        ("word/settings.xml".to_owned(), settings()),
        ("word/theme/theme1.xml".to_owned(), THEME.to_owned()),
        ("word/fontTable.xml".to_owned(), FONTS.to_owned()),
        ("word/document.xml".to_owned(), text),
    ];
    for (place, document) in packet.documents.iter().enumerate() {
        let number = place + 1;
        parts.push((
            format!("word/header{number}.xml"),
            header(&document.furniture),
        ));
        parts.push((
            format!("word/footer{number}.xml"),
            footer(&document.furniture, documents),
        ));
    }
    let texts = parts
        .into_iter()
        .map(|(name, text)| (name, text.into_bytes()));
    let drawn = pictures
        .into_iter()
        .enumerate()
        .map(|(place, png)| (format!("word/media/image{}.png", place + 1), png));
    texts.chain(drawn).collect()
}

/// The tag of a language with the country whose spelling is meant, which a spell checker needs.
pub(super) const fn language(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "en-GB",
        Lang::Da => "da-DK",
        Lang::Nb => "nb-NO",
    }
}

fn content_types(documents: usize) -> String {
    let mut xml = begun();
    let namespace = "http://schemas.openxmlformats.org/package/2006/content-types";
    xml.around("Types", &[("xmlns", namespace)], |xml| {
        for (extension, kind) in [
            (
                "rels",
                "application/vnd.openxmlformats-package.relationships+xml",
            ),
            ("xml", "application/xml"),
            ("png", "image/png"),
        ] {
            xml.empty(
                "Default",
                &[("Extension", extension), ("ContentType", kind)],
            );
        }
        let mut part = |name: &str, kind: &str| {
            xml.empty("Override", &[("PartName", name), ("ContentType", kind)]);
        };
        part("/word/document.xml", &format!("{TYPES}.document.main+xml"));
        part("/word/styles.xml", &format!("{TYPES}.styles+xml"));
        part("/word/numbering.xml", &format!("{TYPES}.numbering+xml"));
        part("/word/settings.xml", &format!("{TYPES}.settings+xml"));
        part("/word/fontTable.xml", &format!("{TYPES}.fontTable+xml"));
        part(
            "/word/theme/theme1.xml",
            "application/vnd.openxmlformats-officedocument.theme+xml",
        );
        for number in 1..=documents {
            part(
                &format!("/word/header{number}.xml"),
                &format!("{TYPES}.header+xml"),
            );
            part(
                &format!("/word/footer{number}.xml"),
                &format!("{TYPES}.footer+xml"),
            );
        }
        part(
            "/docProps/core.xml",
            "application/vnd.openxmlformats-package.core-properties+xml",
        );
        part(
            "/docProps/app.xml",
            "application/vnd.openxmlformats-officedocument.extended-properties+xml",
        );
    });
    xml.done()
}

/// Writes a part that names others: id, kind and target of each.
fn relationships(of: &[(String, &str, String)]) -> String {
    let mut xml = begun();
    let namespace = "http://schemas.openxmlformats.org/package/2006/relationships";
    xml.around("Relationships", &[("xmlns", namespace)], |xml| {
        for (id, kind, target) in of {
            xml.empty(
                "Relationship",
                &[("Id", id), ("Type", kind), ("Target", target)],
            );
        }
    });
    xml.done()
}

fn package() -> String {
    let core =
        "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";
    let [document, app] = ["officeDocument", "extended-properties"].map(office);
    relationships(&[
        ("rId1".to_owned(), &document, "word/document.xml".to_owned()),
        ("rId2".to_owned(), core, "docProps/core.xml".to_owned()),
        ("rId3".to_owned(), &app, "docProps/app.xml".to_owned()),
    ])
}

fn office(kind: &str) -> String {
    format!("{OFFICE}/{kind}")
}

fn relations(documents: usize, pictures: usize) -> String {
    let kinds = [
        "styles",
        "numbering",
        "settings",
        "theme",
        "fontTable",
        "header",
        "footer",
        "image",
    ]
    .map(office);
    let [
        styles,
        numbering,
        settings,
        theme,
        fonts,
        header,
        footer,
        image,
    ] = kinds.each_ref().map(String::as_str);
    let mut all = vec![
        ("styles".to_owned(), styles, "styles.xml".to_owned()),
        (
            "numbering".to_owned(),
            numbering,
            "numbering.xml".to_owned(),
        ),
        ("settings".to_owned(), settings, "settings.xml".to_owned()),
        ("theme".to_owned(), theme, "theme/theme1.xml".to_owned()),
        ("fonts".to_owned(), fonts, "fontTable.xml".to_owned()),
    ];
    let mut numbered = |kind, name: &str, folder: &str, end: &str, count: usize| {
        all.extend((1..=count).map(|number| {
            (
                format!("{name}{number}"),
                kind,
                format!("{folder}{name}{number}.{end}"),
            )
        }));
    };
    numbered(header, "header", "", "xml", documents);
    numbered(footer, "footer", "", "xml", documents);
    numbered(image, "image", "media/", "png", pictures);
    relationships(&all)
}

fn core(packet: &Packet) -> String {
    let mut xml = begun();
    let attributes = [
        (
            "xmlns:cp",
            "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
        ),
        ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
    ];
    xml.around("cp:coreProperties", &attributes, |xml| {
        xml.words("dc:title", &[], &packet.title);
        xml.words("dc:language", &[], language(packet.lang));
    });
    xml.done()
}

fn app() -> String {
    let mut xml = begun();
    let namespace = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties";
    xml.around("Properties", &[("xmlns", namespace)], |xml| {
        xml.words("Application", &[], "Waymark");
    });
    xml.done()
}

fn settings() -> String {
    let mut xml = begun();
    xml.around("w:settings", &[MAIN], |xml| {
        xml.empty("w:defaultTabStop", &[("w:val", "709")]);
        xml.empty("w:characterSpacingControl", &[("w:val", "doNotCompress")]);
        xml.around("w:compat", &[], |xml| {
            xml.empty(
                "w:compatSetting",
                &[
                    ("w:name", "compatibilityMode"),
                    ("w:uri", "http://schemas.microsoft.com/office/word"),
                    ("w:val", "15"),
                ],
            );
        });
    });
    xml.done()
}

fn styles(lang: Lang) -> String {
    STYLES.replace("{lang}", language(lang))
}

/// Adds an instance for every numbered list, which begins at its own number.
fn numbering(lists: &[usize]) -> String {
    let mut instances = Markup::default();
    for (place, from) in lists.iter().enumerate() {
        // 1 and 2 are dots, in the file itself.
        let id = (place + 3).to_string();
        instances.around("w:num", &[("w:numId", &id)], |xml| {
            xml.empty("w:abstractNumId", &[("w:val", "2")]);
            xml.around("w:lvlOverride", &[("w:ilvl", "0")], |xml| {
                xml.empty("w:startOverride", &[("w:val", &from.to_string())]);
            });
        });
    }
    NUMBERING.replace("{lists}", &instances.done())
}

fn header(furniture: &Furniture) -> String {
    let Furniture {
        site,
        owner,
        draft,
        asks_name,
        foot: _,
        page: _,
    } = furniture;
    let mut bits: Vec<&str> = Vec::new();
    if let Some(Owner {
        name,
        record,
        // The colour is a help on a screen full of people; in a file of one it is ink.
        colour: _,
    }) = owner
    {
        bits.extend([name.as_str(), record]);
    }
    bits.extend([site.as_str(), draft]);
    let asks = asked(asks_name);
    bits.push(&asks);
    page_part("w:hdr", |xml| {
        paragraph(xml, "Header", |xml| run(xml, &dotted(&bits)));
    })
}

fn footer(furniture: &Furniture, documents: usize) -> String {
    page_part("w:ftr", |xml| {
        for (place, bits) in furniture.foot.iter().enumerate() {
            paragraph(xml, "Footer", |xml| {
                run(xml, &dotted(bits));
                if place == 0 {
                    xml.raw("<w:r><w:tab/></w:r>");
                    page_number(xml, furniture, documents);
                }
            });
        }
        if furniture.foot.is_empty() {
            paragraph(xml, "Footer", |xml| page_number(xml, furniture, documents));
        }
    })
}

fn page_number(xml: &mut Markup, furniture: &Furniture, documents: usize) {
    // LibreOffice counts the pages of a file and not those of a section.
    let count = if documents == 1 {
        "NUMPAGES"
    } else {
        "SECTIONPAGES"
    };
    for part in furniture.page.parts() {
        match part {
            PagePart::Words(words) => run(xml, words),
            PagePart::Number => field(xml, "PAGE"),
            PagePart::Count => field(xml, count),
        }
    }
}

fn field(xml: &mut Markup, code: &str) {
    xml.around("w:fldSimple", &[("w:instr", code)], |xml| run(xml, "1"));
}

fn page_part(name: &str, inside: impl FnOnce(&mut Markup)) -> String {
    let mut xml = begun();
    xml.around(name, &[MAIN, RELATIONS], inside);
    xml.done()
}

fn paragraph(xml: &mut Markup, style: &str, inside: impl FnOnce(&mut Markup)) {
    xml.around("w:p", &[], |xml| {
        xml.around("w:pPr", &[], |xml| {
            xml.empty("w:pStyle", &[("w:val", style)]);
        });
        inside(xml);
    });
}

fn run(xml: &mut Markup, words: &str) {
    if !words.is_empty() {
        xml.around("w:r", &[], |xml| {
            xml.around("w:t", &[("xml:space", "preserve")], |xml| xml.text(words));
        });
    }
}

fn begun() -> Markup {
    let mut xml = Markup::default();
    xml.raw(DECLARATION);
    xml
}
