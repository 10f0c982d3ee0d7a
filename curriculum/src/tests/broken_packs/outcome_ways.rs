//! The ways to break an outcome plan, one at a time.

use super::ways::Break::{self, File};

/// An outcome plan with one fault: the pack has no such instrument.
const OUTCOME: &str = r#"id = "ours"
title = { en = "Ours", da = "Vores" }
source = { en = "Made up.", da = "Opdigtet." }

[[occasion]]
id = "start"
title = { en = "Start", da = "Start" }
months = 0
within = 4

[[occasion]]
id = "end"
title = { en = "End", da = "Slut" }
months = 9
within = 4

[[group]]
title = { en = "All", da = "Alt" }

  [[group.measure]]
  id = "scale"
  title = { en = "Scale", da = "Skala" }
  source = { en = "Ours.", da = "Vores." }
  chime = ["hope"]
  form = "no-scale"

  [[group.measure]]
  id = "slot"
  title = { en = "Slot", da = "Plads" }
  source = { en = "Theirs.", da = "Deres." }
  slot = { lowest = 1, highest = 10, better = "lower", rater = "person" }
"#;

pub(super) fn ways() -> Vec<(&'static str, Break)> {
    vec![
        (
            "an outcome plan with a form that is none",
            File("outcomes/ours.toml", OUTCOME.into()),
        ),
        (
            "an outcome plan under another name",
            File("outcomes/theirs.toml", OUTCOME.into()),
        ),
        (
            "an outcome plan that measures twice and backwards",
            File(
                "outcomes/ours.toml",
                OUTCOME
                    .replace("months = 9", "months = 0")
                    .replace(
                        "form = \"no-scale\"",
                        "form = \"no-scale\"\n  count = \"admissions\"",
                    )
                    .replace("lowest = 1, highest = 10", "lowest = 10, highest = 1")
                    .replace("\"hope\"", "\"hop\"")
                    .into(),
            ),
        ),
    ]
}
