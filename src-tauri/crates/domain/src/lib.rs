//! Plain values: people, sessions, notes, documents and their ids.
//!
//! This crate owns what the words of `design/PRODUCT.md` mean in code. It knows no clock, disk, database, window or
//! content file, and imports nothing of ours. Its types derive `Serialize`, `Deserialize` and `TS` because page and
//! core are built from one commit and always travel together (see ARCHITECTURE.md, *Decisions*); the store does not
//! use these derives.

pub mod answer;
pub mod backup;
pub mod calendar;
pub mod change;
pub mod document;
pub mod ending;
pub mod event;
pub mod exposure;
pub mod fidelity;
pub mod goal;
pub mod group;
pub mod id;
pub mod meeting;
pub mod note;
pub mod number;
pub mod outcome;
pub mod packet;
pub mod page_range;
pub mod person;
pub mod plan;
pub mod practice;
pub mod reached;
pub mod record;
pub mod session;
pub mod settings;
pub mod supervision;
pub mod supporter;
pub mod text;
pub mod time;

pub use answer::{Answer, AnswerKey, AnswerValue, Answers};
pub use document::Document;
pub use id::*;
pub use meeting::Edition;
pub use packet::Packet;
pub use page_range::PageRange;
pub use text::Lang;
pub use time::Timestamp;
