-- The first schema. Never edited once released; schema.sql tells what every table and column means.

CREATE TABLE vault (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    id TEXT NOT NULL,
    made_at INTEGER NOT NULL,
    made_offset INTEGER NOT NULL
) STRICT;

CREATE TABLE practitioner (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    name TEXT NOT NULL,
    title TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE pin (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    salt BLOB NOT NULL,
    hash BLOB NOT NULL
) STRICT;

CREATE TABLE person (
    id BLOB PRIMARY KEY NOT NULL,
    preferred_name TEXT NOT NULL,
    record_number TEXT NOT NULL DEFAULT '',
    language TEXT NOT NULL,
    print_size TEXT NOT NULL,
    course TEXT NOT NULL,
    started_on TEXT NOT NULL,
    next_meeting TEXT NOT NULL DEFAULT '',
    active INTEGER NOT NULL DEFAULT 1,
    colour INTEGER NOT NULL,
    added_at INTEGER NOT NULL,
    added_offset INTEGER NOT NULL
) STRICT;

CREATE TABLE statement (
    seq INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    person BLOB NOT NULL REFERENCES person (id),
    words TEXT NOT NULL,
    given TEXT NOT NULL,
    on_day TEXT NOT NULL,
    chime TEXT NOT NULL DEFAULT '',
    recorded_at INTEGER NOT NULL,
    recorded_offset INTEGER NOT NULL
) STRICT;
CREATE INDEX statement_by_person ON statement (person, on_day DESC, seq DESC);

CREATE TABLE session (
    id BLOB PRIMARY KEY NOT NULL,
    person BLOB NOT NULL REFERENCES person (id),
    number INTEGER NOT NULL,
    on_day TEXT NOT NULL,
    started_at INTEGER NOT NULL,
    started_offset INTEGER NOT NULL,
    closed INTEGER NOT NULL DEFAULT 0,
    closed_at INTEGER NOT NULL DEFAULT 0,
    closed_offset INTEGER NOT NULL DEFAULT 0,
    attendance TEXT NOT NULL,
    attendance_reason TEXT NOT NULL DEFAULT '',
    place TEXT NOT NULL DEFAULT '',
    others_present TEXT NOT NULL DEFAULT '',
    current_phase TEXT NOT NULL,
    seconds INTEGER NOT NULL DEFAULT 0,
    major_problem TEXT NOT NULL DEFAULT '',
    problem_words TEXT NOT NULL DEFAULT '',
    problem_action TEXT NOT NULL DEFAULT '',
    recalled TEXT NOT NULL DEFAULT '',
    recalled_words TEXT NOT NULL DEFAULT '',
    agenda TEXT NOT NULL DEFAULT '',
    person_item TEXT NOT NULL DEFAULT '',
    skill TEXT NOT NULL DEFAULT '',
    skill_words TEXT NOT NULL DEFAULT '',
    summary_words TEXT NOT NULL DEFAULT '',
    next_plan TEXT NOT NULL DEFAULT '',
    next_meeting TEXT NOT NULL DEFAULT '',
    UNIQUE (person, id)
) STRICT;
CREATE INDEX session_list ON session (
    person, on_day DESC, number DESC, id, started_at, started_offset, closed, closed_at, closed_offset,
    seconds, attendance, attendance_reason
);
CREATE INDEX session_open ON session (started_at) WHERE closed = 0;

CREATE TABLE session_phase (
    session BLOB NOT NULL REFERENCES session (id),
    position INTEGER NOT NULL,
    phase TEXT NOT NULL,
    state TEXT NOT NULL,
    seconds INTEGER NOT NULL,
    PRIMARY KEY (session, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE session_topic (
    session BLOB NOT NULL REFERENCES session (id),
    position INTEGER NOT NULL,
    topic TEXT NOT NULL,
    pack_version TEXT NOT NULL,
    depth TEXT NOT NULL,
    PRIMARY KEY (session, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE session_technique (
    session BLOB NOT NULL REFERENCES session (id),
    technique TEXT NOT NULL,
    PRIMARY KEY (session, technique)
) STRICT, WITHOUT ROWID;

CREATE TABLE goal (
    id BLOB PRIMARY KEY NOT NULL,
    person BLOB NOT NULL REFERENCES person (id),
    words TEXT NOT NULL,
    why TEXT NOT NULL DEFAULT '',
    set_on TEXT NOT NULL,
    status TEXT NOT NULL,
    UNIQUE (person, id)
) STRICT;

CREATE TABLE short_term_goal (
    id BLOB PRIMARY KEY NOT NULL,
    goal BLOB NOT NULL REFERENCES goal (id),
    position INTEGER NOT NULL,
    words TEXT NOT NULL,
    status TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX short_term_goal_by_goal ON short_term_goal (goal, position);

CREATE TABLE step (
    id BLOB PRIMARY KEY NOT NULL,
    short_term_goal BLOB NOT NULL REFERENCES short_term_goal (id),
    position INTEGER NOT NULL,
    words TEXT NOT NULL,
    helper TEXT NOT NULL DEFAULT '',
    by_when TEXT NOT NULL DEFAULT '',
    obstacle TEXT NOT NULL DEFAULT '',
    status TEXT NOT NULL,
    done_on TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;
CREATE INDEX step_by_short_term_goal ON step (short_term_goal, position);

CREATE TABLE goal_review (
    session BLOB NOT NULL,
    goal BLOB NOT NULL,
    person BLOB NOT NULL,
    position INTEGER NOT NULL,
    on_day TEXT NOT NULL,
    progress TEXT NOT NULL DEFAULT '',
    done TEXT NOT NULL DEFAULT '',
    obstacle TEXT NOT NULL DEFAULT '',
    next_step TEXT NOT NULL DEFAULT '',
    still_right TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (session, goal),
    FOREIGN KEY (person, session) REFERENCES session (person, id),
    FOREIGN KEY (person, goal) REFERENCES goal (person, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX goal_review_by_goal ON goal_review (person, goal);

CREATE TABLE practice (
    id BLOB PRIMARY KEY NOT NULL,
    person BLOB NOT NULL,
    agreed_in BLOB NOT NULL,
    agreed_on TEXT NOT NULL,
    position INTEGER NOT NULL,
    what TEXT NOT NULL DEFAULT '',
    when_words TEXT NOT NULL DEFAULT '',
    place TEXT NOT NULL DEFAULT '',
    with_whom TEXT NOT NULL DEFAULT '',
    confidence INTEGER NOT NULL DEFAULT -1,
    obstacle TEXT NOT NULL DEFAULT '',
    goal BLOB,
    topic TEXT NOT NULL DEFAULT '',
    UNIQUE (person, id),
    FOREIGN KEY (person, agreed_in) REFERENCES session (person, id),
    FOREIGN KEY (person, goal) REFERENCES goal (person, id)
) STRICT;
CREATE INDEX practice_by_session ON practice (person, agreed_in, position);
CREATE INDEX practice_by_goal ON practice (person, goal) WHERE goal IS NOT NULL;

CREATE TABLE practice_review (
    practice BLOB PRIMARY KEY NOT NULL,
    person BLOB NOT NULL,
    session BLOB NOT NULL,
    on_day TEXT NOT NULL,
    result TEXT NOT NULL DEFAULT '',
    what_happened TEXT NOT NULL DEFAULT '',
    obstacle TEXT NOT NULL DEFAULT '',
    FOREIGN KEY (person, practice) REFERENCES practice (person, id),
    FOREIGN KEY (person, session) REFERENCES session (person, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX practice_review_by_session ON practice_review (person, session);

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

CREATE TABLE sheet (
    id BLOB PRIMARY KEY NOT NULL,
    person BLOB NOT NULL REFERENCES person (id),
    topic TEXT NOT NULL,
    block TEXT NOT NULL,
    goal BLOB,
    made_on TEXT NOT NULL,
    title TEXT NOT NULL DEFAULT '',
    FOREIGN KEY (person, goal) REFERENCES goal (person, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX sheet_by_person ON sheet (person, made_on DESC);
CREATE INDEX sheet_by_goal ON sheet (person, goal) WHERE goal IS NOT NULL;

CREATE TABLE answer (
    person BLOB NOT NULL REFERENCES person (id),
    topic TEXT NOT NULL,
    sheet BLOB NOT NULL DEFAULT x'',
    block TEXT NOT NULL,
    field TEXT NOT NULL,
    row_number INTEGER NOT NULL,
    kind TEXT NOT NULL,
    value TEXT NOT NULL,
    session BLOB,
    pack_version TEXT NOT NULL,
    answered_at INTEGER NOT NULL,
    answered_offset INTEGER NOT NULL,
    PRIMARY KEY (person, topic, sheet, block, field, row_number),
    FOREIGN KEY (person, session) REFERENCES session (person, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX answer_by_session ON answer (person, session) WHERE session IS NOT NULL;

CREATE TABLE note (
    id BLOB PRIMARY KEY NOT NULL,
    session BLOB NOT NULL UNIQUE,
    person BLOB NOT NULL,
    on_day TEXT NOT NULL,
    lang TEXT NOT NULL,
    number INTEGER NOT NULL DEFAULT 0,
    link INTEGER NOT NULL DEFAULT 0,
    signed_at INTEGER NOT NULL DEFAULT 0,
    signed_offset INTEGER NOT NULL DEFAULT 0,
    signed_by TEXT NOT NULL DEFAULT '',
    seal TEXT NOT NULL DEFAULT '',
    FOREIGN KEY (person, session) REFERENCES session (person, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX note_list ON note (person, on_day DESC, number, session);
CREATE INDEX note_by_day ON note (on_day DESC, number, person, session);
CREATE UNIQUE INDEX note_number ON note (number) WHERE number > 0;
CREATE UNIQUE INDEX note_link ON note (link) WHERE link > 0;

CREATE TABLE note_section (
    seq INTEGER PRIMARY KEY,
    note BLOB NOT NULL REFERENCES note (id),
    position INTEGER NOT NULL,
    kind TEXT NOT NULL,
    drafted TEXT NOT NULL DEFAULT '',
    text TEXT NOT NULL DEFAULT '',
    judgement TEXT NOT NULL DEFAULT '',
    unconfirmed INTEGER NOT NULL DEFAULT 0,
    UNIQUE (note, position)
) STRICT;

CREATE TABLE addendum (
    id BLOB PRIMARY KEY NOT NULL,
    note BLOB NOT NULL REFERENCES note (id),
    words TEXT NOT NULL,
    reason TEXT NOT NULL,
    at INTEGER NOT NULL,
    at_offset INTEGER NOT NULL,
    by_whom TEXT NOT NULL,
    link INTEGER NOT NULL UNIQUE,
    seal TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX addendum_by_note ON addendum (note, link);

CREATE TABLE hand_off (
    id BLOB PRIMARY KEY NOT NULL,
    note BLOB REFERENCES note (id),
    person BLOB REFERENCES person (id),
    what TEXT NOT NULL,
    at INTEGER NOT NULL,
    at_offset INTEGER NOT NULL,
    format TEXT NOT NULL,
    recipient TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;
CREATE INDEX hand_off_by_time ON hand_off (at);
CREATE INDEX hand_off_by_note ON hand_off (note) WHERE note IS NOT NULL;

CREATE TABLE audit (
    sequence INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    at_offset INTEGER NOT NULL,
    op TEXT NOT NULL,
    person BLOB NOT NULL DEFAULT x'',
    user TEXT NOT NULL,
    detail TEXT NOT NULL DEFAULT '',
    previous BLOB NOT NULL,
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
