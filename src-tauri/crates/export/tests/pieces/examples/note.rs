//! A session note, signed and in draft.

use domain::{
    Document, Lang,
    document::{Block, DocumentKind, Fact},
};

use super::{day, maria, words};

fn fact(label: &str, value: &str) -> Fact {
    Fact {
        label: label.into(),
        value: value.into(),
    }
}

fn section(title: &str, text: &str) -> [Block; 2] {
    [
        Block::Heading {
            level: 2,
            text: title.into(),
        },
        Block::Paragraph { words: words(text) },
    ]
}

/// A signed note.
pub fn note(lang: Lang) -> Document {
    let mut blocks = vec![Block::Facts {
        rows: vec![
            fact("Session", "4, individual, 55 minutes"),
            fact("Place", "Riverside clinic, room 3"),
            fact(
                "Present",
                "Maria Høegh\nAnn Lind (sister), for the last ten minutes",
            ),
            fact(
                "Module and topic",
                "Recovery strategies: 1.2 What helps in recovery",
            ),
        ],
    }];
    blocks.extend(section(
        "Goal of the treatment plan",
        "Daily routine and contact with others.",
    ));
    blocks.extend(section(
        "Recovery goal",
        "Play in a band again. Step: call the music shop. Done.",
    ));
    blocks.push(Block::Quotation {
        words: "Getting my mornings back.".into(),
        source: "Maria, 3 October 2026".into(),
    });
    blocks.extend(section(
        "Home practice reviewed",
        "A walk with Ann on Sunday: done. It rained, and they went all the same.",
    ));
    blocks.extend(section(
        "Motivational, educational and cognitive-behavioural techniques",
        "Connected the topic with her goals; explored past success; small pieces; role play.",
    ));
    blocks.push(Block::List {
        ordered: false,
        items: vec![
            words("Looked back at what helped in the spring."),
            words("Rehearsed asking Ann along."),
        ],
    });
    blocks.extend(section(
        "Response",
        "Took the lead in choosing the step. Tired towards the end; we stopped five minutes early.",
    ));
    blocks.extend(section(
        "Risk",
        "No major problem today. Asked and answered.",
    ));
    blocks.extend(section(
        "Plan for next session",
        "Topic 1.3. Begin with the walk.",
    ));
    blocks.push(Block::Signature {
        name: "Kari Nordmann, psychologist".into(),
        at: "21 November 2026, 11:02".into(),
    });
    Document {
        kind: DocumentKind::SignedNote,
        title: "Session note".into(),
        purpose: String::new(),
        lang,
        person: Some(maria()),
        date: day(),
        source: None,
        topic: None,
        sheet: None,
        weighed: None,
        blocks,
        answers: Vec::new(),
    }
}

/// The note before it is signed.
pub fn draft_note(lang: Lang) -> Document {
    let mut note = note(lang);
    note.kind = DocumentKind::DraftNote;
    note.blocks.pop();
    note.blocks.push(Block::Signature {
        name: "Kari Nordmann, psychologist".into(),
        at: String::new(),
    });
    note
}
