//! Forms: judged by programs that know nothing of us, filled in by one of them, and read back.

use std::{fs, path::Path};

use domain::{Document, Lang, TopicId};
use press::{Filled, PrintJob, ReadError, read};

use crate::{
    examples::handout,
    readers::{Paper, job, run},
};

fn form(lang: Lang) -> Document {
    let mut document = handout(lang);
    document.topic = Some(TopicId::from("what-helps"));
    document
}

fn fillable(lang: Lang) -> PrintJob {
    PrintJob {
        fillable: true,
        ..job(vec![form(lang)])
    }
}

fn python(script: &str, args: &[&Path]) -> String {
    run("/usr/bin/python3", "python3-pypdf", |it| {
        it.arg("-c").arg(script).args(args)
    })
}

/// Each field: its kind, its name, its accessible name.
const FIELDS: &str = "
import sys, pypdf
r = pypdf.PdfReader(sys.argv[1])
for name, f in (r.get_fields() or {}).items():
    print(f.get('/FT'), name, '|', f.get('/TU'))
tabs = {p.get('/Tabs') for p in r.pages}
print('tabs', tabs)
for p in r.pages:
    for a in p.get('/Annots') or []:
        a = a.get_object()
        assert a['/Subtype'] != '/Widget' or '/A' not in a
        if a['/Subtype'] == '/Link':
            assert 'waymark' not in str(a.get('/A')), a
";

#[test]
fn what_is_blank_is_a_field_named_by_its_place_and_said_by_what_it_asks() {
    let paper = Paper::print(&fillable(Lang::En));
    paper.check();
    let said = python(FIELDS, &[paper.path()]);
    for kind in ["/Tx what-helps/", "/Btn what-helps/"] {
        assert!(said.contains(kind), "no {kind} in {said}");
    }
    assert!(
        !said.contains("| None"),
        "a field that says nothing: {said}"
    );
    assert!(said.contains("tabs {'/S'}"), "{said}");
    // Nothing of it depends on the language but what is said.
    let names = |said: &str| -> Vec<String> {
        let fields = said.lines().filter(|line| line.contains(" | "));
        fields
            .map(|line| line.split(" | ").next().unwrap().to_owned())
            .collect()
    };
    let other = python(FIELDS, &[Paper::print(&fillable(Lang::Da)).path()]);
    assert_eq!(names(&said), names(&other));
}

#[test]
fn a_form_is_still_tagged_archival_and_reads_like_the_page() {
    let paper = Paper::print(&fillable(Lang::En));
    let plain = Paper::print(&job(vec![form(Lang::En)]));
    let info = paper.info();
    assert!(info.contains("Tagged:          yes"), "{info}");
    assert!(info.contains("Form:            AcroForm"), "{info}");
    let structure = paper.structure();
    assert!(structure.contains("Form"), "{structure}");
    let objects = paper.objects();
    assert!(objects.contains("<pdfaid:part>2</pdfaid:part>"));
    assert!(!objects.contains("/JavaScript") && !objects.contains("/NeedAppearances true"));
    // Whoever reads it aloud hears the same words. A day is asked for in one line instead of three.
    let words = |paper: &Paper| -> Vec<String> {
        let mut words: Vec<_> = paper
            .text()
            .split_whitespace()
            .map(|word| word.trim_matches(',').to_owned())
            .collect();
        words.sort();
        words.dedup();
        words
    };
    assert_eq!(words(&paper), words(&plain));
}

/// Writes in every line, ticks every box of many, and the last of those of which one alone can be.
const FILL: &str = "
import sys, pypdf
from pypdf.generic import NameObject, TextStringObject
r = pypdf.PdfReader(sys.argv[1])
w = pypdf.PdfWriter()
w.clone_document_from_reader(r)
for page in w.pages:
    for a in page.get('/Annots') or []:
        a = a.get_object()
        if a.get('/Subtype') != '/Widget':
            continue
        field = a if '/T' in a else a['/Parent'].get_object()
        if field.get('/FT') == '/Tx':
            field[NameObject('/V')] = TextStringObject('Blåbær ' + field['/T'])
        else:
            state = [s for s in a['/AP']['/N'] if s != '/Off'][0]
            field[NameObject('/V')] = NameObject(state)
            a[NameObject('/AS')] = NameObject(state)
w.write(sys.argv[2])
";

#[test]
fn what_another_program_fills_in_is_read_back_to_the_letter() {
    let paper = Paper::print(&fillable(Lang::En));
    assert_eq!(read(fs::read(paper.path()).unwrap()).unwrap(), []);
    let filled = paper.path().with_file_name("filled.pdf");
    python(FILL, &[paper.path(), &filled]);
    let back = read(fs::read(&filled).unwrap()).unwrap();
    assert!(back.len() > 10, "{back:?}");
    for Filled {
        name,
        said,
        choices,
    } in &back
    {
        assert_eq!(name.split('/').count(), 4, "{name}");
        assert!(name.starts_with("what-helps/"), "{name}");
        if !choices {
            assert_eq!(said, &[format!("Blåbær {name}")]);
        }
    }
    assert!(
        back.iter()
            .any(|field| field.choices && field.said.len() > 1),
        "{back:?}"
    );
}

#[test]
fn a_file_that_is_no_form_of_ours_is_refused() {
    let not = |bytes: &[u8]| read(bytes.to_vec()).unwrap_err();
    assert_eq!(not(b""), ReadError::NotPdf);
    assert_eq!(not(b"%PDF-1.7\nnothing more"), ReadError::NotPdf);
    assert_eq!(not(&vec![b' '; (20 << 20) + 1]), ReadError::TooLarge);
    let plain = Paper::print(&job(vec![form(Lang::En)]));
    assert_eq!(not(&fs::read(plain.path()).unwrap()), ReadError::NoForm);
    // Cut off anywhere, or with a byte that is another, it is refused or read, and never hangs.
    let whole = fs::read(Paper::print(&fillable(Lang::En)).path()).unwrap();
    for part in 1..20 {
        let _ = read(whole[..whole.len() * part / 20].to_vec());
        let mut other = whole.clone();
        other[whole.len() * part / 20] ^= 0x5A;
        let _ = read(other);
    }
}

/// A file with one form, whose fields say what is given.
fn with_fields(fields: &str) -> Vec<u8> {
    format!(
        "%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[3 0 R]>>>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[4 0 R]/Count 1>>\nendobj\n4 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>\nendobj\n3 0 obj\n{fields}\nendobj\ntrailer\n<</Root 1 0 R/Size 5>>\n%%EOF\n"
    )
    .into_bytes()
}

#[test]
fn fields_that_lie_in_themselves_come_to_an_end_and_too_many_are_refused() {
    // A field that is its own child would go on for ever; it is met once.
    let own_child = with_fields("<</T(a)/Kids[3 0 R 3 0 R]>>");
    assert_eq!(read(own_child), Ok(Vec::new()));
    let deep = (0..500).fold("<</T(x)>>".to_owned(), |inner, _| {
        format!("<</T(x)/Kids[{inner}]>>")
    });
    assert!(matches!(read(with_fields(&deep)), Err(ReadError::TooMuch)));
    let many = format!("<</T(a)/Kids[{}]>>", "<</T(b)>>".repeat(6_000));
    assert!(matches!(read(with_fields(&many)), Err(ReadError::TooMuch)));
    let long = format!("<</FT/Tx/T(a)/V({})>>", "x".repeat(300_000));
    assert!(matches!(read(with_fields(&long)), Err(ReadError::TooMuch)));
}
