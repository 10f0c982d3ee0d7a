//! Packets: topics and forms as one file, made up as at the handout desk. Needs no vault unless they are somebody's.

use api::{view, wire::*};
use domain::{Packet, packet::PacketTemplate, settings::PrintSize};
use serde_json::json;

use crate::{
    Desk,
    args::{PacketCommand, PacketParts},
    handout::{self, course_of, tell_of_language},
    output::Printed,
    records,
    sentences::Failure,
    vault,
};

/// Runs a command about packets.
pub fn run(desk: &Desk, command: PacketCommand) -> Result<Printed, Failure> {
    match command {
        PacketCommand::List => list(desk),
        PacketCommand::Print {
            template,
            topics,
            course,
            language,
            size,
            parts,
            person,
            to,
            out,
        } => {
            let catalogue = desk.tell(view::catalogue::catalogue(&desk.app, Nothing {}))?;
            let (packet, usual) = match template {
                Some(name) => {
                    let PacketTemplate { packet, size, .. } = kept(desk, &name)?;
                    (packet, size)
                }
                None => {
                    let language = language.unwrap_or_default();
                    let mut found = None;
                    for topic in &topics {
                        found = Some(course_of(
                            &catalogue,
                            course.as_ref(),
                            language,
                            Some(topic),
                        )?);
                    }
                    let course = found.ok_or_else(|| {
                        Failure::wrong_use("Name a --topic, or a --template of the handout desk.")
                    })?;
                    let packet = Packet {
                        course: course.id.clone(),
                        topics,
                        ..Packet::default()
                    };
                    (packet, PrintSize::default())
                }
            };
            let packet = with(packet, language, &parts);
            tell_of_language(&catalogue, packet.language);
            let person = match person {
                Some(word) => {
                    vault::open(desk)?;
                    Some(records::find(desk, &word)?)
                }
                None => None,
            };
            let paper = MakePaper {
                paper: PaperRequest::Packet {
                    packet,
                    filled: person.is_some(),
                    person,
                },
                size: size.map_or(usual, Into::into),
                format: None,
            };
            handout::save(desk, &paper, &to, &out)
        }
    }
}

/// What is asked for on the command line goes with what a template holds.
fn with(packet: Packet, language: Option<domain::Lang>, parts: &PacketParts) -> Packet {
    Packet {
        language: language.unwrap_or(packet.language),
        short: packet.short || parts.short,
        only_worksheets: packet.only_worksheets || parts.worksheets,
        own_stories: packet.own_stories && !parts.no_stories,
        services: packet.services || parts.services,
        cover: packet.cover || parts.cover,
        contents: packet.contents || parts.contents,
        booklet: packet.booklet || parts.booklet,
        ..packet
    }
}

fn kept(desk: &Desk, name: &str) -> Result<PacketTemplate, Failure> {
    let packets = desk.app.settings().packets;
    let names: Vec<_> = packets
        .iter()
        .map(|kept| format!("“{}”", kept.name))
        .collect();
    packets
        .iter()
        .find(|kept| kept.name == name)
        .cloned()
        .ok_or_else(|| {
            Failure::other(if names.is_empty() {
                format!("There is no template “{name}”; save one at the handout desk.")
            } else {
                format!(
                    "There is no template “{name}”; there are {}.",
                    names.join(", ")
                )
            })
        })
}

fn list(desk: &Desk) -> Result<Printed, Failure> {
    let packets = desk.app.settings().packets;
    let rows: Vec<_> = packets
        .iter()
        .map(|kept| {
            let topics: Vec<_> = kept
                .packet
                .topics
                .iter()
                .map(|topic| topic.as_str())
                .collect();
            vec![kept.name.clone(), topics.join(" ")]
        })
        .collect();
    let all: Vec<_> = packets.iter().map(|kept| json!(kept)).collect();
    Printed::table(&rows, &all)
}
