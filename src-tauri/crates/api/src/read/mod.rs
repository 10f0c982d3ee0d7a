//! Look-ups that acts, views and paper share. Nothing here changes anything, and nothing here is a whole screen.

pub mod cards;
pub mod caseload;
pub mod copies;
pub mod count;
pub mod course;
pub mod endings;
pub mod excerpt;
pub mod exposure;
pub mod facts;
pub mod groups;
pub mod labels;
pub mod ledger;
pub mod lookup;
pub mod manual;
pub mod mirror;
pub mod newcomers;
pub mod outcomes;
pub mod pages;
pub mod passphrase;
pub mod places;
pub mod plans;
pub mod returned;
pub mod self_test;
pub mod services;
pub mod supervision;
pub mod supporters;
pub mod timeline;
pub mod words;

mod earlier;
