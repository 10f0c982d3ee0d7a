//! Filled copies of forms in the sample.

use api::Result;
use chrono::NaiveTime;
use domain::{AnswerKey, SheetId, person::Person};
use store::{About, Op, Sheet};

use crate::{caseload::SampleSheet, filler::Filler};

impl Filler<'_> {
    /// Puts a filled copy through the same store as a real one, dated back.
    pub fn sheet(&mut self, person: &Person, sample: SampleSheet) -> Result<()> {
        let made_on = self.ago(sample.days_ago);
        let sheet = Sheet {
            id: SheetId::new(self.app.uuid()),
            topic: sample.form,
            block: None,
            about: None,
            made_on,
            on_paper: false,
            title: String::new(),
            review_on: None,
        };
        let at = self.moment(made_on, NaiveTime::MIN);
        let content = self.app.curriculum();
        let edition = content.edition(&sheet.topic);
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
                tx.save_answer(person.id, None, &key, Some(&answer.value), &edition)
            })
        })?)
    }
}
