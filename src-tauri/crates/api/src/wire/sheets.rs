//! Sheets: filled copies of forms and worksheets.

use chrono::NaiveDate;
use curriculum::{Better, FormKind, Rater, ScoreRule, Wording, instrument::Score};
use domain::{BlockId, GoalId, ModuleId, PersonId, SheetId, TopicId, document::ReviewStatus};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::plans::PlanFacts;

asks! {
    /// Starts a filled copy of a form, or of a worksheet that can be filled many times.
    StartSheet {
        /// Who.
        person: PersonId,
        /// The form, or the topic the worksheet stands in.
        topic: TopicId,
        /// The worksheet; `None` for a form, whose copy covers the whole page.
        block: Option<BlockId>,
        /// The goal it is about, if any.
        about: Option<GoalId>,
        /// The copy before, whose answers are carried into this new version; it stays as it is.
        from: Option<SheetId>,
    }
    /// Opens the newest copy of a form, or starts the first.
    OpenForm {
        /// Who.
        person: PersonId,
        /// The form.
        form: TopicId,
    }
    /// Opens a filled copy.
    OpenSheet {
        /// Who.
        person: PersonId,
        /// Which.
        sheet: SheetId,
    }
}

views! {
    /// A filled copy in a list.
    SheetCard {
        /// Names it.
        id: SheetId,
        /// The topic it stands in.
        topic: TopicId,
        /// The worksheet's title.
        title: String,
        /// The goal it is about.
        about: Option<GoalId>,
        /// The day it was started.
        made_on: NaiveDate,
        /// Its first answered words, for telling copies apart; empty when there are none.
        first_words: String,
    }
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
        /// Who holds a copy, when it was gone through and when it is looked at again; `None` for what is not kept like that.
        plan: Option<PlanFacts>,
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
        /// What is computed.
        score: ScoreRule,
        /// With fewer answered items there is no score.
        least: u16,
        /// The same items as somebody else rates them, to be shown beside these.
        other_rater: Option<TopicId>,
    }
    /// A filled copy of a form.
    FormCopy {
        /// Names it.
        id: SheetId,
        /// The day it was begun, or filled on paper.
        made_on: NaiveDate,
        /// Whether it was filled on paper and typed in from there.
        on_paper: bool,
        /// The goal it is about.
        about: Option<GoalId>,
        /// Its first written words, for telling copies apart; empty when there are none.
        first_words: String,
        /// Its score; `None` for what is no instrument.
        score: Option<Score>,
    }
}
