//! axe-core, run inside the page under test.

use std::{fs, sync::OnceLock};

use crate::{
    build,
    wire::{Refused, Wire},
};

/// Returns what axe finds, one line for each rule and element; empty when all is well.
pub fn violations(wire: &Wire) -> Result<Vec<String>, Refused> {
    // A script of the driver is no script of the page, so the content policy does not hold it up.
    wire.run(source(), &[])?;
    // The isolation frame is not shown and holds nothing; axe would wait for an answer from it.
    let script = "const done = arguments[0];
        axe.run(document, { iframes: false, resultTypes: ['violations'] }).then(
            (r) => done(r.passes.length < 10 ? ['  axe looked at next to nothing'] : r.violations.flatMap((v) => v.nodes.map((n) =>
                `  ${v.id} (${v.impact}): ${n.target.join(' ')}\\n    ${n.html.slice(0, 160)}\\n    ${n.failureSummary.replaceAll('\\n', ' ')}`))),
            (e) => done([`axe itself failed: ${e}`]))";
    let found = wire.run_async(script, &[])?;
    Ok(found
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|v| v.as_str().map(str::to_owned))
        .collect())
}

fn source() -> &'static str {
    static SOURCE: OnceLock<String> = OnceLock::new();
    SOURCE.get_or_init(|| {
        let file = build::root().join("ui/node_modules/axe-core/axe.min.js");
        fs::read_to_string(&file)
            .unwrap_or_else(|e| panic!("{}: {e}; run `npm ci` in ui/", file.display()))
    })
}
