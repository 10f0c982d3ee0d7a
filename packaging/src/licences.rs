//! The parts of the program with their licences, each text once: what *About* shows and the copyright file says.

use std::{collections::BTreeMap, fmt::Write as _};

use serde_json::json;

use crate::{
    Origin, Part,
    texts::{self, Text},
};

/// A part as it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    /// Its name.
    pub name: String,
    /// Its version; empty for what lies in this repository.
    pub version: String,
    /// Where it comes from.
    pub origin: Origin,
    /// The licences we take it under.
    pub licences: Vec<String>,
    /// Whose it is.
    pub copyright: Vec<String>,
    /// Its licence texts, by their place in [`List::texts`].
    pub texts: Vec<usize>,
}

/// Everything in the program that is not ours.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct List {
    /// The parts, in order.
    pub parts: Vec<Shown>,
    /// Licence texts with the licence each is of.
    pub texts: Vec<(String, String)>,
}

/// What is in every Rust program and in no lock file.
const RUST: (&str, &str) = (
    "Rust standard library",
    "Copyright (c) The Rust Project Contributors",
);

/// Makes the list of what is inside.
#[must_use]
pub fn list(parts: &[Part]) -> List {
    let mut list = List::default();
    let mut known: BTreeMap<(String, String), usize> = BTreeMap::new();
    let inside: Vec<_> = parts.iter().filter(|part| part.inside).collect();
    // A part without a text of its own takes the one that most others have.
    let mut usual: BTreeMap<String, BTreeMap<String, (usize, String)>> = BTreeMap::new();
    let mut found: Vec<Vec<(String, Option<Text>)>> = Vec::new();
    for part in &inside {
        let texts: Vec<_> = texts::taken(&part.licence)
            .into_iter()
            .map(|licence| (texts::find(&part.folder, &licence), licence))
            .map(|(text, licence)| (licence, text))
            .collect();
        for (licence, text) in &texts {
            if let Some(text) = text {
                let met = usual
                    .entry(licence.clone())
                    .or_default()
                    .entry(texts::key(&text.body))
                    .or_insert((0, text.body.clone()));
                met.0 += 1;
            }
        }
        found.push(texts);
    }
    let usual: BTreeMap<String, String> = usual
        .into_iter()
        .filter_map(|(licence, met)| {
            Some((
                licence,
                met.into_values().max_by_key(|(times, _)| *times)?.1,
            ))
        })
        .collect();
    let mut place = |list: &mut List, licence: &str, body: String| {
        *known
            .entry((licence.to_owned(), texts::key(&body)))
            .or_insert_with(|| {
                list.texts.push((licence.to_owned(), body));
                list.texts.len() - 1
            })
    };
    for (part, found) in inside.into_iter().zip(found) {
        let mut shown = Shown {
            name: part.name.clone(),
            version: part.version.clone(),
            origin: part.origin,
            licences: found.iter().map(|(licence, _)| licence.clone()).collect(),
            copyright: Vec::new(),
            texts: Vec::new(),
        };
        for (licence, text) in found {
            let text = text.unwrap_or_else(|| Text {
                copyright: Vec::new(),
                body: without_file(&licence)
                    .or_else(|| usual.get(&licence).cloned())
                    .unwrap_or_default(),
            });
            shown.copyright.extend(text.copyright);
            let at = place(&mut list, &licence, text.body);
            shown.texts.push(at);
        }
        for notice in texts::notices(&part.folder) {
            let at = place(&mut list, "NOTICE", notice);
            shown.texts.push(at);
        }
        if part.origin == Origin::Here || shown.copyright.is_empty() {
            // The licence of our fonts names the owners of all of them.
            shown.copyright.clone_from(&part.authors);
        }
        shown.copyright.dedup();
        list.parts.push(shown);
    }
    let at = place(
        &mut list,
        "MIT",
        usual.get("MIT").cloned().unwrap_or_default(),
    );
    list.parts.push(Shown {
        name: RUST.0.to_owned(),
        version: String::new(),
        origin: Origin::Here,
        licences: vec!["MIT".to_owned()],
        copyright: vec![RUST.1.to_owned()],
        texts: vec![at],
    });
    list
}

fn without_file(licence: &str) -> Option<String> {
    let mut known = texts::WITHOUT_FILE.into_iter();
    known
        .find(|(name, _)| *name == licence)
        .map(|(_, body)| body.to_owned())
}

/// The list as the page reads it: a line for each part and each text, so that a change shows as one.
#[must_use]
pub fn as_json(list: &List) -> String {
    let mut out = String::from("{\n\"parts\": [\n");
    let lines = |out: &mut String, lines: Vec<String>| {
        let _ = write!(out, "{}", lines.join(",\n"));
    };
    let parts = list.parts.iter().map(|part| {
        let origin = match part.origin {
            Origin::Crate => "crate",
            Origin::Npm => "npm",
            Origin::Here => "here",
        };
        json!([
            part.name,
            part.version,
            origin,
            part.licences.join(" AND "),
            part.copyright,
            part.texts
        ])
        .to_string()
    });
    lines(&mut out, parts.collect());
    out.push_str("\n],\n\"texts\": [\n");
    lines(
        &mut out,
        list.texts
            .iter()
            .map(|(licence, body)| json!([licence, body]).to_string())
            .collect(),
    );
    out.push_str("\n]\n}\n");
    out
}
