//! A page of HTML that leads to other files beside it: the first page of a folder that opens without Waymark.

use domain::Lang;

use crate::{html, markup::Markup};

/// The page.
#[derive(Clone, Debug)]
pub struct Listing {
    /// Its title.
    pub title: String,
    /// What stands under it, such as a record number; may be empty.
    pub under: String,
    /// The language of its headings.
    pub lang: Lang,
    /// What the folder is, in a sentence or two.
    pub lead: String,
    /// Its parts, in order.
    pub parts: Vec<Part>,
}

/// One part of the page.
#[derive(Clone, Debug)]
pub struct Part {
    /// Its heading.
    pub heading: String,
    /// What stands in it, in order.
    pub entries: Vec<Entry>,
}

/// One line of a part.
#[derive(Clone, Debug)]
pub enum Entry {
    /// Somebody's words, with what is to be known of them.
    Words {
        /// The words, verbatim.
        words: String,
        /// When, or where it stands.
        about: String,
    },
    /// Something that lies in the folder, in one or several forms.
    Files {
        /// What it is.
        title: String,
        /// Each with what it is called and its path from the page, folders parted by `/`.
        files: Vec<(String, String)>,
    },
}

/// Writes the page. It fetches and runs nothing, as all HTML that leaves.
pub fn write(listing: &Listing) -> String {
    html::page(&listing.title, listing.lang, |body| {
        body.words("h1", &[], &listing.title);
        body.words("p", &[("class", "site")], &listing.under);
        body.words("p", &[("class", "purpose")], &listing.lead);
        for part in &listing.parts {
            body.words("h2", &[], &part.heading);
            for entry in &part.entries {
                write_entry(body, entry);
            }
        }
    })
}

fn write_entry(body: &mut Markup, entry: &Entry) {
    match entry {
        Entry::Words { words, about } => body.around("figure", &[], |figure| {
            figure.around("blockquote", &[], |quote| lines(quote, words));
            figure.words("figcaption", &[], about);
        }),
        Entry::Files { title, files } => body.around("p", &[("class", "files")], |line| {
            line.text(title);
            for (place, (name, path)) in files.iter().enumerate() {
                line.text(if place == 0 { ": " } else { ", " });
                line.words("a", &[("href", &encoded(path))], name);
            }
        }),
    }
}

fn lines(markup: &mut Markup, words: &str) {
    for (place, line) in words.split('\n').enumerate() {
        if place > 0 {
            markup.raw("<br>");
        }
        markup.text(line);
    }
}

/// A path as a relative address: everything but letters, figures and `-._/` as percent signs (RFC 3986, 2.1), and never
/// anything that a browser could take for a scheme.
fn encoded(path: &str) -> String {
    let mut address = String::from("./");
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._/".contains(&byte) {
            address.push(char::from(byte));
        } else {
            address.push_str(&format!("%{byte:02X}"));
        }
    }
    address
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_no_markup_and_paths_are_no_schemes() {
        let page = write(&Listing {
            title: "<b>Maria</b>".to_owned(),
            under: String::new(),
            lang: Lang::Da,
            lead: "x".to_owned(),
            parts: vec![Part {
                heading: "Noter".to_owned(),
                entries: vec![
                    Entry::Words {
                        words: "one <two>\nthree".to_owned(),
                        about: "& four".to_owned(),
                    },
                    Entry::Files {
                        title: "Note".to_owned(),
                        files: vec![("PDF".to_owned(), "javascript:x/Ærø 1.pdf".to_owned())],
                    },
                ],
            }],
        });
        assert!(page.contains("<h1>&lt;b&gt;Maria&lt;/b&gt;</h1>"), "{page}");
        assert!(
            page.contains("<blockquote>one &lt;two&gt;<br>three</blockquote>"),
            "{page}"
        );
        assert!(
            page.contains("<a href=\"./javascript%3Ax/%C3%86r%C3%B8%201.pdf\">PDF</a>"),
            "{page}"
        );
        assert!(page.contains("default-src 'none'"), "{page}");
    }
}
