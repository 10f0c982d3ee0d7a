//! Supporters, what they may see, and what was said to them.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use domain::{
    ConsentId, PersonId, SupporterId,
    supporter::{
        Consent, ConsentItem, ConsentTerms, Contact, ContactDetails, Standing, Supporter,
        SupporterDetails,
    },
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

asks! {
    /// Adds a supporter, or changes what is known of one.
    SaveSupporter {
        /// Whose they are.
        person: PersonId,
        /// Which; `None` for a new one.
        supporter: Option<SupporterId>,
        /// What is known of them; a name is enough.
        details: SupporterDetails,
    }
    /// Writes down what the person lets a supporter see and be told.
    GiveConsent {
        /// Who gives it.
        person: PersonId,
        /// Who may.
        supporter: SupporterId,
        /// What, and how long.
        terms: ConsentTerms,
    }
    /// Writes down that a consent was taken back.
    WithdrawConsent {
        /// Who gave it.
        person: PersonId,
        /// Which.
        consent: ConsentId,
        /// The day; from it on nothing of it holds.
        on: NaiveDate,
    }
    /// Writes down something that was said to a supporter or by them.
    AddContact {
        /// Whose supporter.
        person: PersonId,
        /// Which.
        supporter: SupporterId,
        /// What happened.
        contact: ContactDetails,
    }
    /// Begins a letter to a supporter.
    WriteToSupporter {
        /// Who writes.
        person: PersonId,
        /// To whom.
        supporter: SupporterId,
    }
}

views! {
    /// A supporter with everything there is about them.
    SupporterCard {
        /// Who.
        supporter: Supporter,
        /// What they may see, be told and do today.
        may: BTreeSet<ConsentItem>,
        /// Every consent there ever was, the newest first.
        consents: Vec<ConsentCard>,
        /// What was said to them and by them, the newest first.
        contacts: Vec<Contact>,
    }
    /// A consent, and where it stands today.
    ConsentCard {
        /// What was said yes to.
        consent: Consent,
        /// Where it stands.
        standing: Standing,
    }
}
