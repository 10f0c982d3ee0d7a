//! The curriculum: content as authors write it, checked into an immutable [`Curriculum`], and the engine over it.
//!
//! ① `content` reads and checks packs of Markdown and TOML (FORMAT.md); nothing unchecked gets past it.
//! ② `engine` says where a person stands in a course and what could come next. `check` measures the words.
//! Pure, but for [`Curriculum::read_dir`], which alone touches the disk. Knows no clock, record or window.

pub mod check;
pub mod content;
pub mod engine;
mod problem;

pub use content::{
    AnswerProblem, Course, Curriculum, Module, Pack, PackFiles, PerLang, Sessions, Topic,
};
pub use problem::{Problem, Problems};
