import { afterEach, describe, expect, it } from 'vitest'
import { i18n } from './i18n'
import { leavesFor, undoWords } from './undo'

afterEach(() => {
  i18n.lang = 'en'
})

const step = (op: string, name = '') => ({ op, person: null, name, at: { millis: Date.parse('2026-11-21T23:30:00Z'), offset: 60 } })

describe('what undo takes back', () => {
  it.each([
    ['en', 'goal changed 00:30', 'goal changed 22 Nov 00:30'],
    ['da', 'mål ændret 00:30', 'mål ændret 22. nov. 00:30'],
    ['nb', 'mål endret 00:30', 'mål endret 22. nov. 00:30'],
  ] as const)('is said in %s with its time where it was done, and with the day when that was not today', (lang, today, later) => {
    i18n.lang = lang
    expect(undoWords(step('save-goal'), '2026-11-22')).toBe(today)
    expect(undoWords(step('save-goal'), '2026-11-23')).toBe(later)
    expect(undoWords(step('save-goal', 'Maria Holm'), '2026-11-22')).toBe(`Maria Holm: ${today}`)
  })

  it('is the last change when the page has no words for it', () => {
    expect(undoWords(step('something-new'), '2026-11-22')).toBe('last change 00:30')
  })

  it.each([
    ['add-person', 'undo', 'person', { screen: 'people' }],
    ['start-session', 'undo', 'session', { screen: 'person', id: 'm' }],
    ['start-session', 'undo', 'person', null],
    ['discard-session', 'redo', 'session', { screen: 'person', id: 'm' }],
    ['discard-session', 'undo', 'session', null],
    ['save-goal', 'undo', 'session', null],
  ] as const)('%s, by %s on the screen %s, leads to %o', (op, which, screen, to) => {
    expect(leavesFor(op, which, screen, 'm')).toEqual(to)
  })
})
