//! Where something stands: a piece of a file that knows its lines, and a value that remembers its own.

/// A piece of a file that knows which line it starts at, such as the body of a fence.
pub(crate) struct Source<'a> {
    /// The file it is from.
    pub file: &'a str,
    /// The piece.
    pub text: &'a str,
    first_line: u32,
    /// Offsets of the line feeds, so that ten thousand look-ups in one file stay cheap.
    feeds: Vec<usize>,
}

impl<'a> Source<'a> {
    pub(crate) fn new(file: &'a str, text: &'a str, first_line: u32) -> Self {
        let feeds = text.match_indices('\n').map(|(at, _)| at).collect();
        Self {
            file,
            text,
            first_line,
            feeds,
        }
    }

    /// Returns the line of the file that holds a byte offset.
    pub(crate) fn line(&self, offset: usize) -> u32 {
        let before = self.feeds.partition_point(|&feed| feed < offset);
        self.first_line
            .saturating_add(u32::try_from(before).unwrap_or(u32::MAX))
    }
}

/// A value that remembers where it stands.
#[derive(Clone)]
pub(crate) struct At<T> {
    pub it: T,
    pub line: u32,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_offset_finds_its_line() {
        let source = Source::new("a.md", "one\ntwo\n\nfour", 10);
        for (offset, line) in [(0, 10), (3, 10), (4, 11), (8, 12), (9, 13), (99, 13)] {
            assert_eq!(source.line(offset), line, "offset {offset}");
        }
    }
}
