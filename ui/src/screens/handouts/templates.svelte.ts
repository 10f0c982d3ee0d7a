//! Templates: packets with a name, kept in the settings of this computer, so that they are there before anything is unlocked.

import { app } from '../../app.svelte'
import type { PacketTemplate } from '../../ipc/generated/types'
import { Work } from '../../work.svelte'

export class Templates extends Work {
  all = $derived<readonly PacketTemplate[]>(app.settings?.packets ?? [])

  named(name: string): PacketTemplate | undefined {
    return this.all.find((each) => each.name === name.trim())
  }

  /** Keeps a packet under a name, in the place of one that has it. */
  keep(template: PacketTemplate): Promise<boolean> {
    const kept = { ...template, name: template.name.trim() }
    const there = this.named(kept.name) !== undefined
    return this.#write(there ? this.all.map((each) => (each.name === kept.name ? kept : each)) : [...this.all, kept])
  }

  /** Gives one another name; the name must be free. */
  rename(from: string, to: string): Promise<boolean> {
    return this.#write(this.all.map((each) => (each.name === from ? { ...each, name: to.trim() } : each)))
  }

  remove(name: string): Promise<boolean> {
    return this.#write(this.all.filter((each) => each.name !== name))
  }

  #write(packets: readonly PacketTemplate[]): Promise<boolean> {
    return this.run(async () => {
      if (app.settings) await app.run('change_settings', { settings: { ...app.settings, packets: [...packets] } })
    })
  }
}
