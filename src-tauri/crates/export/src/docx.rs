//! WordprocessingML (ISO/IEC 29500 transitional): a file a clinic opens, edits and files, with real styles, headings, lists,
//! tables, a header and a footer.
//!
//! Written part by part with [`Markup`], because the order of elements is part of the schema: a properties element of ours
//! always lists its children in the order of `CT_PPr`, `CT_RPr`, `CT_TblPr`, `CT_SectPr`.

mod body;
mod parts;
mod pictures;
mod tables;

use std::io::{self, Cursor, Write};

use zip::{CompressionMethod, DateTime, ZipWriter, write::SimpleFileOptions};

use self::body::Body;
use crate::fill::Packet;

/// Namespaces of the parts we write.
const MAIN: (&str, &str) = (
    "xmlns:w",
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
);
const RELATIONS: (&str, &str) = (
    "xmlns:r",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
);
const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

/// Writes a file with all documents of a packet, each a section of its own. The same packet gives the same bytes.
///
/// # Errors
/// Only if memory for the file cannot be had.
pub fn write(packet: &Packet) -> io::Result<Vec<u8>> {
    let body = Body::of(packet);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    for (name, bytes) in parts::all(packet, body) {
        zip.start_file(name, options)?;
        zip.write_all(&bytes)?;
    }
    Ok(zip.finish()?.into_inner())
}
