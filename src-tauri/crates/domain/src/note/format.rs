//! What a note can be made of: formats, their sections, and which recorded facts each section tells.
//!
//! The tables here are all there is to know of a format. Drafting, paper and exports read them, so that another format is
//! another row and no other place. Two formats share a section where it tells the same facts in both; its judgement and
//! changed text then go along from one format to the other.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Which sections a note has.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS,
)]
#[serde(rename_all = "camelCase")]
pub enum NoteFormat {
    /// The IMR progress note (reference 4.11).
    #[default]
    Imr,
    /// Data, assessment, plan.
    Dap,
    /// Behaviour, intervention, response, plan.
    Birp,
    /// Subjective, objective, assessment, plan.
    Soap,
    /// A peer's note in plain words, without judgement.
    Peer,
}

impl NoteFormat {
    /// Every format.
    pub const ALL: [Self; 5] = [Self::Imr, Self::Dap, Self::Birp, Self::Soap, Self::Peer];

    /// Returns its sections, in order.
    pub const fn sections(self) -> &'static [NoteSectionKind] {
        use NoteSectionKind as Kind;
        match self {
            Self::Imr => &[
                Kind::Attendance,
                Kind::TreatmentPlanGoal,
                Kind::RecoveryGoal,
                Kind::PracticeReviewed,
                Kind::Motivational,
                Kind::Educational,
                Kind::CognitiveBehavioural,
                Kind::Skill,
                Kind::PracticeAgreed,
                Kind::Response,
                Kind::Risk,
                Kind::Plan,
            ],
            Self::Dap => &[Kind::Data, Kind::Assessment, Kind::NextSteps],
            Self::Birp => &[
                Kind::Behaviour,
                Kind::Intervention,
                Kind::Response,
                Kind::NextSteps,
            ],
            Self::Soap => &[
                Kind::Subjective,
                Kind::Objective,
                Kind::Assessment,
                Kind::NextSteps,
            ],
            Self::Peer => &[
                Kind::PlainMeeting,
                Kind::PlainSince,
                Kind::PlainGoals,
                Kind::PlainDone,
                Kind::PlainWords,
                Kind::PlainNext,
            ],
        }
    }

    /// Tells whether a section belongs to it; one that does not holds text from an earlier format.
    pub fn has(self, kind: NoteSectionKind) -> bool {
        self.sections().contains(&kind)
    }

    /// Tells whether it speaks plainly of what "we" did, and not as a clinic's record.
    pub const fn is_plain(self) -> bool {
        matches!(self, Self::Peer)
    }
}

/// One section of a note.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum NoteSectionKind {
    /// IMR 2. Who attended.
    Attendance,
    /// IMR 3. The problem or goal of the treatment plan that was addressed. Judgement.
    TreatmentPlanGoal,
    /// IMR 4. The recovery goal set or followed up.
    RecoveryGoal,
    /// IMR 5. Home practice reviewed.
    PracticeReviewed,
    /// IMR 6. Motivational interventions.
    Motivational,
    /// IMR 7. Educational interventions and topics.
    Educational,
    /// IMR 8. Cognitive-behavioural interventions.
    CognitiveBehavioural,
    /// IMR 9. Specific evidence-based skill taught.
    Skill,
    /// IMR 10. Home practice agreed.
    PracticeAgreed,
    /// IMR 11, BIRP. The person's response and perspective. Judgement beside quotations.
    Response,
    /// IMR 12. Risk or major problem, and action. Judgement beside what was recorded.
    Risk,
    /// IMR 13. Plan for next session.
    Plan,
    /// DAP. Everything that was said and done.
    Data,
    /// DAP, SOAP. Judgement alone.
    Assessment,
    /// DAP, BIRP, SOAP. Home practice agreed and what comes next.
    NextSteps,
    /// BIRP. What the person brought and told.
    Behaviour,
    /// BIRP. What was done in the session.
    Intervention,
    /// SOAP. What the person told, in their words where they were written down.
    Subjective,
    /// SOAP. What took place.
    Objective,
    /// Peer. Who met.
    PlainMeeting,
    /// Peer. What happened since last time.
    PlainSince,
    /// Peer. Hopes and goals.
    PlainGoals,
    /// Peer. What was done together.
    PlainDone,
    /// Peer. The person's own words.
    PlainWords,
    /// Peer. What was agreed.
    PlainNext,
}

impl NoteSectionKind {
    /// Every section of every format.
    pub const ALL: [Self; 25] = [
        Self::Attendance,
        Self::TreatmentPlanGoal,
        Self::RecoveryGoal,
        Self::PracticeReviewed,
        Self::Motivational,
        Self::Educational,
        Self::CognitiveBehavioural,
        Self::Skill,
        Self::PracticeAgreed,
        Self::Response,
        Self::Risk,
        Self::Plan,
        Self::Data,
        Self::Assessment,
        Self::NextSteps,
        Self::Behaviour,
        Self::Intervention,
        Self::Subjective,
        Self::Objective,
        Self::PlainMeeting,
        Self::PlainSince,
        Self::PlainGoals,
        Self::PlainDone,
        Self::PlainWords,
        Self::PlainNext,
    ];

    /// Tells whether the practitioner's own judgement belongs here, which is never drafted for them.
    pub const fn asks_judgement(self) -> bool {
        matches!(
            self,
            Self::TreatmentPlanGoal | Self::Response | Self::Risk | Self::Assessment
        )
    }

    /// Returns the recorded facts it tells, in the order it tells them; none where judgement stands alone.
    pub const fn facts(self) -> &'static [NoteFact] {
        use NoteFact as Fact;
        match self {
            Self::Attendance | Self::PlainMeeting => &[Fact::Attendance],
            // Which problem of the treatment plan was addressed is a judgement, and nothing that is recorded says it.
            Self::TreatmentPlanGoal | Self::Assessment => &[],
            Self::RecoveryGoal | Self::PlainGoals => &[Fact::Statements, Fact::Goals],
            Self::PracticeReviewed => &[Fact::PracticeReviewed],
            Self::Motivational => &[Fact::Motivational],
            Self::Educational => &[
                Fact::Recalled,
                Fact::RecalledWords,
                Fact::Agenda,
                Fact::OwnItem,
                Fact::Topics,
                Fact::Educational,
            ],
            Self::CognitiveBehavioural => &[Fact::CognitiveBehavioural],
            Self::Skill => &[Fact::Skill],
            Self::PracticeAgreed => &[Fact::PracticeAgreed],
            Self::Response | Self::PlainWords => &[Fact::Summary, Fact::Answers],
            Self::Risk => &[Fact::Problem, Fact::Action],
            Self::Plan => &[Fact::NextPlan, Fact::NextMeeting, Fact::StillOpen],
            Self::Data => &[
                Fact::Attendance,
                Fact::Problem,
                Fact::Action,
                Fact::PracticeReviewed,
                Fact::Statements,
                Fact::Goals,
                Fact::Recalled,
                Fact::RecalledWords,
                Fact::Agenda,
                Fact::OwnItem,
                Fact::Topics,
                Fact::Educational,
                Fact::Motivational,
                Fact::CognitiveBehavioural,
                Fact::Skill,
                Fact::Summary,
                Fact::Answers,
            ],
            Self::NextSteps | Self::PlainNext => &[
                Fact::PracticeAgreed,
                Fact::NextPlan,
                Fact::NextMeeting,
                Fact::StillOpen,
            ],
            Self::Behaviour => &[
                Fact::Attendance,
                Fact::Problem,
                Fact::PracticeReviewed,
                Fact::Statements,
                Fact::Goals,
                Fact::Recalled,
                Fact::RecalledWords,
                Fact::OwnItem,
            ],
            Self::Intervention => &[
                Fact::Action,
                Fact::Agenda,
                Fact::Topics,
                Fact::Educational,
                Fact::Motivational,
                Fact::CognitiveBehavioural,
                Fact::Skill,
            ],
            Self::Subjective => &[
                Fact::Problem,
                Fact::PracticeReviewed,
                Fact::Statements,
                Fact::Goals,
                Fact::RecalledWords,
                Fact::OwnItem,
                Fact::Summary,
                Fact::Answers,
            ],
            Self::Objective => &[
                Fact::Attendance,
                Fact::Action,
                Fact::Recalled,
                Fact::Agenda,
                Fact::Topics,
                Fact::Educational,
                Fact::Motivational,
                Fact::CognitiveBehavioural,
                Fact::Skill,
            ],
            Self::PlainSince => &[
                Fact::Problem,
                Fact::Action,
                Fact::Recalled,
                Fact::RecalledWords,
                Fact::PracticeReviewed,
            ],
            Self::PlainDone => &[
                Fact::Agenda,
                Fact::OwnItem,
                Fact::Topics,
                Fact::Educational,
                Fact::Motivational,
                Fact::CognitiveBehavioural,
                Fact::Skill,
            ],
        }
    }

    /// Tells whether it tells a fact.
    pub fn tells(self, fact: NoteFact) -> bool {
        self.facts().contains(&fact)
    }
}

/// A fact of a session that a note tells: one thing that was recorded, in every format exactly once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoteFact {
    /// Who came, or why nobody did.
    Attendance,
    /// Whether there was a major problem, and which.
    Problem,
    /// What was done about it.
    Action,
    /// How well last time was remembered.
    Recalled,
    /// What stayed from it, in the person's words.
    RecalledWords,
    /// What became of earlier promises.
    PracticeReviewed,
    /// What recovery means to the person.
    Statements,
    /// Goals set and followed up.
    Goals,
    /// What was to be talked about.
    Agenda,
    /// What the person wanted to talk about.
    OwnItem,
    /// Topics met.
    Topics,
    /// Educational techniques used.
    Educational,
    /// Motivational techniques used.
    Motivational,
    /// Cognitive-behavioural techniques used.
    CognitiveBehavioural,
    /// The skill that was taught.
    Skill,
    /// The person's own summary.
    Summary,
    /// The person's own words on handouts.
    Answers,
    /// Promises made.
    PracticeAgreed,
    /// What is planned for next time.
    NextPlan,
    /// When that is.
    NextMeeting,
    /// Earlier promises that nobody has asked about, carried over.
    StillOpen,
}

impl NoteFact {
    /// Every fact.
    pub const ALL: [Self; 21] = [
        Self::Attendance,
        Self::Problem,
        Self::Action,
        Self::Recalled,
        Self::RecalledWords,
        Self::PracticeReviewed,
        Self::Statements,
        Self::Goals,
        Self::Agenda,
        Self::OwnItem,
        Self::Topics,
        Self::Educational,
        Self::Motivational,
        Self::CognitiveBehavioural,
        Self::Skill,
        Self::Summary,
        Self::Answers,
        Self::PracticeAgreed,
        Self::NextPlan,
        Self::NextMeeting,
        Self::StillOpen,
    ];
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_format_tells_every_fact_exactly_once() {
        for format in NoteFormat::ALL {
            for fact in NoteFact::ALL {
                let told = format.sections().iter().flat_map(|kind| kind.facts());
                let times = told.filter(|told| **told == fact).count();
                assert_eq!(times, 1, "{format:?}: {fact:?}");
            }
        }
    }

    #[test]
    fn every_section_belongs_to_a_format_and_stands_in_it_once() {
        for kind in NoteSectionKind::ALL {
            let formats = NoteFormat::ALL.into_iter();
            assert!(formats.clone().any(|format| format.has(kind)), "{kind:?}");
            for format in formats {
                let times = format.sections().iter().filter(|each| **each == kind);
                assert!(times.count() <= 1, "{format:?}: {kind:?}");
            }
        }
    }

    #[test]
    fn the_plain_format_asks_nobody_for_a_judgement_and_the_others_do() {
        for format in NoteFormat::ALL {
            let asks = format.sections().iter().any(|kind| kind.asks_judgement());
            assert_eq!(asks, !format.is_plain(), "{format:?}");
        }
    }
}
