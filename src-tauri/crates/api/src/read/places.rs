//! The few places of the content that the screens lead to by themselves. Their ids stand here and nowhere else; where the
//! content in use has no such place, the screens do without.

use curriculum::Curriculum;
use domain::{Lang, ModuleId, TopicId, document::Block};

use crate::wire::{FieldPlace, WorksheetPlace};

/// Where a problem is solved step by step: topic and worksheet.
const PROBLEM_SOLVING: (&str, &str) = ("step-by-step", "problem-solving");
/// The form by which a person writes to a supporter.
pub const LETTER: &str = "letter-to-supporter";
/// The form for a card to carry.
const CARD: &str = "wallet-card";
/// Where the supporter is named in it: worksheet and field.
const LETTER_TO: (&str, &str) = ("dear", "to");
/// The plan for hard times.
pub const PLAN: &str = "relapse-prevention-plan";
/// The form that is given at the end of a course.
const CERTIFICATE: &str = "certificate";
/// Forms of the personal folder, in the order in which they lie.
const FOLDER: [&str; 7] = [
    "stress-plan",
    "coping-plan",
    PLAN,
    "medication-list",
    "sobriety-plan",
    "support-map",
    CERTIFICATE,
];
/// Where what helped most is written: topic, worksheet and field.
pub const BEST: (&str, &str, &str) = ("what-worked-best", "my-best", "what");
/// Where the person's own meaning of recovery is asked for: topic, worksheet and field.
const MEANING: (&str, &str, &str) = ("what-is-recovery", "my-meaning", "words");

/// Where the worksheet for solving a problem stands.
pub fn problem_solving(content: &Curriculum) -> Option<WorksheetPlace> {
    let (topic, worksheet) = PROBLEM_SOLVING;
    let place = WorksheetPlace {
        topic: topic.into(),
        block: worksheet.into(),
    };
    let mut blocks = content.topic(&place.topic)?.blocks(Lang::default());
    blocks
        .any(|block| matches!(block, Block::Worksheet { id, many: true, .. } if *id == place.block))
        .then_some(place)
}

/// Where a person writes to a supporter.
pub struct LetterPlace {
    /// The form.
    pub form: TopicId,
    /// The field for the supporter's name, where the form has it.
    pub to: Option<FieldPlace>,
}

/// The form for a card to carry.
pub fn card(content: &Curriculum) -> Option<TopicId> {
    let card = TopicId::from(CARD);
    content.form(&card).map(|_| card)
}

/// Where a person writes to a supporter.
pub fn letter(content: &Curriculum) -> Option<LetterPlace> {
    let form = TopicId::from(LETTER);
    let (worksheet, field) = LETTER_TO;
    let to = FieldPlace {
        block: worksheet.into(),
        field: field.into(),
    };
    content.form(&form)?;
    let mut blocks = content.topic(&form)?.blocks(Lang::default());
    let stands =
        blocks.any(|block| matches!(block, Block::Worksheet { id, .. } if *id == to.block));
    Some(LetterPlace {
        form,
        to: stands.then_some(to),
    })
}

/// The form of the certificate.
pub fn certificate(content: &Curriculum) -> Option<TopicId> {
    let form = TopicId::from(CERTIFICATE);
    content.form(&form).map(|_| form)
}

/// The forms of the personal folder that the content in use has.
pub fn folder(content: &Curriculum) -> impl Iterator<Item = TopicId> {
    let forms = FOLDER.into_iter().map(TopicId::from);
    forms.filter(|form| content.form(form).is_some())
}

/// Where a module asks for the person's own meaning of recovery, if it is the one that does.
pub fn meaning(content: &Curriculum, module: &ModuleId) -> Option<FieldPlace> {
    let (topic, worksheet, field) = MEANING;
    let place = FieldPlace {
        block: worksheet.into(),
        field: field.into(),
    };
    let topic = content.topic(&topic.into())?;
    let mut blocks = topic.blocks(Lang::default());
    let stands =
        blocks.any(|block| matches!(block, Block::Worksheet { id, .. } if *id == place.block));
    (topic.module.as_ref() == Some(module) && stands).then_some(place)
}
