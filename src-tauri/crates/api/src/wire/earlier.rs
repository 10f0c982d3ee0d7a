//! How a text read before.

use domain::{
    AnswerKey, GoalId, NoteId, PersonId, PracticeId, SessionId, ShortTermGoalId, StepId,
    SupporterId, Timestamp, note::NoteSectionKind,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What a text is a part of.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(
    tag = "kind",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum TextPlace {
    /// Something written down in a session.
    Session {
        /// Which.
        session: SessionId,
    },
    /// What was said of a goal in a session.
    GoalReview {
        /// In which.
        session: SessionId,
        /// Of which.
        goal: GoalId,
    },
    /// A recovery goal.
    Goal {
        /// Which.
        goal: GoalId,
    },
    /// A short-term goal.
    ShortTermGoal {
        /// Which.
        goal: ShortTermGoalId,
    },
    /// A step.
    Step {
        /// Which.
        step: StepId,
    },
    /// A promise.
    Practice {
        /// Which.
        practice: PracticeId,
    },
    /// What became of a promise.
    PracticeReview {
        /// Of which.
        practice: PracticeId,
    },
    /// A supporter.
    Supporter {
        /// Which.
        supporter: SupporterId,
    },
    /// An answer.
    Answer {
        /// To what.
        key: AnswerKey,
    },
    /// A section of a note.
    Section {
        /// Of which.
        note: NoteId,
        /// Which.
        section: NoteSectionKind,
    },
}

asks! {
    /// Asks how a text read before.
    AskEarlier {
        /// Whose record it stands in.
        person: PersonId,
        /// What it is a part of.
        place: TextPlace,
        /// Which text of it, as the page names the field; nothing else for an answer.
        field: String,
    }
}

views! {
    /// How a text read before.
    EarlierTexts {
        /// The newest first; what stands there now is not among them.
        versions: Vec<EarlierText>,
    }
    /// A version.
    EarlierText {
        /// The words, to the letter.
        words: String,
        /// When something else took their place.
        until: Timestamp,
    }
}
