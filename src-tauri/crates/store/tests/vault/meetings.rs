//! Meetings of several people, led by several practitioners.

use domain::{
    MeetingId, PractitionerId,
    meeting::{Meeting, MeetingFormat, Role},
    session::SessionRecord,
    settings::Practitioner,
};
use store::{About, Op, Store};

use crate::kit::*;

fn group() -> Meeting {
    let [peer, student] = [1, 2].map(|n| PractitionerId::new(uuid(9, 9, n)));
    Meeting {
        id: MeetingId::new(uuid(9, 11, 1)),
        on: day(1),
        format: MeetingFormat::Group,
        place: "the yellow house".to_owned(),
        practitioners: vec![(peer, Role::Peer), (student, Role::Student)],
    }
}

fn at_the_meeting(who: u8, meeting: &Meeting) -> SessionRecord {
    SessionRecord {
        meeting: meeting.id,
        format: meeting.format,
        place: meeting.place.clone(),
        on: meeting.on,
        ..session(who, 1)
    }
}

/// Maria and Ole at one group meeting, led by the keeper of the vault, a peer and a student.
fn desk_with_a_group() -> (Desk, Meeting) {
    let mut desk = desk();
    let store = &mut desk.store;
    let mut meeting = group();
    store
        .transact(Op::AddPractitioner, About::vault(), at(1), |tx| {
            for ((id, role), name) in group().practitioners.iter().zip(["Kim", "Bo"]) {
                let who = Practitioner {
                    name: name.to_owned(),
                    title: String::new(),
                };
                tx.put_practitioner(*id, &who, *role, true)?;
            }
            Ok(())
        })
        .unwrap();
    let keeper = store.practitioners().unwrap()[0].id;
    meeting.practitioners.insert(0, (keeper, Role::Clinician));
    meeting.practitioners.sort_by_key(|(id, _)| *id);
    for who in 1..=2 {
        save_person(store, &person(who));
    }
    store
        .transact(Op::StartSession, About::vault(), at(3), |tx| {
            tx.save_meeting(&meeting)?;
            for who in 1..=2 {
                tx.save_session(&at_the_meeting(who, &meeting))?;
            }
            Ok(())
        })
        .unwrap();
    (desk, meeting)
}

fn leaders(store: &Store, meeting: &Meeting) -> Vec<(String, Role)> {
    let leaders = store.leaders(meeting.id).unwrap().into_iter();
    leaders.map(|(who, role)| (who.name, role)).collect()
}

#[test]
fn a_group_meeting_has_one_place_many_sessions_and_many_leaders_with_roles() {
    let (mut desk, meeting) = desk_with_a_group();
    let store = &mut desk.store;
    assert_eq!(store.meeting(meeting.id).unwrap(), meeting);
    for who in 1..=2 {
        let expected = at_the_meeting(who, &meeting);
        assert_eq!(store.session(expected.id).unwrap(), expected);
    }
    assert_eq!(
        leaders(store, &meeting),
        [
            ("Signe Holm".to_owned(), Role::Clinician),
            ("Bo".to_owned(), Role::Student),
            ("Kim".to_owned(), Role::Peer),
        ]
    );
    // The place is the meeting's: who moves it, moves it for all.
    let mut moved = at_the_meeting(1, &meeting);
    moved.place = "outside".to_owned();
    save_session(store, &moved);
    assert_eq!(store.session(session(2, 1).id).unwrap().place, "outside");
    store.undo(None, at(4)).unwrap();
    assert_eq!(
        store.session(session(2, 1).id).unwrap().place,
        meeting.place
    );
    // A student who stays away leads it no longer, and a role can change.
    let mut fewer = meeting.clone();
    fewer
        .practitioners
        .retain(|(_, role)| *role != Role::Student);
    for (_, role) in &mut fewer.practitioners {
        if *role == Role::Peer {
            *role = Role::CoSigner;
        }
    }
    store
        .transact(Op::RecordSession, About::vault(), at(5), |tx| {
            tx.save_meeting(&fewer)
        })
        .unwrap();
    assert_eq!(store.meeting(meeting.id).unwrap(), fewer);
    store.undo(None, at(6)).unwrap();
    assert_eq!(store.meeting(meeting.id).unwrap(), meeting);
    assert!(store.check().unwrap().is_well());
}

#[test]
fn a_session_by_itself_makes_a_meeting_that_the_keeper_leads() {
    let mut desk = desk_with(&person(1));
    save_session(&mut desk.store, &session(1, 1));
    let meeting = desk.store.meeting(session(1, 1).meeting).unwrap();
    assert_eq!(
        (meeting.format, meeting.place.as_str()),
        (MeetingFormat::OneToOne, "room 2")
    );
    assert_eq!(
        leaders(&desk.store, &meeting),
        [("Signe Holm".to_owned(), Role::Clinician)]
    );
}

#[test]
fn erasing_one_who_was_there_leaves_the_others_meeting() {
    let (mut desk, meeting) = desk_with_a_group();
    let store = &mut desk.store;
    let of_ole = store.session(session(2, 1).id).unwrap();
    store.erase(person_id(1), "", at(40)).unwrap();
    assert_eq!(store.meeting(meeting.id).unwrap(), meeting);
    assert_eq!(store.session(of_ole.id).unwrap(), of_ole);
    assert_eq!(leaders(store, &meeting).len(), 3);
    // With the last one it goes.
    store.erase(person_id(2), "", at(41)).unwrap();
    assert!(store.meeting(meeting.id).is_err());
    assert!(leaders(store, &meeting).is_empty());
    assert_eq!(store.practitioners().unwrap().len(), 3);
    assert!(store.check().unwrap().is_well());
}

#[test]
fn where_one_signed_the_place_stays_as_long_as_somebody_else_was_there() {
    let (mut desk, meeting) = desk_with_a_group();
    let store = &mut desk.store;
    for who in 1..=2 {
        save_draft(store, &note(who, 1));
    }
    sign(store, &note(1, 1));
    store.erase(person_id(1), "", at(40)).unwrap();
    assert_eq!(store.meeting(meeting.id).unwrap().place, meeting.place);
    store.erase(person_id(2), "", at(41)).unwrap();
    let left = store.meeting(meeting.id).unwrap();
    assert_eq!(left.place, "", "nothing says any more where the erased met");
    let report = store.check().unwrap();
    assert!(report.is_well(), "{report:?}");
}

#[test]
fn a_meeting_that_is_only_planned_is_nobodys_and_stays_when_somebody_is_erased() {
    let (mut desk, _) = desk_with_a_group();
    let store = &mut desk.store;
    let planned = Meeting {
        id: MeetingId::new(uuid(9, 11, 2)),
        on: day(20),
        ..group()
    };
    store
        .transact(Op::StartSession, About::vault(), at(9), |tx| {
            tx.save_meeting(&planned)
        })
        .unwrap();
    store.erase(person_id(1), "", at(40)).unwrap();
    assert_eq!(store.meeting(planned.id).unwrap(), planned);
}
