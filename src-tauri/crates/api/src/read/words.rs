//! The words by which a filled copy is known, and those that a field asks with.

use domain::{
    Answer, AnswerKey, AnswerValue, BlockId, FieldId, Lang,
    document::{Block, Field, Inline, WorksheetPart},
};
use store::Sheet;

use crate::app::App;

/// The first words written on a filled copy, in the order of its fields: what tells it from the others in a list.
/// Where no field of the page has any, words that lost their place do.
pub fn first_words<'b>(blocks: impl Iterator<Item = &'b Block>, answers: &[Answer]) -> String {
    let words = |answer: &Answer| match &answer.value {
        AnswerValue::Text(words) => Some(words.clone()),
        _ => None,
    };
    blocks
        .flat_map(written_fields)
        .filter_map(|(block, field)| {
            let here = |a: &&Answer| a.key.block == *block && a.key.field == field;
            answers.iter().find(here)
        })
        .find_map(words)
        .or_else(|| answers.iter().find_map(words))
        .unwrap_or_default()
}

/// The fields of a block that may take words, in order.
fn written_fields(block: &Block) -> Vec<(&BlockId, FieldId)> {
    match block {
        Block::Question { id, field, .. } => vec![(id, field.id.clone())],
        Block::Checklist { id, others, .. } => (1..=*others)
            .map(|number| (id, FieldId::new(format!("other-{number}"))))
            .collect(),
        Block::Worksheet { id, parts, .. } => {
            let fields = parts.iter().flat_map(fields);
            fields.map(|field| (id, field.id.clone())).collect()
        }
        _ => Vec::new(),
    }
}

/// The title of a filled copy: that of its worksheet, else that of its page; of content that is gone, its id.
pub fn sheet_title(app: &App, sheet: &Sheet, lang: Lang) -> String {
    let content = app.curriculum();
    let Some(topic) = content.topic(&sheet.topic) else {
        return sheet.topic.to_string();
    };
    let title = topic.blocks(lang).find_map(|b| match b {
        Block::Worksheet { id, title, .. } if Some(id) == sheet.block.as_ref() => {
            Some(title.as_str())
        }
        _ => None,
    });
    title.unwrap_or(topic.title(lang)).to_owned()
}

/// What a field asks, for quoting an answer in a note. Empty for fields that need no words around them.
pub fn field_label(app: &App, key: &AnswerKey, lang: Lang) -> String {
    let content = app.curriculum();
    let label = content
        .topic(&key.topic)
        .into_iter()
        .flat_map(|t| t.blocks(lang))
        .find_map(|block| match block {
            Block::Question { id, prompt, .. } if *id == key.block => Some(plain(prompt)),
            Block::Worksheet { id, parts, .. } if *id == key.block => parts
                .iter()
                .flat_map(fields)
                .find(|field| field.id == key.field)
                .map(|field| field.label.clone()),
            _ => None,
        });
    label.unwrap_or_default()
}

fn fields(part: &WorksheetPart) -> &[Field] {
    match part {
        WorksheetPart::Field { field } => std::slice::from_ref(field),
        WorksheetPart::Group { fields, .. } => fields,
    }
}

fn plain(words: &[Inline]) -> String {
    words
        .iter()
        .map(|inline| match inline {
            Inline::Plain(text) | Inline::Strong(text) | Inline::Emphasis(text) => text.as_str(),
        })
        .collect()
}
