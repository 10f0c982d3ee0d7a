import { beforeEach, describe, expect, it } from 'vitest'
import { app } from '../../app.svelte'
import { call, useTransport } from '../../ipc/client'
import { makeFake } from '../../ipc/fake'
import { Help, isOld } from './help.svelte'

async function open(vault: 'open' | 'empty' | 'locked') {
  const fake = makeFake({ vault })
  useTransport(fake.transport)
  app.state = await call('app_state', {})
  const help = new Help()
  await help.load()
  return help
}

// `app.take` writes to the document, which these tests do without.
beforeEach(() => {
  Object.assign(globalThis, { document: { documentElement: { dataset: {} } } })
})

describe('the crisis contacts', () => {
  it('are empty until somebody writes them, and begin with one row', async () => {
    const help = await open('empty')
    expect(help.crisis).toEqual({ contacts: [], checkedOn: null })
    help.edit()
    expect(help.rows).toHaveLength(1)
  })

  it('keep the order they were put in, and leave empty rows out', async () => {
    const help = await open('open')
    help.edit()
    const last = help.rows?.[2]
    if (!last) throw new Error('three contacts')
    help.move(last.key, -1)
    help.move(last.key, -1)
    help.move(last.key, -1)
    help.add()
    expect(await help.save()).toBe(true)
    expect(help.crisis?.contacts.map((each) => each.name)).toEqual(['Emergency', 'Lakeside crisis team', 'Out-of-hours doctor'])
    expect(help.rows).toBeNull()
  })

  it('can be changed while the vault is locked', async () => {
    const help = await open('locked')
    expect(await help.checkedToday()).toBe(true)
    expect(help.crisis?.checkedOn).toBe(app.today)
  })

  it('stand beside what the site lists, which nobody changes here', async () => {
    const help = await open('open')
    expect(help.site.crisis.map((each) => each.name)).toEqual(['County night team'])
    await help.checkedToday()
    expect(app.settings?.crisis.contacts.map((each) => each.name)).not.toContain('County night team')
  })

  it('are not touched when editing is left', async () => {
    const help = await open('open')
    help.edit()
    help.remove(help.rows?.[0]?.key ?? 0)
    help.cancel()
    expect(help.crisis?.contacts).toHaveLength(3)
  })

  it('count as old after half a year', () => {
    expect(isOld('2026-05-25', '2026-11-21')).toBe(false)
    expect(isOld('2026-05-24', '2026-11-21')).toBe(true)
  })
})
