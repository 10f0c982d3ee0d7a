//! What a hit is and which of its words were found, in words.

import { m } from '../../i18n'
import type { FoundKind, NoteSectionKind, SearchHit } from '../../ipc/generated/types'
import { kindName } from '../note/words'
import type { AREAS } from './search.svelte'

/** What can be looked through alone. */
export const areaWords: Record<(typeof AREAS)[number], () => string> = {
  notes: m.search_area_notes,
  sessions: m.search_area_sessions,
  goals: m.search_area_goals,
  practices: m.search_area_practices,
  supporters: m.search_area_supporters,
  answers: m.search_area_answers,
  events: m.search_area_events,
  outcomes: m.search_area_outcomes,
  statements: m.search_area_statements,
  people: m.search_area_people,
}

const KIND: Record<FoundKind, () => string> = {
  person: m.search_kind_person,
  statement: m.search_kind_statement,
  session: m.search_kind_session,
  goal: m.search_kind_goal,
  shortTermGoal: m.search_kind_short,
  step: m.search_kind_step,
  goalReview: m.search_kind_review,
  practice: m.search_kind_practice,
  practiceReview: m.search_kind_reviewed,
  supporter: m.search_kind_supporter,
  consent: m.search_kind_consent,
  contact: m.search_kind_contact,
  ending: m.search_kind_ending,
  booster: m.search_kind_booster,
  sheet: m.search_kind_sheet,
  planCopy: m.search_kind_plan_copy,
  rehearsal: m.search_kind_rehearsal,
  answer: m.search_kind_answer,
  event: m.search_kind_event,
  measure: m.search_kind_measure,
  noteSection: m.search_kind_note,
  addendum: m.search_kind_addendum,
}

/** Says what a hit is: "Note: Plan", "Answer: What helps in recovery". */
export function kindWords({ kind, title }: Pick<SearchHit, 'kind' | 'title'>): string {
  const what = KIND[kind]()
  const named = kind === 'noteSection' ? (kindName[title as NoteSectionKind] as (() => string) | undefined)?.() : title
  return named ? m.search_kind_of({ what, title: named }) : what
}

const FIELD: Partial<Record<string, () => string>> = {
  record_number: m.search_field_record_number,
  attendance_reason: m.search_field_attendance_reason,
  others_present: m.search_field_others_present,
  problem_words: m.search_field_problem_words,
  problem_action: m.search_field_problem_action,
  recalled_words: m.search_field_recalled_words,
  agenda: m.search_field_agenda,
  person_item: m.search_field_person_item,
  skill_words: m.search_field_skill_words,
  summary_words: m.search_field_summary_words,
  next_plan: m.search_field_next_plan,
  why: m.search_field_why,
  helper: m.search_field_helper,
  resources: m.search_field_resources,
  obstacle: m.search_field_obstacle,
  done: m.search_field_done,
  next_step: m.search_field_next_step,
  when_words: m.search_field_when_words,
  place: m.search_field_place,
  with_whom: m.search_field_with_whom,
  what_happened: m.search_field_what_happened,
  materials: m.search_field_materials,
  reminder: m.search_field_reminder,
  effect: m.search_field_effect,
  next_time: m.search_field_next_time,
  review_skipped: m.search_field_review_skipped,
  plan_skipped: m.search_field_plan_skipped,
  judgement: m.search_field_judgement,
  reason: m.search_field_reason,
  relation: m.search_field_relation,
  reach: m.search_field_reach,
  kept_back: m.search_field_kept_back,
}

/** Names the field of a hit in which words were found; empty where the kind says enough. */
export function fieldWords(field: string): string {
  return FIELD[field]?.() ?? ''
}
