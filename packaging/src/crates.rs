//! The crates, as cargo resolves them for this machine.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use serde_json::Value;

use crate::{Failure, Origin, Part};

/// Build dependencies that carry the C sources which end in the program.
const SOURCES: [&str; 2] = ["openssl-src", "sqlcipher-src"];

/// Every crate of others behind the window, those first that are in it.
///
/// # Errors
/// When cargo cannot be asked or its answer is not understood.
pub fn parts(root: &Path) -> Result<Vec<Part>, Failure> {
    let metadata = metadata(root)?;
    let digests = digests(root)?;
    let graph = Graph::read(&metadata)?;
    let inside = graph.reached(true);
    let all = graph.reached(false);
    let mut parts = Vec::new();
    for id in all {
        let package = graph.packages[id];
        // Ours have no source.
        if package["source"].is_null() {
            continue;
        }
        let (name, version) = (words(&package["name"]), words(&package["version"]));
        let stands_on = graph
            .edges(id, !inside.contains(id))
            .into_iter()
            .filter(|other| !graph.packages[other]["source"].is_null())
            .map(|other| {
                let other = graph.packages[other];
                format!(
                    "pkg:cargo/{}@{}",
                    words(&other["name"]),
                    words(&other["version"])
                )
            })
            .collect::<BTreeSet<_>>();
        let authors = package["authors"].as_array().into_iter().flatten();
        parts.push(Part {
            digest: digests
                .get(&(name.clone(), version.clone()))
                .map(|hex| ("SHA-256", hex.clone())),
            licence: licence_of(&name, &package["license"]),
            authors: authors
                .map(words)
                .map(|author| author.split(" <").next().unwrap_or_default().to_owned())
                .collect(),
            origin: Origin::Crate,
            stands_on: stands_on.into_iter().collect(),
            inside: inside.contains(id),
            folder: PathBuf::from(words(&package["manifest_path"]))
                .parent()
                .map(PathBuf::from)
                .unwrap_or_default(),
            name,
            version,
        });
    }
    Ok(parts)
}

/// What a crate says of itself; of one that carries C sources also what those say.
fn licence_of(name: &str, said: &Value) -> String {
    let said = words(said);
    if name == "openssl-src" {
        format!("({said}) AND Apache-2.0")
    } else {
        said
    }
}

fn words(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

fn metadata(root: &Path) -> Result<Value, Failure> {
    let rustc = Command::new("rustc").arg("-vV").output()?.stdout;
    let rustc = String::from_utf8(rustc)?;
    let host = rustc.lines().find_map(|line| line.strip_prefix("host: "));
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let output = Command::new(cargo)
        .args([
            "metadata",
            "--format-version",
            "1",
            "--locked",
            "--filter-platform",
        ])
        .arg(host.ok_or("rustc does not say what machine this is")?)
        .current_dir(root)
        .output()?;
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).into());
    }
    Ok(serde_json::from_slice(&output.stdout)?)
}

/// The digests of `Cargo.lock`, by name and version.
fn digests(root: &Path) -> Result<BTreeMap<(String, String), String>, Failure> {
    let lock: toml::Table = fs::read_to_string(root.join("Cargo.lock"))?.parse()?;
    let packages = lock.get("package").and_then(toml::Value::as_array);
    let text = |package: &toml::Value, key: &str| {
        package
            .get(key)
            .and_then(toml::Value::as_str)
            .map(str::to_owned)
    };
    Ok(packages
        .into_iter()
        .flatten()
        .filter_map(|package| {
            Some((
                (text(package, "name")?, text(package, "version")?),
                text(package, "checksum")?,
            ))
        })
        .collect())
}

/// What cargo resolved.
struct Graph<'a> {
    packages: BTreeMap<&'a str, &'a Value>,
    nodes: BTreeMap<&'a str, &'a Value>,
    start: &'a str,
}

impl<'a> Graph<'a> {
    fn read(metadata: &'a Value) -> Result<Self, Failure> {
        let by_id = |list: &'a Value| -> BTreeMap<&'a str, &'a Value> {
            let list = list.as_array().into_iter().flatten();
            list.filter_map(|one| Some((one["id"].as_str()?, one)))
                .collect()
        };
        let packages = by_id(&metadata["packages"]);
        let start = packages
            .iter()
            .find(|(_, package)| package["name"] == "app" && package["source"].is_null());
        Ok(Self {
            start: start.ok_or("the window is not among the packages")?.0,
            nodes: by_id(&metadata["resolve"]["nodes"]),
            packages,
        })
    }

    /// What one crate stands on; with those that only build it if asked for.
    fn edges(&self, id: &str, builds: bool) -> Vec<&'a str> {
        let Some(node) = self.nodes.get(id) else {
            return Vec::new();
        };
        let deps = node["deps"].as_array().into_iter().flatten();
        deps.filter_map(|dep| {
            let other = dep["pkg"].as_str()?;
            let kinds = dep["dep_kinds"].as_array()?;
            let is =
                |wanted: Option<&str>| kinds.iter().any(|kind| kind["kind"].as_str() == wanted);
            let carries =
                is(Some("build")) && SOURCES.contains(&self.packages.get(other)?["name"].as_str()?);
            (is(None) || carries || builds && is(Some("build"))).then_some(other)
        })
        .collect()
    }

    /// Every crate behind the window. What macros and builds use is not inside of it.
    fn reached(&self, only_inside: bool) -> BTreeSet<&'a str> {
        let mut open = vec![self.start];
        let mut seen = BTreeSet::new();
        while let Some(id) = open.pop() {
            let Some(package) = self.packages.get(id) else {
                continue;
            };
            let targets = package["targets"].as_array().into_iter().flatten();
            let is_macro = targets
                .flat_map(|target| target["kind"].as_array().into_iter().flatten())
                .any(|kind| kind == "proc-macro");
            if only_inside && is_macro || !seen.insert(id) {
                continue;
            }
            open.extend(self.edges(id, !only_inside));
        }
        seen
    }
}
