-- One filled copy of a form, or of a worksheet that can be filled many times.
CREATE TABLE sheet (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id BLOB NOT NULL UNIQUE,
    person INTEGER NOT NULL REFERENCES person (seq),
    origin INTEGER NOT NULL DEFAULT 1 REFERENCES origin (seq),
    topic TEXT NOT NULL,
    -- The worksheet; empty for a form, whose copy covers the whole page.
    block TEXT NOT NULL,
    -- The goal it is about; null for none.
    goal INTEGER,
    made_on TEXT NOT NULL,
    -- Filled on paper on that day and typed in from there.
    on_paper INTEGER NOT NULL DEFAULT 0,
    -- What tells it from the others.
    title TEXT NOT NULL DEFAULT '',
    UNIQUE (person, seq),
    FOREIGN KEY (person, goal) REFERENCES goal (person, seq)
) STRICT;
CREATE INDEX sheet_by_person ON sheet (person, made_on DESC, id DESC);
CREATE INDEX sheet_by_goal ON sheet (person, goal) WHERE goal IS NOT NULL;

-- What was answered in a field, in a session or between. The highest `changed` counts; earlier ones stay, for notes.
CREATE TABLE answer (
    seq INTEGER PRIMARY KEY,
    person INTEGER NOT NULL REFERENCES person (seq),
    origin INTEGER NOT NULL DEFAULT 1 REFERENCES origin (seq),
    field INTEGER NOT NULL REFERENCES field (seq),
    -- The filled copy; null for the one copy in the handout itself.
    sheet INTEGER,
    -- The row of a repeating group, from 0.
    row_number INTEGER NOT NULL,
    -- The session it was given in; null between sessions.
    session INTEGER,
    -- text, choice, ticks, number, date, asTyped for what was typed in place of a number or a day, missing where somebody
    -- said why there is none; none where an earlier answer was taken back.
    kind TEXT NOT NULL,
    -- The words, the id, a JSON list of ids, the number, the day, what was typed, the reason; empty for none.
    value TEXT NOT NULL,
    -- The pack that supplied the page, and its version.
    edition INTEGER NOT NULL REFERENCES edition (seq),
    -- The entry of the audit trail with which it was last given.
    changed INTEGER NOT NULL,
    FOREIGN KEY (person, sheet) REFERENCES sheet (person, seq),
    FOREIGN KEY (person, session) REFERENCES session (person, seq)
) STRICT;
CREATE UNIQUE INDEX answer_place ON answer (
    person, field, coalesce(sheet, 0), row_number, coalesce(session, 0)
);
