//! The pack a site starts from: small, sound, and ready to be changed.

use include_dir::{Dir, include_dir};

use crate::read::{PackFiles, is_slug, shipped};

static STARTER: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/starter");

/// The id written in the files of the starter pack.
const ID: &str = "my-site";

/// The ids of its pages begin with that of the pack, and an id has at most 60 characters.
const LONGEST_ID: usize = 40;

/// Returns the files of a starter pack with an id of its own, such as "harbour-clinic"; `None` when that can be no id.
pub fn starter(id: &str) -> Option<PackFiles> {
    if !is_slug(id) || id.len() > LONGEST_ID {
        return None;
    }
    let named = |text: &str| text.replace(ID, id);
    let files = shipped(&STARTER)
        .into_iter()
        .map(|(path, bytes)| match String::from_utf8(bytes) {
            Ok(text) => (named(&path), named(&text).into_bytes()),
            Err(error) => (path, error.into_bytes()),
        });
    Some(files.collect())
}
