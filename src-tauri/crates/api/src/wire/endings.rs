//! How a course ends, what comes after it, and where one was.

use chrono::NaiveDate;
use domain::{
    BoosterId, EndingId, PersonId, SessionId, SheetId, TopicId,
    ending::{Booster, BoosterPlan, Ending},
    goal::{GoalStatus, Progress},
    person::RecoveryStatement,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::cards::PersonCard;

asks! {
    /// Writes down that a course came to its end, or changes what was written.
    EndCourse {
        /// Whose.
        person: PersonId,
        /// Which end; `None` for a new one.
        ending: Option<EndingId>,
        /// The day.
        on: NaiveDate,
        /// What was said about it; may be empty.
        words: String,
    }
    /// Takes an end away again: the course goes on.
    TakeEndingBack {
        /// Whose.
        person: PersonId,
        /// Which.
        ending: EndingId,
    }
    /// Plans a booster, changes one, or says what became of it.
    SaveBooster {
        /// Whose.
        person: PersonId,
        /// Which; `None` for a new one.
        booster: Option<BoosterId>,
        /// What was agreed.
        plan: BoosterPlan,
    }
    /// Takes a booster out of the plan.
    RemoveBooster {
        /// Whose.
        person: PersonId,
        /// Which.
        booster: BoosterId,
    }
}

views! {
    /// The end of a person's course: what to look back on, and what comes after.
    EndingView {
        /// Ends, the newest first.
        endings: Vec<Ending>,
        /// Boosters, the first day first.
        boosters: Vec<Booster>,
        /// Days proposed for boosters that nobody has planned, as plain dates to change.
        proposed: Vec<NaiveDate>,
        /// What recovery meant to the person first.
        before: Option<RecoveryStatement>,
        /// What it means now, where that differs.
        now: Option<RecoveryStatement>,
        /// Every goal, and what became of it.
        goals: Vec<GoalLookedBackOn>,
        /// What helped most, in the person's own words.
        best: Vec<String>,
        /// The papers of the personal folder.
        papers: Vec<FolderPaper>,
        /// The topics of looking back and ahead.
        topics: Vec<TopicToTake>,
        /// The form of the certificate, where the content has one.
        certificate: Option<TopicId>,
    }
    /// A goal, and what became of it.
    GoalLookedBackOn {
        /// The words, to the letter.
        words: String,
        /// Where it stands.
        status: GoalStatus,
        /// What was said of it last.
        progress: Option<Progress>,
        /// Steps that were done.
        steps_done: u32,
    }
    /// A paper of the personal folder.
    FolderPaper {
        /// The form.
        form: TopicId,
        /// Its title, in the person's language.
        title: String,
        /// The newest copy.
        sheet: Option<SheetId>,
        /// When that was begun.
        made_on: Option<NaiveDate>,
    }
    /// A topic that can be taken up in a session.
    TopicToTake {
        /// Which.
        topic: TopicId,
        /// Its title, in the person's language.
        title: String,
        /// Whether it was worked on.
        met: bool,
    }
    /// Boosters that are near, or whose day went by without a word.
    DueBoosters {
        /// The first day first.
        boosters: Vec<DueBooster>,
    }
    /// A booster, and whose it is.
    DueBooster {
        /// Whose.
        person: PersonCard,
        /// The booster.
        booster: Booster,
    }
    /// Where one was, after a gap.
    WhereWereWe {
        /// Nothing where the last session was not long ago, and before the first.
        stopped: Option<Stopped>,
        /// The end of the course, where nobody has met since.
        ended: Option<Ending>,
    }
    /// Where one stopped.
    Stopped {
        /// The last session.
        session: SessionId,
        /// Its day.
        on: NaiveDate,
        /// Weeks since.
        weeks: u32,
        /// The last topic, in the person's language; empty where there was none.
        topic: String,
        /// What was promised and not looked at yet.
        promises: Vec<String>,
        /// Goals that are being worked on.
        goals: Vec<String>,
        /// When the plan for hard times was last looked at.
        plan_on: Option<NaiveDate>,
        /// What was to come next, as it was written down; may be empty.
        next_plan: String,
    }
}
