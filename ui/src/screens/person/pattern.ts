//! How the promises of late went, as one line: what was done, and what was ticked as having been in the way.

import { list, m, number } from '../../i18n'
import type { ObstacleKind, Pattern } from '../../ipc/generated/types'

export const obstacleName: Record<ObstacleKind, () => string> = {
  forgot: m.practice_kind_forgot,
  noTime: m.practice_kind_no_time,
  tooHard: m.practice_kind_too_hard,
  unwell: m.practice_kind_unwell,
  didNotWant: m.practice_kind_did_not_want,
  cameUp: m.practice_kind_came_up,
  other: m.practice_kind_other,
}

/** More kinds than these say nothing of what mostly was in the way. */
const NAMED = 2

/** Fewer promises than these make no pattern. */
const LEAST = 3

/** Says it; empty while too little was looked back on. */
export function patternWords({ of, done, partly, obstacles }: Pattern): string {
  if (of < LEAST) return ''
  const kinds = obstacles.slice(0, NAMED).map(({ kind, times }) => m.practice_pattern_kind({ kind: obstacleName[kind]().toLocaleLowerCase(), times: number(times) }))
  return [
    m.practice_pattern({ done: number(done), of: number(of) }),
    partly > 0 ? m.practice_pattern_partly({ partly: number(partly) }) : '',
    kinds.length > 0 ? m.practice_pattern_way({ kinds: list(kinds) }) : '',
  ]
    .filter((part) => part !== '')
    .join(' · ')
}

/** Names several kinds. */
export function kindsWords(kinds: readonly ObstacleKind[]): string {
  return list(kinds.map((kind) => obstacleName[kind]().toLocaleLowerCase()))
}
