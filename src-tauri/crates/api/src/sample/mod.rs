//! The sample caseload: made-up people, so that every screen can be seen with something on it.
//!
//! `caseload.json` holds the words and says how many days ago things happened; this module puts them through the same
//! record, note and store code as real ones. Nobody in it exists.

use chrono::{Days, NaiveDate, NaiveDateTime, NaiveTime};
use domain::{
    AnswerKey, AnswerValue, GoalId, HandOffId, NoteId, PaceId, PersonId, PracticeId, SessionId,
    ShortTermGoalId, StatementId, StepId, Timestamp, TopicId, TrackId,
    goal::{Goal, GoalStatus, Progress, ShortTermGoal, Step},
    note::{Note, NoteSectionKind, NoteState},
    person::{Chime, Given, Person, PersonDetails, RecoveryStatement},
    practice::{Practice, PracticePlan, PracticeResult},
    record::Recording,
    session::{
        Attendance, Depth, Phase, Recalled, SessionEntry, SessionRecord, SessionText, Skill,
        Technique,
    },
    settings::PrintSize,
};
use serde::Deserialize;
use store::{About, HandOff, Op, Store};

use crate::{
    App,
    error::{ApiError, ErrorCode, Result},
    notes,
};

mod run;
mod sheets;

pub use run::{SessionRun, run_session};
use sheets::SampleSheet;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Caseload {
    people: Vec<SamplePerson>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct SamplePerson {
    name: String,
    record_number: String,
    #[serde(default)]
    language: domain::Lang,
    #[serde(default)]
    print_size: PrintSize,
    #[serde(default)]
    track: Option<TrackId>,
    #[serde(default)]
    pace: Option<PaceId>,
    #[serde(default = "yes")]
    active: bool,
    started_days_ago: u64,
    #[serde(default)]
    next_in_days: Option<u64>,
    #[serde(default)]
    next_at: Option<NaiveTime>,
    #[serde(default)]
    statements: Vec<SampleStatement>,
    #[serde(default)]
    goals: Vec<SampleGoal>,
    #[serde(default)]
    sessions: Vec<SampleSession>,
    #[serde(default)]
    sheets: Vec<SampleSheet>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct SampleStatement {
    days_ago: u64,
    words: String,
    given: Given,
    #[serde(default)]
    chime: Vec<Chime>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct SampleGoal {
    set_days_ago: u64,
    words: String,
    why: String,
    #[serde(default)]
    status: GoalStatus,
    #[serde(default)]
    short_term: Vec<SampleShortTerm>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct SampleShortTerm {
    words: String,
    #[serde(default)]
    status: GoalStatus,
    steps: Vec<SampleStep>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct SampleStep {
    words: String,
    #[serde(default)]
    helper: String,
    #[serde(default)]
    by_in_days: Option<u64>,
    #[serde(default)]
    obstacle: String,
    #[serde(default)]
    status: GoalStatus,
    #[serde(default)]
    done_days_ago: Option<u64>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct SampleSession {
    days_ago: u64,
    at: NaiveTime,
    minutes: u32,
    #[serde(default)]
    place: String,
    #[serde(default)]
    attendance: Attendance,
    #[serde(default)]
    others_present: String,
    #[serde(default)]
    major_problem: Option<bool>,
    #[serde(default)]
    problem_words: String,
    #[serde(default)]
    problem_action: String,
    #[serde(default)]
    recalled: Option<Recalled>,
    #[serde(default)]
    recalled_words: String,
    #[serde(default)]
    practice_result: Option<PracticeResult>,
    #[serde(default)]
    what_happened: String,
    #[serde(default)]
    practice_obstacle: String,
    #[serde(default)]
    goal_review: Option<SampleReview>,
    #[serde(default)]
    agenda: String,
    #[serde(default)]
    person_item: String,
    #[serde(default)]
    topics: Vec<SampleTopic>,
    #[serde(default)]
    techniques: Vec<Technique>,
    #[serde(default)]
    skill: Option<Skill>,
    #[serde(default)]
    skill_words: String,
    #[serde(default)]
    skipped: Vec<Phase>,
    #[serde(default)]
    answers: Vec<SampleAnswer>,
    #[serde(default)]
    practice: Option<PracticePlan>,
    #[serde(default)]
    summary: String,
    #[serde(default)]
    next_plan: String,
    note: SampleNote,
    #[serde(default)]
    response: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct SampleReview {
    progress: Option<Progress>,
    #[serde(default)]
    done: String,
    #[serde(default)]
    obstacle: String,
    #[serde(default)]
    next_step: String,
    #[serde(default)]
    still_right: Option<bool>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct SampleTopic {
    topic: TopicId,
    depth: Depth,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct SampleAnswer {
    key: AnswerKey,
    value: AnswerValue,
}

#[derive(Deserialize, PartialEq, Eq)]
#[serde(rename_all = "camelCase")]
enum SampleNote {
    Signed,
    Draft,
    None,
}

fn yes() -> bool {
    true
}

/// Fills the open vault with the sample caseload, dated back from today, and marks it as a sample.
pub(crate) fn fill(app: &App) -> Result<()> {
    let caseload: Caseload = serde_json::from_str(include_str!("caseload.json"))
        .map_err(|e| ApiError::new(ErrorCode::Internal).with("what", e))?;
    app.with_store(|store| {
        for (person, colour) in caseload.people.into_iter().zip((0..8).cycle()) {
            Filler {
                app,
                store,
                today: app.now().day(),
            }
            .add(person, colour)?;
        }
        // Marks the vault as a sample, and ends undo: nobody should take a made-up person apart step by step.
        Ok(store.transact(Op::LoadSample, About::vault(), app.now(), |_| Ok(()))?)
    })
}

struct Filler<'a> {
    app: &'a App,
    store: &'a mut Store,
    today: NaiveDate,
}

impl Filler<'_> {
    fn ago(&self, days: u64) -> NaiveDate {
        self.today
            .checked_sub_days(Days::new(days))
            .unwrap_or(self.today)
    }

    fn ahead(&self, days: u64) -> NaiveDate {
        self.today
            .checked_add_days(Days::new(days))
            .unwrap_or(self.today)
    }

    /// The moment of a local time on a day, in today's zone.
    fn moment(&self, on: NaiveDate, at: NaiveTime) -> Timestamp {
        let now = self.app.now();
        let millis = NaiveDateTime::new(on, at).and_utc().timestamp_millis()
            - i64::from(now.offset) * 60_000;
        Timestamp {
            millis: millis.min(now.millis),
            offset: now.offset,
        }
    }

    fn add(&mut self, sample: SamplePerson, colour: u8) -> Result<()> {
        let id = PersonId::new(self.app.uuid());
        let started_on = self.ago(sample.started_days_ago);
        let added_at = self.moment(started_on, NaiveTime::MIN);
        let next_meeting = sample
            .next_in_days
            .map(|days| NaiveDateTime::new(self.ahead(days), sample.next_at.unwrap_or_default()));
        let person = Person {
            id,
            details: PersonDetails {
                preferred_name: sample.name,
                record_number: sample.record_number,
                language: sample.language,
                print_size: sample.print_size,
                course: "eleven-modules".into(),
                track: sample.track,
                pace: sample.pace,
                started_on,
                next_meeting,
                active: sample.active,
            },
            colour,
            added_at,
        };
        let statements: Vec<_> = sample
            .statements
            .into_iter()
            .map(|s| self.statement(s))
            .collect();
        let goals: Vec<_> = sample.goals.into_iter().map(|g| self.goal(g)).collect();
        self.store
            .transact(Op::AddPerson, About::person(id), added_at, |tx| {
                tx.save_person(&person)?;
                statements
                    .iter()
                    .try_for_each(|s| tx.add_statement(id, s))?;
                goals.iter().try_for_each(|g| tx.save_goal(id, g))
            })?;
        let goal = goals
            .iter()
            .find(|g| g.status == GoalStatus::Active)
            .map(|g| g.id);
        let mut open: Option<Practice> = None;
        let mut sessions = sample.sessions;
        sessions.sort_by_key(|s| std::cmp::Reverse(s.days_ago));
        for (session, number) in sessions.into_iter().zip(1..) {
            open = self.session(&person, session, number, goal, open)?;
        }
        for sheet in sample.sheets {
            self.sheet(&person, sheet)?;
        }
        // Saving sessions does not touch appointments, but the one agreed on above must be the last word.
        Ok(self
            .store
            .transact(Op::EditPerson, About::person(id), self.app.now(), |tx| {
                tx.save_person(&person)
            })?)
    }

    fn statement(&self, sample: SampleStatement) -> RecoveryStatement {
        let on = self.ago(sample.days_ago);
        RecoveryStatement {
            id: StatementId::new(self.app.uuid()),
            words: sample.words,
            given: sample.given,
            on,
            chime: sample.chime,
            recorded_at: self.moment(on, NaiveTime::from_hms_opt(11, 0, 0).unwrap_or_default()),
        }
    }

    fn goal(&self, sample: SampleGoal) -> Goal {
        let steps = |steps: Vec<SampleStep>| {
            steps
                .into_iter()
                .map(|s| Step {
                    id: StepId::new(self.app.uuid()),
                    words: s.words,
                    helper: s.helper,
                    by_when: s.by_in_days.map(|d| self.ahead(d)),
                    obstacle: s.obstacle,
                    status: s.status,
                    done_on: s.done_days_ago.map(|d| self.ago(d)),
                })
                .collect()
        };
        Goal {
            id: GoalId::new(self.app.uuid()),
            words: sample.words,
            why: sample.why,
            set_on: self.ago(sample.set_days_ago),
            status: sample.status,
            short_term: sample
                .short_term
                .into_iter()
                .map(|s| ShortTermGoal {
                    id: ShortTermGoalId::new(self.app.uuid()),
                    words: s.words,
                    status: s.status,
                    steps: steps(s.steps),
                })
                .collect(),
            reviews: Vec::new(),
        }
    }

    /// Puts one meeting through the same record as a real one; returns the promise it ended with.
    fn session(
        &mut self,
        person: &Person,
        sample: SampleSession,
        number: u32,
        goal: Option<GoalId>,
        open: Option<Practice>,
    ) -> Result<Option<Practice>> {
        let on = self.ago(sample.days_ago);
        let started = self.moment(on, sample.at);
        let mut record = SessionRecord::open(
            SessionId::new(self.app.uuid()),
            person.id,
            number,
            on,
            started,
        );
        let reviewed = open.as_ref().map(|p| p.id);
        record.practices_reviewed.extend(open.clone());
        for entry in entries(&sample, reviewed, goal) {
            let content = self.app.curriculum();
            let with = Recording {
                fresh_practice: PracticeId::new(self.app.uuid()),
                pack_version: &content.pack().version,
            };
            // A sample that the record refuses is a slip in caseload.json, and the test of this module finds it.
            record.record(entry, &with).map_err(|e| {
                ApiError::new(ErrorCode::Internal).with("what", format!("sample: {e:?}"))
            })?;
        }
        let closed = Timestamp {
            millis: started.millis + i64::from(sample.minutes) * 60_000,
            ..started
        };
        if sample.note != SampleNote::None || sample.days_ago > 0 {
            record.close(closed);
        }
        let content = self.app.curriculum();
        let version = &content.pack().version;
        self.store
            .transact(Op::CloseSession, About::person(person.id), closed, |tx| {
                tx.save_session(&record)?;
                sample.answers.iter().try_for_each(|a| {
                    tx.save_answer(person.id, Some(record.id), &a.key, Some(&a.value), version)
                })
            })?;
        if sample.note != SampleNote::None {
            self.note(person, &record, sample, closed)?;
        }
        let still_open =
            open.filter(|_| record.practices_reviewed.iter().all(|p| p.review.is_none()));
        Ok(record.practices_agreed.first().cloned().or(still_open))
    }

    fn hand_off(&mut self, person: PersonId, note: NoteId, at: Timestamp) -> Result<()> {
        let hand_off = HandOff {
            id: HandOffId::new(self.app.uuid()),
            note: Some(note),
            person: Some(person),
            what: "note".to_owned(),
            at,
            format: "pdf".to_owned(),
            to: String::new(),
        };
        let about = About::person(person);
        let entered = |tx: &mut store::Tx<'_>| tx.add_hand_off(&hand_off);
        Ok(self.store.transact(Op::HandOff, about, at, entered)?)
    }

    fn note(
        &mut self,
        person: &Person,
        record: &SessionRecord,
        sample: SampleSession,
        at: Timestamp,
    ) -> Result<()> {
        let mut note = Note {
            id: NoteId::new(self.app.uuid()),
            session: record.id,
            person: person.id,
            on: record.on,
            lang: self.app.settings().language,
            sections: notes::drafted(self.app, self.store, record)?,
            state: NoteState::Draft,
            addenda: Vec::new(),
        };
        for section in &mut note.sections {
            section.unconfirmed &= sample.note != SampleNote::Signed;
            if section.kind == NoteSectionKind::Response {
                section.judgement.clone_from(&sample.response);
            }
        }
        self.store
            .transact(Op::DraftNote, About::person(person.id), at, |tx| {
                tx.save_draft(&note)
            })?;
        if sample.note == SampleNote::Signed {
            let by = self.store.practitioner()?.signature();
            self.store
                .transact(Op::SignNote, About::person(person.id), at, |tx| {
                    tx.sign_note(note.id, &by, at)
                })?;
            if sample.days_ago > HANDED_OFF_AFTER_DAYS {
                self.hand_off(person.id, note.id, at)?;
            }
        }
        Ok(())
    }
}

/// Notes of sample meetings older than this have been handed over already, as they would be.
const HANDED_OFF_AFTER_DAYS: u64 = 10;

/// What was recorded in a sample meeting, entry by entry.
fn entries(
    sample: &SampleSession,
    reviewed: Option<PracticeId>,
    goal: Option<GoalId>,
) -> Vec<SessionEntry> {
    let mut entries = vec![SessionEntry::Attendance {
        attendance: sample.attendance.clone(),
    }];
    let texts = [
        (SessionText::Place, &sample.place),
        (SessionText::OthersPresent, &sample.others_present),
        (SessionText::ProblemWords, &sample.problem_words),
        (SessionText::ProblemAction, &sample.problem_action),
        (SessionText::RecalledWords, &sample.recalled_words),
        (SessionText::Agenda, &sample.agenda),
        (SessionText::PersonItem, &sample.person_item),
        (SessionText::SkillWords, &sample.skill_words),
        (SessionText::SummaryWords, &sample.summary),
        (SessionText::NextPlan, &sample.next_plan),
    ];
    entries.extend(texts.map(|(field, text)| SessionEntry::Words {
        field,
        text: text.clone(),
    }));
    entries.push(SessionEntry::MajorProblem {
        present: sample.major_problem,
    });
    entries.push(SessionEntry::Recalled {
        recalled: sample.recalled,
    });
    if let (Some(practice), Some(result)) = (reviewed, sample.practice_result) {
        entries.push(SessionEntry::PracticeResult {
            practice,
            result: Some(result),
        });
        let (what_happened, obstacle) = (
            sample.what_happened.clone(),
            sample.practice_obstacle.clone(),
        );
        entries.push(SessionEntry::PracticeReviewWords {
            practice,
            what_happened,
            obstacle,
        });
    }
    if let (Some(goal), Some(r)) = (goal, &sample.goal_review) {
        entries.push(SessionEntry::ReviewGoal {
            goal,
            progress: r.progress,
            done: r.done.clone(),
            obstacle: r.obstacle.clone(),
            next_step: r.next_step.clone(),
            still_right: r.still_right,
        });
    }
    entries.extend(sample.topics.iter().map(|t| SessionEntry::Topic {
        topic: t.topic.clone(),
        depth: Some(t.depth),
    }));
    entries.extend(
        sample
            .techniques
            .iter()
            .map(|&technique| SessionEntry::Technique {
                technique,
                used: true,
            }),
    );
    entries.push(SessionEntry::Skill {
        skill: sample.skill,
    });
    if let Some(plan) = &sample.practice {
        entries.push(SessionEntry::AgreePractice {
            practice: None,
            plan: PracticePlan {
                goal,
                ..plan.clone()
            },
        });
    }
    for phase in Phase::ALL
        .into_iter()
        .filter(|_| sample.attendance == Attendance::Present)
    {
        entries.push(SessionEntry::EnterPhase { phase });
        // Half of a sample meeting is its topic; only the proportions matter on screen.
        let share = if phase == Phase::Topic { 7 } else { 1 };
        entries.push(SessionEntry::SpendTime {
            seconds: sample.minutes * 60 * share / 14,
        });
        if sample.skipped.contains(&phase) {
            entries.push(SessionEntry::SkipPhase {
                phase,
                skipped: true,
            });
        }
    }
    entries
}
