//! The one command of the page, and what has to follow in the windows.

use api::{ApiError, ErrorCode, Result, Window};
use serde_json::Value;
use tauri::{AppHandle, Emitter, Manager, State, WebviewWindow};
use zeroize::Zeroizing;

use crate::{clipboard, dialogs, shell::Shell, windows};

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
    /// The window is to close: save, and then say `leave` or `stay`.
    pub const CLOSING: &str = "closing";
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
        if name == "lock" && caller == Window::Main {
            // Before anything is closed, which may fail or take for ever. The page has blanked itself.
            put_away(window.app_handle(), windows::TO_HAND_OVER);
        }
        let answer = api::call(&app, caller, &name, &request)?;
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
            if says("back") {
                windows::turn_back(app, windows::TO_HAND_OVER);
                tell(app, event::TURNED_BACK);
            } else if says("locked") {
                blank(app);
            }
        }
        "restore" | "leave_sample" => put_away(app, windows::TO_ANSWER),
        "change_settings" => windows::check_spelling(app),
        _ => {}
    }
    Ok(())
}

/// Takes from the turned window, the dialogs and the clipboard what a locked vault must not leave there.
fn put_away(app: &AppHandle, wait: std::time::Duration) {
    windows::turn_back(app, wait);
    dialogs::close(app);
    clipboard::clear(app);
}

/// Blanks both windows: the turned one goes, and the page is told, before anything is closed.
pub fn blank(app: &AppHandle) {
    app.state::<Shell>().told();
    tell(app, event::LOCKED);
    put_away(app, windows::TO_HAND_OVER);
}

/// Tells the pages of both windows that something happened.
pub fn tell(app: &AppHandle, event: &str) {
    // A page that is just loading misses it and asks for the state anyway.
    let _ = app.emit(event, ());
}
