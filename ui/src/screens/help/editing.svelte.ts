//! A list of the settings, being written: rows added, put earlier or later and taken away, then kept as a whole or not.

import { app } from '../../app.svelte'
import type { Settings } from '../../ipc/generated/types'
import { Work } from '../../work.svelte'

export abstract class Editing<T extends object> extends Work {
  /** The rows being edited; `null` while they are only shown. */
  rows = $state<(T & { key: number })[] | null>(null)
  #key = 0

  /** What stands there now. */
  protected abstract readonly known: readonly T[]
  /** A row that says nothing yet. */
  protected abstract readonly blank: T
  /** Takes over what was saved. */
  protected abstract saved(settings: Settings): void

  edit(): void {
    this.rows = this.known.map((each) => this.#row(each))
    if (this.rows.length === 0) this.add()
  }

  add(): void {
    this.rows?.push(this.#row(this.blank))
  }

  remove(key: number): void {
    if (this.rows) this.rows = this.rows.filter((row) => row.key !== key)
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

  cancel(): void {
    this.rows = null
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
