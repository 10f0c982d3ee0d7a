//! A list of the settings, being written: rows added, put earlier or later and taken away, then kept as a whole or not.

import { app } from '../../app.svelte'
import type { Place } from '../../components/place'
import { drafts, Form } from '../../ipc/begun.svelte'
import type { Settings } from '../../ipc/generated/types'
import { Work } from '../../work.svelte'

export abstract class Editing<T extends object> extends Work {
  /** What is being edited; `null` while it is only shown. */
  #form = $state.raw<Form<{ rows: (T & { key: number })[] }> | null>(null)
  #key = 0

  /** Where rows that are not saved yet are kept, while the vault is open. They stay on the screen when it locks. */
  protected abstract readonly at: string

  /** What stands there now. */
  protected abstract readonly known: readonly T[]
  /** A row that says nothing yet. */
  protected abstract readonly blank: T
  /** Takes over what was saved. */
  protected abstract saved(settings: Settings): void

  /** The rows being edited. */
  get rows(): (T & { key: number })[] | null {
    return this.#form?.values.rows ?? null
  }
  set rows(rows: (T & { key: number })[] | null) {
    if (!this.#form || !rows) return
    this.#form.values.rows = rows
    this.#form.touch()
  }

  /** Where the words of a field of a row are kept. */
  place(row: T & { key: number }, field: keyof T & string): Place {
    const name = `${String(row.key)}/${field}`
    return { begun: () => this.#form?.at(name).begun(), typed: (words, tell, fits) => this.#form?.at(name).typed(words, tell, fits) }
  }

  edit(): void {
    const known = this.known.length > 0 ? this.known : [this.blank]
    const rows = known.map((each) => this.#row(each))
    this.#form = new Form(this.at, null, () => ({ rows: structuredClone(rows) }))
    this.#key = Math.max(this.#key, ...(this.rows ?? []).map((row) => row.key))
  }

  /** Goes on with rows that were begun. */
  protected again(): void {
    if (this.#form === null && drafts.has(this.at)) this.edit()
  }

  add(): void {
    this.rows = [...(this.rows ?? []), this.#row(this.blank)]
  }

  remove(key: number): void {
    this.rows = (this.rows ?? []).filter((row) => row.key !== key)
  }

  /** Moves a row earlier (-1) or later (1). */
  move(key: number, by: -1 | 1): void {
    if (!this.rows) return
    const from = this.rows.findIndex((row) => row.key === key)
    const to = from + by
    const moved = this.rows[from]
    if (!moved || to < 0 || to >= this.rows.length) return
    const rest = this.rows.filter((row) => row.key !== key)
    this.rows = [...rest.slice(0, to), moved, ...rest.slice(to)]
  }

  /** Leaves them as they are on disk. */
  cancel(): void {
    this.#form?.clear()
    this.#form = null
  }

  protected async keep(change: Partial<Settings>): Promise<boolean> {
    const { settings } = app
    if (!settings) return false
    return this.run(async () => {
      const state = await app.run('change_settings', { settings: { ...settings, ...change } })
      this.saved(state.settings)
    })
  }

  #row(of: T): T & { key: number } {
    this.#key += 1
    return { ...of, key: this.#key }
  }
}
