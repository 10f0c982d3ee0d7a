//! The one command of the page, and the few rows of it that need a window, a dialog or a printer.

use api::{ApiError, ErrorCode, Result, Window, wire::MakePaper};
use serde::{Deserialize, de::DeserializeOwned};
use serde_json::{Value, json};
use tauri::{AppHandle, Emitter, Manager, State, WebviewWindow};
use zeroize::Zeroizing;

use crate::{
    dialogs::{self, Choice},
    print,
    shell::Shell,
    windows,
};

/// What the core tells the page without being asked. `isolation/isolation.js` lets the page listen to these and no others.
pub mod event {
    /// The vault locked itself.
    pub const LOCKED: &str = "locked";
    /// Nobody has been there for so long that it locks within a minute.
    pub const LOCK_SOON: &str = "lock-soon";
    /// Somebody is there again, so it does not.
    pub const LOCK_OFF: &str = "lock-off";
    /// The turned screen was turned back.
    pub const TURNED_BACK: &str = "turned-back";
    /// Something about the vault is other than the page was told: a backup was made, or failed; it can be saved again.
    pub const VAULT_CHANGED: &str = "vault-changed";
}

/// Answers a row of the command table, JSON in, JSON out, away from the window's thread.
///
/// # Errors
/// Whatever the row returns. A row that panics is `Internal`; the window stays up and what was saved is saved.
#[tauri::command]
pub async fn call(
    window: WebviewWindow,
    shell: State<'_, Shell>,
    name: String,
    request: String,
) -> Result<String> {
    // Passphrases come this way. Tauri's own copy of the message is freed, but not wiped.
    let request = Zeroizing::new(request);
    let app = shell.app();
    shell.called();
    let answered = tauri::async_runtime::spawn_blocking(move || {
        let caller = if window.label() == windows::MAIN {
            Window::Main
        } else {
            Window::Turned
        };
        let answer = match ShellCommand::named(&name) {
            Some(_) if caller != Window::Main || app.is_turned() => {
                return Err(ErrorCode::ScreenTurned.into());
            }
            Some(command) => return command.run(&window, &app, &request),
            None => api::call(&app, caller, &name, &request)?,
        };
        follow(window.app_handle(), &name, &answer)?;
        Ok(answer)
    })
    .await;
    answered.unwrap_or_else(|failure| Err(ApiError::new(ErrorCode::Internal).with("what", failure)))
}

/// Locks the vault as the page would.
///
/// # Errors
/// Whatever closing the vault returns.
pub fn lock(shell: &Shell) -> Result<String> {
    api::call(
        &shell.app(),
        Window::Main,
        "lock",
        &Zeroizing::new("{}".to_owned()),
    )
}

/// Does what has to follow in the windows when a row of the table has been answered.
fn follow(app: &AppHandle, name: &str, answer: &str) -> Result<()> {
    match name {
        "turn_screen" => {
            windows::turn(app).map_err(|e| ApiError::new(ErrorCode::Internal).with("what", e))?
        }
        "turn_back" => {
            let answer: Value = serde_json::from_str(answer).unwrap_or_default();
            let says = |what| answer.get(what) == Some(&Value::Bool(true));
            if says("back") || says("locked") {
                windows::turn_back(app);
                let back = says("back");
                tell(
                    app,
                    if back {
                        event::TURNED_BACK
                    } else {
                        event::LOCKED
                    },
                );
            }
        }
        "lock" | "restore" => windows::turn_back(app),
        "change_settings" => windows::check_spelling(app),
        _ => {}
    }
    Ok(())
}

/// Tells the pages of both windows that something happened.
pub fn tell(app: &AppHandle, event: &str) {
    // A page that is just loading misses it and asks for the state anyway.
    let _ = app.emit(event, ());
}

/// The rows that the shell answers itself.
#[derive(Clone, Copy)]
enum ShellCommand {
    SavePaper,
    PrintPaper,
    ChooseFolder,
    ChooseBackup,
    Dictionaries,
    Monitors,
}

/// What goes to a file: the paper's own fields stand beside these.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct SaveAs {
    suggested_name: String,
    #[serde(flatten)]
    paper: Value,
}

impl ShellCommand {
    fn named(name: &str) -> Option<Self> {
        Some(match name {
            "save_paper" => Self::SavePaper,
            "print_paper" => Self::PrintPaper,
            "choose_folder" => Self::ChooseFolder,
            "choose_backup" => Self::ChooseBackup,
            "dictionaries" => Self::Dictionaries,
            "monitors" => Self::Monitors,
            _ => return None,
        })
    }

    fn run(self, window: &WebviewWindow, app: &api::App, request: &str) -> Result<String> {
        let answer = match self {
            Self::SavePaper => {
                let ask: SaveAs = read(request)?;
                let paper: MakePaper = from_value(ask.paper)?;
                let path = dialogs::choose(
                    window,
                    &Choice::SavePdf {
                        name: file_name(&ask.suggested_name),
                    },
                );
                if let Some(path) = &path {
                    api::act::hand_off::save_paper(app, &paper, path)?;
                }
                json!({ "path": path })
            }
            Self::PrintPaper => {
                let paper: MakePaper = read(request)?;
                let pdf = api::paper::pdf(app, &paper)?;
                let printed = print::print(&pdf).map_err(|failure| {
                    ApiError::new(ErrorCode::CannotPrint).with("what", failure)
                })?;
                if printed {
                    api::act::hand_off::printed(app, &paper)?;
                }
                json!({ "printed": printed })
            }
            Self::Monitors => {
                let monitors = windows::monitors(window)
                    .map_err(|e| ApiError::new(ErrorCode::Internal).with("what", e))?;
                json!({ "monitors": monitors })
            }
            Self::ChooseFolder => json!({ "path": dialogs::choose(window, &Choice::Folder) }),
            Self::ChooseBackup => json!({ "path": dialogs::choose(window, &Choice::File) }),
            Self::Dictionaries => json!({ "tags": windows::dictionaries(window) }),
        };
        Ok(answer.to_string())
    }
}

fn read<T: DeserializeOwned>(request: &str) -> Result<T> {
    serde_json::from_str(request).map_err(|e| bad_request(&e))
}

fn from_value<T: DeserializeOwned>(value: Value) -> Result<T> {
    serde_json::from_value(value).map_err(|e| bad_request(&e))
}

/// Says where a request is wrong without quoting it: it may hold somebody's words.
fn bad_request(error: &serde_json::Error) -> ApiError {
    let what = format!(
        "{:?} at line {} column {}",
        error.classify(),
        error.line(),
        error.column()
    );
    ApiError::new(ErrorCode::BadRequest).with("what", what)
}

/// Makes a suggested name fit for every file system; a name that is only a suggestion need not keep every letter.
fn file_name(suggested: &str) -> String {
    let kept: String = suggested
        .chars()
        .map(|c| {
            if c.is_control() || r#"/\:*?"<>|"#.contains(c) {
                '-'
            } else {
                c
            }
        })
        .take(120)
        .collect();
    let stem = kept.trim().trim_end_matches(".pdf").trim_matches('.');
    format!("{}.pdf", if stem.is_empty() { "waymark" } else { stem })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;

    #[test]
    fn a_suggested_name_fits_every_file_system() {
        for (given, kept) in [
            ("Maria H. 2026-11-21.pdf", "Maria H. 2026-11-21.pdf"),
            ("What helps? 1.2", "What helps- 1.2.pdf"),
            ("../../etc/passwd", "-..-etc-passwd.pdf"),
            ("Åse Ødegård", "Åse Ødegård.pdf"),
            ("a\u{0}b\nc", "a-b-c.pdf"),
            ("  ", "waymark.pdf"),
            (".pdf", "waymark.pdf"),
        ] {
            assert_eq!(file_name(given), kept, "{given}");
        }
        assert!(file_name(&"x".repeat(500)).len() < 130);
    }

    #[test]
    fn every_row_of_the_shell_has_a_name_of_its_own() {
        for name in [
            "save_paper",
            "print_paper",
            "choose_folder",
            "choose_backup",
            "dictionaries",
            "monitors",
        ] {
            assert!(ShellCommand::named(name).is_some());
            assert!(
                !api::commands::COMMANDS.iter().any(|row| row.name == name),
                "{name} stands in both tables"
            );
        }
        assert!(ShellCommand::named("app_state").is_none());
    }

    #[test]
    fn a_save_request_is_a_paper_and_a_name() {
        let ask: SaveAs = read(
            r#"{"suggestedName":"n","paper":{"kind":"helpNow"},"size":"normal","format":null}"#,
        )
        .unwrap();
        assert_eq!(ask.suggested_name, "n");
        let paper: MakePaper = from_value(ask.paper).unwrap();
        assert_eq!(paper.paper, api::wire::PaperRequest::HelpNow);
        assert_eq!(
            read::<MakePaper>("{\"paper\":\"secret words\"}")
                .unwrap_err()
                .code,
            ErrorCode::BadRequest
        );
    }
}
