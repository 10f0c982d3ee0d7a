//! The items of an instrument as a row each, for typing in what stands on paper: which values each takes, and what was typed.
//! Pure. A choice whose id is a number is typed as that number, any other by its place on the page, from 1.

import { readNumber } from '../../i18n'
import type { Answer, AnswerKey, AnswerValue, Document, Field, Missing } from '../../ipc/generated/types'

/** One item. */
export interface Item {
  key: AnswerKey
  label: string
  /** What can be typed, each with the answer it means; empty for a number. */
  values: readonly { typed: string; option: string; label: string }[]
  /** The range of a number; `null` for a choice. */
  range: { min: number; max: number } | null
}

const isNumber = (id: string) => /^\d+$/.test(id)

function choices(options: readonly { id: string; label: string }[]): Item['values'] {
  // What is no number among numbers, such as "does not apply", is said as a reason and not as a value.
  const numbers = options.filter(({ id }) => isNumber(id))
  if (numbers.length > 0) return numbers.map(({ id, label }) => ({ typed: id, option: id, label }))
  return options.map(({ id, label }, place) => ({ typed: String(place + 1), option: id, label }))
}

/** Lists the items of a page that are typed in: ratings, knowledge checks, and worksheet fields with choices or numbers. */
export function itemsOf({ blocks, topic, sheet }: Pick<Document, 'blocks' | 'topic' | 'sheet'>): Item[] {
  if (topic === null) return []
  const at = (block: string, field: string): AnswerKey => ({ topic, block, field, row: 0, sheet })
  return blocks.flatMap((block): Item[] => {
    switch (block.kind) {
      case 'rating':
        return block.rows.map((row) => ({ key: at(block.id, row.id), label: row.label, values: choices(block.levels), range: null }))
      case 'knowledgeCheck':
        return block.questions.map((question) => ({ key: at(block.id, question.id), label: question.prompt, values: choices(question.choices), range: null }))
      case 'worksheet':
        return block.parts.flatMap((part) => (part.kind === 'field' ? ofField(at(block.id, part.field.id), part.field) : []))
      default:
        return []
    }
  })
}

function ofField(key: AnswerKey, { label, input }: Field): Item[] {
  if (input.kind === 'oneOf') return [{ key, label, values: choices(input.choices), range: null }]
  if (input.kind === 'number' || input.kind === 'scale') return [{ key, label, values: [], range: { min: input.min, max: input.max } }]
  return []
}

/** Reads what was typed for an item; `undefined` for what it does not take. */
export function read({ values, range }: Item, typed: string): AnswerValue | null | undefined {
  const text = typed.trim()
  if (text === '') return null
  if (range === null) {
    const found = values.find((value) => value.typed === text)
    return found && { kind: 'choice', value: found.option }
  }
  const value = readNumber(text)
  return value !== null && range.min <= value && value <= range.max ? { kind: 'number', value } : undefined
}

/** What stands at an item: the typed value, and why there is none. */
export function stands(item: Item, answers: readonly Answer[]): { typed: string; missing: Missing | null } {
  const { block, field } = item.key
  const value = answers.find(({ key }) => key.block === block && key.field === field)?.value
  if (value?.kind === 'missing') return { typed: '', missing: value.value }
  if (value?.kind === 'choice') {
    const known = item.values.find(({ option }) => option === value.value)
    // "Does not apply" is a choice on some pages.
    return known ? { typed: known.typed, missing: null } : { typed: '', missing: 'notApplicable' }
  }
  return { typed: value?.kind === 'number' ? String(value.value) : value?.kind === 'asTyped' ? value.value : '', missing: null }
}

/** Says which values an item takes: "1, 2, 3", "0–10". */
export function takes({ values, range }: Item): string {
  return range === null ? values.map(({ typed }) => typed).join(', ') : `${String(range.min)}–${String(range.max)}`
}
