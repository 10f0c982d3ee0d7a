//! Where the rows of each searched table stand in a record: their day, and what they are a part of.

use crate::catalogue::{Search, Table};

/// How a row of a searched table, `x`, is found again.
pub(super) struct Place {
    table: &'static str,
    joins: &'static str,
    /// The day it is about.
    day: &'static str,
    /// Columns beyond those that every row has, of `LEADS`.
    leads: &'static [(&'static str, &'static str)],
}

/// What a row can lead to, each null or empty where it does not.
const LEADS: [&str; 7] = [
    "session",
    "goal",
    "note",
    "sheet",
    "supporter",
    "topic",
    "part",
];

/// One row for each searched table; a test of the catalogue compares.
static PLACES: &[Place] = &[
    Place {
        table: "person",
        joins: "",
        day: "x.started_on",
        leads: &[],
    },
    Place {
        table: "statement",
        joins: "",
        day: "x.on_day",
        leads: &[],
    },
    Place {
        table: "session",
        joins: "",
        day: "x.on_day",
        leads: &[("session", "x.id")],
    },
    Place {
        table: "goal",
        joins: "",
        day: "x.set_on",
        leads: &[("goal", "x.id")],
    },
    Place {
        table: "short_term_goal",
        joins: "JOIN goal ON goal.seq = x.goal",
        day: "goal.set_on",
        leads: &[("goal", "goal.id")],
    },
    Place {
        table: "step",
        joins: "JOIN short_term_goal ON short_term_goal.seq = x.short_term_goal JOIN goal ON goal.seq = short_term_goal.goal",
        day: "goal.set_on",
        leads: &[("goal", "goal.id")],
    },
    Place {
        table: "goal_review",
        joins: "JOIN session ON session.seq = x.session",
        day: "session.on_day",
        leads: &[("session", "session.id")],
    },
    Place {
        table: "practice",
        joins: "JOIN session ON session.seq = x.agreed_in",
        day: "x.agreed_on",
        leads: &[("session", "session.id")],
    },
    Place {
        table: "practice_review",
        joins: "JOIN session ON session.seq = x.session",
        day: "x.on_day",
        leads: &[("session", "session.id")],
    },
    Place {
        table: "supporter",
        joins: "",
        day: "''",
        leads: &[("supporter", "x.id")],
    },
    Place {
        table: "consent",
        joins: "JOIN supporter ON supporter.seq = x.supporter",
        day: "x.from_day",
        leads: &[("supporter", "supporter.id")],
    },
    Place {
        table: "contact",
        joins: "JOIN supporter ON supporter.seq = x.supporter",
        day: "x.on_day",
        leads: &[("supporter", "supporter.id")],
    },
    Place {
        table: "ending",
        joins: "",
        day: "x.on_day",
        leads: &[],
    },
    Place {
        table: "booster",
        joins: "",
        day: "x.on_day",
        leads: &[],
    },
    Place {
        table: "sheet",
        joins: "",
        day: "x.made_on",
        leads: &[("sheet", "x.id"), ("topic", "x.topic")],
    },
    Place {
        table: "plan_copy",
        joins: "JOIN sheet ON sheet.seq = x.sheet",
        day: "x.given_on",
        leads: &[("sheet", "sheet.id"), ("topic", "sheet.topic")],
    },
    Place {
        table: "rehearsal",
        joins: "JOIN sheet ON sheet.seq = x.sheet",
        day: "x.on_day",
        leads: &[("sheet", "sheet.id"), ("topic", "sheet.topic")],
    },
    Place {
        table: "answer",
        joins: "JOIN field ON field.seq = x.field LEFT JOIN session ON session.seq = x.session LEFT JOIN sheet ON sheet.seq = x.sheet",
        day: "coalesce(session.on_day, sheet.made_on, '')",
        leads: &[
            ("session", "session.id"),
            ("sheet", "sheet.id"),
            ("topic", "field.topic"),
        ],
    },
    Place {
        table: "event",
        joins: "",
        day: "x.from_day",
        leads: &[],
    },
    Place {
        table: "measure",
        joins: "",
        day: "x.on_day",
        leads: &[],
    },
    Place {
        table: "note_section",
        joins: "JOIN note ON note.seq = x.note",
        day: "note.on_day",
        leads: &[("note", "note.id"), ("part", "x.kind")],
    },
    Place {
        table: "addendum",
        joins: "JOIN note ON note.seq = x.note",
        day: "strftime('%Y-%m-%d', x.at / 1000 + x.at_offset * 60, 'unixepoch')",
        leads: &[("note", "note.id")],
    },
];

/// Finds the place of a searched table.
pub(super) fn of(table: &Table) -> Option<&'static Place> {
    PLACES.iter().find(|place| place.table == table.name)
}

impl Place {
    /// Selects the day of one row.
    pub(super) fn day(&self) -> String {
        format!(
            "SELECT {} AS day FROM {} AS x {} WHERE x.seq = ?",
            self.day, self.table, self.joins
        )
    }

    /// Selects one row with whose it is, its day, its words and what it leads to.
    pub(super) fn row(&self, table: &Table, search: &Search) -> String {
        let whose = owner(table);
        let leads = LEADS.map(|lead| {
            let known = self.leads.iter().find(|(name, _)| *name == lead);
            let empty = if matches!(lead, "topic" | "part") {
                "''"
            } else {
                "NULL"
            };
            format!("{} AS {lead}", known.map_or(empty, |(_, column)| column))
        });
        let words: Vec<String> = search
            .columns
            .iter()
            .map(|column| format!("x.{column} AS words_{column}"))
            .collect();
        format!(
            "SELECT owner.id AS person, {} AS day, {}, {} FROM {} AS x JOIN person AS owner ON owner.seq = {whose} {} WHERE x.seq = ?",
            self.day,
            leads.join(", "),
            words.join(", "),
            self.table,
            self.joins
        )
    }

    /// Selects every searched row of one person's: its number and its words.
    pub(super) fn of_person(&self, table: &Table, search: &Search) -> String {
        let when = match search.when {
            "" => String::new(),
            when => format!(" AND x.{when}"),
        };
        format!(
            "SELECT x.seq AS seq, {} AS words FROM {} AS x WHERE {} = (SELECT seq FROM person WHERE id = ?){when} ORDER BY x.seq DESC",
            search.words("x."),
            self.table,
            owner(table)
        )
    }
}

/// The column of a row that says whose it is; whatever is searched is somebody's.
fn owner(table: &Table) -> String {
    format!("x.{}", table.owner().unwrap_or("person"))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]

    use super::*;
    use crate::{catalogue, engine::migrate};

    #[test]
    fn each_searched_table_has_a_place_that_the_schema_takes() {
        let conn = migrate::blank(migrate::ALL).unwrap();
        for table in catalogue::ALL {
            let Some(search) = table.search else { continue };
            let place = of(table).unwrap();
            for sql in [
                place.day(),
                place.row(table, &search),
                place.of_person(table, &search),
            ] {
                assert!(conn.prepare(&sql).is_ok(), "{sql}");
            }
        }
    }
}
