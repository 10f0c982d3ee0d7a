//! Words by id: those of choices, rows and fields, held against the ids that the structure declares.

use domain::{
    FieldId, OptionId,
    document::{Choice, Row},
};

use crate::{
    problem::{Report, nearest},
    read::{Keys, Value, shorten},
};

/// Opens the table of words for a set of ids; reports words for an id that is not there, and ids without words.
pub(crate) fn matched<'a>(
    keys: &Keys<'a>,
    key: &str,
    noun: &str,
    ids: &[&str],
    report: &mut Report,
) -> Option<Keys<'a>> {
    let first = ids.first().copied().unwrap_or("an-id");
    let value = keys.need(key, &format!("{{ {first} = \"…\", … }}"), report)?;
    let table = value.ids(report)?;
    match_ids(&table, key, noun, ids, report);
    Some(table)
}

fn match_ids(table: &Keys<'_>, key: &str, noun: &str, ids: &[&str], report: &mut Report) {
    let wordless: Vec<&str> = ids
        .iter()
        .copied()
        .filter(|id| !id.is_empty() && table.find(id).is_none())
        .collect();
    let mut misspelt = Vec::new();
    for name in table.names().filter(|name| !ids.contains(&name.it)) {
        let instead = match nearest(name.it, wordless.iter().copied()) {
            Some(meant) => {
                misspelt.push(meant);
                format!("Write {meant}, or declare {} as well", shorten(name.it))
            }
            None => format!("Take it out, or declare it beside {}", ids.join(", ")),
        };
        table.fault_at(
            name.line,
            format!("There is no {noun} “{}” in this block", shorten(name.it)),
            instead,
            report,
        );
    }
    for id in wordless.iter().filter(|id| !misspelt.contains(id)) {
        table.fault(
            format!("The {noun} “{id}” has no words"),
            format!("Add {id} = \"…\" under {key}"),
            report,
        );
    }
}

/// Reads the words of choices.
pub(crate) fn choices(
    keys: &Keys<'_>,
    key: &str,
    noun: &str,
    ids: &[String],
    report: &mut Report,
) -> Vec<Choice> {
    let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
    match matched(keys, key, noun, &ids, report) {
        Some(table) => labels(&table, &ids, report),
        None => Vec::new(),
    }
}

fn labels(table: &Keys<'_>, ids: &[&str], report: &mut Report) -> Vec<Choice> {
    ids.iter()
        .filter_map(|id| {
            Some(Choice {
                id: OptionId::from(*id),
                label: table.find(id)?.one_line(report),
            })
        })
        .collect()
}

/// Reads the words of rows.
pub(crate) fn rows(keys: &Keys<'_>, ids: &[String], report: &mut Report) -> Vec<Row> {
    let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
    let Some(table) = matched(keys, "rows", "row", &ids, report) else {
        return Vec::new();
    };
    ids.iter()
        .filter_map(|id| {
            let label = label(&table.find(id)?, &[], report)?;
            Some(Row {
                id: FieldId::from(*id),
                label: label.label,
                hint: label.hint,
            })
        })
        .collect()
}

/// The words of a row or field.
pub(crate) struct Label<'a> {
    pub label: String,
    pub hint: String,
    /// The table with the further keys, when the label is not a plain string.
    pub more: Option<Keys<'a>>,
}

/// Reads the words of a row or field: plain, or a table with a hint and these further keys.
pub(crate) fn label<'a>(
    value: &Value<'a>,
    further: &[&str],
    report: &mut Report,
) -> Option<Label<'a>> {
    if value.is_text() {
        return Some(Label {
            label: value.one_line(report),
            hint: String::new(),
            more: None,
        });
    }
    if !value.is_table() {
        value.wrong("words in quotation marks, or { label = \"…\" }", report);
        return None;
    }
    let allowed: Vec<&str> = ["label", "hint"].iter().chain(further).copied().collect();
    let keys = value.table(&allowed, report)?;
    Some(Label {
        label: keys.one_line("label", report),
        hint: keys.maybe_one_line("hint", report),
        more: Some(keys),
    })
}
