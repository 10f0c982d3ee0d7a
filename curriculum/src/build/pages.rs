//! Puts a page together: what the structure declares, with the words of every language.

use domain::{BlockId, Lang, ModuleId};

use super::reading::Reading;
use crate::{
    model::{Page, PerLang, Topic},
    structure::PageShape,
    words,
};

/// Makes the page of a topic or form.
///
/// Words are read only when the structure is sound: held against a faulty one, every right word would seem wrong.
pub(crate) fn page(
    shape: &PageShape,
    module: Option<ModuleId>,
    home: &str,
    sound: bool,
    reading: &mut Reading<'_>,
) -> Topic {
    let pack = reading.pack;
    let languages = if sound {
        pack.languages.as_slice()
    } else {
        &[]
    };
    let mut pages = Vec::<(Lang, Page)>::new();
    for lang in languages {
        let path = format!("{home}/{lang}/{}.md", shape.id.it);
        let remedy = format!(
            "Write it, or take {lang} out of the languages in pack.toml, or the {} out of {}",
            shape.home.noun(),
            shape.home.file()
        );
        let page = reading.file(&path, &remedy, |source, report| {
            words::page(shape, &path, source.text, report)
        });
        pages.extend(page.map(|page| (*lang, page)));
    }
    Topic {
        id: shape.topic_id(),
        module,
        track: None,
        review: shape.review.clone(),
        matters: shape.matters.as_ref().map(|id| BlockId::new(&*id.it)),
        packs: vec![pack.id.clone()],
        added: Vec::new(),
        for_goal: shape.for_goal(),
        pages: PerLang::new(languages.first().copied().unwrap_or_default(), pages),
    }
}
