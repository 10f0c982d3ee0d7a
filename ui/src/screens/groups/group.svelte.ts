//! One group: who is in it, its meetings, and what is known of it.

import { app } from '../../app.svelte'
import { Form } from '../../ipc/begun.svelte'
import { call, madeBy } from '../../ipc/client'
import type { Area, Catalogue, Colleague, GroupView, MemberCard, PersonCard, PersonId, SeriesId } from '../../ipc/generated/types'
import { Shown } from '../../shown.svelte'
import { GroupForm } from './groups.svelte'

export class GroupDesk extends Shown<GroupView> {
  view = $state.raw<GroupView | null>(null)
  catalogue = $state.raw<Catalogue | null>(null)
  colleagues = $state.raw<readonly Colleague[]>([])
  people = $state.raw<readonly PersonCard[]>([])
  /** The form, while the group is being changed. */
  editing = $state<GroupForm | null>(null)
  readonly joining: Form<{ person: PersonId | ''; from: string | null }>
  /** Whose last day is being written down, and which. */
  leaving = $state<{ member: MemberCard; until: string | null } | null>(null)
  /** The day of a meeting that was held earlier. */
  held = $state<string | null>(null)
  protected readonly areas: readonly Area[] = ['groups', 'sessions', 'people']

  constructor(private readonly id: SeriesId) {
    super()
    this.joining = new Form(`member/${id}`, null, () => ({ person: '' as PersonId | '', from: app.today }))
  }

  protected async read(): Promise<GroupView> {
    this.catalogue ??= await call('catalogue', {})
    this.colleagues = (await call('practitioners', {})).practitioners
    this.people = (await call('people', {})).people.filter((row) => row.active).map((row) => row.card)
    return call('group', { series: this.id })
  }

  protected take(view: GroupView): void {
    this.view = view
  }

  /** Whom one can add: whoever is not in it now. */
  get outside(): readonly PersonCard[] {
    const inside = this.view?.members.filter((one) => one.until === null).map((one) => one.person.id) ?? []
    return this.people.filter((one) => !inside.includes(one.id))
  }

  edit(): void {
    const series = this.view?.card.series
    if (series) this.editing = new GroupForm(series.id, series, series.course, series.practitioners)
  }

  async keep(): Promise<void> {
    if (await this.editing?.save()) this.editing = null
  }

  giveUp(): void {
    this.editing?.form.clear()
    this.editing = null
  }

  async join(): Promise<void> {
    const { person, from } = $state.snapshot(this.joining.values) as { person: PersonId | ''; from: string | null }
    if (person === '' || from === null) return
    await this.run(async () => {
      await call('save_member', { series: this.id, person, from, until: null })
      this.joining.clear()
    }, 'join')
  }

  /** Keeps somebody's last day in it. */
  async end(): Promise<void> {
    const leaving = this.leaving
    if (!leaving || leaving.until === null) return
    const { member, until } = leaving
    await this.run(async () => {
      await call('save_member', { series: this.id, person: member.person.id, from: member.from, until })
      this.leaving = null
    }, 'end')
  }

  /** Opens today's meeting, or that of another day, and goes there. */
  async open(on: string | null): Promise<void> {
    await this.run(async () => {
      const change = await call('open_group_meeting', { series: this.id, on })
      app.go({ screen: 'meeting', id: madeBy(change) })
    }, 'open')
  }
}
