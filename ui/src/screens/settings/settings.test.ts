import { beforeEach, describe, expect, it } from 'vitest'
import { app } from '../../app.svelte'
import { call, useTransport } from '../../ipc/client'
import { makeFake } from '../../ipc/fake'
import { saver } from '../../ipc/saver.svelte'
import { firstRun } from '../first-run/first-run.svelte'
import { SettingsPage, bytes } from './settings.svelte'

beforeEach(async () => {
  Object.assign(globalThis, { document: { documentElement: { dataset: {} } }, location: { hash: '' } })
  saver.clear()
  useTransport(makeFake().transport)
  app.state = await call('app_state', {})
})


describe('settings', () => {
  it('a choice is kept at once and leaves the others alone', async () => {
    const before = app.settings
    const page = new SettingsPage()
    await page.change({ theme: 'dark' })
    expect(app.settings).toEqual({ ...before, theme: 'dark' })
    expect(saver.state.kind).toBe('saved')
  })

  it('two settings changed at the same moment are both kept', async () => {
    const page = new SettingsPage()
    await Promise.all([page.change({ personWord: 'client' }), page.change({ paper: 'letter' })])
    expect(app.settings).toMatchObject({ personWord: 'client', paper: 'letter' })
  })

  it('a PIN that is no PIN is refused in its own place', async () => {
    const page = new SettingsPage()
    page.pin = '12a'
    expect(await page.keepPin()).toBe(false)
    expect(page.errorOf('pin')?.code).toBe('pinShape')
    expect(page.errorOf('you')).toBeNull()
    page.pin = '2468'
    expect(await page.keepPin()).toBe(true)
    expect(page.pin).toBe('')
  })

  it('the passphrase changes only when the old one is right, and is forgotten afterwards', async () => {
    const page = new SettingsPage()
    page.chosen.first = page.chosen.again = 'lantern river copper morning'
    page.current = 'not this one'
    expect(await page.keepPassphrase()).toBe(false)
    expect(page.errorOf('passphrase')?.code).toBe('wrongPassphrase')
    page.current = 'correct horse battery staple'
    expect(await page.keepPassphrase()).toBe(true)
    expect([page.current, page.chosen.first, page.chosen.again]).toEqual(['', '', ''])
  })

  it('a new data key asks for the passphrase, and shows its code once, until it is on paper', async () => {
    const page = new SettingsPage()
    page.keyPassphrase = 'not this one'
    expect(await page.renewKey()).toBe(false)
    expect(page.errorOf('newKey')?.code).toBe('wrongPassphrase')
    expect(app.firstRun).toBe(false)
    page.keyPassphrase = 'correct horse battery staple'
    expect(await page.renewKey()).toBe(true)
    expect(page.keyPassphrase).toBe('')
    expect(app.firstRun).toBe(true)
    const shown = firstRun()
    expect([shown.step, shown.code, shown.renewed?.map((backup) => backup.name)]).toEqual(['code', 'W2HNP-7TKDA-C4VXE-9MRJB-Z6QSF-3GYLU', ['waymark-2026-11-20.backup']])
    shown.finish()
    expect([app.firstRun, shown.code, location.hash]).toEqual([false, '', '#/settings'])
    expect(firstRun().code).toBe('')
    await app.run('lock', {})
    await expect(call('unlock_with_recovery_code', { code: 'K7QF4-2XJNB-M9TDW-8RHVC-P3YGS-6ZKQA' })).rejects.toMatchObject({ code: 'wrongRecoveryCode' })
    await app.run('unlock_with_recovery_code', { code: 'W2HNP-7TKDA-C4VXE-9MRJB-Z6QSF-3GYLU' })
    expect(app.open).toBe(true)
  })

  it('a schedule asks for its folder the first time, and keeps both', async () => {
    const page = new SettingsPage()
    await page.planBackups('week')
    expect(app.settings?.backup).toEqual({ every: 'week', folder: '/media/kari/BACKUP' })
    await page.planBackups('day')
    expect(app.settings?.backup).toEqual({ every: 'day', folder: '/media/kari/BACKUP' })
    await page.planBackups('never')
    expect(app.settings?.backup.every).toBe('never')
  })

  it('a schedule without a folder is none', async () => {
    const { transport } = makeFake()
    useTransport({ ...transport, call: (name, request) => (name === 'choose_folder' ? Promise.resolve({ path: null }) : transport.call(name, request)) })
    await new SettingsPage().planBackups('day')
    expect(app.settings?.backup).toEqual({ every: 'never', folder: '' })
  })

  it('a name that is taken away is refused', async () => {
    const page = new SettingsPage()
    page.you.values.name = ' '
    expect(await page.keepYou()).toBe(false)
    expect(page.errorOf('you')?.code).toBe('nameMissing')
  })
})

describe('figures', () => {
  it('sizes are written as the language writes them', () => {
    expect(bytes(1_482_752)).toBe('1.5 MB')
    expect(bytes(90_000)).toBe('90 kB')
  })
})
