//! The guided first session: from what is recorded to the step that comes next. Pure, so that a step notices by itself
//! when it is done, however it was done.

import type { Phase, SessionView } from '../ipc/generated/types'

/** The steps of the loop, in order. */
export const STEPS = ['open', 'last', 'goal', 'topic', 'turn', 'promise', 'note', 'sign', 'hand'] as const
export type Step = (typeof STEPS)[number]

/** Those that can be done only while the session is open. */
const INSIDE: readonly Step[] = ['last', 'goal', 'topic', 'turn', 'promise']

/** What is known of the session that is gone through. */
export interface Facts {
  /** The session; `null` until one was opened. */
  session: Pick<SessionView, 'record' | 'note'> | null
  /** Whether the screen was turned in it, and is back. */
  turned: boolean
  /** Whether its note was handed over. */
  left: boolean
}

/** What has become of a step. */
export type State = 'done' | 'past' | 'here' | 'ahead'

/** Says of every step what has become of it. One that was gone past, or can no longer be done, is `past`. */
export function statesOf(facts: Facts, past: readonly Step[]): Record<Step, State> {
  const closed = (facts.session?.record.closedAt ?? null) !== null
  let found = false
  const of = (step: Step): State => {
    if (isDone(step, facts)) return 'done'
    if (past.includes(step) || (closed && INSIDE.includes(step))) return 'past'
    if (found) return 'ahead'
    found = true
    return 'here'
  }
  return Object.fromEntries(STEPS.map((step) => [step, of(step)])) as Record<Step, State>
}

/** The step that comes next; `null` when there is none left. */
export function stepOf(facts: Facts, past: readonly Step[]): Step | null {
  const states = statesOf(facts, past)
  return STEPS.find((step) => states[step] === 'here') ?? null
}

function isDone(step: Step, { session, turned, left }: Facts): boolean {
  if (session === null) return false
  const { record, note } = session
  const passed = (phase: Phase) => record.phases.some((each) => each.phase === phase && (each.state === 'done' || each.state === 'skipped'))
  switch (step) {
    case 'open':
      return true
    case 'last':
      return passed('lastTime') && passed('practiceReview')
    case 'goal':
      return passed('goals')
    case 'topic':
      return record.topics.length > 0
    case 'turn':
      return turned
    case 'promise':
      return record.practicesAgreed.some(({ what }) => what.trim() !== '')
    case 'note':
      return note !== null
    case 'sign':
      return note?.signed === true
    case 'hand':
      return left
  }
}
