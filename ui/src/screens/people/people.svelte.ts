//! The caseload: what is searched and filtered, and somebody new being written down.

import { app } from '../../app.svelte'
import { usualCourse } from '../../course'
import { drafts, Form } from '../../ipc/begun.svelte'
import { call, madeBy } from '../../ipc/client'
import { daysBetween } from '../../i18n/format'
import type { Area, Catalogue, PeopleRow, PeopleView, PersonDetails } from '../../ipc/generated/types'
import { Shown } from '../../shown.svelte'

/** "Within a week" counts from today. */
const WEEK = 7

/** Where somebody new is begun. */
const NEW = 'person/new'

export class People extends Shown<{ view: PeopleView; catalogue: Catalogue }> {
  view = $state.raw<PeopleView | null>(null)
  catalogue = $state.raw<Catalogue | null>(null)
  protected readonly areas: readonly Area[] = ['people', 'statements', 'sessions', 'practices', 'notes']

  search = $state('')
  which = $state<'active' | 'all'>('active')
  soon = $state(false)
  unsigned = $state(false)
  promised = $state(false)

  /** Somebody new, while the form is open. */
  draft = $state.raw<Form<PersonDetails> | null>(null)
  /** Whether saving was tried without a name. */
  nameMissing = $state(false)

  shown = $derived((this.view?.people ?? []).filter((row) => this.#fits(row)))

  protected async read() {
    // Both at once: nobody can be added before it is known which course is usual here.
    const catalogue = this.catalogue ?? (await call('catalogue', {}))
    return { catalogue, view: await call('people', {}) }
  }

  protected take({ view, catalogue }: { view: PeopleView; catalogue: Catalogue }): void {
    const first = this.catalogue === null
    this.catalogue = catalogue
    this.view = view
    // Somebody who was begun stands where they were.
    if (first && drafts.has(NEW)) this.begin()
  }

  /** Opens the form with beginnings that say nothing about anybody. */
  begin(): void {
    this.nameMissing = false
    this.draft = new Form<PersonDetails>(NEW, null, () => ({
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
    }))
  }

  /** Gives up whoever was begun. */
  leave(): void {
    this.draft?.clear()
    this.draft = null
  }

  /** Adds them and goes to their page; on failure the form stays as it is. */
  async add(): Promise<void> {
    const form = this.draft
    if (form === null) return
    const details = $state.snapshot(form.values) as PersonDetails
    this.nameMissing = details.preferredName.trim() === ''
    if (this.nameMissing) return
    await this.run(async () => {
      const change = await call('add_person', { details })
      form.clear()
      app.go({ screen: 'person', id: madeBy(change) })
    })
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
