//! The rules of the tree that a program can check: who may import whom, how files are kept, what dependencies may be.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

mod dependencies;
mod files;
mod floors;
mod help;
mod imports;
mod leaves;
mod page;
mod systems;
mod tree;
