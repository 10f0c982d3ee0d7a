//! What an instrument's answers come to, in words. A number and what it rests on, and nothing made of it.

import { m, number } from './i18n'
import type { Fraction, InstrumentFacts, OtherScore, Score } from './ipc/generated/types'

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

/** "sum 52.5 (15 to 75)": the same answers as the other of mean and sum, since reports use either. */
export function otherWords({ rule, value, lowest, highest }: OtherScore): string {
  const words = { value: number(decimal(value)), lowest: number(decimal(lowest)), highest: number(decimal(highest)) }
  return rule === 'mean' ? m.results_other_mean(words) : m.results_other_sum(words)
}

/** Who answered: the person by name, or the practitioner. */
export function raterWords(instrument: InstrumentFacts, name: string): string {
  return instrument.rater === 'person' ? name : m.plans_rater_practitioner()
}
