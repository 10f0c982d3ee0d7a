//! Fields as the core would send them, for the development page and component tests.

import type { Breadth, Field, Input, Marked } from '../generated/types'

const BREADTH: Record<Input['kind'], Breadth> = { text: 'most', longText: 'whole', date: 'little', number: 'little', scale: 'whole', oneOf: 'whole', anyOf: 'whole' }
const MARKED: Record<Input['kind'], Marked> = { text: 'nowhere', longText: 'nowhere', date: 'nowhere', number: 'nowhere', scale: 'onALine', oneOf: 'inCells', anyOf: 'inCells' }

/** Makes a field, set as most of its kind are; the core looks closer. */
export function field(id: string, label: string, input: Input, marked: Marked = MARKED[input.kind]): Field {
  return { id, label, hint: '', input, layout: { breadth: BREADTH[input.kind], marked } }
}
