//! What came back on a form, beside what stands in the record; for looking before anything is taken over.

use std::path::Path;

use crate::{
    app::App,
    error::Result,
    read::{cards, returned},
    wire::{CameBack, ReadBack, ReadBackLine},
};

/// Reads a form that was filled in elsewhere. Changes nothing.
pub fn read_back_plan(app: &App, ask: ReadBack) -> Result<CameBack> {
    app.with_store(|store| {
        let person = store.person(ask.person)?;
        let (lines, lost) = returned::of(app, store, &person, Path::new(&ask.path))?;
        Ok(CameBack {
            person: cards::person(&person),
            lines: lines
                .into_iter()
                .map(|line| ReadBackLine {
                    name: line.name,
                    page: line.page,
                    asks: line.asks,
                    now: line.now,
                    found: line.found.words,
                    same: line.same,
                    copy: line.copy != returned::Copy::Page,
                })
                .collect(),
            lost,
        })
    })
}
