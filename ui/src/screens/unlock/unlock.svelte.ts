//! Opening the vault: passphrase, recovery code or a backup in its place.

import { app } from '../../app.svelte'
import { asApiError, call } from '../../ipc/client'
import type { ApiError } from '../../ipc/generated/types'

export type Way = 'passphrase' | 'code' | 'restore'

export class Unlocking {
  way = $state<Way>('passphrase')
  passphrase = $state('')
  code = $state('')
  /** The backup that was chosen; empty until one is. */
  file = $state('')
  busy = $state(false)
  error = $state.raw<ApiError | null>(null)
  /** Counts refusals, so that the same sentence is read out again. */
  refused = $state(0)

  /** Takes another way; what was typed for the one before is forgotten. */
  take(way: Way) {
    this.way = way
    this.passphrase = this.code = this.file = ''
    this.error = null
  }

  async chooseFile() {
    const { path } = await call('choose_backup', {})
    if (path !== null) this.file = path
  }

  /** Tries to open; tells whether it did. The secret is forgotten when it worked and kept to be corrected when not. */
  async open(): Promise<boolean> {
    if (this.busy) return false
    this.busy = true
    this.error = null
    try {
      if (this.way === 'passphrase') await app.run('unlock', { passphrase: this.passphrase })
      else if (this.way === 'code') await app.run('unlock_with_recovery_code', { code: this.code })
      else {
        await app.run('restore', { file: this.file, passphrase: this.passphrase })
        app.revision += 1
      }
      this.take('passphrase')
      return true
    } catch (error) {
      this.error = asApiError(error)
      this.refused += 1
      return false
    } finally {
      this.busy = false
    }
  }
}
