//! A good pack broken in one way at a time, and what the author is told. Then: nothing makes the reader panic.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

use std::fmt::Write;

use proptest::prelude::*;

mod form_ways;
mod outcome_ways;
mod ways;

use super::tiny_pack::{self, ONE_FILE, TWO_FILE};
use crate::Curriculum;
use ways::{
    Break::{Change, File, Gone},
    COURSE, PACK, break_it, ways,
};

#[test]
fn every_broken_pack_is_refused_with_file_line_and_remedy() {
    let mut shown = String::new();
    for (name, how) in ways()
        .into_iter()
        .chain(form_ways::ways())
        .chain(outcome_ways::ways())
    {
        let mut files = tiny_pack::files();
        break_it(&mut files, how);
        let problems = Curriculum::from_files(&files).expect_err(name);
        assert!(!problems.as_slice().is_empty(), "{name}");
        for problem in problems.as_slice() {
            for half in [&problem.what, &problem.instead] {
                assert!(
                    !half.is_empty() && !half.ends_with('.'),
                    "{name}: {problem}"
                );
            }
        }
        writeln!(shown, "# {name}\n{problems}\n").unwrap();
    }
    insta::assert_snapshot!("broken_packs", shown);
}

#[test]
fn a_pack_of_too_many_files_or_bytes_is_refused_at_once() {
    let mut files = tiny_pack::files();
    for number in 0..2_000 {
        files.insert(format!("modules/01-first/en/t{number}.md"), Vec::new());
    }
    let problems = Curriculum::from_files(&files).unwrap_err();
    let too_much = "The pack holds more than 2,000 files or 20 MiB";
    assert_eq!(problems.as_slice()[0].what, too_much);

    let mut files = tiny_pack::files();
    for number in 0..21 {
        files.insert(
            format!("modules/01-first/en/t{number}.md"),
            vec![b' '; 1024 * 1024],
        );
    }
    let problems = Curriculum::from_files(&files).unwrap_err();
    assert_eq!(problems.as_slice()[0].what, too_much);
}

#[test]
fn faults_of_several_files_are_told_in_one_go_and_in_order() {
    let mut files = tiny_pack::files();
    break_it(&mut files, Change(ONE_FILE, "walk = \"Walking\"\n", ""));
    break_it(
        &mut files,
        Change(ONE_FILE, "title = \"Sheet\"", "titel = \"Sheet\""),
    );
    break_it(&mut files, Change(COURSE, "[\"first\"]", "[\"last\"]"));
    break_it(&mut files, Gone(TWO_FILE));
    let problems = Curriculum::from_files(&files).unwrap_err();
    let places: Vec<_> = problems
        .as_slice()
        .iter()
        .map(|problem| format!("{}:{}", problem.file, problem.line))
        .collect();
    assert_eq!(
        places,
        [
            "courses/short.toml:5",
            "modules/01-first/en/one.md:27",
            "modules/01-first/en/one.md:41",
            "modules/01-first/en/two.md:0",
        ]
    );
}

#[test]
fn files_made_to_exhaust_the_reader_end_in_a_problem() {
    for piece in [
        ">", "- ", "[", "![", "*", "**a", "`", "<", "&#", "|", "\\", "~~~\n", "#", "a\n",
    ] {
        let mut files = tiny_pack::files();
        let text = format!("{}{}", tiny_pack::TWO, piece.repeat(200_000 / piece.len()));
        break_it(&mut files, File(TWO_FILE, text.into_bytes()));
        // Some of these are words, if strange ones; what counts is that the answer comes.
        let _ = Curriculum::from_files(&files).is_ok();
    }
    for piece in ["[", "[[", "a.", "a = {", "\"", "[a]\n", "a = [\n"] {
        let mut files = tiny_pack::files();
        break_it(
            &mut files,
            File(PACK, piece.repeat(200_000 / piece.len()).into_bytes()),
        );
        assert!(Curriculum::from_files(&files).is_err(), "{piece}");
    }
}

/// Bits of the format, for making text that is nearly right.
const BITS: [&str; 24] = [
    "+++\n",
    "```question ask\n",
    "```\n",
    "prompt = \"x\"\n",
    "\n\n",
    "## ",
    "- ",
    "> ",
    "*",
    "**",
    "<b>",
    "[rows]\n",
    "[[topic]]\n",
    "id = ",
    "\"",
    "'''",
    "{ label = 3 }",
    "\u{202E}",
    "é",
    "\r\n",
    "&amp;",
    "— ",
    "= 1\n",
    "{#purpose}",
];

proptest! {
    #[test]
    fn bytes_of_any_kind_are_read_without_a_panic(which in 0_usize..26, bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let mut files = tiny_pack::files();
        let path = files.keys().nth(which).unwrap().clone();
        files.insert(path, bytes);
        prop_assert!(Curriculum::from_files(&files).is_err());
    }

    #[test]
    fn a_changed_pack_is_read_without_a_panic(
        which in 0_usize..26,
        at in any::<prop::sample::Index>(),
        cut in 0_usize..40,
        bits in prop::collection::vec(prop::sample::select(BITS.to_vec()), 0..6),
    ) {
        let mut files = tiny_pack::files();
        let path = files.keys().nth(which).unwrap().clone();
        let bytes = files.get_mut(&path).unwrap();
        let from = at.index(bytes.len());
        let to = (from + cut).min(bytes.len());
        bytes.splice(from..to, bits.concat().into_bytes());
        if let Err(problems) = Curriculum::from_files(&files) {
            prop_assert!(!problems.as_slice().is_empty());
            for problem in problems.as_slice() {
                prop_assert!(!problem.file.is_empty() && !problem.instead.is_empty());
            }
        }
    }

    #[test]
    fn text_made_of_bits_is_read_without_a_panic(bits in prop::collection::vec(prop::sample::select(BITS.to_vec()), 0..60)) {
        let mut files = tiny_pack::files();
        let text = format!("{}{}", tiny_pack::TWO, bits.concat());
        files.insert(TWO_FILE.to_owned(), text.into_bytes());
        if let Ok(curriculum) = Curriculum::from_files(&files) {
            let counted = crate::check::stats(&curriculum);
            prop_assert!(counted.iter().all(|page| page.syllables >= page.words));
            let _ = crate::check::check(&curriculum);
        }
    }

    #[test]
    fn paths_of_any_kind_are_refused_or_named(path in "\\PC{0,40}") {
        prop_assume!(!path.split('/').any(|part| part.starts_with('.')));
        let mut files = tiny_pack::files();
        files.insert(path.clone(), b"x".to_vec());
        prop_assert!(Curriculum::from_files(&files).is_err(), "{path}");
    }
}
