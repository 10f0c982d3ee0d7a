//! What an instrument's answers come to, in words. A number and what it rests on, and nothing made of it.

import { m, number } from './i18n'
import type { Fraction, InstrumentFacts, Score } from './ipc/generated/types'

/** Reads an exact score as a number, in hundredths as it is written down, halves away from zero. */
export function decimal({ over, under }: Fraction): number {
  const hundredths = Math.floor((2 * Math.abs(over) * 100 + under) / (2 * under))
  return (Math.sign(over) * hundredths) / 100
}

/** "3.4 of 5, 14 of 15 answered", or why there is no score. */
export function scoreWords(score: Score, least: number): string {
  const { answered, items, value, highest } = score
  if (value === null) return m.plans_no_score({ answered, items, least })
  return m.plans_score({ value: number(decimal(value)), highest: number(decimal(highest)), answered, items })
}

/** Who answered: the person by name, or the practitioner. */
export function raterWords(instrument: InstrumentFacts, name: string): string {
  return instrument.rater === 'person' ? name : m.plans_rater_practitioner()
}
