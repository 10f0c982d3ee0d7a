//! The outcome sheet of a person: every measure on every occasion, charts, and what the numbers cannot say.

use curriculum::outcome::{OutcomeCell, OutcomeState};
use domain::{
    Document, Lang, OutcomePlanId, PersonId,
    calendar::long_date,
    document::{Block, Fact, Hundredths, Inline, Table},
    number::written,
};
use store::Store;

use super::ours::{self, heading, paragraph};
use crate::{
    app::App,
    error::{ErrorCode, Result},
    read::{
        labels::{Labels, OutcomeLabels},
        outcomes,
    },
    wire::{OutcomeMeasure, OutcomePlanView},
};

/// Writes out one of a person's outcome plans.
pub(super) fn document(
    app: &App,
    store: &Store,
    person: PersonId,
    plan: &OutcomePlanId,
) -> Result<Document> {
    let person = store.person(person)?;
    let lang = person.details.language;
    let labels = &Labels::of(lang).outcome;
    let view = outcomes::of_person(app, store, &person)?
        .into_iter()
        .find(|view| view.card.id == *plan)
        .ok_or(ErrorCode::NotFound)?;
    let says = Says {
        lang,
        labels,
        name: person.first_name(),
    };
    let mut blocks = vec![
        paragraph(&labels.caution),
        Block::Facts {
            rows: vec![Fact {
                label: labels.baseline.clone(),
                value: long_date(lang, view.baseline),
            }],
        },
    ];
    blocks.extend(says.tables(&view));
    if !view.charts.is_empty() {
        blocks.push(heading(&labels.over_time));
        blocks.extend(view.charts.iter().cloned().map(Block::Chart));
    }
    if view.there {
        blocks.push(heading(&labels.sources));
        blocks.push(paragraph(&view.card.source));
        let measures = view.groups.iter().flat_map(|group| &group.measures);
        blocks.push(Block::Facts {
            rows: measures
                .map(|measure| Fact {
                    label: measure.title.clone(),
                    value: measure.source.clone(),
                })
                .collect(),
        });
    }
    let head = ours::Head {
        lang,
        title: &view.card.title,
        purpose: &labels.purpose,
        person: Some(&person),
    };
    Ok(ours::document(app, &head, blocks))
}

struct Says<'a> {
    lang: Lang,
    labels: &'a OutcomeLabels,
    name: &'a str,
}

impl Says<'_> {
    fn tables(&self, view: &OutcomePlanView) -> Vec<Block> {
        let columns: Vec<String> = std::iter::once(self.labels.measure.clone())
            .chain(view.occasions.iter().map(|occasion| {
                format!("{}, {}", occasion.title, long_date(self.lang, occasion.due))
            }))
            .collect();
        let groups = view.groups.iter().map(|group| {
            Block::Table(Table {
                title: group.title.clone(),
                columns: columns.clone(),
                rows: group
                    .measures
                    .iter()
                    .map(|measure| {
                        let cells = measure.cells.iter().map(|cell| self.cell(measure, cell));
                        std::iter::once(self.measure(measure))
                            .chain(cells)
                            .map(|words| vec![Inline::Plain(words)])
                            .collect()
                    })
                    .collect(),
            })
        });
        groups.collect()
    }

    /// A measure with who rates it, its ends, and which end is the better one.
    fn measure(&self, measure: &OutcomeMeasure) -> String {
        let rater = measure
            .rater
            .map(|rater| self.labels.rated_by(rater, self.name));
        let ends = measure
            .lowest
            .zip(measure.highest)
            .map(|(lowest, highest)| format!("{}–{}", self.number(lowest), self.number(highest)));
        let better = Some(self.labels.better(measure.better).to_owned());
        let parts: Vec<String> = [rater, ends, better]
            .into_iter()
            .flatten()
            .filter(|part| !part.is_empty())
            .collect();
        if parts.is_empty() {
            measure.title.clone()
        } else {
            format!("{} ({})", measure.title, parts.join("; "))
        }
    }

    fn cell(&self, measure: &OutcomeMeasure, cell: &OutcomeCell) -> String {
        let labels = self.labels;
        let day = |on| long_date(self.lang, on);
        let said = match &cell.state {
            OutcomeState::Ahead => labels.ahead.clone(),
            OutcomeState::Due => labels.due.clone(),
            OutcomeState::Overdue => labels.overdue.clone(),
            OutcomeState::Filled { on, score, .. } | OutcomeState::Short { on, score, .. } => {
                let value = score.value.map_or_else(
                    || labels.no_score.clone(),
                    |value| self.number(outcomes::hundredths(value)),
                );
                let answered = labels
                    .answered
                    .replace("{answered}", &score.answered.to_string())
                    .replace("{items}", &score.items.to_string());
                format!("{value}, {}, {answered}", day(*on))
            }
            OutcomeState::Keyed { on, value, typed } => {
                let value = value.map_or_else(|| format!("“{typed}”"), |value| self.number(value));
                format!("{value}, {}, {}", day(*on), labels.keyed)
            }
            OutcomeState::Counted { from, value }
                if measure.count == Some(curriculum::CountOf::Hours) =>
            {
                let _ = from;
                format!("{}, {}", self.number(*value), labels.counted_on)
            }
            OutcomeState::Counted { from, value } => {
                format!(
                    "{}, {} {}",
                    self.number(*value),
                    labels.counted_since,
                    day(*from)
                )
            }
            OutcomeState::Not { why } => {
                format!("{} ({})", labels.not_collected, why.words(self.lang))
            }
        };
        if cell.words.is_empty() {
            said
        } else {
            format!("{said}. {}", cell.words)
        }
    }

    fn number(&self, value: Hundredths) -> String {
        written(self.lang, value)
    }
}
