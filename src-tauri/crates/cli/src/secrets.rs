//! Where passphrases come from: a file, the terminal without echo, or a line of the standard input.

use std::{
    fs::File,
    io::{self, BufRead, BufReader, IsTerminal, Read},
    path::{Path, PathBuf},
};

use api::wire::SecretText;
use zeroize::Zeroizing;

use crate::sentences::Failure;

/// No passphrase is longer, and a wrongly named file should not fill the memory.
const LONGEST_LINE: u64 = 4096;

/// Reads passphrases in the order they are asked for.
pub struct Secrets {
    file: Option<PathBuf>,
}

impl Secrets {
    /// Takes the passphrase from a file; without one it is asked for.
    pub fn new(file: Option<PathBuf>) -> Self {
        Self { file }
    }

    /// Asks for the passphrase that opens what is there.
    pub fn passphrase(&self) -> Result<SecretText, Failure> {
        self.read(self.file.as_deref(), "Passphrase: ")
    }

    /// Asks for a passphrase to be set, twice where somebody types it blind.
    pub fn first_passphrase(&self) -> Result<SecretText, Failure> {
        let first = self.passphrase()?;
        self.again(self.file.as_deref(), first)
    }

    /// Asks for the recovery code, where it is to open what the passphrase does not.
    pub fn recovery_code(&self) -> Result<SecretText, Failure> {
        self.read(self.file.as_deref(), "Recovery code: ")
    }

    /// Asks for the passphrase that takes the place of the one there is.
    pub fn new_passphrase(&self, file: Option<&Path>) -> Result<SecretText, Failure> {
        let first = self.read(file, "New passphrase: ")?;
        self.again(file, first)
    }

    /// Asks for the passphrase that opens an archive.
    pub fn archive_passphrase(&self, file: Option<&Path>) -> Result<SecretText, Failure> {
        self.read(file, "Passphrase of the archive: ")
    }

    fn again(&self, file: Option<&Path>, first: SecretText) -> Result<SecretText, Failure> {
        if file.is_some() || !io::stdin().is_terminal() {
            return Ok(first);
        }
        if self.read(None, "The same again: ")? == first {
            Ok(first)
        } else {
            Err(Failure::wrong_use(
                "The two passphrases differ; nothing was changed, so try again.",
            ))
        }
    }

    fn read(&self, file: Option<&Path>, prompt: &str) -> Result<SecretText, Failure> {
        let line = match file {
            Some(path) => {
                let opened = File::open(path).map_err(|error| unreadable(path, &error))?;
                first_line(&mut BufReader::new(opened)).map_err(|error| unreadable(path, &error))?
            }
            None if io::stdin().is_terminal() => rpassword::prompt_password(prompt)
                .map(Zeroizing::new)
                .map_err(|error| unheard(&error))?,
            None => first_line(&mut io::stdin().lock()).map_err(|error| unheard(&error))?,
        };
        if line.is_empty() {
            return Err(Failure::wrong_use(
                "No passphrase was given; put it in a file for --passphrase-file or on a line of the standard input.",
            ));
        }
        Ok(SecretText::new(line.as_str().to_owned()))
    }
}

/// Reads one line and takes off its line break; spaces are part of a passphrase.
fn first_line(from: &mut impl BufRead) -> io::Result<Zeroizing<String>> {
    let mut line = Zeroizing::new(String::new());
    from.take(LONGEST_LINE).read_line(&mut line)?;
    let end = line.trim_end_matches(['\r', '\n']).len();
    line.truncate(end);
    Ok(line)
}

fn unreadable(path: &Path, error: &io::Error) -> Failure {
    Failure::wrong_use(&format!(
        "The passphrase file {} could not be read ({}); check its name and who may read it.",
        path.display(),
        error.kind()
    ))
}

fn unheard(error: &io::Error) -> Failure {
    Failure::wrong_use(&format!(
        "The standard input could not be read ({}); use --passphrase-file FILE.",
        error.kind()
    ))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;

    #[test]
    fn a_line_loses_its_break_and_nothing_else() {
        for (given, kept, rest) in [
            ("two words \n", "two words ", ""),
            ("windows\r\nnext\n", "windows", "next\n"),
            ("no break", "no break", ""),
            ("\n", "", ""),
            ("", "", ""),
        ] {
            let mut from = given.as_bytes();
            assert_eq!(first_line(&mut from).unwrap().as_str(), kept);
            assert_eq!(std::str::from_utf8(from).unwrap(), rest);
        }
    }
}
