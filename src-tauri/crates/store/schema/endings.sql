-- A course that came to its end. A person may end more than once: a session after it takes the course up again.
CREATE TABLE ending (
    seq INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE,
    person INTEGER NOT NULL REFERENCES person (seq), origin INTEGER NOT NULL DEFAULT 1 REFERENCES origin (seq),
    -- What was said about it, verbatim.
    on_day TEXT NOT NULL, words TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX ending_by_person ON ending (person, on_day);
-- A short meeting some time after the end.
CREATE TABLE booster (
    seq INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE,
    person INTEGER NOT NULL REFERENCES person (seq), origin INTEGER NOT NULL DEFAULT 1 REFERENCES origin (seq),
    -- What to take up again.
    on_day TEXT NOT NULL, words TEXT NOT NULL DEFAULT '',
    -- held, let-go; empty while nobody has said.
    outcome TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX booster_by_person ON booster (person, on_day);
CREATE INDEX booster_waiting ON booster (on_day) WHERE outcome = '';
