//! Forms and what leads to them, on paper.

use domain::{
    Answer, AnswerValue, Document, Lang, SheetId,
    document::{Block, ServiceEntry, ServicesAbout},
};

use crate::{
    examples::{day, filled, handout, words},
    readers::{Paper, job},
};

fn page(blocks: Vec<Block>, lang: Lang) -> Document {
    Document {
        blocks,
        ..handout(lang)
    }
}

fn services(entries: Vec<ServiceEntry>) -> Block {
    Block::Services {
        id: "near".into(),
        about: ServicesAbout::Services,
        title: "Near me".into(),
        empty: "Ask for two numbers, and write them down.".into(),
        entries,
    }
}

fn entry(name: &str, checked: bool) -> ServiceEntry {
    ServiceEntry {
        name: name.into(),
        phone: "555 0100".into(),
        hours: "Weekdays, 9 to 15".into(),
        what_for: "A bed for the night".into(),
        checked_on: checked.then(day),
    }
}

#[test]
fn a_link_to_a_form_says_what_it_is_and_that_it_is_a_page_of_its_own() {
    for (lang, label) in [
        (Lang::En, "A page of its own"),
        (Lang::Da, "En side for sig"),
        (Lang::Nb, "En egen side"),
    ] {
        let link = Block::FormLink {
            id: "my-plan".into(),
            form: "plan".into(),
            title: "My own plan".into(),
            purpose: "Keep what helps.".into(),
            words: words("Open it now, while you remember."),
        };
        let text = Paper::print(&job(vec![page(vec![link], lang)])).text();
        for found in [
            label,
            "My own plan",
            "Keep what helps.",
            "Open it now, while you remember.",
        ] {
            assert!(text.contains(found), "{found}: {text}");
        }
    }
}

#[test]
fn services_stand_with_the_day_they_were_last_checked() {
    let entries = vec![entry("Harbour House", true), entry("Night Line", false)];
    let text = Paper::print(&job(vec![page(vec![services(entries)], Lang::En)])).text();
    for found in [
        "Near me",
        "Harbour House",
        "555 0100",
        "Weekdays, 9 to 15",
        "A bed for the night",
        "Last checked",
        "21 November 2026",
        "not checked yet",
    ] {
        assert!(text.contains(found), "{found}: {text}");
    }
    assert!(!text.contains("Ask for two numbers"), "{text}");
}

#[test]
fn services_that_were_checked_more_than_a_year_ago_say_to_call_first() {
    let mark = "That is more than a year ago: call first.";
    for (checked_on, marked) in [("2025-11-20", true), ("2025-11-21", false)] {
        let mut old = entry("Harbour House", true);
        old.checked_on = Some(checked_on.parse().unwrap());
        let text = Paper::print(&job(vec![page(vec![services(vec![old])], Lang::En)])).text();
        let words: Vec<_> = text.split_whitespace().collect();
        assert_eq!(words.join(" ").contains(mark), marked, "{text}");
    }
}

#[test]
fn services_that_nobody_entered_say_what_to_do_and_leave_room_to_write() {
    let empty = page(vec![services(Vec::new())], Lang::Da);
    let text = Paper::print(&job(vec![empty])).text();
    assert!(text.contains("Ask for two numbers, and write them down."));
    assert!(text.contains("Sidst tjekket"), "{text}");
    assert!(!text.contains("ikke tjekket endnu"), "{text}");
}

/// Maria's answers but for the chosen practice, which no form has.
fn answers(sheet: Option<SheetId>) -> Vec<Answer> {
    let mut answers = filled(Lang::En).answers;
    answers.retain(|answer| answer.key.block.as_str() != "home");
    for answer in &mut answers {
        answer.key.sheet = sheet;
    }
    answers
}

#[test]
fn a_filled_copy_of_a_form_shows_the_answers_to_every_kind_of_block() {
    let sheet = |last: u8| -> SheetId {
        let id = format!("0198c5a0-0000-7000-8000-0000000000{last:02}");
        SheetId::new(id.parse().unwrap())
    };
    let mut copy = handout(Lang::En);
    copy.sheet = Some(sheet(1));
    copy.answers = answers(Some(sheet(1)));
    // What stands on another copy is not ours to print.
    let mut other = answers(Some(sheet(2))).remove(0);
    other.value = AnswerValue::Text("Elsewhere".into());
    copy.answers.push(other);
    let on_copy = Paper::print(&job(vec![copy])).text();
    let on_page = Paper::print(&job(vec![Document {
        answers: answers(None),
        ..handout(Lang::En)
    }]));
    assert!(on_copy.contains("Feeding the crows"), "{on_copy}");
    assert_eq!(on_copy, on_page.text());
}
