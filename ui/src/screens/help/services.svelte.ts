//! Services nearby, in the order they are printed. Entered by the people here, each with the day somebody checked it.

import { app } from '../../app.svelte'
import { call } from '../../ipc/client'
import type { Service, Settings } from '../../ipc/generated/types'
import { Editing } from './editing.svelte'

export class Services extends Editing<Service> {
  list = $state.raw<Service[] | null>(null)
  protected readonly at = 'help/services'
  protected readonly blank = { name: '', phone: '', hours: '', whatFor: '', checkedOn: null }

  protected get known() {
    return this.list ?? []
  }

  protected saved({ services }: Settings): void {
    this.list = services
  }

  load(): Promise<boolean> {
    return this.attempt(async () => {
      this.list = (await call('help_now', {})).services
      this.again()
    })
  }

  /** Keeps the rows that say anything. Like the crisis numbers, what somebody has just typed counts as checked; the rest keeps its day. */
  async save(): Promise<boolean> {
    const services = (this.rows ?? [])
      .map(({ name, phone, hours, whatFor, checkedOn }): Service => ({ name: name.trim(), phone: phone.trim(), hours: hours.trim(), whatFor: whatFor.trim(), checkedOn }))
      .filter((row) => row.name + row.phone + row.hours + row.whatFor !== '')
      .map((row) => (this.known.some((each) => same(each, row)) ? row : { ...row, checkedOn: app.today }))
    const saved = await this.keep({ services })
    if (saved) this.cancel()
    return saved
  }

  /** Somebody says that what stands of one service is right today. */
  checkedToday(at: number): Promise<boolean> {
    return this.keep({ services: this.known.map((service, i) => (i === at ? { ...service, checkedOn: app.today } : service)) })
  }
}

function same(one: Service, other: Service): boolean {
  return one.name === other.name && one.phone === other.phone && one.hours === other.hours && one.whatFor === other.whatFor
}
