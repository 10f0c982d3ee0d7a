//! The catalogue of tables: what each one is, in one row.
//!
//! Saving, undo, full text, whose a row is, the ledger's "what was touched", erasure, the archive and the merge all read
//! these rows and keep no list of tables of their own. A table without a row here fails a test, as does a trigger in the
//! migrations that differs from what the rows make.

#[cfg(any(test, feature = "testing"))]
mod sql;
mod table;

#[cfg(any(test, feature = "testing"))]
pub(crate) use sql::triggers;
pub(crate) use table::{Carried, Erased, SEARCH_SPAN, Search, Table, Whose};

use domain::change::Area;

macro_rules! catalogue {
    ($($name:ident = $row:expr;)*) => {
        $(pub(crate) static $name: Table = $row;)*

        /// Every table, each after those it refers to.
        pub(crate) static ALL: &[&Table] = &[$(&$name),*];
    };
}

catalogue! {
    MIGRATION = Table::new("migration", &["number"], &["name", "sql", "ran_at"]);
    VAULT = Table::new("vault", &["one"], &["id", "made_at", "made_offset", "keeper", "header", "header_before"])
        .shown_in(Area::Vault);
    ORIGIN = Table::new("origin", &["vault"], &[]);
    PRACTITIONER = Table::new("practitioner", &["id"], &["name", "title", "role", "active"])
        .shown_in(Area::Vault)
        .undone()
        .carried(Carried::When(
            "seq IN (SELECT practitioner FROM meeting_practitioner JOIN session USING (meeting) WHERE person = ?1)",
        ));
    SNIPPET = Table::new("snippet", &["id"], &["words"]).shown_in(Area::Vault).undone();
    PIN = Table::new("pin", &["one"], &["salt", "hash"]).shown_in(Area::Vault);
    EDITION = Table::new("edition", &["pack", "version"], &[]);
    FIELD = Table::new("field", &["topic", "block", "name"], &[]);
    PERSON = Table::new(
        "person",
        &["id"],
        &[
            "preferred_name", "record_number", "language", "print_size", "course", "track", "pace", "started_on",
            "next_meeting", "active", "colour", "added_at", "added_offset",
        ],
    )
    .of(Whose::Themselves)
    .shown_in(Area::People)
    .undone()
    .chosen(&[
        &["preferred_name"], &["record_number"], &["language"], &["print_size"], &["course", "track", "pace"],
        &["started_on"], &["next_meeting"], &["active"],
    ])
    .searched(1, &["preferred_name", "record_number"])
    .erased(Erased::WordsIf {
        kept: "EXISTS (SELECT 1 FROM note WHERE note.person = person.seq AND number > 0)
            OR EXISTS (SELECT 1 FROM hand_off WHERE hand_off.person = person.seq)",
        words: &["preferred_name", "record_number", "track", "pace", "next_meeting"],
    });
    STATEMENT = Table::new(
        "statement",
        &["id"],
        &["person", "words", "given", "on_day", "chime", "recorded_at", "recorded_offset"],
    )
    .personal(Area::Statements)
    .written_once()
    .searched(2, &["words"]);
    SERIES = Table::new(
        "series",
        &["id"],
        &["name", "course", "weekday", "begins", "minutes", "place", "from_day", "until_day"],
    )
    .shown_in(Area::Groups)
    .undone()
    .carried(Carried::When("seq IN (SELECT series FROM member WHERE person = ?1)"));
    SERIES_PRACTITIONER = Table::new("series_practitioner", &["series", "practitioner"], &["role"])
        .shown_in(Area::Groups)
        .undone();
    MEMBER = Table::new("member", &["person", "series", "from_day"], &["until_day"]).personal(Area::Groups);
    MEETING = Table::new("meeting", &["id"], &["on_day", "format", "place"])
        .shown_in(Area::Sessions)
        .undone()
        .erased_where(
            "seq IN (SELECT meeting FROM session WHERE person = ?1)
                AND NOT EXISTS (
                    SELECT 1 FROM session JOIN person ON person.seq = session.person
                    WHERE session.meeting = meeting.seq AND person.seq <> ?1 AND preferred_name <> ''
                )",
            Erased::WordsIf {
                kept: "EXISTS (
                    SELECT 1 FROM session JOIN note ON note.session = session.seq
                    WHERE session.meeting = meeting.seq AND note.number > 0
                )",
                words: &["place"],
            },
        )
        .carried(Carried::When("seq IN (SELECT meeting FROM session WHERE person = ?1)"));
    MEETING_PRACTITIONER = Table::new("meeting_practitioner", &["meeting", "practitioner"], &["role"])
        .shown_in(Area::Sessions)
        .undone()
        .erased_where(
            "?1 IS NOT NULL AND NOT EXISTS (SELECT 1 FROM meeting WHERE meeting.seq = meeting_practitioner.meeting)",
            Erased::Rows,
        )
        .carried(Carried::When("meeting IN (SELECT meeting FROM session WHERE person = ?1)"));
    // Of a meeting that others were at as well, so no record of one person carries it.
    GROUP_MEETING = Table::new("group_meeting", &["meeting"], &["series", "topics", "agenda", "minutes"])
        .shown_in(Area::Groups)
        .undone()
        .erased_where(
            "?1 IS NOT NULL AND NOT EXISTS (SELECT 1 FROM meeting WHERE meeting.seq = group_meeting.meeting)
                OR meeting IN (SELECT meeting FROM session WHERE person = ?1)
                AND NOT EXISTS (
                    SELECT 1 FROM session JOIN person ON person.seq = session.person
                    WHERE session.meeting = group_meeting.meeting AND person.seq <> ?1 AND preferred_name <> ''
                )",
            Erased::Rows,
        );
    SESSION = Table::new(
        "session",
        &["id"],
        &[
            "person", "meeting", "number", "on_day", "started_at", "started_offset", "closed", "closed_at",
            "closed_offset", "attendance", "attendance_reason", "others_present", "goal_turn", "current_phase", "phases",
            "seconds", "length_said", "major_problem", "problem_words", "problem_action", "recalled", "recalled_words",
            "review_skipped", "plan_skipped", "agenda", "person_item", "techniques", "skill", "skill_words", "summary_words",
            "next_plan", "next_meeting",
        ],
    )
    .personal(Area::Sessions)
    .kept_by_itself(&["noted"])
    .local(&["noted"])
    .chosen(&[
        &["attendance", "attendance_reason"], &["others_present"], &["length_said"], &["major_problem"], &["problem_words"],
        &["problem_action"], &["recalled"], &["recalled_words"], &["review_skipped"], &["plan_skipped"], &["agenda"], &["person_item"], &["techniques"], &["skill"],
        &["skill_words"], &["summary_words"], &["next_plan"], &["next_meeting"],
    ])
    .searched(
        3,
        &[
            "attendance_reason", "others_present", "problem_words", "problem_action", "recalled_words", "review_skipped",
            "plan_skipped", "agenda",
            "person_item", "skill_words", "summary_words", "next_plan",
        ],
    )
    .erased(Erased::WordsIf {
        kept: "EXISTS (SELECT 1 FROM note WHERE note.session = session.seq AND number > 0)",
        words: &[
            "attendance_reason", "others_present", "phases", "major_problem", "problem_words", "problem_action",
            "recalled", "recalled_words", "review_skipped", "plan_skipped", "agenda", "person_item", "techniques", "skill", "skill_words",
            "summary_words", "next_plan", "next_meeting",
        ],
    });
    MISSED = Table::new("missed", &["person", "at"], &[]).personal(Area::Sessions);
    SESSION_TOPIC = Table::new("session_topic", &["session", "position"], &["person", "topic", "edition", "depth"])
        .personal(Area::Sessions);
    GOAL = Table::new(
        "goal",
        &["id"],
        &["person", "words", "why", "set_on", "status", "ended_on", "reason", "instead_of"],
    )
    .personal(Area::Goals)
    .searched(4, &["words", "why", "reason"])
    .chosen(&[&["words"], &["why"], &["set_on"], &["status", "ended_on", "reason"]]);
    GOAL_MODULE = Table::new("goal_module", &["goal", "module"], &["person"]).personal(Area::Goals);
    SHORT_TERM_GOAL = Table::new(
        "short_term_goal",
        &["id"],
        &["person", "goal", "position", "words", "status", "started_on", "done_on"],
    )
    .personal(Area::Goals)
    .searched(5, &["words"])
    .chosen(&[&["words"], &["status", "done_on"], &["started_on"]]);
    STEP = Table::new(
        "step",
        &["id"],
        &[
            "person", "short_term_goal", "position", "words", "helper", "by_when", "resources", "obstacle", "status",
            "done_on",
        ],
    )
    .personal(Area::Goals)
    .searched(6, &["words", "helper", "resources", "obstacle"])
    .chosen(&[
        &["words"], &["helper"], &["by_when"], &["resources"], &["obstacle"], &["status", "done_on"],
    ]);
    GOAL_REVIEW = Table::new(
        "goal_review",
        &["session", "goal"],
        &["person", "position", "progress", "attainment", "done", "obstacle", "next_step", "still_right"],
    )
    .personal(Area::Goals)
    .conflicts_on("person, session, goal")
    .searched(7, &["done", "obstacle", "next_step"])
    .chosen(&[&["progress"], &["attainment"], &["done"], &["obstacle"], &["next_step"], &["still_right"]]);
    PRACTICE = Table::new(
        "practice",
        &["id"],
        &[
            "person", "agreed_in", "agreed_on", "position", "what", "when_words", "place", "with_whom", "materials",
            "reminder", "why", "confidence", "obstacle", "goal", "topic",
        ],
    )
    .personal(Area::Practices)
    .searched(8, &["what", "when_words", "place", "with_whom", "materials", "reminder", "why", "obstacle"])
    .chosen(&[
        &["what"], &["when_words"], &["place"], &["with_whom"], &["materials"], &["reminder"], &["why"], &["confidence"],
        &["obstacle"],
    ]);
    PRACTICE_REVIEW = Table::new(
        "practice_review",
        &["practice"],
        &[
            "person", "session", "on_day", "result", "what_happened", "effect", "obstacle", "obstacle_kinds", "next_time",
        ],
    )
    .personal(Area::Practices)
    .searched(9, &["what_happened", "effect", "obstacle", "next_time"])
    .chosen(&[
        &["result"], &["what_happened"], &["effect"], &["obstacle"], &["obstacle_kinds"], &["next_time"],
    ]);
    SESSION_PROMISE = Table::new("session_promise", &["session", "position"], &["practice", "person"])
        .personal(Area::Practices);
    SUPPORTER = Table::new("supporter", &["id"], &["person", "name", "relation", "reach", "words"])
        .personal(Area::Supporters)
        .searched(14, &["name", "relation", "reach", "words"]);
    CONSENT = Table::new(
        "consent",
        &["id"],
        &[
            "person", "supporter", "items", "from_day", "until_day", "given", "kept_back", "recorded_at", "recorded_offset",
        ],
    )
    .personal(Area::Supporters)
    .written_once()
    .searched(15, &["kept_back"]);
    // A row of its own and no column of the consent, so that it comes along when a record is carried to a vault that has
    // the consent already.
    WITHDRAWAL = Table::new("withdrawal", &["consent"], &["person", "on_day"]).personal(Area::Supporters);
    CONTACT = Table::new("contact", &["id"], &["person", "supporter", "on_day", "how", "words"])
        .personal(Area::Supporters)
        .written_once()
        .searched(16, &["words"]);
    ENDING = Table::new("ending", &["id"], &["person", "on_day", "words"])
        .personal(Area::Endings)
        .searched(29, &["words"])
        .chosen(&[&["on_day"], &["words"]]);
    BOOSTER = Table::new("booster", &["id"], &["person", "on_day", "words", "outcome"])
        .personal(Area::Endings)
        .searched(30, &["words"])
        .chosen(&[&["on_day"], &["words"], &["outcome"]]);
    SUPERVISION = Table::new(
        "supervision",
        &["id"],
        &["on_day", "kind", "minutes", "met", "who", "practised", "words"],
    )
    .shown_in(Area::Supervision)
    .undone();
    MIRROR = Table::new("mirror", &["period", "item"], &["level", "words"])
        .shown_in(Area::Supervision)
        .undone();
    SHEET = Table::new(
        "sheet",
        &["id"],
        &["person", "topic", "block", "goal", "made_on", "on_paper", "title", "review_on"],
    )
        .personal(Area::Answers)
        .searched(10, &["title"])
        .chosen(&[&["title"], &["review_on"]]);
    PLAN_COPY = Table::new(
        "plan_copy",
        &["id"],
        &["person", "sheet", "supporter", "holder", "given_on", "taken_back_on"],
    )
    .personal(Area::Answers)
    .searched(20, &["holder"])
    .chosen(&[&["taken_back_on"]]);
    REHEARSAL = Table::new("rehearsal", &["id"], &["person", "sheet", "on_day", "words"])
        .personal(Area::Answers)
        .searched(21, &["words"])
        .chosen(&[&["words"]]);
    ANSWER = Table::new(
        "answer",
        &["person", "field", "sheet", "row_number", "session"],
        &["kind", "value", "edition", "changed"],
    )
    .personal(Area::Answers)
    .conflicts_on("person, field, coalesce(sheet, 0), row_number, coalesce(session, 0)")
    .placed_by(&["field", "sheet", "row_number"])
    .local(&["changed"])
    .searched_when(11, &["value"], "kind = 'text'")
    .chosen(&[&["kind", "value", "edition"]]);
    EVENT = Table::new("event", &["id"], &["person", "kind", "from_day", "until_day", "hours", "words"])
        .personal(Area::Events)
        .searched(23, &["words"])
        .chosen(&[&["kind"], &["from_day", "until_day"], &["hours"], &["words"]]);
    OUTCOME = Table::new("outcome", &["person", "plan"], &["baseline"]).personal(Area::Outcomes);
    MEASURE = Table::new(
        "measure",
        &["person", "plan", "measure", "occasion"],
        &["on_day", "kind", "value", "words"],
    )
    .personal(Area::Outcomes)
    .searched(24, &["words"])
    .chosen(&[&["on_day", "kind", "value"], &["words"]]);
    NOTE = Table::new("note", &["id"], &["session", "person", "on_day", "lang", "format"])
        .personal(Area::Notes)
        .kept_by_itself(&[
            "number", "handed_off", "sealed_in", "signed_at", "signed_offset", "signed_by", "facts", "salt", "digest",
            "seal",
        ])
        .local(&["number", "handed_off", "sealed_in"])
        .erased(Erased::WordsIf { kept: "number > 0", words: &["facts", "salt"] });
    NOTE_SECTION = Table::new(
        "note_section",
        &["note", "position"],
        &["person", "kind", "drafted", "text", "judgement", "unconfirmed"],
    )
    .personal(Area::Notes)
    .kept_by_itself(&["digest"])
    .placed_by(&["note", "kind"])
    .searched(12, &["text", "judgement"])
    .erased(Erased::WordsIf {
        kept: "EXISTS (SELECT 1 FROM note WHERE note.seq = note_section.note AND number > 0)",
        words: &["drafted", "text", "judgement"],
    });
    ADDENDUM = Table::new(
        "addendum",
        &["id"],
        &["note", "person", "kind", "words", "reason", "at", "at_offset", "by_whom", "sealed_in", "salt", "digest", "seal"],
    )
    .local(&["sealed_in"])
    .of(Whose::Persons)
    .shown_in(Area::Notes)
    .carried(Carried::When("person = ?1"))
    .searched(13, &["words", "reason"])
    .erased(Erased::WordsIf { kept: "1", words: &["words", "reason", "salt"] });
    HAND_OFF = Table::new(
        "hand_off",
        &["id"],
        &[
            "note", "person", "what", "at", "at_offset", "format", "recipient", "without_consent", "topics", "draft",
            "outcome",
        ],
    )
    .of(Whose::Persons)
    .shown_in(Area::HandOffs)
    .carried(Carried::When("person = ?1"))
    .erased(Erased::WordsIf { kept: "1", words: &["what", "recipient", "without_consent", "topics"] });
    DRAFT = Table::new("draft", &["place"], &["person", "words", "at", "at_offset"])
        .of(Whose::Persons)
        .erased(Erased::Rows);
    // How a text read before. It stays in this vault: what a record says travels, how it was worded on the way does not.
    EARLIER = Table::new("earlier", &["number"], &["person", "place", "words", "at", "at_offset"])
        .of(Whose::Persons)
        .erased(Erased::Rows);
    UNDO = Table::new("undo", &["number"], &["step", "about", "op", "at", "at_offset", "undone", "sql"])
        .of(Whose::Named)
        .erased(Erased::Rows);
    FINDING = Table::new(
        "finding",
        &["number"],
        &[
            "kind", "saves", "since_at", "since_offset", "detail", "found_at", "found_offset", "acknowledged_by",
            "acknowledged_at", "acknowledged_offset",
        ],
    )
    .shown_in(Area::Vault);
    UNINDEXED = Table::new("unindexed", &["place"], &["words"]);
    ALLOWANCE = Table::new("allowance", &["person"], &["what"]);
    AUDIT = Table::new(
        "audit",
        &["sequence"],
        &["at", "at_offset", "op", "about", "user", "touched", "detail", "subject", "seal", "hash"],
    );
}

/// Columns that refer, by their name: each holds the number (`seq`) of a row of that table. The number means something in
/// this vault alone; what names the row in every vault is its key.
pub(crate) static REFERENCES: &[(&str, &Table)] = &[
    ("origin", &ORIGIN),
    ("edition", &EDITION),
    ("field", &FIELD),
    ("keeper", &PRACTITIONER),
    ("practitioner", &PRACTITIONER),
    ("person", &PERSON),
    ("series", &SERIES),
    ("meeting", &MEETING),
    ("session", &SESSION),
    ("agreed_in", &SESSION),
    ("goal", &GOAL),
    ("instead_of", &GOAL),
    ("short_term_goal", &SHORT_TERM_GOAL),
    ("practice", &PRACTICE),
    ("sheet", &SHEET),
    ("note", &NOTE),
    ("supporter", &SUPPORTER),
    ("consent", &CONSENT),
];

/// Finds the table whose rows a column refers to.
pub(crate) fn referred(column: &str) -> Option<&'static Table> {
    REFERENCES
        .iter()
        .find(|(name, _)| *name == column)
        .map(|(_, table)| *table)
}

/// Finds a table by its name.
pub(crate) fn table(name: &str) -> Option<&'static Table> {
    ALL.iter().copied().find(|table| table.name == name)
}

/// Takes a place in the full-text index apart: the number of the table there, and the row's own.
pub(crate) fn searched_place(place: i64) -> (i64, i64) {
    (place / SEARCH_SPAN, place % SEARCH_SPAN)
}

/// Finds the table whose rows stand in the full-text index under this number.
pub(crate) fn searched_as(number: i64) -> Option<&'static Table> {
    ALL.iter()
        .copied()
        .find(|table| table.search.is_some_and(|search| search.number == number))
}
