//! A small good pack with every kind of block in two languages, for tests to use and to break.

use super::PackFiles;

pub(crate) const PACK: &str = r#"format = 1
id = "tiny"
title = "Tiny pack"
version = "1.2.3"
languages = ["en", "da"]
licence = "CC-BY-4.0"
"#;

pub(crate) const COURSE: &str = r#"id = "short"
title = { en = "Short", da = "Kort" }
source = { en = "Made up.", da = "Opfundet." }
modules = ["first"]
"#;

pub(crate) const MODULE: &str = r#"id = "first"
sessions = { min = 1, max = 2 }

[[topic]]
id = "one"
review = { status = "draft" }

  [[topic.block]]
  id = "ask"
  kind = "question"
  lines = 4

  [[topic.block]]
  id = "ticks"
  kind = "checklist"
  columns = ["already", "want"]
  rows = ["walk", "sing"]
  others = 2

  [[topic.block]]
  id = "rate"
  kind = "rating"
  levels = ["low", "high"]
  rows = ["home"]

  [[topic.block]]
  id = "sheet"
  kind = "worksheet"
  many = true
  field = [
    { id = "words", input = "long-text", lines = 6 },
    { id = "on", input = "date" },
    { id = "sure", input = "scale", min = 0, max = 10 },
    { id = "cups", input = "number", min = 0, max = 99 },
    { id = "told", input = "one-of", choices = ["nobody", "one"] },
    { id = "days", input = "any-of", choices = ["mon", "tue"] },
    { id = "steps", input = "group", rows = 3, field = [
      { id = "what", input = "text" },
      { id = "by", input = "date" },
    ] },
  ]

  [[topic.block]]
  id = "try"
  kind = "practice"
  options = ["call", "go"]

  [[topic.block]]
  id = "play"
  kind = "role-play"

  [[topic.block]]
  id = "know"
  kind = "knowledge-check"
  question = [{ id = "q1", choices = ["yes", "no"], right = "yes" }]

  [[topic.block]]
  id = "keep"
  kind = "key-point"

  [[topic.block]]
  id = "amira"
  kind = "story"

[[topic]]
id = "two"
review = { status = "reviewed", by = "Ida Lund, psychologist", on = 2026-11-21 }
"#;

pub(crate) const ONE: &str = r#"+++
title = "One"
purpose = "Try every block."
summary = ["First point.", "Second point."]
+++

Some *soft* and **strong** words.

## A heading

- one
- two

> It helped me.
> — Amira

```question ask
prompt = "What *helps*?"
```

```checklist ticks
title = "Ticks"
intro = "Tick some."
[columns]
already = "I do"
want = "I want to"
[rows]
walk = "Walking"
sing = { label = "Singing", hint = "Humming counts." }
```

```rating rate
title = "Rate"
[levels]
low = "Low"
high = "High"
[rows]
home = "Home"
```

```worksheet sheet
title = "Sheet"
[fields]
words = "My words"
on = { label = "Day", hint = "Today." }
sure = { label = "How sure?", low = "not", high = "very" }
cups = "Cups"
told = { label = "Who knows?", choices = { nobody = "Nobody", one = "One" } }
days = { label = "Days", choices = { mon = "Monday", tue = "Tuesday" } }
steps = "My steps"
what = "What"
by = "By when"
```

```practice try
title = "Try"
[options]
call = "Call"
go = "Go"
```

```role-play play
title = "Play"
scene = "You call a *class*."
steps = ["Say hello.", "Ask."]
look-for = ["A clear voice."]
```

```knowledge-check know
title = "Know"
[questions.q1]
prompt = "Is it *yours*?"
because = "It is."
[questions.q1.choices]
yes = "Yes"
no = "No"
```

```key-point keep
words = "Keep **this**."
```

```story amira
title = "Amira, 34"
text = """
She *walks*.

She sings.
"""
```
"#;

pub(crate) const TWO: &str = "+++
title = \"Two\"
purpose = \"Just words.\"
summary = [\"First.\", \"Second.\"]
+++

Only words.
";

pub(crate) const GUIDE: &str = "+++
title = \"The first\"
aim = \"Find your words.\"
aims = [\"Knows one thing.\", \"Tries one thing.\"]
+++

## Purpose {#purpose}

Why.

## Sessions and pace {#sessions}

Two.

## Motivational techniques {#motivational}

Ask.

## Educational techniques {#educational}

Tell.

### Small pieces

Less.

## Cognitive-behavioural techniques {#cognitive-behavioural}

Do.

## Home practice {#home-practice}

Try.

## Supporters {#supporters}

Invite.

## Common difficulties {#difficulties}

Wait.

## When to stop and turn to safety {#safety}

Stop.

## Links to goals {#goals}

Link.

## Review questions {#review}

Ask again.
";

pub(crate) const MODULE_FILE: &str = "modules/01-first/module.toml";
pub(crate) const ONE_FILE: &str = "modules/01-first/en/one.md";
pub(crate) const ONE_DANISH: &str = "modules/01-first/da/one.md";
pub(crate) const TWO_FILE: &str = "modules/01-first/en/two.md";
pub(crate) const GUIDE_FILE: &str = "modules/01-first/en/guide.md";

/// Returns the files of the pack.
pub(crate) fn files() -> PackFiles {
    let danish = |english: &str| {
        english
            .replace("One\"", "En\"")
            .replace("The first", "Den første")
    };
    [
        ("pack.toml", PACK.to_owned()),
        ("courses/short.toml", COURSE.to_owned()),
        (MODULE_FILE, MODULE.to_owned()),
        (ONE_FILE, ONE.to_owned()),
        (TWO_FILE, TWO.to_owned()),
        (GUIDE_FILE, GUIDE.to_owned()),
        (ONE_DANISH, danish(ONE)),
        ("modules/01-first/da/two.md", danish(TWO)),
        ("modules/01-first/da/guide.md", danish(GUIDE)),
    ]
    .into_iter()
    .map(|(path, text)| (path.to_owned(), text.into_bytes()))
    .collect()
}
