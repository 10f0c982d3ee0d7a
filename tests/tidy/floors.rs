//! Inside a crate, too, imports point one way (design/STYLE.md, *The next floor*): a file knows the floors below its own,
//! and no two files import each other in a circle.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::{Path, PathBuf},
};

use crate::tree::{files, read};

/// The floors of a crate, the lowest first, each with its folders and files. What stands on one floor knows neither what
/// is above it nor what is beside it.
const FLOORS: [(&str, &[&[&str]]); 2] = [
    (
        "curriculum/src",
        &[
            &["problem"],
            &["read", "model"],
            &["structure", "fits"],
            &["words"],
            &["build"],
            &["curriculum"],
            &["accept", "document", "manual", "returned", "starter"],
            &["check", "diff", "engine", "forms", "instrument"],
            &["outcome"],
            &["lib"],
        ],
    ),
    (
        "src-tauri/crates/api/src",
        &[
            &["error"],
            &["wire"],
            &["file", "outside"],
            &["app"],
            &["read"],
            &["paper"],
            &["out"],
            &["act", "content", "view"],
            &["commands"],
            &["typescript"],
            &["lib"],
        ],
    ),
];

/// The files of a crate by their module, tests left out: they may look at everything.
fn modules(source: &str) -> BTreeMap<Vec<String>, PathBuf> {
    let mut modules = BTreeMap::new();
    for path in files(&["rs"]) {
        let Ok(inside) = path.strip_prefix(source) else {
            continue;
        };
        let mut module: Vec<String> = inside
            .with_extension("")
            .iter()
            .map(|part| part.to_str().unwrap().to_owned())
            .collect();
        if module.iter().any(|part| part == "tests") {
            continue;
        }
        if matches!(module.last().unwrap().as_str(), "mod" | "lib") {
            module.pop();
        }
        modules.insert(module, path);
    }
    modules
}

/// Parts code into words, `::` and single signs, without comments and the tests at its end.
fn tokens(code: &str) -> Vec<&str> {
    let code = code.split("#[cfg(test)]\nmod tests {").next().unwrap();
    let mut tokens = Vec::new();
    for line in code.lines() {
        let mut rest = line.split("//").next().unwrap().trim_start();
        while let Some(first) = rest.chars().next() {
            let length = match rest.find(|c: char| !c.is_alphanumeric() && c != '_') {
                Some(0) if rest.starts_with("::") => 2,
                Some(0) => first.len_utf8(),
                Some(end) => end,
                None => rest.len(),
            };
            let (token, more) = rest.split_at(length);
            tokens.push(token);
            rest = more.trim_start();
        }
    }
    tokens
}

fn is_word(token: &str) -> bool {
    token.starts_with(|c: char| c.is_alphabetic() || c == '_')
}

/// Finds the paths in some code: those of `use`, each branch by itself, and those in the middle of an expression.
fn paths<'c>(tokens: &[&'c str]) -> Vec<Vec<&'c str>> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        if is_word(tokens[at]) && tokens.get(at + 1) == Some(&"::") {
            at = branches(tokens, at, Vec::new(), &mut found);
        } else {
            at += 1;
        }
    }
    found
}

/// Reads a path from a place on, with everything in its braces; returns the place behind it.
fn branches<'c>(
    tokens: &[&'c str],
    mut at: usize,
    mut path: Vec<&'c str>,
    found: &mut Vec<Vec<&'c str>>,
) -> usize {
    while let Some(word) = tokens.get(at).filter(|token| is_word(token)) {
        path.push(word);
        at += 1;
        if tokens.get(at) != Some(&"::") {
            break;
        }
        at += 1;
    }
    match tokens.get(at) {
        Some(&"{") if tokens[at - 1] == "::" => {}
        // Behind a last comma.
        Some(&"}") if tokens[at - 1] == "," => return at,
        _ => {
            found.push(path);
            return at;
        }
    }
    while !matches!(tokens.get(at), Some(&"}") | None) {
        // Behind the brace or comma; what a name is renamed to, or a star, is passed over.
        at = branches(tokens, at + 1, path.clone(), found);
        while !matches!(tokens.get(at), Some(&"," | &"}") | None) {
            at += 1;
        }
    }
    at + 1
}

/// Returns the file that a path in a module leads to; `None` when it leads out of the crate.
fn target<'m>(
    modules: &'m BTreeMap<Vec<String>, PathBuf>,
    module: &[String],
    path: &[&str],
) -> Option<&'m PathBuf> {
    let mut full = module.to_vec();
    for (place, word) in path.iter().enumerate() {
        match *word {
            "crate" if place == 0 => full.clear(),
            "self" => {}
            "super" => {
                full.pop();
            }
            word => {
                full.push(word.to_owned());
                if place == 0 && !modules.contains_key(&full) {
                    return None;
                }
            }
        }
    }
    (0..=full.len())
        .rev()
        .find_map(|length| modules.get(&full[..length]))
}

/// Which files each file of a crate imports.
fn imports(source: &str) -> BTreeMap<PathBuf, BTreeSet<PathBuf>> {
    let modules = modules(source);
    let of = |module: &[String], file: &PathBuf| {
        let code = read(file);
        let tokens = tokens(&code);
        paths(&tokens)
            .iter()
            .filter_map(|path| target(&modules, module, path))
            .filter(|found| *found != file)
            .cloned()
            .collect()
    };
    modules
        .iter()
        .map(|(module, file)| (file.clone(), of(module, file)))
        .collect()
}

/// Returns the folder or file right below the source folder in which a file stands.
fn house(source: &str, file: &Path) -> String {
    let inside = file.strip_prefix(source).unwrap().with_extension("");
    inside.iter().next().unwrap().to_str().unwrap().to_owned()
}

#[test]
fn a_file_imports_only_what_stands_below_it() {
    for (source, floors) in FLOORS {
        let imports = imports(source);
        let floor = |house: &str| floors.iter().position(|floor| floor.contains(&house));
        let houses: BTreeSet<String> = imports.keys().map(|file| house(source, file)).collect();
        let known: BTreeSet<String> = floors
            .iter()
            .copied()
            .flatten()
            .map(|&it| it.to_owned())
            .collect();
        assert_eq!(
            houses, known,
            "a folder without a floor, or a floor without a folder"
        );
        for (file, found) in &imports {
            let own = house(source, file);
            for import in found {
                let other = house(source, import);
                assert!(
                    own == other || floor(&other) < floor(&own),
                    "{} imports {}, which does not stand below it; see FLOORS in tests/tidy",
                    file.display(),
                    import.display()
                );
            }
        }
    }
}

/// Finds files that import each other in a circle, in their order on it.
fn circle(imports: &BTreeMap<PathBuf, BTreeSet<PathBuf>>) -> Option<Vec<PathBuf>> {
    // Whoever imports nothing that is left is in no circle, and can be taken away.
    let mut left: BTreeMap<_, _> = imports.iter().collect();
    loop {
        let before = left.len();
        let names: BTreeSet<_> = left.keys().copied().collect();
        left.retain(|_, found| found.iter().any(|import| names.contains(import)));
        if left.len() == before {
            break;
        }
    }
    // Each of the rest imports another of the rest, so a walk among them comes back.
    let mut walk: Vec<&PathBuf> = vec![left.keys().next()?];
    loop {
        let next = left[walk[walk.len() - 1]]
            .iter()
            .find(|import| left.contains_key(import))?;
        if let Some(start) = walk.iter().position(|file| *file == next) {
            return Some(walk[start..].iter().copied().cloned().collect());
        }
        walk.push(next);
    }
}

#[test]
fn no_files_import_each_other_in_a_circle() {
    for (source, _) in FLOORS {
        let found = circle(&imports(source));
        assert!(
            found.is_none(),
            "these import each other in a circle: {found:?}"
        );
    }
}

#[test]
fn a_circle_is_found_and_a_way_down_is_none() {
    let imports = |written: &[(&str, &[&str])]| -> BTreeMap<PathBuf, BTreeSet<PathBuf>> {
        let file = |(name, found): &(&str, &[&str])| {
            (
                PathBuf::from(name),
                found.iter().map(PathBuf::from).collect(),
            )
        };
        written.iter().map(file).collect()
    };
    let down: &[(&str, &[&str])] = &[("a", &["b", "c"]), ("b", &["c"]), ("c", &[])];
    assert_eq!(circle(&imports(down)), None);
    let round: &[(&str, &[&str])] = &[("a", &["b"]), ("b", &["c", "d"]), ("c", &["b"]), ("d", &[])];
    assert_eq!(
        circle(&imports(round)),
        Some(vec![PathBuf::from("b"), PathBuf::from("c")])
    );
}

#[test]
fn every_path_in_code_leads_to_its_file() {
    let module =
        |path: &str| -> Vec<String> { path.split_terminator('/').map(str::to_owned).collect() };
    let modules: BTreeMap<_, _> = ["", "a", "a/one", "a/two", "b"]
        .into_iter()
        .map(|path| {
            (
                module(path),
                PathBuf::from(if path.is_empty() { "root" } else { path }),
            )
        })
        .collect();
    for (home, code, expected) in [
        (
            "a/one",
            "use super::{two::Two, Other as It, *};",
            vec!["a/two", "a", "a"],
        ),
        (
            "a/one",
            "use crate::{\n    a::{two::{X, Y}, Z},\n    b,\n};",
            vec!["a/two", "a/two", "a", "b"],
        ),
        (
            "a/one",
            "let it = crate::b::it(crate::Thing::new(), std::mem::take(x));",
            vec!["b", "root"],
        ),
        (
            "a",
            "mod one;\npub use one::One;\nfn f() { two::g::<u8>() }",
            vec!["a/one", "a/two"],
        ),
        (
            "b",
            "// crate::a\nuse domain::{a::X, Lang};\nmatch a { Some(b) => {} }",
            vec![],
        ),
        (
            "b",
            "use crate::a;\n#[cfg(test)]\nmod tests {\n    use crate::a::one;\n}",
            vec!["a"],
        ),
    ] {
        let tokens = tokens(code);
        let found: Vec<_> = paths(&tokens)
            .iter()
            .filter_map(|path| target(&modules, &module(home), path))
            .map(|file| file.to_str().unwrap().to_owned())
            .collect();
        assert_eq!(found, expected, "{code}");
    }
}
