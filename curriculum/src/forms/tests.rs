//! Offers, as a table.
#![allow(clippy::unwrap_used, reason = "tests")]

use domain::SheetId;

use super::*;
use crate::tests::tiny_pack;

fn sheet(number: u8) -> Option<SheetId> {
    let id = format!("0198c5a0-0000-7000-8000-0000000000{number:02}");
    Some(SheetId::new(id.parse().unwrap()))
}

fn answer(place: &str, row: u16, sheet: Option<SheetId>, value: AnswerValue) -> Answer {
    let (block, field) = place.split_once('/').unwrap();
    Answer {
        key: AnswerKey {
            topic: TopicId::from("one"),
            block: BlockId::from(block),
            field: FieldId::from(field),
            row,
            sheet,
        },
        value,
    }
}

fn offered(answers: &[Answer], lang: Lang) -> Vec<String> {
    let curriculum =
        Curriculum::from_files(&tiny_pack::files()).unwrap_or_else(|problems| panic!("{problems}"));
    let form = curriculum.form(&TopicId::from("plan")).unwrap();
    offers(&curriculum, form, answers, lang)
        .into_iter()
        .map(|offer| {
            format!(
                "{}/{}: {} ({})",
                offer.block, offer.field, offer.words, offer.title
            )
        })
        .collect()
}

#[test]
fn own_words_are_offered_verbatim_and_what_was_chosen_as_its_label() {
    let text = |words: &str| AnswerValue::Text(words.to_owned());
    let choice = |id: &str| AnswerValue::Choice(OptionId::from(id));
    let ticks =
        |ids: &[&str]| AnswerValue::Ticks(ids.iter().map(|id| OptionId::from(*id)).collect());
    let day = AnswerValue::Date("2026-12-01".parse().unwrap());
    let answers = [
        answer("ask/answer", 0, None, text("  teh lake\nat night ")),
        answer("ticks/sing", 0, None, ticks(&["want", "already"])),
        answer("ticks/walk", 0, None, ticks(&["want"])),
        answer("ticks/other-2", 0, None, text("Swimming")),
        answer("rate/home", 0, None, choice("low")),
        answer("sheet/told", 0, sheet(2), choice("one")),
        answer("sheet/told", 0, sheet(1), choice("nobody")),
        answer("sheet/what", 0, sheet(1), text("Call Ana")),
        answer("sheet/by", 0, sheet(1), day),
        answer("sheet/what", 2, sheet(1), text("Go")),
        // Not asked for.
        answer("sheet/words", 0, None, text("Mine")),
    ];
    assert_eq!(
        offered(&answers, Lang::En),
        [
            "mine/helps: Walking (I want to) (One)",
            "mine/helps: Singing (I do, I want to) (One)",
            "mine/helps: Swimming (One)",
            "mine/helps: Home: Low (One)",
            "mine/helps:   teh lake\nat night  (One)",
            "mine/who: Nobody (One)",
            "mine/who: One (One)",
            // The whole group, then its first column alone.
            "mine/step: Call Ana; 1 December 2026 (One)",
            "mine/step: Go (One)",
            "mine/step: Call Ana (One)",
            "mine/step: Go (One)",
        ]
    );
    let one = answers.get(4..5).unwrap();
    assert_eq!(offered(one, Lang::Da), ["mine/helps: Home: Low (En)"]);
}

#[test]
fn a_checklist_of_one_column_offers_its_rows_alone() {
    let mut files = tiny_pack::files();
    let module = tiny_pack::MODULE.replace("[\"already\", \"want\"]", "[\"already\"]");
    files.insert(tiny_pack::MODULE_FILE.to_owned(), module.into_bytes());
    for page in [tiny_pack::ONE_FILE, tiny_pack::ONE_DANISH] {
        let text = tiny_pack::ONE.replace("want = \"I want to\"\n", "");
        files.insert(page.to_owned(), text.into_bytes());
    }
    let curriculum = Curriculum::from_files(&files).unwrap_or_else(|problems| panic!("{problems}"));
    let form = curriculum.form(&TopicId::from("plan")).unwrap();
    let ticks = AnswerValue::Ticks([OptionId::from("already")].into());
    let answers = [answer("ticks/walk", 0, None, ticks)];
    let offers = offers(&curriculum, form, &answers, Lang::En);
    let words: Vec<&str> = offers.iter().map(|offer| offer.words.as_str()).collect();
    assert_eq!(words, ["Walking"]);
}

#[test]
fn blank_answers_and_choices_that_are_gone_offer_nothing() {
    let answers = [
        answer("ask/answer", 0, None, AnswerValue::Text(" \n".to_owned())),
        answer("ticks/walk", 0, None, AnswerValue::Ticks([].into())),
        answer(
            "ticks/sing",
            0,
            None,
            AnswerValue::Ticks([OptionId::from("gone")].into()),
        ),
        answer(
            "rate/home",
            0,
            None,
            AnswerValue::Choice(OptionId::from("gone")),
        ),
        answer("sheet/what", 0, None, AnswerValue::Text(String::new())),
    ];
    assert_eq!(offered(&answers, Lang::En), Vec::<String>::new());
    assert_eq!(offered(&[], Lang::En), Vec::<String>::new());
}
