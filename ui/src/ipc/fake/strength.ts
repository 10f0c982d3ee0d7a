//! How strong a passphrase is, guessed from its length; the core knows better.

import type { Commands } from '../generated/types'

export function strength(text: string): Commands['passphrase_strength'][1] {
  const words = text.trim().split(/\s+/).filter((word) => word.length > 2).length
  const score = text.length < 8 ? 0 : text.length < 12 ? 1 : words >= 4 || text.length > 20 ? 4 : words >= 3 ? 3 : 2
  return { score, accepted: text.length >= 12 && score >= 3, guessesLog10: score * 4, length: text.length }
}
