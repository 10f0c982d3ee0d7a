//! Help names buttons by their own words: what stands bold in it is a message of that language, to the letter.

use std::{collections::BTreeSet, path::Path};

use serde_json::Value;

use crate::tree::{files, read};

#[test]
fn every_button_in_the_help_is_named_as_on_the_screen() {
    let mut met = 0;
    for lang in ["en", "da", "nb"] {
        let said = messages(lang);
        for path in files(&["md"]) {
            if !path.starts_with(format!("curriculum/help/{lang}")) {
                continue;
            }
            let text = read(&path);
            for label in text.split("**").skip(1).step_by(2) {
                met += 1;
                assert!(
                    said.contains(label),
                    "{}: “{label}” is on no screen; write it as in ui/messages/{lang}",
                    path.display()
                );
            }
        }
    }
    assert!(met > 200, "only {met} names were found");
}

/// The guided session quotes buttons and parts of a screen as each language quotes.
#[test]
fn every_button_in_the_guided_session_is_named_as_on_the_screen() {
    for (lang, open, close) in [("en", '“', '”'), ("da", '»', '«'), ("nb", '«', '»')] {
        let said = messages(lang);
        let path = Path::new("ui/messages").join(lang).join("tour.json");
        let text = read(&path);
        let quoted: Vec<_> = text
            .split(open)
            .skip(1)
            .filter_map(|after| after.split(close).next())
            .collect();
        assert!(quoted.len() >= 10, "{lang}: only {} names", quoted.len());
        for label in quoted {
            assert!(said.contains(label), "{lang}: “{label}” is on no screen");
        }
    }
}

/// Every message of a language, each of its forms by itself.
fn messages(lang: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for path in files(&["json"]) {
        if path.starts_with(format!("ui/messages/{lang}")) {
            let all: Value = serde_json::from_str(&read(&path)).unwrap();
            collect(&all, &mut found);
        }
    }
    assert!(!found.is_empty(), "there are no messages in {lang}");
    found
}

fn collect(value: &Value, into: &mut BTreeSet<String>) {
    match value {
        Value::String(text) => {
            into.insert(text.clone());
        }
        Value::Array(all) => all.iter().for_each(|each| collect(each, into)),
        Value::Object(all) => all.values().for_each(|each| collect(each, into)),
        _ => {}
    }
}
