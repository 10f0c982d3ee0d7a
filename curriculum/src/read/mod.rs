//! From a folder, a zip file or the program itself to text, TOML and Markdown, each held against what a pack may be.
//!
//! Knows nothing of modules, topics or forms.

mod archive;
mod files;
mod folder;
mod front;
mod inline;
mod keys;
mod markdown;
mod refused;
mod run;
mod shipped;
mod text;
mod value;

pub(crate) use archive::read_zip;
pub use files::PackFiles;
pub(crate) use files::Shelf;
pub(crate) use folder::read_dir;
pub(crate) use front::{Parted, part};
pub(crate) use inline::{bare, marked};
pub(crate) use keys::{Keys, parse};
pub(crate) use markdown::{PartKind, markdown};
pub(crate) use shipped::shipped;
pub(crate) use text::{is_slug, one_line};
pub(crate) use value::{Value, shorten};
