//! The facts of every command, so that the page keeps no second set of names.

use super::rules::json;
use crate::commands::COMMANDS;

/// Returns `COMMANDS`, a row each.
pub(super) fn commands() -> String {
    let mut file = String::from(HEAD);
    for command in COMMANDS {
        file.push_str(&format!("  {}: {},\n", command.name, json(&command.facts)));
    }
    file.push_str("} as const satisfies Record<keyof Commands, Facts>\n");
    file
}

const HEAD: &str = "import type { Commands, Facts } from './types'

export type { Facts }

/** Every command of the core with its facts; the core enforces who may call and when. */
export const COMMANDS = {
";
