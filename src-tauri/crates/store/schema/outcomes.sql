-- Something with a day that trials count, as it was told.
CREATE TABLE event (
    seq INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    person INTEGER NOT NULL REFERENCES person (seq),
    origin INTEGER NOT NULL DEFAULT 1 REFERENCES origin (seq),
    -- admission, emergency, contact, work, study, role.
    kind TEXT NOT NULL,
    -- The last day is empty for what took one day, and for what goes on.
    from_day TEXT NOT NULL,
    until_day TEXT NOT NULL DEFAULT '',
    -- A week, exact to the hundredth; empty for none.
    hours TEXT NOT NULL DEFAULT '',
    words TEXT NOT NULL DEFAULT '',
    CHECK (until_day = '' OR until_day >= from_day)
) STRICT;
CREATE INDEX event_by_person ON event (person, from_day DESC);

-- An outcome plan of some pack that a person follows, and the day from which its months are counted.
CREATE TABLE outcome (
    person INTEGER NOT NULL REFERENCES person (seq),
    plan TEXT NOT NULL,
    origin INTEGER NOT NULL DEFAULT 1 REFERENCES origin (seq),
    baseline TEXT NOT NULL,
    PRIMARY KEY (person, plan)
) STRICT, WITHOUT ROWID;

-- What became of one measure of an outcome plan on one occasion, keyed in. It outlives that the plan is followed.
CREATE TABLE measure (
    seq INTEGER PRIMARY KEY,
    person INTEGER NOT NULL REFERENCES person (seq),
    origin INTEGER NOT NULL DEFAULT 1 REFERENCES origin (seq),
    plan TEXT NOT NULL,
    measure TEXT NOT NULL,
    occasion TEXT NOT NULL,
    -- Empty where nothing was collected.
    on_day TEXT NOT NULL DEFAULT '',
    -- number, asTyped for what was typed and is no number that fits, missing.
    kind TEXT NOT NULL,
    -- The exact number, what was typed, why it is missing.
    value TEXT NOT NULL,
    words TEXT NOT NULL DEFAULT '',
    UNIQUE (person, plan, measure, occasion)
) STRICT;
