SELECT
    note.id,
    note.session,
    session.number AS session_number,
    note.person,
    person.preferred_name,
    note.on_day,
    note.number,
    note.signed_at,
    note.signed_offset,
    note.handed_off
FROM note
JOIN session ON session.id = note.session
JOIN person ON person.id = note.person AND person.preferred_name <> ''
