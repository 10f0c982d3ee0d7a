//! services.toml: the services page of a site.

use domain::document::ServiceEntry;

use super::values::ABOUT;
use crate::{
    model::Service,
    problem::{Report, Source},
    read::{Keys, parse},
};

/// Reads services.toml. It may hold none yet.
pub(crate) fn services(source: &Source<'_>, report: &mut Report) -> Vec<Service> {
    let Some(table) = parse(source, report) else {
        return Vec::new();
    };
    let keys = Keys::open(source, &table, 0, &["service"], report);
    let mut services = Vec::new();
    for value in keys.maybe_items("service", 1..=200, report) {
        let allowed = ["name", "phone", "hours", "what_for", "about", "checked_on"];
        let Some(keys) = value.table(&allowed, report) else {
            continue;
        };
        let entry = ServiceEntry {
            name: keys.one_line("name", report),
            phone: keys.maybe_one_line("phone", report),
            hours: keys.maybe_one_line("hours", report),
            what_for: keys.maybe_one_line("what_for", report),
            checked_on: keys.find("checked_on").map(|value| value.day(report)),
        };
        if let Some(about) = keys.one_of("about", &ABOUT, report) {
            services.push(Service { about, entry });
        }
    }
    services
}
