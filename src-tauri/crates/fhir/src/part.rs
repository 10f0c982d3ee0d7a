//! JSON as FHIR wants it: no nulls, no empty strings, lists or objects; moments, days and coded words written one way.

use chrono::{NaiveDate, SecondsFormat};
use domain::{Timestamp, number::Hundredths};
use serde_json::{Number, Value, json};

/// LOINC.
pub(crate) const LOINC: &str = "http://loinc.org";

/// Leaves out everything that says nothing, which FHIR forbids, at every depth.
pub(crate) fn pruned(value: Value) -> Value {
    match value {
        Value::Object(fields) => fields
            .into_iter()
            .map(|(name, value)| (name, pruned(value)))
            .filter(|(_, value)| says_something(value))
            .collect(),
        Value::Array(items) => items
            .into_iter()
            .map(pruned)
            .filter(says_something)
            .collect(),
        other => other,
    }
}

fn says_something(value: &Value) -> bool {
    match value {
        Value::Null => false,
        // A string in FHIR has more in it than spaces.
        Value::String(text) => !text.trim().is_empty(),
        Value::Array(items) => !items.is_empty(),
        Value::Object(fields) => !fields.is_empty(),
        Value::Bool(_) | Value::Number(_) => true,
    }
}

/// A concept in somebody's own words. Where FHIR insists on one and nobody gave any, it says that it is not known.
pub(crate) fn said(words: &str) -> Value {
    if words.trim().is_empty() {
        return json!({ "extension": [{
            "url": "http://hl7.org/fhir/StructureDefinition/data-absent-reason", "valueCode": "unknown"
        }] });
    }
    json!({ "text": words })
}

/// A concept with a code, and its own words beside it.
pub(crate) fn coded(system: &str, code: &str, words: &str) -> Value {
    json!({ "coding": [{ "system": system, "code": code }], "text": words })
}

/// A moment to the second, with its zone.
pub(crate) fn moment(at: Timestamp) -> String {
    at.local().to_rfc3339_opts(SecondsFormat::Secs, false)
}

/// A day.
pub(crate) fn day(on: NaiveDate) -> String {
    on.format("%Y-%m-%d").to_string()
}

/// A number with the decimals it has.
pub(crate) fn decimal(number: Hundredths) -> Value {
    number.as_whole().map_or_else(
        || Number::from_f64(f64::from(number.0) / 100.0).map_or(Value::Null, Value::Number),
        Value::from,
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_says_nothing_goes_and_everything_else_stays() {
        let given = json!({
            "a": "", "b": "  \n", "c": null, "d": [], "e": { "f": [null, { "g": "" }] }, "h": false, "i": 0,
            "j": [" x ", ""],
        });
        assert_eq!(pruned(given), json!({ "h": false, "i": 0, "j": [" x "] }));
    }

    #[test]
    fn a_number_keeps_its_decimals() {
        for (number, written) in [(700, "7"), (750, "7.5"), (-325, "-3.25"), (0, "0")] {
            assert_eq!(decimal(Hundredths(number)).to_string(), written);
        }
    }
}
