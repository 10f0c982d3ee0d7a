import { beforeEach, describe, expect, it } from 'vitest'
import { useTransport } from '../../ipc/client'
import { makeFake } from '../../ipc/fake'
import type { PeopleRow } from '../../ipc/generated/types'
import { People, comesSoon, matches } from './people.svelte'

const row = (change: Partial<PeopleRow> = {}): PeopleRow => ({
  card: { id: 'a', name: 'Poul-Erik Sørensen', firstName: 'Poul-Erik', recordNumber: '0311', colour: 5 },
  active: true, statement: 'Ro i hovedet og en kop kaffe på bænken.', sessions: 6, lastSessionOn: '2026-11-17', nextMeeting: '2026-11-24T09:00:00', promise: '', unsigned: 0,
  ...change,
})

describe('searching', () => {
  it.each([
    ['poul', true],
    ['SORENSEN', true],
    ['sørensen', true],
    ['0311', true],
    ['kaffe baenken', true],
    ['kaffe poul', true],
    ['', true],
    ['maria', false],
    ['kaffe maria', false],
  ])('finds by name, number or own words, typed on any keyboard: %o', (search, found) => {
    expect(matches(row(), search)).toBe(found)
  })
})

describe('coming within a week', () => {
  it.each([
    ['2026-11-21T08:00:00', true],
    ['2026-11-27T23:00:00', true],
    ['2026-11-28T08:00:00', false],
    ['2026-11-20T08:00:00', false],
    [null, false],
  ])('counts from today: %o', (nextMeeting, soon) => {
    expect(comesSoon(row({ nextMeeting }), '2026-11-21')).toBe(soon)
  })
})

describe('the caseload', () => {
  beforeEach(() => {
    Object.assign(globalThis, { location: { hash: '' } })
    useTransport(makeFake().transport)
  })

  it('lists nobody before it is known which course a new one begins', async () => {
    const core = makeFake().transport
    const people = new People()
    let arrive: () => void = () => undefined
    useTransport({
      ...core,
      call: async (name, request) => {
        if (name === 'catalogue') await new Promise<void>((resolve) => (arrive = resolve))
        return core.call(name, request)
      },
    })
    const loaded = people.load()
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(people.view).toBeNull()
    arrive()
    await loaded
    expect(people.view).not.toBeNull()
    people.begin()
    expect(people.draft?.values.course).toBe('eleven-modules')
  })

  it('narrows by what is open, and shows everyone again', async () => {
    const people = new People()
    await people.load()
    const all = people.shown.length
    people.promised = true
    expect(people.shown.map((each) => each.card.name)).toEqual(['Jonas Berg', 'Maria Halvorsen', 'Poul-Erik Sørensen-Østergaard'])
    people.unsigned = true
    expect(people.shown.every((each) => each.unsigned > 0 && each.promise !== '')).toBe(true)
    people.everyone()
    expect(people.shown).toHaveLength(all)
  })

  it('adds somebody with nothing but a name, and goes to their page', async () => {
    const people = new People()
    await people.load()
    people.begin()
    await people.add()
    expect(people.nameMissing).toBe(true)
    expect(location.hash).toBe('')
    if (people.draft) people.draft.values.preferredName = 'Noor'
    await people.add()
    expect(location.hash).toMatch(/^#\/person\//)
    await people.load()
    expect(people.shown.map((each) => each.card.name)).toContain('Noor')
  })

  it('keeps the form as it is when the core says no', async () => {
    const fake = makeFake()
    useTransport({ ...fake.transport, call: (name, request) => (name === 'add_person' ? Promise.reject({ code: 'diskFull', details: {} }) : fake.transport.call(name, request)) })
    const people = new People()
    await people.load()
    people.begin()
    if (people.draft) people.draft.values.preferredName = 'Noor'
    await people.add()
    expect(people.error?.code).toBe('diskFull')
    expect(people.draft?.values.preferredName).toBe('Noor')
  })
})
