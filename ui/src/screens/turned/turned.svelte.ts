//! The turned screen: one page in regions, the answers given on it, and the way back.

import { sections } from '../../components/document/sections'
import type { Place } from '../../components/place'
import { recorded } from '../../ipc/begun.svelte'
import { call } from '../../ipc/client'
import type { AnswerKey, AnswerValue, Lang, TurnedView } from '../../ipc/generated/types'
import { answerPlace, saveAnswer } from '../../record/answers'
import { Work } from '../../work.svelte'

export class TurnedScreen extends Work {
  view = $state.raw<TurnedView | null>(null)
  /** The language of the page; stays when the page is dropped. */
  language = $state<Lang>('en')
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

  load(): Promise<boolean> {
    return this.attempt(async () => {
      this.view = await call('turned_page', {})
      this.language = this.view.language
      this.at = Math.min(this.at, this.regions - 1)
    })
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

  /** Where the words of a field are kept. */
  readonly place = (key: AnswerKey): Place => recorded(answerPlace(null, key), null)

  /** Saves an answer; the page keeps what is on it. */
  readonly answer = (key: AnswerKey, value: AnswerValue | null): void => {
    saveAnswer(null, key, value, (send) => send('turned_answer', { key, value }))
  }
}
