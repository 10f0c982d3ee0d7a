//! A pack while it is being loaded: the files left to read, what was found wrong, and the ids taken so far.

use std::collections::BTreeMap;

use crate::{
    model::Pack,
    problem::{At, Report, Source},
    read::Shelf,
    structure::Stands,
};

/// What every step of loading goes by and adds to.
pub(crate) struct Reading<'a> {
    pub pack: &'a Pack,
    pub stands: Stands<'a>,
    pub shelf: Shelf<'a>,
    pub report: Report,
    /// The ids of pages; topics and forms share one namespace.
    pub page_ids: Ids,
    /// Whether a structure file has faults: then what seems to lead nowhere may only have been read badly.
    pub faulty: bool,
}

impl Reading<'_> {
    /// Reads a file that must be there; a missing one is reported with the remedy.
    pub(crate) fn file<T>(
        &mut self,
        path: &str,
        remedy: &str,
        read: impl FnOnce(&Source<'_>, &mut Report) -> T,
    ) -> Option<T> {
        let text = self.shelf.read(path, remedy, &mut self.report)?;
        Some(read(&Source::new(path, &text, 1), &mut self.report))
    }

    /// Reads a file that may be left out.
    pub(crate) fn maybe_file<T>(
        &mut self,
        path: &str,
        read: impl FnOnce(&Source<'_>, &mut Report) -> T,
    ) -> Option<T> {
        if self.shelf.holds(path) {
            self.file(path, "", read)
        } else {
            None
        }
    }
}

/// Ids that may stand once in a pack, each with its file and line.
#[derive(Default)]
pub(crate) struct Ids(BTreeMap<String, String>);

impl Ids {
    /// Takes an id; reports one that another place of the pack has already.
    pub(crate) fn take(&mut self, noun: &str, id: &At<String>, path: &str, report: &mut Report) {
        if id.it.is_empty() {
            return;
        }
        match self.0.get(&id.it) {
            Some(first) => report.add(
                path,
                id.line,
                format!("The {noun} “{}” is there already, in {first}", id.it),
                "Choose another id; answers hang on it",
            ),
            None => {
                self.0.insert(id.it.clone(), format!("{path}:{}", id.line));
            }
        }
    }
}
