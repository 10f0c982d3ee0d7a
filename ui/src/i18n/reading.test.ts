import { describe, expect, it } from 'vitest'
import { daysLater, figuresOf, monthsLater, numberOf, rangeFor, readDay, readNumber, readTime } from './reading'
import type { Lang } from '../ipc/generated/types'

const LANGS: readonly Lang[] = ['en', 'da', 'nb']
const TODAY = '2026-11-21'

describe('a day', () => {
  it.each([
    // With its year, in every way somebody may write it.
    ['03042026', '2026-04-03'],
    ['030426', '2026-04-03'],
    ['3.4.2026', '2026-04-03'],
    ['03.04.2026', '2026-04-03'],
    ['3.4.26', '2026-04-03'],
    ['3/4/2026', '2026-04-03'],
    ['3-4-26', '2026-04-03'],
    ['3 4 2026', '2026-04-03'],
    ['  3. 4. 2026 ', '2026-04-03'],
    ['3.4.2026.', '2026-04-03'],
    ['03\u00a004\u00a02026', '2026-04-03'],
    ['０３０４２０２６', '2026-04-03'],
    ['2026-04-03', '2026-04-03'],
    ['29.2.2028', '2028-02-29'],
    ['31/12/1999', '1999-12-31'],
    // A year of two digits lies within a lifetime.
    ['1.1.46', '2046-01-01'],
    ['1.1.47', '1947-01-01'],
    ['1.1.00', '2000-01-01'],
    // Without a year it is the nearest.
    ['3/4', '2027-04-03'],
    ['3.4.', '2027-04-03'],
    ['0304', '2027-04-03'],
    ['21/11', '2026-11-21'],
    ['20.11', '2026-11-20'],
    ['1/1', '2027-01-01'],
    ['1/7', '2026-07-01'],
    // The day stands first, and what the calendar does not have is no day.
    ['4/13/2026', null],
    ['13/13', null],
    ['30.2.2026', null],
    ['29.2.2026', null],
    ['29.2', null],
    ['0.4.2026', null],
    ['3.0.2026', null],
    ['3', null],
    ['3042026', null],
    ['3.4.202', null],
    ['3.4.6', null],
    ['3.4.2026.1', null],
    ['304', null],
    ['', null],
    [' ', null],
    ['-3-4-2026', null],
    ['next week', null],
    ['3/4?', null],
    ['2026-04-31', null],
  ] as const)('%o reads as %o in every language', (typed, day) => {
    for (const lang of LANGS) expect(readDay(typed, lang, TODAY), lang).toBe(day)
  })

  it.each([
    ['en', '3 April 2026', '2026-04-03'],
    ['en', '3rd of April', null],
    ['en', '3rd April 2026', '2026-04-03'],
    ['en', 'April 3, 2026', '2026-04-03'],
    ['en', '3 apr 26', '2026-04-03'],
    ['en', '3 May', '2026-05-03'.replace('2026', '2027')],
    ['en', '3 ma 2026', null],
    ['en', '3 ju 2026', null],
    ['en', '3 marts 2026', null],
    ['da', '3. marts 2026', '2026-03-03'],
    ['da', '3. okt. 2026', '2026-10-03'],
    ['da', '3 MAJ 2026', '2026-05-03'],
    ['nb', '3. mars 2026', '2026-03-03'],
    ['nb', '3. des. 26', '2026-12-03'],
    ['nb', '3. desember', '2026-12-03'],
    ['nb', '3 october 2026', null],
  ] as const)('in %s with the month in words: %o is %o', (lang, typed, day) => {
    expect(readDay(typed, lang, TODAY)).toBe(day)
  })

  it('without a year is one that the field can take, where there is one', () => {
    expect(readDay('3/4', 'en', TODAY, { max: TODAY })).toBe('2026-04-03')
    expect(readDay('3/4', 'en', TODAY, { min: TODAY })).toBe('2027-04-03')
    expect(readDay('20/11', 'en', TODAY, { min: TODAY })).toBe('2027-11-20')
    expect(readDay('22/11', 'en', TODAY, { max: TODAY })).toBe('2025-11-22')
  })

  it('is written in the order of the language', () => {
    expect(LANGS.map((lang) => figuresOf('2026-04-03', lang))).toEqual(['03/04/2026', '03.04.2026', '03.04.2026'])
  })

  it('that is shown reads as itself again, every one of two centuries and in every shorthand', () => {
    let day = '1900-01-01'
    let count = 0
    while (day < '2100-01-01') {
      for (const lang of LANGS) {
        const shown = figuresOf(day, lang)
        const bare = shown.replaceAll(/\D/g, '')
        const long = shown.split(/\D/).map(Number).join('.')
        if (readDay(shown, lang, TODAY) !== day || readDay(bare, lang, TODAY) !== day || readDay(long, lang, TODAY) !== day || readDay(day, lang, TODAY) !== day) {
          expect([lang, day]).toEqual('reads as itself')
        }
      }
      // A step that is no divisor of a month or a year meets every kind of day.
      day = daysLater(day, 3)
      count += 1
    }
    expect(count).toBeGreaterThan(24_000)
  })

  it('is never read out of arbitrary figures unless the calendar has it', () => {
    let seed = 7
    const next = (below: number) => {
      seed = (seed * 48_271) % 2_147_483_647
      return seed % below
    }
    const MARKS = ['.', '/', '-', ' ', '', ', ']
    for (let i = 0; i < 20_000; i += 1) {
      const [d, mo, y] = [next(40), next(15), [next(100), 1880 + next(400)][next(2)] ?? 0]
      const typed = `${String(d)}${MARKS[next(6)] ?? ''}${String(mo)}${MARKS[next(6)] ?? ''}${String(y)}`
      const read = readDay(typed, LANGS[next(3)] ?? 'en', TODAY)
      if (read !== null) expect(new Date(`${read}T00:00:00Z`).toISOString().slice(0, 10), typed).toBe(read)
    }
  })

  it('moves by days and months as a calendar does', () => {
    expect(daysLater('2026-03-28', 2)).toBe('2026-03-30')
    expect(monthsLater('2026-01-31', 1)).toBe('2026-02-28')
    expect(monthsLater('2026-01-31', -2)).toBe('2025-11-30')
    expect(monthsLater('2028-02-29', 12)).toBe('2029-02-28')
    expect(rangeFor('2026-11-21').min).toBe('1900-01-01')
    expect(rangeFor('2026-11-21', { max: '2026-11-21' }).max).toBe('2026-11-21')
  })
})

describe('a time', () => {
  it.each([
    ['930', '09:30'],
    ['0930', '09:30'],
    ['9.30', '09:30'],
    ['9:30', '09:30'],
    ['09:30', '09:30'],
    ['9,30', '09:30'],
    ['9 30', '09:30'],
    ['9h30', '09:30'],
    ['9', '09:00'],
    ['09', '09:00'],
    ['21', '21:00'],
    ['2359', '23:59'],
    ['0', '00:00'],
    ['000', '00:00'],
    [' 14.05 ', '14:05'],
    ['24', null],
    ['24:00', null],
    ['9:60', null],
    ['960', null],
    ['93', null],
    ['9:3', null],
    ['12345', null],
    ['', null],
    ['noon', null],
    ['-9', null],
  ] as const)('%o reads as %o in every language', (typed, time) => {
    for (const lang of LANGS) expect(readTime(typed, lang), lang).toBe(time)
  })

  it.each([
    ['en', '2 pm', '14:00'],
    ['en', '2:15pm', '14:15'],
    ['en', '12 a.m.', '00:00'],
    ['en', '12 pm', '12:00'],
    ['en', '14 pm', null],
    ['da', 'kl. 9.30', '09:30'],
    ['da', 'kl 930', '09:30'],
    ['nb', 'kl. 14', '14:00'],
    ['nb', 'klokka 9', '09:00'],
    ['da', '2 pm', null],
  ] as const)('in %s %o reads as %o', (lang, typed, time) => {
    expect(readTime(typed, lang)).toBe(time)
  })

  it('that is shown reads as itself again, every minute of a day', () => {
    for (let minute = 0; minute < 1440; minute += 1) {
      const shown = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
      for (const lang of LANGS) {
        expect(readTime(shown, lang)).toBe(shown)
        expect(readTime(shown.replace(':', ''), lang)).toBe(shown)
        expect(readTime(shown.replace(/^0/, '').replace(':', '.'), lang)).toBe(shown)
      }
    }
  })
})

describe('a number', () => {
  it.each([
    ['7,5', 7.5],
    ['7.5', 7.5],
    ['7', 7],
    [' 7,50 ', 7.5],
    ['0,25', 0.25],
    ['-3', -3],
    ['−3', -3],
    ['+3', 3],
    ['-0', 0],
    ['００７', 7],
    ['7.125', null],
    ['1.000', null],
    ['1,000', null],
    ['7,', null],
    [',5', null],
    ['7 5', null],
    ['seven', null],
    ['1e3', null],
    ['', null],
  ] as const)('%o is %o', (typed, value) => {
    expect(readNumber(typed)).toBe(value)
  })

  it('is shown as the language writes it, and what is shown reads as itself', () => {
    expect(LANGS.map((lang) => numberOf(7.5, lang))).toEqual(['7.5', '7,5', '7,5'])
    for (let hundredths = -100_000; hundredths <= 100_000; hundredths += 37) {
      const value = hundredths / 100
      for (const lang of LANGS) expect(readNumber(numberOf(value, lang))).toBe(value)
    }
  })
})
