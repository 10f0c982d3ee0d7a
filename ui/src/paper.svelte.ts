//! Printing and saving paper, the same on every screen: what runs, what came of it, what went wrong.

import { Despite } from './despite.svelte'
import { m } from './i18n'
import { call } from './ipc/client'
import type { FileKind, MakePaper, PaperSaved, PersonId } from './ipc/generated/types'
import { Making } from './making.svelte'
import { Work } from './work.svelte'

export class Paper extends Work {
  /** What has happened, as a sentence; empty when nothing has. */
  done = $state('')

  /** To whom the pages go, for the ledger; asked only where they are somebody's. */
  to = $state('')
  /** To whom something went before, whoever came last first. */
  known = $state.raw<readonly string[]>([])

  /** As what pages are saved. */
  kind = $state<FileKind>('pdf')

  /** Which pages are printed, as somebody types it; all where it is empty. */
  only = $state('')

  readonly #making = new Making()
  readonly #despite = new Despite()
  /** Whose pages these are, whose supporters are offered. */
  #person: PersonId | null = null
  /** Does once more what was asked for last. */
  #again: () => Promise<boolean> = () => Promise.resolve(false)

  /** How far the pages are, when they take a while; `null` otherwise. */
  get making() {
    return this.#making.now
  }

  /** Stops what is being made; nothing leaves then. */
  stop(): Promise<void> {
    return this.#making.stop()
  }

  /** Looks up who is on the person's side, and to whom something went before. */
  async remember(person: PersonId | null = this.#person): Promise<void> {
    this.#person = person
    // Whoever is not remembered can still be typed.
    this.known = await call('recipients', { person }).then(
      ({ known }) => known,
      () => [],
    )
  }

  /** Opens the system's print dialog with the pages. Tells whether they were sent. */
  print(pages: MakePaper): Promise<boolean> {
    return this.#make(pages, async () => {
      const { printed } = await call('print_paper', { pages, only: this.only, to: this.to, despite: this.#despite.of(this.to) })
      // What was typed for this print must not hold pages of the next one back.
      if (printed) this.only = ''
      return printed ? m.sent_to_printer() : ''
    })
  }

  /** The same with the sheet that opens the vault. */
  printCode(code: string): Promise<boolean> {
    return this.#make('code', async () => {
      const { printed } = await call('print_recovery_sheet', { code })
      return printed ? m.sent_to_printer() : ''
    })
  }

  /** Asks where, and saves the pages. Tells whether it did. */
  save(pages: MakePaper, suggestedName: string): Promise<boolean> {
    return this.#make(pages, async () =>
      saved(await call('save_paper', { pages, kind: this.kind, to: this.to, despite: this.#despite.of(this.to), name: fileName(suggestedName, this.kind) })),
    )
  }

  /** The same with the sheet that opens the vault. */
  saveCode(code: string, suggestedName: string): Promise<boolean> {
    return this.#make('code', async () => saved(await call('save_recovery_sheet', { code, name: fileName(suggestedName) })))
  }

  /** Hands over what was just refused for want of a supporter's consent. Tells whether it left. */
  async anyway(): Promise<boolean> {
    return this.#despite.confirm(this.error, this.to) ? this.#again() : false
  }

  async #make(what: MakePaper | 'code', work: () => Promise<string>): Promise<boolean> {
    this.done = ''
    this.#again = () => this.#make(what, work)
    const made = await this.run(() => this.#making.during(async () => (this.done = await work())), JSON.stringify(what))
    const left = made && this.done !== ''
    if (made) this.#despite.forget()
    if (left && this.to !== '') await this.remember()
    return left
  }
}

/** Says where a file is, and when nobody can say that its folder is safely stored. */
function saved({ path, flushed }: PaperSaved): string {
  if (path === null) return ''
  return flushed ? m.saved_to({ path }) : m.saved_to_unsure({ path })
}

/** How the name of a file of each kind ends. */
const ENDING: Record<FileKind, string> = { pdf: 'pdf', fillable: 'pdf', docx: 'docx', text: 'txt', html: 'html', fhir: 'json' }

/** Makes a name that every file system takes, with the ending of its kind. */
export function fileName(name: string, kind: FileKind = 'pdf'): string {
  const kept = Array.from(name.replace(/\.(pdf|docx|txt|html|json)$/i, ''), (c) => (c < ' ' || '<>:"/\\|?*'.includes(c) ? ' ' : c)).join('')
  return `${kept.replace(/\s+/g, ' ').trim().slice(0, 120) || 'Waymark'}.${ENDING[kind]}`
}
