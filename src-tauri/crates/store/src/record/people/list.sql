-- The caseload in one query. Each part reads one index, so it costs a few look-ups a person.
SELECT
    person.id,
    person.preferred_name,
    person.record_number,
    person.language,
    person.print_size,
    person.course,
    person.started_on,
    person.next_meeting,
    person.active,
    person.colour,
    person.added_at,
    person.added_offset,
    person.track,
    person.pace,
    (SELECT max(on_day) FROM session WHERE session.person = person.seq) AS last_session_on,
    (SELECT count(*) FROM session WHERE session.person = person.seq) AS sessions,
    (
        SELECT words FROM statement WHERE statement.person = person.seq
        ORDER BY on_day DESC, id DESC LIMIT 1
    ) AS latest_statement,
    (
        SELECT what FROM practice
        LEFT JOIN practice_review ON practice_review.practice = practice.seq
        WHERE practice.person = person.seq AND coalesce(practice_review.result, '') = ''
        ORDER BY practice.agreed_on DESC, practice.position LIMIT 1
    ) AS open_promise,
    coalesce(unsigned.notes, 0) AS unsigned_notes,
    (
        SELECT id FROM session WHERE session.person = person.seq AND closed = 0
        ORDER BY on_day DESC, number DESC LIMIT 1
    ) AS open_session
FROM person
-- Unsigned notes have an index of their own, and are few.
LEFT JOIN (SELECT person, count(*) AS notes FROM note WHERE number = 0 GROUP BY person) AS unsigned ON unsigned.person = person.seq
-- Somebody who was erased and has signed notes is a row without a name.
WHERE person.preferred_name <> ''
ORDER BY person.preferred_name COLLATE NOCASE, person.id;
