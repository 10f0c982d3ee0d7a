//! The turned screen: one page in regions, the answers given on it, and the way back.

import { asApiError, call, type Send } from '../../ipc/client'
import { errorWords, type ErrorWords } from '../../ipc/errors'
import type { AnswerKey, AnswerValue, Lang, TurnedView } from '../../ipc/generated/types'
import { saver } from '../../ipc/saver.svelte'
import { sections } from '../../components/document/sections'

export class TurnedScreen {
  view = $state.raw<TurnedView | null>(null)
  /** The language of the page; stays when the page is dropped. */
  language = $state<Lang>('en')
  failure = $state.raw<ErrorWords | null>(null)
  /** Which region of the page is shown, from 0. */
  at = $state(0)

  get regions(): number {
    return Math.max(1, this.view ? sections(this.view.document.blocks).length : 1)
  }
  get first(): boolean {
    return this.at === 0
  }
  get last(): boolean {
    return this.at >= this.regions - 1
  }

  async load(): Promise<void> {
    this.failure = null
    try {
      this.view = await call('turned_page', {})
      this.language = this.view.language
      this.at = Math.min(this.at, this.regions - 1)
    } catch (error) {
      this.failure = errorWords(asApiError(error))
    }
  }

  /** Drops the page and everything on it. */
  forget(): void {
    this.view = null
    this.at = 0
  }

  goOn(): void {
    if (!this.last) this.at += 1
  }

  goBack(): void {
    if (!this.first) this.at -= 1
  }

  readonly answer = (key: AnswerKey, value: AnswerValue | null): void => {
    const write = async (send: Send) => {
      // The page keeps what is on it; the view that comes back would only repeat it.
      await send('turned_answer', { key, value })
      return undefined
    }
    const place = `turned/${key.block}/${key.field}/${key.row}`
    if (value?.kind === 'text' || value === null) saver.later(place, write)
    else void saver.now(place, write)
  }
}
