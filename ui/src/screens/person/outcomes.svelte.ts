//! A person's outcome plans: followed and left, and values keyed in.

import { app } from '../../app.svelte'
import { readNumber } from '../../i18n'
import { Form } from '../../ipc/begun.svelte'
import { call } from '../../ipc/client'
import type { Area, Missing, OutcomeCell, OutcomeMeasure, OutcomeOccasion, OutcomePlanId, OutcomePlanView, OutcomesView, PersonId, Taken } from '../../ipc/generated/types'
import { Shown } from '../../shown.svelte'

/** What is being keyed in. */
interface Wanted {
  what: 'value' | Missing | null
  number: string
  on: string | null
  words: string
}

/** A plan being chosen. */
interface Chosen {
  plan: OutcomePlanId | null
  baseline: string | null
}

/** What somebody keyed in before; nothing for what was filled or counted. */
function known({ state, words }: OutcomeCell): Wanted {
  if (state.state === 'keyed') return { what: 'value', number: state.value === null ? state.typed : String(state.value / 100), on: state.on, words }
  if (state.state === 'not') return { what: state.why, number: '', on: null, words }
  return { what: null, number: '', on: null, words }
}

/** Reads what was typed: a number, or the letters as they stand. */
export function taken({ what, number, on }: Pick<Wanted, 'what' | 'number' | 'on'>): Taken | null {
  if (what === null) return null
  if (what !== 'value') return { kind: 'not', why: what }
  if (on === null || number.trim() === '') return null
  const value = readNumber(number)
  return value === null ? { kind: 'asTyped', on, value: number } : { kind: 'number', on, value }
}

/** One measure on one occasion, being keyed in. */
export class Keying {
  readonly form: Form<Wanted>

  constructor(
    person: PersonId,
    readonly plan: OutcomePlanId,
    readonly measure: OutcomeMeasure,
    readonly occasion: OutcomeOccasion,
    readonly cell: OutcomeCell,
  ) {
    const place = `measure/${person}/${plan}/${measure.id}/${occasion.id}`
    this.form = new Form<Wanted>(place, person, () => known(cell))
  }

  get taken(): Taken | null {
    return taken(this.form.values)
  }

  /** Whether something was keyed in before. */
  get again(): boolean {
    return this.cell.state.state === 'keyed' || this.cell.state.state === 'not'
  }
}

export class Outcomes extends Shown<OutcomesView> {
  view = $state.raw<OutcomesView | null>(null)
  /** The plan being chosen; `null` while none is. */
  choosing = $state.raw<Form<Chosen> | null>(null)
  keying = $state.raw<Keying | null>(null)
  protected readonly areas: readonly Area[] = ['outcomes', 'answers', 'events', 'people']

  constructor(private readonly person: PersonId) {
    super()
  }

  protected override whose() {
    return this.person
  }

  protected read() {
    return call('outcomes', { person: this.person })
  }

  protected take(view: OutcomesView): void {
    this.view = view
  }

  /** The plans that are not followed yet. */
  get free() {
    const { view } = this
    return view ? view.thereAre.filter((card) => !view.plans.some((plan) => plan.id === card.id)) : []
  }

  choose(): void {
    this.choosing = new Form<Chosen>(`outcome/${this.person}`, this.person, () => ({ plan: null, baseline: null }))
  }

  giveUpChoosing(): void {
    this.choosing?.clear()
    this.choosing = null
  }

  async followPlan(): Promise<void> {
    const { choosing } = this
    const { plan = null, baseline = null } = choosing ? $state.snapshot(choosing.values) : {}
    if (!choosing || plan === null || baseline === null) return
    await this.run(async () => {
      await call('follow_plan', { person: this.person, plan, baseline })
      choosing.clear()
      this.choosing = null
    })
  }

  async leave({ id }: OutcomePlanView): Promise<void> {
    await this.run(() => call('leave_plan', { person: this.person, plan: id }))
  }

  key(plan: OutcomePlanView, measure: OutcomeMeasure, cell: OutcomeCell): void {
    const occasion = plan.occasions.find((each) => each.id === cell.occasion)
    if (!occasion) return
    this.error = null
    this.keying = new Keying(this.person, plan.id, measure, occasion, cell)
  }

  giveUpKeying(): void {
    this.keying?.form.clear()
    this.keying = null
  }

  /** Keeps what was keyed in; `null` takes it away. */
  async keep(what: Taken | null): Promise<void> {
    const { keying } = this
    if (!keying) return
    const { plan, measure, occasion, form } = keying
    const { words } = $state.snapshot(form.values)
    await this.run(async () => {
      await call('key_measure', { person: this.person, at: { plan, measure: measure.id, occasion: occasion.id }, taken: what, words })
      form.clear()
      this.keying = null
    })
  }

  get today(): string {
    return app.today
  }
}
