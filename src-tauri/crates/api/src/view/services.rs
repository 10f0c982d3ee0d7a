//! Whom to reach here, also while everything is locked.

use domain::{document::ServicesAbout, settings::Settings};

use crate::{
    app::App,
    error::Result,
    read::services,
    wire::{Nothing, SiteServices},
};

/// Shows the settings of this computer, whose crisis contacts need no vault.
pub fn help_now(app: &App, _: Nothing) -> Result<Settings> {
    Ok(app.settings())
}

/// Lists what the packs of the site name.
pub fn site_services(app: &App, _: Nothing) -> Result<SiteServices> {
    Ok(SiteServices {
        crisis: services::of_site(app, ServicesAbout::Crisis),
        services: services::of_site(app, ServicesAbout::Services),
    })
}
