//! A problem, and the list of them that an author gets.

use std::fmt;

use serde::Serialize;
use ts_rs::TS;

/// One thing to mend in a pack.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "PackProblem")]
pub struct Problem {
    /// The file, relative to the pack.
    pub file: String,
    /// The line, from 1; 0 means the whole file.
    pub line: u32,
    /// What is wrong, without a full stop.
    pub what: String,
    /// What to write or do instead, without a full stop.
    pub instead: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            file,
            line,
            what,
            instead,
        } = self;
        if *line == 0 {
            write!(f, "{file}: {what}. {instead}.")
        } else {
            write!(f, "{file}:{line}: {what}. {instead}.")
        }
    }
}

/// Everything wrong with a pack, by file and line. Never empty when returned as an error.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problems(Vec<Problem>);

impl Problems {
    /// Wraps a list, sorted by file and line.
    pub fn new(mut list: Vec<Problem>) -> Self {
        list.sort();
        list.dedup();
        Self(list)
    }

    /// Returns the problems in order.
    pub fn as_slice(&self) -> &[Problem] {
        &self.0
    }

    /// Unwraps the list.
    pub fn into_vec(self) -> Vec<Problem> {
        self.0
    }
}

impl fmt::Display for Problems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, problem) in self.0.iter().enumerate() {
            if place > 0 {
                writeln!(f)?;
            }
            problem.fmt(f)?;
        }
        Ok(())
    }
}

impl std::error::Error for Problems {}
