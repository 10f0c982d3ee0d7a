//! Pages for several people at once: who, and what of each. Only while the vault is open.

import { Despite } from '../../despite.svelte'
import { call } from '../../ipc/client'
import type { EachSaved, MakePaper, PaperSize, PersonCard, PersonId } from '../../ipc/generated/types'
import { Making } from '../../making.svelte'
import { Work } from '../../work.svelte'

export class Week extends Work {
  chosen = $state.raw<readonly PersonId[]>([])
  goals = $state(true)
  /** How many of the topics that come next. */
  topics = $state<'0' | '1' | '2' | '3'>('1')
  short = $state(false)
  /** What came of saving a file for each. */
  saved = $state.raw<EachSaved | null>(null)

  readonly #making = new Making()
  /** How far the files are; `null` while none are made. */
  get making() {
    return this.#making.now
  }

  readonly #despite = new Despite()
  #asked = false

  constructor(private readonly people: () => readonly PersonCard[]) {
    super()
  }

  /** Who is chosen, in the order in which they are listed. */
  who = $derived.by<readonly PersonCard[]>(() => this.people().filter((person) => this.chosen.includes(person.id)))

  /** Chooses those who come today or in the next seven days, the first time this is looked at. */
  async begin(): Promise<void> {
    if (this.#asked) return
    this.#asked = true
    await this.attempt(async () => {
      const { meetings, soon } = await call('today', {})
      this.chosen = [...meetings, ...soon].map(({ person }) => person.id)
    })
  }

  tick(person: PersonId, on: boolean): void {
    this.chosen = on ? [...this.chosen, person] : this.chosen.filter((each) => each !== person)
  }

  tickAll(on: boolean): void {
    this.chosen = on ? this.people().map((person) => person.id) : []
  }

  /** What is asked for; `null` while nobody, or nothing of them, is chosen. */
  ask(format: PaperSize): MakePaper | null {
    const people = this.who.map((person) => person.id)
    if (people.length === 0 || (!this.goals && this.topics === '0')) return null
    return { paper: { kind: 'each', people, each: this.#each() }, size: 'normal', format }
  }

  /** Saves a file for each into a folder that is asked for; with `others`, only of those whose pages whoever gets them may see. */
  async saveEach(format: PaperSize, to: string, others = false): Promise<void> {
    this.saved = null
    await this.run(async () => {
      const despite = this.#despite.of(to)
      this.saved = await this.#making.during(() => call('save_each', { people: this.who.map((person) => person.id), each: this.#each(), format, to, despite, others }))
      this.#despite.forget()
    })
  }

  /** Saves them for a supporter who has no consent to see all of it; somebody has read that. */
  async anyway(format: PaperSize, to: string): Promise<void> {
    if (this.#despite.confirm(this.error, to)) await this.saveEach(format, to)
  }

  /** The vault is locked: nobody stays chosen. */
  forget(): void {
    this.chosen = []
    this.saved = null
    this.#asked = false
  }

  #each() {
    return { goals: this.goals, topics: Number(this.topics), short: this.short }
  }
}
