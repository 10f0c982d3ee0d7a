//! Sheets: filled copies of forms, and of worksheets that can be filled many times, begun blank or as a new version.

use domain::{PersonId, SheetId, change::Change};
use store::{About, Op, Sheet, Store};

use super::change;
use crate::{
    app::App,
    error::{ErrorCode, Result},
    read::{copies, lookup},
    wire::{OpenForm, StartSheet},
};

/// Starts a filled copy of a form or of a worksheet.
pub fn start_sheet(app: &App, ask: StartSheet) -> Result<Change> {
    app.with_store(|store| {
        let person = store.person(ask.person)?.id;
        begin(app, store, person, ask)
    })
}

/// Finds the newest copy of a form, or starts the first.
pub fn open_form(app: &App, ask: OpenForm) -> Result<Change> {
    app.with_store(|store| {
        let person = store.person(ask.person)?.id;
        if let Some(sheet) = copies::newest(store, person, &ask.form)? {
            return change::found(store, person, sheet.id.uuid());
        }
        let blank = StartSheet {
            person,
            topic: ask.form,
            block: None,
            about: None,
            from: None,
        };
        begin(app, store, person, blank)
    })
}

fn begin(app: &App, store: &mut Store, person: PersonId, ask: StartSheet) -> Result<Change> {
    if !copies::can_be_made(app, &ask.topic, ask.block.as_ref()) {
        return Err(ErrorCode::NotFound.into());
    }
    if let Some(goal) = ask.about {
        lookup::goal(store, person, goal)?;
    }
    let before = ask
        .from
        .map(|id| lookup::sheet(store, person, id))
        .transpose()?;
    if before
        .as_ref()
        .is_some_and(|before| before.topic != ask.topic || before.block != ask.block)
    {
        return Err(ErrorCode::NotFound.into());
    }
    let sheet = Sheet {
        id: SheetId::new(app.uuid()),
        topic: ask.topic,
        block: ask.block,
        about: ask.about.or(before.as_ref().and_then(|b| b.about)),
        made_on: app.now().day(),
        on_paper: false,
        title: String::new(),
        review_on: None,
    };
    store.transact(Op::AddSheet, About::person(person), app.now(), |tx| {
        tx.add_sheet(person, &sheet)?;
        match &before {
            Some(before) => tx.carry_answers(person, before.id, sheet.id),
            None => Ok(()),
        }
    })?;
    change::made(store, sheet.id.uuid())
}
