//! What became of meetings whose day went by with no session and no word.

use chrono::NaiveDateTime;
use domain::{
    change::Change,
    session::{Attendance, SessionRecord},
};
use store::{About, MissedMeeting, Op};

use super::{change, dates, sessions};
use crate::{
    app::App,
    error::{ErrorCode, Result},
    wire::{SayWhatHappened, WhatHappened},
};

/// Says it, in the person's record: a meeting that was held begins its session, one that was not leaves a closed one that
/// says so.
pub fn say_what_happened(app: &App, ask: SayWhatHappened) -> Result<Change> {
    let on = ask.at.date();
    let (attendance, next) = match ask.what {
        WhatHappened::Came => (Some(Attendance::Present), None),
        WhatHappened::Cancelled { reason } => (Some(Attendance::Cancelled { reason }), None),
        WhatHappened::NoShow { reason } => (Some(Attendance::NoShow { reason }), None),
        WhatHappened::Moved { to, reason } => (Some(Attendance::Moved { reason }), to),
        WhatHappened::NotAgreed => (None, None),
    };
    if let Some(next) = next {
        dates::check(app, next.date())?;
    }
    app.with_store(|store| {
        let missed = MissedMeeting {
            person: ask.person,
            at: ask.at,
        };
        let waiting = store.missed_meetings(app.now().day(), u32::MAX)?;
        if !waiting.contains(&missed) {
            return Err(ErrorCode::NotFound.into());
        }
        let mut person = store.person(ask.person)?;
        let record = match attendance {
            Some(attendance) => Some(SessionRecord {
                closed_at: (attendance != Attendance::Present).then(|| app.now()),
                attendance,
                ..sessions::fresh(app, store, person.id, on)?
            }),
            None => None,
        };
        person.details.next_meeting = appointment(person.details.next_meeting, ask.at, next);
        let about = About::person(person.id);
        store.transact(Op::SayWhatHappened, about, app.now(), |tx| {
            if let Some(record) = &record {
                tx.save_session(record)?;
            }
            tx.save_person(&person)?;
            // Last, so that what was just said is not taken for silence.
            tx.forget_missed(missed)
        })?;
        Ok(Change {
            made: record.map(|record| record.id.uuid()),
            ..change::done(store)?
        })
    })
}

/// The appointment a person has once it is said what became of an earlier one: the new one; else none if that was it, and
/// one that was agreed since stays.
fn appointment(
    now: Option<NaiveDateTime>,
    missed: NaiveDateTime,
    next: Option<NaiveDateTime>,
) -> Option<NaiveDateTime> {
    next.or_else(|| now.filter(|at| *at != missed))
}
