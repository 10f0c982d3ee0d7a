//! The log of supervision and training.

import { i18n } from '../../i18n'
import { Form } from '../../ipc/begun.svelte'
import { call } from '../../ipc/client'
import type { Area, Supervision, SupervisionId, SupervisionKind, SupervisionLog } from '../../ipc/generated/types'
import { Paper } from '../../paper.svelte'
import { Shown } from '../../shown.svelte'

interface Entered {
  /** Which is being changed; `null` for a new one. */
  id: SupervisionId | null
  on: string | null
  kind: SupervisionKind | null
  minutes: string
  met: string
  who: string
  practised: string
  words: string
}

const blank = (): Entered => ({ id: null, on: null, kind: null, minutes: '', met: '', who: '', practised: '', words: '' })

/** Reads a whole number; `null` for an empty field, `undefined` for what is none. */
export function wholeOf(text: string): number | null | undefined {
  const bare = text.trim()
  if (bare === '') return null
  return /^\d{1,4}$/.test(bare) ? Number(bare) : undefined
}

export class SupervisionDesk extends Shown<SupervisionLog> {
  view = $state.raw<SupervisionLog | null>(null)
  readonly paper = new Paper()
  readonly form = new Form<Entered>('supervision/new', null, blank)
  protected readonly areas: readonly Area[] = ['supervision']

  protected read(): Promise<SupervisionLog> {
    return call('supervision_log', {})
  }

  protected take(view: SupervisionLog): void {
    this.view = view
  }

  /** Whether it says enough: a day and what it was. A number that is none waits in its field. */
  get canSave(): boolean {
    const { on, kind, minutes, met } = this.form.values
    return on !== null && kind !== null && wholeOf(minutes) !== undefined && wholeOf(met) !== undefined
  }

  async save(): Promise<void> {
    const { id, on, kind, minutes, met, who, practised, words } = $state.snapshot(this.form.values)
    if (on === null || kind === null || !this.canSave) return
    const some = (text: string) => wholeOf(text) || null
    await this.run(async () => {
      await call('save_supervision', { supervision: id, details: { on, kind, minutes: some(minutes), met: some(met), who, practised, words } })
      this.form.clear()
    }, 'save')
  }

  /** Takes a meeting into the form. */
  change({ id, on, kind, minutes, met, who, practised, words }: Supervision): void {
    const text = (value: number | null) => (value === null ? '' : String(value))
    this.form.values = { id, on, kind, minutes: text(minutes), met: text(met), who, practised, words }
    this.form.touch()
  }

  async remove({ id }: Supervision): Promise<void> {
    await this.run(() => call('remove_supervision', { supervision: id }), id)
  }

  async print(how: 'print' | 'save', name: string): Promise<void> {
    const pages = { paper: { kind: 'supervisionLog' as const, language: i18n.lang }, size: 'normal' as const, format: null }
    await (how === 'print' ? this.paper.print(pages) : this.paper.save(pages, name))
  }
}
