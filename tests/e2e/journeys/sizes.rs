//! Small windows, large letters, nothing that moves, more contrast: what somebody may ask of their desktop.

use e2e::{Page, Stage, StageOptions};
use serde_json::{Value, json};

use crate::{
    cast::{go, look_around},
    every_screen::{settled, visit},
};

/// The smallest window that is promised, and the same window with everything twice as large: at 200 % a page has half the
/// width to lay itself out in, and 480 is as low as the window gets.
const SIZES: [(u32, u32); 2] = [(1280, 720), (640, 480)];

/// Names what reaches over the right edge, the outermost of it, where the page can be moved sideways.
const OVER: &str = "
    const page = document.documentElement;
    if (page.scrollWidth <= page.clientWidth) return [];
    const over = [...document.querySelectorAll('body *')].filter((each) => each.getBoundingClientRect().right > page.clientWidth + 1);
    return over.filter((each) => !over.includes(each.parentElement)).slice(0, 5).map((each) => each.outerHTML.slice(0, 160));";

#[test]
fn no_screen_scrolls_sideways_at_1280_by_720_or_at_200_per_cent() {
    let options = StageOptions {
        width: 1920,
        height: 1080,
        ..StageOptions::default()
    };
    let stage = Stage::with("sizes", options);
    let page = stage.open();
    let mut found = Vec::new();
    visit(&page, &mut |screen| {
        for (width, height) in SIZES {
            page.resize(width, height);
            page.screenshot(&format!("{screen}-{width}x{height}"));
            let over = page.script(OVER);
            for each in over.as_array().into_iter().flatten() {
                found.push(format!(
                    "{screen} at {width}: {}",
                    each.as_str().unwrap_or("?")
                ));
            }
        }
        // In the smallest window, too, the numbers to call are in sight without moving anything.
        page.resize(1280, 720);
        let low = "return document.querySelector('[data-testid=nav-help]').getBoundingClientRect().bottom - innerHeight";
        if page.script(low).as_f64().is_none_or(|low| low > 0.0) {
            found.push(format!("{screen}: Help now is out of sight"));
        }
        page.resize(1280, 800);
    });
    if !found.is_empty() {
        page.fail(&format!("wider than the window\n{}", found.join("\n")));
    }
}

/// What still moves: transitions and animations of anything on the page, and scrolling that glides.
const MOVES: &str = "
    const long = (times) => times.split(',').some((time) => parseFloat(time) > 0);
    return [...document.querySelectorAll('*')].flatMap((each) => [null, '::before', '::after'].map((part) => getComputedStyle(each, part))
        .filter((style) => long(style.transitionDuration) || (style.animationName !== 'none' && long(style.animationDuration)) || style.scrollBehavior === 'smooth')
        .map(() => each.outerHTML.slice(0, 120))).concat(document.getAnimations().map((each) => String(each)))";

#[test]
fn nothing_moves_for_those_who_ask_for_it() {
    let options = StageOptions {
        gtk: "gtk-enable-animations=0".to_owned(),
        ..StageOptions::default()
    };
    let stage = Stage::with("motion", options);
    let page = stage.open();
    look_around(&page);
    assert!(asks(&page, "(prefers-reduced-motion: reduce)"));
    for hash in [
        "#/today",
        "#/people",
        "#/handouts",
        "#/handoff",
        "#/settings",
        "#/help",
        "#/manual",
    ] {
        go(&page, hash);
        settled(&page);
        assert_eq!(page.script(MOVES), json!([]), "{hash}");
    }
}

#[test]
fn more_contrast_gives_ink_and_edges_of_full_strength() {
    let options = StageOptions {
        gtk: "gtk-theme-name=HighContrast".to_owned(),
        ..StageOptions::default()
    };
    let stage = Stage::with("contrast", options);
    let page = stage.open();
    let token = |name: &str| -> Value {
        page.script(&format!(
            "return getComputedStyle(document.documentElement).getPropertyValue('--{name}').trim()"
        ))
    };
    assert!(asks(&page, "(prefers-contrast: more)"));
    assert_eq!(
        (token("ink"), token("paper")),
        (json!("#000"), json!("#fff"))
    );
    assert_eq!(token("line"), token("edge"));
    look_around(&page);
    page.screenshot("today");
}

fn asks(page: &Page, query: &str) -> bool {
    page.script(&format!("return matchMedia('{query}').matches")) == json!(true)
}
