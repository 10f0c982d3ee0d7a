//! Word processor files judged by readers that are not ours: python-docx reads their structure, LibreOffice their text.

use std::{
    path::{Path, PathBuf},
    process::Command,
};

use domain::Lang;
use export::{
    docx,
    fill::{Packet, Piece},
};

use crate::{
    composed,
    examples::{filled, handout, note, results},
    formats::without_drawings,
    setting,
};

/// Writes the examples as one file each, and all of them as one.
fn files() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let each = [handout, filled, note, results].map(|example| example(Lang::Nb));
    let mut packets: Vec<&[_]> = each.iter().map(std::slice::from_ref).collect();
    packets.push(&each);
    packets
        .into_iter()
        .enumerate()
        .map(|(place, documents)| {
            let packet = Packet::compose(documents, None, |_| setting(false)).unwrap();
            let file = folder.join(format!("example-{place}.docx"));
            std::fs::write(&file, docx::write(&packet).unwrap()).unwrap();
            file
        })
        .collect()
}

fn run(program: &str, args: &[&str]) -> String {
    let made = Command::new(program)
        .args(args)
        .output()
        .unwrap_or_else(|error| panic!("{program} is needed for this test: {error}"));
    assert!(
        made.status.success(),
        "{program}: {}",
        String::from_utf8_lossy(&made.stderr)
    );
    String::from_utf8(made.stdout).unwrap()
}

/// What python-docx says of a file: title, language, then each heading with its level, the tables and the sections.
const STRUCTURE: &str = "
import sys, docx
d = docx.Document(sys.argv[1])
print('title', d.core_properties.title)
print('language', d.core_properties.language)
for p in d.paragraphs:
    if p.style.name.startswith('Heading'):
        print(p.style.name, p.text)
for t in d.tables:
    print('table', len(t.rows), len(t.columns))
print('pictures', len(d.inline_shapes))
for s in d.sections:
    print('head', s.header.paragraphs[0].text)
";

#[test]
fn python_docx_finds_titles_headings_tables_and_heads() {
    for (place, file) in files().iter().enumerate() {
        let said = run(
            "/usr/bin/python3",
            &["-c", STRUCTURE, &file.to_string_lossy()],
        );
        assert!(said.contains("language nb-NO"), "{said}");
        if place == 2 {
            let note = composed(&note(Lang::Nb));
            assert!(
                said.contains(&format!("Heading 1 {}", note.title)),
                "{said}"
            );
            for piece in &note.pieces {
                if let Piece::Heading { level, text } = piece {
                    assert!(said.contains(&format!("Heading {level} {text}")), "{said}");
                }
            }
            assert!(said.contains("head Maria Høegh"), "{said}");
        }
        if place == 0 {
            assert!(said.contains("pictures 1"), "{said}");
        }
        if place == 3 {
            assert!(
                said.contains("pictures 1") && said.contains("\ntable "),
                "{said}"
            );
        }
        if place == 4 {
            assert_eq!(said.matches("Heading 1 ").count(), 4, "{said}");
            assert_eq!(said.matches("\nhead ").count(), 4, "{said}");
        }
    }
}

#[test]
fn libreoffice_reads_every_word() {
    let words = |text: &str| -> Vec<String> {
        text.split(|letter: char| !letter.is_alphabetic())
            .filter(|word| !word.is_empty())
            .map(str::to_owned)
            .collect()
    };
    let files = files();
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
    // A profile of its own, so that tests beside it do not wait for each other.
    let profile = format!("-env:UserInstallation=file://{}/office", folder.display());
    let out = folder.to_string_lossy();
    let mut args = vec![
        profile.as_str(),
        "--headless",
        "--convert-to",
        "txt:Text (encoded):UTF8",
        "--outdir",
        &out,
    ];
    let names: Vec<_> = files.iter().map(|file| file.to_string_lossy()).collect();
    args.extend(names.iter().map(AsRef::as_ref));
    run("soffice", &args);
    for (file, example) in files.iter().zip([handout, filled, note, results]) {
        let read = std::fs::read_to_string(file.with_extension("txt")).unwrap();
        let read = words(&read);
        let (page, _) = without_drawings(composed(&example(Lang::Nb)));
        let said = words(&crate::writer::body(&page));
        let lost: Vec<_> = said.iter().filter(|word| !read.contains(word)).collect();
        assert!(said.len() > 40 && lost.is_empty(), "{lost:?}");
    }
}
