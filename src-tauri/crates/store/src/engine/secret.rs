//! What opens a vault: a passphrase, or the recovery code that is printed once when the vault is made.

use std::fmt;

use unicode_normalization::UnicodeNormalization as _;
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

use crate::error::{Error, Result};

/// A passphrase, wiped from memory when dropped and never shown.
pub struct Passphrase(pub(crate) Zeroizing<String>);

impl Passphrase {
    /// Takes over the words; the caller wipes any copy of its own.
    ///
    /// They are prepared as the OpaqueString profile of PRECIS says (RFC 8265, 4.2.2): other spaces become U+0020, and the
    /// rest NFC, so that the å typed on a Mac opens what was made on Linux. Case, width and everything else stay.
    pub fn new(words: impl Into<String>) -> Self {
        let given = Zeroizing::new(words.into());
        // As large as it can get, so that no half-grown copy is left behind unwiped.
        let mut prepared = Zeroizing::new(String::with_capacity(given.len() * 4));
        let spaced = given
            .chars()
            .map(|c| if is_other_space(c) { ' ' } else { c });
        prepared.extend(spaced.nfc());
        Self(prepared)
    }

    /// Tells whether nothing was typed.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl fmt::Debug for Passphrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Passphrase")
    }
}

/// The space separators of Unicode (Zs) other than U+0020.
const fn is_other_space(c: char) -> bool {
    matches!(
        c,
        '\u{a0}' | '\u{1680}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}'
    )
}

/// What somebody opens a vault with.
#[derive(Clone, Copy, Debug)]
pub enum Secret<'a> {
    /// The practitioner's passphrase.
    Passphrase(&'a Passphrase),
    /// The code from the printed recovery sheet.
    RecoveryCode(&'a RecoveryCode),
}

/// Groups on the sheet, and characters in each: four of the code and one that checks them.
const GROUPS: usize = 8;
const DATA: usize = 4;
/// Crockford's letters: no I, L, O or U, so nothing on paper can be read two ways.
const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// A random 160-bit code as eight groups of five, such as `7K2MX`; the fifth letter checks the other four and the
/// place of the group, so a slip of the pen is found before anything slow is tried.
#[derive(Zeroize, ZeroizeOnDrop)]
pub struct RecoveryCode([u8; GROUPS * DATA]);

/// What is wrong with a typed recovery code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MistypedCode {
    /// Too few or too many letters.
    #[error("the recovery code has {GROUPS} groups of 5 letters, and {found} letters were typed")]
    Length {
        /// How many letters were typed.
        found: usize,
    },
    /// A group that does not check.
    #[error("group {group} of the recovery code is mistyped; compare it with the sheet")]
    Group {
        /// Which group, from 1.
        group: usize,
    },
}

impl RecoveryCode {
    /// Makes a new one from the system's randomness.
    pub(crate) fn random() -> Result<Self> {
        let mut bytes = Zeroizing::new([0u8; GROUPS * DATA]);
        getrandom::fill(bytes.as_mut()).map_err(|_| Error::Keys)?;
        Ok(Self(bytes.map(|byte| byte & 31)))
    }

    /// Reads what somebody typed: case, spaces and hyphens do not matter, and O, I and L are read as 0, 1 and 1.
    pub fn parse(typed: &str) -> Result<Self, MistypedCode> {
        let letters: Vec<char> = typed
            .chars()
            .filter(|c| !c.is_whitespace() && !matches!(c, '-' | '–' | '.' | '_'))
            .collect();
        if letters.len() != GROUPS * (DATA + 1) {
            return Err(MistypedCode::Length {
                found: letters.len(),
            });
        }
        let mut code = Self([0; GROUPS * DATA]);
        let groups = letters.chunks(DATA + 1).zip(code.0.chunks_mut(DATA));
        for (place, (typed, kept)) in groups.enumerate() {
            let mistyped = MistypedCode::Group { group: place + 1 };
            let mut values = [0u8; DATA + 1];
            for (value, letter) in values.iter_mut().zip(typed) {
                *value = value_of(*letter).ok_or(mistyped)?;
            }
            let [data @ .., check] = values;
            if check_of(place, &data) != check {
                return Err(mistyped);
            }
            kept.copy_from_slice(&data);
        }
        Ok(code)
    }

    /// Returns what the key is derived from.
    pub(crate) fn bytes(&self) -> &[u8] {
        &self.0
    }
}

impl fmt::Debug for RecoveryCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RecoveryCode")
    }
}

/// Writes the code as it is printed, groups parted by hyphens.
impl fmt::Display for RecoveryCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, data) in self.0.chunks(DATA).enumerate() {
            if place > 0 {
                f.write_str("-")?;
            }
            for value in data.iter().copied().chain([check_of(place, data)]) {
                write!(f, "{}", letter_of(value))?;
            }
        }
        Ok(())
    }
}

fn letter_of(value: u8) -> char {
    LETTERS
        .get(usize::from(value & 31))
        .map_or('0', |&letter| char::from(letter))
}

fn value_of(letter: char) -> Option<u8> {
    let letter = match letter.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    };
    let place = LETTERS.iter().position(|&l| char::from(l) == letter)?;
    u8::try_from(place).ok()
}

/// Computes the check letter over GF(32). Distinct weights find every single wrong letter and every two swapped ones;
/// the place of the group is weighed in, so swapped groups are found as well.
fn check_of(place: usize, data: &[u8]) -> u8 {
    let mut weight = 1;
    let mut sum = 0;
    for &value in data {
        weight = times_alpha(weight);
        sum ^= times(weight, value);
    }
    // Places count from 1, so that a code of nothing but zeros has no valid check letter of zero everywhere.
    let place = u8::try_from(place + 1).unwrap_or(u8::MAX) & 31;
    sum ^ times(times_alpha(weight), place)
}

/// Multiplies by the generator of GF(32), modulo x⁵ + x² + 1.
const fn times_alpha(value: u8) -> u8 {
    let doubled = value << 1;
    if doubled & 0b10_0000 == 0 {
        doubled
    } else {
        (doubled ^ 0b10_0101) & 31
    }
}

fn times(a: u8, b: u8) -> u8 {
    let mut product = 0;
    let mut power = a;
    for bit in 0..5 {
        if b >> bit & 1 == 1 {
            product ^= power;
        }
        power = times_alpha(power);
    }
    product
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

    use super::*;

    #[test]
    fn a_printed_code_is_read_back_however_it_is_typed() {
        for _ in 0..200 {
            let code = RecoveryCode::random().unwrap();
            let printed = code.to_string();
            assert_eq!(printed.len(), 8 * 5 + 7);
            let sloppy = printed
                .to_lowercase()
                .replace('-', "  ")
                .replace('0', "o")
                .replace('1', "l");
            for typed in [printed.clone(), sloppy, printed.replace('-', "")] {
                assert_eq!(RecoveryCode::parse(&typed).unwrap().0, code.0);
            }
        }
    }

    #[test]
    fn every_single_wrong_letter_is_found_in_its_group() {
        let printed = RecoveryCode::random().unwrap().to_string();
        let letters: Vec<char> = printed.chars().collect();
        for place in (0..letters.len()).filter(|&i| letters[i] != '-') {
            for &other in LETTERS {
                let mut typed = letters.clone();
                typed[place] = char::from(other);
                if typed == letters {
                    continue;
                }
                let typed: String = typed.into_iter().collect();
                assert_eq!(
                    RecoveryCode::parse(&typed).unwrap_err(),
                    MistypedCode::Group {
                        group: place / 6 + 1
                    }
                );
            }
        }
    }

    #[test]
    fn swapped_letters_and_swapped_groups_are_found() {
        let printed = RecoveryCode::random().unwrap().to_string();
        let groups: Vec<&str> = printed.split('-').collect();
        for (a, b) in [(0, 1), (0, 7), (3, 5)] {
            let mut swapped = groups.clone();
            swapped.swap(a, b);
            if swapped != groups {
                assert!(RecoveryCode::parse(&swapped.join("-")).is_err());
            }
        }
        let mut letters: Vec<char> = printed.chars().collect();
        for place in 0..4 {
            if letters[place] != letters[place + 1] {
                letters.swap(place, place + 1);
                let typed: String = letters.iter().collect();
                assert!(RecoveryCode::parse(&typed).is_err());
                letters.swap(place, place + 1);
            }
        }
    }

    #[test]
    fn a_short_code_says_how_many_letters_it_has() {
        assert_eq!(
            RecoveryCode::parse("7K2MX 7K2MX").unwrap_err(),
            MistypedCode::Length { found: 10 }
        );
    }

    #[test]
    fn secrets_show_nothing_when_debugged() {
        let code = RecoveryCode::random().unwrap();
        let passphrase = Passphrase::new("correct horse");
        assert_eq!(
            format!("{code:?} {passphrase:?}"),
            "RecoveryCode Passphrase"
        );
    }
}
