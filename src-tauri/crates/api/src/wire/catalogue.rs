//! Catalogue: what the handout desk can print. Needs no vault.

use domain::{CourseId, Lang, ModuleId, PaceId, TopicId, TrackId, document::ReviewStatus};
use serde::Serialize;
use ts_rs::TS;

use super::{course::TrackChoice, sheets::FormCard};

views! {
    /// What the handout desk can print. Needs no vault.
    Catalogue {
        /// The pack's title.
        pack: String,
        /// Its version.
        version: String,
        /// Its languages, the fallback first.
        languages: Vec<Lang>,
        /// The courses.
        courses: Vec<CatalogueCourse>,
        /// How often to meet, and how long a course then takes.
        paces: Vec<CataloguePace>,
        /// Pages outside the modules, in the pack's order.
        forms: Vec<FormCard>,
        /// Whether a site's pack adds stories to pages of ours.
        own_stories: bool,
    }
    /// A course to choose.
    CatalogueCourse {
        /// Names it.
        id: CourseId,
        /// Its title.
        title: String,
        /// Where its order comes from.
        source: String,
        /// The languages in which it is the one offered first.
        usual: Vec<Lang>,
        /// The tracks of its modules; empty in most courses.
        tracks: Vec<TrackChoice>,
        /// Its modules, in order.
        modules: Vec<CatalogueModule>,
    }
    /// A pace to choose.
    CataloguePace {
        /// Names it.
        id: PaceId,
        /// Its title.
        title: String,
        /// Where it comes from, in one line.
        source: String,
        /// Days from one session to the next.
        days: u16,
        /// Months a whole course then takes, at least.
        months_min: u8,
        /// Months a whole course then takes, at most.
        months_max: u8,
    }
    /// A module to choose.
    CatalogueModule {
        /// Names it.
        id: ModuleId,
        /// Its place in the course, from 1; `None` for one that only ends the course.
        number: Option<u32>,
        /// Its title.
        title: String,
        /// What it is for, in one line.
        aim: String,
        /// Its topics, in order.
        topics: Vec<CatalogueTopic>,
    }
    /// A topic to choose.
    CatalogueTopic {
        /// Names it.
        id: TopicId,
        /// Its number, such as "1.2".
        number: String,
        /// Its title.
        title: String,
        /// What the page is for.
        purpose: String,
        /// The track it is for; `None` for everybody.
        track: Option<TrackId>,
        /// Its review status.
        review: ReviewStatus,
    }
}
