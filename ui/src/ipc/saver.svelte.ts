//! Typing goes to disk in small steps, through one place that can say so.
//!
//! A change waits at most 400 ms after the last keystroke and 900 ms after the first one. Writes run one after the other,
//! the newest for each key only. A write that fails stays waiting, with its words, until it succeeds. As long as one does, all
//! that waits is put away unsent as well, as data that the core seals: it is taken up again after a lock, and by the next page
//! where this one's process ends.
//! One that the core refuses for what it says is put aside until its own field changes: asking again does no good, and
//! nothing else waits for it.

import type { ApiError, PersonId, Timestamp } from './generated/types'
import { asApiError, factsOf, send, type CommandName, type Commands, type Send } from './client'
import { isRefusal } from './refusals'

const QUIET_MS = 400
const LONGEST_MS = 900
/** After a failure, such as a full disk, it is tried again by itself. */
const RETRY_MS = 5000

/**
 * Writes one change; returns when it was on disk, or nothing when the answer does not say. It sends its one request at
 * once, before it waits for anything, so that it can be put away unsent.
 */
export type Write = (send: Send) => Promise<{ savedAt: Timestamp } | undefined>

export type SaveState =
  | { kind: 'quiet' }
  | { kind: 'waiting' }
  | { kind: 'saved'; at: Timestamp }
  /** `again` when trying again may help; not when the core refused what was typed. */
  | { kind: 'failed'; error: ApiError; again: boolean }

/** A write that was put away. */
export interface PutAway {
  key: string
  name: CommandName
  args: unknown
  /** What was typed in which fields. */
  typed: [place: string, typed: Typed][]
}

/** What was typed in a field, and whose record it is for. */
export interface Typed {
  words: string
  person: PersonId | null
}

interface Waiting {
  write: Write
  /** What was typed in which fields and is in this write. */
  typed: ReadonlyMap<string, Typed>
}

function localNow(): Timestamp {
  return { millis: Date.now(), offset: -new Date().getTimezoneOffset() }
}

export class Saver {
  /** What the screen says about saving. */
  state = $state<SaveState>({ kind: 'quiet' })

  /** Counts what was typed, so that an answer on its way can be told from newer words. */
  typed = 0

  #waiting = new Map<string, Waiting>()
  #refused = new Map<string, { error: ApiError; waiting: Waiting }>()
  /** The field that is being typed in at this moment. */
  #typing: [place: string, typed: Typed] | undefined
  #firstAt: number | undefined
  #timer: ReturnType<typeof setTimeout> | undefined
  #running: Promise<void> | undefined

  /** Hears of a write that the core refused for what it says, with the words that were typed for it. */
  refused: ((key: string, typed: ReadonlyMap<string, Typed>) => void) | undefined

  /** Hears of everything that waits, each time that the disk did not take it, and of nothing once it did. */
  stuck: ((writes: PutAway[]) => Promise<void>) | undefined
  #stuck = false

  /** True while words would be lost with the page. What the record refused is a draft by then, unless that was refused too. */
  get waits(): boolean {
    return this.#waiting.size > 0 || this.#running !== undefined || [...this.#refused.keys()].some((key) => key.startsWith('draft/'))
  }

  /** True while something typed is not known to be on disk. */
  get unsaved(): boolean {
    return this.#waiting.size > 0 || this.#refused.size > 0 || this.#running !== undefined
  }

  /** Saves soon. A later change with the same key replaces one that has not been written yet. */
  later(key: string, write: Write) {
    this.typed += 1
    const typed = new Map(this.#waiting.get(key)?.typed)
    if (this.#typing) typed.set(...this.#typing)
    this.#waiting.delete(key)
    this.#refused.delete(key)
    this.#waiting.set(key, { write, typed })
    if (this.state.kind !== 'failed' || !this.state.again) this.state = { kind: 'waiting' }
    const now = Date.now()
    this.#firstAt ??= now
    const wait = Math.max(0, Math.min(QUIET_MS, this.#firstAt + LONGEST_MS - now))
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.flush(), wait)
  }

  /** Saves at once, after what is waiting; for ticks and choices. */
  now(key: string, write: Write): Promise<boolean> {
    this.later(key, write)
    return this.flush()
  }

  /** Writes everything that waits. Tells whether all of it is on disk. */
  async flush(): Promise<boolean> {
    clearTimeout(this.#timer)
    this.#firstAt = undefined
    while (this.#running) await this.#running
    // Words may come in while others are being written; a failure ends the round.
    while (this.#waiting.size > 0) {
      const running = this.#writeAll()
      this.#running = running
      try {
        await running
      } finally {
        // One that hung may be forgotten by now, and another one running.
        if (this.#running === running) this.#running = undefined
      }
      if (this.state.kind === 'failed' && this.state.again) {
        clearTimeout(this.#timer)
        this.#timer = setTimeout(() => void this.flush(), RETRY_MS)
        return false
      }
    }
    return this.state.kind !== 'failed'
  }

  /** Runs what a field tells while it is typed in, so that its words are known beside the write. Tells whether it led to one. */
  during(place: string, person: PersonId | null, words: string, tell: () => void): boolean {
    const before = this.typed
    this.#typing = [place, { words, person }]
    try {
      tell()
    } finally {
      this.#typing = undefined
    }
    return this.typed !== before
  }

  /** What was typed in a field and is not on disk yet. */
  words(place: string): string | undefined {
    for (const { typed } of this.#waiting.values()) {
      const found = typed.get(place)
      if (found) return found.words
    }
    return undefined
  }

  /** Everything typed that is not on disk yet, field by field. */
  get allWords(): string[] {
    const all = [...this.#waiting.values(), ...[...this.#refused.values()].map(({ waiting }) => waiting)]
    const typed = all.flatMap((waiting) => [...waiting.typed.values()])
    return typed.map(({ words }) => words).filter((words) => words.trim() !== '')
  }

  /** What waits to be asked of a command under a key, or under keys that begin with it. */
  asked<C extends CommandName>(name: C, begins: string): { key: string; args: Commands[C][0] }[] {
    const waiting = this.putAway().filter((each) => each.name === name && each.key.startsWith(begins))
    return waiting.map(({ key, args }) => ({ key, args: args as Commands[C][0] }))
  }

  /** Everything that waits, as data; nothing of it is sent. */
  putAway(): PutAway[] {
    const refused = [...this.#refused].map(([key, { waiting }]): [string, Waiting] => [key, waiting])
    return [...refused, ...this.#waiting].flatMap(([key, { write, typed }]) => {
      let asked: Pick<PutAway, 'name' | 'args'> | undefined
      // It never goes on from here: what it would do with an answer is done when it is really sent.
      const put = ((name, args) => {
        asked = { name, args: structuredClone(args) }
        return new Promise(() => undefined)
      }) as Send
      void write(put)
      return asked ? [{ key, ...asked, typed: [...typed] }] : []
    })
  }

  /** Whether a write with this key waits. */
  has(key: string): boolean {
    return this.#waiting.has(key)
  }

  /** Takes up what was put away, behind nothing that was typed since. */
  takeUp(writes: readonly PutAway[]) {
    for (const { key, name, args, typed } of writes) {
      if (this.#waiting.has(key)) continue
      this.typed += 1
      const write: Write = async (send) => {
        const answer: unknown = await send(name, args as Commands[CommandName][0])
        return typeof answer === 'object' && answer !== null && 'savedAt' in answer ? (answer as { savedAt: Timestamp }) : undefined
      }
      this.#waiting.set(key, { write, typed: new Map(typed) })
    }
  }

  /** Forgets everything, words and all; when the vault has locked and what waited was put away. */
  clear() {
    clearTimeout(this.#timer)
    this.#waiting.clear()
    this.#refused.clear()
    // A write that hangs must hold up nothing that comes after.
    this.#running = undefined
    this.#firstAt = undefined
    this.#stuck = false
    this.state = { kind: 'quiet' }
  }

  /**
   * Runs before every command: what was typed goes first. One that speaks of it does not run while the disk cannot take it;
   * a value that was refused stands beside its own field and keeps nobody from anything.
   */
  async before(name: CommandName): Promise<void> {
    const { apart, whole } = factsOf(name)
    if (apart) return
    await this.flush()
    if (whole && this.state.kind === 'failed' && this.state.again) throw this.state.error
  }

  async #writeAll() {
    let failure: ApiError | undefined
    let at: Timestamp | undefined
    for (const [key, waiting] of [...this.#waiting]) {
      // A newer change of the same field has come in the meantime, and will be written next.
      if (this.#waiting.get(key) !== waiting) continue
      try {
        const answer = await waiting.write(send)
        at = answer?.savedAt ?? localNow()
        if (this.#waiting.get(key) === waiting) this.#waiting.delete(key)
      } catch (thrown) {
        const error = asApiError(thrown)
        if (!isRefusal(error)) failure ??= error
        else if (this.#waiting.get(key) === waiting) {
          this.#waiting.delete(key)
          this.#refused.set(key, { error, waiting })
          this.refused?.(key, waiting.typed)
        }
      }
    }
    const stuck = failure !== undefined && this.#waiting.size > 0
    const tells = stuck || this.#stuck
    this.#stuck = stuck
    const [refused] = this.#refused.values()
    // What was put away meanwhile is nobody's failure here any more.
    if (failure && this.#waiting.size > 0) this.state = { kind: 'failed', error: failure, again: true }
    else if (refused) this.state = { kind: 'failed', error: refused.error, again: false }
    else if (this.#waiting.size > 0) this.state = { kind: 'waiting' }
    else if (at) this.state = { kind: 'saved', at }
    // Waited for, so that who asks next, by closing say, is not told of words that are on disk by now.
    if (tells) await this.stuck?.(stuck ? this.putAway() : [])
  }
}

export const saver = new Saver()
