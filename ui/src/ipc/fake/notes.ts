//! Notes as the made-up core has them: drafted in a format, written in, changed to another, signed, added to.

import { NOTE_FORMATS } from '../generated/rules'
import type { Area, Change, Commands, Likeness, Note, NoteFormat, NoteSection, NoteSectionKind, NoteView, SessionRecord } from '../generated/types'
import { freshId, newNote, noteFacts, now, type FakePerson } from './caseload'
import type { FakeVault } from './vault'

/** What the commands about notes need of the rest. */
export interface NoteRoom {
  vault: FakeVault
  changed: (op: string, person: string | null, areas: Area[], work: () => unknown, forGood?: boolean) => Change
  refuse: (code: 'alreadySigned' | 'unconfirmed' | 'notFound') => never
  noteOf: (id: string) => Note
  sessionOf: (id: string) => SessionRecord
  personOf: (id: string) => FakePerson
  noteView: (id: string) => NoteView
  signature: () => string
  /** The format of the settings. */
  format: () => NoteFormat
}

type Name = 'draft_note' | 'note' | 'write_note' | 'redraft_note' | 'set_note_format' | 'place_earlier' | 'note_likenesses' | 'snippets' | 'save_snippet' | 'sign_note' | 'add_addendum'

export function noteCommands({ vault, changed, refuse, noteOf, sessionOf, personOf, noteView, signature, format }: NoteRoom): { [C in Name]: (args: Commands[C][0]) => Commands[C][1] } {
  const draftAgain = (id: string, as: NoteFormat): Change => {
    const { person, session, state } = noteOf(id)
    if (state.kind === 'signed') refuse('alreadySigned')
    return changed('draft-note', person, ['notes'], () => {
      const note = noteOf(id)
      note.format = as
      note.sections = redrafted(note.sections, newNote(sessionOf(session), personOf(person), as).sections)
    })
  }
  return {
    draft_note: ({ session, format: asked }) => {
      const found = vault.held.notes.find((each) => each.session === session)
      if (found) return vault.unchanged(found.id)
      const { person } = sessionOf(session)
      return changed('draft-note', person, ['notes'], () => {
        const note = newNote(sessionOf(session), personOf(person), asked ?? format())
        vault.held.notes.push(note)
        return note.id
      })
    },
    note: ({ note }) => noteView(note),
    write_note: (ask) => {
      const { person, state: written } = noteOf(ask.note)
      if (written.kind === 'signed') refuse('alreadySigned')
      return changed('draft-note', person, ['notes'], () => {
        const section = noteOf(ask.note).sections.find((each) => each.kind === ask.section) ?? refuse('notFound')
        if (ask.text !== null) section.text = ask.text
        if (ask.judgement !== null) section.judgement = ask.judgement
        if (ask.confirmed !== null) section.unconfirmed = !ask.confirmed
      })
    },
    redraft_note: ({ note }) => draftAgain(note, noteOf(note).format),
    set_note_format: ({ note, format: as }) => draftAgain(note, as),
    place_earlier: ({ note, section, into }) => {
      const { person, format: as, sections } = noteOf(note)
      const has = (kind: NoteSectionKind) => NOTE_FORMATS[as].includes(kind)
      if (has(section) || (into !== null && !has(into)) || !sections.some((each) => each.kind === section)) refuse('notFound')
      return changed('draft-note', person, ['notes'], () => place(noteOf(note), section, into))
    },
    note_likenesses: ({ note }) => ({ likenesses: likenesses(noteOf(note), vault.held.notes) }),
    snippets: () => ({ snippets: structuredClone(vault.held.snippets) }),
    save_snippet: ({ snippet, words }) =>
      changed('save-snippet', null, ['vault'], () => {
        const id = snippet ?? freshId()
        const others = vault.held.snippets.filter((each) => each.id !== id)
        if (words.trim() === '') vault.held.snippets = others
        else if (others.length < vault.held.snippets.length) vault.held.snippets = vault.held.snippets.map((each) => (each.id === id ? { id, words } : each))
        else vault.held.snippets = [...others, { id, words }]
        return id
      }),
    sign_note: ({ note }) => {
      const { person, sections } = noteOf(note)
      if (sections.some((each) => each.unconfirmed)) refuse('unconfirmed')
      vault.settle()
      return changed('sign-note', person, ['notes'], () => {
        const signed = vault.held.notes.filter((each) => each.state.kind === 'signed').length
        noteOf(note).state = { kind: 'signed', at: now(), by: signature(), number: signed + 1, seal: '5e'.repeat(32), facts: noteFacts(sessionOf(noteOf(note).session), personOf(person), signature()), chain: vault.chain }
      }, true)
    },
    add_addendum: ({ note, words, reason }) =>
      changed('add-addendum', noteOf(note).person, ['notes'], () => {
        const id = freshId()
        noteOf(note).addenda.push({ id, kind: 'addition', words, reason, at: now(), by: signature(), seal: '7f'.repeat(32) })
        return id
      }, true),
  }
}

/** What somebody typed stays, in its section or after all of them. */
function redrafted(old: NoteSection[], fresh: NoteSection[]): NoteSection[] {
  const merged = fresh.map((section) => {
    const before = old.find((each) => each.kind === section.kind)
    if (!before) return section
    return { ...section, text: before.text === before.drafted ? section.text : before.text, judgement: before.judgement, unconfirmed: before.unconfirmed }
  })
  const left = old.filter((section) => !fresh.some((each) => each.kind === section.kind) && (section.text !== section.drafted || section.judgement !== ''))
  return [...merged, ...left.map((section) => (section.text === section.drafted ? { ...section, text: '', drafted: '', unconfirmed: false } : section))]
}

function place(note: Note, from: NoteSectionKind, into: NoteSectionKind | null): void {
  const moved = note.sections.find((each) => each.kind === from)
  note.sections = note.sections.filter((each) => each.kind !== from)
  const target = note.sections.find((each) => each.kind === into)
  if (!moved || !target) return
  const words = [moved.text, moved.judgement].filter((each) => each !== '')
  const field = target.kind === 'assessment' ? 'judgement' : 'text'
  target[field] = [target[field], ...words].filter((each) => each !== '').join('\n\n')
}

/** The same judgement, to the letter: enough to look at. */
function likenesses(note: Note, notes: readonly Note[]): Likeness[] {
  const before = notes.filter((each) => each.person === note.person && each.id !== note.id && each.on <= note.on).sort((a, b) => b.on.localeCompare(a.on))
  return note.sections.flatMap((section): Likeness[] => {
    const found = before.find((each) => each.sections.some(({ judgement }) => judgement.length > 60 && judgement === section.judgement))
    return found ? [{ kind: section.kind, written: 'judgement', note: found.id, on: found.on }] : []
  })
}
