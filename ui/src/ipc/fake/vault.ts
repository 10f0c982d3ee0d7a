//! What is in the fake's vault, and how it changes: every change says what it touched and can be taken back, by a copy
//! of what stood there before.

import type { Answer, Area, Change, Note, PersonId, Practitioner, SessionRecord, UndoStep } from '../generated/types'
import { now, type FakePerson } from './caseload'
import type { Copy } from './forms'

export interface Contents {
  practitioner: Practitioner
  people: FakePerson[]
  sessions: SessionRecord[]
  notes: Note[]
  /** Filled copies of forms, newest first. */
  copies: Copy[]
  answers: Record<PersonId, Answer[]>
}

/** What a change is and what it touches. */
export interface Kind {
  op: string
  person: PersonId | null
  areas: Area[]
  /** Whether it stays out of what undo takes back. */
  forGood?: boolean
}

interface Step {
  step: UndoStep
  areas: Area[]
  /** What the vault held on the other side of it. */
  other: Contents
}

export class FakeVault {
  #past: Step[] = []
  #future: Step[] = []

  constructor(public held: Contents) {}

  get undo(): UndoStep | null {
    return this.#past.at(-1)?.step ?? null
  }
  get redo(): UndoStep | null {
    return this.#future.at(-1)?.step ?? null
  }

  /** Changes something; `work` may return the id of what it made. */
  change({ op, person, areas, forGood = false }: Kind, work: () => unknown): Change {
    const other = structuredClone(this.held)
    const made = work()
    if (!forGood) {
      this.#past.push({ step: { op, person, at: now() }, areas, other })
      this.#future = []
    }
    return this.#answer(person, areas, typeof made === 'string' ? made : null)
  }

  /** Answers that everything stands as it stood; `made` is what was there already. */
  unchanged(made: string): Change {
    return this.#answer(null, [], made)
  }

  /** Takes the last change back; `null` when there is none. */
  takeBack(): Change | null {
    return this.#move(this.#past, this.#future)
  }

  /** Brings the last one again that was taken back. */
  bringBack(): Change | null {
    return this.#move(this.#future, this.#past)
  }

  /** Forgets what could be taken back: something was done that stands on it. */
  settle(): void {
    this.#past = []
    this.#future = []
  }

  #move(from: Step[], to: Step[]): Change | null {
    const last = from.pop()
    if (!last) return null
    to.push({ ...last, other: this.held })
    this.held = last.other
    return this.#answer(last.step.person, last.areas, null)
  }

  #answer(person: PersonId | null, areas: Area[], made: string | null): Change {
    return { savedAt: now(), touched: { person, areas }, undo: this.undo, redo: this.redo, made }
  }
}
