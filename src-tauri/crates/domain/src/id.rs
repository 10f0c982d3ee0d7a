//! Identifiers. Runtime ids are UUIDv7, content ids are slugs that never change once shipped.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

macro_rules! runtime_ids {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
        #[ts(as = "String")]
        pub struct $name(Uuid);

        impl $name {
            /// Wraps a UUIDv7 made by the caller's id source.
            pub const fn new(uuid: Uuid) -> Self { Self(uuid) }
            /// Returns the UUID inside.
            pub const fn uuid(self) -> Uuid { self.0 }
        }
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { self.0.fmt(f) }
        }
        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { write!(f, "{}({})", stringify!($name), self.0) }
        }
        impl FromStr for $name {
            type Err = uuid::Error;
            fn from_str(s: &str) -> Result<Self, Self::Err> { s.parse().map(Self) }
        }
    )*};
}

runtime_ids! {
    /// One person in the caseload.
    PersonId;
    /// One version of a person's recovery statement.
    StatementId;
    /// A long-term recovery goal.
    GoalId;
    /// A short-term goal under a recovery goal.
    ShortTermGoalId;
    /// One step under a short-term goal.
    StepId;
    /// Somebody who meets people and signs.
    PractitionerId;
    /// A date, a place and those who lead it.
    MeetingId;
    /// A group that meets again and again.
    SeriesId;
    /// One person's part in a meeting.
    SessionId;
    /// One agreed piece of home practice.
    PracticeId;
    /// A session note.
    NoteId;
    /// An addition to a signed note.
    AddendumId;
    /// One filled copy of a form, or of a worksheet that can be filled many times, such as the problem-solving sheet.
    SheetId;
    /// Somebody on a person's side.
    SupporterId;
    /// One consent of a person's about a supporter.
    ConsentId;
    /// One contact with a supporter.
    ContactId;
    /// A copy of a plan that somebody holds.
    PlanCopyId;
    /// A day on which a plan was gone through.
    RehearsalId;
    /// A dated event of a person's.
    EventId;
    /// An export that left the vault.
    HandOffId;
    /// A phrase the practitioner keeps for notes.
    SnippetId;
    /// A course that came to its end.
    EndingId;
    /// A meeting some time after the end of a course.
    BoosterId;
    /// A meeting of supervision or training.
    SupervisionId;
}

macro_rules! content_ids {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
        #[ts(as = "String")]
        pub struct $name(String);

        impl $name {
            /// Wraps a slug. Content is checked by `curriculum`; other callers pass on what they were given.
            pub fn new(slug: impl Into<String>) -> Self { Self(slug.into()) }
            /// Returns the slug.
            pub fn as_str(&self) -> &str { &self.0 }
        }
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { f.write_str(&self.0) }
        }
        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { write!(f, "{:?}", self.0) }
        }
        impl From<&str> for $name {
            fn from(slug: &str) -> Self { Self(slug.to_owned()) }
        }
    )*};
}

content_ids! {
    /// A versioned set of content.
    PackId;
    /// An ordered choice of modules.
    CourseId;
    /// How often somebody meets in a course.
    PaceId;
    /// A plan of what is measured, and when.
    OutcomePlanId;
    /// One thing that an outcome plan measures; unique inside the plan.
    MeasureId;
    /// One time at which an outcome plan measures; unique inside the plan.
    OccasionId;
    /// One module of the curriculum.
    ModuleId;
    /// One of several ways through a module, such as that of one diagnosis.
    TrackId;
    /// A page of its own, a topic or a form; unique among all installed packs.
    TopicId;
    /// An interactive block; unique inside its topic.
    BlockId;
    /// A field, row or item; unique inside its block.
    FieldId;
    /// A choice, level or column; unique inside its block.
    OptionId;
}
