//! Handing over to a supporter although consent is missing. Whoever does so has read whose it is, and says it for that supporter
//! and that time; the core refuses it otherwise, before anything leaves.

import type { ApiError, SupporterId } from './ipc/generated/types'

export class Despite {
  #to = ''
  #confirmed: readonly SupporterId[] = []

  /** To whom it goes all the same. What was said of somebody else, or last time, does not count. */
  of(to: string): SupporterId[] {
    if (to !== this.#to) this.forget()
    this.#to = to
    return [...this.#confirmed]
  }

  /** Somebody has read what is missing and goes on. Tells whether that was the trouble, and it still goes to whom they read about. */
  confirm(error: ApiError | null, to: string): boolean {
    if (to !== this.#to) return false
    const supporter = error?.code === 'consentMissing' ? error.details.supporter : undefined
    if (supporter === undefined) return false
    this.#confirmed = [...this.#confirmed, supporter]
    return true
  }

  /** It has left. */
  forget(): void {
    this.#confirmed = []
  }
}
