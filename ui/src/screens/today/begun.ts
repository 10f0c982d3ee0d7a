//! What was begun and is not kept yet, and where it stands, so that Today can lead to it on another day.

import { m, who } from '../../i18n'
import type { PersonId } from '../../ipc/generated/types'
import { hashOf } from '../../router'
import type { Lies } from '../person/person.svelte'

/** Words that wait for a button. */
export interface Begun {
  words: string
  /** The screen they stand on. */
  at: string
  /** What lies open there. */
  lies: Lies | null
}

/** Says what was begun in a place, and by its names whose; nothing of places that show it by themselves. */
export function begunIn(place: string, person: PersonId | null, name: string): Begun | null {
  const [part = '', id = '', more] = place.split('/')
  const theirs = (words: string, kind: Lies['kind'], goal = ''): Begun | null =>
    person === null || name === '' ? null : { words, at: hashOf({ screen: 'person', id: person }), lies: { kind, id: goal, late: false } }
  if (part === 'statement') return theirs(m.today_begun_statement({ name }), 'statement')
  // One that is set in a session opens there by itself.
  if (part === 'goal' && more === undefined) return theirs(m.today_begun_goal({ name }), 'goal', id)
  if (part === 'goal' && id === 'new') return theirs(m.today_begun_goal({ name }), 'goal')
  if ((part === 'supporter' || part === 'consent' || part === 'contact') && more !== undefined) return theirs(m.supporters_begun({ name }), 'supporter', more)
  if (place === 'person/new') return { words: m.today_begun_new({ many: who().Many }), at: hashOf({ screen: 'people' }), lies: null }
  if (part === 'person' && more === undefined) return theirs(m.today_begun_details({ name }), 'details')
  if (part === 'addendum') return { words: m.today_begun_addendum(), at: hashOf({ screen: 'note', id }), lies: null }
  if (place === 'practitioner') return { words: m.today_begun_you(), at: hashOf({ screen: 'settings' }), lies: null }
  if (place === 'help/contacts' || place === 'help/services') return { words: m.today_begun_help(), at: hashOf({ screen: 'help' }), lies: null }
  return null
}
