//! Groups: who is in them, whose turn it was, and what erasing, carrying and co-signing do to them.

use domain::{
    AddendumId, MeetingId,
    group::{GroupPlan, Member},
    meeting::{Meeting, MeetingFormat},
    note::{Addendum, AddendumKind},
    session::{Attendance, SessionRecord},
};
use rusqlite::Connection;
use store::{About, Error, Op, Store};

use crate::{kit::*, thief::*};

fn meeting(number: u16) -> Meeting {
    Meeting {
        id: MeetingId::new(uuid(9, 11, number)),
        on: day(u32::from(number)),
        format: MeetingFormat::Group,
        place: "the yellow house".to_owned(),
        practitioners: Vec::new(),
    }
}

fn plan(number: u16) -> GroupPlan {
    GroupPlan {
        meeting: meeting(number).id,
        series: series().id,
        topics: vec!["what-is-recovery".into()],
        agenda: format!("planmark {number}"),
        minutes: Some(90),
    }
}

fn part(who: u8, number: u16) -> SessionRecord {
    SessionRecord {
        meeting: meeting(number).id,
        format: MeetingFormat::Group,
        on: meeting(number).on,
        place: meeting(number).place,
        attendance: Attendance::Present,
        ..session(who, number)
    }
}

/// Maria and Ole in a group that met once, both there.
fn desk_with_a_group() -> Desk {
    let mut desk = desk();
    for who in 1..=2 {
        save_person(&mut desk.store, &person(who));
    }
    desk.store
        .transact(Op::SaveGroup, About::vault(), at(2), |tx| {
            tx.save_series(&series())
        })
        .unwrap();
    for who in 1..=2 {
        let about = About::person(person_id(who));
        desk.store
            .transact(Op::SaveMember, about, at(2), |tx| {
                tx.save_member(&member(who))
            })
            .unwrap();
    }
    meet(&mut desk.store, 1, |_| {});
    desk
}

fn meet(store: &mut Store, number: u16, change: impl Fn(&mut SessionRecord)) {
    store
        .transact(Op::OpenGroupMeeting, About::vault(), at(3), |tx| {
            tx.save_meeting(&meeting(number))?;
            tx.save_group_plan(&plan(number))
        })
        .unwrap();
    for who in 1..=2 {
        let mut record = part(who, number);
        record.practices_agreed.clear();
        record.goal_reviews.clear();
        change(&mut record);
        save_session(store, &record);
    }
}

#[test]
fn what_is_written_down_of_a_group_comes_back_as_it_was() {
    let mut desk = desk_with_a_group();
    let store = &mut desk.store;
    assert_eq!(store.series(series().id).unwrap(), series());
    assert_eq!(store.all_series().unwrap(), [series()]);
    assert_eq!(store.members(series().id).unwrap(), [member(1), member(2)]);
    assert_eq!(store.memberships(person_id(1)).unwrap(), [member(1)]);
    assert_eq!(store.group_plan(meeting(1).id).unwrap(), Some(plan(1)));
    assert_eq!(store.group_plan(session(1, 9).meeting).unwrap(), None);
    let met = store.meetings_of(series().id).unwrap();
    assert_eq!((met[0].meeting, met[0].sessions), (meeting(1).id, 2));
    assert_eq!(store.parts_of(meeting(1).id).unwrap().len(), 2);
    // Somebody who left and came back has two rows.
    let again = Member {
        from: day(100),
        until: None,
        ..member(1)
    };
    let about = About::person(person_id(1));
    store
        .transact(Op::SaveMember, about, at(5), |tx| tx.save_member(&again))
        .unwrap();
    assert_eq!(store.memberships(person_id(1)).unwrap(), [again, member(1)]);
    store.undo(Some(person_id(1)), at(6)).unwrap();
    assert_eq!(store.memberships(person_id(1)).unwrap(), [member(1)]);
    let others = About::person(person_id(2));
    assert!(matches!(
        store.transact(Op::SaveMember, others, at(7), |tx| tx
            .save_member(&member(1))),
        Err(Error::OtherPerson)
    ));
    assert!(store.check().unwrap().is_well());
}

#[test]
fn a_turn_counts_for_whoever_was_there_and_talked_about_a_goal() {
    let mut desk = desk_with_a_group();
    let (maria, ole) = (person_id(1), person_id(2));
    meet(&mut desk.store, 2, |record| {
        record.goal_turn = record.person == maria
    });
    // It would have been his, and he was not there.
    meet(&mut desk.store, 3, |record| {
        record.goal_turn = record.person == ole;
        record.attendance = Attendance::NoShow {
            reason: String::new(),
        };
    });
    let turns = |store: &Store, before| store.last_turns(series().id, before).unwrap();
    assert_eq!(turns(&desk.store, day(9)), [(maria, day(2))]);
    assert_eq!(turns(&desk.store, day(2)), []);
}

#[test]
fn a_meeting_opened_by_mistake_is_not_taken_back_under_its_sessions() {
    let mut desk = desk_with_a_group();
    let store = &mut desk.store;
    assert!(
        matches!(store.undo(None, at(9)), Ok(Some(_))),
        "the last session"
    );
    assert!(
        matches!(store.undo(None, at(9)), Ok(Some(_))),
        "the one before"
    );
    assert!(
        matches!(store.undo(None, at(9)), Ok(Some(_))),
        "the meeting"
    );
    assert!(store.meeting(meeting(1).id).is_err());
    for _ in 0..3 {
        store.redo(None, at(10)).unwrap();
    }
    assert_eq!(store.parts_of(meeting(1).id).unwrap().len(), 2);
    // With the last session gone the meeting stays with its plan until it is taken away itself.
    for who in 1..=2 {
        let record = store.session(part(who, 1).id).unwrap();
        store
            .transact(
                Op::DiscardSession,
                About::person(person_id(who)),
                at(11),
                |tx| tx.remove_session(&record),
            )
            .unwrap();
    }
    assert_eq!(store.group_plan(meeting(1).id).unwrap(), Some(plan(1)));
    store
        .transact(Op::DiscardGroupMeeting, About::vault(), at(12), |tx| {
            tx.remove_group_meeting(meeting(1).id)
        })
        .unwrap();
    assert!(store.meeting(meeting(1).id).is_err());
    assert!(store.check().unwrap().is_well());
}

#[test]
fn erasing_one_leaves_the_group_the_meeting_and_the_others_and_the_plan_goes_with_the_last() {
    let mut desk = desk_with_a_group();
    let store = &mut desk.store;
    for who in 1..=2 {
        save_draft(store, &note(who, 1));
        sign(store, &note(who, 1));
    }
    let of_ole = store.session(part(2, 1).id).unwrap();
    store.erase(person_id(1), "", at(40)).unwrap();
    assert_eq!(store.members(series().id).unwrap(), [member(2)]);
    assert_eq!(store.group_plan(meeting(1).id).unwrap(), Some(plan(1)));
    assert_eq!(store.session(of_ole.id).unwrap(), of_ole);
    assert_eq!(store.note(note(2, 1).id).unwrap().addenda, []);
    store.erase(person_id(2), "", at(41)).unwrap();
    assert_eq!(store.group_plan(meeting(1).id).unwrap(), None);
    assert_eq!(store.meeting(meeting(1).id).unwrap().place, "");
    assert_eq!(
        store.series(series().id).unwrap(),
        series(),
        "it is nobody's"
    );
    for table in tables(store.connection_for_tests()) {
        assert!(
            !dump(store.connection_for_tests(), &table).contains("planmark"),
            "{table}"
        );
    }
    assert!(store.check().unwrap().is_well());
}

#[test]
fn a_record_that_is_carried_holds_ones_own_part_and_nobody_elses() {
    let desk = desk_with_a_group();
    let archive = desk.store.archive(person_id(1)).unwrap();
    let words = serde_json::to_string(&archive).unwrap();
    for stranger in ["planmark", "Ole"] {
        assert!(!words.contains(stranger), "{stranger}");
    }
    let mut other = self::desk();
    let report = other.store.merge(&archive, at(50)).unwrap();
    assert_eq!(report.conflicts, []);
    assert_eq!(other.store.memberships(person_id(1)).unwrap(), [member(1)]);
    assert_eq!(
        other.store.session(part(1, 1).id).unwrap().format,
        MeetingFormat::Group
    );
    assert_eq!(other.store.parts_of(meeting(1).id).unwrap().len(), 1);
    assert!(other.store.check().unwrap().is_well());
    // Taken in once more, nothing comes and nothing differs.
    let again = other.store.merge(&archive, at(51)).unwrap();
    assert_eq!((again.added.len(), again.conflicts), (0, vec![]));
}

fn co_signature() -> Addendum {
    Addendum {
        id: AddendumId::new(uuid(1, 9, 77)),
        kind: AddendumKind::CoSignature,
        words: String::new(),
        reason: String::new(),
        at: at(20),
        by: "Bo Friis, psychologist".to_owned(),
        seal: String::new(),
    }
}

fn co_signed() -> Desk {
    let mut desk = signed_desk();
    desk.store
        .transact(Op::CoSignNote, About::person(person_id(1)), at(20), |tx| {
            tx.add_addendum(note(1, 1).id, &co_signature())
        })
        .unwrap();
    desk
}

#[test]
fn a_co_signature_is_sealed_in_the_trail_and_what_it_is_cannot_be_changed() {
    let desk = co_signed();
    let store = &desk.store;
    let signed = store.note(note(1, 1).id).unwrap();
    let kinds: Vec<AddendumKind> = signed.addenda.iter().map(|each| each.kind).collect();
    assert_eq!(kinds, [AddendumKind::Addition, AddendumKind::CoSignature]);
    assert_eq!(store.co_signed_notes().unwrap(), [note(1, 1).id]);
    assert!(store.check().unwrap().is_well());
    let conn = store.connection_for_tests();
    for change in [
        "UPDATE addendum SET kind = 'addition'",
        "UPDATE addendum SET by_whom = 'somebody' WHERE kind = 'co-signature'",
        "DELETE FROM addendum WHERE kind = 'co-signature'",
    ] {
        assert!(conn.execute_batch(change).is_err(), "{change}");
    }
}

/// An addition that is made to look like a signature, a signature of somebody else, and one that is taken away: each with its
/// own seal computed anew, behind the triggers.
#[test]
fn a_co_signature_that_was_tampered_with_is_found() {
    let forgeries = [
        "UPDATE addendum SET kind = 'co-signature' WHERE kind = 'addition'",
        "UPDATE addendum SET kind = 'addition' WHERE kind = 'co-signature'",
        "UPDATE addendum SET by_whom = 'Somebody Else' WHERE kind = 'co-signature'",
        "DELETE FROM addendum WHERE kind = 'co-signature'",
    ];
    for forgery in forgeries {
        let desk = co_signed();
        let conn: &Connection = desk.store.connection_for_tests();
        behind_the_triggers(conn, |conn| {
            conn.execute_batch(forgery).unwrap();
            recompute_seals(conn);
        });
        assert!(!desk.store.check().unwrap().is_well(), "{forgery}");
        assert!(
            desk.store.verify_notes().unwrap().broken_at.is_some(),
            "{forgery}"
        );
        let shown = desk.store.note(note(1, 1).id);
        let gone = forgery.starts_with("DELETE");
        assert!(
            gone || matches!(shown, Err(Error::Damaged { .. })),
            "{forgery}"
        );
    }
}

#[test]
fn a_co_signature_outlives_a_backup_and_an_erasure_keeps_its_seal() {
    let mut desk = co_signed();
    desk.store.erase(person_id(1), "", at(40)).unwrap();
    assert!(desk.store.check().unwrap().is_well());
    let conn = desk.store.connection_for_tests();
    let left: String = conn
        .query_row(
            "SELECT by_whom FROM addendum WHERE kind = 'co-signature'",
            [],
            |row| row.get(0),
        )
        .unwrap();
    assert_eq!(left, co_signature().by);
}
