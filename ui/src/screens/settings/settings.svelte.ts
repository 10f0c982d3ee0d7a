//! Settings: small changes kept at once, and the few large things one does to a vault.

import { app } from '../../app.svelte'
import { i18n, m } from '../../i18n'
import type { Place } from '../../components/place'
import { Form, recorded } from '../../ipc/begun.svelte'
import { call } from '../../ipc/client'
import type { ApiError, BackupMade, Every, Settings } from '../../ipc/generated/types'
import { saver } from '../../ipc/saver.svelte'
import { Work } from '../../work.svelte'
import { showNewCode } from '../first-run/first-run.svelte'
import { NewPassphrase } from '../unlock/passphrase.svelte'
import { Restoring } from '../unlock/restoring.svelte'

/** The places on the page that work on their own and say what came of it there. */
export type Part = 'you' | 'pin' | 'passphrase' | 'newKey' | 'backup'

export class SettingsPage extends Work {
  /** Who keeps the vault. */
  readonly you: Form<{ name: string; title: string }>
  pin = $state('')
  current = $state('')
  readonly chosen = new NewPassphrase()
  /** The passphrase, asked before a new data key is made. */
  keyPassphrase = $state('')
  readonly restoring = new Restoring()

  /** What came of the last thing done. */
  done = $state<Part | null>(null)
  /** What was tried last; what went wrong is said there. */
  #tried = $state<Part | null>(null)
  made = $state.raw<BackupMade | null>(null)
  /** The dictionaries of the system; `null` until it has said. */
  dictionaries = $state.raw<string[] | null>(null)

  constructor() {
    super()
    this.you = new Form('practitioner', null, () => {
      const { name, title } = app.vault?.kind === 'open' ? app.vault.practitioner : { name: '', title: '' }
      return { name, title }
    })
  }

  /** Where the words of a setting are kept. */
  place(setting: keyof Settings): Place {
    return recorded(`settings/${setting}`, null)
  }

  /** Whether the name or title differ from what is kept. */
  get youChanged(): boolean {
    const vault = app.vault
    return vault?.kind === 'open' && (vault.practitioner.name !== this.you.values.name || vault.practitioner.title !== this.you.values.title)
  }

  /** Keeps one setting; typing waits a little, a choice does not. */
  change(part: Partial<Settings>, soon = false): Promise<boolean> | undefined {
    const key = `settings/${Object.keys(part).join()}`
    const write: Parameters<typeof saver.later>[1] = async (send) => {
      if (!app.settings) return undefined
      app.take(await send('change_settings', { settings: { ...app.settings, ...part } }))
      return undefined
    }
    if (soon) {
      saver.later(key, write)
      return undefined
    }
    return saver.now(key, write)
  }

  /** Asks the system for its dictionaries. One that was chosen and is gone stays in the list, so that it can be left out. */
  async findDictionaries(): Promise<void> {
    const chosen = app.settings?.spelling ?? []
    const { tags } = await call('dictionaries', {}).catch(() => ({ tags: [] as string[] }))
    this.dictionaries = [...new Set([...tags, ...chosen])]
  }

  keepYou() {
    return this.#do('you', async () => {
      const { name, title } = this.you.values
      await call('change_practitioner', { practitioner: { name: name.trim(), title: title.trim() } })
      this.you.clear()
    })
  }

  keepPin() {
    return this.#do('pin', async () => {
      await call('set_pin', { pin: this.pin })
      this.pin = ''
    })
  }

  async keepPassphrase() {
    if (!(await this.chosen.ready())) return false
    return this.#do('passphrase', async () => {
      await call('change_passphrase', { current: this.current, new: this.chosen.first })
      this.current = ''
      this.chosen.clear()
    })
  }

  /** Makes a new data key, and leads to its recovery code. */
  renewKey() {
    return this.#do('newKey', async () => {
      const made = await call('new_data_key', { passphrase: this.keyPassphrase })
      this.keyPassphrase = ''
      showNewCode(made)
    })
  }

  /** Sets how often backups are made by themselves; asks where to, the first time. */
  async planBackups(every: Every): Promise<void> {
    const plan = app.settings?.backup
    if (!plan) return
    if (every !== 'never' && plan.folder === '') await this.chooseBackupFolder(every)
    else await this.change({ backup: { ...plan, every } })
  }

  /** Chooses where backups go by themselves. */
  async chooseBackupFolder(every: Every): Promise<void> {
    const { path } = await call('choose_folder', {})
    if (path !== null) await this.change({ backup: { every, folder: path } })
  }

  async backUp() {
    const { path } = await call('choose_folder', {})
    if (path === null) return false
    return this.#do('backup', async () => {
      this.made = await call('back_up', { folder: path })
    })
  }

  errorOf(part: Part): ApiError | null {
    return this.#tried === part ? this.error : null
  }

  /** These are large things: only one of them at a time. */
  async #do(part: Part, work: () => Promise<unknown>): Promise<boolean> {
    if (this.busy || this.restoring.busy) return false
    this.done = null
    this.#tried = part
    const done = await this.run(work, part)
    if (done) this.done = part
    return done
  }
}

/** Names a dictionary in the language of the screens, or by its tag. */
export function dictionaryName(tag: string): string {
  const names: Partial<Record<string, () => string>> = { en_GB: m.dictionary_en_GB, en_US: m.dictionary_en_US, da_DK: m.dictionary_da_DK, nb_NO: m.dictionary_nb_NO, nn_NO: m.dictionary_nn_NO }
  return names[tag]?.() ?? tag
}

/** "1.4 MB", as the language writes numbers. */
export function bytes(size: number): string {
  const mega = size >= 1_000_000
  return new Intl.NumberFormat(i18n.tag, { style: 'unit', unit: mega ? 'megabyte' : 'kilobyte', maximumFractionDigits: mega ? 1 : 0 }).format(size / (mega ? 1_000_000 : 1000))
}
