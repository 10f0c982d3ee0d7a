//! Secrets on their way in: wiped when dropped, never shown.

use std::fmt;

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use zeroize::{Zeroize, ZeroizeOnDrop};

/// A passphrase, recovery code or PIN on its way in; wiped when dropped, never shown.
#[derive(Clone, Default, PartialEq, Eq, Deserialize, Zeroize, ZeroizeOnDrop, TS)]
#[ts(as = "String")]
pub struct SecretText(String);

impl SecretText {
    /// Wraps a secret.
    pub fn new(secret: String) -> Self {
        Self(secret)
    }
    /// Lends the secret.
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for SecretText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SecretText(…)")
    }
}

asks! {
    /// Judges a passphrase before it is used.
    PassphraseToJudge {
        /// The passphrase.
        passphrase: SecretText,
    }
    /// Changes what opens the vault.
    ChangePassphrase {
        /// The passphrase until now; empty right after opening with the recovery code, when it is not asked.
        current: SecretText,
        /// The new one.
        new: SecretText,
    }
    /// Sets the PIN that turns the screen back.
    SetPin {
        /// Four to eight digits.
        pin: SecretText,
    }
}

views! {
    /// A judged passphrase.
    PassphraseStrength {
        /// 0 (guessed at once) to 4 (out of reach), by zxcvbn.
        score: u8,
        /// Whether it is accepted: at least 12 characters and a score of 3.
        accepted: bool,
        /// Roughly how many guesses it would take, as a power of ten.
        guesses_log10: f64,
        /// Characters counted.
        length: u32,
    }
}
