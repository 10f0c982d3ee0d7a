//! Counts the words, sentences and syllables of what is rendered.

use domain::document::{Block, Drawn, Input, Words, WorksheetPart};

use super::syllables::syllables;
use crate::{document::rendered, model::Page, read::bare};

/// A run of words that ends at the end of its box: a paragraph, a heading, a label, a row.
pub(crate) struct Passage {
    /// The line of the block it is part of.
    pub line: u32,
    pub text: String,
    /// Whether it is read as running text; labels and rows end a sentence each and would flatter that.
    pub prose: bool,
    /// Whether it is a paragraph of the page or of a story, which ought to breathe; key points and tasks are short on purpose.
    pub paragraph: bool,
    /// Stories may have longer sentences: people talk that way.
    pub in_story: bool,
    /// The words of a drawing are held to the same rules, and not counted: they are looked at, or heard instead of it.
    pub drawn: bool,
}

/// Collects every word a page shows, summary and labels included.
pub(crate) fn passages(page: &Page, lang: domain::Lang) -> Vec<Passage> {
    let mut head = Texts(Vec::new());
    head.label(&page.title);
    head.maybe_sentence(&page.purpose);
    let mut all = head.at(1, false);
    for (line, block) in rendered(page, lang) {
        all.extend(of_block(line, &block));
    }
    all
}

/// Collects every word of one block.
pub(crate) fn of_block(line: u32, block: &Block) -> Vec<Passage> {
    let mut texts = Texts(Vec::new());
    texts.block(block);
    let mut passages = texts.at(line, matches!(block, Block::Story { .. }));
    let drawn = matches!(block, Block::Figure { .. });
    passages
        .iter_mut()
        .for_each(|passage| passage.drawn = drawn);
    passages
}

/// How words are read.
#[derive(Clone, Copy, PartialEq, Eq)]
enum As {
    Label,
    Prose,
    Paragraph,
}

/// Words with how they are read.
struct Texts(Vec<(String, As)>);

impl Texts {
    fn at(self, line: u32, in_story: bool) -> Vec<Passage> {
        self.0
            .into_iter()
            .filter(|(text, _)| !text.is_empty())
            .map(|(text, read)| Passage {
                line,
                text,
                prose: read != As::Label,
                paragraph: read == As::Paragraph,
                in_story,
                drawn: false,
            })
            .collect()
    }

    /// Adds a heading, a label, a row or a choice.
    fn label(&mut self, text: &str) {
        self.0.push((text.to_owned(), As::Label));
    }

    /// Adds running text.
    fn prose(&mut self, text: &str) {
        self.0.push((text.to_owned(), As::Prose));
    }

    /// Adds what is running text when it is written as a full sentence.
    fn maybe_sentence(&mut self, text: &str) {
        let read = if is_closed(text) {
            As::Prose
        } else {
            As::Label
        };
        self.0.push((text.to_owned(), read));
    }

    fn words(&mut self, words: &Words) {
        self.prose(&bare(words));
    }

    /// Adds a paragraph.
    fn paragraph(&mut self, words: &Words) {
        self.0.push((bare(words), As::Paragraph));
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading { text, .. } => self.label(text),
            Block::Paragraph { words } => self.paragraph(words),
            Block::KeyPoint { words, .. } => self.words(words),
            Block::List { items, .. } => {
                items
                    .iter()
                    .for_each(|item| self.maybe_sentence(&bare(item)));
            }
            Block::Quotation { words, source } => {
                words.split("\n\n").for_each(|part| self.prose(part));
                self.label(source);
            }
            Block::Story {
                title, paragraphs, ..
            } => {
                self.label(title);
                paragraphs
                    .iter()
                    .for_each(|paragraph| self.paragraph(paragraph));
            }
            // The field's label repeats the prompt for screen readers; it is read once.
            Block::Question { prompt, .. } => self.words(prompt),
            Block::Checklist {
                title,
                intro,
                columns: choices,
                rows,
                ..
            }
            | Block::Rating {
                title,
                intro,
                levels: choices,
                rows,
                ..
            } => {
                self.label(title);
                self.maybe_sentence(intro);
                choices.iter().for_each(|choice| self.label(&choice.label));
                for row in rows {
                    self.label(&row.label);
                    self.label(&row.hint);
                }
            }
            Block::Worksheet {
                title,
                intro,
                parts,
                ..
            } => {
                self.label(title);
                self.maybe_sentence(intro);
                parts.iter().for_each(|part| self.part(part));
            }
            Block::PracticeOptions { title, options, .. } => {
                self.label(title);
                options.iter().for_each(|option| self.prose(&option.label));
            }
            Block::RolePlay {
                title,
                scene,
                steps,
                look_for,
                ..
            } => {
                self.label(title);
                self.words(scene);
                steps
                    .iter()
                    .chain(look_for)
                    .for_each(|item| self.words(item));
            }
            Block::KnowledgeCheck {
                title, questions, ..
            } => {
                self.label(title);
                for question in questions {
                    self.prose(&question.prompt);
                    question
                        .choices
                        .iter()
                        .for_each(|choice| self.label(&choice.label));
                    self.maybe_sentence(&question.because);
                }
            }
            Block::FormLink {
                title,
                purpose,
                words,
                ..
            } => {
                self.label(title);
                self.maybe_sentence(purpose);
                self.words(words);
            }
            Block::Services { title, empty, .. } => {
                self.label(title);
                self.maybe_sentence(empty);
            }
            // Where an instrument comes from.
            Block::Facts { rows } => {
                for row in rows {
                    self.label(&row.label);
                    self.label(&row.value);
                }
            }
            Block::Figure {
                alt,
                caption,
                drawing,
                ..
            } => {
                self.maybe_sentence(alt);
                self.maybe_sentence(caption);
                for shape in &drawing.shapes {
                    if let Drawn::Label { lines, .. } = shape {
                        self.label(&lines.join(" "));
                    }
                }
            }
            // Records have these; content cannot.
            Block::Chart(_) | Block::Table(_) | Block::Signature { .. } | Block::NewSheet => {}
        }
    }

    fn part(&mut self, part: &WorksheetPart) {
        let fields = match part {
            WorksheetPart::Field { field } => std::slice::from_ref(field),
            WorksheetPart::Group { title, fields, .. } => {
                self.label(title);
                fields.as_slice()
            }
        };
        for field in fields {
            self.label(&field.label);
            self.label(&field.hint);
            match &field.input {
                Input::Scale { low, high, .. } => {
                    self.label(low);
                    self.label(high);
                }
                Input::OneOf { choices } | Input::AnyOf { choices } => {
                    choices.iter().for_each(|choice| self.label(&choice.label));
                }
                Input::Text | Input::LongText { .. } | Input::Date | Input::Number { .. } => {}
            }
        }
    }
}

/// Marks that may stand behind the end of a sentence.
const CLOSING: [char; 7] = ['"', '”', '’', '\'', ')', ']', '»'];

/// Tells whether words end as a full sentence does.
fn is_closed(text: &str) -> bool {
    text.trim_end_matches(CLOSING)
        .ends_with(['.', '!', '?', '…'])
}

/// A sentence with its counts.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Sentence {
    pub text: String,
    pub words: usize,
    pub syllables: usize,
}

/// Words whose full stop does not end a sentence.
const SHORT_FORMS: [&str; 12] = [
    "dr.", "mr.", "mrs.", "ms.", "st.", "e.g.", "i.e.", "etc.", "vs.", "no.", "approx.", "p.",
];

/// Parts a passage into sentences and counts them. Pieces without a word are left out.
pub(crate) fn sentences(passage: &str) -> Vec<Sentence> {
    let tokens: Vec<&str> = passage.split_whitespace().collect();
    let mut sentences = Vec::new();
    let mut start = 0;
    for (place, token) in tokens.iter().enumerate() {
        let next = tokens.get(place + 1);
        if next.is_none_or(|next| ends_sentence(token, next)) {
            let words = tokens.get(start..=place).unwrap_or_default();
            start = place + 1;
            let counted: Vec<usize> = words
                .iter()
                .flat_map(|token| token.split(['—', '–', '/', '…']))
                .filter(|word| word.chars().any(char::is_alphanumeric))
                .map(syllables)
                .collect();
            if !counted.is_empty() {
                sentences.push(Sentence {
                    text: words.join(" "),
                    words: counted.len(),
                    syllables: counted.iter().sum(),
                });
            }
        }
    }
    sentences
}

/// Tells whether a sentence ends between two tokens.
fn ends_sentence(token: &str, next: &str) -> bool {
    let bare = token.trim_end_matches(CLOSING);
    if !is_closed(token) {
        return false;
    }
    if SHORT_FORMS.contains(
        &bare
            .trim_start_matches(['(', '"', '“'])
            .to_lowercase()
            .as_str(),
    ) {
        return false;
    }
    // “Why?” she asked: a small letter goes on with the sentence.
    !next
        .trim_start_matches(|c: char| !c.is_alphanumeric())
        .starts_with(char::is_lowercase)
}

/// Computes the Flesch–Kincaid grade. No words give grade 0.
#[expect(
    clippy::cast_precision_loss,
    reason = "a page has far fewer words than a float counts exactly"
)]
pub(crate) fn grade(words: usize, sentences: usize, syllables: usize) -> f64 {
    if words == 0 || sentences == 0 {
        return 0.0;
    }
    let (words, sentences, syllables) = (words as f64, sentences as f64, syllables as f64);
    0.39 * words / sentences + 11.8 * syllables / words - 15.59
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

    use super::*;

    fn texts(passage: &str) -> Vec<String> {
        sentences(passage).into_iter().map(|s| s.text).collect()
    }

    #[test]
    fn sentences_end_where_a_reader_would_stop() {
        for (passage, expected) in [
            ("One. Two! Three?", vec!["One.", "Two!", "Three?"]),
            (
                "“Why?” she asked. “I was.”",
                vec!["“Why?” she asked.", "“I was.”"],
            ),
            (
                "See Dr. Lund at 10.30 today.",
                vec!["See Dr. Lund at 10.30 today."],
            ),
            ("Recovery means to me …", vec!["Recovery means to me …"]),
            ("Well … maybe", vec!["Well … maybe"]),
            ("Staying active", vec!["Staying active"]),
            ("(It helps.) It can.", vec!["(It helps.)", "It can."]),
            ("…", vec![]),
            ("", vec![]),
        ] {
            assert_eq!(texts(passage), expected, "{passage}");
        }
    }

    #[test]
    fn dashes_part_words_and_hyphens_do_not() {
        let counted = &sentences("A step-by-step plan—small and/or slow – helps.")[0];
        assert_eq!(counted.words, 8);
    }

    #[test]
    fn the_grade_is_that_of_flesch_and_kincaid() {
        // 0.39 × 10 ÷ 2 + 11.8 × 14 ÷ 10 − 15.59 = 1.95 + 16.52 − 15.59
        assert!((grade(10, 2, 14) - 2.88).abs() < 1e-9);
        assert!((grade(0, 0, 0)).abs() < 1e-9);
    }
}
