//! What is in the fake's vault, and how it changes: every change says what it touched and can be taken back, by a copy
//! of what stood there before.

import type { Answer, Area, ChainTip, Change, Goes, Note, PersonId, Practitioner, SessionRecord, Snippet, UndoLine, UndoStep } from '../generated/types'
import { now, type FakePerson } from './caseload'
import type { Copy } from './forms'
import type { FakeGroups } from './groups'

export interface Contents {
  practitioner: Practitioner
  people: FakePerson[]
  sessions: SessionRecord[]
  notes: Note[]
  snippets: Snippet[]
  /** Filled copies of forms, newest first. */
  copies: Copy[]
  answers: Record<PersonId, Answer[]>
  groups: FakeGroups
}

/** What a change is and what it touches. */
export interface Kind {
  op: string
  person: PersonId | null
  areas: Area[]
  /** Whether it stays out of what undo takes back. */
  forGood?: boolean
}

/** Entries of the audit trail that were there before the fake began. */
const BEFORE = 1234

interface Step {
  step: UndoStep
  areas: Area[]
  /** What the vault held on the other side of it. */
  other: Contents
}

export class FakeVault {
  #past: Step[] = []
  #future: Step[] = []
  /** What a backup from the start would lack. */
  #since: Goes | null = null

  constructor(public held: Contents) {}

  /** What can be taken back and done again. Unlike the core, only the newest change of all can be, by whoever it is about. */
  line(person: PersonId | null): UndoLine {
    return { undo: theirs(this.#past, person)?.step ?? null, redo: theirs(this.#future, person)?.step ?? null }
  }

  /** The end of the audit trail. */
  get chain(): ChainTip {
    const sequence = BEFORE + (this.#since?.saves ?? 0)
    return { sequence, hash: `${sequence.toString(16).padStart(8, '0')}ab12cd34`.repeat(4) }
  }

  /** What would go if the vault were put back to where it began; `null` when nothing would. */
  get since(): Goes | null {
    return this.#since
  }

  /** Changes something; `work` may return the id of what it made. */
  change({ op, person, areas, forGood = false }: Kind, work: () => unknown): Change {
    const other = structuredClone(this.held)
    const made = work()
    this.#count(op === 'sign-note' || op === 'add-addendum' || op === 'co-sign-note')
    if (!forGood) {
      const name = this.held.people.find((each) => each.person.id === person)?.person.preferredName ?? ''
      this.#past.push({ step: { op, person, name, at: now() }, areas, other })
      this.#future = []
    }
    return this.#answer(person, areas, typeof made === 'string' ? made : null)
  }

  /** Answers that everything stands as it stood; `made` is what was there already. */
  unchanged(made: string, person: PersonId | null = null): Change {
    return this.#answer(person, [], made)
  }

  /** Takes the last change back, if it is about this person. */
  takeBack(person: PersonId | null): Change {
    return this.#move(this.#past, this.#future, person)
  }

  /** Brings the last one again that was taken back. */
  bringBack(person: PersonId | null): Change {
    return this.#move(this.#future, this.#past, person)
  }

  /** Stands where it began: a backup from there was put in its place. */
  restore(held: Contents): void {
    this.held = held
    this.#since = null
    this.settle()
  }

  /** Forgets what could be taken back: something was done that stands on it. */
  settle(): void {
    this.#past = []
    this.#future = []
  }

  #move(from: Step[], to: Step[], person: PersonId | null): Change {
    const last = theirs(from, person)
    if (!last) return this.#answer(person, [], null)
    from.pop()
    to.push({ ...last, other: this.held })
    this.held = last.other
    this.#count(false)
    return this.#answer(last.step.person, last.areas, null)
  }

  #count(signed: boolean): void {
    const at = now()
    const { saves, signed: before, from } = this.#since ?? { saves: 0, signed: 0, from: at }
    this.#since = { saves: saves + 1, signed: before + (signed ? 1 : 0), from, to: at }
  }

  #answer(person: PersonId | null, areas: Area[], made: string | null): Change {
    return { savedAt: now(), touched: { person, areas }, ...this.line(person), made }
  }
}

/** The last step of all, if it is about a person. */
function theirs(steps: Step[], person: PersonId | null): Step | undefined {
  const last = steps.at(-1)
  return last && (person === null || last.step.person === person) ? last : undefined
}
