//! Finds what was answered to a field of a document.

use std::collections::HashMap;

use domain::{AnswerValue, BlockId, Document, FieldId, document::Choice};

/// The answers of one document by place, with the filled copy already chosen.
pub(super) struct Filled<'a> {
    /// Answers in the handout itself.
    page: HashMap<Place<'a>, &'a AnswerValue>,
    /// Answers on the filled copy that the document shows.
    copy: HashMap<Place<'a>, &'a AnswerValue>,
}

type Place<'a> = (&'a str, &'a str, u16);

impl<'a> Filled<'a> {
    /// Sorts a document's answers. Answers to other topics or other copies are not ours to print.
    pub fn new(document: &'a Document) -> Self {
        let mut filled = Self {
            page: HashMap::new(),
            copy: HashMap::new(),
        };
        for answer in &document.answers {
            let key = &answer.key;
            if document
                .topic
                .as_ref()
                .is_some_and(|topic| *topic != key.topic)
                || answer.value.is_empty()
            {
                continue;
            }
            let place = (key.block.as_str(), key.field.as_str(), key.row);
            match key.sheet {
                None => filled.page.insert(place, &answer.value),
                Some(sheet) if document.sheet == Some(sheet) => {
                    filled.copy.insert(place, &answer.value)
                }
                Some(_) => None,
            };
        }
        filled
    }

    /// Returns the answer to a field; `copy` looks on the filled copy alone, as for a worksheet that has several. A form is
    /// filled on a copy as a whole, so what the page itself does not answer is looked up there too.
    pub fn at(
        &self,
        block: &BlockId,
        field: &FieldId,
        row: u16,
        copy: bool,
    ) -> Option<&'a AnswerValue> {
        let place = (block.as_str(), field.as_str(), row);
        let page = if copy { None } else { self.page.get(&place) };
        page.or_else(|| self.copy.get(&place)).copied()
    }

    /// Tells whether a choice is ticked in a row.
    pub fn ticked(&self, block: &BlockId, field: &FieldId, choice: &Choice) -> bool {
        self.at(block, field, 0, false)
            .is_some_and(|value| holds(value, choice))
    }

    /// Returns the words on the numbered free line of a checklist.
    pub fn other(&self, block: &BlockId, number: u8) -> Option<&'a str> {
        match self.at(block, &FieldId::new(format!("other-{number}")), 0, false) {
            Some(AnswerValue::Text(words)) => Some(words),
            _ => None,
        }
    }

    /// Tells whether a choice is ticked under any field of a block.
    pub fn chosen_anywhere(&self, block: &BlockId, choice: &Choice) -> bool {
        self.page
            .iter()
            .any(|((in_block, _, _), value)| *in_block == block.as_str() && holds(value, choice))
    }

    /// Returns how many rows of a repeating group are needed to show every answer.
    pub fn rows(&self, block: &BlockId, fields: &[domain::document::Field], copy: bool) -> u16 {
        let page = if copy { None } else { Some(&self.page) };
        page.into_iter()
            .chain([&self.copy])
            .flat_map(HashMap::keys)
            .filter(|(in_block, field, _)| {
                *in_block == block.as_str()
                    && fields.iter().any(|known| known.id.as_str() == *field)
            })
            .map(|(_, _, row)| row.saturating_add(1))
            .max()
            .unwrap_or(0)
    }
}

/// By what a field is known on its page. Ids are made of letters, digits and dashes, so the strokes part them.
pub(super) fn name(block: &BlockId, field: &FieldId, row: u16) -> String {
    format!("{block}/{field}/{row}")
}

/// Tells whether an answer names a choice.
pub(super) fn holds(value: &AnswerValue, choice: &Choice) -> bool {
    match value {
        AnswerValue::Choice(chosen) => *chosen == choice.id,
        AnswerValue::Ticks(ticks) => ticks.contains(&choice.id),
        AnswerValue::Text(_)
        | AnswerValue::Number(_)
        | AnswerValue::Date(_)
        | AnswerValue::AsTyped(_)
        | AnswerValue::Missing(_) => false,
    }
}
