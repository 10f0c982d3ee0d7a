//! The turned screen: to the person, answered on, and back when the PIN is given.

use domain::change::Change;

use super::answering;
use crate::{
    app::{App, Cost, Reader, Room, TurnedPage},
    error::{ErrorCode, Result},
    read::{copies, groups, lookup, pages},
    wire::{Nothing, TurnBack, TurnScreen, TurnToRoom, TurnedAnswer, TurnedBack},
};

/// Turns the screen to the person.
pub fn turn_screen(app: &App, ask: TurnScreen) -> Result<Nothing> {
    let page = app.with_store(|store| {
        if !store.has_pin()? {
            return Err(ErrorCode::NoPin.into());
        }
        let person = store.person(store.session(ask.session)?.person)?;
        match ask.sheet {
            None => pages::must_be_topic(app, &ask.topic)?,
            Some(sheet) => {
                let sheet = lookup::sheet(store, person.id, sheet)?;
                if sheet.topic != ask.topic || !copies::is_for_the_person(app, &sheet) {
                    return Err(ErrorCode::NotFound.into());
                }
            }
        }
        Ok(TurnedPage {
            reader: Some(Reader {
                session: ask.session,
                person: person.id,
            }),
            room: Room {
                language: person.details.language,
                course: person.details.course,
            },
            topic: ask.topic,
            sheet: ask.sheet,
        })
    })?;
    app.turned().turn_to(page);
    Ok(Nothing {})
}

/// Turns the screen to a room: the topic and nothing of anybody.
pub fn turn_screen_to_room(app: &App, ask: TurnToRoom) -> Result<Nothing> {
    let page = app.with_store(|store| {
        if !store.has_pin()? {
            return Err(ErrorCode::NoPin.into());
        }
        let series = store.series(groups::plan(store, ask.meeting)?.series)?;
        pages::must_be_topic(app, &ask.topic)?;
        Ok(TurnedPage {
            reader: None,
            room: Room {
                language: app.settings().language,
                course: series.details.course,
            },
            topic: ask.topic,
            sheet: None,
        })
    })?;
    app.turned().turn_to(page);
    Ok(Nothing {})
}

/// Answers a field of the page shown, and of no other.
pub fn turned_answer(app: &App, ask: TurnedAnswer) -> Result<Change> {
    let page = app.turned().page().cloned().ok_or(ErrorCode::NotFound)?;
    if ask.key.topic != page.topic || ask.key.sheet != page.sheet {
        return Err(ErrorCode::ScreenTurned.into());
    }
    app.touch();
    // What is shown to a room is nobody's to answer.
    let reader = page.reader.ok_or(ErrorCode::ScreenTurned)?;
    let session = Some(reader.session);
    app.with_store(|store| answering::save(app, store, reader.person, session, &ask.key, ask.value))
}

/// Turns the screen back when the PIN is right. Wrong ones wait longer and longer, and in the end the vault locks.
pub fn turn_back(app: &App, ask: TurnBack) -> Result<TurnedBack> {
    let answer = |back, wait_seconds, locked| TurnedBack {
        back,
        wait_seconds,
        locked,
    };
    if !app.is_turned() {
        return Ok(answer(true, 0, false));
    }
    // Not held while the PIN is checked: that may have to wait for the vault.
    let begun = app.turned().tries().begin(app.now().millis);
    let cost = match begun {
        Ok(cost) => cost,
        Err(wait) => return Ok(answer(false, wait, false)),
    };
    if app.with_store(|store| Ok(store.check_pin(ask.pin.expose())?))? {
        app.forget_turned();
        return Ok(answer(true, 0, false));
    }
    match cost {
        Cost::Wait(seconds) => Ok(answer(false, seconds, false)),
        Cost::Lock => {
            app.lock_now();
            Ok(answer(false, 0, true))
        }
    }
}
