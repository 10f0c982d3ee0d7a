//! The mirror: from what the record tells of the work to counts, each with what it is made of.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Days, Months, NaiveDate};
use domain::{
    CourseId, Lang, PersonId,
    fidelity::{MirrorCount, MirrorItem, SIX_MONTHS_WEEKLY, length_is_due, quarter_of},
    session::{Skill, TechniqueFamily},
};
use store::{PersonWork, SessionWork, Store};

use super::{cards, labels::Labels, pages};
use crate::{
    app::App,
    error::Result,
    wire::{MirrorEvidence, MirrorLine, MirrorSession, MirrorView, PersonCard},
};

/// The course of nine topics, by which comprehensiveness is counted.
const NINE_TOPICS: &str = "nine-topics";

/// The stable name of an item, as answers are kept and words are looked up by; the first thirteen are the fields of the form
/// of self-review.
pub const fn code(item: MirrorItem) -> &'static str {
    match item {
        MirrorItem::GroupSize => "group-size",
        MirrorItem::Length => "length",
        MirrorItem::Topics => "topics",
        MirrorItem::Handouts => "handouts",
        MirrorItem::Supporters => "supporters",
        MirrorItem::GoalsSet => "goals-set",
        MirrorItem::GoalsFollowed => "goals-followed",
        MirrorItem::Motivational => "motivational",
        MirrorItem::Educational => "educational",
        MirrorItem::CognitiveBehavioural => "cognitive-behavioural",
        MirrorItem::CopingSkills => "coping-skills",
        MirrorItem::RelapsePrevention => "relapse-prevention",
        MirrorItem::Tailoring => "tailoring",
        MirrorItem::Curriculum => "curriculum",
        MirrorItem::PracticePlanned => "practice-planned",
        MirrorItem::PracticeReviewed => "practice-reviewed",
        MirrorItem::Relationship => "relationship",
        MirrorItem::RecoveryOrientation => "recovery-orientation",
        MirrorItem::Structure => "structure",
        MirrorItem::InvolveAll => "involve-all",
        MirrorItem::MutualSupport => "mutual-support",
    }
}

/// What the counts are made of.
struct Seen {
    people: Vec<PersonWork>,
    sessions: Vec<SessionWork>,
    cards: BTreeMap<PersonId, PersonCard>,
    /// Topics of the course of nine that were worked on, by person, and how many there are.
    topics: BTreeMap<PersonId, u32>,
    covered: u32,
    of: u32,
}

/// Looks into the mirror for the quarter in which a day lies.
///
/// # Errors
/// Those of reading the vault; `NotFound` for somebody who is not there.
pub fn look(
    app: &App,
    store: &Store,
    on: Option<NaiveDate>,
    person: Option<PersonId>,
    lang: Lang,
) -> Result<MirrorView> {
    let today = app.now().day();
    let (from, until) = quarter_of(on.unwrap_or(today));
    let person = person.map(|id| store.person(id)).transpose()?;
    let seen = seen(app, store, (from, until), person.as_ref().map(|one| one.id))?;
    let answers = store.mirror_answers(from)?;
    let labels = &Labels::of(lang).mirror;
    let lines = MirrorItem::ALL.into_iter().map(|item| {
        let (count, evidence) = seen.counted(item, until);
        let words = labels.items.get(code(item));
        let answer = answers.iter().find(|answer| answer.item == code(item));
        let asked = item.is_asked() && person.is_none();
        MirrorLine {
            item,
            number: item.number(),
            title: words.map(|words| words.title.clone()).unwrap_or_default(),
            hint: words.map(|words| words.hint.clone()).unwrap_or_default(),
            // A level says something of the work with everybody, and nothing of one person.
            level: count
                .filter(|_| person.is_none())
                .and_then(|count| item.level(&count)),
            count,
            unverified: item.is_unverified() && item.number().is_some(),
            steps: match (asked, item.number()) {
                (false, _) => Vec::new(),
                (true, Some(_)) => labels.known.clone(),
                (true, None) => labels.often.clone(),
            },
            chosen: answer.filter(|_| asked).and_then(|answer| answer.level),
            words: answer
                .filter(|_| person.is_none())
                .map(|answer| answer.words.clone())
                .unwrap_or_default(),
            evidence,
        }
    });
    let items = lines.collect();
    Ok(MirrorView {
        from,
        until,
        before: quarter_of(from.checked_sub_days(Days::new(1)).unwrap_or(from)).0,
        after: until
            .checked_add_days(Days::new(1))
            .filter(|next| *next <= today),
        seen: match &person {
            Some(_) => Vec::new(),
            None => seen
                .people
                .iter()
                .filter_map(|one| seen.card(one.person))
                .collect(),
        },
        person: person.as_ref().map(cards::person),
        sessions: u32::try_from(seen.sessions.len()).unwrap_or(u32::MAX),
        items,
    })
}

fn seen(
    app: &App,
    store: &Store,
    (from, until): (NaiveDate, NaiveDate),
    person: Option<PersonId>,
) -> Result<Seen> {
    let content = app.curriculum();
    let nine: BTreeSet<_> = content
        .course(&CourseId::from(NINE_TOPICS))
        .map(|course| {
            let modules = course.modules.iter();
            modules
                .filter(|module| content.module(module).is_none_or(|module| !module.closing))
                .cloned()
                .collect()
        })
        .unwrap_or_default();
    let mut each: BTreeMap<PersonId, BTreeSet<_>> = BTreeMap::new();
    for (who, topic) in store.topics_at_work(from, until)? {
        if person.is_some_and(|only| only != who) {
            continue;
        }
        if let Some(module) = pages::module_of(app, &topic).filter(|module| nine.contains(module)) {
            each.entry(who).or_default().insert(module);
        }
    }
    let all: BTreeSet<_> = each.values().flatten().cloned().collect();
    let last_month = until.checked_sub_months(Months::new(1)).unwrap_or(from);
    Ok(Seen {
        people: store.people_at_work(from, until, last_month, person)?,
        sessions: store.sessions_at_work(from, until, person)?,
        cards: cards::everybody(store)?,
        covered: count(all.len()),
        topics: each
            .into_iter()
            .map(|(who, modules)| (who, count(modules.len())))
            .collect(),
        of: count(nine.len()),
    })
}

fn count(many: usize) -> u32 {
    u32::try_from(many).unwrap_or(u32::MAX)
}

impl Seen {
    fn card(&self, person: PersonId) -> Option<PersonCard> {
        self.cards.get(&person).cloned()
    }

    /// Counts an item, with what the count is made of; nothing where the record cannot tell.
    fn counted(
        &self,
        item: MirrorItem,
        until: NaiveDate,
    ) -> (Option<MirrorCount>, Vec<MirrorEvidence>) {
        let family = |family: TechniqueFamily| {
            move |session: &SessionWork| {
                let mut used = session.techniques.iter();
                Some(used.any(|technique| technique.family() == family))
            }
        };
        let skill = |skill: Skill| move |session: &SessionWork| Some(session.skill == Some(skill));
        match item {
            MirrorItem::GroupSize => {
                let sizes = self.sessions.iter().map(|session| session.size);
                let people = sizes.max().unwrap_or_default();
                let evidence = self.by_sessions(&|session| Some(session.size <= 8)).1;
                (Some(MirrorCount::Largest { people }), evidence)
            }
            MirrorItem::Topics => {
                let evidence = self.people.iter().filter_map(|one| {
                    Some(MirrorEvidence {
                        figure: Some(self.topics.get(&one.person).copied().unwrap_or_default()),
                        ..self.evidence(one.person)?
                    })
                });
                let counted = MirrorCount::Topics {
                    covered: self.covered,
                    of: self.of,
                };
                (Some(counted), evidence.collect())
            }
            MirrorItem::Length => self.by_people(&|one| {
                length_is_due(one.started, one.ended, until).then_some((
                    one.came >= SIX_MONTHS_WEEKLY,
                    None,
                    Some(one.came),
                ))
            }),
            MirrorItem::Handouts => self.by_people(&|one| Some((one.handed_out, None, None))),
            MirrorItem::Supporters => self
                .by_people(&|one| Some((one.contact.is_some() || one.helped, one.contact, None))),
            MirrorItem::GoalsSet => {
                self.by_people(&|one| Some((one.goals > 0, None, Some(one.goals))))
            }
            MirrorItem::GoalsFollowed => self.by_sessions(&|session| Some(session.goal)),
            MirrorItem::Motivational => self.by_sessions(&family(TechniqueFamily::Motivational)),
            MirrorItem::Educational => self.by_sessions(&family(TechniqueFamily::Educational)),
            MirrorItem::CognitiveBehavioural => {
                self.by_sessions(&family(TechniqueFamily::CognitiveBehavioural))
            }
            MirrorItem::CopingSkills => self.by_sessions(&skill(Skill::Coping)),
            MirrorItem::RelapsePrevention => self.by_sessions(&skill(Skill::RelapsePrevention)),
            MirrorItem::Tailoring => self.by_sessions(&skill(Skill::BehaviouralTailoring)),
            MirrorItem::Curriculum => self.by_sessions(&|session| Some(session.topic)),
            MirrorItem::PracticePlanned => self.by_sessions(&|session| Some(session.planned)),
            MirrorItem::PracticeReviewed => {
                self.by_sessions(&|session| session.promised.then_some(session.reviewed))
            }
            MirrorItem::Relationship
            | MirrorItem::RecoveryOrientation
            | MirrorItem::Structure
            | MirrorItem::InvolveAll
            | MirrorItem::MutualSupport => (None, Vec::new()),
        }
    }

    fn evidence(&self, person: PersonId) -> Option<MirrorEvidence> {
        Some(MirrorEvidence {
            person: self.card(person)?,
            holds: None,
            on: None,
            figure: None,
            sessions: Vec::new(),
        })
    }

    /// Counts people. `holds` says nothing of somebody who does not count here.
    #[allow(clippy::type_complexity, reason = "said once, just here")]
    fn by_people(
        &self,
        holds: &dyn Fn(&PersonWork) -> Option<(bool, Option<NaiveDate>, Option<u32>)>,
    ) -> (Option<MirrorCount>, Vec<MirrorEvidence>) {
        let evidence: Vec<_> = self
            .people
            .iter()
            .filter_map(|one| {
                let (holds, on, figure) = holds(one)?;
                Some(MirrorEvidence {
                    holds: Some(holds),
                    on,
                    figure,
                    ..self.evidence(one.person)?
                })
            })
            .collect();
        let part = evidence.iter().filter(|one| one.holds == Some(true));
        let counted = MirrorCount::Share {
            part: count(part.count()),
            whole: count(evidence.len()),
        };
        (Some(counted), evidence)
    }

    /// Counts sessions, person by person. `holds` says nothing of a session that does not count here.
    fn by_sessions(
        &self,
        holds: &dyn Fn(&SessionWork) -> Option<bool>,
    ) -> (Option<MirrorCount>, Vec<MirrorEvidence>) {
        let mut evidence = Vec::new();
        let (mut part, mut whole) = (0, 0);
        for one in &self.people {
            let theirs = self.sessions.iter().filter(|s| s.person == one.person);
            let sessions: Vec<_> = theirs
                .filter_map(|session| {
                    Some(MirrorSession {
                        session: session.session,
                        number: session.number,
                        on: session.on,
                        holds: holds(session)?,
                    })
                })
                .collect();
            if sessions.is_empty() {
                continue;
            }
            whole += count(sessions.len());
            part += count(sessions.iter().filter(|session| session.holds).count());
            if let Some(line) = self.evidence(one.person) {
                evidence.push(MirrorEvidence { sessions, ..line });
            }
        }
        (Some(MirrorCount::Share { part, whole }), evidence)
    }
}
