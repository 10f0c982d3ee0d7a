import { afterEach, describe, expect, it } from 'vitest'
import { i18n } from './i18n'
import { undoWords } from './undo'

afterEach(() => {
  i18n.lang = 'en'
})

const step = (op: string) => ({ op, person: null, at: { millis: Date.parse('2026-11-21T23:30:00Z'), offset: 60 } })

describe('what undo takes back', () => {
  it.each([
    ['en', 'goal, 00:30', 'goal, 22 Nov 00:30'],
    ['da', 'mål, 00:30', 'mål, 22. nov. 00:30'],
    ['nb', 'mål, 00:30', 'mål, 22. nov. 00:30'],
  ] as const)('is said in %s with its time where it was done, and with the day when that was not today', (lang, today, later) => {
    i18n.lang = lang
    expect(undoWords(step('save-goal'), '2026-11-22')).toBe(today)
    expect(undoWords(step('save-goal'), '2026-11-23')).toBe(later)
  })

  it('is the last change when the page has no words for it', () => {
    expect(undoWords(step('something-new'), '2026-11-22')).toBe('last change, 00:30')
  })
})
