//! Licences as they are written: which of several we take, where its text lies, and whose it is.

use std::{fs, path::Path};

/// What we take where a part leaves the choice, best first: short, and known to everybody.
const PREFERRED: [&str; 16] = [
    "MIT",
    "ISC",
    "BSD-3-Clause",
    "BSD-2-Clause",
    "Zlib",
    "BSL-1.0",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "Unicode-3.0",
    "MIT-0",
    "0BSD",
    "CC0-1.0",
    "Unlicense",
    "MPL-2.0",
    "OFL-1.1",
    "blessing",
];

/// What the text of a licence begins with, and a second mark that tells it from its neighbours.
const MARKS: [(&str, &str, &str); 16] = [
    (
        "MIT",
        "Permission is hereby granted, free of charge",
        "substantial portions",
    ),
    ("MIT-0", "Permission is hereby granted, free of charge", ""),
    (
        "ISC",
        "Permission to use, copy, modify, and",
        "permission notice appear in all copies",
    ),
    ("0BSD", "Permission to use, copy, modify, and", ""),
    (
        "BSD-3-Clause",
        "Redistribution and use in source and binary forms",
        "endorse or promote",
    ),
    (
        "BSD-2-Clause",
        "Redistribution and use in source and binary forms",
        "",
    ),
    ("Zlib", "This software is provided 'as-is'", ""),
    ("BSL-1.0", "Boost Software License", ""),
    ("Apache-2.0", "Apache License", "Grant of Patent License"),
    (
        "Apache-2.0 WITH LLVM-exception",
        "Apache License",
        "Grant of Patent License",
    ),
    ("Unicode-3.0", "UNICODE LICENSE V3", ""),
    ("CC0-1.0", "CC0 1.0 Universal", ""),
    ("Unlicense", "This is free and unencumbered software", ""),
    ("MPL-2.0", "Mozilla Public License", "Secondary Licenses"),
    ("OFL-1.1", "SIL OPEN FONT LICENSE Version 1.1", ""),
    ("WTFPL", "WHAT THE FUCK YOU WANT TO PUBLIC LICENSE", ""),
];

/// Folders inside of a crate in which the C sources lie that it carries, with their licences.
const CARRIED: [&str; 2] = ["openssl", "sqlcipher"];

/// Texts of licences that a part names without having one.
pub const WITHOUT_FILE: [(&str, &str); 2] = [
    (
        "blessing",
        "The author disclaims copyright to this source code. In place of a legal notice, here is a blessing:\n\n\
         May you do good and not evil.\nMay you find forgiveness for yourself and forgive others.\n\
         May you share freely, never taking more than you give.",
    ),
    (
        "0BSD",
        "Permission to use, copy, modify, and/or distribute this software for any purpose with or without fee is hereby \
         granted.\n\nTHE SOFTWARE IS PROVIDED \"AS IS\" AND THE AUTHOR DISCLAIMS ALL WARRANTIES WITH REGARD TO THIS SOFTWARE \
         INCLUDING ALL IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS. IN NO EVENT SHALL THE AUTHOR BE LIABLE FOR ANY \
         SPECIAL, DIRECT, INDIRECT, OR CONSEQUENTIAL DAMAGES OR ANY DAMAGES WHATSOEVER RESULTING FROM LOSS OF USE, DATA OR \
         PROFITS, WHETHER IN AN ACTION OF CONTRACT, NEGLIGENCE OR OTHER TORTIOUS ACTION, ARISING OUT OF OR IN CONNECTION \
         WITH THE USE OR PERFORMANCE OF THIS SOFTWARE.",
    ),
];

/// A licence text of a part: what is asked, and by whom.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text {
    /// The lines that say whose the part is.
    pub copyright: Vec<String>,
    /// The rest, without them.
    pub body: String,
}

/// Tells which licences of an SPDX expression bind us: all that are joined by AND, of others the one we take.
#[must_use]
pub fn taken(expression: &str) -> Vec<String> {
    let expression = expression.replace('/', " OR ").replace(['(', ')'], "");
    let rank = |licence: &str| {
        PREFERRED
            .iter()
            .position(|known| *known == licence)
            .unwrap_or(PREFERRED.len())
    };
    expression
        .split(" AND ")
        .filter_map(|part| {
            part.split(" OR ")
                .map(str::trim)
                .min_by_key(|one| rank(one))
        })
        .filter(|licence| !licence.is_empty())
        .map(str::to_owned)
        .collect()
}

/// Finds the text of a licence among the files of a part.
#[must_use]
pub fn find(folder: &Path, licence: &str) -> Option<Text> {
    let mut files = licence_files(folder);
    files.sort();
    let marks = MARKS.iter().filter(|(known, ..)| *known == licence);
    for (_, begins, also) in marks {
        for file in &files {
            let text = fs::read(file).ok()?;
            let text = String::from_utf8_lossy(&text).replace('\r', "");
            if let Some(at) = position(&text, begins)
                && position(&text, also).is_some()
            {
                return Some(part(&text, at, licence));
            }
        }
    }
    None
}

/// Files that a part says of itself and that have to travel with it.
#[must_use]
pub fn notices(folder: &Path) -> Vec<String> {
    let names = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut paths: Vec<_> = names
        .map(|entry| entry.path())
        .filter(|path| begins(path, &["NOTICE"]))
        .collect();
    paths.sort();
    paths
        .iter()
        .filter_map(|path| fs::read_to_string(path).ok())
        .map(|text| text.replace('\r', "").trim().to_owned())
        .collect()
}

fn licence_files(folder: &Path) -> Vec<std::path::PathBuf> {
    let inside = |folder: &Path| {
        fs::read_dir(folder)
            .into_iter()
            .flatten()
            .flatten()
            .map(|entry| entry.path())
            .collect::<Vec<_>>()
    };
    let carried = CARRIED.iter().flat_map(|name| inside(&folder.join(name)));
    let mut files: Vec<_> = inside(folder)
        .into_iter()
        .chain(carried)
        .filter(|path| begins(path, &["LICEN", "COPYING", "UNLICEN", "COPYRIGHT", "OFL"]))
        .collect();
    let folders: Vec<_> = files.iter().filter(|path| path.is_dir()).cloned().collect();
    files.extend(folders.iter().flat_map(|folder| inside(folder)));
    files.retain(|path| path.is_file());
    files
}

fn begins(path: &Path, with: &[&str]) -> bool {
    let name = path
        .file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .to_uppercase();
    with.iter().any(|start| name.starts_with(start))
}

/// Where words stand in a text, whatever breaks its lines: only their beginning is on one line for certain.
fn position(text: &str, words: &str) -> Option<usize> {
    if words.is_empty() {
        return Some(0);
    }
    let (low, wanted) = (text.to_ascii_lowercase(), words.to_ascii_lowercase());
    low.find(&wanted).or_else(|| {
        let flat = low.split_whitespace().collect::<Vec<_>>().join(" ");
        flat.contains(&wanted).then(|| {
            let first = wanted.split(' ').take(3).collect::<Vec<_>>().join(" ");
            low.find(&first).unwrap_or_default()
        })
    })
}

fn part(text: &str, at: usize, licence: &str) -> Text {
    let copyright: Vec<String> = text
        .lines()
        .map(clean)
        .filter(|line| is_copyright(line))
        .map(str::to_owned)
        .collect();
    // The short ones have a head of names before them; the long ones are taken whole.
    let whole = matches!(licence, "CC0-1.0" | "MPL-2.0" | "Unicode-3.0" | "BSL-1.0")
        || licence.starts_with("Apache")
        || licence == "WTFPL";
    let start = if whole {
        text
    } else {
        text.get(at..).unwrap_or(text)
    };
    let body: Vec<&str> = start
        .lines()
        .map(str::trim_end)
        .filter(|line| !is_copyright(clean(line)))
        .collect();
    Text {
        copyright,
        body: even(&body),
    }
}

fn clean(line: &str) -> &str {
    line.trim().trim_start_matches(['*', '#', '/', '>']).trim()
}

/// Whether a line says whose something is. The text of a licence speaks of copyright too, and has blanks to fill in.
fn is_copyright(line: &str) -> bool {
    let rest = line
        .strip_prefix("Copyright")
        .or_else(|| line.strip_prefix("copyright"))
        .or_else(|| line.strip_prefix("COPYRIGHT"));
    let blank = |line: &str| {
        [
            "[yyyy", "[year", "[name", "[full", "{yyyy", "{name", "<year", "<name", "<owner",
        ]
        .iter()
        .any(|gap| line.contains(gap))
    };
    match rest {
        Some(rest) => {
            let rest = rest.trim_start_matches([':', ' ']);
            let whose = rest.starts_with("(c)")
                || rest.starts_with("(C)")
                || rest.starts_with('©')
                || rest.starts_with(|c: char| c.is_ascii_digit());
            whose && !blank(line)
        }
        None => {
            let whose = line
                .strip_prefix("(c) ")
                .or_else(|| line.strip_prefix("© "));
            whose.is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
        }
    }
}

/// Takes away what differs without meaning anything: empty lines at the ends and in a row, and a common indent.
fn even(lines: &[&str]) -> String {
    let indent = lines
        .iter()
        .filter(|line| !line.is_empty())
        .map(|line| line.len() - line.trim_start().len())
        .min();
    let mut text = String::new();
    let mut empty = 0;
    for line in lines {
        let line = line.get(indent.unwrap_or_default()..).unwrap_or_default();
        if line.is_empty() {
            empty += 1;
            continue;
        }
        if !text.is_empty() {
            text.push_str(if empty > 0 { "\n\n" } else { "\n" });
        }
        empty = 0;
        text.push_str(line);
    }
    text
}

/// What two texts have in common that say the same.
#[must_use]
pub fn key(body: &str) -> String {
    let letters = body.chars().filter(|letter| letter.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_several_licences_one_is_taken_and_of_joined_ones_all() {
        for (expression, expected) in [
            ("MIT", vec!["MIT"]),
            ("Apache-2.0 OR MIT", vec!["MIT"]),
            ("Apache-2.0/MIT", vec!["MIT"]),
            (
                "(MIT OR Apache-2.0) AND Unicode-3.0",
                vec!["MIT", "Unicode-3.0"],
            ),
            ("Zlib OR Apache-2.0 OR MIT", vec!["MIT"]),
            ("Unlicense OR MIT", vec!["MIT"]),
            ("", vec![]),
        ] {
            assert_eq!(taken(expression), expected, "{expression}");
        }
    }

    #[test]
    fn whose_it_is_and_what_is_asked_are_told_apart() {
        let text = "The MIT License (MIT)\n\nCopyright (c) 2016 Somebody\n\nPermission is hereby granted, free of\n  charge\n";
        let found = part(
            text,
            position(text, "Permission is hereby granted, free of charge").unwrap_or(0),
            "MIT",
        );
        assert_eq!(found.copyright, ["Copyright (c) 2016 Somebody"]);
        assert_eq!(
            found.body,
            "Permission is hereby granted, free of\n  charge"
        );
        for (line, says) in [
            ("Copyright 2020 A", true),
            ("Copyright © B", true),
            ("Copyright [yyyy] [name of copyright owner]", false),
            ("Copyright (c) <year> <owner>", false),
            ("Copyright License. Subject to", false),
            ("copyright notice and this permission notice", false),
        ] {
            assert_eq!(is_copyright(line), says, "{line}");
        }
    }
}
