//! Words for what undo takes back. The core names the action; a name without words is "last change".

import { dayOfMoment, m, minutesOf, shortDay } from './i18n'
import type { UndoStep } from './ipc/generated/types'

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

/** Says what an undoable action was, and when: "goal, 10:24", with the day when it was not today. */
export function undoWords({ op, at }: UndoStep, today: string): string {
  const day = dayOfMoment(at)
  const time = day === today ? minutesOf(at) : `${shortDay(day, today)} ${minutesOf(at)}`
  return `${(WORDS[op] ?? m.op_other)()}, ${time}`
}
