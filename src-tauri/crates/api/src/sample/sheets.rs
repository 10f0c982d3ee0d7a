//! Filled copies of forms in the sample caseload.

use chrono::NaiveTime;
use domain::{AnswerKey, AnswerValue, BlockId, FieldId, SheetId, TopicId, person::Person};
use serde::Deserialize;
use store::{About, Op, Sheet};

use super::Filler;
use crate::error::Result;

/// A form that somebody filled once.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct SampleSheet {
    days_ago: u64,
    form: TopicId,
    answers: Vec<SheetAnswer>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct SheetAnswer {
    block: BlockId,
    field: FieldId,
    #[serde(default)]
    row: u16,
    value: AnswerValue,
}

impl Filler<'_> {
    /// Puts a filled copy through the same store as a real one, dated back.
    pub(super) fn sheet(&mut self, person: &Person, sample: SampleSheet) -> Result<()> {
        let made_on = self.ago(sample.days_ago);
        let sheet = Sheet {
            id: SheetId::new(self.app.uuid()),
            topic: sample.form,
            block: None,
            about: None,
            made_on,
            title: String::new(),
        };
        let at = self.moment(made_on, NaiveTime::MIN);
        let content = self.app.curriculum();
        let version = &content.pack().version;
        let about = About::person(person.id);
        Ok(self.store.transact(Op::AddSheet, about, at, |tx| {
            tx.add_sheet(person.id, &sheet)?;
            sample.answers.into_iter().try_for_each(|answer| {
                let key = AnswerKey {
                    topic: sheet.topic.clone(),
                    block: answer.block,
                    field: answer.field,
                    row: answer.row,
                    sheet: Some(sheet.id),
                };
                tx.save_answer(person.id, None, &key, Some(&answer.value), version)
            })
        })?)
    }
}
