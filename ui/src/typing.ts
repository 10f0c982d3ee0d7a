//! How keys and the clipboard come into text fields: one place for every field of both windows.
//!
//! A letter that is still being composed, by an input method or a dead key, is no letter yet: nothing hears of it until it
//! is whole. What is pasted keeps its lines, or in a field of one line its words apart.

/** Makes words pasted from anywhere fit a field: every kind of line break is a line, in one line a space; nothing is joined. */
export function pasted(text: string, lines: 'one' | 'many'): string {
  const kept = text.replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
  // A word processor ends each copied paragraph, so the last line break stands for nothing.
  return lines === 'many' ? kept.replace(/\n$/, '') : kept.replace(/[^\S\n\t]*[\n\t]\s*/g, ' ').replace(/^ | $/g, '')
}

/** Tells whether keys write there. Ticks, buttons and lists have keys of their own. */
export function writes(target: EventTarget | null): target is HTMLInputElement | HTMLTextAreaElement {
  if (typeof HTMLElement === 'undefined' || !(target instanceof HTMLElement)) return false
  if (target instanceof HTMLInputElement) return !['checkbox', 'radio', 'button', 'submit', 'reset', 'range', 'color', 'file', 'image'].includes(target.type)
  return target instanceof HTMLTextAreaElement || target.isContentEditable
}

/** Edits that no letter in the making brings. */
const OTHER_EDIT = /^(?:insert|delete|history|format)(?!.*Composition)/

/** Listens before anything else does. Returns what ends it. */
export function hearWholeLetters(window: EventTarget): () => void {
  let composing: EventTarget | null = null

  function begin(event: Event): void {
    composing = event.target
  }
  function end(event: Event): void {
    composing = null
    // Some engines tell of the finished letter before this, as a part of the composition, and some after it.
    event.target?.dispatchEvent(new Event('input', { bubbles: true }))
  }
  function hold(event: Event): void {
    const part = 'isComposing' in event && event.isComposing === true
    // An edit of another kind: whatever was composed is over, though nobody said so.
    if (!part && 'inputType' in event && OTHER_EDIT.test(String(event.inputType))) composing = null
    if (part || (composing !== null && composing === event.target)) event.stopImmediatePropagation()
  }

  const kinds: [string, (event: Event) => void][] = [
    ['compositionstart', begin],
    ['compositionend', end],
    // Where one types no more, nothing is composed any more.
    ['focusout', (event) => composing !== null && composing === event.target && end(event)],
    ['input', hold],
    // Enter that takes up a composed word is no Enter of ours, nor is any other key in between.
    ['keydown', hold],
    ['keyup', hold],
  ]
  for (const [kind, hear] of kinds) window.addEventListener(kind, hear, true)
  return () => {
    for (const [kind, hear] of kinds) window.removeEventListener(kind, hear, true)
  }
}

/** Gives what is on the clipboard as text; what comes only as a page is read as the lines it shows. */
export function textOf(data: Pick<DataTransfer, 'getData'>): string {
  const plain = data.getData('text/plain')
  if (plain !== '') return plain
  const page = data.getData('text/html')
  return page === '' ? '' : shownText(new DOMParser().parseFromString(page, 'text/html').body)
}

const BLOCKS = new Set(['P', 'DIV', 'LI', 'TR', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'BLOCKQUOTE', 'PRE', 'UL', 'OL', 'TABLE', 'SECTION', 'ARTICLE', 'DT', 'DD'])
const UNSHOWN = new Set(['SCRIPT', 'STYLE', 'HEAD', 'TITLE', 'TEMPLATE'])

function shownText(node: Node): string {
  if (node.nodeType === 3) return (node.textContent ?? '').replace(/[^\S\u00a0]+/g, ' ')
  if (UNSHOWN.has(node.nodeName)) return ''
  if (node.nodeName === 'BR') return '\n'
  const inside = [...node.childNodes].map(shownText).join('')
  if (node.nodeName === 'TD' || node.nodeName === 'TH') return `${inside.trim()}\t`
  return BLOCKS.has(node.nodeName) ? `${inside.replace(/^ | $/g, '').replace(/\t$/, '')}\n` : inside
}

/** Puts what is pasted in as it should stand, as one step that the field's own undo takes back. */
function paste(event: ClipboardEvent): void {
  const field = event.target
  if (event.defaultPrevented || event.clipboardData === null || !(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) || !writes(field)) return
  if (field.readOnly || field.disabled) return
  const text = textOf(event.clipboardData)
  const fits = fitting(field, text)
  if (fits === '' || fits === event.clipboardData.getData('text/plain')) return
  event.preventDefault()
  insert(field, fits)
}

const fitting = (field: HTMLInputElement | HTMLTextAreaElement, text: string) => pasted(text, field instanceof HTMLTextAreaElement ? 'many' : 'one')

/** Pastes a text into a field, as it should stand there. */
export function pasteInto(field: HTMLInputElement | HTMLTextAreaElement, text: string): void {
  insert(field, fitting(field, text))
}

function insert(field: HTMLInputElement | HTMLTextAreaElement, fits: string): void {
  // The one way that keeps the field's own undo, whatever its name says; every engine has it for this.
  if (document.execCommand('insertText', false, fits)) return
  field.setRangeText(fits, field.selectionStart ?? field.value.length, field.selectionEnd ?? field.value.length, 'end')
  field.dispatchEvent(new Event('input', { bubbles: true }))
}

/** Listens for all text fields of a window. */
export function tendTyping(window: Window): void {
  hearWholeLetters(window)
  window.addEventListener('paste', paste, true)
}
