//! A module: topics in order, the tracks among them, and the practitioner guide.

use domain::{Lang, ModuleId, PackId, TopicId, TrackId, document::ReviewStatus};

use super::{
    page::{Placed, Topic},
    per_lang::PerLang,
};

/// How many sessions a module usually takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sessions {
    /// At least.
    pub min: u8,
    /// At most.
    pub max: u8,
}

/// One module of the curriculum.
#[derive(Clone, Debug)]
pub struct Module {
    /// Names it.
    pub id: ModuleId,
    /// How many sessions it usually takes.
    pub sessions: Sessions,
    /// Whether it is an ending of our own, which no published programme counts: it has no number in any course.
    pub closing: bool,
    /// Whether its guide has been reviewed.
    pub review: ReviewStatus,
    /// The pack its guide comes from.
    pub pack: PackId,
    /// The tracks whose topics differ, in order; none in most modules.
    pub tracks: Vec<Track>,
    /// The topics of all tracks, in order.
    pub topics: Vec<Topic>,
    pub(crate) guide: PerLang<Guide>,
}

/// One of several ways through a module, such as that of one diagnosis. A person follows one.
#[derive(Clone, Debug)]
pub struct Track {
    /// Names it.
    pub id: TrackId,
    /// The title.
    pub title: PerLang<String>,
}

impl Module {
    /// Returns the topics for everybody and those of a track, in order; all topics when no track is given.
    pub fn topics_for(&self, track: Option<&TrackId>) -> impl Iterator<Item = &Topic> {
        self.topics
            .iter()
            .filter(move |topic| match (&topic.track, track) {
                (None, _) | (_, None) => true,
                (Some(own), Some(asked)) => own == asked,
            })
    }

    /// Returns a topic's place in the module, from 1. Tracks run side by side, so that "first" is the same place in each.
    pub fn place(&self, topic: &TopicId) -> Option<usize> {
        let found = self.topics.iter().find(|other| other.id == *topic)?;
        // Every track has as many topics as the others before each topic for everybody, so any of them will do there.
        let any = self.tracks.first().map(|track| &track.id);
        self.topics_for(found.track.as_ref().or(any))
            .position(|other| other.id == *topic)
            .map(|before| before + 1)
    }

    /// Returns the practitioner's learning goals for the person.
    pub fn aims(&self, lang: Lang) -> &[String] {
        &self.guide.get(lang).aims
    }
}

/// The practitioner guide in one language.
#[derive(Clone, Debug, Default)]
pub(crate) struct Guide {
    pub title: String,
    pub aim: String,
    pub aims: Vec<String>,
    pub blocks: Vec<Placed>,
    /// How many blocks make up the first section, the purpose; the aims follow it on the page.
    pub purpose_blocks: usize,
    /// How many make up the first two; what each page marks follows sessions and pace.
    pub sessions_blocks: usize,
}
