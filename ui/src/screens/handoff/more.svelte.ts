//! More ways to hand off: the notes of some days, one person's whole record, tables for an evaluation; and a record that
//! comes from another computer.

import { app } from '../../app.svelte'
import { Despite } from '../../despite.svelte'
import { m } from '../../i18n'
import { call } from '../../ipc/client'
import type { ArchiveConflict, ArchivePlan, FileKind, FilesSaved, NotesSaved, PeopleRow, PersonId } from '../../ipc/generated/types'
import { Making } from '../../making.svelte'
import { fileName } from '../../paper.svelte'
import { Work } from '../../work.svelte'
import { NewPassphrase } from '../unlock/passphrase.svelte'

/** As what a person's whole record leaves. */
export type Whole = 'folder' | 'fhir' | 'archive'

/** The notes of a day or of several. */
export class Days extends Work {
  from = $state(app.today)
  until = $state(app.today)
  waiting = $state(false)
  kind = $state<FileKind>('pdf')
  to = $state('')
  saved = $state.raw<NotesSaved | null>(null)
  readonly wrong = $derived(this.from > this.until)
  readonly making = new Making()
  readonly #despite = new Despite()

  /** Saves them; with `others`, only those that whoever gets them may see. */
  save(others = false): Promise<boolean> {
    return this.run(async () => {
      this.saved = null
      const { from, until, waiting, kind, to } = this
      const despite = this.#despite.of(to)
      const saved = await this.making.during(() => call('save_notes', { which: { from, until, waiting }, kind, to, despite, others }))
      this.#despite.forget()
      if (saved.folder !== null) this.saved = saved
    })
  }

  /** Saves them for a supporter who has no consent to see all of it; somebody has read that. */
  async anyway(): Promise<void> {
    if (this.#despite.confirm(this.error, this.to)) await this.save()
  }
}

/** One person's whole record. */
export class WholeRecord extends Work {
  people = $state.raw<readonly PeopleRow[]>([])
  person = $state<PersonId | ''>('')
  as = $state<Whole>('folder')
  to = $state('')
  readonly chosen = new NewPassphrase()
  readonly making = new Making()
  /** Where a single file is; empty until it is somewhere. */
  path = $state('')
  unsure = $state(false)
  files = $state.raw<FilesSaved | null>(null)
  /** To whom it can go; `null` until somebody is chosen. */
  known = $state.raw<readonly string[] | null>(null)
  readonly #despite = new Despite()

  /** Asks who there is. */
  load(): Promise<boolean> {
    return this.attempt(async () => (this.people = (await call('people', {})).people))
  }

  /** Asks who is on their side; whoever is not offered can still be typed. */
  async remember(): Promise<void> {
    this.known = await call('recipients', { person: this.person || null }).then(
      ({ known }) => known,
      () => null,
    )
  }

  /** Saves it for a supporter who has no consent to see all of it; somebody has read that. */
  async anyway(): Promise<void> {
    if (this.#despite.confirm(this.error, this.to)) await this.save()
  }

  async save(): Promise<void> {
    if (this.as === 'archive' && !(await this.chosen.ready())) return
    await this.run(async () => {
      const row = this.people.find((each) => each.card.id === this.person)
      if (!row) return
      this.path = ''
      this.files = null
      const { to } = this
      const despite = this.#despite.of(to)
      const person = row.card.id
      if (this.as === 'folder') {
        const files = await this.making.during(() => call('save_folder', { person, to, despite }))
        if (files.folder !== null) this.files = files
        this.#despite.forget()
        return
      }
      const name = m.more_record_file({ name: row.card.name, day: app.today })
      const ask = { person, to, despite, name: fileName(name, 'fhir') }
      const { path, flushed } = this.as === 'fhir' ? await call('save_record', ask) : await call('save_archive', { ...ask, name, passphrase: this.chosen.first })
      this.#despite.forget()
      this.path = path ?? ''
      this.unsure = !flushed
      if (path !== null) this.chosen.clear()
    })
  }
}

/** Tables for an evaluation. */
export class Tables extends Work {
  identified = $state(false)
  reason = $state('')
  to = $state('')
  files = $state.raw<FilesSaved | null>(null)

  save(): Promise<boolean> {
    return this.run(async () => {
      this.files = null
      const { identified, reason, to } = this
      const files = await call('save_evaluation', { identified, reason: identified ? reason : '', to })
      if (files.folder !== null) this.files = files
    })
  }
}

/** Which side of a difference somebody chose. */
export type Side = 'here' | 'file'

/** What differs and is decided together: a value, or several that mean something only together. */
export interface Difference {
  id: string
  first: ArchiveConflict
  values: ArchiveConflict[]
}

/** A record from another computer: looked into first, then brought in. Nothing is chosen but by somebody, and ours stands where nothing is. */
export class Elsewhere extends Work {
  file = $state('')
  passphrase = $state('')
  plan = $state.raw<ArchivePlan | null>(null)
  #sides = $state.raw<ReadonlyMap<string, Side>>(new Map())
  /** Whose record was brought in last. */
  brought = $state.raw<{ name: string; colour: number | null; taken: number } | null>(null)

  /** What can be decided, in the order of the record. */
  readonly open = $derived.by(() => {
    const found = new Map<string, Difference>()
    for (const conflict of this.plan?.conflicts ?? []) {
      if (conflict.together === null) continue
      const id = `${conflict.table} ${conflict.row} ${conflict.together}`
      const known = found.get(id)
      if (known) known.values.push(conflict)
      else found.set(id, { id, first: conflict, values: [conflict] })
    }
    return [...found.values()]
  })

  /** What stays as it is here, whatever anybody chooses. */
  readonly stays = $derived((this.plan?.conflicts ?? []).filter(({ together }) => together === null))

  /** How many differences are taken from the file. */
  get taken(): number {
    return [...this.#sides.values()].filter((side) => side === 'file').length
  }

  side({ id }: Difference): Side | null {
    return this.#sides.get(id) ?? null
  }

  choosing({ id }: Difference, side: Side): void {
    this.#sides = new Map([...this.#sides, [id, side]])
  }

  choose(): Promise<boolean> {
    return this.run(async () => {
      const { path } = await call('choose_file', {})
      if (path === null) return
      this.file = path
      this.#forget()
    }, 'choose')
  }

  look(): Promise<boolean> {
    return this.run(async () => {
      this.#forget()
      this.plan = await call('plan_archive', { file: this.file, passphrase: this.passphrase })
    })
  }

  bring(): Promise<boolean> {
    return this.run(async () => {
      const { file, passphrase, plan, taken } = this
      const chosen = this.open.filter((difference) => this.side(difference) === 'file').flatMap(({ values }) => values)
      const take = chosen.map(({ table, row, field, ours, theirs }) => ({ table, row, field, ours, theirs }))
      await call('merge_archive', { file, passphrase, take })
      this.#forget()
      this.brought = plan && { name: plan.name, colour: plan.here?.colour ?? null, taken }
      this.passphrase = ''
      this.file = ''
    })
  }

  #forget(): void {
    this.plan = null
    this.#sides = new Map()
    this.brought = null
  }
}

/** How many entries would come in. */
export function coming(plan: ArchivePlan): number {
  return plan.added.reduce((sum, part) => sum + part.rows, 0)
}
