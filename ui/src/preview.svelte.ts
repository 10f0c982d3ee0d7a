//! The real pages of some paper, made again when what is asked for changes. Only the newest answer is shown.

import { asApiError, call } from './ipc/client'
import type { ApiError, MakePaper, PreviewPage } from './ipc/generated/types'

/** How long typing must rest before the pages are made again. */
const REST_MS = 700

export class PagePreview {
  pages = $state.raw<PreviewPage[]>([])
  /** How many pages there are in all; of a long job, only the first are shown. */
  count = $state(0)
  /** Pages are being made; the ones before stay until they are. */
  busy = $state(false)
  error = $state.raw<ApiError | null>(null)

  #round = 0
  #timer: ReturnType<typeof setTimeout> | undefined

  /** Makes the pages now; `null` clears the desk. */
  async show(ask: MakePaper | null): Promise<void> {
    clearTimeout(this.#timer)
    this.#round += 1
    const round = this.#round
    this.error = null
    if (ask === null) {
      this.pages = []
      this.count = 0
      this.busy = false
      return
    }
    this.busy = true
    try {
      const { pages, count } = await call('preview', ask)
      if (round !== this.#round) return
      this.pages = pages
      this.count = count
    } catch (error) {
      if (round === this.#round) this.error = asApiError(error)
    } finally {
      if (round === this.#round) this.busy = false
    }
  }

  /** Makes the pages once nothing has been asked for a moment. */
  soon(ask: MakePaper): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.show(ask), REST_MS)
  }

  /** Stops waiting; when the screen is left. */
  stop(): void {
    clearTimeout(this.#timer)
    this.#round += 1
  }
}
