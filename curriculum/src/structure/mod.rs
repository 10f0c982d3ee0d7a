//! Reads the structure files: ids, kinds, field types and order, without words (FORMAT.md).
//!
//! They are read by hand through `Keys` rather than through serde, for the reasons given there.

mod blocks;
mod course;
mod drawing;
mod fields;
mod forms;
mod instrument;
mod module;
mod outcome;
mod paces;
mod pack;
mod page;
mod services;
mod shape;
mod topic;
mod tracks;
mod values;
mod voice;

pub(crate) use course::{CourseFile, course};
pub(crate) use drawing::sketch;
pub(crate) use forms::{FORMS, FormShape, forms};
pub(crate) use module::{ModuleFile, module};
pub(crate) use outcome::{OutcomeFile, outcome};
pub(crate) use paces::paces;
pub(crate) use pack::pack;
pub(crate) use page::{PageShape, Stands};
pub(crate) use services::services;
pub(crate) use shape::{
    BlockShape, FieldShape, Home, InputShape, PartShape, QuestionShape, Shape, Sketch,
};
pub(crate) use topic::TopicShape;
pub(crate) use voice::voice;
