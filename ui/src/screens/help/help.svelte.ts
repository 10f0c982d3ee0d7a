//! Whom to call, in order. Entered by the people here; nothing is ever filled in for them.

import { app } from '../../app.svelte'
import { asApiError, call } from '../../ipc/client'
import type { ApiError, CrisisContact, CrisisContacts, SiteServices } from '../../ipc/generated/types'
import { Paper } from '../../paper.svelte'
import { daysBetween } from '../../i18n/format'

/** Days after which numbers count as old. */
const OLD_AFTER_DAYS = 180

export type Row = CrisisContact & { key: number }

export class Help {
  crisis = $state.raw<CrisisContacts | null>(null)
  /** What the content of the site lists beside what was entered here. */
  site = $state.raw<SiteServices>({ crisis: [], services: [] })
  /** The rows being edited; `null` while they are only shown. */
  rows = $state<Row[] | null>(null)
  error = $state.raw<ApiError | null>(null)
  busy = $state(false)
  readonly paper = new Paper()
  #key = 0

  async load() {
    try {
      this.crisis = (await call('help_now', {})).crisis
      this.site = await call('site_services', {})
      this.error = null
    } catch (error) {
      this.error = asApiError(error)
    }
  }

  edit() {
    this.rows = (this.crisis?.contacts ?? []).map((contact) => this.#row(contact))
    if (this.rows.length === 0) this.add()
  }

  add() {
    this.rows?.push(this.#row({ name: '', phone: '', note: '' }))
  }

  remove(key: number) {
    if (this.rows) this.rows = this.rows.filter((row) => row.key !== key)
  }

  /** Calls somebody earlier (-1) or later (1). */
  move(key: number, by: -1 | 1) {
    if (!this.rows) return
    const from = this.rows.findIndex((row) => row.key === key)
    const to = from + by
    const moved = this.rows[from]
    if (!moved || to < 0 || to >= this.rows.length) return
    const rest = this.rows.filter((row) => row.key !== key)
    this.rows = [...rest.slice(0, to), moved, ...rest.slice(to)]
  }

  cancel() {
    this.rows = null
  }

  /** Keeps the rows that say anything. Numbers that were changed count as checked by the one who typed them. */
  async save(): Promise<boolean> {
    const contacts = (this.rows ?? []).map(({ name, phone, note }) => ({ name: name.trim(), phone: phone.trim(), note: note.trim() })).filter((row) => row.name + row.phone + row.note !== '')
    const saved = await this.#keep({ contacts, checkedOn: contacts.length > 0 ? app.today : null })
    if (saved) this.rows = null
    return saved
  }

  /** Somebody says that the numbers are right today. */
  checkedToday(): Promise<boolean> {
    return this.#keep({ contacts: this.crisis?.contacts ?? [], checkedOn: app.today })
  }

  async #keep(crisis: CrisisContacts): Promise<boolean> {
    if (!app.settings) return false
    this.busy = true
    try {
      const state = await app.run('change_settings', { settings: { ...app.settings, crisis } })
      this.crisis = state.settings.crisis
      this.error = null
      return true
    } catch (error) {
      this.error = asApiError(error)
      return false
    } finally {
      this.busy = false
    }
  }

  #row(contact: CrisisContact): Row {
    this.#key += 1
    return { ...contact, key: this.#key }
  }
}

/** Tells whether numbers were checked so long ago that somebody should call them. */
export function isOld(checkedOn: string, today: string): boolean {
  return daysBetween(checkedOn, today) > OLD_AFTER_DAYS
}
