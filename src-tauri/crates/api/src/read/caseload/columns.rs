//! Which column holds what, guessed from the headings in our three languages and from what stands below them.

use domain::Lang;

use super::{dates, table::Row, words::plain};
use crate::wire::CaseloadColumn::{self, *};

/// What headings say, without case, accents, spaces and marks.
const HEADINGS: [(CaseloadColumn, &[&str]); 7] = [
    (
        Name,
        &[
            "name",
            "fullname",
            "preferredname",
            "calledname",
            "person",
            "client",
            "clientname",
            "navn",
            "fuldenavn",
            "fulltnavn",
            "kaldenavn",
            "borger",
            "bruger",
            "bruker",
        ],
    ),
    (
        FirstName,
        &["firstname", "givenname", "forename", "fornavn"],
    ),
    (
        LastName,
        &[
            "lastname",
            "surname",
            "familyname",
            "efternavn",
            "etternavn",
        ],
    ),
    (
        RecordNumber,
        &[
            "recordnumber",
            "recordno",
            "record",
            "number",
            "no",
            "id",
            "mrn",
            "chart",
            "journalnummer",
            "journalnr",
            "journal",
            "nummer",
            "nr",
            "sagsnummer",
            "sagsnr",
            "saksnummer",
            "saksnr",
        ],
    ),
    (Language, &["language", "lang", "sprog", "sprak"]),
    (
        StartedOn,
        &[
            "started",
            "startedon",
            "start",
            "startdate",
            "begun",
            "begunon",
            "startdato",
            "startet",
            "startede",
            "opstart",
            "oppstart",
            "begyndt",
            "begynte",
            "begynt",
        ],
    ),
    (
        NextMeeting,
        &[
            "next",
            "nextmeeting",
            "nextappointment",
            "nextsession",
            "appointment",
            "naeste",
            "naestemode",
            "naestetid",
            "naestesamtale",
            "neste",
            "nestemote",
            "nestetime",
            "nestesamtale",
            "aftale",
            "avtale",
        ],
    ),
];

/// Guesses what each column holds; no two hold the same.
pub fn guess(first: &Row) -> Vec<Option<CaseloadColumn>> {
    let mut taken = Vec::new();
    let guess = |heading: &String| {
        let plain = plain(heading);
        let found = HEADINGS
            .iter()
            .find(|(column, words)| !taken.contains(column) && words.contains(&plain.as_str()));
        let column = found.map(|(column, _)| *column);
        taken.extend(column);
        column
    };
    first.cells.iter().map(guess).collect()
}

/// Tells whether a first line holds headings: it names one of ours, or nothing in it looks like somebody's.
pub fn are_headings(first: &Row) -> bool {
    let named = guess(first).iter().any(Option::is_some);
    let digits = first
        .cells
        .iter()
        .any(|cell| cell.chars().any(|c| c.is_ascii_digit()));
    named || !digits
}

/// Tells whether the days in figures of these cells begin with the day, as in all our languages, or with the month.
pub fn day_first<'c>(cells: impl Iterator<Item = &'c str>) -> bool {
    let mut month_first = false;
    for cell in cells {
        match dates::first_two(cell) {
            Some((first, _)) if first > 12 => return true,
            Some((_, second)) if second > 12 => month_first = true,
            _ => {}
        }
    }
    !month_first
}

/// Reads a language by its tag or its name in any of ours.
pub fn language(text: &str) -> Option<Lang> {
    Some(match plain(text).as_str() {
        "en" | "eng" | "english" | "engelsk" => Lang::En,
        "da" | "dk" | "dan" | "danish" | "dansk" => Lang::Da,
        "nb" | "no" | "nor" | "nob" | "norwegian" | "norsk" | "bokmal" | "norskbokmal" => Lang::Nb,
        _ => return None,
    })
}
