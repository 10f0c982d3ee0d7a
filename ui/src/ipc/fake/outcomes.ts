//! Events and outcome plans as the made-up core has them: one plan with a scale and a count, enough for the page and its tests.

import type { Change, Commands, ErrorCode, Event, MeasureAt, OutcomeCell, OutcomeMeasure, OutcomePlanCard, OutcomePlanId, OutcomePlanView, PersonId, Taken } from '../generated/types'
import { freshId, TODAY, type FakePerson } from './caseload'
import type { FakeVault } from './vault'

type Refuse = (code: ErrorCode, details?: Record<string, string>) => never
type Changes = 'save_event' | 'take_away_event' | 'follow_plan' | 'leave_plan' | 'key_measure'

interface FollowedPlan {
  plan: OutcomePlanId
  baseline: string
}

interface Measured {
  at: MeasureAt
  taken: Taken
  words: string
}

/** What a person has of it. */
export interface FakeOutcomes {
  events: Event[]
  followed: FollowedPlan[]
  measured: Measured[]
}

const PLAN: OutcomePlanCard = { id: 'three-parts', title: 'Clinical, functional and personal recovery', source: 'Our own plan.' }
const OCCASIONS = [
  { id: 'baseline', title: 'At the start', months: 0 },
  { id: 'end', title: 'At the end', months: 10 },
]

function dueOn(baseline: string, months: number): string {
  const day = new Date(`${baseline}T00:00:00Z`)
  day.setUTCMonth(day.getUTCMonth() + months)
  return day.toISOString().slice(0, 10)
}

function of(person: FakePerson): FakeOutcomes {
  person.outcomes ??= { events: [], followed: [], measured: [] }
  return person.outcomes
}

function cells(has: FakeOutcomes, { plan, baseline }: FollowedPlan, measure: string): OutcomeCell[] {
  return OCCASIONS.map(({ id, months }): OutcomeCell => {
    const due = dueOn(baseline, months)
    const keyed = has.measured.find(({ at }) => at.plan === plan && at.measure === measure && at.occasion === id)
    const base = { measure, occasion: id, due, until: due, words: keyed?.words ?? '' }
    if (keyed?.taken.kind === 'number') return { ...base, state: { state: 'keyed', on: keyed.taken.on, value: Math.round(keyed.taken.value * 100), typed: '' } }
    if (keyed?.taken.kind === 'asTyped') return { ...base, state: { state: 'keyed', on: keyed.taken.on, value: null, typed: keyed.taken.value } }
    if (keyed?.taken.kind === 'not') return { ...base, state: { state: 'not', why: keyed.taken.why } }
    if (due > TODAY) return { ...base, state: { state: 'ahead' } }
    if (measure === 'admissions') return { ...base, state: { state: 'counted', from: dueOn(due, -12), value: has.events.filter(({ kind }) => kind === 'admission').length * 100 } }
    return { ...base, state: { state: 'due' } }
  })
}

function planView(has: FakeOutcomes, followed: FollowedPlan): OutcomePlanView {
  const measure = (id: string, title: string, rest: Pick<OutcomeMeasure, 'count' | 'rater' | 'better' | 'lowest' | 'highest'>): OutcomeMeasure => ({ id, title, source: 'Our own.', chime: [], form: null, cells: cells(has, followed, id), ...rest })
  return {
    ...PLAN, there: true, baseline: followed.baseline,
    occasions: OCCASIONS.map(({ id, title, months }) => ({ id, title, due: dueOn(followed.baseline, months) })),
    groups: [
      { title: 'Personal recovery', measures: [measure('hope', 'Hope', { count: null, rater: 'person', better: 'higher', lowest: 0, highest: 1000 })] },
      { title: 'Clinical recovery', measures: [measure('admissions', 'Stays in hospital', { count: 'admissions', rater: null, better: 'neither', lowest: null, highest: null })] },
    ],
    charts: [],
  }
}

/** The commands about events and outcome plans. */
export function outcomeCommands(
  vault: FakeVault,
  personOf: (id: PersonId) => FakePerson,
  refuse: Refuse,
): { [C in Changes]: (ask: Commands[C][0]) => Change } & { events: (ask: Commands['events'][0]) => Commands['events'][1]; outcomes: (ask: Commands['outcomes'][0]) => Commands['outcomes'][1] } {
  const change = (op: string, person: PersonId, area: 'events' | 'outcomes', work: (has: FakeOutcomes) => unknown) => vault.change({ op, person, areas: [area] }, () => work(of(personOf(person))))
  return {
    events: ({ person }) => {
      const { events } = of(personOf(person))
      const mine = vault.held.sessions.filter((each) => each.person === person && each.closedAt !== null)
      const times = (kind: string) => mine.filter(({ attendance }) => attendance.kind === kind).length
      const present = times('present')
      const sessions = present + times('cancelled') + times('noShow')
      return structuredClone({
        events: events.toSorted((a, b) => b.from.localeCompare(a.from)),
        exposure: { present, cancelled: times('cancelled'), noShow: times('noShow'), moved: times('moved'), reasons: [], modulesCovered: 0, modules: 11, half: sessions > 0 ? present * 2 >= sessions : null, sevenTenths: sessions > 0 ? present * 10 >= sessions * 7 : null, allModules: false },
      })
    },
    save_event: ({ person, event, details }) => {
      if (details.until !== null && details.until < details.from) refuse('eventEndsFirst')
      return change('save-event', person, 'events', (has) => {
        const id = event ?? freshId()
        has.events = [...has.events.filter((each) => each.id !== id), { id, ...details }]
        return event === null ? id : undefined
      })
    },
    take_away_event: ({ person, event }) => change('take-away-event', person, 'events', (has) => void (has.events = has.events.filter((each) => each.id !== event))),
    outcomes: ({ person }) => {
      const has = of(personOf(person))
      return structuredClone({ plans: has.followed.map((followed) => planView(has, followed)), thereAre: [PLAN] })
    },
    follow_plan: ({ person, plan, baseline }) => {
      if (plan !== PLAN.id) refuse('notFound')
      return change('follow-plan', person, 'outcomes', (has) => void (has.followed = [...has.followed.filter((each) => each.plan !== plan), { plan, baseline }]))
    },
    leave_plan: ({ person, plan }) => change('leave-plan', person, 'outcomes', (has) => void (has.followed = has.followed.filter((each) => each.plan !== plan))),
    key_measure: ({ person, at, taken, words }) =>
      change('measure', person, 'outcomes', (has) => {
        const others = has.measured.filter((each) => JSON.stringify(each.at) !== JSON.stringify(at))
        has.measured = taken === null ? others : [...others, { at, taken, words }]
      }),
  }
}
