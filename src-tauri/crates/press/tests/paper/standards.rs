//! The standards: archival (PDF/A), accessible (PDF/UA), and what an independent validator says.

use std::path::Path;

use domain::{
    Lang, TopicId,
    settings::{PaperSize, PrintSize},
};
use press::{PrintJob, Standard};

use crate::{
    booklet::booklet,
    examples::{filled, handout, note, results},
    readers::{Paper, job, start},
};

/// Every language, size and paper.
fn shapes() -> impl Iterator<Item = (Lang, PrintSize, PaperSize)> {
    Lang::ALL.into_iter().flat_map(|lang| {
        [PrintSize::Normal, PrintSize::Large]
            .into_iter()
            .flat_map(move |size| {
                [PaperSize::A4, PaperSize::Letter]
                    .into_iter()
                    .map(move |paper| (lang, size, paper))
            })
    })
}

#[test]
fn every_shape_of_every_block_keeps_the_archival_and_accessible_standards() {
    for (lang, size, paper) in shapes() {
        let mut job = job(vec![handout(lang), filled(lang), note(lang), results(lang)]);
        (job.size, job.paper) = (size, paper);
        let printed = Paper::print(&job);
        printed.check();
        let info = printed.info();
        assert!(info.contains("Tagged:          yes"), "{info}");
        assert!(info.contains("JavaScript:      no"), "{info}");
        let objects = printed.objects();
        for claim in [
            "<pdfaid:part>2</pdfaid:part>",
            "<pdfaid:conformance>A</pdfaid:conformance>",
            "<pdfuaid:part>1</pdfuaid:part>",
        ] {
            assert!(objects.contains(claim), "{claim} is not claimed");
        }
        assert!(objects.contains(&format!("/Lang ({lang})")), "{lang}");
        assert!(!objects.contains("/Launch") && !objects.contains("/EmbeddedFile"));
    }
}

#[test]
fn title_date_language_bookmarks_and_tags_are_set() {
    let paper = Paper::print(&job(vec![filled(Lang::En)]));
    let info = paper.info();
    assert!(
        info.contains("Title:           What helps in recovery"),
        "{info}"
    );
    assert!(info.contains("2026"), "{info}");
    let objects = paper.objects();
    assert!(objects.contains("/Outlines"));
    let structure = paper.structure();
    for tag in [
        "H1",
        "H2",
        "H3",
        "Table",
        "TH",
        "TD",
        "BlockQuote",
        "L ",
        "LI",
        "P ",
    ] {
        assert!(structure.contains(tag), "no {tag} in {structure}");
    }
    // Footers are decoration to a screen reader; the words of the footer are not in the tree.
    assert!(!structure.contains("page 1 of"), "{structure}");
    assert!(!structure.contains("not yet reviewed"), "{structure}");
}

#[test]
fn a_chart_is_a_figure_with_words_for_those_who_do_not_see_it() {
    let paper = Paper::print(&job(vec![results(Lang::En)]));
    let structure = paper.structure();
    assert!(structure.contains("Figure"), "{structure}");
    // Written in two bytes a letter, as PDF does for words beyond its own letters, or plainly.
    let alt = "How it goes, on a scale from 1 to 5. Maria: 3 results";
    let objects = paper.objects();
    let wide: String = alt.chars().flat_map(|c| ['\u{0}', c]).collect();
    assert!(
        objects.contains(&format!("/Alt ({alt}")) || objects.contains(&wide),
        "no words for the drawing"
    );
    // The values follow as a table with heads for columns and rows.
    assert!(structure.contains("Table") && structure.contains("TH"));
}

#[test]
fn a_drawing_is_set_in_lines_and_said_in_words() {
    let paper = Paper::print(&job(vec![handout(Lang::En)]));
    let objects = paper.objects();
    assert!(paper.structure().contains("Figure"));
    let alt = "A barrel with water in it. Rain falls in from above";
    let wide: String = alt.chars().flat_map(|c| ['\u{0}', c]).collect();
    assert!(
        objects.contains(&format!("/Alt ({alt}")) || objects.contains(&wide),
        "no words for the drawing"
    );
    assert!(
        !objects.contains("/Subtype /Image"),
        "a picture instead of lines"
    );
    let text = paper.text();
    assert!(
        text.contains("and more rain") && text.contains("The barrel"),
        "{text}"
    );
}

#[test]
fn a_packet_is_called_by_its_first_page_and_how_many_follow() {
    let info = Paper::print(&job(vec![
        handout(Lang::Nb),
        note(Lang::Nb),
        note(Lang::Nb),
    ]))
    .info();
    assert!(info.contains("What helps in recovery og 2 til"), "{info}");
}

#[test]
fn an_absurd_clock_still_prints() {
    for millis in [
        i64::MIN,
        -99_999_999_999_999,
        0,
        253_402_300_800_000,
        i64::MAX,
    ] {
        let mut job = job(vec![note(Lang::En)]);
        job.printed_at.millis = millis;
        Paper::print(&job).check();
    }
}

/// Apache PDFBox Preflight, an independent validator of PDF/A-1, reads the twin of each layout.
#[test]
fn an_independent_validator_accepts_the_twin_of_every_shape() {
    const JARS: [(&str, &str); 6] = [
        ("pdfbox2", "libpdfbox2-java"),
        ("preflight", "libpdfbox2-java"),
        ("xmpbox", "libpdfbox2-java"),
        ("fontbox2", "libfontbox2-java"),
        ("commons-logging", "libcommons-logging-java"),
        ("jaxb-api", "libjaxb-api-java"),
    ];
    let mut path = Vec::new();
    for (jar, package) in JARS {
        let file = format!("/usr/share/java/{jar}.jar");
        assert!(
            Path::new(&file).exists(),
            "{file} is missing; install the Debian package {package}"
        );
        path.push(file);
    }
    let activation = [
        "/usr/share/java/javax.activation.jar",
        "/usr/share/java/activation.jar",
    ];
    path.push(
        (*activation
            .iter()
            .find(|file| Path::new(file).exists())
            .expect("install the Debian package libactivation-java"))
        .to_owned(),
    );
    let every = shapes().map(|(lang, size, paper)| PrintJob {
        size,
        paper,
        ..job(vec![handout(lang), filled(lang), note(lang), results(lang)])
    });
    // What was folded or was given fields after typst had written it is judged as well.
    let mut form = handout(Lang::En);
    form.topic = Some(TopicId::from("what-helps"));
    let later = [
        booklet(),
        PrintJob {
            fillable: true,
            ..job(vec![form])
        },
    ];
    for mut job in every.chain(later) {
        job.standard = Standard::A1a;
        let printed = Paper::print(&job);
        let output = start("java", "default-jre-headless", |it| {
            it.arg("-cp")
                .arg(path.join(":"))
                .arg("org.apache.pdfbox.preflight.Validator_A1b")
                .arg(printed.path())
        });
        let said = String::from_utf8_lossy(&output.stdout);
        assert!(
            said.contains("is a valid PDF/A-1b file"),
            "{} {:?} {:?}: {said}{}",
            job.documents[0].lang,
            job.size,
            job.paper,
            String::from_utf8_lossy(&output.stderr)
        );
    }
}
