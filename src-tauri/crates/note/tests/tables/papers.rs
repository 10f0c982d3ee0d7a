//! How a note is laid out for paper.

use chrono::NaiveDate;
use domain::{
    Document,
    document::{Block, DocumentKind, Inline},
    note::{Addendum, AddendumKind, ChainTip, Note, NoteFacts, NoteFormat, NoteState},
};
use insta::assert_snapshot;
use note::{Head, document, facts};

use crate::case::{Case, at, id, on, promise};

fn note_of(case: &Case) -> Note {
    Note {
        id: id(41),
        session: case.record.id,
        person: case.person.id,
        on: case.record.on,
        lang: case.lang,
        format: case.format,
        sections: case.draft(),
        state: NoteState::Draft,
        addenda: Vec::new(),
    }
}

fn printed_on() -> NaiveDate {
    on(2026, 11, 22)
}

fn paper(case: &Case, note: &Note) -> Document {
    let head = Head {
        facts: as_now(case),
        colour: case.person.colour,
        signature: "Kim Berg, nurse".into(),
    };
    document(note, &head, printed_on())
}

fn as_now(case: &Case) -> NoteFacts {
    NoteFacts {
        minutes: Some(52),
        place: "Room 2".into(),
        ..facts(
            &case.record,
            &case.person,
            vec!["Kim Berg, nurse".into()],
            String::new(),
        )
    }
}

/// The blocks as lines: `#` headings, `|` facts, `_` the signature.
fn shown(document: &Document) -> String {
    let mut lines = vec![format!(
        "{:?} {} / {}",
        document.kind, document.title, document.purpose
    )];
    for block in &document.blocks {
        match block {
            Block::Heading { level, text } => {
                lines.push(format!("{} {text}", "#".repeat(usize::from(*level))))
            }
            Block::Paragraph { words } => lines.push(words.iter().map(inline).collect()),
            Block::Facts { rows } => {
                lines.extend(
                    rows.iter()
                        .map(|row| format!("| {} | {} |", row.label, row.value)),
                );
            }
            Block::Signature { name, at } => lines.push(format!("_ {name} _ {at} _")),
            other => lines.push(format!("{other:?}")),
        }
    }
    lines.join("\n")
}

fn inline(words: &Inline) -> String {
    match words {
        Inline::Plain(words) => words.clone(),
        Inline::Strong(words) => format!("**{words}**"),
        Inline::Emphasis(words) => format!("*{words}*"),
    }
}

#[test]
fn a_note_that_was_entered_later_shows_both_dates() {
    let mut case = Case::empty();
    case.record.on = case.record.on - chrono::Days::new(3);
    let note = Note {
        on: case.record.on,
        ..note_of(&case)
    };
    let shown = shown(&paper(&case, &note));
    assert!(
        shown.contains("| Date | 18 November 2026 |\n| Entered later, on | 21 November 2026 |"),
        "{shown}"
    );
}

#[test]
fn a_draft_names_what_nobody_has_judged_or_confirmed() {
    let mut case = Case::empty();
    case.record.practices_reviewed = vec![promise(11, "walk with Ann twice")];
    assert_snapshot!(shown(&paper(&case, &note_of(&case))), @"
    DraftNote Session note / Illness Management and Recovery, individual session
    | Name | Maria H. |
    | Record number | 0417 |
    | Date | 21 November 2026 |
    | Session | 4 |
    | Length | 52 minutes |
    | Place | Room 2 |
    | Printed | 22 November 2026 |
    ## Attendance
    Maria H. attended.
    ## Problem or goal of the treatment plan
    **Assessment:** not stated
    ## Response and perspective
    **Assessment:** not stated
    ## Risk and major problems
    **Assessment:** not stated
    ## Plan for next session
    Home practice to review, agreed 14 November 2026: walk with Ann twice
    *Carried over from an earlier session, not yet confirmed.*
    _ Kim Berg, nurse _  _
    ");
}

#[test]
fn a_signed_note_shows_who_signed_when_and_what_was_added() {
    let mut case = Case::empty();
    case.record.summary_words = "I know one thing that helps.".into();
    let mut note = note_of(&case);
    for section in &mut note.sections {
        if section.kind.asks_judgement() {
            section.judgement = format!("judged {:?}\n\nsecond paragraph", section.kind);
        }
    }
    note.state = NoteState::Signed {
        at: at(11, 4),
        by: "Kim Berg, nurse".into(),
        number: 12,
        seal: "0123456789abcdef".repeat(4),
        facts: Box::new(as_now(&case)),
        chain: ChainTip {
            sequence: 1234,
            hash: "fedcba9876543210".repeat(4),
        },
    };
    note.addenda = vec![Addendum {
        id: id(51),
        kind: AddendumKind::Addition,
        words: "Ann was there too.\n\nShe left early.".into(),
        reason: "forgotten".into(),
        at: at(12, 30),
        by: "Kim Berg, nurse".into(),
        seal: "f".repeat(64),
    }];
    assert_snapshot!(shown(&paper(&case, &note)), @"
    SignedNote Session note / Illness Management and Recovery, individual session
    | Name | Maria H. |
    | Record number | 0417 |
    | Date | 21 November 2026 |
    | Session | 4 |
    | Length | 52 minutes |
    | Place | Room 2 |
    | Printed | 22 November 2026 |
    ## Attendance
    Maria H. attended.
    ## Problem or goal of the treatment plan
    **Assessment:** judged TreatmentPlanGoal
    second paragraph
    ## Response and perspective
    Own summary: “I know one thing that helps.”
    **Assessment:** judged Response
    second paragraph
    ## Risk and major problems
    **Assessment:** judged Risk
    second paragraph
    _ Kim Berg, nurse _ 21 November 2026, 11:04 _
    | Signed note number | 12 |
    | Seal | 01234567 89abcdef 01234567 89abcdef 01234567 89abcdef 01234567 89abcdef |
    | Record up to here | 1234 · fedcba98 76543210 fedcba98 76543210 fedcba98 76543210 fedcba98 76543210 |
    ## Added after signing
    | Added | 21 November 2026, 12:30 |
    | By | Kim Berg, nurse |
    | Reason | forgotten |
    Ann was there too.
    She left early.
    ");
}

#[test]
fn the_paper_belongs_to_the_person_and_the_day_of_the_session() {
    let case = Case::full();
    let paper = paper(&case, &note_of(&case));
    let person = paper.person.unwrap();
    assert_eq!(
        (
            person.name.as_str(),
            person.record_number.as_str(),
            person.colour
        ),
        ("Maria H.", "0417", 3)
    );
    assert_eq!(paper.date, case.record.on);
    assert_eq!(paper.kind, DocumentKind::DraftNote);
    assert!(paper.answers.is_empty());
}

#[test]
fn every_language_has_its_own_head_and_headings() {
    for (lang, expected) in [
        (
            domain::Lang::Da,
            ["Journalnotat", "Fremmøde", "21. november 2026"],
        ),
        (
            domain::Lang::Nb,
            ["Journalnotat", "Oppmøte", "21. november 2026"],
        ),
    ] {
        let mut case = Case::full();
        case.lang = lang;
        let shown = shown(&paper(&case, &note_of(&case)));
        for words in expected {
            assert!(shown.contains(words), "{lang}: no “{words}” in\n{shown}");
        }
    }
}

#[test]
fn an_assessment_is_not_said_twice_and_stays_visibly_open() {
    let case = Case {
        format: NoteFormat::Dap,
        ..Case::empty()
    };
    let mut note = note_of(&case);
    let bare = shown(&paper(&case, &note));
    assert!(bare.contains("## Assessment\nnot stated\n"), "{bare}");
    note.sections[1].judgement = "Rested.\n\nFirm about the band.".into();
    let judged = shown(&paper(&case, &note));
    assert!(
        judged.contains("## Assessment\nRested.\nFirm about the band.\n"),
        "{judged}"
    );
}

#[test]
fn what_stands_from_an_earlier_format_is_printed_last_and_named() {
    let mut case = Case::empty();
    let mut imr = case.draft();
    imr[7].text = "She showed me her own way of breathing.".into();
    imr[10].judgement = "No sign of risk.".into();
    case.format = NoteFormat::Soap;
    let mut note = note_of(&case);
    note.sections = note::redraft(&imr, case.draft());
    let shown = shown(&paper(&case, &note));
    let end = shown.split_once("## Assessment").unwrap().1;
    assert_snapshot!(end, @"
    not stated
    ## From the earlier format: Skill taught
    She showed me her own way of breathing.
    ## From the earlier format: Risk and major problems
    **Assessment:** No sign of risk.
    _ Kim Berg, nurse _  _
    ");
}

/// Under the first signature, with name, title and day; what was added afterwards stays where it was.
#[test]
fn a_co_signature_stands_under_the_signature_and_is_no_addition() {
    let case = Case::empty();
    let mut note = note_of(&case);
    note.state = NoteState::Signed {
        at: at(11, 4),
        by: "Kim Berg, nurse".into(),
        number: 12,
        seal: "0".repeat(64),
        facts: Box::new(as_now(&case)),
        chain: ChainTip {
            sequence: 1234,
            hash: "f".repeat(64),
        },
    };
    note.addenda = vec![Addendum {
        id: id(51),
        kind: AddendumKind::CoSignature,
        words: "Read together.".into(),
        reason: String::new(),
        at: at(12, 30),
        by: "Bo Friis, psychologist".into(),
        seal: "1".repeat(64),
    }];
    let printed = shown(&paper(&case, &note));
    let (_, signatures) = printed.split_once("_ Kim Berg, nurse _").unwrap();
    assert!(signatures.contains("_ Bo Friis, psychologist _ 21 November 2026, 12:30 _"));
    assert!(signatures.contains("| Co-signed | Bo Friis, psychologist |"));
    assert!(signatures.contains("| Seal | 11111111"));
    assert!(signatures.contains("Read together."));
    assert!(!printed.contains("Added after signing"));
}

/// What it was stands in its second line, in every language.
#[test]
fn a_note_of_a_group_says_so() {
    let mut case = Case::empty();
    case.record.format = domain::meeting::MeetingFormat::Group;
    let note = note_of(&case);
    assert!(shown(&paper(&case, &note)).contains("group session"));
}
