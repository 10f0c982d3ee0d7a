//! Every form there is for a person, with what they have of it.

use crate::{
    app::App,
    error::Result,
    read::{copies, course},
    wire::{FormsView, OfPerson},
};

/// Lists every form: those of the module the person is in now first.
pub fn forms(app: &App, ask: OfPerson) -> Result<FormsView> {
    app.with_store(|store| {
        let person = store.person(ask.person)?;
        let next = course::next_topic(app, &person, &course::met(store, person.id)?);
        let current = course::current_module(app, next.as_ref());
        let mut forms = copies::of_forms(app, store, &person, current.as_ref())?;
        forms.sort_by_key(|form| !form.current);
        Ok(FormsView { forms })
    })
}
