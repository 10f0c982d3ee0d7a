//! The caseload: what is searched and filtered, and somebody new being written down.

import { app } from '../../app.svelte'
import { fits } from '../../components/whose'
import { usualCourse } from '../../course'
import { drafts, Form } from '../../ipc/begun.svelte'
import { call, madeBy } from '../../ipc/client'
import { daysBetween } from '../../i18n/format'
import type { Area, Catalogue, PeopleRow, PeopleView, PersonCourse, PersonDetails, PersonId } from '../../ipc/generated/types'
import { Shown } from '../../shown.svelte'
import type { Caseload } from './caseload.svelte'

/** "Within a week" counts from today. */
const WEEK = 7

/** Where somebody new is begun. */
const NEW = 'person/new'

/** Whom the list shows: those in the course, those put away, or both. */
export type Which = 'active' | 'archive' | 'all'

/** Rows that are drawn at a time. */
const DRAWN = 40

const KEPT = 'people'

interface Kept {
  filters: Pick<People, 'search' | 'which' | 'soon' | 'unsigned' | 'promised' | 'drawn'>
  opened: string | null
}

export class People extends Shown<{ view: PeopleView; catalogue: Catalogue }> {
  view = $state.raw<PeopleView | null>(null)
  catalogue = $state.raw<Catalogue | null>(null)
  protected readonly areas: readonly Area[] = ['people', 'statements', 'sessions', 'practices', 'notes']

  search = $state('')
  which = $state<Which>('active')
  soon = $state(false)
  unsigned = $state(false)
  promised = $state(false)
  /** How many rows are drawn; more as one comes to their end. */
  drawn = $state(DRAWN)
  /** A list that is brought in, while its page is open. */
  list = $state.raw<Caseload | null>(null)

  /** Somebody new, while the form is open. */
  draft = $state.raw<Form<PersonDetails> | null>(null)
  /** Whether saving was tried without a name. */
  nameMissing = $state(false)

  constructor() {
    super()
    const kept = app.kept.get(KEPT) as Kept | undefined
    if (kept) Object.assign(this, kept.filters)
  }

  /** Where one was, for coming back: filters and the person that was opened. */
  keep(opened: string | null): void {
    const filters = this.#filters ?? this.#now()
    app.kept.set(KEPT, { filters, opened } satisfies Kept)
  }

  /** Notes the filters as they stand. What is read while a screen is taken down is what stood before the last changes. */
  remember(): void {
    this.#filters = this.#now()
  }

  #filters: Kept['filters'] | null = null

  #now(): Kept['filters'] {
    const { search, which, soon, unsigned, promised, drawn } = this
    return { search, which, soon, unsigned, promised, drawn }
  }

  /** The person whose page one comes back from. */
  get opened(): string | null {
    return (app.kept.get(KEPT) as Kept | undefined)?.opened ?? null
  }

  /** Draws more rows. */
  drawMore(): void {
    if (this.drawn < this.shown.length) this.drawn += DRAWN
  }

  /** Where those on the screen stand in their courses; asked for as they come into sight. */
  courses = $state.raw<ReadonlyMap<PersonId, PersonCourse>>(new Map())
  #asked = new Set<PersonId>()

  /** Asks where those that are drawn stand, each once until something changes. */
  async askCourses(): Promise<void> {
    const people = this.shown.slice(0, this.drawn).flatMap(({ card }) => (this.#asked.has(card.id) ? [] : [card.id]))
    if (people.length === 0) return
    people.forEach((id) => this.#asked.add(id))
    const asked = this.#asked
    await this.attempt(async () => {
      const { courses } = await call('courses_of', { people })
      if (this.#asked === asked) this.courses = new Map([...this.courses, ...courses.map((each) => [each.person, each] as const)])
    })
  }

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
    // What is on the screen stays until it is known anew.
    this.#asked = new Set()
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
    if (this.which !== 'all' && row.active !== (this.which === 'active')) return false
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

/** Tells whether every word that is searched for stands in the name, the record number or the statement. */
export function matches(row: PeopleRow, search: string): boolean {
  return fits(`${row.card.name} ${row.card.recordNumber} ${row.statement}`, search)
}
