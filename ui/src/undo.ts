//! Words for what undo takes back. The core names the action; a name without words is "last change".

import { m } from './i18n'

const WORDS: Partial<Record<string, () => string>> = {
  'save-practitioner': m.op_save_practitioner,
  'add-person': m.op_add_person,
  'edit-person': m.op_edit_person,
  'add-statement': m.op_add_statement,
  'save-goal': m.op_save_goal,
  'start-session': m.op_start_session,
  'record-session': m.op_record_session,
  'close-session': m.op_close_session,
  'reopen-session': m.op_reopen_session,
  answer: m.op_answer,
  'add-sheet': m.op_add_sheet,
  'draft-note': m.op_draft_note,
}

/** Says what an undoable action was. */
export function undoWords(name: string): string {
  return (WORDS[name] ?? m.op_other)()
}
