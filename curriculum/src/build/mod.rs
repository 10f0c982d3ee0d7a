//! Puts the files of a pack together, holds them against each other and against the pack underneath, and gives a whole
//! or every problem found.

mod courses;
mod examples;
mod forms;
mod layers;
mod links;
mod load;
mod loaded;
mod modules;
mod outcomes;
mod pages;
mod reading;
mod unlisted;

pub(crate) use load::{ground, load};
pub(crate) use loaded::Loaded;
