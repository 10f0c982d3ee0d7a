//! Words of a table as they are compared: without case, spaces and marks.

use domain::{Lang, calendar::Calendar};

/// Finds a month by its name or the first three letters of it, in any of our languages.
pub fn month(word: &str) -> Option<u32> {
    let word = plain(word);
    if word.chars().count() < 3 {
        return None;
    }
    let named = Lang::ALL.into_iter().find_map(|lang| {
        let months = Calendar::of(lang).months;
        months
            .iter()
            .position(|month| plain(month).starts_with(&word))
    });
    u32::try_from(named? + 1).ok()
}

/// Letters and digits alone, small, with the Nordic ones as they are typed elsewhere.
pub fn plain(text: &str) -> String {
    let mut plain = String::new();
    for letter in text.chars().flat_map(char::to_lowercase) {
        match letter {
            'æ' | 'ä' => plain.push_str("ae"),
            'ø' | 'ö' | 'ó' => plain.push('o'),
            'å' | 'á' => plain.push('a'),
            'é' | 'è' => plain.push('e'),
            _ if letter.is_alphanumeric() => plain.push(letter),
            _ => {}
        }
    }
    plain
}
