//! Words that were begun. Every text field has a place, and the place keeps what is typed in it: in the record where its
//! owner writes at every pause, else as a draft beside the record, within a second and encrypted. Drafts come back when
//! the field appears again, after another screen, a lock or a crash, until the words are kept for real.

import type { Place } from '../components/place'
import type { PersonId } from './generated/types'
import { call, type CommandName, type Commands } from './client'
import { earlierAt } from './earlier'
import { saver, type PutAway } from './saver.svelte'

export { unkept } from '../components/place'

class Drafts {
  /** Whether drafts can be kept: the vault is open, and this is the practitioner's window. */
  #open = false
  #known = new Map<string, { person: PersonId | null; words: string }>()

  /** Learns what was begun, before any screen asks. What was typed outside the vault meanwhile is kept in it now. */
  async load(): Promise<void> {
    const { drafts } = await call('drafts', {})
    this.#open = true
    const since = this.#known
    this.#known = new Map(drafts.map(({ place, person, words }) => [place, { person, words }]))
    for (const [place, { person, words }] of since) this.keep(place, person, words)
  }

  /** Learns of a draft that is being written. */
  learn({ place, person, words }: Commands['keep_draft'][0]): void {
    if (words === '') this.#known.delete(place)
    else this.#known.set(place, { person, words })
  }

  /** Forgets everything; when the vault locks. What lies outside the vault stays on its screen and begins anew. */
  close(): void {
    this.#open = false
    this.#known.clear()
  }

  /** What was begun in a place. What is no JSON was written by no page, and must keep nobody from anything. */
  read(place: string): unknown {
    const known = this.#known.get(place)
    if (known === undefined) return undefined
    try {
      return JSON.parse(known.words) as unknown
    } catch {
      return undefined
    }
  }

  /** Everything that was begun: where, and for whose record. */
  get all(): { place: string; person: PersonId | null }[] {
    return [...this.#known].map(([place, { person }]) => ({ place, person }))
  }

  has(place: string): boolean {
    return this.#known.has(place)
  }

  /** Keeps what stands in a place now, written as JSON; `typed` are the words of its fields. */
  keep(place: string, person: PersonId | null, words: string): void {
    if (words === '') {
      if (!this.#known.delete(place)) return
    } else {
      if (this.#known.get(place)?.words === words) return
      this.#known.set(place, { person, words })
    }
    if (this.#open) saver.later(`draft/${place}`, (send) => send('keep_draft', { place, person, words }))
  }

  /** Forgets what was begun in a place: it was kept for real, or given up. */
  forget(place: string): void {
    this.keep(place, null, '')
  }
}

export const drafts = new Drafts()

// What the record refuses, of a session that was closed meanwhile say, stays where it was typed: it becomes a draft.
saver.refused = (key, typed) => {
  if (key.startsWith('draft/')) return
  for (const [place, { words, person }] of typed) drafts.keep(place, person, words === '' ? '' : JSON.stringify(words))
}

/** A field whose owner writes its words at every pause. What the owner does not take becomes a draft. */
export function recorded(place: string, person: PersonId | null): Place {
  return {
    begun: () => saver.words(place) ?? (drafts.read(place) as string | undefined),
    earlier: earlierAt(place, person),
    typed(words, tell, fits = true) {
      const taken = fits && saver.during(place, person, words, tell)
      if (taken) drafts.forget(place)
      else saver.during(place, person, words, () => drafts.keep(place, person, words === '' ? '' : JSON.stringify(words)))
    },
  }
}

/** What a draft of a form holds: its values, and what was typed in fields that do not understand it yet. */
interface Begun<T> {
  values: Partial<T>
  odd: [field: string, words: string][]
}

/** A form that is kept when a button is pressed. Until then all that stands in it is a draft. */
export class Form<T extends object> {
  values = $state() as T
  /** Whether it holds what was begun earlier. */
  readonly again: boolean
  #odd: Map<string, string>

  constructor(
    private readonly place: string,
    private readonly person: PersonId | null,
    private readonly blank: () => T,
  ) {
    const begun = drafts.read(place) as Begun<T> | undefined
    this.again = begun !== undefined
    this.values = { ...blank(), ...begun?.values }
    this.#odd = new Map(begun?.odd)
  }

  /** The place of one of its fields. */
  at(field: string): Place {
    return {
      begun: () => this.#odd.get(field),
      earlier: earlierAt(`${this.place}/${field}`, this.person),
      typed: (words, tell, fits = true) => {
        if (fits) this.#odd.delete(field)
        else this.#odd.set(field, words)
        saver.during(`${this.place}/${field}`, this.person, words, () => {
          if (fits) tell()
          this.touch()
        })
      },
    }
  }

  /** Something in it has changed. */
  readonly touch = (): void => {
    const begun: Begun<T> = { values: $state.snapshot(this.values) as T, odd: [...this.#odd] }
    const untouched: Begun<T> = { values: this.blank(), odd: [] }
    const words = JSON.stringify(begun)
    drafts.keep(this.place, this.person, words === JSON.stringify(untouched) ? '' : words)
  }

  /** Hears of choices in it as well, through the element that holds them. */
  readonly watch = (element: HTMLElement): (() => void) => {
    // Whoever keeps the choice may hear of it later than the element around it.
    const later = () => setTimeout(this.touch)
    element.addEventListener('change', later)
    return () => element.removeEventListener('change', later)
  }

  /** Begins anew: what stood in it is kept for real, or given up. */
  clear(): void {
    this.values = this.blank()
    this.#odd.clear()
    drafts.forget(this.place)
  }
}

/** How the core hears of what waits on this page: as the practitioner's, or the person's. */
type Hold = 'hold' | 'hold_turned'

/** Tells the pages of one window apart, before and after its process has ended. */
const PAGE = crypto.getRandomValues(new Uint32Array(4)).join('-')

let handing: Promise<unknown> = Promise.resolve()

/** Hands over what waits here, sealed there, in the place of what did before; one after the other, so that the last one counts. */
function handOver(command: Hold, writes: PutAway[]): Promise<void> {
  const handed = handing.then(() => call(command, { page: PAGE, writes: writes.length > 0 ? JSON.stringify(writes) : '' }))
  handing = handed.catch(() => undefined)
  return handed.then(() => undefined)
}

/** Has what cannot be written outlive this page, whose process may end before anybody locks. */
export function outlive(command: Hold): void {
  // What the core cannot take in charge waits here all the same.
  saver.stuck = (writes) => handOver(command, writes).catch(() => undefined)
}

/** Puts away, sealed, everything that could not be written; then nothing of it is left here. */
export async function putAway(command: Hold): Promise<void> {
  const writes = saver.putAway()
  saver.clear()
  drafts.close()
  if (writes.length > 0) await handOver(command, writes)
}

/** Takes up what was put away and writes it. What still cannot be written waits in its fields as before. */
export async function takeUp(): Promise<void> {
  const { held } = await call('take_held', {})
  for (const { turned, writes } of held) {
    const given = JSON.parse(writes) as PutAway[]
    // What waits here is newer.
    for (const { key, name, args } of given) if (name === 'keep_draft' && !saver.has(key)) drafts.learn(args as Commands['keep_draft'][0])
    saver.takeUp(turned ? given.map((write) => ofTurned(write, turned)) : given)
  }
  if (held.length > 0) await saver.flush()
}

/** What was answered on the turned screen, as the practitioner's page would have written it. */
function ofTurned(write: PutAway, turned: { person: PersonId; session: string }): PutAway {
  const whose = (place: string) => place.replace(/^answer\/\//, `answer/${turned.person}/`)
  const args: Commands['answer'][0] = { ...(write.args as Commands['turned_answer'][0]), ...turned }
  return { key: whose(write.key), name: 'answer' satisfies CommandName, args, typed: write.typed.map(([place, words]) => [whose(place), words]) }
}
