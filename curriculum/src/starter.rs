//! The pack a site starts from: small, sound, and ready to be changed.

use include_dir::{Dir, include_dir};

use crate::{PackFiles, content};

static STARTER: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/starter");

/// The id written in the files of the starter pack.
const ID: &str = "my-site";

/// Returns the files of a starter pack with an id of its own, a slug such as "harbour-clinic".
pub fn starter(id: &str) -> PackFiles {
    let named = |text: &str| text.replace(ID, id);
    content::files_of(&STARTER)
        .into_iter()
        .map(|(path, bytes)| match String::from_utf8(bytes) {
            Ok(text) => (named(&path), named(&text).into_bytes()),
            Err(error) => (path, error.into_bytes()),
        })
        .collect()
}
