import { describe, expect, it } from 'vitest'
import kept from './generated/licences.json'
import { byText, type KeptList } from './licences'

describe('what the program is made of', () => {
  it('stands under each of its licences, the most used first', () => {
    const list: KeptList = {
      parts: [
        ['a', '1', 'crate', 'ISC', ['Copyright A'], [0]],
        ['b', '2', 'crate', 'MIT', [], [1]],
        ['c', '3', 'npm', 'MIT AND ISC', ['Copyright C'], [1, 0]],
        ['d', '4', 'crate', 'MIT', [], [1]],
      ],
      texts: [['ISC', 'words of one'], ['MIT', 'words of the other']],
    }
    expect(byText(list)).toEqual([
      { licence: 'MIT', words: 'words of the other', parts: [{ name: 'b', version: '2', copyright: [] }, { name: 'c', version: '3', copyright: ['Copyright C'] }, { name: 'd', version: '4', copyright: [] }] },
      { licence: 'ISC', words: 'words of one', parts: [{ name: 'a', version: '1', copyright: ['Copyright A'] }, { name: 'c', version: '3', copyright: ['Copyright C'] }] },
    ])
  })

  it('has fonts, crates and packages of npm, and every one has a text', () => {
    const list = kept as unknown as KeptList
    expect(new Set(list.parts.map(([, , origin]) => origin))).toEqual(new Set(['crate', 'npm', 'here']))
    const texts = byText(list)
    expect(texts.every((text) => text.parts.length > 0 && text.words.length > 100)).toBe(true)
    expect(new Set(texts.flatMap((text) => text.parts.map((part) => `${part.name} ${part.version}`))).size).toBe(list.parts.length)
  })
})
