//! What opens a vault and what does not.

use std::collections::HashSet;

use store::{Error, KdfCost, Op, Passphrase, Presence, RecoveryCode, Secret, Store, presence};

use crate::kit::*;

#[test]
fn fifty_wrong_passphrases_are_named_as_such_and_then_the_right_one_opens() {
    let Desk { dir, store, .. } = desk_with(&person(1));
    store.close().unwrap();
    assert_eq!(presence(dir.path()), Presence::Vault);
    for n in 0..50 {
        let wrong = Passphrase::new(format!("{WORDS}{n}"));
        let opened = Store::open(dir.path(), Secret::Passphrase(&wrong), at(1));
        assert!(matches!(opened, Err(Error::WrongPassphrase)), "{opened:?}");
    }
    let empty = Passphrase::new("");
    assert!(matches!(
        Store::open(dir.path(), Secret::Passphrase(&empty), at(1)),
        Err(Error::WrongPassphrase)
    ));
    assert_eq!(open(dir.path()).unwrap().people().unwrap().len(), 1);
}

#[test]
fn the_recovery_code_opens_is_noted_and_allows_a_new_passphrase() {
    let Desk { dir, store, code } = desk_with(&person(1));
    store.close().unwrap();
    let printed = code.to_string();
    let typed = RecoveryCode::parse(&printed.to_lowercase().replace('-', " ")).unwrap();
    let mut store = Store::open(dir.path(), Secret::RecoveryCode(&typed), at(30)).unwrap();
    assert!(store.opened_by_recovery());
    assert_eq!(
        store.audit(at(30), at(30)).unwrap()[0].op,
        Op::OpenWithRecoveryCode
    );
    let new = Passphrase::new("four green lamps hum");
    store.set_passphrase(&new, at(31)).unwrap();
    assert!(!store.opened_by_recovery());
    // Only once, and never in a vault that the passphrase opened.
    assert!(matches!(
        store.set_passphrase(&new, at(32)),
        Err(Error::WrongPassphrase)
    ));
    store.close().unwrap();
    assert!(matches!(open(dir.path()), Err(Error::WrongPassphrase)));
    let store = Store::open(dir.path(), Secret::Passphrase(&new), at(33)).unwrap();
    assert_eq!(store.people().unwrap().len(), 1);
    store.close().unwrap();
    Store::open(dir.path(), Secret::RecoveryCode(&typed), at(34)).unwrap();
}

#[test]
fn another_vaults_recovery_code_is_named_as_wrong() {
    let other = desk();
    let Desk { dir, store, .. } = desk();
    store.close().unwrap();
    let opened = Store::open(dir.path(), Secret::RecoveryCode(&other.code), at(1));
    assert!(
        matches!(opened, Err(Error::WrongRecoveryCode)),
        "{opened:?}"
    );
}

#[test]
fn changing_the_passphrase_asks_for_the_old_one_and_leaves_the_data_alone() {
    let Desk { dir, mut store, .. } = desk_with(&person(1));
    let new = Passphrase::new("four green lamps hum");
    let database = dir.path().join("vault/vault.db");
    store.settle().unwrap();
    let before = std::fs::read(&database).unwrap();
    assert!(matches!(
        store.change_passphrase(&new, &new, at(40)),
        Err(Error::WrongPassphrase)
    ));
    store
        .change_passphrase(&passphrase(), &new, at(41))
        .unwrap();
    assert_eq!(
        std::fs::read(&database).unwrap(),
        before,
        "only the header is rewritten"
    );
    store.check_passphrase(&new).unwrap();
    assert!(store.check_passphrase(&passphrase()).is_err());
    store.close().unwrap();
    assert!(matches!(open(dir.path()), Err(Error::WrongPassphrase)));
    Store::open(dir.path(), Secret::Passphrase(&new), at(42)).unwrap();
}

#[test]
fn no_two_vaults_share_a_key_a_salt_or_a_code() {
    let mut seen = HashSet::new();
    for _ in 0..5 {
        let desk = desk();
        assert!(seen.insert(desk.code.to_string()));
        let header = std::fs::read_to_string(desk.dir.path().join("vault/vault.hdr")).unwrap();
        for word in ["salt", "nonce", "wrapped"] {
            let places: Vec<_> = header.match_indices(word).map(|(i, _)| i).collect();
            assert_eq!(places.len(), 2);
            for place in places {
                assert!(seen.insert(header[place..place + 40].to_owned()));
            }
        }
    }
}

#[test]
fn the_real_cost_is_at_least_the_floor() {
    let cost = KdfCost::calibrated();
    println!(
        "calibrated: {} MiB, t {}, p {}",
        cost.m_kib / 1024,
        cost.t,
        cost.p
    );
    assert!(cost.m_kib >= 64 * 1024 && cost.t >= 3);
}
