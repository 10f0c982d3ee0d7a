//! The desktop window: puts clock, data folder and windows together and starts them.
//!
//! This crate is the only one that knows Tauri. What the program does stands in `api`; here is only what needs a window,
//! a dialog or a printer.

#![cfg_attr(windows, windows_subsystem = "windows")]

mod dialogs;
mod env;
mod hardening;
mod idle;
mod ipc;
mod paths;
mod print;
mod shell;
#[cfg(target_os = "linux")]
mod webkit;
mod windows;

use std::process::ExitCode;

use tauri::{Manager, RunEvent, WindowEvent};

use crate::shell::Shell;

fn main() -> ExitCode {
    hardening::prepare();
    match start() {
        Ok(code) => code,
        Err(error) => {
            tell(&error.to_string());
            ExitCode::FAILURE
        }
    }
}

/// Why the window did not open.
#[derive(Debug, thiserror::Error)]
enum StartError {
    #[error(transparent)]
    Home(#[from] paths::NoHome),
    #[error(
        "there is no display to open a window on; use `waymark-cli` instead, which does the same work without one"
    )]
    NoDisplay,
    #[error("the built-in content could not be read ({0}); install Waymark again")]
    Content(api::ApiError),
    #[error("the window could not be opened ({0}); `waymark-cli` does the same work without one")]
    Window(#[from] tauri::Error),
    #[error(
        "the watch over the idle lock could not be started ({0}); close other programs and start again"
    )]
    Watch(#[from] std::io::Error),
}

fn start() -> Result<ExitCode, StartError> {
    let folder = paths::data_folder()?;
    let context = tauri::generate_context!();
    let instance = paths::instance_name(&context.config().identifier, &folder);
    find_display()?;
    let app =
        api::App::new(folder.path, Box::new(env::System::new())).map_err(StartError::Content)?;

    // First among plugins: a second start must find the first one before it does anything else. Without a session bus
    // there is nothing to find it by; then the vault's own lock file says that it is in use.
    let first = tauri_plugin_single_instance::Builder::new()
        .dbus_id(instance)
        .callback(|app, _, _| {
            app.state::<Shell>().stay();
            windows::bring_forward(app);
        })
        .build();

    let tauri = tauri::Builder::default()
        .plugin(first)
        .manage(Shell::new(app))
        .invoke_handler(tauri::generate_handler![ipc::call])
        .on_window_event(|window, event| {
            if let WindowEvent::CloseRequested { api, .. } = event
                && window.label() == windows::MAIN
            {
                api.prevent_close();
                leave(window.app_handle());
            }
        })
        .build(context)?;
    windows::open_main(tauri.handle())?;
    idle::watch(tauri.handle().clone())?;

    let code = tauri.run_return(|app, event| {
        if let RunEvent::Exit = event {
            // Checkpoints and wipes the key. What is not saved by now was never acknowledged.
            let _ = ipc::lock(&app.state::<Shell>());
        }
    });
    Ok(u8::try_from(code).map_or(ExitCode::FAILURE, ExitCode::from))
}

/// Leaves in two steps: hides the window, which makes the page save what was just typed, and ends once it had the time.
fn leave(app: &tauri::AppHandle) {
    if let Some(window) = app.get_webview_window(windows::MAIN) {
        let _ = window.hide();
    }
    let app = app.clone();
    app.state::<Shell>()
        .leave(move |shell_app| shell_app.exit(0), app.clone());
}

/// Fails when no window can be opened, before Tauri would panic over it.
#[cfg(target_os = "linux")]
fn find_display() -> Result<(), StartError> {
    gtk::init().map_err(|_| StartError::NoDisplay)?;
    if let Some(settings) = gtk::Settings::default() {
        use gtk::prelude::ObjectExt;
        // File names can hold a person's name, and this list lies open in the home folder.
        settings.set_property("gtk-recent-files-enabled", false);
    }
    Ok(())
}

#[cfg(not(target_os = "linux"))]
fn find_display() -> Result<(), StartError> {
    Ok(())
}

#[expect(clippy::print_stderr, reason = "there is no window to say it in")]
fn tell(sentence: &str) {
    eprintln!("waymark: {sentence}");
}
