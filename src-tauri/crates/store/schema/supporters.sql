-- Somebody on a person's side.
CREATE TABLE supporter (
    seq INTEGER PRIMARY KEY AUTOINCREMENT, id BLOB NOT NULL UNIQUE,
    person INTEGER NOT NULL REFERENCES person (seq), origin INTEGER NOT NULL DEFAULT 1 REFERENCES origin (seq),
    name TEXT NOT NULL,
    -- What they are to the person, such as a sister; how to reach them; what the person says about them, verbatim.
    relation TEXT NOT NULL DEFAULT '', reach TEXT NOT NULL DEFAULT '', words TEXT NOT NULL DEFAULT '',
    UNIQUE (person, seq)
) STRICT;

-- What a person lets a supporter see and be told. Written once.
CREATE TABLE consent (
    seq INTEGER PRIMARY KEY AUTOINCREMENT, id BLOB NOT NULL UNIQUE,
    person INTEGER NOT NULL, origin INTEGER NOT NULL DEFAULT 1 REFERENCES origin (seq), supporter INTEGER NOT NULL,
    -- Parted by spaces: goals, practices, handouts, relapse-plan, signs, medicines, attendance, notes, sessions, crisis.
    items TEXT NOT NULL,
    -- The last day is empty for as long as it is not taken back.
    from_day TEXT NOT NULL, until_day TEXT NOT NULL DEFAULT '',
    -- said, written.
    given TEXT NOT NULL,
    -- What stays private all the same.
    kept_back TEXT NOT NULL DEFAULT '',
    recorded_at INTEGER NOT NULL, recorded_offset INTEGER NOT NULL,
    UNIQUE (person, seq), CHECK (until_day = '' OR until_day >= from_day),
    FOREIGN KEY (person, supporter) REFERENCES supporter (person, seq)
) STRICT;
CREATE INDEX consent_by_supporter ON consent (person, supporter);
-- That a consent was taken back, from that day on; a row of its own, so that it comes along in a merge.
CREATE TABLE withdrawal (
    consent INTEGER PRIMARY KEY,
    person INTEGER NOT NULL, origin INTEGER NOT NULL DEFAULT 1 REFERENCES origin (seq), on_day TEXT NOT NULL,
    FOREIGN KEY (person, consent) REFERENCES consent (person, seq)
) STRICT;
-- Something that was said to a supporter or by them.
CREATE TABLE contact (
    seq INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE,
    person INTEGER NOT NULL, origin INTEGER NOT NULL DEFAULT 1 REFERENCES origin (seq), supporter INTEGER NOT NULL,
    -- How: met, called, wrote.
    on_day TEXT NOT NULL, how TEXT NOT NULL, words TEXT NOT NULL DEFAULT '',
    FOREIGN KEY (person, supporter) REFERENCES supporter (person, seq)
) STRICT;
CREATE INDEX contact_by_supporter ON contact (person, supporter, on_day DESC);
