//! Puts the modules of a pack together, each from its folder.

use std::collections::BTreeSet;

use domain::{Lang, ModuleId, TrackId};

use super::{
    pages::page,
    reading::{Ids, Reading},
};
use crate::{
    model::{Guide, Module, PerLang, Topic},
    problem::Report,
    read::{Shelf, is_slug},
    structure::{ModuleFile, Shape, Stands, module as read_module, sketch},
    words,
};

/// Returns the names of the folders that hold a module each.
pub(crate) fn folders(shelf: &Shelf<'_>) -> BTreeSet<String> {
    shelf
        .under("modules/")
        .iter()
        .filter_map(|path| {
            let (folder, _) = path.strip_prefix("modules/")?.split_once('/')?;
            Some(folder.to_owned())
        })
        .collect()
}

/// Reads the modules; gives what their files declare, each with its path, and what came of it.
pub(crate) fn modules(
    folders: &BTreeSet<String>,
    reading: &mut Reading<'_>,
) -> (Vec<(String, ModuleFile)>, Vec<Module>) {
    let mut shapes = Vec::new();
    let mut modules = Vec::new();
    let mut ids = Ids::default();
    for folder in folders {
        let before = reading.report.count();
        let home = format!("modules/{folder}");
        let path = format!("{home}/module.toml");
        let remedy = "Write it as FORMAT.md shows, or take the folder out";
        let (pack, stands) = (reading.pack, reading.stands);
        let shape = reading.file(&path, remedy, |source, report| {
            read_module(source, &pack.languages, stands, report)
        });
        let Some(mut shape) = shape.flatten() else {
            reading.faulty = true;
            reading.shelf.pass_over(&format!("{home}/"));
            continue;
        };
        let report = &mut reading.report;
        check_folder(folder, &shape, &path, report);
        ids.take("module", &shape.id, &path, report);
        for topic in &shape.topics {
            reading
                .page_ids
                .take("topic", &topic.page.id, &path, report);
        }
        drawings(&mut shape, &home, reading);
        let sound = reading.report.count() == before;
        reading.faulty |= !sound;
        modules.push(module(&shape, &home, sound, reading));
        shapes.push((path, shape));
    }
    if folders.is_empty() && matches!(reading.stands, Stands::Alone) {
        reading.report.add(
            "modules",
            0,
            "The pack has no modules",
            "Add a folder such as modules/01-recovery-strategies with a module.toml",
        );
    }
    (shapes, modules)
}

fn check_folder(folder: &str, shape: &ModuleFile, path: &str, report: &mut Report) {
    let id = &shape.id.it;
    let number = folder.get(..2).unwrap_or_default();
    let numbered = number.bytes().all(|b| b.is_ascii_digit()) && number.len() == 2;
    if !numbered || folder.get(2..3) != Some("-") {
        report.add(
            path,
            0,
            format!("The folder “{folder}” does not start with two digits and a hyphen"),
            format!("Name it such as 01-{id}"),
        );
    } else if is_slug(id) && folder.get(3..) != Some(id) {
        report.add(
            path,
            shape.id.line,
            format!("The id “{id}” is not the name of the folder {folder}"),
            format!("Write the same in both, such as {number}-{id}"),
        );
    }
}

/// Reads the drawings that figures name.
fn drawings(shape: &mut ModuleFile, home: &str, reading: &mut Reading<'_>) {
    let blocks = shape
        .topics
        .iter_mut()
        .flat_map(|topic| &mut topic.page.blocks);
    for block in blocks {
        let Shape::Figure { name, drawing } = &mut block.shape else {
            continue;
        };
        let path = format!("{home}/figures/{}.toml", name.it);
        let remedy = "Draw it as FORMAT.md shows, or take the figure out of module.toml";
        let read = reading.file(&path, remedy, sketch);
        *drawing = read.flatten().unwrap_or_default();
    }
}

/// Puts one module together.
fn module(shape: &ModuleFile, home: &str, sound: bool, reading: &mut Reading<'_>) -> Module {
    let pack = reading.pack;
    let under = reading.stands.module(&shape.id.it);
    let guides = guides(home, under.is_some(), reading);
    let (guide, review, origin) = match under {
        Some(under) if guides.is_empty() => (
            under.guide.clone(),
            under.review.clone(),
            under.pack.clone(),
        ),
        _ => (
            PerLang::new(pack.languages.first().copied().unwrap_or_default(), guides),
            shape.review.clone(),
            pack.id.clone(),
        ),
    };
    let id = ModuleId::new(&*shape.id.it);
    let topics = shape.topics.iter().map(|topic| Topic {
        track: topic.track.as_ref().map(|track| TrackId::new(&*track.it)),
        ..page(&topic.page, Some(id.clone()), home, sound, reading)
    });
    let topics = topics.collect();
    if !sound {
        reading.shelf.pass_over(&format!("{home}/"));
    }
    Module {
        id,
        sessions: shape.sessions,
        closing: shape.closing,
        review,
        pack: origin,
        tracks: shape.tracks.clone(),
        topics,
        guide,
    }
}

/// Reads the practitioner guide in every language; on top of another pack, it may be left out.
fn guides(home: &str, may_be_missing: bool, reading: &mut Reading<'_>) -> Vec<(Lang, Guide)> {
    let mut guides = Vec::new();
    for lang in &reading.pack.languages {
        let path = format!("{home}/{lang}/guide.md");
        if may_be_missing && !reading.shelf.holds(&path) {
            continue;
        }
        let remedy = format!("Write it, or take {lang} out of the languages in pack.toml");
        let guide = reading.file(&path, &remedy, |source, report| {
            words::guide(&path, source.text, report)
        });
        guides.extend(guide.map(|guide| (*lang, guide)));
    }
    guides
}
