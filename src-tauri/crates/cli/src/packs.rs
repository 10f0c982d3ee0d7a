//! Packs of a site: start one, see what an update changes, install and remove.

use std::{fs, path::Path};

use api::{
    act,
    content::{self, Change, Problems, What},
    view,
    wire::{InstallPack, Nothing, PackView, RemovePack},
};
use domain::{Lang, PackId};
use serde_json::json;

use crate::{
    Desk,
    content::{faulty, places},
    output::{self, Printed},
    sentences::Failure,
};

/// Writes a starter pack into a new or empty folder, whose name becomes its id.
pub fn start(desk: &Desk, dir: &Path) -> Result<Printed, Failure> {
    let id = dir.file_name().unwrap_or_default().to_string_lossy();
    let Some(files) = content::starter(&id) else {
        return Err(Failure::wrong_use(
            "The folder's name becomes the pack's id; use letters a to z, digits and hyphens, such as harbour-clinic.",
        ));
    };
    if fs::read_dir(dir).is_ok_and(|mut entries| entries.next().is_some()) {
        return Err(Failure::other(format!(
            "{} is not empty; name a new folder.",
            dir.display()
        )));
    }
    let kept = desk.tell(content::write_starter(&files, dir))?;
    output::tell_of_folder(dir, kept);
    let text = format!(
        "Wrote {}; its README.md says what to change. Check it with `waymark-cli content check {0}`.",
        dir.display()
    );
    Printed::line(text, &json!({ "path": dir, "id": id }))
}

/// Tells what an update changes for answers already given.
pub fn compare(old: &Path, new: &Path) -> Result<Printed, Failure> {
    let read = |pack| content::read(Some(pack)).map_err(|problems| faulty(Some(pack), &problems));
    let (old, new) = match (read(old), read(new)) {
        (Ok(old), Ok(new)) => (old, new),
        (Err(said), _) | (_, Err(said)) => return said,
    };
    let lang = new.pack().languages.first().copied().unwrap_or(Lang::En);
    let changes = content::diff(&old, &new, lang);
    let lost = changes
        .iter()
        .filter(|change| change.what.displaces_answers())
        .count();
    let mut lines: Vec<String> = changes.iter().map(sentence).collect();
    lines.push(match (changes.len(), lost) {
        (0, _) => "Nothing changes for answers already given.".to_owned(),
        (_, 0) => "Every answer already given stays in its place.".to_owned(),
        (_, lost) => format!(
            "Answers lose their place in {}; none is lost: they stay in the record, and the page shows them as given on an earlier version.",
            places(lost)
        ),
    });
    Printed::line(lines.join("\n"), &changes)
}

fn sentence(change: &Change) -> String {
    let mut place = change.topic.to_string();
    for part in [
        change.block.as_ref().map(ToString::to_string),
        change.field.as_ref().map(ToString::to_string),
    ] {
        place.extend(part.map(|part| format!("/{part}")));
    }
    let what = match &change.what {
        What::New => "new; nobody has answered it yet".to_owned(),
        What::Gone => "gone; answers stay in the record".to_owned(),
        What::Reworded { from, to } => {
            format!("asks in other words, “{from}” → “{to}”; answers stay in their place")
        }
        What::OtherKind => {
            "takes another kind of answer; those given stay in the record".to_owned()
        }
        What::ChoicesGone { choices } => {
            let ids: Vec<String> = choices.iter().map(ToString::to_string).collect();
            format!(
                "no longer offers {}; answers that chose it stay in the record",
                ids.join(", ")
            )
        }
        What::NarrowerRange { min, max } => {
            format!("takes {min} to {max} only; other numbers stay in the record")
        }
    };
    format!("{place}: {what}.")
}

/// Installs a pack, whole or not at all.
pub fn install(desk: &Desk, pack: &Path) -> Result<Printed, Failure> {
    let problems = desk.tell(act::packs::install(
        &desk.app,
        InstallPack {
            path: pack.to_owned(),
        },
    ))?;
    if problems.is_empty() {
        return packs_in_use(desk);
    }
    let problems = Problems::new(problems);
    let sentence = format!(
        "{} needs mending in {} and was not installed; what was installed stays as it was.",
        pack.display(),
        places(problems.as_slice().len())
    );
    let printed = Printed::line(problems.to_string(), &problems.as_slice())?;
    Ok(printed.failing(Failure::other(sentence)))
}

/// Takes a pack out.
pub fn remove(desk: &Desk, id: PackId) -> Result<Printed, Failure> {
    let name = id.clone();
    match act::packs::remove(&desk.app, RemovePack { id }) {
        Err(error) if error.code == api::ErrorCode::NotFound => Err(Failure::other(format!(
            "No pack “{name}” is installed; `waymark-cli content packs` lists those that are."
        ))),
        done => {
            desk.tell(done)?;
            packs_in_use(desk)
        }
    }
}

/// Lists the packs in use.
pub fn packs_in_use(desk: &Desk) -> Result<Printed, Failure> {
    list(&desk.tell(view::packs::packs(&desk.app, Nothing {}))?.packs)
}

fn list(packs: &[PackView]) -> Result<Printed, Failure> {
    let rows: Vec<Vec<String>> = packs
        .iter()
        .map(|pack| {
            let changes = match (pack.built_in, pack.problem.as_str()) {
                (_, problem) if !problem.is_empty() => format!("not in use: {problem}"),
                (true, _) => "came with Waymark".to_owned(),
                (false, _) => format!(
                    "topics changed: {}, new: {}; forms: {}; courses: {}; services: {}",
                    pack.replaced, pack.added, pack.forms, pack.courses, pack.services
                ),
            };
            vec![
                pack.id.to_string(),
                pack.version.clone(),
                pack.title.clone(),
                changes,
            ]
        })
        .collect();
    Printed::table(&rows, &packs)
}
