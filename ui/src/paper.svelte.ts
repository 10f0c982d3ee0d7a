//! Printing and saving paper, the same on every screen: what runs, what came of it, what went wrong.

import { m } from './i18n'
import { asApiError, call } from './ipc/client'
import type { ApiError, MakePaper } from './ipc/generated/types'

export class Paper {
  /** Pages are being made. */
  busy = $state(false)
  /** What has happened, as a sentence; empty when nothing has. */
  done = $state('')
  error = $state.raw<ApiError | null>(null)

  /** Opens the system's print dialog with the pages. */
  print(ask: MakePaper): Promise<boolean> {
    return this.#run(async () => {
      await call('print_paper', ask)
      return m.sent_to_printer()
    })
  }

  /** Asks where, and saves the pages as PDF. */
  save(ask: MakePaper, suggestedName: string): Promise<boolean> {
    return this.#run(async () => {
      const { path } = await call('save_paper', { ...ask, suggestedName: fileName(suggestedName) })
      return path === null ? '' : m.saved_to({ path })
    })
  }

  /** Runs one of them; tells whether something left. */
  async #run(work: () => Promise<string>): Promise<boolean> {
    this.busy = true
    this.done = ''
    this.error = null
    try {
      this.done = await work()
      return this.done !== ''
    } catch (error) {
      this.error = asApiError(error)
      return false
    } finally {
      this.busy = false
    }
  }
}

/** Makes a name that every file system takes, ending in .pdf. */
export function fileName(name: string): string {
  const kept = Array.from(name.replace(/\.pdf$/i, ''), (c) => (c < ' ' || '<>:"/\\|?*'.includes(c) ? ' ' : c)).join('')
  return `${kept.replace(/\s+/g, ' ').trim().slice(0, 120) || 'Waymark'}.pdf`
}
