//! What a screen reader says of every screen, read over AT-SPI as Orca reads it.

use std::collections::BTreeSet;

use e2e::{Listener, Page, Spoken, Stage, StageOptions};

use crate::every_screen::visit;

/// Landmarks by which somebody finds their way about a screen.
const LANDMARKS: [&str; 8] = [
    "main",
    "navigation",
    "complementary",
    "search",
    "form",
    "region",
    "banner",
    "contentinfo",
];

#[test]
fn everything_that_can_be_reached_has_a_name_and_a_role() {
    let listener = Listener::start();
    let options = StageOptions {
        width: 1920,
        height: 1080,
        more: listener.variables(),
        ..StageOptions::default()
    };
    let stage = Stage::with("spoken", options);
    let page = stage.open();
    let mut found = Vec::new();
    visit(&page, &mut |screen| {
        let spoken = whole(&page, &listener, screen);
        let faults = faults(&spoken);
        found.extend(faults.iter().map(|fault| format!("{screen}: {fault}")));
    });
    if !found.is_empty() {
        page.fail(&format!("a screen reader would say\n{}", found.join("\n")));
    }
}

/// Listens once everything of the page has arrived: WebKit hands it over a little later than it draws it.
fn whole(page: &Page, listener: &Listener, screen: &str) -> Vec<Spoken> {
    let mut spoken = Vec::new();
    page.wait_for(&format!("{screen} is spoken"), || {
        let title = page.script("return document.querySelector('main h1')?.innerText ?? ''");
        let title = title.as_str().unwrap_or_default().trim();
        let before = spoken.len();
        spoken = listener.hear(&format!("spoken-{screen}"));
        spoken.len() == before
            && spoken
                .iter()
                .any(|each| each.level == 1 && each.name.trim() == title)
    });
    spoken
}

fn faults(spoken: &[Spoken]) -> Vec<String> {
    let mut faults = Vec::new();
    for each in spoken.iter().filter(|each| each.focusable) {
        // The page itself bears the title of the window.
        if each.role == "unknown" || each.role == "invalid" {
            faults.push(format!("“{}” has no role", each.name));
        }
        if each.name.trim().is_empty() {
            faults.push(format!("a {} has no name", each.role));
        }
    }
    // Without its list, nobody is told how many items there are.
    let mut above: Vec<&Spoken> = Vec::new();
    for each in spoken {
        above.truncate(each.depth);
        let role = |role: &str| above.last().is_some_and(|parent| parent.role == role);
        if each.role == "list item" && !role("list") && !role("list box") {
            faults.push(format!("“{}” is an item of no list", each.name));
        }
        above.push(each);
    }
    let headings: Vec<_> = spoken.iter().filter(|each| each.level > 0).collect();
    let titles = headings.iter().filter(|each| each.level == 1).count();
    if titles != 1 {
        faults.push(format!("{titles} headings of level 1"));
    }
    let mut above = 0;
    for heading in headings {
        if heading.name.trim().is_empty() {
            faults.push(format!("a heading of level {} has no words", heading.level));
        }
        if heading.level > above + 1 {
            faults.push(format!(
                "“{}” is a heading of level {} under one of level {above}",
                heading.name, heading.level
            ));
        }
        above = heading.level;
    }
    let of = |landmark: &str| {
        spoken
            .iter()
            .filter(|each| each.landmark == landmark)
            .count()
    };
    if of("main") != 1 {
        faults.push(format!("{} main parts", of("main")));
    }
    if of("navigation") == 0 {
        faults.push("nothing to find one's way by".to_owned());
    }
    let mut met = BTreeSet::new();
    for each in spoken {
        let landmark = each.landmark.as_str();
        if LANDMARKS.contains(&landmark) && !met.insert((landmark, each.name.as_str())) {
            faults.push(format!("a second {landmark} “{}”", each.name));
        }
    }
    faults
}
