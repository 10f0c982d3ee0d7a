import { describe, expect, it } from 'vitest'
import { fold } from './fold'

describe('long words', () => {
  it('stay whole while they fit', () => {
    expect(fold('a b c', 200)).toBe('a b c')
    expect(fold('x'.repeat(200), 200)).toHaveLength(200)
  })

  it('fold between words', () => {
    const words = 'word '.repeat(100)
    const shown = fold(words, 202)
    expect(shown.length).toBeLessThan(202)
    expect(shown.endsWith('word')).toBe(true)
    expect(words.startsWith(shown)).toBe(true)
  })

  it('fold inside a word that never ends, and never inside a character', () => {
    expect(fold('x'.repeat(100_000), 200)).toHaveLength(140)
    expect(fold(`x${'😀'.repeat(500)}`, 200)).toBe(`x${'😀'.repeat(69)}`)
  })
})
