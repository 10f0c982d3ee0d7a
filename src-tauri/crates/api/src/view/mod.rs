//! What can be seen: whole views for the screens, and nothing is changed by looking.
//!
//! A view is built from `read` and answers one question of the page, so that the page keeps no second copy of the rules.

pub mod begun;
pub mod caseload;
pub mod catalogue;
pub mod check;
pub mod earlier_texts;
pub mod endings;
pub mod events;
pub mod forms;
pub mod groups;
pub mod hand_off;
pub mod ledger;
pub mod manual;
pub mod mirror;
pub mod note;
pub mod outcomes;
pub mod packs;
pub mod pages;
pub mod people;
pub mod person;
pub mod read_back;
pub mod search;
pub mod services;
pub mod session;
pub mod state;
pub mod timeline;
pub mod today;
pub mod turned;
