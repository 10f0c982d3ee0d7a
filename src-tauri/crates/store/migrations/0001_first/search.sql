CREATE VIEW searched AS
SELECT seq + 1099511627776 AS place, preferred_name || char(10) || record_number AS words FROM person
UNION ALL SELECT seq + 2199023255552 AS place, words AS words FROM statement
UNION ALL SELECT seq + 3298534883328 AS place, attendance_reason || char(10) || others_present || char(10) || problem_words || char(10) || problem_action || char(10) || recalled_words || char(10) || review_skipped || char(10) || plan_skipped || char(10) || agenda || char(10) || person_item || char(10) || skill_words || char(10) || summary_words || char(10) || next_plan AS words FROM session
UNION ALL SELECT seq + 4398046511104 AS place, words || char(10) || why || char(10) || reason AS words FROM goal
UNION ALL SELECT seq + 5497558138880 AS place, words AS words FROM short_term_goal
UNION ALL SELECT seq + 6597069766656 AS place, words || char(10) || helper || char(10) || resources || char(10) || obstacle AS words FROM step
UNION ALL SELECT seq + 7696581394432 AS place, done || char(10) || obstacle || char(10) || next_step AS words FROM goal_review
UNION ALL SELECT seq + 8796093022208 AS place, what || char(10) || when_words || char(10) || place || char(10) || with_whom || char(10) || materials || char(10) || reminder || char(10) || why || char(10) || obstacle AS words FROM practice
UNION ALL SELECT seq + 9895604649984 AS place, what_happened || char(10) || effect || char(10) || obstacle || char(10) || next_time AS words FROM practice_review
UNION ALL SELECT seq + 15393162788864 AS place, name || char(10) || relation || char(10) || reach || char(10) || words AS words FROM supporter
UNION ALL SELECT seq + 16492674416640 AS place, kept_back AS words FROM consent
UNION ALL SELECT seq + 17592186044416 AS place, words AS words FROM contact
UNION ALL SELECT seq + 31885837205504 AS place, words AS words FROM ending
UNION ALL SELECT seq + 32985348833280 AS place, words AS words FROM booster
UNION ALL SELECT seq + 10995116277760 AS place, title AS words FROM sheet
UNION ALL SELECT seq + 21990232555520 AS place, holder AS words FROM plan_copy
UNION ALL SELECT seq + 23089744183296 AS place, words AS words FROM rehearsal
UNION ALL SELECT seq + 12094627905536 AS place, value AS words FROM answer WHERE kind = 'text'
UNION ALL SELECT seq + 25288767438848 AS place, words AS words FROM event
UNION ALL SELECT seq + 26388279066624 AS place, words AS words FROM measure
UNION ALL SELECT seq + 13194139533312 AS place, text || char(10) || judgement AS words FROM note_section
UNION ALL SELECT seq + 14293651161088 AS place, words || char(10) || reason AS words FROM addendum;
CREATE VIRTUAL TABLE search USING fts5 (
    words,
    content = 'searched', content_rowid = 'place', columnsize = 0, detail = none,
    tokenize = "unicode61 remove_diacritics 2 categories 'L* N* Co M*'"
);
INSERT INTO search (search, rank) VALUES ('pgsz', 3950);
INSERT INTO search (search, rank) VALUES ('automerge', 0);
INSERT INTO search (search, rank) VALUES ('crisismerge', 256);
INSERT INTO search (search, rank) VALUES ('secure-delete', 1);
CREATE TRIGGER person_search_added AFTER INSERT ON person BEGIN
    INSERT INTO unindexed (place, words) VALUES (NEW.seq + 1099511627776, NULL) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER person_search_gone AFTER DELETE ON person BEGIN
    INSERT INTO unindexed (place, words) VALUES (OLD.seq + 1099511627776, OLD.preferred_name || char(10) || OLD.record_number) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER person_search_changed AFTER UPDATE OF preferred_name, record_number ON person WHEN (OLD.preferred_name, OLD.record_number) IS NOT (NEW.preferred_name, NEW.record_number) BEGIN
    INSERT INTO unindexed (place, words) VALUES (OLD.seq + 1099511627776, OLD.preferred_name || char(10) || OLD.record_number) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER statement_search_added AFTER INSERT ON statement BEGIN
    INSERT INTO unindexed (place, words) VALUES (NEW.seq + 2199023255552, NULL) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER statement_search_gone AFTER DELETE ON statement BEGIN
    INSERT INTO unindexed (place, words) VALUES (OLD.seq + 2199023255552, OLD.words) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER statement_search_changed AFTER UPDATE OF words ON statement WHEN (OLD.words) IS NOT (NEW.words) BEGIN
    INSERT INTO unindexed (place, words) VALUES (OLD.seq + 2199023255552, OLD.words) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER session_search_added AFTER INSERT ON session BEGIN
    INSERT INTO unindexed (place, words) VALUES (NEW.seq + 3298534883328, NULL) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER session_search_gone AFTER DELETE ON session BEGIN
    INSERT INTO unindexed (place, words) VALUES (OLD.seq + 3298534883328, OLD.attendance_reason || char(10) || OLD.others_present || char(10) || OLD.problem_words || char(10) || OLD.problem_action || char(10) || OLD.recalled_words || char(10) || OLD.review_skipped || char(10) || OLD.plan_skipped || char(10) || OLD.agenda || char(10) || OLD.person_item || char(10) || OLD.skill_words || char(10) || OLD.summary_words || char(10) || OLD.next_plan) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER session_search_changed AFTER UPDATE OF attendance_reason, others_present, problem_words, problem_action, recalled_words, review_skipped, plan_skipped, agenda, person_item, skill_words, summary_words, next_plan ON session WHEN (OLD.attendance_reason, OLD.others_present, OLD.problem_words, OLD.problem_action, OLD.recalled_words, OLD.review_skipped, OLD.plan_skipped, OLD.agenda, OLD.person_item, OLD.skill_words, OLD.summary_words, OLD.next_plan) IS NOT (NEW.attendance_reason, NEW.others_present, NEW.problem_words, NEW.problem_action, NEW.recalled_words, NEW.review_skipped, NEW.plan_skipped, NEW.agenda, NEW.person_item, NEW.skill_words, NEW.summary_words, NEW.next_plan) BEGIN
    INSERT INTO unindexed (place, words) VALUES (OLD.seq + 3298534883328, OLD.attendance_reason || char(10) || OLD.others_present || char(10) || OLD.problem_words || char(10) || OLD.problem_action || char(10) || OLD.recalled_words || char(10) || OLD.review_skipped || char(10) || OLD.plan_skipped || char(10) || OLD.agenda || char(10) || OLD.person_item || char(10) || OLD.skill_words || char(10) || OLD.summary_words || char(10) || OLD.next_plan) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER goal_search_added AFTER INSERT ON goal BEGIN
    INSERT INTO unindexed (place, words) VALUES (NEW.seq + 4398046511104, NULL) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER goal_search_gone AFTER DELETE ON goal BEGIN
    INSERT INTO unindexed (place, words) VALUES (OLD.seq + 4398046511104, OLD.words || char(10) || OLD.why || char(10) || OLD.reason) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER goal_search_changed AFTER UPDATE OF words, why, reason ON goal WHEN (OLD.words, OLD.why, OLD.reason) IS NOT (NEW.words, NEW.why, NEW.reason) BEGIN
    INSERT INTO unindexed (place, words) VALUES (OLD.seq + 4398046511104, OLD.words || char(10) || OLD.why || char(10) || OLD.reason) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER short_term_goal_search_added AFTER INSERT ON short_term_goal BEGIN
    INSERT INTO unindexed (place, words) VALUES (NEW.seq + 5497558138880, NULL) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER short_term_goal_search_gone AFTER DELETE ON short_term_goal BEGIN
    INSERT INTO unindexed (place, words) VALUES (OLD.seq + 5497558138880, OLD.words) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER short_term_goal_search_changed AFTER UPDATE OF words ON short_term_goal WHEN (OLD.words) IS NOT (NEW.words) BEGIN
    INSERT INTO unindexed (place, words) VALUES (OLD.seq + 5497558138880, OLD.words) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER step_search_added AFTER INSERT ON step BEGIN
    INSERT INTO unindexed (place, words) VALUES (NEW.seq + 6597069766656, NULL) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER step_search_gone AFTER DELETE ON step BEGIN
    INSERT INTO unindexed (place, words) VALUES (OLD.seq + 6597069766656, OLD.words || char(10) || OLD.helper || char(10) || OLD.resources || char(10) || OLD.obstacle) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER step_search_changed AFTER UPDATE OF words, helper, resources, obstacle ON step WHEN (OLD.words, OLD.helper, OLD.resources, OLD.obstacle) IS NOT (NEW.words, NEW.helper, NEW.resources, NEW.obstacle) BEGIN
    INSERT INTO unindexed (place, words) VALUES (OLD.seq + 6597069766656, OLD.words || char(10) || OLD.helper || char(10) || OLD.resources || char(10) || OLD.obstacle) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER goal_review_search_added AFTER INSERT ON goal_review BEGIN
    INSERT INTO unindexed (place, words) VALUES (NEW.seq + 7696581394432, NULL) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER goal_review_search_gone AFTER DELETE ON goal_review BEGIN
    INSERT INTO unindexed (place, words) VALUES (OLD.seq + 7696581394432, OLD.done || char(10) || OLD.obstacle || char(10) || OLD.next_step) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER goal_review_search_changed AFTER UPDATE OF done, obstacle, next_step ON goal_review WHEN (OLD.done, OLD.obstacle, OLD.next_step) IS NOT (NEW.done, NEW.obstacle, NEW.next_step) BEGIN
    INSERT INTO unindexed (place, words) VALUES (OLD.seq + 7696581394432, OLD.done || char(10) || OLD.obstacle || char(10) || OLD.next_step) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER practice_search_added AFTER INSERT ON practice BEGIN
    INSERT INTO unindexed (place, words) VALUES (NEW.seq + 8796093022208, NULL) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER practice_search_gone AFTER DELETE ON practice BEGIN
    INSERT INTO unindexed (place, words) VALUES (OLD.seq + 8796093022208, OLD.what || char(10) || OLD.when_words || char(10) || OLD.place || char(10) || OLD.with_whom || char(10) || OLD.materials || char(10) || OLD.reminder || char(10) || OLD.why || char(10) || OLD.obstacle) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER practice_search_changed AFTER UPDATE OF what, when_words, place, with_whom, materials, reminder, why, obstacle ON practice WHEN (OLD.what, OLD.when_words, OLD.place, OLD.with_whom, OLD.materials, OLD.reminder, OLD.why, OLD.obstacle) IS NOT (NEW.what, NEW.when_words, NEW.place, NEW.with_whom, NEW.materials, NEW.reminder, NEW.why, NEW.obstacle) BEGIN
    INSERT INTO unindexed (place, words) VALUES (OLD.seq + 8796093022208, OLD.what || char(10) || OLD.when_words || char(10) || OLD.place || char(10) || OLD.with_whom || char(10) || OLD.materials || char(10) || OLD.reminder || char(10) || OLD.why || char(10) || OLD.obstacle) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER practice_review_search_added AFTER INSERT ON practice_review BEGIN
    INSERT INTO unindexed (place, words) VALUES (NEW.seq + 9895604649984, NULL) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER practice_review_search_gone AFTER DELETE ON practice_review BEGIN
    INSERT INTO unindexed (place, words) VALUES (OLD.seq + 9895604649984, OLD.what_happened || char(10) || OLD.effect || char(10) || OLD.obstacle || char(10) || OLD.next_time) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER practice_review_search_changed AFTER UPDATE OF what_happened, effect, obstacle, next_time ON practice_review WHEN (OLD.what_happened, OLD.effect, OLD.obstacle, OLD.next_time) IS NOT (NEW.what_happened, NEW.effect, NEW.obstacle, NEW.next_time) BEGIN
    INSERT INTO unindexed (place, words) VALUES (OLD.seq + 9895604649984, OLD.what_happened || char(10) || OLD.effect || char(10) || OLD.obstacle || char(10) || OLD.next_time) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER supporter_search_added AFTER INSERT ON supporter BEGIN
    INSERT INTO unindexed (place, words) VALUES (NEW.seq + 15393162788864, NULL) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER supporter_search_gone AFTER DELETE ON supporter BEGIN
    INSERT INTO unindexed (place, words) VALUES (OLD.seq + 15393162788864, OLD.name || char(10) || OLD.relation || char(10) || OLD.reach || char(10) || OLD.words) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER supporter_search_changed AFTER UPDATE OF name, relation, reach, words ON supporter WHEN (OLD.name, OLD.relation, OLD.reach, OLD.words) IS NOT (NEW.name, NEW.relation, NEW.reach, NEW.words) BEGIN
    INSERT INTO unindexed (place, words) VALUES (OLD.seq + 15393162788864, OLD.name || char(10) || OLD.relation || char(10) || OLD.reach || char(10) || OLD.words) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER consent_search_added AFTER INSERT ON consent BEGIN
    INSERT INTO unindexed (place, words) VALUES (NEW.seq + 16492674416640, NULL) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER consent_search_gone AFTER DELETE ON consent BEGIN
    INSERT INTO unindexed (place, words) VALUES (OLD.seq + 16492674416640, OLD.kept_back) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER consent_search_changed AFTER UPDATE OF kept_back ON consent WHEN (OLD.kept_back) IS NOT (NEW.kept_back) BEGIN
    INSERT INTO unindexed (place, words) VALUES (OLD.seq + 16492674416640, OLD.kept_back) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER contact_search_added AFTER INSERT ON contact BEGIN
    INSERT INTO unindexed (place, words) VALUES (NEW.seq + 17592186044416, NULL) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER contact_search_gone AFTER DELETE ON contact BEGIN
    INSERT INTO unindexed (place, words) VALUES (OLD.seq + 17592186044416, OLD.words) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER contact_search_changed AFTER UPDATE OF words ON contact WHEN (OLD.words) IS NOT (NEW.words) BEGIN
    INSERT INTO unindexed (place, words) VALUES (OLD.seq + 17592186044416, OLD.words) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER ending_search_added AFTER INSERT ON ending BEGIN
    INSERT INTO unindexed (place, words) VALUES (NEW.seq + 31885837205504, NULL) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER ending_search_gone AFTER DELETE ON ending BEGIN
    INSERT INTO unindexed (place, words) VALUES (OLD.seq + 31885837205504, OLD.words) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER ending_search_changed AFTER UPDATE OF words ON ending WHEN (OLD.words) IS NOT (NEW.words) BEGIN
    INSERT INTO unindexed (place, words) VALUES (OLD.seq + 31885837205504, OLD.words) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER booster_search_added AFTER INSERT ON booster BEGIN
    INSERT INTO unindexed (place, words) VALUES (NEW.seq + 32985348833280, NULL) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER booster_search_gone AFTER DELETE ON booster BEGIN
    INSERT INTO unindexed (place, words) VALUES (OLD.seq + 32985348833280, OLD.words) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER booster_search_changed AFTER UPDATE OF words ON booster WHEN (OLD.words) IS NOT (NEW.words) BEGIN
    INSERT INTO unindexed (place, words) VALUES (OLD.seq + 32985348833280, OLD.words) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER sheet_search_added AFTER INSERT ON sheet BEGIN
    INSERT INTO unindexed (place, words) VALUES (NEW.seq + 10995116277760, NULL) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER sheet_search_gone AFTER DELETE ON sheet BEGIN
    INSERT INTO unindexed (place, words) VALUES (OLD.seq + 10995116277760, OLD.title) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER sheet_search_changed AFTER UPDATE OF title ON sheet WHEN (OLD.title) IS NOT (NEW.title) BEGIN
    INSERT INTO unindexed (place, words) VALUES (OLD.seq + 10995116277760, OLD.title) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER plan_copy_search_added AFTER INSERT ON plan_copy BEGIN
    INSERT INTO unindexed (place, words) VALUES (NEW.seq + 21990232555520, NULL) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER plan_copy_search_gone AFTER DELETE ON plan_copy BEGIN
    INSERT INTO unindexed (place, words) VALUES (OLD.seq + 21990232555520, OLD.holder) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER plan_copy_search_changed AFTER UPDATE OF holder ON plan_copy WHEN (OLD.holder) IS NOT (NEW.holder) BEGIN
    INSERT INTO unindexed (place, words) VALUES (OLD.seq + 21990232555520, OLD.holder) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER rehearsal_search_added AFTER INSERT ON rehearsal BEGIN
    INSERT INTO unindexed (place, words) VALUES (NEW.seq + 23089744183296, NULL) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER rehearsal_search_gone AFTER DELETE ON rehearsal BEGIN
    INSERT INTO unindexed (place, words) VALUES (OLD.seq + 23089744183296, OLD.words) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER rehearsal_search_changed AFTER UPDATE OF words ON rehearsal WHEN (OLD.words) IS NOT (NEW.words) BEGIN
    INSERT INTO unindexed (place, words) VALUES (OLD.seq + 23089744183296, OLD.words) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER answer_search_added AFTER INSERT ON answer BEGIN
    INSERT INTO unindexed (place, words) VALUES (NEW.seq + 12094627905536, NULL) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER answer_search_gone AFTER DELETE ON answer BEGIN
    INSERT INTO unindexed (place, words) VALUES (OLD.seq + 12094627905536, CASE WHEN OLD.kind = 'text' THEN OLD.value END) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER answer_search_changed AFTER UPDATE OF value, kind ON answer WHEN (OLD.value, OLD.kind) IS NOT (NEW.value, NEW.kind) BEGIN
    INSERT INTO unindexed (place, words) VALUES (OLD.seq + 12094627905536, CASE WHEN OLD.kind = 'text' THEN OLD.value END) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER event_search_added AFTER INSERT ON event BEGIN
    INSERT INTO unindexed (place, words) VALUES (NEW.seq + 25288767438848, NULL) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER event_search_gone AFTER DELETE ON event BEGIN
    INSERT INTO unindexed (place, words) VALUES (OLD.seq + 25288767438848, OLD.words) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER event_search_changed AFTER UPDATE OF words ON event WHEN (OLD.words) IS NOT (NEW.words) BEGIN
    INSERT INTO unindexed (place, words) VALUES (OLD.seq + 25288767438848, OLD.words) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER measure_search_added AFTER INSERT ON measure BEGIN
    INSERT INTO unindexed (place, words) VALUES (NEW.seq + 26388279066624, NULL) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER measure_search_gone AFTER DELETE ON measure BEGIN
    INSERT INTO unindexed (place, words) VALUES (OLD.seq + 26388279066624, OLD.words) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER measure_search_changed AFTER UPDATE OF words ON measure WHEN (OLD.words) IS NOT (NEW.words) BEGIN
    INSERT INTO unindexed (place, words) VALUES (OLD.seq + 26388279066624, OLD.words) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER note_section_search_added AFTER INSERT ON note_section BEGIN
    INSERT INTO unindexed (place, words) VALUES (NEW.seq + 13194139533312, NULL) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER note_section_search_gone AFTER DELETE ON note_section BEGIN
    INSERT INTO unindexed (place, words) VALUES (OLD.seq + 13194139533312, OLD.text || char(10) || OLD.judgement) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER note_section_search_changed AFTER UPDATE OF text, judgement ON note_section WHEN (OLD.text, OLD.judgement) IS NOT (NEW.text, NEW.judgement) BEGIN
    INSERT INTO unindexed (place, words) VALUES (OLD.seq + 13194139533312, OLD.text || char(10) || OLD.judgement) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER addendum_search_added AFTER INSERT ON addendum BEGIN
    INSERT INTO unindexed (place, words) VALUES (NEW.seq + 14293651161088, NULL) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER addendum_search_gone AFTER DELETE ON addendum BEGIN
    INSERT INTO unindexed (place, words) VALUES (OLD.seq + 14293651161088, OLD.words || char(10) || OLD.reason) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER addendum_search_changed AFTER UPDATE OF words, reason ON addendum WHEN (OLD.words, OLD.reason) IS NOT (NEW.words, NEW.reason) BEGIN
    INSERT INTO unindexed (place, words) VALUES (OLD.seq + 14293651161088, OLD.words || char(10) || OLD.reason) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER statement_owner BEFORE UPDATE OF person ON statement WHEN NEW.person IS NOT OLD.person BEGIN
    SELECT RAISE (ABORT, 'owner: a row belongs to one person for good');
END;
CREATE TRIGGER member_owner BEFORE UPDATE OF person ON member WHEN NEW.person IS NOT OLD.person BEGIN
    SELECT RAISE (ABORT, 'owner: a row belongs to one person for good');
END;
CREATE TRIGGER session_owner BEFORE UPDATE OF person ON session WHEN NEW.person IS NOT OLD.person BEGIN
    SELECT RAISE (ABORT, 'owner: a row belongs to one person for good');
END;
CREATE TRIGGER missed_owner BEFORE UPDATE OF person ON missed WHEN NEW.person IS NOT OLD.person BEGIN
    SELECT RAISE (ABORT, 'owner: a row belongs to one person for good');
END;
CREATE TRIGGER session_topic_owner BEFORE UPDATE OF person ON session_topic WHEN NEW.person IS NOT OLD.person BEGIN
    SELECT RAISE (ABORT, 'owner: a row belongs to one person for good');
END;
CREATE TRIGGER goal_owner BEFORE UPDATE OF person ON goal WHEN NEW.person IS NOT OLD.person BEGIN
    SELECT RAISE (ABORT, 'owner: a row belongs to one person for good');
END;
CREATE TRIGGER goal_module_owner BEFORE UPDATE OF person ON goal_module WHEN NEW.person IS NOT OLD.person BEGIN
    SELECT RAISE (ABORT, 'owner: a row belongs to one person for good');
END;
CREATE TRIGGER short_term_goal_owner BEFORE UPDATE OF person ON short_term_goal WHEN NEW.person IS NOT OLD.person BEGIN
    SELECT RAISE (ABORT, 'owner: a row belongs to one person for good');
END;
CREATE TRIGGER step_owner BEFORE UPDATE OF person ON step WHEN NEW.person IS NOT OLD.person BEGIN
    SELECT RAISE (ABORT, 'owner: a row belongs to one person for good');
END;
CREATE TRIGGER goal_review_owner BEFORE UPDATE OF person ON goal_review WHEN NEW.person IS NOT OLD.person BEGIN
    SELECT RAISE (ABORT, 'owner: a row belongs to one person for good');
END;
CREATE TRIGGER practice_owner BEFORE UPDATE OF person ON practice WHEN NEW.person IS NOT OLD.person BEGIN
    SELECT RAISE (ABORT, 'owner: a row belongs to one person for good');
END;
CREATE TRIGGER practice_review_owner BEFORE UPDATE OF person ON practice_review WHEN NEW.person IS NOT OLD.person BEGIN
    SELECT RAISE (ABORT, 'owner: a row belongs to one person for good');
END;
CREATE TRIGGER session_promise_owner BEFORE UPDATE OF person ON session_promise WHEN NEW.person IS NOT OLD.person BEGIN
    SELECT RAISE (ABORT, 'owner: a row belongs to one person for good');
END;
CREATE TRIGGER supporter_owner BEFORE UPDATE OF person ON supporter WHEN NEW.person IS NOT OLD.person BEGIN
    SELECT RAISE (ABORT, 'owner: a row belongs to one person for good');
END;
CREATE TRIGGER consent_owner BEFORE UPDATE OF person ON consent WHEN NEW.person IS NOT OLD.person BEGIN
    SELECT RAISE (ABORT, 'owner: a row belongs to one person for good');
END;
CREATE TRIGGER withdrawal_owner BEFORE UPDATE OF person ON withdrawal WHEN NEW.person IS NOT OLD.person BEGIN
    SELECT RAISE (ABORT, 'owner: a row belongs to one person for good');
END;
CREATE TRIGGER contact_owner BEFORE UPDATE OF person ON contact WHEN NEW.person IS NOT OLD.person BEGIN
    SELECT RAISE (ABORT, 'owner: a row belongs to one person for good');
END;
CREATE TRIGGER ending_owner BEFORE UPDATE OF person ON ending WHEN NEW.person IS NOT OLD.person BEGIN
    SELECT RAISE (ABORT, 'owner: a row belongs to one person for good');
END;
CREATE TRIGGER booster_owner BEFORE UPDATE OF person ON booster WHEN NEW.person IS NOT OLD.person BEGIN
    SELECT RAISE (ABORT, 'owner: a row belongs to one person for good');
END;
CREATE TRIGGER sheet_owner BEFORE UPDATE OF person ON sheet WHEN NEW.person IS NOT OLD.person BEGIN
    SELECT RAISE (ABORT, 'owner: a row belongs to one person for good');
END;
CREATE TRIGGER plan_copy_owner BEFORE UPDATE OF person ON plan_copy WHEN NEW.person IS NOT OLD.person BEGIN
    SELECT RAISE (ABORT, 'owner: a row belongs to one person for good');
END;
CREATE TRIGGER rehearsal_owner BEFORE UPDATE OF person ON rehearsal WHEN NEW.person IS NOT OLD.person BEGIN
    SELECT RAISE (ABORT, 'owner: a row belongs to one person for good');
END;
CREATE TRIGGER answer_owner BEFORE UPDATE OF person ON answer WHEN NEW.person IS NOT OLD.person BEGIN
    SELECT RAISE (ABORT, 'owner: a row belongs to one person for good');
END;
CREATE TRIGGER event_owner BEFORE UPDATE OF person ON event WHEN NEW.person IS NOT OLD.person BEGIN
    SELECT RAISE (ABORT, 'owner: a row belongs to one person for good');
END;
CREATE TRIGGER outcome_owner BEFORE UPDATE OF person ON outcome WHEN NEW.person IS NOT OLD.person BEGIN
    SELECT RAISE (ABORT, 'owner: a row belongs to one person for good');
END;
CREATE TRIGGER measure_owner BEFORE UPDATE OF person ON measure WHEN NEW.person IS NOT OLD.person BEGIN
    SELECT RAISE (ABORT, 'owner: a row belongs to one person for good');
END;
CREATE TRIGGER note_owner BEFORE UPDATE OF person ON note WHEN NEW.person IS NOT OLD.person BEGIN
    SELECT RAISE (ABORT, 'owner: a row belongs to one person for good');
END;
CREATE TRIGGER note_section_owner BEFORE UPDATE OF person ON note_section WHEN NEW.person IS NOT OLD.person BEGIN
    SELECT RAISE (ABORT, 'owner: a row belongs to one person for good');
END;
CREATE TRIGGER addendum_owner BEFORE UPDATE OF person ON addendum WHEN NEW.person IS NOT OLD.person BEGIN
    SELECT RAISE (ABORT, 'owner: a row belongs to one person for good');
END;
CREATE TRIGGER hand_off_owner BEFORE UPDATE OF person ON hand_off WHEN NEW.person IS NOT OLD.person BEGIN
    SELECT RAISE (ABORT, 'owner: a row belongs to one person for good');
END;
CREATE TRIGGER draft_owner BEFORE UPDATE OF person ON draft WHEN NEW.person IS NOT OLD.person BEGIN
    SELECT RAISE (ABORT, 'owner: a row belongs to one person for good');
END;
CREATE TRIGGER earlier_owner BEFORE UPDATE OF person ON earlier WHEN NEW.person IS NOT OLD.person BEGIN
    SELECT RAISE (ABORT, 'owner: a row belongs to one person for good');
END;
CREATE TRIGGER undo_owner BEFORE UPDATE OF about ON undo WHEN NEW.about IS NOT OLD.about BEGIN
    SELECT RAISE (ABORT, 'owner: a row belongs to one person for good');
END;
CREATE TRIGGER origin_number_stays BEFORE UPDATE ON origin WHEN NEW.seq <> OLD.seq BEGIN
    SELECT RAISE (ABORT, 'number: others refer to a row by its number');
END;
CREATE TRIGGER origin_number_is_taken BEFORE INSERT ON origin
WHEN EXISTS (SELECT 1 FROM origin WHERE seq = NEW.seq) BEGIN
    SELECT RAISE (ABORT, 'number: others refer to a row by its number');
END;
CREATE TRIGGER practitioner_number_stays BEFORE UPDATE ON practitioner WHEN NEW.seq <> OLD.seq BEGIN
    SELECT RAISE (ABORT, 'number: others refer to a row by its number');
END;
CREATE TRIGGER practitioner_number_is_taken BEFORE INSERT ON practitioner
WHEN EXISTS (SELECT 1 FROM practitioner WHERE seq = NEW.seq) BEGIN
    SELECT RAISE (ABORT, 'number: others refer to a row by its number');
END;
CREATE TRIGGER edition_number_stays BEFORE UPDATE ON edition WHEN NEW.seq <> OLD.seq BEGIN
    SELECT RAISE (ABORT, 'number: others refer to a row by its number');
END;
CREATE TRIGGER edition_number_is_taken BEFORE INSERT ON edition
WHEN EXISTS (SELECT 1 FROM edition WHERE seq = NEW.seq) BEGIN
    SELECT RAISE (ABORT, 'number: others refer to a row by its number');
END;
CREATE TRIGGER field_number_stays BEFORE UPDATE ON field WHEN NEW.seq <> OLD.seq BEGIN
    SELECT RAISE (ABORT, 'number: others refer to a row by its number');
END;
CREATE TRIGGER field_number_is_taken BEFORE INSERT ON field
WHEN EXISTS (SELECT 1 FROM field WHERE seq = NEW.seq) BEGIN
    SELECT RAISE (ABORT, 'number: others refer to a row by its number');
END;
CREATE TRIGGER person_number_stays BEFORE UPDATE ON person WHEN NEW.seq <> OLD.seq BEGIN
    SELECT RAISE (ABORT, 'number: others refer to a row by its number');
END;
CREATE TRIGGER person_number_is_taken BEFORE INSERT ON person
WHEN EXISTS (SELECT 1 FROM person WHERE seq = NEW.seq) BEGIN
    SELECT RAISE (ABORT, 'number: others refer to a row by its number');
END;
CREATE TRIGGER series_number_stays BEFORE UPDATE ON series WHEN NEW.seq <> OLD.seq BEGIN
    SELECT RAISE (ABORT, 'number: others refer to a row by its number');
END;
CREATE TRIGGER series_number_is_taken BEFORE INSERT ON series
WHEN EXISTS (SELECT 1 FROM series WHERE seq = NEW.seq) BEGIN
    SELECT RAISE (ABORT, 'number: others refer to a row by its number');
END;
CREATE TRIGGER meeting_number_stays BEFORE UPDATE ON meeting WHEN NEW.seq <> OLD.seq BEGIN
    SELECT RAISE (ABORT, 'number: others refer to a row by its number');
END;
CREATE TRIGGER meeting_number_is_taken BEFORE INSERT ON meeting
WHEN EXISTS (SELECT 1 FROM meeting WHERE seq = NEW.seq) BEGIN
    SELECT RAISE (ABORT, 'number: others refer to a row by its number');
END;
CREATE TRIGGER session_number_stays BEFORE UPDATE ON session WHEN NEW.seq <> OLD.seq BEGIN
    SELECT RAISE (ABORT, 'number: others refer to a row by its number');
END;
CREATE TRIGGER session_number_is_taken BEFORE INSERT ON session
WHEN EXISTS (SELECT 1 FROM session WHERE seq = NEW.seq) BEGIN
    SELECT RAISE (ABORT, 'number: others refer to a row by its number');
END;
CREATE TRIGGER goal_number_stays BEFORE UPDATE ON goal WHEN NEW.seq <> OLD.seq BEGIN
    SELECT RAISE (ABORT, 'number: others refer to a row by its number');
END;
CREATE TRIGGER goal_number_is_taken BEFORE INSERT ON goal
WHEN EXISTS (SELECT 1 FROM goal WHERE seq = NEW.seq) BEGIN
    SELECT RAISE (ABORT, 'number: others refer to a row by its number');
END;
CREATE TRIGGER short_term_goal_number_stays BEFORE UPDATE ON short_term_goal WHEN NEW.seq <> OLD.seq BEGIN
    SELECT RAISE (ABORT, 'number: others refer to a row by its number');
END;
CREATE TRIGGER short_term_goal_number_is_taken BEFORE INSERT ON short_term_goal
WHEN EXISTS (SELECT 1 FROM short_term_goal WHERE seq = NEW.seq) BEGIN
    SELECT RAISE (ABORT, 'number: others refer to a row by its number');
END;
CREATE TRIGGER practice_number_stays BEFORE UPDATE ON practice WHEN NEW.seq <> OLD.seq BEGIN
    SELECT RAISE (ABORT, 'number: others refer to a row by its number');
END;
CREATE TRIGGER practice_number_is_taken BEFORE INSERT ON practice
WHEN EXISTS (SELECT 1 FROM practice WHERE seq = NEW.seq) BEGIN
    SELECT RAISE (ABORT, 'number: others refer to a row by its number');
END;
CREATE TRIGGER supporter_number_stays BEFORE UPDATE ON supporter WHEN NEW.seq <> OLD.seq BEGIN
    SELECT RAISE (ABORT, 'number: others refer to a row by its number');
END;
CREATE TRIGGER supporter_number_is_taken BEFORE INSERT ON supporter
WHEN EXISTS (SELECT 1 FROM supporter WHERE seq = NEW.seq) BEGIN
    SELECT RAISE (ABORT, 'number: others refer to a row by its number');
END;
CREATE TRIGGER consent_number_stays BEFORE UPDATE ON consent WHEN NEW.seq <> OLD.seq BEGIN
    SELECT RAISE (ABORT, 'number: others refer to a row by its number');
END;
CREATE TRIGGER consent_number_is_taken BEFORE INSERT ON consent
WHEN EXISTS (SELECT 1 FROM consent WHERE seq = NEW.seq) BEGIN
    SELECT RAISE (ABORT, 'number: others refer to a row by its number');
END;
CREATE TRIGGER sheet_number_stays BEFORE UPDATE ON sheet WHEN NEW.seq <> OLD.seq BEGIN
    SELECT RAISE (ABORT, 'number: others refer to a row by its number');
END;
CREATE TRIGGER sheet_number_is_taken BEFORE INSERT ON sheet
WHEN EXISTS (SELECT 1 FROM sheet WHERE seq = NEW.seq) BEGIN
    SELECT RAISE (ABORT, 'number: others refer to a row by its number');
END;
CREATE TRIGGER note_number_stays BEFORE UPDATE ON note WHEN NEW.seq <> OLD.seq BEGIN
    SELECT RAISE (ABORT, 'number: others refer to a row by its number');
END;
CREATE TRIGGER note_number_is_taken BEFORE INSERT ON note
WHEN EXISTS (SELECT 1 FROM note WHERE seq = NEW.seq) BEGIN
    SELECT RAISE (ABORT, 'number: others refer to a row by its number');
END;
