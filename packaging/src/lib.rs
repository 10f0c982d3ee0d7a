//! What the program is made of, from the lock files of cargo and npm: the list in *About*, the copyright file and the bill
//! of materials of a package. Run by `./waymark package` and `./waymark licences`; no part of the program.

#![allow(
    clippy::indexing_slicing,
    reason = "serde_json answers null for what is not there, and a tool may stop"
)]

pub mod ages;
pub mod copyright;
pub mod crates;
pub mod licences;
pub mod npm;
pub mod sbom;
pub mod texts;

use std::path::Path;

/// Where the page finds the parts and their licences, from the root of the repository.
pub const LICENCES: &str = "ui/src/screens/settings/generated/licences.json";

/// Why a list could not be made.
pub type Failure = Box<dyn std::error::Error + Send + Sync>;

/// One thing that the program is made of, or that it is built with.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Part {
    /// Its name where it comes from.
    pub name: String,
    /// Its version.
    pub version: String,
    /// Where it comes from.
    pub origin: Origin,
    /// Its licence as an SPDX expression.
    pub licence: String,
    /// Those who made it, as it names them itself; may be empty.
    pub authors: Vec<String>,
    /// The digest that its lock file has for it, as algorithm and hex digits.
    pub digest: Option<(&'static str, String)>,
    /// The parts that it stands on, by [`Part::id`].
    pub stands_on: Vec<String>,
    /// Whether it is in the program; else it only helps to build it.
    pub inside: bool,
    /// The folder its source lies in.
    pub folder: std::path::PathBuf,
}

/// Where a part comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Origin {
    /// A crate.
    Crate,
    /// An npm package.
    Npm,
    /// A font, or something else that lies in this repository and is not ours.
    Here,
}

impl Part {
    /// A package URL, which names it everywhere.
    #[must_use]
    pub fn id(&self) -> String {
        match self.origin {
            Origin::Crate => format!("pkg:cargo/{}@{}", self.name, self.version),
            Origin::Npm => format!("pkg:npm/{}@{}", self.name.replace('@', "%40"), self.version),
            Origin::Here => format!("pkg:generic/{}", self.name.replace(' ', "-").to_lowercase()),
        }
    }
}

/// Everything that this machine's program is made of and built with, in order.
///
/// # Errors
/// When a lock file or cargo's answer cannot be read.
pub fn parts(root: &Path) -> Result<Vec<Part>, Failure> {
    let mut parts = crates::parts(root)?;
    parts.extend(npm::parts(root)?);
    parts.extend(fonts(root)?);
    parts.sort_by(|a, b| (a.origin, &a.name, &a.version).cmp(&(b.origin, &b.name, &b.version)));
    Ok(parts)
}

/// The fonts of the paper, as the file of their licence lists them: the names of files, and under them whose they are.
fn fonts(root: &Path) -> Result<Vec<Part>, Failure> {
    let folder = root.join("src-tauri/crates/press/fonts");
    let text = std::fs::read_to_string(folder.join("OFL.txt"))?;
    let mut fonts = Vec::new();
    let mut names = "";
    for line in text.lines() {
        if line.ends_with(".ttf") {
            names = line;
        } else if line.trim().starts_with("Copyright") && !names.is_empty() {
            fonts.extend(names.split(", ").map(|name| Part {
                name: spoken(name),
                version: String::new(),
                origin: Origin::Here,
                licence: "OFL-1.1".to_owned(),
                authors: vec![line.trim().to_owned()],
                digest: None,
                stands_on: Vec::new(),
                inside: true,
                folder: folder.clone(),
            }));
            names = "";
        }
    }
    Ok(fonts)
}

/// `NotoSansArabic-*.ttf` as one says it.
fn spoken(file: &str) -> String {
    let stem = file.split('-').next().unwrap_or(file);
    let mut name = String::new();
    for letter in stem.chars() {
        if letter.is_uppercase() && !name.is_empty() {
            name.push(' ');
        }
        name.push(letter);
    }
    name
}
