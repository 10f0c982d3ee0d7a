//! One person's part in a meeting: the eight phases of the individual session (reference 3.1) and what was recorded in each.

use std::collections::BTreeSet;

use chrono::{NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{
    Edition, MeetingId, PersonId, PracticeId, SessionId, Timestamp, TopicId, goal::GoalReview,
    meeting::MeetingFormat, practice::Practice,
};

/// One step of the session, in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Phase {
    /// Greet each other; is there a major problem today?
    Arrive,
    /// What stayed from last time?
    LastTime,
    /// What became of the promise?
    PracticeReview,
    /// Where do the goals stand?
    Goals,
    /// What shall we do today?
    Agenda,
    /// One topic, discussed and practised.
    Topic,
    /// One small promise until next time.
    PracticePlan,
    /// Sum up, praise, agree on the next meeting.
    Close,
}

impl Phase {
    /// Every phase, in order.
    pub const ALL: [Self; 8] = [
        Self::Arrive,
        Self::LastTime,
        Self::PracticeReview,
        Self::Goals,
        Self::Agenda,
        Self::Topic,
        Self::PracticePlan,
        Self::Close,
    ];

    /// Returns the suggested minutes, from and to (reference 3.1).
    pub const fn minutes(self) -> (u8, u8) {
        match self {
            Self::Arrive | Self::LastTime | Self::Goals => (1, 3),
            Self::PracticeReview | Self::PracticePlan | Self::Close => (3, 5),
            Self::Agenda => (1, 2),
            Self::Topic => (30, 40),
        }
    }
}

/// What has become of a phase.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum PhaseState {
    /// Not opened yet.
    #[default]
    Ahead,
    /// Opened.
    Opened,
    /// Finished.
    Done,
    /// Left out on purpose; shown as such.
    Skipped,
}

/// A phase in a session.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PhaseRecord {
    /// Which.
    pub phase: Phase,
    /// What has become of it.
    pub state: PhaseState,
    /// Seconds spent in it so far.
    pub seconds: u32,
}

/// Everything recorded of one session. Empty and `None` mean that nobody said, never "no".
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SessionRecord {
    /// Names it.
    pub id: SessionId,
    /// Whose it is.
    pub person: PersonId,
    /// The meeting it is a part of.
    pub meeting: MeetingId,
    /// What kind of meeting that is.
    pub format: MeetingFormat,
    /// Counts the person's sessions, from 1.
    pub number: u32,
    /// The day of the meeting.
    pub on: NaiveDate,
    /// When it was opened.
    pub started_at: Timestamp,
    /// When it was closed; `None` while it can be resumed.
    pub closed_at: Option<Timestamp>,
    /// The minutes somebody said it took; `None` leaves it to what was counted.
    pub length_said: Option<u32>,
    /// Who came.
    pub attendance: Attendance,
    /// Where the meeting took place.
    pub place: String,
    /// Supporters and others who took part.
    pub others_present: String,
    /// Whether it is this person's turn to talk about their goals in a group's meeting.
    pub goal_turn: bool,
    /// The phases, always all eight.
    pub phases: Vec<PhaseRecord>,
    /// Where the session stands, so that a restart comes back to it.
    pub current: Phase,

    /// Phase 1. Whether there is a major problem today; `None` until asked.
    pub major_problem: Option<bool>,
    /// Phase 1. What it is.
    pub problem_words: String,
    /// Phase 1. What was done about it.
    pub problem_action: String,

    /// Phase 2. How much of last time the person remembered.
    pub recalled: Option<Recalled>,
    /// Phase 2. What they remembered, verbatim.
    pub recalled_words: String,

    /// Phase 3. Promises from before, with their reviews made in this session.
    pub practices_reviewed: Vec<Practice>,
    /// Phase 3. Why it was skipped, where somebody said.
    pub review_skipped: String,

    /// Phase 4. What was said of each goal.
    pub goal_reviews: Vec<GoalReview>,

    /// Phase 5. What was planned.
    pub agenda: String,
    /// Phase 5. The person's own item.
    pub person_item: String,

    /// Phase 6. Topics opened, in order.
    pub topics: Vec<TopicCovered>,
    /// Phase 6. Techniques actually used; ticked by hand, never preset.
    pub techniques: BTreeSet<Technique>,
    /// Phase 6. The evidence-based skill that was taught.
    pub skill: Option<Skill>,
    /// Phase 6. The skill by name.
    pub skill_words: String,

    /// Phase 7. Promises made in this session.
    pub practices_agreed: Vec<Practice>,
    /// Phase 7. Why it was skipped, where somebody said.
    pub plan_skipped: String,

    /// Phase 8. The person's own summary, verbatim.
    pub summary_words: String,
    /// Phase 8. What was planned for next time.
    pub next_plan: String,
    /// Phase 8. The next appointment, local time.
    pub next_meeting: Option<NaiveDateTime>,
}

/// Who came.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "camelCase")]
pub enum Attendance {
    /// The person came.
    #[default]
    Present,
    /// It was called off.
    Cancelled {
        /// Why; may be empty.
        reason: String,
    },
    /// The person did not come.
    NoShow {
        /// Why, if it is known; may be empty.
        #[serde(default)]
        reason: String,
    },
    /// It was moved to another time.
    Moved {
        /// Why; may be empty.
        reason: String,
    },
}

/// How much of last time was remembered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Recalled {
    /// Well.
    Well,
    /// Partly.
    Partly,
    /// Not.
    Not,
}

/// A topic as it was met in a session.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TopicCovered {
    /// The topic.
    pub topic: TopicId,
    /// The pack that supplied the page, and its version.
    #[serde(flatten)]
    pub edition: Edition,
    /// How far it was covered.
    pub depth: Depth,
}

/// How far a topic was covered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Depth {
    /// Opened and looked at.
    Opened,
    /// Begun; to be gone on with.
    Partly,
    /// Covered.
    Covered,
}

/// The three families of teaching technique.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum TechniqueFamily {
    /// Motivational.
    Motivational,
    /// Educational.
    Educational,
    /// Cognitive-behavioural.
    CognitiveBehavioural,
}

/// A technique that can be ticked (reference 4.11, items 6 to 8).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Technique {
    /// Motivational: connect information and skills with personal goals.
    ConnectWithGoals,
    /// Motivational: promote hope and positive expectations.
    PromoteHope,
    /// Motivational: explore pros and cons of change.
    ProsAndCons,
    /// Motivational: reframe experiences in a positive light.
    Reframe,
    /// Motivational: explore past success.
    PastSuccess,
    /// Motivational: reflect ambivalence.
    ReflectAmbivalence,
    /// Educational: interactive teaching.
    InteractiveTeaching,
    /// Educational: break into small pieces.
    SmallPieces,
    /// Educational: check understanding.
    CheckUnderstanding,
    /// Educational: review earlier material.
    ReviewMaterial,
    /// Cognitive-behavioural: reinforcement.
    Reinforcement,
    /// Cognitive-behavioural: shaping.
    Shaping,
    /// Cognitive-behavioural: modelling.
    Modelling,
    /// Cognitive-behavioural: role play.
    RolePlay,
    /// Cognitive-behavioural: cognitive restructuring.
    CognitiveRestructuring,
    /// Cognitive-behavioural: relaxation training.
    Relaxation,
    /// Cognitive-behavioural: step-by-step problem solving.
    ProblemSolving,
    /// Cognitive-behavioural: exposure in small steps.
    GradedExposure,
}

impl Technique {
    /// Every technique, by family.
    pub const ALL: [Self; 18] = [
        Self::ConnectWithGoals,
        Self::PromoteHope,
        Self::ProsAndCons,
        Self::Reframe,
        Self::PastSuccess,
        Self::ReflectAmbivalence,
        Self::InteractiveTeaching,
        Self::SmallPieces,
        Self::CheckUnderstanding,
        Self::ReviewMaterial,
        Self::Reinforcement,
        Self::Shaping,
        Self::Modelling,
        Self::RolePlay,
        Self::CognitiveRestructuring,
        Self::Relaxation,
        Self::ProblemSolving,
        Self::GradedExposure,
    ];

    /// Returns the family it belongs to.
    pub const fn family(self) -> TechniqueFamily {
        match self {
            Self::ConnectWithGoals
            | Self::PromoteHope
            | Self::ProsAndCons
            | Self::Reframe
            | Self::PastSuccess
            | Self::ReflectAmbivalence => TechniqueFamily::Motivational,
            Self::InteractiveTeaching
            | Self::SmallPieces
            | Self::CheckUnderstanding
            | Self::ReviewMaterial => TechniqueFamily::Educational,
            Self::Reinforcement
            | Self::Shaping
            | Self::Modelling
            | Self::RolePlay
            | Self::CognitiveRestructuring
            | Self::Relaxation
            | Self::ProblemSolving
            | Self::GradedExposure => TechniqueFamily::CognitiveBehavioural,
        }
    }
}

/// The evidence-based skill taught (reference 4.11, item 9).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Skill {
    /// A coping skill for symptoms.
    Coping,
    /// A relapse prevention skill.
    RelapsePrevention,
    /// Behavioural tailoring for medication.
    BehaviouralTailoring,
    /// A social skill.
    Social,
}

/// One thing recorded in a session. Each sets one fact, so the last one said is the one that counts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(
    tag = "kind",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum SessionEntry {
    /// The session moved to a phase; the one it left becomes done unless it was skipped.
    EnterPhase {
        /// Where to.
        phase: Phase,
    },
    /// A phase was left out on purpose, or taken up after all.
    SkipPhase {
        /// Which.
        phase: Phase,
        /// Left out, or not.
        skipped: bool,
    },
    /// Time went by in the current phase.
    SpendTime {
        /// Seconds to add.
        seconds: u32,
    },
    /// Who came.
    Attendance {
        /// Who.
        attendance: Attendance,
    },
    /// Whether it is this person's turn in a group, to talk about their goals.
    GoalTurn {
        /// Theirs or not.
        theirs: bool,
    },
    /// Whether there is a major problem.
    MajorProblem {
        /// The answer; `None` takes it back.
        present: Option<bool>,
    },
    /// How much was remembered.
    Recalled {
        /// How much; `None` takes it back.
        recalled: Option<Recalled>,
    },
    /// Words in one of the session's text fields.
    Words {
        /// Which field.
        field: SessionText,
        /// The words, verbatim.
        text: String,
    },
    /// How far an earlier promise was done.
    PracticeResult {
        /// Which promise.
        practice: PracticeId,
        /// How far; `None` takes it back.
        result: Option<crate::practice::PracticeResult>,
    },
    /// What became of an earlier promise, in words.
    PracticeReviewWords {
        /// Which promise.
        practice: PracticeId,
        /// What happened.
        what_happened: String,
        /// What it did for the person.
        #[serde(default)]
        effect: String,
        /// What got in the way.
        obstacle: String,
        /// Praise, and what comes next.
        #[serde(default)]
        next_time: String,
    },
    /// A kind of thing got in the way of an earlier promise, or did not after all.
    PracticeObstacle {
        /// Which promise.
        practice: PracticeId,
        /// Which kind.
        obstacle: crate::practice::ObstacleKind,
        /// It did, or not.
        met: bool,
    },
    /// What was said of a goal; the session and day are filled in.
    ReviewGoal {
        /// Which goal.
        goal: crate::GoalId,
        /// How far it has come.
        progress: Option<crate::goal::Progress>,
        /// How that compares with what was hoped for.
        #[serde(default)]
        attainment: Option<crate::goal::Attainment>,
        /// What was done.
        done: String,
        /// What got in the way.
        obstacle: String,
        /// The next small step.
        next_step: String,
        /// Whether it is still the right goal.
        still_right: Option<bool>,
    },
    /// A topic was opened, or covered to a depth.
    Topic {
        /// Which topic.
        topic: TopicId,
        /// How far; `None` takes it off the session.
        depth: Option<Depth>,
    },
    /// A technique was used, or not after all.
    Technique {
        /// Which.
        technique: Technique,
        /// Used or not.
        used: bool,
    },
    /// Which kind of skill was taught.
    Skill {
        /// Which kind; `None` takes it back.
        skill: Option<Skill>,
    },
    /// A promise was made or changed.
    AgreePractice {
        /// Which; `None` makes a new one.
        practice: Option<PracticeId>,
        /// What was agreed.
        plan: crate::practice::PracticePlan,
    },
    /// A promise made in this session was taken back.
    DropPractice {
        /// Which.
        practice: PracticeId,
    },
    /// The next appointment.
    NextMeeting {
        /// When, local time.
        at: Option<NaiveDateTime>,
    },
    /// How long the meeting took; can still be said when it is closed.
    Length {
        /// Minutes; `None` goes back to what was counted.
        minutes: Option<u32>,
    },
}

/// A text field of the session.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum SessionText {
    /// Where it takes place.
    Place,
    /// Who else is here.
    OthersPresent,
    /// What the major problem is.
    ProblemWords,
    /// What was done about it.
    ProblemAction,
    /// What was remembered.
    RecalledWords,
    /// Why no promise was looked at.
    ReviewSkipped,
    /// What is planned.
    Agenda,
    /// The person's own item.
    PersonItem,
    /// The skill by name.
    SkillWords,
    /// Why nothing was planned to practise.
    PlanSkipped,
    /// The person's own summary.
    SummaryWords,
    /// What is planned for next time.
    NextPlan,
}
