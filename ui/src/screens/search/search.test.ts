import { beforeEach, describe, expect, it } from 'vitest'
import { app } from '../../app.svelte'
import { useTransport } from '../../ipc/client'
import { makeFake } from '../../ipc/fake'
import { Ledger } from '../ledger/ledger.svelte'
import { SearchDesk } from './search.svelte'

let fake = makeFake()
let asked: string[] = []

beforeEach(() => {
  Object.assign(globalThis, { location: { hash: '' }, requestAnimationFrame: (work: () => void) => setTimeout(work, 0) })
  fake = makeFake()
  asked = []
  app.kept.clear()
  app.near = null
  useTransport({
    ...fake.transport,
    call(name, request) {
      asked.push(name)
      return fake.transport.call(name, request)
    },
  })
})

describe('whose record is searched', () => {
  it('can be anybody’s, whoever was on the screen last', async () => {
    const desk = SearchDesk.takeUp()
    expect(desk.near).toBeNull()
    await desk.find()
    // Names are asked for only by somebody who chooses one.
    expect(asked).not.toContain('people')
    await desk.askPeople()
    expect(desk.people.map(({ name }) => name)).toEqual(fake.table.people({}).people.map(({ card }) => card.name))
    const poul = desk.people.find(({ name }) => name.startsWith('Poul'))
    if (!poul) throw new Error('somebody')
    desk.words = 'a'
    await desk.find()
    expect(new Set(desk.hits.map(({ person }) => person.id)).size).toBeGreaterThan(1)
    desk.limit(poul)
    await desk.find()
    expect(desk.hits.length).toBeGreaterThan(0)
    expect(new Set(desk.hits.map(({ person }) => person.id))).toEqual(new Set([poul.id]))
    expect(desk.ask.person).toBe(poul.id)
    desk.limit(null)
    expect(desk.ask.person).toBeNull()
  })

  it('stays for coming back', async () => {
    const desk = SearchDesk.takeUp()
    await desk.askPeople()
    desk.limit(desk.people[1] ?? null)
    expect(SearchDesk.takeUp().only).toEqual(desk.people[1])
  })
})

describe('whose part of the ledger is looked at', () => {
  it('can be anybody’s', async () => {
    const ledger = new Ledger()
    await ledger.load()
    expect(asked).not.toContain('people')
    const all = ledger.lines?.length ?? 0
    await ledger.askPeople()
    const [one] = ledger.people
    if (!one) throw new Error('somebody')
    ledger.limit(one)
    await ledger.load()
    expect(ledger.lines?.length).toBeGreaterThan(0)
    expect(ledger.lines?.every(({ person }) => person?.id === one.id)).toBe(true)
    ledger.limit(null)
    await ledger.load()
    expect(ledger.lines).toHaveLength(all)
  })
})
