//! Paper: what is asked for becomes documents, and documents become pages.

use std::path::Path;

use chrono::NaiveDate;
use domain::{
    Document, HandOffId, Lang,
    document::{Block, DocumentKind, Fact, Inline, ServicesAbout},
    goal::GoalStatus,
    person::Person,
    settings::{PaperSize, PrintSize},
};
use press::{PrintJob, Standard};
use store::{About, HandOff, Op, Store};

use crate::{
    App,
    error::{ApiError, ErrorCode, Result},
    file, forms, people, services, sessions, sheets,
    wire::*,
};

mod labels;
mod workbook;

pub(crate) use labels::{Labels, date};

/// As many pages as the window shows of a job; of a book, these are its beginning.
const MOST_SHOWN: usize = 40;

/// Shows pages as they will be printed.
pub fn preview(app: &App, ask: MakePaper) -> Result<Preview> {
    let job = job(app, &ask)?;
    let pages = app.press()?.pages(&job, MOST_SHOWN).map_err(press_error)?;
    Ok(Preview {
        count: pages.count,
        pages: pages
            .first
            .into_iter()
            .map(|p| PreviewPage {
                width: p.width_pt,
                height: p.height_pt,
                svg: p.svg,
            })
            .collect(),
    })
}

/// Makes the PDF: PDF/A-2a and PDF/UA-1 in one file.
pub fn pdf(app: &App, ask: &MakePaper) -> Result<Vec<u8>> {
    let job = job(app, ask)?;
    app.press()?.pdf(&job).map_err(press_error)
}

/// Makes the PDF of documents at hand, with this computer's paper and site.
pub(crate) fn print(
    app: &App,
    documents: Vec<Document>,
    size: PrintSize,
    format: Option<PaperSize>,
) -> Result<Vec<u8>> {
    let job = job_of(app, documents, size, format);
    app.press()?.pdf(&job).map_err(press_error)
}

/// Saves the PDF whole or not at all, and enters it in the ledger when it is somebody's.
pub fn save(app: &App, ask: &MakePaper, path: &Path) -> Result<()> {
    let bytes = pdf(app, ask)?;
    file::write_whole(path, &bytes)?;
    enter(app, ask, "pdf")
}

/// Enters in the ledger that something was sent to a printer.
pub fn printed(app: &App, ask: &MakePaper) -> Result<()> {
    enter(app, ask, "print")
}

/// Counts the pages that a document takes in normal print on A4.
pub(crate) fn count(app: &App, document: Document) -> Result<usize> {
    let job = job_of(app, vec![document], PrintSize::Normal, Some(PaperSize::A4));
    app.press()?.count(&job).map_err(press_error)
}

fn enter(app: &App, ask: &MakePaper, format: &str) -> Result<()> {
    let (what, person, note) = match &ask.paper {
        PaperRequest::Note { note } => {
            let person = app.with_store(|store| Ok(Some(store.note(*note)?.person)))?;
            ("note", person, Some(*note))
        }
        PaperRequest::Handouts {
            person: Some(person),
            ..
        } => ("handout", Some(*person), None),
        PaperRequest::Sheet { person, .. } => ("sheet", Some(*person), None),
        PaperRequest::GoalSheet { person } => ("goalSheet", Some(*person), None),
        // Blank paper belongs to nobody, so nobody's words have left.
        PaperRequest::Handouts { person: None, .. }
        | PaperRequest::Workbook { .. }
        | PaperRequest::Guide { .. }
        | PaperRequest::HelpNow
        | PaperRequest::RecoverySheet { .. } => {
            return Ok(());
        }
    };
    let hand_off = HandOff {
        id: HandOffId::new(app.uuid()),
        what: what.to_owned(),
        person,
        note,
        format: format.to_owned(),
        at: app.now(),
        to: String::new(),
    };
    app.with_store(|store| {
        Ok(
            store.transact(Op::HandOff, About { person }, app.now(), |tx| {
                tx.add_hand_off(&hand_off)
            })?,
        )
    })
}

fn press_error(error: press::PressError) -> ApiError {
    ApiError::new(ErrorCode::Internal).with("what", error)
}

fn job(app: &App, ask: &MakePaper) -> Result<PrintJob> {
    if let PaperRequest::Workbook {
        course,
        module,
        language,
    } = &ask.paper
    {
        let (documents, book) = workbook::workbook(app, course, module.as_ref(), *language)?;
        return Ok(PrintJob {
            book: Some(book),
            ..job_of(app, documents, ask.size, ask.format)
        });
    }
    let documents = documents(app, &ask.paper)?;
    Ok(job_of(app, documents, ask.size, ask.format))
}

fn job_of(
    app: &App,
    documents: Vec<Document>,
    size: PrintSize,
    format: Option<PaperSize>,
) -> PrintJob {
    let settings = app.settings();
    PrintJob {
        documents,
        book: None,
        paper: format.unwrap_or(settings.paper),
        size,
        site: settings.site,
        standard: Standard::Archive,
        printed_at: app.now(),
    }
}

/// Returns the documents that a request puts on paper.
///
/// # Errors
/// `NotFound` when something asked for is not there.
pub fn documents(app: &App, paper: &PaperRequest) -> Result<Vec<Document>> {
    match paper {
        PaperRequest::Handouts {
            topics,
            language,
            course,
            person,
            filled,
        } => topics
            .iter()
            .map(|topic| handout(app, topic, *language, course, *person, *filled))
            .collect(),
        PaperRequest::Workbook {
            course,
            module,
            language,
        } => Ok(workbook::workbook(app, course, module.as_ref(), *language)?.0),
        PaperRequest::Guide { module, language } => Ok(vec![
            app.curriculum()
                .guide(module, *language, app.now().day())
                .ok_or(ErrorCode::NotFound)?,
        ]),
        PaperRequest::Sheet { person, sheet } => app.with_store(|store| {
            let person = people::find(store, *person)?;
            let sheet = sheets::find_sheet(store, person.id, *sheet)?;
            Ok(vec![sheets::sheet_document(app, store, &person, &sheet)?])
        }),
        PaperRequest::Note { note } => {
            app.with_store(|store| Ok(vec![note_document(app, store, *note)?]))
        }
        PaperRequest::GoalSheet { person } => {
            app.with_store(|store| Ok(vec![goal_sheet(app, store, *person)?]))
        }
        PaperRequest::HelpNow => Ok(vec![help_page(app)]),
        PaperRequest::RecoverySheet { code } => Ok(vec![recovery_sheet(app, code)]),
    }
}

fn handout(
    app: &App,
    topic: &domain::TopicId,
    lang: Lang,
    course: &domain::CourseId,
    person: Option<domain::PersonId>,
    filled: bool,
) -> Result<Document> {
    let mut document = sheets::page(app, topic, lang, course)?;
    let Some(person) = person else {
        return Ok(document);
    };
    app.with_store(|store| {
        let person = people::find(store, person)?;
        if !filled {
            document.person = Some(sheets::person_line(&person));
            return Ok(document);
        }
        // Of a form, the newest copy is the one that holds.
        let copy = forms::newest(store, &person, topic)?;
        if let Some(copy) = &copy {
            document.date = copy.made_on;
        }
        let sheet = copy.map(|copy| copy.id);
        sheets::fill(app, &mut document, store, &person, topic, sheet)?;
        Ok(document)
    })
}

fn note_document(app: &App, store: &Store, id: domain::NoteId) -> Result<Document> {
    let note = store.note(id)?;
    let record = sessions::load(store, note.session)?;
    let person = people::find(store, note.person)?;
    let head = note::Head {
        person: &person,
        signature: store.practitioner()?.signature(),
        number: record.number,
        minutes: record.minutes(),
        place: record.place,
        site: app.settings().site,
    };
    Ok(note::document(&note, &head, app.now().day()))
}

fn sheet(
    app: &App,
    lang: Lang,
    title: &str,
    purpose: &str,
    person: Option<&Person>,
    blocks: Vec<Block>,
) -> Document {
    Document {
        kind: DocumentKind::Sheet,
        title: title.to_owned(),
        purpose: purpose.to_owned(),
        lang,
        person: person.map(sheets::person_line),
        date: app.now().day(),
        source: None,
        topic: None,
        sheet: None,
        blocks,
        answers: Vec::new(),
    }
}

fn heading(text: &str) -> Block {
    Block::Heading {
        level: 2,
        text: text.to_owned(),
    }
}

fn paragraph(text: &str) -> Block {
    Block::Paragraph {
        words: vec![Inline::Plain(text.to_owned())],
    }
}

/// What recovery means, goals and promises: the page a person takes home.
fn goal_sheet(app: &App, store: &Store, person: domain::PersonId) -> Result<Document> {
    let person = people::find(store, person)?;
    let lang = person.details.language;
    let labels = Labels::of(lang);
    let mut blocks = Vec::new();
    if let Some(statement) = store.statements(person.id)?.into_iter().next() {
        blocks.push(heading(&labels.meaning));
        blocks.push(Block::Quotation {
            words: statement.words,
            source: date(lang, statement.on),
        });
    }
    for goal in store
        .goals(person.id)?
        .into_iter()
        .filter(|g| g.status == GoalStatus::Active)
    {
        blocks.push(heading(&labels.goal));
        blocks.push(Block::Quotation {
            words: goal.words,
            source: goal.why,
        });
        for short in goal
            .short_term
            .iter()
            .filter(|s| s.status == GoalStatus::Active)
        {
            blocks.push(Block::Heading {
                level: 3,
                text: short.words.clone(),
            });
            let items = short.steps.iter().map(|step| {
                let mut line = vec![Inline::Plain(step.words.clone())];
                let by = step.by_when.map(|d| date(lang, d)).unwrap_or_default();
                let rest: Vec<_> = [step.helper.as_str(), by.as_str()]
                    .into_iter()
                    .filter(|s| !s.is_empty())
                    .collect();
                if !rest.is_empty() {
                    line.push(Inline::Plain(format!(" ({})", rest.join(", "))));
                }
                if step.status == GoalStatus::Achieved {
                    line.push(Inline::Strong(format!(" – {}", labels.done)));
                }
                line
            });
            blocks.push(Block::List {
                ordered: true,
                items: items.collect(),
            });
        }
    }
    for practice in store.open_practices(person.id)? {
        let plan = practice.plan;
        blocks.push(heading(&labels.promise));
        blocks.push(Block::Quotation {
            words: plan.what,
            source: String::new(),
        });
        let rows = [
            (&labels.when, plan.when),
            (&labels.place, plan.place),
            (&labels.with_whom, plan.with_whom),
        ];
        let rows: Vec<_> = rows
            .into_iter()
            .filter(|(_, v)| !v.is_empty())
            .map(|(l, value)| Fact {
                label: l.clone(),
                value,
            })
            .collect();
        if !rows.is_empty() {
            blocks.push(Block::Facts { rows });
        }
    }
    if blocks.is_empty() {
        blocks.push(paragraph(&labels.nothing_yet));
    }
    Ok(sheet(
        app,
        lang,
        &labels.goal_sheet,
        &labels.goal_sheet_purpose,
        Some(&person),
        blocks,
    ))
}

/// The crisis page: local contacts only, and a visible blank where there are none.
fn help_page(app: &App) -> Document {
    let settings = app.settings();
    let labels = Labels::of(settings.language);
    let mut blocks = Vec::new();
    let of_site = services::of_site(app, ServicesAbout::Crisis);
    if settings.crisis.contacts.is_empty() && of_site.is_empty() {
        blocks.push(paragraph(&labels.no_contacts));
        let blank = || Fact {
            label: "________________".to_owned(),
            value: "________________________".to_owned(),
        };
        blocks.push(Block::Facts {
            rows: vec![blank(), blank(), blank()],
        });
    } else {
        let rows = settings.crisis.contacts.iter().map(|c| Fact {
            label: c.name.clone(),
            value: [c.phone.as_str(), c.note.as_str()]
                .into_iter()
                .filter(|s| !s.is_empty())
                .collect::<Vec<_>>()
                .join("\n"),
        });
        blocks.push(Block::Facts {
            rows: rows.collect(),
        });
    }
    let checked = |on: Option<NaiveDate>| match on {
        Some(on) => format!("{} {}", labels.checked_on, date(settings.language, on)),
        None => labels.never_checked.clone(),
    };
    if !settings.crisis.contacts.is_empty() || of_site.is_empty() {
        blocks.push(paragraph(&checked(settings.crisis.checked_on)));
    }
    if !of_site.is_empty() {
        let rows = of_site.iter().map(|entry| Fact {
            label: entry.name.clone(),
            value: [
                &entry.phone,
                &entry.hours,
                &entry.what_for,
                &checked(entry.checked_on),
            ]
            .into_iter()
            .filter(|line| !line.is_empty())
            .map(String::as_str)
            .collect::<Vec<_>>()
            .join("\n"),
        });
        blocks.push(Block::Facts {
            rows: rows.collect(),
        });
    }
    sheet(
        app,
        settings.language,
        &labels.help_now,
        &labels.help_now_purpose,
        None,
        blocks,
    )
}

/// The sheet that opens the vault when the passphrase is forgotten.
fn recovery_sheet(app: &App, code: &str) -> Document {
    let lang = app.settings().language;
    let labels = Labels::of(lang);
    let blocks = vec![
        Block::Quotation {
            words: code.to_owned(),
            source: String::new(),
        },
        paragraph(&labels.recovery_use),
        paragraph(&labels.recovery_keep),
        Block::Facts {
            rows: vec![Fact {
                label: labels.vault_folder.clone(),
                value: app.vault_dir().display().to_string(),
            }],
        },
    ];
    sheet(
        app,
        lang,
        &labels.recovery_sheet,
        &labels.recovery_purpose,
        None,
        blocks,
    )
}
