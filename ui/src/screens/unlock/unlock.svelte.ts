//! Opening the vault: passphrase, recovery code or a backup in its place.

import { app } from '../../app.svelte'
import { call } from '../../ipc/client'
import type { ApiError } from '../../ipc/generated/types'
import { Work } from '../../work.svelte'

export type Way = 'passphrase' | 'code' | 'restore'

export class Unlocking extends Work {
  way = $state<Way>('passphrase')
  passphrase = $state('')
  code = $state('')
  /** The backup that was chosen; empty until one is. */
  file = $state('')
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
  open(): Promise<boolean> {
    return this.run(async () => {
      if (this.way === 'passphrase') await app.run('unlock', { passphrase: this.passphrase })
      else if (this.way === 'code') await app.run('unlock_with_recovery_code', { code: this.code })
      else await app.run('restore', { file: this.file, passphrase: this.passphrase })
      this.take('passphrase')
    })
  }

  protected override failed(error: ApiError): void {
    super.failed(error)
    this.refused += 1
  }
}
