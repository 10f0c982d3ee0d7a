//! One row of the catalogue, and how rows of its table are put.

use std::sync::OnceLock;

use domain::change::Area;
use rusqlite::{Connection, ToSql, params_from_iter};

use crate::error::Result;

/// Rows of table number `n` stand in the full-text index at `n * SEARCH_SPAN + seq`, so that each table is a span of its own
/// in the order of its rows.
pub(crate) const SEARCH_SPAN: i64 = 1 << 40;

/// What a table is.
pub(crate) struct Table {
    pub(crate) name: &'static str,
    /// The columns that name a row, in every vault alike.
    pub(crate) key: &'static [&'static str],
    /// The other columns that a put writes, in order.
    pub(crate) rest: &'static [&'static str],
    /// Columns that are written in their own way and never by a put.
    pub(crate) own: &'static [&'static str],
    pub(crate) whose: Whose,
    /// What screens show it as; `None` for what no screen shows.
    pub(crate) area: Option<Area>,
    /// Whether changes can be taken back.
    pub(crate) undone: bool,
    pub(crate) search: Option<Search>,
    pub(crate) erased: Erased,
    /// Which rows are a person's for an erasure, where no column says it; `?1` is the person's number.
    pub(crate) theirs: &'static str,
    pub(crate) carried: Carried,
    /// Columns that mean something in this vault alone.
    pub(crate) local: &'static [&'static str],
    /// Columns in which a person may choose what came from another vault instead of ours; those that only mean something
    /// together go together.
    pub(crate) chosen: &'static [&'static [&'static str]],
    /// What names the place of a text in the row for a reader, where it is not the key.
    placed: &'static [&'static str],
    /// Whether its texts are written once: what is said anew is a row of its own.
    once: bool,
    /// What a put looks for a row that is there by, where it is not the key as it stands.
    conflict: &'static str,
    sql: OnceLock<Put>,
}

/// Whose a row is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Whose {
    /// Nobody's alone.
    Vaults,
    /// The row is the person.
    Themselves,
    /// The person that its column `person` refers to, for good.
    Persons,
    /// The person whose id stands in its column `about`, for good; they may not be there any more.
    Named,
}

/// Which columns are searched.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Search {
    /// Its number in the index, from 1; never used for another table.
    pub(crate) number: i64,
    pub(crate) columns: &'static [&'static str],
    /// Only rows for which this holds; empty for all.
    pub(crate) when: &'static str,
}

impl Search {
    /// Where a row stands in the index.
    pub(crate) const fn place_of(&self, seq: i64) -> i64 {
        self.number * SEARCH_SPAN + seq
    }

    /// The words of a row in one text, as the index holds them and a hit shows them. `row` stands before each column: a
    /// table or `NEW` with its dot, or nothing.
    pub(crate) fn words(&self, row: &str) -> String {
        let columns: Vec<String> = self.columns.iter().map(|c| format!("{row}{c}")).collect();
        columns.join(" || char(10) || ")
    }
}

/// What becomes of a person's rows when the person is erased.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Erased {
    /// They say nothing about anybody, or are the ledger itself.
    Stay,
    /// They go.
    Rows,
    /// Where something sealed stands on them they are emptied of words, all others go.
    WordsIf {
        kept: &'static str,
        words: &'static [&'static str],
    },
}

/// Which rows go along when a person's record is carried to another vault.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Carried {
    /// None.
    No,
    /// Those for which this holds; `?1` is the person's number.
    When(&'static str),
}

struct Put {
    /// The whole statement for one row.
    one: String,
    head: String,
    row: String,
    tail: String,
}

impl Table {
    pub(crate) const fn new(
        name: &'static str,
        key: &'static [&'static str],
        rest: &'static [&'static str],
    ) -> Self {
        Self {
            name,
            key,
            rest,
            own: &[],
            whose: Whose::Vaults,
            area: None,
            undone: false,
            search: None,
            erased: Erased::Stay,
            theirs: "",
            local: &[],
            chosen: &[],
            carried: Carried::No,
            placed: &[],
            once: false,
            conflict: "",
            sql: OnceLock::new(),
        }
    }

    /// What a practitioner writes down about one person: undone, carried along, and gone when they are erased.
    pub(crate) const fn personal(self, area: Area) -> Self {
        self.of(Whose::Persons)
            .shown_in(area)
            .undone()
            .erased(Erased::Rows)
            .carried(Carried::When("person = ?1"))
    }

    pub(crate) const fn of(mut self, whose: Whose) -> Self {
        self.whose = whose;
        if matches!(whose, Whose::Themselves) {
            self.carried = Carried::When("seq = ?1");
        }
        self
    }

    pub(crate) const fn shown_in(mut self, area: Area) -> Self {
        self.area = Some(area);
        self
    }

    pub(crate) const fn undone(mut self) -> Self {
        self.undone = true;
        self
    }

    pub(crate) const fn searched(self, number: i64, columns: &'static [&'static str]) -> Self {
        self.searched_when(number, columns, "")
    }

    pub(crate) const fn searched_when(
        mut self,
        number: i64,
        columns: &'static [&'static str],
        when: &'static str,
    ) -> Self {
        self.search = Some(Search {
            number,
            columns,
            when,
        });
        self
    }

    pub(crate) const fn erased(mut self, erased: Erased) -> Self {
        self.erased = erased;
        self
    }

    pub(crate) const fn erased_where(mut self, theirs: &'static str, erased: Erased) -> Self {
        self.theirs = theirs;
        self.erased(erased)
    }

    pub(crate) const fn local(mut self, columns: &'static [&'static str]) -> Self {
        self.local = columns;
        self
    }

    pub(crate) const fn chosen(mut self, chosen: &'static [&'static [&'static str]]) -> Self {
        self.chosen = chosen;
        self
    }

    /// The column that says whose a row is by the person's number; `None` where none does.
    pub(crate) const fn owner(&self) -> Option<&'static str> {
        match self.whose {
            Whose::Persons => Some("person"),
            Whose::Themselves => Some("seq"),
            Whose::Named | Whose::Vaults => None,
        }
    }

    /// The columns that are taken over together with this one; `None` where ours always stands.
    pub(crate) fn chosen_with(&self, column: &str) -> Option<&'static [&'static str]> {
        self.chosen
            .iter()
            .copied()
            .find(|together| together.contains(&column))
    }

    pub(crate) const fn carried(mut self, carried: Carried) -> Self {
        self.carried = carried;
        self
    }

    pub(crate) const fn kept_by_itself(mut self, columns: &'static [&'static str]) -> Self {
        self.own = columns;
        self
    }

    pub(crate) const fn conflicts_on(mut self, conflict: &'static str) -> Self {
        self.conflict = conflict;
        self
    }

    /// Says by which columns a text is found again as what it was: an answer to a field is one text, in whichever session it
    /// was given, and a section of a note stays what it is when it moves.
    pub(crate) const fn placed_by(mut self, placed: &'static [&'static str]) -> Self {
        self.placed = placed;
        self
    }

    /// Says that its texts are written once.
    pub(crate) const fn written_once(mut self) -> Self {
        self.once = true;
        self
    }

    /// The columns that name the place of a text.
    pub(crate) const fn place(&self) -> &'static [&'static str] {
        if self.placed.is_empty() {
            self.key
        } else {
            self.placed
        }
    }

    /// Tells whether earlier versions of its texts are kept: of whatever somebody writes about a person and may still change.
    pub(crate) const fn keeps_earlier(&self) -> bool {
        !self.once && self.undone && self.search.is_some() && matches!(self.whose, Whose::Persons)
    }

    /// Tells whether other rows refer to its rows by their number (`seq`). Such a number is never used for a second row,
    /// and undo brings a row back under the one it had.
    pub(crate) fn is_referred_to(&self) -> bool {
        super::REFERENCES
            .iter()
            .any(|(_, table)| table.name == self.name)
    }

    /// Adds a row or brings it up to date: key first, then the rest. A row that does not differ is left alone, so that a
    /// save costs, logs and undoes only what changed. A row of another person is refused by its trigger.
    pub(crate) fn put(&self, conn: &Connection, values: &[&dyn ToSql]) -> Result<()> {
        let put = self.sql.get_or_init(|| self.make_put());
        conn.prepare_cached(&put.one)?.execute(values)?;
        Ok(())
    }

    /// Puts several rows, given one after the other, in one statement.
    pub(crate) fn put_all(&self, conn: &Connection, values: &[&dyn ToSql]) -> Result<()> {
        let put = self.sql.get_or_init(|| self.make_put());
        let width = self.key.len() + self.rest.len();
        let rows = vec![put.row.as_str(); values.len() / width].join(", ");
        conn.prepare_cached(&format!("{}{rows}{}", put.head, put.tail))?
            .execute(params_from_iter(values.iter().copied()))?;
        Ok(())
    }

    fn make_put(&self) -> Put {
        let columns = [self.key, self.rest].concat();
        let each = |prefix: &str, columns: &[&str]| {
            let named: Vec<String> = columns.iter().map(|c| format!("{prefix}{c}")).collect();
            named.join(", ")
        };
        let key = match self.conflict {
            "" => self.key.join(", "),
            conflict => conflict.to_owned(),
        };
        let set: Vec<String> = self
            .rest
            .iter()
            .map(|c| format!("{c} = excluded.{c}"))
            .collect();
        let head = format!("INSERT INTO {} ({}) VALUES ", self.name, columns.join(", "));
        let row = format!("({})", vec!["?"; columns.len()].join(", "));
        let tail = format!(
            " ON CONFLICT ({key}) DO UPDATE SET {} WHERE ({}) IS NOT ({})",
            set.join(", "),
            each(&format!("{}.", self.name), self.rest),
            each("excluded.", self.rest),
        );
        Put {
            one: [head.as_str(), &row, &tail].concat(),
            head,
            row,
            tail,
        }
    }
}
