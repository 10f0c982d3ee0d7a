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
    -- 1 when it is this person's turn to talk about their goals in a group's meeting.
    goal_turn INTEGER NOT NULL DEFAULT 0,
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
    -- Why no promise was looked at, and why none was planned; asked once where the phase was skipped.
    review_skipped TEXT NOT NULL DEFAULT '',
    plan_skipped TEXT NOT NULL DEFAULT '',
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
