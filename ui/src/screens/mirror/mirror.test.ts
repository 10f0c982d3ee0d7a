import { beforeEach, describe, expect, it } from 'vitest'
import { useTransport } from '../../ipc/client'
import { makeFake } from '../../ipc/fake'
import { saver } from '../../ipc/saver.svelte'
import { MirrorDesk } from './mirror.svelte'
import { SupervisionDesk, wholeOf } from './supervision.svelte'

beforeEach(() => useTransport(makeFake().transport))

describe('the mirror', () => {
  it('asks where it cannot count, keeps what is chosen and what is typed, and takes a choice back', async () => {
    const desk = new MirrorDesk()
    const stop = desk.follow()
    await desk.load()
    const line = () => desk.view?.items.find((each) => each.item === 'relationship') ?? expect.fail('it is there')
    expect(line().chosen).toBeNull()
    desk.choose(line(), '4')
    await saver.flush()
    await desk.load()
    expect(line().chosen).toBe(4)
    desk.write(line(), 'Slower than I thought.')
    await saver.flush()
    await desk.load()
    expect(line()).toMatchObject({ chosen: 4, words: 'Slower than I thought.' })
    desk.choose(line(), null)
    await saver.flush()
    await desk.load()
    expect(line()).toMatchObject({ chosen: null, words: 'Slower than I thought.' })
    stop()
  })

  it('has no level and asks nothing where one person is looked at alone', async () => {
    const desk = new MirrorDesk()
    await desk.load()
    await desk.look(desk.view?.seen[0]?.id ?? '')
    expect(desk.view?.person).not.toBeNull()
    expect(desk.view?.items.every((each) => each.level === null && each.steps.length === 0)).toBe(true)
  })
})

describe('the log of supervision', () => {
  it.each([['', null], [' 45 ', 45], ['0', 0], ['45 min', undefined], ['-3', undefined], ['4,5', undefined]] as const)('reads “%s”', (text, number) => {
    expect(wholeOf(text)).toBe(number)
  })

  it('takes a day and a kind, counts units, and is changed and taken out', async () => {
    const desk = new SupervisionDesk()
    await desk.load()
    expect(desk.canSave).toBe(false)
    Object.assign(desk.form.values, { on: '2026-11-20', kind: 'supervision', minutes: 'ninety' })
    expect(desk.canSave).toBe(false)
    desk.form.values.minutes = '90'
    await desk.save()
    await desk.load()
    expect(desk.view).toMatchObject({ units: 2, meetings: [{ minutes: 90, met: null }] })
    expect(desk.form.values.minutes).toBe('')
    const meeting = desk.view?.meetings[0] ?? expect.fail('it is there')
    desk.change(meeting)
    desk.form.values.met = '3'
    await desk.save()
    await desk.load()
    expect(desk.view?.meetings).toMatchObject([{ id: meeting.id, met: 3 }])
    await desk.remove(meeting)
    await desk.load()
    expect(desk.view?.meetings).toEqual([])
  })
})
