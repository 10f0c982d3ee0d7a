//! What a key may do on the turned screen: write, edit, scroll and enlarge. Nothing that leaves the page, reads it out of
//! the window or brings the practitioner's clipboard into it.

/** With Ctrl: mark, copy and cut, undo, larger and smaller. Not paste. */
const WITH_CONTROL = ['a', 'c', 'x', 'z', 'y', '+', '-', '=', '0', 'Home', 'End', 'Backspace', 'Delete', 'ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown']

/** Keys of their own that reload, go back or open a menu, with whatever else is held. */
const ELSEWHERE = /^(F\d+|ContextMenu|Browser.*|Refresh|GoBack|GoForward|Launch.*|Print|PrintScreen|Open|Close|New|Save|Find|Help|Paste)$/

type Key = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'altKey' | 'metaKey' | 'shiftKey'> & { getModifierState?: (name: 'AltGraph') => boolean }

/** Whether a key goes through. */
export function passes(event: Key): boolean {
  const { key } = event
  if (key === 'F1') return !event.ctrlKey && !event.altKey && !event.metaKey
  if (ELSEWHERE.test(key)) return false
  // On some keyboards AltGr, which writes signs such as @, says that it is Ctrl and Alt.
  if (event.getModifierState?.('AltGraph')) return true
  if (event.altKey || event.metaKey) return false
  if (event.ctrlKey) return WITH_CONTROL.includes(key.length === 1 ? key.toLowerCase() : key) && !(event.shiftKey && /^[a-y]$/i.test(key))
  return !(event.shiftKey && key === 'Insert')
}

/** Whether an edit brings something in from elsewhere. */
export function bringsIn(inputType: string): boolean {
  return inputType === 'insertFromPaste' || inputType === 'insertFromPasteAsQuotation' || inputType === 'insertFromDrop' || inputType === 'insertFromYank'
}
