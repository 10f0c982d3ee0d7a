//! A recovery statement being written down. Each one kept is a new version; earlier ones stay.

import { asApiError, call } from '../../ipc/client'
import { errorWords, type ErrorWords } from '../../ipc/errors'
import type { Chime, Given } from '../../ipc/generated/types'
import type { SessionScreen } from './session.svelte'

export class StatementDraft {
  words = $state('')
  given = $state<Given>('said')
  chime = $state<Chime[]>([])
  busy = $state(false)
  /** Whether the last words written here are on disk as a version. */
  kept = $state(false)
  failure = $state.raw<ErrorWords | null>(null)

  /** Keeps the words exactly as they stand. When it fails they stay in the field. */
  async keep(session: SessionScreen): Promise<void> {
    this.busy = true
    this.failure = null
    this.kept = false
    try {
      await call('record_statement', {
        person: session.view.person.id,
        words: this.words,
        given: this.given,
        on: session.record.on,
        chime: $state.snapshot(this.chime),
      })
      await session.reload()
      this.kept = true
      this.words = ''
      this.chime = []
    } catch (error) {
      this.failure = errorWords(asApiError(error))
    } finally {
      this.busy = false
    }
  }
}
