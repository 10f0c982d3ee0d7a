import { afterEach, describe, expect, it } from 'vitest'
import { clock, dayOfMoment, daysBetween, inGroups, longAgo, longDay, m, months, relativeDays, seconds, shortDay, who } from './index'
import { i18n } from './locale.svelte'

afterEach(() => {
  i18n.lang = 'en'
  i18n.personWord = 'person'
})

describe('a hash', () => {
  it.each([
    ['ab12cd34'.repeat(2), 'ab12cd34 ab12cd34'],
    ['ab12cd34e', 'ab12cd34 e'],
    ['', ''],
  ])('%o is read in groups of eight', (hash, words) => {
    expect(inGroups(hash)).toBe(words)
  })
})

describe('days and times', () => {
  it.each([
    ['en', 'Saturday 21 November'],
    ['da', 'Lørdag 21. november'],
    ['nb', 'Lørdag 21. november'],
  ] as const)('a day in %s reads %s', (lang, words) => {
    i18n.lang = lang
    expect(longDay('2026-11-21').replace(' den ', ' ')).toBe(words)
  })

  it('a moment keeps the clock of the place it was written in', () => {
    const at = { millis: Date.parse('2026-10-03T23:30:05Z'), offset: 120 }
    expect(seconds(at)).toBe('01:30:05')
    expect(dayOfMoment(at)).toBe('2026-10-04')
  })

  it('an appointment reads as it was agreed', () => {
    expect(clock('2026-11-21T09:05:00')).toBe('09:05')
  })

  it('the year is left out only when it is this one', () => {
    expect(shortDay('2026-10-03', '2026-11-21')).toBe('3 Oct')
    expect(shortDay('2025-10-03', '2026-11-21')).toBe('3 Oct 2025')
  })

  it('a span of months is written as one', () => {
    expect(months('2027-06-03', '2027-09-20')).toMatch(/^June\s*–\s*September 2027$/)
    expect(months('2026-11-03', '2027-02-20')).toMatch(/^November 2026\s*–\s*February 2027$/)
    expect(months('2027-06-03', '2027-06-20')).toBe('June 2027')
    i18n.lang = 'da'
    expect(months('2027-06-03', '2027-09-20')).toMatch(/^juni\s*–\s*september 2027$/)
  })

  it('what was checked a year ago to the day still counts, a day later no longer', () => {
    expect(longAgo('2025-11-21', '2026-11-21')).toBe(false)
    expect(longAgo('2025-11-20', '2026-11-21')).toBe(true)
    expect(longAgo('2024-02-29', '2025-02-28')).toBe(false)
    expect(longAgo('2024-02-29', '2025-03-01')).toBe(true)
  })

  it('days are counted across a change of summer time', () => {
    expect(daysBetween('2026-10-24', '2026-10-26')).toBe(2)
    expect(relativeDays('2026-11-20', '2026-11-21')).toBe('yesterday')
  })
})

describe('words that follow language and setting', () => {
  it('meetings are counted as the language counts', () => {
    expect([1, 2, 3, 4, 11, 21].map((count) => m.meeting_n({ count }))).toEqual(['1st meeting', '2nd meeting', '3rd meeting', '4th meeting', '11th meeting', '21st meeting'])
    i18n.lang = 'nb'
    expect(m.meeting_n({ count: 2 })).toBe('2. møte')
  })

  it('the word for the person is the one that was chosen', () => {
    expect(who().thes).toBe('the person’s')
    i18n.personWord = 'participant'
    i18n.lang = 'da'
    expect(who().The).toBe('Deltageren')
    i18n.personWord = 'client'
    i18n.lang = 'nb'
    expect(who().many).toBe('brukere')
  })
})
