//! Every page in every language, which all checks walk.

use domain::Lang;

use crate::{
    curriculum::Curriculum,
    model::{Page, Topic},
};

pub(super) fn pages(curriculum: &Curriculum) -> impl Iterator<Item = (&Topic, Lang, &Page)> {
    curriculum.pages().flat_map(|topic| {
        topic
            .pages
            .iter()
            .map(move |(lang, page)| (topic, lang, page))
    })
}
