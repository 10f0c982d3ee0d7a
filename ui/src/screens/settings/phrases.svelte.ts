//! The practitioner's own phrases for notes: kept, changed and taken out one by one.

import { Form, recorded } from '../../ipc/begun.svelte'
import { call } from '../../ipc/client'
import type { Place } from '../../components/place'
import type { Area, Commands, Snippet, SnippetId } from '../../ipc/generated/types'
import { saver } from '../../ipc/saver.svelte'
import { Shown } from '../../shown.svelte'

type View = Commands['snippets'][1]

export class PhraseList extends Shown<View> {
  phrases = $state<Snippet[]>([])
  readonly fresh = new Form<{ words: string }>('snippet', null, () => ({ words: '' }))

  protected readonly areas: readonly Area[] = ['vault']

  protected read(): Promise<View> {
    return call('snippets', {})
  }

  protected take({ snippets }: View): void {
    this.phrases = structuredClone(snippets)
  }

  /** Where the words of a phrase are kept. */
  place(id: SnippetId): Place {
    return recorded(`snippet/${id}`, null)
  }

  /** Changes a phrase as it is typed. Emptied, it stays until it is taken out, so that nobody loses one by clearing a field. */
  write(id: SnippetId, words: string): void {
    const phrase = this.phrases.find((each) => each.id === id)
    if (!phrase) return
    phrase.words = words
    if (words.trim() !== '') saver.later(`snippet/${id}`, (send) => send('save_snippet', { snippet: id, words }))
  }

  async keep(): Promise<void> {
    const { words } = this.fresh.values
    if (words.trim() === '') return
    await this.run(async () => {
      await call('save_snippet', { snippet: null, words: words.trim() })
      this.fresh.clear()
    })
  }

  async takeOut(id: SnippetId): Promise<void> {
    await this.run(() => call('save_snippet', { snippet: id, words: '' }), id)
  }
}
