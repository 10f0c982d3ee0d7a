//! What is kept of a plan beside its words: who has a copy, when it was gone through, when it is looked at again.

import { Form } from '../../ipc/begun.svelte'
import { call } from '../../ipc/client'
import type { HeldCopy, PersonId, PossibleHolder, SheetId, SupporterId } from '../../ipc/generated/types'
import { Work } from '../../work.svelte'

/** A copy that is being written down. */
interface Given {
  /** The supporter, `else` for somebody else; `null` until chosen. */
  who: SupporterId | 'else' | null
  name: string
  on: string | null
}

/** A rehearsal that is being written down. */
interface Rehearsed {
  on: string | null
  words: string
}

export class PlanSheet extends Work {
  readonly given: Form<Given>
  readonly rehearsed: Form<Rehearsed>
  /** The copy that came back, and when. */
  takingBack = $state<{ copy: HeldCopy; on: string | null } | null>(null)

  constructor(
    private readonly person: PersonId,
    private readonly sheet: SheetId,
  ) {
    super()
    this.given = new Form<Given>(`plan-copy/${person}/${sheet}`, person, () => ({ who: null, name: '', on: null }))
    this.rehearsed = new Form<Rehearsed>(`rehearsal/${person}/${sheet}`, person, () => ({ on: null, words: '' }))
  }

  get canGive(): boolean {
    const { who, name, on } = this.given.values
    return on !== null && who !== null && (who !== 'else' || name.trim() !== '')
  }

  /** Writes down that somebody has a copy of this version. */
  async give(): Promise<void> {
    const { who, name, on } = $state.snapshot(this.given.values)
    if (!this.canGive || on === null || who === null) return
    const ask = who === 'else' ? { supporter: null, holder: name } : { supporter: who, holder: '' }
    await this.run(async () => {
      await call('save_plan_copy', { person: this.person, copy: null, sheet: this.sheet, ...ask, givenOn: on, takenBackOn: null })
      this.given.clear()
    }, 'give')
  }

  /** Writes down that whoever paper has just gone to has a copy. */
  async giveTo(to: string, holders: readonly PossibleHolder[], today: string): Promise<boolean> {
    const known = holders.find((each) => meant(each.name, to))
    const ask = known ? { supporter: known.supporter, holder: '' } : { supporter: null, holder: to.trim() }
    return this.run(() => call('save_plan_copy', { person: this.person, copy: null, sheet: this.sheet, ...ask, givenOn: today, takenBackOn: null }), 'give')
  }

  /** Writes down that a copy came back. */
  async takeBack(): Promise<void> {
    const taking = $state.snapshot(this.takingBack)
    if (!taking || taking.on === null) return
    const { id, sheet, supporter, holder, givenOn } = taking.copy
    await this.run(async () => {
      await call('save_plan_copy', { person: this.person, copy: id, sheet, supporter, holder, givenOn, takenBackOn: taking.on })
      this.takingBack = null
    }, 'back')
  }

  /** Writes down that the plan was gone through. */
  async rehearse(): Promise<void> {
    const { on, words } = $state.snapshot(this.rehearsed.values)
    if (on === null) return
    await this.run(async () => {
      await call('add_rehearsal', { person: this.person, sheet: this.sheet, on, words })
      this.rehearsed.clear()
    }, 'rehearse')
  }

  /** Sets the day on which it is looked at again. */
  async setReview(on: string | null): Promise<void> {
    await this.run(() => call('set_review_day', { person: this.person, sheet: this.sheet, on }), 'review')
  }
}

/** Whether a name is that of whom something went to. */
function meant(name: string, to: string): boolean {
  return name.trim().toLowerCase() === to.trim().toLowerCase()
}
