//! services.toml: the services page of a site.

use domain::document::{ServiceEntry, ServicesAbout};

use super::{
    blocks::ABOUT,
    keys::{Keys, parse},
    text::one_line,
};
use crate::problem::{Report, Source};

/// A service or contact of a site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Service {
    /// Where it is shown.
    pub about: ServicesAbout,
    /// What is shown.
    pub entry: ServiceEntry,
}

/// Reads services.toml. It may hold none yet.
pub(crate) fn read(source: &Source<'_>, report: &mut Report) -> Vec<Service> {
    let Some(table) = parse(source, report) else {
        return Vec::new();
    };
    let keys = Keys::open(source, table.get_ref(), 0, &["service"], report);
    let values = keys
        .find("service")
        .map(|value| value.items(1..=200, report))
        .unwrap_or_default();
    let mut services = Vec::new();
    for value in &values {
        let allowed = ["name", "phone", "hours", "what_for", "about", "checked_on"];
        let Some(keys) = value.table(&allowed, report) else {
            continue;
        };
        let line = |key: &str, report: &mut Report| {
            keys.find(key)
                .map(|value| one_line(&value.text(report).it))
                .unwrap_or_default()
        };
        let entry = ServiceEntry {
            name: one_line(&keys.text("name", report).it),
            phone: line("phone", report),
            hours: line("hours", report),
            what_for: line("what_for", report),
            checked_on: keys
                .find("checked_on")
                .map(|_| keys.day("checked_on", report)),
        };
        if let Some(about) = keys.one_of("about", &ABOUT, report) {
            services.push(Service { about, entry });
        }
    }
    services
}
