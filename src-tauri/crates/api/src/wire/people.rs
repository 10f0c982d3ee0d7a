//! People: one, everybody, and what is written down about them.

use chrono::{NaiveDate, NaiveDateTime};
use domain::{
    BlockId, PersonId, SeriesId, SessionId, TopicId,
    goal::{Goal, StandsStill},
    person::{Chime, Given, Person, PersonDetails, RecoveryStatement},
    practice::{Pattern, Practice},
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{
    cards::{PersonCard, SessionCard, SessionGlance},
    course::{CourseMap, NextTopic},
    sheets::{PersonForm, SheetCard},
    supporters::SupporterCard,
};

asks! {
    /// Names a person.
    OfPerson {
        /// Who.
        person: PersonId,
    }
    /// Names several people.
    OfPeople {
        /// Who.
        people: Vec<PersonId>,
    }
    /// Adds a person.
    AddPerson {
        /// What is known of them; a name is enough.
        details: PersonDetails,
    }
    /// Changes what is written down about a person.
    EditPerson {
        /// Who.
        person: PersonId,
        /// All of it.
        details: PersonDetails,
    }
    /// Writes down what recovery means to a person, as a new version.
    RecordStatement {
        /// Who.
        person: PersonId,
        /// The words, verbatim.
        words: String,
        /// Said or written.
        given: Given,
        /// The day.
        on: NaiveDate,
        /// The lenses a human chose.
        chime: Vec<Chime>,
    }
    /// Sets a goal or changes one; ids the page has not seen yet are asked from `fresh_ids`.
    SetGoal {
        /// Who.
        person: PersonId,
        /// The whole goal with short-term goals and steps. `reviews` is ignored: reviews are made in sessions.
        goal: Goal,
    }
}

views! {
    /// The caseload.
    PeopleView {
        /// Everybody, by name; the page filters.
        people: Vec<PeopleRow>,
    }
    /// A person in the caseload.
    PeopleRow {
        /// Who.
        card: PersonCard,
        /// Whether they are in the course now.
        active: bool,
        /// The recovery statement now; empty when there is none yet.
        statement: String,
        /// Meetings so far.
        sessions: u32,
        /// The last meeting.
        last_session_on: Option<NaiveDate>,
        /// The next meeting.
        next_meeting: Option<NaiveDateTime>,
        /// The newest promise not yet reviewed; empty when there is none.
        promise: String,
        /// Notes still to be signed.
        unsigned: u32,
    }
    /// Where several people stand in their courses.
    PeopleCourses {
        /// Each who is there, in the order in which they were asked for.
        courses: Vec<PersonCourse>,
    }
    /// Where one person stands in their course.
    PersonCourse {
        /// Who.
        person: PersonId,
        /// What has become of each module, in the order of the course.
        modules: Vec<ModuleState>,
        /// What comes next in the course.
        next: Option<NextTopic>,
    }
    /// One calm page about one person.
    PersonView {
        /// Who.
        person: Person,
        /// The first name alone.
        first_name: String,
        /// Recovery statements, newest first.
        statements: Vec<RecoveryStatement>,
        /// Goals, active ones first.
        goals: Vec<Goal>,
        /// Goals that stand still, in no order.
        still: Vec<StandsStill>,
        /// How often they came, and how often not.
        attendance: AttendanceCount,
        /// Where they stand in their course.
        course: CourseMap,
        /// What comes next.
        next: Option<NextTopic>,
        /// Promises, newest first.
        practices: Vec<Practice>,
        /// How those of late went.
        pattern: Pattern,
        /// Those on their side, in the order in which they were written down.
        supporters: Vec<SupporterCard>,
        /// The form by which one writes to a supporter; `None` when the content has none.
        letter: Option<TopicId>,
        /// Filled copies of worksheets, newest first.
        sheets: Vec<SheetCard>,
        /// Where the worksheet for solving a problem step by step stands; `None` when the content has none.
        problem_solving: Option<WorksheetPlace>,
        /// The forms the person has copies of, the one with the newest copy first.
        forms: Vec<PersonForm>,
        /// Sessions, newest first.
        sessions: Vec<SessionGlance>,
        /// Groups they are in or were in, the newest first.
        groups: Vec<GroupOfPerson>,
        /// Their session of today, to be resumed.
        open_session: Option<SessionId>,
        /// Sessions of an earlier day that are still open, the oldest first.
        left_open: Vec<SessionCard>,
    }
    /// How often somebody came to a meeting that was agreed, and how often not.
    AttendanceCount {
        /// Came.
        came: u32,
        /// It was called off.
        cancelled: u32,
        /// Did not come.
        no_show: u32,
        /// It was moved.
        moved: u32,
    }
    /// A group somebody is in or was in.
    GroupOfPerson {
        /// Which.
        series: SeriesId,
        /// What it is called.
        name: String,
        /// Their first day in it.
        from: NaiveDate,
        /// Their last day in it.
        until: Option<NaiveDate>,
    }
    /// Where a worksheet stands.
    WorksheetPlace {
        /// The topic.
        topic: TopicId,
        /// The worksheet in it.
        block: BlockId,
    }
}

/// What has become of a module.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum ModuleState {
    /// None of its topics was met yet.
    Ahead,
    /// Some were.
    Begun,
    /// All are covered.
    Covered,
}
