//! Reads the courses of a pack, and holds the modules they name against those there are.

use std::collections::BTreeSet;

use super::reading::Reading;
use crate::{
    model::Course,
    read::is_slug,
    structure::{CourseFile, Stands, course as read_course},
};

/// Reads every file of courses/. `known` are the ids of all modules.
pub(crate) fn courses(known: &BTreeSet<String>, reading: &mut Reading<'_>) -> Vec<Course> {
    let paths = files(reading);
    if paths.is_empty() && matches!(reading.stands, Stands::Alone) {
        reading.report.add(
            "courses",
            0,
            "The pack has no courses",
            "Add a file such as courses/eleven-modules.toml",
        );
    }
    let mut courses = Vec::new();
    for path in paths {
        let pack = reading.pack;
        let read = reading.file(&path, "", |source, report| {
            read_course(source, &pack.languages, report)
        });
        let Some(CourseFile { course, modules }) = read.flatten() else {
            continue;
        };
        for id in modules.iter().filter(|id| is_slug(&id.it)) {
            if !known.contains(id.it.as_str()) {
                reading.report.add(
                    &path,
                    id.line,
                    format!("There is no module “{}”", id.it),
                    "Write the id of a module of this pack, or take it out",
                );
            }
        }
        courses.push(course);
    }
    courses
}

fn files(reading: &Reading<'_>) -> Vec<String> {
    let is_course = |path: &&str| {
        path.strip_prefix("courses/")
            .and_then(|name| name.strip_suffix(".toml"))
            .is_some_and(|stem| !stem.contains('/'))
    };
    let paths = reading.shelf.under("courses/").into_iter();
    paths.filter(is_course).map(str::to_owned).collect()
}
