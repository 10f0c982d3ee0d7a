//! What a page must say, and must not say, when it speaks of danger.
//!
//! Each rule is a row of data: words that call it up, words that have to stand with them, and what an author writes
//! instead. The rules read English pages, forms and guides; they know words and not meaning, so they hold only what
//! can be said in few words. Other languages are left to their readers.

use super::texts::{Said, Text, english};
use crate::{curriculum::Curriculum, problem::Problem};

/// How far a rule looks for the words it asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Reach {
    /// The passage alone: a paragraph, a list item, a label.
    Passage,
    /// The whole page.
    Page,
}

/// Phrases, one of which is enough.
type Any = &'static [&'static str];

/// A rule about words that stand together.
struct Rule {
    /// Any of these calls the rule up, …
    when: Any,
    /// … together with any of these in the same reach; empty: alone.
    with: Any,
    /// One phrase of each group must then stand there too; empty: the words may not stand there at all.
    needs: &'static [Any],
    reach: Reach,
    /// What is wrong, without a full stop.
    what: &'static str,
    /// What to write instead, without a full stop.
    instead: &'static str,
}

/// Ways of speaking of suicide.
const SUICIDE: Any = &[
    "suicide",
    "suicidal",
    "ending your life",
    "ending my life",
    "end your life",
    "thoughts of dying",
    "thoughts of death",
    "think about dying",
    "not want to live",
    "not wanting to live",
    "not want to go on",
    "can t go on living",
    "better off without you",
    "better off without me",
];

/// Ways of saying that an emergency is here.
const EMERGENCY: Any = &[
    "medical help at once",
    "help at once",
    "chest pain",
    "pain in the chest",
    "pains in your chest",
    "hard to breathe",
    "trouble breathing",
    "not breathing",
    "a seizure",
    "have a fit",
    "overdose",
    "turns blue",
    "blue lips",
    "will not wake up",
    "life is in danger",
    "you are in danger",
    "you in danger",
    "anyone is in danger",
    "hurts or threatens you",
    "hit threatened robbed",
    "being hurt forced or threatened",
    "forced you",
    "harm yourself",
    "hurt yourself",
    "harm anyone",
    "orders harm",
    "order harm",
];

/// What must not be stopped suddenly, nor mixed; the same list wherever either is said.
const THE_FIVE: &[Any] = &[
    &["alcohol"],
    &["sedatives"],
    &["opioids"],
    &["ghb"],
    &["pregabalin"],
];

/// Names of makers. A page uses the name of what is in the box.
const BRANDS: Any = &[
    "abilify",
    "adderall",
    "antabuse",
    "ativan",
    "campral",
    "champix",
    "cipralex",
    "clozaril",
    "concerta",
    "cymbalta",
    "depakine",
    "depakote",
    "efexor",
    "effexor",
    "geodon",
    "haldol",
    "imovane",
    "invega",
    "klonopin",
    "lamictal",
    "latuda",
    "leponex",
    "lexapro",
    "lyrica",
    "narcan",
    "nyxoid",
    "oxycontin",
    "paxil",
    "prozac",
    "remeron",
    "risperdal",
    "ritalin",
    "rivotril",
    "seroquel",
    "stesolid",
    "stilnoct",
    "strattera",
    "suboxone",
    "subutex",
    "tegretol",
    "truxal",
    "valium",
    "viagra",
    "wellbutrin",
    "xanax",
    "xeplion",
    "zoloft",
    "zyprexa",
];

const RULES: &[Rule] = &[
    Rule {
        when: SUICIDE,
        with: &[],
        needs: &[
            &["now", "at once"],
            &[
                "not stay alone",
                "not staying alone",
                "not be alone",
                "not leave a person in acute danger alone",
                "not leave someone in acute danger alone",
            ],
            &["emergency number"],
        ],
        reach: Reach::Page,
        what: "The page speaks of suicide, and does not say all that it must",
        instead: "Say whom to tell now, not to stay alone, and to call the emergency number where you live",
    },
    Rule {
        when: SUICIDE,
        with: &[
            "same day",
            "that day",
            "today or tomorrow",
            "someone today",
            "practitioner today",
            "say so today",
            "suicide today",
        ],
        needs: &[],
        reach: Reach::Passage,
        what: "Thoughts of suicide can wait here until later in the day",
        instead: "Write “now, and do not stay alone”",
    },
    Rule {
        when: EMERGENCY,
        with: &[],
        needs: &[&["emergency number"]],
        reach: Reach::Page,
        what: "The page describes an emergency, and names no emergency number",
        instead: "Say “call the emergency number where you live”; the Help now page is for the rest",
    },
    Rule {
        when: &["crisis page", "crisis sheet", "emergency page"],
        with: &[],
        needs: &[],
        reach: Reach::Passage,
        what: "The page with the numbers goes by another name here",
        instead: "Call it the Help now page, as the app does",
    },
    Rule {
        when: &["them on their side", "side position", "recovery position"],
        with: &[],
        needs: &[&["breathing normally", "breathes normally"]],
        reach: Reach::Passage,
        what: "A person is laid on their side whether they breathe or not",
        instead: "Write “only if they are breathing normally”; if not, to resuscitate as the operator says",
    },
    Rule {
        when: &["breathing normally", "will not wake up", "cannot be woken"],
        with: &[],
        needs: &[
            &["operator", "on the phone"],
            &["resuscitate", "resuscitation"],
        ],
        reach: Reach::Page,
        what: "Somebody may not be breathing, and the page stops short",
        instead: "Say to call, to do what the operator says, and to resuscitate when the breathing is not normal",
    },
    Rule {
        when: &["naloxone"],
        with: &["know how", "trained", "have learned"],
        needs: &[],
        reach: Reach::Passage,
        what: "Naloxone is kept for those who have learned to give it",
        instead: "Write that anyone may give it",
    },
    Rule {
        when: &["missed", "without it", "left out"],
        with: &[
            "several days",
            "several missed days",
            "some days",
            "a few days",
        ],
        needs: &[],
        reach: Reach::Passage,
        what: "It is not clear after how long a missed medicine needs a call",
        instead: "Write “two days or more: call before you take it again”; clozapine starts slowly after 48 hours",
    },
    Rule {
        when: &["constipation", "bowels", "bowel movement"],
        with: &[],
        needs: &[&["before your next dose", "before the next dose"]],
        reach: Reach::Page,
        what: "Constipation sounds harmless here",
        instead: "Say to tell it before the next dose, and with clozapine at once",
    },
    // The list of signs is whole or it is not there: a reader takes what is missing for harmless.
    Rule {
        when: &["lips or tongue"],
        with: &[],
        needs: &[
            &["swallow", "swallowing"],
            &["great thirst"],
            &["erection"],
            &["swollen painful leg", "leg that is swollen"],
            &["heart that races", "racing heart"],
            &["sudden confusion", "suddenly confused"],
            &["sudden high mood"],
            &["with a swollen or very sore belly", "swollen belly"],
        ],
        reach: Reach::Page,
        what: "Signs are missing from the list of those that can't wait",
        instead: "Add thirst with drowsiness, swallowing, a lasting erection, a swollen leg, a racing heart, confusion, \
                  a swollen belly with constipation, and a sudden high mood",
    },
    Rule {
        when: &[
            "stop suddenly",
            "stops suddenly",
            "stopping suddenly",
            "stop all at once",
            "help before you stop",
            "advice before you stop",
            "on most days",
        ],
        with: &["alcohol", "drink", "drinks"],
        needs: THE_FIVE,
        reach: Reach::Passage,
        what: "The list of what must not be stopped suddenly is not whole",
        instead: "Write “alcohol, sedatives, opioids, GHB or pregabalin”, the same everywhere",
    },
    Rule {
        when: &["not mix", "to mix", "dangerous mix"],
        with: &["opioids"],
        needs: THE_FIVE,
        reach: Reach::Passage,
        what: "The list of what must not be mixed is not whole",
        instead: "Write “alcohol, sedatives, opioids, GHB or pregabalin”, the same everywhere",
    },
    Rule {
        when: &[
            "fear has dropped to about half",
            "fear has about halved",
            "fear drops by half",
            "fear has halved",
            "until fear goes down",
            "until the fear goes down",
        ],
        with: &[],
        needs: &[],
        reach: Reach::Passage,
        what: "Staying until fear drops is held up as the aim",
        instead: "Let the person say what they fear will happen, stay, and find out what does",
    },
    Rule {
        when: BRANDS,
        with: &[],
        needs: &[],
        reach: Reach::Passage,
        what: "A brand name stands here",
        instead: "Use the name of what is in it, which is the same in every country",
    },
];

/// Reads every English page, form and guide against the rules.
pub(super) fn faults(curriculum: &Curriculum) -> Vec<Problem> {
    english(curriculum)
        .iter()
        .flat_map(|text| RULES.iter().flat_map(move |rule| rule.faults(text)))
        .collect()
}

impl Rule {
    /// Finds where a text breaks the rule: each passage, or the first place that calls up a rule about the whole page.
    fn faults(&self, text: &Text) -> Vec<Problem> {
        let broken = |line: u32| Problem {
            file: text.file.clone(),
            line,
            what: self.what.to_owned(),
            instead: self.instead.to_owned(),
        };
        let called = text.said.iter().filter(|said| said.has(self.when));
        match self.reach {
            Reach::Passage => called
                .filter(|said| self.is_broken(std::slice::from_ref(*said)))
                .map(|said| broken(said.line))
                .collect(),
            Reach::Page => called
                .take(1)
                .filter(|_| self.is_broken(&text.said))
                .map(|said| broken(said.line))
                .collect(),
        }
    }

    /// Tells whether passages that call the rule up go against it.
    fn is_broken(&self, said: &[Said]) -> bool {
        let has = |phrases: Any| said.iter().any(|passage| passage.has(phrases));
        (self.with.is_empty() || has(self.with))
            && (self.needs.is_empty() || !self.needs.iter().all(|group| has(group)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Gives what the rules find in a page of these passages.
    fn found(passages: &[&str]) -> Vec<&'static str> {
        let text = Text {
            file: "page.md".to_owned(),
            said: passages.iter().map(|said| Said::new(1, said)).collect(),
        };
        RULES
            .iter()
            .filter(|rule| !rule.faults(&text).is_empty())
            .map(|rule| rule.what)
            .collect()
    }

    /// For each rule, in their order: a page that breaks it, and nothing else; and the same page mended.
    const PAGES: [(&[&str], &[&str]); 14] = [
        (
            &["If you think of ending your life, tell your practitioner now."],
            &[
                "If you think of ending your life, tell your practitioner now, and do not stay alone.",
                "If you can't reach anyone, call the emergency number where you live.",
            ],
        ),
        (
            &[
                "If you do not want to live, tell someone the same day.",
                "Call the emergency number now, and do not stay alone.",
            ],
            &[
                "If you do not want to live, tell someone now.",
                "Call the emergency number now, and do not stay alone.",
                "Write the goal down the same day.",
            ],
        ),
        (
            &["For chest pain, use the numbers on your Help now page."],
            &[
                "For chest pain, call the emergency number where you live. It is on your Help now page.",
            ],
        ),
        (
            &["The numbers are on your crisis page."],
            &["The numbers are on your Help now page, also in a crisis."],
        ),
        (
            &["Lay them on their side, and stay."],
            &[
                "Only if they are breathing normally, lay them on their side. The operator tells you how to resuscitate.",
                "Someone on your side.",
            ],
        ),
        (
            &["If someone will not wake up, call the emergency number."],
            &[
                "If someone will not wake up, call the emergency number, and do what the operator says.",
                "Not breathing normally? Start to resuscitate.",
            ],
        ),
        (
            &["If there is naloxone and you know how, give it."],
            &["If there is naloxone, give it. Anyone may."],
        ),
        (
            &["Missed several days? Ring first."],
            &[
                "Missed it for two days or more? Ring before you take it again.",
                "On some days I am tired.",
            ],
        ),
        (
            &["Constipation: water, fruit, moving about."],
            &["Constipation: water, fruit. Tell them before your next dose."],
        ),
        (
            &["Your face, lips or tongue swell up, or you can't swallow."],
            &[
                "Your face, lips or tongue swell up, or you can't swallow, or great thirst comes.",
                "An erection that lasts; a swollen, painful leg; a heart that races; sudden confusion.",
                "A sudden high mood. A swollen belly.",
            ],
        ),
        (
            &["If you drink or take sedatives on most days, plan first with your prescriber."],
            &[
                "If you take alcohol, sedatives, opioids, GHB or pregabalin on most days, plan first.",
                "On most days I drink coffee with alcohol, sedatives, opioids, GHB and pregabalin far away.",
            ],
        ),
        (
            &["Do not mix alcohol and opioids."],
            &["Do not mix alcohol, sedatives, opioids, GHB or pregabalin. Mix the dough."],
        ),
        (
            &["Stay until the fear has dropped to about half."],
            &["Stay long enough to find out what happens. Half a loaf, and no fear."],
        ),
        (&["Ask for Zyprexa."], &["Ask for olanzapine."]),
    ];

    #[test]
    fn each_rule_finds_its_bad_page_and_leaves_a_good_one_alone() {
        assert_eq!(PAGES.len(), RULES.len());
        for (rule, (bad, good)) in RULES.iter().zip(PAGES) {
            assert_eq!(found(bad), [rule.what], "{bad:?}");
            assert_eq!(found(good), [""; 0], "{good:?}");
        }
    }

    #[test]
    fn a_rule_about_the_page_is_told_once_and_one_about_a_passage_each_time() {
        let text = |passages: &[&str]| Text {
            file: "page.md".to_owned(),
            said: (1..)
                .zip(passages)
                .map(|(line, said)| Said::new(line, said))
                .collect(),
        };
        let lines = |what: &str, text: &Text| -> Vec<u32> {
            RULES
                .iter()
                .filter(|rule| rule.what == what)
                .flat_map(|rule| rule.faults(text))
                .map(|problem| problem.line)
                .collect()
        };
        let page = "The page describes an emergency, and names no emergency number";
        assert_eq!(
            lines(page, &text(&["A walk.", "An overdose.", "Blue lips."])),
            [2]
        );
        let passage = "A brand name stands here";
        assert_eq!(
            lines(passage, &text(&["Valium.", "A walk.", "Xanax."])),
            [1, 3]
        );
    }
}
