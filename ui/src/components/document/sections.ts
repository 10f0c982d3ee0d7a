//! Parts a document into regions for the turned screen, which shows one at a time.
//!
//! A new region starts at a main heading and at each block that needs the whole attention (a checklist, a worksheet …).
//! A heading never stands alone at the end of a region, and a long worksheet goes on over several.

import type { Block, Field, WorksheetPart } from '../../ipc/generated/types'
import type { BlockOf } from './blocks'

/** Blocks that want a region of their own. */
const WHOLE: ReadonlySet<Block['kind']> = new Set([
  'checklist',
  'rating',
  'worksheet',
  'rolePlay',
  'knowledgeCheck',
  'practiceOptions',
  'services',
])

/** About as much as fits a screen of 800 px at 24 px, in characters of running text. */
const LONGEST_REGION = 750

/** What the title and the purpose take of the first region. */
const TITLE = 250

export function sections(blocks: readonly Block[]): Block[][] {
  const regions: Block[][] = []
  let open: Block[] = []
  let filled = TITLE
  const close = (): void => {
    if (open.length > 0) regions.push(open)
    open = []
    filled = 0
  }
  for (const block of blocks.flatMap((each): Block[] => (each.kind === 'worksheet' ? sheets(each) : [each]))) {
    if (block.kind === 'newSheet') {
      close()
      continue
    }
    const fresh = open.every((b) => b.kind === 'heading')
    const startsRegion =
      (block.kind === 'heading' && block.level === 2) ||
      WHOLE.has(block.kind) ||
      filled + lengthOf(block) > LONGEST_REGION
    if (startsRegion && !fresh) close()
    open.push(block)
    filled += lengthOf(block)
    if (WHOLE.has(block.kind)) close()
  }
  close()
  return regions
}

/** Parts a long worksheet into shorter ones; a field keeps its id, so its answer stays where it belongs. */
function sheets(block: BlockOf<'worksheet'>): BlockOf<'worksheet'>[] {
  const chunks: WorksheetPart[][] = []
  let filled = LONGEST_REGION
  for (const part of block.parts) {
    const length = part.kind === 'field' ? lengthOfField(part.field) : LONGEST_REGION
    if (filled + length > LONGEST_REGION) {
      chunks.push([])
      filled = 0
    }
    chunks.at(-1)?.push(part)
    filled += length
  }
  return chunks.map((parts, i) => ({ ...block, parts, intro: i === 0 ? block.intro : '' }))
}

function lengthOfField({ hint, input }: Field): number {
  const room = input.kind === 'longText' ? 60 * input.lines : input.kind === 'scale' ? 150 : 80
  return 110 + hint.length + room
}

/** Says how much room a block takes, in characters of running text; frames and room to write count as such. */
function lengthOf(block: Block): number {
  const words = (inlines: readonly { text: string }[]): number => inlines.reduce((sum, i) => sum + i.text.length, 0)
  switch (block.kind) {
    case 'heading':
      return block.text.length + 100
    case 'paragraph':
      return words(block.words) + 40
    case 'keyPoint':
      return words(block.words) + 180
    case 'list':
      return block.items.reduce((sum, item) => sum + words(item) + 40, 0)
    case 'quotation':
      return block.words.length * 1.5 + 120
    case 'story':
      return block.paragraphs.reduce((sum, paragraph) => sum + words(paragraph) + 40, 240)
    case 'formLink':
      return block.title.length + block.purpose.length + words(block.words) + 180
    case 'figure':
      return (700 * block.drawing.height) / block.drawing.width + block.caption.length
    case 'question':
      return words(block.prompt) + 360
    default:
      return LONGEST_REGION
  }
}
