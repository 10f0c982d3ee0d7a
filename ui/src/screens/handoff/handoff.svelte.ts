//! What waits to be handed off, and what has left.

import { m } from '../../i18n'
import { call } from '../../ipc/client'
import type { Area, HandOffLine, HandOffView, MakePaper, NoteCard, NoteId, PersonCard, PersonId } from '../../ipc/generated/types'
import { Paper } from '../../paper.svelte'
import { Shown } from '../../shown.svelte'

export class HandOff extends Shown<HandOffView> {
  view = $state.raw<HandOffView | null>(null)
  readonly paper = new Paper()
  protected readonly areas: readonly Area[] = ['notes', 'handOffs', 'people']

  protected read(): Promise<HandOffView> {
    return call('hand_off', {})
  }

  protected take(view: HandOffView): void {
    if (this.view === null) void this.paper.remember()
    this.view = view
  }

  /** Whether a note is co-signed, or waits to be; empty where nobody is to co-sign. */
  coSigning(note: NoteId): string {
    if (this.view?.coSigned.includes(note)) return m.cosign_mark()
    return this.view?.toCoSign.some((each) => each.id === note) ? m.cosign_waiting() : ''
  }

  print(note: NoteCard): Promise<void> {
    return this.#hand(note, (ask) => this.paper.print(ask))
  }

  save(note: NoteCard): Promise<void> {
    return this.#hand(note, (ask) => this.paper.save(ask, m.handoff_file({ name: note.person.name, day: note.on })))
  }

  /** Hands over what a supporter had no consent to see; somebody has read that. */
  async anyway(): Promise<void> {
    if (await this.paper.anyway()) await this.load()
  }

  async #hand(note: NoteCard, how: (ask: MakePaper) => Promise<boolean>): Promise<void> {
    await this.run(async () => {
      const left = await how({ paper: { kind: 'note', note: note.id }, size: 'normal', format: null })
      // A dialog that was left leaves everything as it was.
      if (left) await this.load()
    }, note.id)
  }
}

/** Puts the notes of each person together, in the order in which they first come. */
export function byPerson(notes: readonly NoteCard[]): { person: PersonCard; notes: NoteCard[] }[] {
  const groups = new Map<PersonId, { person: PersonCard; notes: NoteCard[] }>()
  for (const note of notes) {
    const group = groups.get(note.person.id)
    if (group) group.notes.push(note)
    else groups.set(note.person.id, { person: note.person, notes: [note] })
  }
  return [...groups.values()]
}

const WHAT: Partial<Record<string, () => string>> = {
  note: m.handoff_what_note,
  handout: m.handoff_what_handout,
  sheet: m.handoff_what_sheet,
  goals: m.handoff_what_goals,
  slip: m.handoff_what_slip,
  recoverySheet: m.handoff_what_recovery,
  erasureReceipt: m.erasure_page,
  record: m.handoff_what_record,
  personalFolder: m.handoff_what_folder,
  supervision: m.handoff_what_supervision,
  folder: m.handoff_what_record,
  archive: m.handoff_what_record,
  evaluation: m.handoff_what_evaluation,
  caseload: m.handoff_what_caseload,
}

/** Says what left, in words. */
export function whatWords({ what, draft }: Pick<HandOffLine, 'what' | 'draft'>): string {
  const words = (WHAT[what] ?? m.handoff_what_other)()
  return draft ? m.handoff_draft({ what: words }) : words
}

/** By the ending of its name. */
const SAVED: Partial<Record<string, () => string>> = {
  pdf: m.handoff_as_pdf,
  docx: m.handoff_as_docx,
  txt: m.handoff_as_text,
  html: m.handoff_as_html,
  fhir: m.handoff_as_fhir,
  csv: m.handoff_as_csv,
  folder: m.handoff_as_folder,
  archive: m.handoff_as_archive,
}

/** Says how it left, or that it did not. */
export function howWords({ format, outcome }: Pick<HandOffLine, 'format' | 'outcome'>): string {
  if (outcome === 'begun') return m.handoff_begun()
  const left = outcome === 'left'
  const saved = SAVED[format]
  if (saved) return left ? saved() : m.handoff_not_pdf()
  if (format === 'print') return left ? m.handoff_as_print() : m.handoff_not_print()
  // "print 2-4, 7": only those pages.
  if (format.startsWith('print ')) return left ? m.handoff_as_print_some({ pages: format.slice('print '.length) }) : m.handoff_not_print()
  return left ? m.handoff_as_other() : m.handoff_not_other()
}
