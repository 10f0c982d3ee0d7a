-- A group that meets again and again: one course, taken by several people together. Says nothing about anybody.
CREATE TABLE series (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id BLOB NOT NULL UNIQUE,
    origin INTEGER NOT NULL DEFAULT 1 REFERENCES origin (seq),
    -- What the group is called.
    name TEXT NOT NULL,
    -- The course it follows, a slug.
    course TEXT NOT NULL,
    -- The day it usually meets, 1 for Monday to 7; 0 when there is none.
    weekday INTEGER NOT NULL DEFAULT 0,
    -- The time it usually begins, such as 10:00; may be empty.
    begins TEXT NOT NULL DEFAULT '',
    -- How long it usually takes; 0 when nobody said.
    minutes INTEGER NOT NULL DEFAULT 0,
    -- Where it usually meets.
    place TEXT NOT NULL DEFAULT '',
    from_day TEXT NOT NULL,
    -- Its last day; empty while that is open.
    until_day TEXT NOT NULL DEFAULT '',
    CHECK (until_day = '' OR until_day >= from_day)
) STRICT;

-- Who leads a group.
CREATE TABLE series_practitioner (
    series INTEGER NOT NULL REFERENCES series (seq),
    practitioner INTEGER NOT NULL REFERENCES practitioner (seq),
    -- As in a meeting.
    role TEXT NOT NULL,
    PRIMARY KEY (series, practitioner)
) STRICT, WITHOUT ROWID;

-- A person's time in a group. Whoever left and came back has two rows.
CREATE TABLE member (
    person INTEGER NOT NULL REFERENCES person (seq),
    series INTEGER NOT NULL REFERENCES series (seq),
    from_day TEXT NOT NULL,
    -- Their last day in it; empty while they are in it.
    until_day TEXT NOT NULL DEFAULT '',
    origin INTEGER NOT NULL DEFAULT 1 REFERENCES origin (seq),
    PRIMARY KEY (person, series, from_day),
    CHECK (until_day = '' OR until_day >= from_day)
) STRICT, WITHOUT ROWID;
CREATE INDEX member_by_series ON member (series);

-- What a group's meeting has beside what every meeting has: its group and its plan. The plan is the practitioners' own; it
-- goes into nobody's note and to no other vault.
CREATE TABLE group_meeting (
    meeting INTEGER PRIMARY KEY REFERENCES meeting (seq),
    series INTEGER NOT NULL REFERENCES series (seq),
    -- Topics, slugs parted by spaces.
    topics TEXT NOT NULL DEFAULT '',
    -- What is planned, in words.
    agenda TEXT NOT NULL DEFAULT '',
    -- How long it is to take; 0 when nobody said.
    minutes INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX group_meeting_by_series ON group_meeting (series);
