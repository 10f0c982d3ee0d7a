//! A made-up person's session to change line by line, and how sections are shown in a snapshot.

use chrono::NaiveDate;
use domain::{
    CourseId, Edition, Lang, Timestamp, TopicId,
    goal::{Goal, GoalReview, GoalStatus, Progress, ShortTermGoal, Step},
    meeting::MeetingFormat,
    note::{NoteFormat, NoteSection},
    person::{Given, Person, PersonDetails, RecoveryStatement},
    practice::{Practice, PracticePlan, PracticeResult, PracticeReview},
    session::{
        Attendance, Depth, Phase, PhaseRecord, PhaseState, Recalled, SessionRecord, Skill,
        Technique, TopicCovered,
    },
    settings::PrintSize,
};
use note::{Quoted, Recorded, draft};

pub struct Case {
    pub record: SessionRecord,
    pub person: Person,
    pub goals: Vec<Goal>,
    pub statements: Vec<RecoveryStatement>,
    pub answers: Vec<Quoted>,
    pub lang: Lang,
    pub format: NoteFormat,
}

/// An id of any kind, told apart by its last digits.
pub fn id<T: std::str::FromStr>(n: u32) -> T
where
    T::Err: std::fmt::Debug,
{
    format!("018f0000-0000-7000-8000-{n:012}").parse().unwrap()
}

pub fn on(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

/// A moment on 21 November 2026, in central European winter time.
pub fn at(hour: i64, minute: i64) -> Timestamp {
    let midnight = 1_795_215_600_000;
    Timestamp {
        millis: midnight + (hour * 60 + minute) * 60_000,
        offset: 60,
    }
}

impl Case {
    /// A session that was opened and nothing else.
    pub fn empty() -> Self {
        let record = SessionRecord {
            id: id(1),
            person: id(2),
            meeting: id(3),
            format: MeetingFormat::OneToOne,
            number: 4,
            on: on(2026, 11, 21),
            started_at: at(10, 0),
            closed_at: None,
            length_said: None,
            attendance: Attendance::Present,
            place: String::new(),
            others_present: String::new(),
            goal_turn: false,
            phases: Phase::ALL
                .map(|phase| PhaseRecord {
                    phase,
                    state: PhaseState::Ahead,
                    seconds: 0,
                })
                .to_vec(),
            current: Phase::Arrive,
            major_problem: None,
            problem_words: String::new(),
            problem_action: String::new(),
            recalled: None,
            recalled_words: String::new(),
            practices_reviewed: Vec::new(),
            review_skipped: String::new(),
            goal_reviews: Vec::new(),
            agenda: String::new(),
            person_item: String::new(),
            topics: Vec::new(),
            techniques: Default::default(),
            skill: None,
            skill_words: String::new(),
            practices_agreed: Vec::new(),
            plan_skipped: String::new(),
            summary_words: String::new(),
            next_plan: String::new(),
            next_meeting: None,
        };
        let person = Person {
            id: id(2),
            details: PersonDetails {
                preferred_name: "Maria H.".into(),
                record_number: "0417".into(),
                language: Lang::En,
                print_size: PrintSize::Normal,
                course: CourseId::from("eleven-modules"),
                track: None,
                pace: None,
                started_on: on(2026, 10, 3),
                next_meeting: None,
                active: true,
            },
            colour: 3,
            added_at: at(9, 0),
        };
        Self {
            record,
            person,
            goals: vec![goal()],
            statements: Vec::new(),
            answers: Vec::new(),
            lang: Lang::En,
            format: NoteFormat::Imr,
        }
    }

    /// A session in which everything that can be recorded was.
    pub fn full() -> Self {
        let mut case = Self::empty();
        let record = &mut case.record;
        for phase in &mut record.phases {
            phase.state = PhaseState::Done;
        }
        record.others_present = "Ann (sister)".into();
        record.major_problem = Some(false);
        record.recalled = Some(Recalled::Partly);
        record.recalled_words = "That recovery is mine to say.".into();
        record.practices_reviewed = vec![Practice {
            review: Some(PracticeReview {
                result: Some(PracticeResult::Partly),
                what_happened: "We walked once. It rained the other day.".into(),
                obstacle: "rain".into(),
                ..PracticeReview::blank(record.id, record.on)
            }),
            ..promise(11, "walk with Ann twice")
        }];
        record.goal_reviews = vec![GoalReview {
            session: record.id,
            goal: id(21),
            on: record.on,
            number: 1,
            progress: Some(Progress::Some),
            attainment: None,
            done: "looked up two music shops".into(),
            obstacle: String::new(),
            next_step: "call the shop on Main Street".into(),
            still_right: Some(true),
        }];
        record.agenda = "promise, goal, topic 1.2".into();
        record.person_item = "My sleep.".into();
        record.topics = vec![
            TopicCovered {
                topic: TopicId::from("what-helps"),
                edition: edition(),
                depth: Depth::Covered,
            },
            TopicCovered {
                topic: TopicId::from("loose"),
                edition: edition(),
                depth: Depth::Opened,
            },
        ];
        record.techniques = [
            Technique::RolePlay,
            Technique::ConnectWithGoals,
            Technique::CheckUnderstanding,
            Technique::PromoteHope,
        ]
        .into();
        record.skill = Some(Skill::Coping);
        record.skill_words = "slow breathing".into();
        record.practices_agreed = vec![Practice {
            agreed_in: record.id,
            agreed_on: record.on,
            plan: PracticePlan {
                what: "call the shop".into(),
                when: "Monday after breakfast".into(),
                place: "at home".into(),
                with_whom: "Ann".into(),
                confidence: Some(7),
                obstacle: "losing nerve; Ann dials".into(),
                goal: Some(id(21)),
                topic: Some(TopicId::from("what-helps")),
                ..PracticePlan::default()
            },
            ..promise(12, "")
        }];
        record.summary_words = "I know one thing that helps.".into();
        record.next_plan = "topic 1.3".into();
        record.next_meeting = on(2026, 11, 28).and_hms_opt(10, 0, 0);
        case.statements = vec![RecoveryStatement {
            id: id(31),
            words: "Getting my mornings back.".into(),
            given: Given::Said,
            on: on(2026, 11, 21),
            chime: Vec::new(),
            recorded_at: at(10, 20),
        }];
        case.goals.push(Goal {
            id: id(22),
            words: "Cook for my niece.".into(),
            why: "She asked me.".into(),
            set_on: on(2026, 11, 21),
            short_term: vec![ShortTermGoal {
                id: id(23),
                words: "one dish I trust".into(),
                status: GoalStatus::Active,
                started_on: None,
                done_on: None,
                steps: vec![Step {
                    id: id(24),
                    words: "choose a dish".into(),
                    helper: "Ann".into(),
                    by_when: Some(on(2026, 11, 24)),
                    resources: String::new(),
                    obstacle: String::new(),
                    status: GoalStatus::Active,
                    done_on: None,
                }],
            }],
            ..goal()
        });
        case.answers = vec![Quoted {
            prompt: "What does a good ordinary day look like for you?".into(),
            words: "Coffee before noon.\nMusic.".into(),
        }];
        case
    }

    pub fn draft(&self) -> Vec<NoteSection> {
        let recorded = Recorded {
            record: &self.record,
            person: &self.person,
            goals: &self.goals,
            statements: &self.statements,
            answers: &self.answers,
            topic_title: &|topic| match topic.as_str() {
                "what-helps" => "What helps in recovery".into(),
                other => other.to_owned(),
            },
            module_of: &|topic| match topic.as_str() {
                "what-helps" => "Recovery Strategies".into(),
                _ => String::new(),
            },
            lang: self.lang,
        };
        draft(&recorded, self.format)
    }

    /// The draft as a snapshot: sections with text, in order; what every draft must be is checked on the way.
    pub fn shown(&self) -> String {
        let sections = self.draft();
        assert_eq!(
            sections
                .iter()
                .map(|section| section.kind)
                .collect::<Vec<_>>(),
            self.format.sections()
        );
        for section in &sections {
            assert_eq!(section.drafted, section.text);
            assert_eq!(section.judgement, "", "a judgement was drafted");
        }
        let shown: Vec<_> = sections
            .iter()
            .filter(|section| !section.text.is_empty())
            .map(|section| {
                let mark = if section.unconfirmed {
                    " (unconfirmed)"
                } else {
                    ""
                };
                format!("[{:?}]{mark}\n{}", section.kind, section.text)
            })
            .collect();
        shown.join("\n")
    }
}

fn goal() -> Goal {
    Goal {
        id: id(21),
        words: "Play in a band.".into(),
        why: "Music is when I am me.".into(),
        set_on: on(2026, 10, 3),
        status: GoalStatus::Active,
        ended_on: None,
        reason: String::new(),
        instead_of: None,
        modules: Vec::new(),
        short_term: Vec::new(),
        reviews: Vec::new(),
    }
}

/// A promise made on 14 November that nobody has reviewed.
pub fn promise(n: u32, what: &str) -> Practice {
    Practice {
        id: id(n),
        agreed_in: id(9),
        agreed_on: on(2026, 11, 14),
        plan: PracticePlan {
            what: what.into(),
            ..PracticePlan::default()
        },
        review: None,
    }
}

/// The pack that the pages of every case come from.
pub fn edition() -> Edition {
    Edition {
        pack: "imr".into(),
        pack_version: "0.1.0".into(),
    }
}
