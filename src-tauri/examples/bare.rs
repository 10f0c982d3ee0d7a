//! A bare WebKitGTK window with one heading: the baseline of the window's figures (`tests/bench`).

#[cfg(target_os = "linux")]
fn main() {
    use gtk::prelude::*;
    use webkit2gtk::{WebView, WebViewExt};

    if gtk::init().is_err() {
        return;
    }
    let window = gtk::Window::new(gtk::WindowType::Toplevel);
    window.set_title("bare");
    window.set_default_size(1280, 800);
    let view = WebView::new();
    view.load_html("<!doctype html><h1>bare</h1>", None);
    window.add(&view);
    window.show_all();
    gtk::main();
}

#[cfg(not(target_os = "linux"))]
fn main() {}
