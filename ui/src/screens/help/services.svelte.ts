//! Services nearby, in the order they are printed. Entered by the people here, each with the day somebody checked it.

import { app } from '../../app.svelte'
import { asApiError, call } from '../../ipc/client'
import type { ApiError, Service } from '../../ipc/generated/types'

export type ServiceRow = Service & { key: number }

export class Services {
  list = $state.raw<Service[] | null>(null)
  /** The rows being edited; `null` while they are only shown. */
  rows = $state<ServiceRow[] | null>(null)
  error = $state.raw<ApiError | null>(null)
  busy = $state(false)
  #key = 0

  async load(): Promise<void> {
    try {
      this.list = (await call('help_now', {})).services
      this.error = null
    } catch (error) {
      this.error = asApiError(error)
    }
  }

  edit(): void {
    this.rows = (this.list ?? []).map((service) => this.#row(service))
    if (this.rows.length === 0) this.add()
  }

  add(): void {
    this.rows?.push(this.#row({ name: '', phone: '', hours: '', whatFor: '', checkedOn: null }))
  }

  remove(key: number): void {
    if (this.rows) this.rows = this.rows.filter((row) => row.key !== key)
  }

  /** Moves a service earlier (-1) or later (1). */
  move(key: number, by: -1 | 1): void {
    if (!this.rows) return
    const from = this.rows.findIndex((row) => row.key === key)
    const to = from + by
    const moved = this.rows[from]
    if (!moved || to < 0 || to >= this.rows.length) return
    const rest = this.rows.filter((row) => row.key !== key)
    this.rows = [...rest.slice(0, to), moved, ...rest.slice(to)]
  }

  cancel(): void {
    this.rows = null
  }

  /** Keeps the rows that say anything. Like the crisis numbers, what somebody has just typed counts as checked; the rest keeps its day. */
  async save(): Promise<boolean> {
    const known = this.list ?? []
    const services = (this.rows ?? [])
      .map(({ name, phone, hours, whatFor, checkedOn }): Service => ({ name: name.trim(), phone: phone.trim(), hours: hours.trim(), whatFor: whatFor.trim(), checkedOn }))
      .filter((row) => row.name + row.phone + row.hours + row.whatFor !== '')
      .map((row) => (known.some((each) => same(each, row)) ? row : { ...row, checkedOn: app.today }))
    const saved = await this.#keep(services)
    if (saved) this.rows = null
    return saved
  }

  /** Somebody says that what stands of one service is right today. */
  checkedToday(at: number): Promise<boolean> {
    return this.#keep((this.list ?? []).map((service, i) => (i === at ? { ...service, checkedOn: app.today } : service)))
  }

  async #keep(services: Service[]): Promise<boolean> {
    if (!app.settings) return false
    this.busy = true
    try {
      const state = await app.run('change_settings', { settings: { ...app.settings, services } })
      this.list = state.settings.services
      this.error = null
      return true
    } catch (error) {
      this.error = asApiError(error)
      return false
    } finally {
      this.busy = false
    }
  }

  #row(service: Service): ServiceRow {
    this.#key += 1
    return { ...service, key: this.#key }
  }
}

function same(one: Service, other: Service): boolean {
  return one.name === other.name && one.phone === other.phone && one.hours === other.hours && one.whatFor === other.whatFor
}
