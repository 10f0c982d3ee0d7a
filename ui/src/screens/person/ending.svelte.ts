//! The end of a course: what to look back on, the day it ended, and the boosters after it. Nothing is set beforehand.

import { Form } from '../../ipc/begun.svelte'
import { call } from '../../ipc/client'
import type { Area, Booster, BoosterId, BoosterOutcome, Ending, EndingView, PersonId, PrintSize } from '../../ipc/generated/types'
import { Paper } from '../../paper.svelte'
import { Shown } from '../../shown.svelte'

interface Ended {
  on: string | null
  words: string
}

interface Planned {
  /** Which one is being changed; `null` for a new one. */
  id: BoosterId | null
  on: string | null
  words: string
}

export class EndingDesk extends Shown<EndingView> {
  view = $state.raw<EndingView | null>(null)
  readonly paper = new Paper()
  readonly end: Form<Ended>
  readonly booster: Form<Planned>
  protected readonly areas: readonly Area[] = ['endings', 'goals', 'statements', 'answers', 'sessions', 'people']

  constructor(
    private readonly person: PersonId,
    /** In which letters the person reads. */
    private readonly size: PrintSize,
  ) {
    super()
    this.end = new Form<Ended>(`ending/${person}`, person, () => ({ on: null, words: '' }))
    this.booster = new Form<Planned>(`booster/${person}`, person, () => ({ id: null, on: null, words: '' }))
  }

  protected override whose() {
    return this.person
  }

  protected read(): Promise<EndingView> {
    return call('ending', { person: this.person })
  }

  protected take(view: EndingView): void {
    this.view = view
  }

  /** Notes the end of the course. */
  async note(): Promise<void> {
    const { on, words } = $state.snapshot(this.end.values)
    if (on === null) return
    await this.run(async () => {
      await call('end_course', { person: this.person, ending: null, on, words })
      this.end.clear()
    }, 'end')
  }

  /** The course goes on after all. */
  async takeBack(ending: Ending): Promise<void> {
    await this.run(() => call('take_ending_back', { person: this.person, ending: ending.id }), ending.id)
  }

  /** Plans a day as it was proposed. */
  async plan(on: string): Promise<void> {
    await this.run(() => call('save_booster', { person: this.person, booster: null, plan: { on, words: '', outcome: null } }), on)
  }

  /** Opens a booster to change its day or what it is for. */
  change({ id, on, words }: Booster): void {
    this.booster.values = { id, on, words }
    this.booster.touch()
  }

  /** Saves the booster in the form. */
  async keep(): Promise<void> {
    const { id, on, words } = $state.snapshot(this.booster.values)
    if (on === null) return
    const outcome = this.view?.boosters.find((each) => each.id === id)?.outcome ?? null
    await this.run(async () => {
      await call('save_booster', { person: this.person, booster: id, plan: { on, words, outcome } })
      this.booster.clear()
    }, 'booster')
  }

  /** Says what became of a booster; the same again takes it back. */
  async became({ id, on, words, outcome }: Booster, what: BoosterOutcome): Promise<void> {
    await this.run(() => call('save_booster', { person: this.person, booster: id, plan: { on, words, outcome: outcome === what ? null : what } }), id)
  }

  async remove({ id }: Booster): Promise<void> {
    await this.run(() => call('remove_booster', { person: this.person, booster: id }), id)
  }

  /** Saves the personal folder as one file. */
  async folder(name: string): Promise<void> {
    await this.paper.save({ paper: { kind: 'folder', person: this.person }, size: this.size, format: null }, name)
  }
}
