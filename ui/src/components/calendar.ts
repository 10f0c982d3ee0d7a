//! The month that a calendar shows, and what its keys do. Pure: days as "2026-11-21".

import { daysLater, monthsLater } from '../i18n/reading'

/** Gives the weeks of a day's month from Monday, each with its seven days; days of the months beside it are `null`. */
export function weeksOf(day: string): (string | null)[][] {
  const first = `${day.slice(0, 8)}01`
  const offset = weekdayOf(first)
  const weeks: (string | null)[][] = []
  for (let at = -offset; ; at += 7) {
    const week = Array.from({ length: 7 }, (_, n) => daysLater(first, at + n)).map((each) => (sameMonth(each, first) ? each : null))
    if (week.every((each) => each === null)) return weeks
    weeks.push(week)
  }
}

/** Tells which day of the week it is, Monday being 0. */
export function weekdayOf(day: string): number {
  return (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7
}

function sameMonth(one: string, other: string): boolean {
  return one.slice(0, 7) === other.slice(0, 7)
}

/** Says where a key leads from a day, as in the calendars of WAI-ARIA; `null` for every other key. */
export function ledTo(day: string, key: string, shift: boolean): string | null {
  switch (key) {
    case 'ArrowLeft':
      return daysLater(day, -1)
    case 'ArrowRight':
      return daysLater(day, 1)
    case 'ArrowUp':
      return daysLater(day, -7)
    case 'ArrowDown':
      return daysLater(day, 7)
    case 'Home':
      return daysLater(day, -weekdayOf(day))
    case 'End':
      return daysLater(day, 6 - weekdayOf(day))
    case 'PageUp':
      return monthsLater(day, shift ? -12 : -1)
    case 'PageDown':
      return monthsLater(day, shift ? 12 : 1)
    default:
      return null
  }
}

/** Keeps a day inside a range. */
export function within(day: string, min: string, max: string): string {
  return day < min ? min : day > max ? max : day
}
