//! Packs on top of each other, packs that come as a zip file, and what an update changes.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

use std::{io::Write, time::Duration};

use chrono::NaiveDate;
use domain::{
    AnswerKey, AnswerValue, BlockId, CourseId, FieldId, Lang, SheetId, TopicId,
    document::{Block, ReviewStatus, ServicesAbout},
};
use zip::{ZipWriter, write::SimpleFileOptions};

use super::tiny_pack;
use crate::*;
use crate::{diff::diff, starter};

fn tiny() -> Curriculum {
    Curriculum::from_files(&tiny_pack::files()).unwrap_or_else(|problems| panic!("{problems}"))
}

/// A pack of a site, English only, that stands on the tiny one.
const SITE: &str = r#"format = 1
extends = "tiny"
id = "site"
title = "Our site"
version = "0.1.0"
languages = ["en"]
licence = "CC-BY-4.0"
"#;

fn site(files: &[(&str, &str)]) -> PackFiles {
    std::iter::once(("pack.toml", SITE))
        .chain(files.iter().copied())
        .map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec()))
        .collect()
}

fn on_top(files: &[(&str, &str)]) -> Curriculum {
    tiny()
        .with(&site(files))
        .unwrap_or_else(|problems| panic!("{problems}"))
}

fn refused(files: &[(&str, &str)]) -> String {
    tiny().with(&site(files)).unwrap_err().to_string()
}

fn ids(content: &Curriculum) -> Vec<&str> {
    content.pages().map(|page| page.id.as_str()).collect()
}

const STORY_SHAPE: &str = r#"id = "first"

[[topic]]
id = "one"
add = true
review = { status = "draft" }

  [[topic.block]]
  id = "bo"
  kind = "story"
"#;

const STORY: &str = r#"+++
+++

```story bo
title = "Bo, 50"
text = "Bo fishes."
```
"#;

#[test]
fn a_story_is_added_behind_the_blocks_that_are_there() {
    let content = on_top(&[
        (tiny_pack::MODULE_FILE, STORY_SHAPE),
        (tiny_pack::ONE_FILE, STORY),
    ]);
    let one = content.topic(&TopicId::from("one")).unwrap();
    for lang in [Lang::En, Lang::Da] {
        let last = one.blocks(lang).last().unwrap();
        assert!(
            matches!(last, Block::Story { title, .. } if title == "Bo, 50"),
            "{lang}"
        );
    }
    assert_eq!(one.title(Lang::Da), "En");
    assert_eq!(one.summary(Lang::En).len(), 2);
    let day = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
    let page = content
        .page(&one.id, Lang::En, &CourseId::from("short"), day)
        .unwrap();
    let source = page.source.unwrap();
    assert_eq!(
        (source.pack.as_str(), source.version.as_str()),
        ("Tiny pack 1.2.3 + Our site", "0.1.0")
    );
    // Everything else stands as it stood.
    assert_eq!(ids(&content), ids(&tiny()));
    assert_eq!(
        content.module_title(&one.module.clone().unwrap(), Lang::Da),
        "Den første"
    );
}

#[test]
fn adding_an_unread_story_makes_a_reviewed_page_a_draft() {
    let shape = STORY_SHAPE.replace("\"one\"", "\"two\"");
    let content = on_top(&[
        (tiny_pack::MODULE_FILE, &shape),
        (tiny_pack::TWO_FILE, STORY),
    ]);
    let two = content.topic(&TopicId::from("two")).unwrap();
    assert_eq!(two.review, ReviewStatus::Draft);
}

const OTHER_TWO: &str = r#"id = "first"

[[topic]]
id = "two"
review = { status = "draft" }

  [[topic.block]]
  id = "ours"
  kind = "question"
  lines = 3
"#;

const OTHER_TWO_WORDS: &str = r#"+++
title = "Our two"
purpose = "Ours."
summary = ["First.", "Second."]
+++

```question ours
prompt = "What about here?"
```
"#;

#[test]
fn a_topic_is_replaced_in_its_place_and_no_other() {
    let content = on_top(&[
        (tiny_pack::MODULE_FILE, OTHER_TWO),
        (tiny_pack::TWO_FILE, OTHER_TWO_WORDS),
    ]);
    assert_eq!(ids(&content), ids(&tiny()));
    assert_eq!(
        content.topic_title(&TopicId::from("two"), Lang::En),
        "Our two"
    );
    assert_eq!(
        content.number(&TopicId::from("two"), &CourseId::from("short")),
        "1.2"
    );
    assert_eq!(content.topic_title(&TopicId::from("one"), Lang::En), "One");
    let key = AnswerKey {
        topic: TopicId::from("two"),
        block: BlockId::from("ours"),
        field: FieldId::from("answer"),
        row: 0,
        sheet: None,
    };
    content
        .accepts(&key, &AnswerValue::Text("Here".to_owned()))
        .unwrap();
}

#[test]
fn a_new_topic_stands_behind_the_one_it_names_or_last() {
    for (after, expected) in [
        ("after = \"one\"", ["one", "new", "two"]),
        ("", ["one", "two", "new"]),
    ] {
        let shape = OTHER_TWO.replace("id = \"two\"", &format!("id = \"new\"\n{after}"));
        let content = on_top(&[
            (tiny_pack::MODULE_FILE, &shape),
            ("modules/01-first/en/new.md", OTHER_TWO_WORDS),
        ]);
        let module = &content.modules()[0];
        let topics: Vec<&str> = module
            .topics
            .iter()
            .map(|topic| topic.id.as_str())
            .collect();
        assert_eq!(topics, expected);
    }
}

#[test]
fn a_replaced_topic_keeps_its_track() {
    let shape = OTHER_TWO
        .replace("\"first\"", "\"facts\"")
        .replace("\"two\"", "\"sunny\"");
    let content = on_top(&[
        (tiny_pack::FACTS_FILE, &shape),
        ("modules/02-facts/en/sunny.md", OTHER_TWO_WORDS),
    ]);
    let sunny = content.topic(&TopicId::from("sunny")).unwrap();
    assert_eq!(
        sunny.track.as_ref().map(|track| track.as_str()),
        Some("sun")
    );
}

#[test]
fn a_form_is_replaced_such_as_an_instrument_in_its_licensed_words() {
    let licensed = tiny_pack::FORMS
        .replace("paraphrase", "licensed")
        .replace("id = \"plan\"", "id = \"our-plan\"");
    let content = on_top(&[
        (tiny_pack::FORMS_FILE, &licensed),
        ("forms/en/our-plan.md", tiny_pack::PLAN),
        (
            tiny_pack::MOOD_FILE,
            &tiny_pack::MOOD.replace("How it goes", "The official words"),
        ),
    ]);
    let mood = content.form(&TopicId::from("mood")).unwrap();
    assert_eq!(mood.instrument.as_ref().unwrap().wording, Wording::Licensed);
    assert_eq!(mood.page.title(Lang::En), "The official words");
    assert_eq!(ids(&content).last(), Some(&"our-plan"));
}

#[test]
fn a_sites_services_and_courses_come_beside_those_that_are_there() {
    let content = on_top(&[
        (
            "services.toml",
            "[[service]]\nname = \"Night team\"\nphone = \"12 34\"\nabout = \"crisis\"\nchecked_on = 2026-11-01\n",
        ),
        (
            "courses/ours.toml",
            "id = \"ours\"\ntitle = { en = \"Ours\" }\nsource = { en = \"Here.\" }\nusual = [\"en\"]\nmodules = [\"facts\", \"first\"]\n",
        ),
    ]);
    let service = &content.services()[0];
    assert_eq!(
        (service.about, service.entry.name.as_str()),
        (ServicesAbout::Crisis, "Night team")
    );
    assert_eq!(
        service.entry.checked_on,
        NaiveDate::from_ymd_opt(2026, 11, 1)
    );
    let courses: Vec<&str> = content
        .courses()
        .iter()
        .map(|course| course.id.as_str())
        .collect();
    assert_eq!(courses, ["short", "ours"]);
    // The tiny pack's own is usual in both of its languages.
    let usual = |lang| content.usual_course(lang).unwrap().id.to_string();
    assert_eq!(
        (usual(Lang::En), usual(Lang::Da)),
        ("ours".to_owned(), "short".to_owned())
    );
    assert_eq!(usual(Lang::Nb), "short");
    assert_eq!(
        content.number(&TopicId::from("one"), &CourseId::from("ours")),
        "2.1"
    );
}

#[test]
fn what_does_not_fit_on_the_pack_underneath_is_refused_with_a_remedy() {
    let shape = |topic: &str| {
        format!("id = \"first\"\n\n[[topic]]\n{topic}\nreview = {{ status = \"draft\" }}\n")
    };
    let words = OTHER_TWO_WORDS.split("```").next().unwrap();
    let at = |id: &str| format!("modules/01-first/en/{id}.md");
    let mut shown = Vec::new();
    for (topic, id, text) in [
        ("id = \"nine\"\nadd = true", "nine", "+++\n+++\n"),
        ("id = \"nine\"\nafter = \"oen\"", "nine", words),
        ("id = \"sunny\"", "sunny", words),
        ("id = \"plan\"", "plan", words),
        ("id = \"nine\"\ntrack = \"sun\"", "nine", words),
    ] {
        shown.push(refused(&[
            (tiny_pack::MODULE_FILE, &shape(topic)),
            (&at(id), text),
        ]));
    }
    shown.push(refused(&[
        (
            tiny_pack::MODULE_FILE,
            &STORY_SHAPE.replace("\"bo\"", "\"amira\""),
        ),
        (tiny_pack::ONE_FILE, &STORY.replace("bo", "amira")),
    ]));
    shown.push(refused(&[(
        "courses/ours.toml",
        "id = \"ours\"\ntitle = { en = \"Ours\" }\nsource = { en = \"Here.\" }\nmodules = [\"frist\"]\n",
    )]));
    let alone = SITE.replace("extends = \"tiny\"\n", "").into_bytes();
    let alone = PackFiles::from([("pack.toml".to_owned(), alone)]);
    shown.push(tiny().with(&alone).unwrap_err().to_string());
    shown.push(Curriculum::from_files(&site(&[])).unwrap_err().to_string());
    insta::assert_snapshot!(shown.join("\n"));
}

#[test]
fn a_topic_for_everybody_may_not_stand_amid_the_tracks() {
    let shape = OTHER_TWO
        .replace("\"first\"", "\"facts\"")
        .replace("id = \"two\"", "id = \"new\"\nafter = \"sunny\"");
    let shown = refused(&[
        (tiny_pack::FACTS_FILE, &shape),
        ("modules/02-facts/en/new.md", OTHER_TWO_WORDS),
    ]);
    assert_eq!(
        shown,
        "modules/02-facts/module.toml:4: The topic “new” would stand between topics of one track. \
         Put it after the last topic of the tracks, or before the first."
    );
}

#[test]
fn the_starter_pack_is_sound_and_bears_its_own_name() {
    let files = starter("harbour-clinic").unwrap();
    let content = Curriculum::from_files(&files).unwrap_or_else(|problems| panic!("{problems}"));
    let names: Vec<&str> = content.packs().map(|pack| pack.id.as_str()).collect();
    assert_eq!(names, ["waymark", "harbour-clinic"]);
    assert!(
        content
            .form(&TopicId::from("harbour-clinic-session-scale"))
            .unwrap()
            .instrument
            .is_some()
    );
    assert_eq!(crate::check::check(&content), []);
    assert!(files.keys().all(|path| !path.contains("my-site")));
}

/// Changes one file of the tiny pack, and lists what that changes for answers given.
fn changes(file: &str, from: &str, to: &str) -> Vec<String> {
    let mut files = tiny_pack::files();
    for (path, text) in &mut files {
        if path == file || (path.ends_with(".md") && file.ends_with(".toml")) {
            let text_now = String::from_utf8(text.clone()).unwrap();
            *text = text_now.replace(from, to).into_bytes();
        }
    }
    let new = Curriculum::from_files(&files).unwrap_or_else(|problems| panic!("{problems}"));
    let place = |it: Option<&str>| it.unwrap_or("-").to_owned();
    diff(&tiny(), &new, Lang::En)
        .iter()
        .map(|change| {
            let block = place(change.block.as_ref().map(BlockId::as_str));
            let field = place(change.field.as_ref().map(FieldId::as_str));
            format!("{}/{block}/{field} {:?}", change.topic, change.what)
        })
        .collect()
}

#[test]
fn an_update_says_what_it_changes_for_answers_given() {
    assert_eq!(diff(&tiny(), &tiny(), Lang::En), []);
    let (one, module) = (tiny_pack::ONE_FILE, tiny_pack::MODULE_FILE);
    for (file, from, to, expected) in [
        (
            one,
            "My words",
            "What I say",
            vec![r#"one/sheet/words Reworded { from: "My words", to: "What I say" }"#],
        ),
        (
            module,
            "max = 10 }",
            "max = 5 }",
            vec!["one/sheet/sure NarrowerRange { min: 0, max: 5 }"],
        ),
        (
            module,
            "\"on\", input = \"date\"",
            "\"on\", input = \"text\"",
            vec!["one/sheet/on OtherKind"],
        ),
        (
            module,
            "walk",
            "stroll",
            vec!["one/ticks/stroll New", "one/ticks/walk Gone"],
        ),
        (
            tiny_pack::FORMS_FILE,
            "more",
            "rest",
            vec!["mood/rest/- New", "mood/more/- Gone"],
        ),
        (
            module,
            "mon",
            "sun",
            vec![r#"one/sheet/days ChoicesGone { choices: ["mon"] }"#],
        ),
    ] {
        assert_eq!(changes(file, from, to), expected, "{from}");
    }
}

fn zipped(files: &[(&str, &[u8])]) -> tempfile::NamedTempFile {
    let file = tempfile::NamedTempFile::new().unwrap();
    let mut zip = ZipWriter::new(file.reopen().unwrap());
    for (path, bytes) in files {
        zip.start_file(*path, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap();
    file
}

#[test]
fn a_zip_file_is_a_pack_with_or_without_a_folder_around_it() {
    for outer in ["", "my pack/"] {
        let files = tiny_pack::files();
        let named: Vec<(String, &[u8])> = files
            .iter()
            .map(|(path, bytes)| (format!("{outer}{path}"), bytes.as_slice()))
            .collect();
        let listed: Vec<(&str, &[u8])> = named
            .iter()
            .map(|(path, bytes)| (path.as_str(), *bytes))
            .collect();
        let zip = zipped(&listed);
        let read = Curriculum::read(zip.path()).unwrap_or_else(|problems| panic!("{problems}"));
        assert_eq!(read, files);
    }
}

#[test]
fn a_hostile_zip_file_is_refused_whole() {
    let bomb = vec![0_u8; 50 * 1024 * 1024];
    let many: Vec<(String, Vec<u8>)> = (0..30)
        .map(|n| (format!("modules/{n:02}-a/x.toml"), vec![b'#'; 1024 * 1024]))
        .collect();
    let many: Vec<(&str, &[u8])> = many
        .iter()
        .map(|(path, bytes)| (path.as_str(), bytes.as_slice()))
        .collect();
    for (zip, expected) in [
        (
            zipped(&[("pack.toml", &bomb)]),
            "pack.toml: The file is larger than 1 MiB.",
        ),
        (
            zipped(&many),
            "pack.toml: The pack holds more than 2,000 files or 20 MiB.",
        ),
    ] {
        let shown = Curriculum::read(zip.path()).unwrap_err().to_string();
        assert!(shown.starts_with(expected), "{shown}");
    }
    for path in [
        "../pack.toml",
        "/pack.toml",
        "a\\..\\pack.toml",
        "C:pack.toml",
    ] {
        let zip = zipped(&[("pack.toml", tiny_pack::PACK.as_bytes()), (path, b"x")]);
        let files = Curriculum::read(zip.path()).unwrap_or_default();
        assert!(Curriculum::from_files(&files).is_err(), "{path}");
    }
    let cut = zipped(&[("pack.toml", tiny_pack::PACK.as_bytes())]);
    let bytes = std::fs::read(cut.path()).unwrap();
    std::fs::write(cut.path(), &bytes[..bytes.len() - 30]).unwrap();
    let shown = Curriculum::read(cut.path()).unwrap_err().to_string();
    assert!(
        shown.starts_with("the zip file: It is not a zip file, or damaged"),
        "{shown}"
    );
}

/// A zip file written by hand, since no writer makes such: data in common, and a list of entries that point into it.
fn zip_of(
    data: &[u8],
    entries: impl Iterator<Item = (String, u32, u32)>,
) -> tempfile::NamedTempFile {
    let mut bytes = data.to_vec();
    let (start, mut count) = (bytes.len(), 0_u16);
    for (name, offset, size) in entries {
        bytes.extend(b"PK\x01\x02\x14\0\x14\0\0\0\x08\0\0\0\0\0\0\0\0\0");
        bytes.extend(size.to_le_bytes());
        bytes.extend(0xff_ffff_u32.to_le_bytes());
        bytes.extend(u16::try_from(name.len()).unwrap().to_le_bytes());
        bytes.extend([0; 12]);
        bytes.extend(offset.to_le_bytes());
        bytes.extend(name.as_bytes());
        count = count.wrapping_add(1);
    }
    let list = u32::try_from(bytes.len() - start).unwrap();
    bytes.extend(b"PK\x05\x06\0\0\0\0");
    bytes.extend([count.to_le_bytes(), count.to_le_bytes()].concat());
    bytes.extend(list.to_le_bytes());
    bytes.extend(u32::try_from(start).unwrap().to_le_bytes());
    bytes.extend([0; 2]);
    let mut file = tempfile::NamedTempFile::new().unwrap();
    file.write_all(&bytes).unwrap();
    file
}

/// The header of an entry and its data: a file of 50 MiB, which packs to a thousandth of that.
fn packed_bomb() -> Vec<u8> {
    let zip = zipped(&[("x", &vec![0_u8; 50 * 1024 * 1024])]);
    let bytes = std::fs::read(zip.path()).unwrap();
    let list = bytes
        .windows(4)
        .rposition(|four| four == b"PK\x01\x02")
        .unwrap();
    bytes[..list].to_vec()
}

#[test]
fn a_zip_file_that_would_cost_time_is_refused_within_a_second() {
    let bomb = packed_bomb();
    let size = u32::try_from(bomb.len() - 31).unwrap();
    let header = [&b"PK\x03\x04\x14\0\0\0\x08\0"[..], &[0; 16], b"\x01\0\0\0x"].concat();
    // Each header is followed by all later ones and the bomb, as one stream of stored blocks would quote them.
    let nested = [header.repeat(1500), bomb.clone()].concat();
    let inner = |n: u32| u32::try_from(nested.len()).unwrap() - 31 * (n + 1);
    let overlapping = "the zip file: Its files lie on top of each other.";
    let too_much = "pack.toml: The pack holds more than 2,000 files or 20 MiB.";
    for (what, zip, expected) in [
        (
            "one bomb, named 1,900 times",
            zip_of(&bomb, (0..1900).map(|n| (format!("a/{n}.md"), 0, size))),
            overlapping,
        ),
        (
            "entries within entries",
            zip_of(
                &nested,
                (0..1500).map(|n| (format!("a/{n}.md"), 31 * n, inner(n))),
            ),
            overlapping,
        ),
        (
            "350,000 entries, as many as fit into 20 MiB",
            zip_of(&bomb, (0..350_000).map(|n| (format!("{n:06}"), 0, size))),
            too_much,
        ),
        (
            "a list that begins anew at every letter",
            zip_of(&b"PK\x01\x02".repeat(5_000_000), std::iter::empty()),
            too_much,
        ),
        (
            "nothing but the sign that rules out least",
            zip_of(&vec![1; 20_000_000], std::iter::empty()),
            "",
        ),
        (
            "thirty bombs side by side",
            zipped(
                &bombs(30)
                    .iter()
                    .map(|(path, bytes)| (path.as_str(), bytes.as_slice()))
                    .collect::<Vec<_>>(),
            ),
            "modules/00-a/x.toml: The file is larger than 1 MiB.",
        ),
    ] {
        let since = std::time::Instant::now();
        let read = Curriculum::read(zip.path());
        let took = since.elapsed();
        let shown = read.map(|files| assert!(Curriculum::from_files(&files).is_err()));
        let shown = shown.map_or_else(|problems| problems.to_string(), |()| String::new());
        assert!(shown.starts_with(expected), "{what}: {shown}");
        assert!(took < Duration::from_secs(1), "{what}: {took:?}");
    }
}

/// Files that are each too large, though not by much.
fn bombs(count: usize) -> Vec<(String, Vec<u8>)> {
    let large = vec![b'#'; 1024 * 1024 + 1];
    (0..count)
        .map(|n| (format!("modules/{n:02}-a/x.toml"), large.clone()))
        .collect()
}

#[test]
fn answers_to_a_replaced_form_still_find_their_fields() {
    let licensed = tiny_pack::FORMS.replace("paraphrase", "licensed");
    let content = on_top(&[
        (tiny_pack::FORMS_FILE, &licensed),
        (tiny_pack::PLAN_FILE, tiny_pack::PLAN),
        (tiny_pack::MOOD_FILE, tiny_pack::MOOD),
    ]);
    let key = AnswerKey {
        topic: TopicId::from("mood"),
        block: BlockId::from("items"),
        field: FieldId::from("sleep"),
        row: 0,
        sheet: Some(SheetId::new(
            "0198c5a0-0000-7000-8000-000000000001".parse().unwrap(),
        )),
    };
    let value = AnswerValue::Choice("2".into());
    tiny().accepts(&key, &value).unwrap();
    content.accepts(&key, &value).unwrap();
    assert_eq!(diff(&tiny(), &content, Lang::En), []);
}
