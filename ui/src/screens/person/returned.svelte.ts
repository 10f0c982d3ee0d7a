//! A form that was filled in elsewhere: which file, what came back beside what stands now, and what of it is taken over.
//!
//! Nothing is ticked but by somebody, and ticks go when the file is looked at again: what they were set for may be gone.

import { call } from '../../ipc/client'
import type { CameBack, PersonId, ReadBackLine } from '../../ipc/generated/types'
import { Work } from '../../work.svelte'

/** What came back of one page. */
export interface ReturnedPart {
  page: string
  lines: ReadBackLine[]
}

export class Returned extends Work {
  path = $state('')
  view = $state.raw<CameBack | null>(null)
  #ticked = $state.raw<ReadonlySet<string>>(new Set())
  /** How many answers were taken over last; `null` before. */
  taken = $state<number | null>(null)

  constructor(private readonly person: PersonId) {
    super()
  }

  /** What differs, page by page in the order of the file. */
  readonly parts = $derived.by(() => {
    const parts: ReturnedPart[] = []
    for (const line of this.view?.lines ?? []) {
      if (line.same) continue
      const part = parts.find(({ page }) => page === line.page)
      if (part) part.lines.push(line)
      else parts.push({ page: line.page, lines: [line] })
    }
    return parts
  })

  readonly same = $derived((this.view?.lines ?? []).filter((line) => line.same))
  readonly differ = $derived(this.parts.reduce((sum, { lines }) => sum + lines.length, 0))

  /** The name of the file, without the folders that lead to it. */
  get file(): string {
    return this.path.split(/[\\/]/).at(-1) ?? ''
  }

  /** How many are to be taken over. */
  get count(): number {
    return this.#ticked.size
  }

  ticked({ name }: ReadBackLine): boolean {
    return this.#ticked.has(name)
  }

  /** Ticks answers, or takes their ticks away. */
  tick(lines: readonly ReadBackLine[], on: boolean): void {
    const ticked = new Set(this.#ticked)
    for (const { name } of lines) {
      if (on) ticked.add(name)
      else ticked.delete(name)
    }
    this.#ticked = ticked
  }

  /** Asks for a file and looks into it. */
  async choose(): Promise<void> {
    await this.run(async () => {
      const { path } = await call('choose_file', {})
      if (path === null) return
      this.path = path
      await this.#look()
    })
  }

  /** Looks into the same file again. */
  async again(): Promise<void> {
    await this.run(() => this.#look())
  }

  /** Takes over what is ticked, in one step that can be taken back. */
  async take(): Promise<void> {
    const { view, path } = this
    if (view === null || this.count === 0) return
    const take = view.lines.filter((line) => this.ticked(line)).map(({ name, now, found }) => ({ name, now, found }))
    await this.run(async () => {
      await call('read_back', { person: this.person, path, take })
      this.taken = take.length
      this.#forget()
      this.path = ''
    })
  }

  async #look(): Promise<void> {
    this.#forget()
    this.taken = null
    this.view = await call('read_back_plan', { person: this.person, path: this.path })
  }

  #forget(): void {
    this.view = null
    this.#ticked = new Set()
  }
}
