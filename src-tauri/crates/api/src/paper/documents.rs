//! From a request to the documents it puts on paper.

use domain::{Document, PersonId, TopicId};
use export::fill::Book;
use press::{Each, PrintJob};

use super::{
    erasure, folder, goals,
    handout::{Whose, handout},
    help, job, note, outcomes, packet,
    slip::{self, Which},
    supervision, week, workbook,
};
use crate::{
    app::App,
    error::{ErrorCode, Result},
    read::{lookup, manual, pages, self_test},
    wire::{ForEach, MakePaper, PaperRequest},
};

/// Documents, and how they are bound; what stands by itself is not.
#[derive(Default)]
struct Bound {
    documents: Vec<Document>,
    book: Option<Book>,
    booklet: bool,
    slips: bool,
    each: Vec<Each>,
}

impl From<Document> for Bound {
    fn from(one: Document) -> Self {
        Self {
            documents: vec![one],
            ..Self::default()
        }
    }
}

/// Makes the job.
pub(super) fn job(app: &App, ask: &MakePaper) -> Result<PrintJob> {
    let bound = bound(app, &ask.paper)?;
    Ok(PrintJob {
        book: bound.book,
        booklet: bound.booklet,
        slips: bound.slips,
        each: bound.each,
        ..job::of(app, bound.documents, ask.size, ask.format)
    })
}

/// Returns the documents that a request puts on paper.
///
/// # Errors
/// `NotFound` when something asked for is not there, `NothingNext` when nobody of several has anything to print.
pub fn documents(app: &App, paper: &PaperRequest) -> Result<Vec<Document>> {
    Ok(bound(app, paper)?.documents)
}

fn bound(app: &App, paper: &PaperRequest) -> Result<Bound> {
    Ok(match paper {
        PaperRequest::Handouts {
            topics,
            language,
            course,
            person,
            filled,
            short,
            examples,
        } => {
            let handout = |topic| {
                let whose = Whose::new(*person, *filled);
                let mut document = handout(app, topic, *language, course, &whose)?;
                if *short {
                    document.shorten();
                }
                Ok(document)
            };
            let topics = if *examples {
                with_examples(app, topics)
            } else {
                topics.clone()
            };
            Bound {
                documents: topics.iter().map(handout).collect::<Result<_>>()?,
                ..Bound::default()
            }
        }
        PaperRequest::Packet {
            packet,
            person,
            filled,
        } => {
            let documents = packet::documents(app, packet, &Whose::new(*person, *filled))?;
            Bound {
                book: packet::book(app, packet, &documents),
                booklet: packet.booklet,
                documents,
                ..Bound::default()
            }
        }
        PaperRequest::Each { people, each } => of_each(app, people, each)?,
        PaperRequest::Together {
            people,
            topics,
            filled,
            short,
        } => {
            let mut all = Bound::default();
            for person in people {
                let own = week::together(app, *person, topics, *filled, *short)?;
                all.each.extend(own.each());
                all.documents.extend(own.documents);
                app.making().step()?;
            }
            if all.documents.is_empty() {
                return Err(ErrorCode::NothingNext.into());
            }
            all
        }
        PaperRequest::Workbook {
            course,
            module,
            track,
            language,
            short,
        } => {
            let of = workbook::Of::new(course, module.as_ref(), track.as_ref());
            let (documents, book) = workbook::workbook(app, &of, *language, *short)?;
            Bound {
                documents,
                book: Some(book),
                ..Bound::default()
            }
        }
        PaperRequest::Guide { module, language } => pages::guide(app, module, *language)?.into(),
        PaperRequest::Sheet { person, sheet } => app
            .with_store(|store| {
                let person = store.person(*person)?;
                let sheet = lookup::sheet(store, person.id, *sheet)?;
                pages::of_sheet(app, store, &person, &sheet)
            })?
            .into(),
        PaperRequest::Note { note } => app
            .with_store(|store| note::document(app, store, *note))?
            .into(),
        PaperRequest::Goals { person } => app
            .with_store(|store| goals::document(app, store, *person))?
            .into(),
        PaperRequest::Slips {
            person,
            session,
            practice,
        } => {
            let which = match (practice, session) {
                (Some(practice), _) => Which::One(*practice),
                (None, Some(session)) => Which::Of(*session),
                (None, None) => Which::Open,
            };
            Bound {
                documents: app.with_store(|store| slip::documents(app, store, *person, which))?,
                slips: true,
                ..Bound::default()
            }
        }
        PaperRequest::Folder { person } => {
            let (documents, book) =
                app.with_store(|store| folder::documents(app, store, *person))?;
            Bound {
                documents,
                book: Some(book),
                ..Bound::default()
            }
        }
        PaperRequest::Mirror { on, language } => app
            .with_store(|store| supervision::sheet(app, store, *on, *language))?
            .into(),
        PaperRequest::SupervisionLog { language } => app
            .with_store(|store| supervision::log(app, store, *language))?
            .into(),
        PaperRequest::Outcomes { person, plan } => app
            .with_store(|store| outcomes::document(app, store, *person, plan))?
            .into(),
        PaperRequest::Erasure { receipt, language } => {
            erasure::document(app, receipt, *language).into()
        }
        PaperRequest::HelpNow => help::document(app).into(),
        PaperRequest::Manual { pages, language } => Bound {
            documents: manual::some(app, pages, *language)?,
            ..Bound::default()
        },
        PaperRequest::SelfTest { language } => {
            self_test::document(app, &self_test::look(app)?, *language).into()
        }
    })
}

/// What is next for each of several people, one after the other.
fn of_each(app: &App, people: &[PersonId], each: &ForEach) -> Result<Bound> {
    let mut all = Bound::default();
    for person in people {
        let own = week::of(app, *person, each)?;
        all.each.extend(own.each());
        all.documents.extend(own.documents);
        // Of one person alone, whoever asks for many tells how far they are.
        if people.len() > 1 {
            app.making().step()?;
        }
    }
    if all.documents.is_empty() {
        return Err(ErrorCode::NothingNext.into());
    }
    Ok(all)
}

/// Puts the completed examples of each page behind it; one that was asked for by itself keeps its place.
fn with_examples(app: &App, topics: &[TopicId]) -> Vec<TopicId> {
    let content = app.curriculum();
    let mut all = Vec::new();
    for topic in topics {
        all.push(topic.clone());
        let examples = content.examples_of(topic).map(|(form, _)| &form.page.id);
        all.extend(examples.filter(|id| !topics.contains(id)).cloned());
    }
    all
}
