//! The system's file dialogs. One that stands open when the vault locks goes with it: the name it offers is somebody's.

use std::path::PathBuf;
#[cfg(target_os = "linux")]
use std::{cell::RefCell, sync::mpsc};

use api::outside::Choice;
#[cfg(target_os = "linux")]
use gtk::{FileChooserAction, FileChooserNative, FileFilter, ResponseType, prelude::*};
use tauri::{AppHandle, WebviewWindow};

#[cfg(target_os = "linux")]
thread_local! {
    /// A native dialog lives only as long as somebody holds it.
    static OPEN: RefCell<Option<FileChooserNative>> = const { RefCell::new(None) };
}

/// Asks for a path and waits; `None` when the user thought better of it. Not to be called on the window's thread.
pub fn choose(window: &WebviewWindow, what: &Choice) -> Option<PathBuf> {
    #[cfg(feature = "e2e")]
    if let Some(folder) = std::env::var_os("WAYMARK_E2E_SAVE_DIR") {
        // Nobody sits in front of an end-to-end test to answer a dialog.
        let folder = PathBuf::from(folder);
        return Some(match what {
            Choice::Save { name, .. } => folder.join(name),
            Choice::File => std::env::var_os("WAYMARK_E2E_OPEN").map_or(folder, PathBuf::from),
            Choice::Folder => folder,
        });
    }
    ask(window, what)
}

#[cfg(target_os = "linux")]
fn ask(window: &WebviewWindow, what: &Choice) -> Option<PathBuf> {
    let (answer, wait) = mpsc::channel();
    let (parent, what) = (window.clone(), what.clone());
    window
        .run_on_main_thread(move || show(parent.gtk_window().ok().as_ref(), &what, answer))
        .ok()?;
    // Nobody answers any more where the dialog was closed from here.
    wait.recv().ok().flatten()
}

/// To be called on the window's thread.
#[cfg(target_os = "linux")]
fn show(
    parent: Option<&gtk::ApplicationWindow>,
    what: &Choice,
    answer: mpsc::Sender<Option<PathBuf>>,
) {
    let action = match what {
        Choice::Save { .. } => FileChooserAction::Save,
        Choice::Folder => FileChooserAction::SelectFolder,
        Choice::File => FileChooserAction::Open,
    };
    // GTK has titles and labels for each action in the system's language.
    let dialog = FileChooserNative::new(None, parent, action, None, None);
    dialog.set_modal(true);
    dialog.set_do_overwrite_confirmation(true);
    if let Choice::Save { name, ending } = what {
        let kind = FileFilter::new();
        kind.set_name(Some(&ending.to_uppercase()));
        kind.add_pattern(&format!("*.{ending}"));
        dialog.add_filter(kind);
        dialog.set_current_name(name);
    }
    dialog.connect_response(move |dialog, response| {
        let path = (response == ResponseType::Accept)
            .then(|| dialog.filename())
            .flatten();
        // If the program is ending, nobody waits.
        let _ = answer.send(path);
        OPEN.with(|open| open.borrow_mut().take());
    });
    dialog.show();
    OPEN.with(|open| open.replace(Some(dialog)));
}

/// Closes the dialog that is open, as if somebody had thought better of it.
#[cfg(target_os = "linux")]
pub fn close(app: &AppHandle) {
    // Fails only when the program is ending.
    let _ = app.run_on_main_thread(close_open);
}

/// To be called on the window's thread.
#[cfg(target_os = "linux")]
fn close_open() {
    // Whoever asked hears of it when the dialog is dropped, and its answer with it.
    if let Some(dialog) = OPEN.with(RefCell::take) {
        dialog.hide();
    }
}

/// Elsewhere a dialog that is open stays until somebody answers it.
#[cfg(not(target_os = "linux"))]
pub fn close(_: &AppHandle) {}

#[cfg(not(target_os = "linux"))]
fn ask(window: &WebviewWindow, what: &Choice) -> Option<PathBuf> {
    let dialog = rfd::AsyncFileDialog::new().set_parent(window);
    let chosen = tauri::async_runtime::block_on(async {
        match what {
            Choice::Save { name, ending } => {
                dialog
                    .add_filter(ending.to_uppercase(), &[*ending])
                    .set_file_name(name)
                    .save_file()
                    .await
            }
            Choice::Folder => dialog.pick_folder().await,
            Choice::File => dialog.pick_file().await,
        }
    });
    chosen.map(|file| file.path().to_path_buf())
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]

    use super::*;
    use crate::stage;

    fn windows() -> usize {
        let all = gtk::Window::list_toplevels().into_iter();
        all.filter(WidgetExt::is_visible).count()
    }

    #[test]
    fn a_dialog_that_is_open_goes_when_the_vault_locks_and_nothing_is_chosen() {
        if stage::part().is_none() {
            let display = stage::Display::start();
            let test = "dialogs::tests::a_dialog_that_is_open_goes_when_the_vault_locks_and_nothing_is_chosen";
            return display.play(test, "dialog", &std::env::temp_dir());
        }
        gtk::init().unwrap();
        for what in [
            Choice::Save {
                name: "Maria H. 2026-11-21.pdf".to_owned(),
                ending: "pdf",
            },
            Choice::Folder,
            Choice::File,
        ] {
            let (answer, wait) = mpsc::channel();
            show(None, &what, answer);
            stage::wait(200);
            assert_eq!(windows(), 1, "{what:?}");
            close_open();
            stage::wait(50);
            assert_eq!(windows(), 0, "{what:?}");
            assert_eq!(wait.try_recv(), Err(mpsc::TryRecvError::Disconnected));
        }
        close_open();
    }
}
