//! People, search and the ledger: added, brought in from a table, found, erased.

use std::fs;

use crate::desk::{Desk, PASSPHRASE};

#[test]
fn a_table_is_looked_at_brought_in_found_and_one_of_it_erased() {
    let desk = Desk::new();
    desk.well(&["vault", "create"]);
    let added = desk.json(&["person", "add", "Noor Sørensen", "--record-number", "0400"]);
    assert!(added["person"].as_str().unwrap().len() > 30);

    fs::write(
        desk.path("list.csv"),
        "Hvem;Nr;Begyndt\nMaria Holm;0417;3.9.2026\n;0418;\nNoor Sørensen;0400;\n",
    )
    .unwrap();
    fs::write(
        desk.path("map.json"),
        r#"{"Hvem": "name", "Nr": "recordNumber", "Begyndt": "startedOn"}"#,
    )
    .unwrap();
    let import = ["person", "import", "list.csv", "--map", "map.json"];
    let said = desk.well(&[&import[..], &["--dry-run"]].concat());
    assert!(said.contains("line 3: there is no name."), "{said}");
    assert!(said.contains("Would bring in 1 of 3 rows"), "{said}");
    assert_eq!(desk.json(&["person", "list"]).as_array().unwrap().len(), 1);
    assert_eq!(desk.json(&import)["broughtIn"], 1);
    assert_eq!(desk.json(&["person", "list"]).as_array().unwrap().len(), 2);

    let hits = desk.json(&["search", "sorensen"]);
    assert_eq!(hits["hits"][0]["person"]["recordNumber"], "0400");
    let none = desk.json(&["search", "sorensen", "--person", "0417"]);
    assert!(none["hits"].as_array().unwrap().is_empty());
    let none = desk.json(&["search", "sorensen", "--kind", "notes"]);
    assert!(none["hits"].as_array().unwrap().is_empty());

    let refused = desk.refused(
        1,
        &["person", "erase", "0417", "--reason", "Maria asked"],
        &format!("{PASSPHRASE}\n"),
    );
    assert!(refused.contains("without naming anybody"), "{refused}");
    let erased = desk.well(&["person", "erase", "0417", "--reason", "Asked in writing"]);
    assert!(erased.starts_with("Erased for good"), "{erased}");
    let ledger = desk.json(&["ledger", "list"]);
    let lines = ledger.as_array().unwrap();
    assert!(
        lines
            .iter()
            .any(|line| line["op"] == "erase" && line["detail"] == "Asked in writing")
    );
    assert!(!ledger.to_string().contains("Maria"));
    assert_eq!(
        desk.well(&["ledger", "list"]).lines().count(),
        desk.json(&["ledger", "list"]).as_array().unwrap().len() - 1
    );
}

#[test]
fn groups_are_listed_and_an_empty_vault_has_none() {
    let desk = Desk::new();
    desk.well(&["vault", "create"]);
    assert_eq!(desk.json(&["group", "list"]), serde_json::json!([]));
    assert_eq!(desk.well(&["group", "list"]), "");
}

#[test]
fn outcome_plans_are_listed_with_what_became_of_each_measure() {
    let desk = Desk::with_sample();
    let everybody = desk.json(&["outcome", "list"]);
    assert_eq!(everybody[0]["person"]["name"], "Maria Holm");
    let hers = desk.json(&["outcome", "list", "--person", "Maria Holm"]);
    assert_eq!(hers, everybody[0]["plans"]);
    assert_eq!(hers[0]["id"], "three-parts");
    let nobody = desk.json(&["outcome", "list", "--person", "0388"]);
    assert_eq!(nobody, serde_json::json!([]));
}
