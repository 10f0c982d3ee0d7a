//! The marks of a topic: one task that matters, and at least one practice option that serves the person's goal by name.

use domain::{Lang, document::Block};

use super::pages::pages;
use crate::{curriculum::Curriculum, problem::Problem};

/// How an option that serves the person's goal begins, where it is known how that is said.
const fn goal_words(lang: Lang) -> Option<&'static str> {
    match lang {
        Lang::En => Some("For your goal:"),
        Lang::Da | Lang::Nb => None,
    }
}

/// Finds the topics with tasks that do not mark the one that matters, and practices without an option for the goal.
pub(super) fn faults(curriculum: &Curriculum) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (topic, lang, page) in pages(curriculum) {
        if curriculum.form(&topic.id).is_some() {
            continue;
        }
        let mut fault = |line: u32, what: String, instead: String| {
            problems.push(Problem {
                file: page.file.clone(),
                line,
                what,
                instead,
            });
        };
        let tasks = page.blocks.iter().filter(|placed| {
            let only_teaches = matches!(placed.block, Block::KeyPoint { .. } | Block::Story { .. });
            placed.block.id().is_some() && !only_teaches
        });
        if topic.matters.is_none() && tasks.count() > 0 {
            fault(
                0,
                "The topic does not mark the one task that matters".to_owned(),
                "Write matters = \"…\" with the id of that block under its [[topic]]".to_owned(),
            );
        }
        for placed in &page.blocks {
            let Block::PracticeOptions { id, options, .. } = &placed.block else {
                continue;
            };
            let serves = |option: &domain::OptionId| topic.for_goal.contains(option);
            if !options.iter().any(|option| serves(&option.id)) {
                fault(
                    placed.line,
                    format!("No option of “{id}” serves the person's own goal"),
                    "Write one that does, and goal = [\"…\"] with its id in the [[topic.block]]"
                        .to_owned(),
                );
            }
            let Some(begins) = goal_words(lang) else {
                continue;
            };
            for option in options {
                let says = option.label.starts_with(begins);
                if says != serves(&option.id) {
                    let (what, instead) = if says {
                        (
                            "says that it serves the goal, and is not marked",
                            "Add its id to goal",
                        )
                    } else {
                        (
                            "is marked for the goal, and does not say so",
                            "Begin it with the words",
                        )
                    };
                    fault(
                        placed.line,
                        format!("The option “{}” {what}", option.id),
                        format!("{instead} (“{begins}”)"),
                    );
                }
            }
        }
    }
    problems
}
