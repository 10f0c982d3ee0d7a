//! The facts of every command, so that the page keeps no second set of names.

use super::rules::json;
use crate::commands::COMMANDS;

/// Returns `COMMANDS`, a row each.
pub(super) fn commands() -> String {
    let mut file = String::from(FACTS);
    for command in COMMANDS {
        file.push_str(&format!("  {}: {},\n", command.name, json(&command.facts)));
    }
    file.push_str("} as const satisfies Record<keyof Commands, Facts>\n");
    file
}

const FACTS: &str = "import type { Commands } from './types'

/** What is to be known of a command. */
export interface Facts {
  /** It changes the record, and answers with what it touched. */
  readonly changes: boolean
  /** It works while the vault is locked, and before there is one. */
  readonly locked: boolean
  /** What it does can be taken back. */
  readonly undone: boolean
  /** It carries a secret. */
  readonly secret: boolean
  /** It speaks of what was typed, so it must not run over words that are not on disk. */
  readonly whole: boolean
  /** The turned window may call it as well. */
  readonly turned: boolean
  /** It asks nothing of the record, so it may run while words wait to be on disk. */
  readonly apart: boolean
}

/** Every command of the core with its facts; the core enforces who may call and when. */
export const COMMANDS = {
";
