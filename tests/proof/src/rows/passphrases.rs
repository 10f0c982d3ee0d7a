//! A wrong passphrase is called one, and a damaged vault is not.

use std::fs;

use store::{Damage, Error, Passphrase, Secret, Store};

use crate::{Got, Row, Size, child, kit};

pub const ROW: Row = Row {
    name: "passphrases",
    figure: "wrong passphrases named as such, nothing touched",
    target: "1,000 of 1,000",
    control: "the right one, and a header with a wrong bit",
    run,
};

fn run(size: Size) -> Got {
    let dir = child::vault_with_maria();
    let file = dir.path().join("vault/vault.db");
    let before = fs::read(&file).unwrap();
    let tries = size.of(1000);
    let named = (0..tries).filter(|n| {
        // Close ones among them: a letter more, another case, a space in front.
        let wrong = match n % 4 {
            0 => format!("{}{n}", kit::WORDS),
            1 => format!("{} {n}", kit::WORDS.to_uppercase()),
            2 => format!("{n} {}", kit::WORDS),
            _ => format!("wrong {n}"),
        };
        let opened = Store::open(
            dir.path(),
            Secret::Passphrase(&Passphrase::new(wrong)),
            kit::at(1),
        );
        matches!(opened, Err(Error::WrongPassphrase))
    });
    let named = named.count();
    let untouched = fs::read(&file).unwrap() == before;
    let right = kit::open(dir.path()).is_ok_and(|store| store.close().is_ok());
    for name in ["vault.hdr", "vault.hdr2"] {
        let header = dir.path().join("vault").join(name);
        let text = fs::read_to_string(&header).unwrap();
        fs::write(
            &header,
            text.replacen("\"m_kib\": 64", "\"m_kib\": 65", 1)
                .replacen('a', "b", 1),
        )
        .unwrap();
    }
    let damaged = matches!(
        kit::open(dir.path()),
        Err(Error::Damaged {
            what: Damage::Header
        }) | Err(Error::NotAVault)
    );
    Got {
        figure: format!(
            "{named} of {tries}{}",
            if untouched {
                ""
            } else {
                ", the vault was touched"
            }
        ),
        met: named == tries && untouched,
        control: format!("the right one opens: {right}, damage is called damage: {damaged}"),
        shown: right && damaged,
    }
}
