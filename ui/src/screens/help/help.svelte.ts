//! Whom to call, in order. Entered by the people here; nothing is ever filled in for them.

import { app } from '../../app.svelte'
import { call } from '../../ipc/client'
import type { CrisisContact, CrisisContacts, Settings, SiteServices } from '../../ipc/generated/types'
import { Paper } from '../../paper.svelte'
import { daysBetween } from '../../i18n/format'
import { Editing } from './editing.svelte'

/** Days after which numbers count as old. */
const OLD_AFTER_DAYS = 180

export class Help extends Editing<CrisisContact> {
  crisis = $state.raw<CrisisContacts | null>(null)
  /** What the content of the site lists beside what was entered here. */
  site = $state.raw<SiteServices>({ crisis: [], services: [] })
  readonly paper = new Paper()
  protected readonly at = 'help/contacts'
  protected readonly blank = { name: '', phone: '', note: '' }

  protected get known() {
    return this.crisis?.contacts ?? []
  }

  protected saved({ crisis }: Settings) {
    this.crisis = crisis
  }

  load(): Promise<boolean> {
    return this.attempt(async () => {
      this.crisis = (await call('help_now', {})).crisis
      this.site = await call('site_services', {})
      this.again()
    })
  }

  /** Keeps the rows that say anything. Numbers that were changed count as checked by the one who typed them. */
  async save(): Promise<boolean> {
    const contacts = (this.rows ?? []).map(({ name, phone, note }) => ({ name: name.trim(), phone: phone.trim(), note: note.trim() })).filter((row) => row.name + row.phone + row.note !== '')
    const saved = await this.keep({ crisis: { contacts, checkedOn: contacts.length > 0 ? app.today : null } })
    if (saved) this.cancel()
    return saved
  }

  /** Somebody says that the numbers are right today. */
  checkedToday(): Promise<boolean> {
    return this.keep({ crisis: { contacts: this.known, checkedOn: app.today } })
  }
}

/** Tells whether numbers were checked so long ago that somebody should call them. */
export function isOld(checkedOn: string, today: string): boolean {
  return daysBetween(checkedOn, today) > OLD_AFTER_DAYS
}
