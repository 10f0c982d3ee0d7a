//! The catalogue says the same as the schema, and what it drives reaches every table.

use std::collections::{BTreeMap, BTreeSet};

use store::{catalogue_for_tests, catalogue_sql, references_for_tests};

use crate::kit::*;

#[test]
fn every_table_and_every_column_stands_in_one_row_of_the_catalogue() {
    let desk = desk();
    let conn = desk.store.connection_for_tests();
    let mut made = BTreeMap::new();
    for table in tables(conn) {
        // The library's own tables under the full-text index.
        if table.starts_with("search_") {
            continue;
        }
        let columns: BTreeSet<String> = columns(conn, &table, "").into_iter().collect();
        made.insert(table, columns);
    }
    let rows = catalogue_for_tests();
    assert_eq!(rows.len(), made.len(), "one row each");
    for row in rows {
        let made = made
            .remove(row.name)
            .unwrap_or_else(|| panic!("no table {}", row.name));
        let told: BTreeSet<String> = row.columns.iter().map(|&name| name.to_owned()).collect();
        assert_eq!(
            told.len(),
            row.columns.len(),
            "{}: a column stands in it twice",
            row.name
        );
        let left: Vec<&String> = made.difference(&told).collect();
        // The order of writing, and where: written by the schema itself.
        let ours = ["seq", "origin"].map(str::to_owned);
        assert!(
            left.iter().all(|name| ours.contains(name)),
            "{}: {left:?}",
            row.name
        );
        assert_eq!(told.difference(&made).count(), 0, "{}", row.name);
        assert_eq!(
            row.personal && row.name != "person",
            (made.contains("person") && row.name != "allowance")
                || (made.contains("about") && row.name != "audit")
        );
        // Whose words can come from elsewhere says where.
        if row.personal && !["draft", "undo"].contains(&row.name) {
            assert!(made.contains("origin"), "{}", row.name);
        }
    }
    assert!(made.is_empty(), "without a row: {made:?}");
}

/// What refers says so twice, in the schema and in the catalogue: a column that only one of them knew would be carried to
/// another vault as a number that means somebody else there, or would not be held to a row that is there.
#[test]
fn every_reference_is_a_number_and_the_catalogue_knows_what_of() {
    let desk = desk();
    let conn = desk.store.connection_for_tests();
    let known: BTreeMap<&str, &str> = references_for_tests().into_iter().collect();
    let mut seen = BTreeSet::new();
    for table in tables(conn) {
        let keys: Vec<(String, String, String)> = conn
            .prepare("SELECT \"from\", \"table\", \"to\" FROM pragma_foreign_key_list(?)")
            .unwrap()
            .query_map([&table], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
            .unwrap()
            .collect::<Result<_, _>>()
            .unwrap();
        for (from, to, column) in &keys {
            match column.as_str() {
                "seq" => assert_eq!(
                    known.get(from.as_str()),
                    Some(&to.as_str()),
                    "{table}.{from}"
                ),
                // What refers to a row of somebody's refers to their person with it.
                "person" => assert_eq!(from, "person", "{table}"),
                other => panic!("{table}.{from} refers to {to}.{other}"),
            }
        }
        for name in columns(conn, &table, "") {
            let Some((name, to)) = known.get_key_value(name.as_str()) else {
                continue;
            };
            assert!(
                columns(conn, &table, "INTEGER")
                    .iter()
                    .any(|column| column == name),
                "{table}.{name}"
            );
            // Who is just being erased or merged stands outside; see the triggers.
            let held = keys
                .iter()
                .any(|(from, table, _)| from == name && (table == to || *name == "person"));
            assert!(
                held || table == "allowance",
                "{table}.{name} is held to no row"
            );
            seen.insert(*name);
        }
    }
    assert_eq!(seen.len(), known.len(), "{seen:?}");
}

#[test]
fn the_migrations_hold_what_the_catalogue_makes_word_for_word() {
    let migration = include_str!("../../migrations/0001_first/search.sql");
    let made = catalogue_sql();
    assert!(made.len() > 10_000);
    assert!(
        migration.contains(&made),
        "print it with `cargo run -p store --features testing --example catalogue_sql`"
    );
}

#[test]
fn each_searched_table_has_a_number_of_its_own() {
    let numbers: Vec<i64> = catalogue_for_tests()
        .iter()
        .filter_map(|row| row.searched_as)
        .collect();
    let different: BTreeSet<i64> = numbers.iter().copied().collect();
    assert_eq!(different.len(), numbers.len());
    assert!(different.iter().all(|number| (1..64).contains(number)));
    // Never another table's, once released.
    let named: Vec<(&str, i64)> = catalogue_for_tests()
        .iter()
        .filter_map(|row| Some((row.name, row.searched_as?)))
        .collect();
    assert_eq!(
        named,
        [
            ("person", 1),
            ("statement", 2),
            ("session", 3),
            ("goal", 4),
            ("short_term_goal", 5),
            ("step", 6),
            ("goal_review", 7),
            ("practice", 8),
            ("practice_review", 9),
            ("supporter", 14),
            ("consent", 15),
            ("contact", 16),
            ("ending", 29),
            ("booster", 30),
            ("sheet", 10),
            ("plan_copy", 20),
            ("rehearsal", 21),
            ("answer", 11),
            ("event", 23),
            ("measure", 24),
            ("note_section", 12),
            ("addendum", 13),
        ]
    );
}

#[test]
fn undo_and_redo_reach_every_table_that_is_undone() {
    let mut desk = desk();
    let undone: Vec<&str> = catalogue_for_tests()
        .iter()
        .filter(|row| row.undone)
        .map(|row| row.name)
        .collect();
    let all = |store: &store::Store| -> Vec<String> {
        let conn = store.connection_for_tests();
        undone
            .iter()
            .map(|table| dump_without(conn, table, &["seq"]))
            .collect()
    };
    let empty = all(&desk.store);
    write_down_everything(&mut desk.store, 1);
    desk.store
        .transact(
            store::Op::SavePractitioner,
            store::About::vault(),
            at(20),
            |tx| {
                tx.save_snippet(&domain::note::Snippet {
                    id: domain::SnippetId::new(uuid(0, 15, 1)),
                    words: "On time.".to_owned(),
                })?;
                tx.save_supervision(&domain::supervision::Supervision {
                    id: domain::SupervisionId::new(uuid(0, 18, 1)),
                    details: domain::supervision::SupervisionDetails {
                        on: day(2),
                        kind: domain::supervision::SupervisionKind::Supervision,
                        minutes: Some(45),
                        met: Some(3),
                        who: String::new(),
                        practised: "a role play".to_owned(),
                        words: String::new(),
                    },
                })?;
                tx.save_mirror_answer(&domain::supervision::MirrorAnswer {
                    period: day(1),
                    item: "tailoring".to_owned(),
                    level: Some(3),
                    words: String::new(),
                })?;
                tx.save_practitioner(&domain::settings::Practitioner {
                    name: "Liv".to_owned(),
                    title: String::new(),
                })
            },
        )
        .unwrap();
    let full = all(&desk.store);
    for (before, after) in empty.iter().zip(&full) {
        assert_ne!(before, after, "nothing was written into it");
    }
    for _ in 0..2 {
        while desk.store.undo(None, at(30)).unwrap().is_some() {}
        assert_eq!(all(&desk.store), empty);
        while desk.store.redo(None, at(31)).unwrap().is_some() {}
        assert_eq!(all(&desk.store), full);
    }
    assert!(desk.store.check().unwrap().is_well());
}

#[test]
fn no_row_of_a_person_changes_hands() {
    let mut desk = desk();
    for who in 1..=2 {
        write_down_everything(&mut desk.store, who);
        sign_and_hand_off(&mut desk.store, who);
        // Signing ended what could be taken back.
        let mut renamed = person(who);
        renamed.details.preferred_name.push('x');
        save_person(&mut desk.store, &renamed);
    }
    let conn = desk.store.connection_for_tests();
    let mut tried = 0;
    for row in catalogue_for_tests()
        .iter()
        .filter(|row| row.personal && row.name != "person")
    {
        let table = row.name;
        // By number where the person is there as long as the row, by id elsewhere.
        let (column, whose) = match row.columns.contains(&"about") {
            true => ("about", "id"),
            false => ("person", "seq"),
        };
        let rows: i64 = conn
            .query_row(
                &format!("SELECT count(DISTINCT {column}) FROM {table}"),
                [],
                |row| row.get(0),
            )
            .unwrap();
        assert_eq!(rows, 2, "{table}");
        for to in [
            &format!("(SELECT max({whose}) FROM person)"),
            "NULL",
            "99",
            "x'00'",
        ] {
            let moved = conn.execute(
                &format!(
                    "UPDATE {table} SET {column} = {to} WHERE {column} = (SELECT min({whose}) FROM person)"
                ),
                [],
            );
            assert!(moved.is_err(), "{table} went to {to}");
            tried += 1;
        }
    }
    assert!(tried > 45);
}
