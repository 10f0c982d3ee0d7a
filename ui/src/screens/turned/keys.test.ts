import { describe, expect, it } from 'vitest'
import { bringsIn, passes } from './keys'

function key(combination: string) {
  const parts = combination.split(' ')
  return { key: parts.at(-1) ?? '', ctrlKey: parts.includes('Ctrl'), altKey: parts.includes('Alt'), metaKey: parts.includes('Meta'), shiftKey: parts.includes('Shift'), getModifierState: () => parts.includes('AltGr') }
}

describe('keys on the turned screen', () => {
  it.each(['a', 'Å', 'Shift A', 'Enter', 'Tab', 'Shift Tab', 'Escape', 'Backspace', 'Delete', 'ArrowDown', 'PageDown', 'Home', 'F1', 'Dead', 'Process', 'Ctrl a', 'Ctrl C', 'Ctrl x', 'Ctrl z', 'Ctrl Shift Z', 'Ctrl +', 'Ctrl -', 'Ctrl 0', 'Ctrl ArrowLeft', 'Ctrl Backspace', 'Ctrl Alt AltGr @', 'AltGr €'])('%s goes through', (combination) => {
    expect(passes(key(combination))).toBe(true)
  })

  it.each(['F5', 'Ctrl F5', 'Shift F5', 'F3', 'F6', 'F7', 'F10', 'Shift F10', 'F11', 'F12', 'ContextMenu', 'Ctrl r', 'Ctrl Shift R', 'Ctrl n', 'Ctrl t', 'Ctrl w', 'Ctrl q', 'Ctrl p', 'Ctrl s', 'Ctrl o', 'Ctrl f', 'Ctrl g', 'Ctrl l', 'Ctrl u', 'Ctrl v', 'Ctrl Shift V', 'Shift Insert', 'Ctrl Shift I', 'Ctrl Shift C', 'Ctrl Shift D', 'Ctrl Tab', 'Ctrl Enter', 'Alt ArrowLeft', 'Alt ArrowRight', 'Alt Home', 'Alt F4', 'Alt d', 'Alt 1', 'Ctrl Alt t', 'Ctrl F1', 'Meta l', 'BrowserBack', 'BrowserRefresh', 'Refresh', 'Print', 'Paste'])('%s does not', (combination) => {
    expect(passes(key(combination))).toBe(false)
  })

  it('lets nothing in from the clipboard or another window', () => {
    expect(['insertFromPaste', 'insertFromDrop', 'insertFromYank'].every(bringsIn)).toBe(true)
    expect(['insertText', 'insertCompositionText', 'insertLineBreak', 'deleteContentBackward', 'historyUndo'].some(bringsIn)).toBe(false)
  })
})
