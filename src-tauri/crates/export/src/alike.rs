//! What the writers beside paper do alike.

use crate::fill::Tick;

/// Joins what there is.
pub(crate) fn joined<B: AsRef<str>>(bits: impl IntoIterator<Item = B>, between: &str) -> String {
    let mut line = String::new();
    for bit in bits {
        let bit = bit.as_ref();
        if !line.is_empty() && !bit.is_empty() {
            line.push_str(between);
        }
        line.push_str(bit);
    }
    line
}

/// Joins what stands on one line at the head or the foot of a page.
pub(crate) fn dotted<B: AsRef<str>>(bits: impl IntoIterator<Item = B>) -> String {
    joined(bits, " · ")
}

/// Asks for a name, with room to write it; nothing where none is asked for.
pub(crate) fn asked(name: &str) -> String {
    match name {
        "" => String::new(),
        asks => format!("{asks}: {}", "_".repeat(24)),
    }
}

/// A box as one letter; round where one alone can be chosen.
pub(crate) const fn sign(tick: &Tick, one: bool) -> &'static str {
    match (tick.ticked, one) {
        (true, true) => "\u{25C9}",
        (true, false) => "\u{2611}",
        (false, true) => "\u{25CB}",
        (false, false) => "\u{2610}",
    }
}
