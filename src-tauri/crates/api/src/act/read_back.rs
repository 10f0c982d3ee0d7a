//! Taking over what came back on a form: all of it in one step that can be taken back, or nothing.

use std::{collections::BTreeMap, path::Path};

use domain::{SheetId, change::Change, text};
use store::{About, Op, Sheet};

use super::{change, dates};
use crate::{
    app::App,
    error::{ApiError, ErrorCode, Result},
    read::returned::{self, Copy, Line},
    wire::{TakeBack, TakenLine},
};

/// Writes what came back into the person's answers. Of a form, or of a worksheet that has copies, a new copy is begun, so
/// that nothing that was filled in before is written over.
pub fn read_back(app: &App, ask: TakeBack) -> Result<Change> {
    let content = app.curriculum();
    app.with_store(|store| {
        let person = store.person(ask.person)?;
        let (lines, _) = returned::of(app, store, &person, Path::new(&ask.path))?;
        let lines = match &ask.take {
            Some(chosen) => as_looked_at(lines, chosen)?,
            None => lines,
        };
        let fresh: Vec<_> = lines.into_iter().filter(|line| !line.same).collect();
        if fresh.is_empty() {
            return change::nothing(store, Some(person.id));
        }
        let mut copies = BTreeMap::new();
        for line in fresh.iter().filter(|line| line.copy != Copy::Page) {
            let at = (line.key.topic.clone(), line.copy.clone());
            copies.entry(at).or_insert_with(|| Sheet {
                id: SheetId::new(app.uuid()),
                topic: line.key.topic.clone(),
                block: match &line.copy {
                    Copy::Worksheet(block) => Some(block.clone()),
                    Copy::Page | Copy::Form => None,
                },
                about: None,
                made_on: app.now().day(),
                on_paper: false,
                title: String::new(),
                review_on: None,
            });
        }
        let mut answers = Vec::new();
        for mut line in fresh {
            let copy = copies.get(&(line.key.topic.clone(), line.copy.clone()));
            line.key.sheet = copy.map(|sheet| sheet.id);
            content
                .accepts(&line.key, &line.found.value)
                .map_err(|e| ApiError::new(ErrorCode::AnswerDoesNotFit).with("what", e))?;
            if let domain::AnswerValue::Date(day) = line.found.value {
                dates::check(app, day)?;
            }
            answers.push((line.key, line.found.value));
        }
        store.transact(Op::Answer, About::person(person.id), app.now(), |tx| {
            for sheet in copies.values() {
                tx.add_sheet(person.id, sheet)?;
            }
            for (key, value) in &answers {
                let edition = content.edition(&key.topic);
                tx.save_answer(person.id, None, key, Some(value), &edition)?;
            }
            Ok(())
        })?;
        change::done(store)
    })
}

/// Leaves the answers that somebody chose. Where the file or the record says something else by now, nobody has looked at
/// that, and nothing is taken over.
fn as_looked_at(lines: Vec<Line>, chosen: &[TakenLine]) -> Result<Vec<Line>> {
    // What was looked at came in through the one place that cleans words.
    let is = |looked_at: &str, words: &str| looked_at == text::clean(words);
    let chosen: BTreeMap<&str, &TakenLine> = chosen
        .iter()
        .map(|line| (line.name.as_str(), line))
        .collect();
    let lines: Vec<Line> = lines
        .into_iter()
        .filter(|line| {
            chosen.get(line.name.as_str()).is_some_and(|looked| {
                is(&looked.now, &line.now) && is(&looked.found, &line.found.words)
            })
        })
        .collect();
    if lines.len() != chosen.len() {
        return Err(ApiError::new(ErrorCode::NotAForm).with("why", "changed"));
    }
    Ok(lines)
}
