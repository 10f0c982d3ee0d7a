//! Files as they come, read into people.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

use chrono::NaiveDate;
use proptest::prelude::*;

use super::*;
use crate::wire::CaseloadColumn as C;

fn day(y: i32, m: u32, d: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(y, m, d).unwrap()
}

fn today() -> NaiveDate {
    day(2026, 11, 21)
}

fn read_text(text: &str) -> Caseload {
    read(text.as_bytes(), None, today(), &Vec::new()).unwrap()
}

const THREE: &str = "Navn;Journalnr;Start;Næste tid\r\nSøren Ægir Ås;0417;3.10.2026;24.11.2026 10:00\r\n\"Holm; Maria\";0418;;\r\nJonas;;1. sep. 2026;\r\n";

#[test]
fn one_table_is_read_alike_from_every_encoding() {
    let utf16 = |big: bool, mark: bool| -> Vec<u8> {
        let mark = if mark { "\u{feff}" } else { "" };
        format!("{mark}{THREE}")
            .encode_utf16()
            .flat_map(|unit| {
                if big {
                    unit.to_be_bytes()
                } else {
                    unit.to_le_bytes()
                }
            })
            .collect()
    };
    // All letters of the table are in Latin-1, which Windows-1252 goes along with.
    let windows: Vec<u8> = THREE
        .chars()
        .map(|c| u8::try_from(u32::from(c)).unwrap())
        .collect();
    let files = [
        (THREE.as_bytes().to_vec(), Encoding::Utf8),
        (format!("\u{feff}{THREE}").into_bytes(), Encoding::Utf8),
        (utf16(false, true), Encoding::Utf16),
        (utf16(true, true), Encoding::Utf16),
        (utf16(false, false), Encoding::Utf16),
        (utf16(true, false), Encoding::Utf16),
        (windows, Encoding::Windows1252),
    ];
    for (bytes, encoding) in files {
        let caseload = read(&bytes, None, today(), &Vec::new()).unwrap();
        assert_eq!(caseload.encoding, encoding);
        assert_eq!(caseload.separator, ';');
        let names: Vec<&str> = caseload
            .lines
            .iter()
            .map(|line| line.who.name.as_str())
            .collect();
        assert_eq!(
            names,
            ["Søren Ægir Ås", "Holm; Maria", "Jonas"],
            "{encoding:?}"
        );
        assert!(
            caseload.lines.iter().all(|line| line.faults.is_empty()),
            "{:?}",
            caseload.lines
        );
        let first = &caseload.lines[0].who;
        assert_eq!(first.record_number, "0417");
        assert_eq!(first.started_on, Some(day(2026, 10, 3)));
        assert_eq!(first.next_meeting, day(2026, 11, 24).and_hms_opt(10, 0, 0));
        assert_eq!(caseload.lines[2].who.started_on, Some(day(2026, 9, 1)));
    }
}

#[test]
fn the_marks_of_windows_are_read() {
    let caseload = read(
        b"Name;Id\n\x93Ann\x94 \x96 5\x80 \xd8\x9c;1\n",
        None,
        today(),
        &Vec::new(),
    )
    .unwrap();
    assert_eq!(caseload.encoding, Encoding::Windows1252);
    assert_eq!(caseload.lines[0].who.name, "“Ann” – 5€ Øœ");
}

#[test]
fn separators_are_found_and_may_be_named() {
    for (text, separator) in [
        ("name,record number\nAnn,1\n", ','),
        ("name;record number\nAnn;1\n", ';'),
        ("name\trecord number\nHolm, Ann\t1\n", '\t'),
        ("sep=;\nname;record number\nAnn;1\n", ';'),
        ("name\nAnn\nBo\n", ','),
    ] {
        let caseload = read_text(text);
        assert_eq!(caseload.separator, separator, "{text}");
        assert!(caseload.lines[0].who.name.ends_with("Ann"), "{text}");
    }
    assert_eq!(read_text("sep=;\nname;id\nAnn;1\n").lines[0].line, 3);
}

#[test]
fn headings_are_known_in_three_languages() {
    for (headings, columns) in [
        (
            "Name,Record number,Language,Started on,Next appointment",
            vec![
                C::Name,
                C::RecordNumber,
                C::Language,
                C::StartedOn,
                C::NextMeeting,
            ],
        ),
        (
            "Fornavn,Efternavn,Journalnummer,Sprog,Begyndt,Næste tid",
            vec![
                C::FirstName,
                C::LastName,
                C::RecordNumber,
                C::Language,
                C::StartedOn,
                C::NextMeeting,
            ],
        ),
        (
            "Fornavn,Etternavn,Journalnr.,Språk,Begynt,Neste time",
            vec![
                C::FirstName,
                C::LastName,
                C::RecordNumber,
                C::Language,
                C::StartedOn,
                C::NextMeeting,
            ],
        ),
    ] {
        let row = "Ann,".repeat(columns.len());
        let caseload = read_text(&format!("{headings}\n{}\n", row.trim_end_matches(',')));
        assert_eq!(
            caseload.how.columns,
            columns.into_iter().map(Some).collect::<Vec<_>>()
        );
    }
    let caseload = read_text("Ann Holm,0417\nBo Lind,0418\n");
    assert!(!caseload.how.headings, "nothing there is a heading");
    assert_eq!(caseload.lines.len(), 2);
}

#[test]
fn days_are_read_in_the_order_that_the_column_shows() {
    for (text, first) in [
        ("3/10/2026\n21/10/2026", day(2026, 10, 3)),
        ("3/10/2026\n3/21/2026", day(2026, 3, 10)),
        ("3/10/2026", day(2026, 10, 3)),
        ("2026-10-03", day(2026, 10, 3)),
        ("3.10.26", day(2026, 10, 3)),
        ("3. oktober 2026", day(2026, 10, 3)),
        ("3 Oct 2026", day(2026, 10, 3)),
        ("October 3, 2026", day(2026, 10, 3)),
        ("2026-10-03T09:30:00", day(2026, 10, 3)),
    ] {
        let rows: String = text
            .lines()
            .map(|each| format!("Ann;\"{each}\"\n"))
            .collect();
        let caseload = read_text(&format!("Name;Started\n{rows}"));
        assert_eq!(
            caseload.lines[0].who.started_on,
            Some(first),
            "{text}: {:?}",
            caseload.lines[0].faults
        );
    }
}

#[test]
fn what_is_wrong_is_said_of_its_row_alone() {
    let caseload = read_text(
        "Name;Id;Language;Started;Next\n;1;;;\nAnn;2;fr;;\nBo;3;;31.02.2026;\nCai;4;;1.12.2026;\nDan;5;;;1.11.2026\nEli;6;;1.1.1026;\nFie;7;;;soon\nGry;8;;;;too;much\nIda;9;da;1.9.2026;1.12.2026\n",
    );
    let faults: Vec<Vec<RowFault>> = caseload
        .lines
        .iter()
        .map(|line| line.faults.clone())
        .collect();
    let text = str::to_owned;
    assert_eq!(
        faults,
        [
            vec![RowFault::NameMissing],
            vec![RowFault::NoLanguage { text: text("fr") }],
            vec![RowFault::NoDay {
                column: C::StartedOn,
                text: text("31.02.2026")
            }],
            vec![RowFault::Ahead {
                text: text("1.12.2026")
            }],
            vec![RowFault::GoneBy {
                text: text("1.11.2026")
            }],
            vec![RowFault::FarOff {
                column: C::StartedOn,
                text: text("1.1.1026")
            }],
            vec![RowFault::NoDay {
                column: C::NextMeeting,
                text: text("soon")
            }],
            vec![RowFault::TooManyCells],
            vec![],
        ]
    );
    let lines: Vec<u32> = caseload.lines.iter().map(|line| line.line).collect();
    assert_eq!(lines, [2, 3, 4, 5, 6, 7, 8, 9, 10]);
}

#[test]
fn somebody_who_is_there_is_said_to_be() {
    let known = vec![
        ("Ann Holm".to_owned(), "0417".to_owned()),
        ("Bo".to_owned(), String::new()),
    ];
    let text =
        "Name;Id\nanother;0417\nANN HOLM;0999\nAnn Holm;\nbo;5\nCai;6\nCai;7\nCai;6\nDan;\ndan;\n";
    let caseload = read(text.as_bytes(), None, today(), &known).unwrap();
    let twice: Vec<Option<(String, Option<u32>, bool)>> = caseload
        .lines
        .into_iter()
        .map(|line| line.twice.map(|t| (t.name, t.line, t.same_number)))
        .collect();
    let some = |name: &str, line, number| Some((name.to_owned(), line, number));
    assert_eq!(
        twice,
        [
            some("Ann Holm", None, true),
            None,
            some("Ann Holm", None, false),
            some("Bo", None, false),
            None,
            None,
            some("Cai", Some(6), true),
            None,
            some("Dan", Some(9), false)
        ]
    );
}

#[test]
fn a_file_that_is_no_table_says_why() {
    let no = |bytes: &[u8]| read(bytes, None, today(), &Vec::new()).unwrap_err();
    assert_eq!(no(b""), NoTable::Empty);
    assert_eq!(no(b"\n\n ; ;\n"), NoTable::Empty);
    assert_eq!(no(b"Name;Id\n"), NoTable::Empty, "headings alone");
    assert_eq!(
        no(b"PK\x03\x04\x00\x00\x08\x00garbage\x00\x01"),
        NoTable::NoText
    );
    assert_eq!(no(b"%PDF-1.7\n\x00\x01\x02"), NoTable::NoText);
    let many = "Name\n".to_owned() + &"Ann\n".repeat(100_000);
    assert_eq!(no(many.as_bytes()), NoTable::TooMany(100_001));
}

proptest! {
    #[test]
    fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..600)) {
        if let Ok(caseload) = read(&bytes, None, today(), &Vec::new()) {
            for line in caseload.lines {
                prop_assert!(line.line >= 1);
                prop_assert!(line.who.name.chars().count() <= LONGEST);
                prop_assert!(!line.faults.is_empty() || !line.who.name.is_empty());
            }
        }
    }

    #[test]
    fn any_names_come_through_to_the_letter(names in proptest::collection::vec("[a-zæøåÆØÅé ,;\"'-]{1,20}x", 1..8)) {
        let mut text = "Name;Id\n".to_owned();
        for (n, name) in names.iter().enumerate() {
            text.push_str(&format!("\"{}\";{n}\n", name.replace('"', "\"\"")));
        }
        let caseload = read_text(&text);
        let found: Vec<String> = caseload.lines.into_iter().map(|line| line.who.name).collect();
        let given: Vec<String> = names.iter().map(|name| name.trim().to_owned()).collect();
        prop_assert_eq!(found, given);
    }
}
