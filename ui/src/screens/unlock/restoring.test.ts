import { beforeEach, describe, expect, it } from 'vitest'
import { app } from '../../app.svelte'
import { call, useTransport } from '../../ipc/client'
import { makeFake, type FakeOptions } from '../../ipc/fake'
import { Restoring, planWords, refusalWords } from './restoring.svelte'

const PASSPHRASE = 'correct horse battery staple'
let asked: string[] = []

async function open(vault: FakeOptions['vault']): Promise<ReturnType<typeof makeFake>> {
  const fake = makeFake({ vault })
  useTransport({
    ...fake.transport,
    call(name, request) {
      asked.push(name)
      return fake.transport.call(name, request)
    },
  })
  app.state = await call('app_state', {})
  return fake
}

/** A restore with its backup chosen and its passphrase typed. */
async function ready(passphrase = PASSPHRASE): Promise<Restoring> {
  const restoring = new Restoring()
  await restoring.chooseFile()
  restoring.secret = passphrase
  asked = []
  return restoring
}

beforeEach(() => {
  Object.assign(globalThis, { document: { documentElement: { dataset: {} } }, location: { hash: '' } })
})

/** What an opened vault is asked before any screen shows. */
const AFTER = ['drafts', 'take_held']

describe('restoring a backup', () => {
  it('is done at once where there is no vault to lose', async () => {
    await open('none')
    const restoring = await ready()
    expect(await restoring.submit()).toBe(true)
    expect(asked).toEqual(['restore', ...AFTER, 'undo_line'])
    expect(app.open).toBe(true)
  })

  it('is done at once where the vault holds nothing more than the backup', async () => {
    await open('open')
    const restoring = await ready()
    expect(await restoring.submit()).toBe(true)
    expect(asked).toEqual(['plan_restore', 'restore', ...AFTER])
    expect([restoring.file, restoring.secret]).toEqual(['', ''])
  })

  it('names what would go and is done at the second press only', async () => {
    const fake = await open('open')
    const person = fake.table.people({}).people[0]?.card.id ?? ''
    await call('record_statement', { person, words: 'Rest.', given: 'said', on: '2026-11-21', chime: [] })
    await call('record_statement', { person, words: 'Quiet.', given: 'said', on: '2026-11-21', chime: [] })
    expect(fake.table.people({}).people.map((each) => each.statement)).toContain('Quiet.')
    const restoring = await ready()
    expect(await restoring.submit()).toBe(false)
    expect(asked).toEqual(['plan_restore'])
    expect(restoring.error).toBeNull()
    const plan = restoring.asked
    if (!plan) throw new Error('something to ask')
    const { lines, confirm } = planWords(plan)
    expect(lines.slice(0, 3)).toEqual([
      'This backup was made 20 November 2026 at 17:05.',
      expect.stringMatching(/^2 saved changes from 21 November 2026 at \d\d:\d\d to 21 November 2026 at \d\d:\d\d are not in it\.$/),
      'No signed note would go.',
    ])
    expect(confirm).toBe('Restore without these 2 saved changes')
    asked = []
    expect(await restoring.submit()).toBe(true)
    expect(asked).toEqual(['restore', ...AFTER])
    expect(fake.table.people({}).people.map((each) => each.statement)).not.toContain('Quiet.')
  })

  it('names the signed notes among what would go', () => {
    const at = { millis: Date.parse('2026-11-21T09:00:00Z'), offset: 60 }
    expect(planWords({ madeAt: at, compared: true, goes: { saves: 1, signed: 1, from: at, to: at } }).lines).toContain('1 signed note or addition would go.')
    expect(planWords({ madeAt: at, compared: true, goes: { saves: 1204, signed: 31, from: at, to: at } }).lines).toContain('31 signed notes or additions would go.')
  })

  it('says that nobody can say where the vault does not open, and asks', async () => {
    await open('locked')
    await call('unlock', { passphrase: PASSPHRASE })
    await call('change_passphrase', { current: PASSPHRASE, new: 'lantern river copper morning' })
    await app.run('lock', {})
    const restoring = await ready()
    expect(await restoring.submit()).toBe(false)
    expect(restoring.asked?.compared).toBe(false)
    expect(planWords(restoring.asked ?? expect.fail()).lines[1]).toMatch(/nobody can say what would go/)
    expect(await restoring.submit()).toBe(true)
    expect(app.open).toBe(true)
  })

  it('asks anew for another passphrase or file, and not at all once it was left', async () => {
    await open('open')
    const person = app.vault?.kind === 'open' ? (await call('people', {})).people[0]?.card.id : ''
    await call('record_statement', { person: person ?? '', words: 'Rest.', given: 'said', on: '2026-11-21', chime: [] })
    const restoring = await ready()
    await restoring.submit()
    expect(restoring.asked).not.toBeNull()
    restoring.secret = 'something else'
    expect(restoring.asked).toBeNull()
    restoring.secret = PASSPHRASE
    expect(restoring.asked).not.toBeNull()
    restoring.leave()
    expect(restoring.asked).toBeNull()
  })

  it('a wrong passphrase is said as such, before anything is asked, and the open vault stays open', async () => {
    await open('open')
    const restoring = await ready('something else')
    expect(await restoring.submit()).toBe(false)
    expect(restoring.asked).toBeNull()
    expect(restoring.error && refusalWords(restoring.error).text).toBe('This passphrase does not open the backup.')
    expect([restoring.refused, restoring.secret]).toEqual([1, 'something else'])
    expect(app.open).toBe(true)
  })

  it('is opened with the recovery code as well, and then a new passphrase is asked', async () => {
    await open('none')
    const restoring = await ready()
    restoring.take('recoveryCode')
    expect(restoring.secret).toBe('')
    restoring.secret = 'K7QF4-2XJNB-M9TDW-8RHVC-P3YGS-AAAAA'
    expect(await restoring.submit()).toBe(false)
    expect(restoring.error && refusalWords(restoring.error).text).toBe('This recovery code does not open the backup.')
    restoring.secret = 'k7qf4 2xjnb m9tdw 8rhvc p3ygs 6zkqa'
    expect(await restoring.submit()).toBe(true)
    expect(app.vault).toMatchObject({ kind: 'open', openedByRecovery: true })
  })
})
