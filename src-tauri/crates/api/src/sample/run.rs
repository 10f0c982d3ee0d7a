//! One whole session through the use cases, as a clinician would go through it: for machines with no display.

use chrono::{Days, NaiveTime};
use domain::{
    AnswerKey, AnswerValue, NoteId, PersonId, SessionId, TopicId,
    goal::Progress,
    note::NoteSectionKind,
    practice::{PracticePlan, PracticeResult},
    session::{Depth, Phase, Recalled, SessionEntry, SessionText, Technique},
};

use crate::{
    App,
    error::{ErrorCode, Result},
    notes, people, sessions, sheets,
    wire::*,
};

/// What a run left behind.
#[derive(Clone, Debug)]
pub struct SessionRun {
    /// Who came.
    pub person: PersonId,
    /// The signed note.
    pub note: NoteId,
    /// The topic that was discussed.
    pub topic: TopicId,
}

/// Runs a session with the first sample person who is expected today: every phase, an inline answer, one promise, the
/// note drafted and signed.
///
/// # Errors
/// `NotFound` in a vault without the sample caseload; else whatever a use case returns.
pub fn run_session(app: &App) -> Result<SessionRun> {
    let today = people::today(app, Nothing {})?;
    let meeting = today
        .meetings
        .into_iter()
        .next()
        .ok_or(ErrorCode::NotFound)?;
    let person = meeting.person.id;
    let started = sessions::start_session(app, StartSession { person, on: None })?;
    let session = SessionId::new(started.made.ok_or(ErrorCode::NotFound)?);
    let record = |entry| sessions::record_in_session(app, RecordInSession { session, entry });
    let enter = |phase| record(SessionEntry::EnterPhase { phase });
    let say = |field, text: &str| {
        record(SessionEntry::Words {
            field,
            text: text.to_owned(),
        })
    };

    say(SessionText::Place, "Room 4")?;
    record(SessionEntry::MajorProblem {
        present: Some(false),
    })?;
    enter(Phase::LastTime)?;
    record(SessionEntry::Recalled {
        recalled: Some(Recalled::Partly),
    })?;
    enter(Phase::PracticeReview)?;
    let at = sessions::session(app, OfSession { session })?;
    for practice in at.record.practices_reviewed {
        record(SessionEntry::PracticeResult {
            practice: practice.id,
            result: Some(PracticeResult::Partly),
        })?;
    }
    enter(Phase::Goals)?;
    let at = sessions::session(app, OfSession { session })?;
    let goal = at.goals.first().map(|g| g.id);
    if let Some(goal) = goal {
        record(SessionEntry::ReviewGoal {
            goal,
            progress: Some(Progress::Some),
            done: "Looked up the opening hours.".to_owned(),
            obstacle: String::new(),
            next_step: "Go there once, just to look.".to_owned(),
            still_right: Some(true),
        })?;
    }
    enter(Phase::Agenda)?;
    let topic = at.next.map(|n| n.suggestion.topic).or_else(|| {
        at.course
            .modules
            .first()?
            .topics
            .first()
            .map(|t| t.id.clone())
    });
    let topic = topic.ok_or(ErrorCode::NotFound)?;
    enter(Phase::Topic)?;
    record(SessionEntry::Topic {
        topic: topic.clone(),
        depth: Some(Depth::Opened),
    })?;
    if let Some(key) = first_question(app, &topic, &at.person) {
        let value = Some(AnswerValue::Text(
            "A quiet morning, and somebody who says hello.".to_owned(),
        ));
        sheets::answer(
            app,
            AnswerField {
                person,
                session: Some(session),
                key,
                value,
            },
        )?;
    }
    for technique in [Technique::ConnectWithGoals, Technique::CheckUnderstanding] {
        record(SessionEntry::Technique {
            technique,
            used: true,
        })?;
    }
    record(SessionEntry::Topic {
        topic: topic.clone(),
        depth: Some(Depth::Covered),
    })?;
    enter(Phase::PracticePlan)?;
    let plan = PracticePlan {
        what: "Walk to the library and back".to_owned(),
        when: "Thursday after lunch".to_owned(),
        place: "From home".to_owned(),
        with_whom: "On my own".to_owned(),
        confidence: Some(7),
        obstacle: "If it rains, take the bus there and walk home.".to_owned(),
        goal,
        topic: Some(topic.clone()),
    };
    record(SessionEntry::AgreePractice {
        practice: None,
        plan,
    })?;
    enter(Phase::Close)?;
    say(
        SessionText::SummaryWords,
        "It is my own word. I can change it when I like.",
    )?;
    let next = app
        .now()
        .day()
        .checked_add_days(Days::new(7))
        .map(|day| day.and_time(NaiveTime::from_hms_opt(10, 0, 0).unwrap_or_default()));
    record(SessionEntry::NextMeeting { at: next })?;
    sessions::close_session(app, OfSession { session })?;

    let made = notes::draft_note(app, DraftNote { session })?.made;
    let note = NoteId::new(made.ok_or(ErrorCode::NotFound)?);
    let note = notes::note(app, OfNote { note })?.note;
    let response = "Took part throughout; chose the practice unprompted.".to_owned();
    let section = NoteSectionKind::Response;
    notes::write_note(
        app,
        WriteNote {
            note: note.id,
            section,
            text: None,
            judgement: Some(response),
            confirmed: None,
        },
    )?;
    for section in note.sections.iter().filter(|s| s.unconfirmed) {
        notes::write_note(
            app,
            WriteNote {
                note: note.id,
                section: section.kind,
                text: None,
                judgement: None,
                confirmed: Some(true),
            },
        )?;
    }
    notes::sign_note(app, OfNote { note: note.id })?;
    Ok(SessionRun {
        person,
        note: note.id,
        topic,
    })
}

fn first_question(
    app: &App,
    topic: &TopicId,
    person: &domain::person::Person,
) -> Option<AnswerKey> {
    let page = app.curriculum().page(
        topic,
        person.details.language,
        &person.details.course,
        app.now().day(),
    )?;
    page.blocks.iter().find_map(|block| match block {
        domain::document::Block::Question { id, field, .. } => Some(AnswerKey {
            topic: topic.clone(),
            block: id.clone(),
            field: field.id.clone(),
            row: 0,
            sheet: None,
        }),
        _ => None,
    })
}
