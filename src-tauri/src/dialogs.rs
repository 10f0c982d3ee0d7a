//! The system's file dialogs.

use std::path::PathBuf;

use api::outside::Choice;
use tauri::WebviewWindow;

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
    use std::{cell::RefCell, sync::mpsc};

    use gtk::{FileChooserAction, FileChooserNative, FileFilter, ResponseType, prelude::*};

    thread_local! {
        /// A native dialog lives only as long as somebody holds it.
        static OPEN: RefCell<Option<FileChooserNative>> = const { RefCell::new(None) };
    }

    let (action, name) = match what {
        Choice::Save { name, ending } => (FileChooserAction::Save, Some((name.clone(), *ending))),
        Choice::Folder => (FileChooserAction::SelectFolder, None),
        Choice::File => (FileChooserAction::Open, None),
    };
    let (answer, wait) = mpsc::channel();
    let parent = window.clone();
    window
        .run_on_main_thread(move || {
            // GTK has titles and labels for each action in the system's language.
            let dialog =
                FileChooserNative::new(None, parent.gtk_window().ok().as_ref(), action, None, None);
            dialog.set_modal(true);
            dialog.set_do_overwrite_confirmation(true);
            if let Some((name, ending)) = name {
                let kind = FileFilter::new();
                kind.set_name(Some(&ending.to_uppercase()));
                kind.add_pattern(&format!("*.{ending}"));
                dialog.add_filter(kind);
                dialog.set_current_name(&name);
            }
            dialog.connect_response(move |dialog, response| {
                let path = (response == ResponseType::Accept)
                    .then(|| dialog.filename())
                    .flatten();
                // Whoever asked waits below; if the program is ending, nobody does.
                let _ = answer.send(path);
                OPEN.with(|open| open.borrow_mut().take());
            });
            dialog.show();
            OPEN.with(|open| open.replace(Some(dialog)));
        })
        .ok()?;
    wait.recv().ok().flatten()
}

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
