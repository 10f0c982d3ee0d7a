//! The turned screen: one topic, one first name, and nothing else until the PIN is given.

use domain::{PersonId, SessionId, TopicId};

use crate::{
    App,
    error::{ErrorCode, Result},
    forms, people, sessions, sheets,
    wire::*,
};

/// Tries after which each further one has to wait.
const FREE_TRIES: u32 = 4;
/// The longest wait, in seconds.
const LONGEST_WAIT: u32 = 60;

/// What is shown on the turned screen, if anything is.
#[derive(Debug, Default)]
pub struct Turned {
    page: Option<TurnedPage>,
    wrong: u32,
    wait_until: i64,
}

#[derive(Clone, Debug)]
struct TurnedPage {
    session: SessionId,
    person: PersonId,
    topic: TopicId,
}

/// Turns the screen to the person.
pub fn turn_screen(app: &App, ask: TurnScreen) -> Result<TurnedView> {
    let page = app.with_store(|store| {
        if !store.has_pin()? {
            return Err(ErrorCode::NoPin.into());
        }
        let record = sessions::load(store, ask.session)?;
        forms::refuse(app, &ask.topic)?;
        Ok(TurnedPage {
            session: ask.session,
            person: record.person,
            topic: ask.topic,
        })
    })?;
    *app.turned() = Turned {
        page: Some(page),
        ..Turned::default()
    };
    turned_page(app, Nothing {})
}

/// Returns what the turned screen shows.
pub fn turned_page(app: &App, _: Nothing) -> Result<TurnedView> {
    let page = app.turned().page.clone().ok_or(ErrorCode::NotFound)?;
    app.with_store(|store| {
        let person = people::find(store, page.person)?;
        let language = person.details.language;
        let mut document = sheets::page(app, &page.topic, language, &person.details.course)?;
        sheets::fill(app, &mut document, store, &person, &page.topic, None)?;
        // Who else might look at this screen is unknown: the first name is enough, and the record number is not theirs to read.
        if let Some(line) = &mut document.person {
            line.name = person.first_name().to_owned();
            line.record_number.clear();
        }
        Ok(TurnedView {
            document,
            first_name: person.first_name().to_owned(),
            colour: person.colour,
            language,
        })
    })
}

/// Answers a field of the page shown, and of no other.
pub fn turned_answer(app: &App, ask: TurnedAnswer) -> Result<domain::change::Change> {
    let page = app.turned().page.clone().ok_or(ErrorCode::NotFound)?;
    if ask.key.topic != page.topic || ask.key.sheet.is_some() {
        return Err(ErrorCode::ScreenTurned.into());
    }
    app.touch();
    app.with_store(|store| {
        sheets::save_answer(
            app,
            store,
            page.person,
            Some(page.session),
            &ask.key,
            ask.value,
        )?;
        crate::change::done(store)
    })
}

/// Turns the screen back when the PIN is right. Wrong ones wait longer and longer, so that four digits are enough.
pub fn turn_back(app: &App, ask: TurnBack) -> Result<TurnedBack> {
    let now = app.now().millis;
    let mut turned = app.turned();
    if now < turned.wait_until {
        let left = (turned.wait_until - now + 999) / 1000;
        return Ok(TurnedBack {
            back: false,
            wait_seconds: u32::try_from(left)
                .unwrap_or(LONGEST_WAIT)
                .min(LONGEST_WAIT),
        });
    }
    if app.with_store(|store| Ok(store.check_pin(ask.pin.expose())?))? {
        *turned = Turned::default();
        return Ok(TurnedBack {
            back: true,
            wait_seconds: 0,
        });
    }
    turned.wrong += 1;
    let wait_seconds = wait_after(turned.wrong);
    turned.wait_until = now + i64::from(wait_seconds) * 1000;
    Ok(TurnedBack {
        back: false,
        wait_seconds,
    })
}

/// Seconds to wait after so many wrong PINs in a row: none at first, then doubling up to a minute.
fn wait_after(wrong: u32) -> u32 {
    match wrong.checked_sub(FREE_TRIES) {
        None => 0,
        Some(beyond) => 5u32.saturating_mul(1 << beyond.min(8)).min(LONGEST_WAIT),
    }
}

#[cfg(test)]
mod tests {
    use super::wait_after;

    #[test]
    fn the_wait_grows_from_nothing_to_a_minute() {
        assert_eq!(
            [1, 3, 4, 5, 6, 7, 8, 40].map(wait_after),
            [0, 0, 5, 10, 20, 40, 60, 60]
        );
    }
}
