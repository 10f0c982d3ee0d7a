import { render } from 'svelte/server'
import { describe, expect, it } from 'vitest'
import type { PersonCard } from '../ipc/generated/types'
import { unkept } from './place'
import { listKey, whoFits } from './whose'
import WhoseRecord from './WhoseRecord.svelte'

const card = (id: string, name: string, recordNumber = ''): PersonCard => ({ id, name, firstName: name.split(' ')[0] ?? '', recordNumber, colour: 2 })
const [maria, poul, aase, jonas] = [card('m', 'Maria Halvorsen', '0417'), card('p', 'Poul-Erik Sørensen', '0311'), card('a', 'Åse Lien', '0502'), card('j', 'Jonas Maribo', '0388')]
const people = [poul, jonas, maria, aase]
const names = (words: string, near: PersonCard | null = null) => whoFits(people, words, near).map(({ id }) => id).join('')

describe('choosing one of many people', () => {
  it.each([
    ['', 'jmpa'],
    ['  ', 'jmpa'],
    // A name that begins so comes before one that holds it.
    ['mari', 'mj'],
    ['SORENSEN', 'p'],
    ['ase', 'a'],
    ['åse', 'a'],
    ['0311', 'p'],
    ['erik 03', 'p'],
    ['nobody', ''],
  ])('by %o finds %s', (words, found) => {
    // Names are in the order of the language; Å stands where this machine has it.
    expect([...names(words)].sort().join('')).toBe([...found].sort().join(''))
    if (words === 'mari') expect(names(words)).toBe(found)
  })

  it('offers who was on the screen last first, if they fit', () => {
    expect(names('', poul)[0]).toBe('p')
    expect(names('mari', poul)).toBe('mj')
    expect(names('mari', jonas)).toBe('jm')
  })

  it.each([
    ['ArrowDown', false, -1, 3, { kind: 'move', to: 0 }],
    ['ArrowDown', true, -1, 3, { kind: 'move', to: 0 }],
    ['ArrowDown', true, 2, 3, { kind: 'move', to: 0 }],
    ['ArrowUp', true, -1, 3, { kind: 'move', to: 2 }],
    ['ArrowUp', true, 1, 3, { kind: 'move', to: 0 }],
    ['ArrowDown', true, -1, 0, null],
    ['Enter', true, 1, 3, { kind: 'take' }],
    ['Enter', true, -1, 3, null],
    ['Enter', false, 1, 3, null],
    ['Escape', true, -1, 0, { kind: 'close' }],
    // Closed, Escape is whatever it is elsewhere; letters write.
    ['Escape', false, -1, 3, null],
    ['Home', true, 1, 3, null],
    ['m', true, 1, 3, null],
  ] as const)('%s with the list open %o at %i of %i', (key, open, at, count, does) => {
    expect(listKey(key, open, at, count)).toEqual(does)
  })

  it('is a field with a list that a screen reader knows, showing who is chosen and the way back to all', () => {
    const shown = (value: PersonCard | null) => render(WhoseRecord, { props: { people, value, place: unkept('search'), testid: 'whose', onopen: () => undefined, onchange: () => undefined } }).body
    const html = shown(null)
    expect(html).toMatch(/role="combobox"[^>]*aria-expanded="false"[^>]*aria-controls="([^"]+)"/)
    const list = /aria-controls="([^"]+)"/.exec(html)?.[1] ?? ''
    expect(html).toContain(`id="${list}" role="listbox"`)
    expect(html).not.toContain('data-testid="whose-all"')
    expect(shown(maria)).toMatch(/value="Maria Halvorsen"/)
    expect(shown(maria)).toContain('data-testid="whose-all"')
  })
})
