//! Groups: one meeting, a session for each, one step for all, and nobody's words with anybody else.

use std::fs;

use api::{ApiError, ErrorCode, act, paper, wire::FileKind};
use domain::PersonId;
use serde_json::{Value, json};
use tests::{TestApp, details, letters_of_pdf, made};

/// Two people and what only they say, a group with both in it, and a colleague who co-signs.
struct Group {
    test: TestApp,
    maria: String,
    jonas: String,
    series: String,
    bo: String,
}

const TOPIC: &str = "what-is-recovery";

fn group_details(name: &str, leaders: Value) -> Value {
    json!({ "name": name, "course": "eleven-modules", "weekday": 6, "begins": "13:00:00", "minutes": 90,
        "place": "The yellow house", "from": "2026-09-05", "until": null, "practitioners": leaders })
}

fn join(test: &TestApp, series: &str, person: &str, from: &str) -> Result<Value, ApiError> {
    let ask = json!({ "series": series, "person": person, "from": from, "until": null });
    test.ask("save_member", ask)
}

fn a_group() -> Group {
    let test = TestApp::open();
    let colleague = json!({ "practitioner": null, "name": "Bo Friis", "title": "psychologist", "role": "coSigner", "active": true });
    let bo = made(&test.get("save_practitioner", colleague));
    let all = test.get("practitioners", json!({}));
    let keeper = all["practitioners"][0]["id"].clone();
    let leaders = json!([[keeper, "clinician"], [bo, "coSigner"]]);
    let [maria, jonas] = ["Maria Holm", "Jonas Krogh"].map(|name| test.add_person(name));
    let ask = json!({ "series": null, "details": group_details("Lakeside group", leaders) });
    let series = made(&test.get("save_group", ask));
    for person in [&maria, &jonas] {
        join(&test, &series, person, "2026-09-05").unwrap();
    }
    Group {
        test,
        maria,
        jonas,
        series,
        bo,
    }
}

impl Group {
    fn open(&self, on: Value) -> String {
        let ask = json!({ "series": self.series, "on": on });
        made(&self.test.get("open_group_meeting", ask))
    }

    fn view(&self, meeting: &str) -> Value {
        self.test
            .get("group_meeting", json!({ "meeting": meeting }))
    }

    fn came(&self, meeting: &str, people: &[&str]) -> Value {
        let ask =
            json!({ "meeting": meeting, "people": people, "attendance": { "kind": "present" } });
        self.test.get("say_who_came", ask)
    }

    fn part(&self, meeting: &str, person: &str) -> Value {
        let view = self.view(meeting);
        let parts = view["people"].as_array().unwrap().iter();
        let mut theirs = parts.filter(|part| part["person"]["id"] == person);
        theirs.next().unwrap().clone()
    }

    fn session(&self, meeting: &str, person: &str) -> String {
        self.part(meeting, person)["session"]
            .as_str()
            .unwrap()
            .to_owned()
    }

    fn plan(&self, meeting: &str, part: Value) -> Value {
        let ask = json!({ "meeting": meeting, "part": part });
        self.test.get("plan_group_meeting", ask)
    }

    fn sign(&self, session: &str) -> String {
        let note = made(&self.test.get("draft_note", json!({ "session": session })));
        self.test.get("sign_note", json!({ "note": note }));
        note
    }
}

#[test]
fn a_group_meets_and_each_has_a_session_of_their_own_in_it() {
    let group = a_group();
    let test = &group.test;
    let today = test.get("today", json!({}));
    assert_eq!(today["groups"][0]["series"]["name"], "Lakeside group");
    assert_eq!(today["groups"][0]["meetsToday"], true);
    let meeting = group.open(Value::Null);
    assert_eq!(group.open(Value::Null), meeting, "one a day");
    let view = group.view(&meeting);
    assert_eq!(view["place"], "The yellow house");
    assert_eq!(view["minutes"], 90);
    assert!(
        view["people"]
            .as_array()
            .unwrap()
            .iter()
            .all(|part| part["attendance"].is_null()),
        "nobody is taken to have come"
    );
    let nothing = json!({ "meeting": meeting, "topic": TOPIC, "depth": "covered" });
    let refused = test.ask("cover_topic", nothing.clone()).unwrap_err();
    assert_eq!(refused.code, ErrorCode::NobodyCame);

    group.came(&meeting, &[&group.maria]);
    let ill = json!({ "meeting": meeting, "people": [group.jonas], "attendance": { "kind": "cancelled", "reason": "a cold" } });
    test.get("say_who_came", ill);
    let absent = test.get(
        "session",
        json!({ "session": group.session(&meeting, &group.jonas) }),
    );
    assert_eq!(absent["record"]["attendance"]["reason"], "a cold");
    assert!(!absent["record"]["closedAt"].is_null());
    // He came after all.
    let change = group.came(&meeting, &[&group.jonas]);
    assert_eq!(change["touched"]["person"], json!(group.jonas));
    let there = test.get(
        "session",
        json!({ "session": group.session(&meeting, &group.jonas) }),
    );
    assert!(there["record"]["closedAt"].is_null());
    assert_eq!(there["record"]["format"], "group");
    assert_eq!(there["group"], "Lakeside group");
    assert_eq!(there["ledBy"][1]["signature"], "Bo Friis, psychologist");

    let change = test.get("cover_topic", nothing);
    assert!(
        change["touched"]["person"].is_null(),
        "of several nobody is named"
    );
    for person in [&group.maria, &group.jonas] {
        let session = group.session(&meeting, person);
        let record = test.get("session_record", json!({ "session": session }));
        assert_eq!(record["topics"][0]["topic"], TOPIC);
        assert_eq!(record["topics"][0]["depth"], "covered");
    }
    // Each can take back theirs, and the other's stays.
    test.get("undo", json!({ "person": group.jonas }));
    assert_eq!(group.part(&meeting, &group.jonas)["topics"], json!([]));
    assert_eq!(group.part(&meeting, &group.maria)["topics"], json!([TOPIC]));

    let today = test.get("today", json!({}));
    assert_eq!(today["meetings"], json!([]), "they stand with their group");
    assert_eq!(today["groups"][0]["meeting"], json!(meeting));
    let ask = json!({ "meeting": meeting, "minutes": 85 });
    test.get("close_group_meeting", ask);
    assert_eq!(group.view(&meeting)["closed"], true);
    let record = test.get(
        "session_record",
        json!({ "session": group.session(&meeting, &group.maria) }),
    );
    assert_eq!(record["lengthSaid"], 85);
    let line = test.get("group", json!({ "series": group.series }))["meetings"][0].clone();
    assert_eq!((&line["came"], &line["closed"]), (&json!(2), &json!(true)));
}

#[test]
fn whoever_waited_longest_is_offered_the_turn_and_a_person_picks() {
    let group = a_group();
    let first = group.open(json!("2026-11-07"));
    group.came(&first, &[&group.maria, &group.jonas]);
    let turn = json!({ "kind": "goalTurn", "theirs": true });
    group
        .test
        .record(&group.session(&first, &group.maria), turn.clone());
    let second = group.open(json!("2026-11-14"));
    group.came(&second, &[&group.maria, &group.jonas]);
    let view = group.view(&second);
    assert_eq!(view["waiting"], json!([group.jonas, group.maria]));
    assert_eq!(group.part(&second, &group.maria)["lastTurn"], "2026-11-07");
    assert!(
        view["people"]
            .as_array()
            .unwrap()
            .iter()
            .all(|part| part["goalTurn"] == false),
        "nobody is chosen"
    );
    group
        .test
        .record(&group.session(&second, &group.maria), turn);
    assert_eq!(group.view(&second)["waiting"], json!([group.jonas]));
}

#[test]
fn nobodys_words_stand_in_anybody_elses_note_handout_or_export() {
    let group = a_group();
    let test = &group.test;
    let meeting = group.open(Value::Null);
    group.came(&meeting, &[&group.maria, &group.jonas]);
    group.plan(&meeting, json!({ "kind": "topics", "topics": [TOPIC] }));
    group.plan(
        &meeting,
        json!({ "kind": "agenda", "text": "Planmark: Maria first, then Jonas." }),
    );
    assert_eq!(
        group.view(&meeting)["named"],
        json!(["Jonas Krogh", "Maria Holm"])
    );
    test.get(
        "cover_topic",
        json!({ "meeting": meeting, "topic": TOPIC, "depth": "covered" }),
    );
    for (person, mark) in [(&group.maria, "marmalade"), (&group.jonas, "juniper")] {
        let session = group.session(&meeting, person);
        let goal = test.get("fresh_ids", json!({ "count": 1 }))["ids"][0].clone();
        let words = json!({ "id": goal, "words": format!("{mark} goal"), "why": "", "setOn": "2026-11-21", "status": "active", "shortTerm": [], "reviews": [] });
        test.get("set_goal", json!({ "person": person, "goal": words }));
        test.record(&session, json!({ "kind": "goalTurn", "theirs": true }));
        test.record(&session, json!({ "kind": "reviewGoal", "goal": goal, "progress": "some", "done": format!("{mark} done"), "obstacle": "", "nextStep": "", "stillRight": null }));
        test.record(&session, json!({ "kind": "agreePractice", "practice": null, "plan": { "what": format!("{mark} practice") } }));
        test.record(
            &session,
            json!({ "kind": "words", "field": "summaryWords", "text": format!("{mark} summary") }),
        );
    }
    test.get(
        "close_group_meeting",
        json!({ "meeting": meeting, "minutes": 90 }),
    );
    let all = [
        (&group.maria, "Maria", "marmalade"),
        (&group.jonas, "Jonas", "juniper"),
    ];
    for (person, name, mark) in all {
        let (_, other_name, other) = all.iter().find(|(one, ..)| *one != person).unwrap();
        let session = group.session(&meeting, person);
        let note = group.sign(&session);
        let id: PersonId = serde_json::from_value(json!(person)).unwrap();
        let folder = test.dir.path().join(format!("folder of {name}"));
        let done = act::exports::save_folder_in(&test.app, id, "", &folder).unwrap();
        assert!(done.not_saved.is_empty());
        let mut told = String::new();
        let mut folders = vec![std::path::PathBuf::from(done.folder.unwrap())];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    folders.push(path);
                } else {
                    told += &String::from_utf8_lossy(&fs::read(path).unwrap());
                }
            }
        }
        let record = test.dir.path().join(format!("{name}.json"));
        let _ = act::exports::save_record_in(&test.app, id, "", &record).unwrap();
        told += &fs::read_to_string(record).unwrap();
        for kind in ["note", "goals"] {
            let paper = json!({ "kind": kind, "note": note, "person": person });
            let paper = match kind {
                "note" => json!({ "kind": kind, "note": note }),
                _ => json!({ "kind": kind, "person": paper["person"] }),
            };
            let paper = serde_json::from_value(paper).unwrap();
            told += &format!("{:?}", paper::documents(&test.app, &paper).unwrap());
        }
        let fhir = test.dir.path().join(format!("{name} note.json"));
        let pages =
            json!({ "paper": { "kind": "note", "note": note }, "size": "normal", "format": null });
        let pages = serde_json::from_value(pages).unwrap();
        let _ = act::hand_off::save_paper_in(&test.app, &pages, "", FileKind::Fhir, &fhir).unwrap();
        told += &fs::read_to_string(fhir).unwrap();
        told += &test.get("note", json!({ "note": note })).to_string();
        told += &test
            .get("session", json!({ "session": session }))
            .to_string();
        told += &test.get("person", json!({ "person": person })).to_string();
        let archive = test.app.with_store(|store| Ok(store.archive(id)?)).unwrap();
        told += &serde_json::to_string(&archive).unwrap();
        assert!(told.contains(mark), "or nothing was looked at");
        for stranger in [other, other_name, &"Planmark"] {
            assert!(!told.contains(stranger), "{name} is told of {stranger}");
        }
    }
}

#[test]
fn the_handouts_of_all_are_one_job_and_each_ones_stand_in_the_ledger() {
    let group = a_group();
    let test = &group.test;
    let mut large = details("Jonas Krogh");
    large["language"] = json!("da");
    large["printSize"] = json!("large");
    test.get(
        "edit_person",
        json!({ "person": group.jonas, "details": large }),
    );
    let paper = json!({ "kind": "together", "people": [group.maria, group.jonas], "topics": [TOPIC], "filled": false, "short": true });
    let pages = json!({ "paper": paper, "size": "normal", "format": null });
    let path = test.dir.path().join("all.pdf");
    let ask = serde_json::from_value(pages).unwrap();
    let _ = act::hand_off::save_paper_in(&test.app, &ask, "", FileKind::Pdf, &path).unwrap();
    let letters = letters_of_pdf(&fs::read(path).unwrap());
    let (hers, his) = letters.split_at(letters.find("JonasKrogh").unwrap());
    assert!(hers.contains("MariaHolm") && !his.contains("MariaHolm"));
    let documents = paper::documents(&test.app, &ask.paper).unwrap();
    let named = |place: usize| documents[place].person.as_ref().unwrap().name.clone();
    assert_eq!(
        (named(0), named(1)),
        ("Maria Holm".to_owned(), "Jonas Krogh".to_owned())
    );
    let left = test.get("hand_off", json!({}))["left"].clone();
    let whose: Vec<_> = left
        .as_array()
        .unwrap()
        .iter()
        .map(|gone| gone["person"]["name"].clone())
        .collect();
    assert_eq!(whose.len(), 2);
    assert!(whose.contains(&json!("Maria Holm")) && whose.contains(&json!("Jonas Krogh")));
}

#[test]
fn a_turned_room_shows_the_page_and_nothing_of_anybody() {
    let group = a_group();
    let test = &group.test;
    let meeting = group.open(Value::Null);
    group.came(&meeting, &[&group.maria, &group.jonas]);
    let turn = json!({ "meeting": meeting, "topic": TOPIC });
    let refused = test.ask("turn_screen_to_room", turn.clone()).unwrap_err();
    assert_eq!(refused.code, ErrorCode::NoPin);
    test.get("set_pin", json!({ "pin": "2580" }));
    let shown = test.get("turn_screen_to_room", turn).to_string();
    let page = test
        .ask_from(api::Window::Turned, "turned_page", json!({}))
        .unwrap();
    for name in ["Maria", "Jonas"] {
        assert!(!shown.contains(name) && !page.to_string().contains(name));
    }
    assert_eq!(page["firstName"], "");
    assert_eq!(page["document"]["answers"], json!([]));
    assert!(page["document"]["person"].is_null());
    // Nobody answers there, nothing else is reached, and no session's time is counted.
    let key = json!({ "topic": TOPIC, "block": "x", "field": "y", "row": 0, "sheet": null });
    let answer = json!({ "key": key, "value": { "kind": "text", "value": "Maria" } });
    let refused = test
        .ask_from(api::Window::Turned, "turned_answer", answer)
        .unwrap_err();
    assert_eq!(refused.code, ErrorCode::ScreenTurned);
    let spend = json!({ "session": group.session_while_open(&meeting), "seconds": 5 });
    assert_eq!(
        test.ask("spend_time", spend).unwrap_err().code,
        ErrorCode::ScreenTurned
    );
    let refused = test.ask("people", json!({})).unwrap_err();
    assert_eq!(refused.code, ErrorCode::ScreenTurned);
    assert_eq!(
        test.get("turn_back", json!({ "pin": "2580" }))["back"],
        true
    );
}

impl Group {
    /// Looked up in the store, since the screen is turned.
    fn session_while_open(&self, meeting: &str) -> String {
        let meeting = serde_json::from_value(json!(meeting)).unwrap();
        let parts = self
            .test
            .app
            .with_store(|store| Ok(store.parts_of(meeting)?));
        parts.unwrap()[0].session.to_string()
    }
}

#[test]
fn a_group_takes_ten_and_says_what_else_is_wrong_in_one_code() {
    let group = a_group();
    let test = &group.test;
    for number in 3..=10 {
        let person = test.add_person(&format!("Person {number}"));
        join(test, &group.series, &person, "2026-11-01").unwrap();
    }
    let view = test.get("group", json!({ "series": group.series }));
    assert_eq!(
        (&view["room"], &view["aboveBest"]),
        (&json!(0), &json!(true))
    );
    let eleventh = test.add_person("Person 11");
    let refused = join(test, &group.series, &eleventh, "2026-11-21").unwrap_err();
    assert_eq!(refused.code, ErrorCode::GroupFull);
    let again = join(test, &group.series, &group.maria, "2026-11-21").unwrap_err();
    assert_eq!(again.code, ErrorCode::InGroupAlready);
    let ends = json!({ "series": group.series, "person": group.maria, "from": "2026-09-05", "until": "2026-09-01" });
    assert_eq!(
        test.ask("save_member", ends).unwrap_err().code,
        ErrorCode::GroupEndsFirst
    );
    let left = json!({ "series": group.series, "person": group.maria, "from": "2026-09-05", "until": "2026-11-20" });
    test.get("save_member", left);
    join(test, &group.series, &eleventh, "2026-11-21").unwrap();
    let nameless = json!({ "series": null, "details": group_details(" ", json!([])) });
    assert_eq!(
        test.ask("save_group", nameless).unwrap_err().code,
        ErrorCode::NameMissing
    );
    // Somebody of no group gets no part in its meeting.
    let meeting = group.open(Value::Null);
    let stranger = test.add_person("Somebody else");
    let ask =
        json!({ "meeting": meeting, "people": [stranger], "attendance": { "kind": "present" } });
    assert_eq!(
        test.ask("say_who_came", ask).unwrap_err().code,
        ErrorCode::NotFound
    );
}

#[test]
fn what_nobody_closed_or_opened_waits_in_the_worklist_until_somebody_says() {
    let group = a_group();
    let test = &group.test;
    let list = |test: &TestApp| test.get("worklist", json!({}))["groupsLeft"].clone();
    // Last Saturday went by without a meeting.
    assert_eq!(list(test)[0]["on"], "2026-11-14");
    assert!(list(test)[0]["meeting"].is_null());
    let meeting = group.open(json!("2026-11-14"));
    assert_eq!(
        list(test)[0]["meeting"],
        json!(meeting),
        "opened, and nothing said"
    );
    group.came(&meeting, &[&group.maria]);
    assert_eq!(list(test)[0]["open"], 1);
    assert_eq!(
        test.get("worklist", json!({}))["leftOpen"],
        json!([]),
        "it stands with its group"
    );
    test.get(
        "close_group_meeting",
        json!({ "meeting": meeting, "minutes": null, "asOfItsDay": true }),
    );
    assert_eq!(list(test), json!([]));
}

#[test]
fn a_meeting_begun_by_mistake_goes_with_its_sessions_and_undo_brings_it_back() {
    let group = a_group();
    let test = &group.test;
    let meeting = group.open(Value::Null);
    group.came(&meeting, &[&group.maria, &group.jonas]);
    let nothing = json!({ "meeting": meeting, "reason": " " });
    assert_eq!(
        test.ask("discard_group_meeting", nothing).unwrap_err().code,
        ErrorCode::ReasonMissing
    );
    test.get(
        "discard_group_meeting",
        json!({ "meeting": meeting, "reason": "wrong day" }),
    );
    assert!(
        test.ask("group_meeting", json!({ "meeting": meeting }))
            .is_err()
    );
    for _ in 0..3 {
        test.get("undo", json!({}));
    }
    let back = group.view(&meeting);
    assert!(
        back["people"]
            .as_array()
            .unwrap()
            .iter()
            .all(|part| part["attendance"]["kind"] == "present")
    );
    // Once a note is signed it stays.
    group.sign(&group.session(&meeting, &group.maria));
    let ask = json!({ "meeting": meeting, "reason": "wrong day" });
    assert_eq!(
        test.ask("discard_group_meeting", ask).unwrap_err().code,
        ErrorCode::AlreadySigned
    );
}

#[test]
fn who_led_stands_in_the_note_as_it_was_signed_and_a_second_one_co_signs_it() {
    let group = a_group();
    let test = &group.test;
    let session = test.start_session(&group.maria);
    let record = test.get("session_record", json!({ "session": session }));
    let keeper = test.get("practitioners", json!({}))["practitioners"][0]["id"].clone();
    let led = |leaders: Value| json!({ "meeting": record["meeting"], "leaders": leaders });
    test.get(
        "set_leaders",
        led(json!([[keeper, "clinician"], [group.bo, "coSigner"]])),
    );
    let note = group.sign(&session);
    // Whoever leaves, and what is changed later, is not what was signed.
    test.get("set_leaders", led(json!([[keeper, "clinician"]])));
    let view = test.get("note", json!({ "note": note }));
    let facts = &view["note"]["state"]["facts"]["practitioners"];
    assert_eq!(
        facts,
        &json!(["Ingrid Dahl, psychiatric nurse", "Bo Friis, psychologist"])
    );
    assert_eq!(
        test.get("hand_off", json!({}))["toCoSign"],
        json!([]),
        "nobody waits any more"
    );
    test.get(
        "set_leaders",
        led(json!([[keeper, "clinician"], [group.bo, "coSigner"]])),
    );
    assert_eq!(
        test.get("hand_off", json!({}))["toCoSign"][0]["id"],
        json!(note)
    );

    let sign = |who: &Value, name: &str| {
        let ask =
            json!({ "note": note, "practitioner": who, "name": name, "words": "Read and agreed." });
        test.ask("co_sign_note", ask)
    };
    assert_eq!(
        sign(&json!(group.bo), "Bo Fris").unwrap_err().code,
        ErrorCode::CoSignerDiffers
    );
    assert_eq!(
        sign(&keeper, "Ingrid Dahl").unwrap_err().code,
        ErrorCode::CoSignerSigned
    );
    sign(&json!(group.bo), " bo  FRIIS ").unwrap();
    assert_eq!(
        sign(&json!(group.bo), "Bo Friis").unwrap_err().code,
        ErrorCode::CoSignerSigned
    );
    let desk = test.get("hand_off", json!({}));
    assert_eq!(
        (&desk["toCoSign"], &desk["coSigned"]),
        (&json!([]), &json!([note]))
    );
    let paper = serde_json::from_value(json!({ "kind": "note", "note": note })).unwrap();
    let printed = format!("{:?}", paper::documents(&test.app, &paper).unwrap());
    let (first, second) = (
        printed.find("Ingrid Dahl, psychiatric nurse").unwrap(),
        printed.rfind("Bo Friis, psychologist").unwrap(),
    );
    assert!(first < second && printed.contains("Read and agreed."));
    assert!(
        !printed.contains("Added after signing"),
        "it is a signature and no addition"
    );
    assert_eq!(test.get("check_vault", json!({}))["whole"], true);
    assert!(test.get("check_vault", json!({}))["notesBrokenAt"].is_null());
    let ledger = test.get(
        "look_through_ledger",
        json!({ "kind": "signed", "person": null, "from": null, "until": null, "before": null }),
    );
    assert!(ledger.to_string().contains("coSignNote"), "{ledger}");
    // A draft takes none.
    let other = test.start_session(&group.jonas);
    let draft = made(&test.get("draft_note", json!({ "session": other })));
    let ask = json!({ "note": draft, "practitioner": group.bo, "name": "Bo Friis", "words": "" });
    assert_eq!(
        test.ask("co_sign_note", ask).unwrap_err().code,
        ErrorCode::NotFound
    );
}
