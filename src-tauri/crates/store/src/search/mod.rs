//! Where words stand, in every table that the catalogue says is searched.
//!
//! What is asked of the index never grows with what matches: each table is a span of its own in the index, from which the
//! newest are taken, and a beginning is first spelled out into the words that begin so. FTS5's own prefix queries, and any
//! order other than that of the index, would read everything that matches before the first row: 90 ms for a common word.
//!
//! One person's record is never long, so it is read and compared instead.

mod places;
mod query;

use chrono::NaiveDate;
use domain::{GoalId, NoteId, PersonId, SessionId, SheetId, SupporterId, TopicId, change::Area};
use rusqlite::{OptionalExtension, params};

pub use self::query::Query;
use self::query::Term;
use crate::{
    catalogue::{self, SEARCH_SPAN, Search, Table},
    engine::{full_text, store::Records},
    error::Result,
    row::{Columns, RuntimeId},
};

/// So many matches are taken in one go before each table is asked for its own.
const FEW: usize = 400;
/// A beginning is spelled out into at most so many words.
const MOST_WORDS: usize = 64;
/// At most so many rows of a table are looked at, for their day or for words that stand side by side.
const MOST_ROWS: usize = 5_000;

/// What is asked for.
#[derive(Clone, Debug, Default)]
pub struct Find {
    /// The words.
    pub words: Query,
    /// Only this person's.
    pub person: Option<PersonId>,
    /// Only what screens show as this.
    pub area: Option<Area>,
    /// Only from this day on.
    pub from: Option<NaiveDate>,
    /// Only up to this day, itself included.
    pub until: Option<NaiveDate>,
    /// So many were shown already.
    pub skip: usize,
    /// At most so many are wanted.
    pub most: usize,
}

/// What was found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// The rows, those about the newest day first.
    pub hits: Vec<Hit>,
    /// Whether there are more after them.
    pub more: bool,
    /// Whether not everything was looked through: too many words begin as typed, or too many rows hold the words, but outside
    /// the days or not side by side.
    pub narrow: bool,
}

/// A row that holds every word that was looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Whose it is.
    pub person: PersonId,
    /// What screens show it as.
    pub area: Area,
    /// Its table.
    pub table: &'static str,
    /// The day it is about, where there is one.
    pub day: Option<NaiveDate>,
    /// The session it belongs to or is.
    pub session: Option<SessionId>,
    /// The goal it belongs to or is.
    pub goal: Option<GoalId>,
    /// The note it stands in.
    pub note: Option<NoteId>,
    /// The filled copy it stands on or is.
    pub sheet: Option<SheetId>,
    /// The supporter it is about.
    pub supporter: Option<SupporterId>,
    /// The topic or form it stands on.
    pub topic: Option<TopicId>,
    /// Which section of a note; empty elsewhere.
    pub part: String,
    /// Its words by column; empty columns are left out.
    pub words: Vec<(&'static str, String)>,
}

/// A row that matches, before its words are read.
struct Match {
    day: String,
    table: &'static Table,
    seq: i64,
}

impl Records {
    /// Returns the rows that hold every one of these words; those about the newest day first, at most `most`.
    pub fn search(&self, words: &str, most: usize) -> Result<Vec<Hit>> {
        let ask = Find {
            words: Query::parse(words),
            most,
            ..Find::default()
        };
        Ok(self.find(&ask)?.hits)
    }

    /// Finds rows by their words. Nothing of what was asked is kept.
    pub fn find(&self, ask: &Find) -> Result<Found> {
        if ask.words.is_empty() {
            return Ok(Found::default());
        }
        let tables: Vec<(&'static Table, Search)> = catalogue::ALL
            .iter()
            .filter(|table| ask.area.is_none_or(|area| table.area == Some(area)))
            .filter_map(|table| Some((*table, table.search?)))
            .collect();
        let wanted = ask.skip.saturating_add(ask.most).saturating_add(1);
        let mut matches = Vec::new();
        let mut narrow = false;
        if let Some(person) = ask.person {
            for (table, search) in &tables {
                let seqs = self.compared(table, search, ask, person)?;
                self.take(table, &seqs, ask, None, wanted, &mut matches)?;
            }
        } else {
            let index = Index::ask(self, &ask.words)?;
            narrow = index.narrow;
            for (table, search) in &tables {
                // The index knows which words a row holds, not where: whether they stand side by side is read.
                let unread = ask.words.is_phrase().then_some(search);
                let passes_over = unread.is_some() || ask.from.is_some() || ask.until.is_some();
                let most = if passes_over { MOST_ROWS } else { wanted };
                let seqs = index.of(search, most)?;
                let taken = self.take(table, &seqs, ask, unread, wanted, &mut matches)?;
                narrow |= seqs.len() >= MOST_ROWS && taken < wanted;
            }
        }
        matches.sort_by(|a, b| {
            let order = |m: &Match| (m.table.search.map(|search| search.number), m.seq);
            (&b.day, order(b)).cmp(&(&a.day, order(a)))
        });
        let more = matches.len() >= wanted;
        let page = matches.into_iter().skip(ask.skip).take(ask.most);
        let hits = page
            .map(|found| self.hit(&found))
            .filter_map(Result::transpose)
            .collect::<Result<_>>()?;
        Ok(Found { hits, more, narrow })
    }

    /// Compares every searched row of one person's with the words.
    fn compared(
        &self,
        table: &Table,
        search: &Search,
        ask: &Find,
        person: PersonId,
    ) -> Result<Vec<i64>> {
        let Some(place) = places::of(table) else {
            return Ok(Vec::new());
        };
        let mut statement = self.conn.prepare_cached(&place.of_person(table, search))?;
        let mut rows = statement.query([person.bytes()])?;
        let mut fits = Vec::new();
        while let Some(row) = rows.next()? {
            if ask.words.fits(row.get_ref("words")?.as_str().unwrap_or("")) {
                fits.push(row.get("seq")?);
            }
        }
        Ok(fits)
    }

    /// Adds the first `wanted` of these rows that are about a day in the span and, where their words are `unread`, hold what
    /// is asked for; returns how many.
    fn take(
        &self,
        table: &'static Table,
        seqs: &[i64],
        ask: &Find,
        unread: Option<&Search>,
        wanted: usize,
        into: &mut Vec<Match>,
    ) -> Result<usize> {
        let Some(place) = places::of(table) else {
            return Ok(0);
        };
        let from = ask.from.map(|day| day.to_string()).unwrap_or_default();
        let until = ask.until.map(|day| day.to_string());
        let mut statement = self.conn.prepare_cached(&place.day())?;
        let mut taken = 0;
        for &seq in seqs {
            let day = statement
                .query_row([seq], |row| row.words("day"))
                .optional()?;
            let Some(day) = day else { continue };
            if day < from || until.as_ref().is_some_and(|until| day > *until) {
                continue;
            }
            if let Some(search) = unread
                && !holds(self, table, search, &ask.words, seq)?
            {
                continue;
            }
            into.push(Match { day, table, seq });
            taken += 1;
            if taken == wanted {
                break;
            }
        }
        Ok(taken)
    }

    fn hit(&self, found: &Match) -> Result<Option<Hit>> {
        let table = found.table;
        let (Some(area), Some(search), Some(place)) = (table.area, table.search, places::of(table))
        else {
            return Ok(None);
        };
        let sql = place.row(table, &search);
        Ok(self
            .conn
            .prepare_cached(&sql)?
            .query_row([found.seq], |row| {
                let mut words = Vec::new();
                for column in search.columns {
                    let text = row.words(&format!("words_{column}"))?;
                    if !text.is_empty() {
                        words.push((*column, text));
                    }
                }
                let topic = row.words("topic")?;
                Ok(Hit {
                    person: row.id("person")?,
                    area,
                    table: table.name,
                    day: row.maybe_day("day")?,
                    session: row.maybe_id("session")?,
                    goal: row.maybe_id("goal")?,
                    note: row.maybe_id("note")?,
                    sheet: row.maybe_id("sheet")?,
                    supporter: row.maybe_id("supporter")?,
                    topic: (!topic.is_empty()).then(|| TopicId::new(topic)),
                    part: row.words("part")?,
                    words,
                })
            })
            .optional()?)
    }
}

/// What the index says of a query.
struct Index<'r> {
    records: &'r Records,
    expression: String,
    /// Every place that matches, the last first, where they are few.
    few: Option<Vec<i64>>,
    /// Rows that the index does not know yet although they match.
    unknown: Vec<i64>,
    /// Rows of which the index knows older words.
    outdated: Vec<i64>,
    narrow: bool,
}

impl<'r> Index<'r> {
    fn ask(records: &'r Records, words: &Query) -> Result<Self> {
        let (mut unknown, mut outdated) = (Vec::new(), Vec::new());
        match full_text::catch_up_with_all(&records.conn) {
            // No room to bring it up to date: what it does not know is read.
            Err(error) if error.is_no_room() => {
                (unknown, outdated) = unindexed(records, words)?;
            }
            up_to_date => up_to_date?,
        }
        let mut narrow = false;
        let mut parts = Vec::new();
        for term in &words.terms {
            parts.push(spelled(records, term, &mut narrow)?);
        }
        let expression = parts.join(" AND ");
        let few = Self::places(records, &expression, 0, i64::MAX, FEW + 1)?;
        Ok(Self {
            records,
            expression,
            few: (few.len() <= FEW).then_some(few),
            unknown,
            outdated,
            narrow,
        })
    }

    /// Returns the numbers of the last rows of a table that match, the last first.
    fn of(&self, search: &Search, most: usize) -> Result<Vec<i64>> {
        let (first, last) = (search.place_of(0), search.place_of(SEARCH_SPAN - 1));
        let inside = |place: &i64| (first..=last).contains(place);
        let known = match &self.few {
            Some(few) => few.iter().copied().filter(inside).collect(),
            None => Self::places(self.records, &self.expression, first, last, most)?,
        };
        let mut places: Vec<i64> = self.unknown.iter().copied().filter(inside).collect();
        places.extend(
            known
                .into_iter()
                .filter(|place| !self.outdated.contains(place)),
        );
        Ok(places.into_iter().map(|place| place - first).collect())
    }

    fn places(
        records: &Records,
        expression: &str,
        first: i64,
        last: i64,
        most: usize,
    ) -> Result<Vec<i64>> {
        let mut statement = records.conn.prepare_cached(
            "SELECT rowid AS place FROM search WHERE search MATCH ? AND rowid BETWEEN ? AND ?
             ORDER BY rowid DESC LIMIT ?",
        )?;
        let most = i64::try_from(most).unwrap_or(i64::MAX);
        let places = statement
            .query_map(params![expression, first, last, most], |row| {
                row.get("place")
            })?
            .collect::<rusqlite::Result<_>>()?;
        Ok(places)
    }
}

/// Writes a term as FTS5 reads it. Words hold letters and digits only, so none can be an operator.
fn spelled(records: &Records, term: &Term, narrow: &mut bool) -> Result<String> {
    let mut phrases = Vec::new();
    for spelling in &term.spellings {
        let Some((last, before)) = spelling.split_last() else {
            continue;
        };
        let ends = if term.open {
            let words = beginning_with(records, last)?;
            *narrow |= words.len() >= MOST_WORDS;
            words
        } else {
            vec![last.clone()]
        };
        let start: String = before
            .iter()
            .map(|word| format!("\"{word}\" AND "))
            .collect();
        phrases.extend(ends.iter().map(|end| format!("({start}\"{end}\")")));
    }
    if phrases.is_empty() {
        // No word begins so; one that cannot stand there matches nothing.
        phrases.extend(
            term.spellings
                .first()
                .and_then(|spelling| spelling.last())
                .map(|word| format!("\"{word}\"")),
        );
    }
    Ok(format!("({})", phrases.join(" OR ")))
}

/// The words in the index that begin so, in the order of the alphabet, at most [`MOST_WORDS`].
fn beginning_with(records: &Records, start: &str) -> Result<Vec<String>> {
    // A view of the index that takes no room. From each word the next is looked up: walking on would pass every place of it.
    records.conn.execute_batch(
        "CREATE VIRTUAL TABLE IF NOT EXISTS temp.word USING fts5vocab (main, search, instance)",
    )?;
    let mut statement = records
        .conn
        .prepare_cached("SELECT term FROM temp.word WHERE term >= ? LIMIT 1")?;
    let mut words: Vec<String> = Vec::new();
    let mut from = start.to_owned();
    while words.len() < MOST_WORDS {
        let next = statement
            .query_row([&from], |row| row.get::<_, String>("term"))
            .optional()?;
        let Some(word) = next.filter(|word| word.starts_with(start)) else {
            break;
        };
        from = format!("{word}\u{1}");
        words.push(word);
    }
    Ok(words)
}

/// The listed rows that the index does not know as they are now: those that match, and all.
fn unindexed(records: &Records, words: &Query) -> Result<(Vec<i64>, Vec<i64>)> {
    let mut statement = records
        .conn
        .prepare_cached("SELECT place FROM unindexed ORDER BY place DESC")?;
    let listed: Vec<i64> = statement
        .query_map([], |row| row.get("place"))?
        .collect::<rusqlite::Result<_>>()?;
    let mut fitting = Vec::new();
    for &place in &listed {
        let (number, seq) = catalogue::searched_place(place);
        let Some(table) = catalogue::searched_as(number) else {
            continue;
        };
        let Some(search) = table.search else { continue };
        if holds(records, table, &search, words, seq)? {
            fitting.push(place);
        }
    }
    Ok((fitting, listed))
}

/// Whether a row is searched and its words, as they are now, are those that are asked for.
fn holds(
    records: &Records,
    table: &Table,
    search: &Search,
    words: &Query,
    seq: i64,
) -> Result<bool> {
    let when = match search.when {
        "" => String::new(),
        when => format!(" AND {when}"),
    };
    let sql = format!(
        "SELECT {} AS words FROM {} WHERE seq = ?{when}",
        search.words(""),
        table.name
    );
    let now = records
        .conn
        .prepare_cached(&sql)?
        .query_row([seq], |row| row.words("words"))
        .optional()?;
    Ok(now.is_some_and(|now| words.fits(&now)))
}
