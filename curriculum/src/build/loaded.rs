//! A pack whose every part has been checked, and what its structure files declared.

use crate::{
    model::{Course, Form, Module, OutcomePlan, Pace, Pack, Service, Voice},
    structure::{FORMS, FormShape, ModuleFile, PageShape},
};

/// A pack whose every part has been checked, with the packs underneath it.
#[derive(Clone)]
pub(crate) struct Loaded {
    /// The pack at the bottom.
    pub pack: Pack,
    /// The packs on top of it, in order.
    pub over: Vec<Pack>,
    pub courses: Vec<Course>,
    pub paces: Vec<Pace>,
    pub outcomes: Vec<OutcomePlan>,
    pub modules: Vec<Module>,
    pub forms: Vec<Form>,
    pub services: Vec<Service>,
    /// What authors list for measuring the voice.
    pub voice: Voice,
    /// What the structure files declared, for packs that are put on top.
    pub structure: Structure,
}

/// What the structure files declare, before any words.
#[derive(Clone)]
pub(crate) struct Structure {
    /// Modules, each with its file.
    pub modules: Vec<(String, ModuleFile)>,
    pub forms: Vec<FormShape>,
}

impl Structure {
    /// Returns every page with the file that declares it.
    pub(crate) fn pages(&self) -> Vec<(&str, &PageShape)> {
        let topics = self.modules.iter().flat_map(|(path, module)| {
            module
                .topics
                .iter()
                .map(move |topic| (path.as_str(), &topic.page))
        });
        topics
            .chain(self.forms.iter().map(|form| (FORMS, &form.page)))
            .collect()
    }
}
