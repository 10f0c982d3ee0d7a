//! Saving what is answered on a page: words in small steps, ticks and choices at once.

import type { AnswerKey, AnswerValue, PersonId } from '../ipc/generated/types'
import { saver, type Write } from '../ipc/saver.svelte'

/** Names where an answer belongs. The turned screen does not know whose it is; the core does. */
export function answerPlace(person: PersonId | null, key: AnswerKey): string {
  return `answer/${person ?? ''}/${key.topic}/${key.block}/${key.field}/${String(key.row)}/${key.sheet ?? ''}`
}

/** Saves an answer; a later one in the same place replaces it while it waits. */
export function saveAnswer(person: PersonId | null, key: AnswerKey, value: AnswerValue | null, write: Write): void {
  const place = answerPlace(person, key)
  // A tick or a choice is finished; everything else is still being written.
  if (value?.kind === 'choice' || value?.kind === 'ticks') void saver.now(place, write)
  else saver.later(place, write)
}
