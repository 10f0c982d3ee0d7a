//! A PDF as plain objects, for what typst does not do: read with the library it reads with, written with the one it writes
//! with. Nothing here knows what a page means.

use std::collections::BTreeMap;

use hayro_syntax::{
    Pdf as Reader,
    object::{MaybeRef, Object as Read, ObjectIdentifier},
};
use pdf_writer::{Finish, Name, Null, Obj, Pdf as Writer, Ref, Str};
use thiserror::Error;
use typst::utils::hash128;

/// Dictionaries and arrays lie in each other no deeper than this.
const DEEPEST: usize = 100;

/// Why a file could not be read as a PDF.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
pub enum PdfError {
    /// It is none, or it is damaged.
    #[error("this is no PDF, or a damaged one")]
    NotPdf,
    /// What a file must have is missing.
    #[error("the file lacks {0}")]
    Lacks(&'static str),
}

/// One object.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Object {
    Null,
    Bool(bool),
    Number(f64),
    Name(String),
    Text(Vec<u8>),
    Array(Vec<Object>),
    Dict(Dict),
    /// Its dictionary, and its bytes as they stand in the file.
    Stream(Dict, Vec<u8>),
    /// The number of another object.
    Ref(i32),
}

/// Names and what they stand for, in the order of the file.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Dict(Vec<(String, Object)>);

impl Dict {
    pub fn of<const N: usize>(entries: [(&str, Object); N]) -> Self {
        Self(entries.map(|(key, value)| (key.to_owned(), value)).into())
    }

    pub fn get(&self, key: &str) -> Option<&Object> {
        let found = self.0.iter().find(|(name, _)| name == key);
        found.map(|(_, value)| value)
    }

    pub fn get_mut(&mut self, key: &str) -> Option<&mut Object> {
        let found = self.0.iter_mut().find(|(name, _)| name == key);
        found.map(|(_, value)| value)
    }

    pub fn set(&mut self, key: &str, value: Object) {
        match self.get_mut(key) {
            Some(there) => *there = value,
            None => self.0.push((key.to_owned(), value)),
        }
    }

    pub fn remove(&mut self, key: &str) -> Option<Object> {
        let place = self.0.iter().position(|(name, _)| name == key)?;
        Some(self.0.remove(place).1)
    }

    pub fn values_mut(&mut self) -> impl Iterator<Item = &mut Object> {
        self.0.iter_mut().map(|(_, value)| value)
    }

    /// Whether its type, or what else is asked, is of this name.
    pub fn says(&self, key: &str, name: &str) -> bool {
        matches!(self.get(key), Some(Object::Name(there)) if there == name)
    }
}

impl Object {
    pub fn name(name: &str) -> Self {
        Self::Name(name.to_owned())
    }

    /// Text that any reader reads, whatever its letters.
    pub fn text(text: &str) -> Self {
        if text.is_ascii() {
            return Self::Text(text.as_bytes().to_vec());
        }
        let wide = text.encode_utf16().flat_map(u16::to_be_bytes);
        Self::Text([0xFE, 0xFF].into_iter().chain(wide).collect())
    }

    pub fn as_ref(&self) -> Option<i32> {
        match self {
            Self::Ref(number) => Some(*number),
            _ => None,
        }
    }

    pub fn as_number(&self) -> Option<f64> {
        match self {
            Self::Number(number) => Some(*number),
            _ => None,
        }
    }

    pub fn as_array(&self) -> Option<&[Object]> {
        match self {
            Self::Array(items) => Some(items),
            _ => None,
        }
    }

    /// A dictionary, or that of a stream.
    pub fn as_dict(&self) -> Option<&Dict> {
        match self {
            Self::Dict(dict) | Self::Stream(dict, _) => Some(dict),
            _ => None,
        }
    }

    pub fn as_dict_mut(&mut self) -> Option<&mut Dict> {
        match self {
            Self::Dict(dict) | Self::Stream(dict, _) => Some(dict),
            _ => None,
        }
    }

    pub fn numbers(numbers: impl IntoIterator<Item = f64>) -> Self {
        Self::Array(numbers.into_iter().map(Self::Number).collect())
    }
}

/// All objects of a file, by number.
pub(crate) struct File {
    pub objects: BTreeMap<i32, Object>,
    /// Where everything begins.
    pub root: i32,
    info: Option<i32>,
    /// Which 1.x of PDF it says it is.
    version: u8,
}

impl File {
    /// Reads a file that the press made.
    pub fn read(bytes: Vec<u8>) -> Result<Self, PdfError> {
        // %PDF-1.7
        let version = bytes.get(7).map_or(7, |digit| digit.saturating_sub(b'0'));
        let pdf = Reader::new(bytes).map_err(|_| PdfError::NotPdf)?;
        let root = pdf.xref().root_id().obj_number;
        let last = i32::try_from(pdf.len()).unwrap_or(i32::MAX);
        let mut objects = BTreeMap::new();
        for number in 1..=last {
            let found: Option<Read<'_>> = pdf.xref().get(ObjectIdentifier::new(number, 0));
            let Some(object) = found.map(|read| plain(read, 0)) else {
                continue;
            };
            // How the objects lay in the file is written anew.
            let filed = object
                .as_dict()
                .is_some_and(|dict| dict.says("Type", "ObjStm") || dict.says("Type", "XRef"));
            if !filed {
                objects.insert(number, object);
            }
        }
        let info = objects.iter().find(|(_, object)| {
            matches!(object, Object::Dict(dict) if dict.get("Producer").is_some() || dict.get("Creator").is_some())
        });
        let info = info.map(|(number, _)| *number);
        Ok(Self {
            objects,
            root,
            info,
            version,
        })
    }

    /// Takes an object in, and returns its number.
    pub fn add(&mut self, object: Object) -> i32 {
        let last = self.objects.last_key_value();
        let number = last.map_or(1, |(last, _)| last + 1);
        self.objects.insert(number, object);
        number
    }

    /// The object itself where there is only its number.
    pub fn follow<'a>(&'a self, object: &'a Object) -> Option<&'a Object> {
        match object {
            Object::Ref(number) => self.objects.get(number),
            other => Some(other),
        }
    }

    pub fn dict(&self, number: i32) -> Option<&Dict> {
        self.objects.get(&number)?.as_dict()
    }

    pub fn dict_mut(&mut self, number: i32) -> Option<&mut Dict> {
        self.objects.get_mut(&number)?.as_dict_mut()
    }

    /// The pages in order.
    pub fn pages(&self) -> Vec<i32> {
        let mut pages = Vec::new();
        let root = self
            .dict(self.root)
            .and_then(|root| root.get("Pages")?.as_ref());
        if let Some(root) = root {
            self.pages_under(root, 0, &mut pages);
        }
        pages
    }

    fn pages_under(&self, number: i32, depth: usize, pages: &mut Vec<i32>) {
        let Some(dict) = self.dict(number).filter(|_| depth < DEEPEST) else {
            return;
        };
        if dict.says("Type", "Page") {
            return pages.push(number);
        }
        let kids = dict
            .get("Kids")
            .and_then(|kids| self.follow(kids)?.as_array());
        for kid in kids.unwrap_or_default() {
            if let Some(kid) = kid.as_ref() {
                self.pages_under(kid, depth + 1, pages);
            }
        }
    }

    /// What a page says of itself, or those above it say of all.
    pub fn of_page(&self, page: i32, key: &str) -> Option<&Object> {
        let mut at = self.dict(page)?;
        for _ in 0..DEEPEST {
            if let Some(found) = at.get(key) {
                return self.follow(found);
            }
            at = self.dict(at.get("Parent")?.as_ref()?)?;
        }
        None
    }

    /// Writes the file.
    pub fn write(&self) -> Vec<u8> {
        let mut writer = Writer::with_settings(pdf_writer::Settings { pretty: false });
        writer.set_version(1, self.version);
        for (number, object) in &self.objects {
            let id = Ref::new(*number);
            match object {
                Object::Dict(dict) if *number == self.root => {
                    let mut catalog = writer.catalog(id);
                    entries(&mut catalog, dict, "Type");
                    catalog.finish();
                }
                Object::Dict(dict) if Some(*number) == self.info => {
                    let mut info = writer.document_info(id);
                    entries(&mut info, dict, "Type");
                    info.finish();
                }
                Object::Stream(dict, bytes) => {
                    let mut stream = writer.stream(id, bytes);
                    entries(&mut stream, dict, "Length");
                    stream.finish();
                }
                other => put(writer.indirect(id), other),
            }
        }
        // Archival files have a name of their own; what is another file has another one.
        let content: Vec<&[u8]> = self.streams().collect();
        let name = hash128(&content).to_be_bytes().to_vec();
        writer.set_file_id((name.clone(), name));
        writer.finish()
    }

    fn streams(&self) -> impl Iterator<Item = &[u8]> {
        self.objects.values().filter_map(|object| match object {
            Object::Stream(_, bytes) => Some(bytes.as_slice()),
            _ => None,
        })
    }
}

fn plain(read: Read<'_>, depth: usize) -> Object {
    if depth > DEEPEST {
        return Object::Null;
    }
    let one = |part: MaybeRef<Read<'_>>| match part {
        MaybeRef::Ref(to) => Object::Ref(to.obj_number),
        MaybeRef::NotRef(read) => plain(read, depth + 1),
    };
    let dict = |read: &hayro_syntax::object::Dict<'_>| {
        let entries = read.entries();
        Dict(
            entries
                .map(|(key, part)| (key.as_str().to_owned(), one(part)))
                .collect(),
        )
    };
    match read {
        Read::Null(_) => Object::Null,
        Read::Boolean(is) => Object::Bool(is),
        Read::Number(number) => Object::Number(number.as_f64()),
        Read::String(text) => Object::Text(text.as_bytes().to_vec()),
        Read::Name(name) => Object::name(name.as_str()),
        Read::Array(items) => Object::Array(items.raw_iter().map(one).collect()),
        Read::Dict(read) => Object::Dict(dict(&read)),
        Read::Stream(read) => Object::Stream(dict(read.dict()), read.raw_data().into_owned()),
    }
}

/// Writes what a dictionary holds, but for what the writer says itself.
fn entries(writer: &mut pdf_writer::Dict<'_>, dict: &Dict, but: &str) {
    for (key, value) in dict.0.iter().filter(|(key, _)| key != but) {
        put(writer.insert(Name(key.as_bytes())), value);
    }
}

fn put(place: Obj<'_>, object: &Object) {
    match object {
        Object::Null => place.primitive(Null),
        Object::Bool(is) => place.primitive(*is),
        Object::Number(number) => put_number(place, *number),
        Object::Name(name) => place.primitive(Name(name.as_bytes())),
        Object::Text(text) => place.primitive(Str(text)),
        Object::Ref(number) => place.primitive(Ref::new(*number)),
        Object::Array(items) => {
            let mut array = place.array();
            for item in items {
                put(array.push(), item);
            }
        }
        // A stream stands in no other object.
        Object::Dict(dict) | Object::Stream(dict, _) => entries(&mut place.dict(), dict, ""),
    }
}

fn put_number(place: Obj<'_>, number: f64) {
    let whole = number as i32;
    if f64::from(whole) == number {
        place.primitive(whole);
    } else {
        place.primitive(number as f32);
    }
}
