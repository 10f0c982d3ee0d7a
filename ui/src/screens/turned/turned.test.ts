import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { makeFake } from '../../ipc/fake'
import { setBeforeCall, useTransport, type CommandName } from '../../ipc/client'
import type { ApiError } from '../../ipc/generated/types'
import { saver } from '../../ipc/saver.svelte'
import { SessionDesk } from '../session/desk.svelte'
import { app } from '../../app.svelte'
import { monitorWords, mustChoose } from './monitors'
import { NOT_BACK, Pin } from './pin.svelte'
import { TurnedScreen } from './turned.svelte'

beforeEach(() => {
  Object.assign(globalThis, { document: { documentElement: { dataset: {} } } })
  vi.useFakeTimers()
})
afterEach(() => {
  saver.clear()
  setBeforeCall(() => Promise.resolve())
  vi.useRealTimers()
})

describe('the PIN pad', () => {
  it('is ready from four digits on and takes no more than eight', () => {
    const pin = new Pin()
    for (const digit of '123') pin.add(digit)
    expect(pin.ready).toBe(false)
    for (const digit of '456789') pin.add(digit)
    expect([pin.ready, pin.length]).toEqual([true, 8])
    expect(pin.take()).toBe('12345678')
    expect(pin.length).toBe(0)
  })

  it('counts down after a wrong PIN and is ready again at the end', async () => {
    const pin = new Pin()
    pin.judged({ ...NOT_BACK, waitSeconds: 3 })
    for (const digit of '1234') pin.add(digit)
    expect([pin.ready, pin.wait]).toEqual([false, 3])
    await vi.advanceTimersByTimeAsync(2000)
    expect([pin.ready, pin.wait]).toEqual([false, 1])
    await vi.advanceTimersByTimeAsync(1000)
    expect(pin.ready).toBe(true)
  })
})

describe('the monitor', () => {
  const here = { key: 'eDP-1 1920x1080+0+0', name: 'eDP-1', width: 1920, height: 1080, side: 'here' } as const
  const right = { key: ' 1920x1200+1920+0', name: '', width: 1920, height: 1200, side: 'right' } as const

  it('is asked for where there are several and none is the one chosen before', () => {
    expect([mustChoose([here], ''), mustChoose([here, right], ''), mustChoose([here, right], right.key), mustChoose([here], right.key), mustChoose([here, right], 'gone')]).toEqual([false, true, false, false, true])
  })

  it('is named by where it lies, and by what the system calls it', () => {
    expect([here, right].map(monitorWords)).toEqual(['This screen (eDP-1, 1920 × 1080)', 'The screen to the right (1920 × 1200)'])
  })

  it('is chosen once, and the screen turned to it', async () => {
    const fake = makeFake()
    const asked: [CommandName, unknown][] = []
    useTransport({
      ...fake.transport,
      call: (name, request) => {
        asked.push([name, request])
        return name === 'monitors' ? Promise.resolve({ monitors: [here, right] }) : fake.transport.call(name, request)
      },
    })
    app.take(fake.table.app_state({}))
    const person = fake.table.people({}).people[0]?.card.id ?? ''
    const desk = new SessionDesk(fake.table.start_session({ person, on: null }).made ?? '')
    await desk.load()
    await desk.topic.open('what-helps')
    await desk.turn()
    expect(desk.choosingMonitor).toEqual([here, right])
    expect(app.turnedTo).toBeNull()
    await desk.turnTo(right.key)
    expect(desk.choosingMonitor).toBeNull()
    expect(app.settings?.turnedMonitor).toBe(right.key)
    expect(app.turnedTo).not.toBeNull()
    expect(asked.at(-1)?.[0]).toBe('turn_screen')
    desk.leave()
    app.turnedTo = null
  })
})

describe('the turned screen', () => {
  async function turned() {
    const fake = makeFake()
    const asked: [CommandName, unknown][] = []
    useTransport({
      ...fake.transport,
      call: (name, request) => {
        asked.push([name, structuredClone(request)])
        return fake.transport.call(name, request)
      },
    })
    const person = fake.table.people({}).people[0]?.card.id ?? ''
    const session = fake.table.start_session({ person, on: null }).made ?? ''
    fake.table.turn_screen({ session, topic: 'what-helps', sheet: null })
    const screen = new TurnedScreen()
    await screen.load()
    return { screen, asked, fake, person }
  }

  it('goes through the page and stops at both ends', async () => {
    const { screen } = await turned()
    expect(screen.first).toBe(true)
    screen.goBack()
    expect(screen.at).toBe(0)
    for (let i = 0; i < 50; i += 1) screen.goOn()
    expect([screen.at, screen.last]).toEqual([screen.regions - 1, true])
    expect(screen.regions).toBeGreaterThan(4)
  })

  it('saves what the person answers through the one command it may call', async () => {
    const { screen, asked, fake, person } = await turned()
    const key = { topic: 'what-helps', block: 'tried', field: 'words', row: 0, sheet: null }
    screen.answer(key, { kind: 'text', value: 'Musik' })
    await vi.advanceTimersByTimeAsync(1000)
    expect(asked.map(([name]) => name)).toEqual(['turned_page', 'turned_answer'])
    const page = fake.table.topic_page({ topic: 'what-helps', language: 'en', course: 'eleven-modules', person })
    expect(page.document.answers).toEqual([{ key, value: { kind: 'text', value: 'Musik' } }])
  })

  it('holds nothing of anybody once it is turned back', async () => {
    const { screen } = await turned()
    screen.goOn()
    screen.forget()
    expect([screen.view, screen.at]).toEqual([null, 0])
  })

  it('says so when nothing is turned', async () => {
    const refused: ApiError = { code: 'notFound', details: {} }
    useTransport({ ...makeFake().transport, call: () => Promise.reject(refused as unknown as Error) })
    const screen = new TurnedScreen()
    await screen.load()
    expect(screen.view).toBeNull()
    expect(screen.error).not.toBeNull()
  })
})
