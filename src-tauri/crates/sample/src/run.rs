//! One whole session through the use cases, as a clinician would go through it: for machines with no display.

use api::{
    App, ErrorCode, Result, act, view,
    wire::{
        AnswerField, CloseSession, DraftNote, Nothing, OfNote, OfSession, RecordInSession,
        SessionView, StartSession, TopicPage, WriteNote,
    },
};
use chrono::{Days, NaiveTime};
use domain::{
    AnswerKey, AnswerValue, NoteId, PersonId, SessionId, TopicId,
    change::Change,
    document::Block,
    goal::Progress,
    note::NoteSectionKind,
    practice::{PracticePlan, PracticeResult},
    session::{Depth, Phase, Recalled, SessionEntry, SessionText, Technique},
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
    let today = view::today::today(app, Nothing {})?;
    let meeting = today.meetings.first().ok_or(ErrorCode::NotFound)?;
    let person = meeting.person.id;
    let started = act::sessions::start_session(app, StartSession { person, on: None })?;
    let session = SessionId::new(started.made.ok_or(ErrorCode::NotFound)?);
    let room = Room { app, session };
    room.look_back()?;
    let topic = room.discuss()?;
    room.promise_and_close(&topic)?;
    let note = room.write_up()?;
    Ok(SessionRun {
        person,
        note,
        topic,
    })
}

/// A session that is under way.
struct Room<'a> {
    app: &'a App,
    session: SessionId,
}

impl Room<'_> {
    fn record(&self, entry: SessionEntry) -> Result<Change> {
        let session = self.session;
        act::recording::record_in_session(self.app, RecordInSession { session, entry })
    }

    fn enter(&self, phase: Phase) -> Result<Change> {
        self.record(SessionEntry::EnterPhase { phase })
    }

    fn say(&self, field: SessionText, text: &str) -> Result<Change> {
        self.record(SessionEntry::Words {
            field,
            text: text.to_owned(),
        })
    }

    fn view(&self) -> Result<SessionView> {
        let session = self.session;
        view::session::session(self.app, OfSession { session })
    }

    /// Phases 1 to 4: how it is today, what stayed, what became of the promise and of the goal.
    fn look_back(&self) -> Result<()> {
        self.say(SessionText::Place, "Room 4")?;
        self.record(SessionEntry::MajorProblem {
            present: Some(false),
        })?;
        self.enter(Phase::LastTime)?;
        self.record(SessionEntry::Recalled {
            recalled: Some(Recalled::Partly),
        })?;
        self.enter(Phase::PracticeReview)?;
        let at = self.view()?;
        for practice in at.record.practices_reviewed {
            self.record(SessionEntry::PracticeResult {
                practice: practice.id,
                result: Some(PracticeResult::Partly),
            })?;
        }
        self.enter(Phase::Goals)?;
        if let Some(goal) = at.goals.first() {
            self.record(SessionEntry::ReviewGoal {
                goal: goal.id,
                progress: Some(Progress::Some),
                attainment: None,
                done: "Looked up the opening hours.".to_owned(),
                obstacle: String::new(),
                next_step: "Go there once, just to look.".to_owned(),
                still_right: Some(true),
            })?;
        }
        Ok(())
    }

    /// Phases 5 and 6: the topic that comes next, discussed, answered on and covered.
    fn discuss(&self) -> Result<TopicId> {
        self.enter(Phase::Agenda)?;
        let at = self.view()?;
        let first = || Some(at.course.modules.first()?.topics.first()?.id.clone());
        let next = at.next.as_ref().map(|next| next.suggestion.topic.clone());
        let topic = next.or_else(first).ok_or(ErrorCode::NotFound)?;
        self.enter(Phase::Topic)?;
        self.depth(&topic, Depth::Opened)?;
        if let Some(key) = self.first_question(&topic, &at)? {
            let words = "A quiet morning, and somebody who says hello.";
            let answer = AnswerField {
                person: at.person.id,
                session: Some(self.session),
                key,
                value: Some(AnswerValue::Text(words.to_owned())),
            };
            act::answers::answer(self.app, answer)?;
        }
        for technique in [Technique::ConnectWithGoals, Technique::CheckUnderstanding] {
            self.record(SessionEntry::Technique {
                technique,
                used: true,
            })?;
        }
        self.depth(&topic, Depth::Covered)?;
        Ok(topic)
    }

    fn depth(&self, topic: &TopicId, depth: Depth) -> Result<Change> {
        self.record(SessionEntry::Topic {
            topic: topic.clone(),
            depth: Some(depth),
        })
    }

    fn first_question(&self, topic: &TopicId, at: &SessionView) -> Result<Option<AnswerKey>> {
        let details = &at.person.details;
        let ask = TopicPage {
            topic: topic.clone(),
            language: details.language,
            course: details.course.clone(),
            person: None,
        };
        let page = view::pages::topic_page(self.app, ask)?;
        Ok(page.document.blocks.iter().find_map(|block| match block {
            Block::Question { id, field, .. } => Some(AnswerKey {
                topic: topic.clone(),
                block: id.clone(),
                field: field.id.clone(),
                row: 0,
                sheet: None,
            }),
            _ => None,
        }))
    }

    /// Phases 7 and 8: one small promise, the person's own summary, and when to meet again.
    fn promise_and_close(&self, topic: &TopicId) -> Result<()> {
        self.enter(Phase::PracticePlan)?;
        let plan = PracticePlan {
            what: "Walk to the library and back".to_owned(),
            when: "Thursday after lunch".to_owned(),
            place: "From home".to_owned(),
            with_whom: "On my own".to_owned(),
            confidence: Some(7),
            obstacle: "If it rains, take the bus there and walk home.".to_owned(),
            goal: self.view()?.goals.first().map(|goal| goal.id),
            topic: Some(topic.clone()),
            ..PracticePlan::default()
        };
        self.record(SessionEntry::AgreePractice {
            practice: None,
            plan,
        })?;
        self.enter(Phase::Close)?;
        self.say(
            SessionText::SummaryWords,
            "It is my own word. I can change it when I like.",
        )?;
        let in_a_week = self.app.now().day().checked_add_days(Days::new(7));
        let ten = NaiveTime::from_hms_opt(10, 0, 0).unwrap_or_default();
        self.record(SessionEntry::NextMeeting {
            at: in_a_week.map(|day| day.and_time(ten)),
        })?;
        let session = self.session;
        let ask = CloseSession {
            session,
            as_of_its_day: false,
        };
        act::sessions::close_session(self.app, ask)?;
        Ok(())
    }

    /// Drafts the note, adds the one judgement, confirms what was carried over, and signs.
    fn write_up(&self) -> Result<NoteId> {
        let session = self.session;
        let drafted = act::notes::draft_note(
            self.app,
            DraftNote {
                session,
                format: None,
            },
        )?;
        let note = NoteId::new(drafted.made.ok_or(ErrorCode::NotFound)?);
        let write = |section, judgement: Option<&str>, confirmed| {
            let ask = WriteNote {
                note,
                section,
                text: None,
                judgement: judgement.map(str::to_owned),
                confirmed,
            };
            act::notes::write_note(self.app, ask)
        };
        let judgement = "Took part throughout; chose the practice unprompted.";
        write(NoteSectionKind::Response, Some(judgement), None)?;
        let sections = view::note::note(self.app, OfNote { note })?.note.sections;
        for section in sections.iter().filter(|section| section.unconfirmed) {
            write(section.kind, None, Some(true))?;
        }
        act::signing::sign_note(self.app, OfNote { note })?;
        Ok(note)
    }
}
