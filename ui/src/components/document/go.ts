//! Goes to a field once it is drawn, behind its words, so that one can go on writing.

import { tick } from 'svelte'

/** Focuses the first place to write below an element. */
export async function goToWords(within: HTMLElement, selector = ''): Promise<void> {
  await tick()
  const found = within.querySelector<HTMLTextAreaElement | HTMLInputElement>(`${selector} :is(textarea, input)`)
  found?.focus()
  found?.setSelectionRange(found.value.length, found.value.length)
}
