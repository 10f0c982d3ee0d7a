//! Words that person-facing English pages do not use, and what to write instead.
//!
//! The list is short and certain; tone is for readers, not for a program.

/// Phrases, in lowercase, with the remedy. They match whole words.
const PHRASES: [(&str, &str); 17] = [
    (
        "mentally ill",
        "Write “people with mental health problems”, or say what is meant",
    ),
    ("schizophrenic", "Write “a person with schizophrenia”"),
    ("schizophrenics", "Write “people with schizophrenia”"),
    ("suffers from", "Write “has” or “lives with”"),
    ("suffering from", "Write “having” or “living with”"),
    (
        "non-compliant",
        "Say what happened, such as “stopped taking it”",
    ),
    (
        "noncompliant",
        "Say what happened, such as “stopped taking it”",
    ),
    (
        "chemical imbalance",
        "Say what is known: many things play a part",
    ),
    ("committed suicide", "Write “died by suicide”"),
    ("commit suicide", "Write “take their own life”"),
    ("addict", "Write “a person who uses drugs”"),
    ("addicts", "Write “people who use drugs”"),
    ("drug abuser", "Write “a person who uses drugs”"),
    ("substance abuse", "Write “drug and alcohol use”"),
    ("substance abuser", "Write “a person who uses drugs”"),
    (
        "fewer admissions",
        "Promise nothing that studies do not bear",
    ),
    (
        "stay out of hospital",
        "Promise nothing that studies do not bear",
    ),
];

/// Emergency numbers of single countries; pages point to the contacts entered locally.
const EMERGENCY: [&str; 6] = ["000", "112", "113", "911", "988", "999"];

/// Units of doses.
const UNITS: [&str; 4] = ["mg", "mcg", "µg", "milligrams"];

/// Finds what is not said. Gives what is wrong and what to write instead.
pub(crate) fn faults(passage: &str) -> Vec<(String, &'static str)> {
    let tokens = tokens(passage);
    let line = line(&tokens);
    let mut found: Vec<(String, &'static str)> = PHRASES
        .iter()
        .filter(|(phrase, _)| line.contains(&format!(" {phrase} ")))
        .map(|(phrase, instead)| (format!("Pages do not say “{phrase}”"), *instead))
        .collect();
    if let Some(number) = EMERGENCY
        .iter()
        .find(|number| tokens.iter().any(|t| t == *number))
    {
        found.push((
            format!("“{number}” looks like an emergency number, which is not valid everywhere"),
            "Point to the contacts on the Help now page",
        ));
    }
    if doses(&tokens) {
        found.push((
            "A dose stands here".to_owned(),
            "Point to the prescriber; pages name no doses",
        ));
    }
    found
}

/// Parts a passage into words in lowercase, without their punctuation; “can't” is two.
pub(super) fn tokens(passage: &str) -> Vec<String> {
    passage
        .split(|c: char| !c.is_alphanumeric() && c != '-')
        .filter(|token| !token.is_empty())
        .map(str::to_lowercase)
        .collect()
}

/// Puts words into one line. Spaces at both ends make every match one of whole words.
pub(super) fn line(tokens: &[String]) -> String {
    format!(" {} ", tokens.join(" "))
}

fn doses(tokens: &[String]) -> bool {
    let is_number = |token: &str| !token.is_empty() && token.bytes().all(|b| b.is_ascii_digit());
    let together = tokens.iter().any(|token| {
        UNITS
            .iter()
            .any(|unit| token.strip_suffix(unit).is_some_and(is_number))
    });
    let apart = tokens
        .iter()
        .zip(tokens.iter().skip(1))
        .any(|(number, unit)| is_number(number) && UNITS.contains(&unit.as_str()));
    together || apart
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_pages_do_not_say_is_found_as_whole_words() {
        for (passage, found) in [
            ("A mentally ill person.", 1),
            ("Schizophrenics say so.", 1),
            ("He suffers from it, or is Non-compliant.", 2),
            ("Call 911 now!", 1),
            ("Take 5 mg a day, or 10mg.", 1),
            ("Page 112a and room 9110.", 0),
            ("Addiction services can help.", 0),
            ("She has schizophrenia.", 0),
            ("", 0),
        ] {
            assert_eq!(
                faults(passage).len(),
                found,
                "{passage}: {:?}",
                faults(passage)
            );
        }
    }
}
