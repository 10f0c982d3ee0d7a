//! Two made-up people whose ids never overlap, and builders with everything filled in.

use std::collections::BTreeSet;

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use domain::{
    AddendumId, AnswerKey, BoosterId, ConsentId, ContactId, CourseId, Edition, EndingId, EventId,
    GoalId, Lang, MeetingId, NoteId, PersonId, PlanCopyId, PracticeId, RehearsalId, SeriesId,
    SessionId, SheetId, ShortTermGoalId, StatementId, StepId, SupporterId, TopicId,
    ending::{Booster, BoosterOutcome, BoosterPlan, Ending},
    event::{Event, EventDetails, EventKind},
    goal::{Attainment, Goal, GoalReview, GoalStatus, Progress, ShortTermGoal, Step},
    group::{GroupSeries, Member, SeriesDetails},
    meeting::MeetingFormat,
    note::{Addendum, AddendumKind, Note, NoteFacts, NoteFormat, NoteSection, NoteState},
    number::Hundredths,
    outcome::{FollowedPlan, MeasureAt, Measured, Taken},
    person::{Chime, Given, Person, PersonDetails, RecoveryStatement},
    plan::{PlanCopy, Rehearsal},
    practice::{ObstacleKind, Practice, PracticePlan, PracticeResult, PracticeReview},
    session::{
        Attendance, Depth, Phase, PhaseRecord, PhaseState, Recalled, SessionRecord, Skill,
        Technique, TopicCovered,
    },
    settings::PrintSize,
    supporter::{
        Consent, ConsentItem, ConsentTerms, Contact, ContactDetails, ContactHow, Supporter,
        SupporterDetails,
    },
};
use uuid::Uuid;

use crate::kit::at;

/// A group that somebody is in alone.
pub fn own_series(who: u8) -> SeriesId {
    SeriesId::new(uuid(who, 13, 1))
}

/// A group that both can be in.
pub fn series() -> GroupSeries {
    GroupSeries {
        id: SeriesId::new(uuid(9, 13, 1)),
        details: SeriesDetails {
            name: "The Tuesday group".to_owned(),
            course: "imr-11".into(),
            weekday: Some(2),
            begins: NaiveTime::from_hms_opt(10, 0, 0),
            minutes: Some(90),
            place: "the yellow house".to_owned(),
            from: day(1),
            until: None,
            practitioners: Vec::new(),
        },
    }
}

pub fn member(who: u8) -> Member {
    Member {
        person: person_id(who),
        series: series().id,
        from: day(1),
        until: Some(day(90)),
    }
}

/// Person 1 is Maria, person 2 is Ole; every id of one differs from every id of the other.
pub fn uuid(person: u8, kind: u8, number: u16) -> Uuid {
    let mut bytes = [0u8; 16];
    bytes[0] = person;
    bytes[1] = kind;
    bytes[2..4].copy_from_slice(&number.to_be_bytes());
    bytes[6] = 0x70;
    bytes[8] = 0x80;
    Uuid::from_bytes(bytes)
}

pub fn day(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 10, 1).unwrap() + chrono::Days::new(u64::from(day))
}

pub fn local(hour: u32) -> NaiveDateTime {
    day(9).and_hms_opt(hour, 30, 0).unwrap()
}

pub fn person_id(person: u8) -> PersonId {
    PersonId::new(uuid(person, 1, 0))
}

pub fn person(person: u8) -> Person {
    let name = if person == 1 {
        "Maria Hansen"
    } else {
        "Ole Bø"
    };
    Person {
        id: person_id(person),
        details: PersonDetails {
            preferred_name: name.to_owned(),
            record_number: format!("04-{person}"),
            language: Lang::Da,
            print_size: PrintSize::Large,
            course: CourseId::from("eleven-modules"),
            track: Some("bipolar".into()),
            pace: Some("weekly".into()),
            started_on: day(0),
            next_meeting: Some(local(10)),
            active: true,
        },
        colour: person,
        added_at: at(2),
    }
}

pub fn statement(person: u8, number: u16, words: &str) -> RecoveryStatement {
    RecoveryStatement {
        id: StatementId::new(uuid(person, 2, number)),
        words: words.to_owned(),
        given: Given::Written,
        on: day(u32::from(number)),
        chime: vec![Chime::Meaning, Chime::Hope],
        recorded_at: at(i64::from(number)),
    }
}

pub fn step(person: u8, number: u16) -> Step {
    Step {
        id: StepId::new(uuid(person, 5, number)),
        words: format!("call the shop {number}"),
        helper: "Ann".to_owned(),
        by_when: Some(day(20)),
        resources: "phone credit".to_owned(),
        obstacle: "phone is scary".to_owned(),
        status: GoalStatus::Achieved,
        done_on: Some(day(12)),
    }
}

pub fn goal(person: u8, number: u16) -> Goal {
    Goal {
        id: GoalId::new(uuid(person, 3, number)),
        words: "play in a band".to_owned(),
        why: "music is me".to_owned(),
        set_on: day(1),
        status: GoalStatus::Active,
        ended_on: Some(day(21)),
        reason: "too far for now".to_owned(),
        instead_of: None,
        modules: vec!["coping".into()],
        short_term: (0..2)
            .map(|short| ShortTermGoal {
                id: ShortTermGoalId::new(uuid(person, 4, number * 10 + short)),
                words: format!("own a guitar {short}"),
                status: GoalStatus::Changed,
                started_on: Some(day(2)),
                done_on: Some(day(20)),
                steps: (0..2)
                    .map(|n| step(person, number * 100 + short * 10 + n))
                    .collect(),
            })
            .collect(),
        reviews: Vec::new(),
    }
}

pub fn supporter(person: u8, number: u16) -> Supporter {
    Supporter {
        id: SupporterId::new(uuid(person, 13, number)),
        details: SupporterDetails {
            name: format!("Ann Berg {number}"),
            relation: "sister".to_owned(),
            reach: "20 30 40 50".to_owned(),
            words: "she listens".to_owned(),
        },
    }
}

/// A consent about the first supporter, from the third day on.
pub fn consent(person: u8, number: u16) -> Consent {
    Consent {
        id: ConsentId::new(uuid(person, 14, number)),
        supporter: supporter(person, 1).id,
        terms: ConsentTerms {
            items: [ConsentItem::Goals, ConsentItem::RelapsePlan].into(),
            from: day(3),
            until: Some(day(30)),
            given: Given::Written,
            kept_back: "nothing of the hospital".to_owned(),
        },
        withdrawn: None,
        recorded_at: at(4),
    }
}

/// A copy of the first sheet that the first supporter holds.
pub fn plan_copy(person: u8, number: u16) -> PlanCopy {
    PlanCopy {
        id: PlanCopyId::new(uuid(person, 16, number)),
        sheet: SheetId::new(uuid(person, 10, 1)),
        supporter: Some(supporter(person, 1).id),
        holder: String::new(),
        given_on: day(6),
        taken_back_on: None,
    }
}

pub fn rehearsal(person: u8, number: u16) -> Rehearsal {
    Rehearsal {
        id: RehearsalId::new(uuid(person, 17, number)),
        sheet: SheetId::new(uuid(person, 10, 1)),
        on: day(7),
        words: "with Ann; calling was the hard part".to_owned(),
    }
}

pub fn contact(person: u8, number: u16) -> Contact {
    Contact {
        id: ContactId::new(uuid(person, 15, number)),
        supporter: supporter(person, 1).id,
        details: ContactDetails {
            on: day(4),
            how: ContactHow::Called,
            words: "asked how to help with the walk".to_owned(),
        },
    }
}

pub fn event(person: u8, number: u16) -> Event {
    Event {
        id: EventId::new(uuid(person, 16, number)),
        details: EventDetails {
            kind: EventKind::Work,
            from: day(4),
            until: Some(day(9)),
            hours: Some(Hundredths(750)),
            words: "in the garden shop".to_owned(),
        },
    }
}

pub fn ending(person: u8, number: u16) -> Ending {
    Ending {
        id: EndingId::new(uuid(person, 24, number)),
        on: day(28),
        words: "I know where I am going".to_owned(),
    }
}

pub fn booster(person: u8, number: u16) -> Booster {
    Booster {
        id: BoosterId::new(uuid(person, 25, number)),
        plan: BoosterPlan {
            on: day(29),
            words: "look at the plan again".to_owned(),
            outcome: Some(BoosterOutcome::Held),
        },
    }
}

pub fn followed() -> FollowedPlan {
    FollowedPlan {
        plan: "three-parts".into(),
        baseline: day(2),
    }
}

pub fn measured() -> Measured {
    Measured {
        at: MeasureAt {
            plan: "three-parts".into(),
            measure: "hope".into(),
            occasion: "baseline".into(),
        },
        taken: Taken::Number {
            on: day(3),
            value: Hundredths(3450),
        },
        words: "filled at the library".to_owned(),
    }
}

pub fn practice(person: u8, number: u16, session: u16) -> Practice {
    Practice {
        id: PracticeId::new(uuid(person, 7, number)),
        agreed_in: SessionId::new(uuid(person, 6, session)),
        agreed_on: day(u32::from(session)),
        plan: PracticePlan {
            what: format!("walk with Ann {number}"),
            when: "Tuesday".to_owned(),
            place: "the lake".to_owned(),
            with_whom: "Ann".to_owned(),
            materials: "good shoes".to_owned(),
            reminder: "a note on the door".to_owned(),
            why: "fresh air for the band".to_owned(),
            confidence: Some(7),
            obstacle: "rain: take a coat".to_owned(),
            goal: None,
            topic: Some(TopicId::from("what-is-recovery")),
        },
        review: None,
    }
}

pub fn reviewed(mut practice: Practice, person: u8, session: u16) -> Practice {
    practice.review = Some(PracticeReview {
        session: SessionId::new(uuid(person, 6, session)),
        on: day(u32::from(session)),
        result: Some(PracticeResult::Partly),
        what_happened: "we went once, it was nice".to_owned(),
        effect: "slept better".to_owned(),
        obstacle: "rain".to_owned(),
        obstacle_kinds: [ObstacleKind::Forgot, ObstacleKind::CameUp].into(),
        next_time: "go earlier".to_owned(),
    });
    practice
}

/// A session with every field filled in and nothing that needs a goal or an earlier promise.
pub fn session(person: u8, number: u16) -> SessionRecord {
    SessionRecord {
        id: SessionId::new(uuid(person, 6, number)),
        person: person_id(person),
        meeting: MeetingId::new(uuid(person, 11, number)),
        format: MeetingFormat::OneToOne,
        number: u32::from(number),
        on: day(u32::from(number)),
        started_at: at(i64::from(number) * 100),
        closed_at: Some(at(i64::from(number) * 100 + 60)),
        length_said: None,
        attendance: Attendance::Cancelled {
            reason: "flu".to_owned(),
        },
        place: "room 2".to_owned(),
        goal_turn: false,
        others_present: "her sister".to_owned(),
        phases: Phase::ALL
            .into_iter()
            .map(|phase| PhaseRecord {
                phase,
                state: PhaseState::Done,
                seconds: 61,
            })
            .collect(),
        current: Phase::Close,
        major_problem: Some(false),
        problem_words: "none".to_owned(),
        problem_action: "nothing".to_owned(),
        recalled: Some(Recalled::Partly),
        recalled_words: "hope is a skill".to_owned(),
        practices_reviewed: Vec::new(),
        review_skipped: "no time".to_owned(),
        goal_reviews: Vec::new(),
        agenda: "strategies".to_owned(),
        person_item: "my sleep".to_owned(),
        topics: vec![
            TopicCovered {
                topic: TopicId::from("what-is-recovery"),
                edition: edition(),
                depth: Depth::Covered,
            },
            TopicCovered {
                topic: TopicId::from("what-helps"),
                edition: edition(),
                depth: Depth::Opened,
            },
        ],
        techniques: BTreeSet::from([Technique::RolePlay, Technique::PromoteHope]),
        skill: Some(Skill::Coping),
        skill_words: "breathing".to_owned(),
        practices_agreed: vec![
            practice(person, number * 10, number),
            practice(person, number * 10 + 1, number),
        ],
        plan_skipped: "she was tired".to_owned(),
        summary_words: "I can do a bit more than I thought".to_owned(),
        next_plan: "what helps".to_owned(),
        next_meeting: Some(local(14)),
    }
}

pub fn goal_review(person: u8, goal: u16, session: u16) -> GoalReview {
    GoalReview {
        session: SessionId::new(uuid(person, 6, session)),
        goal: GoalId::new(uuid(person, 3, goal)),
        on: day(u32::from(session)),
        number: u32::from(session),
        progress: Some(Progress::Some),
        attainment: Some(Attainment::Less),
        done: "called once".to_owned(),
        obstacle: "busy line".to_owned(),
        next_step: "call again".to_owned(),
        still_right: Some(true),
    }
}

pub fn note(person: u8, session: u16) -> Note {
    Note {
        id: NoteId::new(uuid(person, 8, session)),
        session: SessionId::new(uuid(person, 6, session)),
        person: person_id(person),
        on: day(u32::from(session)),
        lang: Lang::En,
        format: NoteFormat::Imr,
        sections: NoteFormat::Imr
            .sections()
            .iter()
            .map(|kind| NoteSection {
                kind: *kind,
                drafted: format!("drafted {kind:?}"),
                text: format!("text {kind:?} of session {session}"),
                judgement: "calmer than last week".to_owned(),
                unconfirmed: true,
            })
            .collect(),
        state: NoteState::Draft,
        addenda: Vec::new(),
    }
}

/// What is printed with a signed note.
pub fn facts(number: u32) -> NoteFacts {
    NoteFacts {
        name: "Maria Hansen".to_owned(),
        record_number: "04-1".to_owned(),
        number,
        minutes: Some(45),
        entered_on: None,
        place: "room 2".to_owned(),
        site: "Clinic North".to_owned(),
        meeting: MeetingFormat::OneToOne,
        practitioners: vec!["Signe Holm, OT".to_owned()],
        editions: vec![edition()],
    }
}

pub fn edition() -> Edition {
    Edition {
        pack: "imr".into(),
        pack_version: "0.1.0".to_owned(),
    }
}

pub fn addendum(person: u8, number: u16) -> Addendum {
    Addendum {
        id: AddendumId::new(uuid(person, 9, number)),
        kind: AddendumKind::Addition,
        words: "the sister was called Eva".to_owned(),
        reason: "left out".to_owned(),
        at: at(9),
        by: "Signe Holm, OT".to_owned(),
        seal: String::new(),
    }
}

pub fn answer_key(field: &str) -> AnswerKey {
    AnswerKey {
        topic: TopicId::from("what-is-recovery"),
        block: "my-meaning".into(),
        field: field.into(),
        row: 0,
        sheet: None,
    }
}
