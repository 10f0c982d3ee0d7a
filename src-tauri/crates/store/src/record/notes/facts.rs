//! What is printed with a signed note, as it is kept: JSON with names of its own, so that renaming a field for the page
//! cannot change what lies in a vault. The seal is over this very text.

use chrono::NaiveDate;
use domain::{Edition, meeting::MeetingFormat, note::NoteFacts};
use serde::{Deserialize, Serialize};

use crate::{
    code::Code,
    error::{Damage, Error, Result},
};

#[derive(Serialize, Deserialize)]
struct Kept {
    name: String,
    record_number: String,
    number: u32,
    minutes: Option<u32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    entered_on: Option<NaiveDate>,
    place: String,
    site: String,
    meeting: String,
    practitioners: Vec<String>,
    editions: Vec<(String, String)>,
}

pub(super) fn write(facts: &NoteFacts) -> Result<String> {
    let kept = Kept {
        name: facts.name.clone(),
        record_number: facts.record_number.clone(),
        number: facts.number,
        minutes: facts.minutes,
        entered_on: facts.entered_on,
        place: facts.place.clone(),
        site: facts.site.clone(),
        meeting: facts.meeting.code().to_owned(),
        practitioners: facts.practitioners.clone(),
        editions: facts
            .editions
            .iter()
            .map(|edition| (edition.pack.to_string(), edition.pack_version.clone()))
            .collect(),
    };
    serde_json::to_string(&kept).map_err(|_| damaged())
}

/// Reads them; after an erasure there are none.
pub(super) fn read(text: &str) -> Result<NoteFacts> {
    if text.is_empty() {
        return Ok(NoteFacts::default());
    }
    let kept: Kept = serde_json::from_str(text).map_err(|_| damaged())?;
    Ok(NoteFacts {
        name: kept.name,
        record_number: kept.record_number,
        number: kept.number,
        minutes: kept.minutes,
        entered_on: kept.entered_on,
        place: kept.place,
        site: kept.site,
        meeting: MeetingFormat::from_code(&kept.meeting).ok_or_else(damaged)?,
        practitioners: kept.practitioners,
        editions: kept
            .editions
            .into_iter()
            .map(|(pack, pack_version)| Edition {
                pack: pack.as_str().into(),
                pack_version,
            })
            .collect(),
    })
}

fn damaged() -> Error {
    Error::damaged(Damage::Value {
        column: "facts".to_owned(),
    })
}
