import { beforeEach, describe, expect, it } from 'vitest'
import { app } from '../../app.svelte'
import { call, useTransport } from '../../ipc/client'
import { makeFake } from '../../ipc/fake'
import { PackList } from './packs.svelte'

let list: PackList
beforeEach(async () => {
  useTransport(makeFake().transport)
  app.state = await call('app_state', {})
  list = new PackList()
  await list.load()
})

describe('the installed content', () => {
  it('shows what came with the program and what a site has added', () => {
    expect(list.packs.map(({ id, builtIn }) => [id, builtIn])).toEqual([['waymark', true], ['lakeside', false]])
  })

  it('shows what has to be mended in a pack that is refused, and leaves the others as they are', async () => {
    const before = list.packs
    await list.install('folder')
    expect(list.problems[0]).toMatchObject({ line: 14, instead: 'Write "my-plan".' })
    expect(list.packs).toEqual(before)
    expect(list.done).toBeNull()
    await list.load()
    expect(list.problems).toEqual([])
  })

  it('removes only the pack that was asked about', async () => {
    expect(await list.remove()).toBe(false)
    list.removing = list.packs[1] ?? null
    expect(await list.remove()).toBe(true)
    expect(list.packs.map(({ id }) => id)).toEqual(['waymark'])
    expect(list.done).toEqual({ kind: 'removed', title: 'Lakeside additions' })
    expect(list.removing).toBeNull()
  })
})
