//! Which level each heading of a page has, so that no level is left out for those who read by headings.

import type { Block } from '../../ipc/generated/types'

/** The levels a heading can have below a title. */
export type Level = 2 | 3 | 4 | 5

/** Gives each block the level of its own heading, below the title and below the heading it stands under. */
export function headingLevels(blocks: readonly Block[], title: 1 | 2): Level[] {
  let under: number = title
  return blocks.map((block) => {
    if (block.kind !== 'heading') return clamp(under + 1)
    const level = clamp(Math.min(title - 1 + block.level, under + 1))
    under = level
    return level
  })
}

function clamp(level: number): Level {
  return Math.min(5, Math.max(2, level)) as Level
}
