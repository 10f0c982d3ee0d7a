//! The characters that nobody can see: they have no place in content, nor in what is said about it.

/// What to do about a hidden character.
pub(crate) const HIDDEN_INSTEAD: &str = "Take it out, or type the words anew";

/// Says which hidden character was found.
pub(crate) fn hidden_what(c: char) -> String {
    format!(
        "The character U+{:04X} cannot be seen and may not stand in a file",
        u32::from(c)
    )
}

/// Tells whether a character has no place in content: controls, marks that turn the direction of text around (which
/// can make a line read as something else than it is), byte order marks, noncharacters, tags and the sign for
/// undecodable bytes. Joiners stay, since emoji need them.
pub(crate) const fn hidden(c: char) -> bool {
    let code = c as u32;
    match c {
        '\n' | '\t' => false,
        '\0'..='\u{1F}' | '\u{7F}'..='\u{9F}' => true,
        '\u{61C}' | '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{2028}'..='\u{202E}' => true,
        '\u{2060}'..='\u{206F}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFF}' => true,
        '\u{FDD0}'..='\u{FDEF}' | '\u{E0000}'..='\u{E007F}' => true,
        _ => code & 0xFFFE == 0xFFFE,
    }
}

/// Finds a hidden character that came in through an escape: the words hold it and what was written does not. One that
/// stands in the file as it is was reported when the file was decoded.
pub(crate) fn escaped(words: &str, written: &str) -> Option<char> {
    words.chars().find(|&c| hidden(c) && !written.contains(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_characters_that_nobody_can_see_are_hidden() {
        for c in [
            '\u{0}',
            '\u{7}',
            '\u{202E}',
            '\u{2066}',
            '\u{FEFF}',
            '\u{FFFD}',
            '\u{1FFFF}',
        ] {
            assert!(hidden(c), "{:x}", u32::from(c));
        }
        for c in [
            'a', 'å', '\n', '\t', '\u{A0}', '\u{301}', '\u{200D}', '👩', '—', 'ש',
        ] {
            assert!(!hidden(c), "{c}");
        }
    }
}
