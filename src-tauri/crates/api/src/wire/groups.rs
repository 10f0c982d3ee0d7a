//! Groups, their meetings, and who leads what.

use chrono::NaiveDate;
use domain::{
    MeetingId, NoteId, PersonId, PractitionerId, SeriesId, SessionId, TopicId,
    group::{GroupSeries, SeriesDetails},
    meeting::{Colleague, Role},
    session::{Attendance, Depth},
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::cards::{NoteCard, PersonCard};

asks! {
    /// Adds somebody who leads meetings or signs, or changes them.
    SavePractitioner {
        /// Who; `None` for somebody new.
        practitioner: Option<PractitionerId>,
        /// What they are called.
        name: String,
        /// Their title; may be empty.
        title: String,
        /// As what they lead when nothing else is said.
        role: Role,
        /// False for somebody who no longer leads or signs here.
        active: bool,
    }
    /// Says who leads a meeting, and as what.
    SetLeaders {
        /// Which meeting.
        meeting: MeetingId,
        /// Everybody who does; with nobody named, the keeper of the vault does.
        leaders: Vec<(PractitionerId, Role)>,
    }
    /// Starts a group, or changes what is known of one.
    SaveGroup {
        /// Which; `None` for a new one.
        series: Option<SeriesId>,
        /// What is known of it.
        details: SeriesDetails,
    }
    /// Writes down that somebody is in a group, or when they left.
    SaveMember {
        /// Which group.
        series: SeriesId,
        /// Who.
        person: PersonId,
        /// Their first day in it, which names their time in it.
        from: NaiveDate,
        /// Their last day in it; `None` while they are in it.
        until: Option<NaiveDate>,
    }
    /// Names a group.
    OfSeries {
        /// Which.
        series: SeriesId,
    }
    /// Opens a group's meeting, or comes back to the one of that day.
    OpenGroupMeeting {
        /// Which group.
        series: SeriesId,
        /// The day, if it was held earlier; `None` for today.
        on: Option<NaiveDate>,
    }
    /// Names a meeting.
    OfMeeting {
        /// Which.
        meeting: MeetingId,
    }
    /// Changes one part of a meeting's plan.
    PlanGroupMeeting {
        /// Which meeting.
        meeting: MeetingId,
        /// What.
        part: PlanPart,
    }
    /// Says who came to a group's meeting, or why not.
    SayWhoCame {
        /// Which meeting.
        meeting: MeetingId,
        /// Who; each gets a session of their own in it.
        people: Vec<PersonId>,
        /// What holds for each of them.
        attendance: Attendance,
    }
    /// Records a topic for everybody who came.
    CoverTopic {
        /// Which meeting.
        meeting: MeetingId,
        /// Which topic.
        topic: TopicId,
        /// How far; `None` takes it off.
        depth: Option<Depth>,
    }
    /// Closes a group's meeting for everybody.
    CloseGroupMeeting {
        /// Which.
        meeting: MeetingId,
        /// How many minutes it took; `None` when nobody said.
        minutes: Option<u32>,
        /// Whether it ended on the day it was begun on, and was left open since.
        #[serde(default)]
        as_of_its_day: bool,
    }
    /// Takes a group's meeting away that was begun by mistake.
    DiscardGroupMeeting {
        /// Which.
        meeting: MeetingId,
        /// Why; stands in the ledger for good, so it should name nobody.
        reason: String,
    }
    /// Turns the screen to a room, with nobody's words on it.
    TurnToRoom {
        /// In which meeting.
        meeting: MeetingId,
        /// The topic.
        topic: TopicId,
    }
    /// Signs a signed note as its second practitioner.
    CoSignNote {
        /// Which note.
        note: NoteId,
        /// Who signs.
        practitioner: PractitionerId,
        /// Their name, as they type it to sign.
        name: String,
        /// A remark; mostly none.
        words: String,
    }
}

/// One part of a meeting's plan.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(
    tag = "kind",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum PlanPart {
    /// What it is about.
    Topics {
        /// Topics, in order.
        topics: Vec<TopicId>,
    },
    /// What is planned, in words.
    Agenda {
        /// The words.
        text: String,
    },
    /// How many minutes it is to take.
    Minutes {
        /// How many; `None` takes it back.
        minutes: Option<u32>,
    },
    /// Where it takes place.
    Place {
        /// Where.
        text: String,
    },
}

views! {
    /// Everybody who leads meetings or signs.
    Practitioners {
        /// The keeper of the vault first, then by name.
        practitioners: Vec<Colleague>,
    }
    /// Somebody who leads something.
    LedBy {
        /// Who.
        practitioner: PractitionerId,
        /// Name and title.
        signature: String,
        /// As what.
        role: Role,
    }
    /// Every group.
    GroupsView {
        /// The day.
        day: NaiveDate,
        /// Those that go on, then those that have ended, each the newest first.
        groups: Vec<GroupCard>,
    }
    /// A group in a list.
    GroupCard {
        /// The group.
        series: GroupSeries,
        /// The title of its course.
        course: String,
        /// How many are in it today.
        members: u32,
        /// How many meetings it has had.
        meetings: u32,
        /// The day of the last one.
        last: Option<NaiveDate>,
        /// Whether it has ended.
        ended: bool,
        /// Whether this is the day it usually meets.
        meets_today: bool,
        /// Today's meeting, once it is opened.
        meeting: Option<MeetingId>,
        /// Whether that is closed for everybody.
        closed: bool,
    }
    /// One group.
    GroupView {
        /// What stands in a list of it as well.
        card: GroupCard,
        /// The day.
        day: NaiveDate,
        /// Who leads it.
        led_by: Vec<LedBy>,
        /// Everybody's time in it, in the order they came.
        members: Vec<MemberCard>,
        /// How many more it has room for today.
        room: u32,
        /// Whether more are in it than fidelity is at its best with.
        above_best: bool,
        /// Its meetings, the newest first.
        meetings: Vec<GroupMeetingLine>,
    }
    /// Somebody's time in a group.
    MemberCard {
        /// Who.
        person: PersonCard,
        /// Their first day in it.
        from: NaiveDate,
        /// Their last day in it.
        until: Option<NaiveDate>,
        /// Whether they are in it today.
        is_in: bool,
    }
    /// A meeting of a group in a list.
    GroupMeetingLine {
        /// The meeting.
        meeting: MeetingId,
        /// The day.
        on: NaiveDate,
        /// How many came.
        came: u32,
        /// How many have a session in it, whether they came or not.
        said: u32,
        /// Whether it is closed for everybody.
        closed: bool,
        /// What it was about, by title.
        topics: Vec<String>,
    }
    /// A meeting of a group that nobody has closed, or that nobody said anything of.
    GroupLeft {
        /// Which group.
        series: SeriesId,
        /// What it is called.
        name: String,
        /// The day.
        on: NaiveDate,
        /// The meeting; `None` where none was opened on a day it usually meets.
        meeting: Option<MeetingId>,
        /// How many sessions in it are open.
        open: u32,
    }
    /// A topic by its title.
    TitledTopic {
        /// The topic.
        topic: TopicId,
        /// Its title.
        title: String,
        /// The title of its module.
        module: String,
    }
    /// A meeting of a group.
    GroupMeetingView {
        /// The meeting.
        meeting: MeetingId,
        /// The day.
        on: NaiveDate,
        /// Whether that is today.
        today: bool,
        /// Where it takes place.
        place: String,
        /// The group.
        series: GroupSeries,
        /// Who leads it.
        led_by: Vec<LedBy>,
        /// What it is about.
        topics: Vec<TitledTopic>,
        /// What is planned, in words. It goes into nobody's note.
        agenda: String,
        /// How many minutes it is to take.
        minutes: Option<u32>,
        /// Whose names stand in the plan.
        named: Vec<String>,
        /// Topics the plan can be about, in the order of the course.
        course: Vec<TitledTopic>,
        /// The topic after the last one this group covered.
        next: Option<TopicId>,
        /// Everybody in the group on that day, and whoever has a session in the meeting.
        people: Vec<GroupPart>,
        /// Who came and has no turn, whoever waited longest first.
        waiting: Vec<PersonId>,
        /// How many have a turn at most, as the programme has it.
        turns: u32,
        /// Whether every session in it is closed.
        closed: bool,
    }
    /// Somebody's part in a group's meeting.
    GroupPart {
        /// Who.
        person: PersonCard,
        /// Their session in it; `None` while nobody said whether they came.
        session: Option<SessionId>,
        /// Whether they came.
        attendance: Option<Attendance>,
        /// Whether it is closed.
        closed: bool,
        /// Whether it is their turn to talk about their goals.
        goal_turn: bool,
        /// When they had their last turn before.
        last_turn: Option<NaiveDate>,
        /// Their active goals.
        goals: Vec<String>,
        /// What they agreed on to practise.
        practices: Vec<String>,
        /// The topics recorded for them.
        topics: Vec<TopicId>,
        /// Their note.
        note: Option<NoteCard>,
    }
}
