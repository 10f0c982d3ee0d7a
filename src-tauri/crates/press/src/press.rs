//! The press: takes a print job, lays it out, and gives it out as PDF or SVG.

use std::{
    num::NonZeroUsize,
    sync::atomic::{AtomicU64, AtomicUsize, Ordering},
};

use chrono::{Datelike, Timelike};
use domain::{
    Document, PageRange, Timestamp,
    settings::{PaperSize, PrintSize},
};
use export::fill::{self, Blank, Book, Packet, Setting};
use thiserror::Error;
use typst::{
    diag::SourceDiagnostic,
    foundations::{Datetime, Label, Smart},
    introspection::Introspector,
    layout::{Frame, FrameItem, PageRanges},
    utils::PicoStr,
};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};
use typst_svg::SvgOptions;
use zeroize::Zeroizing;

use crate::{
    booklet::{self, Halves},
    fillable,
    ink::Ink,
    inked,
    job::{self, Job, PageShape, Sheet},
    world::{JobWorld, Shop},
};

/// Results that went unused for this many rounds of jobs leave the layout cache.
const CACHE_AGE: usize = 3;

/// How many jobs are a round. To look through everything that is remembered takes a sixth of the time of a note.
const ROUND: usize = 4;

/// How many jobs were set.
static JOBS: AtomicUsize = AtomicUsize::new(0);

/// Notes that a job was set, and lets go of what none has used for long.
fn tend_cache() {
    if JOBS.fetch_add(1, Ordering::Relaxed) % ROUND == ROUND - 1 {
        comemo::evict(CACHE_AGE);
    }
}

/// A job of more documents than this is printed once and not looked at again and again.
const LONG: usize = 40;

/// How many times everything was to be forgotten.
static FORGOTTEN: AtomicU64 = AtomicU64::new(0);

/// Forgets everything that was ever set: typst remembers layouts, and layouts hold words.
pub fn forget() {
    FORGOTTEN.fetch_add(1, Ordering::SeqCst);
    comemo::evict(0);
}

/// Held by whoever reads words to set them, from before they are read: when everything was forgotten meanwhile, so is what
/// was set after that, once this is dropped.
#[derive(Debug)]
pub struct BeingSet(u64);

impl BeingSet {
    /// Begins.
    pub fn begin() -> Self {
        Self(FORGOTTEN.load(Ordering::SeqCst))
    }
}

impl Drop for BeingSet {
    fn drop(&mut self) {
        if FORGOTTEN.load(Ordering::SeqCst) != self.0 {
            comemo::evict(0);
        }
    }
}

/// A last page with less than this part of it used is worth drawing the space in for.
const NEARLY_EMPTY: f64 = 0.5;

/// At most this part of what stands on pages is space that can be drawn in. Whoever needs more is not set a second time.
const DRAWN_IN: f64 = 0.15;

/// Prints documents. Made once and shared: fonts and templates are read when it is made, and layout is remembered
/// between jobs, so that a live preview only sets again what changed.
pub struct Press {
    shop: Shop,
}

/// What to print, and on what.
#[derive(Clone, Debug)]
pub struct PrintJob {
    /// The documents, in order. Each starts on a new page with its own footer and page numbers.
    pub documents: Vec<Document>,
    /// What makes one book of them, with one count of pages; `None` for single pages and packets.
    pub book: Option<Book>,
    /// The paper.
    pub paper: PaperSize,
    /// The size of the print.
    pub size: PrintSize,
    /// What is different from one document to the next; none when all are alike.
    pub each: Vec<Each>,
    /// Whether a book is folded: pages of half the paper, two on each side, in the order for stapling in the middle.
    pub booklet: bool,
    /// Whether it is cut: pages of half the paper, two beside each other, with a line to cut along.
    pub slips: bool,
    /// Whether it can be filled in on a screen: what is blank becomes a field of a form.
    pub fillable: bool,
    /// The clinic or service, for the footer; may be empty.
    pub site: String,
    /// Which archival standard the file keeps.
    pub standard: Standard,
    /// The moment of printing, written into the file.
    pub printed_at: Timestamp,
}

/// How one document of a job is set, where several people's lie together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Each {
    /// The size of its print.
    pub size: PrintSize,
    /// Whether it begins a sheet of paper, so that nobody's page has somebody else's on its back.
    pub fresh: bool,
}

impl PrintJob {
    fn each(&self, document: usize) -> Each {
        self.each.get(document).copied().unwrap_or(Each {
            size: self.size,
            fresh: false,
        })
    }

    /// Composes the documents into pieces, for this press or any other writer; nothing when there are none.
    pub fn packet(&self) -> Option<Packet> {
        let setting = |document: usize| Setting {
            site: &self.site,
            large: self.each(document).size == PrintSize::Large,
            today: self.printed_at.day(),
        };
        Packet::compose(&self.documents, self.book.as_ref(), setting)
    }
}

/// Which standard a PDF keeps.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Standard {
    /// PDF/A-2a and PDF/UA-1 in one file: archival and accessible. What the program gives out.
    #[default]
    Archive,
    /// PDF/A-1a without bookmarks: the twin of the same layout that an independent validator can read, for tests.
    A1a,
}

/// One page as a picture.
#[derive(Clone, Debug, PartialEq)]
pub struct Page {
    /// The width in points.
    pub width_pt: f64,
    /// The height in points.
    pub height_pt: f64,
    /// The page as SVG, with its letters as outlines.
    pub svg: String,
}

/// The first pages of a job as pictures.
#[derive(Clone, Debug, PartialEq)]
pub struct Pages {
    /// The pages, from the first on.
    pub first: Vec<Page>,
    /// How many there are in all.
    pub count: usize,
}

/// Why something could not be printed.
#[derive(Debug, Error)]
pub enum PressError {
    /// The job holds no document.
    #[error("there is nothing to print; choose at least one page")]
    Empty,
    /// Pages were asked for that the job does not have.
    #[error("the print has {count} pages, and not all of those that were asked for")]
    NoSuchPages {
        /// How many there are.
        count: usize,
    },
    /// A part of the program itself is damaged.
    #[error("a part of the program needed for printing is damaged ({what}); install Waymark again")]
    Broken {
        /// Which part, and what is wrong with it.
        what: String,
    },
    /// The layout failed.
    #[error(
        "the page could not be laid out ({what}); nothing was changed; try printing fewer pages at once"
    )]
    Layout {
        /// What typst said.
        what: String,
    },
}

impl Press {
    /// Reads fonts and templates.
    pub fn new() -> Result<Self, PressError> {
        Ok(Self { shop: Shop::new()? })
    }

    /// Prints a job into one PDF file.
    pub fn pdf(&self, job: &PrintJob) -> Result<Vec<u8>, PressError> {
        let options = options(job)?;
        let mut bytes = typst_pdf::pdf(&self.lay_out(job, false)?, &options);
        if bytes.is_err() {
            // A script whose glyphs cannot be traced back to letters is refused by the standard. Paper with boxes
            // and a line that says so is better than none.
            bytes = typst_pdf::pdf(&self.lay_out(job, true)?, &options);
        }
        // The layout of a book is large, and nobody prints it twice.
        if job.documents.len() > LONG {
            comemo::evict(0);
        } else {
            tend_cache();
        }
        let bytes = bytes.map_err(|errors| layout_error(&errors))?;
        if job.fillable {
            return self.with_fields(job, bytes);
        }
        on_sheets(job, bytes)
    }

    /// Sets a job as [`Press::pdf`] does, and gives some of its pages, counted as they are shown; of a booklet, one of those
    /// pages alone. For a printer: tags are of whole documents, so it has none, and keeps no archival standard.
    pub fn some(&self, job: &PrintJob, only: &PageRange) -> Result<Vec<u8>, PressError> {
        let paged = self.lay_out(job, false)?;
        let count = paged.pages().len();
        let spans = only
            .within(count)
            .map_err(|_| PressError::NoSuchPages { count })?;
        let spans = spans
            .into_iter()
            .map(|span| NonZeroUsize::new(*span.start())..=NonZeroUsize::new(*span.end()));
        let options = PdfOptions {
            standards: PdfStandards::default(),
            tagged: false,
            page_ranges: Some(PageRanges::new(spans.collect())),
            ..options(job)?
        };
        let bytes = typst_pdf::pdf(&paged, &options);
        tend_cache();
        let bytes = bytes.map_err(|errors| layout_error(&errors))?;
        on_sheets(job, bytes)
    }

    /// Prepares a job for typst alone; for the bench, which tells what everything else here costs.
    ///
    /// # Errors
    /// As [`Press::pdf`].
    pub fn alone(&self, job: &PrintJob) -> Result<Alone<'_>, PressError> {
        let packet = job.packet().ok_or(PressError::Empty)?;
        let tight = vec![job.book.is_some(); packet.documents.len()];
        let ink = || Ink::new(&self.shop, &[], false);
        Ok(Alone {
            press: self,
            job: inked_job(job, packet, &tight, ink),
            options: options(job)?,
        })
    }

    /// Makes fields of the places that were marked.
    fn with_fields(&self, job: &PrintJob, pdf: Vec<u8>) -> Result<Vec<u8>, PressError> {
        let packet = job.packet().ok_or(PressError::Empty)?;
        let blanks: Vec<Blank> = packet.documents.iter().flat_map(fill::blanks).collect();
        fillable::give_fields(pdf, &blanks, self.shop.face()).map_err(|error| PressError::Layout {
            what: error.to_string(),
        })
    }

    /// Lays a job out exactly as [`Press::pdf`] does, and gives its first pages as pictures, at most as many as asked.
    pub fn pages(&self, job: &PrintJob, most: usize) -> Result<Pages, PressError> {
        let paged = self.lay_out(job, false)?;
        let first = paged
            .pages()
            .iter()
            .take(most)
            .map(|page| Page {
                width_pt: page.frame.width().to_pt(),
                height_pt: page.frame.height().to_pt(),
                svg: typst_svg::svg(
                    page,
                    &SvgOptions {
                        render_bleed: false,
                        pretty: false,
                    },
                ),
            })
            .collect();
        let count = paged.pages().len();
        tend_cache();
        Ok(Pages { first, count })
    }

    /// Counts the pages that a job takes.
    pub fn count(&self, job: &PrintJob) -> Result<usize, PressError> {
        let pages = self.lay_out(job, false)?.pages().len();
        tend_cache();
        Ok(pages)
    }

    fn lay_out(&self, job: &PrintJob, plain: bool) -> Result<PagedDocument, PressError> {
        let packet = job.packet().ok_or(PressError::Empty)?;
        // A book is set closer from the start: hundreds of pages twice would take twice as long.
        let mut tight = vec![job.book.is_some(); packet.documents.len()];
        let mut hopeless = Vec::new();
        let set = |tight: &[bool], hopeless: &[String]| {
            self.set(inked_job(job, packet.clone(), tight, || {
                Ink::new(&self.shop, hopeless, plain)
            }))
        };
        let mut paged = set(&tight, &hopeless)?;
        // Fonts may cover each letter of a cluster and still not set them together; only the layout shows it.
        for _ in 0..3 {
            let found = missing(&paged);
            if found.is_empty() {
                break;
            }
            hopeless.extend(found);
            paged = set(&tight, &hopeless)?;
        }
        if job.book.is_some() {
            return Ok(paged);
        }
        let places = places(&paged, packet.documents.len());
        let page = page_shape(job);
        let inside = page.height - page.top - page.bottom;
        let mut drawn_in = false;
        for (tight, (start, end)) in tight.iter_mut().zip(&places) {
            let last = (end.down_mm - page.top) / inside;
            // What was left empty before a piece that stays whole can take some of it up.
            let full = end.page - start.page;
            let pages = paged.pages().iter().skip(start.page - 1).take(full);
            let left: f64 = pages.map(|one| 1.0 - used(&one.frame, &page)).sum();
            let enough = last - left < DRAWN_IN * (full as f64 - left + last);
            *tight = full > 0 && last < NEARLY_EMPTY && enough;
            drawn_in |= *tight;
        }
        if drawn_in {
            let closer = set(&tight, &hopeless)?;
            if closer.pages().len() < paged.pages().len() && missing(&closer).is_empty() {
                paged = closer;
            }
        }
        Ok(paged)
    }

    fn set(&self, job: Job) -> Result<PagedDocument, PressError> {
        let json = serde_json::to_vec(&job).map_err(|err| PressError::Broken {
            what: err.to_string(),
        })?;
        let json = Zeroizing::new(json);
        typst::compile::<PagedDocument>(&JobWorld::new(&self.shop, json))
            .output
            .map_err(|errors| layout_error(&errors))
    }
}

/// The pieces of a job, ready to be set once.
pub struct Alone<'p> {
    press: &'p Press,
    job: Job,
    options: PdfOptions,
}

impl Alone<'_> {
    /// Sets them and exports, and looks at nothing.
    ///
    /// # Errors
    /// As [`Press::pdf`].
    pub fn pdf(self) -> Result<Vec<u8>, PressError> {
        let paged = self.press.set(self.job)?;
        typst_pdf::pdf(&paged, &self.options).map_err(|errors| layout_error(&errors))
    }
}

/// Puts the words of a packet through ink, and says what only paper needs to know. Each document counts on its own what
/// it lost, so each gets fresh ink.
fn inked_job<'a>(
    job: &PrintJob,
    packet: Packet,
    tight: &[bool],
    fresh: impl Fn() -> Ink<'a>,
) -> Job {
    let Packet {
        mut title,
        lang,
        mut cover,
        documents,
    } = packet;
    let mut ink = fresh();
    ink.line(&mut title);
    if let Some(cover) = &mut cover {
        inked::cover(cover, &mut ink);
    }
    let sheets =
        documents
            .into_iter()
            .zip(tight)
            .enumerate()
            .map(|(index, (mut document, &tight))| {
                let each = job.each(index);
                let mut ink = fresh();
                inked::composition(&mut document, &mut ink);
                Sheet {
                    paper: job::paper(document.kind),
                    tight,
                    size_pt: each.size.points(),
                    large: each.size == PrintSize::Large,
                    fresh: each.fresh,
                    lost: fill::lost(document.lang, ink.lost()).unwrap_or_default(),
                    document,
                }
            });
    Job {
        title,
        lang,
        page: page_shape(job),
        bookmarks: job.standard == Standard::Archive,
        fillable: job.fillable,
        book: cover,
        sheets: sheets.collect(),
    }
}

/// The page a job is set on: a sheet of its paper, or half of one.
fn page_shape(job: &PrintJob) -> PageShape {
    let (width, height) = match job.paper {
        PaperSize::A4 => (210.0, 297.0),
        PaperSize::Letter => (215.9, 279.4),
    };
    if job.slips {
        return PageShape {
            width: height / 2.0,
            height: width,
            side: 12.0,
            top: 17.0,
            bottom: 17.0,
            binding: 0.0,
        };
    }
    if job.booklet {
        return PageShape {
            width: height / 2.0,
            height: width,
            side: 12.0,
            top: 17.0,
            bottom: 20.0,
            binding: 6.0,
        };
    }
    // LOOK.md, *Paper*.
    PageShape {
        width,
        height,
        side: 22.0,
        top: 22.0,
        bottom: 22.0,
        binding: if job.book.is_some() { 10.0 } else { 0.0 },
    }
}

/// Puts pages of half the paper on whole sheets, where a job has such.
fn on_sheets(job: &PrintJob, pdf: Vec<u8>) -> Result<Vec<u8>, PressError> {
    let how = match (job.booklet, job.slips) {
        (true, _) => Halves::Folded,
        (false, true) => Halves::Cut,
        (false, false) => return Ok(pdf),
    };
    booklet::on_sheets(pdf, how).map_err(|error| PressError::Layout {
        what: error.to_string(),
    })
}

fn options(job: &PrintJob) -> Result<PdfOptions, PressError> {
    let standards = match job.standard {
        Standard::Archive => &[PdfStandard::A_2a, PdfStandard::Ua_1][..],
        Standard::A1a => &[PdfStandard::A_1a][..],
    };
    Ok(PdfOptions {
        ident: Smart::Custom(ident(job)),
        creator: Smart::Custom(Some(format!("Waymark {}", env!("CARGO_PKG_VERSION")))),
        timestamp: printed_at(job.printed_at),
        standards: PdfStandards::new(standards).map_err(|err| PressError::Broken {
            what: err.message().to_string(),
        })?,
        ..PdfOptions::default()
    })
}

/// Tells two files of the same title apart; only a hash of it is written.
fn ident(job: &PrintJob) -> String {
    let mut ident = format!("{} {:?}", job.printed_at.millis, job.standard);
    for document in &job.documents {
        let record = document
            .person
            .as_ref()
            .map_or("", |person| &person.record_number);
        ident.push_str(&format!("\n{} {} {record}", document.title, document.date));
    }
    ident
}

/// A PDF holds years 0 to 9999 and an archival one must hold a date, so an absurd clock is brought into that range.
fn printed_at(at: Timestamp) -> Option<typst_pdf::Timestamp> {
    let local = at.local();
    let part = |number: u32| u8::try_from(number).unwrap_or(0);
    let date = Datetime::from_ymd_hms(
        local.year().clamp(1, 9999),
        part(local.month()),
        // 29 February of an absurd year may not exist in the year it is brought to.
        if (1..=9999).contains(&local.year()) {
            part(local.day())
        } else {
            1
        },
        part(local.hour()),
        part(local.minute()),
        part(local.second()),
    )?;
    typst_pdf::Timestamp::new_local(date, i32::from(at.offset))
        .or_else(|| Some(typst_pdf::Timestamp::new_utc(date)))
}

/// Where a document starts or ends.
struct Place {
    page: usize,
    down_mm: f64,
}

fn places(paged: &PagedDocument, documents: usize) -> Vec<(Place, Place)> {
    let introspector = paged.introspector();
    let place = |name: String| {
        let label = Label::new(PicoStr::intern(&name))?;
        let location = introspector.query_label(label).ok()?.location()?;
        let position = introspector.position(location)?;
        Some(Place {
            page: NonZeroUsize::get(position.page),
            down_mm: position.point.y.to_mm(),
        })
    };
    (0..documents)
        .map_while(|index| {
            Some((
                place(format!("start-{index}"))?,
                place(format!("end-{index}"))?,
            ))
        })
        .collect()
}

/// How much of the height of a page is used, from its top to the lowest letter or line.
fn used(frame: &Frame, page: &PageShape) -> f64 {
    fn lowest(frame: &Frame, down: f64, least: f64, found: &mut f64) {
        for (at, item) in frame.items() {
            let at = down + at.y.to_mm();
            let end = match item {
                FrameItem::Group(group) => {
                    lowest(&group.frame, at, least, found);
                    continue;
                }
                FrameItem::Text(_) => at,
                FrameItem::Shape(shape, _) => at + shape.bbox(false).max.y.to_mm(),
                _ => continue,
            };
            // What is below is the foot of the page.
            if end < least {
                *found = found.max(end);
            }
        }
    }
    let mut found = page.top;
    lowest(frame, 0.0, page.height - page.bottom + 0.5, &mut found);
    (found - page.top) / (page.height - page.top - page.bottom)
}

/// Returns the clusters that came out without a glyph.
fn missing(paged: &PagedDocument) -> Vec<String> {
    fn collect(frame: &Frame, found: &mut Vec<String>) {
        for (_, item) in frame.items() {
            match item {
                FrameItem::Group(group) => collect(&group.frame, found),
                FrameItem::Text(text) => {
                    for glyph in text.glyphs.iter().filter(|glyph| glyph.id == 0) {
                        let cluster = text.text.get(glyph.range()).unwrap_or_default();
                        if !cluster.trim().is_empty() && !found.iter().any(|known| known == cluster)
                        {
                            found.push(cluster.to_owned());
                        }
                    }
                }
                _ => {}
            }
        }
    }
    let mut found = Vec::new();
    for page in paged.pages() {
        collect(&page.frame, &mut found);
    }
    // The longest first, so that a letter is not taken out of a cluster that is hopeless as a whole.
    found.sort_by_key(|cluster| std::cmp::Reverse(cluster.len()));
    found
}

fn layout_error(errors: &[SourceDiagnostic]) -> PressError {
    let what: Vec<&str> = errors.iter().map(|error| error.message.as_str()).collect();
    PressError::Layout {
        what: what.join("; "),
    }
}
