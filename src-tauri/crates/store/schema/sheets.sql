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
    -- The day on which a plan is to be looked at again; empty for none.
    review_on TEXT NOT NULL DEFAULT '',
    UNIQUE (person, seq),
    FOREIGN KEY (person, goal) REFERENCES goal (person, seq)
) STRICT;
CREATE INDEX sheet_by_person ON sheet (person, made_on DESC, id DESC);
CREATE INDEX sheet_by_goal ON sheet (person, goal) WHERE goal IS NOT NULL;
CREATE INDEX sheet_review ON sheet (review_on) WHERE review_on <> '';

-- A copy of one version of a plan that somebody holds on paper.
CREATE TABLE plan_copy (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id BLOB NOT NULL UNIQUE,
    person INTEGER NOT NULL REFERENCES person (seq),
    origin INTEGER NOT NULL DEFAULT 1 REFERENCES origin (seq),
    -- The version.
    sheet INTEGER NOT NULL,
    -- The supporter who holds it; null for somebody else, whose name stands in `holder`.
    supporter INTEGER,
    holder TEXT NOT NULL DEFAULT '',
    given_on TEXT NOT NULL,
    -- Empty for as long as they have it.
    taken_back_on TEXT NOT NULL DEFAULT '',
    CHECK (supporter IS NOT NULL OR holder <> ''),
    CHECK (taken_back_on = '' OR taken_back_on >= given_on),
    FOREIGN KEY (person, sheet) REFERENCES sheet (person, seq),
    FOREIGN KEY (person, supporter) REFERENCES supporter (person, seq)
) STRICT;
CREATE INDEX plan_copy_by_sheet ON plan_copy (person, sheet);
CREATE INDEX plan_copy_by_supporter ON plan_copy (person, supporter) WHERE supporter IS NOT NULL;

-- A day on which a plan was gone through as if it were needed.
CREATE TABLE rehearsal (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id BLOB NOT NULL UNIQUE,
    person INTEGER NOT NULL REFERENCES person (seq),
    origin INTEGER NOT NULL DEFAULT 1 REFERENCES origin (seq),
    sheet INTEGER NOT NULL,
    on_day TEXT NOT NULL,
    -- With whom, and what was noticed.
    words TEXT NOT NULL DEFAULT '',
    FOREIGN KEY (person, sheet) REFERENCES sheet (person, seq)
) STRICT;
CREATE INDEX rehearsal_by_sheet ON rehearsal (person, sheet);

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
