//! Supporters: written down, let see and be told, and talked to.

use domain::{
    AnswerKey, AnswerValue, ConsentId, ContactId, SheetId, SupporterId,
    change::Change,
    supporter::{Consent, ConsentFault, Contact, Supporter},
};
use store::{About, Op, Sheet};

use super::{change, dates};
use crate::{
    app::App,
    error::{ErrorCode, Result},
    read::{places, supporters},
    wire::{AddContact, GiveConsent, SaveSupporter, WithdrawConsent, WriteToSupporter},
};

/// Adds a supporter, or changes what is known of one. A name is enough.
pub fn save_supporter(app: &App, ask: SaveSupporter) -> Result<Change> {
    if ask.details.name.trim().is_empty() {
        return Err(ErrorCode::NameMissing.into());
    }
    app.with_store(|store| {
        let person = store.person(ask.person)?.id;
        let id = match ask.supporter {
            Some(id) => supporters::find(store, person, id)?.id,
            None => SupporterId::new(app.uuid()),
        };
        let supporter = Supporter {
            id,
            details: ask.details,
        };
        store.transact(Op::SaveSupporter, About::person(person), app.now(), |tx| {
            tx.save_supporter(person, &supporter)
        })?;
        match ask.supporter {
            Some(_) => change::done(store),
            None => change::made(store, id.uuid()),
        }
    })
}

/// Writes down a consent; those before stay as they were given.
///
/// # Errors
/// `ConsentEndsFirst` when it ends before it starts, `ConsentEmpty` when it says yes to nothing.
pub fn give_consent(app: &App, ask: GiveConsent) -> Result<Change> {
    ask.terms.check().map_err(|fault| match fault {
        ConsentFault::EndsBeforeItStarts => ErrorCode::ConsentEndsFirst,
        ConsentFault::Empty => ErrorCode::ConsentEmpty,
    })?;
    dates::check(app, ask.terms.from)?;
    ask.terms
        .until
        .map_or(Ok(()), |until| dates::check(app, until))?;
    app.with_store(|store| {
        supporters::find(store, ask.person, ask.supporter)?;
        let consent = Consent {
            id: ConsentId::new(app.uuid()),
            supporter: ask.supporter,
            terms: ask.terms,
            withdrawn: None,
            recorded_at: app.now(),
        };
        let about = About::person(ask.person);
        store.transact(Op::GiveConsent, about, app.now(), |tx| {
            tx.give_consent(ask.person, &consent)
        })?;
        change::made(store, consent.id.uuid())
    })
}

/// Writes down that a consent was taken back, on a day that has come.
pub fn withdraw_consent(app: &App, ask: WithdrawConsent) -> Result<Change> {
    dates::not_ahead(app, ask.on)?;
    app.with_store(|store| {
        store.person(ask.person)?;
        let about = About::person(ask.person);
        store.transact(Op::WithdrawConsent, about, app.now(), |tx| {
            tx.withdraw_consent(ask.person, ask.consent, ask.on)
        })?;
        change::done(store)
    })
}

/// Writes down a contact.
pub fn add_contact(app: &App, ask: AddContact) -> Result<Change> {
    dates::not_ahead(app, ask.contact.on)?;
    app.with_store(|store| {
        supporters::find(store, ask.person, ask.supporter)?;
        let contact = Contact {
            id: ContactId::new(app.uuid()),
            supporter: ask.supporter,
            details: ask.contact,
        };
        let about = About::person(ask.person);
        store.transact(Op::AddContact, about, app.now(), |tx| {
            tx.add_contact(ask.person, &contact)
        })?;
        change::made(store, contact.id.uuid())
    })
}

/// Begins a letter to a supporter with their name in it, or goes on with the one that was begun today.
pub fn write_to_supporter(app: &App, ask: WriteToSupporter) -> Result<Change> {
    let content = app.curriculum();
    let letter = places::letter(&content).ok_or(ErrorCode::NotFound)?;
    app.with_store(|store| {
        let name = supporters::find(store, ask.person, ask.supporter)?
            .details
            .name;
        let today = app.now().day();
        let begun = store.sheets(ask.person)?.into_iter().find(|sheet| {
            sheet.topic == letter.form && sheet.title == name && sheet.made_on == today
        });
        if let Some(sheet) = begun {
            return change::found(store, ask.person, sheet.id.uuid());
        }
        let sheet = Sheet {
            id: SheetId::new(app.uuid()),
            topic: letter.form.clone(),
            block: None,
            about: None,
            made_on: today,
            on_paper: false,
            title: name.clone(),
            review_on: None,
        };
        let edition = content.edition(&letter.form);
        let named = letter.to.map(|place| AnswerKey {
            topic: letter.form,
            block: place.block,
            field: place.field,
            row: 0,
            sheet: Some(sheet.id),
        });
        let value = AnswerValue::Text(name);
        // A pack of a site may ask for something else there.
        let named = named.filter(|key| content.accepts(key, &value).is_ok());
        let about = About::person(ask.person);
        store.transact(Op::AddSheet, about, app.now(), |tx| {
            tx.add_sheet(ask.person, &sheet)?;
            match &named {
                Some(key) => tx.save_answer(ask.person, None, key, Some(&value), &edition),
                None => Ok(()),
            }
        })?;
        change::made(store, sheet.id.uuid())
    })
}
