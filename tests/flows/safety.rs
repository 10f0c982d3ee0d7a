//! What software in this field must never do: a test for each line that software can break (reference 6.3).
//!
//! Many lines were tested where the thing itself is. `ELSEWHERE` names those tests, and one here holds that they are there;
//! the lines that nothing held stand below, each under its own words.

use std::{fs, path::Path};

use api::{
    ErrorCode, act,
    commands::COMMANDS,
    wire::{MakePaper, PaperRequest},
};
use serde_json::{Value, json};
use tests::{TestApp, made};

/// Lines that tests elsewhere hold: the line in short, the file, the test.
const ELSEWHERE: &[(&str, &str, &str)] = &[
    (
        "the crisis page needs no network and no log-in",
        "tests/flows/leaving.rs",
        "printing_and_saving_are_rows_like_all_others_and_keep_the_same_gate",
    ),
    (
        "the crisis page is a visible blank until somebody enters numbers",
        "tests/flows/services.rs",
        "nothing_is_shown_that_nobody_entered",
    ),
    (
        "contacts that somebody entered are found on every page that speaks of danger",
        "tests/flows/services.rs",
        "every_way_out_shows_the_services_of_this_computer",
    ),
    (
        "the crisis page opens with one key from everywhere",
        "ui/src/shortcuts.test.ts",
        "help has one key everywhere",
    ),
    (
        "own words are never changed",
        "tests/flows/spine.rs",
        "own_words_are_kept_to_the_letter_and_every_version_stays",
    ),
    (
        "nothing is sent: no program of ours talks to a server",
        "tests/tidy/dependencies.rs",
        "nothing_in_the_programs_talks_to_a_server",
    ),
    (
        "one person's data is never shown to another",
        "tests/flows/boundary.rs",
        "two_people_never_meet_in_one_view",
    ),
    (
        "each page of several people bears one name",
        "tests/flows/handouts.rs",
        "pages_of_several_people_go_to_the_printer_once_and_each_bears_one_name",
    ),
    (
        "words copied in one record are not pasted into another unasked",
        "ui/src/guard.test.ts",
        "asks before words of another person",
    ),
    (
        "what a supporter may not see leaves only when that was confirmed; a withdrawn consent is none",
        "tests/flows/supporters.rs",
        "what_a_supporter_may_not_see_leaves_only_when_that_was_confirmed_and_the_ledger_says_so",
    ),
    (
        "a signed note is never overwritten",
        "tests/flows/spine.rs",
        "a_signed_note_can_only_be_added_to",
    ),
    (
        "erasing leaves its line in the ledger",
        "tests/flows/erasure.rs",
        "a_person_is_erased_for_a_reason_and_the_receipt_says_what_had_to_stay",
    ),
    (
        "a peer at the handout desk sees no record",
        "tests/flows/boundary.rs",
        "the_handout_desk_needs_no_vault_and_makes_no_folder",
    ),
    (
        "a person needs a name and nothing more",
        "tests/flows/input.rs",
        "a_person_needs_a_name_and_nothing_more",
    ),
    (
        "the screen that faces the person shows the one page that was chosen",
        "tests/flows/vault.rs",
        "the_turned_screen_sees_one_page_and_nothing_else",
    ),
    (
        "a score says what is missing",
        "tests/flows/forms.rs",
        "a_score_is_given_only_when_enough_is_answered",
    ),
    (
        "the mirror is about the work: nobody has a level",
        "tests/flows/mirror.rs",
        "what_is_ticked_and_recorded_is_counted_with_who_and_which_session",
    ),
];

fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
}

/// Every file under a folder with one of these endings, with its text.
fn texts(under: &str, endings: &[&str]) -> Vec<(String, String)> {
    let mut folders = vec![root().join(under)];
    let mut found = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if endings
                .iter()
                .any(|ending| path.extension().is_some_and(|e| e == *ending))
            {
                let text = fs::read_to_string(&path).unwrap();
                found.push((path.display().to_string(), text));
            }
        }
    }
    assert!(!found.is_empty(), "{under}");
    found
}

/// What people read: the messages of the window, the words of paper, and the pages.
fn read_by_people() -> Vec<(String, String)> {
    [
        texts("ui/messages", &["json"]),
        texts("src-tauri/crates/api/src/read/labels", &["json"]),
        texts("curriculum/content", &["md"]),
    ]
    .concat()
}

fn words_of(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
}

#[test]
fn each_line_that_is_held_elsewhere_has_its_test_there() {
    for (line, file, test) in ELSEWHERE {
        let text = fs::read_to_string(root().join(file)).unwrap();
        assert!(text.contains(test), "“{line}”: no `{test}` in {file}");
    }
}

/// "Never present itself as assessing, predicting or ruling out suicide risk; no risk score from text, no automatic
/// diagnosis."
#[test]
fn nothing_judges_risk_and_the_program_says_that_it_is_no_medical_device() {
    let judges = [
        "risk",
        "predict",
        "diagnos",
        "triage",
        "suicid",
        "screen_for",
    ];
    for command in COMMANDS {
        for word in judges {
            assert!(!command.name.contains(word), "{} judges", command.name);
        }
    }
    // What a practitioner judges of risk is asked of them, and empty until they write it.
    let test = TestApp::open();
    let person = test.add_person("Maria H.");
    let session = test.start_session(&person);
    let entry = json!({ "kind": "words", "field": "problemWords", "text": "I want to die. I have a plan." });
    test.record(&session, json!({ "kind": "majorProblem", "present": true }));
    test.record(&session, entry);
    let note = made(&test.get("draft_note", json!({ "session": session })));
    let view = test.get("note", json!({ "note": note }));
    for section in view["note"]["sections"].as_array().unwrap() {
        assert_eq!(section["judgement"], "", "{section}");
    }
    let devices = [
        ("en", "not a medical device"),
        ("da", "ikke medicinsk udstyr"),
        ("nb", "ikke medisinsk utstyr"),
    ];
    for (lang, says) in devices {
        let messages = texts(&format!("ui/messages/{lang}"), &["json"]);
        assert!(
            messages.iter().any(|(_, text)| text.contains(says)),
            "{lang}"
        );
    }
}

/// "Never hide, delay or require a network or log-in for crisis contacts; offline, printable."
#[test]
fn the_crisis_page_is_printed_with_no_vault_and_with_a_locked_one() {
    let ask: MakePaper = serde_json::from_value(
        json!({ "paper": { "kind": "helpNow" }, "size": "normal", "format": null }),
    )
    .unwrap();
    let test = TestApp::new();
    assert!(
        api::paper::pdf(&test.app, &ask)
            .unwrap()
            .starts_with(b"%PDF")
    );
    let test = TestApp::open();
    test.get("lock", json!({}));
    assert!(
        api::paper::pdf(&test.app, &ask)
            .unwrap()
            .starts_with(b"%PDF")
    );
    for name in ["help_now", "site_services"] {
        let facts = COMMANDS.iter().find(|row| row.name == name).unwrap().facts;
        assert!(
            facts.locked && facts.turned,
            "{name} is answered on every screen"
        );
    }
}

/// "Never ship hard-coded emergency numbers as if valid everywhere."
#[test]
fn no_emergency_number_is_shipped() {
    let numbers = [
        "112", "113", "911", "988", "999", "1813", "116123", "116117", "741741", "70201201",
    ];
    for (file, text) in read_by_people() {
        for word in words_of(&text) {
            assert!(!numbers.contains(&word), "{file}: {word}");
        }
    }
}

/// "Never auto-fill clinical content, ticks, ratings or quotations the person did not give."
#[test]
fn nothing_is_ticked_rated_or_quoted_beforehand() {
    let test = TestApp::sample();
    let person = test.add_person("Maria H.");
    let session = test.start_session(&person);
    let record = test.get("session_record", json!({ "session": session }));
    for empty in [
        "techniques",
        "topics",
        "practicesAgreed",
        "practicesReviewed",
        "goalReviews",
    ] {
        assert_eq!(record[empty], json!([]), "{empty}");
    }
    for unsaid in ["majorProblem", "recalled", "skill", "lengthSaid"] {
        assert_eq!(record[unsaid], Value::Null, "{unsaid}");
    }
    for form in ["imr-scale-person", "relapse-prevention-plan", "certificate"] {
        let sheet = made(&test.get("open_form", json!({ "person": person, "form": form })));
        let page = test.get("open_sheet", json!({ "person": person, "sheet": sheet }));
        assert_eq!(page["document"]["answers"], json!([]), "{form}");
    }
    let mirror = test.get(
        "mirror",
        json!({ "on": null, "person": null, "language": "en" }),
    );
    for line in mirror["items"].as_array().unwrap() {
        assert_eq!(line["chosen"], Value::Null, "{line}");
    }
    let ending = test.get("ending", json!({ "person": person }));
    assert_eq!(
        (&ending["boosters"], &ending["endings"]),
        (&json!([]), &json!([]))
    );
}

/// "Never advise to stop or change medication; no doses."
#[test]
fn no_page_gives_a_dose() {
    let units = ["mg", "mcg", "milligram", "milligrams", "ml", "millilitres"];
    for (file, text) in read_by_people() {
        let words: Vec<&str> = words_of(&text).collect();
        for pair in words.windows(2) {
            let [amount, unit] = pair else { continue };
            let dose = amount.parse::<u32>().is_ok() && units.contains(unit);
            assert!(!dose, "{file}: {amount} {unit}");
        }
    }
}

/// "Never gamify, shame, or punish missed sessions, relapse or substance use."
#[test]
fn the_window_neither_plays_nor_scolds() {
    let never = [
        "streak",
        "badge",
        "leaderboard",
        "points",
        "congratulations",
        "hurray",
        "oops",
        "non-compliant",
        "noncompliant",
        "compliance",
        "failed to attend",
        "drop-out",
        "dropout",
        "addict",
        "abuser",
    ];
    for (file, text) in texts("ui/messages/en", &["json"]) {
        let said: serde_json::Map<String, Value> = serde_json::from_str(&text).unwrap();
        for (key, words) in said {
            let words = words.to_string().to_lowercase();
            for one in never {
                assert!(!words.contains(one), "{file}: {key} says “{one}”");
            }
        }
    }
}

/// "Never show one person's data to another: on print, check name on every page." And never the data of somebody else on
/// paper that is one person's.
#[test]
fn paper_of_one_person_bears_their_name_and_nobody_elses() {
    let test = TestApp::open();
    let maria = test.add_person("Maria Quicksilver");
    let ole = test.add_person("Ole Thunderbolt");
    for (person, words) in [(&maria, "My mornings back."), (&ole, "A boat of my own.")] {
        let ask = json!({ "person": person, "words": words, "given": "said", "on": "2026-11-21", "chime": [] });
        test.get("record_statement", ask);
    }
    for kind in ["goals", "folder"] {
        let paper: PaperRequest =
            serde_json::from_value(json!({ "kind": kind, "person": maria })).unwrap();
        let documents = api::paper::documents(&test.app, &paper).unwrap();
        assert!(!documents.is_empty());
        for document in documents {
            let name = document.person.as_ref().map(|line| line.name.as_str());
            assert_eq!(
                name,
                Some("Maria Quicksilver"),
                "{kind}: {}",
                document.title
            );
            let text = format!("{document:?}");
            assert!(
                !text.contains("Thunderbolt") && !text.contains("boat"),
                "{kind}"
            );
        }
    }
}

/// "Never let a withdrawn consent keep printing to that supporter": the papers of this part of the program ask as well.
#[test]
fn the_folder_asks_for_consent_before_it_goes_to_a_supporter() {
    let test = TestApp::open();
    let person = test.add_person("Maria H.");
    let ask = json!({ "person": person, "supporter": null, "details": { "name": "Ann Berg" } });
    let ann = made(&test.get("save_supporter", ask));
    let items = ["goals", "practices", "handouts", "relapsePlan", "medicines"];
    let terms = json!({ "items": items, "from": "2026-11-01", "until": null, "given": "said", "keptBack": "" });
    let consent = made(&test.get(
        "give_consent",
        json!({ "person": person, "supporter": ann, "terms": terms }),
    ));
    let pages = json!({ "paper": { "kind": "folder", "person": person }, "size": "normal", "format": null });
    let pages: MakePaper = serde_json::from_value(pages).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let save = |name: &str| {
        act::hand_off::save_paper_as(&test.app, &pages, "Ann Berg", &folder.path().join(name))
    };
    let _ = save("with.pdf").unwrap();
    let ask = json!({ "person": person, "consent": consent, "on": "2026-11-21" });
    test.get("withdraw_consent", ask);
    assert_eq!(
        save("without.pdf").unwrap_err().code,
        ErrorCode::ConsentMissing
    );
    assert!(!folder.path().join("without.pdf").exists());
}

/// "Never delete without audit."
#[test]
fn what_is_taken_out_stands_in_the_ledger() {
    let test = TestApp::open();
    let person = test.add_person("Maria H.");
    let before = test.get("app_state", json!({}))["vault"]["chain"]["sequence"].clone();
    let plan = json!({ "on": "2026-12-21", "words": "", "outcome": null });
    let booster = made(&test.get(
        "save_booster",
        json!({ "person": person, "booster": null, "plan": plan }),
    ));
    test.get(
        "remove_booster",
        json!({ "person": person, "booster": booster }),
    );
    let after = test.get("app_state", json!({}))["vault"]["chain"]["sequence"].clone();
    assert_eq!(after.as_u64().unwrap() - before.as_u64().unwrap(), 2);
}

/// "Never block the practitioner: a session must be recordable even when forms are incomplete."
#[test]
fn an_empty_session_is_closed_and_its_note_signed() {
    let test = TestApp::open();
    let person = test.add_person("Maria H.");
    let session = test.start_session(&person);
    test.get("close_session", json!({ "session": session }));
    let note = made(&test.get("draft_note", json!({ "session": session })));
    test.get("sign_note", json!({ "note": note }));
    // Neither an ending nor a gap keeps anybody from a session.
    let ask = json!({ "person": person, "ending": null, "on": "2026-11-21", "words": "" });
    test.get("end_course", ask);
    test.env.pass(100 * 86_400);
    test.start_session(&person);
}

/// "Never place distressing symptom checklists on a screen facing the person without practitioner choice."
#[test]
fn the_screen_is_turned_with_a_page_that_was_named_and_no_command_of_ours_turns_it() {
    let turned: Vec<&str> = COMMANDS
        .iter()
        .filter(|row| row.facts.turned)
        .map(|row| row.name)
        .collect();
    for ours in [
        "mirror",
        "ending",
        "earlier_texts",
        "supervision_log",
        "where_were_we",
        "due_boosters",
    ] {
        assert!(!turned.contains(&ours), "{ours}");
    }
    let test = TestApp::open();
    let person = test.add_person("Maria H.");
    let session = test.start_session(&person);
    let nothing = test.ask("turn_screen", json!({ "session": session }));
    assert_eq!(nothing.unwrap_err().code, ErrorCode::BadRequest);
}

/// "Never treat IMR Scale change as proof of benefit."
#[test]
fn a_scale_is_shown_with_a_caution() {
    for lang in ["en", "da", "nb"] {
        let path = root().join(format!("ui/messages/{lang}/outcomes.json"));
        let said: Value = serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
        assert!(
            said["outcomes_caution"].as_str().unwrap().len() > 20,
            "{lang}"
        );
    }
    let results = fs::read_to_string(root().join("ui/src/screens/person/Plans.svelte")).unwrap();
    assert!(results.contains("outcomes_caution"), "the chart says it");
}
