//! Content for its authors: check a pack, and measure it.

use std::path::Path;

use curriculum::{Curriculum, Problems, check};

/// Checks a pack on disk, or the built-in one: structure first, then style and reading level.
///
/// # Errors
/// Everything that is wrong, each with file, line and what to write instead.
pub fn check(pack: Option<&Path>) -> Result<Curriculum, Problems> {
    let content = match pack {
        Some(dir) => Curriculum::from_files(&Curriculum::read_dir(dir)?)?,
        None => Curriculum::built_in()?,
    };
    let problems = check::check(&content);
    if problems.is_empty() {
        Ok(content)
    } else {
        Err(Problems::new(problems))
    }
}

pub use curriculum::check::{TopicStats, stats};
