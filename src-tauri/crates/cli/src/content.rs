//! Content packs: check one as an author does, and measure the built-in one.

use std::path::Path;

use api::content::{TopicStats, check, stats};
use serde_json::json;

use crate::{args::ContentCommand, output::Printed, sentences::Failure};

/// Runs a command about content.
pub fn run(command: ContentCommand) -> Result<Printed, Failure> {
    match command {
        ContentCommand::Check { pack } => check_pack(pack.as_deref()),
        ContentCommand::Stats => measure(),
    }
}

fn check_pack(pack: Option<&Path>) -> Result<Printed, Failure> {
    let name = pack.map_or_else(
        || "the built-in pack".to_owned(),
        |dir| dir.display().to_string(),
    );
    match check(pack) {
        Ok(content) => {
            let topics: usize = content
                .modules()
                .iter()
                .map(|module| module.topics.len())
                .sum();
            let modules = content.modules().len();
            let version = &content.pack().version;
            let text = format!(
                "Nothing to mend in {name}: version {version}, topics: {topics}, modules: {modules}."
            );
            Printed::line(text, &json!([]))
        }
        Err(problems) => {
            let count = problems.as_slice().len();
            let sentence =
                format!("{name} needs mending in {count} places; mend them and check again.");
            let printed = Printed::line(problems.to_string(), &problems.as_slice())?;
            Ok(printed.failing(Failure::other(sentence)))
        }
    }
}

fn measure() -> Result<Printed, Failure> {
    let content = check(None).map_err(|problems| {
        let count = problems.as_slice().len();
        Failure::other(format!("The built-in pack needs mending in {count} places; `waymark-cli content check` shows them."))
    })?;
    let topics = stats(&content);
    let heading = [
        "module",
        "topic",
        "lang",
        "words",
        "sentences",
        "longest",
        "grade",
    ];
    let mut rows = vec![heading.map(str::to_owned).to_vec()];
    rows.extend(topics.iter().map(row));
    Printed::table(&rows, &topics)
}

fn row(topic: &TopicStats) -> Vec<String> {
    vec![
        topic.module.to_string(),
        topic.topic.to_string(),
        topic.lang.to_string(),
        topic.words.to_string(),
        topic.sentences.to_string(),
        topic.longest_sentence.to_string(),
        topic
            .grade
            .map_or_else(|| "–".to_owned(), |grade| format!("{grade:.1}")),
    ]
}
