//! Groups: all of them, and the form for a new one or one that is changed.

import { app } from '../../app.svelte'
import { Form } from '../../ipc/begun.svelte'
import { call, madeBy } from '../../ipc/client'
import type { Area, Catalogue, Colleague, GroupsView, PractitionerId, Role, GroupSeries, SeriesDetails, SeriesId } from '../../ipc/generated/types'
import { i18n, readTime } from '../../i18n'
import { Shown } from '../../shown.svelte'
import { Work } from '../../work.svelte'
import { readMinutes, timeOf } from './words'

/** A group as it is typed. */
interface Typed {
  name: string
  course: string
  weekday: string
  begins: string
  minutes: string
  place: string
  from: string | null
  until: string | null
  practitioners: [PractitionerId, Role][]
}

/** The form about a group, new or known. */
export class GroupForm extends Work {
  readonly form: Form<Typed>
  nameMissing = $state(false)

  constructor(
    /** Which; `null` for a new one. */
    readonly id: SeriesId | null,
    known: SeriesDetails | null,
    course: string,
    leader: [PractitionerId, Role][],
  ) {
    super()
    this.form = new Form<Typed>(`group/${id ?? 'new'}`, null, () => ({
      name: known?.name ?? '',
      course: known?.course ?? course,
      weekday: known?.weekday ? String(known.weekday) : '',
      begins: timeOf(known?.begins ?? null),
      minutes: known?.minutes ? String(known.minutes) : '',
      place: known?.place ?? '',
      from: known?.from ?? app.today,
      until: known?.until ?? null,
      practitioners: known?.practitioners ?? leader,
    }))
  }

  /** The time as it is kept; nothing for what is none. */
  get begins(): string | null | undefined {
    const { begins } = this.form.values
    if (begins.trim() === '') return null
    const read = readTime(begins, i18n.lang)
    return read === null ? undefined : `${read}:00`
  }

  get minutes(): number | null | undefined {
    return readMinutes(this.form.values.minutes)
  }

  get canSave(): boolean {
    return this.form.values.from !== null && this.begins !== undefined && this.minutes !== undefined
  }

  /** Saves it. Returns which it is; `null` when it was not saved. */
  async save(): Promise<SeriesId | null> {
    const { name, course, weekday, place, from, until, practitioners } = $state.snapshot(this.form.values) as Typed
    const { begins, minutes } = this
    this.nameMissing = name.trim() === ''
    if (this.nameMissing || from === null || begins === undefined || minutes === undefined) return null
    let saved: SeriesId | null = null
    await this.run(async () => {
      const details: SeriesDetails = { name, course, weekday: weekday === '' ? null : Number(weekday), begins, minutes, place, from, until, practitioners }
      const change = await call('save_group', { series: this.id, details })
      saved = this.id ?? madeBy(change)
      this.form.clear()
    })
    return saved
  }
}

export class GroupsDesk extends Shown<GroupsView> {
  view = $state.raw<GroupsView | null>(null)
  catalogue = $state.raw<Catalogue | null>(null)
  colleagues = $state.raw<readonly Colleague[]>([])
  draft = $state<GroupForm | null>(null)
  protected readonly areas: readonly Area[] = ['groups', 'sessions', 'people']

  protected async read(): Promise<GroupsView> {
    this.catalogue ??= await call('catalogue', {})
    this.colleagues = (await call('practitioners', {})).practitioners
    return call('groups', {})
  }

  protected take(view: GroupsView): void {
    this.view = view
  }

  begin(): void {
    const keeper = this.colleagues.filter((one) => one.keeper).map((one): [PractitionerId, Role] => [one.id, one.role])
    const courses = this.catalogue?.courses ?? []
    const usual = courses.find((each) => each.usual.includes(app.settings?.language ?? 'en')) ?? courses[0]
    this.draft = new GroupForm(null, null, usual?.id ?? '', keeper)
  }

  async add(): Promise<void> {
    const made = await this.draft?.save()
    if (!made) return
    this.draft = null
    app.go({ screen: 'group', id: made })
  }

  leave(): void {
    this.draft?.form.clear()
    this.draft = null
  }

  /** The group as the form begins with it. */
  formOf(series: GroupSeries): GroupForm {
    return new GroupForm(series.id, series, series.course, series.practitioners)
  }
}
