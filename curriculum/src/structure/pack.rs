//! pack.toml: what a pack says of itself.

use domain::PackId;

use super::values::languages;
use crate::{
    model::Pack,
    problem::{Report, Source},
    read::{Keys, parse},
};

/// The format this reader knows.
const FORMAT: i32 = 1;

/// Reads pack.toml. Gives the languages also when the rest is wanting, so that the other files can be checked.
pub(crate) fn pack(source: &Source<'_>, report: &mut Report) -> Option<Pack> {
    let table = parse(source, report)?;
    let allowed = [
        "format",
        "extends",
        "id",
        "title",
        "version",
        "languages",
        "licence",
    ];
    let keys = Keys::open(source, &table, 0, &allowed, report);

    if let Some(format) = keys.need("format", "1", report)
        && let Some(number) = format.try_whole(0..=1_000, report)
    {
        match number {
            FORMAT => {}
            0 => format.fault("There is no format 0", "Write format = 1", report),
            _ => format.fault(
                "The pack is written in a format that this Waymark does not know",
                "Update Waymark, or ask for the pack in format 1",
                report,
            ),
        }
    }

    let languages = keys
        .need("languages", "[\"en\"]", report)
        .map(|value| languages(&value, report))
        .unwrap_or_default();

    let version = keys.text("version", report);
    if !version.it.is_empty() && !is_version(&version.it) {
        keys.fault_at(
            version.line,
            format!("“{}” is not a version", version.it),
            "Write three numbers, such as \"0.1.0\"",
            report,
        );
    }
    let extends = keys.find("extends").map(|value| value.slug(report));
    Some(Pack {
        extends: extends.map(|id| PackId::new(id.it)),
        id: PackId::new(keys.slug("id", report).it),
        title: keys.text("title", report).it,
        version: version.it,
        languages,
        licence: keys.text("licence", report).it,
    })
}

fn is_version(version: &str) -> bool {
    version.split('.').count() == 3
        && version
            .split('.')
            .all(|part| (1..=5).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit()))
}
