//! What was copied from the page leaves the clipboard when the vault locks.

use tauri::AppHandle;

/// Empties the clipboard, and what is marked, where it is still ours; what somebody copied elsewhere since stays.
#[cfg(target_os = "linux")]
pub fn clear(app: &AppHandle) {
    // Fails only when the program is ending, which takes the clipboard's content with it.
    let _ = app.run_on_main_thread(let_go);
}

/// To be called on the window's thread.
#[cfg(target_os = "linux")]
fn let_go() {
    for selection in [gtk::gdk::SELECTION_CLIPBOARD, gtk::gdk::SELECTION_PRIMARY] {
        if is_ours(&selection) {
            gtk::Clipboard::get(&selection).clear();
        }
    }
}

/// GTK would also clear what another program has copied since, so the display is asked whose it is.
#[cfg(target_os = "linux")]
fn is_ours(selection: &gtk::gdk::Atom) -> bool {
    gtk::gdk::selection_owner_get(selection)
        .is_some_and(|owner| owner.window_type() != gtk::gdk::WindowType::Foreign)
}

/// Elsewhere the system owns what was copied, and cannot say whose it is.
#[cfg(not(target_os = "linux"))]
pub fn clear(_: &AppHandle) {}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]

    use std::process::Stdio;

    use super::*;
    use crate::stage;

    const TEST: &str = "clipboard::tests::what_is_ours_goes_and_what_is_not_stays";

    fn clipboard() -> gtk::Clipboard {
        gtk::Clipboard::get(&gtk::gdk::SELECTION_CLIPBOARD)
    }

    fn text() -> Option<String> {
        clipboard().wait_for_text().map(Into::into)
    }

    #[test]
    fn what_is_ours_goes_and_what_is_not_stays() {
        match stage::part().as_deref() {
            None => {
                let display = stage::Display::start();
                display.play(TEST, "ours", &std::env::temp_dir());
            }
            Some("ours") => ours(),
            Some(_) => somebody_else(),
        }
    }

    fn ours() {
        gtk::init().unwrap();
        clipboard().set_text("what Maria said");
        gtk::Clipboard::get(&gtk::gdk::SELECTION_PRIMARY).set_text("what Maria said");
        assert_eq!(text().as_deref(), Some("what Maria said"));
        let_go();
        assert_eq!(text(), None);
        let marked = gtk::Clipboard::get(&gtk::gdk::SELECTION_PRIMARY);
        assert_eq!(marked.wait_for_text(), None);

        clipboard().set_text("what Maria said");
        let display = std::env::var("DISPLAY").unwrap();
        let mut other = stage::on(&display, TEST, "somebody else")
            .stdout(Stdio::null())
            .spawn()
            .unwrap();
        for _ in 0..100 {
            if text().as_deref() == Some("a phone number") {
                break;
            }
            stage::wait(100);
        }
        let_go();
        stage::wait(100);
        assert_eq!(text().as_deref(), Some("a phone number"));
        other.kill().unwrap();
        other.wait().unwrap();
    }

    fn somebody_else() {
        gtk::init().unwrap();
        clipboard().set_text("a phone number");
        stage::wait(20_000);
    }
}
