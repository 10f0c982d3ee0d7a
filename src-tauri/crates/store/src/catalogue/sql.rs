//! The part of the schema that the catalogue makes: the full-text index with what feeds it, and who owns a row.
//!
//! Migrations are frozen texts, so they hold what is made here word for word; a test compares the two.
//! `cargo run -p store --features testing --example catalogue_sql` prints it for the next migration.

use super::{
    ALL,
    table::{SEARCH_STRIDE, Search, Table, Whose},
};

/// Returns the statements, each with its end.
pub(crate) fn triggers() -> String {
    let searched: Vec<(&Table, Search)> = ALL
        .iter()
        .filter_map(|table| Some((*table, table.search?)))
        .collect();
    let owned = ALL.iter().filter(|table| table.whose == Whose::Persons);
    [
        view(&searched),
        INDEX.to_owned(),
        searched
            .iter()
            .map(|(table, search)| feeds(table, search))
            .collect(),
        owned.map(|table| owner(table.name)).collect(),
    ]
    .concat()
}

/// Merges wait for an idle moment (`tend`), so no save pays for them. Were there never an idle moment, a merge is forced
/// long before the 2,000 segments that FTS5 can hold. Two index pages of 3,950 bytes fit into a database page; the default
/// of 4,050 leaves half of every one empty. What is deleted leaves the index at once and not at the next merge.
const INDEX: &str = "CREATE VIRTUAL TABLE search USING fts5 (
    words,
    content = 'searched', content_rowid = 'place', columnsize = 0, tokenize = 'unicode61 remove_diacritics 2'
);
INSERT INTO search (search, rank) VALUES ('pgsz', 3950);
INSERT INTO search (search, rank) VALUES ('automerge', 0);
INSERT INTO search (search, rank) VALUES ('crisismerge', 256);
INSERT INTO search (search, rank) VALUES ('secure-delete', 1);
";

/// Everything that is searched, as the index sees it: its place in the index and its words.
fn view(searched: &[(&Table, Search)]) -> String {
    let parts: Vec<String> = searched
        .iter()
        .map(|(table, search)| {
            let when = match search.when {
                "" => String::new(),
                when => format!(" WHERE {when}"),
            };
            format!(
                "SELECT {} AS place, {} AS words FROM {}{when}",
                place("", search),
                words("", search),
                table.name
            )
        })
        .collect();
    format!("CREATE VIEW searched AS\n{};\n", parts.join("\nUNION ALL "))
}

fn place(row: &str, search: &Search) -> String {
    format!("{row}seq * {SEARCH_STRIDE} + {}", search.number)
}

/// The words of a row in one text.
fn words(row: &str, search: &Search) -> String {
    let columns: Vec<String> = search.columns.iter().map(|c| format!("{row}{c}")).collect();
    columns.join(" || char(10) || ")
}

/// The triggers that keep the index in step with a table.
fn feeds(table: &Table, search: &Search) -> String {
    let name = table.name;
    let when = |row: &str| match search.when {
        "" => String::new(),
        when => format!("\nWHEN {row}{when}"),
    };
    let add = format!(
        "INSERT INTO search (rowid, words) VALUES ({}, {});",
        place("NEW.", search),
        words("NEW.", search)
    );
    let remove = format!(
        "INSERT INTO search (search, rowid, words) VALUES ('delete', {}, {});",
        place("OLD.", search),
        words("OLD.", search)
    );
    let columns = ["seq"].iter().chain(search.columns).copied();
    // A row that begins or ceases to be searched changes its words as well, so it is taken out and put in anew.
    let (condition, remove_if, add_if) = match search.when {
        "" => (None, remove.clone(), add.clone()),
        when => (
            when.split_whitespace().next(),
            format!(
                "INSERT INTO search (search, rowid, words) SELECT 'delete', {}, {} WHERE OLD.{when};",
                place("OLD.", search),
                words("OLD.", search)
            ),
            format!(
                "INSERT INTO search (rowid, words) SELECT {}, {} WHERE NEW.{when};",
                place("NEW.", search),
                words("NEW.", search)
            ),
        ),
    };
    let watched: Vec<&str> = columns.chain(condition).collect();
    let each = |row: &str| {
        let named: Vec<String> = watched.iter().map(|c| format!("{row}{c}")).collect();
        named.join(", ")
    };
    format!(
        "CREATE TRIGGER {name}_search_added AFTER INSERT ON {name}{} BEGIN
    {add}
END;
CREATE TRIGGER {name}_search_gone AFTER DELETE ON {name}{} BEGIN
    {remove}
END;
CREATE TRIGGER {name}_search_changed AFTER UPDATE OF {} ON {name}
WHEN ({}) IS NOT ({}) BEGIN
    {remove_if}
    {add_if}
END;
",
        when("NEW."),
        when("OLD."),
        watched.join(", "),
        each("OLD."),
        each("NEW."),
    )
}

/// A row never changes hands.
fn owner(table: &str) -> String {
    format!(
        "CREATE TRIGGER {table}_owner BEFORE UPDATE OF person ON {table} WHEN NEW.person IS NOT OLD.person BEGIN
    SELECT RAISE (ABORT, 'owner: a row belongs to one person for good');
END;
"
    )
}
