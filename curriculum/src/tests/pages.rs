//! What a good pack becomes: look-ups, documents and answers.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

use chrono::NaiveDate;
use domain::{
    AnswerKey, AnswerValue, BlockId, CourseId, FieldId, Lang, ModuleId, OptionId, SheetId, TopicId,
    document::{Block, DocumentKind, Inline, ReviewStatus},
    number::Hundredths,
};

use super::tiny_pack;
use crate::{model::slots, *};

fn tiny() -> Curriculum {
    Curriculum::from_files(&tiny_pack::files()).unwrap_or_else(|problems| panic!("{problems}"))
}

fn short() -> CourseId {
    CourseId::from("short")
}

fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 21).unwrap()
}

#[test]
fn the_built_in_content_is_clean() {
    let curriculum = Curriculum::built_in().unwrap_or_else(|problems| panic!("\n{problems}"));
    let problems = crate::check::check(&curriculum);
    assert!(problems.is_empty(), "\n{}", Problems::new(problems));
    assert!(
        curriculum
            .modules()
            .iter()
            .any(|module| module.id.as_str() == "recovery-strategies")
    );
    assert_eq!(curriculum.courses().len(), 5);
    let usual = Lang::ALL.map(|lang| curriculum.usual_course(lang).unwrap().id.to_string());
    assert_eq!(usual, ["eleven-modules", "danish-order", "norwegian-order"]);
}

#[test]
fn every_course_ends_with_a_module_that_changes_no_number() {
    let curriculum = Curriculum::built_in().unwrap();
    for course in curriculum.courses() {
        let id = &course.id;
        let modules: Vec<_> = curriculum.modules_of(id).collect();
        let (last, counted) = modules.split_last().unwrap();
        assert!(last.closing, "{id}");
        assert_eq!(curriculum.module_number(&last.id, id), None, "{id}");
        for topic in &last.topics {
            assert_eq!(curriculum.number(&topic.id, id), "", "{id}");
        }
        for (module, number) in counted.iter().zip(1..) {
            assert_eq!(curriculum.module_number(&module.id, id), Some(number));
        }
        let beyond = format!("{}.1", modules.len());
        assert!(curriculum.find_topic(&beyond, id).is_none(), "{id}");
    }
}

#[test]
fn every_page_of_the_built_in_content_is_reached() {
    let curriculum = Curriculum::built_in().unwrap();
    let course = CourseId::from("eleven-modules");
    for page in curriculum.pages() {
        let found = curriculum.topic(&page.id);
        assert_eq!(found.map(|found| &found.id), Some(&page.id));
    }
    // The topics of the first track have each number for themselves.
    for module in curriculum
        .modules_of(&course)
        .filter(|module| !module.closing)
    {
        let first_track = module.tracks.first().map(|track| &track.id);
        for topic in module.topics_for(first_track) {
            let number = curriculum.number(&topic.id, &course);
            let found = curriculum.find_topic(&number, &course);
            assert_eq!(found.map(|found| &found.id), Some(&topic.id), "{number}");
        }
    }
    for form in curriculum.forms() {
        let id = &form.page.id;
        let score = crate::instrument::score(form, &[]);
        assert_eq!(score.is_some(), form.instrument.is_some(), "{id}");
        assert!(
            score.is_none_or(|score| score.lowest < score.highest),
            "{id}"
        );
        // Where words are offered from, there is a field for them.
        for field in form.sources() {
            let mut slots = form
                .page
                .structure()
                .filter(|block| block.id() == Some(&field.block))
                .flat_map(slots);
            assert!(slots.any(|slot| slot.field == field.field), "{id}");
        }
    }
}

#[test]
fn topics_are_found_by_id_and_by_number() {
    let tiny = tiny();
    let found = |name: &str| {
        tiny.find_topic(name, &short())
            .map(|topic| topic.id.to_string())
    };
    for (name, expected) in [
        ("one", Some("one")),
        ("1.1", Some("one")),
        ("1.2", Some("two")),
        ("1.3", None),
        ("2.1", None),
        ("0.1", None),
        ("1.", None),
        ("x", None),
        ("", None),
    ] {
        assert_eq!(found(name).as_deref(), expected, "{name}");
    }
    assert_eq!(tiny.number(&TopicId::from("two"), &short()), "1.2");
    assert_eq!(
        tiny.number(&TopicId::from("two"), &CourseId::from("no")),
        ""
    );
    assert_eq!(tiny.number(&TopicId::from("no"), &short()), "");
}

#[test]
fn titles_fall_back_to_the_first_language_of_the_pack() {
    let tiny = tiny();
    let (one, first) = (TopicId::from("one"), ModuleId::from("first"));
    assert_eq!(tiny.topic_title(&one, Lang::Da), "En");
    assert_eq!(tiny.topic_title(&one, Lang::Nb), "One");
    assert_eq!(tiny.module_title(&first, Lang::Da), "Den første");
    assert_eq!(tiny.module_title(&first, Lang::Nb), "The first");
    assert_eq!(tiny.module_aim(&first, Lang::En), "Find your words.");
    assert_eq!(tiny.course(&short()).unwrap().title.get(Lang::Nb), "Short");
}

#[test]
fn a_page_is_a_blank_handout_that_ends_with_the_summary() {
    let tiny = tiny();
    let page = tiny
        .page(&TopicId::from("one"), Lang::En, &short(), day())
        .unwrap();
    assert_eq!(page.kind, DocumentKind::Handout);
    assert_eq!(
        (page.title.as_str(), page.purpose.as_str()),
        ("One", "Try every block.")
    );
    assert!(page.person.is_none() && page.answers.is_empty() && page.sheet.is_none());
    let source = page.source.unwrap();
    assert_eq!(
        (
            source.pack.as_str(),
            source.version.as_str(),
            source.module.as_str(),
            source.number.as_str()
        ),
        ("Tiny pack", "1.2.3", "The first", "1.1")
    );
    assert_eq!(source.review, ReviewStatus::Draft);
    assert_eq!(page.blocks.len(), 4 + 10 + 2);
    let plain = |text: &str| vec![Inline::Plain(text.to_owned())];
    assert_eq!(
        page.blocks[14..],
        [
            Block::Heading {
                level: 2,
                text: "In short".to_owned()
            },
            Block::List {
                ordered: false,
                items: vec![plain("First point."), plain("Second point.")],
            },
        ]
    );
    assert!(
        tiny.page(&TopicId::from("no"), Lang::En, &short(), day())
            .is_none()
    );
}

#[test]
fn a_page_without_a_translation_says_which_language_it_is_in() {
    let tiny = tiny();
    let lang = |asked| {
        tiny.page(&TopicId::from("one"), asked, &short(), day())
            .unwrap()
            .lang
    };
    assert_eq!(lang(Lang::Da), Lang::Da);
    assert_eq!(lang(Lang::Nb), Lang::En);
}

#[test]
fn every_kind_of_block_is_read_from_its_fence() {
    let tiny = tiny();
    let page = tiny
        .page(&TopicId::from("one"), Lang::En, &short(), day())
        .unwrap();
    insta::assert_debug_snapshot!("blocks", &page.blocks[4..13]);
}

#[test]
fn a_reviewed_topic_names_its_reviewer() {
    let tiny = tiny();
    let page = tiny
        .page(&TopicId::from("two"), Lang::En, &short(), day())
        .unwrap();
    assert_eq!(
        page.source.unwrap().review,
        ReviewStatus::Reviewed {
            by: "Ida Lund, psychologist".to_owned(),
            on: day()
        }
    );
}

#[test]
fn a_guide_carries_its_aims_after_the_purpose() {
    let guide = tiny()
        .guide(&ModuleId::from("first"), Lang::En, day())
        .unwrap();
    assert_eq!(guide.kind, DocumentKind::Guide);
    let headings: Vec<_> = guide
        .blocks
        .iter()
        .filter_map(|block| match block {
            Block::Heading { text, .. } => Some(text.as_str()),
            _ => None,
        })
        .collect();
    assert_eq!(
        headings[..3],
        ["Purpose", "Aims for the person", "Sessions and pace"]
    );
    assert!(matches!(&guide.blocks[3], Block::List { items, .. } if items.len() == 2));
}

#[test]
fn markup_in_strings_stays_text() {
    let mut files = tiny_pack::files();
    let text = tiny_pack::ONE.replace("title = \"Play\"", "title = \"#set page() <b>$x$</b>\"");
    files.insert(tiny_pack::ONE_FILE.to_owned(), text.into_bytes());
    let tiny = Curriculum::from_files(&files).unwrap();
    let page = tiny
        .page(&TopicId::from("one"), Lang::En, &short(), day())
        .unwrap();
    assert!(page.blocks.iter().any(
        |block| matches!(block, Block::RolePlay { title, .. } if title == "#set page() <b>$x$</b>")
    ));
}

#[test]
fn windows_line_ends_read_the_same() {
    let mut files = tiny_pack::files();
    for text in files.values_mut() {
        *text = String::from_utf8(text.clone())
            .unwrap()
            .replace('\n', "\r\n")
            .into_bytes();
    }
    let windows = Curriculum::from_files(&files).unwrap_or_else(|problems| panic!("{problems}"));
    let page = |curriculum: &Curriculum| {
        curriculum
            .page(&TopicId::from("one"), Lang::En, &short(), day())
            .unwrap()
    };
    assert_eq!(page(&windows), page(&tiny()));
}

#[test]
fn answers_are_held_against_their_fields() {
    let tiny = tiny();
    let accepts = |block: &str, field: &str, row: u16, sheet: bool, value: AnswerValue| {
        let key = AnswerKey {
            topic: TopicId::from("one"),
            block: BlockId::from(block),
            field: FieldId::from(field),
            row,
            sheet: sheet
                .then(|| SheetId::new("0198c5a0-0000-7000-8000-000000000001".parse().unwrap())),
        };
        tiny.accepts(&key, &value)
            .map_err(|problem| problem.to_string())
    };
    let text = |words: &str| AnswerValue::Text(words.to_owned());
    let as_typed = |typed: &str| AnswerValue::AsTyped(typed.to_owned());
    let choice = |id: &str| AnswerValue::Choice(OptionId::from(id));
    let ticks =
        |ids: &[&str]| AnswerValue::Ticks(ids.iter().map(|id| OptionId::from(*id)).collect());
    let date = |year| AnswerValue::Date(NaiveDate::from_ymd_opt(year, 2, 28).unwrap());

    for (block, field, row, sheet, value) in [
        (
            "ask",
            "answer",
            0,
            false,
            text("My answer. 👩‍👩‍👧 \u{202e}שלום"),
        ),
        ("ask", "answer", 0, false, text(&"å".repeat(100_000))),
        ("ticks", "walk", 0, false, ticks(&["already", "want"])),
        ("ticks", "walk", 0, false, ticks(&[])),
        ("ticks", "other-2", 0, false, text("Swimming")),
        ("rate", "home", 0, false, choice("low")),
        ("sheet", "words", 0, true, text("Mine")),
        ("sheet", "words", 0, false, text("Mine")),
        ("sheet", "on", 0, true, date(2026)),
        ("sheet", "sure", 0, true, AnswerValue::Number(10.into())),
        (
            "sheet",
            "sure",
            0,
            true,
            AnswerValue::Number(Hundredths(750)),
        ),
        ("sheet", "sure", 0, true, as_typed("11 or so")),
        ("sheet", "on", 0, true, as_typed("32/13")),
        ("sheet", "told", 0, true, choice("nobody")),
        ("sheet", "days", 0, true, ticks(&["tue"])),
        ("sheet", "what", 99, true, text("Step")),
        ("know", "q1", 0, false, choice("no")),
    ] {
        assert_eq!(
            accepts(block, field, row, sheet, value),
            Ok(()),
            "{block} {field}"
        );
    }
    for (block, field, row, sheet, value, expected) in [
        (
            "nope",
            "x",
            0,
            false,
            text("x"),
            "the page has no block “nope”; install the pack that holds it",
        ),
        (
            "ask",
            "nope",
            0,
            false,
            text("x"),
            "the block has no field “nope”; choose one of its own",
        ),
        (
            "keep",
            "answer",
            0,
            false,
            text("x"),
            "the block has no field “answer”; choose one of its own",
        ),
        (
            "try",
            "call",
            0,
            false,
            choice("call"),
            "the block has no field “call”; choose one of its own",
        ),
        (
            "ticks",
            "other-3",
            0,
            false,
            text("x"),
            "the block has no field “other-3”; choose one of its own",
        ),
        (
            "ticks",
            "other-0",
            0,
            false,
            text("x"),
            "the block has no field “other-0”; choose one of its own",
        ),
        (
            "sheet",
            "steps",
            0,
            true,
            text("x"),
            "the block has no field “steps”; choose one of its own",
        ),
        (
            "ask",
            "answer",
            0,
            false,
            AnswerValue::Number(1.into()),
            "the field takes words; give it that",
        ),
        (
            "sheet",
            "on",
            0,
            true,
            text("Monday"),
            "the field takes a date; give it that",
        ),
        (
            "ask",
            "answer",
            0,
            false,
            as_typed("x"),
            "the field takes words; give it that",
        ),
        (
            "rate",
            "home",
            0,
            false,
            choice("middle"),
            "there is no choice “middle” here; choose one of those offered",
        ),
        (
            "ticks",
            "walk",
            0,
            false,
            ticks(&["already", "no"]),
            "there is no choice “no” here; choose one of those offered",
        ),
        (
            "sheet",
            "sure",
            0,
            true,
            AnswerValue::Number(11.into()),
            "11 is not between 0 and 10; choose a number between them",
        ),
        (
            "sheet",
            "on",
            0,
            true,
            date(1066),
            "the year 1066 is not between 1900 and 2199; check the date",
        ),
        (
            "ask",
            "answer",
            1,
            false,
            text("x"),
            "there is no row 1 here; a table has at most 100 rows, and other fields have one",
        ),
        (
            "sheet",
            "what",
            100,
            true,
            text("x"),
            "there is no row 100 here; a table has at most 100 rows, and other fields have one",
        ),
        (
            "ask",
            "answer",
            0,
            true,
            text("x"),
            "this block cannot be filled many times; answer on the page itself",
        ),
        (
            "ask",
            "answer",
            0,
            false,
            text(&"å".repeat(200_001)),
            "the text is longer than 200000 characters; shorten it",
        ),
    ] {
        assert_eq!(
            accepts(block, field, row, sheet, value),
            Err(expected.to_owned()),
            "{block} {field}"
        );
    }
}

#[test]
fn a_folder_is_read_as_a_pack_and_litter_is_left_lying() {
    let dir = tempfile::tempdir().unwrap();
    for (path, bytes) in tiny_pack::files() {
        let path = dir.path().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, bytes).unwrap();
    }
    std::fs::write(dir.path().join(".DS_Store"), [0, 1, 2]).unwrap();
    std::fs::write(dir.path().join("README.md"), "About.").unwrap();
    let files = Curriculum::read(dir.path()).unwrap();
    assert_eq!(files.len(), tiny_pack::files().len() + 1);
    Curriculum::from_files(&files).unwrap_or_else(|problems| panic!("{problems}"));
}

#[test]
fn a_folder_that_is_gone_says_what_to_do() {
    let dir = tempfile::tempdir().unwrap();
    let problems = Curriculum::read(&dir.path().join("gone")).unwrap_err();
    let shown = problems.to_string();
    assert!(shown.starts_with(".: The folder cannot be read"), "{shown}");
    assert!(
        shown.ends_with("Choose the folder that holds pack.toml."),
        "{shown}"
    );
}

#[cfg(unix)]
#[test]
fn links_are_not_followed() {
    let dir = tempfile::tempdir().unwrap();
    std::fs::write(dir.path().join("pack.toml"), tiny_pack::PACK).unwrap();
    std::os::unix::fs::symlink("/etc/hostname", dir.path().join("notes.md")).unwrap();
    std::os::unix::fs::symlink("/etc", dir.path().join("modules")).unwrap();
    let problems = Curriculum::read(dir.path()).unwrap_err();
    assert_eq!(
        problems.to_string(),
        "modules: This is a link or a device, not a file. Put the file itself into the pack.\n\
         notes.md: This is a link or a device, not a file. Put the file itself into the pack."
    );
}

#[test]
fn a_huge_file_on_disk_is_refused_unread() {
    let dir = tempfile::tempdir().unwrap();
    let file = std::fs::File::create(dir.path().join("pack.toml")).unwrap();
    file.set_len(50 * 1024 * 1024).unwrap();
    let problems = Curriculum::read(dir.path()).unwrap_err();
    assert_eq!(
        problems.to_string(),
        "pack.toml: The file is larger than 1 MiB. Split it, or take it out of the pack."
    );
}
