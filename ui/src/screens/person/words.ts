//! The words for what the codes on a person's page stand for. A new code without words does not compile.

import { day, list, m } from '../../i18n'
import type { Chime, ContactHow, Depth, EventKind, Goal, GoalReview, GoalStatus, Missing, PracticeResult, Progress, Reached, RecoveryStatement, Why } from '../../ipc/generated/types'
import { attainedNumber } from '../../record/attained'

export const chimeName: Record<Chime, () => string> = {
  connectedness: m.person_chime_connectedness,
  hope: m.person_chime_hope,
  identity: m.person_chime_identity,
  meaning: m.person_chime_meaning,
  empowerment: m.person_chime_empowerment,
}

export const chimeHint: Record<Chime, () => string> = {
  connectedness: m.person_chime_connectedness_hint,
  hope: m.person_chime_hope_hint,
  identity: m.person_chime_identity_hint,
  meaning: m.person_chime_meaning_hint,
  empowerment: m.person_chime_empowerment_hint,
}

export const CHIMES = Object.keys(chimeName) as Chime[]

export const statusName: Record<GoalStatus, () => string> = {
  active: m.person_status_active,
  achieved: m.person_status_achieved,
  changed: m.person_status_changed,
  dropped: m.person_status_dropped,
}

export const STATUSES = Object.keys(statusName) as GoalStatus[]

export const depthName: Record<Depth, () => string> = {
  opened: m.person_depth_opened,
  partly: m.person_depth_partly,
  covered: m.person_depth_covered,
}

/** A mark beside the word, never instead of it. */
export const depthMark: Record<Depth | 'none', string> = { none: '○', opened: '◔', partly: '◐', covered: '●' }

/** The four ways in which a topic was met, in the order in which one tells them. */
export const reachedNames: [keyof Reached, () => string][] = [
  ['read', m.person_reached_read],
  ['discussed', m.person_reached_discussed],
  ['practised', m.person_reached_practised],
  ['takenHome', m.person_reached_takenHome],
]

export const resultName: Record<PracticeResult, () => string> = {
  done: m.person_result_done,
  partly: m.person_result_partly,
  notDone: m.person_result_notDone,
  changed: m.person_result_changed,
}

export const progressName: Record<Progress, () => string> = {
  notStarted: m.person_progress_notStarted,
  some: m.person_progress_some,
  most: m.person_progress_most,
  achieved: m.person_progress_achieved,
  changed: m.person_progress_changed,
  dropped: m.person_progress_dropped,
}

const FAR: Partial<Record<Progress, number>> = { notStarted: 0, some: 1, most: 2, achieved: 3 }

/** How far a goal had come, day by day. A goal that was changed or let go has no place on that line. */
export function progressPoints(goal: Goal): { on: string; value: number }[] {
  return points(goal, ({ progress }) => (progress ? FAR[progress] : undefined))
}

/** How it compared with what was hoped, day by day. */
export function attainedPoints(goal: Goal): { on: string; value: number }[] {
  return points(goal, ({ attainment }) => (attainment ? attainedNumber(attainment) : undefined))
}

function points(goal: Goal, value: (review: GoalReview) => number | undefined): { on: string; value: number }[] {
  return goal.reviews.flatMap((review) => {
    const at = value(review)
    return at === undefined ? [] : [{ on: review.on, value: at }]
  })
}

export const contactName: Record<ContactHow, () => string> = {
  met: m.supporters_met,
  called: m.supporters_called,
  wrote: m.supporters_wrote,
}

export const why: Record<Why, () => string> = {
  first: m.session_why_first,
  goOn: m.session_why_go_on,
  nextInModule: m.session_why_next_in_module,
  nextModule: m.session_why_next_module,
}

/** How and when words about recovery were given, and what a human said they are about. */
export function statementSource(of: RecoveryStatement): string {
  const given = of.given === 'said' ? m.person_said({ day: day(of.on) }) : m.person_written({ day: day(of.on) })
  return of.chime.length > 0 ? `${given} · ${m.person_about({ themes: list(of.chime.map((each) => chimeName[each]().toLocaleLowerCase())) })}` : given
}
export const eventName: Record<EventKind, () => string> = {
  admission: m.events_kind_admission,
  emergency: m.events_kind_emergency,
  contact: m.events_kind_contact,
  work: m.events_kind_work,
  study: m.events_kind_study,
  role: m.events_kind_role,
}

export const missingName: Record<Missing, () => string> = {
  refused: m.outcomes_missing_refused,
  notAsked: m.outcomes_missing_not_asked,
  notApplicable: m.outcomes_missing_not_applicable,
  unreadable: m.outcomes_missing_unreadable,
  notReached: m.outcomes_missing_not_reached,
}

export const MISSING = Object.keys(missingName) as Missing[]
