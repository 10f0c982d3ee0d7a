//! The voice of a page in figures: how its sentences breathe, which pictures it uses, which titles come again.

use std::collections::BTreeMap;

use domain::{Lang, TopicId, document::Block};
use serde::Serialize;

use super::{
    measure::{Passage, Sentence},
    pages::pages,
    phrases::{line, tokens},
};
use crate::{curriculum::Curriculum, model::Topic, problem::Problem};

/// The prose of a topic reads no easier than this: below it, sentences are chopped.
pub const EASIEST_PROSE: f64 = 3.5;
/// The prose of a topic reads no harder than this.
pub const HARDEST_PROSE: f64 = 6.0;
/// A sentence of so many words or fewer is short.
const SHORT: usize = 6;

/// What was measured of the voice of one page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Voice {
    /// Words of a sentence of the prose, on average.
    pub words_per_sentence: f64,
    /// How far sentences are from that, as standard deviation: a low figure is a drone.
    pub spread: f64,
    /// Which share of the sentences has six words or fewer.
    pub short_sentences: f64,
    /// Which share of the paragraphs with several sentences ends on one of six words or fewer.
    pub clipped_ends: f64,
    /// How often it uses words of the picture that its module keeps.
    pub picture: usize,
    /// How often it uses words of pictures that its module let go.
    pub let_go: usize,
}

/// Measures one page.
pub(super) fn measure(
    curriculum: &Curriculum,
    topic: &Topic,
    page: &[(Passage, Vec<Sentence>)],
) -> Voice {
    let prose = page
        .iter()
        .filter(|(passage, _)| passage.prose && !passage.drawn);
    let lengths: Vec<usize> = prose
        .flat_map(|(_, sentences)| sentences)
        .map(|sentence| sentence.words)
        .collect();
    let mean = part(lengths.iter().sum(), lengths.len());
    let squares = lengths.iter().map(|words| (number(*words) - mean).powi(2));
    let paragraphs = page
        .iter()
        .filter(|(passage, parted)| passage.paragraph && parted.len() > 1);
    let ends: Vec<usize> = paragraphs
        .filter_map(|(_, parted)| Some(parted.last()?.words))
        .collect();
    let short = |lengths: &[usize]| {
        let short = lengths.iter().filter(|words| **words <= SHORT);
        part(short.count(), lengths.len())
    };
    let pictures = &curriculum.voice().pictures;
    let pictures = pictures
        .iter()
        .find(|it| topic.module.as_ref() == Some(&it.module));
    let lines: Vec<String> = page
        .iter()
        .map(|(passage, _)| line(&tokens(&passage.text)))
        .collect();
    let count = |words: &[String]| {
        let each = words.iter().map(|word| line(&tokens(word)));
        each.map(|word| {
            lines
                .iter()
                .map(|line| line.matches(&word).count())
                .sum::<usize>()
        })
        .sum::<usize>()
    };
    Voice {
        words_per_sentence: mean,
        spread: (squares.sum::<f64>() / number(lengths.len().max(1))).sqrt(),
        short_sentences: short(&lengths),
        clipped_ends: short(&ends),
        picture: pictures.map_or(0, |it| count(&it.keep)),
        let_go: pictures.map_or(0, |it| count(&it.let_go)),
    }
}

#[expect(
    clippy::cast_precision_loss,
    reason = "a page has far fewer words than a float counts exactly"
)]
fn number(count: usize) -> f64 {
    count as f64
}

fn part(of: usize, all: usize) -> f64 {
    if all == 0 {
        0.0
    } else {
        number(of) / number(all)
    }
}

/// A title that several practices have.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Repeated {
    /// The title.
    pub title: String,
    /// The language.
    pub lang: Lang,
    /// The topics that have it.
    pub topics: Vec<TopicId>,
}

/// Lists the titles of practices that come again.
pub fn repeated(curriculum: &Curriculum) -> Vec<Repeated> {
    let mut found: BTreeMap<(Lang, String), Vec<TopicId>> = BTreeMap::new();
    for (topic, lang, page) in pages(curriculum) {
        for placed in &page.blocks {
            if let Block::PracticeOptions { title, .. } = &placed.block {
                let topics = found.entry((lang, title.clone())).or_default();
                topics.push(topic.id.clone());
            }
        }
    }
    let again = found.into_iter().filter(|(_, topics)| topics.len() > 1);
    again
        .map(|((lang, title), topics)| Repeated {
            title,
            lang,
            topics,
        })
        .collect()
}

/// Why a topic may be plainer than the others, if its authors said so.
pub fn plain<'c>(curriculum: &'c Curriculum, topic: &TopicId) -> Option<&'c str> {
    let mut plain = curriculum.voice().plain.iter();
    let found = plain.find(|it| it.topic == *topic)?;
    Some(&found.why)
}

/// A grade as it is said: to one place behind the point.
pub fn said(grade: f64) -> f64 {
    (grade * 10.0).round() / 10.0
}

/// Holds the prose of a topic against the span it ought to lie in.
pub(super) fn fault(
    curriculum: &Curriculum,
    topic: &TopicId,
    file: &str,
    prose_grade: Option<f64>,
) -> Option<Problem> {
    // As it is said, so that no page fails with the very number that is asked for.
    let grade = said(prose_grade?);
    let (what, instead) = if grade < EASIEST_PROSE && plain(curriculum, topic).is_none() {
        (
            "easier",
            format!(
                "Join sentences until it is at {EASIEST_PROSE}, or name the topic under [[plain]] in voice.toml"
            ),
        )
    } else if grade > HARDEST_PROSE {
        ("harder", format!("Bring it to {HARDEST_PROSE:.1} or lower"))
    } else {
        return None;
    };
    Some(Problem {
        file: file.to_owned(),
        line: 0,
        what: format!(
            "The prose of the topic reads at grade {grade:.1}, which is {what} than it ought to"
        ),
        instead,
    })
}
