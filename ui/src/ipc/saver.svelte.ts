//! Typing goes to disk in small steps, through one place that can say so.
//!
//! A change waits at most 400 ms after the last keystroke and 900 ms after the first one. Writes run one after the other,
//! the newest for each key only. A write that fails stays waiting, with its words, until it succeeds or the vault locks.
//! One that the core refuses for what it says is put aside until its own field changes: asking again does no good, and
//! nothing else waits for it.

import type { ApiError, Timestamp } from './generated/types'
import { asApiError, factsOf, send, type CommandName, type Send } from './client'
import { isRefusal } from './refusals'

const QUIET_MS = 400
const LONGEST_MS = 900
/** After a failure, such as a full disk, it is tried again by itself. */
const RETRY_MS = 5000

/** Writes one change; returns when it was on disk, or nothing when the answer does not say. */
export type Write = (send: Send) => Promise<{ savedAt: Timestamp } | undefined>

export type SaveState =
  | { kind: 'quiet' }
  | { kind: 'waiting' }
  | { kind: 'saved'; at: Timestamp }
  /** `again` when trying again may help; not when the core refused what was typed. */
  | { kind: 'failed'; error: ApiError; again: boolean }

function localNow(): Timestamp {
  return { millis: Date.now(), offset: -new Date().getTimezoneOffset() }
}

export class Saver {
  /** What the screen says about saving. */
  state = $state<SaveState>({ kind: 'quiet' })

  /** Counts what was typed, so that an answer on its way can be told from newer words. */
  typed = 0

  #waiting = new Map<string, Write>()
  #refused = new Map<string, ApiError>()
  #firstAt: number | undefined
  #timer: ReturnType<typeof setTimeout> | undefined
  #running: Promise<void> | undefined

  /** True while something typed is not known to be on disk. */
  get unsaved(): boolean {
    return this.#waiting.size > 0 || this.#refused.size > 0 || this.#running !== undefined
  }

  /** Saves soon. A later change with the same key replaces one that has not been written yet. */
  later(key: string, write: Write) {
    this.typed += 1
    this.#waiting.delete(key)
    this.#refused.delete(key)
    this.#waiting.set(key, write)
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
      this.#running = this.#writeAll()
      try {
        await this.#running
      } finally {
        this.#running = undefined
      }
      if (this.state.kind === 'failed' && this.state.again) {
        clearTimeout(this.#timer)
        this.#timer = setTimeout(() => void this.flush(), RETRY_MS)
        return false
      }
    }
    return this.state.kind !== 'failed'
  }

  /** Forgets everything, words and all; when the vault locks. */
  clear() {
    clearTimeout(this.#timer)
    this.#waiting.clear()
    this.#refused.clear()
    this.#firstAt = undefined
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
    for (const [key, write] of [...this.#waiting]) {
      // A newer change of the same field has come in the meantime, and will be written next.
      if (this.#waiting.get(key) !== write) continue
      try {
        const answer = await write(send)
        at = answer?.savedAt ?? localNow()
        if (this.#waiting.get(key) === write) this.#waiting.delete(key)
      } catch (thrown) {
        const error = asApiError(thrown)
        if (!isRefusal(error)) failure ??= error
        else if (this.#waiting.get(key) === write) {
          this.#waiting.delete(key)
          this.#refused.set(key, error)
        }
      }
    }
    const [refused] = this.#refused.values()
    if (failure) this.state = { kind: 'failed', error: failure, again: true }
    else if (refused) this.state = { kind: 'failed', error: refused, again: false }
    else if (this.#waiting.size > 0) this.state = { kind: 'waiting' }
    else if (at) this.state = { kind: 'saved', at }
  }
}

export const saver = new Saver()
