//! The desktop's list of recent files: nothing of ours is put on it, and nobody else's entry is touched.
//!
//! GTK puts whatever a file dialog chose on that list, and the name of a file can hold the name of a person. It writes the
//! whole list anew, and told to keep none it writes an empty one, over everybody's. So GTK believes that the list lies in
//! a folder of ours that is gone at log-out, and keeps none there either.

use std::path::PathBuf;

use gtk::{glib, prelude::ObjectExt};

/// The folder in which GTK looks for the list.
pub const VARIABLE: &str = "XDG_DATA_HOME";

/// Where GTK is to believe it: in memory, or where there is no such place, nowhere.
pub fn elsewhere() -> PathBuf {
    crate::paths::scratch().unwrap_or_else(|| PathBuf::from("/dev/null"))
}

/// Has GLib remember what the variable says now; it asks once.
pub fn remember() {
    let _ = glib::user_data_dir();
}

/// Has GTK keep no list in that folder of ours. To be called when GTK was started.
pub fn keep_none() {
    if glib::user_data_dir() == elsewhere()
        && let Some(settings) = gtk::Settings::default()
    {
        settings.set_property("gtk-recent-files-enabled", false);
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]

    use std::fs;

    use gtk::prelude::RecentManagerExt;

    use super::*;
    use crate::{hardening, stage};

    /// As another program left it, with spacing of its own.
    const FOREIGN: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<xbel version="1.0"
      xmlns:bookmark="http://www.freedesktop.org/standards/desktop-bookmarks"
      xmlns:mime="http://www.freedesktop.org/standards/shared-mime-info"
>
  <bookmark href="file:///home/kari/letter.odt"   added="2019-01-01T10:00:00Z" modified="2019-01-01T10:00:00Z" visited="2019-01-01T10:00:00Z">
    <info><metadata owner="http://freedesktop.org">
      <mime:mime-type type="text/plain"/>
      <bookmark:applications><bookmark:application name="Writer" exec="writer %u" modified="2019-01-01T10:00:00Z" count="3"/></bookmark:applications>
    </metadata></info>
  </bookmark>
</xbel>
"#;

    #[test]
    fn the_list_of_recent_files_is_left_byte_for_byte() {
        if stage::part().is_some() {
            return choose_a_file();
        }
        let display = stage::Display::start();
        let data = std::env::temp_dir().join(format!("waymark-recent-{}", std::process::id()));
        fs::create_dir_all(&data).unwrap();
        let list = data.join("recently-used.xbel");
        fs::write(&list, FOREIGN).unwrap();
        display.play(
            "recent::tests::the_list_of_recent_files_is_left_byte_for_byte",
            "chooser",
            &data,
        );
        assert_eq!(fs::read_to_string(&list).unwrap(), FOREIGN);
        fs::remove_dir_all(data).unwrap();
    }

    /// What a file dialog of GTK does with the file that was chosen.
    fn choose_a_file() {
        hardening::prepare();
        let told = std::env::var_os(VARIABLE).unwrap();
        assert!(
            told.to_str().unwrap().contains("waymark-recent-"),
            "everything but GLib is told the usual folder"
        );
        gtk::init().unwrap();
        keep_none();
        let recent = gtk::RecentManager::default().unwrap();
        assert!(recent.add_item("file:///home/kari/Maria%20Hansen.pdf"));
        // GTK waits a quarter of a second before it writes.
        stage::wait(1500);
        let ours = fs::read_to_string(elsewhere().join("recently-used.xbel"));
        assert!(!ours.unwrap_or_default().contains("Maria"));
    }
}
