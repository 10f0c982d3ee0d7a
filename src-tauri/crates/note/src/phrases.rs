//! The words of the note, one file per language, read into types so that a missing or misspelt one fails a test.

use std::sync::LazyLock;

use domain::{
    Lang,
    goal::{Attainment, Progress},
    note::NoteSectionKind,
    practice::{ObstacleKind, PracticeResult},
    session::{Depth, Phase, Recalled, Skill, Technique},
};
use serde::Deserialize;

/// Makes a struct with one phrase per value of an enum, and the exhaustive look-up.
macro_rules! phrase_per {
    ($($name:ident for $of:ident { $($field:ident: $variant:ident,)* })*) => {$(
        #[derive(Deserialize)]
        #[serde(deny_unknown_fields, rename_all = "kebab-case")]
        pub(crate) struct $name { $($field: String,)* }

        impl $name {
            pub fn of(&self, value: $of) -> &str {
                match value { $($of::$variant => &self.$field,)* }
            }
        }
    )*};
}

/// Makes structs of phrases.
macro_rules! phrases {
    ($($name:ident { $($field:ident: $ty:ty,)* })*) => {$(
        #[derive(Deserialize)]
        #[serde(deny_unknown_fields, rename_all = "kebab-case")]
        pub(crate) struct $name { $(pub $field: $ty,)* }
    )*};
}

phrases! {
    Phrases {
        title: String,
        purpose: String,
        purpose_group: String,
        open_quote: String,
        close_quote: String,
        moment: String,
        clock: String,
        headings: Headings,
        paper: Paper,
        record: Voice,
        plain: Voice,
    }
    Voice {
        lines: LinePhrases,
        phases: Phases,
        recalled: RecalledPhrases,
        progress: ProgressPhrases,
        attainment: AttainmentPhrases,
        results: Results,
        obstacles: Obstacles,
        depths: Depths,
        skills: Skills,
        techniques: Techniques,
    }
    Paper {
        draft: String,
        name: String,
        record_number: String,
        date: String,
        entered: String,
        meeting: String,
        length: String,
        minutes: String,
        place: String,
        site: String,
        printed: String,
        assessment: String,
        not_stated: String,
        unconfirmed: String,
        earlier_format: String,
        note_number: String,
        seal: String,
        chain: String,
        led_by: String,
        co_signed: String,
        addenda: String,
        added_at: String,
        added_by: String,
        added_because: String,
    }
    LinePhrases {
        attended: String,
        cancelled: String,
        cancelled_because: String,
        no_show: String,
        no_show_because: String,
        moved: String,
        moved_because: String,
        others: String,
        left_out: String,
        statement_said: String,
        statement_written: String,
        goal_set: String,
        goal_followed_up: String,
        goal_unknown: String,
        why: String,
        short_term_goal: String,
        step: String,
        step_helper: String,
        step_by: String,
        progress: String,
        attainment: String,
        done: String,
        got_in_the_way: String,
        next_step: String,
        still_right: String,
        not_right: String,
        promised: String,
        result: String,
        what_happened: String,
        effect: String,
        obstacles: String,
        next_time: String,
        review_skipped: String,
        agenda: String,
        own_item: String,
        recalled: String,
        recalled_words: String,
        topic: String,
        topic_alone: String,
        skill: String,
        skill_named: String,
        skill_words: String,
        agreed: String,
        when: String,
        place: String,
        with_whom: String,
        materials: String,
        reminder: String,
        practice_why: String,
        plan_skipped: String,
        confidence: String,
        could_get_in_the_way: String,
        serves: String,
        from_topic: String,
        answered: String,
        summary: String,
        problem_yes: String,
        problem_none: String,
        problem: String,
        action: String,
        next_plan: String,
        next_meeting: String,
        still_open: String,
    }
}

phrase_per! {
    Headings for NoteSectionKind {
        attendance: Attendance,
        treatment_plan_goal: TreatmentPlanGoal,
        recovery_goal: RecoveryGoal,
        practice_reviewed: PracticeReviewed,
        motivational: Motivational,
        educational: Educational,
        cognitive_behavioural: CognitiveBehavioural,
        skill: Skill,
        practice_agreed: PracticeAgreed,
        response: Response,
        risk: Risk,
        plan: Plan,
        data: Data,
        assessment: Assessment,
        next_steps: NextSteps,
        behaviour: Behaviour,
        intervention: Intervention,
        subjective: Subjective,
        objective: Objective,
        plain_meeting: PlainMeeting,
        plain_since: PlainSince,
        plain_goals: PlainGoals,
        plain_done: PlainDone,
        plain_words: PlainWords,
        plain_next: PlainNext,
    }
    Phases for Phase {
        arrive: Arrive,
        last_time: LastTime,
        practice_review: PracticeReview,
        goals: Goals,
        agenda: Agenda,
        topic: Topic,
        practice_plan: PracticePlan,
        close: Close,
    }
    RecalledPhrases for Recalled {
        well: Well,
        partly: Partly,
        not: Not,
    }
    ProgressPhrases for Progress {
        not_started: NotStarted,
        some: Some,
        most: Most,
        achieved: Achieved,
        changed: Changed,
        dropped: Dropped,
    }
    AttainmentPhrases for Attainment {
        much_less: MuchLess,
        less: Less,
        expected: Expected,
        more: More,
        much_more: MuchMore,
    }
    Results for PracticeResult {
        done: Done,
        partly: Partly,
        not_done: NotDone,
        changed: Changed,
    }
    Obstacles for ObstacleKind {
        forgot: Forgot,
        no_time: NoTime,
        too_hard: TooHard,
        unwell: Unwell,
        did_not_want: DidNotWant,
        came_up: CameUp,
        other: Other,
    }
    Depths for Depth {
        opened: Opened,
        partly: Partly,
        covered: Covered,
    }
    Skills for Skill {
        coping: Coping,
        relapse_prevention: RelapsePrevention,
        behavioural_tailoring: BehaviouralTailoring,
        social: Social,
    }
    Techniques for Technique {
        connect_with_goals: ConnectWithGoals,
        promote_hope: PromoteHope,
        pros_and_cons: ProsAndCons,
        reframe: Reframe,
        past_success: PastSuccess,
        reflect_ambivalence: ReflectAmbivalence,
        interactive_teaching: InteractiveTeaching,
        small_pieces: SmallPieces,
        check_understanding: CheckUnderstanding,
        review_material: ReviewMaterial,
        reinforcement: Reinforcement,
        shaping: Shaping,
        modelling: Modelling,
        role_play: RolePlay,
        cognitive_restructuring: CognitiveRestructuring,
        relaxation: Relaxation,
        problem_solving: ProblemSolving,
        graded_exposure: GradedExposure,
    }
}

impl Phrases {
    /// Returns the words of a language.
    pub fn of(lang: Lang) -> &'static Self {
        static EN: LazyLock<Phrases> = LazyLock::new(|| read(Lang::En));
        static DA: LazyLock<Phrases> = LazyLock::new(|| read(Lang::Da));
        static NB: LazyLock<Phrases> = LazyLock::new(|| read(Lang::Nb));
        match lang {
            Lang::En => &EN,
            Lang::Da => &DA,
            Lang::Nb => &NB,
        }
    }
}

const fn file(lang: Lang) -> &'static str {
    match lang {
        Lang::En => include_str!("../phrases/en.toml"),
        Lang::Da => include_str!("../phrases/da.toml"),
        Lang::Nb => include_str!("../phrases/nb.toml"),
    }
}

fn read(lang: Lang) -> Phrases {
    toml::from_str(file(lang)).expect("the built-in phrases are whole: a test reads every language")
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]

    use std::collections::{BTreeMap, BTreeSet};

    use super::*;

    /// Every phrase of a file by its dotted key.
    fn flat(prefix: &str, value: &toml::Value, into: &mut BTreeMap<String, String>) {
        match value {
            toml::Value::Table(table) => table
                .iter()
                .for_each(|(key, value)| flat(&format!("{prefix}.{key}"), value, into)),
            toml::Value::Array(items) => items
                .iter()
                .enumerate()
                .for_each(|(at, value)| flat(&format!("{prefix}.{at}"), value, into)),
            other => {
                into.insert(prefix.to_owned(), other.as_str().unwrap().to_owned());
            }
        }
    }

    fn placeholders(phrase: &str) -> BTreeSet<&str> {
        phrase
            .split('{')
            .skip(1)
            .map(|part| part.split_once('}').unwrap().0)
            .collect()
    }

    #[test]
    fn every_language_is_whole() {
        for lang in Lang::ALL {
            let phrases: Result<Phrases, _> = toml::from_str(file(lang));
            assert!(phrases.is_ok(), "{lang}: {}", phrases.err().unwrap());
        }
    }

    #[test]
    fn every_language_fills_the_same_places_and_leaves_no_phrase_empty() {
        let [en, da, nb] = Lang::ALL.map(|lang| {
            let mut phrases = BTreeMap::new();
            flat("", &toml::from_str(file(lang)).unwrap(), &mut phrases);
            phrases
        });
        for (key, english) in &en {
            for (lang, other) in [("en", &en), ("da", &da), ("nb", &nb)] {
                let phrase = other.get(key).unwrap();
                assert!(!phrase.trim().is_empty(), "{lang}{key} is empty");
                assert_eq!(
                    placeholders(phrase),
                    placeholders(english),
                    "{lang}{key}: {phrase}"
                );
            }
        }
    }
}
