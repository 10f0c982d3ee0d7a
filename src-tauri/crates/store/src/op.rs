//! What a user can do to a vault, by the names that stand in the audit trail for good.

use domain::PersonId;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::code::{Code, codes};

/// One action of a user, or of the program on the user's behalf.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Op {
    /// The vault was made.
    CreateVault,
    /// The vault was opened with the passphrase.
    OpenVault,
    /// The vault was opened with the recovery code.
    OpenWithRecoveryCode,
    /// A newer program brought the schema up to date.
    Migrate,
    /// The passphrase was changed.
    ChangePassphrase,
    /// The PIN of the turned screen was set.
    SetPin,
    /// The practitioner's name or title was saved.
    SavePractitioner,
    /// A phrase for notes was kept, changed or taken out.
    SaveSnippet,
    /// The sample caseload was put in.
    LoadSample,
    /// Who leads a meeting was said.
    LeadMeeting,
    /// A group was started, or what is known of it was changed.
    SaveGroup,
    /// Somebody came into a group or left it.
    SaveMember,
    /// A group's meeting was opened.
    OpenGroupMeeting,
    /// The plan of a group's meeting was changed.
    PlanGroupMeeting,
    /// A group's meeting begun by mistake was taken away.
    DiscardGroupMeeting,
    /// A person was added.
    AddPerson,
    /// People were brought in from a table.
    AddPeople,
    /// A person's details were changed.
    EditPerson,
    /// A new version of the recovery statement was written down.
    AddStatement,
    /// A goal was set or changed.
    SaveGoal,
    /// A supporter was added, or what is known of one was changed.
    SaveSupporter,
    /// A consent about a supporter was written down.
    GiveConsent,
    /// A consent was withdrawn.
    WithdrawConsent,
    /// A contact with a supporter was written down.
    AddContact,
    /// A course came to its end, or what was written about that was changed.
    EndCourse,
    /// A booster was planned, changed or taken out.
    PlanBooster,
    /// A meeting of supervision or training was entered, changed or taken out.
    SaveSupervision,
    /// Something was said about one's own work.
    AnswerMirror,
    /// A session was begun.
    StartSession,
    /// Something was recorded in a session.
    RecordSession,
    /// A session moved to another phase, or time went by in it; nothing to take back.
    MoveInSession,
    /// A session was closed.
    CloseSession,
    /// A closed session was taken up again.
    ReopenSession,
    /// A session begun by mistake was taken away with all that was recorded in it.
    DiscardSession,
    /// Somebody said what became of a meeting whose day went by without a session.
    SayWhatHappened,
    /// A field of a handout was answered.
    Answer,
    /// A new copy of a form or worksheet was begun.
    AddSheet,
    /// Somebody was given a copy of a plan, or gave it back.
    SavePlanCopy,
    /// A plan was gone through.
    AddRehearsal,
    /// The day on which a plan is to be looked at again was set.
    SetReviewDay,
    /// A dated event was written down or changed.
    SaveEvent,
    /// A dated event was taken away.
    TakeAwayEvent,
    /// A person was given an outcome plan, or its first day was changed.
    FollowPlan,
    /// An outcome plan was taken away from a person.
    LeavePlan,
    /// A value of an outcome plan was keyed in, changed or taken away.
    Measure,
    /// A draft note was made or changed.
    DraftNote,
    /// A note was signed.
    SignNote,
    /// A signed note was added to.
    AddAddendum,
    /// A second practitioner signed a signed note.
    CoSignNote,
    /// Something left the vault.
    HandOff,
    /// A backup was made.
    BackUp,
    /// The vault was restored from a backup.
    Restore,
    /// A new data key was made and everything encrypted with it.
    NewKey,
    /// A new practitioner was added.
    AddPractitioner,
    /// What was found wrong was acknowledged by name.
    Acknowledge,
    /// Many records were brought in at once.
    Import,
    /// Somebody's record was brought in from another vault.
    Merge,
    /// Of what differed in a record from another vault, fields were taken over that a person chose.
    TakeTheirs,
    /// Somebody's record was erased.
    Erase,
    /// The last action was taken back.
    Undo,
    /// What was taken back was done again.
    Redo,
}

codes! {
    Op {
        CreateVault = "create-vault", OpenVault = "open-vault", OpenWithRecoveryCode = "open-with-recovery-code",
        Migrate = "migrate", ChangePassphrase = "change-passphrase", SetPin = "set-pin",
        SavePractitioner = "save-practitioner", SaveSnippet = "save-snippet", LoadSample = "load-sample", LeadMeeting = "lead-meeting",
        SaveGroup = "save-group", SaveMember = "save-member", OpenGroupMeeting = "open-group-meeting",
        PlanGroupMeeting = "plan-group-meeting", DiscardGroupMeeting = "discard-group-meeting", CoSignNote = "co-sign-note",
        AddPerson = "add-person", AddPeople = "add-people",
        EditPerson = "edit-person", AddStatement = "add-statement", SaveGoal = "save-goal",
        SaveSupporter = "save-supporter", GiveConsent = "give-consent", WithdrawConsent = "withdraw-consent", AddContact = "add-contact",
        EndCourse = "end-course", PlanBooster = "plan-booster", SaveSupervision = "save-supervision",
        AnswerMirror = "answer-mirror",
        StartSession = "start-session", RecordSession = "record-session", MoveInSession = "move-in-session", CloseSession = "close-session",
        ReopenSession = "reopen-session", DiscardSession = "discard-session", SayWhatHappened = "say-what-happened", Answer = "answer", AddSheet = "add-sheet",
        SavePlanCopy = "save-plan-copy", AddRehearsal = "add-rehearsal", SetReviewDay = "set-review-day", DraftNote = "draft-note",
        SaveEvent = "save-event", TakeAwayEvent = "take-away-event", FollowPlan = "follow-plan", LeavePlan = "leave-plan", Measure = "measure",
        SignNote = "sign-note", AddAddendum = "add-addendum", HandOff = "hand-off", BackUp = "back-up",
        Restore = "restore", NewKey = "new-key", AddPractitioner = "add-practitioner", Acknowledge = "acknowledge",
        Import = "import", Merge = "merge", TakeTheirs = "take-theirs", Erase = "erase", Undo = "undo", Redo = "redo",
    }
}

impl Op {
    /// Returns the name that stands in the audit trail.
    pub fn name(self) -> &'static str {
        self.code()
    }

    /// Returns every action there is.
    pub fn all() -> &'static [Self] {
        Self::ALL
    }

    /// Tells whether it can be taken back.
    pub const fn can_be_undone(self) -> bool {
        matches!(
            self,
            Self::SavePractitioner
                | Self::SaveSnippet
                | Self::LeadMeeting
                | Self::SaveGroup
                | Self::SaveMember
                | Self::OpenGroupMeeting
                | Self::PlanGroupMeeting
                | Self::DiscardGroupMeeting
                | Self::AddPerson
                | Self::AddPeople
                | Self::EditPerson
                | Self::AddStatement
                | Self::SaveGoal
                | Self::SaveSupporter
                | Self::GiveConsent
                | Self::WithdrawConsent
                | Self::AddContact
                | Self::EndCourse
                | Self::PlanBooster
                | Self::SaveSupervision
                | Self::AnswerMirror
                | Self::StartSession
                | Self::RecordSession
                | Self::CloseSession
                | Self::ReopenSession
                | Self::DiscardSession
                | Self::SayWhatHappened
                | Self::Answer
                | Self::AddSheet
                | Self::SavePlanCopy
                | Self::AddRehearsal
                | Self::SetReviewDay
                | Self::SaveEvent
                | Self::TakeAwayEvent
                | Self::FollowPlan
                | Self::LeavePlan
                | Self::Measure
                | Self::DraftNote
                | Self::TakeTheirs
        )
    }

    /// Tells whether nothing before it in the same record can be taken back either, because it stands on what was there.
    pub(crate) const fn ends_undo(self) -> bool {
        matches!(self, Self::SignNote | Self::AddAddendum | Self::CoSignNote)
    }

    /// Tells whether nothing at all can be taken back after it.
    pub(crate) const fn ends_all_undo(self) -> bool {
        matches!(
            self,
            Self::LoadSample | Self::Import | Self::Merge | Self::Erase | Self::Restore
        )
    }

    /// Tells whether it brings in so many rows that nothing of them is logged for undo.
    pub(crate) const fn is_bulk(self) -> bool {
        matches!(
            self,
            Self::LoadSample | Self::Import | Self::Merge | Self::Erase
        )
    }

    /// Tells whether how the texts it changes read before is kept. What was begun by mistake goes with all that was in it.
    pub(crate) const fn keeps_earlier(self) -> bool {
        !matches!(self, Self::DiscardSession) && !self.is_bulk()
    }

    /// Tells whether it must be in the main file before the user is told, not only in the WAL.
    pub(crate) const fn is_checkpointed(self) -> bool {
        matches!(
            self,
            Self::SignNote | Self::AddAddendum | Self::CoSignNote | Self::CreateVault | Self::Erase
        )
    }
}

/// Whose record an action is about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct About {
    /// The person; `None` when it is about the vault itself.
    pub person: Option<PersonId>,
}

impl About {
    /// An action on one person's record. Touching another person's record in it is refused.
    pub const fn person(person: PersonId) -> Self {
        Self {
            person: Some(person),
        }
    }

    /// An action on the vault itself.
    pub const fn vault() -> Self {
        Self { person: None }
    }
}
