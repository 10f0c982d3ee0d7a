import { beforeEach, describe, expect, it } from 'vitest'
import { app } from '../../app.svelte'
import { call, useTransport } from '../../ipc/client'
import { makeFake } from '../../ipc/fake'
import { Services } from './services.svelte'

async function open(vault: 'open' | 'empty' | 'locked') {
  useTransport(makeFake({ vault }).transport)
  app.state = await call('app_state', {})
  const services = new Services()
  await services.load()
  return services
}

// `app.take` writes to the document, which these tests do without.
beforeEach(() => {
  Object.assign(globalThis, { document: { documentElement: { dataset: {} } } })
})

describe('the services nearby', () => {
  it('are empty until somebody writes them, and begin with one row', async () => {
    const services = await open('empty')
    expect(services.list).toEqual([])
    services.edit()
    expect(services.rows).toHaveLength(1)
    expect(await services.save()).toBe(true)
    expect(services.list).toEqual([])
  })

  it('count as checked when they are typed, and keep their day when they are not touched', async () => {
    const services = await open('locked')
    services.edit()
    const [first, second] = services.rows ?? []
    if (!first || !second) throw new Error('two services')
    first.phone = ' 555 0999 '
    expect(await services.save()).toBe(true)
    expect(services.list?.map(({ phone, checkedOn }) => [phone, checkedOn])).toEqual([['555 0999', app.today], ['555 0188', '2025-03-11']])
  })

  it('are checked one by one, and leave the crisis numbers alone', async () => {
    const services = await open('open')
    const crisis = app.settings?.crisis
    expect(await services.checkedToday(1)).toBe(true)
    expect(services.list?.map(({ checkedOn }) => checkedOn)).toEqual(['2026-11-02', app.today])
    expect(app.settings?.crisis).toEqual(crisis)
  })

  it('keep the order they were put in, and are not touched when editing is left', async () => {
    const services = await open('open')
    services.edit()
    services.move(services.rows?.[1]?.key ?? 0, -1)
    expect(await services.save()).toBe(true)
    expect(services.list?.map(({ name }) => name)).toEqual(['Housing advice', 'Harbour House'])
    services.edit()
    services.remove(services.rows?.[0]?.key ?? 0)
    services.cancel()
    expect(services.list).toHaveLength(2)
  })
})
