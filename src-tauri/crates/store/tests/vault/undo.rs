//! Every kind of change can be taken back and done again, and only that change.

use domain::{AnswerValue, SheetId, SnippetId, note::Snippet};
use store::{About, Op, Sheet, Store};

use crate::kit::*;

/// Everything a user can see of Maria, to compare before and after.
fn everything(store: &Store) -> String {
    let id = person_id(1);
    let topic = "what-is-recovery".into();
    let sessions = store.sessions(id).unwrap();
    let records: Vec<_> = sessions
        .iter()
        .map(|s| store.session(s.id).unwrap())
        .collect();
    let notes: Vec<_> = sessions
        .iter()
        .map(|s| store.note_of(s.id).unwrap())
        .collect();
    format!(
        "{:?}\n{:?}\n{:?}\n{:?}\n{:?}\n{:?}\n{records:?}\n{notes:?}\n{:?}\n{:?}\n{:?}",
        store.practitioner().unwrap(),
        store.snippets().unwrap(),
        store.people().unwrap(),
        store.statements(id).unwrap(),
        store.goals(id).unwrap(),
        store.practices(id).unwrap(),
        store.answers(id, &topic, None).unwrap(),
        store.sheets(id).unwrap(),
        store.search("text", 99).unwrap(),
    )
}

/// Makes one change of each kind, and returns what there was to see before each and after the last.
fn one_of_each(store: &mut Store) -> Vec<String> {
    let maria = person(1);
    let about = About::person(maria.id);
    let mut seen = vec![everything(store)];
    let mut change = |op: Op, change: &dyn Fn(&mut store::Tx<'_>) -> store::Result<()>| {
        store.transact(op, about, at(10), change).unwrap();
        seen.push(everything(store));
    };
    change(Op::AddPerson, &|tx| tx.save_person(&maria));
    change(Op::EditPerson, &|tx| {
        let mut renamed = maria.clone();
        renamed.details.preferred_name = "Maria d'Arc \"M\"".to_owned();
        tx.save_person(&renamed)
    });
    change(Op::AddStatement, &|tx| {
        tx.add_statement(maria.id, &statement(1, 1, "it's mine\nreally"))
    });
    change(Op::SaveGoal, &|tx| tx.save_goal(maria.id, &goal(1, 1)));
    change(Op::SaveGoal, &|tx| {
        let mut shorter = goal(1, 1);
        shorter.short_term.remove(0);
        shorter.short_term[0].steps.reverse();
        tx.save_goal(maria.id, &shorter)
    });
    change(Op::StartSession, &|tx| tx.save_session(&session(1, 1)));
    let mut second = session(1, 2);
    second.practices_reviewed = vec![reviewed(practice(1, 10, 1), 1, 2)];
    second.goal_reviews = vec![goal_review(1, 1, 2)];
    change(Op::RecordSession, &|tx| tx.save_session(&second));
    change(Op::RecordSession, &|tx| {
        let mut emptier = second.clone();
        emptier.practices_reviewed.clear();
        emptier.goal_reviews.clear();
        emptier.practices_agreed.remove(0);
        emptier.topics.clear();
        emptier.techniques.clear();
        emptier.phases.truncate(3);
        emptier.agenda = String::new();
        tx.save_session(&emptier)
    });
    change(Op::Answer, &|tx| {
        let words = AnswerValue::Text("æøå ' \" \u{202e}".to_owned());
        tx.save_answer(
            maria.id,
            Some(second.id),
            &answer_key("words"),
            Some(&words),
            &edition(),
        )
    });
    change(Op::Answer, &|tx| {
        tx.save_answer(maria.id, None, &answer_key("words"), None, &edition())
    });
    change(Op::AddSheet, &|tx| {
        tx.add_sheet(
            maria.id,
            &Sheet {
                id: SheetId::new(uuid(1, 10, 1)),
                topic: "what-is-recovery".into(),
                block: Some("my-meaning".into()),
                about: Some(goal(1, 1).id),
                made_on: day(1),
                on_paper: false,
                title: "one".to_owned(),
                review_on: None,
            },
        )
    });
    change(Op::DraftNote, &|tx| tx.save_draft(&note(1, 2)));
    change(Op::DraftNote, &|tx| {
        let mut shorter = note(1, 2);
        shorter.sections.remove(3);
        shorter.sections[0].judgement = "other".to_owned();
        tx.save_draft(&shorter)
    });
    change(Op::SavePractitioner, &|tx| {
        tx.save_practitioner(&domain::settings::Practitioner {
            name: "Liv".to_owned(),
            title: String::new(),
        })
    });
    let phrase = |words: &str| Snippet {
        id: SnippetId::new(uuid(0, 15, 1)),
        words: words.to_owned(),
    };
    change(Op::SaveSnippet, &|tx| tx.save_snippet(&phrase("On time.")));
    change(Op::SaveSnippet, &|tx| tx.save_snippet(&phrase("Late.")));
    change(Op::SaveSnippet, &|tx| tx.remove_snippet(phrase("").id));
    seen
}

#[test]
fn each_change_is_taken_back_and_done_again_step_by_step() {
    let mut desk = desk();
    let seen = one_of_each(&mut desk.store);
    for _ in 0..2 {
        for before in seen.iter().rev().skip(1) {
            assert!(desk.store.undo(None, at(11)).unwrap().is_some());
            assert_eq!(&everything(&desk.store), before);
        }
        assert_eq!(desk.store.undo(None, at(11)).unwrap(), None);
        assert_eq!(desk.store.can_undo(None).unwrap(), None);
        for after in seen.iter().skip(1) {
            assert!(desk.store.redo(None, at(11)).unwrap().is_some());
            assert_eq!(&everything(&desk.store), after);
        }
        assert_eq!(desk.store.redo(None, at(11)).unwrap(), None);
    }
    let report = desk.store.check().unwrap();
    assert!(report.is_well(), "{report:?}");
}

#[test]
fn undo_says_what_it_took_back_and_is_itself_in_the_audit_trail() {
    let mut desk = desk_with(&person(1));
    let step = desk.store.can_undo(None).unwrap().unwrap();
    assert_eq!(
        (step.op.as_str(), step.person, step.at),
        ("add-person", Some(person_id(1)), at(2))
    );
    assert_eq!(desk.store.undo(None, at(11)).unwrap(), Some(Op::AddPerson));
    assert_eq!(desk.store.can_redo(None).unwrap().unwrap().op, "add-person");
    let trail = desk.store.audit(at(11), at(11)).unwrap();
    assert_eq!(trail.len(), 1);
    assert_eq!(
        (trail[0].op, trail[0].person, trail[0].detail.as_str()),
        (Op::Undo, Some(person_id(1)), "add-person")
    );
    assert_eq!(trail[0].user, "Signe Holm");
}

#[test]
fn a_new_change_ends_what_could_be_done_again() {
    let mut desk = desk_with(&person(1));
    type_words(&mut desk.store, "words", "mine", 10);
    desk.store.undo(None, at(11)).unwrap();
    type_words(&mut desk.store, "other", "yours", 12);
    assert_eq!(desk.store.redo(None, at(13)).unwrap(), None);
    assert_eq!(typed(&desk.store, "words"), None);
}

fn type_words(store: &mut Store, field: &str, words: &str, seconds: i64) {
    let id = person_id(1);
    let value = AnswerValue::Text(words.to_owned());
    let key = answer_key(field);
    store
        .transact_typing(field, Op::Answer, About::person(id), at(seconds), |tx| {
            tx.save_answer(id, None, &key, Some(&value), &edition())
        })
        .unwrap();
}

fn typed(store: &Store, field: &str) -> Option<AnswerValue> {
    let topic = "what-is-recovery".into();
    store
        .answers(person_id(1), &topic, None)
        .unwrap()
        .remove(&answer_key(field))
}

#[test]
fn typing_in_one_field_is_one_step_until_a_pause_or_another_field() {
    let mut desk = desk_with(&person(1));
    let text = |words: &str| Some(AnswerValue::Text(words.to_owned()));
    for (seconds, words) in [(100, "m"), (101, "mo"), (102, "mor")] {
        type_words(&mut desk.store, "words", words, seconds);
    }
    type_words(&mut desk.store, "words", "morning", 162); // A minute later: a new step.
    type_words(&mut desk.store, "other", "x", 163);
    type_words(&mut desk.store, "words", "mornings", 164); // Back in the first field: a new step.
    for expected in ["morning", "morning", "mor"] {
        desk.store.undo(None, at(170)).unwrap();
        assert_eq!(typed(&desk.store, "words"), text(expected));
    }
    desk.store.undo(None, at(170)).unwrap();
    assert_eq!(typed(&desk.store, "words"), None);
    desk.store.redo(None, at(171)).unwrap();
    assert_eq!(typed(&desk.store, "words"), text("mor"));
    type_words(&mut desk.store, "words", "morn", 172); // After a redo: a new step.
    desk.store.undo(None, at(173)).unwrap();
    assert_eq!(typed(&desk.store, "words"), text("mor"));
}

#[test]
fn at_most_two_hundred_steps_are_kept() {
    let mut desk = desk_with(&person(1));
    for n in 0..250 {
        type_words(&mut desk.store, "words", &format!("version {n}"), n * 100);
    }
    let mut steps = 0;
    while desk.store.undo(None, at(99_999)).unwrap().is_some() {
        steps += 1;
    }
    assert_eq!(steps, 200);
    assert_eq!(
        typed(&desk.store, "words"),
        Some(AnswerValue::Text("version 49".to_owned()))
    );
}

#[test]
fn moving_on_in_a_session_is_no_step_and_keeps_what_can_be_done_again() {
    let mut desk = desk_with(&person(1));
    let mut meeting = session(1, 1);
    save_session(&mut desk.store, &meeting);
    type_words(&mut desk.store, "words", "mine", 50);
    desk.store.undo(None, at(51)).unwrap();
    meeting.phases[0].seconds += 30;
    desk.store
        .transact(
            Op::MoveInSession,
            About::person(person_id(1)),
            at(52),
            |tx| tx.save_session(&meeting),
        )
        .unwrap();
    assert_eq!(
        desk.store.can_undo(None).unwrap().unwrap().op,
        "record-session"
    );
    assert_eq!(desk.store.redo(None, at(53)).unwrap(), Some(Op::Answer));
    assert_eq!(
        typed(&desk.store, "words"),
        Some(AnswerValue::Text("mine".to_owned()))
    );
    assert_eq!(desk.store.session(meeting.id).unwrap(), meeting);
}

#[test]
fn signing_cannot_be_taken_back_nor_anything_before_it() {
    let mut desk = desk_with(&person(1));
    save_session(&mut desk.store, &session(1, 1));
    let draft = note(1, 1);
    save_draft(&mut desk.store, &draft);
    let signed = sign(&mut desk.store, &draft);
    assert_eq!(desk.store.undo(None, at(11)).unwrap(), None);
    assert_eq!(desk.store.note(draft.id).unwrap(), signed);
}

#[test]
fn what_can_be_undone_outlives_a_restart_until_the_note_is_signed() {
    let mut desk = desk();
    let seen = one_of_each(&mut desk.store);
    let step = desk.store.can_undo(None).unwrap();
    let Desk { dir, store, .. } = desk;
    store.close().unwrap();
    let mut store = open(dir.path()).unwrap();
    assert_eq!(store.can_undo(None).unwrap(), step);
    for before in seen.iter().rev().skip(1).take(5) {
        assert!(store.undo(None, at(11)).unwrap().is_some());
        assert_eq!(&everything(&store), before);
    }
    // In the middle of it, and as a killed program leaves it.
    let redo = store.can_redo(None).unwrap();
    drop(store);
    let mut store = open(dir.path()).unwrap();
    assert_eq!(store.can_redo(None).unwrap(), redo);
    while store.undo(None, at(12)).unwrap().is_some() {}
    assert_eq!(&everything(&store), &seen[0]);
    for after in seen.iter().skip(1) {
        assert!(store.redo(None, at(13)).unwrap().is_some());
        assert_eq!(&everything(&store), after);
    }
    sign(&mut store, &note(1, 2));
    drop(store);
    let mut store = open(dir.path()).unwrap();
    assert_eq!(store.undo(Some(person_id(1)), at(14)).unwrap(), None);
}

#[test]
fn undo_reaches_into_nobody_elses_record_and_lines_are_played_in_any_order() {
    let mut desk = desk();
    for who in 1..=2 {
        write_down_everything(&mut desk.store, who);
    }
    let of = |store: &Store, who: u8| -> Vec<String> {
        let conn = store.connection_for_tests();
        let hers = |table: &str| {
            let id = person_id(who).uuid().simple().to_string();
            let column = if table == "person" { "seq" } else { "person" };
            let mut statement = conn
                .prepare(&format!(
                    "SELECT * FROM {table} WHERE {column} = (SELECT seq FROM person WHERE id = x'{id}')"
                ))
                .unwrap();
            let width = statement.column_count();
            let rows = statement
                .query_map([], |row| {
                    let values: Vec<rusqlite::types::Value> =
                        (1..width).map(|n| row.get(n)).collect::<Result<_, _>>()?;
                    Ok(format!("{values:?}"))
                })
                .unwrap();
            let mut rows: Vec<String> = rows.collect::<Result<_, _>>().unwrap();
            rows.sort_unstable();
            rows.concat()
        };
        let undone = store::catalogue_for_tests().into_iter();
        undone
            .filter(|row| row.undone && row.personal)
            .map(|row| hers(row.name))
            .collect()
    };
    let (maria, jonas) = (of(&desk.store, 1), of(&desk.store, 2));
    // Maria's came first; all of it goes while Jonas's stays.
    let mut steps = 0;
    while desk
        .store
        .undo(Some(person_id(1)), at(40))
        .unwrap()
        .is_some()
    {
        steps += 1;
        assert_eq!(of(&desk.store, 2), jonas);
    }
    assert!(steps > 8, "{steps}");
    assert!(of(&desk.store, 1).iter().all(String::is_empty));
    assert_eq!(desk.store.can_undo(Some(person_id(1))).unwrap(), None);
    let step = desk.store.can_undo(Some(person_id(2))).unwrap().unwrap();
    assert_eq!(
        (step.person, step.name.as_str()),
        (
            Some(person_id(2)),
            person(2).details.preferred_name.as_str()
        )
    );
    // Jonas's meanwhile goes and comes back, and Maria's comes back after.
    while desk
        .store
        .undo(Some(person_id(2)), at(41))
        .unwrap()
        .is_some()
    {}
    while desk
        .store
        .redo(Some(person_id(2)), at(42))
        .unwrap()
        .is_some()
    {}
    assert_eq!(of(&desk.store, 2), jonas);
    while desk
        .store
        .redo(Some(person_id(1)), at(43))
        .unwrap()
        .is_some()
    {}
    assert_eq!(of(&desk.store, 1), maria);
    assert!(desk.store.check().unwrap().is_well());
}

#[test]
fn a_change_for_one_person_leaves_what_another_can_do_again() {
    let mut desk = desk_with(&person(1));
    save_person(&mut desk.store, &person(2));
    type_words(&mut desk.store, "words", "mine", 50);
    desk.store.undo(Some(person_id(1)), at(51)).unwrap();
    save_session(&mut desk.store, &session(2, 1));
    assert_eq!(
        desk.store.redo(Some(person_id(1)), at(52)).unwrap(),
        Some(Op::Answer)
    );
    sign_for(&mut desk.store, 2);
    assert!(desk.store.can_undo(Some(person_id(1))).unwrap().is_some());
    assert_eq!(desk.store.can_undo(Some(person_id(2))).unwrap(), None);
}

fn sign_for(store: &mut Store, who: u8) {
    save_draft(store, &note(who, 1));
    sign(store, &note(who, 1));
}

#[test]
fn what_two_people_share_is_put_back_only_while_it_stands_as_it_was_left() {
    let mut desk = desk();
    let store = &mut desk.store;
    let mut both = [session(1, 1), session(2, 1)];
    both[1].meeting = both[0].meeting;
    both[1].on = both[0].on;
    for (who, record) in (1..).zip(&both) {
        save_person(store, &person(who));
        save_session(store, record);
    }
    let mut move_to = |store: &mut Store, n: usize, place: &str| {
        both[n].place = place.to_owned();
        save_session(store, &both[n]);
    };
    move_to(store, 0, "the garden");
    move_to(store, 1, "the kitchen");
    let refused = store.undo(Some(person_id(1)), at(20));
    assert!(
        matches!(refused, Err(store::Error::StillNeeded)),
        "{refused:?}"
    );
    let place = |store: &Store| store.session(session(1, 1).id).unwrap().place;
    assert_eq!(place(store), "the kitchen", "nothing was changed");
    // In the order in which it came about it goes.
    for expected in ["the garden", "room 2"] {
        store.undo(None, at(21)).unwrap();
        assert_eq!(place(store), expected);
    }
    // The meeting is not taken away under somebody who has a part in it.
    let refused = store.undo(Some(person_id(1)), at(22));
    assert!(
        matches!(refused, Err(store::Error::StillNeeded)),
        "{refused:?}"
    );
    assert!(store.check().unwrap().is_well());
}

#[test]
fn typing_on_in_a_field_writes_nothing_more_to_take_back() {
    let mut desk = desk_with(&person(1));
    let rows = |store: &Store| -> i64 {
        let conn = store.connection_for_tests();
        conn.query_row("SELECT count(*) FROM undo", [], |row| row.get(0))
            .unwrap()
    };
    type_words(&mut desk.store, "words", "m", 100);
    let one = rows(&desk.store);
    for (seconds, words) in [(101, "marmalade"), (102, "more"), (103, "mine")] {
        type_words(&mut desk.store, "words", words, seconds);
    }
    assert_eq!(rows(&desk.store), one);
    let kept = dump(desk.store.connection_for_tests(), "undo");
    assert!(!kept.contains("marmalade"), "words on the way are not kept");
    desk.store.undo(None, at(110)).unwrap();
    assert_eq!(typed(&desk.store, "words"), None);
}

#[test]
fn what_can_be_undone_stays_bounded_on_disk_as_well() {
    let mut desk = desk_with(&person(1));
    for n in 0..300 {
        type_words(&mut desk.store, "words", &format!("version {n}"), n * 100);
    }
    let conn = desk.store.connection_for_tests();
    let rows: i64 = conn
        .query_row("SELECT count(*) FROM undo", [], |row| row.get(0))
        .unwrap();
    assert!((200..=232).contains(&rows), "{rows}");
}

#[test]
fn a_session_is_taken_away_whole_and_comes_back_whole() {
    let mut desk = desk();
    write_down_everything(&mut desk.store, 1);
    let store = &mut desk.store;
    let about = About::person(person_id(1));
    let seen = |store: &Store| -> String {
        // Hits of the same weight stand in the order of writing.
        everything(store).split("[Hit").next().unwrap().to_owned()
    };
    let full = seen(store);
    // The second looks back at a promise of the first, so the first stays.
    let discard = |store: &mut Store, n| {
        let record = store.session(session(1, n).id).unwrap();
        store.transact(Op::DiscardSession, about, at(30), |tx| {
            tx.remove_session(&record)
        })
    };
    let refused = discard(store, 1);
    assert!(
        matches!(refused, Err(store::Error::StillNeeded)),
        "{refused:?}"
    );
    assert_eq!(seen(store), full);
    discard(store, 2).unwrap();
    assert_eq!(store.sessions(person_id(1)).unwrap().len(), 1);
    assert!(store.note_of(session(1, 2).id).unwrap().is_none());
    store.undo(Some(person_id(1)), at(31)).unwrap();
    assert_eq!(seen(store), full);
    discard(store, 2).unwrap();
    discard(store, 1).unwrap();
    assert!(store.check().unwrap().is_well());
    while store.undo(Some(person_id(1)), at(32)).unwrap() == Some(Op::DiscardSession) {}
    store.redo(Some(person_id(1)), at(33)).unwrap();
    assert_eq!(seen(store), full);
    sign(store, &note(1, 2));
    let refused = discard(store, 2);
    assert!(matches!(refused, Err(store::Error::Signed)), "{refused:?}");
}

#[test]
fn what_can_be_undone_costs_a_save_a_page_of_the_log_or_two() {
    const SAVES: i64 = 60;
    const PAGE: u64 = 8192 + 24;
    let mut desk = desk_with(&person(1));
    let mut record = session(1, 1);
    save_session(&mut desk.store, &record);
    let log = desk.dir.path().join("vault/vault.db-wal");
    let mut written = |op: Op| -> u64 {
        let before = std::fs::metadata(&log).unwrap().len();
        for n in 0..SAVES {
            record.agenda = format!("Sleep, and what helps. {n} ").repeat(12);
            let about = About::person(record.person);
            let save = |tx: &mut store::Tx<'_>| tx.save_session(&record);
            desk.store.transact(op, about, at(n * 100), save).unwrap();
        }
        (std::fs::metadata(&log).unwrap().len() - before) / SAVES.unsigned_abs()
    };
    // The same rows, once as something that cannot be taken back.
    let bare = written(Op::MoveInSession);
    let undone = written(Op::RecordSession);
    println!("{bare} bytes a save, {undone} with what takes it back");
    assert!(undone <= bare + 2 * PAGE, "{bare} {undone}");
}
