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
CREATE TRIGGER note_handed_off_stays BEFORE UPDATE OF handed_off ON note
WHEN OLD.handed_off <> 0 AND NEW.handed_off <> OLD.handed_off BEGIN
    SELECT RAISE (ABORT, 'ledger: what has left has left');
END;
CREATE TRIGGER note_signed_is_kept BEFORE DELETE ON note WHEN OLD.number <> 0 BEGIN
    SELECT RAISE (ABORT, 'signed: a signed note cannot be removed');
END;

CREATE TRIGGER note_section_begins_in_draft BEFORE INSERT ON note_section
WHEN (EXISTS (SELECT 1 FROM note WHERE seq = NEW.note AND number > 0) OR EXISTS (
    SELECT 1 FROM note_section AS other JOIN note ON note.seq = other.note
    WHERE other.seq = NEW.seq AND note.number > 0
)) AND NOT (
    EXISTS (SELECT 1 FROM allowance WHERE person = NEW.person AND what = 'merge')
    AND NOT EXISTS (SELECT 1 FROM note_section WHERE seq = NEW.seq OR (note = NEW.note AND position = NEW.position))
    -- What comes in with its note: the trail does not yet hold the seal.
    AND NOT EXISTS (SELECT 1 FROM note JOIN audit ON audit.sequence = note.sealed_in WHERE note.seq = NEW.note)
) BEGIN
    SELECT RAISE (ABORT, 'signed: a signed note cannot be changed');
END;
CREATE TRIGGER note_section_signed_stays BEFORE UPDATE ON note_section
WHEN (EXISTS (SELECT 1 FROM note WHERE seq IN (OLD.note, NEW.note) AND number > 0) OR EXISTS (
    SELECT 1 FROM note_section AS other JOIN note ON note.seq = other.note
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
WHEN EXISTS (SELECT 1 FROM note WHERE seq = OLD.note AND number > 0) BEGIN
    SELECT RAISE (ABORT, 'signed: a signed note cannot be changed');
END;

CREATE TRIGGER addendum_only_to_signed BEFORE INSERT ON addendum
WHEN NOT EXISTS (SELECT 1 FROM note WHERE seq = NEW.note AND number > 0) BEGIN
    SELECT RAISE (ABORT, 'unsigned: only a signed note takes an addendum');
END;
CREATE TRIGGER addendum_replaces_nothing BEFORE INSERT ON addendum
WHEN EXISTS (SELECT 1 FROM addendum WHERE seq = NEW.seq OR id = NEW.id) BEGIN
    SELECT RAISE (ABORT, 'signed: an addendum cannot be replaced');
END;
CREATE TRIGGER addendum_stays BEFORE UPDATE ON addendum
WHEN NOT (
    EXISTS (SELECT 1 FROM allowance WHERE person = OLD.person AND what = 'erase')
    AND (
        OLD.seq, OLD.id, OLD.note, OLD.person, OLD.origin, OLD.kind, OLD.at, OLD.at_offset, OLD.by_whom, OLD.sealed_in, OLD.seal
    ) IS (
        NEW.seq, NEW.id, NEW.note, NEW.person, NEW.origin, NEW.kind, NEW.at, NEW.at_offset, NEW.by_whom, NEW.sealed_in, NEW.seal
    )
    AND NEW.words IN (OLD.words, '') AND NEW.reason IN (OLD.reason, '') AND NEW.salt IN (OLD.salt, x'')
    AND (OLD.digest = x'' OR NEW.digest = OLD.digest)
) BEGIN
    SELECT RAISE (ABORT, 'signed: an addendum cannot be changed');
END;
CREATE TRIGGER addendum_is_kept BEFORE DELETE ON addendum BEGIN
    SELECT RAISE (ABORT, 'signed: an addendum cannot be removed');
END;

CREATE TRIGGER person_under_signed_note_is_kept BEFORE DELETE ON person
WHEN EXISTS (SELECT 1 FROM note WHERE person = OLD.seq AND number > 0) BEGIN
    SELECT RAISE (ABORT, 'signed: this person has signed notes');
END;
CREATE TRIGGER person_under_signed_note_stays BEFORE UPDATE OF id ON person
WHEN NEW.id <> OLD.id AND EXISTS (SELECT 1 FROM note WHERE person = OLD.seq AND number > 0) BEGIN
    SELECT RAISE (ABORT, 'signed: this person has signed notes');
END;
CREATE TRIGGER session_under_signed_note_is_kept BEFORE DELETE ON session
WHEN EXISTS (SELECT 1 FROM note WHERE session = OLD.seq AND number > 0) BEGIN
    SELECT RAISE (ABORT, 'signed: this session has a signed note');
END;
CREATE TRIGGER session_under_signed_note_stays BEFORE UPDATE OF id, person ON session
WHEN (NEW.id <> OLD.id OR NEW.person <> OLD.person)
    AND EXISTS (SELECT 1 FROM note WHERE session = OLD.seq AND number > 0) BEGIN
    SELECT RAISE (ABORT, 'signed: this session has a signed note');
END;

-- Whether a session has a note, for the list of those that have none.

CREATE TRIGGER session_noted_begins AFTER INSERT ON note BEGIN
    UPDATE session SET noted = 1 WHERE seq = NEW.session;
END;
CREATE TRIGGER session_noted_ends AFTER DELETE ON note BEGIN
    UPDATE session SET noted = 0 WHERE seq = OLD.session;
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
    AND (OLD.seq, OLD.id, OLD.note, OLD.person, OLD.origin, OLD.at, OLD.at_offset, OLD.format, OLD.draft, OLD.outcome)
        IS (NEW.seq, NEW.id, NEW.note, NEW.person, NEW.origin, NEW.at, NEW.at_offset, NEW.format, NEW.draft, NEW.outcome)
    AND NEW.what IN (OLD.what, '') AND NEW.recipient IN (OLD.recipient, '') AND NEW.topics IN (OLD.topics, '')
    -- How it ended is said once.
    OR OLD.outcome = 'begun' AND NEW.outcome IN ('left', 'stayed')
    AND (OLD.seq, OLD.id, OLD.note, OLD.person, OLD.origin, OLD.what, OLD.at, OLD.at_offset, OLD.format, OLD.recipient, OLD.topics, OLD.draft)
        IS (NEW.seq, NEW.id, NEW.note, NEW.person, NEW.origin, NEW.what, NEW.at, NEW.at_offset, NEW.format, NEW.recipient, NEW.topics, NEW.draft)
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
WHEN EXISTS (SELECT 1 FROM origin WHERE seq = NEW.seq OR vault = NEW.vault) BEGIN
    SELECT RAISE (ABORT, 'ledger: an origin cannot be replaced');
END;
CREATE TRIGGER origin_stays BEFORE UPDATE ON origin BEGIN
    SELECT RAISE (ABORT, 'ledger: an origin cannot be changed');
END;
CREATE TRIGGER origin_is_kept BEFORE DELETE ON origin BEGIN
    SELECT RAISE (ABORT, 'ledger: an origin cannot be removed');
END;

