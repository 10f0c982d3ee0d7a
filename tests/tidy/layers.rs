//! Inside `api`: acts never know views, look-ups know nothing above them, and no file leads back to itself.

use std::collections::{BTreeMap, BTreeSet};

use crate::tree::{files, read};

/// Which layers of `api` a layer may import besides itself (ARCHITECTURE.md, *Code map*). All may import what is no layer.
const KNOWS: [(&str, &[&str]); 6] = [
    ("commands", &["act", "view", "paper", "read"]),
    ("content", &["paper", "read"]),
    ("act", &["paper", "read"]),
    ("view", &["read"]),
    ("paper", &["read"]),
    ("read", &[]),
];

/// A module of the crate by its path from the root, which itself is empty.
type Module = Vec<String>;

/// A crate's modules with their text.
type Modules = BTreeMap<Module, String>;

fn api() -> Modules {
    let folder = "src-tauri/crates/api/src";
    let sources = files(&["rs"]);
    let inside = sources.iter().filter_map(|path| {
        let inside = path.strip_prefix(folder).ok()?.with_extension("");
        let mut module: Module = inside
            .iter()
            .map(|part| part.to_str().unwrap().to_owned())
            .collect();
        if ["mod", "lib"].contains(&module.last()?.as_str()) {
            module.pop();
        }
        Some((module, code(&read(path))))
    });
    inside.collect()
}

/// A file without its comments and its tests, whose `super` is the file itself.
fn code(text: &str) -> String {
    let lines = text
        .lines()
        .map(|line| line.split("//").next().unwrap_or(line));
    let code = lines.collect::<Vec<_>>().join("\n");
    let tests = code.find("#[cfg(test)]\nmod tests");
    code[..tests.unwrap_or(code.len())].to_owned()
}

/// Every path of ours that a module names, in `use` and in between.
fn paths(modules: &Modules, module: &Module) -> Vec<Vec<String>> {
    let text = &modules[module];
    let mut found = Vec::new();
    for part in text.split("use ").skip(1) {
        if let Some(tree) = part.split(';').next() {
            expand(&[], tree, &mut found);
        }
    }
    let children = modules
        .keys()
        .filter(|child| child.len() == module.len() + 1 && child.starts_with(module))
        .map(|child| child.last().unwrap().as_str());
    for start in ["crate", "super", "self"].into_iter().chain(children) {
        let call = format!("{start}::");
        for (at, _) in text.match_indices(&call) {
            let before = text[..at].chars().next_back();
            if before.is_none_or(|c| !c.is_alphanumeric() && c != '_' && c != ':') {
                let end = text[at..].find(|c: char| !c.is_alphanumeric() && c != '_' && c != ':');
                let path = &text[at..at + end.unwrap_or(0)];
                // What ends so goes on with a brace or a star, and is a `use`.
                if !path.ends_with("::") {
                    found.push(segments(path));
                }
            }
        }
    }
    found
}

/// Parts the tree of a `use` into its paths.
fn expand(before: &[String], tree: &str, found: &mut Vec<Vec<String>>) {
    let tree = tree.trim();
    let Some(open) = tree.find('{') else {
        let name = tree.split(" as ").next().unwrap_or(tree);
        found.push([before, &segments(name)].concat());
        return;
    };
    let before = [before, &segments(&tree[..open])].concat();
    let inside = &tree[open + 1..tree.rfind('}').unwrap_or(tree.len())];
    let mut depth = 0;
    for branch in inside.split(|c| {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        c == ',' && depth == 0
    }) {
        if !branch.trim().is_empty() {
            expand(&before, branch, found);
        }
    }
}

fn segments(path: &str) -> Vec<String> {
    let named = path.split("::").map(str::trim);
    named
        .filter(|part| !part.is_empty() && *part != "*")
        .map(str::to_owned)
        .collect()
}

/// The module of ours that a path leads to, seen from another; `None` when it leads out of the crate.
fn leads_to(modules: &Modules, from: &Module, path: &[String]) -> Option<Module> {
    let mut at = from.clone();
    let mut rest = path;
    let mut ours = false;
    while let Some((first, behind)) = rest.split_first() {
        match first.as_str() {
            "crate" => at.clear(),
            "super" => {
                at.pop();
            }
            "self" => {}
            _ => break,
        }
        ours = true;
        rest = behind;
    }
    for part in rest {
        let deeper = [at.as_slice(), std::slice::from_ref(part)].concat();
        if !modules.contains_key(&deeper) {
            break;
        }
        ours = true;
        at = deeper;
    }
    if !ours {
        return None;
    }
    if at.is_empty() && !from.is_empty() {
        // Something the root hands on, such as `crate::App`.
        return handed_on(modules, rest.first()?);
    }
    (at != *from).then_some(at)
}

/// Where the root takes a name from that it hands on.
fn handed_on(modules: &Modules, name: &str) -> Option<Module> {
    let root = Module::new();
    let handed = paths(modules, &root).into_iter();
    handed
        .filter(|path| path.last().is_some_and(|last| last == name))
        .find_map(|path| leads_to(modules, &root, &path))
}

fn imports(modules: &Modules) -> BTreeMap<Module, BTreeSet<Module>> {
    let of = |module: &Module| {
        let paths = paths(modules, module);
        let targets = paths
            .iter()
            .filter_map(|path| leads_to(modules, module, path));
        targets.collect()
    };
    let named = modules.keys().filter(|module| !module.is_empty());
    named.map(|module| (module.clone(), of(module))).collect()
}

/// Imports that go against the layers.
fn crossings(modules: &Modules) -> Vec<String> {
    let rules: BTreeMap<_, _> = KNOWS.into_iter().collect();
    let mut found = Vec::new();
    for (module, targets) in imports(modules) {
        let layer = module[0].as_str();
        let Some(known) = rules.get(layer) else {
            continue;
        };
        for target in targets {
            let other = target.first().map_or("", String::as_str);
            if rules.contains_key(other) && other != layer && !known.contains(&other) {
                found.push(format!(
                    "{} imports {}",
                    module.join("::"),
                    target.join("::")
                ));
            }
        }
    }
    found
}

/// A way from a module back to itself, if there is one.
fn circle(modules: &Modules) -> Option<Vec<String>> {
    let imports = imports(modules);
    let mut settled = BTreeSet::new();
    imports
        .keys()
        .find_map(|start| walk(&imports, start, &mut Vec::new(), &mut settled))
}

fn walk<'m>(
    imports: &'m BTreeMap<Module, BTreeSet<Module>>,
    at: &'m Module,
    way: &mut Vec<&'m Module>,
    settled: &mut BTreeSet<&'m Module>,
) -> Option<Vec<String>> {
    if let Some(begin) = way.iter().position(|module| *module == at) {
        let circle = way[begin..].iter().chain([&at]);
        return Some(circle.map(|module| module.join("::")).collect());
    }
    if settled.contains(at) {
        return None;
    }
    way.push(at);
    let found = imports
        .get(at)
        .into_iter()
        .flatten()
        .find_map(|next| walk(imports, next, way, settled));
    way.pop();
    settled.insert(at);
    found
}

#[test]
fn an_act_never_knows_a_view() {
    let modules = api();
    assert!(modules.len() > 40, "the crate was not found");
    let crossings = crossings(&modules);
    assert!(crossings.is_empty(), "{crossings:#?}");
}

#[test]
fn no_file_of_the_use_cases_leads_back_to_itself() {
    let circle = circle(&api());
    assert!(circle.is_none(), "{circle:?}");
}

#[test]
fn what_is_wrong_would_be_found() {
    let tree = |sources: &[(&str, &str)]| -> Modules {
        sources
            .iter()
            .map(|(path, text)| (segments(path), (*text).to_owned()))
            .collect()
    };
    let root = ("", "mod app;\npub use app::{App, Env};\n");
    let fine = tree(&[
        root,
        ("app", "use crate::{wire::*};\n"),
        ("wire", "mod a;\npub use self::a::*;\n"),
        ("wire::a", "use std::fmt;\n"),
        ("read", ""),
        ("read::pages", "use crate::App;\n"),
        ("view", ""),
        (
            "view::today",
            "use crate::{\n    App,\n    read::{pages::{fill, page}},\n};\n",
        ),
        ("act", ""),
        ("act::goals", "use crate::read::pages;\n"),
    ]);
    assert!(crossings(&fine).is_empty() && circle(&fine).is_none());
    assert_eq!(
        imports(&fine)[&segments("view::today")],
        [segments("app"), segments("read::pages")].into()
    );
    for (path, wrong) in [
        ("act::goals", "use crate::{App, view::today};\n"),
        ("act::goals", "fn f() { crate::view::today::today() }\n"),
        ("act::goals", "use super::super::view::today as t;\n"),
        ("view::today", "use crate::act::goals::{self};\n"),
        ("read::pages", "use crate::view;\n"),
    ] {
        let mut modules = fine.clone();
        modules.insert(segments(path), wrong.to_owned());
        assert_eq!(crossings(&modules).len(), 1, "{path}: {wrong}");
    }
    for (path, wrong) in [
        ("read::pages", "use super::words;\n"),
        ("read::pages", "use crate::read::{words::{title}};\n"),
        ("app", "use crate::read::pages;\n"),
    ] {
        let mut modules = fine.clone();
        modules.insert(segments("read::words"), "use super::pages;\n".to_owned());
        modules.insert(segments(path), wrong.to_owned());
        assert!(circle(&modules).is_some(), "{path}: {wrong}");
    }
}
