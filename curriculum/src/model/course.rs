//! Courses and paces: which modules in which order, and how often to meet.

use domain::{CourseId, Lang, ModuleId, PaceId};

use super::per_lang::PerLang;

/// An ordered choice of modules.
#[derive(Clone, Debug, PartialEq)]
pub struct Course {
    /// Names it.
    pub id: CourseId,
    /// The title.
    pub title: PerLang<String>,
    /// One line on where it comes from.
    pub source: PerLang<String>,
    /// The languages in which it is the one offered first.
    pub usual: Vec<Lang>,
    /// The modules, in order.
    pub modules: Vec<ModuleId>,
}

/// How often somebody meets, and how long a whole course then takes.
#[derive(Clone, Debug)]
pub struct Pace {
    /// Names it.
    pub id: PaceId,
    /// The title.
    pub title: PerLang<String>,
    /// Days from one session to the next.
    pub days: u16,
    /// Months a whole course then takes, as its source says.
    pub months: Months,
    /// One line on where it comes from.
    pub source: PerLang<String>,
}

/// A span of months.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Months {
    /// At least.
    pub min: u8,
    /// At most.
    pub max: u8,
}
