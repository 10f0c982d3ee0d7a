-- One person in the caseload. Rows are never removed while a signed note speaks of them.
CREATE TABLE person (
    -- Order of writing, and the row of the full-text index; so in every table that has it.
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    -- UUIDv7, as every id below.
    id BLOB NOT NULL UNIQUE,
    -- The vault it was written in, as every `origin` below.
    origin INTEGER NOT NULL DEFAULT 1 REFERENCES origin (seq),
    -- What they want to be called.
    preferred_name TEXT NOT NULL,
    -- The clinic's number for them.
    record_number TEXT NOT NULL DEFAULT '',
    -- Of their handouts: en, da, nb.
    language TEXT NOT NULL,
    -- normal, large.
    print_size TEXT NOT NULL,
    -- The course they follow, a slug.
    course TEXT NOT NULL,
    -- The track they follow where a module has tracks, a slug; empty when not chosen.
    track TEXT NOT NULL DEFAULT '',
    -- How often they mean to meet, a slug; empty when not agreed.
    pace TEXT NOT NULL DEFAULT '',
    -- The day the course began.
    started_on TEXT NOT NULL,
    -- The next appointment, local time without a zone.
    next_meeting TEXT NOT NULL DEFAULT '',
    -- 0 for a former person.
    active INTEGER NOT NULL DEFAULT 1,
    -- Identity colour, 0 to 7.
    colour INTEGER NOT NULL,
    -- When they were added.
    added_at INTEGER NOT NULL,
    added_offset INTEGER NOT NULL
) STRICT;
CREATE INDEX person_by_name ON person (preferred_name COLLATE NOCASE, id);
CREATE INDEX person_by_appointment ON person (next_meeting) WHERE next_meeting <> '';

-- One version of what recovery means to a person, verbatim. Earlier versions stay.
CREATE TABLE statement (
    seq INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    person INTEGER NOT NULL REFERENCES person (seq),
    origin INTEGER NOT NULL DEFAULT 1 REFERENCES origin (seq),
    -- Their words.
    words TEXT NOT NULL,
    -- said, written.
    given TEXT NOT NULL,
    -- The day they were given.
    on_day TEXT NOT NULL,
    -- Lenses a human chose, parted by spaces: connectedness, hope, identity, meaning, empowerment.
    chime TEXT NOT NULL DEFAULT '',
    -- When it was written down.
    recorded_at INTEGER NOT NULL,
    recorded_offset INTEGER NOT NULL
) STRICT;
CREATE INDEX statement_by_person ON statement (person, on_day DESC, id DESC);
