//! Turns guide.md into the practitioner guide in one language.

use domain::document::Block;

use crate::{
    model::{Guide, Placed},
    problem::{Report, nearest},
    read::{Keys, PartKind, Parted, markdown, parse, part},
};

/// The sections of a guide, in order: id and English heading.
const SECTIONS: [(&str, &str); 11] = [
    ("purpose", "Purpose"),
    ("sessions", "Sessions and pace"),
    ("motivational", "Motivational techniques"),
    ("educational", "Educational techniques"),
    ("cognitive-behavioural", "Cognitive-behavioural techniques"),
    ("home-practice", "Home practice"),
    ("supporters", "Supporters"),
    ("difficulties", "Common difficulties"),
    ("safety", "When to stop and turn to safety"),
    ("goals", "Links to goals"),
    ("review", "Review questions"),
];

/// Reads a practitioner guide.
pub(crate) fn guide(file: &str, text: &str, report: &mut Report) -> Guide {
    let mut guide = Guide::default();
    let Some(Parted { front, body }) = part(file, text, report) else {
        return guide;
    };
    if let Some(table) = parse(&front, report) {
        let allowed = ["title", "aim", "aims"];
        let keys = Keys::open(&front, &table, 1, &allowed, report);
        guide.title = keys.one_line("title", report);
        guide.aim = keys.one_line("aim", report);
        guide.aims = keys.lines("aims", 1..=12, report);
    }
    let mut sections: Vec<(String, u32)> = Vec::new();
    for part in markdown(&body, report) {
        let line = part.line;
        let block = match part.kind {
            PartKind::Prose(block) => block,
            PartKind::Heading { level, text, id } => {
                section(level, id, &text, (file, line), &mut sections, report);
                Block::Heading { level, text }
            }
            PartKind::Fence { .. } => {
                report.add(
                    file,
                    line,
                    "An interactive block stands in the guide",
                    "Move it to a topic; a guide is prose",
                );
                continue;
            }
        };
        if sections.len() <= 1 {
            guide.purpose_blocks += 1;
        }
        if sections.len() <= 2 {
            guide.sessions_blocks += 1;
        }
        guide.blocks.push(Placed { line, block });
    }
    report_sections(&sections, file, report);
    guide
}

fn section(
    level: u8,
    id: Option<String>,
    text: &str,
    (file, line): (&str, u32),
    sections: &mut Vec<(String, u32)>,
    report: &mut Report,
) {
    match (level, id) {
        (2, Some(mut id)) => {
            if !SECTIONS.iter().any(|(known, _)| *known == id) {
                let ids = SECTIONS.map(|(id, _)| id);
                let meant = nearest(&id, ids);
                let instead = match meant {
                    Some(meant) => format!("Write {{#{meant}}}"),
                    None => format!("Write one of {}, or a ### heading", ids.join(", ")),
                };
                report.add(
                    file,
                    line,
                    format!("A guide has no section “{id}”"),
                    instead,
                );
                // Taken for the one that was meant, so that it is not reported as missing on top.
                id = meant.map_or(id, str::to_owned);
            }
            sections.push((id, line));
        }
        (2, None) => {
            let instead = match SECTIONS.iter().find(|(_, heading)| *heading == text) {
                Some((id, heading)) => {
                    sections.push(((*id).to_owned(), line));
                    format!("Write ## {heading} {{#{id}}}")
                }
                None => "Write its id behind it, such as {#purpose}, or use ###".to_owned(),
            };
            report.add(file, line, "The section has no id", instead);
        }
        (_, Some(_)) => report.add(
            file,
            line,
            "A heading inside a section has an id",
            "Take the {#…} out, or use ##",
        ),
        (_, None) => {}
    }
}

fn report_sections(sections: &[(String, u32)], file: &str, report: &mut Report) {
    let mut above: Option<(&str, u32)> = None;
    for (id, heading) in SECTIONS {
        let mut places = sections.iter().filter(|(found, _)| found == id);
        let Some((_, line)) = places.next() else {
            report.add(
                file,
                0,
                format!("The section “{heading}” is missing"),
                format!("Add ## {heading} {{#{id}}} and its words"),
            );
            continue;
        };
        if let Some((_, second)) = places.next() {
            report.add(
                file,
                *second,
                format!("The section “{id}” stands a second time; the first is on line {line}"),
                "Make them one",
            );
        }
        match above {
            Some((before, line_before)) if *line < line_before => report.add(
                file,
                *line,
                format!("The section “{id}” stands before “{before}”"),
                format!("Move it below “{before}”"),
            ),
            _ => above = Some((id, *line)),
        }
    }
}
