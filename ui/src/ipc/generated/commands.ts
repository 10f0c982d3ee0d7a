// Written by crates/api (src/typescript.rs). Do not edit: run the test there with WAYMARK_WRITE_TYPES=1.

import type { Commands } from './types'

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
  app_state: {"changes":false,"locked":true,"undone":false,"secret":false,"whole":false,"turned":false,"apart":true},
  passphrase_strength: {"changes":false,"locked":true,"undone":false,"secret":true,"whole":false,"turned":false,"apart":true},
  create_vault: {"changes":false,"locked":true,"undone":false,"secret":true,"whole":false,"turned":false,"apart":false},
  unlock: {"changes":false,"locked":true,"undone":false,"secret":true,"whole":false,"turned":false,"apart":false},
  unlock_with_recovery_code: {"changes":false,"locked":true,"undone":false,"secret":true,"whole":false,"turned":false,"apart":false},
  lock: {"changes":false,"locked":true,"undone":false,"secret":false,"whole":false,"turned":false,"apart":false},
  still_here: {"changes":false,"locked":true,"undone":false,"secret":false,"whole":false,"turned":true,"apart":true},
  change_passphrase: {"changes":true,"locked":false,"undone":false,"secret":true,"whole":false,"turned":false,"apart":false},
  packs: {"changes":false,"locked":true,"undone":false,"secret":false,"whole":false,"turned":false,"apart":false},
  install_pack: {"changes":false,"locked":true,"undone":false,"secret":false,"whole":false,"turned":false,"apart":false},
  remove_pack: {"changes":false,"locked":true,"undone":false,"secret":false,"whole":false,"turned":false,"apart":false},
  change_settings: {"changes":false,"locked":true,"undone":false,"secret":false,"whole":false,"turned":false,"apart":false},
  change_practitioner: {"changes":true,"locked":false,"undone":true,"secret":false,"whole":false,"turned":false,"apart":false},
  set_pin: {"changes":true,"locked":false,"undone":false,"secret":true,"whole":false,"turned":false,"apart":false},
  check_vault: {"changes":false,"locked":false,"undone":false,"secret":false,"whole":false,"turned":false,"apart":false},
  back_up: {"changes":false,"locked":false,"undone":false,"secret":false,"whole":true,"turned":false,"apart":false},
  acknowledge: {"changes":true,"locked":false,"undone":false,"secret":false,"whole":false,"turned":false,"apart":false},
  new_data_key: {"changes":false,"locked":false,"undone":false,"secret":true,"whole":true,"turned":false,"apart":false},
  plan_restore: {"changes":false,"locked":true,"undone":false,"secret":true,"whole":true,"turned":false,"apart":false},
  restore: {"changes":false,"locked":true,"undone":false,"secret":true,"whole":false,"turned":false,"apart":false},
  leave_sample: {"changes":false,"locked":false,"undone":false,"secret":false,"whole":false,"turned":false,"apart":false},
  undo: {"changes":true,"locked":false,"undone":false,"secret":false,"whole":false,"turned":false,"apart":false},
  redo: {"changes":true,"locked":false,"undone":false,"secret":false,"whole":false,"turned":false,"apart":false},
  fresh_ids: {"changes":false,"locked":true,"undone":false,"secret":false,"whole":false,"turned":false,"apart":true},
  today: {"changes":false,"locked":false,"undone":false,"secret":false,"whole":false,"turned":false,"apart":false},
  people: {"changes":false,"locked":false,"undone":false,"secret":false,"whole":false,"turned":false,"apart":false},
  person: {"changes":false,"locked":false,"undone":false,"secret":false,"whole":false,"turned":false,"apart":false},
  add_person: {"changes":true,"locked":false,"undone":true,"secret":false,"whole":false,"turned":false,"apart":false},
  edit_person: {"changes":true,"locked":false,"undone":true,"secret":false,"whole":false,"turned":false,"apart":false},
  record_statement: {"changes":true,"locked":false,"undone":true,"secret":false,"whole":false,"turned":false,"apart":false},
  set_goal: {"changes":true,"locked":false,"undone":true,"secret":false,"whole":false,"turned":false,"apart":false},
  answer: {"changes":true,"locked":false,"undone":true,"secret":false,"whole":false,"turned":false,"apart":false},
  start_sheet: {"changes":true,"locked":false,"undone":true,"secret":false,"whole":true,"turned":false,"apart":false},
  open_sheet: {"changes":false,"locked":false,"undone":false,"secret":false,"whole":false,"turned":false,"apart":false},
  forms: {"changes":false,"locked":false,"undone":false,"secret":false,"whole":false,"turned":false,"apart":false},
  open_form: {"changes":true,"locked":false,"undone":true,"secret":false,"whole":false,"turned":false,"apart":false},
  topic_page: {"changes":false,"locked":true,"undone":false,"secret":false,"whole":false,"turned":false,"apart":false},
  guide_page: {"changes":false,"locked":true,"undone":false,"secret":false,"whole":false,"turned":false,"apart":false},
  catalogue: {"changes":false,"locked":true,"undone":false,"secret":false,"whole":false,"turned":false,"apart":false},
  start_session: {"changes":true,"locked":false,"undone":true,"secret":false,"whole":false,"turned":false,"apart":false},
  session: {"changes":false,"locked":false,"undone":false,"secret":false,"whole":false,"turned":false,"apart":false},
  session_record: {"changes":false,"locked":false,"undone":false,"secret":false,"whole":false,"turned":false,"apart":false},
  record_in_session: {"changes":true,"locked":false,"undone":true,"secret":false,"whole":false,"turned":false,"apart":false},
  close_session: {"changes":true,"locked":false,"undone":true,"secret":false,"whole":true,"turned":false,"apart":false},
  reopen_session: {"changes":true,"locked":false,"undone":true,"secret":false,"whole":false,"turned":false,"apart":false},
  turn_screen: {"changes":false,"locked":false,"undone":false,"secret":false,"whole":true,"turned":false,"apart":false},
  turned_page: {"changes":false,"locked":false,"undone":false,"secret":false,"whole":false,"turned":true,"apart":true},
  turned_answer: {"changes":true,"locked":false,"undone":true,"secret":false,"whole":false,"turned":true,"apart":false},
  turn_back: {"changes":false,"locked":false,"undone":false,"secret":true,"whole":false,"turned":true,"apart":false},
  draft_note: {"changes":true,"locked":false,"undone":true,"secret":false,"whole":true,"turned":false,"apart":false},
  note: {"changes":false,"locked":false,"undone":false,"secret":false,"whole":false,"turned":false,"apart":false},
  write_note: {"changes":true,"locked":false,"undone":true,"secret":false,"whole":false,"turned":false,"apart":false},
  redraft_note: {"changes":true,"locked":false,"undone":true,"secret":false,"whole":true,"turned":false,"apart":false},
  sign_note: {"changes":true,"locked":false,"undone":false,"secret":false,"whole":true,"turned":false,"apart":false},
  add_addendum: {"changes":true,"locked":false,"undone":false,"secret":false,"whole":false,"turned":false,"apart":false},
  hand_off: {"changes":false,"locked":false,"undone":false,"secret":false,"whole":false,"turned":false,"apart":false},
  preview: {"changes":false,"locked":true,"undone":false,"secret":false,"whole":true,"turned":false,"apart":false},
  site_services: {"changes":false,"locked":true,"undone":false,"secret":false,"whole":false,"turned":true,"apart":true},
  help_now: {"changes":false,"locked":true,"undone":false,"secret":false,"whole":false,"turned":true,"apart":true},
} as const satisfies Record<keyof Commands, Facts>
