//! The frame round a call, the same on every screen: what is being done, and what went wrong with it.

import { asApiError } from './ipc/client'
import type { ApiError } from './ipc/generated/types'

export class Work {
  error = $state.raw<ApiError | null>(null)
  #doing = $state.raw<readonly string[]>([])

  /** Whether anything is being done. */
  get busy(): boolean {
    return this.#doing.length > 0
  }

  /** Whether this one of several things is, where only its own button waits. */
  doing(what: string): boolean {
    return this.#doing.includes(what)
  }

  /** Does a thing, unless that very thing is being done already. Tells whether it was done. */
  async run(work: () => Promise<unknown>, what = 'it'): Promise<boolean> {
    if (this.doing(what)) return false
    this.#doing = [...this.#doing, what]
    const done = await this.attempt(work)
    this.#doing = this.#doing.filter((each) => each !== what)
    return done
  }

  /** Does a thing that no button waits for. Tells whether it was done. */
  async attempt(work: () => Promise<unknown>): Promise<boolean> {
    this.error = null
    try {
      await work()
      return true
    } catch (thrown) {
      this.failed(asApiError(thrown))
      return false
    }
  }

  /** Says what went wrong. */
  protected failed(error: ApiError): void {
    this.error = error
  }
}
