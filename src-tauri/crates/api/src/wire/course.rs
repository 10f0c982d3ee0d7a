//! Course: where a person stands in it.

use chrono::NaiveDate;
use curriculum::engine::Suggestion;
use domain::{CourseId, ModuleId, PaceId, TopicId, TrackId, reached::Reached, session::Depth};
use serde::Serialize;
use ts_rs::TS;

views! {
    /// A topic to go on with.
    NextTopic {
        /// Which, and why.
        #[serde(flatten)]
        suggestion: Suggestion,
        /// Its number in the course; may be empty.
        number: String,
        /// Its title in the person's language.
        title: String,
    }
    /// A course with what a person has met of it.
    CourseMap {
        /// Names it.
        id: CourseId,
        /// Its title.
        title: String,
        /// The tracks of its modules; empty in most courses.
        tracks: Vec<TrackChoice>,
        /// The one the person follows; topics of the others are left out. `None` when not chosen: all are there.
        track: Option<TrackId>,
        /// When it will probably end; `None` while no pace is agreed.
        expected: Option<ExpectedEnd>,
        /// Its modules, in order.
        modules: Vec<ModuleOnMap>,
    }
    /// A track to choose.
    TrackChoice {
        /// Names it.
        id: TrackId,
        /// Its title.
        title: String,
    }
    /// When a course will probably end, counted in months from its first day.
    ExpectedEnd {
        /// Not before.
        from: NaiveDate,
        /// Not after.
        until: NaiveDate,
        /// The pace it was counted with.
        pace: PaceId,
        /// That pace's title.
        title: String,
        /// Where its months come from, in one line.
        source: String,
    }
    /// A module on the map.
    ModuleOnMap {
        /// Names it.
        id: ModuleId,
        /// Its place in the course, from 1; `None` for one that only ends the course.
        number: Option<u32>,
        /// Its title.
        title: String,
        /// Its topics, in order.
        topics: Vec<TopicOnMap>,
    }
    /// A topic on the map.
    TopicOnMap {
        /// Names it.
        id: TopicId,
        /// Its number, such as "1.2".
        number: String,
        /// Its title.
        title: String,
        /// How far it was covered; `None` when not met yet.
        depth: Option<Depth>,
        /// When it was last met.
        last_on: Option<NaiveDate>,
        /// How deep it went, in whatever else the record knows of it.
        reached: Reached,
    }
}
