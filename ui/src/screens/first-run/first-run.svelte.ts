//! The first minutes: three doors, a vault of one's own, and the recovery code on paper; later a new code, shown the same way.

import { app } from '../../app.svelte'
import { call } from '../../ipc/client'
import type { ApiError, CreateVault, NewKeyMade, OldBackup, Practitioner } from '../../ipc/generated/types'
import { Paper } from '../../paper.svelte'
import { Work } from '../../work.svelte'
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

/** Shows the code of a new data key as the first run shows the first one: it stays up until the code is on paper. */
export function showNewCode({ recoveryCode, oldBackups }: NewKeyMade): void {
  underway = new FirstRun()
  underway.code = recoveryCode
  underway.renewed = oldBackups
  underway.step = 'code'
  app.firstRun = true
}

export class FirstRun extends Work {
  step = $state<Step>('doors')
  name = $state('')
  title = $state('')
  readonly chosen = new NewPassphrase()
  readonly paper = new Paper()
  /** The recovery code, while it is shown for the first and last time. */
  code = $state('')
  /** For the code of a new data key: the backups that the code before still opens. `null` for the first code. */
  renewed = $state.raw<OldBackup[] | null>(null)
  onPaper = $state(false)
  tried = $state(false)

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
    const ask = { passphrase: this.chosen.first, practitioner: { name: this.name.trim(), title: this.title.trim() }, sample: false }
    return this.#make(ask, (code) => {
      this.chosen.clear()
      this.code = code
      this.step = 'code'
    })
  }

  /** Makes the sample vault; its recovery code is not worth keeping. */
  lookAround(practitioner: Practitioner): Promise<boolean> {
    return this.#make({ passphrase: SAMPLE_PASSPHRASE, practitioner, sample: true }, () => this.finish())
  }

  #make(ask: CreateVault, then: (code: string) => void): Promise<boolean> {
    return this.run(async () => {
      // The vault is open from here on; this keeps the page up until the code is on paper.
      app.firstRun = true
      const { recoveryCode, state } = await call('create_vault', ask)
      await app.opened(state)
      app.take(state)
      then(recoveryCode)
    })
  }

  protected override failed(error: ApiError): void {
    app.firstRun = false
    super.failed(error)
  }

  printSheet() {
    return this.paper.printCode(this.code)
  }

  saveSheet(name: string) {
    return this.paper.saveCode(this.code, name)
  }

  /** Leaves for Today, or for Settings where a new code came from; the code is forgotten. */
  finish() {
    this.code = ''
    underway = null
    app.firstRun = false
    app.go({ screen: this.renewed ? 'settings' : 'today' })
    // The vault has locked meanwhile, and this page stayed for the code alone.
    if (!app.open) void call('begin_anew', {}).catch(() => undefined)
  }
}
