//! Guesses what was meant by a slip of the pen.

/// Returns the nearest of the allowed words when the written one looks like a slip of it.
pub(crate) fn nearest<'w>(
    written: &str,
    allowed: impl IntoIterator<Item = &'w str>,
) -> Option<&'w str> {
    if written.chars().count() > 40 {
        return None;
    }
    allowed
        .into_iter()
        .map(|word| (distance(written, word), word))
        .filter(|(steps, word)| *steps <= 2.min(word.len().div_ceil(2)))
        .min()
        .map(|(_, word)| word)
}

/// Says which word to write instead: the one that was probably meant, or else what `otherwise` says.
pub(crate) fn write_instead<'w>(
    written: &str,
    allowed: impl IntoIterator<Item = &'w str>,
    otherwise: impl FnOnce() -> String,
) -> String {
    match nearest(written, allowed) {
        Some(meant) => format!("Write \"{meant}\""),
        None => otherwise(),
    }
}

/// Counts the letters to change, add or take out to get from one word to the other (Levenshtein).
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, ca) in a.chars().enumerate() {
        let mut next = vec![i + 1];
        let mut left = i + 1;
        for ((cb, above), diagonal) in b.iter().zip(row.iter().skip(1)).zip(&row) {
            left = (diagonal + usize::from(ca != *cb))
                .min(above + 1)
                .min(left + 1);
            next.push(left);
        }
        row = next;
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_the_pen_finds_its_word_and_a_foreign_word_does_not() {
        let keys = ["title", "intro", "columns", "rows"];
        assert_eq!(nearest("titel", keys), Some("title"));
        assert_eq!(nearest("row", keys), Some("rows"));
        assert_eq!(nearest("aks", ["ask", "ticks"]), Some("ask"));
        assert_eq!(nearest("prompt", keys), None);
        assert_eq!(nearest("", keys), None);
    }
}
