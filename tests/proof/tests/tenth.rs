//! Every row at a tenth of its size, each in a process of its own. `cargo run --release -p proof` is the full table.

#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "tests")]

use std::process::Command;

fn proof(args: &[&str]) -> (bool, String) {
    let done = Command::new(env!("CARGO_BIN_EXE_proof"))
        .args(args)
        .output()
        .unwrap();
    let said = [done.stdout, done.stderr].concat();
    (done.status.success(), String::from_utf8(said).unwrap())
}

macro_rules! rows {
    ($($name:ident)*) => {
        $(#[test]
        fn $name() {
            let (met, said) = proof(&["--tenth", stringify!($name)]);
            println!("{said}");
            assert!(met, "{said}");
        })*

        #[test]
        fn no_row_is_left_out() {
            let (_, listed) = proof(&["--list"]);
            assert_eq!(listed.split_whitespace().collect::<Vec<_>>(), [$(stringify!($name)),*]);
        }
    };
}

rows!(kills faults power log bits passphrases derivation trail signed backups making visitors clock);

#[test]
fn an_unknown_row_is_refused() {
    let (met, said) = proof(&["nothing"]);
    assert!(!met && said.contains("There is no row nothing"), "{said}");
}
