//! The checked content, as the rest of the program sees it: packs, courses, paces, modules, pages and forms.
//!
//! Knows nothing of how they are read.

mod course;
mod form;
mod instrument;
mod module;
mod outcome;
mod pack;
mod page;
mod per_lang;
mod slots;
mod voice;

pub use course::{Course, Months, Pace};
pub use form::{AnswersAt, ExampleOf, FieldSources, Form, FormAbout, FormKind};
pub use instrument::{Better, Instrument, Rater, ScoreRule, Wording};
pub(crate) use module::Guide;
pub use module::{Module, Sessions, Track};
pub use outcome::{CountOf, Measure, MeasureGroup, MeasuredBy, Occasion, OutcomePlan, SlotScale};
pub use pack::{Pack, Service};
pub use page::Topic;
pub(crate) use page::{Credits, Page, Placed};
pub use per_lang::PerLang;
pub(crate) use slots::{ANSWER, Slot, Takes, free_line, slots};
pub use slots::{Place, places};
pub use voice::{Pictures, Plain, Voice};
