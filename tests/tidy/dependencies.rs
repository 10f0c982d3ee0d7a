//! What comes in from outside: nothing that opens an internet socket, and nothing whose licence would bind us.

use std::{
    collections::{BTreeMap, BTreeSet},
    process::Command,
};

use serde_json::Value;

use crate::tree::root;

/// Libraries that talk to servers. The program opens no internet socket, so nothing in it can.
const NETWORK: [&str; 12] = [
    "attohttpc",
    "curl",
    "hyper",
    "isahc",
    "native-tls",
    "openssl",
    "quinn",
    "reqwest",
    "rustls",
    "surf",
    "tungstenite",
    "ureq",
];

/// Licences that a dependency may have; `deny.toml` says the same to cargo-deny.
const LICENCES: [&str; 17] = [
    "0BSD",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "ISC",
    "MIT",
    "MIT-0",
    "MPL-2.0",
    "OFL-1.1",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
    "blessing",
    "WTFPL",
];

fn run(program: &str, args: &[&str]) -> Vec<u8> {
    let output = Command::new(program)
        .args(args)
        .current_dir(root())
        .output()
        .unwrap();
    assert!(
        output.status.success(),
        "{program} {args:?}: {}",
        String::from_utf8_lossy(&output.stderr)
    );
    output.stdout
}

/// Every package that is built on this machine, with what it stands on.
fn metadata() -> Value {
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
    let rustc = String::from_utf8(run("rustc", &["-vV"])).unwrap();
    let host = rustc
        .lines()
        .find_map(|line| line.strip_prefix("host: "))
        .unwrap();
    let args = [
        "metadata",
        "--format-version",
        "1",
        "--locked",
        "--filter-platform",
        host,
    ];
    serde_json::from_slice(&run(&cargo, &args)).unwrap()
}

/// The names of all packages that a program is made of.
fn made_of(metadata: &Value, program: &str) -> BTreeSet<String> {
    let packages = metadata["packages"].as_array().unwrap();
    let names: BTreeMap<_, _> = packages
        .iter()
        .map(|p| (p["id"].as_str().unwrap(), p["name"].as_str().unwrap()))
        .collect();
    let nodes = metadata["resolve"]["nodes"].as_array().unwrap();
    let nodes: BTreeMap<_, _> = nodes
        .iter()
        .map(|node| (node["id"].as_str().unwrap(), node))
        .collect();
    let mut open = vec![*names.iter().find(|(_, name)| **name == program).unwrap().0];
    let mut seen = BTreeSet::new();
    while let Some(id) = open.pop() {
        if !seen.insert(id) {
            continue;
        }
        for dependency in nodes[id]["deps"].as_array().unwrap() {
            // What only tests or builds use is not in the program.
            let kinds = dependency["dep_kinds"].as_array().unwrap();
            if kinds.iter().any(|kind| kind["kind"].is_null()) {
                open.push(dependency["pkg"].as_str().unwrap());
            }
        }
    }
    seen.into_iter().map(|id| names[id].to_owned()).collect()
}

#[test]
fn nothing_in_the_programs_talks_to_a_server() {
    let metadata = metadata();
    for program in ["app", "cli"] {
        let made_of = made_of(&metadata, program);
        assert!(
            made_of.contains("rusqlite"),
            "the graph of {program} was not walked"
        );
        let talks: Vec<_> = NETWORK
            .iter()
            .filter(|name| made_of.contains(**name))
            .collect();
        assert!(
            talks.is_empty(),
            "{program} is made of {talks:?}, which open sockets"
        );
    }
}

/// Tells whether an SPDX expression can be met with allowed licences alone.
fn is_allowed(expression: &str) -> bool {
    let expression = expression.replace('/', " OR ").replace(['(', ')'], "");
    // AND binds tighter than OR, but in the one bracketed form that occurs, `(A OR B) AND C`, every part is asked for
    // here, which is stricter than needed and never laxer.
    if expression.contains(" AND ") {
        return expression
            .split(" AND ")
            .all(|part| part.split(" OR ").any(|one| LICENCES.contains(&one.trim())));
    }
    expression
        .split(" OR ")
        .any(|one| LICENCES.contains(&one.trim()))
}

#[test]
fn every_dependency_has_a_licence_that_leaves_us_free() {
    let metadata = metadata();
    let packages = metadata["packages"].as_array().unwrap();
    let bound: Vec<_> = packages
        .iter()
        .filter(|package| !is_allowed(package["license"].as_str().unwrap_or_default()))
        .map(|package| format!("{} ({})", package["name"], package["license"]))
        .collect();
    assert!(bound.is_empty(), "look at these licences: {bound:?}");
}

#[test]
fn a_licence_expression_is_read_as_written() {
    for (expression, allowed) in [
        ("MIT", true),
        ("MIT/Apache-2.0", true),
        ("GPL-3.0-only", false),
        ("GPL-3.0-only OR MIT", true),
        ("(MIT OR Apache-2.0) AND Unicode-3.0", true),
        ("MIT AND GPL-2.0-only", false),
        ("Apache-2.0 WITH LLVM-exception OR Apache-2.0", true),
        ("", false),
    ] {
        assert_eq!(is_allowed(expression), allowed, "{expression}");
    }
}
