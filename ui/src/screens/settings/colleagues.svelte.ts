//! Others who lead meetings or sign: a small list, without log-ins.

import { Form } from '../../ipc/begun.svelte'
import { call } from '../../ipc/client'
import type { Area, Colleague, Commands, PractitionerId, Role } from '../../ipc/generated/types'
import { Shown } from '../../shown.svelte'

type View = Commands['practitioners'][1]

interface Typed {
  name: string
  title: string
  role: Role
}

export class Colleagues extends Shown<View> {
  all = $state.raw<readonly Colleague[]>([])
  /** Who is being changed; `null` for somebody new, and nothing while nobody is. */
  editing = $state<PractitionerId | null | undefined>(undefined)
  form = $state<Form<Typed>>(this.#blank(null))
  nameMissing = $state(false)
  protected readonly areas: readonly Area[] = ['vault']

  protected read(): Promise<View> {
    return call('practitioners', {})
  }

  protected take({ practitioners }: View): void {
    this.all = practitioners
  }

  /** Those who can lead or sign, besides the keeper of the vault. */
  get others(): readonly Colleague[] {
    return this.all.filter((one) => !one.keeper && one.active)
  }

  get gone(): readonly Colleague[] {
    return this.all.filter((one) => !one.active)
  }

  begin(one: Colleague | null): void {
    this.editing = one?.id ?? null
    this.form = this.#blank(one)
    this.nameMissing = false
  }

  cancel(): void {
    this.form.clear()
    this.editing = undefined
  }

  async save(): Promise<void> {
    const { name, title, role } = $state.snapshot(this.form.values) as Typed
    const { editing } = this
    this.nameMissing = name.trim() === ''
    if (this.nameMissing || editing === undefined) return
    await this.run(async () => {
      await call('save_practitioner', { practitioner: editing, name, title, role, active: true })
      this.form.clear()
      this.editing = undefined
    }, 'save')
  }

  /** Says that somebody is here no more, or is again. What they led and signed stays. */
  async set({ id, name, title, role }: Colleague, active: boolean): Promise<void> {
    await this.run(() => call('save_practitioner', { practitioner: id, name, title, role, active }), id)
  }

  #blank(one: Colleague | null): Form<Typed> {
    return new Form<Typed>(`colleague/${one?.id ?? 'new'}`, null, () => ({ name: one?.name ?? '', title: one?.title ?? '', role: one?.role ?? 'clinician' }))
  }
}
