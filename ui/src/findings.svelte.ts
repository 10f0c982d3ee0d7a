//! What was found wrong when the vault was opened: on every screen of it, until somebody has read it and says so by name.

import { app } from './app.svelte'
import { call } from './ipc/client'
import type { Finding } from './ipc/generated/types'
import { Work } from './work.svelte'

export class Findings extends Work {
  /** Written by hand each time: a name that stands there already is pressed away unread. */
  name = $state('')
  /** Whether somebody tried without a name. */
  tried = $state(false)
  /** Whether everything was just acknowledged. */
  noted = $state(false)

  nameMissing = $derived(this.tried && this.name.trim() === '')

  /** What is to be read now. */
  get found(): Finding[] {
    return app.vault?.kind === 'open' ? app.vault.findings : []
  }

  /** Says by name that everything that stands here has been read. */
  async acknowledge(): Promise<boolean> {
    this.tried = true
    this.noted = false
    const name = this.name.trim()
    if (name === '') return false
    const read = this.found.map((finding) => finding.number)
    this.noted = await this.run(async () => {
      for (const finding of read) await call('acknowledge', { finding, name })
      this.name = ''
      this.tried = false
    })
    return this.noted
  }
}
