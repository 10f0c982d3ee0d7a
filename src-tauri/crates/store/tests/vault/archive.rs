//! One person's record carried to another vault: all of it, once, and nothing that was not theirs or not as it was signed.

use std::cell::{Cell, RefCell};

use domain::{AnswerValue, NoteId, SessionId};
use proptest::prelude::*;
use serde_json::{Value as Json, json};
use store::{About, Archive, Error, Op, Store};

use crate::{kit::*, thief::*};

/// Maria with something of everything, signed, added to and handed off; and Ole, who stays at home.
pub fn home() -> Desk {
    let mut desk = desk();
    for who in [2, 1] {
        write_down_everything(&mut desk.store, who);
        sign_and_hand_off(&mut desk.store, who);
    }
    desk
}

pub fn json_of(archive: &Archive) -> Json {
    serde_json::to_value(archive).unwrap()
}

pub fn archive_of(json: &Json) -> Archive {
    serde_json::from_value(json.clone()).unwrap()
}

/// What an archive says, less which vault it was last carried out of.
pub fn tables_of(store: &Store) -> Json {
    json_of(&store.archive(person_id(1)).unwrap())["tables"].clone()
}

/// Everything in a vault but the trail of its openings, to see that nothing was written.
pub fn all_rows(store: &Store) -> String {
    let conn = store.connection_for_tests();
    let tables = tables(conn)
        .into_iter()
        .filter(|name| !name.starts_with("search_"));
    tables.map(|table| dump(conn, &table)).collect()
}

#[test]
fn a_record_brought_into_an_empty_vault_is_the_same_and_sealed() {
    let home = home();
    let mut away = desk();
    let archive = home.store.archive(person_id(1)).unwrap();
    let report = away.store.merge(&archive, at(50)).unwrap();
    assert!(
        report.conflicts.is_empty() && report.same == 0,
        "{report:?}"
    );
    assert_eq!(tables_of(&away.store), tables_of(&home.store));

    let id = person_id(1);
    assert_eq!(away.store.people().unwrap().len(), 1, "Ole stayed at home");
    assert_eq!(
        away.store.person(id).unwrap(),
        home.store.person(id).unwrap()
    );
    assert_eq!(away.store.goals(id).unwrap(), home.store.goals(id).unwrap());
    assert_eq!(
        away.store.all_answers(id).unwrap(),
        home.store.all_answers(id).unwrap()
    );
    for n in 1..=2 {
        let meeting = session(1, n).id;
        assert_eq!(
            away.store.session(meeting).unwrap(),
            home.store.session(meeting).unwrap()
        );
        let [here, there] =
            [&away.store, &home.store].map(|store| store.note(note(1, n).id).unwrap());
        assert_eq!(
            (here.sections, here.addenda),
            (there.sections, there.addenda)
        );
    }
    assert_eq!(
        away.store.drafts_of(id).unwrap(),
        [""; 0],
        "what is only begun stays"
    );
    let report = away.store.check().unwrap();
    assert!(report.is_well(), "{report:?}");
    assert_eq!((report.notes.good, report.counts.signed_notes), (2, 1));
    assert_eq!(in_notes(&away.store, "calmer"), 24);
    // Signing goes on after it, and so does everything else.
    sign(&mut away.store, &note(1, 2));
    assert!(away.store.check().unwrap().is_well());
    let trail = away.store.audit(at(50), at(50)).unwrap();
    assert!(
        trail
            .iter()
            .all(|entry| entry.op == Op::Merge && entry.person == Some(id))
    );
    assert_eq!(trail.len(), 3, "one for each seal, one for the merge");
    assert_eq!(away.store.undo(None, at(51)).unwrap(), None);
}

#[test]
fn of_several_answers_the_one_that_counts_at_home_counts_away() {
    let mut home = home();
    let mut say = |session: Option<u16>, words: &str| {
        let session = session.map(|n| SessionId::new(uuid(1, 6, n)));
        let value = AnswerValue::Text(words.to_owned());
        home.store
            .transact(Op::Answer, About::person(person_id(1)), at(20), |tx| {
                tx.save_answer(
                    person_id(1),
                    session,
                    &answer_key("later"),
                    Some(&value),
                    &edition(),
                )
            })
            .unwrap();
    };
    say(Some(1), "first");
    say(Some(2), "second");
    say(Some(1), "third, in the first session again");
    let mut away = desk();
    let archive = home.store.archive(person_id(1)).unwrap();
    away.store.merge(&archive, at(50)).unwrap();
    let id = person_id(1);
    assert_eq!(
        away.store.all_answers(id).unwrap(),
        home.store.all_answers(id).unwrap()
    );
}

#[test]
fn brought_in_twice_or_home_again_it_adds_nothing() {
    let mut home = home();
    let mut away = desk();
    let archive = home.store.archive(person_id(1)).unwrap();
    let first = away.store.merge(&archive, at(50)).unwrap();
    let rows: usize = first.added.values().sum();
    let again = away.store.merge(&archive, at(51)).unwrap();
    assert_eq!(
        (again.added.len(), again.same, again.conflicts.len()),
        (0, rows, 0)
    );
    let back = away.store.archive(person_id(1)).unwrap();
    let before = tables_of(&home.store);
    let report = home.store.merge(&back, at(52)).unwrap();
    assert_eq!(
        (report.added.len(), report.same, report.conflicts.len()),
        (0, rows, 0)
    );
    assert_eq!(tables_of(&home.store), before);
    for store in [&home.store, &away.store] {
        assert!(store.check().unwrap().is_well());
    }
}

#[test]
fn a_row_that_differs_is_a_conflict_and_ours_stands() {
    let home = home();
    let mut away = desk();
    let archive = home.store.archive(person_id(1)).unwrap();
    away.store.merge(&archive, at(50)).unwrap();
    let before = tables_of(&away.store);
    let mut json = json_of(&archive);
    json["tables"]["person"][0]["preferred_name"] = "Mia".into();
    json["tables"]["session"][1]["summary_words"] = "other".into();
    json["tables"]["meeting"][0]["place"] = "elsewhere".into();
    json["tables"]["note"][0]["signed_by"] = "Somebody Else".into();
    json["tables"]["note_section"][3]["text"] = "other".into();
    json["tables"]["addendum"][0]["words"] = "other".into();
    json["tables"]["answer"][0]["value"] = "other".into();
    let report = away.store.merge(&archive_of(&json), at(51)).unwrap();
    assert!(report.added.is_empty(), "{:?}", report.added);
    let named: Vec<(&str, &str)> = report
        .conflicts
        .iter()
        .map(|conflict| (conflict.table, conflict.column.as_str()))
        .collect();
    assert_eq!(
        named,
        [
            ("person", "preferred_name"),
            ("meeting", "place"),
            ("session", "summary_words"),
            ("answer", "value"),
            ("note", "signed_by"),
            ("note_section", "text"),
            ("addendum", "words"),
        ]
    );
    let name = &report.conflicts[0];
    assert_eq!(
        (&name.ours, &name.theirs),
        (&json!("Maria Hansen"), &json!("Mia"))
    );
    assert_eq!(tables_of(&away.store), before);
    assert!(away.store.check().unwrap().is_well());
}

#[test]
fn two_notes_on_one_session_are_never_mixed() {
    // Here the note is a draft, and there it was signed and added to.
    let mut away = desk();
    write_down_everything(&mut away.store, 1);
    let mut shorter = note(1, 1);
    shorter.sections.truncate(3);
    save_draft(&mut away.store, &shorter);
    let here = away.store.note(note(1, 1).id).unwrap();
    let archive = home().store.archive(person_id(1)).unwrap();
    let report = away.store.merge(&archive, at(50)).unwrap();
    assert_eq!(away.store.note(note(1, 1).id).unwrap(), here);
    let tables: Vec<&str> = report
        .conflicts
        .iter()
        .map(|conflict| conflict.table)
        .collect();
    for table in ["note", "note_section", "addendum", "hand_off"] {
        assert!(tables.contains(&table), "{table}: {tables:?}");
    }
    // The meetings are the same, and were led by somebody else there.
    let added: Vec<_> = report.added.keys().copied().collect();
    assert_eq!(added, ["meeting_practitioner", "practitioner"]);
    assert!(away.store.check().unwrap().is_well());

    // Here somebody wrote another note on the same session.
    let mut away = desk();
    save_person(&mut away.store, &person(1));
    save_session(&mut away.store, &session(1, 1));
    let mut other = note(1, 1);
    other.id = NoteId::new(uuid(1, 8, 99));
    save_draft(&mut away.store, &other);
    let here = away.store.note_of(session(1, 1).id).unwrap();
    let report = away.store.merge(&archive, at(50)).unwrap();
    assert!(
        report
            .conflicts
            .iter()
            .any(|conflict| conflict.table == "note")
    );
    assert_eq!(away.store.note_of(session(1, 1).id).unwrap(), here);
    assert!(
        away.store.note(note(1, 2).id).is_ok(),
        "the other note came in"
    );
    assert!(away.store.check().unwrap().is_well());
}

/// Changes to an archive that somebody made, each with what is said of it.
#[test]
fn what_was_tampered_with_is_refused_whole() {
    type Change = fn(&mut Json);
    let changes: &[(&str, Change)] = &[
        ("a word of a signed note", |a| {
            a["tables"]["note_section"][3]["text"] = "forged".into()
        }),
        ("a judgement", |a| {
            a["tables"]["note_section"][0]["judgement"] = "forged".into()
        }),
        ("the facts", |a| {
            let facts = a["tables"]["note"][0]["facts"]
                .as_str()
                .unwrap()
                .replace("Maria", "Marta");
            a["tables"]["note"][0]["facts"] = facts.into();
        }),
        ("who signed", |a| {
            a["tables"]["note"][0]["signed_by"] = "Somebody Else".into()
        }),
        ("a section less", |a| {
            a["tables"]["note_section"]
                .as_array_mut()
                .unwrap()
                .remove(4);
        }),
        ("a section more", |a| {
            let mut more = a["tables"]["note_section"][0].clone();
            more["position"] = 50.into();
            a["tables"]["note_section"]
                .as_array_mut()
                .unwrap()
                .push(more);
        }),
        ("an addendum", |a| {
            a["tables"]["addendum"][0]["words"] = "forged".into()
        }),
        ("where it was written", |a| {
            a["tables"]["note"][0]["origin"] = json!(["00000000-0000-0000-0000-000000000001"])
        }),
        ("a seal cut short", |a| {
            a["tables"]["note"][0]["seal"] = json!({ "hex": "00" })
        }),
        ("a note as after an erasure, with other words", |a| {
            a["tables"]["note"][0]["salt"] = json!({ "hex": "" });
        }),
        ("a number that is only ours to give", |a| {
            a["tables"]["note"][0]["number"] = 1.into()
        }),
        ("a place in the trail that is only ours to give", |a| {
            a["tables"]["addendum"][0]["sealed_in"] = 1.into()
        }),
        ("another person's row", |a| {
            a["tables"]["person"][0]["id"] = json!({ "hex": "02010000000070008000000000000000" });
        }),
        ("one more person", |a| {
            let mut more = a["tables"]["person"][0].clone();
            more["id"] = json!({ "hex": "03010000000070008000000000000000" });
            a["tables"]["person"].as_array_mut().unwrap().push(more);
        }),
        ("another person's statement", |a| {
            a["tables"]["statement"][0]["person"] =
                json!({ "hex": "02010000000070008000000000000000" });
        }),
        ("a hand-off of nobody's", |a| {
            a["tables"]["hand_off"][0]
                .as_object_mut()
                .unwrap()
                .remove("person");
        }),
        ("a goal of nobody's", |a| {
            a["tables"]["goal"][0]
                .as_object_mut()
                .unwrap()
                .remove("person");
        }),
        ("a reference by a number of the other vault's own", |a| {
            a["tables"]["goal_review"][0]["session"] = 1.into()
        }),
        ("an origin by its number", |a| {
            a["tables"]["goal"][0]["origin"] = 1.into()
        }),
        ("an edition by numbers", |a| {
            a["tables"]["session_topic"][0]["edition"] = json!([1, 1])
        }),
        ("somebody else's goal", |a| {
            a["tables"]["goal_review"][0]["goal"] =
                json!({ "hex": "02010000000070008000000000000000" })
        }),
        ("no key", |a| {
            a["tables"]["goal"][0].as_object_mut().unwrap().remove("id");
        }),
        ("a parent that is not there", |a| {
            a["tables"]["goal"].as_array_mut().unwrap().clear();
        }),
        ("an unknown column", |a| {
            a["tables"]["goal"][0]["extra"] = "x".into()
        }),
        ("a column that is ours", |a| {
            a["tables"]["goal"][0]["seq"] = 1.into()
        }),
        ("an unknown table", |a| a["tables"]["goals"] = json!([])),
        ("a table that is never carried", |a| {
            a["tables"]["audit"] = json!([{ "sequence": 1 }])
        }),
        ("a list of a vault's own", |a| {
            a["tables"]["origin"] = json!([])
        }),
        ("an unknown status", |a| {
            a["tables"]["goal"][0]["status"] = "forgotten".into()
        }),
        ("no day", |a| {
            a["tables"]["goal"][0]["set_on"] = "tomorrow".into()
        }),
        ("an unknown language", |a| {
            a["tables"]["person"][0]["language"] = "tlh".into()
        }),
        ("phases of nothing", |a| {
            a["tables"]["session"][0]["phases"] = "x:y:z".into()
        }),
        ("a negative number", |a| {
            a["tables"]["session"][0]["number"] = (-1).into()
        }),
        ("a number too large", |a| {
            a["tables"]["session"][0]["number"] = i64::MAX.into()
        }),
        ("a role of nobody's", |a| {
            a["tables"]["practitioner"][0]["role"] = "king".into()
        }),
        ("an id cut short", |a| {
            a["tables"]["goal"][0]["id"] = json!({ "hex": "00" })
        }),
        ("a text for a number", |a| {
            a["tables"]["session"][0]["seconds"] = "many".into()
        }),
        ("bytes for a text", |a| {
            a["tables"]["goal"][0]["words"] = json!({ "hex": "00" })
        }),
        ("half a number", |a| {
            a["tables"]["session"][0]["seconds"] = 1.5.into()
        }),
        ("a list for a text", |a| {
            a["tables"]["goal"][0]["words"] = json!(["x"])
        }),
        ("nothing for a text", |a| {
            a["tables"]["goal"][0]["words"] = Json::Null
        }),
        ("a text that no export can hold", |a| {
            a["tables"]["goal"][0]["words"] = "a\0b".into()
        }),
        ("a text too long", |a| {
            a["tables"]["goal"][0]["words"] = "x".repeat(300_000).into()
        }),
        ("an edition that is none", |a| {
            a["tables"]["answer"][0]["edition"] = json!(["x"])
        }),
        ("an odd answer", |a| {
            a["tables"]["answer"][0]["kind"] = "colour".into()
        }),
    ];
    let archive = json_of(&home().store.archive(person_id(1)).unwrap());
    let mut away = desk();
    save_person(&mut away.store, &person(2));
    let before = all_rows(&away.store);
    for (what, change) in changes {
        let mut changed = archive.clone();
        change(&mut changed);
        assert_ne!(changed, archive, "{what}");
        let merged = away.store.merge(&archive_of(&changed), at(50));
        assert!(merged.is_err(), "{what} came in: {merged:?}");
        assert_eq!(all_rows(&away.store), before, "{what}");
    }
    assert!(away.store.check().unwrap().is_well());
    // And what is as it was comes in after all that.
    away.store.merge(&archive_of(&archive), at(51)).unwrap();
    assert!(away.store.check().unwrap().is_well());
}

/// Nothing of an archive may reach what is signed here, nor a meeting at which the person was not.
#[test]
fn an_archive_adds_nothing_to_our_signed_notes_or_to_others_meetings() {
    let mut home = home();
    let archive = json_of(&home.store.archive(person_id(1)).unwrap());
    let before = all_rows(&home.store);
    let mut more = archive.clone();
    let mut section = more["tables"]["note_section"][0].clone();
    section["position"] = 50.into();
    section["text"] = "forged".into();
    more["tables"]["note_section"]
        .as_array_mut()
        .unwrap()
        .push(section);
    let merged = home.store.merge(&archive_of(&more), at(50));
    assert!(merged.is_err(), "{merged:?}");
    assert_eq!(all_rows(&home.store), before);

    // A leader for Ole's meeting, and a meeting of nobody's: left out.
    let mut more = archive.clone();
    let mut leader = more["tables"]["meeting_practitioner"][0].clone();
    leader["meeting"] = json!({ "hex": session(2, 1).meeting.uuid().simple().to_string() });
    leader["practitioner"] = json!({ "hex": "09090000000070008000000000000000" });
    more["tables"]["meeting_practitioner"]
        .as_array_mut()
        .unwrap()
        .push(leader);
    let mut who = more["tables"]["practitioner"][0].clone();
    who["id"] = json!({ "hex": "09090000000070008000000000000000" });
    more["tables"]["practitioner"]
        .as_array_mut()
        .unwrap()
        .push(who);
    let mut meeting = more["tables"]["meeting"][0].clone();
    meeting["id"] = json!({ "hex": "09110000000070008000000000000000" });
    more["tables"]["meeting"]
        .as_array_mut()
        .unwrap()
        .push(meeting);
    let report = home.store.merge(&archive_of(&more), at(50)).unwrap();
    assert!(report.added.is_empty(), "{report:?}");
    assert_eq!(home.store.leaders(session(2, 1).meeting).unwrap().len(), 1);
    assert_eq!(home.store.practitioners().unwrap().len(), 1);
    assert!(home.store.check().unwrap().is_well());
}

/// Said honestly: an archive is only as good as where it comes from. Whoever makes one up whole, with seals that fit, is
/// believed; that is why archives only travel encrypted and authenticated.
#[test]
fn a_note_made_up_whole_with_a_seal_that_fits_is_believed() {
    let home = home();
    behind_the_triggers(home.store.connection_for_tests(), |conn| {
        conn.execute_batch("UPDATE note_section SET text = 'made up' WHERE position = 3")
            .unwrap();
        recompute_seals(conn);
    });
    let archive = home.store.archive(person_id(1)).unwrap();
    let mut away = desk();
    away.store.merge(&archive, at(50)).unwrap();
    assert!(away.store.check().unwrap().is_well());
}

#[test]
fn newer_archives_are_refused_with_their_version() {
    let mut json = json_of(&home().store.archive(person_id(1)).unwrap());
    json["format"] = 2.into();
    let refused = desk().store.merge(&archive_of(&json), at(50));
    assert!(
        matches!(refused, Err(Error::NewerVersion { found: 2, known: 1 })),
        "{refused:?}"
    );
    json["more"] = 1.into();
    assert!(serde_json::from_value::<Archive>(json).is_err());
}

#[test]
fn an_erased_person_is_not_brought_in_elsewhere() {
    let mut home = home();
    home.store.erase(person_id(1), "", at(40)).unwrap();
    let archive = home.store.archive(person_id(1)).unwrap();
    let mut away = desk();
    let before = all_rows(&away.store);
    assert!(away.store.merge(&archive, at(50)).is_err());
    assert_eq!(all_rows(&away.store), before);
}

fn any_value() -> impl Strategy<Value = Json> {
    prop_oneof![
        Just(Json::Null),
        any::<bool>().prop_map(Json::from),
        any::<i64>().prop_map(Json::from),
        any::<f64>().prop_map(|n| json!(n)),
        ".{0,8}".prop_map(Json::from),
        "[0-9a-f]{0,40}".prop_map(|hex| json!({ "hex": hex })),
        Just(json!({ "hex": 7, "other": [] })),
        Just(json!(["imr", "0.1.0"])),
        Just(json!([[], {}, null])),
    ]
}

/// One value of an archive replaced: the table, the row and the column by number, and the value.
fn one_changed(archive: &Json, (table, row, column): (usize, usize, usize), value: Json) -> Json {
    let mut changed = archive.clone();
    let tables = changed["tables"].as_object_mut().unwrap();
    let tables: Vec<&mut Json> = tables
        .values_mut()
        .filter(|rows| !rows.as_array().unwrap().is_empty())
        .collect();
    let count = tables.len();
    let rows = tables
        .into_iter()
        .nth(table % count)
        .unwrap()
        .as_array_mut()
        .unwrap();
    let count = rows.len();
    let row = rows[row % count].as_object_mut().unwrap();
    let count = row.len();
    let slot = row.values_mut().nth(column % count).unwrap();
    *slot = value;
    changed
}

#[test]
fn no_odd_value_or_byte_makes_a_merge_panic_or_write_half() {
    let archive = json_of(&home().store.archive(person_id(1)).unwrap());
    let text = serde_json::to_string(&archive).unwrap();
    let away = RefCell::new(desk());
    let blank = RefCell::new(all_rows(&away.borrow().store));
    let came_in = Cell::new(0);
    let try_one = |json: Json| {
        let Ok(archive) = serde_json::from_value::<Archive>(json) else {
            return Ok(());
        };
        let merged = away.borrow_mut().store.merge(&archive, at(50));
        if merged.is_err() {
            prop_assert_eq!(&all_rows(&away.borrow().store), &*blank.borrow());
            return Ok(());
        }
        // What came in can be read, shown and checked.
        came_in.set(came_in.get() + 1);
        away.borrow().store.people().unwrap();
        let report = away.borrow().store.check().unwrap();
        prop_assert!(report.is_well(), "{:?}", report);
        away.replace(desk());
        blank.replace(all_rows(&away.borrow().store));
        Ok(())
    };
    let config = ProptestConfig {
        cases: 120,
        failure_persistence: None,
        ..ProptestConfig::default()
    };
    proptest!(config.clone(), |(place in any::<(usize, usize, usize)>(), value in any_value())| {
        try_one(one_changed(&archive, place, value))?;
    });
    proptest!(config, |(place in any::<prop::sample::Index>(), byte in any::<u8>())| {
        let mut bytes = text.clone().into_bytes();
        let place = place.index(bytes.len());
        bytes[place] = byte;
        if let Ok(json) = serde_json::from_slice(&bytes) {
            try_one(json)?;
        }
    });
    println!(
        "{} of the odd archives were harmless and came in",
        came_in.get()
    );
}
