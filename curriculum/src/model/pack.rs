//! What a pack says of itself, and the services that a site enters in its own.

use domain::{
    Lang, PackId,
    document::{ServiceEntry, ServicesAbout},
};

/// What a pack says of itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pack {
    /// Names it.
    pub id: PackId,
    /// The pack it stands on; `None` when it stands alone.
    pub extends: Option<PackId>,
    /// The title.
    pub title: String,
    /// The version, three numbers.
    pub version: String,
    /// The languages it is whole in; the first is the fallback.
    pub languages: Vec<Lang>,
    /// The licence of its words.
    pub licence: String,
}

/// A service or contact of a site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Service {
    /// Where it is shown.
    pub about: ServicesAbout,
    /// What is shown.
    pub entry: ServiceEntry,
}
