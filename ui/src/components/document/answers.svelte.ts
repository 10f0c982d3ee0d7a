//! The answers of one page: what each field shows, and what is told when it changes.
//!
//! It keeps no copy of the rules: whether an answer fits is the core's to say. It only knows how an answer is named
//! and that an empty one is taken back (`null`), so that every block asks and tells in the same words.

import { SvelteMap } from 'svelte/reactivity'
import type { Place } from '../place'
import type { AnswerKey, AnswerValue, Document, WorksheetPart } from '../../ipc/generated/types'

/** Tells that a field was answered, or with `null` that its answer was taken back. */
export type Tell = (key: AnswerKey, value: AnswerValue | null) => void

/** Names where the words of a field are kept. */
export type PlaceOf = (key: AnswerKey) => Place

/** A page that cannot be filled keeps nothing. */
const NOWHERE: Place = { begun: () => undefined, typed: (_words, tell) => tell() }

/** The core takes rows 0 to 99 of a repeating group. */
const MOST_ROWS = 100

type Group = Extract<WorksheetPart, { kind: 'group' }>

export class PageAnswers {
  /** Whether fields can be filled: a page without a topic has no place for answers. */
  readonly open: boolean
  #values = new SvelteMap<string, AnswerValue>()
  #added = new SvelteMap<string, number>()

  constructor(
    private readonly document: Pick<Document, 'topic' | 'sheet' | 'answers'>,
    private readonly tell?: Tell,
    private readonly placeOf?: PlaceOf,
  ) {
    this.open = document.topic !== null && tell !== undefined
    for (const { key, value } of document.answers) {
      this.#values.set(place(key.block, key.field, key.row), value)
    }
  }

  /** Where the words of a field are kept. */
  place(block: string, field: string, row = 0): Place {
    const { topic, sheet } = this.document
    return topic === null || this.placeOf === undefined ? NOWHERE : this.placeOf({ topic, block, field, row, sheet })
  }

  text(block: string, field: string, row = 0): string {
    const value = this.#values.get(place(block, field, row))
    return value?.kind === 'text' ? value.value : ''
  }

  choice(block: string, field: string, row = 0): string | null {
    const value = this.#values.get(place(block, field, row))
    return value?.kind === 'choice' ? value.value : null
  }

  number(block: string, field: string, row = 0): number | null {
    const value = this.#values.get(place(block, field, row))
    return value?.kind === 'number' ? value.value : null
  }

  date(block: string, field: string, row = 0): string | null {
    const value = this.#values.get(place(block, field, row))
    return value?.kind === 'date' ? value.value : null
  }

  /** What was typed into a place for a number or a day and is none that fits there. */
  typed(block: string, field: string, row = 0): string {
    const value = this.#values.get(place(block, field, row))
    return value?.kind === 'asTyped' ? value.value : ''
  }

  ticked(block: string, field: string, option: string, row = 0): boolean {
    const value = this.#values.get(place(block, field, row))
    return value?.kind === 'ticks' && value.value.includes(option)
  }

  /** Takes the words as they are: own words are never trimmed. */
  write(block: string, field: string, text: string, row = 0): void {
    this.#set(block, field, row, text === '' ? null : { kind: 'text', value: text })
  }

  /** Puts words given elsewhere into a field: behind what stands there, on a line of their own, and changed in nothing. */
  take(block: string, field: string, words: string, row = 0): void {
    const there = this.text(block, field, row)
    this.write(block, field, there === '' ? words : `${there}\n${words}`, row)
  }

  /** Tells whether a field holds these words already, in any of its rows. */
  holds(block: string, field: string, words: string): boolean {
    for (let row = 0; row < MOST_ROWS; row += 1) {
      if (this.text(block, field, row).includes(words)) return true
    }
    return false
  }

  /** Puts words into the first row of a group that has none in this column, and says which row that is. */
  takeRow(block: string, group: Group, field: string, words: string): number {
    const rows = this.rows(block, group)
    let row = 0
    while (row < rows && this.text(block, field, row) !== '') row += 1
    row = Math.min(row, MOST_ROWS - 1)
    this.take(block, field, words, row)
    return row
  }

  /** Chooses an option; choosing it again takes it back, since nobody must be stuck with an answer. */
  choose(block: string, field: string, option: string, row = 0): void {
    const again = this.choice(block, field, row) === option
    this.#set(block, field, row, again ? null : { kind: 'choice', value: option })
  }

  /** Picks an option from a list; the empty one takes the answer back. */
  pick(block: string, field: string, option: string, row = 0): void {
    this.#set(block, field, row, option === '' ? null : { kind: 'choice', value: option })
  }

  /** Marks a number; marking it again takes it back. */
  mark(block: string, field: string, number: number, row = 0): void {
    const again = this.number(block, field, row) === number
    this.#set(block, field, row, again ? null : { kind: 'number', value: number })
  }

  /** Sets what typing came to: the number or day that was read, else the text as it stands, else nothing. */
  type(block: string, field: string, text: string, read: Extract<AnswerValue, { kind: 'number' | 'date' }> | null, row = 0): void {
    this.#set(block, field, row, text.trim() === '' ? null : (read ?? { kind: 'asTyped', value: text }))
  }

  tick(block: string, field: string, option: string, on: boolean, row = 0): void {
    const value = this.#values.get(place(block, field, row))
    const others = value?.kind === 'ticks' ? value.value.filter((o) => o !== option) : []
    const ticks = on ? [...others, option].sort() : others
    this.#set(block, field, row, ticks.length === 0 ? null : { kind: 'ticks', value: ticks })
  }

  /** Says how many rows of a repeating group are shown: enough for its answers, and the ones somebody added. */
  rows(block: string, group: Group): number {
    let answered = 0
    for (const field of group.fields) {
      for (let row = MOST_ROWS - 1; row >= answered; row -= 1) {
        if (this.#values.has(place(block, field.id, row))) {
          answered = row + 1
          break
        }
      }
    }
    return Math.max(group.rows, answered, this.#added.get(`${block}/${group.id}`) ?? 0)
  }

  /** Adds an empty row; it is on disk as soon as something is written in it. */
  addRow(block: string, group: Group): void {
    this.#added.set(`${block}/${group.id}`, Math.min(this.rows(block, group) + 1, MOST_ROWS))
  }

  canAddRow(block: string, group: Group): boolean {
    return this.open && this.rows(block, group) < MOST_ROWS
  }

  #set(block: string, field: string, row: number, value: AnswerValue | null): void {
    const topic = this.document.topic
    if (topic === null || this.tell === undefined) return
    if (value === null) this.#values.delete(place(block, field, row))
    else this.#values.set(place(block, field, row), value)
    this.tell({ topic, block, field, row, sheet: this.document.sheet }, value)
  }
}

function place(block: string, field: string, row: number): string {
  return `${block}/${field}/${row}`
}
