import { render } from 'svelte/server'
import { beforeEach, describe, expect, it } from 'vitest'
import { app } from './app.svelte'
import { call, useTransport } from './ipc/client'
import { makeFake, type FakeOptions } from './ipc/fake'
import Troubles from './Troubles.svelte'

async function shown(options: FakeOptions): Promise<string> {
  useTransport(makeFake(options).transport)
  app.state = await call('app_state', {})
  return render(Troubles).body
}

beforeEach(() => {
  Object.assign(globalThis, { document: { documentElement: { dataset: {} } }, location: { hash: '' } })
})

describe('what keeps the desk from its usual work', () => {
  it('is not there on a usual day', async () => {
    expect(await shown({})).not.toContain('role="alert"')
  })

  it('a full disk is said in one sentence, with what to do', async () => {
    const words = await shown({ full: true })
    expect(words).toContain('Everything can be read, and nothing can be saved.')
    expect(words).toContain('goes on without a restart')
  })

  it('settings that could not be read are said while the vault is locked, until somebody has read it', async () => {
    expect(await shown({ vault: 'locked', settings: 'fromCopy' })).toContain('The settings that were saved last are in use.')
    expect(await shown({ vault: 'locked', settings: 'lost' })).toContain('Crisis contacts, services and other settings may be missing.')
    await app.run('accept_settings', {})
    expect(render(Troubles).body).not.toContain('role="alert"')
  })
})
