//! Moving through a list with the arrow keys, from the search field above it and back; without a field, from its heading.

/** Says where a key leads: a row by its number, the field at -1; nothing when the key means something else. */
export function rowAfter(key: string, here: number, rows: number): number | undefined {
  if (key === 'ArrowDown') return Math.min(here + 1, rows - 1)
  if (key === 'ArrowUp') return here < 0 ? undefined : here - 1
  if (here < 0) return undefined
  if (key === 'Home') return 0
  if (key === 'End') return rows - 1
  return key === 'Escape' ? -1 : undefined
}

/** Moves the focus between the search field in `frame`, or its heading, and the elements in it marked `data-row`. */
export function moveRows(event: KeyboardEvent, frame: HTMLElement): void {
  if (event.altKey || event.ctrlKey || event.metaKey) return
  const field = frame.querySelector<HTMLElement>('input[type="search"]') ?? frame.querySelector<HTMLElement>('h1')
  const rows = [...frame.querySelectorAll<HTMLElement>('[data-row]')]
  const here = rows.indexOf(document.activeElement as HTMLElement)
  // Arrows inside a select, a date or a radio group mean something of their own.
  if (here < 0 && document.activeElement !== field) return
  const to = rowAfter(event.key, here, rows.length)
  // Above the first row there may be nothing to go to; then the key is left for others.
  if (to === undefined || (to < 0 && (here < 0 || !field))) return
  event.preventDefault()
  if (to < 0) field?.focus()
  else rows[to]?.focus()
}
