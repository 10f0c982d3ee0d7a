//! Housekeeping in idle moments, so that no save ever waits for it.

use super::{connect, full_text, store::Store};
use crate::error::Result;

/// How many changed rows one call takes into the full-text index: a few milliseconds.
const INDEXED_ROWS: u32 = 200;

/// How many pages one call merges in the full-text index: a few milliseconds.
const MERGE_PAGES: i64 = 64;

impl Store {
    /// Does one bounded piece of housekeeping, and tells whether there is more to do.
    ///
    /// Called by an idle thread: brings the full-text index up to date, merges its segments, moves the WAL into the main file, flushes the head.
    /// Where nothing could be saved, it goes on as before once there is room.
    pub fn tend(&mut self) -> Result<bool> {
        self.catch_up()?;
        let more =
            full_text::catch_up(&self.records.conn, INDEXED_ROWS)? || self.merge_segments()?;
        connect::checkpoint_passively(&self.records.conn)?;
        self.head.flush()?;
        Ok(more)
    }

    /// Merges a little. FTS5 says through the number of changed rows whether it found anything to do.
    fn merge_segments(&self) -> Result<bool> {
        let conn = &self.records.conn;
        let before = conn.total_changes();
        conn.prepare_cached("INSERT INTO search (search, rank) VALUES ('merge', ?)")?
            .execute([MERGE_PAGES])?;
        Ok(conn.total_changes() - before >= 2)
    }
}
