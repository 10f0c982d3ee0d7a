//! Saving what is answered on a page: words in small steps, ticks and choices at once.

import type { AnswerKey, AnswerValue } from '../ipc/generated/types'
import { saver, type Write } from '../ipc/saver.svelte'

/** Saves an answer; a later one in the same place replaces it while it waits. */
export function saveAnswer(key: AnswerKey, value: AnswerValue | null, write: Write): void {
  const place = `answer/${key.topic}/${key.block}/${key.field}/${String(key.row)}/${key.sheet ?? ''}`
  // A tick or a choice is finished; everything else is still being written.
  if (value?.kind === 'choice' || value?.kind === 'ticks') void saver.now(place, write)
  else saver.later(place, write)
}
