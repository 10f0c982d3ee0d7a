//! Whole packs, good and broken, and what becomes of them.

mod broken_packs;
mod examples;
mod forms;
mod layers;
mod pages;
pub(crate) mod tiny_pack;
