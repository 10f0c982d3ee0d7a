//! Pages: what is shown of the content, and the answers given there.

use curriculum::{forms::Offer, instrument::Score};
use domain::{
    AnswerKey, AnswerValue, BlockId, CourseId, Document, FieldId, Lang, ModuleId, PersonId,
    SessionId, TopicId,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{plans::PlanSharing, sheets::PersonForm};

asks! {
    /// Answers a field of a handout, in a session or outside one.
    AnswerField {
        /// Who.
        person: PersonId,
        /// The session it was answered in, if any.
        session: Option<SessionId>,
        /// Where it belongs.
        key: AnswerKey,
        /// What was answered; `None` or empty takes it back.
        value: Option<AnswerValue>,
    }
    /// Asks for a topic's page.
    TopicPage {
        /// Which topic.
        topic: TopicId,
        /// In which language; falls back to the pack's first.
        language: Lang,
        /// In which course, for its number.
        course: CourseId,
        /// Whose answers to show; `None` for a blank page.
        person: Option<PersonId>,
    }
    /// Asks for a module's practitioner guide.
    GuidePage {
        /// Which module.
        module: ModuleId,
        /// In which language; falls back to the pack's first.
        language: Lang,
    }
}

views! {
    /// A page of content with the answers that belong to it.
    PageView {
        /// The page.
        document: Document,
        /// The module it belongs to, for its guide.
        module: Option<ModuleId>,
        /// Where this module asks for the person's own meaning of recovery; `None` in the others.
        meaning: Option<FieldPlace>,
        /// The practice options' and worksheets' pack version.
        pack_version: String,
        /// The form this is a filled copy of, with all the person's copies; `None` for other pages.
        form: Option<PersonForm>,
        /// What the person said elsewhere, beside the fields of the form that can use it.
        offers: Vec<OfferView>,
        /// The score of this copy as it stands; `None` for what is no instrument.
        score: Option<Score>,
        /// To whom this copy may go; `None` for what is not given away like that.
        sharing: Option<PlanSharing>,
        /// The completed examples of what can be filled here.
        examples: Vec<ExampleView>,
    }
    /// A completed example, to read beside the blank: a made-up person's, never the person's own.
    ExampleView {
        /// The form that is the example.
        form: TopicId,
        /// Its title.
        title: String,
        /// The worksheet it shows; `None` for the whole page.
        block: Option<BlockId>,
    }
    /// Where a field stands in a topic.
    FieldPlace {
        /// The block.
        block: BlockId,
        /// The field in it.
        field: FieldId,
    }
    /// The person's own words from elsewhere, offered beside a field. Nothing is taken over by itself.
    OfferView {
        /// The field, the words and where they were given.
        #[serde(flatten)]
        offer: Offer,
        /// The number of the topic they were given on, such as "7.2"; empty for a form.
        number: String,
    }
}
