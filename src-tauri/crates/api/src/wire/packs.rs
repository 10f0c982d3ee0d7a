//! Packs of a site, as Settings shows and changes them.

use curriculum::Problem;
use domain::{Lang, PackId};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Installs a pack from a folder or a zip file.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct InstallPack {
    /// Where it is.
    #[ts(as = "String")]
    pub path: std::path::PathBuf,
}

/// Takes a pack out; answers given on its pages stay in the record.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RemovePack {
    /// Which one.
    pub id: PackId,
}

views! {
    /// The content that is in use.
    PacksView {
        /// The packs, that at the bottom first.
        packs: Vec<PackView>,
        /// Why the pack that was to be installed is not; empty when it is, and when none was.
        problems: Vec<Problem>,
    }
    /// A pack, and what it changes.
    PackView {
        /// Names it.
        id: PackId,
        /// The title; the id when it cannot be read.
        title: String,
        /// The version; empty when it cannot be read.
        version: String,
        /// The pack it stands on; empty for the one at the bottom.
        extends: String,
        /// The languages its words are in.
        languages: Vec<Lang>,
        /// Whether it came with the program; such a pack cannot be removed.
        built_in: bool,
        /// Whether any of its pages has not been passed by a clinical reviewer.
        draft: bool,
        /// Whether it has pages, and a named clinical reviewer has passed each of them.
        reviewed: bool,
        /// Topics of the pack underneath that it replaces or adds to.
        replaced: usize,
        /// Topics of its own.
        added: usize,
        /// Forms of its own or replaced.
        forms: usize,
        /// Courses of its own or replaced.
        courses: usize,
        /// Services it lists.
        services: usize,
        /// Why it is not in use; empty when it is.
        problem: String,
    }
}
