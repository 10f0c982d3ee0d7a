//! Drafts a note in any format from the recorded events of one session: which section tells which fact is in `domain`, how
//! each fact is told is here, and in which words is in `phrases/`.

use domain::{
    Lang, SessionId, TopicId,
    calendar::long_date,
    goal::{Goal, GoalReview, Step},
    note::{NoteFact, NoteFormat, NoteSection, NoteSectionKind},
    person::{Given, Person, RecoveryStatement},
    practice::{Practice, PracticePlan, PracticeReview},
    session::{Attendance, Phase, PhaseState, SessionRecord, TechniqueFamily},
};

use crate::{
    lines::{Lines, is_blank, moment, quote},
    phrases::{LinePhrases, Phrases, Voice},
};

/// Everything a note is drafted from.
#[derive(Clone, Copy)]
pub struct Recorded<'a> {
    /// The session.
    pub record: &'a SessionRecord,
    /// Whose it is.
    pub person: &'a Person,
    /// All goals of the person; those set on the day or reviewed in the session are named.
    pub goals: &'a [Goal],
    /// Recovery statements made in this session.
    pub statements: &'a [RecoveryStatement],
    /// Own words given on handouts in this session.
    pub answers: &'a [Quoted],
    /// Names a topic in the language of the note.
    pub topic_title: &'a dyn Fn(&TopicId) -> String,
    /// Names a topic's module; empty when it belongs to none.
    pub module_of: &'a dyn Fn(&TopicId) -> String,
    /// The language to write in.
    pub lang: Lang,
}

/// A question and somebody's own words in answer to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quoted {
    /// What was asked.
    pub prompt: String,
    /// The answer, verbatim.
    pub words: String,
}

/// Drafts a note: always all sections of the format, in order; a section that nothing was recorded for is empty.
pub fn draft(recorded: &Recorded<'_>, format: NoteFormat) -> Vec<NoteSection> {
    let phrases = Phrases::of(recorded.lang);
    let drafting = Drafting {
        recorded: *recorded,
        phrases,
        voice: if format.is_plain() {
            &phrases.plain
        } else {
            &phrases.record
        },
    };
    let kinds = format.sections().iter();
    kinds.map(|kind| drafting.section(*kind)).collect()
}

struct Drafting<'a> {
    recorded: Recorded<'a>,
    phrases: &'static Phrases,
    voice: &'static Voice,
}

impl Drafting<'_> {
    fn section(&self, kind: NoteSectionKind) -> NoteSection {
        let name = self.recorded.person.details.preferred_name.as_str();
        let mut lines = Lines::new(self.phrases, name);
        let mut about = None;
        for fact in kind.facts() {
            // What the IMR note tells in different sections stands in different paragraphs where a section tells it all.
            let now = home(*fact);
            if about != now {
                lines.part();
            }
            about = now;
            self.left_out(*fact, &mut lines);
            self.tell(*fact, &mut lines);
        }
        let drafted = lines.text();
        NoteSection {
            kind,
            text: drafted.clone(),
            drafted,
            judgement: String::new(),
            unconfirmed: kind.tells(NoteFact::StillOpen) && self.still_open().next().is_some(),
        }
    }

    fn tell(&self, fact: NoteFact, lines: &mut Lines<'_>) {
        let record = self.recorded.record;
        let say = self.say();
        match fact {
            NoteFact::Attendance => self.attendance(lines),
            NoteFact::Problem => self.problem(lines),
            NoteFact::Action => lines.written(&say.action, &record.problem_action),
            NoteFact::Recalled => {
                if let Some(recalled) = record.recalled {
                    let recalled = self.voice.recalled.of(recalled);
                    lines.say(&say.recalled, &[("recalled", recalled)]);
                }
            }
            NoteFact::RecalledWords => lines.own(&say.recalled_words, &record.recalled_words),
            NoteFact::PracticeReviewed => self.practice_reviewed(lines),
            NoteFact::Statements => self.statements(lines),
            NoteFact::Goals => self.goals(lines),
            NoteFact::Agenda => lines.written(&say.agenda, &record.agenda),
            NoteFact::OwnItem => lines.own(&say.own_item, &record.person_item),
            NoteFact::Topics => self.topics(lines),
            NoteFact::Educational => self.techniques(TechniqueFamily::Educational, lines),
            NoteFact::Motivational => self.techniques(TechniqueFamily::Motivational, lines),
            NoteFact::CognitiveBehavioural => {
                self.techniques(TechniqueFamily::CognitiveBehavioural, lines);
            }
            NoteFact::Skill => self.skill(lines),
            NoteFact::Summary => lines.own(&say.summary, &record.summary_words),
            NoteFact::Answers => self.answers(lines),
            NoteFact::PracticeAgreed => self.practice_agreed(lines),
            NoteFact::NextPlan => lines.written(&say.next_plan, &record.next_plan),
            NoteFact::NextMeeting => self.next_meeting(lines),
            NoteFact::StillOpen => self.carried_over(lines),
        }
    }

    fn say(&self) -> &'static LinePhrases {
        &self.voice.lines
    }

    /// Names the phases that were left out on purpose, where a reader would look for them.
    fn left_out(&self, fact: NoteFact, lines: &mut Lines<'_>) {
        for phase in &self.recorded.record.phases {
            if phase.state == PhaseState::Skipped && fact_of(phase.phase) == fact {
                lines.say(
                    &self.say().left_out,
                    &[("phase", self.voice.phases.of(phase.phase))],
                );
            }
        }
    }

    fn attendance(&self, lines: &mut Lines<'_>) {
        let record = self.recorded.record;
        let say = self.say();
        let (plain, because, reason) = match &record.attendance {
            Attendance::Present => (&say.attended, &say.attended, ""),
            Attendance::NoShow { reason } => (&say.no_show, &say.no_show_because, reason.as_str()),
            Attendance::Cancelled { reason } => {
                (&say.cancelled, &say.cancelled_because, reason.as_str())
            }
            Attendance::Moved { reason } => (&say.moved, &say.moved_because, reason.as_str()),
        };
        if is_blank(reason) {
            lines.say(plain, &[]);
        } else {
            lines.say(because, &[("words", reason)]);
        }
        lines.written(&self.say().others, &record.others_present);
    }

    fn statements(&self, lines: &mut Lines<'_>) {
        for statement in self.recorded.statements {
            let template = match statement.given {
                Given::Said => &self.say().statement_said,
                Given::Written => &self.say().statement_written,
            };
            let words = quote(self.phrases, &statement.words);
            let date = long_date(self.recorded.lang, statement.on);
            lines.say(template, &[("date", &date), ("words", &words)]);
        }
    }

    fn goals(&self, lines: &mut Lines<'_>) {
        let reviews = self.recorded.record.goal_reviews.iter();
        let reviews: Vec<_> = reviews.filter(|review| says_something(review)).collect();
        for goal in self.recorded.goals {
            let set_now = goal.set_on == self.recorded.record.on;
            let mut of_goal = reviews
                .iter()
                .filter(|review| review.goal == goal.id)
                .peekable();
            if !set_now && of_goal.peek().is_none() {
                continue;
            }
            lines.part();
            if set_now {
                self.goal_set(goal, lines);
            } else {
                lines.own(&self.say().goal_followed_up, &goal.words);
            }
            of_goal.for_each(|review| self.goal_review(review, lines));
        }
        for review in reviews {
            if !self
                .recorded
                .goals
                .iter()
                .any(|goal| goal.id == review.goal)
            {
                lines.part();
                lines.say(&self.say().goal_unknown, &[]);
                self.goal_review(review, lines);
            }
        }
    }

    fn goal_set(&self, goal: &Goal, lines: &mut Lines<'_>) {
        lines.own(&self.say().goal_set, &goal.words);
        lines.own(&self.say().why, &goal.why);
        for short_term in &goal.short_term {
            lines.written(&self.say().short_term_goal, &short_term.words);
            for step in &short_term.steps {
                lines.written(&self.say().step, &self.step(step));
            }
        }
    }

    fn step(&self, step: &Step) -> String {
        let mut extras = Lines::new(self.phrases, "");
        if !is_blank(&step.helper) {
            extras.say(&self.say().step_helper, &[("helper", &step.helper)]);
        }
        if let Some(by_when) = step.by_when {
            extras.say(
                &self.say().step_by,
                &[("date", &long_date(self.recorded.lang, by_when))],
            );
        }
        let extras = extras.text().replace('\n', ", ");
        if extras.is_empty() {
            step.words.clone()
        } else {
            format!("{} ({extras})", step.words)
        }
    }

    fn goal_review(&self, review: &GoalReview, lines: &mut Lines<'_>) {
        if let Some(progress) = review.progress {
            let progress = self.voice.progress.of(progress);
            lines.say(&self.say().progress, &[("progress", progress)]);
        }
        if let Some(attainment) = review.attainment {
            let attainment = self.voice.attainment.of(attainment);
            lines.say(&self.say().attainment, &[("attainment", attainment)]);
        }
        lines.written(&self.say().done, &review.done);
        lines.written(&self.say().got_in_the_way, &review.obstacle);
        lines.written(&self.say().next_step, &review.next_step);
        match review.still_right {
            Some(true) => lines.say(&self.say().still_right, &[]),
            Some(false) => lines.say(&self.say().not_right, &[]),
            None => {}
        }
    }

    fn practice_reviewed(&self, lines: &mut Lines<'_>) {
        for practice in &self.recorded.record.practices_reviewed {
            let Some(review) = reviewed_in(self.recorded.record.id, practice) else {
                continue;
            };
            lines.part();
            let date = long_date(self.recorded.lang, practice.agreed_on);
            lines.say(
                &self.say().promised,
                &[("date", &date), ("words", &practice.plan.what)],
            );
            if let Some(result) = review.result {
                lines.say(
                    &self.say().result,
                    &[("result", self.voice.results.of(result))],
                );
            }
            lines.own(&self.say().what_happened, &review.what_happened);
            lines.written(&self.say().effect, &review.effect);
            if !review.obstacle_kinds.is_empty() {
                let kinds = review.obstacle_kinds.iter();
                let kinds: Vec<_> = kinds.map(|kind| self.voice.obstacles.of(*kind)).collect();
                lines.say(&self.say().obstacles, &[("kinds", &kinds.join(", "))]);
            }
            lines.written(&self.say().got_in_the_way, &review.obstacle);
            lines.written(&self.say().next_time, &review.next_time);
        }
        let why = &self.recorded.record.review_skipped;
        if !is_blank(why) {
            lines.part();
            lines.written(&self.say().review_skipped, why);
        }
    }

    /// Earlier promises that nobody has asked about: carried over into the plan, to be confirmed.
    fn still_open(&self) -> impl Iterator<Item = &Practice> {
        let record = self.recorded.record;
        record.practices_reviewed.iter().filter(|practice| {
            reviewed_in(record.id, practice).is_none() && !is_blank(&practice.plan.what)
        })
    }

    fn techniques(&self, family: TechniqueFamily, lines: &mut Lines<'_>) {
        for technique in &self.recorded.record.techniques {
            if technique.family() == family {
                lines.say(self.voice.techniques.of(*technique), &[]);
            }
        }
    }

    fn topics(&self, lines: &mut Lines<'_>) {
        for met in &self.recorded.record.topics {
            let title = (self.recorded.topic_title)(&met.topic);
            let module = (self.recorded.module_of)(&met.topic);
            let template = if module.is_empty() {
                &self.say().topic_alone
            } else {
                &self.say().topic
            };
            let depth = self.voice.depths.of(met.depth);
            lines.say(
                template,
                &[("title", &title), ("module", &module), ("depth", depth)],
            );
        }
    }

    fn skill(&self, lines: &mut Lines<'_>) {
        let name = &self.recorded.record.skill_words;
        match self.recorded.record.skill {
            Some(skill) => {
                let template = if is_blank(name) {
                    &self.say().skill
                } else {
                    &self.say().skill_named
                };
                lines.say(
                    template,
                    &[("skill", self.voice.skills.of(skill)), ("words", name)],
                );
            }
            None => lines.written(&self.say().skill_words, name),
        }
    }

    fn practice_agreed(&self, lines: &mut Lines<'_>) {
        for practice in &self.recorded.record.practices_agreed {
            let plan = &practice.plan;
            if *plan == PracticePlan::default() {
                continue;
            }
            lines.part();
            lines.written(&self.say().agreed, &plan.what);
            lines.written(&self.say().when, &plan.when);
            lines.written(&self.say().place, &plan.place);
            lines.written(&self.say().with_whom, &plan.with_whom);
            lines.written(&self.say().materials, &plan.materials);
            lines.written(&self.say().reminder, &plan.reminder);
            if let Some(confidence) = plan.confidence {
                lines.say(
                    &self.say().confidence,
                    &[("number", &confidence.to_string())],
                );
            }
            lines.written(&self.say().could_get_in_the_way, &plan.obstacle);
            let serves = plan
                .goal
                .and_then(|id| self.recorded.goals.iter().find(|goal| goal.id == id));
            if let Some(goal) = serves {
                lines.own(&self.say().serves, &goal.words);
            }
            lines.written(&self.say().practice_why, &plan.why);
            if let Some(topic) = &plan.topic {
                let title = (self.recorded.topic_title)(topic);
                lines.say(&self.say().from_topic, &[("title", &title)]);
            }
        }
        let why = &self.recorded.record.plan_skipped;
        if !is_blank(why) {
            lines.part();
            lines.written(&self.say().plan_skipped, why);
        }
    }

    fn answers(&self, lines: &mut Lines<'_>) {
        for answer in self.recorded.answers {
            if !is_blank(&answer.words) {
                let words = quote(self.phrases, &answer.words);
                lines.say(
                    &self.say().answered,
                    &[("prompt", &answer.prompt), ("words", &words)],
                );
            }
        }
    }

    fn problem(&self, lines: &mut Lines<'_>) {
        let record = self.recorded.record;
        match record.major_problem {
            Some(true) => lines.say(&self.say().problem_yes, &[]),
            Some(false) => lines.say(&self.say().problem_none, &[]),
            None => {}
        }
        lines.written(&self.say().problem, &record.problem_words);
    }

    fn next_meeting(&self, lines: &mut Lines<'_>) {
        if let Some(at) = self.recorded.record.next_meeting {
            lines.say(
                &self.say().next_meeting,
                &[("moment", &moment(self.recorded.lang, at))],
            );
        }
    }

    fn carried_over(&self, lines: &mut Lines<'_>) {
        for practice in self.still_open() {
            let date = long_date(self.recorded.lang, practice.agreed_on);
            lines.say(
                &self.say().still_open,
                &[("date", &date), ("words", &practice.plan.what)],
            );
        }
    }
}

/// The section of the IMR note that tells a fact.
fn home(fact: NoteFact) -> Option<NoteSectionKind> {
    let mut kinds = NoteFormat::Imr.sections().iter().copied();
    kinds.find(|kind| kind.tells(fact))
}

/// The fact beside which a reader looks for what belongs to a phase.
const fn fact_of(phase: Phase) -> NoteFact {
    match phase {
        Phase::Arrive => NoteFact::Problem,
        Phase::PracticeReview => NoteFact::PracticeReviewed,
        Phase::Goals => NoteFact::Goals,
        Phase::LastTime => NoteFact::Recalled,
        Phase::Agenda => NoteFact::Agenda,
        Phase::Topic => NoteFact::Topics,
        Phase::PracticePlan => NoteFact::PracticeAgreed,
        Phase::Close => NoteFact::NextPlan,
    }
}

fn says_something(review: &GoalReview) -> bool {
    let words = [&review.done, &review.obstacle, &review.next_step];
    review.progress.is_some()
        || review.still_right.is_some()
        || words.iter().any(|words| !is_blank(words))
}

/// Returns what was said of a promise in this session, if anything was.
fn reviewed_in(session: SessionId, practice: &Practice) -> Option<&PracticeReview> {
    practice.review.as_ref().filter(|review| {
        let words = [
            &review.what_happened,
            &review.effect,
            &review.obstacle,
            &review.next_time,
        ];
        review.session == session
            && (review.result.is_some()
                || !review.obstacle_kinds.is_empty()
                || words.iter().any(|words| !is_blank(words)))
    })
}
