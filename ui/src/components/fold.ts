//! Where long words fold, so that what stands below them stays in sight. Nothing is lost: the rest is one press away.

/** How much room is left over, so that folding never hides just a word or two. */
const SLACK = 60
/** How far back a space is looked for before a word is cut. */
const WORD = 60

/** Gives the beginning of words that are longer than `longest`, cut between words where there is a space; else all. */
export function fold(words: string, longest: number): string {
  if (words.length <= longest) return words
  const end = longest - SLACK
  const space = words.lastIndexOf(' ', end)
  const cut = space >= end - WORD ? space : end
  // A character of two halves, such as an emoji, is never cut in the middle.
  const half = words.charCodeAt(cut - 1)
  return words.slice(0, half >= 0xd800 && half <= 0xdbff ? cut - 1 : cut)
}
