//! Reads what somebody typed as a day, a time or a number, and writes it as the language does. Pure: today comes in.
//!
//! A reading is never a guess between two that can be meant: the day stands first in all of our languages, so 4/13 is no
//! date at all, and 1.000 is neither one nor a thousand.

import { DATES, DAY_RANGE } from '../ipc/generated/rules'
import type { Lang } from '../ipc/generated/types'
import { tagOf } from './locale.svelte'

/** The days that can be meant, both included. */
export interface DayRange {
  min?: string | undefined
  max?: string | undefined
}

const two = (n: number) => String(n).padStart(2, '0')

/** Builds a day, if the calendar has it. */
function dayOf(year: number, month: number, day: number): string | null {
  const date = new Date(0)
  // Two-digit years of `Date.UTC` would mean the last century.
  date.setUTCFullYear(year, month - 1, day)
  const same = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return same ? `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}` : null
}

/** Days since an arbitrary day, for distances. */
function dayNumber(isoDay: string): number {
  return Math.round(Date.parse(`${isoDay}T00:00:00Z`) / 86_400_000)
}

/** Gives the day so many days later, or earlier. */
export function daysLater(isoDay: string, days: number): string {
  return new Date(Date.parse(`${isoDay}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

/** Gives the same day so many months later; the last of the month where that has no such day. */
export function monthsLater(isoDay: string, months: number): string {
  const [year, month, day] = parts(isoDay)
  const first = new Date(Date.UTC(year, month - 1 + months, 1))
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  return `${String(first.getUTCFullYear()).padStart(4, '0')}-${two(first.getUTCMonth() + 1)}-${two(Math.min(day, last))}`
}

function parts(isoDay: string): [number, number, number] {
  return [Number(isoDay.slice(0, 4)), Number(isoDay.slice(5, 7)), Number(isoDay.slice(8, 10))]
}

/** Gives the range the record takes, made narrower by what a field asks for. */
export function rangeFor(today: string, { min, max }: DayRange = {}): { min: string; max: string } {
  const [earliest, latest] = [DAY_RANGE.earliest, daysLater(today, DAY_RANGE.daysAhead)]
  return { min: min !== undefined && min > earliest ? min : earliest, max: max !== undefined && max < latest ? max : latest }
}

/** Finds the month that a word names or begins, when it is only one: "apr", "sept.". */
function monthNamed(word: string, lang: Lang): number | null {
  if (word.length < 3) return null
  const named = DATES[lang].months.flatMap((name, at) => (name.toLowerCase().startsWith(word) ? [at + 1] : []))
  return named.length === 1 ? (named[0] ?? null) : null
}

/** Reads a year of two digits within a lifetime: eighty years back, twenty ahead. */
function nearYear(short: number, thisYear: number): number {
  const year = Math.floor((thisYear + 20) / 100) * 100 + short
  return year > thisYear + 20 ? year - 100 : year
}

/**
 * Reads a day in the order of the language: "3.4.2026", "03/04/26", "03042026", "030426", "3/4", "3. april", and a day as
 * machines write it, "2026-04-03". Without a year it is the nearest such day that can be meant. `null` when it is none.
 */
export function readDay(text: string, lang: Lang, today: string, range: DayRange = {}): string | null {
  const plain = text.normalize('NFKC').trim().toLowerCase().replace(/(?<=\d)(?:st|nd|rd|th)\b/, '')
  const machine = /^(\d{4})-(\d{2})-(\d{2})$/.exec(plain)
  if (machine) return dayOf(Number(machine[1]), Number(machine[2]), Number(machine[3]))
  if (!/^[\p{L}\d][\p{L}\d\s./,-]*$/u.test(plain)) return null
  const run = /^(\d\d)(\d\d)((?:\d\d|\d{4})?)$/.exec(plain)
  const [first = '', second = '', third = '', ...more] = run ? run.slice(1) : plain.split(/[\s./,-]+/).filter((part) => part !== '')
  if (more.length > 0) return null

  const named = monthNamed(first, lang)
  const [dayText, monthText] = named === null ? [first, second] : [second, first]
  if (!/^\d{1,2}$/.test(dayText)) return null
  const month = /^\d{1,2}$/.test(monthText) ? Number(monthText) : monthNamed(monthText, lang)
  if (month === null) return null

  const thisYear = Number(today.slice(0, 4))
  if (third !== '') {
    if (!/^(\d\d|\d{4})$/.test(third)) return null
    return dayOf(third.length === 4 ? Number(third) : nearYear(Number(third), thisYear), month, Number(dayText))
  }
  const { min, max } = rangeFor(today, range)
  const near = [thisYear, thisYear + 1, thisYear - 1]
    .map((year) => dayOf(year, month, Number(dayText)))
    .filter((day): day is string => day !== null)
  const meant = near.filter((day) => min <= day && day <= max)
  const away = (day: string) => Math.abs(dayNumber(day) - dayNumber(today))
  return (meant.length > 0 ? meant : near).sort((one, other) => away(one) - away(other))[0] ?? null
}

/** Writes a day in figures, as it is typed: "03/04/2026", "03.04.2026". */
export function figuresOf(isoDay: string, lang: Lang): string {
  const [year, month, day] = parts(isoDay)
  return DATES[lang].figures.replace('{day}', two(day)).replace('{month}', two(month)).replace('{year}', String(year).padStart(4, '0'))
}

/** Reads a time of day: "9:30", "9.30", "930", "0930", "9", "kl. 9.30", and in English "2 pm". Gives "09:30", or `null`. */
export function readTime(text: string, lang: Lang): string | null {
  const plain = text.normalize('NFKC').trim().toLowerCase()
  const clock = lang === 'en' ? plain : plain.replace(/^kl(?:okka|okken)?\.?\s*/, '')
  const half = lang === 'en' ? /\s*([ap])\.?m\.?$/.exec(clock) : null
  const digits = half ? clock.slice(0, half.index) : clock
  const read = /^(\d{1,2})(?:\s*[:.,h]\s*|\s+)(\d\d)$/.exec(digits) ?? /^(\d{1,2}?)(\d\d)$/.exec(digits.length > 2 ? digits : '') ?? /^(\d{1,2})$/.exec(digits)
  if (!read) return null
  let hour = Number(read[1])
  const minute = Number(read[2] ?? '0')
  if (half) {
    if (hour < 1 || hour > 12) return null
    hour = (hour % 12) + (half[1] === 'p' ? 12 : 0)
  }
  return hour < 24 && minute < 60 ? `${two(hour)}:${two(minute)}` : null
}

/** Reads a number with at most two decimals after a comma or a point, whichever the language writes. `null` when it is none. */
export function readNumber(text: string): number | null {
  const read = /^([+\-−–]?)(\d{1,7})(?:[.,](\d{1,2}))?$/.exec(text.normalize('NFKC').trim())
  if (!read) return null
  const size = Number(`${read[2] ?? '0'}.${read[3] ?? '0'}`)
  // Not −0, which would show as "-0".
  return read[1] === '' || read[1] === '+' || size === 0 ? size : -size
}

/** Writes a number as it is typed: "7.5", "7,5"; without marks between thousands. */
export function numberOf(value: number, lang: Lang): string {
  return new Intl.NumberFormat(tagOf(lang), { maximumFractionDigits: 2, useGrouping: false }).format(value)
}
