import { beforeEach, describe, expect, it } from 'vitest'
import { call, useTransport } from '../../ipc/client'
import { makeFake } from '../../ipc/fake'
import { EndingDesk } from './ending.svelte'

let person = ''
beforeEach(async () => {
  useTransport(makeFake().transport)
  person = (await call('people', {})).people[0]?.card.id ?? ''
})

describe('the end of a course', () => {
  it('is said with a day, and goes on after all', async () => {
    const desk = new EndingDesk(person, 'normal')
    await desk.load()
    await desk.note()
    await desk.load()
    expect(desk.view?.endings).toEqual([])
    Object.assign(desk.end.values, { on: '2026-11-20', words: 'I know where I am going.' })
    await desk.note()
    await desk.load()
    const ended = desk.view?.endings[0] ?? expect.fail('it is there')
    expect(ended.words).toBe('I know where I am going.')
    expect(desk.view?.proposed).toHaveLength(3)
    expect(desk.view?.boosters).toEqual([])
    await desk.takeBack(ended)
    await desk.load()
    expect(desk.view?.endings).toEqual([])
  })

  it('refuses a day that has not come, and keeps the words', async () => {
    const desk = new EndingDesk(person, 'normal')
    Object.assign(desk.end.values, { on: '2027-11-20', words: 'Soon' })
    await desk.note()
    expect(desk.error?.code).toBe('dateOutOfRange')
    expect(desk.end.values.words).toBe('Soon')
  })

  it('plans a booster on the day a human sets, and says what became of it', async () => {
    const desk = new EndingDesk(person, 'normal')
    Object.assign(desk.end.values, { on: '2026-11-20', words: '' })
    await desk.note()
    await desk.plan('2026-12-21')
    await desk.load()
    const planned = desk.view?.boosters[0] ?? expect.fail('it is there')
    desk.change(planned)
    desk.booster.values.on = '2026-12-23'
    await desk.keep()
    await desk.load()
    expect(desk.view?.boosters).toMatchObject([{ id: planned.id, on: '2026-12-23', outcome: null }])
    const changed = desk.view?.boosters[0] ?? planned
    await desk.became(changed, 'held')
    await desk.load()
    expect(desk.view?.boosters).toMatchObject([{ outcome: 'held' }])
    await desk.became(desk.view?.boosters[0] ?? changed, 'held')
    await desk.load()
    expect(desk.view?.boosters).toMatchObject([{ outcome: null }])
  })
})
