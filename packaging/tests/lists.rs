//! What a package says it is made of is what it is made of.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use packaging::{Origin, Part, copyright, licences, sbom};
use serde_json::Value;

const MOMENT: &str = "2026-11-30T12:00:00Z";

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap()
}

fn parts() -> Vec<Part> {
    // The licences of the page's parts lie beside them.
    assert!(
        root().join("ui/node_modules").is_dir(),
        "the npm packages are missing: run `npm install` in ui/"
    );
    packaging::parts(root()).unwrap()
}

#[test]
fn about_lists_what_the_program_is_made_of_today() {
    let list = licences::list(&parts());
    let kept = fs::read_to_string(root().join(packaging::LICENCES)).unwrap();
    assert!(
        kept == licences::as_json(&list),
        "{} is not what the program is made of: run `./waymark licences`",
        packaging::LICENCES
    );
}

#[test]
fn every_part_has_a_licence_with_its_text() {
    let list = licences::list(&parts());
    for part in &list.parts {
        assert!(!part.licences.is_empty(), "{} has no licence", part.name);
        assert!(
            part.texts.len() >= part.licences.len(),
            "{} lacks a text",
            part.name
        );
    }
    for (licence, body) in &list.texts {
        assert!(body.len() > 100, "there is no text of {licence}");
    }
    let has = |name: &str| list.parts.iter().any(|part| part.name == name);
    for name in [
        "typst",
        "openssl-src",
        "sqlcipher-src",
        "svelte",
        "Noto Emoji",
    ] {
        assert!(has(name), "{name} is in the program and not in the list");
    }
    // What only builds it, or belongs to another system, is not.
    for name in ["tauri-build", "vite", "windows-sys", "proptest", "ureq"] {
        assert!(!has(name), "{name} is not in the program");
    }
}

#[test]
fn every_font_that_is_printed_with_is_in_the_list() {
    let parts = parts();
    let squeezed = |name: &str| name.replace(' ', "");
    let named: BTreeSet<String> = parts
        .iter()
        .filter(|part| part.origin == Origin::Here)
        .map(|part| squeezed(&part.name))
        .collect();
    for folder in ["press", "export"] {
        let folder = root().join("src-tauri/crates").join(folder).join("fonts");
        for file in fs::read_dir(folder).unwrap() {
            let name = file.unwrap().file_name().into_string().unwrap();
            if let Some(stem) = name.strip_suffix(".ttf") {
                let family = stem.split('-').next().unwrap();
                assert!(named.contains(family), "{name} has no owner in OFL.txt");
            }
        }
    }
}

#[test]
fn the_copyright_file_has_a_text_for_every_licence_it_names() {
    let file = copyright::file(root(), &licences::list(&parts())).unwrap();
    let mut named = BTreeSet::new();
    let mut written = BTreeSet::new();
    for paragraph in file.split("\n\n") {
        let field = |name: &str| {
            let mut lines = paragraph.lines();
            lines.find_map(|line| line.strip_prefix(name).map(str::trim).map(str::to_owned))
        };
        let Some(licence) = field("License:") else {
            assert!(paragraph.starts_with("Format:"), "{paragraph}");
            continue;
        };
        if field("Files:").is_some() {
            assert!(
                field("Copyright:").is_some_and(|whose| !whose.is_empty()),
                "{paragraph}"
            );
            named.extend(
                licence
                    .split(" and ")
                    .flat_map(|one| one.split(" or "))
                    .map(str::to_owned),
            );
        } else {
            assert!(paragraph.lines().count() > 3, "{paragraph}");
            written.insert(licence);
        }
    }
    assert_eq!(named, written);
}

/// Python with readers that are not ours, where `./waymark test` has installed them.
fn python() -> Option<PathBuf> {
    let python = root().join("tests/readers/venv/bin/python");
    python.is_file().then_some(python)
}

/// Asks CycloneDX's own schema; nothing when it has no objection.
fn objections(bill: &str) -> String {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("bill.json");
    fs::write(&file, bill).unwrap();
    let python = python()
        .expect("the readers are missing: run `./waymark test` once, or make tests/readers/venv");
    let output = Command::new(python)
        .arg(root().join("tests/readers/bill.py"))
        .arg(file)
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stdout).into_owned()
        + &String::from_utf8_lossy(&output.stderr);
    if output.status.success() {
        String::new()
    } else {
        said
    }
}

#[test]
fn the_bill_of_materials_is_cyclonedx_and_the_same_each_time() {
    let parts = parts();
    let bill = sbom::bill(&parts, "0.1.0", MOMENT);
    assert_eq!(
        bill,
        sbom::bill(&packaging::parts(root()).unwrap(), "0.1.0", MOMENT)
    );
    let read: Value = serde_json::from_str(&bill).unwrap();
    let components = read["components"].as_array().unwrap();
    let of = |scope: &str, kind: &str| {
        let found = components
            .iter()
            .filter(|one| one["scope"] == scope && one["purl"].as_str().unwrap().starts_with(kind));
        found.count()
    };
    assert!(of("required", "pkg:cargo/") > 300 && of("excluded", "pkg:cargo/") > 30);
    assert!(of("required", "pkg:npm/") == 5 && of("excluded", "pkg:npm/") > 50);
    let refs: BTreeSet<_> = components
        .iter()
        .map(|one| one["bom-ref"].as_str().unwrap())
        .collect();
    assert_eq!(refs.len(), components.len(), "two components have one name");
    assert_eq!(objections(&bill), "");
    // The schema can object.
    assert_ne!(objections(&bill.replace("\"required\"", "\"needed\"")), "");
}
