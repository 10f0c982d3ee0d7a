//! Escape as the way back: from a note to its person, and from a person to the list. Only where it means nothing else.

import { writes } from './typing'

/** Tells whether a key press leads back: nothing is written, open above the page, or has taken it already. */
export function leadsBack(event: KeyboardEvent): boolean {
  if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return false
  return !writes(event.target) && document.querySelector('dialog[open]') === null
}
