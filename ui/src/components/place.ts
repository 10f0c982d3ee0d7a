//! What a text field knows of where its words are kept. What is done there is the program's (`ipc/begun.svelte.ts`).

import type { EarlierText } from '../ipc/generated/types'

/** Where the words of a text field are kept. A field without one does not compile. */
export interface Place {
  /** Words that were typed here and are not where they belong yet. */
  begun: () => string | undefined
  /** Takes in what was typed; `tell` tells the field's owner, who may write it at once. What does not fit is not told. */
  typed: (words: string, tell: () => void, fits?: boolean) => void
  /** Asks how the words here read before; left out where nothing keeps that. */
  earlier?: (() => Promise<readonly EarlierText[]>) | undefined
}

/** Why the words of a field are kept nowhere. */
export type Why =
  /** They find something and say nothing. */
  | 'search'
  /** A passphrase, a code, a PIN. */
  | 'secret'
  /** Written by hand each time, as a signature is. */
  | 'byHand'
  /** There is no vault yet that could keep them. */
  | 'noVault'

/** A field whose words are kept nowhere, and why. */
export function unkept(_why: Why): Place {
  return { begun: () => undefined, typed: (_words, tell) => tell() }
}
