//! What differs between a record here and one in a file, in words: which entry, which of its values, and what each side says.
//! The store names them; what has no words here is shown as it is.

import { day, list, m } from '../../i18n'
import type { ArchiveConflict, ObstacleKind } from '../../ipc/generated/types'
import { obstacleName } from '../person/pattern'
import { resultName, statusName, progressName } from '../person/words'
import { fieldWords } from '../search/words'
import { recalledName, skillName } from '../session/words'

const KIND: Partial<Record<string, () => string>> = {
  person: m.merge_kind_person,
  statement: m.search_kind_statement,
  meeting: m.merge_kind_meeting,
  meeting_practitioner: m.merge_kind_practitioner,
  practitioner: m.merge_kind_practitioner,
  session: m.search_kind_session,
  session_topic: m.merge_kind_topic,
  goal: m.search_kind_goal,
  short_term_goal: m.search_kind_short,
  step: m.search_kind_step,
  goal_review: m.search_kind_review,
  practice: m.search_kind_practice,
  practice_review: m.search_kind_reviewed,
  session_promise: m.search_kind_practice,
  sheet: m.search_kind_sheet,
  plan_copy: m.search_kind_plan_copy,
  rehearsal: m.search_kind_rehearsal,
  answer: m.search_kind_answer,
  note: m.search_kind_note,
  note_section: m.search_kind_note,
  addendum: m.search_kind_addendum,
  hand_off: m.merge_kind_hand_off,
}

const FIELD: Partial<Record<string, () => string>> = {
  preferred_name: m.merge_field_name,
  language: m.people_language,
  print_size: m.people_print_size,
  course: m.merge_field_course,
  track: m.merge_field_track,
  pace: m.merge_field_pace,
  started_on: m.people_started,
  next_meeting: m.people_next_meeting,
  active: m.merge_field_active,
  attendance: m.merge_field_attendance,
  length_said: m.merge_field_length,
  major_problem: m.merge_field_problem,
  recalled: m.merge_field_recalled,
  techniques: m.merge_field_techniques,
  skill: m.merge_field_skill,
  words: m.merge_field_words,
  status: m.merge_field_status,
  set_on: m.merge_field_set_on,
  by_when: m.merge_field_by_when,
  done_on: m.merge_field_done_on,
  progress: m.merge_field_progress,
  still_right: m.merge_field_still_right,
  what: m.merge_field_what,
  confidence: m.merge_field_confidence,
  result: m.merge_field_result,
  obstacle_kinds: m.practice_kinds,
  review_on: m.plans_review,
  taken_back_on: m.plans_hold_back_on,
  title: m.merge_field_title,
  value: m.search_kind_answer,
  edition: m.merge_field_edition,
}

/** Values that are one of a few, by their codes; days and what somebody wrote are none. */
const VALUE: Partial<Record<string, Partial<Record<string, () => string>>>> = {
  status: statusName,
  progress: progressName,
  result: resultName,
  recalled: recalledName,
  skill: skillName,
  language: { en: m.lang_en, da: m.lang_da, nb: m.lang_nb },
  active: { 1: m.yes, 0: m.no },
  major_problem: { yes: m.yes, no: m.no },
  still_right: { yes: m.yes, no: m.no },
  // Not asked.
  confidence: { '-1': () => '' },
  length_said: { 0: () => '' },
}

/** Says which entry it is: "Goal: Play in a band". */
export function entryWords({ table, about, on }: ArchiveConflict): string {
  const kind = (KIND[table] ?? m.merge_entry)()
  const named = about || (on === null ? '' : day(on))
  return named === '' ? kind : m.search_kind_of({ what: kind, title: named })
}

/** Names a value of an entry. */
export function valueName({ field }: ArchiveConflict): string {
  return FIELD[field]?.() ?? (fieldWords(field) || field)
}

/** A code of the vault as the page has it. */
function camel(code: string): string {
  return code.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())
}

function codes(value: string): string[] {
  return value.split(' ').filter(Boolean).map(camel)
}

/** Says what one side has; empty where it has nothing. Own words stay to the letter. */
export function sideWords({ field }: ArchiveConflict, value: string): string {
  const names = VALUE[field]
  const code = camel(value)
  if (field === 'obstacle_kinds') return list(codes(value).map((kind) => (kind in obstacleName ? obstacleName[kind as ObstacleKind]() : kind)))
  if (names) return (names[value] ?? names[code])?.() ?? value
  return ['set_on', 'by_when', 'done_on', 'started_on', 'on_day', 'review_on', 'taken_back_on'].includes(field) && /^\d{4}-\d\d-\d\d$/.test(value) ? day(value) : value
}

/** The values of a difference that say something: what kind of answer it is does not, beside the answer. */
export function telling(values: readonly ArchiveConflict[]): readonly ArchiveConflict[] {
  const answer = values.filter(({ table, field }) => table === 'answer' && field === 'value')
  return answer.length > 0 ? answer : values
}
