//! How much of the programme a person had: what they came to, and what was gone through.

use std::collections::BTreeMap;

use domain::{
    exposure::{Exposure, exposure},
    person::Person,
    session::{Attendance, Depth},
};
use store::Store;

use super::course;
use crate::{app::App, error::Result};

/// Tells how much of the programme a person had. A session that is still open is not over.
///
/// # Errors
/// Those of reading the vault.
pub fn of(app: &App, store: &Store, person: &Person) -> Result<Exposure> {
    let mut attended: Vec<Attendance> = Vec::new();
    for session in store.sessions(person.id)? {
        if session.closed_at.is_some() {
            attended.push(session.attendance);
        }
    }
    let map = course::map(
        app,
        person,
        &course::met(store, person.id)?,
        &BTreeMap::default(),
    );
    // A module without a number is an ending of ours, which no published programme counts.
    let modules = map.modules.iter().filter(|module| module.number.is_some());
    let covered = modules.map(|module| {
        let topics = &module.topics;
        topics
            .iter()
            .all(|topic| topic.depth == Some(Depth::Covered))
    });
    Ok(exposure(&attended, covered))
}
