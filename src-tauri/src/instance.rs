//! One window for each data folder: a later start rings the first one's bell and ends.
//!
//! This happens before GTK or WebKit are touched. (Tauri's single-instance plugin does it after, and the later start
//! then leaves through `exit` under running GTK threads, and now and then ended with a segmentation fault.)

use std::sync::mpsc::{self, Receiver, Sender};

use zbus::{
    blocking::{Connection, connection::Builder},
    interface,
};

const PATH: &str = "/app/waymark/Instance";
const INTERFACE: &str = "app.waymark.Instance";

/// What a start turned out to be.
pub enum Start {
    /// The first one; later ones ring.
    First(Bell),
    /// A later one: the first has been told, and there is nothing more to do.
    Later,
    /// Nobody can tell, since there is no session bus; the vault's own lock file says when it is in use.
    Alone,
}

/// Rings when somebody starts the program again. Must be kept as long as the program runs.
pub struct Bell {
    rings: Receiver<()>,
    _bus: Connection,
}

impl Bell {
    /// Waits for the next ring; ends only with the program.
    pub fn wait(&self) -> bool {
        self.rings.recv().is_ok()
    }
}

struct Rope(Sender<()>);

#[interface(name = "app.waymark.Instance")]
impl Rope {
    /// Asks the first start to bring its window forward.
    fn show(&self) {
        // The bell is gone only while the program ends.
        let _ = self.0.send(());
    }
}

/// Finds out which start this is, by a name on the session bus.
pub fn find(name: &str) -> Start {
    let (rope, rings) = mpsc::channel();
    match claim(name, Rope(rope)) {
        Ok(bus) => Start::First(Bell { rings, _bus: bus }),
        Err(zbus::Error::NameTaken) => match ring(name) {
            Ok(()) => Start::Later,
            // It ended between the two calls, or does not answer: better two windows than none.
            Err(_) => Start::Alone,
        },
        Err(_) => Start::Alone,
    }
}

fn claim(name: &str, rope: Rope) -> zbus::Result<Connection> {
    Builder::session()?
        .name(name)?
        .replace_existing_names(false)
        .allow_name_replacements(false)
        .serve_at(PATH, rope)?
        .build()
}

fn ring(name: &str) -> zbus::Result<()> {
    Connection::session()?
        .call_method(Some(name), PATH, Some(INTERFACE), "Show", &())
        .map(drop)
}
