//! The record as HL7 FHIR R4 (4.0.1): plain values of it in, JSON out.
//!
//! Pure: no clock, and no id is made here. Every resource bears the id it has in the record, or one that is derived from
//! it, so that whoever takes an export in twice updates and never has anything double. What becomes of what, which
//! profiles that fits and which not, is told in `docs/fhir.md`.
//!
//! Nothing is said that was not recorded: an element nobody gave is left out, a missing one that FHIR insists on says so
//! with *data absent reason*, and words stand to the letter.

mod answers;
mod bundle;
mod chart;
mod encounter;
mod filed;
mod goals;
mod ids;
mod note;
mod part;
mod people;
mod plan;
mod supporters;
mod xhtml;

pub use bundle::{document, transaction};
pub use chart::{
    AnsweredPage, Chart, Given, Item, Leader, Met, OnTheirSide, Scored, Section, Written,
};
pub use ids::page_id;
