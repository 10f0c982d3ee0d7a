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
    EXISTS (SELECT 1 FROM hand_off WHERE hand_off.note = note.id) AS handed_off
FROM note
JOIN session ON session.id = note.session
JOIN person ON person.id = note.person
