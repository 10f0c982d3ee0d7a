import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { setBeforeCall, useTransport } from '../../ipc/client'
import { makeFake } from '../../ipc/fake'
import { saver } from '../../ipc/saver.svelte'
import { PhraseList } from './phrases.svelte'

let fake: ReturnType<typeof makeFake>
let leave: () => void = () => undefined

beforeEach(() => {
  saver.clear()
  setBeforeCall((name) => saver.before(name))
  fake = makeFake()
  useTransport(fake.transport)
})

afterEach(() => {
  leave()
  setBeforeCall(() => Promise.resolve())
})

async function open(): Promise<PhraseList> {
  const list = new PhraseList()
  leave = list.follow()
  await list.load()
  return list
}

const kept = () => fake.table.snippets({}).snippets.map((phrase) => phrase.words)

describe('the phrases', () => {
  it('are kept, changed as one types, and taken out', async () => {
    const list = await open()
    const [first] = list.phrases
    if (!first) throw new Error('a phrase')
    list.fresh.values = { words: ' Rested. ' }
    await list.keep()
    expect(kept().at(-1)).toBe('Rested.')
    expect(list.fresh.values.words).toBe('')
    list.write(first.id, 'Took part.')
    await saver.flush()
    expect(kept()[0]).toBe('Took part.')
    await list.takeOut(first.id)
    expect(kept()).not.toContain('Took part.')
    expect(list.phrases.map((phrase) => phrase.words)).toEqual(kept())
  })

  it('are not lost by clearing the field, and nothing blank is kept', async () => {
    const list = await open()
    const before = kept()
    const [first] = list.phrases
    if (!first) throw new Error('a phrase')
    list.write(first.id, '')
    await saver.flush()
    list.fresh.values = { words: '  ' }
    await list.keep()
    expect(kept()).toEqual(before)
  })
})
