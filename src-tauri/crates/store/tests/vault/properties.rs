//! Random sequences of saves of every kind: taken back they leave nothing, done again they are all there, and what is saved
//! by its differences is what would be saved whole.

use std::collections::BTreeSet;

use domain::{
    AnswerKey, AnswerValue, SessionId, SheetId,
    goal::GoalStatus,
    session::{Attendance, Recalled, SessionRecord, Skill, Technique},
    settings::Practitioner,
};
use proptest::prelude::*;
use store::{About, Op, Sheet, Store, catalogue_for_tests};

use crate::kit::*;

/// A save, with a number that decides what it says.
#[derive(Clone, Debug)]
enum Save {
    Person(u8, u8),
    Statement(u8, u8),
    Goal(u8, u8),
    Session(u8, Box<SessionRecord>),
    Answer(u8, u8, u8, u8),
    Sheet(u8, u8),
    Carry(u8),
    Draft(u8, u8, u8),
    Practitioner(u8),
}

/// A session whose lists and texts differ from one save to the next.
fn any_session(who: u8, number: u16) -> impl Strategy<Value = SessionRecord> {
    (
        (0..3usize, 0..3usize, 0..3usize, 0..2usize, 0..3usize),
        any::<(bool, bool, bool, bool, bool)>(),
        ".{0,12}",
        "[a-zæøå'\"\n ]{0,12}",
    )
        .prop_map(
            move |((topics, made, reviewed_n, goals, phases), flags, agenda, summary)| {
                let mut record = session(who, number);
                record.topics.truncate(topics);
                if flags.0 {
                    record.topics.reverse();
                }
                record.practices_agreed.truncate(made);
                if flags.1 {
                    record.practices_agreed.reverse();
                }
                record.practices_reviewed = (0..reviewed_n)
                    .filter(|_| number > 1)
                    .map(|n| {
                        let n = u16::try_from(n).unwrap();
                        reviewed(practice(who, 10 + n, 1), who, number)
                    })
                    .collect();
                record.goal_reviews = (0..goals).map(|_| goal_review(who, 1, number)).collect();
                record.phases.truncate(8 - phases);
                record.agenda = agenda.replace('\0', "");
                record.summary_words = summary;
                record.closed_at = flags.2.then_some(at(900));
                record.major_problem = flags.3.then_some(flags.4);
                record.recalled = flags.4.then_some(Recalled::Well);
                record.skill = flags.3.then_some(Skill::Social);
                record.techniques = BTreeSet::from([Technique::Shaping]);
                record.next_meeting = flags.0.then(|| local(9));
                if flags.1 {
                    record.attendance = Attendance::Present;
                    record.place = "outside".to_owned();
                }
                record
            },
        )
}

fn any_save() -> impl Strategy<Value = Save> {
    let who = 1..=2u8;
    prop_oneof![
        (who.clone(), any::<u8>()).prop_map(|(who, n)| Save::Person(who, n)),
        (who.clone(), any::<u8>()).prop_map(|(who, n)| Save::Statement(who, n)),
        (who.clone(), any::<u8>()).prop_map(|(who, n)| Save::Goal(who, n)),
        (who.clone(), 2..=3u8).prop_flat_map(|(who, number)| {
            any_session(who, u16::from(number))
                .prop_map(move |record| Save::Session(who, Box::new(record)))
        }),
        (who.clone(), 0..4u8, 0..3u8, any::<u8>())
            .prop_map(|(who, session, row, n)| Save::Answer(who, session, row, n)),
        (who.clone(), any::<u8>()).prop_map(|(who, n)| Save::Sheet(who, n)),
        who.clone().prop_map(Save::Carry),
        (who, 1..=3u8, any::<u8>()).prop_map(|(who, session, n)| Save::Draft(who, session, n)),
        any::<u8>().prop_map(Save::Practitioner),
    ]
}

fn copy(who: u8, n: u8) -> Sheet {
    Sheet {
        id: SheetId::new(uuid(who, 10, u16::from(n % 2))),
        topic: "what-is-recovery".into(),
        block: None,
        about: n.is_multiple_of(3).then(|| goal(who, 1).id),
        made_on: day(u32::from(n % 5)),
        on_paper: false,
        title: format!("copy {n}"),
        review_on: None,
    }
}

/// Makes a save; one that the store refuses changes nothing and is as good.
fn make(store: &mut Store, save: &Save) {
    let (op, who) = match save {
        Save::Person(who, _) => (Op::EditPerson, *who),
        Save::Statement(who, _) => (Op::AddStatement, *who),
        Save::Goal(who, _) => (Op::SaveGoal, *who),
        Save::Session(who, ..) => (Op::RecordSession, *who),
        Save::Answer(who, ..) => (Op::Answer, *who),
        Save::Sheet(who, _) | Save::Carry(who) => (Op::AddSheet, *who),
        Save::Draft(who, ..) => (Op::DraftNote, *who),
        Save::Practitioner(_) => (Op::SavePractitioner, 0),
    };
    let about = if who == 0 {
        About::vault()
    } else {
        About::person(person_id(who))
    };
    let id = person_id(who);
    let outcome = store.transact(op, about, at(20), |tx| match save {
        Save::Person(who, n) => {
            let mut edited = person(*who);
            edited.details.preferred_name = format!("name {}", n % 4);
            edited.details.active = n % 2 == 0;
            edited.details.next_meeting = (n % 3 == 0).then(|| local(8));
            tx.save_person(&edited)
        }
        Save::Statement(who, n) => {
            tx.add_statement(id, &statement(*who, u16::from(*n), "it's \"mine\""))
        }
        Save::Goal(who, n) => {
            let mut edited = goal(*who, 1);
            edited.why = format!("why {}", n % 3);
            if n % 2 == 0 {
                edited.short_term.reverse();
            }
            if n % 5 == 0 {
                let moved = edited.short_term[1].steps.remove(0);
                edited.short_term[0].steps.insert(0, moved);
            }
            edited.short_term.truncate(usize::from(n % 3));
            edited.status = GoalStatus::Achieved;
            tx.save_goal(id, &edited)
        }
        Save::Session(_, record) => tx.save_session(record),
        Save::Answer(who, session, row, n) => {
            let session =
                (*session > 0).then(|| SessionId::new(uuid(*who, 6, u16::from(*session))));
            let key = AnswerKey {
                row: u16::from(*row),
                sheet: (n % 3 == 0).then(|| copy(*who, 0).id),
                ..answer_key("words")
            };
            let value = match n % 4 {
                0 => None,
                1 => Some(AnswerValue::Number(i16::from(*n).into())),
                _ => Some(AnswerValue::Text(format!("answer {n}"))),
            };
            tx.save_answer(id, session, &key, value.as_ref(), &edition())
        }
        Save::Sheet(who, n) => tx.add_sheet(id, &copy(*who, *n)),
        Save::Carry(who) => tx.carry_answers(id, copy(*who, 0).id, copy(*who, 1).id),
        Save::Draft(who, session, n) => {
            let mut draft = note(*who, u16::from(*session));
            draft.sections.truncate(usize::from(n % 13));
            if let Some(first) = draft.sections.first_mut() {
                first.text = format!("text {n}");
                if n % 2 == 0 {
                    first.drafted = first.text.clone();
                }
            }
            tx.save_draft(&draft)
        }
        Save::Practitioner(n) => tx.save_practitioner(&Practitioner {
            name: format!("Signe {n}"),
            title: String::new(),
        }),
    });
    // Something that is not there yet, or that something else needs, is refused by name; anything else is a fault.
    if let Err(error) = outcome {
        assert!(
            matches!(
                error,
                store::Error::NotFound { .. }
                    | store::Error::StillNeeded
                    | store::Error::Database { .. }
            ),
            "{save:?}: {error:?}"
        );
    }
}

/// Every row that is undone, wherever in the file it lies.
fn rows(store: &Store) -> String {
    let conn = store.connection_for_tests();
    let undone = catalogue_for_tests().into_iter().filter(|row| row.undone);
    undone
        .map(|row| dump_without(conn, row.name, &["seq"]))
        .collect()
}

/// What a user sees of one person, where an order counts.
fn seen(store: &Store) -> String {
    (1..=2)
        .map(person_id)
        .map(|id| {
            let records: Vec<_> = store
                .sessions(id)
                .unwrap()
                .iter()
                .map(|line| store.session(line.id).unwrap())
                .collect();
            format!(
                "{:?}{:?}{:?}{records:?}",
                store.goals(id).unwrap(),
                store.all_answers(id).unwrap(),
                store.sheets(id).unwrap(),
            )
        })
        .collect()
}

fn config(cases: u32) -> ProptestConfig {
    ProptestConfig {
        cases,
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

#[test]
fn whatever_was_saved_can_be_taken_back_and_done_again() {
    proptest!(config(24), |(saves in prop::collection::vec(any_save(), 1..30))| {
        let mut desk = desk();
        let store = &mut desk.store;
        let blank = rows(store);
        for who in 1..=2 {
            save_person(store, &person(who));
            save_session(store, &session(who, 1));
        }
        let mut states = Vec::new();
        for save in &saves {
            states.push((rows(store), seen(store), store.can_undo(None).unwrap().is_some()));
            make(store, save);
        }
        let full = (rows(store), seen(store));
        while store.undo(None, at(30)).unwrap().is_some() {
            // Each step leads to a state there was.
            let now = rows(store);
            prop_assert!(states.iter().any(|(then, ..)| *then == now) || now == blank || store.sessions(person_id(2)).unwrap().is_empty());
        }
        prop_assert_eq!(&rows(store), &blank);
        while store.redo(None, at(31)).unwrap().is_some() {}
        prop_assert_eq!((rows(store), seen(store)), full);
        let report = store.check().unwrap();
        prop_assert!(report.is_well(), "{:?}", report);
    });
}

#[test]
fn what_is_saved_by_its_differences_is_what_is_saved_whole() {
    let pairs = prop::collection::vec(any_session(1, 2), 2..6);
    proptest!(config(24), |(versions in pairs)| {
        let with_the_first = || {
            let mut desk = desk_with(&person(1));
            desk.store
                .transact(Op::SaveGoal, About::person(person_id(1)), at(3), |tx| {
                    tx.save_goal(person_id(1), &goal(1, 1))
                })
                .unwrap();
            save_session(&mut desk.store, &session(1, 1));
            desk
        };
        let mut by_differences = with_the_first();
        let mut before: Option<SessionRecord> = None;
        for version in &versions {
            by_differences
                .store
                .transact(Op::RecordSession, About::person(person_id(1)), at(4), |tx| {
                    tx.save_session_changes(before.as_ref(), version)
                })
                .unwrap();
            let now = by_differences.store.session(version.id).unwrap();
            prop_assert_eq!(&now, version);
            before = Some(now);
        }
        let mut whole = with_the_first();
        save_session(&mut whole.store, versions.last().unwrap());
        // Who leads it is an id of the vault's own.
        let of = |desk: &Desk| {
            let conn = desk.store.connection_for_tests();
            ["session", "session_topic", "goal_review", "practice", "practice_review", "session_promise", "meeting"]
                .map(|table| dump_without(conn, table, &["seq"]))
                .concat()
        };
        prop_assert_eq!(of(&by_differences), of(&whole));
    });
}
