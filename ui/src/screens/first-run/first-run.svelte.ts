//! The first minutes: three doors, a vault of one's own, and the recovery code on paper.

import { app } from '../../app.svelte'
import { asApiError, call } from '../../ipc/client'
import type { ApiError } from '../../ipc/generated/types'
import { Paper } from '../../paper.svelte'
import { NewPassphrase } from '../unlock/passphrase.svelte'

export type Step = 'doors' | 'create' | 'sample' | 'code'

/** Opens the sample vault. It guards made-up people only, so it may stand here and on the screen. */
export const SAMPLE_PASSPHRASE = 'lantern river copper morning'

/** The first run on the screen. Help now and the Handout desk may be opened while its code still has to be seen. */
let underway: FirstRun | null = null

/** Goes on with the first run that is under way, or begins one: the code must survive a look at another screen. */
export function firstRun(): FirstRun {
  if (underway?.step !== 'code') underway = new FirstRun()
  return underway
}

export class FirstRun {
  step = $state<Step>('doors')
  name = $state('')
  title = $state('')
  readonly chosen = new NewPassphrase()
  readonly paper = new Paper()
  /** The recovery code, while it is shown for the first and last time. */
  code = $state('')
  onPaper = $state(false)
  busy = $state(false)
  tried = $state(false)
  error = $state.raw<ApiError | null>(null)

  nameMissing = $derived(this.tried && this.name.trim() === '')

  go(step: Step) {
    this.step = step
    this.error = null
  }

  /** Makes the vault and goes on to the recovery code. */
  async create(): Promise<boolean> {
    this.tried = true
    const ready = await this.chosen.ready()
    if (!ready || this.name.trim() === '') return false
    const made = await this.#make({ passphrase: this.chosen.first, practitioner: { name: this.name.trim(), title: this.title.trim() }, sample: false })
    if (made === null) return false
    this.chosen.clear()
    this.code = made
    this.step = 'code'
    return true
  }

  /** Makes the sample vault; its recovery code is not worth keeping. */
  async lookAround(practitioner: { name: string; title: string }): Promise<boolean> {
    const made = await this.#make({ passphrase: SAMPLE_PASSPHRASE, practitioner, sample: true })
    if (made === null) return false
    this.finish()
    return true
  }

  async #make(ask: { passphrase: string; practitioner: { name: string; title: string }; sample: boolean }): Promise<string | null> {
    if (this.busy) return null
    this.busy = true
    this.error = null
    // The vault is open from here on; this keeps the page up until the code is on paper.
    app.firstRun = true
    try {
      const { recoveryCode, state } = await call('create_vault', ask)
      app.take(state)
      return recoveryCode
    } catch (error) {
      app.firstRun = false
      this.error = asApiError(error)
      return null
    } finally {
      this.busy = false
    }
  }

  printSheet() {
    return this.paper.print(this.#sheet())
  }

  saveSheet(name: string) {
    return this.paper.save(this.#sheet(), name)
  }

  #sheet() {
    return { paper: { kind: 'recoverySheet' as const, code: this.code }, size: 'normal' as const, format: null }
  }

  /** Leaves for Today; the code is forgotten. */
  finish() {
    this.code = ''
    underway = null
    app.firstRun = false
    app.go({ screen: 'today' })
  }
}
