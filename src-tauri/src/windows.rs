//! The two windows: the practitioner's, and the turned screen.
//!
//! Both are incognito, go nowhere, open nothing and ask for nothing. The page decides what they show.

use std::{
    sync::mpsc,
    thread,
    time::{Duration, Instant},
};

use api::wire::MonitorChoice;
use tauri::{
    AppHandle, Manager, PhysicalPosition, PhysicalSize, Url, UserAttentionType, WebviewUrl,
    WebviewWindow, WebviewWindowBuilder, WindowEvent,
    webview::{Color, NewWindowResponse, PageLoadEvent, PermissionResponse},
};

use crate::{monitors, paths, shell::Shell};

/// The label of the practitioner's window.
pub const MAIN: &str = "main";
/// The label of the turned screen.
pub const TURNED: &str = "turned";

/// The page colour of the light theme (LOOK.md), so that nothing flashes while the page loads.
const PAPER: Color = Color(0xFA, 0xF8, 0xF3, 0xFF);

type Builder<'a> = WebviewWindowBuilder<'a, tauri::Wry, AppHandle>;

/// Makes the practitioner's window; it shows itself when its page is there.
///
/// # Errors
/// When the system gives no window.
pub fn open_main(app: &AppHandle) -> tauri::Result<WebviewWindow> {
    let window = quiet(WebviewWindowBuilder::new(
        app,
        MAIN,
        WebviewUrl::App("index.html".into()),
    ))
    .title("Waymark")
    .inner_size(1280.0, 800.0)
    .min_inner_size(640.0, 480.0)
    .prevent_overflow()
    .visible(false)
    .on_page_load(|window, load| {
        // Only the first load shows the window: a reload behind the turned screen must not bring it forward.
        if load.event() == PageLoadEvent::Finished && window.get_webview_window(TURNED).is_none() {
            let _ = window.show();
        }
    })
    .build()?;
    settle(&window);
    check_spelling(app);
    Ok(window)
}

/// Brings the practitioner's window forward, or the turned screen while that is up.
pub fn bring_forward(app: &AppHandle) {
    if let Some(window) = app
        .get_webview_window(TURNED)
        .or_else(|| app.get_webview_window(MAIN))
    {
        // A window manager may refuse any of these; there is nothing better to do then.
        let _ = window.unminimize();
        let _ = window.show();
        let _ = window.set_focus();
    }
}

/// Asks for a look at the window that is in use, where another program lies over it.
pub fn ask_for_a_look(app: &AppHandle) {
    if let Some(window) = app
        .get_webview_window(TURNED)
        .or_else(|| app.get_webview_window(MAIN))
    {
        // A window that has the focus needs none, and a desktop without a task bar has nowhere to show it.
        let _ = window.request_user_attention(Some(UserAttentionType::Informational));
    }
}

/// Lists the monitors the turned screen could go to.
///
/// # Errors
/// When the system tells none.
pub fn monitors(window: &WebviewWindow) -> tauri::Result<Vec<MonitorChoice>> {
    let (all, here) = monitors::around(window)?;
    Ok(all
        .into_iter()
        .map(|place| MonitorChoice {
            key: place.key(),
            side: monitors::side(&place, &here),
            name: place.name,
            width: place.width,
            height: place.height,
        })
        .collect())
}

/// Opens the turned screen on the monitor that was chosen for it, or over the practitioner's window, which hides.
///
/// # Errors
/// When the system gives no window. Callable from any thread but the window's own.
pub fn turn(app: &AppHandle) -> tauri::Result<()> {
    let (done, wait) = mpsc::channel();
    let handle = app.clone();
    app.run_on_main_thread(move || {
        // The other end waits below; if it is gone, nobody is left to tell.
        let _ = done.send(open_turned(&handle));
    })?;
    wait.recv().unwrap_or(Err(tauri::Error::WindowNotFound))
}

fn open_turned(app: &AppHandle) -> tauri::Result<()> {
    if app.get_webview_window(TURNED).is_some() {
        bring_forward(app);
        return Ok(());
    }
    let main = app
        .get_webview_window(MAIN)
        .ok_or(tauri::Error::WindowNotFound)?;
    let builder =
        WebviewWindowBuilder::new(app, TURNED, WebviewUrl::App("index.html#/turned".into()));
    let builder = quiet(builder)
        .title("Waymark")
        .devtools(false)
        .decorations(false)
        .closable(false)
        .minimizable(false)
        .skip_taskbar(true)
        .visible(false);
    let turned = related_to(&main, builder).build()?;
    settle(&turned);
    narrow(&turned);
    check_spelling(app);
    // The window ends when the PIN is right or the vault locks, not by Alt+F4: behind it are other people's names.
    turned.on_window_event(|event| {
        if let WindowEvent::CloseRequested { api, .. } = event {
            api.prevent_close();
        }
    });
    place(app, &main, &turned)?;
    turned.set_focus()
}

/// Puts the turned screen on its monitor, and takes the practitioner's window away where both share one.
fn place(app: &AppHandle, main: &WebviewWindow, turned: &WebviewWindow) -> tauri::Result<()> {
    let (all, here) = monitors::around(main)?;
    let remembered = app.state::<Shell>().app().settings().turned_monitor;
    let chosen = monitors::choose(&remembered, &here, &all).and_then(|index| all.get(index));
    let covers = chosen.is_none_or(|monitor| *monitor == here);
    turned.set_always_on_top(covers)?;
    if let Some(monitor) = chosen {
        // Fullscreen is only a wish to the window manager; the size is set as well so that the wish can be ignored.
        let position = PhysicalPosition::new(monitor.x, monitor.y);
        turned.set_fullscreen(false)?;
        turned.set_size(PhysicalSize::new(monitor.width, monitor.height))?;
        turned.set_position(position)?;
        turned.show()?;
        // Once more: where a window was asked to be before it was shown may be forgotten.
        turned.set_position(position)?;
        turned.set_fullscreen_on_monitor(position.cast())?;
    } else {
        turned.show()?;
        turned.set_fullscreen(true)?;
    }
    if covers { main.hide() } else { main.show() }
}

/// Monitors came or went. The turned screen moves to where it belongs now, over the practitioner's window if need be;
/// that window shows nothing but the way back until then. Only on the window's thread.
#[cfg(target_os = "linux")]
pub fn monitors_changed(app: &AppHandle) {
    if let (Some(main), Some(turned)) =
        (app.get_webview_window(MAIN), app.get_webview_window(TURNED))
    {
        // Without a monitor there is nothing to see on either window.
        let _ = place(app, &main, &turned);
    }
}

/// How long a turned screen that turned itself back lives on, for the answer it waits for.
pub const TO_ANSWER: Duration = Duration::from_millis(150);
/// How long it lives on, out of sight, to hand over words that could not be written.
pub const TO_HAND_OVER: Duration = Duration::from_millis(1500);

/// Hides the turned screen at once, if it is up, shows the practitioner's window again, and ends it after a moment.
pub fn turn_back(app: &AppHandle, moment: Duration) {
    let Some(turned) = app.get_webview_window(TURNED) else {
        return;
    };
    // A window that is gone already needs no hiding.
    let _ = turned.hide();
    if let Some(main) = app.get_webview_window(MAIN) {
        let _ = main.show();
        let _ = main.set_focus();
    }
    thread::spawn(move || {
        thread::sleep(moment);
        // `close` would ask, and the answer is no.
        let _ = turned.destroy();
    });
}

/// Ends the page with all that its process remembers, and begins it anew; returns when it has ended. Not to be called on the
/// window's thread.
pub fn begin_anew(app: &AppHandle) {
    // The turned screen lives in the same process, and has its time to hand over what could not be written.
    let since = Instant::now();
    while app.get_webview_window(TURNED).is_some() && since.elapsed() < TO_HAND_OVER * 2 {
        thread::sleep(Duration::from_millis(20));
    }
    let (done, wait) = mpsc::channel();
    let handle = app.clone();
    let asked = app.run_on_main_thread(move || {
        // WebKit's driver gives up a page whose process ends, so one that it steers is only loaded anew.
        match handle.get_webview_window(MAIN) {
            Some(window) if is_driven() => window.reload().unwrap_or_default(),
            _ => drop_page(&handle),
        }
        // The other end waits below; if it is gone, nobody is left to tell.
        let _ = done.send(());
    });
    if asked.is_ok() {
        let _ = wait.recv();
    }
}

/// Ends a page that does not answer, with everything it shows, and begins it anew.
#[cfg(target_os = "linux")]
pub fn drop_page(app: &AppHandle) {
    if let Some(window) = app.get_webview_window(MAIN) {
        // Fails only when the window is already gone.
        let _ = window.with_webview(|view| crate::webkit::begin_anew(&view.inner()));
    }
}

/// Begins a page that does not answer anew.
#[cfg(not(target_os = "linux"))]
pub fn drop_page(app: &AppHandle) {
    if let Some(window) = app.get_webview_window(MAIN) {
        // Fails only when the window is already gone.
        let _ = window.reload();
    }
}

/// What both windows have in common.
fn quiet(builder: Builder<'_>) -> Builder<'_> {
    let builder = match paths::scratch() {
        Some(folder) => builder.data_directory(folder),
        None => builder,
    };
    builder
        .incognito(!is_driven())
        .devtools(cfg!(debug_assertions))
        .background_color(PAPER)
        .disable_drag_drop_handler()
        .general_autofill_enabled(false)
        .on_navigation(is_ours)
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .on_download(|_, _| false)
        .on_permission_request(|_, _| PermissionResponse::Deny)
}

/// Whether a WebDriver steers the window. WebKitGTK's driver cannot reach an incognito window, so tests do without;
/// a build without the feature `e2e` is always incognito and cannot be driven.
fn is_driven() -> bool {
    cfg!(feature = "e2e")
        && std::env::var_os("TAURI_WEBVIEW_AUTOMATION").is_some_and(|value| value == "true")
}

/// Whether an address is the page itself or its isolation frame.
fn is_ours(url: &Url) -> bool {
    match url.scheme() {
        "tauri" => url.host_str() == Some("localhost"),
        "http" | "https" => url.host_str() == Some("tauri.localhost"),
        scheme => scheme.starts_with("isolation-") && url.host_str() == Some("localhost"),
    }
}

#[cfg(target_os = "linux")]
fn settle(window: &WebviewWindow) {
    // Fails only when the window is already gone.
    let _ = window.with_webview(|view| crate::webkit::settle(&view.inner()));
}

#[cfg(not(target_os = "linux"))]
fn settle(_window: &WebviewWindow) {}

/// Has both windows check spelling as the settings say. Elsewhere than on Linux the system's own settings do.
pub fn check_spelling(app: &AppHandle) {
    #[cfg(target_os = "linux")]
    for window in app.webview_windows().into_values() {
        let dictionaries = app.state::<Shell>().app().settings().spelling;
        // Fails only when the window is already gone.
        let _ = window
            .with_webview(move |view| crate::webkit::check_spelling(&view.inner(), &dictionaries));
    }
    #[cfg(not(target_os = "linux"))]
    let _ = app;
}

/// Returns which dictionaries the system has. Callable from any thread but the window's own.
pub fn dictionaries(window: &WebviewWindow) -> Vec<String> {
    #[cfg(target_os = "linux")]
    {
        let (found, wait) = mpsc::channel();
        let asked = window.with_webview(move |view| {
            // The other end waits below; if it is gone, nobody is left to tell.
            let _ = found.send(crate::webkit::dictionaries(&view.inner()));
        });
        if asked.is_ok() {
            return wait.recv().unwrap_or_default();
        }
    }
    #[cfg(not(target_os = "linux"))]
    let _ = window;
    Vec::new()
}

#[cfg(target_os = "linux")]
fn narrow(window: &WebviewWindow) {
    // Fails only when the window is already gone.
    let _ = window.with_webview(|view| crate::webkit::narrow(&view.inner()));
}

#[cfg(not(target_os = "linux"))]
fn narrow(_window: &WebviewWindow) {}

/// Makes the turned screen share the web process and the in-memory storage of the practitioner's window.
///
/// Tauri registers its addresses once per storage folder, but every incognito window has a storage of its own: a second
/// one would find no `tauri:` scheme and stay blank. It also saves a process.
#[cfg(target_os = "linux")]
fn related_to<'a>(main: &WebviewWindow, builder: Builder<'a>) -> Builder<'a> {
    match crate::webkit::view_of(main) {
        Some(view) => builder.with_related_view(view),
        None => builder,
    }
}

#[cfg(not(target_os = "linux"))]
fn related_to<'a>(_main: &WebviewWindow, builder: Builder<'a>) -> Builder<'a> {
    builder
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;

    #[test]
    fn the_windows_go_nowhere_else() {
        for (address, ours) in [
            ("tauri://localhost/index.html", true),
            ("tauri://localhost/#/turned", true),
            ("http://tauri.localhost/", true),
            ("isolation-6f2c://localhost/", true),
            ("tauri://elsewhere/", false),
            ("https://example.org/", false),
            ("http://localhost/", false),
            ("file:///etc/passwd", false),
            ("data:text/html,hello", false),
            ("javascript:alert(1)", false),
            ("blob:tauri://localhost/1", false),
        ] {
            assert_eq!(is_ours(&Url::parse(address).unwrap()), ours, "{address}");
        }
    }
}
