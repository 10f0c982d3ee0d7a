//! Puts the pages of a finished PDF beside each other, two on each side of a sheet: folded into a booklet, in the order that
//! is right once all sheets are folded together and stapled in the middle, or cut apart, in the order they have.
//!
//! Each page becomes a form that is drawn on its half of a sheet. What is said about a page follows it there: tags, links,
//! bookmarks and named places. So the file stays as archival and as accessible as it was, and is heard in reading order.
//! Lost is only the list of single pages; who reads on a screen saves the packet without folding it.

use std::collections::BTreeMap;

use crate::pdf::{Dict, File, Object, PdfError};

/// What becomes of the halves of a sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Halves {
    /// They are folded together with those of the other sheets.
    Folded,
    /// They are cut apart, along a line between them.
    Cut,
}

/// One half of a side of a sheet.
struct Half {
    /// The side.
    sheet: i32,
    /// The form that draws the page.
    form: i32,
    /// How far from the left edge of the sheet the page begins, in points.
    across: f64,
}

/// Puts the pages of a file, all of one size, on sheets.
pub(crate) fn on_sheets(pdf: Vec<u8>, how: Halves) -> Result<Vec<u8>, PdfError> {
    let mut file = File::read(pdf)?;
    let pages = file.pages();
    let first = pages.first().ok_or(PdfError::Lacks("pages"))?;
    let (width, height) = size(&file, *first).ok_or(PdfError::Lacks("the size of a page"))?;
    let root = file
        .dict(file.root)
        .and_then(|root| root.get("Pages")?.as_ref());
    let tree = root.ok_or(PdfError::Lacks("a list of pages"))?;

    let mut halves = BTreeMap::new();
    let mut sides = Vec::new();
    for (left, right) in how.order(pages.len()) {
        let sheet = file.add(Object::Null);
        let mut forms = Dict::default();
        let mut drawn = String::new();
        let mut notes = Vec::new();
        for (name, page, across) in [("L", left, 0.0), ("R", right, width)] {
            // A page that is not there stays empty.
            let Some(&page) = page.and_then(|page| pages.get(page)) else {
                continue;
            };
            let form = form(&file, page).ok_or(PdfError::Lacks("what a page shows"))?;
            let form = file.add(form);
            forms.set(name, Object::Ref(form));
            drawn.push_str(&format!("q 1 0 0 1 {across} 0 cm /{name} Do Q\n"));
            notes.extend(moved_notes(&mut file, page, sheet, across));
            let half = Half {
                sheet,
                form,
                across,
            };
            halves.insert(page, half);
        }
        if how == Halves::Cut {
            // It says nothing, so it is passed over in reading aloud.
            drawn.push_str(&format!(
                "/Artifact BMC q 0.5 w [4 4] 0 d {width} 0 m {width} {height} l S Q EMC\n"
            ));
        }
        let drawn = file.add(Object::Stream(Dict::default(), drawn.into_bytes()));
        let mut side = Dict::of([
            ("Type", Object::name("Page")),
            ("Parent", Object::Ref(tree)),
            ("MediaBox", Object::numbers([0.0, 0.0, 2.0 * width, height])),
            (
                "Resources",
                Object::Dict(Dict::of([("XObject", Object::Dict(forms))])),
            ),
            ("Contents", Object::Ref(drawn)),
            // What is met with the tab key comes in the order of the tags.
            ("Tabs", Object::name("S")),
        ]);
        if !notes.is_empty() {
            side.set("Annots", Object::Array(notes));
        }
        file.objects.insert(sheet, Object::Dict(side));
        sides.push(sheet);
    }

    for object in file.objects.values_mut() {
        follow(object, &halves);
    }
    for page in &pages {
        file.objects.remove(page);
    }
    list(&mut file, tree, &sides, how)?;
    Ok(file.write())
}

/// Lists the sides in the place of the pages, and says how they are printed.
fn list(file: &mut File, tree: i32, sides: &[i32], how: Halves) -> Result<(), PdfError> {
    let all = file
        .dict_mut(tree)
        .ok_or(PdfError::Lacks("a list of pages"))?;
    all.set("Count", Object::Number(sides.len() as f64));
    all.set(
        "Kids",
        Object::Array(sides.iter().map(|side| Object::Ref(*side)).collect()),
    );
    let catalog = file
        .dict_mut(file.root)
        .ok_or(PdfError::Lacks("a catalog"))?;
    catalog.remove("PageLabels");
    let mut printed = match catalog.remove("ViewerPreferences") {
        Some(Object::Dict(there)) => there,
        _ => Dict::default(),
    };
    // A viewer that prints turns a sheet to be folded over its short edge, and shrinks neither, of itself.
    let sides = match how {
        Halves::Folded => "DuplexFlipShortEdge",
        Halves::Cut => "Simplex",
    };
    printed.set("Duplex", Object::name(sides));
    printed.set("PrintScaling", Object::name("None"));
    catalog.set("ViewerPreferences", Object::Dict(printed));
    Ok(())
}

impl Halves {
    /// Says which pages lie beside each other, side by side of all sheets, counted from 0; `None` beyond the last.
    fn order(self, pages: usize) -> Vec<(Option<usize>, Option<usize>)> {
        match self {
            Self::Folded => order(pages),
            Self::Cut => (0..pages)
                .step_by(2)
                .map(|left| (Some(left), Some(left + 1).filter(|right| *right < pages)))
                .collect(),
        }
    }
}

/// Says which pages of a booklet lie beside each other, side by side of all sheets, counted from 0; `None` for a page beyond the last.
fn order(pages: usize) -> Vec<(Option<usize>, Option<usize>)> {
    let all = pages.next_multiple_of(4);
    let there = |page: usize| (page < pages).then_some(page);
    (0..all / 2)
        .map(|side| {
            let (low, high) = (there(side), there(all - 1 - side));
            // The lower page is on the right of a front and on the left of a back.
            if side % 2 == 0 {
                (high, low)
            } else {
                (low, high)
            }
        })
        .collect()
}

fn size(file: &File, page: i32) -> Option<(f64, f64)> {
    let sides = file.of_page(page, "MediaBox")?.as_array()?;
    let side = |at: usize| sides.get(at)?.as_number();
    Some((side(2)? - side(0)?, side(3)? - side(1)?))
}

/// Makes a form of a page: the same drawing, with the same number in the list of tags.
fn form(file: &File, page: i32) -> Option<Object> {
    let drawn = file.follow(file.dict(page)?.get("Contents")?)?;
    let Object::Stream(packed, bytes) = drawn else {
        // The press writes a page as one stream.
        return None;
    };
    let mut form = Dict::of([
        ("Type", Object::name("XObject")),
        ("Subtype", Object::name("Form")),
        ("BBox", file.of_page(page, "MediaBox")?.clone()),
        ("Resources", file.of_page(page, "Resources")?.clone()),
    ]);
    for key in ["Filter", "DecodeParms"] {
        if let Some(found) = packed.get(key) {
            form.set(key, found.clone());
        }
    }
    for key in ["StructParents", "Group"] {
        if let Some(found) = file.dict(page)?.get(key) {
            form.set(key, found.clone());
        }
    }
    Some(Object::Stream(form, bytes.clone()))
}

/// Moves the links of a page to its half of the sheet, and returns them.
fn moved_notes(file: &mut File, page: i32, sheet: i32, across: f64) -> Vec<Object> {
    let notes = file
        .dict(page)
        .and_then(|page| file.follow(page.get("Annots")?)?.as_array());
    let notes = notes.unwrap_or_default().to_vec();
    for number in notes.iter().filter_map(Object::as_ref) {
        let Some(note) = file.dict_mut(number) else {
            continue;
        };
        note.set("P", Object::Ref(sheet));
        for key in ["Rect", "QuadPoints"] {
            if let Some(Object::Array(places)) = note.get_mut(key) {
                for place in places.iter_mut().step_by(2) {
                    shift(place, across);
                }
            }
        }
    }
    notes
}

fn shift(place: &mut Object, across: f64) {
    if let Object::Number(left) = place {
        *left += across;
    }
}

/// Lets all that speaks of a page speak of its half of a sheet: tags, and the places that links and bookmarks lead to.
fn follow(object: &mut Object, halves: &BTreeMap<i32, Half>) {
    match object {
        Object::Array(parts) => {
            if let [page, Object::Name(_), rest @ ..] = parts.as_mut_slice()
                && let Some(half) = page.as_ref().and_then(|page| halves.get(&page))
            {
                *page = Object::Ref(half.sheet);
                // [page /XYZ left top zoom]
                if let Some(left) = rest.first_mut() {
                    shift(left, half.across);
                }
            }
            parts.iter_mut().for_each(|part| follow(part, halves));
        }
        Object::Dict(dict) => {
            tags_of(dict, halves);
            dict.values_mut().for_each(|part| follow(part, halves));
        }
        _ => {}
    }
}

/// A tag, or a part of one, names the page that it is on; what is marked there is now in the form that draws it.
fn tags_of(tag: &mut Dict, halves: &BTreeMap<i32, Half>) {
    let page = tag.get("Pg").and_then(Object::as_ref);
    let Some(half) = page.and_then(|page| halves.get(&page)) else {
        return;
    };
    tag.set("Pg", Object::Ref(half.sheet));
    if tag.says("Type", "MCR") {
        tag.set("Stm", Object::Ref(half.form));
    }
    match tag.get_mut("K") {
        Some(Object::Array(kids)) => kids.iter_mut().for_each(|kid| marked(kid, half)),
        Some(kid) => marked(kid, half),
        None => {}
    }
}

/// A number alone names what is marked on the page itself, where nothing is marked any more.
fn marked(kid: &mut Object, half: &Half) {
    if let Object::Number(number) = kid {
        *kid = Object::Dict(Dict::of([
            ("Type", Object::name("MCR")),
            ("Pg", Object::Ref(half.sheet)),
            ("Stm", Object::Ref(half.form)),
            ("MCID", Object::Number(*number)),
        ]));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The pages of a booklet as they are read: fold the sheets, and turn the leaves.
    fn read(sides: &[(Option<usize>, Option<usize>)]) -> Vec<Option<usize>> {
        let (outer, inner): (Vec<_>, Vec<_>) = sides
            .iter()
            .enumerate()
            .map(|(side, (left, right))| {
                if side % 2 == 0 {
                    (*right, *left)
                } else {
                    (*left, *right)
                }
            })
            .unzip();
        outer.into_iter().chain(inner.into_iter().rev()).collect()
    }

    #[test]
    fn a_folded_booklet_reads_from_the_first_page_to_the_last() {
        for pages in 1..=41 {
            let sides = order(pages);
            assert_eq!(sides.len() % 2, 0, "{pages}");
            assert!(sides.len() * 2 < pages + 4, "{pages}");
            let read = read(&sides);
            let written: Vec<_> = read.iter().flatten().copied().collect();
            assert_eq!(written, (0..pages).collect::<Vec<_>>());
            // Empty pages are the last ones.
            assert!(read.iter().take(pages).all(Option::is_some), "{pages}");
        }
    }

    #[test]
    fn what_is_cut_lies_in_its_order() {
        assert_eq!(Halves::Cut.order(1), [(Some(0), None)]);
        assert_eq!(Halves::Cut.order(3), [(Some(0), Some(1)), (Some(2), None)]);
    }

    #[test]
    fn the_outermost_sheet_has_the_last_page_beside_the_first() {
        assert_eq!(
            order(8),
            [
                (Some(7), Some(0)),
                (Some(1), Some(6)),
                (Some(5), Some(2)),
                (Some(3), Some(4))
            ]
        );
    }
}
