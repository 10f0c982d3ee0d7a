//! What waits to be handed off, and what has left.

import { m } from '../../i18n'
import { asApiError, call } from '../../ipc/client'
import type { ApiError, HandOffView, MakePaper, NoteCard, NoteId, PersonCard, PersonId } from '../../ipc/generated/types'
import { Paper } from '../../paper.svelte'

export class HandOff {
  view = $state.raw<HandOffView | null>(null)
  error = $state.raw<ApiError | null>(null)
  /** Which note is on its way, so that only its buttons wait. */
  busyWith = $state<NoteId | null>(null)
  readonly paper = new Paper()

  async load(): Promise<void> {
    try {
      this.view = await call('hand_off', {})
      this.error = null
    } catch (error) {
      this.error = asApiError(error)
    }
  }

  print(note: NoteCard): Promise<void> {
    return this.#hand(note, (ask) => this.paper.print(ask))
  }

  save(note: NoteCard): Promise<void> {
    return this.#hand(note, (ask) => this.paper.save(ask, m.handoff_file({ name: note.person.name, day: note.on })))
  }

  async #hand(note: NoteCard, how: (ask: MakePaper) => Promise<boolean>): Promise<void> {
    this.busyWith = note.id
    const left = await how({ paper: { kind: 'note', note: note.id }, size: 'normal', format: null })
    this.busyWith = null
    // A dialog that was left leaves everything as it was.
    if (left) await this.load()
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
  goalSheet: m.handoff_what_goalSheet,
}

/** Says what left, in words. */
export function whatWords(what: string): string {
  return (WHAT[what] ?? m.handoff_what_other)()
}

/** Says how it left. */
export function howWords(format: string): string {
  if (format === 'pdf') return m.handoff_as_pdf()
  return format === 'print' ? m.handoff_as_print() : m.handoff_as_other()
}
