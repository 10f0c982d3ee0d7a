//! Who hears that the record has changed: the undo button and whatever is on the screen. The client tells, they decide.

import type { Change } from './generated/types'

/** How a change came about: as words that stand on the screen already, or as something that was done. */
export type Manner = 'typed' | 'done'

/** Hears of a change; of `null` when something may have changed and nobody here knows what. */
export type Hearer = (change: Change | null, manner: Manner) => void | Promise<void>

const hearers = new Set<Hearer>()

/** Has every change told to `hearer`; returns what ends it. */
export function hear(hearer: Hearer): () => void {
  hearers.add(hearer)
  return () => hearers.delete(hearer)
}

/** Tells of a change; returns once everybody has followed it. */
export async function tell(change: Change | null, manner: Manner): Promise<void> {
  await Promise.all([...hearers].map((hearer) => hearer(change, manner)))
}
