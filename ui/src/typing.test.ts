import { describe, expect, it } from 'vitest'
import { hearWholeLetters, pasted, textOf } from './typing'

describe('what is pasted', () => {
  it.each([
    // Word: paragraphs end in CR LF, a soft break is a vertical tab, a page break a form feed, cells are parted by tabs.
    ['Sover dårligt.\r\nGår en tur.\r\n', 'Sover dårligt.\nGår en tur.', 'Sover dårligt. Går en tur.'],
    ['one\vtwo\fthree', 'one\ntwo\nthree', 'one two three'],
    ['one\rtwo\u2028three\u2029four\u0085five', 'one\ntwo\nthree\nfour\nfive', 'one two three four five'],
    ['Mon\t7,5\r\nTue\t6', 'Mon\t7,5\nTue\t6', 'Mon 7,5 Tue 6'],
    ['first \r\n  second', 'first \n  second', 'first second'],
    ['10\u00a0000\u00a0kr', '10\u00a0000\u00a0kr', '10\u00a0000\u00a0kr'],
    ['one line, two  spaces ', 'one line, two  spaces ', 'one line, two  spaces'],
    ['\r\n\r\n', '\n', ''],
    ['', '', ''],
  ])('%o never joins words', (text, many, one) => {
    expect(pasted(text, 'many')).toBe(many)
    expect(pasted(text, 'one')).toBe(one)
  })

  it('never loses a letter, whatever parts them', () => {
    const BREAKS = ['\r\n', '\n', '\r', '\v', '\f', '\u0085', '\u2028', '\u2029', '\t', ' ', '\u00a0']
    for (const one of BREAKS) {
      for (const other of BREAKS) {
        const text = `left${one}${other}right`
        for (const lines of ['one', 'many'] as const) {
          expect(pasted(text, lines).split(/\s+/), JSON.stringify([text, lines])).toEqual(['left', 'right'])
        }
      }
    }
  })

  it('is taken as text where there is text', () => {
    expect(textOf({ getData: (kind) => (kind === 'text/plain' ? 'as typed' : '<b>as shown</b>') })).toBe('as typed')
    expect(textOf({ getData: () => '' })).toBe('')
  })
})

describe('a letter that is being composed', () => {
  /** A field in a window of its own, and what is heard of it. */
  function field() {
    const window = new EventTarget()
    const heard: string[] = []
    const input = { value: '' }
    hearWholeLetters(window)
    window.addEventListener('input', () => void heard.push(input.value))
    window.addEventListener('keydown', () => void heard.push('key'))
    const say = (kind: string, value: string, isComposing: boolean, inputType?: string) => {
      input.value = value
      window.dispatchEvent(Object.assign(new Event(kind), { isComposing }, inputType === undefined ? {} : { inputType }))
    }
    return { heard, say }
  }

  it('is heard of once it is whole, and not before', () => {
    const { heard, say } = field()
    say('input', 'a', false)
    say('compositionstart', 'a', false)
    say('keydown', 'a', true)
    say('input', 'a´', true)
    say('input', 'aé', true)
    say('compositionend', 'aé', false)
    say('input', 'aéb', false)
    expect(heard).toEqual(['a', 'aé', 'aéb'])
  })

  it('is heard of where the engine tells of it only before the end', () => {
    const { heard, say } = field()
    say('compositionstart', '', false)
    say('input', 'か', true)
    say('input', '家', true)
    // Enter takes it up and is no Enter of the form.
    say('keydown', '家', true)
    say('compositionend', '家', false)
    expect(heard).toEqual(['家'])
  })

  it('whose end nobody tells holds back nothing that comes after it', () => {
    const { heard, say } = field()
    say('compositionstart', 'x', false)
    say('input', 'x´', true, 'insertCompositionText')
    say('input', 'x´', false, 'insertFromComposition')
    expect(heard).toEqual([])
    say('input', 'xy', false, 'insertText')
    say('keydown', 'xy', false)
    expect(heard).toEqual(['xy', 'key'])
    say('compositionstart', 'xyz', false)
    say('input', 'xyz´', true, 'insertCompositionText')
    // Somebody goes to another field.
    say('focusout', 'xyz', false)
    expect(heard.at(-1)).toBe('xyz')
    say('input', 'xyz!', false)
    expect(heard.at(-1)).toBe('xyz!')
  })

  it('that is given up leaves what stood there', () => {
    const { heard, say } = field()
    say('compositionstart', 'x', false)
    say('input', 'x´', true)
    say('compositionend', 'x', false)
    expect(heard).toEqual(['x'])
  })
})
