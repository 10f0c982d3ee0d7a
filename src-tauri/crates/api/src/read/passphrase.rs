//! Which passphrase is good enough.

use crate::wire::PassphraseStrength;

/// The shortest passphrase accepted, in characters (reference: reliability F13).
const SHORTEST: usize = 12;
/// The lowest zxcvbn score accepted.
const LOWEST_SCORE: u8 = 3;

/// Judges a passphrase.
pub fn judge(passphrase: &str) -> PassphraseStrength {
    let length = passphrase.chars().count();
    let estimate = zxcvbn::zxcvbn(passphrase, &["waymark", "recovery", "imr"]);
    let score = u8::from(estimate.score());
    PassphraseStrength {
        score,
        accepted: length >= SHORTEST && score >= LOWEST_SCORE,
        guesses_log10: estimate.guesses_log10(),
        length: u32::try_from(length).unwrap_or(u32::MAX),
    }
}
