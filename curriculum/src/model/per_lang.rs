//! The same thing in several languages.

use std::collections::BTreeMap;

use domain::Lang;

/// The same thing in several languages, one of which is always there.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PerLang<T> {
    first: (Lang, T),
    more: BTreeMap<Lang, T>,
}

impl<T: Default> PerLang<T> {
    /// Makes one; without the first language it gets an empty placeholder, which a report keeps from use.
    pub(crate) fn new(first: Lang, all: impl IntoIterator<Item = (Lang, T)>) -> Self {
        let mut more: BTreeMap<Lang, T> = all.into_iter().collect();
        let value = more.remove(&first).unwrap_or_default();
        Self {
            first: (first, value),
            more,
        }
    }
}

impl<T> PerLang<T> {
    /// Returns the words in a language, or in the pack's first one.
    pub fn get(&self, lang: Lang) -> &T {
        self.get_with_lang(lang).1
    }

    /// Returns the words in a language, or in the pack's first one, with the language they are in.
    pub fn get_with_lang(&self, lang: Lang) -> (Lang, &T) {
        match self.more.get(&lang) {
            Some(value) => (lang, value),
            None => (self.first.0, &self.first.1),
        }
    }

    /// Returns the words in the pack's first language; enough where only structure counts, the same in every language.
    pub(crate) const fn first(&self) -> &T {
        &self.first.1
    }

    /// Returns every language with its words, for changing them.
    pub(crate) fn iter_mut(&mut self) -> impl Iterator<Item = (Lang, &mut T)> {
        std::iter::once((self.first.0, &mut self.first.1))
            .chain(self.more.iter_mut().map(|(lang, value)| (*lang, value)))
    }

    /// Returns every language with its words, the pack's first language first.
    pub fn iter(&self) -> impl Iterator<Item = (Lang, &T)> {
        std::iter::once((self.first.0, &self.first.1))
            .chain(self.more.iter().map(|(lang, value)| (*lang, value)))
    }
}
