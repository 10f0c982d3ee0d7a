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
    useTransport({ ...fake.transport, call: (name, request) => (name === 'save_paper' ? Promise.resolve({ path: null, flushed: true }) : fake.transport.call(name, request)) })
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
    ['recoverySheet', 'Recovery sheet'],
    ['erasureReceipt', 'Receipt of the erasure'],
    ['something new', 'Pages'],
  ])('says what left in words: %s', (what, words) => {
    expect(whatWords({ what, draft: false })).toBe(words)
    expect(whatWords({ what, draft: true })).toBe(`${words}, draft`)
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

  it('says how it left, and never that it did when it did not', () => {
    const words = (outcome: 'left' | 'stayed' | 'begun') => ['pdf', 'print', 'docx', 'txt', 'html', 'fhir'].map((format) => howWords({ format, outcome }))
    expect(words('left')).toEqual(['saved as PDF', 'sent to the printer', 'saved as a Word file', 'saved as text', 'saved as a web page', 'saved as FHIR'])
    expect(words('stayed')).toEqual(['stayed here: not saved', 'stayed here: not printed', ...Array<string>(4).fill('stayed here: not saved')])
    expect(new Set(words('begun'))).toEqual(new Set(['begun; whether it left is not known']))
  })

  it('asks to whom once for all notes, says it in the ledger and remembers it', async () => {
    const desk = new HandOff()
    await desk.load()
    const [first, second] = desk.view?.waiting ?? []
    if (!first || !second) throw new Error('two notes wait')
    desk.paper.to = 'Dr. Lund'
    await desk.save(first)
    expect(desk.view?.left[0]).toMatchObject({ to: 'Dr. Lund', outcome: 'left' })
    expect(desk.paper.known[0]).toBe('Dr. Lund')
    await desk.save(second)
    expect(desk.view?.left[0]?.to).toBe('Dr. Lund')
    expect(desk.paper.known.filter((one) => one === 'Dr. Lund')).toHaveLength(1)
  })

  it('says when nobody can tell that the folder is safely stored, and does not deny the file', async () => {
    useTransport({ ...fake.transport, call: (name, request) => (name === 'save_paper' ? Promise.resolve({ path: '/net/x.pdf', flushed: false }) : fake.transport.call(name, request)) })
    const desk = new HandOff()
    await desk.load()
    const [first] = desk.view?.waiting ?? []
    if (!first) throw new Error('a note waits')
    await desk.save(first)
    expect(desk.paper.done).toContain('/net/x.pdf')
    expect(desk.paper.done).toContain('check later')
    expect(desk.paper.error).toBeNull()
  })
})
