//! What each finding says and what to do next. A kind without a row does not compile.

import { m } from '../i18n/generated/messages.js'
import { day, dayOfMoment, minutesOf, number } from '../i18n/format'
import type { Finding, FindingKind } from './generated/types'

export interface FindingWords {
  text: string
  next: string
}

const FINDINGS: Record<FindingKind, (finding: Finding) => FindingWords> = {
  savesMissing: ({ saves, since }) => ({
    text: m.finding_saves_missing({ count: saves, shown: number(saves), day: day(dayOfMoment(since)), time: minutesOf(since) }),
    next: m.finding_saves_missing_next(),
  }),
  forked: () => ({ text: m.finding_forked(), next: m.finding_forked_next() }),
  headGone: () => ({ text: m.finding_head_gone(), next: m.finding_head_next() }),
  headUnreadable: () => ({ text: m.finding_head_unreadable(), next: m.finding_head_next() }),
  headOfAnother: () => ({ text: m.finding_head_of_another(), next: m.finding_head_next() }),
  oldHeader: () => ({ text: m.finding_old_header(), next: m.finding_old_header_next() }),
  passphraseUnfinished: () => ({ text: m.finding_passphrase_unfinished(), next: m.finding_passphrase_unfinished_next() }),
  schema: ({ detail }) => ({ text: m.finding_schema({ names: detail }), next: m.finding_schema_next() }),
}

/** Gives the sentence for a finding and the one for what to do next. */
export function findingWords(finding: Finding): FindingWords {
  return FINDINGS[finding.kind](finding)
}
