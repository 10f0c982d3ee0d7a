//! The mirror: one quarter of one's own work, counted and asked, and what it is printed as.

import type { Place } from '../../components/place'
import { i18n } from '../../i18n'
import { recorded } from '../../ipc/begun.svelte'
import { call } from '../../ipc/client'
import type { Area, MirrorItem, MirrorLine, MirrorView, PersonId } from '../../ipc/generated/types'
import { saver } from '../../ipc/saver.svelte'
import { Paper } from '../../paper.svelte'
import { Shown } from '../../shown.svelte'

export class MirrorDesk extends Shown<MirrorView> {
  view = $state.raw<MirrorView | null>(null)
  readonly paper = new Paper()
  /** A day of the quarter; the present one where nothing is said. */
  #on: string | null = null
  /** Only what was done with this person. */
  only = $state<PersonId | null>(null)
  /** What is typed, until the core has it. */
  #words = $state<Partial<Record<MirrorItem, string>>>({})
  protected readonly areas: readonly Area[] = ['people', 'goals', 'sessions', 'practices', 'supporters', 'handOffs', 'endings', 'supervision']

  protected read(): Promise<MirrorView> {
    return call('mirror', { on: this.#on, person: this.only, language: i18n.lang })
  }

  protected take(view: MirrorView): void {
    if (view.from !== this.view?.from) this.#words = {}
    this.view = view
  }

  /** Turns to the quarter that begins on a day. */
  turn(on: string): Promise<void> {
    this.#on = on
    return this.load()
  }

  /** Looks at one person's sessions alone, or at everybody's. */
  look(person: PersonId | null): Promise<void> {
    this.only = person
    return this.load()
  }

  words({ item, words }: MirrorLine): string {
    return this.#words[item] ?? words
  }

  place({ item }: MirrorLine): Place {
    return recorded(`mirror/${this.view?.from ?? ''}/${item}`, null)
  }

  /** Chooses a step, or takes the choice back. */
  choose(line: MirrorLine, step: string | null): void {
    const period = this.view?.from
    if (period === undefined) return
    void saver.now(`mirror/${period}/${line.item}/step`, (send) => send('answer_mirror', { period, item: line.item, level: step === null ? null : Number(step), words: this.words(line) }))
  }

  /** Writes what is typed, soon. */
  write(line: MirrorLine, words: string): void {
    const period = this.view?.from
    if (period === undefined) return
    this.#words[line.item] = words
    const level = line.chosen
    saver.later(`mirror/${period}/${line.item}`, (send) => send('answer_mirror', { period, item: line.item, level, words }))
  }

  /** Prints or saves the sheet of this quarter; it names nobody. */
  async sheet(how: 'print' | 'save', name: string): Promise<void> {
    if (this.view === null) return
    const pages = { paper: { kind: 'mirror' as const, on: this.view.from, language: i18n.lang }, size: 'normal' as const, format: null }
    await (how === 'print' ? this.paper.print(pages) : this.paper.save(pages, name))
  }

  /** Prints the form of self-review, blank. */
  async form(course: string): Promise<void> {
    await this.paper.print({ paper: { kind: 'handouts', topics: ['fidelity-self-review'], language: i18n.lang, course, person: null, filled: false, short: false, examples: false }, size: 'normal', format: null })
  }
}
