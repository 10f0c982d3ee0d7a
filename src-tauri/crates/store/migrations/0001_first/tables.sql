-- The first schema. Never edited once released; schema.sql tells what every table and column means.

CREATE TABLE vault (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    id TEXT NOT NULL,
    made_at INTEGER NOT NULL,
    made_offset INTEGER NOT NULL,
    keeper INTEGER NOT NULL REFERENCES practitioner (seq),
    header BLOB NOT NULL,
    header_before BLOB NOT NULL DEFAULT x''
) STRICT;

CREATE TABLE origin (
    seq INTEGER PRIMARY KEY,
    vault TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE practitioner (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id BLOB NOT NULL UNIQUE,
    name TEXT NOT NULL,
    title TEXT NOT NULL DEFAULT '',
    role TEXT NOT NULL DEFAULT 'clinician',
    active INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE TABLE snippet (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id BLOB NOT NULL UNIQUE,
    words TEXT NOT NULL
) STRICT;

CREATE TABLE pin (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    salt BLOB NOT NULL,
    hash BLOB NOT NULL
) STRICT;

CREATE TABLE edition (
    seq INTEGER PRIMARY KEY,
    pack TEXT NOT NULL,
    version TEXT NOT NULL,
    UNIQUE (pack, version)
) STRICT;

CREATE TABLE field (
    seq INTEGER PRIMARY KEY,
    topic TEXT NOT NULL,
    block TEXT NOT NULL,
    name TEXT NOT NULL,
    UNIQUE (topic, block, name)
) STRICT;

CREATE TABLE person (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id BLOB NOT NULL UNIQUE,
    origin INTEGER NOT NULL DEFAULT 1 REFERENCES origin (seq),
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
    person INTEGER NOT NULL REFERENCES person (seq),
    origin INTEGER NOT NULL DEFAULT 1 REFERENCES origin (seq),
    words TEXT NOT NULL,
    given TEXT NOT NULL,
    on_day TEXT NOT NULL,
    chime TEXT NOT NULL DEFAULT '',
    recorded_at INTEGER NOT NULL,
    recorded_offset INTEGER NOT NULL
) STRICT;
CREATE INDEX statement_by_person ON statement (person, on_day DESC, id DESC);

CREATE TABLE series (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id BLOB NOT NULL UNIQUE,
    origin INTEGER NOT NULL DEFAULT 1 REFERENCES origin (seq),
    name TEXT NOT NULL,
    course TEXT NOT NULL,
    weekday INTEGER NOT NULL DEFAULT 0,
    begins TEXT NOT NULL DEFAULT '',
    minutes INTEGER NOT NULL DEFAULT 0,
    place TEXT NOT NULL DEFAULT '',
    from_day TEXT NOT NULL,
    until_day TEXT NOT NULL DEFAULT '',
    CHECK (until_day = '' OR until_day >= from_day)
) STRICT;

CREATE TABLE series_practitioner (
    series INTEGER NOT NULL REFERENCES series (seq),
    practitioner INTEGER NOT NULL REFERENCES practitioner (seq),
    role TEXT NOT NULL,
    PRIMARY KEY (series, practitioner)
) STRICT, WITHOUT ROWID;

CREATE TABLE member (
    person INTEGER NOT NULL REFERENCES person (seq),
    series INTEGER NOT NULL REFERENCES series (seq),
    from_day TEXT NOT NULL,
    until_day TEXT NOT NULL DEFAULT '',
    origin INTEGER NOT NULL DEFAULT 1 REFERENCES origin (seq),
    PRIMARY KEY (person, series, from_day),
    CHECK (until_day = '' OR until_day >= from_day)
) STRICT, WITHOUT ROWID;
CREATE INDEX member_by_series ON member (series);

CREATE TABLE meeting (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id BLOB NOT NULL UNIQUE,
    origin INTEGER NOT NULL DEFAULT 1 REFERENCES origin (seq),
    on_day TEXT NOT NULL,
    format TEXT NOT NULL DEFAULT 'one-to-one',
    place TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE meeting_practitioner (
    meeting INTEGER NOT NULL REFERENCES meeting (seq),
    practitioner INTEGER NOT NULL REFERENCES practitioner (seq),
    role TEXT NOT NULL,
    PRIMARY KEY (meeting, practitioner)
) STRICT, WITHOUT ROWID;

CREATE TABLE group_meeting (
    meeting INTEGER PRIMARY KEY REFERENCES meeting (seq),
    series INTEGER NOT NULL REFERENCES series (seq),
    topics TEXT NOT NULL DEFAULT '',
    agenda TEXT NOT NULL DEFAULT '',
    minutes INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX group_meeting_by_series ON group_meeting (series);

CREATE TABLE session (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id BLOB NOT NULL UNIQUE,
    person INTEGER NOT NULL REFERENCES person (seq),
    origin INTEGER NOT NULL DEFAULT 1 REFERENCES origin (seq),
    meeting INTEGER NOT NULL REFERENCES meeting (seq),
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
    goal_turn INTEGER NOT NULL DEFAULT 0,
    current_phase TEXT NOT NULL,
    phases TEXT NOT NULL,
    seconds INTEGER NOT NULL DEFAULT 0,
    length_said INTEGER NOT NULL DEFAULT 0,
    major_problem TEXT NOT NULL DEFAULT '',
    problem_words TEXT NOT NULL DEFAULT '',
    problem_action TEXT NOT NULL DEFAULT '',
    recalled TEXT NOT NULL DEFAULT '',
    recalled_words TEXT NOT NULL DEFAULT '',
    review_skipped TEXT NOT NULL DEFAULT '',
    plan_skipped TEXT NOT NULL DEFAULT '',
    agenda TEXT NOT NULL DEFAULT '',
    person_item TEXT NOT NULL DEFAULT '',
    techniques TEXT NOT NULL DEFAULT '',
    skill TEXT NOT NULL DEFAULT '',
    skill_words TEXT NOT NULL DEFAULT '',
    summary_words TEXT NOT NULL DEFAULT '',
    next_plan TEXT NOT NULL DEFAULT '',
    next_meeting TEXT NOT NULL DEFAULT '',
    UNIQUE (person, seq)
) STRICT;
CREATE INDEX session_list ON session (
    person, on_day DESC, number DESC, id, started_at, started_offset, closed, closed_at, closed_offset,
    seconds, length_said, attendance, attendance_reason
);
CREATE INDEX session_by_meeting ON session (meeting);
CREATE INDEX session_open ON session (started_at) WHERE closed = 0;
CREATE INDEX session_without_note ON session (on_day) WHERE closed = 1 AND noted = 0 AND attendance = 'present';

CREATE TABLE missed (
    person INTEGER NOT NULL REFERENCES person (seq),
    at TEXT NOT NULL,
    origin INTEGER NOT NULL DEFAULT 1 REFERENCES origin (seq),
    PRIMARY KEY (person, at)
) STRICT, WITHOUT ROWID;

CREATE TABLE session_topic (
    session INTEGER NOT NULL,
    position INTEGER NOT NULL,
    person INTEGER NOT NULL,
    origin INTEGER NOT NULL DEFAULT 1 REFERENCES origin (seq),
    topic TEXT NOT NULL,
    edition INTEGER NOT NULL REFERENCES edition (seq),
    depth TEXT NOT NULL,
    PRIMARY KEY (session, position),
    FOREIGN KEY (person, session) REFERENCES session (person, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE goal (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id BLOB NOT NULL UNIQUE,
    person INTEGER NOT NULL REFERENCES person (seq),
    origin INTEGER NOT NULL DEFAULT 1 REFERENCES origin (seq),
    words TEXT NOT NULL,
    why TEXT NOT NULL DEFAULT '',
    set_on TEXT NOT NULL,
    status TEXT NOT NULL,
    ended_on TEXT NOT NULL DEFAULT '',
    reason TEXT NOT NULL DEFAULT '',
    instead_of INTEGER,
    UNIQUE (person, seq),
    FOREIGN KEY (person, instead_of) REFERENCES goal (person, seq)
) STRICT;
CREATE INDEX goal_instead_of ON goal (person, instead_of) WHERE instead_of IS NOT NULL;

CREATE TABLE goal_module (
    goal INTEGER NOT NULL,
    module TEXT NOT NULL,
    person INTEGER NOT NULL,
    origin INTEGER NOT NULL DEFAULT 1 REFERENCES origin (seq),
    PRIMARY KEY (goal, module),
    FOREIGN KEY (person, goal) REFERENCES goal (person, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE short_term_goal (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id BLOB NOT NULL UNIQUE,
    person INTEGER NOT NULL,
    origin INTEGER NOT NULL DEFAULT 1 REFERENCES origin (seq),
    goal INTEGER NOT NULL,
    position INTEGER NOT NULL,
    words TEXT NOT NULL,
    status TEXT NOT NULL,
    started_on TEXT NOT NULL DEFAULT '',
    done_on TEXT NOT NULL DEFAULT '',
    UNIQUE (person, seq),
    FOREIGN KEY (person, goal) REFERENCES goal (person, seq)
) STRICT;
CREATE INDEX short_term_goal_by_goal ON short_term_goal (person, goal, position);

CREATE TABLE step (
    seq INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    person INTEGER NOT NULL,
    origin INTEGER NOT NULL DEFAULT 1 REFERENCES origin (seq),
    short_term_goal INTEGER NOT NULL,
    position INTEGER NOT NULL,
    words TEXT NOT NULL,
    helper TEXT NOT NULL DEFAULT '',
    by_when TEXT NOT NULL DEFAULT '',
    resources TEXT NOT NULL DEFAULT '',
    obstacle TEXT NOT NULL DEFAULT '',
    status TEXT NOT NULL,
    done_on TEXT NOT NULL DEFAULT '',
    FOREIGN KEY (person, short_term_goal) REFERENCES short_term_goal (person, seq)
) STRICT;
CREATE INDEX step_by_short_term_goal ON step (person, short_term_goal, position);

CREATE TABLE goal_review (
    seq INTEGER PRIMARY KEY,
    session INTEGER NOT NULL,
    goal INTEGER NOT NULL,
    person INTEGER NOT NULL,
    origin INTEGER NOT NULL DEFAULT 1 REFERENCES origin (seq),
    position INTEGER NOT NULL,
    progress TEXT NOT NULL DEFAULT '',
    attainment TEXT NOT NULL DEFAULT '',
    done TEXT NOT NULL DEFAULT '',
    obstacle TEXT NOT NULL DEFAULT '',
    next_step TEXT NOT NULL DEFAULT '',
    still_right TEXT NOT NULL DEFAULT '',
    UNIQUE (person, session, goal),
    FOREIGN KEY (person, session) REFERENCES session (person, seq),
    FOREIGN KEY (person, goal) REFERENCES goal (person, seq)
) STRICT;

CREATE TABLE practice (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id BLOB NOT NULL UNIQUE,
    person INTEGER NOT NULL,
    origin INTEGER NOT NULL DEFAULT 1 REFERENCES origin (seq),
    agreed_in INTEGER NOT NULL,
    agreed_on TEXT NOT NULL,
    position INTEGER NOT NULL,
    what TEXT NOT NULL DEFAULT '',
    when_words TEXT NOT NULL DEFAULT '',
    place TEXT NOT NULL DEFAULT '',
    with_whom TEXT NOT NULL DEFAULT '',
    materials TEXT NOT NULL DEFAULT '',
    reminder TEXT NOT NULL DEFAULT '',
    why TEXT NOT NULL DEFAULT '',
    confidence INTEGER NOT NULL DEFAULT -1,
    obstacle TEXT NOT NULL DEFAULT '',
    goal INTEGER,
    topic TEXT NOT NULL DEFAULT '',
    UNIQUE (person, seq),
    FOREIGN KEY (person, agreed_in) REFERENCES session (person, seq),
    FOREIGN KEY (person, goal) REFERENCES goal (person, seq)
) STRICT;
CREATE INDEX practice_by_session ON practice (person, agreed_in, position);
CREATE INDEX practice_by_goal ON practice (person, goal) WHERE goal IS NOT NULL;

CREATE TABLE practice_review (
    seq INTEGER PRIMARY KEY,
    practice INTEGER NOT NULL UNIQUE,
    person INTEGER NOT NULL,
    origin INTEGER NOT NULL DEFAULT 1 REFERENCES origin (seq),
    session INTEGER NOT NULL,
    on_day TEXT NOT NULL,
    result TEXT NOT NULL DEFAULT '',
    what_happened TEXT NOT NULL DEFAULT '',
    effect TEXT NOT NULL DEFAULT '',
    obstacle TEXT NOT NULL DEFAULT '',
    obstacle_kinds TEXT NOT NULL DEFAULT '',
    next_time TEXT NOT NULL DEFAULT '',
    FOREIGN KEY (person, practice) REFERENCES practice (person, seq),
    FOREIGN KEY (person, session) REFERENCES session (person, seq)
) STRICT;
CREATE INDEX practice_review_by_session ON practice_review (person, session);

CREATE TABLE session_promise (
    session INTEGER NOT NULL,
    position INTEGER NOT NULL,
    practice INTEGER NOT NULL,
    person INTEGER NOT NULL,
    origin INTEGER NOT NULL DEFAULT 1 REFERENCES origin (seq),
    PRIMARY KEY (session, position),
    FOREIGN KEY (person, session) REFERENCES session (person, seq),
    FOREIGN KEY (person, practice) REFERENCES practice (person, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX session_promise_by_practice ON session_promise (person, practice);

CREATE TABLE supporter (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id BLOB NOT NULL UNIQUE,
    person INTEGER NOT NULL REFERENCES person (seq),
    origin INTEGER NOT NULL DEFAULT 1 REFERENCES origin (seq),
    name TEXT NOT NULL,
    relation TEXT NOT NULL DEFAULT '',
    reach TEXT NOT NULL DEFAULT '',
    words TEXT NOT NULL DEFAULT '',
    UNIQUE (person, seq)
) STRICT;

CREATE TABLE consent (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id BLOB NOT NULL UNIQUE,
    person INTEGER NOT NULL,
    origin INTEGER NOT NULL DEFAULT 1 REFERENCES origin (seq),
    supporter INTEGER NOT NULL,
    items TEXT NOT NULL,
    from_day TEXT NOT NULL,
    until_day TEXT NOT NULL DEFAULT '',
    given TEXT NOT NULL,
    kept_back TEXT NOT NULL DEFAULT '',
    recorded_at INTEGER NOT NULL,
    recorded_offset INTEGER NOT NULL,
    UNIQUE (person, seq),
    CHECK (until_day = '' OR until_day >= from_day),
    FOREIGN KEY (person, supporter) REFERENCES supporter (person, seq)
) STRICT;
CREATE INDEX consent_by_supporter ON consent (person, supporter);

CREATE TABLE withdrawal (
    consent INTEGER PRIMARY KEY,
    person INTEGER NOT NULL,
    origin INTEGER NOT NULL DEFAULT 1 REFERENCES origin (seq),
    on_day TEXT NOT NULL,
    FOREIGN KEY (person, consent) REFERENCES consent (person, seq)
) STRICT;

CREATE TABLE contact (
    seq INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    person INTEGER NOT NULL,
    origin INTEGER NOT NULL DEFAULT 1 REFERENCES origin (seq),
    supporter INTEGER NOT NULL,
    on_day TEXT NOT NULL,
    how TEXT NOT NULL,
    words TEXT NOT NULL DEFAULT '',
    FOREIGN KEY (person, supporter) REFERENCES supporter (person, seq)
) STRICT;
CREATE INDEX contact_by_supporter ON contact (person, supporter, on_day DESC);

CREATE TABLE ending (
    seq INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    person INTEGER NOT NULL REFERENCES person (seq),
    origin INTEGER NOT NULL DEFAULT 1 REFERENCES origin (seq),
    on_day TEXT NOT NULL,
    words TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX ending_by_person ON ending (person, on_day);

CREATE TABLE booster (
    seq INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    person INTEGER NOT NULL REFERENCES person (seq),
    origin INTEGER NOT NULL DEFAULT 1 REFERENCES origin (seq),
    on_day TEXT NOT NULL,
    words TEXT NOT NULL DEFAULT '',
    outcome TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX booster_by_person ON booster (person, on_day);
CREATE INDEX booster_waiting ON booster (on_day) WHERE outcome = '';

CREATE TABLE supervision (
    seq INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    on_day TEXT NOT NULL,
    kind TEXT NOT NULL,
    minutes INTEGER NOT NULL DEFAULT 0,
    met INTEGER NOT NULL DEFAULT 0,
    who TEXT NOT NULL DEFAULT '',
    practised TEXT NOT NULL DEFAULT '',
    words TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE mirror (
    period TEXT NOT NULL,
    item TEXT NOT NULL,
    level INTEGER NOT NULL DEFAULT 0,
    words TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (period, item)
) STRICT, WITHOUT ROWID;

CREATE TABLE sheet (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id BLOB NOT NULL UNIQUE,
    person INTEGER NOT NULL REFERENCES person (seq),
    origin INTEGER NOT NULL DEFAULT 1 REFERENCES origin (seq),
    topic TEXT NOT NULL,
    block TEXT NOT NULL,
    goal INTEGER,
    made_on TEXT NOT NULL,
    on_paper INTEGER NOT NULL DEFAULT 0,
    title TEXT NOT NULL DEFAULT '',
    review_on TEXT NOT NULL DEFAULT '',
    UNIQUE (person, seq),
    FOREIGN KEY (person, goal) REFERENCES goal (person, seq)
) STRICT;
CREATE INDEX sheet_by_person ON sheet (person, made_on DESC, id DESC);
CREATE INDEX sheet_by_goal ON sheet (person, goal) WHERE goal IS NOT NULL;
CREATE INDEX sheet_review ON sheet (review_on) WHERE review_on <> '';

CREATE TABLE plan_copy (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id BLOB NOT NULL UNIQUE,
    person INTEGER NOT NULL REFERENCES person (seq),
    origin INTEGER NOT NULL DEFAULT 1 REFERENCES origin (seq),
    sheet INTEGER NOT NULL,
    supporter INTEGER,
    holder TEXT NOT NULL DEFAULT '',
    given_on TEXT NOT NULL,
    taken_back_on TEXT NOT NULL DEFAULT '',
    CHECK (supporter IS NOT NULL OR holder <> ''),
    CHECK (taken_back_on = '' OR taken_back_on >= given_on),
    FOREIGN KEY (person, sheet) REFERENCES sheet (person, seq),
    FOREIGN KEY (person, supporter) REFERENCES supporter (person, seq)
) STRICT;
CREATE INDEX plan_copy_by_sheet ON plan_copy (person, sheet);
CREATE INDEX plan_copy_by_supporter ON plan_copy (person, supporter) WHERE supporter IS NOT NULL;

CREATE TABLE rehearsal (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id BLOB NOT NULL UNIQUE,
    person INTEGER NOT NULL REFERENCES person (seq),
    origin INTEGER NOT NULL DEFAULT 1 REFERENCES origin (seq),
    sheet INTEGER NOT NULL,
    on_day TEXT NOT NULL,
    words TEXT NOT NULL DEFAULT '',
    FOREIGN KEY (person, sheet) REFERENCES sheet (person, seq)
) STRICT;
CREATE INDEX rehearsal_by_sheet ON rehearsal (person, sheet);

CREATE TABLE answer (
    seq INTEGER PRIMARY KEY,
    person INTEGER NOT NULL REFERENCES person (seq),
    origin INTEGER NOT NULL DEFAULT 1 REFERENCES origin (seq),
    field INTEGER NOT NULL REFERENCES field (seq),
    sheet INTEGER,
    row_number INTEGER NOT NULL,
    session INTEGER,
    kind TEXT NOT NULL,
    value TEXT NOT NULL,
    edition INTEGER NOT NULL REFERENCES edition (seq),
    changed INTEGER NOT NULL,
    FOREIGN KEY (person, sheet) REFERENCES sheet (person, seq),
    FOREIGN KEY (person, session) REFERENCES session (person, seq)
) STRICT;
CREATE UNIQUE INDEX answer_place ON answer (
    person, field, coalesce(sheet, 0), row_number, coalesce(session, 0)
);

CREATE TABLE event (
    seq INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    person INTEGER NOT NULL REFERENCES person (seq),
    origin INTEGER NOT NULL DEFAULT 1 REFERENCES origin (seq),
    kind TEXT NOT NULL,
    from_day TEXT NOT NULL,
    until_day TEXT NOT NULL DEFAULT '',
    hours TEXT NOT NULL DEFAULT '',
    words TEXT NOT NULL DEFAULT '',
    CHECK (until_day = '' OR until_day >= from_day)
) STRICT;
CREATE INDEX event_by_person ON event (person, from_day DESC);

CREATE TABLE outcome (
    person INTEGER NOT NULL REFERENCES person (seq),
    plan TEXT NOT NULL,
    origin INTEGER NOT NULL DEFAULT 1 REFERENCES origin (seq),
    baseline TEXT NOT NULL,
    PRIMARY KEY (person, plan)
) STRICT, WITHOUT ROWID;

CREATE TABLE measure (
    seq INTEGER PRIMARY KEY,
    person INTEGER NOT NULL REFERENCES person (seq),
    origin INTEGER NOT NULL DEFAULT 1 REFERENCES origin (seq),
    plan TEXT NOT NULL,
    measure TEXT NOT NULL,
    occasion TEXT NOT NULL,
    on_day TEXT NOT NULL DEFAULT '',
    kind TEXT NOT NULL,
    value TEXT NOT NULL,
    words TEXT NOT NULL DEFAULT '',
    UNIQUE (person, plan, measure, occasion)
) STRICT;

CREATE TABLE note (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id BLOB NOT NULL UNIQUE,
    session INTEGER NOT NULL UNIQUE,
    person INTEGER NOT NULL,
    origin INTEGER NOT NULL DEFAULT 1 REFERENCES origin (seq),
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
    UNIQUE (person, seq),
    FOREIGN KEY (person, session) REFERENCES session (person, seq)
) STRICT;
CREATE INDEX note_list ON note (person, on_day DESC, number, session);
CREATE UNIQUE INDEX note_number ON note (number) WHERE number > 0;
CREATE INDEX note_unsigned ON note (on_day) WHERE number = 0;
CREATE INDEX note_waiting ON note (number) WHERE number > 0 AND handed_off = 0;

CREATE TABLE note_section (
    seq INTEGER PRIMARY KEY,
    note INTEGER NOT NULL,
    position INTEGER NOT NULL,
    person INTEGER NOT NULL,
    origin INTEGER NOT NULL DEFAULT 1 REFERENCES origin (seq),
    kind TEXT NOT NULL,
    drafted TEXT,
    text TEXT NOT NULL DEFAULT '',
    judgement TEXT NOT NULL DEFAULT '',
    unconfirmed INTEGER NOT NULL DEFAULT 0,
    digest BLOB NOT NULL DEFAULT x'',
    UNIQUE (note, position),
    FOREIGN KEY (person, note) REFERENCES note (person, seq)
) STRICT;

CREATE TABLE addendum (
    seq INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    note INTEGER NOT NULL,
    person INTEGER NOT NULL,
    origin INTEGER NOT NULL DEFAULT 1 REFERENCES origin (seq),
    kind TEXT NOT NULL DEFAULT 'addition',
    words TEXT NOT NULL,
    reason TEXT NOT NULL,
    at INTEGER NOT NULL,
    at_offset INTEGER NOT NULL,
    by_whom TEXT NOT NULL,
    sealed_in INTEGER NOT NULL,
    salt BLOB NOT NULL,
    digest BLOB NOT NULL DEFAULT x'',
    seal BLOB NOT NULL,
    FOREIGN KEY (person, note) REFERENCES note (person, seq)
) STRICT;
CREATE INDEX addendum_by_note ON addendum (person, note, sealed_in);
CREATE INDEX addendum_co_signed ON addendum (note) WHERE kind = 'co-signature';

CREATE TABLE hand_off (
    seq INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    note INTEGER REFERENCES note (seq),
    person INTEGER REFERENCES person (seq),
    origin INTEGER NOT NULL DEFAULT 1 REFERENCES origin (seq),
    what TEXT NOT NULL,
    at INTEGER NOT NULL,
    at_offset INTEGER NOT NULL,
    format TEXT NOT NULL,
    recipient TEXT NOT NULL DEFAULT '',
    without_consent TEXT NOT NULL DEFAULT '',
    topics TEXT NOT NULL DEFAULT '',
    draft INTEGER NOT NULL DEFAULT 0,
    outcome TEXT NOT NULL DEFAULT 'left'
) STRICT;
CREATE INDEX hand_off_by_time ON hand_off (at);
CREATE INDEX hand_off_by_note ON hand_off (note) WHERE note IS NOT NULL;
CREATE INDEX hand_off_by_person ON hand_off (person) WHERE person IS NOT NULL;

CREATE TABLE draft (
    place TEXT PRIMARY KEY NOT NULL,
    person INTEGER REFERENCES person (seq),
    words TEXT NOT NULL,
    at INTEGER NOT NULL,
    at_offset INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX draft_by_person ON draft (person) WHERE person IS NOT NULL;

CREATE TABLE earlier (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    person INTEGER NOT NULL REFERENCES person (seq),
    origin INTEGER NOT NULL DEFAULT 1 REFERENCES origin (seq),
    place TEXT NOT NULL,
    words TEXT NOT NULL,
    at INTEGER NOT NULL,
    at_offset INTEGER NOT NULL
) STRICT;
CREATE INDEX earlier_by_place ON earlier (person, place);

CREATE TABLE undo (
    number INTEGER PRIMARY KEY,
    step INTEGER NOT NULL,
    about BLOB,
    op TEXT NOT NULL,
    at INTEGER NOT NULL,
    at_offset INTEGER NOT NULL,
    undone INTEGER NOT NULL DEFAULT 0,
    sql TEXT NOT NULL
) STRICT;

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

CREATE TABLE unindexed (
    place INTEGER PRIMARY KEY,
    words TEXT
) STRICT;

CREATE TABLE allowance (
    person INTEGER PRIMARY KEY NOT NULL,
    what TEXT NOT NULL
) STRICT;

CREATE TABLE audit (
    sequence INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    at_offset INTEGER NOT NULL,
    op TEXT NOT NULL,
    about BLOB NOT NULL DEFAULT x'',
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

