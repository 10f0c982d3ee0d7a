//! Puts services and contacts where a page has room for them: those entered on this computer, then those of the site.
//!
//! The one place that does, for the screen, the turned screen, paper and the command line: topics and forms hold none.

use domain::{
    Document,
    document::{Block, ServiceEntry, ServicesAbout},
};

use crate::app::App;

/// Fills every block for services or crisis contacts.
pub fn fill(app: &App, document: &mut Document) {
    let settings = app.settings();
    for block in &mut document.blocks {
        if let Block::Services { about, entries, .. } = block {
            *entries = settings.entries(*about);
            entries.extend(of_site(app, *about));
        }
    }
}

/// What the site's packs list.
pub fn of_site(app: &App, about: ServicesAbout) -> Vec<ServiceEntry> {
    let content = app.curriculum();
    let listed = content
        .services()
        .iter()
        .filter(|service| service.about == about);
    listed.map(|service| service.entry.clone()).collect()
}
