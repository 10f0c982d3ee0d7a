//! The closed world typst lives in: embedded fonts, embedded templates, and the one data file of the job.
//!
//! There is no disk, no package, no network and no clock behind it. What people wrote reaches the templates only as
//! JSON *values* read from `/job.json`; it is never part of a source file, so it cannot become markup. The data comes
//! as a file and not as `sys.inputs` because the library's hash is a key of typst's cache: with inputs in it, each
//! keystroke would throw away the layout of the whole packet.

use std::collections::HashMap;

use typst::{
    Feature, Library, LibraryExt, World,
    diag::{FileError, FileResult},
    foundations::{Bytes, Datetime, Duration},
    syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot},
    text::{Font, FontBook},
    utils::LazyHash,
};

use zeroize::Zeroizing;

use crate::PressError;

const MAIN: &str = "/main.typ";
const DATA: &str = "/job.json";

/// Every template, by path.
const TEMPLATES: [(&str, &str); 9] = [
    (MAIN, include_str!("../templates/main.typ")),
    ("/book.typ", include_str!("../templates/book.typ")),
    ("/page.typ", include_str!("../templates/page.typ")),
    ("/kit.typ", include_str!("../templates/kit.typ")),
    ("/pieces.typ", include_str!("../templates/pieces.typ")),
    ("/chart.typ", include_str!("../templates/chart.typ")),
    ("/figure.typ", include_str!("../templates/figure.typ")),
    ("/fields.typ", include_str!("../templates/fields.typ")),
    ("/tables.typ", include_str!("../templates/tables.typ")),
];

macro_rules! font {
    ($name:literal) => {
        (
            $name,
            include_bytes!(concat!("../fonts/", $name, ".ttf")).as_slice(),
        )
    };
}

/// Every font. The first four are the face of the paper, of which drawings share two; the rest stand in for characters
/// it lacks.
const FONTS: [(&str, &[u8]); 17] = [
    ("AtkinsonHyperlegibleNext-Regular", export::face::REGULAR),
    ("AtkinsonHyperlegibleNext-Bold", export::face::BOLD),
    font!("AtkinsonHyperlegibleNext-Italic"),
    font!("AtkinsonHyperlegibleNext-BoldItalic"),
    font!("NotoSans-Regular"),
    font!("NotoSans-Bold"),
    font!("NotoSansHebrew-Regular"),
    font!("NotoSansHebrew-Bold"),
    font!("NotoSansArabic-Regular"),
    font!("NotoSansArabic-Bold"),
    font!("NotoSansEthiopic-Regular"),
    font!("NotoSansTamil-Regular"),
    font!("NotoSansThai-Regular"),
    font!("NotoEmoji-Regular"),
    font!("NotoSansSymbols2-Regular"),
    font!("NotoSansSymbols-Regular"),
    font!("NotoSansMath-Regular"),
];

/// What stays the same for every job.
pub(crate) struct Shop {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    sources: HashMap<FileId, Source>,
    main: FileId,
    data: FileId,
}

impl Shop {
    /// Reads the fonts and parses the templates.
    pub fn new() -> Result<Self, PressError> {
        let fonts = FONTS
            .into_iter()
            .map(|(name, bytes)| {
                Font::new(Bytes::new(bytes), 0).ok_or_else(|| PressError::Broken {
                    what: format!("fonts/{name}.ttf"),
                })
            })
            .collect::<Result<Vec<_>, _>>()?;
        let sources = TEMPLATES
            .into_iter()
            .map(|(path, text)| {
                let id = file_id(path)?;
                Ok((id, Source::new(id, text.to_owned())))
            })
            .collect::<Result<_, PressError>>()?;
        Ok(Self {
            // The accessibility extras give rows a header cell of their own, which PDF/UA readers speak.
            library: LazyHash::new(
                Library::builder()
                    .with_features([Feature::A11yExtras].into_iter().collect())
                    .build(),
            ),
            book: LazyHash::new(FontBook::from_fonts(&fonts)),
            fonts,
            sources,
            main: file_id(MAIN)?,
            data: file_id(DATA)?,
        })
    }

    /// The face of the paper.
    pub fn face(&self) -> Option<&Font> {
        self.fonts.first()
    }

    /// Tells whether some embedded font has a glyph for the character.
    pub fn covers(&self, c: char) -> bool {
        self.fonts
            .iter()
            .any(|font| font.info().coverage.contains(u32::from(c)))
    }
}

fn file_id(path: &str) -> Result<FileId, PressError> {
    let path = VirtualPath::new(path).map_err(|err| PressError::Broken {
        what: format!("templates{path}: {err:?}"),
    })?;
    Ok(RootedPath::new(VirtualRoot::Project, path).intern())
}

/// The shop with the data of one job.
pub(crate) struct JobWorld<'a> {
    shop: &'a Shop,
    data: Bytes,
}

impl<'a> JobWorld<'a> {
    /// Lays the data of a job beside the templates.
    pub fn new(shop: &'a Shop, json: Zeroizing<Vec<u8>>) -> Self {
        Self {
            shop,
            data: Bytes::new(json),
        }
    }
}

impl World for JobWorld<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &self.shop.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.shop.book
    }

    fn main(&self) -> FileId {
        self.shop.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        self.shop
            .sources
            .get(&id)
            .cloned()
            .ok_or(FileError::AccessDenied)
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id == self.shop.data {
            Ok(self.data.clone())
        } else {
            Err(FileError::AccessDenied)
        }
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.shop.fonts.get(index).cloned()
    }

    /// Dates come with the job; a layout never depends on when it is made.
    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
