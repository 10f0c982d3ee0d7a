//! Every kind of change can be taken back and done again, and only that change.

use domain::{AnswerValue, SheetId};
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
        "{:?}\n{:?}\n{:?}\n{:?}\n{:?}\n{records:?}\n{notes:?}\n{:?}\n{:?}\n{:?}",
        store.practitioner().unwrap(),
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
                title: "one".to_owned(),
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
    seen
}

#[test]
fn each_change_is_taken_back_and_done_again_step_by_step() {
    let mut desk = desk();
    let seen = one_of_each(&mut desk.store);
    for _ in 0..2 {
        for before in seen.iter().rev().skip(1) {
            assert!(desk.store.undo(at(11)).unwrap().is_some());
            assert_eq!(&everything(&desk.store), before);
        }
        assert_eq!(desk.store.undo(at(11)).unwrap(), None);
        assert_eq!(desk.store.can_undo(), None);
        for after in seen.iter().skip(1) {
            assert!(desk.store.redo(at(11)).unwrap().is_some());
            assert_eq!(&everything(&desk.store), after);
        }
        assert_eq!(desk.store.redo(at(11)).unwrap(), None);
    }
    let report = desk.store.check().unwrap();
    assert!(report.is_well(), "{report:?}");
}

#[test]
fn undo_says_what_it_took_back_and_is_itself_in_the_audit_trail() {
    let mut desk = desk_with(&person(1));
    let step = desk.store.can_undo().unwrap();
    assert_eq!(
        (step.op.as_str(), step.person, step.at),
        ("add-person", Some(person_id(1)), at(2))
    );
    assert_eq!(desk.store.undo(at(11)).unwrap(), Some(Op::AddPerson));
    assert_eq!(desk.store.can_redo().unwrap().op, "add-person");
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
    desk.store.undo(at(11)).unwrap();
    save_person(&mut desk.store, &person(2));
    assert_eq!(desk.store.redo(at(12)).unwrap(), None);
    assert_eq!(desk.store.people().unwrap().len(), 1);
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
        desk.store.undo(at(170)).unwrap();
        assert_eq!(typed(&desk.store, "words"), text(expected));
    }
    desk.store.undo(at(170)).unwrap();
    assert_eq!(typed(&desk.store, "words"), None);
    desk.store.redo(at(171)).unwrap();
    assert_eq!(typed(&desk.store, "words"), text("mor"));
    type_words(&mut desk.store, "words", "morn", 172); // After a redo: a new step.
    desk.store.undo(at(173)).unwrap();
    assert_eq!(typed(&desk.store, "words"), text("mor"));
}

#[test]
fn at_most_two_hundred_steps_are_kept() {
    let mut desk = desk_with(&person(1));
    for n in 0..250 {
        type_words(&mut desk.store, "words", &format!("version {n}"), n * 100);
    }
    let mut steps = 0;
    while desk.store.undo(at(99_999)).unwrap().is_some() {
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
    desk.store.undo(at(51)).unwrap();
    meeting.phases[0].seconds += 30;
    desk.store
        .transact(
            Op::MoveInSession,
            About::person(person_id(1)),
            at(52),
            |tx| tx.save_session(&meeting),
        )
        .unwrap();
    assert_eq!(desk.store.can_undo().unwrap().op, "record-session");
    assert_eq!(desk.store.redo(at(53)).unwrap(), Some(Op::Answer));
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
    assert_eq!(desk.store.undo(at(11)).unwrap(), None);
    assert_eq!(desk.store.note(draft.id).unwrap(), signed);
}

#[test]
fn what_could_be_undone_does_not_outlive_the_vault_being_locked() {
    let desk = desk_with(&person(1));
    let Desk { dir, store, .. } = desk;
    store.close().unwrap();
    let mut store = open(dir.path()).unwrap();
    assert_eq!(store.undo(at(11)).unwrap(), None);
    assert_eq!(store.people().unwrap().len(), 1);
}
