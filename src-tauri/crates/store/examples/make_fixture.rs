//! Makes the vault that is kept as `tests/fixtures/db/vN`, once for each released schema. Run by hand:
//! `cargo run -p store --features testing --example make_fixture -- tests/fixtures/db/v1`

#![allow(
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a tool that is run by hand and prints its result"
)]

use std::{collections::BTreeSet, path::PathBuf};

use chrono::{NaiveDate, NaiveTime};
use domain::{
    AddendumId, AnswerKey, AnswerValue, BoosterId, ConsentId, ContactId, Edition, EndingId,
    EventId, GoalId, Lang, MeetingId, NoteId, PersonId, PlanCopyId, PracticeId, RehearsalId,
    SeriesId, SessionId, SheetId, ShortTermGoalId, StatementId, StepId, SupporterId, Timestamp,
    ending::{Booster, BoosterPlan, Ending},
    event::{Event, EventDetails, EventKind},
    goal::{Goal, GoalStatus, ShortTermGoal, Step},
    group::{GroupSeries, Member, SeriesDetails},
    meeting::MeetingFormat,
    note::{Addendum, AddendumKind, Note, NoteFacts, NoteFormat, NoteSection, NoteState},
    number::Hundredths,
    outcome::{FollowedPlan, MeasureAt, Measured, Taken},
    person::{Chime, Given, Person, PersonDetails, RecoveryStatement},
    plan::{PlanCopy, Rehearsal},
    practice::{Practice, PracticePlan},
    session::{
        Attendance, Depth, Phase, PhaseRecord, PhaseState, SessionRecord, Technique, TopicCovered,
    },
    settings::{Practitioner, PrintSize},
    supporter::{
        Consent, ConsentItem, ConsentTerms, Contact, ContactDetails, ContactHow, Supporter,
        SupporterDetails,
    },
};
use store::{About, KdfCost, Op, Passphrase, Sheet, Store};
use uuid::Uuid;

const WORDS: &str = "seven calm otters read";
const NOW: Timestamp = Timestamp {
    millis: 1_791_007_200_000,
    offset: 120,
};

fn id(kind: u8, number: u8) -> Uuid {
    Uuid::from_bytes([1, 2, 3, 4, 5, 6, 0x70, kind, 0x80, 0, 0, 0, 0, 0, 0, number])
}

fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 10, 3).unwrap()
}

fn main() {
    let dir = PathBuf::from(std::env::args().nth(1).unwrap());
    let practitioner = Practitioner {
        name: "Signe Holm".to_owned(),
        title: "occupational therapist".to_owned(),
    };
    let words = Passphrase::new(WORDS);
    let (mut store, code) =
        Store::create(&dir, &words, &practitioner, KdfCost::FAST_FOR_TESTS, NOW).unwrap();
    for person in [person(1, "Maria Hansen"), person(2, "Ole Bø")] {
        store
            .transact(Op::AddPerson, About::person(person.id), NOW, |tx| {
                tx.save_person(&person)
            })
            .unwrap();
    }
    let maria = PersonId::new(id(1, 1));
    let about = About::person(maria);
    store
        .transact(Op::RecordSession, about, NOW, |tx| {
            tx.add_statement(maria, &statement())?;
            tx.save_goal(maria, &goal())?;
            tx.save_session(&session(maria))?;
            tx.save_draft(&note(maria))?;
            let key = AnswerKey {
                topic: "what-is-recovery".into(),
                block: "my-meaning".into(),
                field: "words".into(),
                row: 0,
                sheet: None,
            };
            let words = AnswerValue::Text("Recovery is my garden.".to_owned());
            tx.save_answer(
                maria,
                Some(session(maria).id),
                &key,
                Some(&words),
                &edition("0.1.0"),
            )?;
            let first = plan(1);
            tx.add_sheet(maria, &first)?;
            let key = AnswerKey {
                topic: first.topic,
                block: "signs".into(),
                field: "first".into(),
                sheet: Some(first.id),
                ..key
            };
            let words = AnswerValue::Text("I sleep less.".to_owned());
            tx.save_answer(maria, None, &key, Some(&words), &edition("0.2.0"))?;
            tx.add_sheet(maria, &plan(2))?;
            tx.carry_answers(maria, first.id, plan(2).id)?;
            tx.save_supporter(maria, &supporter())?;
            tx.give_consent(maria, &consent())?;
            tx.withdraw_consent(maria, consent().id, day())?;
            tx.add_contact(maria, &contact())?;
            tx.save_plan_copy(maria, &plan_copy())?;
            tx.add_rehearsal(maria, &rehearsal())?;
            tx.set_review_day(maria, plan(2).id, Some(day()))?;
            tx.save_event(maria, &event())?;
            tx.follow_plan(
                maria,
                &FollowedPlan {
                    plan: "three-parts".into(),
                    baseline: day(),
                },
            )?;
            tx.save_measure(maria, &measured())?;
            tx.save_series(&series())?;
            tx.save_member(&Member {
                person: maria,
                series: series().id,
                from: day(),
                until: None,
            })?;
            tx.save_ending(
                maria,
                &Ending {
                    id: EndingId::new(id(24, 1)),
                    on: day(),
                    words: "I know the way".to_owned(),
                },
            )?;
            tx.save_booster(
                maria,
                &Booster {
                    id: BoosterId::new(id(25, 1)),
                    plan: BoosterPlan {
                        on: day(),
                        words: String::new(),
                        outcome: None,
                    },
                },
            )
        })
        .unwrap();
    store
        .transact(Op::SignNote, about, NOW, |tx| {
            tx.sign_note(
                note(maria).id,
                "Signe Holm, occupational therapist",
                &facts(),
                NOW,
            )
        })
        .unwrap();
    store
        .transact(Op::AddAddendum, about, NOW, |tx| {
            tx.add_addendum(note(maria).id, &addendum())
        })
        .unwrap();
    store.close().unwrap();
    std::fs::remove_file(dir.join("vault.lock")).unwrap();
    let readme = format!(
        "# A vault as this schema left it\n\nMade by `make_fixture`, with cheap key derivation. Nobody in it is real. \
         Never changed once its schema is released.\n\nPassphrase: {WORDS}\nRecovery code: {code}\n"
    );
    std::fs::write(dir.join("README.md"), readme).unwrap();
    println!("{}", dir.display());
}

fn person(number: u8, name: &str) -> Person {
    Person {
        id: PersonId::new(id(1, number)),
        details: PersonDetails {
            preferred_name: name.to_owned(),
            record_number: format!("04{number}"),
            language: Lang::Da,
            print_size: PrintSize::Normal,
            course: "eleven-modules".into(),
            track: (number == 1).then(|| "bipolar".into()),
            pace: (number == 1).then(|| "weekly".into()),
            started_on: day(),
            next_meeting: None,
            active: true,
        },
        colour: number,
        added_at: NOW,
    }
}

fn statement() -> RecoveryStatement {
    RecoveryStatement {
        id: StatementId::new(id(2, 1)),
        words: "Getting my mornings back. Æøå.".to_owned(),
        given: Given::Said,
        on: day(),
        chime: vec![Chime::Meaning],
        recorded_at: NOW,
    }
}

fn goal() -> Goal {
    let step = Step {
        id: StepId::new(id(5, 1)),
        words: "call the shop".to_owned(),
        helper: "Ann".to_owned(),
        by_when: Some(day()),
        resources: String::new(),
        obstacle: String::new(),
        status: GoalStatus::Active,
        done_on: None,
    };
    Goal {
        id: GoalId::new(id(3, 1)),
        words: "play in a band".to_owned(),
        why: "music is me".to_owned(),
        set_on: day(),
        status: GoalStatus::Active,
        ended_on: None,
        reason: String::new(),
        instead_of: None,
        modules: vec!["recovery-strategies".into()],
        short_term: vec![ShortTermGoal {
            id: ShortTermGoalId::new(id(4, 1)),
            words: "own a guitar".to_owned(),
            status: GoalStatus::Active,
            started_on: Some(day()),
            done_on: None,
            steps: vec![step],
        }],
        reviews: Vec::new(),
    }
}

fn supporter() -> Supporter {
    Supporter {
        id: SupporterId::new(id(12, 1)),
        details: SupporterDetails {
            name: "Ann Hansen".to_owned(),
            relation: "sister".to_owned(),
            reach: "20 30 40 50".to_owned(),
            words: "She listens.".to_owned(),
        },
    }
}

fn consent() -> Consent {
    Consent {
        id: ConsentId::new(id(13, 1)),
        supporter: supporter().id,
        terms: ConsentTerms {
            items: ConsentItem::ALL.into(),
            from: day(),
            until: None,
            given: Given::Said,
            kept_back: "nothing of the hospital".to_owned(),
        },
        withdrawn: None,
        recorded_at: NOW,
    }
}

fn contact() -> Contact {
    Contact {
        id: ContactId::new(id(14, 1)),
        supporter: supporter().id,
        details: ContactDetails {
            on: day(),
            how: ContactHow::Met,
            words: "Asked what helps.".to_owned(),
        },
    }
}

fn event() -> Event {
    Event {
        id: EventId::new(id(15, 1)),
        details: EventDetails {
            kind: EventKind::Work,
            from: day(),
            until: None,
            hours: Some(Hundredths(750)),
            words: "in the garden shop".to_owned(),
        },
    }
}

fn measured() -> Measured {
    Measured {
        at: MeasureAt {
            plan: "three-parts".into(),
            measure: "hope".into(),
            occasion: "baseline".into(),
        },
        taken: Taken::Number {
            on: day(),
            value: Hundredths(3450),
        },
        words: "filled at the library".to_owned(),
    }
}

fn session(person: PersonId) -> SessionRecord {
    let session = SessionId::new(id(6, 1));
    SessionRecord {
        id: session,
        person,
        meeting: MeetingId::new(id(11, 1)),
        format: MeetingFormat::OneToOne,
        number: 1,
        on: day(),
        started_at: NOW,
        closed_at: Some(NOW),
        length_said: None,
        attendance: Attendance::Present,
        place: "room 2".to_owned(),
        goal_turn: false,
        others_present: String::new(),
        phases: Phase::ALL
            .into_iter()
            .map(|phase| PhaseRecord {
                phase,
                state: PhaseState::Done,
                seconds: 300,
            })
            .collect(),
        current: Phase::Close,
        major_problem: Some(false),
        problem_words: String::new(),
        problem_action: String::new(),
        recalled: None,
        recalled_words: String::new(),
        practices_reviewed: Vec::new(),
        review_skipped: String::new(),
        goal_reviews: Vec::new(),
        agenda: "What is recovery?".to_owned(),
        person_item: String::new(),
        topics: vec![TopicCovered {
            topic: "what-is-recovery".into(),
            edition: edition("0.1.0"),
            depth: Depth::Covered,
        }],
        techniques: BTreeSet::from([Technique::PromoteHope]),
        skill: None,
        skill_words: String::new(),
        practices_agreed: vec![Practice {
            id: PracticeId::new(id(7, 1)),
            agreed_in: session,
            agreed_on: day(),
            plan: PracticePlan {
                what: "walk with Ann".to_owned(),
                materials: "good shoes".to_owned(),
                confidence: Some(8),
                ..PracticePlan::default()
            },
            review: None,
        }],
        plan_skipped: String::new(),
        summary_words: "I can do a bit more than I thought".to_owned(),
        next_plan: String::new(),
        next_meeting: None,
    }
}

fn edition(version: &str) -> Edition {
    Edition {
        pack: "imr".into(),
        pack_version: version.to_owned(),
    }
}

fn facts() -> NoteFacts {
    NoteFacts {
        name: "Maria Hansen".to_owned(),
        record_number: "041".to_owned(),
        number: 1,
        minutes: Some(45),
        entered_on: None,
        place: "room 2".to_owned(),
        site: String::new(),
        meeting: MeetingFormat::OneToOne,
        practitioners: vec!["Signe Holm, occupational therapist".to_owned()],
        editions: vec![edition("0.1.0")],
    }
}

fn note(person: PersonId) -> Note {
    Note {
        id: NoteId::new(id(8, 1)),
        session: SessionId::new(id(6, 1)),
        person,
        on: day(),
        lang: Lang::En,
        format: NoteFormat::Imr,
        sections: NoteFormat::Imr
            .sections()
            .iter()
            .map(|kind| NoteSection {
                kind: *kind,
                drafted: "As recorded.".to_owned(),
                text: "As recorded, and read once more.".to_owned(),
                judgement: String::new(),
                unconfirmed: false,
            })
            .collect(),
        state: NoteState::Draft,
        addenda: Vec::new(),
    }
}

/// A copy of a form.
fn plan(number: u8) -> Sheet {
    Sheet {
        id: SheetId::new(id(10, number)),
        topic: "relapse-prevention-plan".into(),
        block: None,
        about: None,
        made_on: day(),
        on_paper: false,
        title: String::new(),
        review_on: None,
    }
}

/// The supporter's copy of the first plan.
fn plan_copy() -> PlanCopy {
    PlanCopy {
        id: PlanCopyId::new(id(15, 1)),
        sheet: plan(1).id,
        supporter: Some(supporter().id),
        holder: String::new(),
        given_on: day(),
        taken_back_on: None,
    }
}

fn rehearsal() -> Rehearsal {
    Rehearsal {
        id: RehearsalId::new(id(16, 1)),
        sheet: plan(1).id,
        on: day(),
        words: "with Ann".to_owned(),
    }
}

fn series() -> GroupSeries {
    GroupSeries {
        id: SeriesId::new(id(13, 1)),
        details: SeriesDetails {
            name: "The Tuesday group".to_owned(),
            course: "imr-11".into(),
            weekday: Some(2),
            begins: NaiveTime::from_hms_opt(10, 0, 0),
            minutes: Some(90),
            place: "the yellow house".to_owned(),
            from: day(),
            until: None,
            practitioners: Vec::new(),
        },
    }
}

fn addendum() -> Addendum {
    Addendum {
        id: AddendumId::new(id(9, 1)),
        kind: AddendumKind::Addition,
        words: "the sister was called Eva".to_owned(),
        reason: "left out".to_owned(),
        at: NOW,
        by: "Signe Holm, occupational therapist".to_owned(),
        seal: String::new(),
    }
}
