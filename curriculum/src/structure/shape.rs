//! The structure of interactive blocks, declared once for all languages.

use domain::{
    BlockId,
    document::{Drawing, ServicesAbout},
};

use crate::{
    model::{ANSWER, AnswersAt, free_line},
    problem::At,
};

/// Which kind of file declares a page.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Home {
    /// A module's, for a topic.
    Module,
    /// That of the forms.
    Forms,
}

impl Home {
    /// Returns the name of the file.
    pub(crate) const fn file(self) -> &'static str {
        match self {
            Self::Module => "module.toml",
            Self::Forms => "forms.toml",
        }
    }

    /// Returns what its pages are called.
    pub(crate) const fn noun(self) -> &'static str {
        match self {
            Self::Module => "topic",
            Self::Forms => "form",
        }
    }
}

/// A block as a structure file declares it.
#[derive(Clone)]
pub(crate) struct BlockShape {
    pub id: BlockId,
    /// The line in that file.
    pub line: u32,
    /// Whether it begins a new sheet of paper.
    pub new_sheet: bool,
    pub shape: Shape,
}

/// What a block holds besides words.
#[derive(Clone)]
pub(crate) enum Shape {
    Question {
        lines: u8,
    },
    Checklist {
        columns: Vec<String>,
        rows: Vec<String>,
        others: u8,
    },
    Rating {
        levels: Vec<String>,
        rows: Vec<String>,
    },
    Worksheet {
        many: bool,
        parts: Vec<PartShape>,
    },
    Practice {
        options: Vec<String>,
        /// The options that serve the person's own goal by name.
        goal: Vec<String>,
    },
    RolePlay,
    KnowledgeCheck {
        questions: Vec<QuestionShape>,
    },
    KeyPoint,
    Story,
    Form {
        form: At<String>,
    },
    Services {
        about: ServicesAbout,
    },
    Figure {
        /// The name of its file, without folder and ending.
        name: At<String>,
        /// The drawing, once that file is read.
        drawing: Sketch,
    },
}

/// A drawing before it has words: each label is empty, and its id stands at the same place of the list.
#[derive(Clone, Default)]
pub(crate) struct Sketch {
    pub drawing: Drawing,
    pub labels: Vec<String>,
}

impl Shape {
    /// Every kind, as written in files.
    pub(crate) const KINDS: [&str; 12] = [
        "question",
        "checklist",
        "rating",
        "worksheet",
        "practice",
        "role-play",
        "knowledge-check",
        "key-point",
        "story",
        "form",
        "services",
        "figure",
    ];

    /// Returns the kind, as written in files.
    pub(crate) const fn kind(&self) -> &'static str {
        match self {
            Self::Question { .. } => "question",
            Self::Checklist { .. } => "checklist",
            Self::Rating { .. } => "rating",
            Self::Worksheet { .. } => "worksheet",
            Self::Practice { .. } => "practice",
            Self::RolePlay => "role-play",
            Self::KnowledgeCheck { .. } => "knowledge-check",
            Self::KeyPoint => "key-point",
            Self::Story => "story",
            Self::Form { .. } => "form",
            Self::Services { .. } => "services",
            Self::Figure { .. } => "figure",
        }
    }
}

impl Shape {
    /// Returns every field of a worksheet, those in groups included; nothing for other kinds.
    pub(crate) fn fields(&self) -> impl Iterator<Item = &FieldShape> {
        let parts = match self {
            Self::Worksheet { parts, .. } => parts.as_slice(),
            _ => &[],
        };
        parts.iter().flat_map(|part| match part {
            PartShape::Field(field) => std::slice::from_ref(field),
            PartShape::Group { fields, .. } => fields.as_slice(),
        })
    }

    /// Returns the ids that answers hang on, groups included; nothing for blocks that hold none.
    pub(crate) fn answers(&self) -> Vec<String> {
        match self {
            Self::Question { .. } => vec![ANSWER.to_owned()],
            Self::Checklist { rows, others, .. } => rows
                .iter()
                .cloned()
                .chain((1..=*others).map(|number| free_line(number).to_string()))
                .collect(),
            Self::Rating { rows, .. } => rows.clone(),
            Self::Worksheet { parts, .. } => parts
                .iter()
                .filter_map(|part| match part {
                    PartShape::Field(_) => None,
                    PartShape::Group { id, .. } => Some(id.clone()),
                })
                .chain(self.fields().map(|field| field.id.clone()))
                .collect(),
            Self::KnowledgeCheck { questions } => questions
                .iter()
                .map(|question| question.id.clone())
                .collect(),
            Self::Practice { .. }
            | Self::RolePlay
            | Self::KeyPoint
            | Self::Story
            | Self::Form { .. }
            | Self::Services { .. }
            | Self::Figure { .. } => Vec::new(),
        }
    }
}

/// A field of a worksheet, or fields that repeat.
#[derive(Clone)]
pub(crate) enum PartShape {
    Field(FieldShape),
    Group {
        id: String,
        rows: u8,
        fields: Vec<FieldShape>,
    },
}

/// A field.
#[derive(Clone)]
pub(crate) struct FieldShape {
    pub id: String,
    pub input: InputShape,
    /// Where the words offered beside it come from; forms alone have these.
    pub from: Vec<At<AnswersAt>>,
}

/// What a field takes.
#[derive(Clone)]
pub(crate) enum InputShape {
    Text,
    LongText { lines: u8 },
    Date,
    Number { min: i32, max: i32 },
    Scale { min: i32, max: i32 },
    OneOf(Vec<String>),
    AnyOf(Vec<String>),
}

/// A question with a right answer.
#[derive(Clone)]
pub(crate) struct QuestionShape {
    pub id: String,
    pub choices: Vec<String>,
    pub right: String,
}
