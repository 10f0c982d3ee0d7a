//! What is typed into a field: days and times in the order of the language, values that do not fit, keys that only write,
//! letters that are still being composed, and words pasted from a word processor.

use e2e::{Page, Stage, StageOptions, keys};
use serde_json::{Value, json};

use crate::cast::{add_person, ask, create_vault, field, go, start_session};

fn in_norwegian(name: &str) -> Stage {
    Stage::with(
        name,
        StageOptions {
            settings: json!({ "language": "nb" }).to_string(),
            ..StageOptions::default()
        },
    )
}

/// Types over what stands in a field that has the focus.
fn type_over(page: &Page, id: &str, text: &str) {
    page.click(id);
    page.press(&[keys::CONTROL, 'a']);
    page.type_text(text);
}

fn saved(page: &Page) -> bool {
    page.count("[data-testid=\"saved-at\"][data-state=\"saved\"]") == 1
}

#[test]
fn days_and_times_are_typed_as_people_type_them() {
    let stage = in_norwegian("days");
    let page = stage.open();
    create_vault(&page);

    // What is no day stays as it was typed, with one sentence, and the form waits for it.
    go(&page, "#/people");
    page.click("add-person");
    page.write("person-name", "Maria Holm");
    page.click("person-next");
    page.type_text("32/13");
    page.press(&[keys::ENTER]);
    page.see("person-next-problem");
    assert_eq!(page.value("person-next"), "32/13");
    assert!(page.words("person-next-problem").contains("21.11.2026"));
    assert_eq!(page.focused(), "person-next", "the form leads to it");
    page.check_accessible("a day that is not understood");
    page.screenshot("not-a-day");

    type_over(&page, "person-next", "03042026");
    page.press(&[keys::TAB]);
    assert_eq!(page.value("person-next"), "03.04.2026");
    page.see_gone("person-next-problem");
    // Past the calendar's button to the time.
    page.press(&[keys::TAB]);
    page.type_text("930");
    page.press(&[keys::ENTER]);
    page.see("start-session");
    let people = ask(&page, "people", &json!({}));
    assert_eq!(
        people["people"][0]["nextMeeting"],
        json!("2026-04-03T09:30:00"),
        "{people}"
    );

    // The calendar: by keyboard alone, and back to where it was opened from.
    let person = people["people"][0]["card"]["id"]
        .as_str()
        .unwrap()
        .to_owned();
    let session = start_session(&page, &person);
    page.see("page-arrive");
    page.press(&['8']);
    page.see("page-close");
    page.click("next-meeting");
    page.type_text("3/4");
    page.press(&[keys::TAB]);
    assert_eq!(
        page.value("next-meeting"),
        "03.04.2027",
        "the nearest to come"
    );
    page.press(&[keys::ENTER]);
    page.see("calendar-dialog");
    assert_eq!(page.words("calendar-month"), "april 2027");
    page.check_accessible("the calendar");
    page.screenshot("calendar");
    page.press(&[keys::RIGHT, keys::DOWN, keys::PAGE_DOWN]);
    page.wait_for("the month has turned", || {
        page.words("calendar-month") == "mai 2027"
    });
    page.press(&[keys::ENTER]);
    page.see_gone("calendar-dialog");
    assert_eq!(page.value("next-meeting"), "11.05.2027");
    assert_eq!(page.focused(), "next-meeting-calendar");
    page.press(&[keys::ENTER]);
    page.see("calendar-dialog");
    page.press(&[keys::ESCAPE]);
    page.see_gone("calendar-dialog");
    assert_eq!(page.value("next-meeting"), "11.05.2027", "left as it was");

    // A day without its time is no meeting yet, and says so once somebody has gone on.
    page.click("next-plan");
    page.see("next-meeting-time-problem");
    page.screenshot("no-time");
    page.click("next-meeting-time");
    page.type_text("kl. 14.05");
    page.click("next-plan");
    page.see_gone("next-meeting-time-problem");
    assert_eq!(page.value("next-meeting-time"), "14:05");
    page.wait_for("it is on disk", || saved(&page));
    page.screenshot("close");
    let view = ask(&page, "session", &json!({ "session": session }));
    assert_eq!(view["record"]["nextMeeting"], json!("2027-05-11T14:05:00"));
}

#[test]
fn what_does_not_fit_stays_beside_its_field_and_blocks_nothing() {
    let stage = Stage::new("fits");
    let page = stage.open();
    create_vault(&page);
    let person = add_person(&page, "Maria Holm");
    go(&page, &format!("#/person/{person}"));
    page.click("start-form");
    page.click("choose-relaxation-log");
    page.see("worksheet-tries");

    let line = |id: &str| format!("[data-testid=\"field-{id}\"] input");
    for (id, typed) in [
        ("on-0", "03042026"),
        ("minutes-0", "7,5"),
        ("before-0", "25"),
        ("on-1", "after lunch"),
    ] {
        page.click_on(&line(id));
        page.type_text(typed);
        page.press(&[keys::TAB]);
    }
    for (id, shown) in [
        ("on-0", "03/04/2026"),
        ("minutes-0", "7.5"),
        ("before-0", "25"),
        ("on-1", "after lunch"),
    ] {
        assert_eq!(field(&page, id), shown);
    }
    assert_eq!(
        page.count("[data-testid=\"problem\"]"),
        2,
        "one sentence for each"
    );
    page.wait_for("all is on disk", || saved(&page));
    page.check_accessible("values that do not fit");
    page.screenshot("log");

    let view = ask(&page, "person", &json!({ "person": person }));
    let sheet = view["forms"][0]["copies"][0]["id"].clone();
    let open = ask(
        &page,
        "open_sheet",
        &json!({ "person": person, "sheet": sheet }),
    );
    let mut kept: Vec<Value> = open["document"]["answers"]
        .as_array()
        .unwrap()
        .iter()
        .map(|answer| answer["value"].clone())
        .collect();
    kept.sort_by_key(Value::to_string);
    assert_eq!(
        kept,
        [
            json!({ "kind": "asTyped", "value": "25" }),
            json!({ "kind": "asTyped", "value": "after lunch" }),
            json!({ "kind": "date", "value": "2026-04-03" }),
            json!({ "kind": "number", "value": 7.5 }),
        ]
    );
    page.click("print");
    page.wait_for("the printer has it", || {
        stage.printed().starts_with(b"%PDF-")
    });

    // It is understood as soon as it can be.
    page.click_on(&line("before-0"));
    page.press(&[keys::CONTROL, 'a']);
    page.type_text("5");
    page.press(&[keys::TAB]);
    page.wait_for("one sentence is gone", || {
        page.count("[data-testid=\"problem\"]") == 1
    });
}

#[test]
fn in_a_text_field_keys_write_and_nothing_else() {
    let stage = in_norwegian("keys");
    let page = stage.open();
    create_vault(&page);
    let person = add_person(&page, "Maria Holm");
    let session = start_session(&page, &person);
    page.see("page-arrive");
    page.press(&['8']);
    page.see("page-close");

    page.click("next-plan");
    page.type_text("3 timer, kl 14");
    page.press(&[keys::ALT, '2']);
    page.press(&[keys::CONTROL, keys::ENTER]);
    assert!(page.shows("page-close"), "nobody was led away");
    assert!(page.value("next-plan").starts_with("3 timer, kl 14"));
    page.wait_for("it is on disk", || saved(&page));
    let plan = || {
        let view = ask(&page, "session", &json!({ "session": session }));
        view["record"]["nextPlan"].as_str().unwrap().to_owned()
    };

    // A letter that is being composed is none yet: nothing waits to be saved until it is whole.
    let composed = page.script(
        "const field = document.querySelector('[data-testid=\"next-plan\"]');
         const state = () => document.querySelector('[data-testid=\"saved-at\"]').dataset.state;
         const put = (text) => { field.value = text; };
         const input = (isComposing) => field.dispatchEvent(new InputEvent('input', { bubbles: true, isComposing }));
         field.focus();
         field.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true, data: '' }));
         put('Ring ´'); input(true);
         put('Ring é'); input(true);
         const during = state();
         field.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true, data: 'é' }));
         return [during, state()]",
    );
    assert_eq!(composed, json!(["saved", "waiting"]));
    page.wait_for("the whole letter is on disk", || plan() == "Ring \u{e9}");

    // Word's paragraphs, soft breaks and cells: lines where there are lines, spaces where there is one.
    let paste = |id: &str, text: &str| {
        page.script(&format!(
            "const field = document.querySelector('[data-testid=\"{id}\"]');
             field.focus(); field.select();
             const data = new DataTransfer(); data.setData('text/plain', {text});
             field.dispatchEvent(new ClipboardEvent('paste', {{ clipboardData: data, bubbles: true, cancelable: true }}))",
            text = json!(text)
        ));
    };
    paste(
        "next-plan",
        "Sover d\u{e5}rligt.\r\nG\u{e5}r\u{b}en tur.\r\n",
    );
    page.wait_for("the lines are on disk", || {
        plan() == "Sover d\u{e5}rligt.\nG\u{e5}r\nen tur."
    });
    page.script("document.querySelector('main h1').focus()");
    page.press(&['1']);
    page.see("page-arrive");
    paste("place", "Huset\r\nved\u{b}havnen\t2. sal");
    assert_eq!(page.value("place"), "Huset ved havnen 2. sal");

    // A digit alone can be met by accident: it can be moved, or switched off.
    go(&page, "#/settings");
    page.see("shortcuts");
    page.check_accessible("the shortcuts");
    page.script("document.querySelector('[data-testid=\"shortcuts\"]').scrollIntoView()");
    page.screenshot("shortcuts");
    // The radio itself is not seen; its label is what is clicked.
    page.click_on("label:has([data-testid=\"settings-phase-keys-off\"])");
    page.wait_for("it is kept", || {
        ask(&page, "app_state", &json!({}))["settings"]["phaseKeys"] == json!("off")
    });
    go(&page, &format!("#/session/{session}"));
    page.see("page-arrive");
    page.script("document.querySelector('main h1').focus()");
    page.press(&['8']);
    page.press(&[keys::ALT, '8']);
    page.press(&[keys::CONTROL, keys::ENTER]);
    page.see("page-lastTime");
}

#[test]
fn spelling_is_checked_where_somebody_asks_for_it() {
    let stage = Stage::new("spelling");
    let page = stage.open();
    create_vault(&page);
    go(&page, "#/settings");
    let found = ask(&page, "dictionaries", &json!({}));
    let tags = found["tags"].as_array().unwrap();
    if tags.is_empty() {
        page.see("no-dictionary");
        return;
    }
    let tag = tags[0].as_str().unwrap();
    page.click(&format!("settings-spelling-{tag}"));
    page.wait_for("it is kept", || {
        ask(&page, "app_state", &json!({}))["settings"]["spelling"] == json!([tag])
    });
    let person = add_person(&page, "Maria Holm");
    start_session(&page, &person);
    page.see("page-arrive");
    page.press(&['8']);
    page.see("page-close");
    page.click("next-plan");
    page.type_text("Walk to the harbuor tomorow. ");
    page.click("summary-words");
    page.type_text("I wantt it lik this. ");
    assert_eq!(
        page.value("summary-words"),
        "I wantt it lik this. ",
        "own words"
    );
    let marks = page.script(
        "return [...document.querySelectorAll('textarea')].map((f) => [f.dataset.testid, f.spellcheck])",
    );
    let allowed = |id: &str| {
        let all = marks.as_array().unwrap();
        all.iter().find(|mark| mark[0] == json!(id)).unwrap()[1].clone()
    };
    assert_eq!(allowed("summary-words"), json!(false));
    assert_eq!(allowed("next-plan"), json!(true));
    page.screenshot("marked");
}
