//! Workload W1: people with sixty sessions each, a note of about 350 words, five goal reviews and twelve answers a session.

use domain::{
    AnswerKey, AnswerValue, Edition, GoalId, Lang, MeetingId, NoteId, PersonId, PracticeId,
    SessionId, StatementId, Timestamp,
    goal::{Goal, GoalReview, Progress},
    note::{Note, NoteFormat, NoteSection, NoteState},
    person::{Given, Person, PersonDetails, RecoveryStatement},
    practice::{Practice, PracticePlan},
    session::{Depth, SessionRecord, Technique, TopicCovered},
    settings::PrintSize,
};
use store::{About, Op, Store, Tx};
use testkit::{NOW, TestEnv};

use api::Env;

const WORDS: [&str; 16] = [
    "morning", "walk", "sister", "coffee", "tired", "better", "voices", "music", "called", "sleep",
    "kitchen", "Thursday", "agreed", "small", "plan", "laughed",
];

/// Made-up prose of so many words, the same for the same seed.
pub fn prose(words: usize, seed: usize) -> String {
    (0..words)
        .map(|n| WORDS[(n * 7 + seed * 13 + n * n * seed) % WORDS.len()])
        .collect::<Vec<_>>()
        .join(" ")
}

/// How many people come in with one transaction, as with an import of a caseload.
const BATCH: usize = 200;

/// Fills a vault in batches; returns everybody's id.
pub fn fill(store: &mut Store, env: &TestEnv, people: usize, sessions: u32) -> Vec<PersonId> {
    let everybody: Vec<usize> = (0..people).collect();
    everybody
        .chunks(BATCH)
        .flat_map(|batch| {
            store
                .transact(Op::Import, About::vault(), NOW, |tx| {
                    batch
                        .iter()
                        .map(|n| person(tx, env, *n, sessions))
                        .collect::<store::Result<Vec<_>>>()
                })
                .unwrap()
        })
        .collect()
}

fn person(tx: &mut Tx<'_>, env: &TestEnv, n: usize, sessions: u32) -> store::Result<PersonId> {
    let id = PersonId::new(env.uuid());
    let person = Person {
        id,
        details: PersonDetails {
            preferred_name: format!("Person {n}"),
            record_number: format!("{n:04}"),
            language: Lang::En,
            print_size: PrintSize::Normal,
            course: "eleven-modules".into(),
            track: None,
            pace: None,
            started_on: NOW.day(),
            next_meeting: None,
            active: true,
        },
        colour: (n % 8) as u8,
        added_at: NOW,
    };
    let goals: Vec<Goal> = (0..5)
        .map(|g| Goal {
            id: GoalId::new(env.uuid()),
            words: prose(8, n + g),
            why: prose(12, g),
            set_on: NOW.day(),
            status: Default::default(),
            ended_on: None,
            reason: String::new(),
            instead_of: None,
            modules: Vec::new(),
            short_term: Vec::new(),
            reviews: Vec::new(),
        })
        .collect();
    tx.save_person(&person)?;
    let statement = RecoveryStatement {
        id: StatementId::new(env.uuid()),
        words: prose(20, n),
        given: Given::Said,
        on: NOW.day(),
        chime: Vec::new(),
        recorded_at: NOW,
    };
    tx.add_statement(id, &statement)?;
    goals.iter().try_for_each(|goal| tx.save_goal(id, goal))?;
    (1..=sessions).try_for_each(|number| session(tx, env, id, number, &goals))?;
    Ok(id)
}

/// The pack that the workload's pages come from.
fn edition() -> Edition {
    Edition {
        pack: "imr".into(),
        pack_version: "0.1.0".into(),
    }
}

fn session(
    tx: &mut Tx<'_>,
    env: &TestEnv,
    person: PersonId,
    number: u32,
    goals: &[Goal],
) -> store::Result<()> {
    let at = Timestamp {
        millis: NOW.millis - i64::from(200 - number) * 86_400_000,
        ..NOW
    };
    let mut record = SessionRecord::open(
        SessionId::new(env.uuid()),
        MeetingId::new(env.uuid()),
        person,
        number,
        at.day(),
        at,
    );
    let seed = number as usize;
    record.summary_words = prose(20, seed);
    record.agenda = prose(10, seed);
    record.techniques.extend([
        Technique::PromoteHope,
        Technique::CheckUnderstanding,
        Technique::Reinforcement,
    ]);
    record.topics.push(TopicCovered {
        topic: "what-helps".into(),
        edition: edition(),
        depth: Depth::Covered,
    });
    record.goal_reviews = goals
        .iter()
        .map(|goal| GoalReview {
            session: record.id,
            goal: goal.id,
            number,
            on: at.day(),
            progress: Some(Progress::Some),
            attainment: None,
            done: prose(8, seed),
            obstacle: String::new(),
            next_step: prose(6, seed),
            still_right: Some(true),
        })
        .collect();
    record.practices_agreed.push(Practice {
        id: PracticeId::new(env.uuid()),
        agreed_in: record.id,
        agreed_on: at.day(),
        plan: PracticePlan {
            what: prose(8, seed),
            ..Default::default()
        },
        review: None,
    });
    record.close(at);
    let note = Note {
        id: NoteId::new(env.uuid()),
        session: record.id,
        person,
        on: at.day(),
        lang: Lang::En,
        format: NoteFormat::Imr,
        sections: NoteFormat::Imr
            .sections()
            .iter()
            .map(|kind| NoteSection {
                kind: *kind,
                // As drafted, the text that most sections keep.
                drafted: prose(29, seed),
                text: prose(29, seed),
                judgement: String::new(),
                unconfirmed: false,
            })
            .collect(),
        state: NoteState::Draft,
        addenda: Vec::new(),
    };
    let answer = AnswerValue::Text(prose(12, seed));
    tx.save_session(&record)?;
    for field in 0..12 {
        let key = AnswerKey {
            topic: "what-helps".into(),
            block: "strategies".into(),
            field: domain::FieldId::new(format!("f{field}-{number}")),
            row: 0,
            sheet: None,
        };
        tx.save_answer(person, Some(record.id), &key, Some(&answer), &edition())?;
    }
    tx.save_draft(&note)
}
