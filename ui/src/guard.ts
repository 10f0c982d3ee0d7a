//! The right-person guard of the clipboard: words copied in one person's record are not pasted into another's unasked.
//!
//! What was copied is known in memory only, and forgotten when the vault locks. Words typed by hand are nobody's business here.

import type { PersonCard } from './ipc/generated/types'

/** Whose words were copied last. */
export interface Copied {
  person: PersonCard
  text: string
}

/** Shorter than this, words are anybody's. */
const SHORTEST = 12

const bare = (text: string) => text.replace(/\s+/g, ' ').trim()

/** From whose record a text comes that is about to be pasted into somebody's; `null` where nothing speaks against it. */
export function strangerOf(copied: Copied | null, text: string, here: PersonCard | null): PersonCard | null {
  if (copied === null || here === null || copied.person.id === here.id) return null
  const words = bare(text)
  if (words.length < SHORTEST) return null
  const from = bare(copied.text)
  return from.includes(words) || words.includes(from) ? copied.person : null
}
