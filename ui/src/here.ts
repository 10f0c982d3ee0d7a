//! Where one is: the screen, and what lies open on it, by ids and without a word of anybody's. Unlocking leads back to it:
//! after a lock always, after a crash or a restart on the same day. What was typed there is kept by its own fields.

import { drafts } from './ipc/begun.svelte'
import { call } from './ipc/client'

/** Kept in the vault like words that were begun. */
const PLACE = 'here'

/** What lies open is told at every step; it is kept once that rests. */
const REST_MS = 300

interface Kept {
  /** The address of the screen. */
  at: string
  /** The day somebody was there. */
  on: string
  /** What lies open on it, as the screen says it; `null` for the screen alone. */
  lies: unknown
  /** How far down the screen stands. */
  down: number
}

/** What a screen comes back to. */
export interface Back<Lies> {
  lies: Lies | null
  /** For how many seconds the vault was locked meanwhile; 0 after a restart, when nobody can tell. */
  away: number
}

class Here {
  #now: Kept | null = null
  /** What is to be taken up by the screen that is there. */
  #back: Back<unknown> | null = null
  #timer: ReturnType<typeof setTimeout> | undefined
  /** Whether the place is not on disk yet: it rests in memory, or a full disk refused it. */
  #unkept = false

  /** Another screen is shown. */
  moved(at: string, on: string): void {
    if (this.#now?.at === at) return
    this.#back = null
    this.#now = { at, on, lies: null, down: 0 }
    this.#keep()
  }

  /** Leads to a screen with something open on it. */
  lead(at: string, on: string, lies: unknown): void {
    this.#now = { at, on, lies, down: 0 }
    this.#back = { lies, away: 0 }
    this.#keep()
    location.hash = at
  }

  /** A screen says what lies open on it. */
  lies(lies: unknown): void {
    if (!this.#now || JSON.stringify(this.#now.lies) === JSON.stringify(lies)) return
    this.#now.lies = lies
    this.#keep()
  }

  /** The screen was moved up or down. */
  stands(down: number): void {
    if (!this.#now || this.#now.down === down) return
    this.#now.down = down
    this.#keep()
  }

  /** How far down the screen stood that is come back to. */
  get down(): number {
    return this.#back ? (this.#now?.down ?? 0) : 0
  }

  /** The vault is being locked, or the window closed: a place that is not on disk is kept now. */
  async left(): Promise<void> {
    if (this.#unkept) await this.#write()
  }

  /** The vault is open, and what was begun is known. Tells where one was; nothing when that was on another day. */
  found(today: string, away: number): string | null {
    const kept = this.#now ?? (drafts.read(PLACE) as Partial<Kept> | null | undefined)
    if (!isKept(kept) || (away === 0 && kept.on !== today)) return null
    this.#now = { ...kept, on: today }
    this.#back = { lies: kept.lies, away }
    return kept.at
  }

  /** What lay open on the screen that was come back to; given once. */
  takeUp<Lies>(): Back<Lies> | null {
    const back = this.#back as Back<Lies> | null
    this.#back = null
    return back
  }

  /** Another vault is in the place of this one. */
  forget(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    this.#unkept = false
    this.#now = this.#back = null
  }

  #keep(): void {
    this.#unkept = true
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.#write(), REST_MS)
  }

  /** Not through the saver: a full disk must not say “not saved” of somebody who only looks around. */
  async #write(): Promise<void> {
    clearTimeout(this.#timer)
    this.#timer = undefined
    const now = this.#now
    const words = JSON.stringify(now)
    await call('keep_draft', { place: PLACE, person: null, words }).then(
      // Unless one went on meanwhile.
      () => (this.#unkept &&= this.#now !== now || JSON.stringify(now) !== words),
      () => undefined,
    )
  }
}

/** Whether this page wrote it, and not an older or newer one. */
function isKept(kept: Partial<Kept> | null | undefined): kept is Kept {
  return typeof kept?.at === 'string' && typeof kept.on === 'string' && typeof kept.down === 'number' && kept.lies !== undefined
}

export const here = new Here()
