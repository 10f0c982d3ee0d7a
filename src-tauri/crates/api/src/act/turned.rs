//! The turned screen: to the person, answered on, and back when the PIN is given.

use domain::change::Change;

use super::answering;
use crate::{
    app::{App, Turned, TurnedPage},
    error::{ErrorCode, Result},
    read::pages,
    wire::{Nothing, TurnBack, TurnScreen, TurnedAnswer, TurnedBack},
};

/// Turns the screen to the person.
pub fn turn_screen(app: &App, ask: TurnScreen) -> Result<Nothing> {
    let page = app.with_store(|store| {
        if !store.has_pin()? {
            return Err(ErrorCode::NoPin.into());
        }
        let person = store.session(ask.session)?.person;
        pages::must_be_topic(app, &ask.topic)?;
        Ok(TurnedPage {
            session: ask.session,
            person,
            topic: ask.topic,
        })
    })?;
    *app.turned() = Turned::to(page);
    Ok(Nothing {})
}

/// Answers a field of the page shown, and of no other.
pub fn turned_answer(app: &App, ask: TurnedAnswer) -> Result<Change> {
    let page = app.turned().page().cloned().ok_or(ErrorCode::NotFound)?;
    if ask.key.topic != page.topic || ask.key.sheet.is_some() {
        return Err(ErrorCode::ScreenTurned.into());
    }
    app.touch();
    let session = Some(page.session);
    app.with_store(|store| answering::save(app, store, page.person, session, &ask.key, ask.value))
}

/// Turns the screen back when the PIN is right. Wrong ones wait longer and longer.
pub fn turn_back(app: &App, ask: TurnBack) -> Result<TurnedBack> {
    let now = app.now().millis;
    let mut turned = app.turned();
    let stays = |wait_seconds| TurnedBack {
        back: false,
        wait_seconds,
    };
    if let Some(wait) = turned.wait(now) {
        return Ok(stays(wait));
    }
    if app.with_store(|store| Ok(store.check_pin(ask.pin.expose())?))? {
        *turned = Turned::default();
        return Ok(TurnedBack {
            back: true,
            wait_seconds: 0,
        });
    }
    Ok(stays(turned.wrong(now)))
}
