-- The schema as prose: what every table and column means. A test compares it with what the migrations make.
-- Ids are UUIDv7 as 16 bytes, and each stands once, in the row it names. What refers to that row holds its number, `seq`: one
-- to three bytes, in every row and every index. A number means something in this vault alone. It is never used for a second
-- row, since undo brings a row back under the number it had, and the triggers named `…_number_…` refuse to change one.
-- Days are ISO texts; moments are milliseconds since 1970 with the offset in minutes east of UTC. Optional values are empty
-- texts, so that no column is null but optional references. What comes from a fixed list is in `code.rs`; it never changes.
-- What belongs to a person says so in the row itself (`person`), and says in which vault it was written (`origin`). No row
-- ever changes hands: references carry the person with them, and the triggers named `…_owner` refuse the rest. What else a
-- table is stands in one row of `catalogue.rs`. The triggers explain themselves where they are made (`signed.sql`).

-- Which migrations this vault has been through, with their texts.
CREATE TABLE IF NOT EXISTS migration (
    number INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    -- Compared at every open, so that an edited migration is noticed.
    sql TEXT NOT NULL,
    ran_at INTEGER NOT NULL
) STRICT;
-- The vault itself; one row.
CREATE TABLE vault (
    -- Always 1.
    one INTEGER PRIMARY KEY CHECK (one = 1),
    -- UUID, as in the key header and in every backup.
    id TEXT NOT NULL,
    -- When it was made, milliseconds since 1970.
    made_at INTEGER NOT NULL,
    -- Minutes east of UTC at that place and moment.
    made_offset INTEGER NOT NULL,
    -- The practitioner who keeps it.
    keeper INTEGER NOT NULL REFERENCES practitioner (seq),
    -- SHA-256 of the key header that is valid, as the trail says too. Another one on disk is an old one put back.
    header BLOB NOT NULL,
    -- That of the header before, while nobody knows whether the new one reached the disk; empty otherwise.
    header_before BLOB NOT NULL DEFAULT x''
) STRICT;

-- Vaults that rows come from. 1 is this one; others come with a merge.
CREATE TABLE origin (
    seq INTEGER PRIMARY KEY,
    -- UUID.
    vault TEXT NOT NULL UNIQUE
) STRICT;

-- Who meets people and signs. One of them keeps the vault.
CREATE TABLE practitioner (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id BLOB NOT NULL UNIQUE,
    -- As printed under signed notes and noted in the audit trail.
    name TEXT NOT NULL,
    -- Title, as printed.
    title TEXT NOT NULL DEFAULT '',
    -- clinician, peer, student, co-signer.
    role TEXT NOT NULL DEFAULT 'clinician',
    -- 0 for somebody who no longer leads or signs here.
    active INTEGER NOT NULL DEFAULT 1
) STRICT;

-- Phrases the practitioner keeps for notes.
CREATE TABLE snippet (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id BLOB NOT NULL UNIQUE,
    words TEXT NOT NULL
) STRICT;

-- The PIN of the turned screen; no row until one is set.
CREATE TABLE pin (
    -- Always 1.
    one INTEGER PRIMARY KEY CHECK (one = 1),
    -- 16 random bytes.
    salt BLOB NOT NULL,
    -- Argon2id of the PIN.
    hash BLOB NOT NULL
) STRICT;

-- Versions of packs that supplied pages; a list, so that a row of an answer holds a small number.
CREATE TABLE edition (
    seq INTEGER PRIMARY KEY,
    -- A slug.
    pack TEXT NOT NULL,
    version TEXT NOT NULL,
    UNIQUE (pack, version)
) STRICT;

-- Fields that were ever answered, by their slugs; a list for the same reason. Holds nobody's words.
CREATE TABLE field (
    seq INTEGER PRIMARY KEY,
    topic TEXT NOT NULL,
    block TEXT NOT NULL,
    -- The field in that block.
    name TEXT NOT NULL,
    UNIQUE (topic, block, name)
) STRICT;
