//! What somebody wrote into a form of ours, wherever they filled it in. The file comes from outside and is trusted in
//! nothing: how large it is, how deep it goes and how much it says are bounded.

use hayro_syntax::{
    Pdf,
    object::{Object, dict::Dict},
};
use thiserror::Error;

use super::OPTION;

/// No form of ours is larger; a program that fills one in adds little.
pub const LARGEST_FORM: u64 = 20 << 20;

/// Fields lie in each other no deeper than this, and there are no more of them.
const DEEPEST: usize = 8;
const MOST_FIELDS: usize = 5_000;

/// No answer is longer, in bytes.
const LONGEST: usize = 200_000;

/// A field and what it holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filled {
    /// By what it is known: topic, block, field and row, parted by strokes.
    pub name: String,
    /// What was written; for a field of choices, the ids of those that are ticked.
    pub said: Vec<String>,
    /// Whether it is a field of choices.
    pub choices: bool,
}

/// Why nothing was read.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
pub enum ReadError {
    /// The file is larger than any form of ours.
    #[error("the file is larger than 20 MB")]
    TooLarge,
    /// It is no PDF, or a damaged or locked one.
    #[error("the file is no PDF that can be read")]
    NotPdf,
    /// It has no fields.
    #[error("the file has no fields to read")]
    NoForm,
    /// It has more fields, or deeper ones, than any form of ours.
    #[error("the file has more fields than any worksheet")]
    TooMuch,
}

/// Reads the fields of a file that hold something, in the order of the file.
///
/// # Errors
/// When it is no form, or larger, deeper or longer than one of ours can be.
pub fn read(bytes: Vec<u8>) -> Result<Vec<Filled>, ReadError> {
    if bytes.len() as u64 > LARGEST_FORM {
        return Err(ReadError::TooLarge);
    }
    let pdf = Pdf::new(bytes).map_err(|_| ReadError::NotPdf)?;
    let root: Dict<'_> = pdf
        .xref()
        .get(pdf.xref().root_id())
        .ok_or(ReadError::NotPdf)?;
    let form: Dict<'_> = root.get("AcroForm").ok_or(ReadError::NoForm)?;
    let mut found = Found::default();
    found.all(&form, "Fields", 0, "")?;
    if found.seen == 0 {
        return Err(ReadError::NoForm);
    }
    Ok(found.filled)
}

#[derive(Default)]
struct Found {
    seen: usize,
    filled: Vec<Filled>,
}

impl Found {
    fn all(
        &mut self,
        of: &Dict<'_>,
        key: &str,
        depth: usize,
        above: &str,
    ) -> Result<(), ReadError> {
        let Some(fields) = of.get::<hayro_syntax::object::Array<'_>>(key) else {
            return Ok(());
        };
        for field in fields.iter::<Dict<'_>>() {
            self.seen += 1;
            if depth > DEEPEST || self.seen > MOST_FIELDS {
                return Err(ReadError::TooMuch);
            }
            self.field(&field, depth, above)?;
        }
        Ok(())
    }

    fn field(&mut self, field: &Dict<'_>, depth: usize, above: &str) -> Result<(), ReadError> {
        let own = field.get::<Object<'_>>("T").and_then(text);
        let name = match (&own, above) {
            (Some(own), "") => own.clone(),
            (Some(own), above) => format!("{above}.{own}"),
            (None, above) => above.to_owned(),
        };
        match field.get::<Object<'_>>("V") {
            Some(Object::Name(state)) => self.ticked(&name, state.as_str()),
            Some(value) => {
                if let Some(said) = text(value) {
                    self.says(&name, said)?;
                }
            }
            None => {}
        }
        self.all(field, "Kids", depth + 1, &name)
    }

    /// A box that is ticked names its choice, in its own name or in its state.
    fn ticked(&mut self, name: &str, state: &str) {
        if state == "Off" || state.is_empty() {
            return;
        }
        let (name, option) = name.split_once(OPTION).unwrap_or((name, state));
        let of_it = |filled: &&mut Filled| filled.choices && filled.name == name;
        match self.filled.iter_mut().find(of_it) {
            Some(there) => there.said.push(option.to_owned()),
            None => self.filled.push(Filled {
                name: name.to_owned(),
                said: vec![option.to_owned()],
                choices: true,
            }),
        }
    }

    fn says(&mut self, name: &str, said: String) -> Result<(), ReadError> {
        if said.len() > LONGEST {
            return Err(ReadError::TooMuch);
        }
        if !said.trim().is_empty() {
            self.filled.push(Filled {
                name: name.to_owned(),
                said: vec![said.replace("\r\n", "\n").replace('\r', "\n")],
                choices: false,
            });
        }
        Ok(())
    }
}

/// A text of a PDF: wide letters with a mark before them, UTF-8 likewise, or its own Western letters.
fn text(object: Object<'_>) -> Option<String> {
    let text = object.into_string()?;
    let bytes = text.as_bytes();
    if let Some(wide) = bytes.strip_prefix(&[0xFE, 0xFF]) {
        let letters = wide.chunks_exact(2).filter_map(|pair| match pair {
            [high, low] => Some(u16::from_be_bytes([*high, *low])),
            _ => None,
        });
        let letters: Vec<u16> = letters.collect();
        return Some(String::from_utf16_lossy(&letters));
    }
    if let Some(utf8) = bytes.strip_prefix(&[0xEF, 0xBB, 0xBF]) {
        return Some(String::from_utf8_lossy(utf8).into_owned());
    }
    Some(bytes.iter().map(|byte| western(*byte)).collect())
}

/// PDFDocEncoding above ASCII is Latin 1, but for a few marks.
const fn western(byte: u8) -> char {
    match byte {
        0x80 => '•',
        0x83 => '…',
        0x84 => '—',
        0x85 => '–',
        0x8D => '“',
        0x8E => '”',
        0x8F => '‘',
        0x90 => '’',
        0xA0 => '€',
        byte => byte as char,
    }
}
