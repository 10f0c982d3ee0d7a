//! How the answers of a form become a score.

use domain::BlockId;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How the answers of a form become a score.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Instrument {
    /// Who answers.
    pub rater: Rater,
    /// What is computed.
    pub score: ScoreRule,
    /// The blocks whose items count.
    pub blocks: Vec<BlockId>,
    /// With fewer answered items there is no score.
    pub least: u16,
    /// Whether a sum is brought up to the number of items when some were not answered.
    pub prorate: bool,
    /// Which end is the better one.
    pub better: Better,
    /// Whose words the items are.
    pub wording: Wording,
}

/// Who answers an instrument.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Rater {
    /// The person.
    Person,
    /// The practitioner.
    Practitioner,
}

impl Rater {
    pub(crate) const NAMES: [(&str, Self); 2] = [
        ("person", Self::Person),
        ("practitioner", Self::Practitioner),
    ];
}

/// What is computed from the answered items.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum ScoreRule {
    /// Their sum.
    Sum,
    /// Their mean.
    Mean,
    /// How many are right.
    Right,
}

impl ScoreRule {
    pub(crate) const NAMES: [(&str, Self); 3] = [
        ("sum", Self::Sum),
        ("mean", Self::Mean),
        ("right", Self::Right),
    ];
}

/// Which end of a score is the better one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Better {
    /// More is better.
    Higher,
    /// Less is better.
    Lower,
    /// Neither is.
    Neither,
}

impl Better {
    pub(crate) const NAMES: [(&str, Self); 3] = [
        ("higher", Self::Higher),
        ("lower", Self::Lower),
        ("neither", Self::Neither),
    ];
}

/// Whose words the items of an instrument are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Wording {
    /// The pack's own.
    Own,
    /// The pack's own plain paraphrase of somebody else's instrument.
    Paraphrase,
    /// The official words, under a licence.
    Licensed,
}

impl Wording {
    pub(crate) const NAMES: [(&str, Self); 3] = [
        ("own", Self::Own),
        ("paraphrase", Self::Paraphrase),
        ("licensed", Self::Licensed),
    ];
}
