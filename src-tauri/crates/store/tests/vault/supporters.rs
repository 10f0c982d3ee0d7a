//! Supporters and consents: kept as they were given, taken back once, each with one person and no other.

use domain::{
    ConsentId,
    change::Area,
    supporter::{Consent, ConsentItem, may_see},
};
use store::{About, Error, Op, Query, Store};

use crate::kit::*;

fn with_ann() -> Desk {
    let mut desk = desk_with(&person(1));
    save(&mut desk.store, 1);
    desk
}

fn save(store: &mut Store, who: u8) {
    let about = About::person(person_id(who));
    store
        .transact(Op::SaveSupporter, about, at(3), |tx| {
            tx.save_supporter(person_id(who), &supporter(who, 1))
        })
        .unwrap();
}

fn give(store: &mut Store, who: u8, consent: &Consent) -> store::Result<()> {
    let about = About::person(person_id(who));
    store.transact(Op::GiveConsent, about, at(4), |tx| {
        tx.give_consent(person_id(who), consent)
    })
}

fn withdraw(store: &mut Store, who: u8, consent: ConsentId, on: u32) -> store::Result<()> {
    let about = About::person(person_id(who));
    store.transact(Op::WithdrawConsent, about, at(5), |tx| {
        tx.withdraw_consent(person_id(who), consent, day(on))
    })
}

#[test]
fn what_is_written_down_about_a_supporter_comes_back_as_it_was() {
    let mut desk = with_ann();
    give(&mut desk.store, 1, &consent(1, 1)).unwrap();
    let about = About::person(person_id(1));
    desk.store
        .transact(Op::AddContact, about, at(5), |tx| {
            tx.add_contact(person_id(1), &contact(1, 1))
        })
        .unwrap();
    let store = &desk.store;
    let maria = person_id(1);
    assert_eq!(store.supporters(maria).unwrap(), [supporter(1, 1)]);
    assert_eq!(store.consents(maria).unwrap(), [consent(1, 1)]);
    assert_eq!(store.contacts(maria).unwrap(), [contact(1, 1)]);
    assert_eq!(
        store.names_of_supporters().unwrap(),
        [(maria, "Ann Berg 1".to_owned())]
    );
    // Every item has its own code.
    let all = Consent {
        id: consent(1, 2).id,
        terms: domain::supporter::ConsentTerms {
            items: ConsentItem::ALL.into(),
            until: None,
            ..consent(1, 2).terms
        },
        ..consent(1, 2)
    };
    give(&mut desk.store, 1, &all).unwrap();
    assert!(desk.store.consents(maria).unwrap().contains(&all));
    for words in ["sister", "hospital", "\"help with the walk\""] {
        let hits = desk
            .store
            .find(&store::Find {
                words: Query::parse(words),
                area: Some(Area::Supporters),
                most: 9,
                ..Default::default()
            })
            .unwrap()
            .hits;
        assert!(!hits.is_empty(), "{words}");
        assert!(
            hits.iter()
                .all(|hit| hit.supporter == Some(supporter(1, 1).id))
        );
    }
    assert!(desk.store.check().unwrap().is_well());
}

#[test]
fn a_consent_is_given_once_and_taken_back_once_and_stays() {
    let mut desk = with_ann();
    let given = consent(1, 1);
    give(&mut desk.store, 1, &given).unwrap();
    assert!(matches!(
        give(&mut desk.store, 1, &given),
        Err(Error::StillNeeded)
    ));
    let seen = |desk: &Desk, on: u32| {
        let consents = desk.store.consents(person_id(1)).unwrap();
        may_see(&consents, ConsentItem::Goals, day(on))
    };
    assert!(!seen(&desk, 2) && seen(&desk, 3) && seen(&desk, 30) && !seen(&desk, 31));
    withdraw(&mut desk.store, 1, given.id, 7).unwrap();
    assert!(!seen(&desk, 3) && !seen(&desk, 8));
    assert!(matches!(
        withdraw(&mut desk.store, 1, given.id, 9),
        Err(Error::NotFound { .. })
    ));
    let stays = desk.store.consents(person_id(1)).unwrap();
    assert_eq!(stays[0].withdrawn, Some(day(7)));
    assert_eq!(stays[0].terms, given.terms);
    // Said by mistake, it is taken back like any other change.
    desk.store.undo(Some(person_id(1)), at(6)).unwrap();
    assert!(seen(&desk, 8));
    desk.store.redo(Some(person_id(1)), at(7)).unwrap();
    assert!(!seen(&desk, 8));
    // The schema itself takes no consent that ends before it starts.
    let mut backwards = consent(1, 2);
    backwards.terms.until = Some(day(1));
    assert!(give(&mut desk.store, 1, &backwards).is_err());
}

#[test]
fn nobody_consents_about_somebody_elses_supporter() {
    let mut desk = with_ann();
    save_person(&mut desk.store, &person(2));
    save(&mut desk.store, 2);
    let mixed_up = Consent {
        supporter: supporter(2, 1).id,
        ..consent(1, 1)
    };
    assert!(matches!(
        give(&mut desk.store, 1, &mixed_up),
        Err(Error::NotFound { .. })
    ));
    let about = About::person(person_id(1));
    let taken = desk.store.transact(Op::SaveSupporter, about, at(4), |tx| {
        tx.save_supporter(person_id(1), &supporter(2, 1))
    });
    assert!(taken.is_err());
    give(&mut desk.store, 1, &consent(1, 1)).unwrap();
    assert!(withdraw(&mut desk.store, 2, consent(1, 1).id, 5).is_err());
    let contact = desk.store.transact(Op::AddContact, about, at(4), |tx| {
        tx.add_contact(person_id(1), &contact(2, 1))
    });
    assert!(contact.is_err());
    assert!(desk.store.contacts(person_id(2)).unwrap().is_empty());
}

#[test]
fn what_was_taken_back_elsewhere_is_taken_back_here_too() {
    let mut here = with_ann();
    give(&mut here.store, 1, &consent(1, 1)).unwrap();
    let mut elsewhere = desk();
    let carried = here.store.archive(person_id(1)).unwrap();
    elsewhere.store.merge(&carried, at(9)).unwrap();
    withdraw(&mut elsewhere.store, 1, consent(1, 1).id, 7).unwrap();
    let back = elsewhere.store.archive(person_id(1)).unwrap();
    let report = here.store.merge(&back, at(10)).unwrap();
    assert_eq!(report.conflicts, []);
    let consents = here.store.consents(person_id(1)).unwrap();
    assert_eq!(consents[0].withdrawn, Some(day(7)));
    assert!(here.store.check().unwrap().is_well());
}
