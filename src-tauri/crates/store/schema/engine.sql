-- Words somebody has begun and not kept yet, in the place where they are typed. Not in the audit trail and never undone.
CREATE TABLE draft (
    -- Where they belong, such as `goal/<id>/words`.
    place TEXT PRIMARY KEY NOT NULL,
    -- Whose record they are for; null for none.
    person INTEGER REFERENCES person (seq),
    words TEXT NOT NULL,
    at INTEGER NOT NULL,
    at_offset INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX draft_by_person ON draft (person) WHERE person IS NOT NULL;

-- How a text about a person read before: a row for what stood there when a sitting of writing began. It counts for nothing,
-- is in no seal, is carried nowhere, and goes when the person does.
CREATE TABLE earlier (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    person INTEGER NOT NULL REFERENCES person (seq), origin INTEGER NOT NULL DEFAULT 1 REFERENCES origin (seq),
    -- Its table and column, and what names the text in it, such as `goal.words X'…'`.
    place TEXT NOT NULL,
    -- Empty where writing began with nothing, which is where a sitting begins.
    words TEXT NOT NULL,
    -- When something else took their place.
    at INTEGER NOT NULL, at_offset INTEGER NOT NULL
) STRICT;
CREATE INDEX earlier_by_place ON earlier (person, place);

-- What can be taken back, a row for each change to a row, until a note is signed. Old words in it are words like all others.
CREATE TABLE undo (
    number INTEGER PRIMARY KEY,
    -- The number of the first row of the same step.
    step INTEGER NOT NULL,
    -- Whose record it is in, by id; null for what is nobody's. No reference: taking back that they were added takes them away.
    about BLOB,
    -- What was done, as in the audit trail.
    op TEXT NOT NULL,
    at INTEGER NOT NULL,
    at_offset INTEGER NOT NULL,
    -- 1 when it was taken back and can be done again.
    undone INTEGER NOT NULL DEFAULT 0,
    -- The statement that takes the change back.
    sql TEXT NOT NULL
) STRICT;

-- What was found wrong when the vault was opened; shown at every open until the practitioner acknowledges it by name.
CREATE TABLE finding (
    number INTEGER PRIMARY KEY,
    -- As `code.rs` lists them.
    kind TEXT NOT NULL,
    -- How many acknowledged saves are gone, at least.
    saves INTEGER NOT NULL DEFAULT 0,
    -- The last moment from which everything is there.
    since_at INTEGER NOT NULL,
    since_offset INTEGER NOT NULL,
    -- The names of what differs, where that has names; nobody's words.
    detail TEXT NOT NULL DEFAULT '',
    found_at INTEGER NOT NULL,
    found_offset INTEGER NOT NULL,
    -- By whom; empty until then.
    acknowledged_by TEXT NOT NULL DEFAULT '',
    acknowledged_at INTEGER NOT NULL DEFAULT 0,
    acknowledged_offset INTEGER NOT NULL DEFAULT 0
) STRICT;

-- Rows of searched tables that the full-text index does not know as they are now. Triggers list them, `tend` and a search
-- bring the index up to date; an erasure does so at once.
CREATE TABLE unindexed (
    -- The row's place in the index.
    place INTEGER PRIMARY KEY,
    -- Its words as they stand in the index; null where it does not stand there yet.
    words TEXT
) STRICT;

-- Whose record is being erased or merged just now. Only inside such a transaction is there a row, and only then do the
-- triggers below let sealed rows of that person be emptied or come in.
CREATE TABLE allowance (
    person INTEGER PRIMARY KEY NOT NULL,
    -- erase, merge.
    what TEXT NOT NULL
) STRICT;

-- The audit trail: one row for every action, each sealed with the hash of the row before it. It only grows.
CREATE TABLE audit (
    sequence INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    at_offset INTEGER NOT NULL,
    -- As `op.rs` lists them.
    op TEXT NOT NULL,
    -- Whose record, by id, which outlives the person; empty for the vault itself.
    about BLOB NOT NULL DEFAULT x'',
    -- The practitioner's name at that time.
    user TEXT NOT NULL,
    -- The tables whose rows were changed, parted by spaces.
    touched TEXT NOT NULL DEFAULT '',
    -- What exactly, where the action alone does not say; never what somebody wrote.
    detail TEXT NOT NULL DEFAULT '',
    -- The note or addendum whose seal this is; empty for other actions.
    subject BLOB NOT NULL DEFAULT x'',
    -- Its seal.
    seal BLOB NOT NULL DEFAULT x'',
    -- SHA-256 of the hash before and all of the above.
    hash BLOB NOT NULL
) STRICT;
CREATE INDEX audit_by_time ON audit (at);
CREATE INDEX audit_by_op ON audit (op, sequence);
CREATE INDEX audit_by_subject ON audit (subject) WHERE subject <> x'';
