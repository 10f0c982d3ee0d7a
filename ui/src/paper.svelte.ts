//! Printing and saving paper, the same on every screen: what runs, what came of it, what went wrong.

import { m } from './i18n'
import { call } from './ipc/client'
import type { MakePaper } from './ipc/generated/types'
import { Work } from './work.svelte'

export class Paper extends Work {
  /** What has happened, as a sentence; empty when nothing has. */
  done = $state('')

  /** Opens the system's print dialog with the pages. Tells whether it did. */
  print(ask: MakePaper): Promise<boolean> {
    return this.#make(ask, async () => {
      await call('print_paper', ask)
      return m.sent_to_printer()
    })
  }

  /** Asks where, and saves the pages as PDF. Tells whether it did. */
  save(ask: MakePaper, suggestedName: string): Promise<boolean> {
    return this.#make(ask, async () => {
      const { path } = await call('save_paper', { ...ask, suggestedName: fileName(suggestedName) })
      return path === null ? '' : m.saved_to({ path })
    })
  }

  async #make(ask: MakePaper, work: () => Promise<string>): Promise<boolean> {
    this.done = ''
    const made = await this.run(async () => (this.done = await work()), JSON.stringify(ask))
    return made && this.done !== ''
  }
}

/** Makes a name that every file system takes, ending in .pdf. */
export function fileName(name: string): string {
  const kept = Array.from(name.replace(/\.pdf$/i, ''), (c) => (c < ' ' || '<>:"/\\|?*'.includes(c) ? ' ' : c)).join('')
  return `${kept.replace(/\s+/g, ' ').trim().slice(0, 120) || 'Waymark'}.pdf`
}
