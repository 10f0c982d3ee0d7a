//! Reading the ledger, for the screen and for the file alike.

use std::collections::BTreeMap;

use domain::PersonId;
use store::{AuditEntry, Ledger, Op, Store};

use super::cards;
use crate::{
    error::Result,
    wire::{LedgerKind, LedgerLine, LookThroughLedger, PersonCard},
};

/// Returns at most so many entries, the newest first.
pub fn lines(store: &Store, ask: &LookThroughLedger, most: u32) -> Result<Vec<LedgerLine>> {
    let ops = Op::all().iter().copied();
    let of_kind = ops.filter(|op| ask.kind == Some(kind(*op)));
    let which = Ledger {
        person: ask.person,
        ops: of_kind.collect(),
        from: ask.from,
        until: ask.until,
        before: ask.before.map(u64::from),
        most,
    };
    let people = cards::everybody(store)?;
    let entries = store.ledger(&which)?.into_iter();
    Ok(entries.map(|entry| line(entry, &people)).collect())
}

fn line(entry: AuditEntry, people: &BTreeMap<PersonId, PersonCard>) -> LedgerLine {
    let person = entry.person.and_then(|id| people.get(&id).cloned());
    LedgerLine {
        sequence: u32::try_from(entry.sequence).unwrap_or(u32::MAX),
        at: entry.at,
        op: entry.op,
        kind: kind(entry.op),
        erased: entry.person.is_some() && person.is_none(),
        person,
        by: entry.user,
        detail: entry.detail,
    }
}

// No wildcard: a new action without a kind does not compile.
const fn kind(op: Op) -> LedgerKind {
    match op {
        Op::AddPerson
        | Op::AddPeople
        | Op::AddStatement
        | Op::StartSession
        | Op::AddSheet
        | Op::AddRehearsal
        | Op::GiveConsent
        | Op::AddContact
        | Op::EndCourse
        | Op::AddPractitioner
        | Op::OpenGroupMeeting
        | Op::Import
        | Op::Merge
        | Op::LoadSample => LedgerKind::Created,
        Op::EditPerson
        | Op::SaveGoal
        | Op::SaveSupporter
        | Op::SavePlanCopy
        | Op::SetReviewDay
        | Op::WithdrawConsent
        | Op::PlanBooster
        | Op::SaveSupervision
        | Op::AnswerMirror
        | Op::RecordSession
        | Op::MoveInSession
        | Op::CloseSession
        | Op::ReopenSession
        | Op::SayWhatHappened
        | Op::Answer
        | Op::DraftNote
        | Op::SaveEvent
        | Op::TakeAwayEvent
        | Op::FollowPlan
        | Op::LeavePlan
        | Op::Measure
        | Op::TakeTheirs
        | Op::SavePractitioner
        | Op::LeadMeeting
        | Op::SaveGroup
        | Op::SaveMember
        | Op::PlanGroupMeeting
        | Op::SaveSnippet
        | Op::Undo
        | Op::Redo => LedgerKind::Changed,
        Op::SignNote | Op::AddAddendum | Op::CoSignNote => LedgerKind::Signed,
        Op::HandOff | Op::BackUp => LedgerKind::Left,
        Op::Erase | Op::DiscardSession | Op::DiscardGroupMeeting => LedgerKind::Erased,
        Op::CreateVault
        | Op::OpenVault
        | Op::OpenWithRecoveryCode
        | Op::Migrate
        | Op::ChangePassphrase
        | Op::SetPin
        | Op::Restore
        | Op::NewKey
        | Op::Acknowledge => LedgerKind::Vault,
    }
}
