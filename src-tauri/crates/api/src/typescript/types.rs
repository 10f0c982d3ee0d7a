//! Every request and answer of the command table as a TypeScript type, and the table's type itself.

use std::collections::BTreeMap;

use domain::session::TechniqueFamily;
use ts_rs::{Config, TS, TypeVisitor};

use crate::{
    commands::{self, Facts},
    error::ApiError,
};

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

/// Returns the declarations in the order of their names, then `Commands`.
pub(super) fn types() -> String {
    let config = Config::new();
    let mut declarations = Declarations {
        config: &config,
        found: BTreeMap::new(),
    };
    commands::visit_types(&mut declarations);
    declarations.visit::<ApiError>();
    // No view names these, but `rules.ts` and `commands.ts` do.
    declarations.visit::<TechniqueFamily>();
    declarations.visit::<Facts>();
    let mut file = String::new();
    for declaration in declarations.found.values() {
        file.push_str(&format!("export {declaration}\n\n"));
    }
    file.push_str(
        "/** Every command with its request and its answer. */\nexport type Commands = {\n",
    );
    for (command, ask, answer) in commands::signatures(&config) {
        file.push_str(&format!("  {}: [{ask}, {answer}];\n", command.name));
    }
    file.push_str("};\n");
    file
}
