//! Names for the kinds of block, so that a component can say which one it shows.

import type { Block } from '../../ipc/generated/types'

export type BlockOf<K extends Block['kind']> = Extract<Block, { kind: K }>
