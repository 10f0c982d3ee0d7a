import { beforeEach, describe, expect, it } from 'vitest'
import { app } from '../../app.svelte'
import { call, useTransport } from '../../ipc/client'
import { makeFake } from '../../ipc/fake'
import { NewPassphrase, strengthWords } from './passphrase.svelte'
import { Unlocking } from './unlock.svelte'

beforeEach(async () => {
  Object.assign(globalThis, { document: { documentElement: { dataset: {} } } })
  useTransport(makeFake({ vault: 'locked' }).transport)
  app.state = await call('app_state', {})
})

describe('unlocking', () => {
  it('a wrong passphrase stays to be corrected, and the right one opens', async () => {
    const unlocking = new Unlocking()
    unlocking.passphrase = 'correct horse'
    expect(await unlocking.open()).toBe(false)
    expect(await unlocking.open()).toBe(false)
    expect(unlocking.error?.code).toBe('wrongPassphrase')
    expect(unlocking.refused).toBe(2)
    expect(unlocking.passphrase).toBe('correct horse')
    unlocking.passphrase = 'correct horse battery staple'
    expect(await unlocking.open()).toBe(true)
    expect(app.open).toBe(true)
    expect(unlocking.passphrase).toBe('')
  })

  it('taking another way forgets what was typed and what went wrong', async () => {
    const unlocking = new Unlocking()
    unlocking.passphrase = 'x'
    await unlocking.open()
    unlocking.take('code')
    expect([unlocking.passphrase, unlocking.code, unlocking.error]).toEqual(['', '', null])
  })

  it('the recovery code opens and asks for a new passphrase', async () => {
    const unlocking = new Unlocking()
    unlocking.take('code')
    unlocking.code = 'K7QF4-2XJNB-WRONG-8RHVC-P3YGS-6ZKQA'
    expect(await unlocking.open()).toBe(false)
    expect(unlocking.error).toEqual({ code: 'wrongRecoveryCode', details: { group: '3' } })
    unlocking.code = 'k7qf4 2xjnb m9tdw 8rhvc p3ygs 6zkqa'
    expect(await unlocking.open()).toBe(true)
    expect(app.vault).toMatchObject({ kind: 'open', openedByRecovery: true })
  })
})

describe('a new passphrase', () => {
  it('complains only once somebody tries to go on', async () => {
    const chosen = new NewPassphrase()
    chosen.first = 'short'
    await chosen.judge()
    expect([chosen.firstError, chosen.againError]).toEqual(['', ''])
    expect(await chosen.ready()).toBe(false)
    expect(chosen.firstError).not.toBe('')
    expect(chosen.againError).not.toBe('')
  })

  it('is ready when it is strong and typed twice the same', async () => {
    const chosen = new NewPassphrase()
    chosen.first = 'lantern river copper morning'
    chosen.again = 'lantern river copper mornin'
    expect(await chosen.ready()).toBe(false)
    chosen.again = chosen.first
    expect(await chosen.ready()).toBe(true)
  })

  it('is judged in words, and a short one says how much is missing', () => {
    expect(strengthWords({ score: 4, accepted: false, guessesLog10: 20, length: 11 })).toBe('Too short: 1 more character.')
    expect(strengthWords({ score: 0, accepted: false, guessesLog10: 1, length: 12 })).toBe('Guessed at once.')
    expect(strengthWords({ score: 4, accepted: true, guessesLog10: 20, length: 30 })).toMatch(/^Very good/)
  })
})
