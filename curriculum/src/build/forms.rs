//! Puts the forms of a pack together.

use domain::{FieldId, ModuleId};

use super::{pages::page, reading::Reading};
use crate::{
    model::{FieldSources, Form},
    structure::{FORMS, FormShape, forms as read_forms},
};

/// Reads the forms; gives what their file declares, and what came of it. A pack without any has no file for them.
pub(crate) fn forms(reading: &mut Reading<'_>) -> (Vec<FormShape>, Vec<Form>) {
    if reading.shelf.under("forms/").is_empty() && !reading.shelf.holds(FORMS) {
        return (Vec::new(), Vec::new());
    }
    let before = reading.report.count();
    let remedy = "Write it as FORMAT.md shows, or take the folder out";
    let stands = reading.stands;
    let shapes = reading
        .file(FORMS, remedy, |source, report| {
            read_forms(source, stands, report)
        })
        .unwrap_or_default();
    for shape in &shapes {
        let report = &mut reading.report;
        reading.page_ids.take("id", &shape.page.id, FORMS, report);
    }
    let sound = reading.report.count() == before;
    if !sound {
        reading.faulty = true;
        reading.shelf.pass_over("forms/");
    }
    let forms = shapes
        .iter()
        .map(|shape| form(shape, sound, reading))
        .collect();
    (shapes, forms)
}

fn form(shape: &FormShape, sound: bool, reading: &mut Reading<'_>) -> Form {
    let module = shape.module.as_ref().map(|id| ModuleId::new(&*id.it));
    let sources = shape.page.blocks.iter().flat_map(|block| {
        let fields = block.shape.fields().filter(|field| !field.from.is_empty());
        fields.map(|field| FieldSources {
            block: block.id.clone(),
            field: FieldId::from(field.id.as_str()),
            from: field.from.iter().map(|place| place.it.clone()).collect(),
        })
    });
    Form {
        page: page(&shape.page, module, "forms", sound, reading),
        kind: shape.kind,
        about: shape.about,
        sources: sources.collect(),
        instrument: shape.instrument.clone(),
        example_of: shape.page.example_of.as_ref().map(|of| of.it.clone()),
    }
}
