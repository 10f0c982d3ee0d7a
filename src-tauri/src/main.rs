//! The desktop window: puts clock, data folder and windows together and starts them.
//!
//! This crate is the only one that knows Tauri. What the program does stands in `api`; here is only what needs a window,
//! a dialog or a printer.

#![cfg_attr(windows, windows_subsystem = "windows")]

mod clipboard;
mod dialogs;
mod env;
mod hardening;
mod idle;
#[cfg(target_os = "linux")]
mod instance;
mod ipc;
#[cfg(all(target_os = "linux", target_env = "gnu"))]
mod memory;
mod monitors;
mod outside;
mod paths;
mod print;
#[cfg(target_os = "linux")]
mod recent;
mod shell;
#[cfg(all(test, target_os = "linux"))]
mod stage;
#[cfg(target_os = "linux")]
mod webkit;
mod windows;

#[cfg(target_os = "linux")]
use std::thread;
use std::{
    ffi::{OsStr, OsString},
    path::PathBuf,
    process::ExitCode,
};

use tauri::{Manager, RunEvent, WindowEvent};

use crate::shell::Shell;

/// The name under which this program does the same work without a window. In a package it is a link to this one file, so
/// that half of the program is not installed twice.
const WITHOUT_WINDOW: &str = "waymark-cli";

fn main() -> ExitCode {
    if called() == Some(WITHOUT_WINDOW.into()) {
        return cli::main();
    }
    hardening::prepare();
    match start() {
        Ok(code) => code,
        Err(error) => {
            tell(&error.to_string());
            ExitCode::FAILURE
        }
    }
}

/// The name that this program was started by.
fn called() -> Option<OsString> {
    let path = PathBuf::from(std::env::args_os().next()?);
    path.file_stem().map(OsStr::to_owned)
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
    #[cfg(target_os = "linux")]
    let start = instance::find(&instance);
    #[cfg(target_os = "linux")]
    if matches!(start, instance::Start::Later) {
        return Ok(ExitCode::SUCCESS);
    }
    find_display()?;
    let app = api::App::new(folder.path, Box::new(env::System::new()))
        .map_err(StartError::Content)?
        .with_sample(sample::fill);

    let builder = tauri::Builder::default();
    #[cfg(not(target_os = "linux"))]
    let builder = builder.plugin(
        tauri_plugin_single_instance::Builder::new()
            .callback(|app, _, _| come_back(app))
            .build(),
    );
    let tauri = builder
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
    // Dialogs open over a window, so this comes last; nothing has asked the core anything yet.
    let desk = outside::Desk(tauri.handle().clone());
    tauri.manage(Shell::new(app.with_outside(desk)));
    windows::open_main(tauri.handle())?;
    #[cfg(target_os = "linux")]
    if let instance::Start::First(bell) = start {
        let app = tauri.handle().clone();
        thread::Builder::new()
            .name("bell".to_owned())
            .spawn(move || {
                while bell.wait() {
                    come_back(&app);
                }
            })?;
    }
    #[cfg(target_os = "linux")]
    follow_monitors(tauri.handle())?;
    idle::watch(tauri.handle().clone())?;

    let code = tauri.run_return(|app, event| {
        if let RunEvent::Exit = event {
            // Checkpoints and wipes the key. What is not saved by now was never acknowledged.
            let _ = ipc::lock(&app.state::<Shell>());
        }
    });
    Ok(u8::try_from(code).map_or(ExitCode::FAILURE, ExitCode::from))
}

/// Moves the turned screen when monitors come and go.
#[cfg(target_os = "linux")]
fn follow_monitors(app: &tauri::AppHandle) -> std::io::Result<()> {
    if let Some(screen) = gtk::gdk::Screen::default() {
        let app = app.clone();
        screen.connect_monitors_changed(move |_| windows::monitors_changed(&app));
    }
    #[cfg(feature = "e2e")]
    if let Some(file) = std::env::var_os("WAYMARK_E2E_MONITORS") {
        // Nothing tells of a file's change, so it is looked at again and again.
        let app = app.clone();
        thread::Builder::new().spawn(move || {
            let mut last = std::fs::read(&file).ok();
            loop {
                thread::sleep(std::time::Duration::from_millis(100));
                let now = std::fs::read(&file).ok();
                if now != last {
                    last = now;
                    let handle = app.clone();
                    let _ = app.run_on_main_thread(move || windows::monitors_changed(&handle));
                }
            }
        })?;
    }
    Ok(())
}

/// Somebody started the program again: whatever this one was about to do, its window comes forward.
fn come_back(app: &tauri::AppHandle) {
    app.state::<Shell>().stay();
    windows::bring_forward(app);
}

/// How many times the page is asked while the core holds words that would go with the program: one that is being begun anew
/// because of a lock hears nothing yet.
const ASKED_FOR_HELD: u32 = 4;

/// Leaves in two steps: the page saves and says `leave`, or `stay` where words would be lost. A page that says neither in
/// its time is not there any more.
fn leave(app: &tauri::AppHandle) {
    let times = |app: &tauri::AppHandle| {
        let holds = app.state::<Shell>().app().holds_words();
        if holds { ASKED_FOR_HELD } else { 1 }
    };
    let ask = |app: &tauri::AppHandle| ipc::tell(app, ipc::event::CLOSING);
    let end = |app: &tauri::AppHandle| app.exit(0);
    app.state::<Shell>().leave(ask, times, end, app.clone());
}

/// Fails when no window can be opened, before Tauri would panic over it.
#[cfg(target_os = "linux")]
fn find_display() -> Result<(), StartError> {
    gtk::init().map_err(|_| StartError::NoDisplay)?;
    recent::keep_none();
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
