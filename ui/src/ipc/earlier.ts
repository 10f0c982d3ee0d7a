//! From the place of a text field to the text in the record, so that every field can be asked how it read before. The page
//! names places, so it reads them here and nowhere else.

import { call } from './client'
import type { EarlierText, NoteSectionKind, PersonId, TextPlace } from './generated/types'

/** Which text of the record a place holds; `null` for what is no part of it, such as a form that is not kept yet. */
export function textAt(place: string): { place: TextPlace; field: string } | null {
  const [kind = '', id = '', ...rest] = place.split('/')
  const [first = '', second = '', third = ''] = rest
  switch (kind) {
    case 'session':
      if (first === 'goal' && rest.length === 3) return { place: { kind: 'goalReview', session: id, goal: second }, field: third }
      if (first === 'practice' && rest.length === 3) return { place: { kind: 'practiceReview', practice: second }, field: third }
      if (first === 'plan' && rest.length === 3) return second.startsWith('new-') ? null : { place: { kind: 'practice', practice: second }, field: third }
      return rest.length === 1 ? { place: { kind: 'session', session: id }, field: first } : null
    case 'goal':
      if (id === 'new') return null
      if (rest.length === 2) return second === 'words' ? { place: { kind: 'shortTermGoal', goal: first }, field: second } : { place: { kind: 'step', step: first }, field: second }
      return rest.length === 1 ? { place: { kind: 'goal', goal: id }, field: first } : null
    case 'supporter':
      return first === 'new' || rest.length !== 2 ? null : { place: { kind: 'supporter', supporter: first }, field: second }
    case 'note':
      return rest.length === 2 ? { place: { kind: 'section', note: id, section: first as NoteSectionKind }, field: second } : null
    case 'answer': {
      const [topic = '', block = '', field = '', row = '', sheet = ''] = rest
      return rest.length === 5 && id !== '' ? { place: { kind: 'answer', key: { topic, block, field, row: Number(row), sheet: sheet === '' ? null : sheet } }, field: 'value' } : null
    }
    default:
      return null
  }
}

/** What asks how the words of a place read before; nothing where nothing keeps that. */
export function earlierAt(place: string, person: PersonId | null): (() => Promise<readonly EarlierText[]>) | undefined {
  const text = textAt(place)
  if (text === null || person === null) return undefined
  return async () => (await call('earlier_texts', { person, ...text })).versions
}
