import { afterEach, describe, expect, it } from 'vitest'
import { i18n } from './i18n'
import type { Score } from './ipc/generated/types'
import { decimal, raterWords, scoreWords } from './score'

const score = (over: number | null, under = 1): Score => ({ answered: 14, items: 15, value: over === null ? null : { over, under }, lowest: { over: 1, under: 1 }, highest: { over: 5, under: 1 }, other: null })

afterEach(() => {
  i18n.lang = 'en'
})

describe('a score', () => {
  it('is written in hundredths, halves away from zero, as the core writes it', () => {
    expect([decimal({ over: 10, under: 3 }), decimal({ over: 1, under: 8 }), decimal({ over: -1, under: 8 }), decimal({ over: 45, under: 15 })]).toEqual([3.33, 0.13, -0.13, 3])
  })

  it('says what it is of and what it rests on', () => {
    expect(scoreWords(score(34, 10), 12)).toBe('3.4 of 5, 14 of 15 answered')
    i18n.lang = 'nb'
    expect(scoreWords(score(34, 10), 12)).toBe('3,4 av 5, 14 av 15 besvart')
  })

  it('says why there is none', () => {
    expect(scoreWords({ ...score(null), answered: 10 }, 12)).toBe('no score: 10 of 15 answered, 12 needed')
  })

  it('names who answered', () => {
    const facts = { better: 'higher', wording: 'own', score: 'mean', least: 1, otherRater: null } as const
    expect(raterWords({ ...facts, rater: 'person' }, 'Jonas')).toBe('Jonas')
    expect(raterWords({ ...facts, rater: 'practitioner' }, 'Jonas')).toBe('the practitioner')
  })
})
