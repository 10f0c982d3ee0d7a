//! Phrases the practitioner keeps for notes. They belong to the vault and to nobody's record, and stay when somebody's leaves.

use domain::{SnippetId, note::Snippet};

use crate::{
    catalogue::SNIPPET,
    engine::store::{Records, Tx},
    error::Result,
    row::{Columns, RuntimeId, text},
};

impl Records {
    /// Returns all of them, in the order they were kept: an id begins with its moment, and one that was taken out and back
    /// keeps it.
    pub fn snippets(&self) -> Result<Vec<Snippet>> {
        let mut statement = self
            .conn
            .prepare_cached("SELECT id, words FROM snippet ORDER BY id")?;
        let rows = statement.query_map([], |row| {
            Ok(Snippet {
                id: row.id("id")?,
                words: row.words("words")?,
            })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}

impl Tx<'_> {
    /// Keeps a phrase, or changes one.
    pub fn save_snippet(&mut self, snippet: &Snippet) -> Result<()> {
        SNIPPET.put(
            self.conn(),
            &[&snippet.id.bytes(), &text("phrase", &snippet.words)?],
        )
    }

    /// Takes a phrase out.
    pub fn remove_snippet(&mut self, id: SnippetId) -> Result<()> {
        self.conn()
            .prepare_cached("DELETE FROM snippet WHERE id = ?")?
            .execute([id.bytes()])?;
        Ok(())
    }
}
