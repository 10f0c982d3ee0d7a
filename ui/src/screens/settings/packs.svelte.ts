//! The content that is installed: the pack that came with the program, and those a site has added to it.

import { call } from '../../ipc/client'
import type { PackProblem, PackView } from '../../ipc/generated/types'
import { Work } from '../../work.svelte'

export class PackList extends Work {
  packs = $state.raw<PackView[]>([])
  /** What has to be mended in the pack that was refused last. */
  problems = $state.raw<PackProblem[]>([])
  /** What has just been done. */
  done = $state.raw<{ kind: 'installed' } | { kind: 'removed'; title: string } | null>(null)
  /** The pack that somebody is asked about before it goes. */
  removing = $state.raw<PackView | null>(null)

  load(): Promise<boolean> {
    return this.#do(async () => {
      this.packs = (await call('packs', {})).packs
    })
  }

  /** Asks where the pack lies and installs it, whole or not at all. */
  async install(from: 'folder' | 'zip'): Promise<boolean> {
    const { path } = await call(from === 'folder' ? 'choose_folder' : 'choose_file', {})
    if (path === null) return false
    return this.#do(async () => {
      const { packs, problems } = await call('install_pack', { path })
      this.packs = packs
      this.problems = problems
      if (problems.length === 0) this.done = { kind: 'installed' }
    })
  }

  /** Takes the pack away that was asked about; answers given on its pages stay in the vault. */
  async remove(): Promise<boolean> {
    const pack = this.removing
    if (pack === null) return false
    const removed = await this.#do(async () => {
      this.packs = (await call('remove_pack', { id: pack.id })).packs
      this.done = { kind: 'removed', title: pack.title }
    })
    this.removing = null
    return removed
  }

  #do(work: () => Promise<void>): Promise<boolean> {
    return this.run(() => {
      this.done = null
      this.problems = []
      return work()
    })
  }
}
