//! From a request to the documents it puts on paper.

use domain::{Document, TopicId};
use press::PrintJob;

use super::{
    erasure, goals,
    handout::{Whose, handout},
    help, job, note, packet, week, workbook,
};
use crate::{
    app::App,
    error::{ErrorCode, Result},
    read::{lookup, pages},
    wire::{MakePaper, PaperRequest},
};

/// Makes the job; a workbook is a book, a packet may be one, and everything else stands by itself.
pub(super) fn job(app: &App, ask: &MakePaper) -> Result<PrintJob> {
    match &ask.paper {
        PaperRequest::Workbook {
            course,
            module,
            track,
            language,
            short,
        } => {
            let of = workbook::Of::new(course, module.as_ref(), track.as_ref());
            let (documents, book) = workbook::workbook(app, &of, *language, *short)?;
            Ok(PrintJob {
                book: Some(book),
                ..job::of(app, documents, ask.size, ask.format)
            })
        }
        PaperRequest::Packet {
            packet,
            person,
            filled,
        } => {
            let documents = packet::documents(app, packet, &Whose::new(*person, *filled))?;
            let book = packet::book(app, packet, &documents);
            Ok(PrintJob {
                book,
                booklet: packet.booklet,
                ..job::of(app, documents, ask.size, ask.format)
            })
        }
        PaperRequest::Each { people, each } => {
            let mut all = Vec::new();
            let mut settings = Vec::new();
            for person in people {
                let own = week::of(app, *person, each)?;
                settings.extend(own.each());
                all.extend(own.documents);
                // Of one person alone, whoever asks for many tells how far they are.
                if people.len() > 1 {
                    app.making().step()?;
                }
            }
            if all.is_empty() {
                return Err(ErrorCode::NothingNext.into());
            }
            Ok(PrintJob {
                each: settings,
                ..job::of(app, all, ask.size, ask.format)
            })
        }
        other => Ok(job::of(app, documents(app, other)?, ask.size, ask.format)),
    }
}

/// Returns the documents that a request puts on paper.
///
/// # Errors
/// `NotFound` when something asked for is not there.
pub fn documents(app: &App, paper: &PaperRequest) -> Result<Vec<Document>> {
    let one = match paper {
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
            return topics.iter().map(handout).collect();
        }
        PaperRequest::Packet {
            packet,
            person,
            filled,
        } => return packet::documents(app, packet, &Whose::new(*person, *filled)),
        PaperRequest::Each { people, each } => {
            let own = people.iter().map(|person| week::of(app, *person, each));
            let own: Vec<_> = own.collect::<Result<_>>()?;
            return Ok(own.into_iter().flat_map(|own| own.documents).collect());
        }
        PaperRequest::Workbook {
            course,
            module,
            track,
            language,
            short,
        } => {
            let of = workbook::Of::new(course, module.as_ref(), track.as_ref());
            return Ok(workbook::workbook(app, &of, *language, *short)?.0);
        }
        PaperRequest::Guide { module, language } => pages::guide(app, module, *language)?,
        PaperRequest::Sheet { person, sheet } => app.with_store(|store| {
            let person = store.person(*person)?;
            let sheet = lookup::sheet(store, person.id, *sheet)?;
            pages::of_sheet(app, store, &person, &sheet)
        })?,
        PaperRequest::Note { note } => app.with_store(|store| note::document(app, store, *note))?,
        PaperRequest::Goals { person } => {
            app.with_store(|store| goals::document(app, store, *person))?
        }
        PaperRequest::Erasure { receipt, language } => erasure::document(app, receipt, *language),
        PaperRequest::HelpNow => help::document(app),
    };
    Ok(vec![one])
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
