SELECT
    note.id,
    session.id AS session,
    session.number AS session_number,
    person.id AS person,
    person.preferred_name,
    note.on_day,
    note.number,
    note.signed_at,
    note.signed_offset,
    note.handed_off
FROM note
JOIN session ON session.seq = note.session
JOIN person ON person.seq = note.person AND person.preferred_name <> ''
