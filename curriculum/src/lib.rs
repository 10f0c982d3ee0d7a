//! The curriculum: content as authors write it, checked into an immutable [`Curriculum`], and the engine over it.
//!
//! ① `content` reads and checks packs of Markdown and TOML (FORMAT.md); nothing unchecked gets past it.
//! ② `engine` says where a person stands in a course and what could come next, `forms` which of a person's words a form
//! can use, `instrument` what its answers score. `check` measures the words, `diff` holds two versions of a pack together.
//! Pure, but for [`Curriculum::read`], which alone touches the disk. Knows no clock, record or window.

pub mod check;
pub mod content;
pub mod diff;
pub mod engine;
pub mod forms;
pub mod instrument;
mod problem;
mod starter;

pub use content::{
    AnswerProblem, AnswersAt, Better, Course, Curriculum, FieldSources, Form, FormAbout, FormKind,
    Instrument, Module, Months, Pace, Pack, PackFiles, PerLang, Rater, ScoreRule, Service,
    Sessions, Topic, Track, Wording,
};
pub use problem::{Problem, Problems};
pub use starter::starter;
