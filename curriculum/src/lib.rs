//! The curriculum: content as authors write it, checked into an immutable [`Curriculum`], and the engine over it.
//!
//! ① `build` puts packs of Markdown and TOML (FORMAT.md) together into a `curriculum`: `read` takes in files, `structure`
//! what they declare and `words` what they say, `model` is what comes out. Nothing unchecked gets past it. `document`
//! makes a page of it, `accept` holds an answer against it.
//! ② `engine` says where a person stands in a course and what could come next, `forms` which of a person's words a form
//! can use, `instrument` what its answers score, `outcome` what a plan of
//! measures still asks for. `check` measures the words, `diff` holds two versions of a pack together.
//! Pure, but for [`Curriculum::read`], which alone touches the disk. Knows no clock, record or window.

mod accept;
mod build;
pub mod check;
mod curriculum;
pub mod diff;
mod document;
pub mod engine;
mod fits;
pub mod forms;
pub mod instrument;
mod manual;
mod model;
pub mod outcome;
mod problem;
mod read;
mod returned;
mod starter;
mod structure;
mod words;

#[cfg(test)]
mod tests;

pub use curriculum::Curriculum;
pub use fits::AnswerProblem;
pub use manual::{ManualPage, manual};
pub use model::{
    AnswersAt, Better, CountOf, Course, ExampleOf, FieldSources, Form, FormAbout, FormKind,
    Instrument, Measure, MeasureGroup, MeasuredBy, Module, Months, Occasion, OutcomePlan, Pace,
    Pack, PerLang, Pictures, Place, Plain, Rater, ScoreRule, Service, Sessions, SlotScale, Topic,
    Track, Voice, Wording, places,
};
pub use problem::{Problem, Problems};
pub use read::PackFiles;
pub use returned::Returned;
pub use starter::starter;
