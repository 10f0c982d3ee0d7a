//! A slip to take home: one promise on half a sheet, in the person's own words, with room for a pen to tell how it went. What
//! could get in the way, and what it is good for, is talked about in the session; the slip stays small enough to be read.

use domain::{
    Document, PersonId, PracticeId, SessionId,
    calendar::long_date,
    document::{Block, Choice, Fact, Field, Input, WorksheetPart},
    practice::{Practice, PracticeResult},
};
use store::Store;

use super::ours::{self, paragraph, quotation};
use crate::{
    app::App,
    error::{ErrorCode, Result},
    read::{labels::Labels, lookup},
};

/// Which promises.
#[derive(Clone, Copy)]
pub(super) enum Which {
    /// This one.
    One(PracticeId),
    /// Those made in a session.
    Of(SessionId),
    /// Those that stand open.
    Open,
}

/// Writes out a slip for each promise; one that says that there is none where nothing was promised.
pub(super) fn documents(
    app: &App,
    store: &Store,
    person: PersonId,
    which: Which,
) -> Result<Vec<Document>> {
    let person = store.person(person)?;
    let mut practices = match which {
        Which::One(id) => {
            let mut all = store.practices(person.id)?.into_iter();
            let found = all.find(|practice| practice.id == id);
            vec![found.ok_or(ErrorCode::NotFound)?]
        }
        Which::Of(session) => {
            let record = lookup::session(store, session)?;
            if record.person != person.id {
                return Err(ErrorCode::NotFound.into());
            }
            record.practices_agreed
        }
        Which::Open => store.open_practices(person.id)?,
    };
    practices.retain(|practice| !practice.plan.what.trim().is_empty());
    let lang = person.details.language;
    let labels = Labels::of(lang);
    let paper = |purpose: &str, blocks| {
        let head = ours::Head {
            lang,
            title: &labels.promise,
            purpose,
            person: Some(&person),
        };
        ours::document(app, &head, blocks)
    };
    if practices.is_empty() {
        return Ok(vec![paper("", vec![paragraph(&labels.nothing_yet)])]);
    }
    let today = app.now().day();
    let next = person.details.next_meeting;
    let next = next.filter(|at| at.date() >= today).map(|at| {
        let day = long_date(lang, at.date());
        format!("{day}, {}", at.format(&labels.slip.clock))
    });
    let slips = practices.into_iter().map(|practice| {
        let purpose = format!(
            "{} {}",
            labels.slip.agreed_on,
            long_date(lang, practice.agreed_on)
        );
        paper(&purpose, blocks(labels, practice, next.as_deref()))
    });
    Ok(slips.collect())
}

fn blocks(labels: &Labels, practice: Practice, next: Option<&str>) -> Vec<Block> {
    let plan = practice.plan;
    let slip = &labels.slip;
    let rows: Vec<_> = [
        (&labels.when, plan.when.as_str()),
        (&labels.place, &plan.place),
        (&labels.with_whom, &plan.with_whom),
        (&slip.materials, &plan.materials),
        (&slip.reminder, &plan.reminder),
        (&slip.next_meeting, next.unwrap_or_default()),
    ]
    .into_iter()
    .filter(|(_, value)| !value.trim().is_empty())
    .map(|(label, value)| Fact {
        label: label.clone(),
        value: value.to_owned(),
    })
    .collect();
    let mut blocks = vec![quotation(plan.what, String::new())];
    if !rows.is_empty() {
        blocks.push(Block::Facts { rows });
    }
    blocks.push(how_it_went(labels));
    blocks
}

/// What a pen can tell; nothing of it is ticked beforehand.
fn how_it_went(labels: &Labels) -> Block {
    let slip = &labels.slip;
    let results = [
        PracticeResult::Done,
        PracticeResult::Partly,
        PracticeResult::NotDone,
        PracticeResult::Changed,
    ];
    let choices = results
        .into_iter()
        .map(|result| {
            let (id, label) = match result {
                PracticeResult::Done => ("done", &slip.done),
                PracticeResult::Partly => ("partly", &slip.partly),
                PracticeResult::NotDone => ("not-done", &slip.not_done),
                PracticeResult::Changed => ("changed", &slip.changed),
            };
            Choice {
                id: id.into(),
                label: label.clone(),
            }
        })
        .collect();
    let field = |id: &str, label: &str, input| WorksheetPart::Field {
        field: Field::new(id.into(), label.to_owned(), String::new(), input),
    };
    Block::Worksheet {
        id: "how-it-went".into(),
        title: slip.how_it_went.clone(),
        intro: String::new(),
        many: false,
        parts: vec![
            field("result", &slip.result, Input::OneOf { choices }),
            field(
                "what-happened",
                &slip.what_happened,
                Input::LongText { lines: 2 },
            ),
        ],
    }
}
