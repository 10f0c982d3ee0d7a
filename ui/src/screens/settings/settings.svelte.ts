//! Settings: small changes kept at once, and the few large things one does to a vault.

import { app } from '../../app.svelte'
import { i18n, m } from '../../i18n'
import { call } from '../../ipc/client'
import type { ApiError, BackupMade, Settings, VaultCheck } from '../../ipc/generated/types'
import { saver } from '../../ipc/saver.svelte'
import { Work } from '../../work.svelte'
import { NewPassphrase } from '../unlock/passphrase.svelte'

/** The places on the page that work on their own and say what came of it there. */
export type Part = 'you' | 'pin' | 'passphrase' | 'backup' | 'restore' | 'check'

export class SettingsPage extends Work {
  name = $state('')
  title = $state('')
  pin = $state('')
  current = $state('')
  readonly chosen = new NewPassphrase()
  file = $state('')
  restorePassphrase = $state('')

  /** What came of the last thing done. */
  done = $state<Part | null>(null)
  /** What was tried last; what went wrong is said there. */
  #tried = $state<Part | null>(null)
  made = $state.raw<BackupMade | null>(null)
  check = $state.raw<VaultCheck | null>(null)

  constructor() {
    super()
    if (app.vault?.kind === 'open') {
      this.name = app.vault.practitioner.name
      this.title = app.vault.practitioner.title
    }
  }

  /** Whether the name or title differ from what is kept. */
  get youChanged(): boolean {
    const vault = app.vault
    return vault?.kind === 'open' && (vault.practitioner.name !== this.name || vault.practitioner.title !== this.title)
  }

  /** Keeps one setting; typing waits a little, a choice does not. */
  change(part: Partial<Settings>, soon = false): Promise<boolean> | undefined {
    const key = `settings-${Object.keys(part).join()}`
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

  keepYou() {
    return this.#do('you', () => call('change_practitioner', { practitioner: { name: this.name.trim(), title: this.title.trim() } }))
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

  async backUp() {
    const { path } = await call('choose_folder', {})
    if (path === null) return false
    return this.#do('backup', async () => {
      this.made = await call('back_up', { folder: path })
    })
  }

  async chooseFile() {
    const { path } = await call('choose_backup', {})
    if (path !== null) this.file = path
  }

  async restore() {
    const restored = await this.#do('restore', async () => {
      await app.run('restore', { file: this.file, passphrase: this.restorePassphrase })
      this.file = ''
    })
    this.restorePassphrase = ''
    // A restore that was refused has locked the vault first; the page must not pretend otherwise.
    if (!restored) await app.refresh()
    return restored
  }

  checkVault() {
    return this.#do('check', async () => {
      this.check = await call('check_vault', {})
    })
  }

  errorOf(part: Part): ApiError | null {
    return this.#tried === part ? this.error : null
  }

  /** These are large things: only one of them at a time. */
  async #do(part: Part, work: () => Promise<unknown>): Promise<boolean> {
    if (this.busy) return false
    this.done = null
    this.#tried = part
    const done = await this.run(work, part)
    if (done) this.done = part
    return done
  }
}

/** "1.4 MB", as the language writes numbers. */
export function bytes(size: number): string {
  const mega = size >= 1_000_000
  return new Intl.NumberFormat(i18n.tag, { style: 'unit', unit: mega ? 'megabyte' : 'kilobyte', maximumFractionDigits: mega ? 1 : 0 }).format(size / (mega ? 1_000_000 : 1000))
}

/** Says in words what a check of the vault found, line by line. */
export function findings(check: VaultCheck): { well: boolean; text: string }[] {
  const line = (well: boolean, yes: string, no: string) => ({ well, text: well ? yes : no })
  return [
    line(check.encrypted, m.check_encrypted({ version: check.cipherVersion }), m.check_not_encrypted()),
    line(check.findings.length === 0, m.check_file(), m.check_file_not()),
    line(check.missingSaves === null, m.check_saves(), m.missing_saves({ count: check.missingSaves ?? 0 })),
    line(check.auditBrokenAt === null, m.check_audit({ count: check.auditEntries }), m.check_audit_broken({ at: check.auditBrokenAt ?? 0 })),
    line(check.notesBrokenAt === null, m.check_notes({ count: check.signedNotes }), m.check_notes_broken({ at: check.notesBrokenAt ?? 0 })),
    line(check.headerCopies === 2, m.check_headers(), m.check_headers_not({ count: check.headerCopies })),
  ]
}
