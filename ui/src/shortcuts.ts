//! Every shortcut there is, in one table: what it does, its keys, and where it works.
//!
//! In a text field only those for help, the guide, the lock, search and undo are heard, and undo there is the field's own: all other keys write.

import { m } from './i18n/generated/messages.js'
import { PHASES } from './ipc/generated/rules'
import type { Phase, PhaseKeys } from './ipc/generated/types'
import { writes } from './typing'

/** What a key can do. */
export type Action = { kind: 'help' } | { kind: 'manual' } | { kind: 'lock' } | { kind: 'search' } | { kind: 'worklist' } | { kind: 'undo' } | { kind: 'redo' } | { kind: 'next' } | { kind: 'phase'; phase: Phase }

/** The parts of a key press that count. */
export type Press = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'target'>

/** Says what a key press does with these keys for the phases; `null` when nothing of ours. */
export function actionOf(press: Press, phaseKeys: PhaseKeys): Action | null {
  const key = press.key.toLowerCase()
  const control = (press.ctrlKey || press.metaKey) && !press.altKey
  // The crisis page has the key by itself; whoever wants to read presses one more.
  if (press.key === 'F1') return { kind: press.shiftKey ? 'manual' : 'help' }
  if (control && key === 'l') return { kind: 'lock' }
  if (control && !press.shiftKey && key === 'f') return { kind: 'search' }
  if (takesKeys(press.target)) return null
  if (control && !press.shiftKey && key === 'd') return { kind: 'worklist' }
  if (control && key === 'z') return { kind: press.shiftKey ? 'redo' : 'undo' }
  if (press.ctrlKey && !press.altKey && press.key === 'Enter') return { kind: 'next' }
  if (phaseKeys === 'off' || control || press.ctrlKey || press.metaKey || press.shiftKey) return null
  // By its place, since digits of some layouts are written with Shift.
  const digit = /^Digit([1-8])$/.exec(press.code)?.[1]
  const phase = digit === undefined ? undefined : PHASES[Number(digit) - 1]?.phase
  return phase !== undefined && (press.altKey || phaseKeys === 'digits') ? { kind: 'phase', phase } : null
}

/** Tells whether keys mean something there already: they write, or they choose from a list. */
function takesKeys(target: EventTarget | null): boolean {
  return writes(target) || (typeof HTMLSelectElement !== 'undefined' && target instanceof HTMLSelectElement)
}

/** Names the keys that lead to a phase, counted from 1, for screen readers; nothing when none does. */
export function phaseShortcut(n: number, phaseKeys: PhaseKeys): string | undefined {
  if (phaseKeys === 'off') return undefined
  return phaseKeys === 'digits' ? `${String(n)} Alt+${String(n)}` : `Alt+${String(n)}`
}

/** A shortcut as it is listed. */
export interface Shortcut {
  /** Its keys, as they are written on them; none when it was switched off. */
  keys: string
  does: string
  anywhere: boolean
  /** Whether it is not as the program came. */
  moved?: boolean
}

/** The keys of the phases as the program comes. */
const PHASE_KEYS: PhaseKeys = 'digits'

/** Lists the shortcuts with what they do. */
export function shortcutList(phaseKeys: PhaseKeys): Shortcut[] {
  const ctrl = m.key_ctrl()
  const phases = { digits: '1 – 8', withAlt: 'Alt+1 – Alt+8', off: '' }[phaseKeys]
  return [
    { keys: 'F1', does: m.nav_help(), anywhere: true },
    { keys: `${m.key_shift()}+F1`, does: m.nav_manual(), anywhere: true },
    { keys: `${ctrl}+L`, does: m.nav_lock(), anywhere: true },
    { keys: `${ctrl}+F`, does: m.shortcut_search(), anywhere: true },
    { keys: `${ctrl}+D`, does: m.shortcut_worklist(), anywhere: true },
    { keys: `${ctrl}+Z`, does: m.shortcut_undo(), anywhere: true },
    { keys: `${ctrl}+${m.key_shift()}+Z`, does: m.redo(), anywhere: true },
    { keys: `${ctrl}+${m.key_shift()}+H`, does: m.shortcut_earlier(), anywhere: false },
    { keys: `${ctrl}+${m.key_enter()}`, does: m.shortcut_next(), anywhere: false },
    { keys: 'Esc', does: m.shortcut_back(), anywhere: false },
    { keys: phases, does: m.shortcut_phase(), anywhere: false, moved: phaseKeys !== PHASE_KEYS },
    { keys: `${ctrl}+Plus, ${ctrl}+Minus, ${ctrl}+0`, does: m.shortcut_zoom(), anywhere: true },
  ]
}
