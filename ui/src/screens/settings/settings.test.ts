import { beforeEach, describe, expect, it } from 'vitest'
import { app } from '../../app.svelte'
import { call, useTransport } from '../../ipc/client'
import { makeFake } from '../../ipc/fake'
import type { Finding, FindingKind, VaultCheck } from '../../ipc/generated/types'
import { saver } from '../../ipc/saver.svelte'
import { firstRun } from '../first-run/first-run.svelte'
import { SettingsPage, bytes, findings } from './settings.svelte'

beforeEach(async () => {
  Object.assign(globalThis, { document: { documentElement: { dataset: {} } }, location: { hash: '' } })
  saver.clear()
  useTransport(makeFake().transport)
  app.state = await call('app_state', {})
})

const finding = (kind: FindingKind, saves = 0): Finding => ({ number: 1, kind, saves, since: { millis: 0, offset: 0 }, detail: '', foundAt: { millis: 0, offset: 0 } })
const well: VaultCheck = { encrypted: true, cipherVersion: '4', whole: true, auditBrokenAt: null, notesBrokenAt: null, headerCopies: 2, opening: [], chain: { sequence: 3, hash: 'ab'.repeat(32) }, people: 1, auditEntries: 3, signedNotes: 1, findings: [] }

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

describe('what a check found', () => {
  it('is all well when nothing is wrong', () => {
    expect(findings(well).every((line) => line.well)).toBe(true)
  })

  it.each<[string, Partial<VaultCheck>, RegExp]>([
    ['a broken trail', { auditBrokenAt: 17 }, /entry 17/],
    ['a changed note', { notesBrokenAt: 2 }, /number 2/],
    ['lost saves', { opening: [finding('savesMissing', 3)] }, /^At least 3 saved changes are missing/],
    ['an older key file', { opening: [finding('oldHeader')] }, /^An older key file was put back/],
    ['one key header', { headerCopies: 1 }, /Only 1 of the 2/],
    ['a bad page', { findings: ['page 9'] }, /cannot be read/],
    ['no encryption', { encrypted: false }, /not encrypted/],
  ])('%s is said in words', (_name, found, words) => {
    const ill = findings({ ...well, ...found }).filter((line) => !line.well)
    expect(ill).toHaveLength(1)
    expect(ill[0]?.text).toMatch(words)
  })

  it('sizes are written as the language writes them', () => {
    expect(bytes(1_482_752)).toBe('1.5 MB')
    expect(bytes(90_000)).toBe('90 kB')
  })
})
