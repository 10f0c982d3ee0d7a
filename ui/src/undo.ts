//! Words for what undo takes back. The core names the action; a name without words is "last change".

import { dayOfMoment, m, minutesOf, shortDay } from './i18n'
import type { PersonId, UndoStep } from './ipc/generated/types'
import type { Route, ScreenName } from './router'

const WORDS: Partial<Record<string, () => string>> = {
  'save-practitioner': m.op_save_practitioner,
  'save-snippet': m.op_save_snippet,
  'lead-meeting': m.op_lead_meeting,
  'save-group': m.op_save_group,
  'save-member': m.op_save_member,
  'open-group-meeting': m.op_open_group_meeting,
  'plan-group-meeting': m.op_plan_group_meeting,
  'discard-group-meeting': m.op_discard_group_meeting,
  'add-person': m.op_add_person,
  'add-people': m.op_add_people,
  'edit-person': m.op_edit_person,
  'add-statement': m.op_add_statement,
  'save-goal': m.op_save_goal,
  'save-supporter': m.op_save_supporter,
  'give-consent': m.op_give_consent,
  'withdraw-consent': m.op_withdraw_consent,
  'add-contact': m.op_add_contact,
  'save-plan-copy': m.op_save_plan_copy,
  'add-rehearsal': m.op_add_rehearsal,
  'set-review-day': m.op_set_review_day,
  'end-course': m.op_end_course,
  'plan-booster': m.op_plan_booster,
  'save-supervision': m.op_save_supervision,
  'answer-mirror': m.op_answer_mirror,
  'start-session': m.op_start_session,
  'record-session': m.op_record_session,
  'close-session': m.op_close_session,
  'reopen-session': m.op_reopen_session,
  'discard-session': m.op_discard_session,
  'say-what-happened': m.op_say_what_happened,
  answer: m.op_answer,
  'add-sheet': m.op_add_sheet,
  'draft-note': m.op_draft_note,
  'save-event': m.op_save_event,
  'take-away-event': m.op_take_away_event,
  'follow-plan': m.op_follow_plan,
  'leave-plan': m.op_leave_plan,
  measure: m.op_measure,
  'take-theirs': m.op_take_theirs,
}

/** Says whose record an undoable action is in, what it was and when: "Maria Holm: goal changed 10:24", with the day when it was not today. */
/** Where to go when taking a step back, or doing it again, takes away what lies on the screen; `null` to stay. */
export function leavesFor(op: string, which: 'undo' | 'redo', screen: ScreenName, person: PersonId | null): Route | null {
  if (person === null) return null
  if (op === 'add-person' && which === 'undo') return { screen: 'people' }
  const inSession = screen === 'session' || screen === 'note'
  const goes = which === 'undo' ? op === 'start-session' || op === 'say-what-happened' : op === 'discard-session'
  if (inSession && goes) return { screen: 'person', id: person }
  return null
}

export function undoWords({ op, name, at }: UndoStep, today: string): string {
  const day = dayOfMoment(at)
  const time = day === today ? minutesOf(at) : `${shortDay(day, today)} ${minutesOf(at)}`
  const what = (WORDS[op] ?? m.op_other)()
  return name === '' ? m.undo_step({ what, time }) : m.undo_step_of({ name, what, time })
}
