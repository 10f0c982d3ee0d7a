//! Answers keep what was said in which session, and the last one counts.

use domain::{AnswerKey, AnswerValue, SessionId, SheetId};
use store::{About, Error, Op, Sheet, Store};

use crate::kit::*;

fn words(words: &str) -> AnswerValue {
    AnswerValue::Text(words.to_owned())
}

fn say(store: &mut Store, session: Option<u16>, key: &AnswerKey, value: Option<&str>) {
    let session = session.map(|n| SessionId::new(uuid(1, 6, n)));
    let value = value.map(words);
    store
        .transact(Op::Answer, About::person(person_id(1)), at(6), |tx| {
            tx.save_answer(person_id(1), session, key, value.as_ref(), &edition())
        })
        .unwrap();
}

/// What counts now, and what each of the first two sessions said.
fn said(store: &Store, key: &AnswerKey) -> [Option<AnswerValue>; 3] {
    let id = person_id(1);
    let in_session = |n| {
        let answers = store.answers_in(id, SessionId::new(uuid(1, 6, n)));
        answers.unwrap().remove(key)
    };
    let now = store
        .answers(id, &key.topic, key.sheet)
        .unwrap()
        .remove(key);
    let of_all = store.all_answers(id).unwrap().into_iter();
    let of_all: Vec<_> = of_all
        .filter(|answer| answer.key == *key)
        .map(|answer| answer.value)
        .collect();
    assert_eq!(of_all, now.iter().cloned().collect::<Vec<_>>());
    [now, in_session(1), in_session(2)]
}

fn desk_with_two_sessions() -> Desk {
    let mut desk = desk_with(&person(1));
    for n in 1..=2 {
        save_session(&mut desk.store, &session(1, n));
    }
    desk
}

#[test]
fn answering_again_later_takes_nothing_from_the_session_before_and_the_last_one_counts() {
    let mut desk = desk_with_two_sessions();
    let store = &mut desk.store;
    let key = answer_key("words");
    let text = |text: &str| Some(words(text));
    say(store, Some(1), &key, Some("hope"));
    assert_eq!(said(store, &key), [text("hope"), text("hope"), None]);
    say(store, Some(2), &key, Some("my own home"));
    assert_eq!(
        said(store, &key),
        [text("my own home"), text("hope"), text("my own home")]
    );
    // Between sessions, then again in the first one, which is taken up once more: what was said last counts.
    say(store, None, &key, Some("at home"));
    assert_eq!(
        said(store, &key),
        [text("at home"), text("hope"), text("my own home")]
    );
    say(store, Some(1), &key, Some("hope again"));
    assert_eq!(
        said(store, &key),
        [text("hope again"), text("hope again"), text("my own home")]
    );
    for (now, first) in [("at home", "hope"), ("my own home", "hope")] {
        store.undo(None, at(7)).unwrap();
        assert_eq!(
            said(store, &key),
            [text(now), text(first), text("my own home")]
        );
    }
    store.undo(None, at(7)).unwrap();
    assert_eq!(said(store, &key), [text("hope"), text("hope"), None]);
    for _ in 0..3 {
        store.redo(None, at(8)).unwrap();
    }
    assert_eq!(
        said(store, &key),
        [text("hope again"), text("hope again"), text("my own home")]
    );
}

#[test]
fn taking_an_answer_back_leaves_what_an_earlier_session_said() {
    let mut desk = desk_with_two_sessions();
    let store = &mut desk.store;
    let key = answer_key("words");
    let hope = Some(words("hope"));
    say(store, Some(1), &key, Some("hope"));
    say(store, Some(2), &key, None);
    assert_eq!(said(store, &key), [None, hope.clone(), None]);
    store.undo(None, at(7)).unwrap();
    assert_eq!(said(store, &key), [hope.clone(), hope.clone(), None]);
    store.redo(None, at(8)).unwrap();
    // Said again in the session in which it was taken back.
    say(store, Some(2), &key, Some("work"));
    assert_eq!(
        said(store, &key),
        [Some(words("work")), hope.clone(), Some(words("work"))]
    );
    // Taken back where it was first said: nobody says anything any more, and the later session keeps its own.
    say(store, Some(1), &key, None);
    assert_eq!(said(store, &key), [None, None, Some(words("work"))]);
    // The only answer there is goes without a trace.
    let alone = answer_key("alone");
    say(store, Some(2), &alone, Some("x"));
    say(store, Some(2), &alone, None);
    assert_eq!(said(store, &alone), [None, None, None]);
    let rows: i64 = store
        .connection_for_tests()
        .query_row(
            "SELECT count(*) FROM answer JOIN field ON field.seq = answer.field WHERE field.name = 'alone'",
            [],
            |row| row.get(0),
        )
        .unwrap();
    assert_eq!(rows, 0);
}

#[test]
fn an_empty_answer_is_none_and_what_nobody_answered_is_not_taken_back() {
    let mut desk = desk_with_two_sessions();
    let store = &mut desk.store;
    let key = answer_key("words");
    say(store, Some(1), &key, None);
    say(store, Some(1), &key, Some(""));
    assert_eq!(said(store, &key), [None, None, None]);
}

#[test]
fn rows_and_copies_do_not_get_in_each_others_way() {
    let mut desk = desk_with_two_sessions();
    let store = &mut desk.store;
    let sheet = Sheet {
        id: SheetId::new(uuid(1, 10, 1)),
        topic: "what-is-recovery".into(),
        block: Some("my-meaning".into()),
        about: None,
        made_on: day(1),
        on_paper: false,
        title: String::new(),
        review_on: None,
    };
    store
        .transact(Op::AddSheet, About::person(person_id(1)), at(5), |tx| {
            tx.add_sheet(person_id(1), &sheet)
        })
        .unwrap();
    let keys = [
        (0, None),
        (1, None),
        (0, Some(sheet.id)),
        (1, Some(sheet.id)),
    ]
    .map(|(row, sheet)| AnswerKey {
        row,
        sheet,
        ..answer_key("words")
    });
    for (n, key) in keys.iter().enumerate() {
        say(store, Some(1), key, Some(&format!("first {n}")));
        say(store, Some(2), key, Some(&format!("second {n}")));
    }
    say(store, Some(2), &keys[0], None);
    for (n, key) in keys.iter().enumerate().skip(1) {
        let second = Some(words(&format!("second {n}")));
        assert_eq!(
            said(store, key),
            [second.clone(), Some(words(&format!("first {n}"))), second]
        );
    }
    assert_eq!(said(store, &keys[0])[0], None);
}

#[test]
fn an_answer_in_somebody_elses_session_or_copy_is_refused() {
    let mut desk = desk_with_two_sessions();
    let store = &mut desk.store;
    save_person(store, &person(2));
    save_session(store, &session(2, 1));
    let id = person_id(1);
    let mut attempt = |session: Option<SessionId>, sheet: Option<SheetId>| {
        let key = AnswerKey {
            sheet,
            ..answer_key("words")
        };
        store.transact(Op::Answer, About::person(id), at(6), |tx| {
            tx.save_answer(id, session, &key, Some(&words("x")), &edition())
        })
    };
    assert!(matches!(
        attempt(Some(session(2, 1).id), None),
        Err(Error::OtherPerson)
    ));
    let nobodys = SessionId::new(uuid(3, 6, 1));
    assert!(matches!(
        attempt(Some(nobodys), None),
        Err(Error::NotFound { .. })
    ));
    let nobodys = SheetId::new(uuid(3, 10, 1));
    assert!(matches!(
        attempt(None, Some(nobodys)),
        Err(Error::NotFound { .. })
    ));
    assert!(store.all_answers(id).unwrap().is_empty());
}
