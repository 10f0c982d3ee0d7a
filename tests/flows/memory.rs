//! After locking, nobody's words are held anywhere in the program: not by the vault, not by typst, not by a view.
//!
//! Memory that is given back is filled over here by the C library, so that what is found is what is still held.

use std::{
    fs::{self, File},
    os::unix::fs::FileExt,
    process::Command,
    thread,
    time::Duration,
};

use serde_json::{Value, json};
use tests::TestApp;

const PART: &str = "WAYMARK_TEST_PART";
/// So that the words looked for are nowhere in memory just because somebody looks for them.
const MASK: u8 = 0x55;

#[test]
fn after_locking_nobodys_words_are_held() {
    if std::env::var_os(PART).is_some() {
        return lock_and_look();
    }
    let played = Command::new(std::env::current_exe().unwrap())
        .args([
            "--exact",
            "memory::after_locking_nobodys_words_are_held",
            "--nocapture",
        ])
        .env(PART, "locks")
        .env(
            "GLIBC_TUNABLES",
            "glibc.malloc.perturb=90:glibc.malloc.tcache_count=0",
        )
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&played.stdout);
    assert!(
        played.status.success() && said.contains("1 passed"),
        "{said}{}",
        String::from_utf8_lossy(&played.stderr)
    );
}

fn lock_and_look() {
    let masked: Vec<u8> = b"marmalade juniper lighthouse"
        .iter()
        .map(|byte| byte ^ MASK)
        .collect();
    let words = || String::from_utf8(masked.iter().map(|byte| byte ^ MASK).collect()).unwrap();
    let test = TestApp::open();
    let person = test.add_person("Maria H.");
    test.get("record_statement", json!({ "person": person, "words": words(), "given": "said", "on": "2026-11-21", "chime": [] }));
    let pages = paper_of(&person);
    assert!(
        test.get("person", json!({ "person": person }))
            .to_string()
            .contains(&words())
    );
    test.get("preview", pages.clone());
    let paper = serde_json::from_value(pages).unwrap();
    let _ =
        api::act::hand_off::save_paper_as(&test.app, &paper, "", &test.dir.path().join("x.pdf"))
            .unwrap();
    assert!(
        held(&masked) > 0,
        "this way of looking finds words that are held"
    );
    test.get("lock", json!({}));
    assert_eq!(held(&masked), 0);
    // Pages that are being set at that moment: so many that the lock comes in the middle of one of a few tries.
    test.unlock();
    let filler = "one quiet morning after the other ".repeat(900);
    let long = json!({ "person": person, "words": format!("{} {filler}", words()), "given": "said", "on": "2026-11-21", "chime": [] });
    test.get("record_statement", long);
    let caught = (1..20).any(|n| {
        test.unlock();
        let was_setting = thread::scope(|scope| {
            let setting = scope.spawn(|| test.ask("preview", paper_of(&person)).is_ok());
            thread::sleep(Duration::from_millis(15 * n));
            test.get("lock", json!({}));
            let goes_on = !setting.is_finished();
            setting.join().unwrap() && goes_on
        });
        assert_eq!(held(&masked), 0);
        was_setting
    });
    assert!(caught, "no lock came in the middle");
}

fn paper_of(person: &str) -> Value {
    json!({ "paper": { "kind": "goals", "person": person }, "size": "normal", "format": null })
}

/// Counts the places in this process's memory that hold the words.
fn held(masked: &[u8]) -> usize {
    const STEP: usize = 1 << 20;
    let maps = fs::read_to_string("/proc/self/maps").unwrap();
    let memory = File::open("/proc/self/mem").unwrap();
    let mut chunk = vec![0; STEP + masked.len()];
    let mut count = 0;
    for line in maps.lines().filter(|line| line.contains(" rw")) {
        let (from, to) = line.split(' ').next().unwrap().split_once('-').unwrap();
        let [mut at, to] = [from, to].map(|number| u64::from_str_radix(number, 16).unwrap());
        while at < to {
            // What was read before would be found a second time, here.
            chunk.fill(0);
            let wanted = chunk.len().min(usize::try_from(to - at).unwrap());
            let read = memory.read_at(&mut chunk[..wanted], at).unwrap_or(0);
            let first = masked[0] ^ MASK;
            count += chunk[..read]
                .windows(masked.len())
                .filter(|window| {
                    window[0] == first
                        && window
                            .iter()
                            .zip(masked)
                            .all(|(byte, masked)| byte ^ MASK == *masked)
                })
                .count();
            at += STEP as u64;
        }
    }
    chunk.fill(0);
    count
}
