-- The schema as prose: what every table and column means. A test compares it with what the migrations make.
--
-- Ids are UUIDv7 as 16 bytes. Days are ISO texts; moments are milliseconds since 1970 with the offset in minutes east of
-- UTC beside them. Optional values are empty texts, so that no column is null but optional references.
-- Values that come from a fixed list are written out here or in `code.rs`; their meaning never changes.

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
    made_offset INTEGER NOT NULL
) STRICT;

-- Who keeps the vault; one row.
CREATE TABLE practitioner (
    -- Always 1.
    one INTEGER PRIMARY KEY CHECK (one = 1),
    -- As printed under signed notes and noted in the audit trail.
    name TEXT NOT NULL,
    -- Title or role.
    title TEXT NOT NULL DEFAULT ''
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

-- One person in the caseload. Rows are never removed while a signed note speaks of them.
CREATE TABLE person (
    -- UUIDv7, as every id below.
    id BLOB PRIMARY KEY NOT NULL,
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
    added_offset INTEGER NOT NULL,
    -- The track they follow where a module has tracks, a slug; empty when not chosen.
    track TEXT NOT NULL DEFAULT '',
    -- How often they mean to meet, a slug; empty when not agreed.
    pace TEXT NOT NULL DEFAULT ''
) STRICT;

-- One version of what recovery means to a person, verbatim. Earlier versions stay.
CREATE TABLE statement (
    -- Order of writing; the row of the full-text index.
    seq INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    person BLOB NOT NULL REFERENCES person (id),
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
CREATE INDEX statement_by_person ON statement (person, on_day DESC, seq DESC);

-- One meeting: everything that is one value. What is a list has a table of its own.
CREATE TABLE session (
    id BLOB PRIMARY KEY NOT NULL,
    person BLOB NOT NULL REFERENCES person (id),
    -- Counts the person's meetings, from 1.
    number INTEGER NOT NULL,
    -- The day.
    on_day TEXT NOT NULL,
    -- When it was opened.
    started_at INTEGER NOT NULL,
    started_offset INTEGER NOT NULL,
    -- 0 while it can be resumed.
    closed INTEGER NOT NULL DEFAULT 0,
    -- When it was closed; 0 until then.
    closed_at INTEGER NOT NULL DEFAULT 0,
    closed_offset INTEGER NOT NULL DEFAULT 0,
    -- present, cancelled, no-show.
    attendance TEXT NOT NULL,
    -- Why it was cancelled.
    attendance_reason TEXT NOT NULL DEFAULT '',
    -- Where it took place.
    place TEXT NOT NULL DEFAULT '',
    -- Supporters and others.
    others_present TEXT NOT NULL DEFAULT '',
    -- Where it stands, so that a restart comes back to it.
    current_phase TEXT NOT NULL,
    -- Sum of the seconds of its phases, so that lists need not read them.
    seconds INTEGER NOT NULL DEFAULT 0,
    -- yes, no, empty when nobody asked.
    major_problem TEXT NOT NULL DEFAULT '',
    -- What the problem is.
    problem_words TEXT NOT NULL DEFAULT '',
    -- What was done about it.
    problem_action TEXT NOT NULL DEFAULT '',
    -- well, partly, not.
    recalled TEXT NOT NULL DEFAULT '',
    -- What they remembered, verbatim.
    recalled_words TEXT NOT NULL DEFAULT '',
    -- What was planned.
    agenda TEXT NOT NULL DEFAULT '',
    -- The person's own item.
    person_item TEXT NOT NULL DEFAULT '',
    -- coping, relapse-prevention, behavioural-tailoring, social.
    skill TEXT NOT NULL DEFAULT '',
    -- The skill by name.
    skill_words TEXT NOT NULL DEFAULT '',
    -- The person's own summary, verbatim.
    summary_words TEXT NOT NULL DEFAULT '',
    -- What was planned for next time.
    next_plan TEXT NOT NULL DEFAULT '',
    -- The next appointment, local time.
    next_meeting TEXT NOT NULL DEFAULT '',
    UNIQUE (person, id)
) STRICT;
CREATE INDEX session_list ON session (
    person, on_day DESC, number DESC, id, started_at, started_offset, closed, closed_at, closed_offset,
    seconds, attendance, attendance_reason
);
CREATE INDEX session_open ON session (started_at) WHERE closed = 0;

-- The eight phases of a session.
CREATE TABLE session_phase (
    session BLOB NOT NULL REFERENCES session (id),
    -- From 0, here and in every list below.
    position INTEGER NOT NULL,
    -- arrive, last-time, practice-review, goals, agenda, topic, practice-plan, close.
    phase TEXT NOT NULL,
    -- ahead, opened, done, skipped.
    state TEXT NOT NULL,
    -- Spent in it so far.
    seconds INTEGER NOT NULL,
    PRIMARY KEY (session, position)
) STRICT, WITHOUT ROWID;

-- Topics met in a session.
CREATE TABLE session_topic (
    session BLOB NOT NULL REFERENCES session (id),
    position INTEGER NOT NULL,
    -- A slug.
    topic TEXT NOT NULL,
    -- The version of the pack it was shown from.
    pack_version TEXT NOT NULL,
    -- opened, partly, covered.
    depth TEXT NOT NULL,
    PRIMARY KEY (session, position)
) STRICT, WITHOUT ROWID;

-- Techniques ticked by hand.
CREATE TABLE session_technique (
    session BLOB NOT NULL REFERENCES session (id),
    -- As `code.rs` lists them.
    technique TEXT NOT NULL,
    PRIMARY KEY (session, technique)
) STRICT, WITHOUT ROWID;

-- A recovery goal in the person's own words.
CREATE TABLE goal (
    id BLOB PRIMARY KEY NOT NULL,
    person BLOB NOT NULL REFERENCES person (id),
    -- Verbatim.
    words TEXT NOT NULL,
    -- Why it matters, verbatim.
    why TEXT NOT NULL DEFAULT '',
    -- The day it was set.
    set_on TEXT NOT NULL,
    -- active, achieved, changed, dropped; so for short-term goals and steps.
    status TEXT NOT NULL,
    UNIQUE (person, id)
) STRICT;

-- A short-term goal under a goal.
CREATE TABLE short_term_goal (
    id BLOB PRIMARY KEY NOT NULL,
    goal BLOB NOT NULL REFERENCES goal (id),
    position INTEGER NOT NULL,
    words TEXT NOT NULL,
    status TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX short_term_goal_by_goal ON short_term_goal (goal, position);

-- A step under a short-term goal.
CREATE TABLE step (
    id BLOB PRIMARY KEY NOT NULL,
    short_term_goal BLOB NOT NULL REFERENCES short_term_goal (id),
    position INTEGER NOT NULL,
    -- What to do.
    words TEXT NOT NULL,
    -- Who helps.
    helper TEXT NOT NULL DEFAULT '',
    -- A day.
    by_when TEXT NOT NULL DEFAULT '',
    -- What could get in the way, and the answer to it.
    obstacle TEXT NOT NULL DEFAULT '',
    status TEXT NOT NULL,
    -- The day it was done.
    done_on TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;
CREATE INDEX step_by_short_term_goal ON step (short_term_goal, position);

-- What was said of a goal in a session. `person` is there so that no session can speak of another person's goal.
CREATE TABLE goal_review (
    session BLOB NOT NULL,
    goal BLOB NOT NULL,
    person BLOB NOT NULL,
    position INTEGER NOT NULL,
    on_day TEXT NOT NULL,
    -- not-started, some, most, achieved, changed, dropped.
    progress TEXT NOT NULL DEFAULT '',
    -- What was done since last time.
    done TEXT NOT NULL DEFAULT '',
    obstacle TEXT NOT NULL DEFAULT '',
    next_step TEXT NOT NULL DEFAULT '',
    -- yes, no, empty until asked.
    still_right TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (session, goal),
    FOREIGN KEY (person, session) REFERENCES session (person, id),
    FOREIGN KEY (person, goal) REFERENCES goal (person, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX goal_review_by_goal ON goal_review (person, goal);

-- A promise, agreed in a session.
CREATE TABLE practice (
    id BLOB PRIMARY KEY NOT NULL,
    person BLOB NOT NULL,
    -- The session.
    agreed_in BLOB NOT NULL,
    -- The day.
    agreed_on TEXT NOT NULL,
    -- Its place among the promises of that session.
    position INTEGER NOT NULL,
    what TEXT NOT NULL DEFAULT '',
    when_words TEXT NOT NULL DEFAULT '',
    place TEXT NOT NULL DEFAULT '',
    with_whom TEXT NOT NULL DEFAULT '',
    -- 0 to 10; -1 until asked.
    confidence INTEGER NOT NULL DEFAULT -1,
    obstacle TEXT NOT NULL DEFAULT '',
    -- The goal it serves; null for none.
    goal BLOB,
    -- The topic it came from.
    topic TEXT NOT NULL DEFAULT '',
    UNIQUE (person, id),
    FOREIGN KEY (person, agreed_in) REFERENCES session (person, id),
    FOREIGN KEY (person, goal) REFERENCES goal (person, id)
) STRICT;
CREATE INDEX practice_by_session ON practice (person, agreed_in, position);
CREATE INDEX practice_by_goal ON practice (person, goal) WHERE goal IS NOT NULL;

-- What became of a promise.
CREATE TABLE practice_review (
    practice BLOB PRIMARY KEY NOT NULL,
    person BLOB NOT NULL,
    -- The session it was reviewed in.
    session BLOB NOT NULL,
    on_day TEXT NOT NULL,
    -- done, partly, not-done, changed; empty until somebody says.
    result TEXT NOT NULL DEFAULT '',
    -- Verbatim.
    what_happened TEXT NOT NULL DEFAULT '',
    obstacle TEXT NOT NULL DEFAULT '',
    FOREIGN KEY (person, practice) REFERENCES practice (person, id),
    FOREIGN KEY (person, session) REFERENCES session (person, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX practice_review_by_session ON practice_review (person, session);

-- Earlier promises that a session looked at, reviewed or not.
CREATE TABLE session_promise (
    session BLOB NOT NULL,
    position INTEGER NOT NULL,
    practice BLOB NOT NULL,
    person BLOB NOT NULL,
    PRIMARY KEY (session, position),
    FOREIGN KEY (person, session) REFERENCES session (person, id),
    FOREIGN KEY (person, practice) REFERENCES practice (person, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX session_promise_by_practice ON session_promise (person, practice);

-- One filled copy of a form, or of a worksheet that can be filled many times.
CREATE TABLE sheet (
    id BLOB PRIMARY KEY NOT NULL,
    person BLOB NOT NULL REFERENCES person (id),
    topic TEXT NOT NULL,
    -- The worksheet; empty for a form, whose copy covers the whole page.
    block TEXT NOT NULL,
    -- The goal it is about; null for none.
    goal BLOB,
    made_on TEXT NOT NULL,
    -- What tells it from the others.
    title TEXT NOT NULL DEFAULT '',
    FOREIGN KEY (person, goal) REFERENCES goal (person, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX sheet_by_person ON sheet (person, made_on DESC);
CREATE INDEX sheet_by_goal ON sheet (person, goal) WHERE goal IS NOT NULL;

-- One answer. The key holds in every language and pack version.
CREATE TABLE answer (
    person BLOB NOT NULL REFERENCES person (id),
    topic TEXT NOT NULL,
    -- The filled copy; empty for the one copy in the handout itself, which no foreign key can say.
    sheet BLOB NOT NULL DEFAULT x'',
    block TEXT NOT NULL,
    field TEXT NOT NULL,
    -- The row of a repeating group, from 0.
    row_number INTEGER NOT NULL,
    -- text, choice, ticks, number, date.
    kind TEXT NOT NULL,
    -- The words, the id, a JSON list of ids, the number, the day.
    value TEXT NOT NULL,
    -- The session it was last given in; null between sessions.
    session BLOB,
    -- The version it was last given in.
    pack_version TEXT NOT NULL,
    answered_at INTEGER NOT NULL,
    answered_offset INTEGER NOT NULL,
    PRIMARY KEY (person, topic, sheet, block, field, row_number),
    FOREIGN KEY (person, session) REFERENCES session (person, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX answer_by_session ON answer (person, session) WHERE session IS NOT NULL;

-- A session note. Signed when `number` is above 0; from then on the triggers below refuse every change.
CREATE TABLE note (
    id BLOB PRIMARY KEY NOT NULL,
    -- One note a session.
    session BLOB NOT NULL UNIQUE,
    person BLOB NOT NULL,
    -- The day of the session.
    on_day TEXT NOT NULL,
    lang TEXT NOT NULL,
    -- Its place among the signed notes, from 1; 0 for a draft.
    number INTEGER NOT NULL DEFAULT 0,
    -- Its place in the chain of seals, which addenda share; 0 for a draft.
    link INTEGER NOT NULL DEFAULT 0,
    signed_at INTEGER NOT NULL DEFAULT 0,
    signed_offset INTEGER NOT NULL DEFAULT 0,
    -- Name and title.
    signed_by TEXT NOT NULL DEFAULT '',
    -- SHA-256 of the seal before and the content, hex.
    seal TEXT NOT NULL DEFAULT '',
    FOREIGN KEY (person, session) REFERENCES session (person, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX note_list ON note (person, on_day DESC, number, session);
CREATE INDEX note_by_day ON note (on_day DESC, number, person, session);
CREATE UNIQUE INDEX note_number ON note (number) WHERE number > 0;
CREATE UNIQUE INDEX note_link ON note (link) WHERE link > 0;

-- A section of a note.
CREATE TABLE note_section (
    -- The row of the full-text index.
    seq INTEGER PRIMARY KEY,
    note BLOB NOT NULL REFERENCES note (id),
    position INTEGER NOT NULL,
    -- As `code.rs` lists them.
    kind TEXT NOT NULL,
    -- What was drafted from recorded events.
    drafted TEXT NOT NULL DEFAULT '',
    -- The text as it stands.
    text TEXT NOT NULL DEFAULT '',
    -- What the practitioner typed.
    judgement TEXT NOT NULL DEFAULT '',
    -- 1 while nobody has confirmed text carried over.
    unconfirmed INTEGER NOT NULL DEFAULT 0,
    UNIQUE (note, position)
) STRICT;

-- An addition to a signed note.
CREATE TABLE addendum (
    id BLOB PRIMARY KEY NOT NULL,
    note BLOB NOT NULL REFERENCES note (id),
    words TEXT NOT NULL,
    reason TEXT NOT NULL,
    at INTEGER NOT NULL,
    at_offset INTEGER NOT NULL,
    by_whom TEXT NOT NULL,
    -- Its place in the chain of seals.
    link INTEGER NOT NULL UNIQUE,
    seal TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX addendum_by_note ON addendum (note, link);

-- What left the vault.
CREATE TABLE hand_off (
    id BLOB PRIMARY KEY NOT NULL,
    -- Null when it was no note.
    note BLOB REFERENCES note (id),
    -- Null for a blank handout.
    person BLOB REFERENCES person (id),
    what TEXT NOT NULL,
    at INTEGER NOT NULL,
    at_offset INTEGER NOT NULL,
    format TEXT NOT NULL,
    -- To whom or where.
    recipient TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;
CREATE INDEX hand_off_by_time ON hand_off (at);
CREATE INDEX hand_off_by_note ON hand_off (note) WHERE note IS NOT NULL;

-- The audit trail; each row is sealed with the hash of the row before.
CREATE TABLE audit (
    -- From 1, without gaps.
    sequence INTEGER PRIMARY KEY,
    -- By the clock of the machine; order is by sequence.
    at INTEGER NOT NULL,
    at_offset INTEGER NOT NULL,
    -- As `op.rs` lists them.
    op TEXT NOT NULL,
    -- Whose record; empty for the vault itself.
    person BLOB NOT NULL DEFAULT x'',
    -- The practitioner's name at that time.
    user TEXT NOT NULL,
    -- Ids and counts, never what somebody wrote.
    detail TEXT NOT NULL DEFAULT '',
    -- Hash of the row before; of the vault id for the first.
    previous BLOB NOT NULL,
    -- SHA-256 over all of the row.
    hash BLOB NOT NULL
) STRICT;
CREATE INDEX audit_by_time ON audit (at);
CREATE INDEX audit_by_op ON audit (op, sequence);

-- Full text. Merges wait for an idle moment (store.tend), so no save pays for them. Were there never an idle moment, a
-- merge is forced long before the 2,000 segments that FTS5 can hold. Two index pages of 3,950 bytes fit into a database
-- page; the default of 4,050 leaves half of every one empty.

CREATE VIRTUAL TABLE statement_words USING fts5 (
    words,
    content = 'statement', content_rowid = 'seq', columnsize = 0, tokenize = 'unicode61 remove_diacritics 2'
);
INSERT INTO statement_words (statement_words, rank) VALUES ('pgsz', 3950);
INSERT INTO statement_words (statement_words, rank) VALUES ('automerge', 0);
INSERT INTO statement_words (statement_words, rank) VALUES ('crisismerge', 256);

CREATE VIRTUAL TABLE note_words USING fts5 (
    text, judgement,
    content = 'note_section', content_rowid = 'seq', columnsize = 0, tokenize = 'unicode61 remove_diacritics 2'
);
INSERT INTO note_words (note_words, rank) VALUES ('pgsz', 3950);
INSERT INTO note_words (note_words, rank) VALUES ('automerge', 0);
INSERT INTO note_words (note_words, rank) VALUES ('crisismerge', 256);

CREATE TRIGGER statement_words_added AFTER INSERT ON statement BEGIN
    INSERT INTO statement_words (rowid, words) VALUES (NEW.seq, NEW.words);
END;
CREATE TRIGGER statement_words_gone AFTER DELETE ON statement BEGIN
    INSERT INTO statement_words (statement_words, rowid, words) VALUES ('delete', OLD.seq, OLD.words);
END;
CREATE TRIGGER statement_words_changed AFTER UPDATE OF seq, words ON statement
WHEN (OLD.seq, OLD.words) IS NOT (NEW.seq, NEW.words) BEGIN
    INSERT INTO statement_words (statement_words, rowid, words) VALUES ('delete', OLD.seq, OLD.words);
    INSERT INTO statement_words (rowid, words) VALUES (NEW.seq, NEW.words);
END;

CREATE TRIGGER note_words_added AFTER INSERT ON note_section BEGIN
    INSERT INTO note_words (rowid, text, judgement) VALUES (NEW.seq, NEW.text, NEW.judgement);
END;
CREATE TRIGGER note_words_gone AFTER DELETE ON note_section BEGIN
    INSERT INTO note_words (note_words, rowid, text, judgement)
    VALUES ('delete', OLD.seq, OLD.text, OLD.judgement);
END;
CREATE TRIGGER note_words_changed AFTER UPDATE OF seq, text, judgement ON note_section
WHEN (OLD.seq, OLD.text, OLD.judgement) IS NOT (NEW.seq, NEW.text, NEW.judgement) BEGIN
    INSERT INTO note_words (note_words, rowid, text, judgement)
    VALUES ('delete', OLD.seq, OLD.text, OLD.judgement);
    INSERT INTO note_words (rowid, text, judgement) VALUES (NEW.seq, NEW.text, NEW.judgement);
END;

-- Signed means signed. These hold for every connection, ours or not, with or without foreign keys and recursive
-- triggers: OR REPLACE fires no delete trigger by itself, so each insert looks first at what it would replace.

CREATE TRIGGER note_begins_as_draft BEFORE INSERT ON note
WHEN NEW.number <> 0 OR NEW.link <> 0 OR EXISTS (
    SELECT 1 FROM note WHERE number > 0 AND (id = NEW.id OR session = NEW.session)
) BEGIN
    SELECT RAISE (ABORT, 'signed: a signed note cannot be replaced or inserted');
END;
CREATE TRIGGER note_signed_stays BEFORE UPDATE ON note
WHEN OLD.number <> 0 OR EXISTS (
    SELECT 1 FROM note
    WHERE number > 0 AND id <> OLD.id
        AND (id = NEW.id OR session = NEW.session OR number = NEW.number OR link = NEW.link)
) BEGIN
    SELECT RAISE (ABORT, 'signed: a signed note cannot be changed');
END;
CREATE TRIGGER note_signed_is_kept BEFORE DELETE ON note WHEN OLD.number <> 0 BEGIN
    SELECT RAISE (ABORT, 'signed: a signed note cannot be removed');
END;

CREATE TRIGGER note_section_begins_in_draft BEFORE INSERT ON note_section
WHEN EXISTS (SELECT 1 FROM note WHERE id = NEW.note AND number > 0) OR EXISTS (
    SELECT 1 FROM note_section AS other JOIN note ON note.id = other.note
    WHERE other.seq = NEW.seq AND note.number > 0
) BEGIN
    SELECT RAISE (ABORT, 'signed: a signed note cannot be changed');
END;
CREATE TRIGGER note_section_signed_stays BEFORE UPDATE ON note_section
WHEN EXISTS (SELECT 1 FROM note WHERE id IN (OLD.note, NEW.note) AND number > 0) OR EXISTS (
    SELECT 1 FROM note_section AS other JOIN note ON note.id = other.note
    WHERE other.seq = NEW.seq AND note.number > 0
) BEGIN
    SELECT RAISE (ABORT, 'signed: a signed note cannot be changed');
END;
CREATE TRIGGER note_section_signed_is_kept BEFORE DELETE ON note_section
WHEN EXISTS (SELECT 1 FROM note WHERE id = OLD.note AND number > 0) BEGIN
    SELECT RAISE (ABORT, 'signed: a signed note cannot be changed');
END;

CREATE TRIGGER addendum_only_to_signed BEFORE INSERT ON addendum
WHEN NOT EXISTS (SELECT 1 FROM note WHERE id = NEW.note AND number > 0) BEGIN
    SELECT RAISE (ABORT, 'unsigned: only a signed note takes an addendum');
END;
CREATE TRIGGER addendum_replaces_nothing BEFORE INSERT ON addendum
WHEN EXISTS (SELECT 1 FROM addendum WHERE id = NEW.id OR link = NEW.link) BEGIN
    SELECT RAISE (ABORT, 'signed: an addendum cannot be replaced');
END;
CREATE TRIGGER addendum_stays BEFORE UPDATE ON addendum BEGIN
    SELECT RAISE (ABORT, 'signed: an addendum cannot be changed');
END;
CREATE TRIGGER addendum_is_kept BEFORE DELETE ON addendum BEGIN
    SELECT RAISE (ABORT, 'signed: an addendum cannot be removed');
END;

CREATE TRIGGER person_under_signed_note_is_kept BEFORE DELETE ON person
WHEN EXISTS (SELECT 1 FROM note WHERE person = OLD.id AND number > 0) BEGIN
    SELECT RAISE (ABORT, 'signed: this person has signed notes');
END;
CREATE TRIGGER person_under_signed_note_stays BEFORE UPDATE OF id ON person
WHEN NEW.id <> OLD.id AND EXISTS (SELECT 1 FROM note WHERE person = OLD.id AND number > 0) BEGIN
    SELECT RAISE (ABORT, 'signed: this person has signed notes');
END;
CREATE TRIGGER session_under_signed_note_is_kept BEFORE DELETE ON session
WHEN EXISTS (SELECT 1 FROM note WHERE session = OLD.id AND number > 0) BEGIN
    SELECT RAISE (ABORT, 'signed: this session has a signed note');
END;
CREATE TRIGGER session_under_signed_note_stays BEFORE UPDATE OF id, person ON session
WHEN (NEW.id <> OLD.id OR NEW.person <> OLD.person)
    AND EXISTS (SELECT 1 FROM note WHERE session = OLD.id AND number > 0) BEGIN
    SELECT RAISE (ABORT, 'signed: this session has a signed note');
END;

-- The ledgers only grow.

CREATE TRIGGER audit_replaces_nothing BEFORE INSERT ON audit
WHEN EXISTS (SELECT 1 FROM audit WHERE sequence = NEW.sequence) BEGIN
    SELECT RAISE (ABORT, 'ledger: an entry cannot be replaced');
END;
CREATE TRIGGER audit_stays BEFORE UPDATE ON audit BEGIN
    SELECT RAISE (ABORT, 'ledger: an entry cannot be changed');
END;
CREATE TRIGGER audit_is_kept BEFORE DELETE ON audit BEGIN
    SELECT RAISE (ABORT, 'ledger: an entry cannot be removed');
END;
CREATE TRIGGER hand_off_replaces_nothing BEFORE INSERT ON hand_off
WHEN EXISTS (SELECT 1 FROM hand_off WHERE id = NEW.id) BEGIN
    SELECT RAISE (ABORT, 'ledger: an entry cannot be replaced');
END;
CREATE TRIGGER hand_off_stays BEFORE UPDATE ON hand_off BEGIN
    SELECT RAISE (ABORT, 'ledger: an entry cannot be changed');
END;
CREATE TRIGGER hand_off_is_kept BEFORE DELETE ON hand_off BEGIN
    SELECT RAISE (ABORT, 'ledger: an entry cannot be removed');
END;
