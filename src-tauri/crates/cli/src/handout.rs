//! Handouts: what there is, and a topic or form as PDF. Opens no vault unless a person's answers are asked for.

use std::path::Path;

use api::{act, view, wire::*};
use domain::{CourseId, Lang, ModuleId, TopicId, TrackId};
use serde_json::json;

use crate::{
    Desk,
    args::HandoutCommand,
    output::{self, Printed},
    records,
    sentences::Failure,
    vault,
};

/// Runs a command about handouts.
pub fn run(desk: &Desk, command: HandoutCommand) -> Result<Printed, Failure> {
    let catalogue = desk.tell(view::catalogue::catalogue(&desk.app, Nothing {}))?;
    match command {
        HandoutCommand::List { course } => list(&catalogue, course.as_ref()),
        HandoutCommand::Print {
            topic,
            lang,
            size,
            out,
            course,
            person,
            short,
            fillable,
            with_example,
            to,
        } => {
            let course = course_of(&catalogue, course.as_ref(), lang, Some(&topic))?
                .id
                .clone();
            tell_of_language(&catalogue, lang);
            if with_example {
                tell_of_examples(desk, &topic, lang, &course)?;
            }
            let person = match person {
                Some(word) => {
                    vault::open(desk)?;
                    Some(records::find(desk, &word)?)
                }
                None => None,
            };
            let paper = MakePaper {
                paper: PaperRequest::Handouts {
                    topics: vec![topic],
                    language: lang,
                    course,
                    filled: person.is_some(),
                    person,
                    short,
                    examples: with_example,
                },
                size: size.into(),
                format: None,
            };
            if fillable {
                let kept =
                    act::hand_off::save_paper_in(&desk.app, &paper, &to, FileKind::Fillable, &out);
                return output::wrote(&out, desk.tell(kept)?);
            }
            save(desk, &paper, &to, &out)
        }
        HandoutCommand::Slip {
            person,
            size,
            out,
            session,
            to,
        } => {
            vault::open(desk)?;
            let paper = MakePaper {
                paper: PaperRequest::Slips {
                    person: records::find(desk, &person)?,
                    session,
                    practice: None,
                },
                size: size.into(),
                format: None,
            };
            save(desk, &paper, &to, &out)
        }
        HandoutCommand::ReadBack { file, person, take } => read_back(desk, &file, &person, take),
        HandoutCommand::Workbook {
            course,
            module,
            lang,
            size,
            out,
            track,
            short,
        } => {
            let course = course_of(&catalogue, course.as_ref(), lang, None)?;
            if let Some(module) = &module
                && !course.modules.iter().any(|held| held.id == *module)
            {
                return Err(no_module(course, module));
            }
            if let Some(track) = &track
                && !course.tracks.iter().any(|known| known.id == *track)
            {
                return Err(no_track(course, track));
            }
            tell_of_language(&catalogue, lang);
            let paper = MakePaper {
                paper: PaperRequest::Workbook {
                    course: course.id.clone(),
                    module,
                    track,
                    language: lang,
                    short,
                },
                size: size.into(),
                format: None,
            };
            save(desk, &paper, "", &out)
        }
    }
}

/// Shows both sides, and takes over what differs when that is asked for.
fn read_back(desk: &Desk, file: &Path, person: &str, take: bool) -> Result<Printed, Failure> {
    vault::open(desk)?;
    let ask = ReadBack {
        person: records::find(desk, person)?,
        path: file.display().to_string(),
    };
    let all = TakeBack {
        person: ask.person,
        path: ask.path.clone(),
        take: None,
    };
    let found = desk.tell(view::read_back::read_back_plan(&desk.app, ask))?;
    let fresh = found.lines.iter().filter(|line| !line.same).count();
    let rows: Vec<_> = found
        .lines
        .iter()
        .map(|line| {
            let mark = if line.same { "=" } else { "→" };
            [&line.page, &line.asks, &line.now, mark, &line.found]
                .map(|cell| cell.replace('\n', " "))
                .into()
        })
        .collect();
    if found.lost > 0 {
        output::tell(&format!(
            "{} fields have no place in the content and were left out.",
            found.lost
        ));
    }
    if take {
        desk.tell(act::read_back::read_back(&desk.app, all))?;
        output::tell(&format!(
            "{fresh} answers of {} were taken over.",
            found.person.name
        ));
    } else if fresh > 0 {
        output::tell(&format!(
            "{fresh} answers of {} differ; add --take to take them over.",
            found.person.name
        ));
    }
    Printed::table(&rows, &found)
}

/// Writes pages as a file, as what the end of its name says.
pub fn save(desk: &Desk, paper: &MakePaper, to: &str, out: &Path) -> Result<Printed, Failure> {
    let kept = desk.tell(act::hand_off::save_paper_as(&desk.app, paper, to, out))?;
    output::wrote(out, kept)
}

/// Says when pages come in another language than the one asked for.
pub fn tell_of_language(catalogue: &Catalogue, lang: Lang) {
    if !catalogue.languages.contains(&lang) {
        let fallback = catalogue.languages.first().copied().unwrap_or_default();
        output::tell(&format!(
            "There is no text in “{lang}” yet, so this is printed in “{fallback}”."
        ));
    }
}

/// Says so when there is nothing to lie behind a page; the page alone is of use too.
fn tell_of_examples(
    desk: &Desk,
    topic: &TopicId,
    language: Lang,
    course: &CourseId,
) -> Result<(), Failure> {
    let ask = TopicPage {
        topic: topic.clone(),
        language,
        course: course.clone(),
        person: None,
    };
    let page = desk.tell(view::pages::topic_page(&desk.app, ask))?;
    if page.examples.is_empty() {
        output::tell("There is no finished example of this page, so it is printed alone.");
    }
    Ok(())
}

fn no_module(course: &CatalogueCourse, module: &ModuleId) -> Failure {
    let ids: Vec<_> = course.modules.iter().map(|held| held.id.as_str()).collect();
    Failure::other(format!(
        "There is no module “{module}” in this course; there are {}.",
        ids.join(", ")
    ))
}

fn no_track(course: &CatalogueCourse, track: &TrackId) -> Failure {
    let ids: Vec<_> = course
        .tracks
        .iter()
        .map(|known| known.id.as_str())
        .collect();
    Failure::other(match ids.as_slice() {
        [] => format!("There is no track “{track}” in this course; it has none."),
        _ => format!(
            "There is no track “{track}” in this course; there are {}.",
            ids.join(", ")
        ),
    })
}

fn list(catalogue: &Catalogue, course: Option<&CourseId>) -> Result<Printed, Failure> {
    let course = course_of(catalogue, course, Lang::default(), None)?;
    let mut rows = Vec::new();
    let mut topics = Vec::new();
    for module in &course.modules {
        for topic in &module.topics {
            rows.push(vec![
                topic.number.clone(),
                topic.id.to_string(),
                topic.title.clone(),
                module.title.clone(),
            ]);
            topics.push(json!({
                "id": topic.id,
                "number": topic.number,
                "title": topic.title,
                "purpose": topic.purpose,
                "module": module.title,
                "review": topic.review,
            }));
        }
    }
    for form in &catalogue.forms {
        let module = form.module.as_ref();
        if module.is_some_and(|module| !course.modules.iter().any(|held| held.id == *module)) {
            continue;
        }
        rows.push(vec![
            "–".to_owned(),
            form.id.to_string(),
            form.title.clone(),
            form.module_title.clone(),
        ]);
        topics.push(json!({
            "id": form.id,
            "number": "",
            "title": form.title,
            "purpose": form.purpose,
            "module": form.module_title,
            "review": form.review,
            "form": form.kind,
        }));
    }
    Printed::table(&rows, &topics)
}

/// Finds the course that was named, or of those that hold the topic the usual one of the language, or any. A form goes
/// with every course.
pub fn course_of<'a>(
    catalogue: &'a Catalogue,
    named: Option<&CourseId>,
    lang: Lang,
    topic: Option<&TopicId>,
) -> Result<&'a CatalogueCourse, Failure> {
    let holds = |course: &CatalogueCourse| {
        let mut topics = course.modules.iter().flat_map(|module| &module.topics);
        let form = |wanted: &TopicId| catalogue.forms.iter().any(|form| form.id == *wanted);
        topic.is_none_or(|wanted| topics.any(|topic| topic.id == *wanted) || form(wanted))
    };
    let Some(id) = named else {
        let usual = |course: &&CatalogueCourse| course.usual.contains(&lang);
        let courses = &catalogue.courses;
        let holding = || courses.iter().filter(|course| holds(course));
        let found = holding().find(usual).or_else(|| holding().next());
        return found.ok_or_else(|| no_topic(topic));
    };
    let course = catalogue
        .courses
        .iter()
        .find(|course| course.id == *id)
        .ok_or_else(|| {
            let ids: Vec<_> = catalogue
                .courses
                .iter()
                .map(|course| course.id.as_str())
                .collect();
            Failure::other(format!(
                "There is no course “{id}”; there are {}.",
                ids.join(", ")
            ))
        })?;
    if holds(course) {
        Ok(course)
    } else {
        Err(no_topic(topic))
    }
}

fn no_topic(topic: Option<&TopicId>) -> Failure {
    let topic = topic.map_or("", TopicId::as_str);
    Failure::other(format!(
        "There is no topic or form “{topic}” here; `waymark-cli handout list` shows what can be printed."
    ))
}
