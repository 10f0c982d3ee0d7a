//! What a person lets a supporter see and be told, in words. A new item without words does not compile.

import type { ConsentItem, HandOffLine, Standing, SupporterCard } from '../ipc/generated/types'
import { day, list } from './format'
import { m } from './generated/messages.js'

/** As they stand after "may". */
export const itemWords: Record<ConsentItem, () => string> = {
  goals: m.consent_goals,
  practices: m.consent_practices,
  handouts: m.consent_handouts,
  relapsePlan: m.consent_relapse_plan,
  signs: m.consent_signs,
  medicines: m.consent_medicines,
  attendance: m.consent_attendance,
  notes: m.consent_notes,
  sessions: m.consent_sessions,
  crisis: m.consent_crisis,
}

/** In the order in which they are asked. */
export const ITEMS = Object.keys(itemWords) as ConsentItem[]

/** "see goals and help with home practice", in the order in which they are asked. */
export function thingsWords(items: readonly ConsentItem[]): string {
  return list(ITEMS.filter((item) => items.includes(item)).map((item) => itemWords[item]()))
}

const STANDS: Partial<Record<string, (of: { thing: string; day: string }) => string>> = {
  withdrawn: m.consent_withdrawn,
  over: m.consent_over,
  ahead: m.consent_ahead,
}

/** What consent is missing to, as the core says it: "goals withdrawn 2026-04-03,notes never". */
export function missingWords(items: string): string {
  const things = items.split(',').flatMap((each) => {
    const [item = '', stands = '', on = ''] = each.split(' ')
    const thing = (itemWords as Partial<Record<string, () => string>>)[item]?.()
    return thing === undefined ? [] : [on === '' ? thing : (STANDS[stands]?.({ thing, day: day(on) }) ?? thing)]
  })
  return list(things)
}

/** Says what went without consent; empty where nothing did. */
export function withoutWords({ withoutConsent }: Pick<HandOffLine, 'withoutConsent'>): string {
  return withoutConsent.length === 0 ? '' : m.supporters_without({ things: thingsWords(withoutConsent) })
}

/** Where a consent stands that does not hold. */
export function standingWords(standing: Standing): string {
  switch (standing.kind) {
    case 'holds':
      return ''
    case 'withdrawn':
      return m.supporters_withdrawn({ day: day(standing.on) })
    case 'over':
      return m.supporters_over({ day: day(standing.until) })
    case 'ahead':
      return m.supporters_ahead({ day: day(standing.from) })
  }
}

/** What a supporter may today, in one sentence; with its days where one consent says it all. */
export function mayWords({ may, consents }: Pick<SupporterCard, 'may' | 'consents'>): string {
  if (may.length === 0) {
    const newest = consents[0]
    return newest ? standingWords(newest.standing) : m.supporters_none()
  }
  const things = thingsWords(may)
  const [one, ...others] = consents.filter((each) => each.standing.kind === 'holds')
  if (!one || others.length > 0) return m.supporters_may({ things })
  const { from, until } = one.consent
  return until === null ? m.supporters_may_since({ things, from: day(from) }) : m.supporters_may_until({ things, from: day(from), until: day(until) })
}
