import { render } from 'svelte/server'
import { beforeEach, describe, expect, it } from 'vitest'
import { useTransport } from '../../ipc/client'
import { makeFake } from '../../ipc/fake'
import Differs from './Differs.svelte'
import { entryWords, sideWords, telling, valueName } from './differs'
import { Elsewhere } from './more.svelte'

let fake = makeFake()
let asked: { name: string; request: unknown }[] = []

beforeEach(() => {
  fake = makeFake({ file: '/media/kari/USB/maria.waymark' })
  asked = []
  useTransport({
    ...fake.transport,
    call(name, request) {
      asked.push({ name, request })
      return fake.transport.call(name, request)
    },
  })
})

async function looked(): Promise<Elsewhere> {
  const elsewhere = new Elsewhere()
  await elsewhere.choose()
  elsewhere.passphrase = 'right'
  await elsewhere.look()
  return elsewhere
}

const screen = (elsewhere: Elsewhere) => render(Differs, { props: { elsewhere } }).body.replace(/<!--[^>]*-->/g, '')

describe('what differs between a record here and one in a file', () => {
  it('is decided one by one, with nothing chosen', async () => {
    const elsewhere = await looked()
    expect(elsewhere.open.map(({ values }) => values.map(({ table, field }) => `${table}.${field}`))).toEqual([['person.record_number'], ['goal.words'], ['step.status', 'step.done_on']])
    expect(elsewhere.open.map((each) => elsewhere.side(each))).toEqual([null, null, null])
    const html = screen(elsewhere)
    expect(html.match(/type="radio"/g)).toHaveLength(6)
    expect(html).not.toMatch(/type="radio"[^>]* checked/)
    expect(html).toContain('What you choose nothing for stays as it is here.')
    // Both sides, to the letter.
    expect(html).toMatch(/>Play in a band<[\s\S]*>Play in a band again</)
  })

  it('is brought in with ours everywhere when nobody chooses', async () => {
    const elsewhere = await looked()
    const [first] = elsewhere.open
    if (!first) throw new Error('a difference')
    elsewhere.choosing(first, 'here')
    await elsewhere.bring()
    expect(asked.at(-1)).toEqual({ name: 'merge_archive', request: { file: '/media/kari/USB/maria.waymark', passphrase: 'right', take: [] } })
    expect(elsewhere.brought?.taken).toBe(0)
  })

  it('is taken from the file where somebody chose so, as it was looked at, and what goes together goes together', async () => {
    const elsewhere = await looked()
    const [number, , step] = elsewhere.open
    if (!number || !step) throw new Error('differences')
    elsewhere.choosing(number, 'file')
    elsewhere.choosing(step, 'here')
    elsewhere.choosing(step, 'file')
    expect(elsewhere.taken).toBe(2)
    expect(screen(elsewhere).match(/type="radio"[^>]* checked/g)).toHaveLength(2)
    await elsewhere.bring()
    const { take } = asked.at(-1)?.request as { take: { table: string; field: string; ours: string; theirs: string }[] }
    expect(take.map(({ table, field, ours, theirs }) => [table, field, ours, theirs])).toEqual([
      ['person', 'record_number', '0417', '0418'],
      ['step', 'status', 'active', 'achieved'],
      ['step', 'done_on', '', '2026-11-18'],
    ])
    expect(elsewhere.brought).toEqual({ name: 'Maria Halvorsen', colour: 0, taken: 2 })
    expect([elsewhere.plan, elsewhere.passphrase, elsewhere.file]).toEqual([null, '', ''])
    // One step takes it back.
    const person = fake.table.people({}).people.find(({ card }) => card.name === 'Maria Halvorsen')?.card
    expect(person?.recordNumber).toBe('0418')
    fake.table.undo({ person: person?.id ?? '' })
    expect(fake.table.people({}).people.find(({ card }) => card.id === person?.id)?.card.recordNumber).toBe('0417')
  })

  it('forgets what was chosen when the file is looked into again', async () => {
    const elsewhere = await looked()
    for (const each of elsewhere.open) elsewhere.choosing(each, 'file')
    await elsewhere.look()
    expect(elsewhere.taken).toBe(0)
  })

  it('is not brought in when the record changed meanwhile, and says what to do', async () => {
    const elsewhere = await looked()
    const [number] = elsewhere.open
    if (!number) throw new Error('a difference')
    elsewhere.choosing(number, 'file')
    const of = fake.table.people({}).people.find(({ card }) => card.name === 'Maria Halvorsen')?.card.id ?? ''
    const { person } = fake.table.person({ person: of })
    fake.table.edit_person({ person: of, details: { ...person, recordNumber: '0999' } })
    await elsewhere.bring()
    expect([elsewhere.error?.code, elsewhere.error?.details.why, elsewhere.brought]).toEqual(['notFound', 'changed', null])
  })

  it('offers no choice in what is signed or shared, and says that it stays', async () => {
    const elsewhere = await looked()
    expect(elsewhere.stays.map(({ table }) => table)).toEqual(['session', 'meeting'])
    const html = screen(elsewhere)
    expect(html).toMatch(/<details(?![^>]* open)[^>]*data-testid="elsewhere-stays"/)
    expect(html).toContain('2 more differences stay as they are here')
    expect(html).toContain('signed')
  })
})

describe('in words', () => {
  const differs = { table: 'step', field: 'status', ours: 'active', theirs: 'achieved', row: '', about: 'Call Tom', on: null, signed: false, together: 'status' }

  it('names the entry and the value, and says codes and days as the screens do', () => {
    expect(entryWords(differs)).toBe('Step: Call Tom')
    expect(entryWords({ ...differs, table: 'session', about: '', on: '2026-11-11' })).toBe('Session: 11 November 2026')
    expect(entryWords({ ...differs, table: 'something_new', about: '' })).toBe('Entry')
    expect(valueName({ ...differs, field: 'summary_words' })).toBe('Summary')
    expect(valueName({ ...differs, field: 'something_new' })).toBe('something_new')
    expect(sideWords({ ...differs, field: 'done_on' }, '2026-11-18')).toBe('18 November 2026')
    expect(sideWords({ ...differs, field: 'result' }, 'not-done')).not.toBe('not-done')
    expect(sideWords({ ...differs, field: 'confidence' }, '-1')).toBe('')
    // Own words that look like a code stay as they are.
    expect(sideWords({ ...differs, field: 'words' }, 'not-done')).toBe('not-done')
  })

  it('leaves out the kind of an answer beside the answer', () => {
    const answer = ['kind', 'value', 'edition'].map((field) => ({ ...differs, table: 'answer', field }))
    expect(telling(answer).map(({ field }) => field)).toEqual(['value'])
    expect(telling(answer.slice(2)).map(({ field }) => field)).toEqual(['edition'])
  })
})
