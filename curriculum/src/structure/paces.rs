//! paces.toml: how often to meet, and how long a course then takes.

use domain::{Lang, PaceId};

use super::values::{per_lang, span};
use crate::{
    model::{Months, Pace},
    problem::{Report, Source},
    read::{Keys, parse},
};

/// Reads paces.toml.
pub(crate) fn paces(source: &Source<'_>, languages: &[Lang], report: &mut Report) -> Vec<Pace> {
    let Some(table) = parse(source, report) else {
        return Vec::new();
    };
    let keys = Keys::open(source, &table, 0, &["pace"], report);
    let mut ids = Vec::new();
    let mut paces = Vec::new();
    for value in keys.items("pace", "…, a [[pace]] for each pace", 1..=20, report) {
        let allowed = ["id", "title", "days", "months", "source"];
        let Some(keys) = value.table(&allowed, report) else {
            continue;
        };
        let id = keys.slug("id", report);
        let days = keys.whole("days", 1..=366, report);
        let mut months = Months { min: 1, max: 1 };
        if let Some(value) = keys.need("months", "{ min = 9, max = 10 }", report) {
            (months.min, months.max) = span(&value, 60, report);
        }
        paces.push(Pace {
            id: PaceId::new(&*id.it),
            title: per_lang(&keys, "title", languages, report),
            days: u16::try_from(days).unwrap_or(1),
            months,
            source: per_lang(&keys, "source", languages, report),
        });
        ids.push(id);
    }
    keys.once_each(&ids, report);
    paces
}
