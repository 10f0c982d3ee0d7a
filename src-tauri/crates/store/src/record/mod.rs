//! The record: one module for each thing a practitioner writes down, between rows and values of the domain.

pub(crate) mod answers;
pub(crate) mod drafts;
pub(crate) mod earlier;
pub(crate) mod editions;
pub(crate) mod endings;
pub(crate) mod events;
pub(crate) mod goals;
pub(crate) mod groups;
pub(crate) mod hand_offs;
pub(crate) mod ledger;
pub(crate) mod meetings;
pub(crate) mod missed;
pub(crate) mod notes;
pub(crate) mod outcomes;
pub(crate) mod people;
pub(crate) mod plans;
pub(crate) mod practices;
pub(crate) mod practitioners;
pub(crate) mod sessions;
pub(crate) mod snippets;
pub(crate) mod supervision;
pub(crate) mod supporters;
pub(crate) mod today;
pub(crate) mod work;
