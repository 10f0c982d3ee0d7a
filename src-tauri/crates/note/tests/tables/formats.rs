//! The same facts in every format.

use domain::{Lang, note::NoteFormat, practice::ObstacleKind};
use insta::assert_snapshot;

use crate::case::{Case, promise};

fn full(format: NoteFormat, lang: Lang) -> Case {
    let mut case = Case {
        format,
        lang,
        ..Case::full()
    };
    // Carried over as well.
    case.record
        .practices_reviewed
        .push(promise(13, "write to the choir"));
    case
}

/// Every line of a draft, in the order of the alphabet.
fn lines(case: &Case) -> Vec<String> {
    let sections = case.draft().into_iter();
    let lines = sections.flat_map(|section| {
        let lines = section.text.lines().map(str::to_owned);
        lines.collect::<Vec<_>>()
    });
    let mut lines: Vec<_> = lines.filter(|line| !line.is_empty()).collect();
    lines.sort();
    lines
}

/// Everything in quotation marks, in the order of the alphabet.
fn quoted(case: &Case) -> Vec<String> {
    let sections = case.draft().into_iter();
    let text: Vec<_> = sections.map(|section| section.text).collect();
    let text = text.join("\n");
    let mut quoted: Vec<_> = text
        .split('“')
        .skip(1)
        .filter_map(|part| part.split_once('”'))
        .map(|(words, _)| words.to_owned())
        .collect();
    quoted.sort();
    quoted
}

#[test]
fn the_formats_of_a_clinic_tell_the_same_lines_each_once() {
    for lang in Lang::ALL {
        let imr = lines(&full(NoteFormat::Imr, lang));
        for format in [NoteFormat::Dap, NoteFormat::Birp, NoteFormat::Soap] {
            assert_eq!(lines(&full(format, lang)), imr, "{format:?}");
        }
    }
}

#[test]
fn the_plain_format_tells_as_much_in_other_words_and_quotes_the_same() {
    for lang in Lang::ALL {
        let count = |format| lines(&full(format, lang)).len();
        assert_eq!(count(NoteFormat::Peer), count(NoteFormat::Imr));
    }
    for format in NoteFormat::ALL {
        assert_eq!(
            quoted(&full(format, Lang::En)),
            quoted(&full(NoteFormat::Imr, Lang::En)),
            "{format:?}"
        );
    }
}

#[test]
fn nothing_is_written_that_was_not_recorded_and_no_judgement_is_drafted() {
    for format in NoteFormat::ALL {
        let case = Case {
            format,
            ..Case::empty()
        };
        // `shown` looks at the judgements.
        assert_eq!(case.shown().lines().count(), 2, "{format:?}");
    }
}

#[test]
fn what_is_carried_over_is_marked_in_one_section_of_every_format() {
    for format in NoteFormat::ALL {
        let drafted = full(format, Lang::En).draft();
        let marked = drafted.iter().filter(|section| section.unconfirmed);
        let marked: Vec<_> = marked.collect();
        assert_eq!(marked.len(), 1, "{format:?}");
        assert!(marked[0].text.contains("write to the choir"), "{format:?}");
    }
}

#[test]
fn data_assessment_and_plan() {
    assert_snapshot!(full(NoteFormat::Dap, Lang::En).shown(), @"
    [Data]
    Maria H. attended.
    Also present: Ann (sister)

    Asked about major problems: none today.

    Agreed 14 November 2026: walk with Ann twice
    Result: partly done.
    What happened: “We walked once. It rained the other day.”
    Got in the way: rain

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

    Last session remembered: partly.
    What stayed from last session: “That recovery is mine to say.”
    Agenda: promise, goal, topic 1.2
    Own item: “My sleep.”
    Topic: What helps in recovery (Recovery Strategies), covered.
    Topic: loose, opened.
    Checked understanding.

    Connected information and skills with personal goals.
    Promoted hope and positive expectations.

    Role play.

    Coping skill for symptoms: slow breathing

    Own summary: “I know one thing that helps.”
    What does a good ordinary day look like for you? – “Coffee before noon.
    Music.”
    [NextSteps] (unconfirmed)
    Agreed: call the shop
    When: Monday after breakfast
    Where: at home
    With whom: Ann
    Confidence: 7 of 10.
    Could get in the way: losing nerve; Ann dials
    Serves the goal: “Play in a band.”
    From the topic: What helps in recovery

    Planned: topic 1.3
    Next session: 28 November 2026, 10:00.
    Home practice to review, agreed 14 November 2026: write to the choir
    ");
}

#[test]
fn behaviour_intervention_response_and_plan() {
    assert_snapshot!(full(NoteFormat::Birp, Lang::En).shown(), @"
    [Behaviour]
    Maria H. attended.
    Also present: Ann (sister)

    Asked about major problems: none today.

    Agreed 14 November 2026: walk with Ann twice
    Result: partly done.
    What happened: “We walked once. It rained the other day.”
    Got in the way: rain

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

    Last session remembered: partly.
    What stayed from last session: “That recovery is mine to say.”
    Own item: “My sleep.”
    [Intervention]
    Agenda: promise, goal, topic 1.2
    Topic: What helps in recovery (Recovery Strategies), covered.
    Topic: loose, opened.
    Checked understanding.

    Connected information and skills with personal goals.
    Promoted hope and positive expectations.

    Role play.

    Coping skill for symptoms: slow breathing
    [Response]
    Own summary: “I know one thing that helps.”
    What does a good ordinary day look like for you? – “Coffee before noon.
    Music.”
    [NextSteps] (unconfirmed)
    Agreed: call the shop
    When: Monday after breakfast
    Where: at home
    With whom: Ann
    Confidence: 7 of 10.
    Could get in the way: losing nerve; Ann dials
    Serves the goal: “Play in a band.”
    From the topic: What helps in recovery

    Planned: topic 1.3
    Next session: 28 November 2026, 10:00.
    Home practice to review, agreed 14 November 2026: write to the choir
    ");
}

#[test]
fn subjective_objective_assessment_and_plan() {
    assert_snapshot!(full(NoteFormat::Soap, Lang::En).shown(), @"
    [Subjective]
    Asked about major problems: none today.

    Agreed 14 November 2026: walk with Ann twice
    Result: partly done.
    What happened: “We walked once. It rained the other day.”
    Got in the way: rain

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

    What stayed from last session: “That recovery is mine to say.”
    Own item: “My sleep.”

    Own summary: “I know one thing that helps.”
    What does a good ordinary day look like for you? – “Coffee before noon.
    Music.”
    [Objective]
    Maria H. attended.
    Also present: Ann (sister)

    Last session remembered: partly.
    Agenda: promise, goal, topic 1.2
    Topic: What helps in recovery (Recovery Strategies), covered.
    Topic: loose, opened.
    Checked understanding.

    Connected information and skills with personal goals.
    Promoted hope and positive expectations.

    Role play.

    Coping skill for symptoms: slow breathing
    [NextSteps] (unconfirmed)
    Agreed: call the shop
    When: Monday after breakfast
    Where: at home
    With whom: Ann
    Confidence: 7 of 10.
    Could get in the way: losing nerve; Ann dials
    Serves the goal: “Play in a band.”
    From the topic: What helps in recovery

    Planned: topic 1.3
    Next session: 28 November 2026, 10:00.
    Home practice to review, agreed 14 November 2026: write to the choir
    ");
}

#[test]
fn a_peer_writes_plainly() {
    assert_snapshot!(full(NoteFormat::Peer, Lang::En).shown(), @"
    [PlainMeeting]
    Maria H. came, and we met.
    With us: Ann (sister)
    [PlainSince]
    We talked about big problems. There were none today.

    Was last time remembered? In part.
    What stayed from last time: “That recovery is mine to say.”

    On 14 November 2026 we agreed: walk with Ann twice
    How it went: partly done.
    What happened: “We walked once. It rained the other day.”
    What got in the way: rain
    [PlainGoals]
    What recovery means to Maria H., told on 21 November 2026: “Getting my mornings back.”

    We talked about the goal: “Play in a band.”
    How far it has come: some of the way.
    Done since last time: looked up two music shops
    The next step: call the shop on Main Street
    It is still the right goal.

    Maria H. set a goal: “Cook for my niece.”
    Why it matters: “She asked me.”
    A smaller goal on the way: one dish I trust
    One step: choose a dish (with help from Ann, by 24 November 2026)
    [PlainDone]
    What we planned to talk about: promise, goal, topic 1.2
    Maria H. wanted to talk about: “My sleep.”
    We looked at What helps in recovery (Recovery Strategies): we went through it.
    We looked at loose: we opened it.
    We made sure that it made sense.

    We tied what we talked about to the goals Maria H. has.
    We looked for what gives hope.

    We tried it out in a role play.

    We worked on a way to cope with symptoms: slow breathing
    [PlainWords]
    Maria H. summed up: “I know one thing that helps.”
    What does a good ordinary day look like for you? – “Coffee before noon.
    Music.”
    [PlainNext] (unconfirmed)
    To try at home: call the shop
    When: Monday after breakfast
    Where: at home
    With whom: Ann
    How sure Maria H. is of it: 7 of 10.
    What could get in the way: losing nerve; Ann dials
    It helps with the goal: “Play in a band.”
    It comes from What helps in recovery.

    Next time: topic 1.3
    We meet again on 28 November 2026, 10:00.
    Still to talk about, agreed on 14 November 2026: write to the choir
    ");
}

#[test]
fn a_peer_writes_plainly_in_danish() {
    assert_snapshot!(full(NoteFormat::Peer, Lang::Da).shown(), @"
    [PlainMeeting]
    Maria H. kom, og vi mødtes.
    Også med: Ann (sister)
    [PlainSince]
    Vi talte om store problemer. Der var ingen i dag.

    Blev sidste gang husket? Delvist.
    Det hang ved fra sidst: »That recovery is mine to say.«

    Den 14. november 2026 aftalte vi: walk with Ann twice
    Sådan gik det: noget af det blev gjort.
    Det skete der: »We walked once. It rained the other day.«
    Det kom i vejen: rain
    [PlainGoals]
    Hvad recovery betyder for Maria H., fortalt 21. november 2026: »Getting my mornings back.«

    Vi talte om målet: »Play in a band.«
    Så langt er det kommet: et stykke af vejen.
    Gjort siden sidst: looked up two music shops
    Næste skridt: call the shop on Main Street
    Det er stadig det rigtige mål.

    Maria H. satte sig et mål: »Cook for my niece.«
    Hvorfor det er vigtigt: »She asked me.«
    Et mindre mål på vejen: one dish I trust
    Et skridt: choose a dish (med hjælp fra Ann, senest 24. november 2026)
    [PlainDone]
    Det ville vi tale om: promise, goal, topic 1.2
    Maria H. ville gerne tale om: »My sleep.«
    Vi så på What helps in recovery (Recovery Strategies): vi kom igennem det.
    Vi så på loose: vi åbnede det.
    Vi sikrede os, at det gav mening.

    Vi knyttede det, vi talte om, til de mål, Maria H. har.
    Vi ledte efter det, der giver håb.

    Vi prøvede det af i et rollespil.

    Vi arbejdede med en måde at klare symptomer på: slow breathing
    [PlainWords]
    Maria H. samlede op: »I know one thing that helps.«
    What does a good ordinary day look like for you? – »Coffee before noon.
    Music.«
    [PlainNext] (unconfirmed)
    At prøve derhjemme: call the shop
    Hvornår: Monday after breakfast
    Hvor: at home
    Sammen med: Ann
    Så sikker er Maria H. på, at det lykkes: 7 af 10.
    Det kan komme i vejen: losing nerve; Ann dials
    Det hjælper med målet: »Play in a band.«
    Det kommer fra What helps in recovery.

    Næste gang: topic 1.3
    Vi mødes igen den 28. november 2026 kl. 10.00.
    Det mangler vi at tale om, aftalt 14. november 2026: write to the choir
    ");
}

#[test]
fn a_peer_writes_plainly_in_norwegian() {
    assert_snapshot!(full(NoteFormat::Peer, Lang::Nb).shown(), @"
    [PlainMeeting]
    Maria H. kom, og vi møttes.
    Med oss var: Ann (sister)
    [PlainSince]
    Vi snakket om store problemer. Det var ingen i dag.

    Ble forrige gang husket? Delvis.
    Det som satt igjen fra sist: «That recovery is mine to say.»

    Den 14. november 2026 ble vi enige om: walk with Ann twice
    Slik gikk det: noe av det ble gjort.
    Det som skjedde: «We walked once. It rained the other day.»
    Det som kom i veien: rain
    [PlainGoals]
    Hva tilfriskning betyr for Maria H., fortalt 21. november 2026: «Getting my mornings back.»

    Vi snakket om målet: «Play in a band.»
    Så langt har det kommet: et stykke på vei.
    Gjort siden sist: looked up two music shops
    Neste steg: call the shop on Main Street
    Det er fortsatt det riktige målet.

    Maria H. satte seg et mål: «Cook for my niece.»
    Hvorfor det er viktig: «She asked me.»
    Et mindre mål på veien: one dish I trust
    Et steg: choose a dish (med hjelp fra Ann, innen 24. november 2026)
    [PlainDone]
    Det vi ville snakke om: promise, goal, topic 1.2
    Maria H. ville gjerne snakke om: «My sleep.»
    Vi så på What helps in recovery (Recovery Strategies): vi gikk gjennom det.
    Vi så på loose: vi åpnet det.
    Vi forsikret oss om at det ga mening.

    Vi knyttet det vi snakket om, til målene Maria H. har.
    Vi lette etter det som gir håp.

    Vi prøvde det ut i et rollespill.

    Vi jobbet med en måte å mestre symptomer på: slow breathing
    [PlainWords]
    Maria H. oppsummerte: «I know one thing that helps.»
    What does a good ordinary day look like for you? – «Coffee before noon.
    Music.»
    [PlainNext] (unconfirmed)
    Å prøve hjemme: call the shop
    Når: Monday after breakfast
    Hvor: at home
    Sammen med: Ann
    Så sikker er Maria H. på at det går: 7 av 10.
    Det som kan komme i veien: losing nerve; Ann dials
    Det hjelper med målet: «Play in a band.»
    Det kommer fra What helps in recovery.

    Neste gang: topic 1.3
    Vi møtes igjen 28. november 2026 kl. 10.00.
    Gjenstår å snakke om, avtalt 14. november 2026: write to the choir
    ");
}

/// A session with everything that can be said of a promise, and why phases were left out.
fn fuller(format: NoteFormat, lang: Lang) -> Case {
    let mut case = full(format, lang);
    let record = &mut case.record;
    let plan = &mut record.practices_agreed[0].plan;
    plan.materials = "the number of the shop".into();
    plan.reminder = "a note on the fridge".into();
    plan.why = "a band needs a guitar".into();
    let review = record.practices_reviewed[0].review.as_mut().unwrap();
    review.effect = "slept better that night".into();
    review.obstacle_kinds = ObstacleKind::ALL.into();
    review.next_time = "well tried; take a coat".into();
    record.review_skipped = "news from home".into();
    record.plan_skipped = "too tired".into();
    case
}

#[test]
fn every_format_tells_all_of_a_promise_once() {
    for lang in Lang::ALL {
        let imr = lines(&fuller(NoteFormat::Imr, lang));
        assert_eq!(imr.len(), lines(&full(NoteFormat::Imr, lang)).len() + 8);
        for format in NoteFormat::ALL {
            let told = lines(&fuller(format, lang));
            if format == NoteFormat::Peer {
                assert_eq!(told.len(), imr.len());
            } else {
                assert_eq!(told, imr, "{format:?}");
            }
            let told = told.join("\n");
            for words in [
                "the number of the shop",
                "a note on the fridge",
                "a band needs a guitar",
                "slept better that night",
                "well tried; take a coat",
                "news from home",
                "too tired",
            ] {
                assert_eq!(told.matches(words).count(), 1, "{format:?}: {words}");
            }
        }
    }
}
