//! Document → pieces: puts every answer in its place, and the words that a writer adds beside it.

use domain::{
    BlockId, Document,
    document::{Block, CheckQuestion, Choice, DocumentKind, Words},
};

use super::{
    Setting,
    answers::{Filled, name},
    charts::chart,
    fields::{self, field},
    furniture::furniture,
    labels::Labels,
    pieces::{
        Composition, Fact, Field, FrameKind, Item, ListKind, Mark, Piece, Room, Tick, Weight,
    },
    tables,
    words::{Run, Said, length, one_line, runs, short},
};

/// Above this many characters a story or a card may break across pages; below it stays whole.
const LONG: usize = 2_400;

/// A value with more characters than this may break across pages.
const LONGEST_WHOLE_FACT: usize = 500;

/// Composes one document.
pub(super) fn compose(document: &Document, setting: &Setting<'_>) -> Composition {
    let labels = Labels::of(document.lang);
    let source = document.source.as_ref();
    let mut composer = Composer {
        document,
        filled: Filled::new(document),
        labels,
        setting,
        inside_section: false,
        asked: 0,
        pieces: Vec::with_capacity(document.blocks.len()),
    };
    // Tasks in a row that can be left out are named once. A story is read, and asks for no such word.
    let mut named = false;
    for block in &document.blocks {
        let more = document.is_more(block);
        named &= more;
        if document.matters(block) {
            composer.weight(Weight::Matters, &labels.matters);
        } else if more && !named && !matches!(block, Block::Story { .. }) {
            composer.weight(Weight::More, &labels.more);
            named = true;
        }
        composer.block(block);
    }
    Composition {
        kind: document.kind,
        lang: document.lang,
        title: one_line(&document.title),
        topic: document
            .topic
            .as_ref()
            .map_or_else(String::new, ToString::to_string),
        number: source.map_or_else(String::new, |source| short(&source.number)),
        module: source.map_or_else(String::new, |source| one_line(&source.module)),
        purpose: one_line(&document.purpose),
        furniture: furniture(document, setting.site, labels),
        pieces: composer.end(),
    }
}

/// A document in the making.
struct Composer<'a> {
    document: &'a Document,
    filled: Filled<'a>,
    labels: &'static Labels,
    setting: &'a Setting<'a>,
    /// Whether a heading of level 2 has come.
    inside_section: bool,
    /// How many questions with choices a form has asked so far; it counts through.
    asked: usize,
    pieces: Vec<Piece>,
}

impl Composer<'_> {
    fn block(&mut self, block: &Block) {
        let labels = self.labels;
        match block {
            Block::Heading { level, text } => self.heading(*level, text),
            Block::Paragraph { words } => self.pieces.push(paragraph(words)),
            Block::List { ordered, items } => {
                // A list does not part from the words that open it.
                self.lead();
                self.pieces.push(list(*ordered, items));
            }
            Block::Quotation { words, source } => self.pieces.push(Piece::Quotation {
                said: Said::new(words),
                source: one_line(source),
            }),
            Block::KeyPoint { words, .. } => self.pieces.push(Piece::Frame {
                kind: FrameKind::KeyPoint,
                label: self.label_of_key_point(),
                pieces: vec![paragraph(words)],
                whole: true,
            }),
            Block::Story {
                title, paragraphs, ..
            } => {
                let mut pieces = self.title(title);
                pieces.extend(paragraphs.iter().map(paragraph));
                self.pieces.push(Piece::Frame {
                    kind: FrameKind::Story,
                    label: labels.story.clone(),
                    pieces,
                    whole: paragraphs.iter().map(length).sum::<usize>() <= LONG,
                });
            }
            Block::Question {
                id,
                prompt,
                field: asked,
            } => {
                let answer = self.filled.at(id, &asked.id, 0, false);
                // The field repeats the prompt as its label, without the marks the words carry.
                let fields = vec![Field {
                    label: runs(prompt),
                    ..field(name(id, &asked.id, 0), asked, answer, labels)
                }];
                self.pieces.push(Piece::Fields { fields });
            }
            Block::Checklist {
                id,
                title,
                intro,
                columns,
                rows,
                others,
            } => {
                self.head(title, intro);
                let (filled, others) = (&self.filled, *others);
                let table = tables::marks(id, columns, rows, others, false, filled, labels);
                self.pieces.push(Piece::Table(table));
            }
            Block::Rating {
                id,
                title,
                intro,
                levels,
                rows,
            } => {
                self.head(title, intro);
                let table = tables::marks(id, levels, rows, 0, true, &self.filled, labels);
                self.pieces.push(Piece::Table(table));
            }
            Block::Worksheet {
                id,
                title,
                intro,
                many,
                parts,
            } => {
                let mut pieces = self.title(title);
                pieces.extend(opening(intro));
                let large = self.setting.large;
                pieces.extend(fields::parts(id, *many, parts, &self.filled, labels, large));
                self.pieces.push(Piece::Frame {
                    kind: FrameKind::Worksheet,
                    label: String::new(),
                    pieces,
                    whole: self.document.kind == DocumentKind::Card,
                });
            }
            Block::PracticeOptions {
                id,
                title,
                goals,
                options,
            } => {
                self.head(title, "");
                self.pieces.extend(goals_above(goals, &labels.my_goal));
                let marks = options
                    .iter()
                    .map(|option| mark("", option, self.filled.chosen_anywhere(id, option)));
                let fields = vec![choice(Vec::new(), false, marks.collect())];
                self.pieces.push(Piece::Fields { fields });
            }
            Block::RolePlay {
                title,
                scene,
                steps,
                look_for,
                ..
            } => {
                let mut pieces = self.title(title);
                pieces.push(paragraph(scene));
                pieces.extend(named_list(&labels.steps, true, steps));
                pieces.extend(named_list(&labels.look_for, false, look_for));
                let words = [scene].into_iter().chain(steps).chain(look_for);
                self.pieces.push(Piece::Frame {
                    kind: FrameKind::RolePlay,
                    label: labels.role_play.clone(),
                    pieces,
                    whole: words.map(length).sum::<usize>() <= LONG,
                });
            }
            Block::KnowledgeCheck {
                id,
                title,
                questions,
            } => {
                self.head(title, "");
                self.questions(id, questions);
            }
            Block::FormLink {
                title,
                purpose,
                words,
                ..
            } => {
                let mut pieces = vec![Piece::Paragraph {
                    words: vec![Run::Strong(one_line(title))],
                    leads: true,
                }];
                pieces.extend(opening(purpose));
                pieces.push(paragraph(words));
                self.pieces.push(Piece::Frame {
                    kind: FrameKind::Leads,
                    label: labels.own_page.clone(),
                    pieces,
                    whole: true,
                });
            }
            Block::Services {
                title,
                empty,
                entries,
                ..
            } => {
                self.head(title, if entries.is_empty() { empty } else { "" });
                let table = tables::services(entries, labels, self.setting.today);
                self.pieces.push(Piece::Table(table));
            }
            Block::Figure {
                alt,
                caption,
                drawing,
                ..
            } => self.pieces.push(Piece::Figure {
                alt: one_line(alt),
                caption: one_line(caption),
                drawing: drawing.clone(),
            }),
            Block::Facts { rows } => {
                let rows = rows.iter().map(|fact| {
                    let said = Said::new(&fact.value);
                    Fact {
                        label: one_line(&fact.label),
                        whole: said.length <= LONGEST_WHOLE_FACT,
                        said,
                    }
                });
                self.facts(rows.collect());
            }
            Block::Chart(given) => self.pieces.push(Piece::Chart(chart(given, labels))),
            Block::Table(given) => self.pieces.push(Piece::Table(tables::reading(given))),
            Block::Signature { name, at } => {
                self.lead();
                let signed = !at.is_empty();
                self.pieces.push(Piece::Signature {
                    label: if signed {
                        labels.signed.clone()
                    } else {
                        labels.signature.clone()
                    },
                    name: one_line(name),
                    at: one_line(at),
                    date: labels.date.clone(),
                });
            }
            Block::NewSheet => self.pieces.push(Piece::NewSheet),
        }
    }

    /// The level of what stands below a section: no level may be left out, so before the first section it is 2.
    const fn below(&self) -> u8 {
        if self.inside_section { 3 } else { 2 }
    }

    /// The line that says what the next block weighs.
    fn weight(&mut self, weight: Weight, label: &str) {
        self.pieces.push(Piece::Weight {
            weight,
            label: label.to_owned(),
        });
    }

    fn heading(&mut self, level: u8, text: &str) {
        let level = if level <= 2 { 2 } else { self.below() };
        self.inside_section |= level == 2;
        self.pieces.push(Piece::Heading {
            level,
            text: one_line(text),
        });
    }

    /// The heading of a block; none when it has no title.
    fn title(&self, title: &str) -> Vec<Piece> {
        if title.is_empty() {
            return Vec::new();
        }
        vec![Piece::Heading {
            level: self.below(),
            text: one_line(title),
        }]
    }

    /// The heading of a block, and the line on what to do.
    fn head(&mut self, title: &str, intro: &str) {
        self.pieces.extend(self.title(title));
        self.pieces.extend(opening(intro));
    }

    /// Binds the last piece to the next one.
    fn lead(&mut self) {
        if let Some(
            Piece::Paragraph { leads, .. } | Piece::List { leads, .. } | Piece::Facts { leads, .. },
        ) = self.pieces.last_mut()
        {
            *leads = true;
        }
    }

    /// On a form, the box of a key point warns, and needs no name.
    fn label_of_key_point(&self) -> String {
        match self.document.kind {
            DocumentKind::Handout | DocumentKind::Guide | DocumentKind::Sheet => {
                self.labels.key_point.clone()
            }
            DocumentKind::Form
            | DocumentKind::Letter
            | DocumentKind::Certificate
            | DocumentKind::Card
            | DocumentKind::DraftNote
            | DocumentKind::SignedNote => String::new(),
        }
    }

    /// Questions with choices. The right answers stay off: it is a page to talk over, not a test to mark.
    fn questions(&mut self, block: &BlockId, questions: &[CheckQuestion]) {
        let items = questions.iter().map(|question| {
            let known = name(block, &question.id, 0);
            let ticked = |choice| self.filled.ticked(block, &question.id, choice);
            let choices = question.choices.iter();
            let marks = choices.map(|choice| mark(&known, choice, ticked(choice)));
            let label = vec![Run::Plain(one_line(&question.prompt))];
            Item {
                pieces: vec![Piece::Fields {
                    fields: vec![choice(label, true, marks.collect())],
                }],
                whole: true,
            }
        });
        let items: Vec<Item> = items.collect();
        let mut from = 1;
        if self.document.kind == DocumentKind::Form {
            from += self.asked;
            self.asked += items.len();
        }
        self.pieces.push(Piece::List {
            kind: ListKind::Numbers { from },
            items,
            leads: false,
        });
    }

    /// Facts that nobody came to read are in small print: who made an instrument, and what proves a signature.
    fn facts(&mut self, rows: Vec<Fact>) {
        let facts = Piece::Facts { rows, leads: false };
        let is_form = self.document.kind == DocumentKind::Form;
        let small = match self.pieces.last() {
            Some(Piece::Heading { .. }) if is_form => {
                self.pieces.pop().into_iter().chain([facts]).collect()
            }
            Some(Piece::Signature { .. }) => vec![facts],
            _ => return self.pieces.push(facts),
        };
        self.pieces.push(Piece::Frame {
            kind: FrameKind::SmallPrint,
            label: String::new(),
            pieces: small,
            whole: true,
        });
    }

    /// A page break with nothing before or after it would print an empty page.
    fn end(mut self) -> Vec<Piece> {
        let is_break = |piece: &Piece| matches!(piece, Piece::NewSheet);
        while self.pieces.pop_if(|last| is_break(last)).is_some() {}
        let first = self.pieces.iter().position(|piece| !is_break(piece));
        self.pieces.drain(..first.unwrap_or(0));
        self.pieces
    }
}

/// What the person is working towards, above what they could try for it.
fn goals_above(goals: &[String], label: &str) -> Vec<Piece> {
    if goals.is_empty() {
        return Vec::new();
    }
    let label = Piece::Paragraph {
        words: vec![Run::Strong(label.to_owned())],
        leads: true,
    };
    let said = goals.iter().map(|goal| Piece::Quotation {
        said: Said::new(goal),
        source: String::new(),
    });
    std::iter::once(label).chain(said).collect()
}

fn paragraph(words: &Words) -> Piece {
    Piece::Paragraph {
        words: runs(words),
        leads: false,
    }
}

/// A soft line that says what to do or what it is for.
fn opening(words: &str) -> Option<Piece> {
    (!words.is_empty()).then(|| Piece::Paragraph {
        words: vec![Run::Soft(one_line(words))],
        leads: true,
    })
}

fn list(ordered: bool, items: &[Words]) -> Piece {
    Piece::List {
        kind: if ordered {
            ListKind::Numbers { from: 1 }
        } else {
            ListKind::Dots
        },
        items: items
            .iter()
            .map(|words| Item {
                pieces: vec![paragraph(words)],
                whole: false,
            })
            .collect(),
        leads: false,
    }
}

/// A list below the line that names it; nothing when it is empty.
fn named_list(name: &str, ordered: bool, items: &[Words]) -> Vec<Piece> {
    if items.is_empty() {
        return Vec::new();
    }
    let name = Piece::Paragraph {
        words: vec![Run::Strong(name.to_owned())],
        leads: true,
    };
    vec![name, list(ordered, items)]
}

/// A field of boxes alone, which count nothing.
fn choice(label: Vec<Run>, one: bool, marks: Vec<Mark>) -> Field {
    Field {
        label,
        room: Room::Marks { one, marks },
        ..fields::line(String::new(), "", None)
    }
}

fn mark(name: &str, choice: &Choice, ticked: bool) -> Mark {
    Mark {
        label: one_line(&choice.label),
        tick: Tick {
            name: name.to_owned(),
            option: choice.id.to_string(),
            ticked,
            counts: String::new(),
        },
    }
}
