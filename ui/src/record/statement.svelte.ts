//! Words about recovery being written down. Each kept one is a version of its own; earlier ones stay.

import { Form } from '../ipc/begun.svelte'
import { call } from '../ipc/client'
import type { Chime, Given, PersonId } from '../ipc/generated/types'
import { Work } from '../work.svelte'

export class StatementDraft extends Work {
  /** What is being written; the same on the person's page and in a session. */
  readonly form: Form<{ words: string; given: Given; chime: Chime[]; on: string }>
  /** Whether the last words written here are on disk. */
  kept = $state(false)

  constructor(private readonly person: PersonId) {
    super()
    this.form = new Form(`statement/${person}`, person, () => ({ words: '', given: 'said', chime: [], on: '' }))
  }

  /** Takes words that stand somewhere else. */
  take(words: string): void {
    this.form.values.words = words
    this.form.touch()
  }

  /** Keeps the words exactly as they stand, and begins anew. When it fails they stay in the field. */
  keep(on: string): Promise<boolean> {
    this.kept = false
    return this.run(async () => {
      const { words, given, chime } = $state.snapshot(this.form.values)
      await call('record_statement', { person: this.person, words, given, on, chime })
      this.kept = true
      this.form.clear()
    })
  }
}
