//! Turning the screen: what the person sees, what they can reach, and the way back.

use e2e::{Page, Stage, StageOptions, keys};
use serde_json::json;

use crate::cast::{add_person, create_vault, start_session};

/// Opens a session of a new person at its topic.
fn at_a_topic(page: &Page, name: &str) -> String {
    let person = add_person(page, name);
    let id = start_session(page, &person);
    page.click("phase-topic");
    page.click("open-suggestion");
    page.see("turn-screen");
    id
}

fn enter_pin(page: &Page, pin: &str) {
    page.see("pin-pad");
    for digit in pin.chars() {
        page.click(&format!("pin-{digit}"));
    }
    page.click("pin-submit");
}

#[test]
fn the_turned_screen_shows_one_page_and_goes_back_by_pin() {
    let stage = Stage::new("turned");
    let page = stage.open();
    create_vault(&page);
    add_person(&page, "Somebody Else");
    at_a_topic(&page, "Maria Holm");

    page.click("turn-screen");
    enter_pin(&page, "2468");
    enter_pin(&page, "2468");
    page.to_other_window();
    page.see("turned-name");
    assert_eq!(page.words("turned-name"), "Maria");
    page.screenshot("person");
    page.check_accessible("the turned screen");
    assert!(
        !page
            .script("return document.documentElement.outerHTML")
            .as_str()
            .unwrap()
            .contains("Somebody")
    );

    // The window may ask for its own page and nothing else, whatever its script tries.
    for row in [
        "people",
        "today",
        "app_state",
        "catalogue",
        "lock",
        "save_paper",
        "choose_folder",
    ] {
        assert_eq!(
            page.call(row, &json!({})).expect_err(row)["code"],
            "screenTurned",
            "{row}"
        );
    }

    no_key_leads_anywhere(&page);
    nothing_comes_in_from_elsewhere(&page);

    // Loaded anew, either window is where it was.
    page.script("location.reload()");
    page.see("turned-name");
    assert_eq!(
        page.call("people", &json!({})).unwrap_err()["code"],
        "screenTurned"
    );
    page.to_other_window();
    assert_eq!(
        page.call("people", &json!({})).unwrap_err()["code"],
        "screenTurned"
    );
    page.script("location.hash = '#/people'; location.reload()");
    page.wait_for("the practitioner's window hides behind the PIN", || {
        page.count("[data-testid=turned-away] [data-testid=pin-pad]") == 1
    });
    assert_eq!(
        page.script("return getComputedStyle(document.querySelector('.frame')).visibility"),
        "hidden"
    );
    assert!(!page.says("Somebody") && !page.says("Holm"));
    page.script("history.back()");
    page.wait_for("it still does", || {
        page.count("[data-testid=turned-away] [data-testid=pin-pad]") == 1
    });
    page.to_other_window();

    let wrong = page.call("turn_back", &json!({ "pin": "1111" })).unwrap();
    assert_eq!(wrong["back"], json!(false));
    page.click("turn-back");
    enter_pin(&page, "2468");
    page.wait_for("the turned screen is gone", || page.windows() == 1);
    page.to_only_window();
    page.see("lock");
    assert!(page.call("people", &json!({})).is_ok());
}

/// Keys as a person presses them. What the page lets through is seen by whoever listens in it.
fn no_key_leads_anywhere(page: &Page) {
    page.script(
        "window.mark = 'the same page'; window.reached = [];
         document.body.addEventListener('keydown', (event) => window.reached.push(event.key))",
    );
    let here = page.script("return location.href");
    for pressed in [
        &[keys::F5][..],
        &[keys::CONTROL, 'r'],
        &[keys::CONTROL, keys::SHIFT, 'r'],
        &[keys::CONTROL, keys::SHIFT, 'i'],
        &[keys::F12],
        &[keys::F10],
        &[keys::ALT, keys::LEFT],
        &[keys::CONTROL, 'w'],
        &[keys::CONTROL, 'q'],
        &[keys::CONTROL, 'n'],
        &[keys::CONTROL, 'p'],
        &[keys::CONTROL, 'l'],
        &[keys::CONTROL, 'v'],
        &[keys::SHIFT, keys::INSERT],
    ] {
        page.press(pressed);
    }
    page.press(&['x']);
    page.wait_for("letters still come through", || {
        page.script("return window.reached.includes('x')") == json!(true)
    });
    let through = page.script(
        "return window.reached.filter((key) => !['Control', 'Shift', 'Alt'].includes(key))",
    );
    assert_eq!(through, json!(["x"]));
    assert_eq!(page.script("return window.mark"), "the same page");
    assert_eq!(page.script("return location.href"), here);
    assert_eq!(page.windows(), 2);
}

fn nothing_comes_in_from_elsewhere(page: &Page) {
    let refused = page.script(
        "const at = document.querySelector('textarea, input') ?? document.body;
         const tried = [
           new MouseEvent('contextmenu', { bubbles: true, cancelable: true }),
           new ClipboardEvent('paste', { bubbles: true, cancelable: true }),
           new DragEvent('dragover', { bubbles: true, cancelable: true }),
           new DragEvent('drop', { bubbles: true, cancelable: true }),
           new InputEvent('beforeinput', { bubbles: true, cancelable: true, inputType: 'insertFromDrop' }),
         ];
         return tried.filter((event) => at.dispatchEvent(event)).map((event) => event.type)",
    );
    assert_eq!(refused, json!([]), "these were taken");
}

fn two_monitors(name: &str) -> Stage {
    let options = StageOptions {
        width: 2560,
        ..StageOptions::default()
    };
    Stage::with(name, options)
}

#[test]
fn the_monitor_is_asked_for_once_and_the_other_window_goes_when_it_is_unplugged() {
    let stage = two_monitors("monitors");
    let (left, right) = ((0, 1280), (1280, 1280));
    stage.monitors(&[left, right]);
    let page = stage.open();
    create_vault(&page);
    add_person(&page, "Somebody Else");
    at_a_topic(&page, "Maria Holm");
    page.click("turn-screen");
    enter_pin(&page, "2468");
    enter_pin(&page, "2468");
    page.see("choose-monitor");
    page.screenshot("choose");
    page.check_accessible("choosing a monitor");
    assert!(page.words("monitor-0").starts_with("This screen"));
    assert!(
        page.words("monitor-1")
            .starts_with("The screen to the right")
    );
    page.click("monitor-1");
    page.see("turned-away");
    page.to_other_window();
    page.see("turned-name");
    let hidden = || {
        page.to_other_window();
        let hidden = page.script("return document.visibilityState") == json!("hidden");
        page.to_other_window();
        hidden
    };
    assert!(!hidden(), "the practitioner's window stays, behind the PIN");
    page.screenshot("both");

    stage.monitors(&[left]);
    page.wait_for("the practitioner's window is away", hidden);
    page.screenshot("unplugged");
    stage.monitors(&[left, right]);
    page.wait_for("the practitioner's window is back", || !hidden());

    // Remembered: the next time nobody is asked.
    page.click("turn-back");
    enter_pin(&page, "2468");
    page.to_only_window();
    page.click("turn-screen");
    page.to_other_window();
    page.see("turned-name");
}

/// What there is room for on a laptop of 1280 × 800 at 125 and 150 %, and on a screen with dots half as large: nothing is cut
/// off, and nothing lies beside the page.
#[test]
fn the_turned_screen_fits_when_everything_is_larger() {
    for (name, width, height, scale) in [
        ("125", 1024, 640, 1),
        ("150", 853, 533, 1),
        ("doubled-150", 853, 533, 2),
    ] {
        let options = StageOptions {
            width: width * scale,
            height: height * scale,
            more: vec![("GDK_SCALE", scale.to_string())],
            ..StageOptions::default()
        };
        let stage = Stage::with(&format!("turned-{name}"), options);
        let page = stage.open();
        create_vault(&page);
        at_a_topic(&page, "Maria Holm");
        page.click("turn-screen");
        enter_pin(&page, "2468");
        enter_pin(&page, "2468");
        page.to_other_window();
        page.see("turned-name");
        let room = page.script("return [innerWidth, innerHeight, devicePixelRatio]");
        assert_eq!(room, json!([width, height, scale]), "{name}");
        fits(&page, name);
        page.screenshot("page");
        page.click("turn-back");
        page.see("pin-pad");
        fits(&page, &format!("{name}, the PIN"));
        page.screenshot("pin");
    }
}

fn fits(page: &Page, what: &str) {
    let beside = page.script(
        "const wide = document.documentElement.scrollWidth - innerWidth;
         const cut = [...document.querySelectorAll('header *, footer *, dialog button')]
           .filter((part) => { const { left, right, top, bottom } = part.getBoundingClientRect(); return left < -1 || right > innerWidth + 1 || top < -1 || bottom > innerHeight + 1 })
           .map((part) => part.dataset.testid ?? part.className)
         const shown = ['turned-previous', 'turned-next'].every((id) => {
           const { bottom } = document.querySelector(`[data-testid=${id}]`).getBoundingClientRect(); return bottom <= innerHeight + 1 })
         return { wide: Math.max(0, wide), cut, shown }",
    );
    assert_eq!(
        beside,
        json!({ "wide": 0, "cut": [], "shown": true }),
        "{what}"
    );
}
