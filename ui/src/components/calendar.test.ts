import { describe, expect, it } from 'vitest'
import { ledTo, weekdayOf, weeksOf, within } from './calendar'

describe('the month of a calendar', () => {
  it('begins its weeks on Monday and holds each day once', () => {
    const weeks = weeksOf('2026-11-21')
    expect(weeks.map((week) => week.map((day) => (day === null ? '--' : day.slice(8))).join(' '))).toEqual([
      '-- -- -- -- -- -- 01',
      '02 03 04 05 06 07 08',
      '09 10 11 12 13 14 15',
      '16 17 18 19 20 21 22',
      '23 24 25 26 27 28 29',
      '30 -- -- -- -- -- --',
    ])
    expect(weeksOf('2027-02-10')).toHaveLength(4)
    expect(weeksOf('2028-02-29').flat().filter((day) => day !== null)).toHaveLength(29)
  })

  it('knows its weekdays', () => {
    expect(weekdayOf('2026-11-23')).toBe(0)
    expect(weekdayOf('2026-11-22')).toBe(6)
  })

  it.each([
    ['ArrowLeft', false, '2026-10-31'],
    ['ArrowRight', false, '2026-11-02'],
    ['ArrowUp', false, '2026-10-25'],
    ['ArrowDown', false, '2026-11-08'],
    ['Home', false, '2026-10-26'],
    ['End', false, '2026-11-01'],
    ['PageUp', false, '2026-10-01'],
    ['PageDown', false, '2026-12-01'],
    ['PageUp', true, '2025-11-01'],
    ['PageDown', true, '2027-11-01'],
    ['Tab', false, null],
    ['a', false, null],
  ] as const)('%s (shift: %o) leads from a Sunday to %o', (key, shift, to) => {
    expect(ledTo('2026-11-01', key, shift)).toBe(to)
  })

  it('stays where days can be picked', () => {
    expect(within('2026-12-01', '1900-01-01', '2026-11-21')).toBe('2026-11-21')
    expect(within('1899-12-31', '1900-01-01', '2026-11-21')).toBe('1900-01-01')
    expect(within('2026-11-01', '1900-01-01', '2026-11-21')).toBe('2026-11-01')
  })
})
