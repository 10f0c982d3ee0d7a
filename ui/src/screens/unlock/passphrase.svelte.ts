//! A new passphrase being chosen: twice the same, and judged honestly by the core while it is typed.

import { m } from '../../i18n'
import { call } from '../../ipc/client'
import type { PassphraseStrength } from '../../ipc/generated/types'

const QUIET_MS = 250

export class NewPassphrase {
  first = $state('')
  again = $state('')
  strength = $state.raw<PassphraseStrength | null>(null)
  /** Set when somebody tried to go on; only then is a difference called an error. */
  tried = $state(false)

  #timer: ReturnType<typeof setTimeout> | undefined

  /** What is wrong with the first field, once somebody tried to go on. */
  firstError = $derived(this.tried && !this.strength?.accepted ? m.passphrase_too_weak() : '')
  /** What is wrong with the second. */
  againError = $derived(this.tried && this.first !== this.again ? m.passphrase_differ() : '')

  /** Judges again once the typing pauses. */
  typed() {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.judge(), QUIET_MS)
  }

  async judge() {
    clearTimeout(this.#timer)
    const judged = this.first
    const strength = judged === '' ? null : await call('passphrase_strength', { passphrase: judged })
    if (judged === this.first) this.strength = strength
  }

  /** Tells whether it can be used; marks what is wrong when it cannot. */
  async ready(): Promise<boolean> {
    this.tried = true
    await this.judge()
    return (this.strength?.accepted ?? false) && this.first === this.again
  }

  /** Forgets it. */
  clear() {
    clearTimeout(this.#timer)
    this.first = this.again = ''
    this.strength = null
    this.tried = false
  }
}

/** Says how good a passphrase is, without flattery. */
export function strengthWords(strength: PassphraseStrength): string {
  if (strength.length < 12) return m.strength_short({ count: 12 - strength.length })
  const words = [m.strength_0, m.strength_1, m.strength_2, m.strength_3, m.strength_4]
  return (words[strength.score] ?? m.strength_0)()
}
