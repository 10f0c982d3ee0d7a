//! Views of forms: plans, logs, instruments and the like, and a person's filled copies of them.

use chrono::NaiveDate;
use curriculum::{Better, FormKind, Rater, Wording, forms::Offer, instrument::Score};
use domain::{GoalId, ModuleId, SheetId, TopicId, document::ReviewStatus};
use serde::Serialize;
use ts_rs::TS;

views! {
    /// Every form there is for a person.
    FormsView {
        /// The forms: those of the module the person is in now first, then as the pack orders them.
        forms: Vec<PersonForm>,
    }
    /// A form with what one person has of it.
    PersonForm {
        /// The form.
        #[serde(flatten)]
        form: FormCard,
        /// Whether it belongs to the module the person is in now.
        current: bool,
        /// The person's copies, newest first; those after the first are earlier versions.
        copies: Vec<FormCopy>,
    }
    /// A form to choose.
    FormCard {
        /// Names it; also the topic of its page.
        id: TopicId,
        /// What kind of form it is.
        kind: FormKind,
        /// Its title.
        title: String,
        /// What it is for.
        purpose: String,
        /// The module it belongs to; `None` for all.
        module: Option<ModuleId>,
        /// That module's title; empty for all.
        module_title: String,
        /// Its review status.
        review: ReviewStatus,
        /// How it is scored; `None` for what is no instrument.
        instrument: Option<InstrumentFacts>,
    }
    /// What is to be known of an instrument beside its scores.
    InstrumentFacts {
        /// Who answers.
        rater: Rater,
        /// Which end of the score is the better one; never a colour.
        better: Better,
        /// Whose words its items are.
        wording: Wording,
        /// With fewer answered items there is no score.
        least: u16,
    }
    /// A filled copy of a form.
    FormCopy {
        /// Names it.
        id: SheetId,
        /// The day it was begun.
        made_on: NaiveDate,
        /// The goal it is about.
        about: Option<GoalId>,
        /// Its first written words, for telling copies apart; empty when there are none.
        first_words: String,
        /// Its score; `None` for what is no instrument.
        score: Option<Score>,
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
