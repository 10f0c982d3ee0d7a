//! The baseline for paper: the same words, set by typst with no template of ours, to the same archival standard.

use domain::{Document, document::Block, document::Inline};
use typst::{
    Library, LibraryExt, World,
    diag::{FileError, FileResult},
    foundations::{Bytes, Datetime, Duration, Smart},
    syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot},
    text::{Font, FontBook},
    utils::LazyHash,
};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

const REGULAR: &[u8] =
    include_bytes!("../../../src-tauri/crates/export/fonts/AtkinsonHyperlegibleNext-Regular.ttf");
const BOLD: &[u8] =
    include_bytes!("../../../src-tauri/crates/export/fonts/AtkinsonHyperlegibleNext-Bold.ttf");

/// Typst with two fonts and one source.
pub struct Alone {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    main: Source,
}

impl Alone {
    /// Takes the words of a document and nothing of its layout.
    pub fn of(document: &Document, edit: &str) -> Self {
        let fonts: Vec<Font> = [REGULAR, BOLD]
            .map(|b| Font::new(Bytes::new(b), 0).unwrap())
            .to_vec();
        let mut text = format!(
            "#set document(title: {:?}, date: datetime(year: 2026, month: 11, day: 21))\n",
            document.title
        );
        text.push_str("#set text(lang: \"en\", font: \"Atkinson Hyperlegible Next\", size: 12pt)\n#set page(\"a4\", margin: 22mm)\n");
        text.push_str(&format!("= {}\n\n{edit}\n\n", document.title));
        for words in document.blocks.iter().flat_map(words) {
            text.push_str(&format!("#{words:?}\n\n"));
        }
        let id =
            RootedPath::new(VirtualRoot::Project, VirtualPath::new("/main.typ").unwrap()).intern();
        Self {
            library: LazyHash::new(Library::builder().build()),
            book: LazyHash::new(FontBook::from_fonts(&fonts)),
            fonts,
            main: Source::new(id, text),
        }
    }

    /// Sets and exports.
    pub fn pdf(&self) -> Vec<u8> {
        let paged: PagedDocument = typst::compile(self).output.unwrap();
        let options = PdfOptions {
            ident: Smart::Auto,
            standards: PdfStandards::new(&[PdfStandard::A_2a, PdfStandard::Ua_1]).unwrap(),
            ..PdfOptions::default()
        };
        typst_pdf::pdf(&paged, &options).unwrap()
    }
}

fn words(block: &Block) -> Vec<String> {
    let plain = |inlines: &[Inline]| {
        inlines
            .iter()
            .map(|i| match i {
                Inline::Plain(t) | Inline::Strong(t) | Inline::Emphasis(t) => t.as_str(),
            })
            .collect::<String>()
    };
    match block {
        Block::Heading { text, .. } => vec![text.clone()],
        Block::Paragraph { words } | Block::KeyPoint { words, .. } => vec![plain(words)],
        Block::List { items, .. } => items.iter().map(|i| plain(i)).collect(),
        Block::Quotation { words, .. } => vec![words.clone()],
        Block::Story {
            title, paragraphs, ..
        } => std::iter::once(title.clone())
            .chain(paragraphs.iter().map(|p| plain(p)))
            .collect(),
        Block::Question { prompt, .. } => vec![plain(prompt)],
        Block::Checklist { title, rows, .. } | Block::Rating { title, rows, .. } => {
            std::iter::once(title.clone())
                .chain(rows.iter().map(|r| r.label.clone()))
                .collect()
        }
        Block::Facts { rows } => rows
            .iter()
            .map(|f| format!("{} {}", f.label, f.value))
            .collect(),
        _ => Vec::new(),
    }
}

impl World for Alone {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.book
    }

    fn main(&self) -> FileId {
        self.main.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.main.id() {
            Ok(self.main.clone())
        } else {
            Err(FileError::AccessDenied)
        }
    }

    fn file(&self, _: FileId) -> FileResult<Bytes> {
        Err(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
