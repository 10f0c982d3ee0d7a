//! Search over everything: what is asked, what was found, and the way to where it stands.
//!
//! It is asked once a frame while somebody types, and an answer to an older question shows nothing. What was found stays
//! for coming back, in the page's memory only, until the vault locks.

import { app } from '../../app.svelte'
import { here } from '../../here'
import { call } from '../../ipc/client'
import type { Area, PersonCard, Phase, Search as Ask, SearchHit } from '../../ipc/generated/types'
import { hashOf, type Route } from '../../router'
import { seek } from '../../seek'
import { Work } from '../../work.svelte'
import type { Lies as PersonLies } from '../person/person.svelte'
import type { Lies as SessionLies } from '../session/desk.svelte'

/** What can be looked through alone. */
export const AREAS = ['notes', 'sessions', 'goals', 'practices', 'supporters', 'answers', 'events', 'outcomes', 'statements', 'people'] as const satisfies readonly Area[]

/** What is kept for coming back. */
interface Kept {
  desk: SearchDesk
}

const KEPT = 'search'

/** Where a session shows what was recorded in it, by the column its words stand in. */
const PHASE_OF: Partial<Record<string, Phase>> = {
  agenda: 'agenda',
  person_item: 'agenda',
  recalled_words: 'lastTime',
  review_skipped: 'close',
  plan_skipped: 'close',
  skill_words: 'topic',
  summary_words: 'close',
  next_plan: 'close',
}

export class SearchDesk extends Work {
  words = $state('')
  /** Whose record alone is looked through; `null` for everybody's. */
  only = $state.raw<PersonCard | null>(null)
  area = $state<Area | 'all'>('all')
  from = $state<string | null>(null)
  until = $state<string | null>(null)

  hits = $state.raw<readonly SearchHit[]>([])
  more = $state(false)
  narrow = $state(false)
  /** What the hits answer; `null` while nothing was asked. */
  answered = $state.raw<Ask | null>(null)

  /** Whose record was on the screen before, which the search can be limited to. */
  near = $state.raw<PersonCard | null>(null)
  /** Who there is, once somebody chooses whose record is looked through. */
  people = $state.raw<readonly PersonCard[]>([])

  /** The hit that was opened, by its place in the list; the focus comes back to it. */
  opened = $state<number | null>(null)

  #turn = 0
  #frame: number | undefined

  /** Takes up the search that was left, or begins one. */
  static takeUp(): SearchDesk {
    const kept = app.kept.get(KEPT) as Kept | undefined
    const desk = kept?.desk ?? new SearchDesk()
    app.kept.set(KEPT, { desk } satisfies Kept)
    const near = app.near
    if (near) desk.near = near
    return desk
  }

  /** What is asked now. */
  get ask(): Ask {
    return { words: this.words, person: this.only?.id ?? null, area: this.area === 'all' ? null : this.area, from: this.from, until: this.until, skip: 0 }
  }

  /** Whether nothing was found for what stands in the field. */
  get nothing(): boolean {
    return this.answered !== null && this.answered.words.trim() !== '' && this.hits.length === 0
  }

  /** Asks in the next frame, once, however many keys come before it. */
  typed(): void {
    this.opened = null
    if (this.#frame !== undefined) return
    this.#frame = requestAnimationFrame(() => {
      this.#frame = undefined
      void this.find()
    })
  }

  /** Asks now. An answer that comes after a newer question was asked is not shown. */
  async find(): Promise<void> {
    const turn = (this.#turn += 1)
    const ask = this.ask
    if (ask.words.trim() === '') {
      this.hits = []
      this.more = this.narrow = false
      this.answered = null
      return
    }
    await this.attempt(async () => {
      const view = await call('search', ask)
      if (turn !== this.#turn) return
      this.hits = view.hits
      this.more = view.more
      this.narrow = view.narrow
      this.answered = ask
    })
  }

  /** Adds the places after those that are shown. */
  async further(): Promise<void> {
    const ask = this.answered
    if (ask === null) return
    const turn = this.#turn
    await this.run(async () => {
      const view = await call('search', { ...ask, skip: this.hits.length })
      if (turn !== this.#turn) return
      this.hits = [...this.hits, ...view.hits]
      this.more = view.more
    })
  }

  /** Asks who there is. */
  async askPeople(): Promise<void> {
    await this.attempt(async () => (this.people = (await call('people', {})).people.map(({ card }) => card)))
  }

  /** Looks through one record alone, or all again. */
  limit(to: PersonCard | null): void {
    this.only = to
    this.typed()
  }

  /** Goes to where the words of a hit stand. */
  open(hit: SearchHit, place: number): void {
    this.opened = place
    this.near = hit.person
    here.lead(hashOf(routeOf(hit)), app.today, liesOf(hit))
    seek(soughtWords(hit))
  }
}

/** The screen that shows a hit. */
export function routeOf({ person, lead }: Pick<SearchHit, 'person' | 'lead'>): Route {
  if (lead.to === 'session') return { screen: 'session', id: lead.session }
  if (lead.to === 'note') return { screen: 'note', id: lead.note }
  return { screen: 'person', id: person.id }
}

/** What that screen has open: the goal, the copy or the phase it is about. */
function liesOf({ lead, kind, excerpts }: SearchHit): PersonLies | SessionLies | null {
  if (lead.to === 'goal') return { kind: 'goal', id: lead.goal, late: false }
  if (lead.to === 'supporter') return { kind: 'supporter', id: lead.supporter, late: false }
  if (lead.to === 'sheet') return { kind: 'sheet', id: lead.sheet, late: false }
  if (lead.to === 'session') return { phase: phaseOf(kind, excerpts[0]?.field ?? ''), topic: null, copy: null, discarding: false }
  return null
}

/** The phase of a session that shows what was found. */
export function phaseOf(kind: SearchHit['kind'], field: string): Phase {
  if (kind === 'goalReview') return 'goals'
  if (kind === 'practice') return 'practicePlan'
  if (kind === 'practiceReview') return 'practiceReview'
  if (kind === 'answer') return 'topic'
  return PHASE_OF[field] ?? 'arrive'
}

/** Enough of the words to find them on a page. */
function soughtWords({ excerpts }: SearchHit): string {
  const pieces = excerpts[0]?.pieces ?? []
  const found = pieces.findIndex((piece) => piece.found)
  return `${pieces[found]?.text ?? ''}${pieces[found + 1]?.text.slice(0, 12) ?? ''}`
}
