//! What the core asks of the windows: a dialog, a printer.

use std::path::PathBuf;

use api::{
    ApiError, ErrorCode, Outside, Result,
    outside::{Choice, Discretion},
    wire::MonitorChoice,
};
use tauri::{AppHandle, Manager};

use crate::{dialogs, print, shell::Shell, windows};

/// The practitioner's window, over which dialogs open.
pub struct Desk(pub AppHandle);

impl Outside for Desk {
    fn choose(&self, what: &Choice) -> Option<PathBuf> {
        dialogs::choose(&self.0.get_webview_window(windows::MAIN)?, what)
    }

    fn monitors(&self) -> Result<Vec<MonitorChoice>> {
        let told =
            |what: &dyn std::fmt::Display| ApiError::new(ErrorCode::Internal).with("what", what);
        let window = self.0.get_webview_window(windows::MAIN);
        let window = window.ok_or_else(|| told(&"no window"))?;
        windows::monitors(&window).map_err(|failure| told(&failure))
    }

    fn leave(&self) {
        self.0.exit(0);
    }

    fn stay(&self) {
        self.0.state::<Shell>().stay();
    }

    fn begin_anew(&self) {
        windows::begin_anew(&self.0);
    }

    fn dictionaries(&self) -> Vec<String> {
        let window = self.0.get_webview_window(windows::MAIN);
        window.map_or_else(Vec::new, |window| windows::dictionaries(&window))
    }

    fn print(&self, pdf: &[u8], discretion: Discretion) -> Result<bool> {
        print::print(pdf, discretion)
            .map_err(|failure| ApiError::new(ErrorCode::CannotPrint).with("what", failure))
    }
}
