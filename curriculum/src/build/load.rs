//! Puts a pack together from its files and holds the files against each other.

use std::collections::BTreeSet;

use super::{
    courses::courses,
    examples,
    forms::forms,
    layers, links,
    loaded::{Loaded, Structure},
    modules::{folders, modules},
    outcomes,
    reading::{Ids, Reading},
    unlisted::explain_unlisted,
};
use crate::{
    model::Pack,
    problem::{Problems, Report, Source},
    read::{PackFiles, Shelf},
    structure::{self, Stands},
};

const PACK: &str = "pack.toml";
const PACES: &str = "paces.toml";
const SERVICES: &str = "services.toml";
const VOICE: &str = "voice.toml";

/// Reads and checks all files, on top of the packs underneath if there are any. Gives either a whole or every problem found.
pub(crate) fn load(files: &PackFiles, base: Option<&Loaded>) -> Result<Loaded, Problems> {
    let mut report = Report::default();
    let mut shelf = Shelf::new(files, &mut report);

    let remedy = "Write it as FORMAT.md shows, or choose the folder that holds it";
    let pack = shelf
        .read(PACK, remedy, &mut report)
        .and_then(|text| structure::pack(&Source::new(PACK, &text, 1), &mut report));
    let Some(pack) = pack else {
        // Without its languages, no other file can be judged.
        return Err(report.refuse());
    };

    if !stands_on(&pack, base.map(|base| &base.pack), &mut report) {
        // On other ground, everything else would seem wrong.
        return Err(report.refuse());
    }
    if pack.languages.is_empty() {
        shelf.pass_over("modules/");
        shelf.pass_over("forms/");
    }
    let mut reading = Reading {
        pack: &pack,
        stands: base.map_or(Stands::Alone, |base| Stands::On(&base.modules)),
        shelf,
        report,
        page_ids: Ids::default(),
        faulty: false,
    };
    let folders = folders(&reading.shelf);
    let (module_files, modules) = modules(&folders, &mut reading);
    let (form_shapes, forms) = forms(&mut reading);
    // A module whose structure cannot be read is known by its folder all the same.
    let known: BTreeSet<String> = modules
        .iter()
        .chain(base.into_iter().flat_map(|base| &base.modules))
        .map(|module| module.id.to_string())
        .chain(
            folders
                .iter()
                .filter_map(|folder| Some(folder.get(3..)?.to_owned())),
        )
        .collect();
    let courses = courses(&known, &mut reading);
    let outcomes = outcomes::outcomes(&mut reading);
    let paces = reading.maybe_file(PACES, |source, report| {
        structure::paces(source, &pack.languages, report)
    });
    let voice = reading.maybe_file(VOICE, structure::voice);
    // A site's own services page. Content that stands alone has none: it would be somebody else's.
    let services = match &pack.extends {
        Some(_) => reading.maybe_file(SERVICES, structure::services),
        None => None,
    };
    let Reading {
        shelf,
        mut report,
        faulty,
        ..
    } = reading;
    shelf.report_unlisted(|path| explain_unlisted(path, &pack.languages), &mut report);
    if faulty {
        return Err(report.refuse());
    }
    let own = Loaded {
        pack,
        over: Vec::new(),
        courses,
        paces: paces.unwrap_or_default(),
        outcomes: outcomes.iter().map(|(_, file)| file.plan.clone()).collect(),
        modules,
        forms,
        services: services.unwrap_or_default(),
        voice: voice.unwrap_or_default(),
        structure: Structure {
            modules: module_files,
            forms: form_shapes,
        },
    };
    let own_forms = own.structure.forms.clone();
    let mut whole = match base {
        None => {
            links::check(&own.structure, &own.structure, &known, &mut report);
            own
        }
        Some(base) => {
            let structure = own.structure.clone();
            let whole = layers::merge(base, own, &mut report);
            links::check(&structure, &whole.structure, &known, &mut report);
            whole
        }
    };
    outcomes::check(&outcomes, &whole.forms, &mut report);
    examples::fill(&own_forms, &whole.modules, &mut whole.forms, &mut report);
    links::name_forms(&mut whole.modules, &mut whole.forms);
    report.pass(whole)
}

/// Returns the id of the pack that this one says it extends, if that much can be read.
pub(crate) fn ground(files: &PackFiles) -> Option<String> {
    let text = std::str::from_utf8(files.get(PACK)?).ok()?;
    let mut report = Report::default();
    let pack = structure::pack(&Source::new(PACK, text, 1), &mut report)?;
    Some(pack.extends?.to_string())
}

/// Tells whether a pack that extends another stands on it, and one that does not stands alone; reports when not.
fn stands_on(pack: &Pack, base: Option<&Pack>, report: &mut Report) -> bool {
    let what = match (&pack.extends, base) {
        (None, None) => return true,
        (Some(id), Some(base)) if *id == base.id => return true,
        (Some(id), _) => format!("The pack stands on “{id}”, which is not there"),
        (None, Some(_)) => "The pack does not say which one it stands on".to_owned(),
    };
    let instead = match base {
        Some(base) => format!("Write extends = \"{}\"", base.id),
        None => "Install that pack first, or take extends out".to_owned(),
    };
    report.add(PACK, 0, what, instead);
    false
}
