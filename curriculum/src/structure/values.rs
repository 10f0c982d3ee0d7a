//! Values that several structure files have: languages, words in each of them, spans and reviews.

use domain::{
    Lang,
    document::{ReviewStatus, ServicesAbout},
};

use crate::{
    model::PerLang,
    problem::{At, Report},
    read::{Keys, Value},
};

/// What a list of services is about, as written in files.
pub(crate) const ABOUT: [(&str, ServicesAbout); 2] = [
    ("services", ServicesAbout::Services),
    ("crisis", ServicesAbout::Crisis),
];

/// Reads a list of languages.
pub(crate) fn languages(value: &Value<'_>, report: &mut Report) -> Vec<Lang> {
    let mut languages = Vec::new();
    for item in value.items(1..=Lang::ALL.len(), report) {
        let tag = item.text(report).it;
        match tag.parse::<Lang>() {
            Ok(lang) if languages.contains(&lang) => item.fault(
                format!("The language {lang} stands twice"),
                "Name each language once",
                report,
            ),
            Ok(lang) => languages.push(lang),
            Err(_) => item.fault(
                format!("“{tag}” is not a language"),
                "Write en, da or nb",
                report,
            ),
        }
    }
    languages
}

/// Reads the words of each language. Every language of the pack must be there.
pub(crate) fn per_lang(
    keys: &Keys<'_>,
    key: &str,
    of_pack: &[Lang],
    report: &mut Report,
) -> PerLang<String> {
    let first = of_pack.first().copied().unwrap_or_default();
    PerLang::new(first, words(keys, key, of_pack, report))
}

fn words(keys: &Keys<'_>, key: &str, of_pack: &[Lang], report: &mut Report) -> Vec<(Lang, String)> {
    let Some(value) = keys.need(key, "{ en = \"…\" }", report) else {
        return Vec::new();
    };
    let allowed = Lang::ALL.map(Lang::tag);
    let Some(keys) = value.table(&allowed, report) else {
        return Vec::new();
    };
    for lang in of_pack {
        if keys.find(lang.tag()).is_none() {
            keys.fault(
                format!("“{key}” has no words in the language {lang}"),
                format!("Add {lang} = \"…\" to it"),
                report,
            );
        }
    }
    Lang::ALL
        .into_iter()
        .filter_map(|lang| Some((lang, keys.find(lang.tag())?.text(report).it)))
        .collect()
}

/// Reads `{ min = 2, max = 4 }`.
pub(crate) fn span(value: &Value<'_>, most: i32, report: &mut Report) -> (u8, u8) {
    let Some(keys) = value.table(&["min", "max"], report) else {
        return (1, 1);
    };
    let before = report.count();
    let min = small(keys.whole("min", 1..=most, report));
    let max = small(keys.whole("max", 1..=most, report));
    if min > max && report.count() == before {
        keys.fault(
            "“min” is more than “max”",
            "Write the smaller number as min",
            report,
        );
    }
    (min, max)
}

/// Reads `{ status = "draft" }`, or who reviewed it and when.
pub(crate) fn review(value: &Value<'_>, report: &mut Report) -> ReviewStatus {
    let Some(keys) = value.table(&["status", "by", "on"], report) else {
        return ReviewStatus::Draft;
    };
    let status = keys.text("status", report);
    match status.it.as_str() {
        "reviewed" => {
            return ReviewStatus::Reviewed {
                by: keys.text("by", report).it,
                on: keys.day("on", report),
            };
        }
        "draft" => {
            for key in ["by", "on"] {
                if let Some(value) = keys.find(key) {
                    value.fault(
                        format!("A draft has no “{key}”"),
                        "Write status = \"reviewed\", or take it out",
                        report,
                    );
                }
            }
        }
        "" => {}
        other => keys.fault_at(
            status.line,
            format!("“{other}” is not a review status"),
            "Write \"draft\" or \"reviewed\"",
            report,
        ),
    }
    ReviewStatus::Draft
}

/// Narrows a number whose range has been checked.
pub(crate) fn small(number: i32) -> u8 {
    u8::try_from(number).unwrap_or_default()
}

/// Returns ids without their lines.
pub(crate) fn bare(slugs: Vec<At<String>>) -> Vec<String> {
    slugs.into_iter().map(|slug| slug.it).collect()
}
