import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { call, setBeforeCall, useTransport } from './client'
import { Saver } from './saver.svelte'
import type { ApiError, Change } from './generated/types'

const at = (millis: number) => ({ millis, offset: 0 })
const CHANGE: Change = { savedAt: at(1), touched: { person: null, areas: [] }, undo: null, redo: null, made: null }
const full: ApiError = { code: 'diskFull', details: {} }

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
  setBeforeCall(() => Promise.resolve())
})

describe('the saver', () => {
  it('waits for a pause in the typing and writes only the last words', async () => {
    const saver = new Saver()
    const written: string[] = []
    for (const words of ['w', 'wa', 'wal', 'walk']) {
      saver.later('field', () => Promise.resolve(void written.push(words)))
      await vi.advanceTimersByTimeAsync(100)
    }
    expect(written).toEqual([])
    await vi.advanceTimersByTimeAsync(400)
    expect(written).toEqual(['walk'])
    expect(saver.state.kind).toBe('saved')
  })

  it('writes at the latest 900 ms after the first keystroke, however long the typing goes on', async () => {
    const saver = new Saver()
    const written: number[] = []
    const started = Date.now()
    for (let i = 0; i < 20; i += 1) {
      saver.later('field', () => Promise.resolve(void written.push(Date.now() - started)))
      await vi.advanceTimersByTimeAsync(100)
    }
    expect(written[0]).toBeLessThanOrEqual(900)
    expect(written.length).toBeGreaterThan(1)
  })

  it('keeps what could not be saved and saves it when there is room again', async () => {
    const saver = new Saver()
    let room = false
    saver.later('field', () => (room ? Promise.resolve({ savedAt: at(5) }) : Promise.reject(full)))
    expect(await saver.flush()).toBe(false)
    expect(saver.state).toEqual({ kind: 'failed', error: full, again: true })
    expect(saver.unsaved).toBe(true)
    room = true
    expect(await saver.flush()).toBe(true)
    expect(saver.state).toEqual({ kind: 'saved', at: at(5) })
    expect(saver.unsaved).toBe(false)
  })

  it('tries again by itself after a failure', async () => {
    const saver = new Saver()
    let room = false
    saver.later('field', () => (room ? Promise.resolve({ savedAt: at(5) }) : Promise.reject(full)))
    await saver.flush()
    room = true
    await vi.advanceTimersByTimeAsync(5000)
    expect(saver.state.kind).toBe('saved')
  })

  it('does not lose a word typed while another one is being written', async () => {
    const saver = new Saver()
    const written: string[] = []
    let finish: () => void = () => undefined
    saver.later('field', async () => {
      await new Promise<void>((resolve) => (finish = resolve))
      written.push('first')
      return { savedAt: at(1) }
    })
    const first = saver.flush()
    saver.later('field', () => Promise.resolve(void written.push('second')))
    finish()
    expect(await first).toBe(true)
    expect(written).toEqual(['first', 'second'])
    expect(saver.unsaved).toBe(false)
  })

  it('one field that fails does not hold back the others', async () => {
    const saver = new Saver()
    const written: string[] = []
    saver.later('a', () => Promise.reject(full))
    saver.later('b', () => Promise.resolve(void written.push('b')))
    expect(await saver.flush()).toBe(false)
    expect(written).toEqual(['b'])
  })

  it('what was typed is on disk before the next command runs', async () => {
    const saver = new Saver()
    const order: string[] = []
    useTransport({
      call: (name) => {
        order.push(name)
        return Promise.resolve(CHANGE)
      },
      on: () => Promise.resolve(() => undefined),
    })
    setBeforeCall((name) => saver.before(name))
    saver.later('field', async (send) => {
      await send('record_in_session', { session: 's', entry: { kind: 'words', field: 'agenda', text: 'x' } })
      return undefined
    })
    await call('today', {})
    expect(order).toEqual(['record_in_session', 'today'])
  })

  it('nothing is signed over words that are not saved', async () => {
    const saver = new Saver()
    const asked: string[] = []
    useTransport({
      call: (name) => {
        asked.push(name)
        return Promise.resolve({})
      },
      on: () => Promise.resolve(() => undefined),
    })
    setBeforeCall((name) => saver.before(name))
    saver.later('field', () => Promise.reject(full))
    await expect(call('sign_note', { note: 'n' })).rejects.toEqual(full)
    await call('lock', {})
    expect(asked).toEqual(['lock'])
  })

  it('a value that is refused holds back nothing else, is never called saved, and goes with its own field', async () => {
    const saver = new Saver()
    const asked: string[] = []
    const tooLong: ApiError = { code: 'tooLong', details: {} }
    useTransport({
      call: (name) => {
        asked.push(name)
        return Promise.resolve({})
      },
      on: () => Promise.resolve(() => undefined),
    })
    setBeforeCall((name) => saver.before(name))
    let tries = 0
    saver.later('endless', () => {
      tries += 1
      return Promise.reject(tooLong)
    })
    saver.later('other', () => Promise.resolve({ savedAt: at(5) }))
    await call('sign_note', { note: 'n' })
    expect(asked).toEqual(['sign_note'])
    expect(saver.state).toEqual({ kind: 'failed', error: tooLong, again: false })
    expect(saver.unsaved).toBe(true)

    // Another field is saved, and the refused one is still not called saved; nor is it asked again and again.
    await saver.now('other', () => Promise.resolve({ savedAt: at(6) }))
    await vi.advanceTimersByTimeAsync(20_000)
    expect(saver.state.kind).toBe('failed')
    expect(tries).toBe(1)

    await saver.now('endless', () => Promise.resolve({ savedAt: at(7) }))
    expect(saver.state).toEqual({ kind: 'saved', at: at(7) })
    expect(saver.unsaved).toBe(false)
  })

  it('forgets every word when the vault locks', async () => {
    const saver = new Saver()
    const written: string[] = []
    saver.later('field', () => Promise.resolve(void written.push('x')))
    saver.clear()
    await vi.advanceTimersByTimeAsync(2000)
    expect(written).toEqual([])
    expect(saver.state.kind).toBe('quiet')
  })
})
