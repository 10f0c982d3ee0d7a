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
    role TEXT NOT NULL DEFAULT 'clinician'
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

-- A date, a place and those who lead it; belongs to nobody alone.
CREATE TABLE meeting (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id BLOB NOT NULL UNIQUE,
    origin INTEGER NOT NULL DEFAULT 1 REFERENCES origin (seq),
    on_day TEXT NOT NULL,
    -- one-to-one, group, with-supporters.
    format TEXT NOT NULL DEFAULT 'one-to-one',
    -- Where it took place.
    place TEXT NOT NULL DEFAULT ''
) STRICT;

-- Who leads a meeting.
CREATE TABLE meeting_practitioner (
    meeting INTEGER NOT NULL REFERENCES meeting (seq),
    practitioner INTEGER NOT NULL REFERENCES practitioner (seq),
    -- As what they were there: clinician, peer, student, co-signer.
    role TEXT NOT NULL,
    PRIMARY KEY (meeting, practitioner)
) STRICT, WITHOUT ROWID;

-- One person's part in a meeting: everything that is one value. What is a list has a table of its own.
CREATE TABLE session (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id BLOB NOT NULL UNIQUE,
    person INTEGER NOT NULL REFERENCES person (seq),
    origin INTEGER NOT NULL DEFAULT 1 REFERENCES origin (seq),
    meeting INTEGER NOT NULL REFERENCES meeting (seq),
    -- Counts the person's sessions, from 1.
    number INTEGER NOT NULL,
    -- The day of the meeting, here as well for the lists.
    on_day TEXT NOT NULL,
    -- When it was opened.
    started_at INTEGER NOT NULL,
    started_offset INTEGER NOT NULL,
    -- 0 while it can be resumed.
    closed INTEGER NOT NULL DEFAULT 0,
    -- When it was closed; 0 until then.
    closed_at INTEGER NOT NULL DEFAULT 0,
    closed_offset INTEGER NOT NULL DEFAULT 0,
    -- 1 when it has a note, draft or signed; kept by the triggers `session_noted_…`.
    noted INTEGER NOT NULL DEFAULT 0,
    -- present, cancelled, no-show, moved.
    attendance TEXT NOT NULL,
    -- Why it did not take place.
    attendance_reason TEXT NOT NULL DEFAULT '',
    -- Supporters and others of this person.
    others_present TEXT NOT NULL DEFAULT '',
    -- Where it stands, so that a restart comes back to it.
    current_phase TEXT NOT NULL,
    -- The phases in order, parted by spaces, each `phase:state:seconds`, such as `arrive:done:180`. Phases: arrive,
    -- last-time, practice-review, goals, agenda, topic, practice-plan, close. States: ahead, opened, done, skipped.
    phases TEXT NOT NULL,
    -- Sum of the seconds of its phases, so that lists need not read them.
    seconds INTEGER NOT NULL DEFAULT 0,
    -- The minutes somebody said it took; 0 leaves it to the seconds.
    length_said INTEGER NOT NULL DEFAULT 0,
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
    -- Techniques ticked by hand, as `code.rs` lists them, parted by spaces.
    techniques TEXT NOT NULL DEFAULT '',
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
    UNIQUE (person, seq)
) STRICT;
CREATE INDEX session_list ON session (
    person, on_day DESC, number DESC, id, started_at, started_offset, closed, closed_at, closed_offset,
    seconds, length_said, attendance, attendance_reason
);
CREATE INDEX session_by_meeting ON session (meeting);
CREATE INDEX session_open ON session (started_at) WHERE closed = 0;
CREATE INDEX session_without_note ON session (on_day) WHERE closed = 1 AND noted = 0 AND attendance = 'present';

-- Appointments that a later one replaced without a session or a word; they wait until somebody says what happened.
CREATE TABLE missed (
    person INTEGER NOT NULL REFERENCES person (seq),
    -- Local date and time, as `person.next_meeting`.
    at TEXT NOT NULL,
    origin INTEGER NOT NULL DEFAULT 1 REFERENCES origin (seq),
    PRIMARY KEY (person, at)
) STRICT, WITHOUT ROWID;

-- Topics met in a session.
CREATE TABLE session_topic (
    session INTEGER NOT NULL,
    -- From 0, here and in every list below.
    position INTEGER NOT NULL,
    person INTEGER NOT NULL,
    origin INTEGER NOT NULL DEFAULT 1 REFERENCES origin (seq),
    -- A slug.
    topic TEXT NOT NULL,
    -- The pack that supplied the page, and its version.
    edition INTEGER NOT NULL REFERENCES edition (seq),
    -- opened, partly, covered.
    depth TEXT NOT NULL,
    PRIMARY KEY (session, position),
    FOREIGN KEY (person, session) REFERENCES session (person, seq)
) STRICT, WITHOUT ROWID;

-- A recovery goal in the person's own words.
CREATE TABLE goal (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id BLOB NOT NULL UNIQUE,
    person INTEGER NOT NULL REFERENCES person (seq),
    origin INTEGER NOT NULL DEFAULT 1 REFERENCES origin (seq),
    -- Verbatim.
    words TEXT NOT NULL,
    -- Why it matters, verbatim.
    why TEXT NOT NULL DEFAULT '',
    -- The day it was set.
    set_on TEXT NOT NULL,
    -- active, achieved, changed, dropped; so for short-term goals and steps.
    status TEXT NOT NULL,
    UNIQUE (person, seq)
) STRICT;

-- A short-term goal under a goal.
CREATE TABLE short_term_goal (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id BLOB NOT NULL UNIQUE,
    person INTEGER NOT NULL,
    origin INTEGER NOT NULL DEFAULT 1 REFERENCES origin (seq),
    goal INTEGER NOT NULL,
    position INTEGER NOT NULL,
    words TEXT NOT NULL,
    status TEXT NOT NULL,
    UNIQUE (person, seq),
    FOREIGN KEY (person, goal) REFERENCES goal (person, seq)
) STRICT;
CREATE INDEX short_term_goal_by_goal ON short_term_goal (person, goal, position);

-- A step under a short-term goal.
CREATE TABLE step (
    seq INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    person INTEGER NOT NULL,
    origin INTEGER NOT NULL DEFAULT 1 REFERENCES origin (seq),
    short_term_goal INTEGER NOT NULL,
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
    done_on TEXT NOT NULL DEFAULT '',
    FOREIGN KEY (person, short_term_goal) REFERENCES short_term_goal (person, seq)
) STRICT;
CREATE INDEX step_by_short_term_goal ON step (person, short_term_goal, position);

-- What was said of a goal in a session; the day is the session's.
CREATE TABLE goal_review (
    seq INTEGER PRIMARY KEY,
    session INTEGER NOT NULL,
    goal INTEGER NOT NULL,
    person INTEGER NOT NULL,
    origin INTEGER NOT NULL DEFAULT 1 REFERENCES origin (seq),
    position INTEGER NOT NULL,
    -- not-started, some, most, achieved, changed, dropped.
    progress TEXT NOT NULL DEFAULT '',
    -- What was done since last time.
    done TEXT NOT NULL DEFAULT '',
    obstacle TEXT NOT NULL DEFAULT '',
    next_step TEXT NOT NULL DEFAULT '',
    -- yes, no, empty until asked.
    still_right TEXT NOT NULL DEFAULT '',
    UNIQUE (person, session, goal),
    FOREIGN KEY (person, session) REFERENCES session (person, seq),
    FOREIGN KEY (person, goal) REFERENCES goal (person, seq)
) STRICT;

-- A promise, agreed in a session.
CREATE TABLE practice (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id BLOB NOT NULL UNIQUE,
    person INTEGER NOT NULL,
    origin INTEGER NOT NULL DEFAULT 1 REFERENCES origin (seq),
    -- The session.
    agreed_in INTEGER NOT NULL,
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
    goal INTEGER,
    -- The topic it came from.
    topic TEXT NOT NULL DEFAULT '',
    UNIQUE (person, seq),
    FOREIGN KEY (person, agreed_in) REFERENCES session (person, seq),
    FOREIGN KEY (person, goal) REFERENCES goal (person, seq)
) STRICT;
CREATE INDEX practice_by_session ON practice (person, agreed_in, position);
CREATE INDEX practice_by_goal ON practice (person, goal) WHERE goal IS NOT NULL;

-- What became of a promise.
CREATE TABLE practice_review (
    seq INTEGER PRIMARY KEY,
    practice INTEGER NOT NULL UNIQUE,
    person INTEGER NOT NULL,
    origin INTEGER NOT NULL DEFAULT 1 REFERENCES origin (seq),
    -- The session it was reviewed in.
    session INTEGER NOT NULL,
    on_day TEXT NOT NULL,
    -- done, partly, not-done, changed; empty until somebody says.
    result TEXT NOT NULL DEFAULT '',
    -- Verbatim.
    what_happened TEXT NOT NULL DEFAULT '',
    obstacle TEXT NOT NULL DEFAULT '',
    FOREIGN KEY (person, practice) REFERENCES practice (person, seq),
    FOREIGN KEY (person, session) REFERENCES session (person, seq)
) STRICT;
CREATE INDEX practice_review_by_session ON practice_review (person, session);

-- Earlier promises that a session looked at, reviewed or not.
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

-- Somebody on a person's side.
CREATE TABLE supporter (
    seq INTEGER PRIMARY KEY AUTOINCREMENT, id BLOB NOT NULL UNIQUE,
    person INTEGER NOT NULL REFERENCES person (seq), origin INTEGER NOT NULL DEFAULT 1 REFERENCES origin (seq),
    name TEXT NOT NULL,
    -- What they are to the person, such as a sister; how to reach them; what the person says about them, verbatim.
    relation TEXT NOT NULL DEFAULT '', reach TEXT NOT NULL DEFAULT '', words TEXT NOT NULL DEFAULT '',
    UNIQUE (person, seq)
) STRICT;

-- What a person lets a supporter see and be told. Written once.
CREATE TABLE consent (
    seq INTEGER PRIMARY KEY AUTOINCREMENT, id BLOB NOT NULL UNIQUE,
    person INTEGER NOT NULL, origin INTEGER NOT NULL DEFAULT 1 REFERENCES origin (seq), supporter INTEGER NOT NULL,
    -- Parted by spaces: goals, practices, handouts, relapse-plan, signs, medicines, attendance, notes, sessions, crisis.
    items TEXT NOT NULL,
    -- The last day is empty for as long as it is not taken back.
    from_day TEXT NOT NULL, until_day TEXT NOT NULL DEFAULT '',
    -- said, written.
    given TEXT NOT NULL,
    -- What stays private all the same.
    kept_back TEXT NOT NULL DEFAULT '',
    recorded_at INTEGER NOT NULL, recorded_offset INTEGER NOT NULL,
    UNIQUE (person, seq), CHECK (until_day = '' OR until_day >= from_day),
    FOREIGN KEY (person, supporter) REFERENCES supporter (person, seq)
) STRICT;
CREATE INDEX consent_by_supporter ON consent (person, supporter);
-- That a consent was taken back, from that day on; a row of its own, so that it comes along in a merge.
CREATE TABLE withdrawal (
    consent INTEGER PRIMARY KEY,
    person INTEGER NOT NULL, origin INTEGER NOT NULL DEFAULT 1 REFERENCES origin (seq), on_day TEXT NOT NULL,
    FOREIGN KEY (person, consent) REFERENCES consent (person, seq)
) STRICT;
-- Something that was said to a supporter or by them.
CREATE TABLE contact (
    seq INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE,
    person INTEGER NOT NULL, origin INTEGER NOT NULL DEFAULT 1 REFERENCES origin (seq), supporter INTEGER NOT NULL,
    -- How: met, called, wrote.
    on_day TEXT NOT NULL, how TEXT NOT NULL, words TEXT NOT NULL DEFAULT '',
    FOREIGN KEY (person, supporter) REFERENCES supporter (person, seq)
) STRICT;
CREATE INDEX contact_by_supporter ON contact (person, supporter, on_day DESC);

-- One filled copy of a form, or of a worksheet that can be filled many times.
CREATE TABLE sheet (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id BLOB NOT NULL UNIQUE,
    person INTEGER NOT NULL REFERENCES person (seq),
    origin INTEGER NOT NULL DEFAULT 1 REFERENCES origin (seq),
    topic TEXT NOT NULL,
    -- The worksheet; empty for a form, whose copy covers the whole page.
    block TEXT NOT NULL,
    -- The goal it is about; null for none.
    goal INTEGER,
    made_on TEXT NOT NULL,
    -- What tells it from the others.
    title TEXT NOT NULL DEFAULT '',
    UNIQUE (person, seq),
    FOREIGN KEY (person, goal) REFERENCES goal (person, seq)
) STRICT;
CREATE INDEX sheet_by_person ON sheet (person, made_on DESC, id DESC);
CREATE INDEX sheet_by_goal ON sheet (person, goal) WHERE goal IS NOT NULL;

-- What was answered in a field, in a session or between. The highest `changed` counts; earlier ones stay, for notes.
CREATE TABLE answer (
    seq INTEGER PRIMARY KEY,
    person INTEGER NOT NULL REFERENCES person (seq),
    origin INTEGER NOT NULL DEFAULT 1 REFERENCES origin (seq),
    field INTEGER NOT NULL REFERENCES field (seq),
    -- The filled copy; null for the one copy in the handout itself.
    sheet INTEGER,
    -- The row of a repeating group, from 0.
    row_number INTEGER NOT NULL,
    -- The session it was given in; null between sessions.
    session INTEGER,
    -- text, choice, ticks, number, date, asTyped for what was typed in place of a number or a day; none where an earlier
    -- answer was taken back.
    kind TEXT NOT NULL,
    -- The words, the id, a JSON list of ids, the number, the day, what was typed; empty for none.
    value TEXT NOT NULL,
    -- The pack that supplied the page, and its version.
    edition INTEGER NOT NULL REFERENCES edition (seq),
    -- The entry of the audit trail with which it was last given.
    changed INTEGER NOT NULL,
    FOREIGN KEY (person, sheet) REFERENCES sheet (person, seq),
    FOREIGN KEY (person, session) REFERENCES session (person, seq)
) STRICT;
CREATE UNIQUE INDEX answer_place ON answer (
    person, field, coalesce(sheet, 0), row_number, coalesce(session, 0)
);

-- A session note. Signed when `number` is above 0; from then on the triggers below refuse every change.
CREATE TABLE note (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id BLOB NOT NULL UNIQUE,
    -- One note a session.
    session INTEGER NOT NULL UNIQUE,
    person INTEGER NOT NULL,
    origin INTEGER NOT NULL DEFAULT 1 REFERENCES origin (seq),
    -- The day of the session.
    on_day TEXT NOT NULL,
    lang TEXT NOT NULL,
    -- imr, dap, birp, soap or peer.
    format TEXT NOT NULL DEFAULT 'imr',
    -- Its place among the signed notes, from 1; 0 for a draft.
    number INTEGER NOT NULL DEFAULT 0,
    -- 1 when it has left the vault; the one thing that changes of a signed note.
    handed_off INTEGER NOT NULL DEFAULT 0,
    -- The entry of the audit trail that holds its seal; 0 for a draft.
    sealed_in INTEGER NOT NULL DEFAULT 0,
    signed_at INTEGER NOT NULL DEFAULT 0,
    signed_offset INTEGER NOT NULL DEFAULT 0,
    -- Name and title.
    signed_by TEXT NOT NULL DEFAULT '',
    -- What is printed with it, as it was when it was signed, in JSON (`record/notes/facts.rs`); empty for a draft and after
    -- an erasure.
    facts TEXT NOT NULL DEFAULT '',
    -- 32 random bytes from which the digests of facts and sections are salted; empty for a draft and after an erasure.
    salt BLOB NOT NULL DEFAULT x'',
    -- The salted digest of the facts; kept from an erasure on, computed until then.
    digest BLOB NOT NULL DEFAULT x'',
    -- SHA-256 over what was signed (`record/notes/seal.rs`).
    seal BLOB NOT NULL DEFAULT x'',
    UNIQUE (person, seq),
    FOREIGN KEY (person, session) REFERENCES session (person, seq)
) STRICT;
CREATE INDEX note_list ON note (person, on_day DESC, number, session);
CREATE UNIQUE INDEX note_number ON note (number) WHERE number > 0;
CREATE INDEX note_unsigned ON note (on_day) WHERE number = 0;
CREATE INDEX note_waiting ON note (number) WHERE number > 0 AND handed_off = 0;

-- A section of a note.
CREATE TABLE note_section (
    seq INTEGER PRIMARY KEY,
    note INTEGER NOT NULL,
    position INTEGER NOT NULL,
    person INTEGER NOT NULL,
    origin INTEGER NOT NULL DEFAULT 1 REFERENCES origin (seq),
    -- As `code.rs` lists them.
    kind TEXT NOT NULL,
    -- As it was drafted from the record; null where nothing was changed, which is where the text is it.
    drafted TEXT,
    -- As it stands.
    text TEXT NOT NULL DEFAULT '',
    -- The practitioner's own judgement.
    judgement TEXT NOT NULL DEFAULT '',
    -- 1 while carried-over text in it is not confirmed.
    unconfirmed INTEGER NOT NULL DEFAULT 0,
    -- Its salted digest; kept from an erasure on, computed until then.
    digest BLOB NOT NULL DEFAULT x'',
    UNIQUE (note, position),
    FOREIGN KEY (person, note) REFERENCES note (person, seq)
) STRICT;

-- An addition to a signed note, itself sealed.
CREATE TABLE addendum (
    seq INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    note INTEGER NOT NULL,
    person INTEGER NOT NULL,
    origin INTEGER NOT NULL DEFAULT 1 REFERENCES origin (seq),
    words TEXT NOT NULL,
    reason TEXT NOT NULL,
    at INTEGER NOT NULL,
    at_offset INTEGER NOT NULL,
    -- Name and title.
    by_whom TEXT NOT NULL,
    -- As in a note, each of them.
    sealed_in INTEGER NOT NULL,
    salt BLOB NOT NULL,
    digest BLOB NOT NULL DEFAULT x'',
    seal BLOB NOT NULL,
    FOREIGN KEY (person, note) REFERENCES note (person, seq)
) STRICT;
CREATE INDEX addendum_by_note ON addendum (person, note, sealed_in);

-- Something that left the vault; the ledger of hand-offs only grows.
CREATE TABLE hand_off (
    seq INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    -- The note, if it was one.
    note INTEGER REFERENCES note (seq),
    -- Whose record it came from; null for a blank handout.
    person INTEGER REFERENCES person (seq),
    origin INTEGER NOT NULL DEFAULT 1 REFERENCES origin (seq),
    -- What it was, such as the title of the handout.
    what TEXT NOT NULL,
    at INTEGER NOT NULL,
    at_offset INTEGER NOT NULL,
    -- As what, such as `pdf` or `print`.
    format TEXT NOT NULL,
    -- To whom; may be empty.
    recipient TEXT NOT NULL DEFAULT '',
    -- What a supporter it went to had no consent to see, as in `consent.items`; somebody confirmed it.
    without_consent TEXT NOT NULL DEFAULT '',
    -- Not signed when it left.
    draft INTEGER NOT NULL DEFAULT 0,
    -- Entered as begun before anything leaves; then left or stayed.
    outcome TEXT NOT NULL DEFAULT 'left'
) STRICT;
CREATE INDEX hand_off_by_time ON hand_off (at);
CREATE INDEX hand_off_by_note ON hand_off (note) WHERE note IS NOT NULL;
CREATE INDEX hand_off_by_person ON hand_off (person) WHERE person IS NOT NULL;

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
