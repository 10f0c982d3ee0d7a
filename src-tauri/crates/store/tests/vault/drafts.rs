//! Words that somebody began: on disk at once, and no part of the record.

use domain::PersonId;
use store::{Draft, Error, Op, Store};

use crate::kit::*;

fn begun(who: Option<u8>, place: &str, words: &str) -> Draft {
    Draft {
        place: place.to_owned(),
        person: who.map(person_id),
        words: words.to_owned(),
        at: at(11),
    }
}

fn places(store: &Store, who: PersonId) -> Vec<String> {
    store.drafts_of(who).unwrap()
}

#[test]
fn words_that_were_begun_come_back_until_they_are_dropped() {
    let mut desk = desk_with(&person(1));
    let store = &mut desk.store;
    let mut draft = begun(Some(1), "goal/1/words", "play  in a\nband, æøå");
    store.keep_draft(&draft).unwrap();
    store
        .keep_draft(&begun(None, "practitioner/name", "Sig"))
        .unwrap();
    assert_eq!(store.draft("goal/1/words").unwrap(), Some(draft.clone()));
    draft.words.push('!');
    draft.at = at(12);
    store.keep_draft(&draft).unwrap();
    assert_eq!(store.draft("goal/1/words").unwrap(), Some(draft.clone()));
    assert_eq!(places(store, person_id(1)), ["goal/1/words"]);
    // Nothing typed is no draft.
    draft.words.clear();
    store.keep_draft(&draft).unwrap();
    assert_eq!(store.draft("goal/1/words").unwrap(), None);
    store.drop_draft("practitioner/name").unwrap();
    store.drop_draft("practitioner/name").unwrap();
    assert_eq!(store.draft("practitioner/name").unwrap(), None);
}

#[test]
fn they_are_on_disk_when_the_call_returns() {
    let mut desk = desk_with(&person(1));
    let draft = begun(Some(1), "goal/1/words", "play in a band");
    desk.store.keep_draft(&draft).unwrap();
    // As a killed program leaves the folder: the log, and nothing in the main file.
    let cut = folder();
    copy_folder(desk.dir.path(), cut.path());
    std::fs::remove_file(cut.path().join("vault/vault.db-shm")).unwrap();
    let store = open(cut.path()).unwrap();
    assert_eq!(store.draft("goal/1/words").unwrap(), Some(draft));
    assert_eq!(found(&store), []);
    assert!(store.check().unwrap().is_well());
}

#[test]
fn they_leave_no_trace_in_the_trail_in_undo_or_in_what_goes_elsewhere() {
    let mut desk = desk_with(&person(1));
    let store = &mut desk.store;
    let (trail, tip, step) = (
        store.audit(at(-9), at(99)).unwrap(),
        store.chain_tip(),
        store.can_undo(None).unwrap(),
    );
    store
        .keep_draft(&begun(Some(1), "goal/1/words", "quillmark"))
        .unwrap();
    assert_eq!(store.audit(at(-9), at(99)).unwrap(), trail);
    assert_eq!(
        (store.chain_tip(), store.can_undo(None).unwrap()),
        (tip, step)
    );
    assert!(store.search("quillmark", 9).unwrap().is_empty());
    let archive = serde_json::to_string(&store.archive(person_id(1)).unwrap()).unwrap();
    assert!(!archive.contains("quillmark"));
    let rows = |store: &Store| dump(store.connection_for_tests(), "undo");
    assert!(!rows(store).contains("quillmark"));
}

#[test]
fn they_go_with_a_person_who_was_added_by_mistake_and_come_back_with_them() {
    let mut desk = desk_with(&person(1));
    let store = &mut desk.store;
    let draft = begun(Some(1), "goal/1/words", "it's mine");
    for _ in 0..2 {
        store.keep_draft(&draft).unwrap();
        assert_eq!(store.undo(None, at(12)).unwrap(), Some(Op::AddPerson));
        assert_eq!(store.draft("goal/1/words").unwrap(), None);
        assert_eq!(store.redo(None, at(13)).unwrap(), Some(Op::AddPerson));
        assert_eq!(store.draft("goal/1/words").unwrap(), Some(draft.clone()));
    }
    assert!(store.check().unwrap().is_well());
}

#[test]
fn they_belong_to_one_person_and_go_with_them() {
    let mut desk = desk_with(&person(1));
    let store = &mut desk.store;
    save_person(store, &person(2));
    store.keep_draft(&begun(Some(1), "a", "hers")).unwrap();
    store.keep_draft(&begun(Some(2), "b", "his")).unwrap();
    store.keep_draft(&begun(None, "c", "nobody's")).unwrap();
    let moved = store.keep_draft(&begun(Some(2), "a", "x"));
    assert!(matches!(moved, Err(Error::OtherPerson)), "{moved:?}");
    store.erase(person_id(1), "", at(40)).unwrap();
    assert_eq!(store.draft("a").unwrap(), None);
    assert_eq!(store.draft("b").unwrap().unwrap().words, "his");
    assert_eq!(store.draft("c").unwrap().unwrap().words, "nobody's");
}

#[test]
fn words_that_cannot_be_kept_are_refused_by_name() {
    let mut desk = desk_with(&person(1));
    let long = "x".repeat(domain::text::LONGEST_TEXT + 1);
    let kept = desk.store.keep_draft(&begun(Some(1), "a", &long));
    assert!(matches!(kept, Err(Error::TooLong { .. })), "{kept:?}");
    let kept = desk.store.keep_draft(&begun(Some(1), "a", "a\0b"));
    assert!(matches!(kept, Err(Error::Unwritable { .. })), "{kept:?}");
    let kept = desk
        .store
        .keep_draft(&begun(Some(2), "a", "nobody of that name"));
    assert!(kept.is_err());
    assert_eq!(desk.store.draft("a").unwrap(), None);
}
