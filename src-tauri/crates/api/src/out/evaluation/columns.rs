//! The tables of an evaluation: every column with what it holds and means, and who may see it.

/// Whether a column is in every export, or only where people are named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Seen {
    /// It tells nobody who somebody is.
    Always,
    /// A name, a number, a date or somebody's words.
    Identified,
}

/// One column.
#[derive(Debug)]
pub(super) struct Column {
    pub name: &'static str,
    /// What kind of value, and which there are.
    pub holds: &'static str,
    pub means: &'static str,
    pub seen: Seen,
}

/// One table; its rows have a cell for each column.
#[derive(Debug)]
pub(super) struct Table {
    pub name: &'static str,
    pub columns: &'static [Column],
}

const fn shown(name: &'static str, holds: &'static str, means: &'static str) -> Column {
    Column {
        name,
        holds,
        means,
        seen: Seen::Always,
    }
}

const fn named(name: &'static str, holds: &'static str, means: &'static str) -> Column {
    Column {
        seen: Seen::Identified,
        ..shown(name, holds, means)
    }
}

const PERSON: Column = shown(
    "person",
    "code",
    "Stands for one person in all files of this export",
);
const SESSION: Column = shown(
    "session",
    "whole number",
    "Counts the person's sessions, from 1",
);
const DAY: Column = shown(
    "day",
    "whole number",
    "Days since the person began the course; negative before",
);
const DATE: Column = named("date", "date", "The day itself");

/// Every table, in the order in which [`super::rows`] makes their rows.
pub(super) const TABLES: [Table; 12] = [
    Table {
        name: "people",
        columns: &[
            PERSON,
            named("name", "words", "The name they want to be called by"),
            named("record_number", "words", "The clinic's number for them"),
            named("started", "date", "The day the course began"),
            shown("course", "code", "The course they follow"),
            shown(
                "track",
                "code",
                "The track they follow where a module has tracks; empty when not chosen",
            ),
            shown("language", "en, da, nb", "The language of their handouts"),
            shown(
                "active",
                "true, false",
                "Whether they are in the course now",
            ),
            shown(
                "statements",
                "whole number",
                "Versions of what recovery means to them",
            ),
            named("statement", "words", "The newest of them"),
        ],
    },
    Table {
        name: "sessions",
        columns: &[
            PERSON,
            SESSION,
            DAY,
            DATE,
            shown(
                "attendance",
                "present, cancelled, noShow, moved",
                "Whether it took place",
            ),
            named("attendance_reason", "words", "Why it did not"),
            shown("format", "oneToOne, group, withSupporters", "Who met"),
            shown("closed", "true, false", "Whether it was closed"),
            shown(
                "minutes",
                "whole number",
                "Minutes it took; empty when nobody can tell",
            ),
            shown(
                "entered_later",
                "whole number",
                "Days after the session it was entered; 0 on the day",
            ),
            shown(
                "major_problem",
                "true, false",
                "Whether there was a major problem; empty when not asked",
            ),
            shown(
                "recalled",
                "well, partly, not",
                "How last session was remembered; empty when not asked",
            ),
            shown(
                "phases_done",
                "whole number",
                "Of the eight steps of a session, how many were done",
            ),
            shown("topics", "whole number", "Topics met"),
            shown("techniques", "codes, parted by spaces", "Techniques used"),
            shown("skill", "code", "The evidence-based skill taught"),
            shown("goals_reviewed", "whole number", "Goals followed up"),
            shown(
                "practices_reviewed",
                "whole number",
                "Home practice looked at",
            ),
            shown("practices_agreed", "whole number", "Home practice agreed"),
            shown("note", "none, draft, signed", "What became of its note"),
        ],
    },
    Table {
        name: "attendance",
        columns: &[
            PERSON,
            shown("present", "whole number", "Sessions they came to"),
            shown("cancelled", "whole number", "Sessions that were cancelled"),
            shown("no_show", "whole number", "Sessions they did not come to"),
            shown(
                "moved",
                "whole number",
                "Sessions that were moved to another day",
            ),
            shown(
                "first_day",
                "whole number",
                "Days from the start of the course to the first session they came to",
            ),
            shown("last_day", "whole number", "The same for the last one"),
            shown(
                "at_least_half",
                "true, false",
                "Came to at least 50 % of the closed sessions that were not moved, one of three published definitions of completion; empty before the first",
            ),
            shown(
                "at_least_70_percent",
                "true, false",
                "Came to at least 70 % of them, the second definition",
            ),
            shown(
                "all_modules",
                "true, false",
                "Every topic of every module of the course was covered, the third definition",
            ),
            shown(
                "modules_covered",
                "whole number",
                "Modules of which every topic was covered",
            ),
            shown("modules", "whole number", "Modules of their course"),
        ],
    },
    Table {
        name: "topics",
        columns: &[
            PERSON,
            SESSION,
            DAY,
            DATE,
            shown("topic", "code", "The topic met"),
            shown("depth", "opened, partly, covered", "How far"),
            shown("pack", "code", "The pack that supplied its page"),
            shown("pack_version", "code", "Its version"),
        ],
    },
    Table {
        name: "goals",
        columns: &[
            PERSON,
            shown("goal", "code", "Numbers the person's goals in this export"),
            DAY,
            DATE,
            named("words", "words", "The goal, verbatim"),
            named("why", "words", "Why it matters, verbatim"),
            shown(
                "status",
                "active, achieved, changed, dropped",
                "Where it stands",
            ),
            shown("short_term", "whole number", "Short-term goals under it"),
            shown("steps", "whole number", "Steps under those"),
            shown("steps_done", "whole number", "Steps that were done"),
            shown(
                "reviews",
                "whole number",
                "Sessions in which it was followed up",
            ),
            shown(
                "progress",
                "notStarted, some, most, achieved, changed, dropped",
                "How far it had come when last asked",
            ),
        ],
    },
    Table {
        name: "goal-reviews",
        columns: &[
            PERSON,
            shown("goal", "code", "As in goals.csv"),
            DAY,
            DATE,
            shown(
                "progress",
                "notStarted, some, most, achieved, changed, dropped",
                "How far it has come; empty when not said",
            ),
            shown(
                "still_right",
                "true, false",
                "Whether it is still the right goal; empty when not asked",
            ),
            named("done", "words", "What was done since last time"),
            named("obstacle", "words", "What got in the way"),
            named("next_step", "words", "The next small step"),
        ],
    },
    Table {
        name: "practices",
        columns: &[
            PERSON,
            shown(
                "day",
                "whole number",
                "Days since the person began the course, to the day it was agreed",
            ),
            DATE,
            shown("topic", "code", "The topic it came from"),
            shown("goal", "code", "The goal it serves, as in goals.csv"),
            shown("when", "true, false", "Whether it was said when"),
            shown("where", "true, false", "Whether it was said where"),
            shown("with_whom", "true, false", "Whether it was said with whom"),
            shown(
                "obstacle",
                "true, false",
                "Whether it was said what could get in the way",
            ),
            shown(
                "confidence",
                "0 to 10",
                "How sure the person was; empty when not asked",
            ),
            shown(
                "reviewed",
                "whole number",
                "Days from agreeing to looking at it; empty when nobody has",
            ),
            shown(
                "result",
                "done, partly, notDone, changed",
                "How far it was done; empty when not said",
            ),
            named("words", "words", "What was agreed"),
            named("what_happened", "words", "What happened, verbatim"),
            shown(
                "materials",
                "true, false",
                "Whether it was said what is needed",
            ),
            shown(
                "reminder",
                "true, false",
                "Whether it was said what will remind of it",
            ),
            shown(
                "in_the_way",
                "codes",
                "forgot, noTime, tooHard, unwell, didNotWant, cameUp, other, as they were ticked, parted by spaces",
            ),
            named("effect", "words", "What it did for the person"),
            named("next_time", "words", "Praise, and what comes next"),
        ],
    },
    Table {
        name: "instruments",
        columns: &[
            PERSON,
            shown("instrument", "code", "The form"),
            DAY,
            DATE,
            shown("rater", "person, practitioner", "Who answered"),
            shown("answered", "whole number", "Items answered"),
            shown("items", "whole number", "Items there are"),
            shown(
                "score",
                "number",
                "What it came to; empty while too few items are answered",
            ),
            shown("lowest", "number", "The lowest score there can be"),
            shown("highest", "number", "The highest score there can be"),
            shown(
                "mean",
                "number",
                "The mean of the answered items; empty without a score, and for a count of right answers",
            ),
            shown(
                "sum",
                "number",
                "Their sum; with missing items their mean times the number of items",
            ),
            shown(
                "on_paper",
                "true, false",
                "Whether it was filled on paper and typed in",
            ),
        ],
    },
    Table {
        name: "events",
        columns: &[
            PERSON,
            shown(
                "kind",
                "admission, emergency, contact, work, study, role",
                "What kind of event",
            ),
            DAY,
            DATE,
            shown(
                "days",
                "whole number",
                "Days from the first to the last; empty for what took one day, and for what goes on",
            ),
            shown(
                "hours",
                "number",
                "Hours a week, for work, study and other roles; empty when not said",
            ),
            named("words", "words", "What was said about it"),
        ],
    },
    Table {
        name: "outcomes",
        columns: &[
            PERSON,
            shown("plan", "code", "The outcome plan"),
            shown("measure", "code", "What is measured"),
            shown("occasion", "code", "When, by the plan"),
            shown(
                "due",
                "whole number",
                "Days from the start of the course to the day of the occasion",
            ),
            shown(
                "state",
                "ahead, due, overdue, filled, short, keyed, counted, not",
                "What became of it",
            ),
            DAY,
            DATE,
            shown("value", "number", "The value; empty where there is none"),
            shown(
                "missing",
                "refused, notAsked, notApplicable, unreadable, notReached",
                "Why it was not collected",
            ),
            shown(
                "rater",
                "person, practitioner",
                "Who rated; empty for a count",
            ),
            named("words", "words", "What was said about it"),
        ],
    },
    Table {
        name: "supporters",
        columns: &[
            PERSON,
            shown(
                "supporter",
                "code",
                "Numbers the person's supporters in this export",
            ),
            named("name", "words", "Their name"),
            named("relation", "words", "What they are to the person"),
            shown(
                "may",
                "codes, parted by spaces",
                "What they may see, be told and do on the day of the export",
            ),
            shown("consents", "whole number", "Consents ever given"),
            shown("withdrawn", "whole number", "Of these, taken back"),
            shown("contacts", "whole number", "Contacts written down"),
        ],
    },
    Table {
        name: "contacts",
        columns: &[
            PERSON,
            shown("supporter", "code", "As in supporters.csv"),
            DAY,
            DATE,
            shown("how", "met, called, wrote", "In which way"),
            named("words", "words", "What was said"),
        ],
    },
];
