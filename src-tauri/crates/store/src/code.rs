//! The texts that stand for enum values in the database. They never change once released.
//!
//! They are listed here and not derived from the wire names, so that renaming a variant for the page cannot change what
//! lies in a vault.

use domain::{
    Lang,
    ending::BoosterOutcome,
    event::EventKind,
    goal::{Attainment, GoalStatus, Progress},
    meeting::{MeetingFormat, Role},
    note::{AddendumKind, NoteFormat, NoteSectionKind},
    outcome::Missing,
    person::{Chime, Given},
    practice::{ObstacleKind, PracticeResult},
    session::{Depth, Phase, PhaseState, Recalled, Skill, Technique},
    settings::PrintSize,
    supervision::SupervisionKind,
    supporter::{ConsentItem, ContactHow},
};

use crate::engine::finding::FindingKind;

/// A value that is kept as a short text.
pub(crate) trait Code: Sized + 'static {
    /// Every value there is.
    const ALL: &'static [Self];
    fn code(self) -> &'static str;
    fn from_code(code: &str) -> Option<Self>;
}

macro_rules! codes {
    ($($type:ident { $($variant:ident = $code:literal,)* })*) => {$(
        impl Code for $type {
            const ALL: &'static [Self] = &[$(Self::$variant),*];
            fn code(self) -> &'static str {
                match self { $(Self::$variant => $code,)* }
            }
            fn from_code(code: &str) -> Option<Self> {
                match code { $($code => Some(Self::$variant),)* _ => None }
            }
        }
    )*};
}
pub(crate) use codes;

codes! {
    Lang { En = "en", Da = "da", Nb = "nb", }
    PrintSize { Normal = "normal", Medium = "medium", Large = "large", }
    Given { Said = "said", Written = "written", }
    Chime {
        Connectedness = "connectedness", Hope = "hope", Identity = "identity", Meaning = "meaning",
        Empowerment = "empowerment",
    }
    GoalStatus { Active = "active", Achieved = "achieved", Changed = "changed", Dropped = "dropped", }
    Progress {
        NotStarted = "not-started", Some = "some", Most = "most", Achieved = "achieved", Changed = "changed",
        Dropped = "dropped",
    }
    Attainment {
        MuchLess = "much-less", Less = "less", Expected = "expected", More = "more", MuchMore = "much-more",
    }
    ObstacleKind {
        Forgot = "forgot", NoTime = "no-time", TooHard = "too-hard", Unwell = "unwell", DidNotWant = "did-not-want",
        CameUp = "came-up", Other = "other",
    }
    PracticeResult { Done = "done", Partly = "partly", NotDone = "not-done", Changed = "changed", }
    Phase {
        Arrive = "arrive", LastTime = "last-time", PracticeReview = "practice-review", Goals = "goals",
        Agenda = "agenda", Topic = "topic", PracticePlan = "practice-plan", Close = "close",
    }
    PhaseState { Ahead = "ahead", Opened = "opened", Done = "done", Skipped = "skipped", }
    Recalled { Well = "well", Partly = "partly", Not = "not", }
    Depth { Opened = "opened", Partly = "partly", Covered = "covered", }
    Skill {
        Coping = "coping", RelapsePrevention = "relapse-prevention", BehaviouralTailoring = "behavioural-tailoring",
        Social = "social",
    }
    Technique {
        ConnectWithGoals = "connect-with-goals", PromoteHope = "promote-hope", ProsAndCons = "pros-and-cons",
        Reframe = "reframe", PastSuccess = "past-success", ReflectAmbivalence = "reflect-ambivalence",
        InteractiveTeaching = "interactive-teaching", SmallPieces = "small-pieces",
        CheckUnderstanding = "check-understanding", ReviewMaterial = "review-material",
        Reinforcement = "reinforcement", Shaping = "shaping", Modelling = "modelling", RolePlay = "role-play",
        CognitiveRestructuring = "cognitive-restructuring", Relaxation = "relaxation",
        ProblemSolving = "problem-solving", GradedExposure = "graded-exposure",
    }
    BoosterOutcome { Held = "held", LetGo = "let-go", }
    SupervisionKind {
        Supervision = "supervision", Course = "course", Training = "training", Observed = "observed",
    }
    MeetingFormat { OneToOne = "one-to-one", Group = "group", WithSupporters = "with-supporters", }
    Role { Clinician = "clinician", Peer = "peer", Student = "student", CoSigner = "co-signer", }
    AddendumKind { Addition = "addition", CoSignature = "co-signature", }
    ConsentItem {
        Goals = "goals", Practices = "practices", Handouts = "handouts", RelapsePlan = "relapse-plan", Signs = "signs",
        Medicines = "medicines", Attendance = "attendance", Notes = "notes", Sessions = "sessions", Crisis = "crisis",
    }
    ContactHow { Met = "met", Called = "called", Wrote = "wrote", }
    EventKind {
        Admission = "admission", Emergency = "emergency", Contact = "contact", Work = "work", Study = "study",
        Role = "role",
    }
    Missing {
        Refused = "refused", NotAsked = "not-asked", NotApplicable = "not-applicable", Unreadable = "unreadable",
        NotReached = "not-reached",
    }
    NoteFormat { Imr = "imr", Dap = "dap", Birp = "birp", Soap = "soap", Peer = "peer", }
    FindingKind {
        SavesMissing = "saves-missing", Forked = "forked", HeadGone = "head-gone", HeadUnreadable = "head-unreadable",
        HeadOfAnother = "head-of-another", OldHeader = "old-header", PassphraseUnfinished = "passphrase-unfinished",
        Schema = "schema",
    }
    NoteSectionKind {
        Attendance = "attendance", TreatmentPlanGoal = "treatment-plan-goal", RecoveryGoal = "recovery-goal",
        PracticeReviewed = "practice-reviewed", Motivational = "motivational", Educational = "educational",
        CognitiveBehavioural = "cognitive-behavioural", Skill = "skill", PracticeAgreed = "practice-agreed",
        Response = "response", Risk = "risk", Plan = "plan", Data = "data", Assessment = "assessment",
        NextSteps = "next-steps", Behaviour = "behaviour", Intervention = "intervention", Subjective = "subjective",
        Objective = "objective", PlainMeeting = "plain-meeting", PlainSince = "plain-since", PlainGoals = "plain-goals",
        PlainDone = "plain-done", PlainWords = "plain-words", PlainNext = "plain-next",
    }
}

// An answered yes-or-no question, which can also be unanswered.
impl Code for bool {
    const ALL: &'static [Self] = &[false, true];
    fn code(self) -> &'static str {
        if self { "yes" } else { "no" }
    }
    fn from_code(code: &str) -> Option<Self> {
        match code {
            "yes" => Some(true),
            "no" => Some(false),
            _ => None,
        }
    }
}

/// Returns the text of an optional value; nothing said is the empty text.
pub(crate) fn opt_code<T: Code>(value: Option<T>) -> &'static str {
    value.map_or("", T::code)
}

/// Returns the texts of several values, parted by spaces.
pub(crate) fn codes_of<'v, T: Code + Copy>(values: impl IntoIterator<Item = &'v T>) -> String {
    let codes: Vec<&str> = values.into_iter().map(|value| value.code()).collect();
    codes.join(" ")
}
