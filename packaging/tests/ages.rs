//! Nothing that we name has been left alone for two years, or it is known and said why it stays.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

use toml::{Table, Value};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap()
}

fn ages() -> Table {
    let file = fs::read_to_string(root().join("packaging/ages.toml")).unwrap();
    file.parse().unwrap()
}

fn days(ages: &Table, of: &str) -> BTreeMap<String, String> {
    let table = ages[of].as_table().unwrap();
    let day = |value: &Value| value.as_str().unwrap().to_owned();
    table
        .iter()
        .map(|(name, value)| (name.clone(), day(value)))
        .collect()
}

/// The npm packages that a manifest of ours asks for.
fn npm() -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for file in ["ui/package.json", "tests/readers/package.json"] {
        let read: serde_json::Value =
            serde_json::from_slice(&fs::read(root().join(file)).unwrap()).unwrap();
        for kind in ["dependencies", "devDependencies"] {
            let all = read[kind].as_object().into_iter().flatten();
            names.extend(all.map(|(name, _)| name.clone()));
        }
    }
    names
}

/// What was last released more than two years before a day.
fn left_alone<'a>(days: &'a BTreeMap<String, String>, looked: &str) -> Vec<&'a str> {
    let (year, rest) = looked.split_at(4);
    let limit = format!("{}{rest}", year.parse::<u32>().unwrap() - 2);
    // Written this way, days sort as they follow each other.
    days.iter()
        .filter(|(_, day)| **day < limit)
        .map(|(name, _)| name.as_str())
        .collect()
}

#[test]
fn every_dependency_was_released_within_two_years_or_is_named_with_a_reason() {
    let ages = ages();
    let (crates, packages) = (days(&ages, "crates"), days(&ages, "npm"));
    let names = |days: &BTreeMap<String, String>| days.keys().cloned().collect::<BTreeSet<_>>();
    let add = "look its last release up (RELEASING.md) and write it into packaging/ages.toml";
    assert_eq!(
        names(&crates),
        packaging::ages::named(root()).unwrap(),
        "{add}"
    );
    assert_eq!(names(&packages), npm(), "{add}");

    let looked = ages["looked"].as_str().unwrap();
    let kept = days(&ages, "kept");
    let mut old = left_alone(&crates, looked);
    old.extend(left_alone(&packages, looked));
    assert_eq!(
        old.into_iter().collect::<BTreeSet<_>>(),
        kept.keys().map(String::as_str).collect(),
        "what is old and what is kept with a reason are not the same"
    );
    assert!(kept.values().all(|reason| reason.len() > 40));
}

#[test]
fn two_years_are_counted_from_the_day_it_was_looked_up() {
    let days = BTreeMap::from([
        ("old".to_owned(), "2024-11-29".to_owned()),
        ("not-yet".to_owned(), "2024-11-30".to_owned()),
        ("unknown".to_owned(), String::new()),
    ]);
    assert_eq!(left_alone(&days, "2026-11-30"), ["old", "unknown"]);
}
