//! Search, the ledger and a table of people, as the made-up core has them: enough to look at, nothing clever.

import type { CaseloadView, FoundKind, LedgerLine, PersonCard, Search, SearchHit, SearchView } from '../generated/types'
import type { Contents } from './vault'

/** Finds words as the core does, as far as a page needs it to be looked at. */
export function search(held: Contents, card: (id: string) => PersonCard, ask: Search): SearchView {
  const words = ask.words.toLowerCase().split(/\s+/).filter((word) => word !== '')
  const hits: SearchHit[] = []
  const add = (person: string, kind: FoundKind, day: string | null, title: string, lead: SearchHit['lead'], field: string, text: string) => {
    const at = words.length > 0 ? text.toLowerCase().indexOf(words[0] ?? '') : -1
    if (at < 0 || !words.every((word) => text.toLowerCase().includes(word))) return
    if (ask.person !== null && ask.person !== person) return
    const end = at + (words[0]?.length ?? 0)
    const pieces = [{ text: text.slice(0, at), found: false }, { text: text.slice(at, end), found: true }, { text: text.slice(end), found: false }].filter((piece) => piece.text !== '')
    hits.push({ person: card(person), kind, day, title, lead, excerpts: [{ field, afterMore: false, beforeMore: false, pieces }] })
  }
  for (const { person, statements, goals, practices } of held.people) {
    add(person.id, 'person', person.startedOn, '', { to: 'person' }, 'preferred_name', person.preferredName)
    for (const each of statements) add(person.id, 'statement', each.on, '', { to: 'statement' }, 'words', each.words)
    for (const goal of goals) add(person.id, 'goal', goal.setOn, '', { to: 'goal', goal: goal.id }, 'words', goal.words)
    for (const each of practices) add(person.id, 'practice', each.agreedOn, '', { to: 'session', session: each.agreedIn }, 'what', each.what)
  }
  for (const session of held.sessions) add(session.person, 'session', session.on, '', { to: 'session', session: session.id }, 'agenda', session.agenda)
  for (const note of held.notes) for (const section of note.sections) add(note.person, 'noteSection', note.on, section.kind, { to: 'note', note: note.id }, 'text', section.text)
  hits.sort((a, b) => (b.day ?? '').localeCompare(a.day ?? ''))
  return { hits: hits.slice(ask.skip, ask.skip + 30), more: hits.length > ask.skip + 30, narrow: false }
}

/** A few entries of a ledger. */
export function ledger(cards: readonly PersonCard[]): LedgerLine[] {
  const at = (minute: number) => ({ millis: Date.parse('2026-11-21T09:00:00Z') - minute * 60_000, offset: 60 })
  const ops = [['signNote', 'signed'], ['handOff', 'left'], ['closeSession', 'changed'], ['recordSession', 'changed'], ['startSession', 'created'], ['openVault', 'vault'], ['backUp', 'left'], ['addPerson', 'created']] as const
  return ops.map(([op, kind], i) => ({ sequence: ops.length - i, at: at(i * 47), op, kind, person: kind === 'vault' || op === 'backUp' ? null : (cards[i % cards.length] ?? null), erased: false, by: 'Kari Lund', detail: op === 'backUp' ? 'schedule' : '' }))
}

/** A table with one of each thing that can be said of a row. */
export const TABLE: CaseloadView = {
  path: '/home/kari/Documents/caseload.csv',
  how: { columns: ['name', 'recordNumber', 'startedOn', null], headings: true, dayFirst: true },
  encoding: 'windows1252',
  separator: ';',
  columns: [
    { heading: 'Navn', samples: ['Søren Krogh', 'Åse Lien', 'Per Aas'] },
    { heading: 'Journalnr.', samples: ['0501', '0502', '0503'] },
    { heading: 'Start', samples: ['3.9.2026', '17.9.2026'] },
    { heading: 'Team', samples: ['Nord', 'Syd'] },
  ],
  rows: 14,
  ready: 10,
  faulty: 3,
  twice: 1,
  lines: [
    { line: 4, name: '', recordNumber: '0503', faults: [{ kind: 'nameMissing' }], twice: null },
    { line: 7, name: 'Ida Foss', recordNumber: '0506', faults: [{ kind: 'noDay', column: 'startedOn', text: '31.02.2026' }], twice: null },
    { line: 9, name: 'Bo Lund', recordNumber: '0508', faults: [{ kind: 'ahead', text: '1.12.2027' }], twice: null },
    { line: 11, name: 'Maria Halvorsen', recordNumber: '', faults: [], twice: { name: 'Maria Halvorsen', line: null, sameNumber: false } },
    { line: 2, name: 'Søren Krogh', recordNumber: '0501', faults: [], twice: null },
    { line: 3, name: 'Åse Lien', recordNumber: '0502', faults: [], twice: null },
  ],
  seen: '0123456789abcdef',
}
