//! A small good pack with every kind of block, form and track in two languages, for tests to use and to break.

use crate::PackFiles;

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
usual = ["en", "da"]
modules = ["first"]
"#;

pub(crate) const MODULE: &str = r#"id = "first"
sessions = { min = 1, max = 2 }

[[topic]]
id = "one"
review = { status = "draft" }
matters = "sheet"

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
  goal = ["go"]

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

  [[topic.block]]
  id = "pic"
  kind = "figure"
  drawing = "line"

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

```figure pic
alt = "A line, and where it ends."
caption = "A line"
[labels]
end = "The\nend"
```
"#;

pub(crate) const FIGURE: &str = r#"size = [1000, 200]
shape = [
  { path = "M 10 100 L 500 100 C 600 100 700 50 800 50", line = "bold", dash = "dashed" },
  { circle = [800, 50, 20], line = "none", fill = "ink" },
  { label = "end", at = [850, 60], anchor = "middle", strong = true },
]
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

pub(crate) const PACES: &str = r#"[[pace]]
id = "weekly"
title = { en = "Once a week", da = "Hver uge" }
days = 7
months = { min = 9, max = 10 }
source = { en = "Made up.", da = "Opfundet." }
"#;

/// A module in no course: first a topic for everybody, then one for each track, then again one for everybody.
pub(crate) const FACTS: &str = r#"id = "facts"
sessions = { min = 1, max = 1 }

[[track]]
id = "sun"
title = { en = "Sun", da = "Sol" }

[[track]]
id = "rain"
title = { en = "Rain", da = "Regn" }

[[topic]]
id = "about"
review = { status = "draft" }

  [[topic.block]]
  id = "my-plan"
  kind = "form"
  form = "plan"

  [[topic.block]]
  id = "near-me"
  kind = "services"
  about = "crisis"

[[topic]]
id = "sunny"
track = "sun"
review = { status = "draft" }

[[topic]]
id = "rainy"
track = "rain"
review = { status = "draft" }

[[topic]]
id = "after"
review = { status = "draft" }
"#;

pub(crate) const ABOUT: &str = r#"+++
title = "About"
purpose = "Lead on."
summary = ["First.", "Second."]
+++

```form my-plan
words = "Open *it* now."
```

```services near-me
title = "Near me"
empty = "Ask for a number, and write it down."
```
"#;

pub(crate) const FORMS: &str = r#"[[form]]
id = "plan"
kind = "plan"
review = { status = "draft" }

  [[form.block]]
  id = "mine"
  kind = "worksheet"
  field = [
    { id = "helps", input = "long-text", lines = 4, from = ["one/ticks", "one/rate", "one/ask"] },
    { id = "who", input = "text", from = ["one/sheet/told"] },
    { id = "steps", input = "group", rows = 2, field = [
      { id = "step", input = "text", from = ["one/sheet/steps", "one/sheet/what"] },
    ] },
  ]

[[form]]
id = "mood"
kind = "instrument"
module = "first"
review = { status = "draft" }

  [[form.block]]
  id = "items"
  kind = "rating"
  levels = ["1", "2", "3", "na"]
  rows = ["sleep", "food", "people"]

  [[form.block]]
  id = "more"
  kind = "worksheet"
  field = [
    { id = "sure", input = "scale", min = 0, max = 10 },
    { id = "note", input = "text" },
  ]

  [form.instrument]
  rater = "person"
  score = "mean"
  blocks = ["items", "more"]
  least = 3
  better = "higher"
  wording = "paraphrase"
"#;

pub(crate) const PLAN: &str = r#"+++
title = "My plan"
purpose = "Keep what helps."
+++

```worksheet mine
title = "Mine"
[fields]
helps = "What helps me"
who = "Who knows"
steps = "Steps"
step = "Step"
```
"#;

pub(crate) const MOOD: &str = r#"+++
title = "How it goes"
purpose = "Look at three things."
source = "Ida Lund, 2020."
rights = "Free for all."
+++

```rating items
title = "Items"
[levels]
1 = "Badly"
2 = "So-so"
3 = "Well"
na = "Not for me"
[rows]
sleep = "Sleep"
food = "Food"
people = "People"
```

```worksheet more
title = "More"
[fields]
sure = { label = "How sure?", low = "not", high = "very" }
note = "A note"
```
"#;

pub(crate) const FIGURE_FILE: &str = "modules/01-first/figures/line.toml";
pub(crate) const MODULE_FILE: &str = "modules/01-first/module.toml";
pub(crate) const ONE_FILE: &str = "modules/01-first/en/one.md";
pub(crate) const ONE_DANISH: &str = "modules/01-first/da/one.md";
pub(crate) const TWO_FILE: &str = "modules/01-first/en/two.md";
pub(crate) const GUIDE_FILE: &str = "modules/01-first/en/guide.md";
pub(crate) const FACTS_FILE: &str = "modules/02-facts/module.toml";
pub(crate) const ABOUT_FILE: &str = "modules/02-facts/en/about.md";
pub(crate) const PACES_FILE: &str = "paces.toml";
pub(crate) const FORMS_FILE: &str = "forms/forms.toml";
pub(crate) const PLAN_FILE: &str = "forms/en/plan.md";
pub(crate) const MOOD_FILE: &str = "forms/en/mood.md";

/// Returns the files of the pack.
pub(crate) fn files() -> PackFiles {
    let danish = |english: &str| {
        english
            .replace("One\"", "En\"")
            .replace("The first", "Den første")
            .replace("My plan", "Min plan")
    };
    let mut files = PackFiles::new();
    let mut add = |path: &str, text: &str| files.insert(path.to_owned(), text.as_bytes().to_vec());
    for (path, text) in [
        ("pack.toml", PACK),
        ("courses/short.toml", COURSE),
        (PACES_FILE, PACES),
        (MODULE_FILE, MODULE),
        (FACTS_FILE, FACTS),
        (FORMS_FILE, FORMS),
        (FIGURE_FILE, FIGURE),
    ] {
        add(path, text);
    }
    for (home, name, text) in [
        ("modules/01-first", "one", ONE),
        ("modules/01-first", "two", TWO),
        ("modules/01-first", "guide", GUIDE),
        ("modules/02-facts", "about", ABOUT),
        ("modules/02-facts", "sunny", TWO),
        ("modules/02-facts", "rainy", TWO),
        ("modules/02-facts", "after", TWO),
        ("modules/02-facts", "guide", GUIDE),
        ("forms", "plan", PLAN),
        ("forms", "mood", MOOD),
    ] {
        add(&format!("{home}/en/{name}.md"), text);
        add(&format!("{home}/da/{name}.md"), &danish(text));
    }
    files
}
