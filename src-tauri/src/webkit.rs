//! What Tauri does not set on WebKitGTK: no storage, no menus that leave the page, zoom by keyboard.

use std::{
    cell::{Cell, RefCell},
    time::{Duration, Instant},
};

use gtk::{gdk, glib::Propagation, prelude::*};
use tauri::WebviewWindow;
use webkit2gtk::{
    ContextMenuAction, ContextMenuExt, ContextMenuItemExt, SettingsExt, WebContextExt, WebView,
    WebViewExt,
};

/// Zoom steps, as browsers have them; 200 % is part of what every screen is checked at.
const ZOOM: [f64; 9] = [0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.5];

/// The dictionaries we have names for, as hunspell and aspell call them.
const DICTIONARIES: [&str; 5] = ["en_GB", "en_US", "da_DK", "nb_NO", "nn_NO"];

/// A process that lived no longer than this is not started again.
const AGAIN: Duration = Duration::from_secs(10);

thread_local! {
    static FOUND: RefCell<Option<WebView>> = const { RefCell::new(None) };
}

/// Lends a window's web view. Only on the window's thread.
pub fn view_of(window: &WebviewWindow) -> Option<WebView> {
    // On the window's thread the closure runs before `with_webview` returns. The view cannot be sent anywhere,
    // so it comes back through a place that only this thread has.
    window
        .with_webview(|view| {
            FOUND
                .with(|found| found.replace(Some(view.inner())))
                .map_or((), drop)
        })
        .ok()?;
    FOUND.with(RefCell::take)
}

/// Settles a new web view.
pub fn settle(view: &WebView) {
    if let Some(settings) = WebViewExt::settings(view) {
        // Nothing the page is given may lie on disk; in an incognito window none of these would, twice is better.
        settings.set_enable_html5_local_storage(false);
        settings.set_enable_html5_database(false);
        settings.set_enable_page_cache(false);
        // What the page has no use for.
        settings.set_enable_webgl(false);
        settings.set_enable_webaudio(false);
        settings.set_enable_media(false);
        settings.set_enable_webrtc(false);
        settings.set_enable_smooth_scrolling(false);
        settings.set_enable_dns_prefetching(false);
        settings.set_javascript_can_open_windows_automatically(false);
        // Every control must be reachable with Tab, links as well.
        settings.set_enable_tabs_to_links(true);
    }
    come_back(view);
    keep_editing_menu(view);
    zoom_by_keyboard(view);
    // Nothing is ever dropped here: a file would be opened in the page's place, or its path written into a field.
    view.drag_dest_unset();
}

/// Loads the page anew when its process ended, which would leave a white window. What it shows comes from the core, which
/// knows whether the vault is locked and the screen turned.
fn come_back(view: &WebView) {
    let last = Cell::new(None::<Instant>);
    view.connect_web_process_terminated(move |view, _| {
        // A page that ends again and again would keep the machine busy; a white window can at least be closed.
        if last
            .replace(Some(Instant::now()))
            .is_none_or(|last| last.elapsed() > AGAIN)
        {
            view.reload();
        }
    });
}

/// Takes out of the turned screen what only the practitioner's window is for. What keys may do there is said in its page.
pub fn narrow(view: &WebView) {
    // Copying out and pasting in: the clipboard is the practitioner's.
    view.connect_context_menu(|_, _, _, _| true);
    view.connect_event(|_, event| match event.event_type() {
        gdk::EventType::TouchpadPinch | gdk::EventType::TouchpadSwipe => Propagation::Stop,
        _ => Propagation::Proceed,
    });
}

/// Marks words that these dictionaries do not know, wherever the page allows it; nothing with none.
pub fn check_spelling(view: &WebView, dictionaries: &[String]) {
    let Some(context) = WebViewExt::context(view) else {
        return;
    };
    if !dictionaries.is_empty() {
        let tags: Vec<&str> = dictionaries.iter().map(String::as_str).collect();
        context.set_spell_checking_languages(&tags);
    }
    context.set_spell_checking_enabled(!dictionaries.is_empty());
}

/// Returns which dictionaries the system has. WebKit is asked and no folder looked through: it says what it could load.
pub fn dictionaries(view: &WebView) -> Vec<String> {
    let Some(context) = WebViewExt::context(view) else {
        return Vec::new();
    };
    let loaded = || -> Vec<String> {
        context
            .spell_checking_languages()
            .into_iter()
            .map(String::from)
            .collect()
    };
    let before = loaded();
    context.set_spell_checking_languages(&DICTIONARIES);
    let found = loaded();
    if !before.is_empty() {
        let before: Vec<&str> = before.iter().map(String::as_str).collect();
        context.set_spell_checking_languages(&before);
    }
    found
        .into_iter()
        .filter(|tag| DICTIONARIES.contains(&tag.as_str()))
        .collect()
}

/// Ends the process that draws the page, which a script that hangs cannot prevent, and loads the page again.
pub fn begin_anew(view: &WebView) {
    view.terminate_web_process();
    view.reload();
}

/// Leaves copy and paste in the context menu and takes out reloading, saving and going back, which lose what is typed.
fn keep_editing_menu(view: &WebView) {
    view.connect_context_menu(|_, menu, _, _| {
        for item in menu.items() {
            let keep = matches!(
                item.stock_action(),
                ContextMenuAction::Copy
                    | ContextMenuAction::Cut
                    | ContextMenuAction::Paste
                    | ContextMenuAction::PasteAsPlainText
                    | ContextMenuAction::Delete
                    | ContextMenuAction::SelectAll
                    | ContextMenuAction::InsertEmoji
                    // Not learning a word: that would write somebody's words into a file in the home folder.
                    | ContextMenuAction::SpellingGuess
                    | ContextMenuAction::NoGuessesFound
                    | ContextMenuAction::IgnoreSpelling
            );
            if !keep {
                menu.remove(&item);
            }
        }
        // An empty menu would show as a thin line.
        menu.n_items() == 0
    });
}

fn zoom_by_keyboard(view: &WebView) {
    view.connect_key_press_event(|view, event| {
        if !event.state().contains(gdk::ModifierType::CONTROL_MASK) {
            return Propagation::Proceed;
        }
        let now = view.zoom_level();
        let next = match event.keyval().name().as_deref() {
            Some("plus" | "equal" | "KP_Add") => ZOOM.into_iter().find(|step| *step > now + 0.01),
            Some("minus" | "KP_Subtract") => ZOOM.into_iter().rev().find(|step| *step < now - 0.01),
            Some("0" | "KP_0") => Some(1.0),
            _ => return Propagation::Proceed,
        };
        if let Some(level) = next {
            view.set_zoom_level(level);
        }
        Propagation::Stop
    });
}
