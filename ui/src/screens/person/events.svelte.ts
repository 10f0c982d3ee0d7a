//! A person's dated events, and how much of the course there has been. Nothing in the form is set beforehand.

import { readNumber } from '../../i18n'
import { Form } from '../../ipc/begun.svelte'
import { call } from '../../ipc/client'
import type { Area, Event, EventKind, EventsView, PersonId } from '../../ipc/generated/types'
import { Shown } from '../../shown.svelte'

/** An event that is being written down. */
interface Wanted {
  kind: EventKind | null
  from: string | null
  until: string | null
  hours: string
  words: string
}

const LASTS: readonly EventKind[] = ['admission', 'work', 'study', 'role']
const HAS_HOURS: readonly EventKind[] = ['work', 'study', 'role']

/** Whether an event of a kind has a last day. */
export const lasts = (kind: EventKind | null): boolean => kind !== null && LASTS.includes(kind)
/** Whether an event of a kind has hours a week. */
export const hasHours = (kind: EventKind | null): boolean => kind !== null && HAS_HOURS.includes(kind)

/** One event that is being written down or changed. */
export class EventForm {
  readonly form: Form<Wanted>

  constructor(
    person: PersonId,
    /** Which; `null` for a new one. */
    readonly known: Event | null,
  ) {
    const { kind = null, from = null, until = null, hours = null, words = '' } = known ?? {}
    const blank = (): Wanted => ({ kind, from, until, hours: hours === null ? '' : String(hours), words })
    this.form = new Form<Wanted>(`event/${person}/${known?.id ?? 'new'}`, person, blank)
  }

  get endsFirst(): boolean {
    const { kind, from, until } = this.form.values
    return lasts(kind) && from !== null && until !== null && until < from
  }

  /** Whether the hours are no number. */
  get unread(): boolean {
    const { kind, hours } = this.form.values
    return hasHours(kind) && hours.trim() !== '' && readNumber(hours) === null
  }

  get canSave(): boolean {
    const { kind, from } = this.form.values
    return kind !== null && from !== null && !this.endsFirst && !this.unread
  }
}

export class Events extends Shown<EventsView> {
  view = $state.raw<EventsView | null>(null)
  /** What is being written down or changed. */
  editing = $state.raw<EventForm | null>(null)
  protected readonly areas: readonly Area[] = ['events', 'sessions', 'people']

  constructor(private readonly person: PersonId) {
    super()
    // What was begun and not saved lies open again.
    const fresh = new EventForm(person, null)
    if (fresh.form.again) this.editing = fresh
  }

  protected override whose() {
    return this.person
  }

  protected read() {
    return call('events', { person: this.person })
  }

  protected take(view: EventsView): void {
    this.view = view
  }

  edit(known: Event | null): void {
    this.error = null
    this.editing = new EventForm(this.person, known)
  }

  /** Gives up what was begun. */
  giveUp(): void {
    this.editing?.form.clear()
    this.editing = null
  }

  async save(): Promise<void> {
    const { editing } = this
    if (!editing?.canSave) return
    const { kind, from, until, hours, words } = $state.snapshot(editing.form.values)
    if (kind === null || from === null) return
    await this.run(async () => {
      const details = { kind, from, until: lasts(kind) ? until : null, hours: hasHours(kind) ? readNumber(hours) : null, words }
      await call('save_event', { person: this.person, event: editing.known?.id ?? null, details })
      editing.form.clear()
      this.editing = null
    })
  }

  async takeAway({ id }: Event): Promise<void> {
    await this.run(() => call('take_away_event', { person: this.person, event: id }))
  }
}
