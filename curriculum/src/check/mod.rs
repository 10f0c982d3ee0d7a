//! The style checks: reading grade, sentence length, page length, and words that pages do not use.
//!
//! They measure what a page renders, not a friendlier subset of it (FORMAT.md, *Reading level*).

mod marks;
mod measure;
mod numbers;
mod pages;
mod phrases;
mod safety;
mod syllables;
mod texts;
mod voice;

use domain::{Lang, ModuleId, TopicId};
use serde::Serialize;

use self::pages::pages;
pub use self::voice::{EASIEST_PROSE, HARDEST_PROSE, Repeated, Voice, plain, repeated, said};
use crate::{
    curriculum::Curriculum,
    model::{Page, Topic},
    problem::{Problem, Problems},
};
use measure::{Passage, Sentence, grade, passages, sentences};

/// No topic reads harder than this.
pub const HARDEST_GRADE: f64 = 7.0;
/// The middle topic of a pack reads no harder than this.
pub const MEDIAN_GRADE: f64 = 6.0;
/// The most words of a sentence outside stories.
pub const LONGEST_SENTENCE: usize = 25;
/// The fewest words of a topic; a form may be as short as it likes.
pub const FEWEST_WORDS: usize = 500;
/// The most words of a topic or form.
pub const MOST_WORDS: usize = 1_100;

/// What was counted on one page.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct TopicStats {
    /// The module; empty for a form that belongs to none.
    pub module: ModuleId,
    /// The topic or form.
    pub topic: TopicId,
    /// The language.
    pub lang: Lang,
    /// Words, those of worksheets included.
    pub words: usize,
    /// Sentences; a heading, a label, a row and a list item each end one.
    pub sentences: usize,
    /// Syllables by the English counter.
    pub syllables: usize,
    /// Words of the longest sentence outside stories.
    pub longest_sentence: usize,
    /// The Flesch–Kincaid grade of every word of the page: 0.39 × words ÷ sentences + 11.8 × syllables ÷ words − 15.59.
    /// `None` for other languages than English, which the formula does not know.
    pub grade: Option<f64>,
    /// The same for its running text alone; `None` also for a page that has none.
    pub prose_grade: Option<f64>,
    /// How it is said.
    pub voice: Voice,
}

impl TopicStats {
    /// Returns the higher of the two grades, which the limits hold for.
    pub fn hardest_grade(&self) -> Option<f64> {
        self.grade
            .into_iter()
            .chain(self.prose_grade)
            .reduce(f64::max)
    }
}

/// Measures every page in every language.
pub fn stats(curriculum: &Curriculum) -> Vec<TopicStats> {
    pages(curriculum)
        .map(|(topic, lang, page)| measure(curriculum, topic, lang, &read(page, lang)))
        .collect()
}

/// Reads a page once, for all checks.
fn read(page: &Page, lang: Lang) -> Vec<(Passage, Vec<Sentence>)> {
    passages(page, lang)
        .into_iter()
        .map(|passage| {
            let parted = sentences(&passage.text);
            (passage, parted)
        })
        .collect()
}

fn measure(
    curriculum: &Curriculum,
    topic: &Topic,
    lang: Lang,
    page: &[(Passage, Vec<Sentence>)],
) -> TopicStats {
    let mut stats = TopicStats {
        module: topic.module.clone().unwrap_or_else(|| ModuleId::from("")),
        topic: topic.id.clone(),
        lang,
        words: 0,
        sentences: 0,
        syllables: 0,
        longest_sentence: 0,
        grade: None,
        prose_grade: None,
        voice: voice::measure(curriculum, topic, page),
    };
    let mut prose = (0, 0, 0);
    for (passage, parted) in page.iter().filter(|(passage, _)| !passage.drawn) {
        for sentence in parted {
            stats.words += sentence.words;
            stats.sentences += 1;
            stats.syllables += sentence.syllables;
            if passage.prose {
                prose.0 += sentence.words;
                prose.1 += 1;
                prose.2 += sentence.syllables;
            }
            if !passage.in_story {
                stats.longest_sentence = stats.longest_sentence.max(sentence.words);
            }
        }
    }
    if lang == Lang::En {
        stats.grade = Some(grade(stats.words, stats.sentences, stats.syllables));
        stats.prose_grade = (prose.1 > 0).then(|| grade(prose.0, prose.1, prose.2));
    }
    stats
}

/// Checks the words of a pack. Empty when all is well; sorted by file and line.
pub fn check(curriculum: &Curriculum) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut grades = Vec::new();
    for (topic, lang, page) in pages(curriculum) {
        let passages = read(page, lang);
        let stats = measure(curriculum, topic, lang, &passages);
        let is_form = curriculum.form(&topic.id).is_some();
        check_page(&stats, is_form, page, &mut problems);
        check_passages(lang, page, &passages, &mut problems);
        // A pack that lists nothing of its voice has none of its own yet.
        if !is_form && !curriculum.voice().is_empty() {
            let file = &page.file;
            problems.extend(voice::fault(curriculum, &topic.id, file, stats.prose_grade));
        }
        grades.extend(stats.hardest_grade());
    }
    if let Some(median) = median(grades).filter(|median| *median > MEDIAN_GRADE) {
        problems.push(Problem {
            file: "pack.toml".to_owned(),
            line: 0,
            what: format!("The middle topic reads at grade {median:.1}"),
            instead: format!("Bring it to {MEDIAN_GRADE} with shorter words and sentences"),
        });
    }
    problems.extend(marks::faults(curriculum));
    problems.extend(safety::faults(curriculum));
    problems.extend(numbers::faults(curriculum));
    Problems::new(problems).into_vec()
}

/// Holds the counts of a page against the limits.
fn check_page(stats: &TopicStats, is_form: bool, page: &Page, problems: &mut Vec<Problem>) {
    let mut fault = |what: String, instead: String| {
        problems.push(Problem {
            file: page.file.clone(),
            line: 0,
            what,
            instead,
        });
    };
    let noun = if is_form { "form" } else { "topic" };
    if let Some(grade) = stats.hardest_grade().filter(|grade| *grade > HARDEST_GRADE) {
        let what = if Some(grade) == stats.grade {
            format!("The {noun} reads at grade {grade:.1}")
        } else {
            format!("The prose of the {noun} reads at grade {grade:.1}")
        };
        fault(
            what,
            format!("Bring it to {HARDEST_GRADE} or lower with shorter words and sentences"),
        );
    }
    if stats.words < FEWEST_WORDS && !is_form {
        fault(
            format!("The topic has {} words", stats.words),
            format!("Write at least {FEWEST_WORDS}, or make it part of another topic"),
        );
    }
    if stats.words > MOST_WORDS {
        fault(
            format!("The {noun} has {} words", stats.words),
            format!("Keep to {MOST_WORDS}, or make two of it"),
        );
    }
}

/// Looks at each sentence of a page.
fn check_passages(
    lang: Lang,
    page: &Page,
    passages: &[(Passage, Vec<Sentence>)],
    problems: &mut Vec<Problem>,
) {
    for (passage, parted) in passages {
        let mut fault = |what: String, instead: String| {
            problems.push(Problem {
                file: page.file.clone(),
                line: passage.line,
                what,
                instead,
            });
        };
        for sentence in parted {
            if sentence.words > LONGEST_SENTENCE && !passage.in_story {
                fault(
                    format!(
                        "A sentence has {} words: “{}”",
                        sentence.words,
                        first_words(&sentence.text)
                    ),
                    format!("Make two of it; {LONGEST_SENTENCE} words are the most"),
                );
            }
        }
        if lang == Lang::En {
            for (what, instead) in phrases::faults(&passage.text) {
                fault(what, instead.to_owned());
            }
        }
    }
}

fn first_words(sentence: &str) -> String {
    let words: Vec<&str> = sentence.split_whitespace().take(6).collect();
    format!("{} …", words.join(" "))
}

fn median(mut grades: Vec<f64>) -> Option<f64> {
    grades.sort_by(f64::total_cmp);
    let upper = grades.get(grades.len() / 2).copied()?;
    if grades.len() % 2 == 1 {
        return Some(upper);
    }
    let lower = grades.get(grades.len() / 2 - 1).copied()?;
    Some(f64::midpoint(lower, upper))
}

#[cfg(test)]
mod tests;
