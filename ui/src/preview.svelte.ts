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
  #wanted: MakePaper | null = null
  #making: Promise<void> | undefined
  #timer: ReturnType<typeof setTimeout> | undefined

  /** Makes the pages now; `null` clears the desk. While some are being made, only the newest that was asked for waits. */
  show(ask: MakePaper | null): Promise<void> {
    clearTimeout(this.#timer)
    this.#round += 1
    this.#wanted = ask
    this.error = null
    if (ask === null) {
      this.pages = []
      this.count = 0
      this.busy = false
      return Promise.resolve()
    }
    this.busy = true
    this.#making ??= this.#make()
    return this.#making
  }

  async #make(): Promise<void> {
    while (this.#wanted !== null) {
      const round = this.#round
      const isNewest = () => round === this.#round
      try {
        const { pages, count } = await call('preview', this.#wanted)
        if (isNewest()) [this.pages, this.count] = [pages, count]
      } catch (error) {
        if (isNewest()) this.error = asApiError(error)
      }
      if (isNewest()) break
    }
    this.#making = undefined
    this.busy = false
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
    this.#wanted = null
  }
}
