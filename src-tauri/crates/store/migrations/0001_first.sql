-- The first schema. Never edited once released; schema.sql tells what every table and column means.

CREATE TABLE vault (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    id TEXT NOT NULL,
    made_at INTEGER NOT NULL,
    made_offset INTEGER NOT NULL,
    keeper BLOB NOT NULL REFERENCES practitioner (id),
    header BLOB NOT NULL,
    header_before BLOB NOT NULL DEFAULT x''
) STRICT;

CREATE TABLE origin (
    number INTEGER PRIMARY KEY,
    vault TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE practitioner (
    id BLOB PRIMARY KEY NOT NULL,
    name TEXT NOT NULL,
    title TEXT NOT NULL DEFAULT '',
    role TEXT NOT NULL DEFAULT 'clinician'
) STRICT;

CREATE TABLE pin (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    salt BLOB NOT NULL,
    hash BLOB NOT NULL
) STRICT;

CREATE TABLE edition (
    number INTEGER PRIMARY KEY,
    pack TEXT NOT NULL,
    version TEXT NOT NULL,
    UNIQUE (pack, version)
) STRICT;

CREATE TABLE field (
    number INTEGER PRIMARY KEY,
    topic TEXT NOT NULL,
    block TEXT NOT NULL,
    field TEXT NOT NULL,
    UNIQUE (topic, block, field)
) STRICT;

CREATE TABLE person (
    seq INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    origin INTEGER NOT NULL DEFAULT 1 REFERENCES origin (number),
    preferred_name TEXT NOT NULL,
    record_number TEXT NOT NULL DEFAULT '',
    language TEXT NOT NULL,
    print_size TEXT NOT NULL,
    course TEXT NOT NULL,
    track TEXT NOT NULL DEFAULT '',
    pace TEXT NOT NULL DEFAULT '',
    started_on TEXT NOT NULL,
    next_meeting TEXT NOT NULL DEFAULT '',
    active INTEGER NOT NULL DEFAULT 1,
    colour INTEGER NOT NULL,
    added_at INTEGER NOT NULL,
    added_offset INTEGER NOT NULL
) STRICT;
CREATE INDEX person_by_name ON person (preferred_name COLLATE NOCASE, id);
CREATE INDEX person_by_appointment ON person (next_meeting) WHERE next_meeting <> '';

CREATE TABLE statement (
    seq INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    person BLOB NOT NULL REFERENCES person (id),
    origin INTEGER NOT NULL DEFAULT 1 REFERENCES origin (number),
    words TEXT NOT NULL,
    given TEXT NOT NULL,
    on_day TEXT NOT NULL,
    chime TEXT NOT NULL DEFAULT '',
    recorded_at INTEGER NOT NULL,
    recorded_offset INTEGER NOT NULL
) STRICT;
CREATE INDEX statement_by_person ON statement (person, on_day DESC, id DESC);

CREATE TABLE meeting (
    id BLOB PRIMARY KEY NOT NULL,
    origin INTEGER NOT NULL DEFAULT 1 REFERENCES origin (number),
    on_day TEXT NOT NULL,
    format TEXT NOT NULL DEFAULT 'one-to-one',
    place TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;

CREATE TABLE meeting_practitioner (
    meeting BLOB NOT NULL REFERENCES meeting (id),
    practitioner BLOB NOT NULL REFERENCES practitioner (id),
    role TEXT NOT NULL,
    PRIMARY KEY (meeting, practitioner)
) STRICT, WITHOUT ROWID;

CREATE TABLE session (
    seq INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    person BLOB NOT NULL REFERENCES person (id),
    origin INTEGER NOT NULL DEFAULT 1 REFERENCES origin (number),
    meeting BLOB NOT NULL REFERENCES meeting (id),
    number INTEGER NOT NULL,
    on_day TEXT NOT NULL,
    started_at INTEGER NOT NULL,
    started_offset INTEGER NOT NULL,
    closed INTEGER NOT NULL DEFAULT 0,
    closed_at INTEGER NOT NULL DEFAULT 0,
    closed_offset INTEGER NOT NULL DEFAULT 0,
    noted INTEGER NOT NULL DEFAULT 0,
    attendance TEXT NOT NULL,
    attendance_reason TEXT NOT NULL DEFAULT '',
    others_present TEXT NOT NULL DEFAULT '',
    current_phase TEXT NOT NULL,
    phases TEXT NOT NULL,
    seconds INTEGER NOT NULL DEFAULT 0,
    major_problem TEXT NOT NULL DEFAULT '',
    problem_words TEXT NOT NULL DEFAULT '',
    problem_action TEXT NOT NULL DEFAULT '',
    recalled TEXT NOT NULL DEFAULT '',
    recalled_words TEXT NOT NULL DEFAULT '',
    agenda TEXT NOT NULL DEFAULT '',
    person_item TEXT NOT NULL DEFAULT '',
    techniques TEXT NOT NULL DEFAULT '',
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
CREATE INDEX session_by_meeting ON session (meeting);
CREATE INDEX session_open ON session (started_at) WHERE closed = 0;
CREATE INDEX session_without_note ON session (on_day) WHERE closed = 1 AND noted = 0;

CREATE TABLE session_topic (
    session BLOB NOT NULL,
    position INTEGER NOT NULL,
    person BLOB NOT NULL,
    origin INTEGER NOT NULL DEFAULT 1 REFERENCES origin (number),
    topic TEXT NOT NULL,
    edition INTEGER NOT NULL REFERENCES edition (number),
    depth TEXT NOT NULL,
    PRIMARY KEY (session, position),
    FOREIGN KEY (person, session) REFERENCES session (person, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE goal (
    seq INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    person BLOB NOT NULL REFERENCES person (id),
    origin INTEGER NOT NULL DEFAULT 1 REFERENCES origin (number),
    words TEXT NOT NULL,
    why TEXT NOT NULL DEFAULT '',
    set_on TEXT NOT NULL,
    status TEXT NOT NULL,
    UNIQUE (person, id)
) STRICT;

CREATE TABLE short_term_goal (
    seq INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    person BLOB NOT NULL,
    origin INTEGER NOT NULL DEFAULT 1 REFERENCES origin (number),
    goal BLOB NOT NULL,
    position INTEGER NOT NULL,
    words TEXT NOT NULL,
    status TEXT NOT NULL,
    UNIQUE (person, id),
    FOREIGN KEY (person, goal) REFERENCES goal (person, id)
) STRICT;
CREATE INDEX short_term_goal_by_goal ON short_term_goal (person, goal, position);

CREATE TABLE step (
    seq INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    person BLOB NOT NULL,
    origin INTEGER NOT NULL DEFAULT 1 REFERENCES origin (number),
    short_term_goal BLOB NOT NULL,
    position INTEGER NOT NULL,
    words TEXT NOT NULL,
    helper TEXT NOT NULL DEFAULT '',
    by_when TEXT NOT NULL DEFAULT '',
    obstacle TEXT NOT NULL DEFAULT '',
    status TEXT NOT NULL,
    done_on TEXT NOT NULL DEFAULT '',
    FOREIGN KEY (person, short_term_goal) REFERENCES short_term_goal (person, id)
) STRICT;
CREATE INDEX step_by_short_term_goal ON step (person, short_term_goal, position);

CREATE TABLE goal_review (
    seq INTEGER PRIMARY KEY,
    session BLOB NOT NULL,
    goal BLOB NOT NULL,
    person BLOB NOT NULL,
    origin INTEGER NOT NULL DEFAULT 1 REFERENCES origin (number),
    position INTEGER NOT NULL,
    progress TEXT NOT NULL DEFAULT '',
    done TEXT NOT NULL DEFAULT '',
    obstacle TEXT NOT NULL DEFAULT '',
    next_step TEXT NOT NULL DEFAULT '',
    still_right TEXT NOT NULL DEFAULT '',
    UNIQUE (session, goal),
    FOREIGN KEY (person, session) REFERENCES session (person, id),
    FOREIGN KEY (person, goal) REFERENCES goal (person, id)
) STRICT;
CREATE INDEX goal_review_by_goal ON goal_review (person, goal);

CREATE TABLE practice (
    seq INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    person BLOB NOT NULL,
    origin INTEGER NOT NULL DEFAULT 1 REFERENCES origin (number),
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
    seq INTEGER PRIMARY KEY,
    practice BLOB NOT NULL UNIQUE,
    person BLOB NOT NULL,
    origin INTEGER NOT NULL DEFAULT 1 REFERENCES origin (number),
    session BLOB NOT NULL,
    on_day TEXT NOT NULL,
    result TEXT NOT NULL DEFAULT '',
    what_happened TEXT NOT NULL DEFAULT '',
    obstacle TEXT NOT NULL DEFAULT '',
    FOREIGN KEY (person, practice) REFERENCES practice (person, id),
    FOREIGN KEY (person, session) REFERENCES session (person, id)
) STRICT;
CREATE INDEX practice_review_by_session ON practice_review (person, session);

CREATE TABLE session_promise (
    session BLOB NOT NULL,
    position INTEGER NOT NULL,
    practice BLOB NOT NULL,
    person BLOB NOT NULL,
    origin INTEGER NOT NULL DEFAULT 1 REFERENCES origin (number),
    PRIMARY KEY (session, position),
    FOREIGN KEY (person, session) REFERENCES session (person, id),
    FOREIGN KEY (person, practice) REFERENCES practice (person, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX session_promise_by_practice ON session_promise (person, practice);

CREATE TABLE sheet (
    seq INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    person BLOB NOT NULL REFERENCES person (id),
    origin INTEGER NOT NULL DEFAULT 1 REFERENCES origin (number),
    topic TEXT NOT NULL,
    block TEXT NOT NULL,
    goal BLOB,
    made_on TEXT NOT NULL,
    title TEXT NOT NULL DEFAULT '',
    UNIQUE (person, id),
    FOREIGN KEY (person, goal) REFERENCES goal (person, id)
) STRICT;
CREATE INDEX sheet_by_person ON sheet (person, made_on DESC, id DESC);
CREATE INDEX sheet_by_goal ON sheet (person, goal) WHERE goal IS NOT NULL;

CREATE TABLE answer (
    seq INTEGER PRIMARY KEY,
    person BLOB NOT NULL REFERENCES person (id),
    origin INTEGER NOT NULL DEFAULT 1 REFERENCES origin (number),
    field INTEGER NOT NULL REFERENCES field (number),
    sheet BLOB,
    row_number INTEGER NOT NULL,
    session BLOB,
    kind TEXT NOT NULL,
    value TEXT NOT NULL,
    edition INTEGER NOT NULL REFERENCES edition (number),
    changed INTEGER NOT NULL,
    FOREIGN KEY (person, sheet) REFERENCES sheet (person, id),
    FOREIGN KEY (person, session) REFERENCES session (person, id)
) STRICT;
CREATE UNIQUE INDEX answer_place ON answer (
    person, field, coalesce(sheet, x''), row_number, coalesce(session, x'')
);

CREATE TABLE note (
    seq INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    session BLOB NOT NULL UNIQUE,
    person BLOB NOT NULL,
    origin INTEGER NOT NULL DEFAULT 1 REFERENCES origin (number),
    on_day TEXT NOT NULL,
    lang TEXT NOT NULL,
    format TEXT NOT NULL DEFAULT 'imr',
    number INTEGER NOT NULL DEFAULT 0,
    handed_off INTEGER NOT NULL DEFAULT 0,
    sealed_in INTEGER NOT NULL DEFAULT 0,
    signed_at INTEGER NOT NULL DEFAULT 0,
    signed_offset INTEGER NOT NULL DEFAULT 0,
    signed_by TEXT NOT NULL DEFAULT '',
    facts TEXT NOT NULL DEFAULT '',
    salt BLOB NOT NULL DEFAULT x'',
    digest BLOB NOT NULL DEFAULT x'',
    seal BLOB NOT NULL DEFAULT x'',
    UNIQUE (person, id),
    FOREIGN KEY (person, session) REFERENCES session (person, id)
) STRICT;
CREATE INDEX note_list ON note (person, on_day DESC, number, session);
CREATE UNIQUE INDEX note_number ON note (number) WHERE number > 0;
CREATE INDEX note_unsigned ON note (on_day) WHERE number = 0;
CREATE INDEX note_waiting ON note (number) WHERE number > 0 AND handed_off = 0;

CREATE TABLE note_section (
    seq INTEGER PRIMARY KEY,
    note BLOB NOT NULL,
    position INTEGER NOT NULL,
    person BLOB NOT NULL,
    origin INTEGER NOT NULL DEFAULT 1 REFERENCES origin (number),
    kind TEXT NOT NULL,
    drafted TEXT,
    text TEXT NOT NULL DEFAULT '',
    judgement TEXT NOT NULL DEFAULT '',
    unconfirmed INTEGER NOT NULL DEFAULT 0,
    digest BLOB NOT NULL DEFAULT x'',
    UNIQUE (note, position),
    FOREIGN KEY (person, note) REFERENCES note (person, id)
) STRICT;

CREATE TABLE addendum (
    seq INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    note BLOB NOT NULL,
    person BLOB NOT NULL,
    origin INTEGER NOT NULL DEFAULT 1 REFERENCES origin (number),
    words TEXT NOT NULL,
    reason TEXT NOT NULL,
    at INTEGER NOT NULL,
    at_offset INTEGER NOT NULL,
    by_whom TEXT NOT NULL,
    sealed_in INTEGER NOT NULL,
    salt BLOB NOT NULL,
    digest BLOB NOT NULL DEFAULT x'',
    seal BLOB NOT NULL,
    FOREIGN KEY (person, note) REFERENCES note (person, id)
) STRICT;
CREATE INDEX addendum_by_note ON addendum (person, note, sealed_in);

CREATE TABLE hand_off (
    seq INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    note BLOB REFERENCES note (id),
    person BLOB REFERENCES person (id),
    origin INTEGER NOT NULL DEFAULT 1 REFERENCES origin (number),
    what TEXT NOT NULL,
    at INTEGER NOT NULL,
    at_offset INTEGER NOT NULL,
    format TEXT NOT NULL,
    recipient TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX hand_off_by_time ON hand_off (at);
CREATE INDEX hand_off_by_note ON hand_off (note) WHERE note IS NOT NULL;
CREATE INDEX hand_off_by_person ON hand_off (person) WHERE person IS NOT NULL;

CREATE TABLE draft (
    place TEXT PRIMARY KEY NOT NULL,
    person BLOB REFERENCES person (id),
    words TEXT NOT NULL,
    at INTEGER NOT NULL,
    at_offset INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX draft_by_person ON draft (person) WHERE person IS NOT NULL;

CREATE TABLE finding (
    number INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    saves INTEGER NOT NULL DEFAULT 0,
    since_at INTEGER NOT NULL,
    since_offset INTEGER NOT NULL,
    detail TEXT NOT NULL DEFAULT '',
    found_at INTEGER NOT NULL,
    found_offset INTEGER NOT NULL,
    acknowledged_by TEXT NOT NULL DEFAULT '',
    acknowledged_at INTEGER NOT NULL DEFAULT 0,
    acknowledged_offset INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE allowance (
    person BLOB PRIMARY KEY NOT NULL,
    what TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE audit (
    sequence INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    at_offset INTEGER NOT NULL,
    op TEXT NOT NULL,
    person BLOB NOT NULL DEFAULT x'',
    user TEXT NOT NULL,
    touched TEXT NOT NULL DEFAULT '',
    detail TEXT NOT NULL DEFAULT '',
    subject BLOB NOT NULL DEFAULT x'',
    seal BLOB NOT NULL DEFAULT x'',
    hash BLOB NOT NULL
) STRICT;
CREATE INDEX audit_by_time ON audit (at);
CREATE INDEX audit_by_op ON audit (op, sequence);
CREATE INDEX audit_by_subject ON audit (subject) WHERE subject <> x'';

-- Signed means signed. These hold for every connection, ours or not, with or without foreign keys and recursive
-- triggers: OR REPLACE fires no delete trigger by itself, so each insert looks first at what it would replace.

CREATE TRIGGER note_begins_as_draft BEFORE INSERT ON note
WHEN (NEW.number <> 0 OR NEW.sealed_in <> 0 OR NEW.seal <> x'' OR EXISTS (
    SELECT 1 FROM note WHERE number > 0 AND (seq = NEW.seq OR id = NEW.id OR session = NEW.session)
)) AND NOT (
    EXISTS (SELECT 1 FROM allowance WHERE person = NEW.person AND what = 'merge')
    AND NOT EXISTS (SELECT 1 FROM note WHERE seq = NEW.seq OR id = NEW.id OR session = NEW.session OR number = NEW.number)
) BEGIN
    SELECT RAISE (ABORT, 'signed: a signed note cannot be replaced or inserted');
END;
CREATE TRIGGER note_signed_stays BEFORE UPDATE OF
    seq, id, session, person, origin, on_day, lang, format, number, sealed_in, signed_at, signed_offset, signed_by, facts,
    salt, digest, seal
ON note
WHEN (OLD.number <> 0 OR EXISTS (
    SELECT 1 FROM note
    WHERE number > 0 AND id <> OLD.id
        AND (seq = NEW.seq OR id = NEW.id OR session = NEW.session OR number = NEW.number)
)) AND NOT (
    EXISTS (SELECT 1 FROM allowance WHERE person = OLD.person AND what = 'erase')
    AND (
        OLD.seq, OLD.id, OLD.session, OLD.person, OLD.origin, OLD.on_day, OLD.lang, OLD.format, OLD.number, OLD.sealed_in,
        OLD.signed_at, OLD.signed_offset, OLD.signed_by, OLD.seal
    ) IS (
        NEW.seq, NEW.id, NEW.session, NEW.person, NEW.origin, NEW.on_day, NEW.lang, NEW.format, NEW.number, NEW.sealed_in,
        NEW.signed_at, NEW.signed_offset, NEW.signed_by, NEW.seal
    )
    AND NEW.facts IN (OLD.facts, '') AND NEW.salt IN (OLD.salt, x'') AND (OLD.digest = x'' OR NEW.digest = OLD.digest)
) BEGIN
    SELECT RAISE (ABORT, 'signed: a signed note cannot be changed');
END;
-- `seq` has three other names, which no list of columns knows.
CREATE TRIGGER note_signed_keeps_its_row BEFORE UPDATE ON note
WHEN NEW.seq <> OLD.seq AND EXISTS (SELECT 1 FROM note WHERE seq IN (OLD.seq, NEW.seq) AND number <> 0) BEGIN
    SELECT RAISE (ABORT, 'signed: a signed note cannot be changed');
END;
CREATE TRIGGER note_handed_off_stays BEFORE UPDATE OF handed_off ON note
WHEN OLD.handed_off <> 0 AND NEW.handed_off <> OLD.handed_off BEGIN
    SELECT RAISE (ABORT, 'ledger: what has left has left');
END;
CREATE TRIGGER note_signed_is_kept BEFORE DELETE ON note WHEN OLD.number <> 0 BEGIN
    SELECT RAISE (ABORT, 'signed: a signed note cannot be removed');
END;

CREATE TRIGGER note_section_begins_in_draft BEFORE INSERT ON note_section
WHEN (EXISTS (SELECT 1 FROM note WHERE id = NEW.note AND number > 0) OR EXISTS (
    SELECT 1 FROM note_section AS other JOIN note ON note.id = other.note
    WHERE other.seq = NEW.seq AND note.number > 0
)) AND NOT (
    EXISTS (SELECT 1 FROM allowance WHERE person = NEW.person AND what = 'merge')
    AND NOT EXISTS (SELECT 1 FROM note_section WHERE seq = NEW.seq OR (note = NEW.note AND position = NEW.position))
    -- What comes in with its note: the trail does not yet hold the seal.
    AND NOT EXISTS (SELECT 1 FROM note JOIN audit ON audit.sequence = note.sealed_in WHERE note.id = NEW.note)
) BEGIN
    SELECT RAISE (ABORT, 'signed: a signed note cannot be changed');
END;
CREATE TRIGGER note_section_signed_stays BEFORE UPDATE ON note_section
WHEN (EXISTS (SELECT 1 FROM note WHERE id IN (OLD.note, NEW.note) AND number > 0) OR EXISTS (
    SELECT 1 FROM note_section AS other JOIN note ON note.id = other.note
    WHERE other.seq = NEW.seq AND note.number > 0
)) AND NOT (
    EXISTS (SELECT 1 FROM allowance WHERE person = OLD.person AND what = 'erase')
    AND (OLD.seq, OLD.note, OLD.position, OLD.person, OLD.origin, OLD.kind, OLD.unconfirmed)
        IS (NEW.seq, NEW.note, NEW.position, NEW.person, NEW.origin, NEW.kind, NEW.unconfirmed)
    AND (NEW.drafted IS OLD.drafted OR NEW.drafted = '') AND NEW.text IN (OLD.text, '')
    AND NEW.judgement IN (OLD.judgement, '') AND (OLD.digest = x'' OR NEW.digest = OLD.digest)
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
WHEN EXISTS (SELECT 1 FROM addendum WHERE seq = NEW.seq OR id = NEW.id) BEGIN
    SELECT RAISE (ABORT, 'signed: an addendum cannot be replaced');
END;
CREATE TRIGGER addendum_stays BEFORE UPDATE ON addendum
WHEN NOT (
    EXISTS (SELECT 1 FROM allowance WHERE person = OLD.person AND what = 'erase')
    AND (OLD.seq, OLD.id, OLD.note, OLD.person, OLD.origin, OLD.at, OLD.at_offset, OLD.by_whom, OLD.sealed_in, OLD.seal)
        IS (NEW.seq, NEW.id, NEW.note, NEW.person, NEW.origin, NEW.at, NEW.at_offset, NEW.by_whom, NEW.sealed_in, NEW.seal)
    AND NEW.words IN (OLD.words, '') AND NEW.reason IN (OLD.reason, '') AND NEW.salt IN (OLD.salt, x'')
    AND (OLD.digest = x'' OR NEW.digest = OLD.digest)
) BEGIN
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

-- Whether a session has a note, for the list of those that have none.

CREATE TRIGGER session_noted_begins AFTER INSERT ON note BEGIN
    UPDATE session SET noted = 1 WHERE id = NEW.session;
END;
CREATE TRIGGER session_noted_ends AFTER DELETE ON note BEGIN
    UPDATE session SET noted = 0 WHERE id = OLD.session;
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
WHEN EXISTS (SELECT 1 FROM hand_off WHERE seq = NEW.seq OR id = NEW.id) BEGIN
    SELECT RAISE (ABORT, 'ledger: an entry cannot be replaced');
END;
CREATE TRIGGER hand_off_stays BEFORE UPDATE ON hand_off
WHEN NOT (
    EXISTS (SELECT 1 FROM allowance WHERE person IS OLD.person AND what = 'erase')
    AND (OLD.seq, OLD.id, OLD.note, OLD.person, OLD.origin, OLD.at, OLD.at_offset, OLD.format)
        IS (NEW.seq, NEW.id, NEW.note, NEW.person, NEW.origin, NEW.at, NEW.at_offset, NEW.format)
    AND NEW.what IN (OLD.what, '') AND NEW.recipient IN (OLD.recipient, '')
) BEGIN
    SELECT RAISE (ABORT, 'ledger: an entry cannot be changed');
END;
CREATE TRIGGER hand_off_is_kept BEFORE DELETE ON hand_off BEGIN
    SELECT RAISE (ABORT, 'ledger: an entry cannot be removed');
END;
CREATE TRIGGER finding_replaces_nothing BEFORE INSERT ON finding
WHEN EXISTS (SELECT 1 FROM finding WHERE number = NEW.number) BEGIN
    SELECT RAISE (ABORT, 'ledger: a finding cannot be replaced');
END;
CREATE TRIGGER finding_stays BEFORE UPDATE ON finding
WHEN OLD.acknowledged_by <> ''
    OR (OLD.number, OLD.kind, OLD.saves, OLD.since_at, OLD.since_offset, OLD.detail, OLD.found_at, OLD.found_offset)
        IS NOT (NEW.number, NEW.kind, NEW.saves, NEW.since_at, NEW.since_offset, NEW.detail, NEW.found_at, NEW.found_offset)
BEGIN
    SELECT RAISE (ABORT, 'ledger: a finding can only be acknowledged');
END;
CREATE TRIGGER finding_is_kept BEFORE DELETE ON finding BEGIN
    SELECT RAISE (ABORT, 'ledger: a finding cannot be removed');
END;
-- Seals say in which vault their words were written.
CREATE TRIGGER origin_replaces_nothing BEFORE INSERT ON origin
WHEN EXISTS (SELECT 1 FROM origin WHERE number = NEW.number OR vault = NEW.vault) BEGIN
    SELECT RAISE (ABORT, 'ledger: an origin cannot be replaced');
END;
CREATE TRIGGER origin_stays BEFORE UPDATE ON origin BEGIN
    SELECT RAISE (ABORT, 'ledger: an origin cannot be changed');
END;
CREATE TRIGGER origin_is_kept BEFORE DELETE ON origin BEGIN
    SELECT RAISE (ABORT, 'ledger: an origin cannot be removed');
END;

-- Full text, and who owns a row: made by the catalogue (`cargo run -p store --features testing --example catalogue_sql`).

CREATE VIEW searched AS
SELECT seq * 32 + 1 AS place, preferred_name || char(10) || record_number AS words FROM person
UNION ALL SELECT seq * 32 + 2 AS place, words AS words FROM statement
UNION ALL SELECT seq * 32 + 3 AS place, attendance_reason || char(10) || others_present || char(10) || problem_words || char(10) || problem_action || char(10) || recalled_words || char(10) || agenda || char(10) || person_item || char(10) || skill_words || char(10) || summary_words || char(10) || next_plan AS words FROM session
UNION ALL SELECT seq * 32 + 4 AS place, words || char(10) || why AS words FROM goal
UNION ALL SELECT seq * 32 + 5 AS place, words AS words FROM short_term_goal
UNION ALL SELECT seq * 32 + 6 AS place, words || char(10) || helper || char(10) || obstacle AS words FROM step
UNION ALL SELECT seq * 32 + 7 AS place, done || char(10) || obstacle || char(10) || next_step AS words FROM goal_review
UNION ALL SELECT seq * 32 + 8 AS place, what || char(10) || when_words || char(10) || place || char(10) || with_whom || char(10) || obstacle AS words FROM practice
UNION ALL SELECT seq * 32 + 9 AS place, what_happened || char(10) || obstacle AS words FROM practice_review
UNION ALL SELECT seq * 32 + 10 AS place, title AS words FROM sheet
UNION ALL SELECT seq * 32 + 11 AS place, value AS words FROM answer WHERE kind = 'text'
UNION ALL SELECT seq * 32 + 12 AS place, text || char(10) || judgement AS words FROM note_section
UNION ALL SELECT seq * 32 + 13 AS place, words || char(10) || reason AS words FROM addendum;
CREATE VIRTUAL TABLE search USING fts5 (
    words,
    content = 'searched', content_rowid = 'place', columnsize = 0, tokenize = 'unicode61 remove_diacritics 2'
);
INSERT INTO search (search, rank) VALUES ('pgsz', 3950);
INSERT INTO search (search, rank) VALUES ('automerge', 0);
INSERT INTO search (search, rank) VALUES ('crisismerge', 256);
INSERT INTO search (search, rank) VALUES ('secure-delete', 1);
CREATE TRIGGER person_search_added AFTER INSERT ON person BEGIN
    INSERT INTO search (rowid, words) VALUES (NEW.seq * 32 + 1, NEW.preferred_name || char(10) || NEW.record_number);
END;
CREATE TRIGGER person_search_gone AFTER DELETE ON person BEGIN
    INSERT INTO search (search, rowid, words) VALUES ('delete', OLD.seq * 32 + 1, OLD.preferred_name || char(10) || OLD.record_number);
END;
CREATE TRIGGER person_search_changed AFTER UPDATE OF seq, preferred_name, record_number ON person
WHEN (OLD.seq, OLD.preferred_name, OLD.record_number) IS NOT (NEW.seq, NEW.preferred_name, NEW.record_number) BEGIN
    INSERT INTO search (search, rowid, words) VALUES ('delete', OLD.seq * 32 + 1, OLD.preferred_name || char(10) || OLD.record_number);
    INSERT INTO search (rowid, words) VALUES (NEW.seq * 32 + 1, NEW.preferred_name || char(10) || NEW.record_number);
END;
CREATE TRIGGER statement_search_added AFTER INSERT ON statement BEGIN
    INSERT INTO search (rowid, words) VALUES (NEW.seq * 32 + 2, NEW.words);
END;
CREATE TRIGGER statement_search_gone AFTER DELETE ON statement BEGIN
    INSERT INTO search (search, rowid, words) VALUES ('delete', OLD.seq * 32 + 2, OLD.words);
END;
CREATE TRIGGER statement_search_changed AFTER UPDATE OF seq, words ON statement
WHEN (OLD.seq, OLD.words) IS NOT (NEW.seq, NEW.words) BEGIN
    INSERT INTO search (search, rowid, words) VALUES ('delete', OLD.seq * 32 + 2, OLD.words);
    INSERT INTO search (rowid, words) VALUES (NEW.seq * 32 + 2, NEW.words);
END;
CREATE TRIGGER session_search_added AFTER INSERT ON session BEGIN
    INSERT INTO search (rowid, words) VALUES (NEW.seq * 32 + 3, NEW.attendance_reason || char(10) || NEW.others_present || char(10) || NEW.problem_words || char(10) || NEW.problem_action || char(10) || NEW.recalled_words || char(10) || NEW.agenda || char(10) || NEW.person_item || char(10) || NEW.skill_words || char(10) || NEW.summary_words || char(10) || NEW.next_plan);
END;
CREATE TRIGGER session_search_gone AFTER DELETE ON session BEGIN
    INSERT INTO search (search, rowid, words) VALUES ('delete', OLD.seq * 32 + 3, OLD.attendance_reason || char(10) || OLD.others_present || char(10) || OLD.problem_words || char(10) || OLD.problem_action || char(10) || OLD.recalled_words || char(10) || OLD.agenda || char(10) || OLD.person_item || char(10) || OLD.skill_words || char(10) || OLD.summary_words || char(10) || OLD.next_plan);
END;
CREATE TRIGGER session_search_changed AFTER UPDATE OF seq, attendance_reason, others_present, problem_words, problem_action, recalled_words, agenda, person_item, skill_words, summary_words, next_plan ON session
WHEN (OLD.seq, OLD.attendance_reason, OLD.others_present, OLD.problem_words, OLD.problem_action, OLD.recalled_words, OLD.agenda, OLD.person_item, OLD.skill_words, OLD.summary_words, OLD.next_plan) IS NOT (NEW.seq, NEW.attendance_reason, NEW.others_present, NEW.problem_words, NEW.problem_action, NEW.recalled_words, NEW.agenda, NEW.person_item, NEW.skill_words, NEW.summary_words, NEW.next_plan) BEGIN
    INSERT INTO search (search, rowid, words) VALUES ('delete', OLD.seq * 32 + 3, OLD.attendance_reason || char(10) || OLD.others_present || char(10) || OLD.problem_words || char(10) || OLD.problem_action || char(10) || OLD.recalled_words || char(10) || OLD.agenda || char(10) || OLD.person_item || char(10) || OLD.skill_words || char(10) || OLD.summary_words || char(10) || OLD.next_plan);
    INSERT INTO search (rowid, words) VALUES (NEW.seq * 32 + 3, NEW.attendance_reason || char(10) || NEW.others_present || char(10) || NEW.problem_words || char(10) || NEW.problem_action || char(10) || NEW.recalled_words || char(10) || NEW.agenda || char(10) || NEW.person_item || char(10) || NEW.skill_words || char(10) || NEW.summary_words || char(10) || NEW.next_plan);
END;
CREATE TRIGGER goal_search_added AFTER INSERT ON goal BEGIN
    INSERT INTO search (rowid, words) VALUES (NEW.seq * 32 + 4, NEW.words || char(10) || NEW.why);
END;
CREATE TRIGGER goal_search_gone AFTER DELETE ON goal BEGIN
    INSERT INTO search (search, rowid, words) VALUES ('delete', OLD.seq * 32 + 4, OLD.words || char(10) || OLD.why);
END;
CREATE TRIGGER goal_search_changed AFTER UPDATE OF seq, words, why ON goal
WHEN (OLD.seq, OLD.words, OLD.why) IS NOT (NEW.seq, NEW.words, NEW.why) BEGIN
    INSERT INTO search (search, rowid, words) VALUES ('delete', OLD.seq * 32 + 4, OLD.words || char(10) || OLD.why);
    INSERT INTO search (rowid, words) VALUES (NEW.seq * 32 + 4, NEW.words || char(10) || NEW.why);
END;
CREATE TRIGGER short_term_goal_search_added AFTER INSERT ON short_term_goal BEGIN
    INSERT INTO search (rowid, words) VALUES (NEW.seq * 32 + 5, NEW.words);
END;
CREATE TRIGGER short_term_goal_search_gone AFTER DELETE ON short_term_goal BEGIN
    INSERT INTO search (search, rowid, words) VALUES ('delete', OLD.seq * 32 + 5, OLD.words);
END;
CREATE TRIGGER short_term_goal_search_changed AFTER UPDATE OF seq, words ON short_term_goal
WHEN (OLD.seq, OLD.words) IS NOT (NEW.seq, NEW.words) BEGIN
    INSERT INTO search (search, rowid, words) VALUES ('delete', OLD.seq * 32 + 5, OLD.words);
    INSERT INTO search (rowid, words) VALUES (NEW.seq * 32 + 5, NEW.words);
END;
CREATE TRIGGER step_search_added AFTER INSERT ON step BEGIN
    INSERT INTO search (rowid, words) VALUES (NEW.seq * 32 + 6, NEW.words || char(10) || NEW.helper || char(10) || NEW.obstacle);
END;
CREATE TRIGGER step_search_gone AFTER DELETE ON step BEGIN
    INSERT INTO search (search, rowid, words) VALUES ('delete', OLD.seq * 32 + 6, OLD.words || char(10) || OLD.helper || char(10) || OLD.obstacle);
END;
CREATE TRIGGER step_search_changed AFTER UPDATE OF seq, words, helper, obstacle ON step
WHEN (OLD.seq, OLD.words, OLD.helper, OLD.obstacle) IS NOT (NEW.seq, NEW.words, NEW.helper, NEW.obstacle) BEGIN
    INSERT INTO search (search, rowid, words) VALUES ('delete', OLD.seq * 32 + 6, OLD.words || char(10) || OLD.helper || char(10) || OLD.obstacle);
    INSERT INTO search (rowid, words) VALUES (NEW.seq * 32 + 6, NEW.words || char(10) || NEW.helper || char(10) || NEW.obstacle);
END;
CREATE TRIGGER goal_review_search_added AFTER INSERT ON goal_review BEGIN
    INSERT INTO search (rowid, words) VALUES (NEW.seq * 32 + 7, NEW.done || char(10) || NEW.obstacle || char(10) || NEW.next_step);
END;
CREATE TRIGGER goal_review_search_gone AFTER DELETE ON goal_review BEGIN
    INSERT INTO search (search, rowid, words) VALUES ('delete', OLD.seq * 32 + 7, OLD.done || char(10) || OLD.obstacle || char(10) || OLD.next_step);
END;
CREATE TRIGGER goal_review_search_changed AFTER UPDATE OF seq, done, obstacle, next_step ON goal_review
WHEN (OLD.seq, OLD.done, OLD.obstacle, OLD.next_step) IS NOT (NEW.seq, NEW.done, NEW.obstacle, NEW.next_step) BEGIN
    INSERT INTO search (search, rowid, words) VALUES ('delete', OLD.seq * 32 + 7, OLD.done || char(10) || OLD.obstacle || char(10) || OLD.next_step);
    INSERT INTO search (rowid, words) VALUES (NEW.seq * 32 + 7, NEW.done || char(10) || NEW.obstacle || char(10) || NEW.next_step);
END;
CREATE TRIGGER practice_search_added AFTER INSERT ON practice BEGIN
    INSERT INTO search (rowid, words) VALUES (NEW.seq * 32 + 8, NEW.what || char(10) || NEW.when_words || char(10) || NEW.place || char(10) || NEW.with_whom || char(10) || NEW.obstacle);
END;
CREATE TRIGGER practice_search_gone AFTER DELETE ON practice BEGIN
    INSERT INTO search (search, rowid, words) VALUES ('delete', OLD.seq * 32 + 8, OLD.what || char(10) || OLD.when_words || char(10) || OLD.place || char(10) || OLD.with_whom || char(10) || OLD.obstacle);
END;
CREATE TRIGGER practice_search_changed AFTER UPDATE OF seq, what, when_words, place, with_whom, obstacle ON practice
WHEN (OLD.seq, OLD.what, OLD.when_words, OLD.place, OLD.with_whom, OLD.obstacle) IS NOT (NEW.seq, NEW.what, NEW.when_words, NEW.place, NEW.with_whom, NEW.obstacle) BEGIN
    INSERT INTO search (search, rowid, words) VALUES ('delete', OLD.seq * 32 + 8, OLD.what || char(10) || OLD.when_words || char(10) || OLD.place || char(10) || OLD.with_whom || char(10) || OLD.obstacle);
    INSERT INTO search (rowid, words) VALUES (NEW.seq * 32 + 8, NEW.what || char(10) || NEW.when_words || char(10) || NEW.place || char(10) || NEW.with_whom || char(10) || NEW.obstacle);
END;
CREATE TRIGGER practice_review_search_added AFTER INSERT ON practice_review BEGIN
    INSERT INTO search (rowid, words) VALUES (NEW.seq * 32 + 9, NEW.what_happened || char(10) || NEW.obstacle);
END;
CREATE TRIGGER practice_review_search_gone AFTER DELETE ON practice_review BEGIN
    INSERT INTO search (search, rowid, words) VALUES ('delete', OLD.seq * 32 + 9, OLD.what_happened || char(10) || OLD.obstacle);
END;
CREATE TRIGGER practice_review_search_changed AFTER UPDATE OF seq, what_happened, obstacle ON practice_review
WHEN (OLD.seq, OLD.what_happened, OLD.obstacle) IS NOT (NEW.seq, NEW.what_happened, NEW.obstacle) BEGIN
    INSERT INTO search (search, rowid, words) VALUES ('delete', OLD.seq * 32 + 9, OLD.what_happened || char(10) || OLD.obstacle);
    INSERT INTO search (rowid, words) VALUES (NEW.seq * 32 + 9, NEW.what_happened || char(10) || NEW.obstacle);
END;
CREATE TRIGGER sheet_search_added AFTER INSERT ON sheet BEGIN
    INSERT INTO search (rowid, words) VALUES (NEW.seq * 32 + 10, NEW.title);
END;
CREATE TRIGGER sheet_search_gone AFTER DELETE ON sheet BEGIN
    INSERT INTO search (search, rowid, words) VALUES ('delete', OLD.seq * 32 + 10, OLD.title);
END;
CREATE TRIGGER sheet_search_changed AFTER UPDATE OF seq, title ON sheet
WHEN (OLD.seq, OLD.title) IS NOT (NEW.seq, NEW.title) BEGIN
    INSERT INTO search (search, rowid, words) VALUES ('delete', OLD.seq * 32 + 10, OLD.title);
    INSERT INTO search (rowid, words) VALUES (NEW.seq * 32 + 10, NEW.title);
END;
CREATE TRIGGER answer_search_added AFTER INSERT ON answer
WHEN NEW.kind = 'text' BEGIN
    INSERT INTO search (rowid, words) VALUES (NEW.seq * 32 + 11, NEW.value);
END;
CREATE TRIGGER answer_search_gone AFTER DELETE ON answer
WHEN OLD.kind = 'text' BEGIN
    INSERT INTO search (search, rowid, words) VALUES ('delete', OLD.seq * 32 + 11, OLD.value);
END;
CREATE TRIGGER answer_search_changed AFTER UPDATE OF seq, value, kind ON answer
WHEN (OLD.seq, OLD.value, OLD.kind) IS NOT (NEW.seq, NEW.value, NEW.kind) BEGIN
    INSERT INTO search (search, rowid, words) SELECT 'delete', OLD.seq * 32 + 11, OLD.value WHERE OLD.kind = 'text';
    INSERT INTO search (rowid, words) SELECT NEW.seq * 32 + 11, NEW.value WHERE NEW.kind = 'text';
END;
CREATE TRIGGER note_section_search_added AFTER INSERT ON note_section BEGIN
    INSERT INTO search (rowid, words) VALUES (NEW.seq * 32 + 12, NEW.text || char(10) || NEW.judgement);
END;
CREATE TRIGGER note_section_search_gone AFTER DELETE ON note_section BEGIN
    INSERT INTO search (search, rowid, words) VALUES ('delete', OLD.seq * 32 + 12, OLD.text || char(10) || OLD.judgement);
END;
CREATE TRIGGER note_section_search_changed AFTER UPDATE OF seq, text, judgement ON note_section
WHEN (OLD.seq, OLD.text, OLD.judgement) IS NOT (NEW.seq, NEW.text, NEW.judgement) BEGIN
    INSERT INTO search (search, rowid, words) VALUES ('delete', OLD.seq * 32 + 12, OLD.text || char(10) || OLD.judgement);
    INSERT INTO search (rowid, words) VALUES (NEW.seq * 32 + 12, NEW.text || char(10) || NEW.judgement);
END;
CREATE TRIGGER addendum_search_added AFTER INSERT ON addendum BEGIN
    INSERT INTO search (rowid, words) VALUES (NEW.seq * 32 + 13, NEW.words || char(10) || NEW.reason);
END;
CREATE TRIGGER addendum_search_gone AFTER DELETE ON addendum BEGIN
    INSERT INTO search (search, rowid, words) VALUES ('delete', OLD.seq * 32 + 13, OLD.words || char(10) || OLD.reason);
END;
CREATE TRIGGER addendum_search_changed AFTER UPDATE OF seq, words, reason ON addendum
WHEN (OLD.seq, OLD.words, OLD.reason) IS NOT (NEW.seq, NEW.words, NEW.reason) BEGIN
    INSERT INTO search (search, rowid, words) VALUES ('delete', OLD.seq * 32 + 13, OLD.words || char(10) || OLD.reason);
    INSERT INTO search (rowid, words) VALUES (NEW.seq * 32 + 13, NEW.words || char(10) || NEW.reason);
END;
CREATE TRIGGER statement_owner BEFORE UPDATE OF person ON statement WHEN NEW.person IS NOT OLD.person BEGIN
    SELECT RAISE (ABORT, 'owner: a row belongs to one person for good');
END;
CREATE TRIGGER session_owner BEFORE UPDATE OF person ON session WHEN NEW.person IS NOT OLD.person BEGIN
    SELECT RAISE (ABORT, 'owner: a row belongs to one person for good');
END;
CREATE TRIGGER session_topic_owner BEFORE UPDATE OF person ON session_topic WHEN NEW.person IS NOT OLD.person BEGIN
    SELECT RAISE (ABORT, 'owner: a row belongs to one person for good');
END;
CREATE TRIGGER goal_owner BEFORE UPDATE OF person ON goal WHEN NEW.person IS NOT OLD.person BEGIN
    SELECT RAISE (ABORT, 'owner: a row belongs to one person for good');
END;
CREATE TRIGGER short_term_goal_owner BEFORE UPDATE OF person ON short_term_goal WHEN NEW.person IS NOT OLD.person BEGIN
    SELECT RAISE (ABORT, 'owner: a row belongs to one person for good');
END;
CREATE TRIGGER step_owner BEFORE UPDATE OF person ON step WHEN NEW.person IS NOT OLD.person BEGIN
    SELECT RAISE (ABORT, 'owner: a row belongs to one person for good');
END;
CREATE TRIGGER goal_review_owner BEFORE UPDATE OF person ON goal_review WHEN NEW.person IS NOT OLD.person BEGIN
    SELECT RAISE (ABORT, 'owner: a row belongs to one person for good');
END;
CREATE TRIGGER practice_owner BEFORE UPDATE OF person ON practice WHEN NEW.person IS NOT OLD.person BEGIN
    SELECT RAISE (ABORT, 'owner: a row belongs to one person for good');
END;
CREATE TRIGGER practice_review_owner BEFORE UPDATE OF person ON practice_review WHEN NEW.person IS NOT OLD.person BEGIN
    SELECT RAISE (ABORT, 'owner: a row belongs to one person for good');
END;
CREATE TRIGGER session_promise_owner BEFORE UPDATE OF person ON session_promise WHEN NEW.person IS NOT OLD.person BEGIN
    SELECT RAISE (ABORT, 'owner: a row belongs to one person for good');
END;
CREATE TRIGGER sheet_owner BEFORE UPDATE OF person ON sheet WHEN NEW.person IS NOT OLD.person BEGIN
    SELECT RAISE (ABORT, 'owner: a row belongs to one person for good');
END;
CREATE TRIGGER answer_owner BEFORE UPDATE OF person ON answer WHEN NEW.person IS NOT OLD.person BEGIN
    SELECT RAISE (ABORT, 'owner: a row belongs to one person for good');
END;
CREATE TRIGGER note_owner BEFORE UPDATE OF person ON note WHEN NEW.person IS NOT OLD.person BEGIN
    SELECT RAISE (ABORT, 'owner: a row belongs to one person for good');
END;
CREATE TRIGGER note_section_owner BEFORE UPDATE OF person ON note_section WHEN NEW.person IS NOT OLD.person BEGIN
    SELECT RAISE (ABORT, 'owner: a row belongs to one person for good');
END;
CREATE TRIGGER addendum_owner BEFORE UPDATE OF person ON addendum WHEN NEW.person IS NOT OLD.person BEGIN
    SELECT RAISE (ABORT, 'owner: a row belongs to one person for good');
END;
CREATE TRIGGER hand_off_owner BEFORE UPDATE OF person ON hand_off WHEN NEW.person IS NOT OLD.person BEGIN
    SELECT RAISE (ABORT, 'owner: a row belongs to one person for good');
END;
CREATE TRIGGER draft_owner BEFORE UPDATE OF person ON draft WHEN NEW.person IS NOT OLD.person BEGIN
    SELECT RAISE (ABORT, 'owner: a row belongs to one person for good');
END;
