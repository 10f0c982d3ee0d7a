//! The part of the schema that the catalogue makes: the full-text index with what feeds it, and who owns a row.
//!
//! Migrations are frozen texts, so they hold what is made here word for word; a test compares the two.
//! `cargo run -p store --features testing --example catalogue_sql` prints it for the next migration.

use super::{
    ALL,
    table::{SEARCH_SPAN, Search, Table, Whose},
};

/// Returns the statements, each with its end.
pub(crate) fn triggers() -> String {
    let searched: Vec<(&Table, Search)> = ALL
        .iter()
        .filter_map(|table| Some((*table, table.search?)))
        .collect();
    let referred = ALL.iter().filter(|table| table.is_referred_to());
    [
        view(&searched),
        INDEX.to_owned(),
        searched
            .iter()
            .map(|(table, search)| feeds(table, search))
            .collect(),
        ALL.iter().filter_map(|table| owner(table)).collect(),
        referred.map(|table| number(table.name)).collect(),
    ]
    .concat()
}

/// Indexing and merges wait for an idle moment (`tend`), so no save pays for them: a keystroke only lists its row. Were there never an idle moment, a merge is forced
/// long before the 2,000 segments that FTS5 can hold. Two index pages of 3,950 bytes fit into a database page; the default
/// of 4,050 leaves half of every one empty. What is deleted leaves the index at once and not at the next merge.
///
/// The index knows which words a row holds and not where they stand: the places are three quarters of an index that knows
/// them, and would be a second copy of the text; a phrase is looked for in the rows that hold its words. Marks belong to a word, as in Tamil or Thai.
const INDEX: &str = "CREATE VIRTUAL TABLE search USING fts5 (
    words,
    content = 'searched', content_rowid = 'place', columnsize = 0, detail = none,
    tokenize = \"unicode61 remove_diacritics 2 categories 'L* N* Co M*'\"
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
                search.words(""),
                table.name
            )
        })
        .collect();
    format!("CREATE VIEW searched AS\n{};\n", parts.join("\nUNION ALL "))
}

fn place(row: &str, search: &Search) -> String {
    format!("{row}seq + {}", search.number * SEARCH_SPAN)
}

/// The triggers that put a row of a table on the list of what the index does not know yet. The first change since the index
/// was brought up to date counts: it takes along the words that stand in the index.
fn feeds(table: &Table, search: &Search) -> String {
    let name = table.name;
    let list = |row: &str, words: &str| {
        format!(
            "INSERT INTO unindexed (place, words) VALUES ({}, {words}) ON CONFLICT DO NOTHING;",
            place(row, search)
        )
    };
    let indexed = match search.when {
        "" => search.words("OLD."),
        when => format!("CASE WHEN OLD.{when} THEN {} END", search.words("OLD.")),
    };
    let (add, leave) = (list("NEW.", "NULL"), list("OLD.", &indexed));
    // A row that begins or ceases to be searched changes its words as well.
    let condition = search.when.split_whitespace().next();
    let watched: Vec<&str> = search.columns.iter().copied().chain(condition).collect();
    let each = |row: &str| {
        let named: Vec<String> = watched.iter().map(|c| format!("{row}{c}")).collect();
        named.join(", ")
    };
    format!(
        "CREATE TRIGGER {name}_search_added AFTER INSERT ON {name} BEGIN
    {add}
END;
CREATE TRIGGER {name}_search_gone AFTER DELETE ON {name} BEGIN
    {leave}
END;
CREATE TRIGGER {name}_search_changed AFTER UPDATE OF {} ON {name} WHEN ({}) IS NOT ({}) BEGIN
    {leave}
END;
",
        watched.join(", "),
        each("OLD."),
        each("NEW."),
    )
}

/// A row never changes hands.
fn owner(table: &Table) -> Option<String> {
    let column = match table.whose {
        Whose::Persons => "person",
        Whose::Named => "about",
        Whose::Themselves | Whose::Vaults => return None,
    };
    let name = table.name;
    Some(format!(
        "CREATE TRIGGER {name}_owner BEFORE UPDATE OF {column} ON {name} WHEN NEW.{column} IS NOT OLD.{column} BEGIN
    SELECT RAISE (ABORT, 'owner: a row belongs to one person for good');
END;
"
    ))
}

/// A row keeps its number, and no other gets it: whoever renumbers a row gives away all that refers to it. `seq` has three
/// other names, so every change is looked at.
fn number(table: &str) -> String {
    format!(
        "CREATE TRIGGER {table}_number_stays BEFORE UPDATE ON {table} WHEN NEW.seq <> OLD.seq BEGIN
    SELECT RAISE (ABORT, 'number: others refer to a row by its number');
END;
CREATE TRIGGER {table}_number_is_taken BEFORE INSERT ON {table}
WHEN EXISTS (SELECT 1 FROM {table} WHERE seq = NEW.seq) BEGIN
    SELECT RAISE (ABORT, 'number: others refer to a row by its number');
END;
"
    )
}
