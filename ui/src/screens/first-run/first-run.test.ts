import { beforeEach, describe, expect, it } from 'vitest'
import { app } from '../../app.svelte'
import { i18n } from '../../i18n'
import { call, useTransport } from '../../ipc/client'
import { makeFake } from '../../ipc/fake'
import { firstRun } from './first-run.svelte'

async function begin(vault: 'none' | 'locked' | 'open') {
  useTransport(makeFake({ vault }).transport)
  app.state = await call('app_state', {})
}

beforeEach(() => {
  Object.assign(globalThis, { document: { documentElement: { dataset: {} } }, location: { hash: '' } })
  app.firstRun = false
})

describe('the first run', () => {
  it('a look at another screen does not lose the recovery code, and leaving forgets it', async () => {
    await begin('none')
    const run = firstRun()
    run.name = 'Kari Lund'
    run.chosen.first = run.chosen.again = 'correct horse battery staple'
    expect(await run.create()).toBe(true)
    expect(run.code).not.toBe('')
    const again = firstRun()
    expect([again.step, again.code]).toEqual(['code', run.code])
    again.finish()
    expect(run.code).toBe('')
    expect(firstRun().step).toBe('doors')
  })

  it('a first run that was left before the vault was made begins again at the doors', async () => {
    await begin('none')
    firstRun().go('create')
    expect(firstRun().step).toBe('doors')
  })

  it('the language can be changed while the vault is locked', async () => {
    await begin('locked')
    await app.speak('nb')
    expect(app.settings?.language).toBe('nb')
    expect(i18n.lang).toBe('nb')
    expect(app.vault?.kind).toBe('locked')
  })

  it('leaving the sample leads to the doors, and a real vault is not left', async () => {
    await begin('open')
    await app.leaveSample()
    expect(app.vault?.kind).toBe('none')
    await call('create_vault', { passphrase: 'correct horse battery staple', practitioner: { name: 'Kari', title: '' }, sample: false })
    await expect(app.leaveSample()).rejects.toMatchObject({ code: 'notFound' })
  })
})
