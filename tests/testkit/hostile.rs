//! Words that break what is not careful, and a person in whose every field they stand.

use serde_json::{Value, json};

use crate::{TestApp, details, made};

/// What was seen to break paper, markup, tables, files and shells; each must be read back to the letter.
pub const WORDS: [&str; 12] = [
    "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "]]> <!-- </w:t> <?xml version=\"1.0\"?> &amp; &lt; &#0; &bogus;",
    "#read(\"/etc/passwd\") #import \"@preview/x:1.0.0\" $ x^2 $ *a* _b_ <label> @ref \\ // /* ",
    "'; DROP TABLE people; --",
    "=HYPERLINK(\"http://x\";\"look\")",
    "+1+cmd|' /C calc'!A0",
    "-2+3",
    "@SUM(A1:A9)",
    "said \"no\", then; \"yes\",\"maybe\"\nand a second line,\nwith a third",
    "e\u{301}👩‍👩‍👧‍👦 \u{202e}שלום مرحبا 日本語 æøåÆØÅ",
    "{{constructor.constructor('alert(1)')()}} ${7*7} %s %n \\u0000 \\\"",
    "../../etc/passwd CON nul .htaccess a/b\\c:d*e?f|g",
];

/// Adds a person whose every field says the words, in a session with a signed note that was added to. Returns the person
/// and the note.
#[track_caller]
pub fn everywhere(test: &TestApp, words: &str) -> (String, String) {
    let mut details = details(words);
    details["recordNumber"] = json!(words);
    let person = made(&test.get("add_person", json!({ "details": details })));
    test.get("record_statement", json!({ "person": person, "words": words, "given": "said", "on": "2026-11-21", "chime": [] }));
    let ids = test.get("fresh_ids", json!({ "count": 3 }))["ids"].clone();
    let step = json!({ "id": ids[2], "words": words, "helper": words, "byWhen": "2026-12-01", "obstacle": words,
        "status": "active", "doneOn": null });
    let short = json!({ "id": ids[1], "words": words, "status": "active", "steps": [step] });
    test.get(
        "set_goal",
        json!({ "person": person, "goal": { "id": ids[0], "words": words, "why": words,
        "setOn": "2026-11-21", "status": "active", "shortTerm": [short], "reviews": [] } }),
    );
    supporter(test, &person, words);
    promise_in_an_earlier_session(test, &person, words);
    test.env.pass(86_400);

    let session = test.start_session(&person);
    for field in [
        "place",
        "othersPresent",
        "problemWords",
        "problemAction",
        "recalledWords",
        "agenda",
        "personItem",
        "skillWords",
        "summaryWords",
        "nextPlan",
    ] {
        test.record(
            &session,
            json!({ "kind": "words", "field": field, "text": words }),
        );
    }
    test.record(
        &session,
        json!({ "kind": "reviewGoal", "goal": ids[0], "progress": "some", "done": words,
        "obstacle": words, "nextStep": words, "stillRight": true }),
    );
    let looked_at =
        test.get("session", json!({ "session": session }))["record"]["practicesReviewed"][0]["id"]
            .clone();
    test.record(
        &session,
        json!({ "kind": "practiceReviewWords", "practice": looked_at, "whatHappened": words,
        "obstacle": words }),
    );
    agree(test, &session, words);
    test.record(
        &session,
        json!({ "kind": "topic", "topic": "what-is-recovery", "depth": "covered" }),
    );
    answer(test, &person, &session, words);
    test.get("close_session", json!({ "session": session }));

    let note = made(&test.get("draft_note", json!({ "session": session })));
    test.get(
        "write_note",
        json!({ "note": note, "section": "response", "text": words, "judgement": words,
        "confirmed": null }),
    );
    let sections = test.get("note", json!({ "note": note }))["note"]["sections"].clone();
    for section in sections.as_array().unwrap() {
        if section["unconfirmed"] == true {
            test.get(
                "write_note",
                json!({ "note": note, "section": section["kind"], "text": null,
                "judgement": null, "confirmed": true }),
            );
        }
    }
    test.get("sign_note", json!({ "note": note }));
    test.get(
        "add_addendum",
        json!({ "note": note, "words": words, "reason": words }),
    );
    (person, note)
}

fn promise_in_an_earlier_session(test: &TestApp, person: &str, words: &str) {
    let session = test.start_session(person);
    agree(test, &session, words);
    test.get("close_session", json!({ "session": session }));
}

fn agree(test: &TestApp, session: &str, words: &str) {
    let plan = json!({ "what": words, "when": words, "place": words, "withWhom": words, "materials": words, "reminder": words,
        "why": words, "confidence": 7, "obstacle": words });
    test.record(
        session,
        json!({ "kind": "agreePractice", "practice": null, "plan": plan }),
    );
}

/// Answers the first question of a topic.
fn answer(test: &TestApp, person: &str, session: &str, words: &str) {
    let page = test.get(
        "topic_page",
        json!({ "topic": "what-is-recovery", "language": "en",
        "course": "eleven-modules", "person": null }),
    );
    let blocks = page["document"]["blocks"].as_array().unwrap();
    let is_asked =
        |block: &&Value| block["kind"] == "question" && block["field"]["input"]["kind"] != "oneOf";
    let asked = blocks.iter().find(is_asked).unwrap();
    let key = json!({ "topic": "what-is-recovery", "block": asked["id"], "field": asked["field"]["id"], "row": 0, "sheet": null });
    test.get(
        "answer",
        json!({ "person": person, "session": session, "key": key,
        "value": { "kind": "text", "value": words } }),
    );
}

/// A supporter who may see everything, was called once, and is called what is said to be among the others at the meeting.
#[track_caller]
fn supporter(test: &TestApp, person: &str, words: &str) {
    let details = json!({ "name": words, "relation": words, "reach": words, "words": words });
    let ask = json!({ "person": person, "supporter": null, "details": details });
    let supporter = made(&test.get("save_supporter", ask));
    let terms = json!({ "items": ["goals", "notes"], "from": "2026-11-01", "until": null, "given": "written",
        "keptBack": words });
    test.get(
        "give_consent",
        json!({ "person": person, "supporter": supporter, "terms": terms }),
    );
    let contact = json!({ "on": "2026-11-20", "how": "met", "words": words });
    test.get(
        "add_contact",
        json!({ "person": person, "supporter": supporter, "contact": contact }),
    );
}
