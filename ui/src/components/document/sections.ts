//! Parts a document into regions for the turned screen, which shows one at a time.
//!
//! A new region starts at a main heading and at each block that needs the whole attention (a checklist, a worksheet …).
//! A heading never stands alone at the end of a region.

import type { Block } from '../../ipc/generated/types'

/** Blocks that want a region of their own. */
const WHOLE: ReadonlySet<Block['kind']> = new Set([
  'checklist',
  'rating',
  'worksheet',
  'rolePlay',
  'knowledgeCheck',
  'practiceOptions',
])

/** About as much as fits a screen at 24 px. */
const LONGEST_REGION = 700

export function sections(blocks: readonly Block[]): Block[][] {
  const regions: Block[][] = []
  let open: Block[] = []
  const close = (): void => {
    if (open.length > 0) regions.push(open)
    open = []
  }
  for (const block of blocks) {
    if (block.kind === 'pageBreak') {
      close()
      continue
    }
    const fresh = open.every((b) => b.kind === 'heading')
    const startsRegion =
      (block.kind === 'heading' && block.level === 2) ||
      WHOLE.has(block.kind) ||
      length(open) + length([block]) > LONGEST_REGION
    if (startsRegion && !fresh) close()
    open.push(block)
    if (WHOLE.has(block.kind)) close()
  }
  close()
  return regions
}

/** Counts the characters a region is read by; fields count as a few lines of room. */
function length(blocks: readonly Block[]): number {
  return blocks.reduce((sum, block) => sum + lengthOf(block), 0)
}

function lengthOf(block: Block): number {
  const words = (inlines: readonly { text: string }[]): number => inlines.reduce((sum, i) => sum + i.text.length, 0)
  switch (block.kind) {
    case 'heading':
      return block.text.length
    case 'paragraph':
    case 'keyPoint':
      return words(block.words)
    case 'list':
      return block.items.reduce((sum, item) => sum + words(item) + 30, 0)
    case 'quotation':
      return block.words.length + 60
    case 'story':
      return block.paragraphs.reduce((sum, paragraph) => sum + words(paragraph), 60)
    case 'question':
      return words(block.prompt) + 240
    default:
      return LONGEST_REGION
  }
}
