//! Numbers that a guide says of its module, held against what there is to count.
//!
//! Only where the words around a number leave no doubt what it counts. Everything else is for readers.

use domain::document::Block;

use super::{
    phrases::tokens,
    texts::{Said, guide},
};
use crate::{
    curriculum::Curriculum,
    model::{Module, Topic},
    problem::Problem,
};

/// What a number may count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Of {
    /// The topics that one person meets.
    Topics,
    /// The cards to rehearse with.
    Cards,
    /// The rows of one list, or of all the lists of one topic.
    Rows,
}

/// Words that stand around a number, and what it then counts.
struct Counted {
    before: &'static [&'static str],
    after: &'static [&'static str],
    of: Of,
}

const COUNTED: &[Counted] = &[
    Counted {
        before: &["all"],
        after: &["topics"],
        of: Of::Topics,
    },
    Counted {
        before: &[],
        after: &["topics", "are"],
        of: Of::Topics,
    },
    Counted {
        before: &["role", "play"],
        after: &["cards"],
        of: Of::Cards,
    },
    Counted {
        before: &["rehearsal"],
        after: &["cards"],
        of: Of::Cards,
    },
    Counted {
        before: &["list", "of"],
        after: &[],
        of: Of::Rows,
    },
    Counted {
        before: &["of", "these"],
        after: &["lines"],
        of: Of::Rows,
    },
];

/// The numbers that guides write as words.
const WORDS: [&str; 21] = [
    "nought",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
];

/// Reads the English guide of every module.
pub(super) fn faults(curriculum: &Curriculum) -> Vec<Problem> {
    curriculum.modules().iter().flat_map(of_guide).collect()
}

fn of_guide(module: &Module) -> Vec<Problem> {
    let Some(text) = guide(module) else {
        return Vec::new();
    };
    let wrong = text.said.iter().flat_map(|said| {
        claims(said).into_iter().filter_map(|(number, of)| {
            let there = count(module, of);
            (!there.contains(&number)).then_some((said.line, number, of, there))
        })
    });
    wrong
        .map(|(line, number, of, there)| Problem {
            file: text.file.clone(),
            line,
            what: format!("The guide says {number}, and there are {}", either(&there)),
            instead: match of {
                Of::Topics => "Count the topics of the module",
                Of::Cards => "Count the role plays of the module",
                Of::Rows => "Count the rows of the list, or of all the lists of its topic",
            }
            .to_owned(),
        })
        .collect()
}

/// Finds the numbers of a passage whose neighbours say what they count.
fn claims(said: &Said) -> Vec<(usize, Of)> {
    let words = tokens(&said.words);
    let stands = |start: usize, phrase: &[&str]| {
        words
            .get(start..start + phrase.len())
            .is_some_and(|found| found.iter().zip(phrase).all(|(word, meant)| word == meant))
    };
    let mut found = Vec::new();
    for (place, word) in words.iter().enumerate() {
        let Some(number) = number(word) else {
            continue;
        };
        let of = COUNTED.iter().find(|counted| {
            let before = place.checked_sub(counted.before.len());
            before.is_some_and(|start| stands(start, counted.before))
                && stands(place + 1, counted.after)
        });
        found.extend(of.map(|counted| (number, counted.of)));
    }
    found
}

fn number(word: &str) -> Option<usize> {
    WORDS
        .iter()
        .position(|known| *known == word)
        .or_else(|| word.parse().ok())
}

/// Counts what there is. More than one answer can be right.
fn count(module: &Module, of: Of) -> Vec<usize> {
    let track = module.tracks.first().map(|track| &track.id);
    let topics = || module.topics_for(track);
    let mut there = match of {
        Of::Topics => vec![topics().count()],
        Of::Cards => {
            let cards = module.topics.iter().flat_map(|topic| topic.structure());
            vec![
                cards
                    .filter(|block| matches!(block, Block::RolePlay { .. }))
                    .count(),
            ]
        }
        Of::Rows => {
            let of_topic =
                |topic: &Topic| -> Vec<usize> { topic.structure().filter_map(rows).collect() };
            topics()
                .map(of_topic)
                .flat_map(|lists| {
                    let whole = lists.iter().sum();
                    lists.into_iter().chain([whole])
                })
                .filter(|rows| *rows > 0)
                .collect()
        }
    };
    there.sort_unstable();
    there.dedup();
    there
}

fn rows(block: &Block) -> Option<usize> {
    match block {
        Block::Checklist { rows, .. } | Block::Rating { rows, .. } => Some(rows.len()),
        _ => None,
    }
}

fn either(there: &[usize]) -> String {
    let numbers: Vec<String> = there.iter().map(ToString::to_string).collect();
    numbers.join(" or ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(passage: &str) -> Vec<(usize, Of)> {
        claims(&Said::new(1, passage))
    }

    #[test]
    fn a_number_is_held_only_to_what_its_neighbours_name() {
        for (passage, expected) in [
            (
                "Hardly anybody needs all nine topics.",
                vec![(9, Of::Topics)],
            ),
            ("Eleven topics are a menu.", vec![(11, Of::Topics)]),
            (
                "**Role play.** Six cards: company, kitchen.",
                vec![(6, Of::Cards)],
            ),
            ("It is one line on a list of 26.", vec![(26, Of::Rows)]),
            (
                "Which of these eleven lines is most in the way?",
                vec![(11, Of::Rows)],
            ),
            (
                "Whatever the track, three cards are worth borrowing.",
                vec![],
            ),
            ("The first three topics come in five tracks.", vec![]),
            ("Two to four meetings of 45 to 60 minutes.", vec![]),
            ("A list of all.", vec![]),
            ("", vec![]),
        ] {
            assert_eq!(found(passage), expected, "{passage}");
        }
    }
}
