//! Writes the page's types: every request and answer of the command table, and the table itself.
//!
//! The test below compares the result with `ui/src/ipc/generated/types.ts`, which is committed; run it with
//! `WAYMARK_WRITE_TYPES=1` to bring the file up to date.

use std::collections::BTreeMap;

use ts_rs::{Config, TS, TypeVisitor};

use crate::{commands, error};

struct Declarations<'a> {
    config: &'a Config,
    found: BTreeMap<String, String>,
}

impl TypeVisitor for Declarations<'_> {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        if T::output_path().is_some() {
            let ident = T::ident(self.config);
            if self.found.contains_key(&ident) {
                return;
            }
            self.found.insert(ident, T::decl(self.config));
        }
        T::visit_dependencies(self);
        T::visit_generics(self);
    }
}

/// Returns the whole generated file.
pub fn types() -> String {
    let config = Config::new();
    let mut declarations = Declarations {
        config: &config,
        found: BTreeMap::new(),
    };
    commands::visit_types(&mut declarations);
    declarations.visit::<error::ApiError>();
    let mut file = String::from(
        "// Written by crates/api (src/typescript.rs). Do not edit: run the test there with WAYMARK_WRITE_TYPES=1.\n\n",
    );
    for declaration in declarations.found.values() {
        file.push_str("export ");
        file.push_str(declaration);
        file.push_str("\n\n");
    }
    file.push_str(
        "/** Every command with its request and its answer. */\nexport type Commands = {\n",
    );
    for row in commands::typescript_rows(&config) {
        file.push_str(&row);
        file.push('\n');
    }
    file.push_str("};\n");
    file
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]

    #[test]
    fn the_generated_types_are_up_to_date() {
        let path = concat!(
            env!("CARGO_MANIFEST_DIR"),
            "/../../../ui/src/ipc/generated/types.ts"
        );
        let fresh = super::types();
        if std::env::var_os("WAYMARK_WRITE_TYPES").is_some() {
            std::fs::create_dir_all(std::path::Path::new(path).parent().unwrap()).unwrap();
            std::fs::write(path, &fresh).unwrap();
        }
        let committed = std::fs::read_to_string(path).unwrap_or_default();
        assert!(
            committed == fresh,
            "ui/src/ipc/generated/types.ts is out of date: run this test with WAYMARK_WRITE_TYPES=1"
        );
    }
}
