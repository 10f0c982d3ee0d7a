//! What the blocks of a page weigh: the one task that matters, and those that can be left out.

import type { Block, Weighed } from '../../ipc/generated/types'

export type Weight = 'matters' | 'more' | undefined

/** Says what stands above each block. Tasks in a row that can be left out are named once; a story asks for no such word. */
export function weights(weighed: Weighed | null, blocks: readonly Block[]): Weight[] {
  if (weighed === null) return blocks.map(() => undefined)
  let named = false
  return blocks.map((block) => {
    const id = 'id' in block ? block.id : undefined
    const more = id !== undefined && weighed.more.includes(id)
    named &&= more
    if (id === weighed.matters) return 'matters'
    if (!more || named || block.kind === 'story') return undefined
    named = true
    return 'more'
  })
}
