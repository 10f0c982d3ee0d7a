//! The bill of materials of the program, as CycloneDX 1.6: for whoever has to answer which version of what is in it.

use data_encoding::HEXLOWER;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::{Origin, Part};

/// Writes the bill. The moment is RFC 3339; the same parts at the same moment give the same bytes.
#[must_use]
pub fn bill(parts: &[Part], version: &str, moment: &str) -> String {
    let ours = format!("pkg:generic/waymark@{version}");
    let components: Vec<Value> = parts.iter().map(component).collect();
    let mut dependencies: Vec<Value> = vec![json!({
        "ref": ours,
        "dependsOn": parts.iter().filter(|part| part.inside).map(Part::id).collect::<Vec<_>>(),
    })];
    let known: std::collections::BTreeSet<String> = parts.iter().map(Part::id).collect();
    dependencies.extend(parts.iter().map(|part| {
        let on: Vec<_> = part
            .stands_on
            .iter()
            .filter(|id| known.contains(*id))
            .collect();
        json!({ "ref": part.id(), "dependsOn": on })
    }));
    let mut bill = json!({
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "timestamp": moment,
            "component": { "type": "application", "bom-ref": ours, "name": "waymark", "version": version, "purl": ours, "licenses": [{ "expression": "MIT OR Apache-2.0" }] },
        },
        "components": components,
        "dependencies": dependencies,
    });
    bill["serialNumber"] = json!(serial(&bill.to_string()));
    format!("{bill:#}\n")
}

fn component(part: &Part) -> Value {
    let id = part.id();
    let mut component = json!({
        "type": "library",
        "bom-ref": id,
        "name": part.name,
        "purl": id,
        // What only helps to build it is not reached when it runs.
        "scope": if part.inside { "required" } else { "excluded" },
    });
    if part.origin == Origin::Here {
        component["type"] = json!("file");
    }
    if !part.version.is_empty() {
        component["version"] = json!(part.version);
    }
    let licence = part.licence.replace('/', " OR ");
    if !licence.is_empty() {
        component["licenses"] = json!([{ "expression": licence }]);
    }
    if let Some((algorithm, hex)) = &part.digest {
        component["hashes"] = json!([{ "alg": algorithm, "content": hex }]);
    }
    component
}

/// A number that is made from what the bill says, so that nobody has to remember it (a UUID of version 8).
fn serial(words: &str) -> String {
    let mut hex = HEXLOWER.encode(&Sha256::digest(words.as_bytes()));
    hex.truncate(32);
    hex.replace_range(12..13, "8");
    hex.replace_range(16..17, "8");
    let part = |from: usize, to: usize| hex.get(from..to).unwrap_or_default();
    format!(
        "urn:uuid:{}-{}-{}-{}-{}",
        part(0, 8),
        part(8, 12),
        part(12, 16),
        part(16, 20),
        part(20, 32)
    )
}
