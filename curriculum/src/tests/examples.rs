//! Examples: a form or worksheet as somebody of the stories has filled it in.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

use chrono::NaiveDate;
use domain::{
    AnswerValue, CourseId, Document, Lang, TopicId,
    document::{Block, Hundredths},
};

use super::tiny_pack;
use crate::*;

/// A pack with an example of a worksheet of a topic, and one of a form.
fn with(of: &str, front: &str) -> Result<Curriculum, Problems> {
    let mut files = tiny_pack::files();
    let forms = String::from_utf8(files["forms/forms.toml"].clone()).unwrap();
    let form = format!(
        "\n[[form]]\nid = \"shown\"\nkind = \"example\"\nof = \"{of}\"\nreview = {{ status = \"draft\" }}\n"
    );
    files.insert("forms/forms.toml".to_owned(), (forms + &form).into_bytes());
    for lang in ["en", "da"] {
        let page = format!(
            "+++\ntitle = \"Ann's plan\"\npurpose = \"As Ann did it.\"\n\n{front}\n+++\n\nAnn likes walks.\n"
        );
        files.insert(format!("forms/{lang}/shown.md"), page.into_bytes());
    }
    Curriculum::from_files(&files)
}

fn page(content: &Curriculum, id: &str) -> Document {
    let day = NaiveDate::from_ymd_opt(2026, 11, 21).unwrap();
    let page = content.page(&TopicId::from(id), Lang::En, &CourseId::from("short"), day);
    page.unwrap()
}

#[test]
fn an_example_shows_the_blocks_of_its_form_with_what_was_written_there() {
    let front = "[answers.sheet]\nwords = \"The harbour.\"\non = 2026-02-03\nsure = 7\ntold = \"one\"\ndays = [\"mon\", \"tue\"]\nsteps = [{ what = \"Shoes\" }, { what = \"Door\", by = 2026-02-04 }]";
    let content = with("one/sheet", front).unwrap_or_else(|problems| panic!("{problems}"));
    let shown = page(&content, "shown");
    assert_eq!(shown.title, "Ann's plan");
    assert!(
        matches!(
            &shown.blocks[..],
            [
                Block::Paragraph { .. },
                Block::Worksheet { many: false, .. }
            ]
        ),
        "{:?}",
        shown.blocks
    );
    let said: Vec<_> = shown
        .answers
        .iter()
        .map(|answer| (answer.key.field.as_str(), answer.key.row, &answer.value))
        .collect();
    assert_eq!(said.len(), 8, "{said:?}");
    assert!(said.contains(&("sure", 0, &AnswerValue::Number(Hundredths(700)))));
    assert!(said.contains(&("what", 1, &AnswerValue::Text("Door".to_owned()))));
    let form = content.form(&TopicId::from("shown")).unwrap();
    assert!(!form.is_filled_for_people());
    // The page that it shows stays blank.
    assert!(page(&content, "one").answers.is_empty());
    assert!(with("plan", "[answers.mine]\nwho = \"Bo\"").is_ok());
}

#[test]
fn what_does_not_fit_its_form_is_named_with_its_line() {
    for (of, front, what) in [
        (
            "plans",
            "[answers.mine]\nwho = \"Bo\"",
            "There is no form or topic “plans”",
        ),
        (
            "shown",
            "[answers.mine]\nwho = \"Bo\"",
            "There is no form or topic “shown”",
        ),
        (
            "one/sheets",
            "[answers.sheet]\nsure = 7",
            "“one” has no block “sheets”",
        ),
        (
            "plan",
            "[answers.mind]\nwho = \"Bo\"",
            "The form has no block “mind”",
        ),
        (
            "plan",
            "[answers.mine]\nwhom = \"Bo\"",
            "The form has no field “whom”",
        ),
        (
            "plan",
            "[answers.mine]\nsteps = [{ steps = \"Go\" }]",
            "The form has no field “steps”",
        ),
        ("one/sheet", "[answers.sheet]\nsure = 11", "“sure” is 11"),
        (
            "one/sheet",
            "[answers.sheet]\non = \"soon\"",
            "“on” holds words",
        ),
        (
            "one/sheet",
            "[answers.sheet]\ntold = \"two\"",
            "there is no choice “two”",
        ),
        ("plan", "", "The key “answers” is missing"),
    ] {
        let problems = with(of, front).map(|_| ()).unwrap_err().to_string();
        assert!(problems.contains(what), "{of}: {problems}");
    }
}

#[test]
fn every_plan_that_ships_has_a_completed_example() {
    let content = Curriculum::built_in().unwrap();
    let examples: Vec<Document> = content
        .forms()
        .iter()
        .filter(|form| form.kind == FormKind::Example)
        .map(|form| page(&content, form.page.id.as_str()))
        .collect();
    for form in content
        .forms()
        .iter()
        .filter(|form| form.kind == FormKind::Plan)
    {
        let own = page(&content, form.page.id.as_str());
        let is_shown = examples
            .iter()
            .any(|example| example.blocks.ends_with(&own.blocks) && !example.answers.is_empty());
        assert!(is_shown, "{} has no example", form.page.id);
    }
}
