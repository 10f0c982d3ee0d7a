//! Lists: the caseload, sessions, promises, notes and where a word stands.

use domain::change::Area;
use domain::session::{Attendance, Depth};
use store::{About, MissedMeeting, Op, OpenSession, SessionNote, Store};

use crate::kit::*;

#[test]
fn the_caseload_shows_where_each_person_stands() {
    let (maria, ole) = (person(1), person(2));
    let mut desk = desk_with(&ole);
    save_person(&mut desk.store, &maria);
    let about = About::person(maria.id);
    for n in [2, 1] {
        let said = statement(1, n, &format!("statement {n}"));
        desk.store
            .transact(Op::AddStatement, about, at(5), |tx| {
                tx.add_statement(maria.id, &said)
            })
            .unwrap();
    }
    let first = session(1, 1);
    let mut second = session(1, 2);
    second.closed_at = None;
    second.practices_agreed.clear();
    second.practices_reviewed = vec![reviewed(first.practices_agreed[0].clone(), 1, 2)];
    save_session(&mut desk.store, &first);
    save_session(&mut desk.store, &second);
    save_draft(&mut desk.store, &note(1, 1));
    save_draft(&mut desk.store, &note(1, 2));
    sign(&mut desk.store, &note(1, 1));

    let rows = desk.store.people().unwrap();
    assert_eq!(
        rows.iter()
            .map(|row| row.person.clone())
            .collect::<Vec<_>>(),
        [maria, ole]
    );
    let row = &rows[0];
    assert_eq!(row.last_session_on, Some(day(2)));
    assert_eq!((row.sessions, row.unsigned_notes), (2, 1));
    assert_eq!(row.latest_statement.as_deref(), Some("statement 2"));
    assert_eq!(row.open_promise.as_deref(), Some("walk with Ann 11"));
    assert_eq!(row.open_session, Some(second.id));
    let row = &rows[1];
    assert_eq!(
        (row.last_session_on, row.sessions, row.unsigned_notes),
        (None, 0, 0)
    );
    assert_eq!(
        (&row.latest_statement, &row.open_promise, row.open_session),
        (&None, &None, None)
    );
}

#[test]
fn sessions_are_listed_newest_first_with_their_topics_and_notes() {
    let maria = person(1);
    let mut desk = desk_with(&maria);
    save_person(&mut desk.store, &person(2));
    save_session(&mut desk.store, &session(2, 7));
    for n in 1..=3 {
        save_session(&mut desk.store, &session(1, n));
    }
    save_draft(&mut desk.store, &note(1, 2));
    let listed = desk.store.sessions(maria.id).unwrap();
    assert_eq!(
        listed.iter().map(|s| s.number).collect::<Vec<_>>(),
        [3, 2, 1]
    );
    let record = session(1, 2);
    let line = &listed[1];
    assert_eq!(
        (line.id, line.on, line.started_at, line.closed_at),
        (record.id, record.on, record.started_at, record.closed_at)
    );
    assert_eq!(
        (line.minutes, &line.topics, &line.attendance),
        (None, &record.topics, &record.attendance)
    );
    assert_eq!(
        line.note,
        Some(SessionNote {
            id: note(1, 2).id,
            signed: false
        })
    );
    assert_eq!(listed[0].note, None);
    assert_eq!(desk.store.next_session_number(maria.id).unwrap(), 4);
    assert_eq!(desk.store.next_session_number(person_id(3)).unwrap(), 1);
}

#[test]
fn a_list_says_the_same_length_as_the_session_itself() {
    let mut desk = desk_with(&person(1));
    let mut record = session(1, 3);
    record.attendance = Attendance::Present;
    for (on, closed, said, minutes) in [
        (record.on, true, None, Some(8)),
        (record.on, true, Some(45), Some(45)),
        (record.on, false, Some(45), None),
        (day(1), true, None, None),
        (day(1), true, Some(45), Some(45)),
    ] {
        record.on = on;
        record.closed_at = closed.then_some(at(900));
        record.length_said = said;
        save_session(&mut desk.store, &record);
        let listed = desk.store.sessions(person_id(1)).unwrap();
        assert_eq!(listed[0].minutes, minutes, "{on} {closed} {said:?}");
        assert_eq!(desk.store.session(record.id).unwrap().minutes(), minutes);
    }
}

#[test]
fn the_session_before_is_the_one_of_the_day_before_whenever_it_was_entered() {
    let mut desk = desk_with(&person(1));
    let came = |number: u16, on: u32| {
        let mut record = session(1, number);
        record.on = day(on);
        record.attendance = Attendance::Present;
        record
    };
    // The second was entered after the third.
    let (first, third, second) = (came(1, 1), came(2, 3), came(3, 2));
    for record in [&first, &third, &second] {
        save_session(&mut desk.store, record);
    }
    let before = |record| desk.store.session_before(record).unwrap();
    assert_eq!(before(&third), Some(second.id));
    assert_eq!(before(&second), Some(first.id));
    assert_eq!(before(&first), None);
}

fn morning(of: u32) -> chrono::NaiveDateTime {
    day(of).and_hms_opt(10, 0, 0).unwrap()
}

/// Agrees on a meeting with somebody, on a day; the kit's clock begins on day 2.
fn agree(store: &mut Store, who: u8, on: Option<u32>, today: u32) {
    let mut person = person(who);
    person.details.next_meeting = on.map(morning);
    let now = at((i64::from(today) - 2) * 86_400);
    store
        .transact(Op::EditPerson, About::person(person.id), now, |tx| {
            tx.save_person(&person)
        })
        .unwrap();
}

#[test]
fn a_missed_meeting_waits_until_there_is_a_session_of_its_day_or_somebody_takes_it_off() {
    let mut desk = desk();
    let store = &mut desk.store;
    agree(store, 1, Some(1), 1);
    agree(store, 2, Some(4), 1);
    let missed = |who, on| MissedMeeting {
        person: person_id(who),
        at: morning(on),
    };
    let waiting = |store: &Store, on| store.missed_meetings(day(on), 9).unwrap();
    assert_eq!(waiting(store, 1), [], "its day is not over");
    assert_eq!(waiting(store, 2), [missed(1, 1)]);
    // Another appointment in its place does not answer for it.
    agree(store, 1, Some(2), 2);
    agree(store, 1, Some(10), 3);
    assert_eq!(waiting(store, 3), [missed(1, 1), missed(1, 2)]);
    assert_eq!(
        waiting(store, 5),
        [missed(1, 1), missed(1, 2), missed(2, 4)]
    );
    let mut held = session(1, 2);
    held.on = day(2);
    save_session(store, &held);
    assert_eq!(waiting(store, 5), [missed(1, 1), missed(2, 4)]);
    let about = About::person(person_id(1));
    store
        .transact(Op::SayWhatHappened, about, at(9), |tx| {
            tx.forget_missed(missed(1, 1))
        })
        .unwrap();
    assert_eq!(waiting(store, 5), [missed(2, 4)]);
    store.undo(about.person, at(10)).unwrap();
    assert_eq!(waiting(store, 5), [missed(1, 1), missed(2, 4)]);
    // One that is still to come is changed, and nothing was missed.
    agree(store, 2, Some(9), 3);
    assert_eq!(waiting(store, 5), [missed(1, 1)]);
    // What was held leaves nothing behind.
    let mut met = session(2, 1);
    met.on = day(1);
    save_session(store, &met);
    agree(store, 2, Some(1), 3);
    agree(store, 2, None, 3);
    assert_eq!(waiting(store, 30), [missed(1, 1), missed(1, 10)]);
}

#[test]
fn an_open_session_is_found_again() {
    let maria = person(1);
    let mut desk = desk_with(&maria);
    let mut meeting = session(1, 1);
    meeting.closed_at = None;
    save_session(&mut desk.store, &meeting);
    save_session(&mut desk.store, &session(1, 2));
    let open = OpenSession {
        id: meeting.id,
        person: maria.id,
        number: meeting.number,
        on: meeting.on,
    };
    assert_eq!(desk.store.open_sessions_of(maria.id).unwrap(), [open]);
    assert_eq!(desk.store.open_sessions_of(person_id(2)).unwrap(), []);
    assert_eq!(desk.store.open_sessions().unwrap(), [open]);
    meeting.closed_at = Some(at(900));
    save_session(&mut desk.store, &meeting);
    assert!(desk.store.open_sessions().unwrap().is_empty());
}

#[test]
fn promises_are_listed_newest_first_and_open_until_a_result_is_said() {
    let maria = person(1);
    let mut desk = desk_with(&maria);
    let first = session(1, 1);
    let mut second = session(1, 2);
    let mut unsaid = reviewed(first.practices_agreed[1].clone(), 1, 2);
    unsaid.review.as_mut().unwrap().result = None;
    second.practices_reviewed = vec![reviewed(first.practices_agreed[0].clone(), 1, 2), unsaid];
    save_session(&mut desk.store, &first);
    save_session(&mut desk.store, &second);
    let what = |list: Vec<domain::practice::Practice>| {
        list.into_iter().map(|p| p.plan.what).collect::<Vec<_>>()
    };
    assert_eq!(
        what(desk.store.practices(maria.id).unwrap()),
        [
            "walk with Ann 20",
            "walk with Ann 21",
            "walk with Ann 10",
            "walk with Ann 11"
        ]
    );
    assert_eq!(
        what(desk.store.open_practices(maria.id).unwrap()),
        ["walk with Ann 20", "walk with Ann 21", "walk with Ann 11"]
    );
}

#[test]
fn topics_are_met_in_the_order_of_the_sessions() {
    let maria = person(1);
    let mut desk = desk_with(&maria);
    for n in [2, 1] {
        save_session(&mut desk.store, &session(1, n));
    }
    let met = desk.store.met(maria.id).unwrap();
    let expected = [
        ("what-is-recovery", Depth::Covered, day(1), 1),
        ("what-helps", Depth::Opened, day(1), 1),
        ("what-is-recovery", Depth::Covered, day(2), 2),
        ("what-helps", Depth::Opened, day(2), 2),
    ]
    .map(|(topic, depth, on, number)| (domain::TopicId::from(topic), depth, on, number));
    assert_eq!(met, expected);
}

#[test]
fn notes_are_listed_by_what_is_still_to_do_with_them() {
    let maria = person(1);
    let mut desk = desk_with(&maria);
    for n in 1..=3 {
        save_session(&mut desk.store, &session(1, n));
        save_draft(&mut desk.store, &note(1, n));
    }
    sign(&mut desk.store, &note(1, 2));
    let numbers = |lines: Vec<store::NoteLine>| {
        lines
            .into_iter()
            .map(|l| l.session_number)
            .collect::<Vec<_>>()
    };
    assert_eq!(numbers(desk.store.notes(maria.id).unwrap()), [3, 2, 1]);
    assert_eq!(numbers(desk.store.all_notes(2).unwrap()), [3, 2]);
    assert_eq!(numbers(desk.store.unsigned_notes(99).unwrap()), [1, 3]);
    assert_eq!(numbers(desk.store.unhanded_notes(99).unwrap()), [2]);
    assert_eq!(
        numbers(desk.store.notes_between(day(2), day(3)).unwrap()),
        [2, 3]
    );
    let line = &desk.store.unhanded_notes(99).unwrap()[0];
    assert_eq!(
        (line.number, line.signed_at, line.person_name.as_str()),
        (1, Some(at(5)), "Maria Hansen")
    );
}

#[test]
fn words_are_found_as_they_are_typed_and_never_as_commands() {
    let maria = person(1);
    let mut desk = desk_with(&maria);
    save_session(&mut desk.store, &session(1, 1));
    let mut draft = note(1, 1);
    draft.sections[0].text = "Øvede vejrtrækning ved åen, கதை, क़लम".to_owned();
    save_draft(&mut desk.store, &draft);
    let said = statement(1, 1, "Gøre mine morgener mine");
    desk.store
        .transact(Op::AddStatement, About::person(maria.id), at(5), |tx| {
            tx.add_statement(maria.id, &said)
        })
        .unwrap();
    for (query, hits) in [
        ("vejrtr", 1),
        ("ÅEN", 1),
        ("øvede åen", 1),
        ("calmer", 12),
        ("morgener", 0),
        ("øvede nothere", 0),
        ("ved-åen", 1),
        ("vejrtrækning, ved åen.", 1),
        ("ved-å", 0),
        ("a\u{30a}en", 1),
        ("vejrtrækning-nothere", 0),
        ("கதை", 1),
        ("தைக", 0),
        ("क़लम", 1),
        ("aⒶb x\u{1e900}y o'clock 12.03.2026", 0),
        ("Ⓐ", 0),
        ("-", 0),
        ("\" OR 1 NEAR(", 0),
        ("note_section", 0),
        ("   ", 0),
    ] {
        assert_eq!(in_notes(&desk.store, query), hits, "{query}");
    }
    let hits = desk.store.search("morgen", 9).unwrap();
    let said = hits
        .iter()
        .find(|hit| hit.area == Area::Statements)
        .unwrap();
    assert_eq!(said.person, maria.id);
    // The index follows changes and the merging of its parts.
    draft.sections[0].text = "Gik en tur".to_owned();
    save_draft(&mut desk.store, &draft);
    while desk.store.tend().unwrap() {}
    assert_eq!(in_notes(&desk.store, "åen"), 0);
    assert_eq!(in_notes(&desk.store, "tur"), 1);
}

#[test]
fn many_saves_without_an_idle_moment_are_no_full_disk() {
    let mut desk = desk_with(&person(1));
    save_session(&mut desk.store, &session(1, 1));
    let mut draft = note(1, 1);
    draft.sections.truncate(1);
    for n in 0..2_100 {
        draft.sections[0].text = format!("version {n}");
        save_draft(&mut desk.store, &draft);
    }
    assert_eq!(in_notes(&desk.store, "2099"), 1);
}

#[test]
fn the_log_never_grows_beyond_its_limit() {
    let mut desk = desk_with(&person(1));
    let mut meeting = session(1, 1);
    let (mut most, mut written) = (0, 0);
    while written < 90_000_000 {
        meeting.agenda = format!("{written} {}", "x".repeat(150_000));
        meeting.person_item = "y".repeat(190_000 + written % 7);
        save_session(&mut desk.store, &meeting);
        let wal = std::fs::metadata(desk.dir.path().join("vault/vault.db-wal"))
            .unwrap()
            .len();
        most = most.max(wal);
        written += 340_000;
    }
    assert!(
        (60_000_000..=64 * 1024 * 1024 + 2_000_000).contains(&most),
        "{most}"
    );
    assert_eq!(desk.store.session(meeting.id).unwrap(), meeting);
}

#[test]
fn tending_keeps_the_log_short_and_ends() {
    let maria = person(1);
    let mut desk = desk_with(&maria);
    save_session(&mut desk.store, &session(1, 1));
    let mut draft = note(1, 1);
    for n in 0..300 {
        draft.sections[0].text = format!("version {n}");
        save_draft(&mut desk.store, &draft);
    }
    let wal = desk.dir.path().join("vault/vault.db-wal");
    assert!(
        std::fs::metadata(&wal).unwrap().len() > 100_000,
        "no save checkpoints by itself"
    );
    let mut calls = 0;
    while desk.store.tend().unwrap() {
        calls += 1;
        assert!(calls < 1000);
    }
    desk.store.settle().unwrap();
    assert_eq!(std::fs::metadata(&wal).unwrap().len(), 0);
    let segments: i64 = desk
        .store
        .connection_for_tests()
        .query_row("SELECT count(DISTINCT segid) FROM search_idx", [], |row| {
            row.get(0)
        })
        .unwrap();
    assert!(segments < 20, "{segments} segments are left");
    assert!(desk.store.check().unwrap().is_well());
}
