//! The copyright file of the Debian package, in its machine-readable form (DEP 5).

use std::{collections::BTreeMap, fmt::Write as _, fs, path::Path};

use crate::{Failure, Origin, licences::List};

/// What stands before the parts that are not ours.
const HEAD: &str = "Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: Waymark
Comment:
 The program holds the crates, npm packages and fonts that are listed here, each
 under the licence it is taken under. Their sources are not part of this package.

Files: *
Copyright: The Waymark authors
License: MIT or Apache-2.0

Files: curriculum/*
Copyright: The Waymark authors
License: CC-BY-4.0
";

/// Writes the file.
///
/// # Errors
/// When a licence of ours cannot be read.
pub fn file(root: &Path, list: &List) -> Result<String, Failure> {
    let mut out = HEAD.to_owned();
    // Texts of one licence that differ are told apart by a number.
    let mut met: BTreeMap<&str, usize> = BTreeMap::new();
    let names: Vec<String> = list
        .texts
        .iter()
        .map(|(licence, _)| {
            let licence = licence.as_str();
            let times = met.entry(licence).or_default();
            *times += 1;
            let short = licence.replace(" WITH ", "-with-");
            if *times == 1 {
                short
            } else {
                format!("{short}-{times}")
            }
        })
        .collect();
    for part in &list.parts {
        let folder = match part.origin {
            Origin::Crate => format!("crates/{}-{}/*", part.name, part.version),
            Origin::Npm => format!("npm/{}-{}/*", part.name, part.version),
            Origin::Here => format!("fonts/{}/*", part.name.replace(' ', "-")),
        };
        let copyright = if part.copyright.is_empty() {
            format!("The authors of {}", part.name)
        } else {
            part.copyright.join("\n ")
        };
        let licences: Vec<&str> = part
            .texts
            .iter()
            .filter_map(|at| names.get(*at))
            .map(String::as_str)
            .collect();
        let _ = write!(
            out,
            "\nFiles: {folder}\nCopyright: {copyright}\nLicense: {}\n",
            licences.join(" and ")
        );
    }
    for (name, (_, body)) in names.iter().zip(&list.texts) {
        paragraph(&mut out, name, body);
    }
    if !names.iter().any(|name| name == "Apache-2.0") {
        paragraph(
            &mut out,
            "Apache-2.0",
            &fs::read_to_string(root.join("LICENSE-APACHE"))?,
        );
    }
    paragraph(
        &mut out,
        "CC-BY-4.0",
        &fs::read_to_string(root.join("curriculum/LICENSE"))?,
    );
    Ok(out)
}

fn paragraph(out: &mut String, name: &str, body: &str) {
    let _ = write!(out, "\nLicense: {name}\n");
    for line in body.lines() {
        let line = line.trim_end();
        let _ = writeln!(out, " {}", if line.is_empty() { "." } else { line });
    }
}
