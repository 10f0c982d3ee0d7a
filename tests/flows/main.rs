//! Whole use cases, content to export, through the command table with no window.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

mod backups;
mod boundary;
mod caseload;
mod changes;
mod course;
mod days;
mod earlier;
mod endings;
mod erasure;
mod exports;
mod fhir;
mod forms;
#[cfg(target_os = "linux")]
mod full_disk;
mod groups;
mod handouts;
mod input;
mod leaving;
mod manual;
mod memory;
mod mirror;
mod notes;
mod outcomes;
mod packs;
mod person;
mod plans;
mod safety;
mod sample;
mod search;
mod self_test;
mod services;
mod settings;
mod spine;
mod supporters;
mod vault;
mod weighed;
mod words;
