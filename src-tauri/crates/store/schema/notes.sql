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

-- What came to a signed note later, itself sealed: an addition, or the signature of a second practitioner.
CREATE TABLE addendum (
    seq INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    note INTEGER NOT NULL,
    person INTEGER NOT NULL,
    origin INTEGER NOT NULL DEFAULT 1 REFERENCES origin (seq),
    -- addition, co-signature.
    kind TEXT NOT NULL DEFAULT 'addition',
    -- What is added; of a co-signature a remark, mostly none, and no reason.
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
CREATE INDEX addendum_co_signed ON addendum (note) WHERE kind = 'co-signature';

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
    -- The topics whose pages a person took along, by their ids with a space between; empty for anything else.
    topics TEXT NOT NULL DEFAULT '',
    -- Not signed when it left.
    draft INTEGER NOT NULL DEFAULT 0,
    -- Entered as begun before anything leaves; then left or stayed.
    outcome TEXT NOT NULL DEFAULT 'left'
) STRICT;
CREATE INDEX hand_off_by_time ON hand_off (at);
CREATE INDEX hand_off_by_note ON hand_off (note) WHERE note IS NOT NULL;
CREATE INDEX hand_off_by_person ON hand_off (person) WHERE person IS NOT NULL;
