//! Opening the vault: by passphrase or recovery code, or with a backup in its place.

import { app } from '../../app.svelte'
import type { ApiError } from '../../ipc/generated/types'
import { Work } from '../../work.svelte'

export type Way = 'passphrase' | 'code' | 'restore'

export class Unlocking extends Work {
  way = $state<Way>('passphrase')
  passphrase = $state('')
  code = $state('')
  /** Counts refusals, so that the same sentence is read out again. */
  refused = $state(0)

  /** Takes another way; what was typed for the one before is forgotten. */
  take(way: Way) {
    this.way = way
    this.passphrase = this.code = ''
    this.error = null
  }

  /** Tries to open; tells whether it did. The secret is forgotten when it worked and kept to be corrected when not. */
  open(): Promise<boolean> {
    return this.run(async () => {
      if (this.way === 'code') await app.run('unlock_with_recovery_code', { code: this.code })
      else await app.run('unlock', { passphrase: this.passphrase })
      this.take('passphrase')
    })
  }

  protected override failed(error: ApiError): void {
    super.failed(error)
    this.refused += 1
  }
}
