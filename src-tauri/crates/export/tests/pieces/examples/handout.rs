//! A handout with every kind of block a topic can hold.

use domain::{
    Document, Lang,
    document::{
        Anchor, Block, CheckQuestion, ContentSource, Dash, DocumentKind, Drawing, Drawn, Field,
        Fill, Inline, Input, Line, Pen, ReviewStatus, Spot, Stroke, Weighed, WorksheetPart,
    },
};

use super::{choices, day, rows, words};

fn field(id: &str, label: &str, hint: &str, input: Input) -> Field {
    Field::new(id.into(), label.into(), hint.into(), input)
}

/// Every kind of shape, step and pen.
fn drawing() -> Drawing {
    let path = |steps, pen| Drawn::Path { steps, pen };
    let (from, to) = (Spot(200, 120), Spot(800, 120));
    let outline = [
        Stroke::Move { to: from },
        Stroke::Line { to: Spot(260, 380) },
        Stroke::Line { to: Spot(740, 380) },
        Stroke::Line { to },
        Stroke::Close,
    ];
    let water = [
        Stroke::Move { to: Spot(230, 260) },
        Stroke::Curve {
            from: Spot(400, 220),
            by: Spot(600, 300),
            to: Spot(770, 260),
        },
    ];
    let pen = |line, dash, fill| Pen { line, dash, fill };
    Drawing {
        width: 1000,
        height: 420,
        shapes: vec![
            path(outline.to_vec(), pen(Line::Bold, Dash::None, Fill::Soft)),
            path(water.to_vec(), pen(Line::Thin, Dash::Dashed, Fill::None)),
            Drawn::Circle {
                middle: Spot(500, 60),
                radius: 14,
                pen: pen(Line::None, Dash::None, Fill::Ink),
            },
            Drawn::Circle {
                middle: Spot(500, 320),
                radius: 30,
                pen: pen(Line::Normal, Dash::Dotted, Fill::Paper),
            },
            Drawn::Label {
                at: Spot(540, 70),
                anchor: Anchor::Start,
                strong: true,
                lines: vec!["Rain".into(), "and more rain".into()],
            },
            Drawn::Label {
                at: Spot(500, 410),
                anchor: Anchor::Middle,
                strong: false,
                lines: vec!["The barrel".into()],
            },
        ],
    }
}

fn part(id: &str, label: &str, hint: &str, input: Input) -> WorksheetPart {
    WorksheetPart::Field {
        field: field(id, label, hint, input),
    }
}

/// A blank handout.
pub fn handout(lang: Lang) -> Document {
    Document {
        kind: DocumentKind::Handout,
        title: "What helps in recovery".into(),
        purpose: "Find out what already helps you, and choose one more thing to try.".into(),
        lang,
        person: None,
        date: day(),
        source: Some(ContentSource {
            pack: "Waymark curriculum".into(),
            version: "0.1.0".into(),
            review: ReviewStatus::Draft,
            module: "Recovery strategies".into(),
            number: "1.2".into(),
        }),
        topic: Some("what-helps".into()),
        sheet: None,
        weighed: Some(Weighed {
            matters: "strategies".into(),
            more: vec!["good-day".into(), "week".into(), "my-step".into()],
        }),
        blocks: blocks(),
        answers: Vec::new(),
    }
}

fn blocks() -> Vec<Block> {
    let mut blocks = prose();
    blocks.extend(tables());
    blocks.push(worksheet());
    blocks.extend(practice());
    blocks
}

fn prose() -> Vec<Block> {
    vec![
        Block::Paragraph {
            words: vec![
                Inline::Plain("People who live with mental illness have found many ways to feel better and to get on with the life they want. Some use ".into()),
                Inline::Strong("people".into()),
                Inline::Plain(", some use ".into()),
                Inline::Strong("places".into()),
                Inline::Plain(", and some use things they ".into()),
                Inline::Emphasis("do".into()),
                Inline::Plain(" each day. No one way is right for everybody.".into()),
            ],
        },
        Block::Paragraph {
            words: words("On these pages you look at what you already use. Then you pick one small thing to try before we meet again."),
        },
        Block::Heading {
            level: 2,
            text: "What other people have found".into(),
        },
        Block::List {
            ordered: false,
            items: vec![
                words("Having somebody to talk to who listens."),
                words("Being outdoors, even for ten minutes."),
                words("Music, drawing, cooking: making something."),
            ],
        },
        Block::Story {
            id: "amira".into(),
            title: "Amira, 34".into(),
            paragraphs: vec![
                words("Amira stopped going out after her second stay in hospital. The days ran into each other. Her sister Noor asked her one thing: what did you like when you were ten?"),
                words("It was drawing. Amira bought one pencil. For a week she only carried it around. Then she drew her cup."),
            ],
        },
        Block::Quotation {
            words: "It was not the drawing that was big.\nIt was that I had decided it.".into(),
            source: "Amira".into(),
        },
        Block::KeyPoint {
            id: "small".into(),
            words: words("Small steps that you choose yourself count more than big steps that others choose for you."),
        },
        Block::Question {
            id: "good-day".into(),
            prompt: words("What does a good ordinary day look like for you?"),
            field: field("answer", "", "", Input::LongText { lines: 4 }),
        },
        Block::Heading {
            level: 2,
            text: "What helps you?".into(),
        },
    ]
}

fn tables() -> Vec<Block> {
    vec![
        Block::Checklist {
            id: "strategies".into(),
            title: "Ways that help".into(),
            intro: "Tick as many as you like. Leave out what does not fit you.".into(),
            columns: choices(&[
                ("already", "I already use this"),
                ("want", "I want to try this"),
            ]),
            rows: rows(&[
                ("active", "Staying active", "A walk counts."),
                ("people", "Being with people I like", ""),
                ("sleep", "Going to bed at about the same time", ""),
                ("music", "Listening to music or making it", ""),
                (
                    "faith",
                    "My faith, or what I believe in",
                    "Prayer, meditation, being in nature.",
                ),
                ("helping", "Helping somebody else", ""),
                ("work", "Work, school or volunteering", ""),
            ]),
            others: 2,
        },
        Block::Rating {
            id: "week".into(),
            title: "How was this week?".into(),
            intro: "Mark one for each line.".into(),
            levels: choices(&[
                ("hard", "Hard"),
                ("mixed", "Up and down"),
                ("okay", "Okay"),
                ("good", "Good"),
            ]),
            rows: rows(&[
                ("mornings", "My mornings", ""),
                ("others", "Being with others", ""),
                ("rest", "Rest and sleep", ""),
            ]),
        },
    ]
}

fn worksheet() -> Block {
    Block::Worksheet {
        id: "my-step".into(),
        title: "My next small step".into(),
        intro: "Make it so small that you are almost sure you can do it.".into(),
        many: false,
        parts: vec![
            part("what", "What I want to try", "One thing only.", Input::Text),
            part(
                "why",
                "Why it matters to me",
                "",
                Input::LongText { lines: 3 },
            ),
            part("on", "The day I will do it", "", Input::Date),
            part(
                "minutes",
                "How many minutes",
                "",
                Input::Number { min: 5, max: 60 },
            ),
            part(
                "sure",
                "How sure am I that I will do it?",
                "",
                Input::Scale {
                    min: 0,
                    max: 10,
                    low: "not at all".into(),
                    high: "very sure".into(),
                },
            ),
            part(
                "told",
                "Who knows about it?",
                "",
                Input::OneOf {
                    choices: choices(&[
                        ("nobody", "Nobody yet"),
                        ("one", "One person"),
                        ("some", "Some people"),
                    ]),
                },
            ),
            part(
                "when",
                "What times of day are good for me?",
                "",
                Input::AnyOf {
                    choices: choices(&[
                        ("morning", "Morning"),
                        ("noon", "Noon"),
                        ("evening", "Evening"),
                        ("night", "Night"),
                    ]),
                },
            ),
            WorksheetPart::group(
                "steps".into(),
                "My steps".into(),
                3,
                vec![
                    field("step", "What I will do", "", Input::Text),
                    field("help", "Who can help", "", Input::Text),
                    field("by", "By when", "", Input::Date),
                ],
            ),
            WorksheetPart::group(
                "people".into(),
                "People around me".into(),
                1,
                vec![
                    field("name", "Name", "", Input::Text),
                    field(
                        "good-at",
                        "What they are good at",
                        "",
                        Input::LongText { lines: 2 },
                    ),
                    field("reach", "How I reach them", "", Input::Text),
                    field(
                        "near",
                        "How near they are",
                        "",
                        Input::OneOf {
                            choices: choices(&[
                                ("same", "Same house"),
                                ("town", "Same town"),
                                ("far", "Far away"),
                            ]),
                        },
                    ),
                ],
            ),
        ],
    }
}

fn practice() -> Vec<Block> {
    vec![
        Block::RolePlay {
            id: "ask".into(),
            title: "Asking somebody along".into(),
            scene: words(
                "You would like company on your walk. One of you is you; the other is a friend who is a little busy.",
            ),
            steps: vec![
                words("Say what you would like, in one sentence."),
                words("Say when, and how long it takes."),
                words("Listen to the answer. A no is about the day, not about you."),
            ],
            look_for: vec![
                words("A clear voice."),
                words("Eye contact, if that is easy."),
            ],
        },
        Block::KnowledgeCheck {
            id: "check".into(),
            title: "What have we talked about?".into(),
            questions: vec![
                CheckQuestion {
                    id: "who".into(),
                    prompt: "Who decides what recovery means for you?".into(),
                    choices: choices(&[
                        ("doctor", "My doctor"),
                        ("me", "I do"),
                        ("family", "My family"),
                    ]),
                    right: "me".into(),
                    because: "Recovery is yours to define.".into(),
                },
                CheckQuestion {
                    id: "size".into(),
                    prompt: "What size of step is best to begin with?".into(),
                    choices: choices(&[
                        ("small", "One so small that I am almost sure I can do it"),
                        ("big", "One that shows the others I am serious about it"),
                    ]),
                    right: "small".into(),
                    because: "Small steps are kept.".into(),
                },
            ],
        },
        Block::Figure {
            id: "barrel".into(),
            alt: "A barrel with water in it. Rain falls in from above and stands for stress."
                .into(),
            caption: "One of many barrels.".into(),
            drawing: drawing(),
        },
        Block::PracticeOptions {
            id: "home".into(),
            title: "Before next time".into(),
            goals: vec!["To sing in the choir again.".into()],
            options: choices(&[
                ("walk", "Take a walk of ten minutes with somebody, once."),
                ("list", "Write down three things that helped on a good day."),
                ("share", "Show this page to somebody you trust."),
            ]),
        },
        Block::Heading {
            level: 3,
            text: "To take home".into(),
        },
        Block::List {
            ordered: true,
            items: vec![
                words("You already use things that help."),
                words("One more small thing is enough."),
            ],
        },
    ]
}
