//! How far pages are that take a while to make, and stopping them.

import { call } from './ipc/client'
import type { MakingPaper } from './ipc/generated/types'

/** What is quicker than this is not told of (LOOK.md, *Nothing moves*). */
const LOOK_MS = 400

export class Making {
  now = $state.raw<MakingPaper | null>(null)

  /** Follows how far the core is while something is being made. */
  async during<T>(work: () => Promise<T>): Promise<T> {
    const timer = setInterval(() => void this.#look(), LOOK_MS)
    try {
      return await work()
    } finally {
      clearInterval(timer)
      this.now = null
      this.#over += 1
    }
  }

  async stop(): Promise<void> {
    await call('stop_paper', {}).catch(() => undefined)
  }

  #over = 0

  async #look(): Promise<void> {
    const round = this.#over
    // Whoever cannot be told how far it is still gets the pages.
    const making = await call('making_paper', {}).catch(() => null)
    if (round === this.#over) this.now = making !== null && making.of > 0 ? making : null
  }
}
