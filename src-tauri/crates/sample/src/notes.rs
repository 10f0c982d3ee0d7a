//! Notes of the sample: drafted as real ones are, most of them signed, the older ones handed over.

use api::{Result, act};
use domain::{
    HandOffId, NoteId, PersonId, Timestamp,
    note::{Note, NoteFormat, NoteSectionKind, NoteState},
    person::Person,
    session::SessionRecord,
};
use store::{About, HandOff, Op, Outcome};

use crate::{
    caseload::{SampleNote, SampleSession},
    filler::Filler,
};

/// Notes of sample meetings older than this have been handed over already, as they would be.
const HANDED_OFF_AFTER_DAYS: u64 = 10;

impl Filler<'_> {
    pub fn note(
        &mut self,
        person: &Person,
        record: &SessionRecord,
        sample: SampleSession,
        at: Timestamp,
    ) -> Result<()> {
        let lang = self.app.settings().language;
        let format = NoteFormat::default();
        let mut note = Note {
            id: NoteId::new(self.app.uuid()),
            session: record.id,
            person: person.id,
            on: record.on,
            lang,
            format,
            sections: act::draft::sections(self.app, self.store, record, format, lang)?,
            state: NoteState::Draft,
            addenda: Vec::new(),
        };
        for section in &mut note.sections {
            section.unconfirmed &= sample.note != SampleNote::Signed;
            if section.kind == NoteSectionKind::Response {
                section.judgement.clone_from(&sample.response);
            }
        }
        self.store
            .transact(Op::DraftNote, About::person(person.id), at, |tx| {
                tx.save_draft(&note)
            })?;
        if sample.note == SampleNote::Signed {
            let by = self.store.practitioner()?.signature();
            let facts = act::signing::facts(self.app, self.store, record)?;
            self.store
                .transact(Op::SignNote, About::person(person.id), at, |tx| {
                    tx.sign_note(note.id, &by, &facts, at)
                })?;
            if sample.days_ago > HANDED_OFF_AFTER_DAYS {
                self.hand_off(person.id, note.id, at)?;
            }
        }
        Ok(())
    }

    fn hand_off(&mut self, person: PersonId, note: NoteId, at: Timestamp) -> Result<()> {
        let hand_off = HandOff {
            id: HandOffId::new(self.app.uuid()),
            note: Some(note),
            person: Some(person),
            what: "note".to_owned(),
            at,
            format: "pdf".to_owned(),
            to: String::new(),
            without_consent: Default::default(),
            topics: Vec::new(),
            draft: false,
            outcome: Outcome::Left,
        };
        let about = About::person(person);
        let entered = |tx: &mut store::Tx<'_>| tx.add_hand_off(&hand_off);
        Ok(self.store.transact(Op::HandOff, about, at, entered)?)
    }
}
