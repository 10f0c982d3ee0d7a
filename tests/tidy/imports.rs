//! Imports point against the flow of the data (design/STYLE.md, *The tree*).

use std::collections::{BTreeMap, BTreeSet};

use toml::{Table, Value};

use crate::tree::{files, read};

/// Who may import whom of ours. `app` and `cli` stand on `api` and hand it the sample; they name `domain` for the values
/// that requests and answers are made of.
const MAY_IMPORT: &[(&str, &[&str])] = &[
    ("packaging", &[]),
    ("domain", &[]),
    ("curriculum", &["domain"]),
    ("note", &["domain", "curriculum"]),
    ("disk", &[]),
    ("store", &["domain", "disk"]),
    ("export", &["domain"]),
    ("press", &["domain", "export"]),
    ("fhir", &["domain"]),
    (
        "api",
        &[
            "domain",
            "curriculum",
            "note",
            "store",
            "disk",
            "export",
            "press",
            "fhir",
        ],
    ),
    ("sample", &["api", "store", "domain"]),
    ("app", &["api", "cli", "sample", "domain"]),
    ("cli", &["api", "sample", "domain"]),
    ("tests", &["api", "sample", "store", "domain"]),
    ("e2e", &["tests", "domain"]),
    (
        "bench",
        &[
            "tests", "api", "sample", "store", "export", "press", "domain",
        ],
    ),
    ("proof", &["curriculum", "store", "domain"]),
];

/// Libraries that only one crate knows, by the start of their names. The bench sets ours beside them bare.
const ONLY_IN: [(&str, &[&str]); 5] = [
    ("rusqlite", &["store", "bench", "proof"]),
    ("typst", &["press", "bench"]),
    ("tauri", &["app"]),
    ("clap", &["cli"]),
    ("include_dir", &["curriculum"]),
];

/// The dependencies of every package by its name, those of tests and builds included.
fn packages() -> BTreeMap<String, BTreeSet<String>> {
    let manifests = files(&["toml"])
        .into_iter()
        .filter(|path| path.ends_with("Cargo.toml"));
    manifests
        .map(|path| read(&path).parse::<Table>().unwrap())
        .filter(|manifest| manifest.contains_key("package"))
        .map(|manifest| {
            let name = manifest["package"]["name"].as_str().unwrap().to_owned();
            (name, dependencies(&manifest))
        })
        .collect()
}

fn dependencies(manifest: &Table) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for (key, value) in manifest {
        match (key.as_str(), value) {
            ("dependencies" | "dev-dependencies" | "build-dependencies", Value::Table(table)) => {
                names.extend(table.iter().map(|(key, value)| {
                    // `testkit` is the name under which the package `tests` is imported.
                    let renamed = value.get("package").and_then(Value::as_str);
                    renamed
                        .unwrap_or(if key == "testkit" { "tests" } else { key })
                        .to_owned()
                }));
            }
            ("target", Value::Table(targets)) => {
                targets
                    .values()
                    .filter_map(Value::as_table)
                    .for_each(|table| names.extend(dependencies(table)));
            }
            _ => {}
        }
    }
    names
}

#[test]
fn crates_import_only_what_lies_before_them() {
    let packages = packages();
    let allowed: BTreeMap<_, _> = MAY_IMPORT.iter().copied().collect();
    let known: BTreeSet<_> = allowed.keys().map(|name| (*name).to_owned()).collect();
    assert_eq!(
        packages.keys().cloned().collect::<BTreeSet<_>>(),
        known,
        "a crate without a rule, or a rule without a crate"
    );
    for (name, dependencies) in &packages {
        for ours in dependencies.intersection(&known) {
            // A crate may name itself to turn on a feature for its own tests.
            let fine = ours == name || allowed[name.as_str()].contains(&ours.as_str());
            assert!(
                fine,
                "{name} imports {ours}; design/STYLE.md, The tree, says who may"
            );
        }
    }
}

#[test]
fn a_big_library_stays_in_the_one_crate_that_knows_it() {
    for (name, dependencies) in packages() {
        for (library, homes) in ONLY_IN {
            let known_here = homes.contains(&name.as_str());
            let used = dependencies
                .iter()
                .find(|dependency| dependency.starts_with(library));
            assert!(
                known_here || used.is_none(),
                "{name} uses {}; only {homes:?} may",
                used.unwrap()
            );
        }
    }
}

#[test]
fn every_crate_takes_the_lints_of_the_workspace() {
    for path in files(&["toml"])
        .into_iter()
        .filter(|path| path.ends_with("Cargo.toml"))
    {
        let manifest: Table = read(&path).parse().unwrap();
        if manifest.contains_key("package") {
            let inherits = manifest
                .get("lints")
                .and_then(|lints| lints.get("workspace"));
            assert_eq!(
                inherits.and_then(Value::as_bool),
                Some(true),
                "{}",
                path.display()
            );
        }
    }
}
