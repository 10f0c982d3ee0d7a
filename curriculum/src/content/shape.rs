//! The structure of interactive blocks, declared once for all languages.

use domain::BlockId;

/// A block as module.toml declares it.
pub(crate) struct BlockShape {
    pub id: BlockId,
    /// The line in module.toml.
    pub line: u32,
    pub shape: Shape,
}

/// What a block holds besides words.
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
    },
    RolePlay,
    KnowledgeCheck {
        questions: Vec<QuestionShape>,
    },
    KeyPoint,
    Story,
}

impl Shape {
    /// Every kind, as written in files.
    pub(crate) const KINDS: [&str; 9] = [
        "question",
        "checklist",
        "rating",
        "worksheet",
        "practice",
        "role-play",
        "knowledge-check",
        "key-point",
        "story",
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
        }
    }
}

/// A field of a worksheet, or fields that repeat.
pub(crate) enum PartShape {
    Field(FieldShape),
    Group {
        id: String,
        rows: u8,
        fields: Vec<FieldShape>,
    },
}

/// A field.
pub(crate) struct FieldShape {
    pub id: String,
    pub input: InputShape,
}

/// What a field takes.
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
pub(crate) struct QuestionShape {
    pub id: String,
    pub choices: Vec<String>,
    pub right: String,
}
