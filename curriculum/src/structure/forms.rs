//! forms/forms.toml as authors write it: the structure of every page outside the modules (FORMAT.md, *Forms*).

use domain::{BlockId, TopicId};

use super::{
    instrument::instrument,
    page::{PageShape, Stands, page},
    shape::Home,
};
use crate::{
    model::{ExampleOf, FormAbout, FormKind, Instrument},
    problem::{At, Report, Source},
    read::{Keys, Value, is_slug, parse},
};

/// The file that declares the forms.
pub(crate) const FORMS: &str = "forms/forms.toml";

/// The structure of a form.
#[derive(Clone)]
pub(crate) struct FormShape {
    pub page: PageShape,
    pub kind: FormKind,
    pub about: FormAbout,
    pub module: Option<At<String>>,
    pub instrument: Option<Instrument>,
}

/// Reads forms.toml.
pub(crate) fn forms(
    source: &Source<'_>,
    stands: Stands<'_>,
    report: &mut Report,
) -> Vec<FormShape> {
    let Some(table) = parse(source, report) else {
        return Vec::new();
    };
    let keys = Keys::open(source, &table, 0, &["form"], report);
    keys.items("form", "…, a [[form]] for each form", 1..=200, report)
        .iter()
        .filter_map(|value| form(value, stands, report))
        .collect()
}

fn form(value: &Value<'_>, stands: Stands<'_>, report: &mut Report) -> Option<FormShape> {
    let mut allowed = vec![
        "id",
        "kind",
        "about",
        "module",
        "of",
        "review",
        "block",
        "instrument",
    ];
    if let Stands::On(_) = stands {
        allowed.push("add");
    }
    let keys = value.table(&allowed, report)?;
    let before = report.count();
    let mut page = page(&keys, Home::Forms, report);
    // Blocks that were read badly would seem not to be there.
    let blocks = (report.count() == before).then_some(page.blocks.as_slice());
    let kind = keys.one_of("kind", &FormKind::NAMES, report);
    page.example_of = example_of(&keys, kind, &page, report);
    let mut scored = None;
    match (kind, keys.find("instrument")) {
        (Some(FormKind::Instrument), None) => keys.fault(
            "The instrument does not say how it is scored",
            "Add [form.instrument] as FORMAT.md shows, or write kind = \"sheet\"",
            report,
        ),
        (Some(FormKind::Instrument), Some(value)) => {
            scored = instrument(&value, blocks, report);
            page.wording = scored.as_ref().map(|instrument| instrument.wording);
        }
        (Some(_), Some(value)) => value.fault(
            "Only a form of kind “instrument” is scored",
            "Write kind = \"instrument\", or take [form.instrument] out",
            report,
        ),
        (None, _) | (Some(_), None) => {}
    }
    let about = keys
        .find("about")
        .and_then(|_| keys.one_of("about", &FormAbout::NAMES, report));
    Some(FormShape {
        page,
        kind: kind.unwrap_or(FormKind::Sheet),
        about: about.unwrap_or(FormAbout::Person),
        module: keys.find("module").map(|value| value.slug(report)),
        instrument: scored,
    })
}

/// Reads what an example is one of: a form, or one worksheet of a topic. An example has no blocks of its own.
fn example_of(
    keys: &Keys<'_>,
    kind: Option<FormKind>,
    page: &PageShape,
    report: &mut Report,
) -> Option<At<ExampleOf>> {
    const EXAMPLE: &str =
        "\"coping-plan\", or \"following-up/goal-tracking\" for one worksheet of a topic";
    if kind != Some(FormKind::Example) {
        if let (Some(_), Some(value)) = (kind, keys.find("of")) {
            value.fault(
                "Only a form of kind “example” is an example of another",
                "Write kind = \"example\", or take it out",
                report,
            );
        }
        return None;
    }
    if let Some(block) = page.blocks.first() {
        keys.fault_at(
            block.line,
            "An example has blocks of its own",
            "Take them out; it shows those of the form it is an example of",
            report,
        );
    }
    let written = keys.need("of", EXAMPLE, report)?.text(report);
    let (of, block) = match written.it.split_once('/') {
        Some((of, block)) => (of, Some(block)),
        None => (written.it.as_str(), None),
    };
    if ![Some(of), block].into_iter().flatten().all(is_slug) {
        keys.fault_at(
            written.line,
            format!("“{}” names no form and no worksheet", written.it),
            format!("Write of = {EXAMPLE}"),
            report,
        );
        return None;
    }
    Some(At {
        it: ExampleOf {
            page: TopicId::from(of),
            block: block.map(BlockId::from),
        },
        line: written.line,
    })
}
