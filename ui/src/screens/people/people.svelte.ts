//! The caseload: what is searched and filtered, and somebody new being written down.

import { app } from '../../app.svelte'
import { usualCourse } from '../../course'
import { asApiError, call } from '../../ipc/client'
import { daysBetween } from '../../i18n/format'
import type { ApiError, Catalogue, PeopleRow, PeopleView, PersonDetails } from '../../ipc/generated/types'

/** "Within a week" counts from today. */
const WEEK = 7

export class People {
  view = $state.raw<PeopleView | null>(null)
  catalogue = $state.raw<Catalogue | null>(null)
  error = $state.raw<ApiError | null>(null)

  search = $state('')
  which = $state<'active' | 'all'>('active')
  soon = $state(false)
  unsigned = $state(false)
  promised = $state(false)

  /** Somebody new, while the form is open. */
  draft = $state<PersonDetails | null>(null)
  busy = $state(false)
  /** Whether saving was tried without a name. */
  nameMissing = $state(false)

  shown = $derived((this.view?.people ?? []).filter((row) => this.#fits(row)))

  async load(): Promise<void> {
    try {
      // The courses first: nobody can be added before it is known which one is usual here.
      this.catalogue = await call('catalogue', {})
      this.view = await call('people', {})
      this.error = null
    } catch (error) {
      this.error = asApiError(error)
    }
  }

  /** Opens the form with beginnings that say nothing about anybody. */
  begin(): void {
    this.nameMissing = false
    this.draft = {
      preferredName: '',
      recordNumber: '',
      language: app.settings?.language ?? 'en',
      printSize: 'normal',
      course: usualCourse(this.catalogue?.courses ?? [], app.settings?.language ?? 'en'),
      track: null,
      pace: null,
      startedOn: app.today,
      nextMeeting: null,
      active: true,
    }
  }

  leave(): void {
    this.draft = null
  }

  /** Adds them and goes to their page; on failure the form stays as it is. */
  async add(): Promise<void> {
    if (this.draft === null || this.busy) return
    this.nameMissing = this.draft.preferredName.trim() === ''
    if (this.nameMissing) return
    this.busy = true
    try {
      const { person } = await call('add_person', { details: $state.snapshot(this.draft) })
      this.error = null
      app.go({ screen: 'person', id: person.id })
    } catch (error) {
      this.error = asApiError(error)
    } finally {
      this.busy = false
    }
  }

  everyone(): void {
    this.search = ''
    this.which = 'all'
    this.soon = false
    this.unsigned = false
    this.promised = false
  }

  #fits(row: PeopleRow): boolean {
    if (this.which === 'active' && !row.active) return false
    if (this.unsigned && row.unsigned === 0) return false
    if (this.promised && row.promise === '') return false
    if (this.soon && !comesSoon(row, app.today)) return false
    return matches(row, this.search)
  }
}

/** Tells whether somebody comes today or in the six days after. */
export function comesSoon(row: PeopleRow, today: string): boolean {
  if (row.nextMeeting === null) return false
  const days = daysBetween(today, row.nextMeeting)
  return days >= 0 && days < WEEK
}

/** Letters as one types them on any keyboard: no case, no accents, and ø, æ, å by their plain letters as well. */
function plain(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/ø/g, 'o')
    .replace(/æ/g, 'ae')
    .replace(/ß/g, 'ss')
}

/** Tells whether every word that is searched for stands in the name, the record number or the statement. */
export function matches(row: PeopleRow, search: string): boolean {
  const text = plain(`${row.card.name} ${row.card.recordNumber} ${row.statement}`)
  return plain(search)
    .split(/\s+/)
    .every((word) => text.includes(word))
}
