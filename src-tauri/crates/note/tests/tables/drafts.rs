//! What is drafted from what was recorded.

use domain::{
    Lang,
    goal::{Attainment, GoalReview},
    note::NoteFormat,
    practice::PracticeReview,
    session::{Attendance, Phase, PhaseState, Skill, Technique},
};
use insta::assert_snapshot;
use note::Quoted;

use crate::case::{Case, at, id, on, promise};

#[test]
fn a_full_session_is_told_as_it_was_recorded() {
    assert_snapshot!(Case::full().shown(), @"
    [Attendance]
    Maria H. attended.
    Also present: Ann (sister)
    [RecoveryGoal]
    Recovery statement, said 21 November 2026: “Getting my mornings back.”

    Goal followed up: “Play in a band.”
    Progress: some.
    Done since last time: looked up two music shops
    Next step: call the shop on Main Street
    Still the right goal: yes.

    Goal set: “Cook for my niece.”
    Why it matters: “She asked me.”
    Short-term goal: one dish I trust
    Step: choose a dish (with help from Ann, by 24 November 2026)
    [PracticeReviewed]
    Agreed 14 November 2026: walk with Ann twice
    Result: partly done.
    What happened: “We walked once. It rained the other day.”
    Got in the way: rain
    [Motivational]
    Connected information and skills with personal goals.
    Promoted hope and positive expectations.
    [Educational]
    Last session remembered: partly.
    What stayed from last session: “That recovery is mine to say.”
    Agenda: promise, goal, topic 1.2
    Own item: “My sleep.”
    Topic: What helps in recovery (Recovery Strategies), covered.
    Topic: loose, opened.
    Checked understanding.
    [CognitiveBehavioural]
    Role play.
    [Skill]
    Coping skill for symptoms: slow breathing
    [PracticeAgreed]
    Agreed: call the shop
    When: Monday after breakfast
    Where: at home
    With whom: Ann
    Confidence: 7 of 10.
    Could get in the way: losing nerve; Ann dials
    Serves the goal: “Play in a band.”
    From the topic: What helps in recovery
    [Response]
    Own summary: “I know one thing that helps.”
    What does a good ordinary day look like for you? – “Coffee before noon.
    Music.”
    [Risk]
    Asked about major problems: none today.
    [Plan]
    Planned: topic 1.3
    Next session: 28 November 2026, 10:00.
    ");
}

#[test]
fn a_full_session_reads_as_a_danish_record() {
    let mut case = Case::full();
    case.lang = Lang::Da;
    assert_snapshot!(case.shown(), @"
    [Attendance]
    Maria H. mødte frem.
    Desuden til stede: Ann (sister)
    [RecoveryGoal]
    Om recovery, fortalt 21. november 2026: »Getting my mornings back.«

    Mål fulgt op: »Play in a band.«
    Fremgang: lidt på vej.
    Gjort siden sidst: looked up two music shops
    Næste skridt: call the shop on Main Street
    Stadig det rigtige mål: ja.

    Nyt mål: »Cook for my niece.«
    Hvorfor det er vigtigt: »She asked me.«
    Delmål: one dish I trust
    Skridt: choose a dish (med hjælp fra Ann, senest 24. november 2026)
    [PracticeReviewed]
    Aftalt 14. november 2026: walk with Ann twice
    Resultat: delvist udført.
    Hvad der skete: »We walked once. It rained the other day.«
    Kom i vejen: rain
    [Motivational]
    Viden og færdigheder blev knyttet til personlige mål.
    Håb og positive forventninger blev styrket.
    [Educational]
    Huskede sidste samtale: delvist.
    Hængte ved fra sidst: »That recovery is mine to say.«
    Dagsorden: promise, goal, topic 1.2
    Eget punkt: »My sleep.«
    Emne: What helps in recovery (Recovery Strategies), gennemgået.
    Emne: loose, åbnet.
    Det blev afklaret, om stoffet var forstået.
    [CognitiveBehavioural]
    Rollespil.
    [Skill]
    Færdighed til at mestre symptomer: slow breathing
    [PracticeAgreed]
    Aftalt: call the shop
    Hvornår: Monday after breakfast
    Hvor: at home
    Sammen med: Ann
    Tiltro til, at det lykkes: 7 af 10.
    Kan komme i vejen: losing nerve; Ann dials
    Støtter målet: »Play in a band.«
    Fra emnet: What helps in recovery
    [Response]
    Egen opsummering: »I know one thing that helps.«
    What does a good ordinary day look like for you? – »Coffee before noon.
    Music.«
    [Risk]
    Spurgt til større problemer: ingen i dag.
    [Plan]
    Planlagt: topic 1.3
    Næste samtale: 28. november 2026 kl. 10.00.
    ");
}

#[test]
fn a_full_session_reads_as_a_norwegian_record() {
    let mut case = Case::full();
    case.lang = Lang::Nb;
    assert_snapshot!(case.shown(), @"
    [Attendance]
    Maria H. møtte.
    Også til stede: Ann (sister)
    [RecoveryGoal]
    Om tilfriskning, fortalt 21. november 2026: «Getting my mornings back.»

    Mål fulgt opp: «Play in a band.»
    Framgang: litt på vei.
    Gjort siden sist: looked up two music shops
    Neste steg: call the shop on Main Street
    Fortsatt det riktige målet: ja.

    Nytt mål: «Cook for my niece.»
    Hvorfor det er viktig: «She asked me.»
    Delmål: one dish I trust
    Steg: choose a dish (med hjelp fra Ann, innen 24. november 2026)
    [PracticeReviewed]
    Avtalt 14. november 2026: walk with Ann twice
    Resultat: delvis gjort.
    Hva som skjedde: «We walked once. It rained the other day.»
    Kom i veien: rain
    [Motivational]
    Kunnskap og ferdigheter ble knyttet til personlige mål.
    Håp og positive forventninger ble styrket.
    [Educational]
    Husket forrige samtale: delvis.
    Satt igjen fra sist: «That recovery is mine to say.»
    Dagsorden: promise, goal, topic 1.2
    Eget punkt: «My sleep.»
    Tema: What helps in recovery (Recovery Strategies), gjennomgått.
    Tema: loose, åpnet.
    Det ble avklart om stoffet var forstått.
    [CognitiveBehavioural]
    Rollespill.
    [Skill]
    Ferdighet i å mestre symptomer: slow breathing
    [PracticeAgreed]
    Avtalt: call the shop
    Når: Monday after breakfast
    Hvor: at home
    Sammen med: Ann
    Tro på at det lykkes: 7 av 10.
    Kan komme i veien: losing nerve; Ann dials
    Støtter målet: «Play in a band.»
    Fra temaet: What helps in recovery
    [Response]
    Egen oppsummering: «I know one thing that helps.»
    What does a good ordinary day look like for you? – «Coffee before noon.
    Music.»
    [Risk]
    Spurt om større problemer: ingen i dag.
    [Plan]
    Planlagt: topic 1.3
    Neste samtale: 28. november 2026 kl. 10.00.
    ");
}

#[test]
fn an_empty_session_says_only_who_came() {
    assert_snapshot!(Case::empty().shown(), @"
    [Attendance]
    Maria H. attended.
    ");
}

#[test]
fn a_no_show_carries_the_promise_forward_until_somebody_confirms_it() {
    let mut case = Case::empty();
    case.record.attendance = Attendance::NoShow {
        reason: String::new(),
    };
    case.record.practices_reviewed = vec![promise(11, "walk with Ann twice")];
    assert_snapshot!(case.shown(), @"
    [Attendance]
    Maria H. did not attend.
    [Plan] (unconfirmed)
    Home practice to review, agreed 14 November 2026: walk with Ann twice
    ");
}

#[test]
fn a_meeting_that_did_not_take_place_gives_its_reason() {
    let mut case = Case::empty();
    let reason = "on the wrong bus".to_owned();
    case.record.attendance = Attendance::NoShow {
        reason: reason.clone(),
    };
    assert_snapshot!(case.shown(), @"
    [Attendance]
    Maria H. did not attend. Reason: on the wrong bus
    ");
    case.record.attendance = Attendance::Moved { reason };
    assert_snapshot!(case.shown(), @"
    [Attendance]
    Session moved. Reason: on the wrong bus
    ");
    case.record.attendance = Attendance::Moved {
        reason: String::new(),
    };
    assert_snapshot!(case.shown(), @"
    [Attendance]
    Session moved.
    ");
}

#[test]
fn a_cancelled_session_gives_the_reason_if_there_is_one() {
    let mut case = Case::empty();
    let cancelled = |reason: &str| Attendance::Cancelled {
        reason: reason.into(),
    };
    case.record.attendance = cancelled("flu");
    assert_snapshot!(case.shown(), @"
    [Attendance]
    Session cancelled. Reason: flu
    ");
    case.record.attendance = cancelled("  ");
    assert_snapshot!(case.shown(), @"
    [Attendance]
    Session cancelled.
    ");
}

#[test]
fn a_crisis_is_told_with_what_was_done_and_what_was_left_out() {
    let mut case = Case::empty();
    case.record.major_problem = Some(true);
    case.record.problem_words = "has not slept for three nights, hears voices again".into();
    case.record.problem_action = "called the crisis team together; appointment today 14:00".into();
    for phase in &mut case.record.phases {
        phase.state = match phase.phase {
            Phase::Arrive | Phase::Close => PhaseState::Done,
            _ => PhaseState::Skipped,
        };
    }
    assert_snapshot!(case.shown(), @"
    [Attendance]
    Maria H. attended.
    [RecoveryGoal]
    Left out: follow-up on goals.
    [PracticeReviewed]
    Left out: review of home practice.
    [Educational]
    Left out: review of last session.
    Left out: setting the agenda.
    Left out: topic and practice in session.
    [PracticeAgreed]
    Left out: agreeing on home practice.
    [Risk]
    Major problem today: yes.
    Problem: has not slept for three nights, hears voices again
    Action: called the crisis team together; appointment today 14:00
    ");
}

#[test]
fn every_skipped_phase_is_named_once() {
    let mut case = Case::empty();
    for phase in &mut case.record.phases {
        phase.state = PhaseState::Skipped;
    }
    assert_snapshot!(case.shown(), @"
    [Attendance]
    Maria H. attended.
    [RecoveryGoal]
    Left out: follow-up on goals.
    [PracticeReviewed]
    Left out: review of home practice.
    [Educational]
    Left out: review of last session.
    Left out: setting the agenda.
    Left out: topic and practice in session.
    [PracticeAgreed]
    Left out: agreeing on home practice.
    [Risk]
    Left out: greeting and check for major problems.
    [Plan]
    Left out: summary and close.
    ");
}

#[test]
fn markup_directions_and_signs_pass_through_as_they_are() {
    let mut case = Case::empty();
    case.person.details.preferred_name = "{words} <b>#strong</b>".into();
    case.record.summary_words =
        "I'm “fine” {name} $x$ *a* <script>alert(1)</script> #read(\"x\")".into();
    case.record.person_item = "\u{202E}turned around".into();
    case.record.recalled_words = "שלום e\u{301} 👩‍👩‍👧  two  spaces ".into();
    case.answers = vec![
        Quoted {
            prompt: "{prompt}?".into(),
            words: "{words}".into(),
        },
        Quoted {
            prompt: "Blank?".into(),
            words: " \n".into(),
        },
    ];
    assert_snapshot!(case.shown().replace('\u{202E}', "<RLO>").replace('\u{202C}', "<PDF>"), @r#"
    [Attendance]
    {words} <b>#strong</b> attended.
    [Educational]
    What stayed from last session: “שלום é 👩‍👩‍👧  two  spaces ”
    Own item: “<RLO>turned around<PDF>”
    [Response]
    Own summary: “I'm “fine” {name} $x$ *a* <script>alert(1)</script> #read("x")”
    {prompt}? – “{words}”
    "#);
}

#[test]
fn long_words_are_quoted_whole() {
    let mut case = Case::empty();
    case.record.summary_words = "mornings ".repeat(12_000);
    let drafted = case.draft();
    assert!(
        drafted
            .iter()
            .any(|section| section.text.contains(&case.record.summary_words))
    );
}

#[test]
fn every_format_tells_how_a_goal_compares_with_what_was_hoped_once() {
    for format in NoteFormat::ALL {
        let mut case = Case::full();
        case.format = format;
        case.record.goal_reviews[0].attainment = Some(Attainment::MuchMore);
        let told = case.shown().matches("much more.").count();
        assert_eq!(told, 1, "{format:?}");
    }
}

#[test]
fn nothing_is_drafted_from_blanks() {
    let mut case = Case::empty();
    let blank_review = GoalReview {
        session: id(1),
        goal: id(21),
        on: on(2026, 11, 21),
        number: 1,
        progress: None,
        attainment: None,
        done: String::new(),
        obstacle: " ".into(),
        next_step: String::new(),
        still_right: None,
    };
    case.record.goal_reviews = vec![blank_review];
    case.record.agenda = "\n".into();
    case.record.practices_agreed = vec![promise(12, "")];
    case.record.practices_reviewed = vec![promise(11, " ")];
    assert_eq!(case.shown(), Case::empty().shown());
}

#[test]
fn a_promise_reviewed_in_another_session_is_still_to_be_reviewed_in_this_one() {
    let mut case = Case::empty();
    let mut reviewed_elsewhere = promise(11, "walk with Ann twice");
    reviewed_elsewhere.review = Some(PracticeReview {
        what_happened: "We walked.".into(),
        ..PracticeReview::blank(id(99), on(2026, 11, 20))
    });
    case.record.practices_reviewed = vec![reviewed_elsewhere];
    assert_snapshot!(case.shown(), @"
    [Attendance]
    Maria H. attended.
    [Plan] (unconfirmed)
    Home practice to review, agreed 14 November 2026: walk with Ann twice
    ");
}

#[test]
fn a_goal_that_is_gone_leaves_its_review() {
    let mut case = Case::full();
    let reviews = case.record.goal_reviews.clone();
    case = Case::empty();
    case.goals.clear();
    case.record.goal_reviews = reviews;
    assert_snapshot!(case.shown(), @"
    [Attendance]
    Maria H. attended.
    [RecoveryGoal]
    Goal followed up; the goal itself is no longer in the record.
    Progress: some.
    Done since last time: looked up two music shops
    Next step: call the shop on Main Street
    Still the right goal: yes.
    ");
}

#[test]
fn a_skill_is_told_by_kind_by_name_or_both() {
    let mut case = Case::empty();
    for (kind, name, told) in [
        (None, "", ""),
        (None, "saying no", "Skill: saying no"),
        (Some(Skill::Social), "", "Social skill."),
        (Some(Skill::Social), "saying no", "Social skill: saying no"),
    ] {
        case.record.skill = kind;
        case.record.skill_words = name.into();
        let drafted = case.draft();
        assert_eq!(drafted[7].text, told);
    }
}

#[test]
fn only_ticked_techniques_are_told_each_in_its_family() {
    for technique in Technique::ALL {
        let mut case = Case::empty();
        let before = case.shown().lines().count();
        case.record.techniques = [technique].into();
        // One heading line and one line of text.
        assert_eq!(case.shown().lines().count(), before + 2, "{technique:?}");
    }
}

#[test]
fn a_written_statement_is_told_as_written() {
    let mut case = Case::full();
    case.statements[0].given = domain::person::Given::Written;
    case.statements[0].recorded_at = at(11, 0);
    assert!(
        case.shown()
            .contains("written 21 November 2026: “Getting my mornings back.”")
    );
}
