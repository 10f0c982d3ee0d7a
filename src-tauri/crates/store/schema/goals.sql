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
    -- The day it was reached, changed or let go; empty while it is worked on, and where nobody noted it.
    ended_on TEXT NOT NULL DEFAULT '',
    -- Why it was changed or let go; empty where nobody said.
    reason TEXT NOT NULL DEFAULT '',
    -- The earlier goal it came in place of; null for none.
    instead_of INTEGER,
    UNIQUE (person, seq),
    FOREIGN KEY (person, instead_of) REFERENCES goal (person, seq)
) STRICT;
CREATE INDEX goal_instead_of ON goal (person, instead_of) WHERE instead_of IS NOT NULL;

-- A module whose skill helps with a goal, as somebody chose.
CREATE TABLE goal_module (
    goal INTEGER NOT NULL,
    -- Its id in the content.
    module TEXT NOT NULL,
    person INTEGER NOT NULL,
    origin INTEGER NOT NULL DEFAULT 1 REFERENCES origin (seq),
    PRIMARY KEY (goal, module),
    FOREIGN KEY (person, goal) REFERENCES goal (person, seq)
) STRICT, WITHOUT ROWID;

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
    -- The day it was taken up; empty where nobody said.
    started_on TEXT NOT NULL DEFAULT '',
    -- The day it was reached.
    done_on TEXT NOT NULL DEFAULT '',
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
    -- What is needed for it.
    resources TEXT NOT NULL DEFAULT '',
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
    -- much-less, less, expected, more, much-more than was hoped (goal attainment scaling, -2 to 2); empty until somebody says.
    attainment TEXT NOT NULL DEFAULT '',
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
    -- What is needed for it, what will remind of it, and how it serves the goal.
    materials TEXT NOT NULL DEFAULT '',
    reminder TEXT NOT NULL DEFAULT '',
    why TEXT NOT NULL DEFAULT '',
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
    -- What it did for the person.
    effect TEXT NOT NULL DEFAULT '',
    obstacle TEXT NOT NULL DEFAULT '',
    -- Ticked by hand, parted by spaces: forgot, no-time, too-hard, unwell, did-not-want, came-up, other.
    obstacle_kinds TEXT NOT NULL DEFAULT '',
    -- What deserves praise, and what comes next.
    next_time TEXT NOT NULL DEFAULT '',
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
