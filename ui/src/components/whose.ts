//! Choosing one of many people by typing: who fits the words, and where a key leads in the list of them.

import type { PersonCard } from '../ipc/generated/types'

/** How many are offered at once; more words leave fewer. */
export const OFFERED = 8

/** Letters as one types them on any keyboard: no case, no accents, and ø, æ, å by their plain letters as well. */
export function plain(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/ø/g, 'o')
    .replace(/æ/g, 'ae')
    .replace(/ß/g, 'ss')
}

/** Tells whether every word that is searched for stands in a text. */
export function fits(text: string, words: string): boolean {
  const within = plain(text)
  return plain(words)
    .split(/\s+/)
    .every((word) => within.includes(word))
}

/** Gives those whose name or record number fits; who was on the screen last comes first, and names that begin so before others. */
export function whoFits(people: readonly PersonCard[], words: string, near: PersonCard | null): PersonCard[] {
  const begun = plain(words.trim())
  const rank = ({ id, name }: PersonCard) => (id === near?.id ? 0 : begun !== '' && plain(name).startsWith(begun) ? 1 : 2)
  return people.filter(({ name, recordNumber }) => fits(`${name} ${recordNumber}`, words)).sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name))
}

/** What a key does in the list: moves to an option by its number, takes the one it is at, closes; nothing of ours otherwise. */
export type ListKey = { kind: 'move'; to: number } | { kind: 'take' } | { kind: 'close' } | null

/** Says what a key does, at an option by its number; -1 while it is at none. */
export function listKey(key: string, open: boolean, at: number, count: number): ListKey {
  if (key === 'Escape') return open ? { kind: 'close' } : null
  if (key === 'Enter') return open && at >= 0 ? { kind: 'take' } : null
  if (count === 0) return null
  if (key === 'ArrowDown') return { kind: 'move', to: open ? (at + 1) % count : 0 }
  if (key === 'ArrowUp') return { kind: 'move', to: at <= 0 ? count - 1 : at - 1 }
  return null
}
