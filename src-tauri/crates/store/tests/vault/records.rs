//! Everything that goes in comes out as it was.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use domain::{
    AnswerKey, AnswerValue, HandOffId, SheetId,
    number::Hundredths,
    practice::PracticeReview,
    session::{Attendance, PhaseState},
};
use store::{About, Error, HandOff, Op, Outcome, Sheet, Store};

use crate::kit::*;

#[test]
fn the_practitioner_and_a_person_come_back_as_saved() {
    let mut desk = desk();
    assert_eq!(desk.store.practitioner().unwrap(), practitioner());
    let mut maria = person(1);
    save_person(&mut desk.store, &maria);
    assert_eq!(desk.store.person(maria.id).unwrap(), maria);

    maria.details.preferred_name = "Maria 👩‍👩‍👧 e\u{301} \u{202e}שלום".to_owned();
    maria.details.next_meeting = None;
    maria.details.active = false;
    // Absurd days are kept as they were given; the page says what it thinks of them.
    maria.details.started_on = NaiveDate::from_ymd_opt(-4712, 1, 1).unwrap();
    save_person(&mut desk.store, &maria);
    assert_eq!(desk.store.person(maria.id).unwrap(), maria);

    maria.details.started_on = NaiveDate::MAX;
    save_person(&mut desk.store, &maria);
    desk.store.close().unwrap();
    assert_eq!(
        open(desk.dir.path()).unwrap().person(maria.id).unwrap(),
        maria
    );
}

#[test]
fn recovery_statements_come_back_verbatim_and_newest_first() {
    let maria = person(1);
    let mut desk = desk_with(&maria);
    let given: Vec<_> = (1..=3)
        .map(|n| statement(1, n, &format!("Getting  my mornings\nback, teh {n}. time")))
        .collect();
    for statement in &given {
        desk.store
            .transact(Op::AddStatement, About::person(maria.id), at(6), |tx| {
                tx.add_statement(maria.id, statement)
            })
            .unwrap();
    }
    let found = desk.store.statements(maria.id).unwrap();
    assert_eq!(found, given.into_iter().rev().collect::<Vec<_>>());
}

#[test]
fn a_goal_comes_back_with_its_tree_and_loses_what_was_left_out() {
    let maria = person(1);
    let mut desk = desk_with(&maria);
    let mut goal = goal(1, 1);
    let save = |desk: &mut Desk, goal: &domain::goal::Goal| {
        desk.store
            .transact(Op::SaveGoal, About::person(maria.id), at(6), |tx| {
                tx.save_goal(maria.id, goal)
            })
            .unwrap();
        assert_eq!(
            desk.store.goals(maria.id).unwrap(),
            std::slice::from_ref(goal)
        );
    };
    save(&mut desk, &goal);
    goal.short_term.swap(0, 1);
    goal.short_term[0].steps.remove(0);
    goal.short_term[1].steps.push(step(1, 900));
    goal.why = String::new();
    save(&mut desk, &goal);
    let moved = goal.short_term[1].steps.remove(0);
    goal.short_term[0].steps.push(moved);
    save(&mut desk, &goal);
    goal.short_term.remove(1);
    save(&mut desk, &goal);
}

#[test]
fn a_session_comes_back_with_all_that_was_recorded_in_it() {
    let maria = person(1);
    let mut desk = desk_with(&maria);
    let goal = goal(1, 1);
    desk.store
        .transact(Op::SaveGoal, About::person(maria.id), at(6), |tx| {
            tx.save_goal(maria.id, &goal)
        })
        .unwrap();

    let first = session(1, 1);
    save_session(&mut desk.store, &first);
    assert_eq!(desk.store.session(first.id).unwrap(), first);

    let mut second = session(1, 2);
    second.practices_reviewed = vec![
        first.practices_agreed[1].clone(),
        reviewed(first.practices_agreed[0].clone(), 1, 2),
    ];
    second.goal_reviews = vec![goal_review(1, 1, 2)];
    second.practices_agreed[0].plan.goal = Some(goal.id);
    second.closed_at = None;
    save_session(&mut desk.store, &second);
    assert_eq!(desk.store.session(second.id).unwrap(), second);
    // The promise shows its review wherever it is read.
    assert_eq!(
        desk.store.session(first.id).unwrap().practices_agreed[0],
        second.practices_reviewed[1]
    );
    assert_eq!(
        desk.store.goals(maria.id).unwrap()[0].reviews,
        second.goal_reviews
    );

    // Lists shrink, answers are taken back, a review is emptied.
    second.practices_reviewed.remove(0);
    second.practices_reviewed[0].review = Some(PracticeReview {
        result: None,
        ..second.practices_reviewed[0].review.clone().unwrap()
    });
    second.practices_agreed.remove(0);
    second.topics.remove(0);
    second.techniques = BTreeSet::new();
    second.goal_reviews.clear();
    second.major_problem = None;
    second.recalled = None;
    second.skill = None;
    second.next_meeting = None;
    second.attendance = Attendance::NoShow {
        reason: "slept in".to_owned(),
    };
    second.phases[3].state = PhaseState::Skipped;
    save_session(&mut desk.store, &second);
    assert_eq!(desk.store.session(second.id).unwrap(), second);

    second.practices_reviewed.clear();
    save_session(&mut desk.store, &second);
    assert_eq!(desk.store.session(second.id).unwrap(), second);
    assert_eq!(desk.store.session(first.id).unwrap(), first);
}

#[test]
fn a_promise_that_a_later_session_reviewed_cannot_be_taken_back() {
    let maria = person(1);
    let mut desk = desk_with(&maria);
    let mut first = session(1, 1);
    save_session(&mut desk.store, &first);
    let mut second = session(1, 2);
    second.practices_reviewed = vec![reviewed(first.practices_agreed[0].clone(), 1, 2)];
    save_session(&mut desk.store, &second);
    first.practices_agreed.clear();
    let refused = desk
        .store
        .transact(Op::RecordSession, About::person(maria.id), at(7), |tx| {
            tx.save_session(&first)
        });
    assert!(matches!(refused, Err(Error::StillNeeded)), "{refused:?}");
    assert_eq!(desk.store.session(second.id).unwrap(), second);
}

#[test]
fn every_kind_of_answer_comes_back_and_an_empty_one_removes_it() {
    let maria = person(1);
    let mut desk = desk_with(&maria);
    let meeting = session(1, 1);
    save_session(&mut desk.store, &meeting);
    let given = [
        ("words", AnswerValue::Text("x".repeat(100_000))),
        ("told", AnswerValue::Choice("nobody".into())),
        (
            "ticks",
            AnswerValue::Ticks(BTreeSet::from(["a".into(), "b\"c d".into()])),
        ),
        ("sure", AnswerValue::Number(Hundredths(-750))),
        ("on", AnswerValue::Date(day(3))),
        ("slept", AnswerValue::AsTyped(" about 8?".to_owned())),
    ];
    let save = |desk: &mut Desk, field: &str, value: Option<&AnswerValue>| {
        let key = answer_key(field);
        desk.store
            .transact(Op::Answer, About::person(maria.id), at(6), |tx| {
                tx.save_answer(maria.id, Some(meeting.id), &key, value, &edition())
            })
            .unwrap();
    };
    for (field, value) in &given {
        save(&mut desk, field, Some(value));
    }
    let topic = "what-is-recovery".into();
    let found = desk.store.answers(maria.id, &topic, None).unwrap();
    assert_eq!(found.len(), 6);
    for (field, value) in &given {
        assert_eq!(found.get(&answer_key(field)), Some(value));
    }
    assert_eq!(desk.store.answers_in(maria.id, meeting.id).unwrap(), found);
    save(&mut desk, "words", Some(&AnswerValue::Text(String::new())));
    save(&mut desk, "told", None);
    assert_eq!(desk.store.answers(maria.id, &topic, None).unwrap().len(), 4);
}

#[test]
fn a_new_version_of_a_form_carries_the_answers_and_leaves_the_old_one() {
    let (maria, ole) = (person(1), person(2));
    let mut desk = desk_with(&maria);
    save_person(&mut desk.store, &ole);
    let form = |owner: u8, number: u16| Sheet {
        id: SheetId::new(uuid(owner, 10, number)),
        topic: "my-plan".into(),
        block: None,
        about: None,
        made_on: day(u32::from(number)),
        on_paper: false,
        title: String::new(),
        review_on: None,
    };
    let (old, new, of_ole) = (form(1, 1), form(1, 2), form(2, 1));
    let key = |sheet: &Sheet| AnswerKey {
        topic: sheet.topic.clone(),
        sheet: Some(sheet.id),
        ..answer_key("words")
    };
    let words = AnswerValue::Text("  Walk, æøå.\n".to_owned());
    let record = session(1, 1);
    save_session(&mut desk.store, &record);
    let store = &mut desk.store;
    let about = About::person(maria.id);
    store
        .transact(Op::AddSheet, about, at(6), |tx| {
            tx.add_sheet(maria.id, &old)?;
            let session = Some(record.id);
            tx.save_answer(maria.id, session, &key(&old), Some(&words), &edition())
        })
        .unwrap();
    store
        .transact(Op::AddSheet, About::person(ole.id), at(6), |tx| {
            tx.add_sheet(ole.id, &of_ole)
        })
        .unwrap();
    store
        .transact(Op::AddSheet, about, at(7), |tx| {
            tx.add_sheet(maria.id, &new)?;
            tx.carry_answers(maria.id, old.id, new.id)
        })
        .unwrap();
    let other = AnswerValue::Text("Sing.".to_owned());
    store
        .transact(Op::Answer, about, at(8), |tx| {
            tx.save_answer(maria.id, None, &key(&new), Some(&other), &edition())
        })
        .unwrap();
    assert_eq!(
        store.sheets(maria.id).unwrap(),
        [new.clone(), old.clone()],
        "a copy of a whole page comes back as one"
    );
    let said = |store: &Store| -> Vec<_> {
        let answers = store.all_answers(maria.id).unwrap();
        answers
            .into_iter()
            .map(|a| (a.key.sheet, a.value))
            .collect()
    };
    assert_eq!(
        said(store),
        [(Some(old.id), words.clone()), (Some(new.id), other)]
    );
    assert_eq!(
        store.answers_in(maria.id, record.id).unwrap().len(),
        1,
        "what is carried over was not said in the session again"
    );
    store.undo(None, at(9)).unwrap();
    assert_eq!(
        said(store),
        [(Some(old.id), words.clone()), (Some(new.id), words.clone())]
    );
    store.undo(None, at(10)).unwrap();
    assert_eq!(said(store), [(Some(old.id), words)]);
    let mixed = store.transact(Op::AddSheet, about, at(11), |tx| {
        tx.carry_answers(maria.id, of_ole.id, old.id)
    });
    assert!(matches!(mixed, Err(Error::OtherPerson)), "{mixed:?}");
}

#[test]
fn a_person_may_have_no_track_and_no_pace() {
    let mut maria = person(1);
    let mut desk = desk_with(&maria);
    assert_eq!(desk.store.person(maria.id).unwrap(), maria);
    maria.details.track = None;
    maria.details.pace = None;
    save_person(&mut desk.store, &maria);
    assert_eq!(desk.store.person(maria.id).unwrap(), maria);
    assert_eq!(desk.store.people().unwrap()[0].person, maria);
}

#[test]
fn filled_copies_keep_their_own_answers() {
    let maria = person(1);
    let mut desk = desk_with(&maria);
    let topic = domain::TopicId::from("what-is-recovery");
    let sheets: Vec<_> = (1..=2u16)
        .map(|n| Sheet {
            id: SheetId::new(uuid(1, 10, n)),
            topic: topic.clone(),
            block: Some("my-meaning".into()),
            about: None,
            made_on: day(u32::from(n)),
            on_paper: false,
            title: format!("copy {n}"),
            review_on: None,
        })
        .collect();
    for sheet in &sheets {
        let mut key = answer_key("words");
        key.sheet = Some(sheet.id);
        let words = AnswerValue::Text(sheet.title.clone());
        desk.store
            .transact(Op::AddSheet, About::person(maria.id), at(6), |tx| {
                tx.add_sheet(maria.id, sheet)?;
                tx.save_answer(maria.id, None, &key, Some(&words), &edition())
            })
            .unwrap();
    }
    assert_eq!(
        desk.store.sheets(maria.id).unwrap(),
        [sheets[1].clone(), sheets[0].clone()]
    );
    for sheet in &sheets {
        let answers = desk
            .store
            .answers(maria.id, &topic, Some(sheet.id))
            .unwrap();
        let values: Vec<_> = answers.into_values().collect();
        assert_eq!(values, [AnswerValue::Text(sheet.title.clone())]);
    }
    assert!(
        desk.store
            .answers(maria.id, &topic, None)
            .unwrap()
            .is_empty()
    );
}

#[test]
fn a_draft_comes_back_and_can_be_changed() {
    let maria = person(1);
    let mut desk = desk_with(&maria);
    save_session(&mut desk.store, &session(1, 1));
    let mut draft = note(1, 1);
    save_draft(&mut desk.store, &draft);
    assert_eq!(desk.store.note(draft.id).unwrap(), draft);
    draft.sections[2].text = "changed".to_owned();
    draft.sections[4].unconfirmed = false;
    draft.sections.truncate(6);
    save_draft(&mut desk.store, &draft);
    assert_eq!(desk.store.note_of(draft.session).unwrap(), Some(draft));
    assert_eq!(desk.store.note_of(session(1, 2).id).unwrap(), None);
}

#[test]
fn the_ledger_tells_what_leaves_before_it_left_and_says_once_how_it_ended() {
    let maria = person(1);
    let mut desk = desk_with(&maria);
    save_session(&mut desk.store, &session(1, 1));
    let draft = note(1, 1);
    save_draft(&mut desk.store, &draft);
    let leaving = |n: u16, to: &str| HandOff {
        id: HandOffId::new(uuid(1, 11, n)),
        note: Some(draft.id),
        person: Some(maria.id),
        what: "note".to_owned(),
        at: at(20 + i64::from(n)),
        format: "pdf".to_owned(),
        to: to.to_owned(),
        without_consent: Default::default(),
        topics: vec!["what-helps".into(), "recovery".into()],
        draft: false,
        outcome: Outcome::Begun,
    };
    let about = About::person(maria.id);
    let enter = |desk: &mut Desk, hand_off: &HandOff| {
        desk.store
            .transact(Op::HandOff, about, at(20), |tx| tx.add_hand_off(hand_off))
    };
    let end = |desk: &mut Desk, hand_off: &HandOff, outcome| {
        desk.store.transact(Op::HandOff, about, at(20), |tx| {
            tx.end_hand_off(hand_off.id, outcome)
        })
    };

    // A draft leaves as a draft, and then still waits to be signed and handed over.
    let as_draft = HandOff {
        without_consent: Default::default(),
        draft: true,
        ..leaving(1, "the team")
    };
    assert!(matches!(
        enter(&mut desk, &leaving(9, "")),
        Err(Error::NotSigned)
    ));
    enter(&mut desk, &as_draft).unwrap();
    end(&mut desk, &as_draft, Outcome::Left).unwrap();
    sign(&mut desk.store, &draft);
    assert_eq!(desk.store.unhanded_notes(99).unwrap().len(), 1);

    // What stayed waits as well; what left does not, and is not taken back.
    let stayed = leaving(2, "the record");
    enter(&mut desk, &stayed).unwrap();
    end(&mut desk, &stayed, Outcome::Stayed).unwrap();
    assert_eq!(desk.store.unhanded_notes(99).unwrap().len(), 1);
    let left = leaving(3, "the team");
    enter(&mut desk, &left).unwrap();
    assert_eq!(desk.store.unhanded_notes(99).unwrap().len(), 1);
    end(&mut desk, &left, Outcome::Left).unwrap();
    assert!(desk.store.unhanded_notes(99).unwrap().is_empty());
    assert!(desk.store.notes(maria.id).unwrap()[0].handed_off);
    assert!(end(&mut desk, &left, Outcome::Stayed).is_err());
    assert!(matches!(
        end(&mut desk, &leaving(9, ""), Outcome::Left),
        Err(Error::NotFound { .. })
    ));

    let ended = |hand_off: &HandOff, outcome| HandOff {
        outcome,
        ..hand_off.clone()
    };
    assert_eq!(
        desk.store.hand_offs(at(20), at(29)).unwrap(),
        [
            ended(&left, Outcome::Left),
            ended(&stayed, Outcome::Stayed),
            ended(&as_draft, Outcome::Left),
        ]
    );
    assert!(desk.store.hand_offs(at(30), at(99)).unwrap().is_empty());
    assert_eq!(
        desk.store.recipients(9).unwrap(),
        ["the team", "the record"],
        "remembered once each, the last first"
    );
    assert!(desk.store.check().unwrap().is_well());
}

#[test]
fn the_pin_is_checked_and_can_be_changed() {
    let mut desk = desk();
    assert!(!desk.store.has_pin().unwrap());
    assert!(!desk.store.check_pin("").unwrap());
    for pin in ["2468", "13579"] {
        desk.store
            .transact(Op::SetPin, About::vault(), at(6), |tx| tx.set_pin(pin))
            .unwrap();
        assert!(desk.store.check_pin(pin).unwrap());
        assert!(!desk.store.check_pin("0000").unwrap());
    }
    assert!(!desk.store.check_pin("2468").unwrap());
}

#[test]
fn one_persons_data_never_lands_in_anothers_record() {
    let (maria, ole) = (person(1), person(2));
    let mut desk = desk_with(&maria);
    save_person(&mut desk.store, &ole);
    save_session(&mut desk.store, &session(1, 1));
    let olesgoal = goal(2, 1);
    let about_ole = About::person(ole.id);
    desk.store
        .transact(Op::SaveGoal, about_ole, at(6), |tx| {
            tx.save_goal(ole.id, &olesgoal)
        })
        .unwrap();

    // An action about Ole cannot touch Maria.
    let mixed = desk.store.transact(Op::EditPerson, about_ole, at(6), |tx| {
        tx.save_person(&maria)
    });
    assert!(matches!(mixed, Err(Error::OtherPerson)));
    // Maria's session cannot be saved as Ole's, nor Ole's goal as Maria's.
    let mut stolen = session(1, 1);
    stolen.person = ole.id;
    let mixed = desk
        .store
        .transact(Op::RecordSession, about_ole, at(6), |tx| {
            tx.save_session(&stolen)
        });
    assert!(matches!(mixed, Err(Error::OtherPerson)));
    let about_maria = About::person(maria.id);
    let mixed = desk.store.transact(Op::SaveGoal, about_maria, at(6), |tx| {
        tx.save_goal(maria.id, &olesgoal)
    });
    assert!(matches!(mixed, Err(Error::OtherPerson)));
    // Maria's session cannot review Ole's goal, nor promise for it: the schema itself refuses.
    let mut mixed_up = session(1, 2);
    mixed_up.goal_reviews = vec![domain::goal::GoalReview {
        goal: olesgoal.id,
        ..goal_review(1, 1, 2)
    }];
    let mixed = desk
        .store
        .transact(Op::RecordSession, about_maria, at(6), |tx| {
            tx.save_session(&mixed_up)
        });
    assert!(matches!(mixed, Err(Error::StillNeeded)), "{mixed:?}");
    let mut mixed_up = session(1, 2);
    mixed_up.practices_agreed[0].plan.goal = Some(olesgoal.id);
    let mixed = desk
        .store
        .transact(Op::RecordSession, about_maria, at(6), |tx| {
            tx.save_session(&mixed_up)
        });
    assert!(matches!(mixed, Err(Error::StillNeeded)), "{mixed:?}");
    assert_eq!(desk.store.sessions(maria.id).unwrap().len(), 1);
    assert_eq!(desk.store.goals(ole.id).unwrap(), [olesgoal]);
}

#[test]
fn a_text_that_is_too_long_is_refused_and_nothing_is_changed() {
    let maria = person(1);
    let mut desk = desk_with(&maria);
    let longest = domain::text::LONGEST_TEXT;
    for (words, fits) in [
        ("ø".repeat(longest), true),
        ("ø".repeat(longest + 1), false),
    ] {
        let mut meeting = session(1, 1);
        meeting.summary_words = words;
        let saved = desk
            .store
            .transact(Op::RecordSession, About::person(maria.id), at(6), |tx| {
                tx.save_session(&meeting)
            });
        match saved {
            Ok(()) => assert!(fits),
            Err(Error::TooLong { field, .. }) => assert!(!fits && field == "summary"),
            Err(other) => panic!("{other}"),
        }
    }
    let kept = desk.store.session(session(1, 1).id).unwrap();
    assert_eq!(kept.summary_words.chars().count(), longest);
    let mut meeting = session(1, 1);
    meeting.agenda = "a\0b".to_owned();
    let saved = desk
        .store
        .transact(Op::RecordSession, About::person(maria.id), at(6), |tx| {
            tx.save_session(&meeting)
        });
    assert!(matches!(saved, Err(Error::Unwritable { field: "agenda" })));
}

#[test]
fn a_change_that_fails_or_panics_leaves_no_trace() {
    let maria = person(1);
    let mut desk = desk_with(&maria);
    let before = desk.store.audit(at(-9), at(99)).unwrap();
    let failed: store::Result<()> =
        desk.store
            .transact(Op::AddPerson, About::vault(), at(6), |tx| {
                tx.save_person(&person(2))?;
                Err(Error::NotFound { what: "test" })
            });
    assert!(failed.is_err());
    let panicked = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
        desk.store
            .transact::<()>(Op::AddPerson, About::vault(), at(6), |tx| {
                tx.save_person(&person(2))?;
                panic!("on purpose")
            })
    }));
    assert!(panicked.is_err());
    assert_eq!(desk.store.people().unwrap().len(), 1);
    assert_eq!(desk.store.audit(at(-9), at(99)).unwrap(), before);
    save_person(&mut desk.store, &person(2));
    assert_eq!(desk.store.people().unwrap().len(), 2);
}
