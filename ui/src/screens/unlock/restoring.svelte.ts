//! Putting a backup in the vault's place. What would go is named first and asked about; where nothing would, it is done.

import { app } from '../../app.svelte'
import { day, dayOfMoment, m, minutesOf, number } from '../../i18n'
import { call } from '../../ipc/client'
import { errorWords, type ErrorWords } from '../../ipc/errors'
import type { ApiError, Restore, RestorePlan, Timestamp } from '../../ipc/generated/types'
import { Work } from '../../work.svelte'

export class Restoring extends Work {
  /** The backup that was chosen; empty until one is. */
  file = $state('')
  /** What is typed opens it; which of the two it is. */
  by = $state<'passphrase' | 'recoveryCode'>('passphrase')
  secret = $state('')
  /** Counts refusals, so that the same sentence is read out again. */
  refused = $state(0)
  /** Whether the backup is in place. */
  done = $state(false)
  /** What was planned, and for which backup and passphrase. */
  #planned = $state.raw<{ ask: Restore; plan: RestorePlan } | null>(null)

  /** What is to be read and confirmed before anything is done; another file or passphrase is asked about anew. */
  asked = $derived(this.#planned && JSON.stringify(this.#planned.ask) === JSON.stringify(this.#ask()) ? this.#planned.plan : null)

  async chooseFile(): Promise<void> {
    const { path } = await call('choose_file', {})
    if (path !== null) this.file = path
  }

  /** Takes the other way to open it; what was typed for the one before is forgotten. */
  take(by: 'passphrase' | 'recoveryCode'): void {
    this.by = by
    this.secret = ''
    this.error = null
  }

  #ask(): Restore {
    return { file: this.file, with: this.by === 'passphrase' ? { passphrase: this.secret } : { recoveryCode: this.secret } }
  }

  /** Asks what would go, and restores when nothing would or when that has been read. Tells whether it is done. */
  async submit(): Promise<boolean> {
    const confirmed = this.asked !== null
    this.done = false
    await this.run(async () => {
      const ask = this.#ask()
      if (!confirmed && (await this.#asks(ask))) return
      await app.run('restore', ask)
      this.file = this.secret = ''
      this.done = true
    })
    // Where the new vault is in place and something beside it is not, the page must not pretend otherwise.
    if (this.error) await app.refresh()
    return this.done
  }

  /** Leaves the vault as it is. */
  leave(): void {
    this.#planned = null
  }

  /** Tells whether there is something to ask about. */
  async #asks(ask: Restore): Promise<boolean> {
    if (app.vault?.kind === 'none') return false
    const plan = await call('plan_restore', ask)
    if (plan.compared && plan.goes === null) return false
    this.#planned = { ask, plan }
    return true
  }

  protected override failed(error: ApiError): void {
    super.failed(error)
    this.#planned = null
    this.refused += 1
  }
}

/** Says what is wrong in terms of a backup; the vault here is as it was. */
export function refusalWords(error: ApiError): ErrorWords {
  switch (error.code) {
    case 'wrongPassphrase':
      return { severity: 'attention', text: m.restore_wrong_passphrase(), next: m.restore_wrong_passphrase_next() }
    case 'wrongRecoveryCode':
      return error.details.group ? errorWords(error) : { severity: 'attention', text: m.restore_wrong_code(), next: m.restore_wrong_code_next() }
    case 'damaged':
      return { severity: 'attention', text: m.restore_damaged(), next: m.restore_damaged_next() }
    default:
      return errorWords(error)
  }
}

const moment = (at: Timestamp) => m.moment_at({ day: day(dayOfMoment(at)), time: minutesOf(at) })

/** Says what restoring would do, a sentence each, and the words of the button that does it. */
export function planWords({ madeAt, compared, goes }: RestorePlan): { lines: string[]; confirm: string } {
  const made = m.restore_made({ at: moment(madeAt) })
  if (!compared || !goes) return { lines: [made, m.restore_unknown(), m.restore_aside()], confirm: m.restore_all_the_same() }
  const saves = { count: goes.saves, shown: number(goes.saves) }
  const signed = goes.signed === 0 ? m.restore_signed_none() : m.restore_signed({ count: goes.signed, shown: number(goes.signed) })
  return { lines: [made, m.restore_goes({ ...saves, from: moment(goes.from), to: moment(goes.to) }), signed, m.restore_aside()], confirm: m.restore_without(saves) }
}
