//! Finding words on the screen that is about to open, and bringing them into sight.

/** How often and how long the screen is looked at while it loads. */
const EVERY_MS = 60
const TRIES = 40

let timer: ReturnType<typeof setInterval> | undefined

/** Brings the place where these words stand into sight and marks it, once the screen shows them; gives up quietly. */
export function seek(words: string): void {
  clearInterval(timer)
  if (words.trim() === '') return
  let tries = TRIES
  timer = setInterval(() => {
    tries -= 1
    const place = placeOf(words)
    if (place) {
      place.scrollIntoView({ block: 'center' })
      place.dataset.sought = ''
    }
    if (place || tries === 0) clearInterval(timer)
  }, EVERY_MS)
}

/** The field or the line that holds the words. */
function placeOf(words: string): HTMLElement | null {
  const main = document.querySelector('main')
  // Not the list that led here.
  if (!main || main.querySelector('[data-search]')) return null
  const wanted = plain(words)
  for (const field of main.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('textarea, input')) {
    if (plain(field.value).includes(wanted)) return field
  }
  const lines = document.createTreeWalker(main, NodeFilter.SHOW_TEXT)
  for (let line = lines.nextNode(); line; line = lines.nextNode()) {
    if (line.parentElement && plain(line.textContent ?? '').includes(wanted)) return line.parentElement
  }
  return null
}

/** Line breaks and doubled spaces look alike on a page. */
function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
