//! Holds an answer against the field it claims to belong to, before it reaches the store.

use domain::{AnswerKey, AnswerValue, document::Block};

use crate::{
    curriculum::Curriculum,
    fits::{AnswerProblem, check},
    model::slots,
};

/// Rows a repeating group can grow to.
const MOST_ROWS: u16 = 100;

impl Curriculum {
    /// Tells whether an answer fits: the field exists, its kind takes the value, choices exist, numbers are in range.
    pub fn accepts(&self, key: &AnswerKey, value: &AnswerValue) -> Result<(), AnswerProblem> {
        let topic = self
            .topic(&key.topic)
            .ok_or_else(|| AnswerProblem::NoTopic(key.topic.to_string()))?;
        let block = topic
            .structure()
            .find(|block| block.id() == Some(&key.block))
            .ok_or_else(|| AnswerProblem::NoBlock(key.block.to_string()))?;
        let many = matches!(block, Block::Worksheet { many: true, .. });
        match (self.form(&key.topic).is_some(), key.sheet) {
            (true, None) => return Err(AnswerProblem::NeedsSheet),
            (false, Some(_)) if !many => return Err(AnswerProblem::NoSheet),
            _ => {}
        }
        let slot = slots(block)
            .into_iter()
            .find(|slot| slot.field == key.field)
            .ok_or_else(|| AnswerProblem::NoField(key.field.to_string()))?;
        if key.row >= if slot.repeats { MOST_ROWS } else { 1 } {
            return Err(AnswerProblem::NoRow(key.row));
        }
        check(&slot.takes, value)
    }
}
