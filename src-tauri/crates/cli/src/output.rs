//! What is printed: text for people, JSON for scripts, never both.

use std::{
    io::{self, ErrorKind, Write},
    path::Path,
};

use api::Kept;
use serde::Serialize;
use serde_json::json;

use crate::sentences::Failure;

/// What a command has to say.
pub struct Printed {
    /// For people; ends with a line break unless it is empty.
    pub text: String,
    /// The same for scripts.
    pub json: serde_json::Value,
    /// Why the command fails although it has something to say, such as the problems it found.
    pub failure: Option<Failure>,
}

impl Printed {
    /// One line.
    pub fn line(text: String, json: &impl Serialize) -> Result<Self, Failure> {
        Self::new(text + "\n", json)
    }

    /// A list as aligned columns.
    pub fn table(rows: &[Vec<String>], json: &impl Serialize) -> Result<Self, Failure> {
        Self::new(columns(rows), json)
    }

    fn new(text: String, json: &impl Serialize) -> Result<Self, Failure> {
        let json = serde_json::to_value(json).map_err(|error| {
            Failure::other(format!(
                "The answer could not be written as JSON ({error}); leave out --json."
            ))
        })?;
        Ok(Self {
            text,
            json,
            failure: None,
        })
    }

    /// Fails after having said it.
    pub fn failing(mut self, failure: Failure) -> Self {
        self.failure = Some(failure);
        self
    }
}

/// Says that a file was written, and on the side when its folder could not be flushed.
pub fn wrote(path: &Path, kept: Kept) -> Result<Printed, Failure> {
    tell_of_folder(path, kept);
    Printed::line(
        format!("Wrote {}", path.display()),
        &json!({ "path": path, "flushed": kept == Kept::Flushed }),
    )
}

/// Says on the side that a folder could not be flushed.
pub fn tell_of_folder(path: &Path, kept: Kept) {
    if kept == Kept::FolderNotFlushed {
        tell(&format!(
            "{} is written, but its folder does not say when it is safely on the disk, as on some network shares; look later whether it is there.",
            path.display()
        ));
    }
}

/// Writes to the standard output. A reader that went away, as `head` does, is no failure.
pub fn write(text: &str) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(Failure::other(format!(
            "The standard output could not be written ({}); look at where it goes.",
            error.kind()
        ))),
        _ => Ok(()),
    }
}

/// Says a sentence on the standard error.
pub fn tell(sentence: &str) {
    // There is nowhere left to say that this failed; the exit code still does.
    let _ = writeln!(io::stderr().lock(), "{sentence}");
}

/// Aligns rows into columns two spaces apart.
fn columns(rows: &[Vec<String>]) -> String {
    let rows: Vec<Vec<String>> = rows
        .iter()
        .map(|row| row.iter().map(|cell| printable(cell)).collect())
        .collect();
    let count = rows.iter().map(Vec::len).max().unwrap_or(0);
    let width = |column: usize| {
        let cells = rows.iter().filter_map(|row| row.get(column));
        cells.map(|cell| cell.chars().count()).max().unwrap_or(0)
    };
    let widths: Vec<usize> = (0..count).map(width).collect();
    let mut text = String::new();
    for row in &rows {
        let mut line = String::new();
        for (cell, width) in row.iter().zip(&widths) {
            line.push_str(&format!("{cell:width$}  "));
        }
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}

/// Keeps a cell on its line: a control character in a name must not steer somebody's terminal.
fn printable(cell: &str) -> String {
    cell.chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect()
}

/// Says something on the standard error before a command does what cannot be taken back.
pub fn say_first(sentence: &str) {
    // Whoever reads neither stream has nothing to be told.
    let _ = writeln!(io::stderr(), "{sentence}");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_line_up_and_nothing_steers_the_terminal() {
        let row = |cells: [&str; 3]| cells.map(str::to_owned).to_vec();
        let rows = [
            row(["1", "Ærø", "x"]),
            row(["22", "a\u{1b}[2Jb\nc\u{9b}", ""]),
        ];
        assert_eq!(columns(&rows), "1   Ærø        x\n22  a [2Jb c\n");
        assert_eq!(columns(&[]), "");
    }
}
