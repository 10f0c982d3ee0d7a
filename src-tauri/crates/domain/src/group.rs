//! Groups: one course taken by several people together, week after week (reference 1.4 and 3.1). Each of them has a session
//! of their own in each meeting; what is common to all is the plan, and it holds nobody's words.

use chrono::{Datelike, NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{CourseId, MeetingId, PersonId, PractitionerId, SeriesId, TopicId, meeting::Role};

/// More than this are no group that can be led.
pub const MOST: usize = 10;

/// Up to this many, fidelity is at its best (item 1 of the IMR Fidelity Scale).
pub const BEST: usize = 8;

/// How many talk about their goals in one meeting, at most.
pub const TURNS: usize = 3;

/// A group that meets again and again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct GroupSeries {
    /// Names it.
    pub id: SeriesId,
    /// What is known of it.
    #[serde(flatten)]
    pub details: SeriesDetails,
}

/// What is known of a group.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SeriesDetails {
    /// What it is called.
    pub name: String,
    /// The course it follows.
    pub course: CourseId,
    /// The day it usually meets, 1 for Monday to 7.
    pub weekday: Option<u8>,
    /// When it usually begins.
    pub begins: Option<NaiveTime>,
    /// How many minutes it usually takes.
    pub minutes: Option<u32>,
    /// Where it usually meets; may be empty.
    pub place: String,
    /// Its first day.
    pub from: NaiveDate,
    /// Its last day, where it has one.
    pub until: Option<NaiveDate>,
    /// Who leads it, and as what.
    pub practitioners: Vec<(PractitionerId, Role)>,
}

/// A person's time in a group.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Member {
    /// Who.
    pub person: PersonId,
    /// The group.
    pub series: SeriesId,
    /// Their first day in it.
    pub from: NaiveDate,
    /// Their last day in it; `None` while they are in it.
    pub until: Option<NaiveDate>,
}

/// The plan of one meeting of a group. It goes into nobody's note.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct GroupPlan {
    /// The meeting.
    pub meeting: MeetingId,
    /// The group.
    pub series: SeriesId,
    /// What it is about.
    pub topics: Vec<TopicId>,
    /// What is planned, in words.
    pub agenda: String,
    /// How many minutes it is to take.
    pub minutes: Option<u32>,
}

/// What is wrong with a group as somebody wrote it down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// It has no name.
    NoName,
    /// It ends before it begins.
    EndsBeforeItBegins,
    /// A day of the week, or a length, that there is not.
    OutOfRange,
    /// More than [`MOST`] people on one day.
    TooMany,
    /// In it already on one of those days.
    Twice,
}

impl SeriesDetails {
    /// Finds what is wrong with it.
    ///
    /// # Errors
    /// The first [`Fault`].
    pub fn checked(mut self) -> Result<Self, Fault> {
        self.name = self.name.split_whitespace().collect::<Vec<_>>().join(" ");
        if self.name.is_empty() {
            return Err(Fault::NoName);
        }
        if self.until.is_some_and(|until| until < self.from) {
            return Err(Fault::EndsBeforeItBegins);
        }
        let odd_day = self.weekday.is_some_and(|day| !(1..=7).contains(&day));
        let odd_length = self.minutes.is_some_and(|m| !(1..=24 * 60).contains(&m));
        if odd_day || odd_length {
            return Err(Fault::OutOfRange);
        }
        Ok(self)
    }

    /// Tells whether it usually meets on that day.
    pub fn meets_on(&self, day: NaiveDate) -> bool {
        self.runs_on(day)
            && self
                .weekday
                .is_some_and(|usual| u32::from(usual) == day.weekday().number_from_monday())
    }

    /// Tells whether it goes on on that day.
    pub fn runs_on(&self, day: NaiveDate) -> bool {
        lasts(self.from, self.until, day)
    }

    /// Returns the last of its usual days before `today`, where it has one.
    pub fn usual_day_before(&self, today: NaiveDate) -> Option<NaiveDate> {
        today
            .iter_days()
            .rev()
            .skip(1)
            .take(7)
            .find(|day| self.meets_on(*day))
    }
}

impl Member {
    /// Tells whether they are in the group on that day.
    pub fn is_in(&self, day: NaiveDate) -> bool {
        lasts(self.from, self.until, day)
    }
}

fn lasts(from: NaiveDate, until: Option<NaiveDate>, day: NaiveDate) -> bool {
    from <= day && until.is_none_or(|until| day <= until)
}

/// Tells whether somebody can be in a group on those days, beside those who are in it.
///
/// # Errors
/// [`Fault::EndsBeforeItBegins`], [`Fault::Twice`] or [`Fault::TooMany`].
pub fn has_room(others: &[Member], new: &Member) -> Result<(), Fault> {
    if new.until.is_some_and(|until| until < new.from) {
        return Err(Fault::EndsBeforeItBegins);
    }
    let overlaps = |other: &&Member| {
        other.until.is_none_or(|until| until >= new.from)
            && new.until.is_none_or(|until| other.from <= until)
    };
    let beside: Vec<&Member> = others.iter().filter(overlaps).collect();
    if beside.iter().any(|other| other.person == new.person) {
        return Err(Fault::Twice);
    }
    // It is fullest on a day somebody begins.
    let begins = beside
        .iter()
        .map(|other| other.from.max(new.from))
        .chain([new.from]);
    let fullest = begins
        .map(|day| beside.iter().filter(|other| other.is_in(day)).count() + 1)
        .max();
    if fullest > Some(MOST) {
        return Err(Fault::TooMany);
    }
    Ok(())
}

/// Somebody who may take a turn to talk about their goals.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Waiting {
    /// Who.
    pub person: PersonId,
    /// When they had their last turn in this group.
    pub last_turn: Option<NaiveDate>,
    /// Since when they are in it.
    pub since: NaiveDate,
}

impl Waiting {
    fn waits_since(&self) -> NaiveDate {
        self.last_turn.unwrap_or(self.since)
    }
}

/// Puts those who waited longest first; of two who waited as long, whoever never had a turn. Nothing is chosen here: a person
/// picks.
pub fn by_wait(mut waiting: Vec<Waiting>) -> Vec<Waiting> {
    waiting.sort_by_key(|one| (one.waits_since(), one.last_turn.is_some()));
    waiting
}

/// Finds whose names stand in words that belong to nobody alone. A name counts as written when each of its words stands there
/// whole, in any case, or its first word does.
pub fn names_in<'n>(words: &str, names: impl IntoIterator<Item = &'n str>) -> Vec<&'n str> {
    let split = |text: &str| -> Vec<String> {
        text.split(|c: char| !c.is_alphanumeric())
            .filter(|word| word.chars().count() > 1)
            .map(str::to_lowercase)
            .collect()
    };
    let said = split(words);
    names
        .into_iter()
        .filter(|name| {
            split(name)
                .first()
                .is_some_and(|first| said.contains(first))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

    use uuid::Uuid;

    use super::*;

    fn day(number: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, number).unwrap()
    }

    fn person(number: u128) -> PersonId {
        PersonId::new(Uuid::from_u128(number))
    }

    fn member(number: u128, from: u32, until: Option<u32>) -> Member {
        Member {
            person: person(number),
            series: SeriesId::new(Uuid::from_u128(99)),
            from: day(from),
            until: until.map(day),
        }
    }

    fn details() -> SeriesDetails {
        SeriesDetails {
            name: "  The  Tuesday group ".to_owned(),
            course: "imr-11".into(),
            weekday: Some(2),
            begins: None,
            minutes: Some(90),
            place: String::new(),
            from: day(3),
            until: Some(day(24)),
            practitioners: Vec::new(),
        }
    }

    #[test]
    fn who_waited_longest_is_first_and_nobody_is_left_out() {
        let waiting = |number, last: Option<u32>, since| Waiting {
            person: person(number),
            last_turn: last.map(day),
            since: day(since),
        };
        // Had a turn yesterday; never had one and is new; had one long ago; never had one, here from the start.
        let all = vec![
            waiting(1, Some(17), 3),
            waiting(2, None, 10),
            waiting(3, Some(10), 3),
            waiting(4, None, 3),
        ];
        let order: Vec<PersonId> = by_wait(all).into_iter().map(|one| one.person).collect();
        assert_eq!(order, [4, 2, 3, 1].map(person));
        assert!(by_wait(Vec::new()).is_empty());
    }

    #[test]
    fn ten_have_room_and_the_eleventh_not_unless_somebody_left_before() {
        let nine: Vec<Member> = (1..=9).map(|n| member(n, 3, None)).collect();
        assert_eq!(has_room(&nine, &member(10, 3, None)), Ok(()));
        let ten: Vec<Member> = (1..=10).map(|n| member(n, 3, None)).collect();
        assert_eq!(has_room(&ten, &member(11, 17, None)), Err(Fault::TooMany));
        let mut one_left = ten.clone();
        one_left[0].until = Some(day(16));
        assert_eq!(has_room(&one_left, &member(11, 17, None)), Ok(()));
        assert_eq!(
            has_room(&one_left, &member(11, 16, None)),
            Err(Fault::TooMany)
        );
        // Full only later: nobody begins before somebody else does.
        let mut later = nine;
        later.push(member(10, 20, None));
        assert_eq!(has_room(&later, &member(11, 3, Some(19))), Ok(()));
        assert_eq!(
            has_room(&later, &member(11, 3, Some(20))),
            Err(Fault::TooMany)
        );
    }

    #[test]
    fn nobody_is_in_a_group_twice_on_one_day_but_whoever_left_can_come_back() {
        let left = [member(1, 3, Some(10))];
        assert_eq!(has_room(&left, &member(1, 10, None)), Err(Fault::Twice));
        assert_eq!(has_room(&left, &member(1, 11, None)), Ok(()));
        assert_eq!(
            has_room(&[], &member(1, 5, Some(4))),
            Err(Fault::EndsBeforeItBegins)
        );
    }

    #[test]
    fn a_group_meets_on_its_day_of_the_week_between_its_first_and_last_day() {
        let group = details();
        assert!(group.meets_on(day(3)) && group.meets_on(day(24)));
        assert!(!group.meets_on(day(4)));
        assert_eq!(group.usual_day_before(day(3)), None);
        assert_eq!(group.usual_day_before(day(10)), Some(day(3)));
        assert_eq!(group.usual_day_before(day(13)), Some(day(10)));
        // It ended on the 24th; a week later nothing is asked any more.
        assert_eq!(group.usual_day_before(day(30)), Some(day(24)));
        assert!(!group.runs_on(day(25)));
    }

    #[test]
    fn what_is_wrong_with_a_group_is_said_and_its_name_is_tidied() {
        assert_eq!(details().checked().unwrap().name, "The Tuesday group");
        let with = |change: fn(&mut SeriesDetails)| {
            let mut group = details();
            change(&mut group);
            group.checked().unwrap_err()
        };
        assert_eq!(with(|g| g.name = "  ".to_owned()), Fault::NoName);
        assert_eq!(with(|g| g.until = Some(day(2))), Fault::EndsBeforeItBegins);
        assert_eq!(with(|g| g.weekday = Some(8)), Fault::OutOfRange);
        assert_eq!(with(|g| g.minutes = Some(0)), Fault::OutOfRange);
    }

    #[test]
    fn names_are_found_in_words_that_belong_to_all() {
        let names = ["Maria Hansen", "Ole Bø", "Bo"];
        assert_eq!(
            names_in("First MARIA's goal, then a break.", names),
            ["Maria Hansen"]
        );
        assert_eq!(names_in("ole, bo", names), ["Ole Bø", "Bo"]);
        assert!(names_in("Mariana talks about the book", names).is_empty());
    }
}
