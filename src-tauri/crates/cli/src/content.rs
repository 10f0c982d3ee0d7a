//! Content for its authors: check a pack, measure it, look at its pages. Packs of a site are in `packs`.

use std::path::Path;

use api::content::{self, Curriculum, PageOf, Problems, Stats, TopicFigures, check};
use domain::{Lang, ModuleId, settings::PrintSize};
use serde_json::json;

use crate::{
    Desk,
    args::ContentCommand,
    output::{self, Printed},
    packs,
    sentences::Failure,
};

/// Runs a command about content.
pub fn run(desk: &Desk, command: ContentCommand) -> Result<Printed, Failure> {
    match command {
        ContentCommand::Check { pack } => check_pack(pack.as_deref()),
        ContentCommand::Stats { pack } => measure(desk, pack.as_deref()),
        ContentCommand::Preview {
            topic,
            pack,
            lang,
            size,
            out,
        } => preview(desk, pack.as_deref(), &topic, lang, size.into(), &out),
        ContentCommand::NewPack { dir } => packs::start(desk, &dir),
        ContentCommand::Diff { old, new } => packs::compare(&old, &new),
        ContentCommand::Install { pack } => packs::install(desk, &pack),
        ContentCommand::Remove { pack } => packs::remove(desk, pack),
        ContentCommand::Packs => packs::packs_in_use(desk),
    }
}

fn name(pack: Option<&Path>) -> String {
    pack.map_or_else(
        || "the built-in pack".to_owned(),
        |dir| dir.display().to_string(),
    )
}

pub fn faulty(pack: Option<&Path>, problems: &Problems) -> Result<Printed, Failure> {
    let places = places(problems.as_slice().len());
    let name = name(pack);
    let sentence = format!("{name} needs mending in {places}; mend that and check again.");
    let printed = Printed::line(problems.to_string(), &problems.as_slice())?;
    Ok(printed.failing(Failure::other(sentence)))
}

fn preview(
    desk: &Desk,
    pack: Option<&Path>,
    page: &PageOf,
    lang: Lang,
    size: PrintSize,
    out: &Path,
) -> Result<Printed, Failure> {
    let content = match content::read(pack) {
        Ok(content) => content,
        Err(problems) => return faulty(pack, &problems),
    };
    let done = match content::preview(&desk.app, &content, page, lang, size, out) {
        Err(error) if error.code == api::ErrorCode::NotFound => return Err(no_page(pack, page)),
        done => done,
    };
    let kept = desk.tell(done)?;
    if !content.pack().languages.contains(&lang) {
        output::tell(&format!(
            "There is no text in “{lang}” yet, so this is in the pack's first language."
        ));
    }
    tell_of_style(pack, &content);
    output::wrote(out, kept)
}

pub fn places(count: usize) -> String {
    match count {
        1 => "1 place".to_owned(),
        _ => format!("{count} places"),
    }
}

/// Says on the side how many places of the words need mending.
fn tell_of_style(pack: Option<&Path>, content: &Curriculum) {
    let count = content::style_problems(content);
    if count > 0 {
        let places = places(count);
        output::tell(&format!(
            "The words of {} need mending in {places}; `waymark-cli content check` shows them.",
            name(pack)
        ));
    }
}

fn no_page(pack: Option<&Path>, page: &PageOf) -> Failure {
    let what = match page {
        PageOf::Topic(topic) => format!("topic “{topic}”"),
        PageOf::Guide(module) => format!("module “{module}”"),
    };
    Failure::other(format!(
        "There is no {what} in {}; `waymark-cli content stats` lists what there is.",
        name(pack)
    ))
}

fn check_pack(pack: Option<&Path>) -> Result<Printed, Failure> {
    match check(pack) {
        Ok(content) => {
            let topics: usize = content
                .modules()
                .iter()
                .map(|module| module.topics.len())
                .sum();
            let modules = content.modules().len();
            let version = content.packs().last().map_or("", |pack| &pack.version);
            let text = format!(
                "Nothing to mend in {}: version {version}, topics: {topics}, modules: {modules}.",
                name(pack)
            );
            Printed::line(text, &json!([]))
        }
        Err(problems) => faulty(pack, &problems),
    }
}

fn measure(desk: &Desk, pack: Option<&Path>) -> Result<Printed, Failure> {
    let content = match content::read(pack) {
        Ok(content) => content,
        Err(problems) => return faulty(pack, &problems),
    };
    let stats = desk.tell(content::stats(&desk.app, &content))?;
    tell_of_style(pack, &content);
    let mut printed = Printed::table(&table(&stats), &stats)?;
    printed
        .text
        .push_str(&format!("{}\n{VOICE}\n", stats.formula));
    printed.text.push_str(&remarks(&content, &stats));
    Ok(printed)
}

/// What the columns of the voice mean.
const VOICE: &str = "Voice, over the running text: words a sentence and their standard deviation; the share of sentences \
     of six words or fewer, and of paragraphs that end on one; words of the picture the module keeps, and of those it let go";

/// One row for each topic, then the sums.
fn table(stats: &Stats) -> Vec<Vec<String>> {
    let heading = [
        "module",
        "topic",
        "lang",
        "words",
        "sentences",
        "longest",
        "pages",
        "page grade",
        "prose grade",
        "words/sentence",
        "spread",
        "short",
        "clipped",
        "picture",
        "let go",
    ];
    let mut rows = vec![heading.map(str::to_owned).to_vec()];
    rows.extend(stats.topics.iter().map(row));
    let sum = |id: &str, lang: String, words: usize, pages: usize| {
        let (words, pages) = (words.to_string(), pages.to_string());
        let none = String::new;
        vec![
            id.to_owned(),
            "(all)".to_owned(),
            lang,
            words,
            none(),
            none(),
            pages,
        ]
    };
    rows.extend(stats.modules.iter().map(|module| {
        sum(
            &module_name(&module.id),
            module.lang.to_string(),
            module.words,
            module.pages,
        )
    }));
    let totals = &stats.totals;
    rows.push(sum("(all)", String::new(), totals.words, totals.pages));
    rows
}

fn row(topic: &TopicFigures) -> Vec<String> {
    let TopicFigures { words, pages } = topic;
    vec![
        module_name(&words.module),
        words.topic.to_string(),
        words.lang.to_string(),
        words.words.to_string(),
        words.sentences.to_string(),
        words.longest_sentence.to_string(),
        pages.to_string(),
        grade(words.grade),
        grade(words.prose_grade),
        format!("{:.1}", words.voice.words_per_sentence),
        format!("{:.1}", words.voice.spread),
        percent(words.voice.short_sentences),
        percent(words.voice.clipped_ends),
        words.voice.picture.to_string(),
        words.voice.let_go.to_string(),
    ]
}

/// A form may belong to no module.
fn module_name(module: &ModuleId) -> String {
    match module.as_str() {
        "" => "–".to_owned(),
        id => id.to_owned(),
    }
}

fn percent(share: f64) -> String {
    format!("{:.0} %", 100.0 * share)
}

/// Says in sentences which topics lie outside the span of the prose, and which titles come again.
fn remarks(pack: &Curriculum, stats: &Stats) -> String {
    let mut said = String::new();
    for TopicFigures { words, .. } in &stats.topics {
        let is_form = pack.form(&words.topic).is_some();
        let Some(grade) = words.prose_grade.filter(|_| !is_form) else {
            continue;
        };
        let span = content::EASIEST_PROSE..=content::HARDEST_PROSE;
        if span.contains(&content::said(grade)) {
            continue;
        }
        let why = content::plain(pack, &words.topic);
        let why = why.map_or_else(String::new, |why| format!(", on purpose: {why}"));
        said += &format!(
            "{}: prose at grade {grade:.1}, outside {:.1} to {:.1}{why}\n",
            words.topic,
            content::EASIEST_PROSE,
            content::HARDEST_PROSE
        );
    }
    for again in &stats.repeated_titles {
        let topics: Vec<&str> = again.topics.iter().map(|topic| topic.as_str()).collect();
        said += &format!(
            "The title “{}” stands on {} practices: {}\n",
            again.title,
            topics.len(),
            topics.join(", ")
        );
    }
    said
}

fn grade(grade: Option<f64>) -> String {
    grade.map_or_else(|| "–".to_owned(), |grade| format!("{grade:.1}"))
}
