import { beforeEach, describe, expect, it } from 'vitest'
import { app } from '../../app.svelte'
import { useTransport } from '../../ipc/client'
import { makeFake } from '../../ipc/fake'
import { KEYS, Manual } from './manual.svelte'

beforeEach(() => {
  useTransport(makeFake().transport)
  app.kept.clear()
})

describe('the guide', () => {
  it('opens at the first session, and remembers the page for whoever comes back', async () => {
    const guide = new Manual()
    await guide.load()
    expect(guide.page?.id).toBe('first-session')
    guide.turnTo('backup')
    expect(new Manual().open).toBe('backup')
  })

  it('prints the page that lies open, or all of it', async () => {
    const guide = new Manual()
    await guide.load()
    guide.turnTo('backup')
    expect(guide.ask.paper).toMatchObject({ kind: 'manual', pages: ['backup'] })
    expect(guide.fileName).toBe('Backup and restore')
    guide.what = 'all'
    expect(guide.ask.paper).toMatchObject({ pages: [] })
    guide.what = 'this'
    guide.turnTo(KEYS)
    expect(guide.ask.paper).toMatchObject({ pages: [] })
    expect(guide.fileName).toBe('Waymark user guide')
  })
})
