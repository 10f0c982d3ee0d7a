import { render } from 'svelte/server'
import { beforeEach, describe, expect, it } from 'vitest'
import { app } from './app.svelte'
import Banner from './Findings.svelte'
import { Findings } from './findings.svelte'
import { i18n } from './i18n'
import { call, useTransport, type Transport } from './ipc/client'
import { makeFake } from './ipc/fake'
import { findingWords } from './ipc/findings'
import type { FindingKind } from './ipc/generated/types'

const KINDS: FindingKind[] = ['savesMissing', 'forked', 'headGone', 'headUnreadable', 'headOfAnother', 'oldHeader', 'passphraseUnfinished', 'schema']
let transport: Transport

async function open(found: FindingKind[]) {
  transport = makeFake({ found }).transport
  useTransport(transport)
  app.state = await call('app_state', {})
}

const shown = () => render(Banner).body.replace(/<!--.*?-->/gs, '')

beforeEach(() => {
  Object.assign(globalThis, { document: { documentElement: { dataset: {} } } })
  i18n.lang = 'en'
})

describe('what was found when the vault was opened', () => {
  it('is shown until it is acknowledged by a name written by hand', async () => {
    await open(['savesMissing', 'oldHeader'])
    const stop = app.follow()
    const findings = new Findings()
    expect(shown()).toContain('data-testid="findings"')
    expect(findings.name).toBe('')
    expect(await findings.acknowledge()).toBe(false)
    findings.name = '  '
    expect(await findings.acknowledge()).toBe(false)
    expect(findings.nameMissing).toBe(true)
    expect(findings.found).toHaveLength(2)
    findings.name = 'Kari Lund'
    expect(await findings.acknowledge()).toBe(true)
    stop()
    expect(findings.found).toEqual([])
    expect(findings.name).toBe('')
    expect(shown()).not.toContain('data-testid="findings"')
    // Not only off the screen.
    expect(await call('app_state', {})).toMatchObject({ vault: { findings: [] } })
  })

  it('stays, with the name, when it could not be written down', async () => {
    await open(['forked'])
    useTransport({ ...transport, call: () => Promise.reject({ code: 'diskFull', details: {} }) })
    const findings = new Findings()
    findings.name = 'Kari Lund'
    expect(await findings.acknowledge()).toBe(false)
    expect(findings.error?.code).toBe('diskFull')
    expect([findings.found.length, findings.name, findings.noted]).toEqual([1, 'Kari Lund', false])
  })

  it('is nothing where nothing was found, and while the vault is locked', async () => {
    await open([])
    expect(shown()).not.toContain('data-testid="findings"')
    await open(['headGone'])
    await app.run('lock', {})
    expect(shown()).not.toContain('data-testid="findings"')
  })

  it('says how many saves are missing at least, and since when', async () => {
    await open(['savesMissing', 'schema'])
    const html = shown()
    expect(html).toContain('At least 3 saved changes are missing. Everything up to 20 November 2026 at 17:05 is here.')
    expect(html).toContain('note_seal, session')
    expect(html).toMatch(/<section aria-labelledby="([^"]+)"[^>]*>\s*<p id="\1"/)
  })

  it.each(KINDS)('%s has its own sentence and says what to do next, in every language', async (kind) => {
    await open(KINDS)
    const all = new Findings().found
    const finding = all.find((each) => each.kind === kind)
    if (!finding) throw new Error(kind)
    const sentences = (['en', 'da', 'nb'] as const).map((lang) => {
      i18n.lang = lang
      expect(all.filter((each) => findingWords(each).text === findingWords(finding).text)).toEqual([finding])
      expect(findingWords(finding).next).toMatch(/\w/)
      return findingWords(finding).text
    })
    expect(new Set(sentences).size).toBe(3)
  })
})
