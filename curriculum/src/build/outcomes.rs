//! Reads the outcome plans of a pack, and holds the instruments they name against those there are.

use super::reading::Reading;
use crate::{
    model::Form,
    problem::{Report, write_instead},
    read::is_slug,
    structure::{OutcomeFile, outcome},
};

/// Reads every file of outcomes/, each with its path; there may be none.
pub(crate) fn outcomes(reading: &mut Reading<'_>) -> Vec<(String, OutcomeFile)> {
    let mut outcomes = Vec::new();
    for path in files(reading) {
        let pack = reading.pack;
        let read = reading.file(&path, "", |source, report| {
            outcome(source, &pack.languages, report)
        });
        if let Some(file) = read.flatten() {
            outcomes.push((path, file));
        }
    }
    outcomes
}

/// Reports what names no instrument that is filled for a person. `forms` are those of the whole.
pub(crate) fn check(outcomes: &[(String, OutcomeFile)], forms: &[Form], report: &mut Report) {
    let instruments = || {
        forms
            .iter()
            .filter(|form| form.instrument.is_some() && form.is_filled_for_people())
            .map(|form| form.page.id.as_str())
    };
    for (path, file) in outcomes {
        for id in file.forms.iter().filter(|id| is_slug(&id.it)) {
            if !instruments().any(|there| there == id.it) {
                let instead = write_instead(&id.it, instruments(), || {
                    "Write the id of a form with [form.instrument], or a slot".to_owned()
                });
                let what = format!("There is no instrument “{}” for people", id.it);
                report.add(path, id.line, what, instead);
            }
        }
    }
}

fn files(reading: &Reading<'_>) -> Vec<String> {
    let is_outcome = |path: &&str| {
        path.strip_prefix("outcomes/")
            .and_then(|name| name.strip_suffix(".toml"))
            .is_some_and(|stem| !stem.contains('/'))
    };
    let paths = reading.shelf.under("outcomes/").into_iter();
    paths.filter(is_outcome).map(str::to_owned).collect()
}
