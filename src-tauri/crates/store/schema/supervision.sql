-- A meeting of supervision or training; about practitioners, and about nobody they meet.
CREATE TABLE supervision (
    seq INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE,
    -- Kind: supervision, course, training, observed.
    on_day TEXT NOT NULL, kind TEXT NOT NULL,
    -- How long it took and how many practitioners met; 0 when nobody said.
    minutes INTEGER NOT NULL DEFAULT 0, met INTEGER NOT NULL DEFAULT 0,
    who TEXT NOT NULL DEFAULT '', practised TEXT NOT NULL DEFAULT '', words TEXT NOT NULL DEFAULT ''
) STRICT;
-- What a practitioner says of their own work where nothing can be counted: a row for each item and stretch of time.
CREATE TABLE mirror (
    -- The first day of the stretch; the item by its stable name.
    period TEXT NOT NULL, item TEXT NOT NULL,
    -- 1 to 5; 0 when nothing was chosen.
    level INTEGER NOT NULL DEFAULT 0, words TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (period, item)
) STRICT, WITHOUT ROWID;
