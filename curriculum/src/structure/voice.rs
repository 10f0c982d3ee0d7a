//! voice.toml: what authors list so that the voice of a pack can be measured.

use domain::{ModuleId, TopicId};

use crate::{
    model::{Pictures, Plain, Voice},
    problem::{Report, Source},
    read::{Keys, parse},
};

/// Reads voice.toml.
pub(crate) fn voice(source: &Source<'_>, report: &mut Report) -> Voice {
    let Some(table) = parse(source, report) else {
        return Voice::default();
    };
    let keys = Keys::open(source, &table, 0, &["plain", "picture"], report);
    let plain = keys.maybe_items("plain", 0..=40, report);
    let pictures = keys.maybe_items("picture", 0..=40, report);
    Voice {
        plain: plain
            .iter()
            .filter_map(|value| {
                let keys = value.table(&["topic", "why"], report)?;
                Some(Plain {
                    topic: TopicId::new(&*keys.slug("topic", report).it),
                    why: keys.one_line("why", report),
                })
            })
            .collect(),
        pictures: pictures
            .iter()
            .filter_map(|value| {
                let keys = value.table(&["module", "keep", "let-go"], report)?;
                Some(Pictures {
                    module: ModuleId::new(&*keys.slug("module", report).it),
                    keep: words(&keys, "keep", report),
                    let_go: words(&keys, "let-go", report),
                })
            })
            .collect(),
    }
}

fn words(keys: &Keys<'_>, key: &str, report: &mut Report) -> Vec<String> {
    let Some(value) = keys.find(key) else {
        return Vec::new();
    };
    let items = value.items(0..=40, report);
    items.iter().map(|item| item.one_line(report)).collect()
}
