//! Supporters of the sample, with what they may see.

use api::Result;
use chrono::NaiveTime;
use domain::{
    ConsentId, ContactId, SupporterId,
    person::Person,
    supporter::{Consent, ConsentTerms, Contact, ContactDetails, Supporter},
};
use store::{About, Op};

use crate::{caseload::SampleSupporter, filler::Filler};

impl Filler<'_> {
    /// Puts a supporter through the same store as a real one, dated back.
    pub fn supporter(&mut self, person: &Person, sample: SampleSupporter) -> Result<()> {
        let supporter = Supporter {
            id: SupporterId::new(self.app.uuid()),
            details: sample.details,
        };
        let consents: Vec<Consent> = sample
            .consents
            .into_iter()
            .map(|consent| {
                let from = self.ago(consent.days_ago);
                Consent {
                    id: ConsentId::new(self.app.uuid()),
                    supporter: supporter.id,
                    terms: ConsentTerms {
                        items: consent.items,
                        from,
                        until: consent.until_in_days.map(|days| self.ahead(days)),
                        given: consent.given,
                        kept_back: consent.kept_back,
                    },
                    withdrawn: consent.withdrawn_days_ago.map(|days| self.ago(days)),
                    recorded_at: self.moment(from, NaiveTime::MIN),
                }
            })
            .collect();
        let contacts: Vec<Contact> = sample
            .contacts
            .into_iter()
            .map(|contact| Contact {
                id: ContactId::new(self.app.uuid()),
                supporter: supporter.id,
                details: ContactDetails {
                    on: self.ago(contact.days_ago),
                    how: contact.how,
                    words: contact.words,
                },
            })
            .collect();
        let about = About::person(person.id);
        Ok(self
            .store
            .transact(Op::SaveSupporter, about, person.added_at, |tx| {
                tx.save_supporter(person.id, &supporter)?;
                consents
                    .iter()
                    .try_for_each(|consent| tx.give_consent(person.id, consent))?;
                contacts
                    .iter()
                    .try_for_each(|contact| tx.add_contact(person.id, contact))
            })?)
    }
}
