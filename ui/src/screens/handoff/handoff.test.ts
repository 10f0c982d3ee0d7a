import { beforeEach, describe, expect, it } from 'vitest'
import { useTransport } from '../../ipc/client'
import { makeFake } from '../../ipc/fake'
import { HandOff, byPerson, howWords, whatWords } from './handoff.svelte'

let fake: ReturnType<typeof makeFake>
beforeEach(() => {
  fake = makeFake()
  useTransport(fake.transport)
})

describe('hand-off', () => {
  it('moves a saved note from what waits to what has left', async () => {
    const desk = new HandOff()
    await desk.load()
    const [first] = desk.view?.waiting ?? []
    if (!first) throw new Error('a note waits')
    const left = desk.view?.left.length ?? 0
    await desk.save(first)
    expect(desk.view?.waiting.map((note) => note.id)).not.toContain(first.id)
    expect(desk.view?.left).toHaveLength(left + 1)
    expect(desk.paper.done).not.toBe('')
  })

  it('leaves everything as it was when the dialog was left', async () => {
    useTransport({ ...fake.transport, call: (name, request) => (name === 'save_paper' ? Promise.resolve({ path: null }) : fake.transport.call(name, request)) })
    const desk = new HandOff()
    await desk.load()
    const [first] = desk.view?.waiting ?? []
    if (!first) throw new Error('a note waits')
    await desk.save(first)
    expect(desk.view?.waiting[0]?.id).toBe(first.id)
    expect(desk.busy).toBe(false)
  })

  it.each([
    ['note', 'Session note'],
    ['handout', 'Handout'],
    ['sheet', 'Worksheet'],
    ['goals', 'Goal sheet'],
    ['something new', 'Pages'],
  ])('says what left in words: %s', (what, words) => {
    expect(whatWords(what)).toBe(words)
  })

  it('puts the notes of each person together and loses none', async () => {
    const desk = new HandOff()
    await desk.load()
    const waiting = desk.view?.waiting ?? []
    const groups = byPerson([...waiting, ...waiting.map((note) => ({ ...note, id: `${note.id}-again` }))])
    expect(new Set(groups.map((group) => group.person.id)).size).toBe(groups.length)
    expect(groups.flatMap((group) => group.notes)).toHaveLength(2 * waiting.length)
    expect(groups.every((group) => group.notes.every((note) => note.person.id === group.person.id))).toBe(true)
  })

  it('says how it left', () => {
    expect([howWords('pdf'), howWords('print'), howWords('docx')]).toEqual(['saved as PDF', 'sent to the printer', 'handed off'])
  })
})
