//! Gives a finished PDF its fields.

use std::collections::{BTreeMap, HashMap};

use export::fill::{Blank, Takes};
use typst::text::Font;

use super::{MARK, OPTION, face};
use crate::pdf::{Dict, File, Object, PdfError};

/// Flags of fields and of what shows them (ISO 32000-1, tables 165, 221, 226 and 228).
const PRINTED: f64 = 4.0;
const SEVERAL_LINES: f64 = 4096.0;
const ONE_ALONE: f64 = 32_768.0;

/// The name of the face among the resources of the form.
const FACE: &str = "Paper";

/// The state of a box that is not ticked, and of one that is where the choice is not among others.
const OFF: &str = "Off";
const ON: &str = "Yes";

/// Makes fields of the marked places. A field is named as the record names it, so that it is found again in any language.
///
/// # Errors
/// When the file is not as the press writes it.
pub(crate) fn give_fields(
    pdf: Vec<u8>,
    blanks: &[Blank],
    face: Option<&Font>,
) -> Result<Vec<u8>, PdfError> {
    let mut file = File::read(pdf)?;
    let blanks: HashMap<(&str, &str), &Blank> = blanks
        .iter()
        .map(|blank| ((blank.name.as_str(), option(&blank.takes)), blank))
        .collect();
    let tags = link_tags(&file);
    let mut form = Form::default();
    for page in file.pages() {
        let notes = file
            .dict(page)
            .and_then(|page| file.follow(page.get("Annots")?)?.as_array());
        let notes: Vec<i32> = notes
            .unwrap_or_default()
            .iter()
            .filter_map(Object::as_ref)
            .collect();
        for note in notes {
            let Some(place) = marked_place(&file, note) else {
                continue;
            };
            let (name, option) = place.split_once(OPTION).unwrap_or((&place, ""));
            let blank = blanks
                .get(&(name, option))
                .ok_or(PdfError::Lacks("a field"))?;
            form.field(&mut file, note, page, blank);
            if let Some(tag) = tags.get(&note).and_then(|tag| file.dict_mut(*tag)) {
                tag.set("S", Object::name("Form"));
            }
        }
    }
    form.end(&mut file, face)?;
    Ok(file.write())
}

fn option(takes: &Takes) -> &str {
    match takes {
        Takes::Words { .. } => "",
        Takes::Choice { option, .. } => option,
    }
}

/// The name that a link leads to, when it marks a place.
fn marked_place(file: &File, note: i32) -> Option<String> {
    let action = file.follow(file.dict(note)?.get("A")?)?.as_dict()?;
    let Object::Text(uri) = action.get("URI")? else {
        return None;
    };
    let place = String::from_utf8_lossy(uri);
    place.strip_prefix(MARK).map(str::to_owned)
}

/// Which tag each link has.
fn link_tags(file: &File) -> BTreeMap<i32, i32> {
    let mut tags = BTreeMap::new();
    for (number, object) in &file.objects {
        let Some(tag) = object.as_dict().filter(|tag| tag.says("S", "Link")) else {
            continue;
        };
        let kids = match tag.get("K") {
            Some(Object::Array(kids)) => kids.as_slice(),
            Some(kid) => std::slice::from_ref(kid),
            None => &[],
        };
        let notes = kids
            .iter()
            .filter_map(|kid| file.follow(kid)?.as_dict()?.get("Obj")?.as_ref());
        tags.extend(notes.map(|note| (note, *number)));
    }
    tags
}

/// The form in the making.
#[derive(Default)]
struct Form {
    /// The fields, in reading order.
    fields: Vec<i32>,
    /// The fields of which one box alone can be ticked, with their boxes.
    groups: BTreeMap<String, (i32, Vec<i32>)>,
    /// What fills a box that is not ticked.
    nothing: Option<i32>,
}

impl Form {
    fn field(&mut self, file: &mut File, note: i32, page: i32, blank: &Blank) {
        let Some(link) = file.dict(note) else {
            return;
        };
        let place = link.get("Rect").cloned().unwrap_or(Object::Null);
        let mut field = Dict::of([
            ("Type", Object::name("Annot")),
            ("Subtype", Object::name("Widget")),
            ("Rect", place.clone()),
            ("P", Object::Ref(page)),
            ("F", Object::Number(PRINTED)),
            ("TU", Object::text(&blank.asks)),
        ]);
        if let Some(tag) = link.get("StructParent") {
            field.set("StructParent", tag.clone());
        }
        let (width, height) = extent(&place);
        match &blank.takes {
            Takes::Words { lines } => {
                field.set("FT", Object::name("Tx"));
                field.set("T", Object::text(&blank.name));
                field.set("DA", look());
                field.set(
                    "Ff",
                    Object::Number(if *lines { SEVERAL_LINES } else { 0.0 }),
                );
                let nothing = self.nothing(file);
                field.set("AP", shows(Object::Ref(nothing)));
                self.fields.push(note);
            }
            Takes::Choice {
                option,
                one: false,
                ticked,
            } => {
                field.set("FT", Object::name("Btn"));
                field.set(
                    "T",
                    Object::text(&format!("{}{OPTION}{option}", blank.name)),
                );
                let state = if *ticked { ON } else { OFF };
                field.set("V", Object::name(state));
                self.states(file, &mut field, ON, *ticked, tick(width, height));
                self.fields.push(note);
            }
            Takes::Choice {
                option,
                one: true,
                ticked,
            } => {
                let group = self.group(file, blank);
                field.set("Parent", Object::Ref(group));
                if *ticked && let Some(group) = file.dict_mut(group) {
                    group.set("V", Object::name(option));
                }
                self.states(file, &mut field, option, *ticked, dot(width, height));
                if let Some((_, boxes)) = self.groups.get_mut(&blank.name) {
                    boxes.push(note);
                }
            }
        }
        file.objects.insert(note, Object::Dict(field));
    }

    /// The field of which one box alone can be ticked.
    fn group(&mut self, file: &mut File, blank: &Blank) -> i32 {
        if let Some((group, _)) = self.groups.get(&blank.name) {
            return *group;
        }
        let group = file.add(Object::Dict(Dict::of([
            ("FT", Object::name("Btn")),
            ("Ff", Object::Number(ONE_ALONE)),
            ("T", Object::text(&blank.name)),
            ("TU", Object::text(&blank.asks)),
            ("V", Object::name(OFF)),
        ])));
        self.fields.push(group);
        self.groups.insert(blank.name.clone(), (group, Vec::new()));
        group
    }

    /// The two looks of a box, and which it has.
    fn states(
        &mut self,
        file: &mut File,
        field: &mut Dict,
        on: &str,
        ticked: bool,
        look: (Dict, Vec<u8>),
    ) {
        let full = file.add(Object::Stream(look.0, look.1));
        let nothing = self.nothing(file);
        let looks = Dict::of([(on, Object::Ref(full)), (OFF, Object::Ref(nothing))]);
        field.set("AP", shows(Object::Dict(looks)));
        field.set("AS", Object::name(if ticked { on } else { OFF }));
    }

    fn nothing(&mut self, file: &mut File) -> i32 {
        *self
            .nothing
            .get_or_insert_with(|| file.add(Object::Stream(drawing(1.0, 1.0), Vec::new())))
    }

    /// Puts the form into the file.
    fn end(self, file: &mut File, face: Option<&Font>) -> Result<(), PdfError> {
        for (group, boxes) in self.groups.into_values() {
            if let Some(group) = file.dict_mut(group) {
                group.set(
                    "Kids",
                    Object::Array(boxes.into_iter().map(Object::Ref).collect()),
                );
            }
        }
        let face = face
            .and_then(|face| face::add(file, face))
            .ok_or(PdfError::Lacks("a font"))?;
        let fonts = Dict::of([(FACE, Object::Ref(face))]);
        let form = file.add(Object::Dict(Dict::of([
            (
                "Fields",
                Object::Array(self.fields.into_iter().map(Object::Ref).collect()),
            ),
            (
                "DR",
                Object::Dict(Dict::of([("Font", Object::Dict(fonts))])),
            ),
            ("DA", look()),
        ])));
        for page in file.pages() {
            if let Some(page) = file.dict_mut(page) {
                page.set("Tabs", Object::name("S"));
            }
        }
        let catalog = file
            .dict_mut(file.root)
            .ok_or(PdfError::Lacks("a catalog"))?;
        catalog.set("AcroForm", Object::Ref(form));
        Ok(())
    }
}

/// How words are written: in the face of the paper, 11 pt, in ink.
fn look() -> Object {
    Object::text(&format!("/{FACE} 11 Tf 0.11 0.14 0.15 rg"))
}

fn shows(look: Object) -> Object {
    Object::Dict(Dict::of([("N", look)]))
}

/// How wide and how high a place is.
fn extent(place: &Object) -> (f64, f64) {
    let side = |at: usize| place.as_array()?.get(at)?.as_number();
    let between = |from, to| Some(side(to)? - side(from)?);
    (between(0, 2).unwrap_or(1.0), between(1, 3).unwrap_or(1.0))
}

fn drawing(width: f64, height: f64) -> Dict {
    Dict::of([
        ("Type", Object::name("XObject")),
        ("Subtype", Object::name("Form")),
        ("BBox", Object::numbers([0.0, 0.0, width, height])),
        ("Resources", Object::Dict(Dict::default())),
    ])
}

/// The tick of a pen across a box.
fn tick(width: f64, height: f64) -> (Dict, Vec<u8>) {
    let (x, y) = (|part: f64| part * width, |part: f64| part * height);
    let drawn = format!(
        "q 1.8 w 1 J 1 j 0.11 0.14 0.15 RG {:.2} {:.2} m {:.2} {:.2} l {:.2} {:.2} l S Q",
        x(0.2),
        y(0.5),
        x(0.42),
        y(0.24),
        x(0.82),
        y(0.8)
    );
    (drawing(width, height), drawn.into_bytes())
}

/// A full dot in a ring.
fn dot(width: f64, height: f64) -> (Dict, Vec<u8>) {
    let radius = 0.32 * width.min(height);
    let (x, y) = (width / 2.0, height / 2.0);
    // A round dot is a line of no length with a round end.
    let drawn = format!(
        "q {:.2} w 1 J 0.11 0.14 0.15 RG {x:.2} {y:.2} m {x:.2} {y:.2} l S Q",
        2.0 * radius
    );
    (drawing(width, height), drawn.into_bytes())
}
