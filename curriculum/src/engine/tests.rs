//! Standing and the next topic, as tables.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

use super::*;
use crate::content::tiny_pack;

/// Modules `first` (one, two) and `second` (three, four); the course `short` has both, `backwards` the other way round.
fn two_modules() -> Curriculum {
    let mut files = tiny_pack::files();
    let module = "id = \"second\"\nsessions = { min = 1, max = 1 }\n\
        [[topic]]\nid = \"three\"\nreview = { status = \"draft\" }\n\
        [[topic]]\nid = \"four\"\nreview = { status = \"draft\" }\n";
    let mut add = |path: &str, text: &str| files.insert(path.to_owned(), text.as_bytes().to_vec());
    add("modules/02-second/module.toml", module);
    for lang in ["en", "da"] {
        add(
            &format!("modules/02-second/{lang}/guide.md"),
            tiny_pack::GUIDE,
        );
        add(
            &format!("modules/02-second/{lang}/three.md"),
            tiny_pack::TWO,
        );
        add(&format!("modules/02-second/{lang}/four.md"), tiny_pack::TWO);
    }
    let course = tiny_pack::COURSE.replace("[\"first\"]", "[\"first\", \"second\"]");
    add("courses/short.toml", &course);
    let backwards = tiny_pack::COURSE
        .replace("id = \"short\"", "id = \"backwards\"")
        .replace("[\"first\"]", "[\"second\", \"first\"]");
    add("courses/backwards.toml", &backwards);
    Curriculum::from_files(&files).unwrap_or_else(|problems| panic!("{problems}"))
}

/// Reads "one:covered two:partly": one session a day, in order.
fn history(written: &str) -> Vec<Met> {
    (1_u32..)
        .zip(written.split_whitespace())
        .map(|(number, met)| {
            let (topic, depth) = met.split_once(':').unwrap();
            Met {
                topic: TopicId::from(topic),
                depth: match depth {
                    "opened" => Depth::Opened,
                    "partly" => Depth::Partly,
                    "covered" => Depth::Covered,
                    other => panic!("{other}"),
                },
                on: NaiveDate::from_ymd_opt(2026, 11, number).unwrap(),
                session_number: number,
            }
        })
        .collect()
}

#[test]
fn the_next_topic_follows_from_what_was_met() {
    let curriculum = two_modules();
    for (course, met, expected) in [
        ("short", "", "one First"),
        ("short", "one:opened", "one GoOn"),
        ("short", "one:partly", "one GoOn"),
        ("short", "one:covered", "two NextInModule"),
        ("short", "one:partly one:covered", "two NextInModule"),
        ("short", "one:covered two:covered", "three NextModule"),
        // Jumps are free: the next is after the jump, and what was passed over comes back at the end.
        ("short", "three:covered", "four NextInModule"),
        ("short", "three:covered four:covered", "one NextModule"),
        (
            "short",
            "two:covered three:covered four:covered",
            "one NextModule",
        ),
        ("short", "one:covered three:partly", "three GoOn"),
        // Something begun earlier waits its turn.
        ("short", "two:partly three:covered", "four NextInModule"),
        (
            "short",
            "two:partly three:covered four:covered one:covered",
            "two NextInModule",
        ),
        // A look back at what is covered does not undo it, and the way goes on from there.
        (
            "short",
            "one:covered two:covered one:opened",
            "three NextModule",
        ),
        (
            "short",
            "one:covered two:covered three:covered four:covered",
            "none",
        ),
        // A course of another order, and topics it does not hold.
        ("backwards", "", "three First"),
        ("backwards", "four:covered", "one NextModule"),
        ("backwards", "elsewhere:partly", "three First"),
        (
            "backwards",
            "three:covered elsewhere:partly",
            "four NextInModule",
        ),
        ("no-such-course", "one:covered", "none"),
    ] {
        let next = next_topic(&curriculum, &CourseId::from(course), &history(met));
        let found = match next {
            Some(Suggestion { topic, why }) => format!("{topic} {why:?}"),
            None => "none".to_owned(),
        };
        assert_eq!(found, expected, "{course}: {met}");
    }
}

#[test]
fn the_last_topic_met_is_that_of_the_last_day_whatever_the_order_given() {
    let curriculum = two_modules();
    let mut met = history("one:covered two:covered three:partly");
    met.reverse();
    let next = next_topic(&curriculum, &CourseId::from("short"), &met).unwrap();
    assert_eq!((next.topic.as_str(), next.why), ("three", Why::GoOn));
}

#[test]
fn standing_keeps_the_furthest_depth_and_the_last_day() {
    let curriculum = two_modules();
    let met = history("one:covered one:opened four:partly");
    let standing = standing(&curriculum, &CourseId::from("backwards"), &met);
    let shown: Vec<String> = standing
        .iter()
        .flat_map(|module| {
            module.topics.iter().map(|topic| {
                let day = topic.last_on.map(|on| on.to_string());
                format!(
                    "{} {} {:?} {:?}",
                    module.module, topic.topic, topic.depth, day
                )
            })
        })
        .collect();
    assert_eq!(
        shown,
        [
            "second three None None",
            "second four Some(Partly) Some(\"2026-11-03\")",
            "first one Some(Covered) Some(\"2026-11-02\")",
            "first two None None",
        ]
    );
    assert!(super::standing(&curriculum, &CourseId::from("no"), &met).is_empty());
}
