//! The npm packages, as `ui/package-lock.json` has them.

use std::{fs, path::Path};

use data_encoding::{BASE64, HEXLOWER};
use serde_json::Value;

use crate::{Failure, Origin, Part};

/// What of them ends in the page (`vite build --sourcemap` tells); the others check and build it. Paraglide writes its own
/// code into the page, and of the font's package the page has the files.
pub const IN_THE_PAGE: [&str; 5] = [
    "@fontsource/atkinson-hyperlegible-next",
    "@inlang/paraglide-js",
    "@tauri-apps/api",
    "clsx",
    "svelte",
];

/// Every npm package, each once.
///
/// # Errors
/// When the lock file cannot be read.
pub fn parts(root: &Path) -> Result<Vec<Part>, Failure> {
    let lock: Value = serde_json::from_slice(&fs::read(root.join("ui/package-lock.json"))?)?;
    let packages = lock["packages"]
        .as_object()
        .ok_or("the lock file of npm has no packages")?;
    let mut parts: Vec<Part> = Vec::new();
    for (path, package) in packages {
        let Some((_, name)) = path.rsplit_once("node_modules/") else {
            continue;
        };
        let words = |key: &str| package[key].as_str().unwrap_or_default().to_owned();
        let inside = IN_THE_PAGE.contains(&name) && path == &format!("node_modules/{name}");
        // A package that needs another finds it in its own folder first, then in those around it.
        let find = |other: &str| {
            let mut folder = Some(path.as_str());
            while let Some(here) = folder {
                let at = format!("{here}/node_modules/{other}");
                if let Some(found) = packages.get(&at) {
                    return found["version"].as_str().map(|version| id(other, version));
                }
                folder = here.rsplit_once("/node_modules/").map(|(outer, _)| outer);
            }
            let found = packages.get(&format!("node_modules/{other}"))?;
            found["version"].as_str().map(|version| id(other, version))
        };
        let needs = package["dependencies"].as_object();
        let mut stands_on: Vec<_> = needs
            .into_iter()
            .flat_map(|needs| needs.keys())
            .filter_map(|other| find(other))
            .collect();
        stands_on.sort();
        stands_on.dedup();
        parts.push(Part {
            name: name.to_owned(),
            version: words("version"),
            origin: Origin::Npm,
            licence: words("license"),
            authors: Vec::new(),
            digest: words("integrity")
                .strip_prefix("sha512-")
                .and_then(|base| BASE64.decode(base.as_bytes()).ok())
                .map(|bytes| ("SHA-512", HEXLOWER.encode(&bytes))),
            stands_on,
            inside,
            folder: root.join("ui").join(path),
        });
    }
    parts.sort();
    parts.dedup_by(|a, b| a.id() == b.id());
    Ok(parts)
}

fn id(name: &str, version: &str) -> String {
    format!("pkg:npm/{}@{version}", name.replace('@', "%40"))
}
