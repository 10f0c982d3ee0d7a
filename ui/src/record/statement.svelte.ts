//! Words about recovery being written down. Each kept one is a version of its own; earlier ones stay.

import { call } from '../ipc/client'
import type { Chime, Given, PersonId } from '../ipc/generated/types'
import { Work } from '../work.svelte'

export class StatementDraft extends Work {
  words = $state('')
  given = $state<Given>('said')
  chime = $state<Chime[]>([])
  /** Whether the last words written here are on disk. */
  kept = $state(false)

  /** Keeps the words exactly as they stand, and begins anew. When it fails they stay in the field. */
  keep(person: PersonId, on: string): Promise<boolean> {
    this.kept = false
    return this.run(async () => {
      const { words, given } = this
      await call('record_statement', { person, words, given, on, chime: $state.snapshot(this.chime) })
      this.kept = true
      this.words = ''
      this.given = 'said'
      this.chime = []
    })
  }
}
