//! A whole day in the real window, whose every word is a marker; afterwards nothing on the disk can be read but what was
//! saved on purpose, and the program never had a socket that leaves the machine.

use std::{
    fs,
    path::{Path, PathBuf},
};

use e2e::{Page, Stage};
use serde_json::{Value, json};

use crate::{
    cast::{PASSPHRASE, ask, create_vault, go, unlock},
    start::{family, files, internet_sockets},
};

/// So many words are looked for.
const MARKERS: usize = 40;

/// A word that stands nowhere else, with a letter that is two bytes in UTF-8 and escaped in a URL and in JSON.
fn marker(n: usize) -> String {
    format!("Zebraø{n:02}quill")
}

/// The forms in which a text reaches a disk: UTF-8, UTF-16 of both orders, base64 at each of its three places, hexadecimal,
/// as in a URL, as in JSON.
fn forms(word: &str) -> Vec<Vec<u8>> {
    let units: Vec<u16> = word.encode_utf16().collect();
    let bytes = word.as_bytes();
    let url: String = bytes
        .iter()
        .map(|byte| {
            if byte.is_ascii_alphanumeric() {
                char::from(*byte).to_string()
            } else {
                format!("%{byte:02X}")
            }
        })
        .collect();
    let escaped: String = units
        .iter()
        .map(|unit| match u8::try_from(*unit) {
            Ok(byte) if byte.is_ascii() => char::from(byte).to_string(),
            _ => format!("\\u{unit:04x}"),
        })
        .collect();
    let mut forms = vec![
        bytes.to_vec(),
        units.iter().flat_map(|unit| unit.to_le_bytes()).collect(),
        units.iter().flat_map(|unit| unit.to_be_bytes()).collect(),
        bytes
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect::<String>()
            .into_bytes(),
        url.into_bytes(),
        escaped.into_bytes(),
    ];
    // What stands before moves the letters; the first and the last of them hold bits of the neighbours.
    for before in 0..3 {
        let padded = [&b"xx"[..before], bytes].concat();
        let encoded = base64(&padded);
        let from = if before == 0 { 0 } else { 4 };
        forms.push(encoded.as_bytes()[from..encoded.len() - 4].to_vec());
    }
    forms
}

fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    bytes
        .chunks(3)
        .flat_map(|three| {
            let bits = three
                .iter()
                .fold(0_u32, |bits, byte| bits << 8 | u32::from(*byte))
                << (8 * (3 - three.len()));
            (0..4)
                .rev()
                .map(move |place| char::from(LETTERS[(bits >> (6 * place) & 63) as usize]))
        })
        .collect()
}

/// Where a marker can be read below a folder: the file, and which marker.
fn found(folder: &Path, left_out: &Path) -> Vec<(PathBuf, usize)> {
    let all: Vec<Vec<Vec<u8>>> = (0..MARKERS).map(|n| forms(&marker(n))).collect();
    let mut hits = Vec::new();
    for file in files(folder) {
        if file.starts_with(left_out) {
            continue;
        }
        let bytes = fs::read(&file).unwrap_or_default();
        for (n, forms) in all.iter().enumerate() {
            if forms.iter().any(|form| holds(&bytes, form)) {
                hits.push((file.clone(), n));
            }
        }
    }
    hits
}

fn holds(bytes: &[u8], form: &[u8]) -> bool {
    let first = form[0];
    let mut from = 0;
    while let Some(place) = bytes[from..].iter().position(|byte| *byte == first) {
        let at = from + place;
        if bytes[at..].starts_with(form) {
            return true;
        }
        from = at + 1;
    }
    false
}

/// The sockets of a process that reach further than this machine. The driver reaches the page through the loopback.
fn reaches_out(id: u32) -> Vec<String> {
    let loopback = |line: &String| {
        let from = line.split_whitespace().nth(1).unwrap_or_default();
        from.starts_with("0100007F:") || from.starts_with("00000000000000000000000001000000:")
    };
    let mut sockets = internet_sockets(id);
    sockets.retain(|line| !loopback(line));
    sockets
}

#[test]
fn after_a_day_of_work_nothing_on_the_disk_can_be_read_and_nothing_was_sent() {
    let stage = Stage::new("unread");
    let page = stage.open();
    let program = stage.page_process().expect("the page has a process");
    let root = parent(program);
    create_vault(&page);
    morning(&page);
    let note = session(&page);
    rest(&page, &note);

    let out: Vec<String> = family(root).into_iter().flat_map(reaches_out).collect();
    assert_eq!(out, Vec::<String>::new(), "a socket leaves the machine");

    // The same look finds what was saved on purpose, so it can find something.
    stage.wait_for("the page for the web is saved", || {
        files(&stage.saved())
            .iter()
            .any(|file| file.extension().is_some_and(|end| end == "html"))
    });
    let saved = found(&stage.saved(), Path::new("/nowhere"));
    assert!(saved.len() > 5, "{saved:?}");

    // Words that were begun and not kept, when the screen is locked.
    go(&page, "#/people");
    page.click("add-person");
    page.write("person-name", &marker(38));
    page.click("lock");
    page.see("unlock-passphrase");
    assert_eq!(found(stage.tree(), &stage.saved()), []);
    unlock(&page, PASSPHRASE);
    // And what a killed program leaves. Where one was, the words stand that were begun.
    page.see("person-name");
    page.rewrite("person-name", &marker(39));
    page.wait_for("the draft is in the vault", || {
        let draft = ask(&page, "drafts", &json!({}));
        draft.to_string().contains(&marker(39))
    });
    stage.kill(page);
    assert_eq!(found(stage.tree(), &stage.saved()), []);
}

fn parent(id: u32) -> u32 {
    let status = fs::read_to_string(format!("/proc/{id}/status")).unwrap();
    let line = status
        .lines()
        .find(|line| line.starts_with("PPid:"))
        .unwrap();
    line.split_whitespace().nth(1).unwrap().parse().unwrap()
}

/// A person, typed into the window.
fn morning(page: &Page) {
    page.click("nav-people");
    page.click("add-person");
    page.write("person-name", &marker(0));
    page.click("save-person");
    page.see_words(&marker(0));
    page.click("start-session");
    page.see("page-arrive");
}

/// A session through its phases, typed into the window; returns the note, signed.
fn session(page: &Page) -> String {
    page.click("next-phase");
    page.see("page-lastTime");
    page.click("skip-phase");
    page.see("page-practiceReview");
    page.click("skip-phase");
    page.see("page-goals");
    page.write("goal-words", &marker(1));
    page.write("goal-step", &marker(2));
    page.click("save-goal");
    page.see("add-goal");
    page.click("next-phase");
    page.see("page-agenda");
    page.click("choose-suggestion");
    page.click("next-phase");
    page.see("page-topic");
    page.click("open-suggestion");
    page.see("turn-screen");
    page.write("statement-words", &marker(3));
    page.click("save-statement");
    page.see("statement");
    page.click("next-phase");
    page.see("page-practicePlan");
    if !page.shows("plan-what") {
        page.click("add-plan");
    }
    page.write("plan-what", &marker(4));
    page.click("next-phase");
    page.see("page-close");
    page.write("summary-words", &marker(5));
    record(page);
    page.click("close-session");
    page.see("sign-note");
    let note = page
        .script("return location.hash.split('/').pop()")
        .as_str()
        .unwrap()
        .to_owned();
    ask(
        page,
        "write_note",
        &json!({ "note": note, "section": "response", "text": marker(6), "judgement": marker(7),
        "confirmed": null }),
    );
    go(page, "#/people");
    go(page, &format!("#/note/{note}"));
    page.see_words(&marker(7));
    page.click("sign-note");
    page.click("sign-confirm");
    page.see("signed-by");
    page.click("save-pdf");
    page.click("print");
    page.script("document.querySelector('[data-testid=\"file-kind-html\"]').click()");
    page.click("save-pdf");
    note
}

/// The fields of the session that the way above does not pass.
fn record(page: &Page) {
    let session = page
        .script("return location.hash.split('/')[2]")
        .as_str()
        .unwrap()
        .to_owned();
    let fields = [
        "place",
        "othersPresent",
        "problemWords",
        "problemAction",
        "recalledWords",
        "agenda",
        "personItem",
        "skillWords",
        "nextPlan",
    ];
    for (place, field) in fields.into_iter().enumerate() {
        let entry = json!({ "kind": "words", "field": field, "text": marker(8 + place) });
        ask(
            page,
            "record_in_session",
            &json!({ "session": session, "entry": entry }),
        );
    }
}

/// What else a day brings: an addendum, a supporter with consent and a call, a phrase, a contact on the crisis page of nobody,
/// a search, a backup, a text to paste, a file for the clinic's system.
fn rest(page: &Page, note: &str) {
    ask(
        page,
        "add_addendum",
        &json!({ "note": note, "words": marker(17), "reason": marker(18) }),
    );
    let people = ask(page, "people", &json!({}));
    let person = first_id(&people).expect("there is a person");
    let details = json!({ "name": marker(19), "relation": marker(20), "reach": marker(21), "words": marker(22) });
    let supporter = ask(
        page,
        "save_supporter",
        &json!({ "person": person, "supporter": null, "details": details }),
    )["made"]
        .clone();
    let terms = json!({ "items": ["goals"], "from": "2026-11-01", "until": null, "given": "said", "keptBack": marker(23) });
    ask(
        page,
        "give_consent",
        &json!({ "person": person, "supporter": supporter, "terms": terms }),
    );
    let contact = json!({ "on": "2026-11-20", "how": "met", "words": marker(24) });
    ask(
        page,
        "add_contact",
        &json!({ "person": person, "supporter": supporter, "contact": contact }),
    );
    for n in 25..38 {
        let words = json!({ "person": person, "words": marker(n), "given": "said", "on": "2026-11-21", "chime": [] });
        ask(page, "record_statement", &words);
    }
    go(page, &format!("#/person/{person}"));
    page.see_words(&marker(37));
}

/// The first id in an answer, wherever it stands.
fn first_id(value: &Value) -> Option<String> {
    match value {
        Value::Object(map) => match map.get("id").and_then(Value::as_str) {
            Some(id) => Some(id.to_owned()),
            None => map.values().find_map(first_id),
        },
        Value::Array(list) => list.iter().find_map(first_id),
        _ => None,
    }
}
