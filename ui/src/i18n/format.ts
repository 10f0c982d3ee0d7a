//! Days, times and numbers as the language writes them.

import { DATES } from '../ipc/generated/rules'
import type { Lang, Timestamp } from '../ipc/generated/types'
import { i18n, tagOf } from './locale.svelte'

/** A calendar day has no zone, so it is read and written in one that never shifts. */
function dayOf(isoDay: string): Date {
  return new Date(`${isoDay.slice(0, 10)}T00:00:00Z`)
}

function upperFirst(text: string): string {
  return text.charAt(0).toLocaleUpperCase(i18n.tag) + text.slice(1)
}

/** Writes a day as paper writes it: the names and the order of its parts come from the core. */
function written(isoDay: string, how: 'longDate' | 'longDay', lang: Lang): string {
  const names = DATES[lang]
  const date = dayOf(isoDay)
  const parts: Partial<Record<string, string>> = {
    day: String(date.getUTCDate()),
    month: names.months[date.getUTCMonth()],
    year: String(date.getUTCFullYear()),
    // The week of the core begins on Monday.
    weekday: names.weekdays[(date.getUTCDay() + 6) % 7],
  }
  return names[how].replace(/\{(\w+)\}/g, (_, part: string) => parts[part] ?? '')
}

/** "Saturday 21 November", for the top of a day. */
export function longDay(isoDay: string): string {
  return upperFirst(written(isoDay, 'longDay', i18n.lang))
}

/** "Saturday 21 November", inside a sentence: in Danish and Norwegian the weekday is small there. */
export function longDayInside(isoDay: string): string {
  return written(isoDay, 'longDay', i18n.lang)
}

/** "3 October 2026", in the language of the screens or that of a page. */
export function day(isoDay: string, lang: Lang = i18n.lang): string {
  return written(isoDay, 'longDate', lang)
}

/** "November 2026", above a calendar. */
export function monthOf(isoDay: string, lang: Lang = i18n.lang): string {
  return `${DATES[lang].months[Number(isoDay.slice(5, 7)) - 1] ?? ''} ${String(Number(isoDay.slice(0, 4)))}`
}

/** The days of the week from Monday. */
export function weekdayNames(lang: Lang = i18n.lang): readonly string[] {
  return DATES[lang].weekdays
}

/** "3 Oct", with the year only when it is another one. */
export function shortDay(isoDay: string, today?: string, lang: Lang = i18n.lang): string {
  const year = today && today.slice(0, 4) === isoDay.slice(0, 4) ? undefined : ('numeric' as const)
  return new Intl.DateTimeFormat(tagOf(lang), { day: 'numeric', month: 'short', year, timeZone: 'UTC' }).format(dayOf(isoDay))
}

/** "Tue 24 Nov", for days to come. */
export function weekday(isoDay: string): string {
  return upperFirst(
    new Intl.DateTimeFormat(i18n.tag, { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' }).format(dayOf(isoDay)).replace(',', ''),
  )
}

/** "10:00" of a local date and time such as "2026-11-21T10:00:00". */
export function clock(isoLocal: string): string {
  return isoLocal.slice(11, 16)
}

/** "10:24:07", where and when it was written. */
export function seconds(at: Timestamp): string {
  return new Date(at.millis + at.offset * 60_000).toISOString().slice(11, 19)
}

/** "10:24". */
export function minutesOf(at: Timestamp): string {
  return seconds(at).slice(0, 5)
}

/** The calendar day of a moment, where it was written, as "2026-11-21". */
export function dayOfMoment(at: Timestamp): string {
  return new Date(at.millis + at.offset * 60_000).toISOString().slice(0, 10)
}

/** Whole days from one calendar day to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((dayOf(to).getTime() - dayOf(from).getTime()) / 86_400_000)
}

/** Tells whether a day lies more than a year back, so that what was true then should be asked again. */
export function longAgo(isoDay: string, today: string): boolean {
  const aYearLater = `${String(Number(isoDay.slice(0, 4)) + 1).padStart(4, '0')}${isoDay.slice(4, 10)}`
  return aYearLater < today.slice(0, 10)
}

/** "June – September 2027", or the one month when both days lie in it. */
export function months(from: string, until: string): string {
  const [first, last] = [dayOf(from), dayOf(until)]
  const month = (date: Date) => DATES[i18n.lang].months[date.getUTCMonth()] ?? ''
  const end = `${month(last)} ${String(last.getUTCFullYear())}`
  if (first.getUTCFullYear() !== last.getUTCFullYear()) return `${month(first)} ${String(first.getUTCFullYear())} – ${end}`
  return first.getUTCMonth() === last.getUTCMonth() ? end : `${month(first)} – ${end}`
}

/** "yesterday", "3 days ago", "in 2 days". */
export function relativeDays(from: string, to: string): string {
  return new Intl.RelativeTimeFormat(i18n.tag, { numeric: 'auto' }).format(daysBetween(to, from), 'day')
}

/** "1,024" or "1.024"; of a fraction at most two decimals. */
export function number(value: number, lang: Lang = i18n.lang): string {
  return new Intl.NumberFormat(tagOf(lang), { maximumFractionDigits: 2 }).format(value)
}

/** "ab12cd34 ab12cd34 …": a hash in groups of eight, as paper has it, so that it can be read aloud and wraps. */
export function inGroups(hash: string): string {
  return hash.replace(/.{8}(?=.)/g, '$& ')
}

/** "a, b and c". */
export function list(items: string[]): string {
  return new Intl.ListFormat(i18n.tag, { type: 'conjunction' }).format(items)
}
