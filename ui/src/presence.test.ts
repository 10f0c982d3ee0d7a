import { beforeEach, describe, expect, it } from 'vitest'
import { setBeforeCall, useTransport, type CommandName, type EventName } from './ipc/client'
import { Presence } from './presence.svelte'

const handlers = new Map<EventName, () => void>()
const asked: [CommandName, unknown][] = []
let now = 0
let open = true

beforeEach(() => {
  handlers.clear()
  asked.length = 0
  now = 0
  open = true
  setBeforeCall(() => Promise.resolve())
  useTransport({
    call: (name, request) => {
      asked.push([name, request])
      return Promise.resolve({})
    },
    on: (event, handler) => {
      handlers.set(event, handler)
      return Promise.resolve(() => handlers.delete(event))
    },
  })
})

/** What the core has heard, once what is on its way has arrived. */
async function heard() {
  for (let i = 0; i < 5; i += 1) await Promise.resolve()
  return asked.splice(0).map(([name, request]) => [name, (request as { inSession: boolean }).inSession])
}

function at(type: string, screenX = 0, screenY = 0): Event {
  return Object.assign(new Event(type), { screenX, screenY })
}

async function followed() {
  const presence = new Presence(
    () => open,
    () => now,
  )
  const target = new EventTarget()
  const stop = await presence.follow(target)
  return { presence, target, stop }
}

describe('being there', () => {
  it.each(['keydown', 'input', 'pointerdown', 'wheel', 'scroll', 'touchmove'])('is told by %s', async (kind) => {
    const { target, stop } = await followed()
    target.dispatchEvent(at(kind))
    expect(await heard()).toEqual([['still_here', false]])
    stop()
    now = 60_000
    target.dispatchEvent(at(kind))
    expect(await heard()).toEqual([])
  })

  it('is told by a pointer that moves, and not by one that lies under something new', async () => {
    const { target } = await followed()
    target.dispatchEvent(at('pointermove', 5, 5))
    target.dispatchEvent(at('pointermove', 5, 5))
    expect(await heard()).toEqual([])
    target.dispatchEvent(at('pointermove', 6, 5))
    expect(await heard()).toEqual([['still_here', false]])
  })

  it('is told every twenty seconds, and of nothing that is locked', async () => {
    const { target } = await followed()
    for (now = 0; now < 60_000; now += 1000) target.dispatchEvent(at('keydown'))
    expect(await heard()).toHaveLength(3)
    open = false
    now = 90_000
    target.dispatchEvent(at('keydown'))
    expect(await heard()).toEqual([])
  })

  it('says at once when an open session comes on the screen or goes', async () => {
    const { presence } = await followed()
    presence.session(true)
    presence.session(true)
    presence.session(false)
    expect(await heard()).toEqual([
      ['still_here', true],
      ['still_here', false],
    ])
  })
})

describe('the warning', () => {
  it('goes by anything one does, which is told at once', async () => {
    const { presence, target } = await followed()
    target.dispatchEvent(at('keydown'))
    await heard()
    now = 5000
    handlers.get('lock-soon')?.()
    expect(presence.soon).toBe(true)
    target.dispatchEvent(at('scroll'))
    expect(presence.soon).toBe(false)
    expect(await heard()).toEqual([['still_here', false]])
  })

  it('goes when somebody is there in the other window, and when it locks', async () => {
    const { presence } = await followed()
    for (const event of ['lock-off', 'locked'] as const) {
      handlers.get('lock-soon')?.()
      expect(presence.soon).toBe(true)
      handlers.get(event)?.()
      expect(presence.soon).toBe(false)
    }
    expect(await heard()).toEqual([])
  })

  it('does not come over what is locked', async () => {
    const { presence } = await followed()
    open = false
    handlers.get('lock-soon')?.()
    expect(presence.soon).toBe(false)
  })
})
