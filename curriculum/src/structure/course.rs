//! The files of courses/: which modules, in which order.

use domain::{CourseId, Lang, ModuleId};

use super::values::{languages, per_lang};
use crate::{
    model::Course,
    problem::{At, Report, Source},
    read::{Keys, parse},
};

/// A course with the lines of the modules it names, for checking them.
pub(crate) struct CourseFile {
    pub course: Course,
    pub modules: Vec<At<String>>,
}

/// Reads one file of courses/.
pub(crate) fn course(
    source: &Source<'_>,
    of_pack: &[Lang],
    report: &mut Report,
) -> Option<CourseFile> {
    let table = parse(source, report)?;
    let keys = Keys::open(
        source,
        &table,
        0,
        &["id", "title", "source", "usual", "modules"],
        report,
    );
    let id = keys.slug("id", report);
    let stem = source
        .file
        .trim_start_matches("courses/")
        .trim_end_matches(".toml");
    if !id.it.is_empty() && id.it != stem {
        keys.fault_at(
            id.line,
            format!("The id “{}” is not the name of the file", id.it),
            format!(
                "Write id = \"{stem}\", or rename the file to {}.toml",
                id.it
            ),
            report,
        );
    }
    let usual = keys
        .find("usual")
        .map(|value| languages(&value, report))
        .unwrap_or_default();
    let modules = keys.slugs("modules", 1..=40, report);
    Some(CourseFile {
        course: Course {
            id: CourseId::new(id.it),
            title: per_lang(&keys, "title", of_pack, report),
            source: per_lang(&keys, "source", of_pack, report),
            usual,
            modules: modules.iter().map(|id| ModuleId::new(&*id.it)).collect(),
        },
        modules,
    })
}
