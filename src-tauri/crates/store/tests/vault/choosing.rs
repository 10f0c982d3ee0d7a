//! Where a record from elsewhere differs, a person chooses: in one step that can be taken back, and never in what is signed.

use domain::AnswerValue;
use store::{Choice, Conflict, Op};

use crate::{archive::*, kit::*};

/// Chooses what came where that can be chosen, in columns of these names.
fn choices(conflicts: &[Conflict], columns: &[&str]) -> Vec<Choice> {
    conflicts
        .iter()
        .filter(|conflict| columns.contains(&conflict.column.as_str()))
        .map(|conflict| Choice {
            table: conflict.table.to_owned(),
            key: conflict.key.clone(),
            column: conflict.column.clone(),
        })
        .collect()
}

#[test]
fn what_a_person_chooses_is_taken_over_in_one_step_that_can_be_taken_back() {
    let home = home();
    let mut away = desk();
    let archive = home.store.archive(person_id(1)).unwrap();
    away.store.merge(&archive, at(50)).unwrap();
    let before = tables_of(&away.store);
    let mut json = json_of(&archive);
    json["tables"]["person"][0]["preferred_name"] = "Mia".into();
    json["tables"]["person"][0]["record_number"] = "other".into();
    json["tables"]["goal"][0]["words"] = "other".into();
    let changed = archive_of(&json);
    let plan = away.store.plan_merge(&changed, at(51)).unwrap();
    assert!(plan.added.is_empty() && plan.conflicts.iter().all(Conflict::is_open));
    // Nothing chosen is what it always was: ours stands.
    away.store.merge_choosing(&changed, &[], at(51)).unwrap();
    assert_eq!(tables_of(&away.store), before);

    let chosen = choices(&plan.conflicts, &["preferred_name", "words"]);
    away.store
        .merge_choosing(&changed, &chosen, at(52))
        .unwrap();
    let mut expected = before.clone();
    expected["person"][0]["preferred_name"] = "Mia".into();
    expected["goal"][0]["words"] = "other".into();
    assert_eq!(tables_of(&away.store), expected);
    assert!(away.store.check().unwrap().is_well());
    assert_eq!(away.store.search("Mia", 99).unwrap().len(), 1);
    let trail = away.store.audit(at(52), at(52)).unwrap();
    assert_eq!(trail.len(), 1, "{trail:?}");
    assert_eq!(
        (trail[0].op, trail[0].person),
        (Op::TakeTheirs, Some(person_id(1)))
    );
    // Chosen once, it is no conflict any more, and cannot be chosen again.
    assert!(
        away.store
            .merge_choosing(&changed, &chosen, at(53))
            .is_err()
    );
    assert_eq!(
        away.store.undo(Some(person_id(1)), at(54)).unwrap(),
        Some(Op::TakeTheirs)
    );
    assert_eq!(tables_of(&away.store), before);
    away.store.redo(Some(person_id(1)), at(55)).unwrap();
    assert_eq!(tables_of(&away.store), expected);
}

#[test]
fn what_is_signed_or_shared_is_never_chosen() {
    let home = home();
    let mut away = desk();
    let archive = home.store.archive(person_id(1)).unwrap();
    away.store.merge(&archive, at(50)).unwrap();
    let before = all_rows(&away.store);
    let mut json = json_of(&archive);
    let sessions = json["tables"]["session"].as_array().unwrap().len();
    for n in 0..sessions {
        json["tables"]["session"][n]["summary_words"] = "other".into();
    }
    json["tables"]["meeting"][0]["place"] = "elsewhere".into();
    json["tables"]["note"][0]["signed_by"] = "Somebody Else".into();
    json["tables"]["note_section"][3]["text"] = "other".into();
    json["tables"]["addendum"][0]["words"] = "other".into();
    let changed = archive_of(&json);
    let plan = away.store.plan_merge(&changed, at(51)).unwrap();
    let open: Vec<_> = plan
        .conflicts
        .iter()
        .filter(|conflict| conflict.is_open())
        .map(|conflict| conflict.table)
        .collect();
    // One of the two sessions has a signed note, and what was said in it stays as it is.
    assert_eq!((sessions, open), (2, vec!["session"]));
    let signed = plan
        .conflicts
        .iter()
        .filter(|conflict| conflict.table == "session" && conflict.signed);
    assert_eq!(signed.count(), 1);
    for conflict in plan.conflicts.iter().filter(|each| !each.is_open()) {
        let chosen = choices(std::slice::from_ref(conflict), &[conflict.column.as_str()]);
        let refused = away.store.merge_choosing(&changed, &chosen, at(52));
        assert!(refused.is_err(), "{} {}", conflict.table, conflict.column);
    }
    assert_eq!(all_rows(&away.store), before);
    assert!(away.store.check().unwrap().is_well());
}

#[test]
fn an_answer_is_taken_over_whole_and_is_the_one_that_counts() {
    let home = home();
    let mut away = desk();
    let archive = home.store.archive(person_id(1)).unwrap();
    away.store.merge(&archive, at(50)).unwrap();
    let mut json = json_of(&archive);
    // One that stands between sessions: no signed note speaks of it.
    let place = json["tables"]["answer"]
        .as_array()
        .unwrap()
        .iter()
        .position(|row| row["session"].is_null() && row["kind"] == "text")
        .expect("an answer between sessions");
    json["tables"]["answer"][place]["kind"] = "asTyped".into();
    json["tables"]["answer"][place]["value"] = "other".into();
    let changed = archive_of(&json);
    let plan = away.store.plan_merge(&changed, at(51)).unwrap();
    let columns: Vec<_> = plan
        .conflicts
        .iter()
        .map(|conflict| (conflict.column.as_str(), conflict.together))
        .collect();
    assert_eq!(columns, [("kind", Some("kind")), ("value", Some("kind"))]);
    // Either names both.
    let chosen = choices(&plan.conflicts, &["value"]);
    away.store
        .merge_choosing(&changed, &chosen, at(52))
        .unwrap();
    assert!(
        away.store
            .plan_merge(&changed, at(53))
            .unwrap()
            .conflicts
            .is_empty()
    );
    let counts = away.store.all_answers(person_id(1)).unwrap();
    assert!(
        counts
            .iter()
            .any(|answer| answer.value == AnswerValue::AsTyped("other".to_owned()))
    );
}
