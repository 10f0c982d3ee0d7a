//! The one thing that matters on a page: short paper without the rest, and the person's own goal above what to try for it.

use api::wire::PaperRequest;
use domain::{Document, document::Block};
use serde_json::{Value, json};
use tests::TestApp;

const TOPIC: &str = "what-is-recovery";

fn key(field: &str) -> Value {
    json!({ "topic": TOPIC, "block": "what-changed", "field": field, "row": 0, "sheet": null })
}

fn printed(test: &TestApp, person: Option<&str>, short: bool) -> Document {
    let paper = PaperRequest::Handouts {
        topics: vec![TOPIC.into()],
        language: Default::default(),
        course: "eleven-modules".into(),
        person: person.map(|id| id.parse().unwrap()),
        filled: person.is_some(),
        short,
        examples: false,
    };
    api::paper::documents(&test.app, &paper).unwrap().remove(0)
}

fn ids(document: &Document) -> Vec<&str> {
    let ids = document.blocks.iter().filter_map(Block::id);
    ids.map(|id| id.as_str()).collect()
}

fn goals(page: &Value) -> Value {
    let blocks = page["document"]["blocks"].as_array().unwrap();
    let practice = blocks
        .iter()
        .find(|block| block["kind"] == "practiceOptions");
    practice.unwrap()["goals"].clone()
}

#[test]
fn a_short_handout_keeps_the_one_thing_and_whatever_was_answered() {
    let test = TestApp::open();
    let person = test.add_person("Maria H.");
    let long = printed(&test, None, false);
    let weighed = long.weighed.clone().unwrap();
    let short = printed(&test, None, true);
    assert!(ids(&short).contains(&weighed.matters.as_str()));
    assert!(
        weighed
            .more
            .iter()
            .all(|id| !ids(&short).contains(&id.as_str()))
    );
    let prose = |page: &Document| {
        let prose = page.blocks.iter();
        prose
            .filter(|block| matches!(block, Block::Paragraph { .. }))
            .count()
    };
    assert_eq!(prose(&short), prose(&long));
    // Answered, a block that could be left out is printed all the same.
    let question = long.blocks.iter().find_map(|block| match block {
        Block::Question { id, .. } if weighed.more.contains(id) => Some(id.to_string()),
        _ => None,
    });
    let question = question.unwrap();
    let mut at = key("answer");
    at["block"] = json!(question);
    let words = json!({ "kind": "text", "value": "The lake." });
    test.get(
        "answer",
        json!({ "person": person, "session": null, "key": at, "value": words }),
    );
    let filled = printed(&test, Some(&person), true);
    assert!(ids(&filled).contains(&question.as_str()));
    assert!(filled.blocks.len() < long.blocks.len());
}

#[test]
fn the_persons_goal_stands_above_what_they_could_try_on_screen_and_on_filled_paper_alone() {
    let test = TestApp::open();
    let person = test.add_person("Maria H.");
    let goal = test.get("fresh_ids", json!({ "count": 2 }))["ids"].clone();
    for (place, words, status) in [
        (0_usize, "Play in a band", "active"),
        (1, "A flat", "dropped"),
    ] {
        test.get(
            "set_goal",
            json!({ "person": person, "goal": { "id": goal[place], "words": words, "why": "", "setOn": "2026-11-21",
                "status": status, "shortTerm": [], "reviews": [] } }),
        );
    }
    let page = |person: Value| {
        let ask = json!({ "topic": TOPIC, "language": "en", "course": "eleven-modules", "person": person });
        test.get("topic_page", ask)
    };
    assert_eq!(goals(&page(json!(person))), json!(["Play in a band"]));
    assert_eq!(goals(&page(json!(null))), json!([]));
    let on_paper = |document: Document| {
        let goals = document.blocks.iter().find_map(|block| match block {
            Block::PracticeOptions { goals, .. } => Some(goals.clone()),
            _ => None,
        });
        goals.unwrap()
    };
    assert_eq!(
        on_paper(printed(&test, Some(&person), false)),
        ["Play in a band"]
    );
    assert!(on_paper(printed(&test, None, false)).is_empty());
}
