//! A screen that follows the record. It says once which parts it shows, whose they are and how they are asked for; it is
//! asked for when it opens, and again when a change touches them.
//!
//! What was typed on the screen is on it already, so a keystroke never brings it back. An answer that is older than what
//! was typed meanwhile is asked for again and not shown; with words that could not be written, it waits for them.

import { asApiError } from './ipc/client'
import { hear, type Manner } from './ipc/changes'
import type { ApiError, Area, Change, PersonId, Touched } from './ipc/generated/types'
import { saver } from './ipc/saver.svelte'
import { Work } from './work.svelte'

export abstract class Shown<View> extends Work {
  /** Which parts of the record it shows. */
  protected abstract readonly areas: readonly Area[]
  /** Asks the core for what it shows. */
  protected abstract read(): Promise<View>
  /** Shows it. */
  protected abstract take(view: View): void

  #shows = false
  #left = false
  /** Asked for before everything typed was on disk. */
  #behind = false
  /** Something was touched since it was asked for last. */
  #due = false
  #loading: Promise<void> | undefined
  /** Why it could not be asked for. */
  #lost: ApiError | null = null

  /** Whose record it shows; `null` for everybody's. */
  protected whose(): PersonId | null {
    return null
  }

  /** Loads it, and again whenever it is touched, until what this returns is called; for `onMount`. */
  follow(): () => void {
    this.#left = false
    const stop = hear((change, manner) => this.#hear(change, manner))
    void this.load()
    return () => {
      this.#left = true
      stop()
    }
  }

  /** Loads it now; returns once it shows what is on disk. */
  load(): Promise<void> {
    this.#due = true
    this.#loading ??= this.#loadAll()
    return this.#loading
  }

  #hear(change: Change | null, manner: Manner): Promise<void> | undefined {
    const wanted = manner === 'typed' ? this.#behind : change === null || this.#touches(change.touched)
    return wanted ? this.load() : undefined
  }

  #touches({ person, areas }: Touched): boolean {
    const whose = this.whose()
    const theirs = whose === null || person === null || person === whose
    return theirs && areas.some((area) => this.areas.includes(area))
  }

  async #loadAll(): Promise<void> {
    while (this.#due) {
      this.#due = false
      try {
        await this.#loadOnce()
        // What an action has said stays until the next one.
        if (this.error === this.#lost) this.error = null
        this.#lost = null
      } catch (thrown) {
        this.#lost = asApiError(thrown)
        if (!this.#left) this.failed(this.#lost)
      }
    }
    // At once with the end of the loop: what is due from here on begins anew.
    this.#loading = undefined
  }

  async #loadOnce(): Promise<void> {
    const whole = await saver.flush()
    const typed = saver.typed
    const view = await this.read()
    if (this.#left) return
    this.#behind = !whole
    if (saver.typed !== typed) this.#due = true
    // A first look is better than none, even with words missing; they are on no screen then.
    else if (!this.#due && (whole || !this.#shows)) {
      this.#shows = true
      this.take(view)
    }
  }
}
