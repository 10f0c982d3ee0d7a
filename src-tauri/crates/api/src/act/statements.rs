//! Recovery statements: what recovery means to a person, in their words.

use domain::{StatementId, change::Change, person::RecoveryStatement};
use store::{About, Op};

use super::{change, dates};
use crate::{app::App, error::Result, wire::RecordStatement};

/// Writes down a new version; the ones before stay.
pub fn record_statement(app: &App, ask: RecordStatement) -> Result<Change> {
    dates::check(app, ask.on)?;
    app.with_store(|store| {
        store.person(ask.person)?;
        let statement = RecoveryStatement {
            id: StatementId::new(app.uuid()),
            words: ask.words,
            given: ask.given,
            on: ask.on,
            chime: ask.chime,
            recorded_at: app.now(),
        };
        let about = About::person(ask.person);
        store.transact(Op::AddStatement, about, app.now(), |tx| {
            tx.add_statement(ask.person, &statement)
        })?;
        change::made(store, statement.id.uuid())
    })
}
