//! A person's outcome plans: what each asks for, what became of it, and what is due now.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};
use curriculum::{
    Better, Curriculum, Form, Measure, MeasuredBy, OutcomePlan, Rater,
    instrument::{self, Fraction},
    outcome::{self, OutcomeCell, OutcomeState, Results, ScoredCopy},
};
use domain::{
    Lang, TopicId,
    document::{Chart, Hundredths, Point, Series},
    outcome::FollowedPlan,
    person::Person,
};
use store::Store;

use super::{cards, labels::Labels, pages};
use crate::{
    app::App,
    error::Result,
    wire::{
        OutcomeDue, OutcomeGroup, OutcomeMeasure, OutcomeOccasion, OutcomePlanCard, OutcomePlanView,
    },
};

/// Every plan of the content.
pub fn there_are(app: &App, lang: Lang) -> Vec<OutcomePlanCard> {
    let content = app.curriculum();
    content
        .outcome_plans()
        .iter()
        .map(|plan| card(plan, lang))
        .collect()
}

fn card(plan: &OutcomePlan, lang: Lang) -> OutcomePlanCard {
    OutcomePlanCard {
        id: plan.id.clone(),
        title: plan.title.get(lang).clone(),
        source: plan.source.get(lang).clone(),
    }
}

/// The plans a person follows, with what became of each measure on each occasion.
///
/// # Errors
/// Those of reading the vault.
pub fn of_person(app: &App, store: &Store, person: &Person) -> Result<Vec<OutcomePlanView>> {
    let followed = store.outcome_plans(person.id)?;
    if followed.is_empty() {
        return Ok(Vec::new());
    }
    let there = There::of(app, store, person)?;
    let lang = person.details.language;
    let today = app.now().day();
    let views = followed.iter().map(|followed| {
        let plan = there.content.outcome_plan(&followed.plan);
        plan.map_or_else(
            || gone(followed),
            |plan| {
                let cells = outcome::standing(plan, followed.baseline, there.results(), today);
                view(&there, plan, followed.baseline, cells, person, lang)
            },
        )
    });
    Ok(views.collect())
}

/// A plan that no pack has any more: its name and day are all that can be said.
fn gone(followed: &FollowedPlan) -> OutcomePlanView {
    OutcomePlanView {
        card: OutcomePlanCard {
            id: followed.plan.clone(),
            title: followed.plan.to_string(),
            source: String::new(),
        },
        there: false,
        baseline: followed.baseline,
        occasions: Vec::new(),
        groups: Vec::new(),
        charts: Vec::new(),
    }
}

/// What there is of one person.
struct There {
    content: Curriculum,
    keyed: Vec<domain::outcome::Measured>,
    copies: Vec<ScoredCopy>,
    events: Vec<domain::event::Event>,
}

impl There {
    fn of(app: &App, store: &Store, person: &Person) -> Result<Self> {
        let content = app.curriculum();
        Ok(Self {
            keyed: store.measures(person.id)?,
            copies: copies(&content, store, person)?,
            events: store.events(person.id)?,
            content,
        })
    }

    fn results(&self) -> Results<'_> {
        Results {
            keyed: &self.keyed,
            copies: &self.copies,
            events: &self.events,
        }
    }
}

/// The filled copies of instruments with their scores, newest first.
fn copies(content: &Curriculum, store: &Store, person: &Person) -> Result<Vec<ScoredCopy>> {
    let mut copies = Vec::new();
    for sheet in store.sheets(person.id)? {
        let form = content.form(&sheet.topic).filter(|_| sheet.block.is_none());
        let Some(form) = form.filter(|form| form.instrument.is_some()) else {
            continue;
        };
        let answers = pages::answers(store, person, &sheet.topic, Some(sheet.id))?;
        if let Some(score) = instrument::score(form, &answers) {
            copies.push(ScoredCopy {
                sheet: sheet.id,
                form: sheet.topic,
                on: sheet.made_on,
                score,
            });
        }
    }
    Ok(copies)
}

fn view(
    there: &There,
    plan: &OutcomePlan,
    baseline: NaiveDate,
    cells: Vec<OutcomeCell>,
    person: &Person,
    lang: Lang,
) -> OutcomePlanView {
    let mut of: BTreeMap<_, Vec<OutcomeCell>> = BTreeMap::new();
    for cell in cells {
        of.entry(cell.measure.clone()).or_default().push(cell);
    }
    let groups: Vec<OutcomeGroup> = plan
        .groups
        .iter()
        .map(|group| OutcomeGroup {
            title: group.title.get(lang).clone(),
            measures: group
                .measures
                .iter()
                .map(|asked| {
                    let cells = of.remove(&asked.id).unwrap_or_default();
                    measure(&there.content, asked, cells, lang)
                })
                .collect(),
        })
        .collect();
    OutcomePlanView {
        charts: charts(there, &groups, person, lang),
        card: card(plan, lang),
        there: true,
        baseline,
        occasions: plan
            .occasions
            .iter()
            .map(|occasion| OutcomeOccasion {
                id: occasion.id.clone(),
                title: occasion.title.get(lang).clone(),
                due: outcome::due(baseline, occasion),
            })
            .collect(),
        groups,
    }
}

fn measure(
    content: &Curriculum,
    asked: &Measure,
    cells: Vec<OutcomeCell>,
    lang: Lang,
) -> OutcomeMeasure {
    let facts = match &asked.by {
        MeasuredBy::Slot(scale) => Facts {
            rater: Some(scale.rater),
            better: scale.better,
            ends: Hundredths::whole(scale.lowest).zip(Hundredths::whole(scale.highest)),
        },
        MeasuredBy::Form(form) => content
            .form(form)
            .and_then(of_instrument)
            .unwrap_or(Facts::NONE),
        MeasuredBy::Count(_) => Facts::NONE,
    };
    OutcomeMeasure {
        id: asked.id.clone(),
        title: asked.title.get(lang).clone(),
        source: asked.source.get(lang).clone(),
        chime: asked.chime.clone(),
        form: match &asked.by {
            MeasuredBy::Form(form) => Some(form.clone()),
            MeasuredBy::Slot(_) | MeasuredBy::Count(_) => None,
        },
        count: match &asked.by {
            MeasuredBy::Count(count) => Some(*count),
            MeasuredBy::Slot(_) | MeasuredBy::Form(_) => None,
        },
        rater: facts.rater,
        better: facts.better,
        lowest: facts.ends.map(|(lowest, _)| lowest),
        highest: facts.ends.map(|(_, highest)| highest),
        cells,
    }
}

/// What is to be known of a measure beside its values.
struct Facts {
    rater: Option<Rater>,
    better: Better,
    ends: Option<(Hundredths, Hundredths)>,
}

impl Facts {
    /// Of what is counted: nobody rates it, it has no end, and which way is better is not for us to say.
    const NONE: Self = Self {
        rater: None,
        better: Better::Neither,
        ends: None,
    };
}

fn of_instrument(form: &Form) -> Option<Facts> {
    let instrument = form.instrument.as_ref()?;
    let blank = instrument::score(form, &[])?;
    Some(Facts {
        rater: Some(instrument.rater),
        better: instrument.better,
        ends: Some((hundredths(blank.lowest), hundredths(blank.highest))),
    })
}

/// A score to the hundredth, as it is written down.
pub fn hundredths(fraction: Fraction) -> Hundredths {
    Hundredths(i32::try_from(fraction.hundredths()).unwrap_or(i32::MAX))
}

/// One chart for each rated measure with at least two values; what two raters rate alike stands in one chart.
fn charts(there: &There, groups: &[OutcomeGroup], person: &Person, lang: Lang) -> Vec<Chart> {
    let labels = Labels::of(lang);
    let measures: Vec<&OutcomeMeasure> = groups.iter().flat_map(|group| &group.measures).collect();
    let mut told: Vec<&TopicId> = Vec::new();
    let mut charts = Vec::new();
    for measure in &measures {
        let (Some(lowest), Some(highest)) = (measure.lowest, measure.highest) else {
            continue;
        };
        if measure
            .form
            .as_ref()
            .is_some_and(|form| told.contains(&form))
        {
            continue;
        }
        let mut series = vec![line(there, measure, person, labels)];
        let form = measure.form.as_ref();
        let other = form
            .and_then(|form| there.content.form(form))
            .and_then(|form| instrument::other_rater(form, there.content.forms()))
            .and_then(|other| {
                measures
                    .iter()
                    .find(|measure| measure.form.as_ref() == Some(&other.page.id))
            });
        if let Some(other) = other {
            told.extend(other.form.as_ref());
            series.push(line(there, other, person, labels));
        }
        series.retain(|line| !line.points.is_empty());
        if series.iter().any(|line| line.points.len() > 1) {
            charts.push(Chart {
                title: measure.title.clone(),
                lowest,
                highest,
                low: labels.outcome.end(measure.better, false),
                high: labels.outcome.end(measure.better, true),
                series,
            });
        }
    }
    charts
}

/// The values of a measure: of an instrument every copy that has a score, whether it belongs to an occasion or not, and
/// what was keyed in.
fn line(there: &There, measure: &OutcomeMeasure, person: &Person, labels: &Labels) -> Series {
    let cells = measure.cells.iter();
    let in_cells = cells.filter_map(|cell| match (&cell.state, &measure.form) {
        (OutcomeState::Filled { .. }, Some(_)) => None,
        (state, _) => state.point(cell.due),
    });
    let form = measure.form.as_ref();
    let copies = there
        .copies
        .iter()
        .filter(|copy| Some(&copy.form) == form)
        .filter_map(|copy| Some((copy.on, hundredths(copy.score.value?))));
    let mut points: Vec<Point> = in_cells
        .chain(copies)
        .map(|(on, value)| Point { on, value })
        .collect();
    points.sort_by_key(|point| point.on);
    Series {
        name: match measure.rater {
            Some(Rater::Person) => person.first_name().to_owned(),
            Some(Rater::Practitioner) => labels.outcome.practitioner.clone(),
            None => String::new(),
        },
        points,
    }
}

/// What outcome plans ask for now. What is overdue is told for as long again as its weeks, then it stands on the person's
/// page alone: nobody is asked for ever. Only the records of those whose time it is are read.
///
/// # Errors
/// Those of reading the vault.
pub fn due_now(app: &App, store: &Store, today: NaiveDate) -> Result<Vec<OutcomeDue>> {
    let content = app.curriculum();
    let mut due: Vec<OutcomeDue> = Vec::new();
    for (id, followed) in store.everybodys_outcome_plans()? {
        let Some(plan) = content.outcome_plan(&followed.plan) else {
            continue;
        };
        let now = plan.occasions.iter().filter(|occasion| {
            let day = outcome::due(followed.baseline, occasion);
            let weeks = u64::from(occasion.within) * 7;
            day - Days::new(weeks) <= today && today <= day + Days::new(weeks * 2)
        });
        let now: Vec<_> = now.collect();
        if now.is_empty() {
            continue;
        }
        let person = store.person(id)?;
        let lang = app.settings().language;
        let there = There::of(app, store, &person)?;
        let cells = outcome::standing(plan, followed.baseline, there.results(), today);
        for occasion in now {
            let open = cells.iter().filter(|cell| {
                cell.occasion == occasion.id
                    && matches!(cell.state, OutcomeState::Due | OutcomeState::Overdue)
            });
            let open: Vec<_> = open.collect();
            if let Some(first) = open.first() {
                due.push(OutcomeDue {
                    person: cards::person(&person),
                    plan: plan.title.get(lang).clone(),
                    occasion: occasion.title.get(lang).clone(),
                    due: first.due,
                    measures: super::count::of(open.iter()),
                    overdue: matches!(first.state, OutcomeState::Overdue),
                });
            }
        }
    }
    Ok(due)
}
