//! Standing and the next topic, as tables.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

use super::*;
use crate::tests::tiny_pack;

/// Modules `first` (one, two) and `second` (three, four); the course `short` has both, `backwards` the other way round.
fn two_modules() -> Curriculum {
    let mut files = tiny_pack::files();
    let module = "id = \"second\"\nsessions = { min = 1, max = 1 }\n\
        [[topic]]\nid = \"three\"\nreview = { status = \"draft\" }\n\
        [[topic]]\nid = \"four\"\nreview = { status = \"draft\" }\n";
    let mut add = |path: &str, text: &str| files.insert(path.to_owned(), text.as_bytes().to_vec());
    add("modules/03-second/module.toml", module);
    for lang in ["en", "da"] {
        add(
            &format!("modules/03-second/{lang}/guide.md"),
            tiny_pack::GUIDE,
        );
        add(
            &format!("modules/03-second/{lang}/three.md"),
            tiny_pack::TWO,
        );
        add(&format!("modules/03-second/{lang}/four.md"), tiny_pack::TWO);
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
        let next = next_topic(&curriculum, &CourseId::from(course), None, &history(met));
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
    let next = next_topic(&curriculum, &CourseId::from("short"), None, &met).unwrap();
    assert_eq!((next.topic.as_str(), next.why), ("three", Why::GoOn));
}

#[test]
fn standing_keeps_the_furthest_depth_and_the_last_day() {
    let curriculum = two_modules();
    let met = history("one:covered one:opened four:partly");
    let standing = standing(&curriculum, &CourseId::from("backwards"), None, &met);
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
    assert!(super::standing(&curriculum, &CourseId::from("no"), None, &met).is_empty());
}

/// The course `long`: modules `first` (one, two) and `facts` (about, sunny or rainy, after).
fn with_tracks(facts: &str) -> Curriculum {
    let mut files = tiny_pack::files();
    let course = tiny_pack::COURSE
        .replace("id = \"short\"", "id = \"long\"")
        .replace("[\"first\"]", "[\"first\", \"facts\"]");
    files.insert("courses/long.toml".to_owned(), course.into_bytes());
    files.insert(tiny_pack::FACTS_FILE.to_owned(), facts.as_bytes().to_vec());
    Curriculum::from_files(&files).unwrap_or_else(|problems| panic!("{problems}"))
}

fn next_on(curriculum: &Curriculum, track: &str, met: &str) -> String {
    let track = Some(TrackId::from(track)).filter(|_| !track.is_empty());
    let next = next_topic(
        curriculum,
        &CourseId::from("long"),
        track.as_ref(),
        &history(met),
    );
    next.map_or_else(
        || "none".to_owned(),
        |Suggestion { topic, why }| format!("{topic} {why:?}"),
    )
}

#[test]
fn a_person_follows_one_track_and_the_others_pass_them_by() {
    let curriculum = with_tracks(tiny_pack::FACTS);
    for (track, met, expected) in [
        ("sun", "about:covered", "sunny NextInModule"),
        ("rain", "about:covered", "rainy NextInModule"),
        ("rain", "about:covered rainy:covered", "after NextInModule"),
        // What was begun on another track, before a change of track, says nothing about the place on this one.
        ("rain", "about:covered sunny:partly", "rainy NextInModule"),
        (
            "rain",
            "one:covered two:covered about:covered rainy:covered after:covered",
            "none",
        ),
        // A track that no module has leaves what is for everybody.
        ("snow", "about:covered", "after NextInModule"),
        // Without a track only what is for everybody is offered, but nothing begun is dropped.
        ("", "about:covered", "after NextInModule"),
        ("", "about:covered rainy:partly", "rainy GoOn"),
        ("", "about:covered rainy:covered", "after NextInModule"),
        (
            "",
            "one:covered two:covered about:covered after:covered",
            "none",
        ),
    ] {
        assert_eq!(next_on(&curriculum, track, met), expected, "{track}: {met}");
    }
}

#[test]
fn a_module_of_tracks_alone_offers_its_first_topic_while_none_is_chosen() {
    let everybody = ["\"about\"\n", "\"after\"\n"];
    let facts = tiny_pack::FACTS
        .replace(everybody[0], "\"about\"\ntrack = \"sun\"\n")
        .replace(everybody[1], "\"after\"\ntrack = \"rain\"\n");
    let curriculum = with_tracks(&facts);
    let first = "one:covered two:covered";
    assert_eq!(next_on(&curriculum, "", first), "about NextModule");
    assert_eq!(next_on(&curriculum, "rain", first), "rainy NextModule");
    let met = format!("{first} about:covered");
    assert_eq!(next_on(&curriculum, "", &met), "none");
}

#[test]
fn standing_holds_the_topics_of_the_track_and_all_of_them_without_one() {
    let curriculum = with_tracks(tiny_pack::FACTS);
    let topics = |track: Option<&TrackId>| -> Vec<String> {
        super::standing(&curriculum, &CourseId::from("long"), track, &[])
            .iter()
            .flat_map(|module| &module.topics)
            .map(|topic| topic.topic.to_string())
            .collect()
    };
    assert_eq!(
        topics(Some(&TrackId::from("sun"))),
        ["one", "two", "about", "sunny", "after"]
    );
    assert_eq!(
        topics(None),
        ["one", "two", "about", "sunny", "rainy", "after"]
    );
}

#[test]
fn the_end_of_a_course_is_counted_in_months() {
    let curriculum = two_modules();
    let weekly = &curriculum.paces()[0];
    for (from, early, late) in [
        ("2026-01-15", "2026-10-15", "2026-11-15"),
        // The last day of a shorter month stands for one it does not have.
        ("2026-05-31", "2027-02-28", "2027-03-31"),
    ] {
        let days = [from, early, late].map(|day| day.parse::<NaiveDate>().unwrap());
        assert_eq!(expected_end(days[0], weekly), (days[1], days[2]), "{from}");
    }
    assert_eq!(
        expected_end(NaiveDate::MAX, weekly),
        (NaiveDate::MAX, NaiveDate::MAX)
    );
}
