//! Forms and what leads to them, on paper.

use domain::{
    Answer, AnswerValue, Document, Lang, SheetId,
    document::{
        Block, CheckQuestion, Choice, DocumentKind, Fact, Field, Input, Row, ServiceEntry,
        ServicesAbout, WorksheetPart,
    },
    settings::PrintSize,
};

use crate::{
    examples::{day, filled, handout, maria, words},
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

fn form(blocks: Vec<Block>) -> Document {
    Document {
        kind: DocumentKind::Form,
        blocks,
        ..handout(Lang::En)
    }
}

fn choices(of: &[(&str, &str)]) -> Vec<Choice> {
    of.iter()
        .map(|(id, label)| Choice {
            id: (*id).into(),
            label: (*label).into(),
        })
        .collect()
}

fn field(id: &str, label: &str, input: Input) -> Field {
    Field::new(id.into(), label.into(), String::new(), input)
}

fn worksheet(parts: Vec<WorksheetPart>) -> Block {
    Block::Worksheet {
        id: "ws".into(),
        title: "Sheet".into(),
        intro: String::new(),
        many: false,
        parts,
    }
}

#[test]
fn every_kind_of_paper_keeps_the_standards_and_shows_every_word() {
    for kind in [
        DocumentKind::Form,
        DocumentKind::Letter,
        DocumentKind::Certificate,
        DocumentKind::Card,
    ] {
        for size in [PrintSize::Normal, PrintSize::Large] {
            let mut job = job(vec![Document {
                kind,
                ..filled(Lang::En)
            }]);
            job.size = size;
            let paper = Paper::print(&job);
            paper.check();
            let text = paper.text();
            for found in ["My next small step", "Walk to the music shop with Ann"] {
                assert!(text.contains(found), "{kind:?}: {found}: {text}");
            }
        }
    }
}

#[test]
fn a_blank_form_asks_whose_it_is_and_a_personal_one_says_it() {
    let question = || {
        worksheet(vec![WorksheetPart::Field {
            field: field("why", "Why", Input::Text),
        }])
    };
    let blank = form(vec![question()]);
    let personal = Document {
        person: Some(maria()),
        ..blank.clone()
    };
    let to_read = form(vec![Block::Paragraph {
        words: words("Breathe slowly."),
    }]);
    for (document, asks) in [(blank, true), (personal, false), (to_read, false)] {
        let text = Paper::print(&job(vec![document])).text();
        assert_eq!(text.contains("Name"), asks, "{text}");
    }
}

#[test]
fn choices_that_count_stand_with_their_numbers() {
    let how = |choices| {
        form(vec![worksheet(vec![WorksheetPart::Field {
            field: field("how", "How is it?", Input::OneOf { choices }),
        }])])
    };
    let scored = how(choices(&[
        ("1", "Badly"),
        ("2", "So-so"),
        ("na", "Cannot say"),
    ]));
    let text = Paper::print(&job(vec![scored])).text();
    assert!(text.contains("1 Badly 2 So-so Cannot say"), "{text}");
    let plain = how(choices(&[("bad", "Badly"), ("good", "Well")]));
    let text = Paper::print(&job(vec![plain])).text();
    assert!(text.contains("Badly Well"), "{text}");
}

#[test]
fn the_questions_of_a_form_are_numbered_through_and_its_maker_stands_in_small_print() {
    let check = |id: &str, prompt: &str| Block::KnowledgeCheck {
        id: id.into(),
        title: format!("Part {id}"),
        questions: vec![CheckQuestion {
            id: "one".into(),
            prompt: prompt.into(),
            choices: choices(&[("yes", "Yes"), ("no", "No")]),
            right: "yes".into(),
            because: String::new(),
        }],
    };
    let blocks = vec![
        check("a", "Is it day?"),
        check("b", "Is it night?"),
        Block::Heading {
            level: 2,
            text: "About this form".into(),
        },
        Block::Facts {
            rows: vec![Fact {
                label: "Made by".into(),
                value: "Somebody".into(),
            }],
        },
    ];
    let text = Paper::print(&job(vec![form(blocks.clone())])).text();
    for found in [
        "1. Is it day?",
        "2. Is it night?",
        "About this form",
        "Made by: Somebody",
    ] {
        assert!(text.contains(found), "{found}: {text}");
    }
    let text = Paper::print(&job(vec![page(blocks, Lang::En)])).text();
    assert!(text.contains("1. Is it night?"), "{text}");
}

#[test]
fn a_choice_of_many_in_a_table_is_named_in_the_head_and_written_in_the_cell() {
    let mut document = form(vec![worksheet(vec![WorksheetPart::group(
        "days".into(),
        "Days".into(),
        4,
        vec![
            field("what", "What", Input::Text),
            field(
                "far",
                "How far?",
                Input::OneOf {
                    choices: choices(&[
                        ("no", "Not begun"),
                        ("bit", "A bit"),
                        ("most", "Most"),
                        ("done", "Done"),
                    ]),
                },
            ),
        ],
    )])]);
    let blank = Paper::print(&job(vec![document.clone()])).text();
    assert_eq!(blank.matches("Not begun").count(), 1, "{blank}");
    let mut answer = filled(Lang::En).answers.remove(0);
    answer.key.topic = document.topic.clone().unwrap();
    answer.key.block = "ws".into();
    answer.key.field = "far".into();
    answer.key.row = 2;
    answer.key.sheet = None;
    answer.value = AnswerValue::Choice("most".into());
    document.answers = vec![answer];
    let filled = Paper::print(&job(vec![document])).text();
    assert_eq!(filled.matches("Most").count(), 2, "{filled}");
}

#[test]
fn no_row_of_a_long_checklist_is_stranded_and_each_keeps_its_head() {
    for count in 17..26 {
        let rows = (1..=count)
            .map(|number| Row {
                id: format!("row-{number}").as_str().into(),
                label: format!("Thing number {number}"),
                hint: String::new(),
            })
            .collect();
        let paper = Paper::print(&job(vec![page(
            vec![Block::Checklist {
                id: "things".into(),
                title: "Things".into(),
                intro: String::new(),
                columns: choices(&[("yes", "Yes")]),
                rows,
                others: 0,
            }],
            Lang::En,
        )]));
        for text in paper.pages() {
            let here = text.matches("Thing number").count();
            assert!(
                here == 0 || here > 2,
                "{count} rows: {here} on a page: {text}"
            );
        }
        // One for the column, and one for each row.
        let heads = paper.structure().matches("TH <").count();
        assert_eq!(heads, count + 2, "{count} rows");
    }
}
