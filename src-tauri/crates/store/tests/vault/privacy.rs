//! Nothing that anybody wrote is readable in any file of the folder, nor in a backup.

use std::{fs, path::Path};

use domain::AnswerValue;
use store::{About, Op};

use crate::kit::*;

fn files(dir: &Path, into: &mut Vec<std::path::PathBuf>) {
    for entry in fs::read_dir(dir).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(&path, into);
        } else {
            into.push(path);
        }
    }
}

/// Looks for each marker in the forms in which text reaches a disk.
fn assert_unreadable(dir: &Path, markers: &[&str], when: &str) -> usize {
    let mut paths = Vec::new();
    files(dir, &mut paths);
    for path in &paths {
        let bytes = fs::read(path).unwrap();
        for marker in markers {
            let utf16: Vec<u16> = marker.encode_utf16().collect();
            let forms = [
                marker.as_bytes().to_vec(),
                utf16.iter().flat_map(|unit| unit.to_le_bytes()).collect(),
                utf16.iter().flat_map(|unit| unit.to_be_bytes()).collect(),
                data_encoding::BASE64.encode(marker.as_bytes()).into_bytes(),
                data_encoding::HEXLOWER
                    .encode(marker.as_bytes())
                    .into_bytes(),
            ];
            for form in forms {
                assert!(
                    !bytes.windows(form.len()).any(|window| window == form),
                    "“{marker}” can be read in {} {when}",
                    path.display()
                );
            }
        }
    }
    paths.len()
}

#[test]
fn no_word_can_be_read_in_any_file_at_any_time() {
    let markers = [
        "Quillmarker",
        "ZebraLantern",
        "Brombærgrød",
        "seven calm otters",
        "Signe Holm",
        "CREATE TABLE",
        "otterpin",
    ];
    let mut desk = desk();
    let dir = desk.dir.path().to_owned();
    let mut maria = person(1);
    maria.details.preferred_name = "Quillmarker".to_owned();
    save_person(&mut desk.store, &maria);
    let about = About::person(maria.id);
    let mut meeting = session(1, 1);
    meeting.summary_words = "ZebraLantern".repeat(2000);
    save_session(&mut desk.store, &meeting);
    let words = AnswerValue::Text("Brombærgrød".to_owned());
    for value in [Some(&words), None] {
        desk.store
            .transact_typing("words", Op::Answer, about, at(5), |tx| {
                tx.save_answer(maria.id, None, &answer_key("words"), value, &edition())
            })
            .unwrap();
    }
    desk.store
        .transact(Op::SetPin, About::vault(), at(5), |tx| {
            tx.set_pin("otterpin")
        })
        .unwrap();
    let mut draft = note(1, 1);
    draft.sections[0].text = "ZebraLantern Brombærgrød".to_owned();
    save_draft(&mut desk.store, &draft);
    desk.store.search("zebra", 5).unwrap();
    desk.store.undo(None, at(6)).unwrap();
    desk.store.redo(None, at(7)).unwrap();
    assert!(assert_unreadable(&dir, &markers, "while it is only in the log") >= 6);
    sign(&mut desk.store, &draft);
    let backups = folder();
    make_backup(&mut desk.store, backups.path(), at(8)).unwrap();
    desk.store.tend().unwrap();
    assert_unreadable(&dir, &markers, "after a checkpoint");
    assert_eq!(
        assert_unreadable(backups.path(), &markers, "in a backup"),
        1
    );
    desk.store.close().unwrap();
    let left = assert_unreadable(&dir, &markers, "after closing");
    assert_eq!(left, 5, "the lock, the database, two headers, the head");
}

#[cfg(unix)]
#[test]
fn only_the_owner_can_read_any_file() {
    use std::os::unix::fs::PermissionsExt;
    let mut desk = desk_with(&person(1));
    let backups = folder();
    let made = make_backup(&mut desk.store, backups.path(), at(8)).unwrap();
    let mut paths = vec![made.path];
    files(desk.dir.path(), &mut paths);
    assert!(paths.len() >= 7, "{paths:?}");
    for path in paths {
        let mode = fs::metadata(&path).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode, 0o600, "{}", path.display());
    }
    let mode = fs::metadata(desk.dir.path().join("vault"))
        .unwrap()
        .permissions()
        .mode()
        & 0o777;
    assert_eq!(mode, 0o700);
}

#[test]
fn errors_and_debug_output_hold_no_words() {
    let mut desk = desk_with(&person(1));
    let mut meeting = session(1, 1);
    meeting.agenda = format!("Quillmarker\0{}", "x".repeat(10));
    let error = desk
        .store
        .transact(
            Op::RecordSession,
            About::person(person_id(1)),
            at(5),
            |tx| tx.save_session(&meeting),
        )
        .unwrap_err();
    let shown = format!("{error} {error:?} {:?}", desk.store);
    assert!(
        !shown.contains("Quillmarker") && !shown.contains("Maria"),
        "{shown}"
    );
}
