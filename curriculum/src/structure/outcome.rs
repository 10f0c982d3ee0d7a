//! The files of outcomes/: what is measured, and when.

use domain::{Lang, MeasureId, OccasionId, OutcomePlanId, TopicId, person::Chime};

use super::values::{per_lang, small};
use crate::{
    model::{
        Better, CountOf, Measure, MeasureGroup, MeasuredBy, Occasion, OutcomePlan, Rater, SlotScale,
    },
    problem::{At, Report, Source, write_instead},
    read::{Keys, Value, parse},
};

const CHIME: [(&str, Chime); 5] = [
    ("connectedness", Chime::Connectedness),
    ("hope", Chime::Hope),
    ("identity", Chime::Identity),
    ("meaning", Chime::Meaning),
    ("empowerment", Chime::Empowerment),
];

/// A plan with the lines of the forms it names, for checking them.
#[derive(Clone)]
pub(crate) struct OutcomeFile {
    pub plan: OutcomePlan,
    pub forms: Vec<At<String>>,
}

/// Reads one file of outcomes/.
pub(crate) fn outcome(
    source: &Source<'_>,
    languages: &[Lang],
    report: &mut Report,
) -> Option<OutcomeFile> {
    let table = parse(source, report)?;
    let allowed = ["id", "title", "source", "occasion", "group"];
    let keys = Keys::open(source, &table, 0, &allowed, report);
    let id = keys.slug("id", report);
    let stem = source
        .file
        .trim_start_matches("outcomes/")
        .trim_end_matches(".toml");
    if !id.it.is_empty() && id.it != stem {
        keys.fault_at(
            id.line,
            format!("The id “{}” is not the name of the file", id.it),
            format!(
                "Write id = \"{stem}\", or rename the file to {}.toml",
                id.it
            ),
            report,
        );
    }
    let (title, of) = (
        per_lang(&keys, "title", languages, report),
        per_lang(&keys, "source", languages, report),
    );
    let occasions = occasions(&keys, languages, report);
    let mut forms = Vec::new();
    let mut ids = Vec::new();
    let mut groups = Vec::new();
    for value in keys.items("group", "…, a [[group]] for each group", 1..=20, report) {
        let Some(keys) = value.table(&["title", "measure"], report) else {
            continue;
        };
        let title = per_lang(&keys, "title", languages, report);
        let mut measures = Vec::new();
        let example = "…, a [[group.measure]] for each measure";
        for value in keys.items("measure", example, 1..=40, report) {
            if let Some((id, measure)) = measure(&value, languages, &mut forms, report) {
                ids.push(id);
                measures.push(measure);
            }
        }
        groups.push(MeasureGroup { title, measures });
    }
    keys.once_each(&ids, report);
    Some(OutcomeFile {
        plan: OutcomePlan {
            id: OutcomePlanId::new(id.it),
            title,
            source: of,
            occasions,
            groups,
        },
        forms,
    })
}

/// Reads the occasions, which stand in order of time.
fn occasions(keys: &Keys<'_>, languages: &[Lang], report: &mut Report) -> Vec<Occasion> {
    let mut ids = Vec::new();
    let mut occasions: Vec<Occasion> = Vec::new();
    let example = "…, an [[occasion]] for each time";
    for value in keys.items("occasion", example, 1..=20, report) {
        let Some(keys) = value.table(&["id", "title", "months", "within"], report) else {
            continue;
        };
        let id = keys.slug("id", report);
        let months = small(keys.whole("months", 0..=120, report));
        let before = occasions.last().map(|occasion| occasion.months);
        if before.is_some_and(|before| before >= months) {
            keys.fault(
                format!("“{}” does not come after the occasion before it", id.it),
                "Write the occasions in order of their months, each month once",
                report,
            );
        }
        occasions.push(Occasion {
            title: per_lang(&keys, "title", languages, report),
            within: small(keys.whole("within", 1..=26, report)),
            months,
            id: OccasionId::new(&*id.it),
        });
        ids.push(id);
    }
    keys.once_each(&ids, report);
    occasions
}

fn measure(
    value: &Value<'_>,
    languages: &[Lang],
    forms: &mut Vec<At<String>>,
    report: &mut Report,
) -> Option<(At<String>, Measure)> {
    let allowed = ["id", "title", "source", "chime", "form", "slot", "count"];
    let keys = value.table(&allowed, report)?;
    let id = keys.slug("id", report);
    let title = per_lang(&keys, "title", languages, report);
    let source = per_lang(&keys, "source", languages, report);
    let chime = match keys.find("chime") {
        Some(value) => chime(&value, report),
        None => Vec::new(),
    };
    let ways = ["form", "slot", "count"];
    if ways.iter().filter(|way| keys.find(way).is_some()).count() != 1 {
        keys.fault(
            format!(
                "“{}” does not say in one way where its values come from",
                id.it
            ),
            "Write one of form = \"…\", slot = { … } or count = \"…\"",
            report,
        );
        return None;
    }
    let by = if keys.find("form").is_some() {
        let form = keys.slug("form", report);
        let named = TopicId::new(&*form.it);
        forms.push(form);
        MeasuredBy::Form(named)
    } else if let Some(value) = keys.find("slot") {
        MeasuredBy::Slot(slot(&value, report)?)
    } else {
        MeasuredBy::Count(keys.one_of("count", &CountOf::NAMES, report)?)
    };
    let measure = Measure {
        id: MeasureId::new(&*id.it),
        title,
        source,
        chime,
        by,
    };
    Some((id, measure))
}

fn slot(value: &Value<'_>, report: &mut Report) -> Option<SlotScale> {
    let keys = value.table(&["lowest", "highest", "better", "rater"], report)?;
    let before = report.count();
    let lowest = keys.whole("lowest", -1_000..=10_000, report);
    let highest = keys.whole("highest", -1_000..=10_000, report);
    if lowest >= highest && report.count() == before {
        keys.fault(
            "“lowest” is not less than “highest”",
            "Write the smaller number as lowest",
            report,
        );
    }
    Some(SlotScale {
        lowest,
        highest,
        better: keys.one_of("better", &Better::NAMES, report)?,
        rater: keys.one_of("rater", &Rater::NAMES, report)?,
    })
}

fn chime(value: &Value<'_>, report: &mut Report) -> Vec<Chime> {
    let mut sides = Vec::new();
    for item in value.items(1..=CHIME.len(), report) {
        let written = item.text(report);
        match CHIME.iter().find(|(name, _)| *name == written.it) {
            Some((_, side)) if sides.contains(side) => item.fault(
                format!("“{}” stands twice", written.it),
                "Name each side once",
                report,
            ),
            Some((_, side)) => sides.push(*side),
            None => {
                let names = CHIME.iter().map(|(name, _)| *name);
                let instead = write_instead(&written.it, names.clone(), || {
                    format!("Write one of {}", names.collect::<Vec<_>>().join(", "))
                });
                item.fault(
                    format!("“{}” is no side of personal recovery", written.it),
                    instead,
                    report,
                );
            }
        }
    }
    sides
}
