//! The front matter of a Markdown file, between two lines `+++`.

use crate::problem::{Report, Source};

/// The front matter of a Markdown file and what follows it.
pub(crate) struct Parted<'a> {
    /// Between the `+++` lines.
    pub front: Source<'a>,
    /// After them.
    pub body: Source<'a>,
}

/// Parts a Markdown file at its `+++` lines.
pub(crate) fn part<'a>(file: &'a str, text: &'a str, report: &mut Report) -> Option<Parted<'a>> {
    const INSTEAD: &str =
        "Start the file with a line +++, then title = \"…\", then another line +++";
    let mut offset = 0;
    let mut front_start = None;
    for (number, line) in (1_u32..).zip(text.split_inclusive('\n')) {
        let is_fence = line.trim_end() == "+++";
        offset += line.len();
        match front_start {
            None if is_fence => front_start = Some(offset),
            None => {
                report.add(
                    file,
                    1,
                    "The file does not start with front matter",
                    INSTEAD,
                );
                return None;
            }
            Some(start) if is_fence => {
                let front = text.get(start..offset - line.len()).unwrap_or_default();
                let body = text.get(offset..).unwrap_or_default();
                return Some(Parted {
                    front: Source::new(file, front, 2),
                    body: Source::new(file, body, number + 1),
                });
            }
            Some(_) => {}
        }
    }
    let what = match front_start {
        None => "The file is empty",
        Some(_) => "The front matter has no end",
    };
    report.add(file, 1, what, INSTEAD);
    None
}
