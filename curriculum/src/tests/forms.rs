//! What forms, tracks and paces of a good pack become.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

use chrono::NaiveDate;
use domain::{
    AnswerKey, AnswerValue, BlockId, CourseId, FieldId, Lang, ModuleId, OptionId, PaceId, SheetId,
    TopicId, TrackId,
    document::{Block, DocumentKind, Inline, ServicesAbout},
};

use super::tiny_pack;
use crate::*;

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
fn a_form_is_a_page_like_any_other() {
    let tiny = tiny();
    let plan = TopicId::from("plan");
    let form = tiny.form(&plan).unwrap();
    assert_eq!(
        (form.kind, form.page.module.as_ref()),
        (FormKind::Plan, None)
    );
    assert!(form.instrument.is_none());
    assert_eq!(tiny.topic_title(&plan, Lang::Da), "Min plan");
    assert_eq!(tiny.find_topic("plan", &short()).unwrap().id, plan);
    assert_eq!(tiny.number(&plan, &short()), "");
    assert!(tiny.form(&TopicId::from("one")).is_none());

    let page = tiny.page(&plan, Lang::En, &short(), day()).unwrap();
    assert_eq!((page.kind, page.topic), (DocumentKind::Form, Some(plan)));
    let source = page.source.unwrap();
    assert_eq!((source.module.as_str(), source.number.as_str()), ("", ""));
    // No summary was written, so there is no heading for one.
    assert!(matches!(
        &page.blocks[..],
        [Block::Worksheet { many: false, .. }]
    ));
    let ids: Vec<_> = tiny.pages().map(|page| page.id.as_str()).collect();
    assert_eq!(
        ids,
        [
            "one", "two", "about", "sunny", "rainy", "after", "plan", "mood"
        ]
    );
}

#[test]
fn the_places_that_a_field_takes_words_from_are_kept() {
    let tiny = tiny();
    let form = tiny.form(&TopicId::from("plan")).unwrap();
    let shown: Vec<String> = form
        .sources()
        .iter()
        .map(|field| {
            let from = field.from.iter().map(|place| match &place.field {
                Some(field) => format!("{}/{}/{field}", place.topic, place.block),
                None => format!("{}/{}", place.topic, place.block),
            });
            let from: Vec<_> = from.collect();
            format!("{}/{}: {}", field.block, field.field, from.join(" "))
        })
        .collect();
    assert_eq!(
        shown,
        [
            "mine/helps: one/ticks one/rate one/ask",
            "mine/who: one/sheet/told",
            "mine/step: one/sheet/steps one/sheet/what",
        ]
    );
}

#[test]
fn an_instrument_says_on_the_page_whose_words_these_are() {
    let tiny = tiny();
    let mood = TopicId::from("mood");
    let form = tiny.form(&mood).unwrap();
    let instrument = form.instrument.as_ref().unwrap();
    assert_eq!(
        (instrument.rater, instrument.score, instrument.least),
        (Rater::Person, ScoreRule::Mean, 3)
    );
    assert_eq!(form.source(Lang::Nb), "Ida Lund, 2020.");
    assert_eq!(form.rights(Lang::En), "Free for all.");
    let page = tiny.page(&mood, Lang::En, &short(), day()).unwrap();
    assert_eq!(page.source.unwrap().module, "The first");
    let [.., Block::Heading { text, .. }, Block::Facts { rows }] = &page.blocks[..] else {
        panic!("{:?}", page.blocks);
    };
    assert_eq!(text, "About this form");
    let rows: Vec<_> = rows
        .iter()
        .map(|row| format!("{}: {}", row.label, row.value))
        .collect();
    assert_eq!(
        rows,
        [
            "Made by: Ida Lund, 2020.",
            "Who may use it: Free for all.",
            "Its words: We put this into our own plain words. They are not the official wording.",
        ]
    );
}

#[test]
fn a_form_is_answered_on_a_copy_alone() {
    let tiny = tiny();
    let accepts = |topic: &str, block: &str, field: &str, sheet: bool, value: AnswerValue| {
        let key = AnswerKey {
            topic: TopicId::from(topic),
            block: BlockId::from(block),
            field: FieldId::from(field),
            row: 0,
            sheet: sheet
                .then(|| SheetId::new("0198c5a0-0000-7000-8000-000000000001".parse().unwrap())),
        };
        tiny.accepts(&key, &value)
            .map_err(|problem| problem.to_string())
    };
    let text = || AnswerValue::Text("Mine".to_owned());
    let level = || AnswerValue::Choice(OptionId::from("na"));
    assert_eq!(accepts("plan", "mine", "who", true, text()), Ok(()));
    assert_eq!(accepts("mood", "items", "sleep", true, level()), Ok(()));
    assert_eq!(
        accepts("mood", "items", "sleep", false, level()),
        Err("a form is filled on a copy of its own; start one and answer there".to_owned())
    );
    for block in ["my-plan", "near-me"] {
        assert_eq!(
            accepts("about", block, "who", false, text()),
            Err("the block has no field “who”; choose one of its own".to_owned())
        );
    }
}

#[test]
fn a_page_leads_to_a_form_by_its_own_title_and_holds_no_services() {
    let tiny = tiny();
    let about = TopicId::from("about");
    let page = tiny.page(&about, Lang::Da, &short(), day()).unwrap();
    let plain = |text: &str| Inline::Plain(text.to_owned());
    assert_eq!(
        page.blocks[..2],
        [
            Block::FormLink {
                id: BlockId::from("my-plan"),
                form: TopicId::from("plan"),
                title: "Min plan".to_owned(),
                purpose: "Keep what helps.".to_owned(),
                words: vec![
                    plain("Open "),
                    Inline::Emphasis("it".to_owned()),
                    plain(" now.")
                ],
            },
            Block::Services {
                id: BlockId::from("near-me"),
                about: ServicesAbout::Crisis,
                title: "Near me".to_owned(),
                empty: "Ask for a number, and write it down.".to_owned(),
                entries: Vec::new(),
            },
        ]
    );
}

#[test]
fn topics_of_tracks_share_a_number_which_finds_the_first() {
    let mut files = tiny_pack::files();
    let course = tiny_pack::COURSE.replace("[\"first\"]", "[\"facts\", \"first\"]");
    files.insert("courses/short.toml".to_owned(), course.into_bytes());
    let tiny = Curriculum::from_files(&files).unwrap();
    let numbers = ["about", "sunny", "rainy", "after", "two"]
        .map(|topic| tiny.number(&TopicId::from(topic), &short()));
    assert_eq!(numbers, ["1.1", "1.2", "1.2", "1.3", "2.2"]);
    let found = ["1.2", "1.3", "1.4"].map(|number| {
        tiny.find_topic(number, &short())
            .map(|topic| topic.id.as_str())
    });
    assert_eq!(found, [Some("sunny"), Some("after"), None]);

    let facts = tiny.module(&ModuleId::from("facts")).unwrap();
    assert_eq!(facts.tracks[1].title.get(Lang::Da), "Regn");
    let rain = TrackId::from("rain");
    let topics = |track| -> Vec<_> {
        facts
            .topics_for(track)
            .map(|topic| topic.id.as_str())
            .collect()
    };
    assert_eq!(topics(Some(&rain)), ["about", "rainy", "after"]);
    assert_eq!(topics(None), ["about", "sunny", "rainy", "after"]);
}

#[test]
fn a_pack_needs_neither_paces_nor_forms() {
    let tiny = tiny();
    let weekly = tiny.pace(&PaceId::from("weekly")).unwrap();
    assert_eq!(
        (weekly.days, weekly.months),
        (7, Months { min: 9, max: 10 })
    );
    let mut files = tiny_pack::files();
    files.retain(|path, _| {
        !path.starts_with("forms/") && !path.starts_with("modules/02") && path != "paces.toml"
    });
    let bare = Curriculum::from_files(&files).unwrap_or_else(|problems| panic!("{problems}"));
    assert!(bare.paces().is_empty() && bare.forms().is_empty());
}
