import { render } from 'svelte/server'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { setBeforeCall, useTransport } from '../../ipc/client'
import { makeFake } from '../../ipc/fake'
import { JUDGEMENT_SECTIONS } from '../../ipc/generated/rules'
import type { NoteId } from '../../ipc/generated/types'
import { saver } from '../../ipc/saver.svelte'
import { NoteDesk } from './note.svelte'
import Signed from './Signed.svelte'
import { FORMATS, judgementPrompt } from './words'

let fake: ReturnType<typeof makeFake>
let draft: NoteId
let leave: () => void = () => undefined

beforeEach(() => {
  saver.clear()
  setBeforeCall((name) => saver.before(name))
  Object.assign(globalThis, { location: { hash: '' } })
  fake = makeFake()
  useTransport(fake.transport)
  // The one with something carried over.
  draft = fake.table.today({}).unsigned.find((each) => fake.table.note({ note: each.id }).note.sections.some((section) => section.unconfirmed))?.id ?? ''
})

afterEach(() => {
  leave()
  setBeforeCall(() => Promise.resolve())
})

async function open(): Promise<NoteDesk> {
  const desk = new NoteDesk(draft)
  leave = desk.follow()
  await desk.load()
  return desk
}

const onDisk = (kind: string) => fake.table.note({ note: draft }).note.sections.find((section) => section.kind === kind)

describe('a section that asks for judgement', () => {
  it.each(JUDGEMENT_SECTIONS)('says what belongs into it: %s', (kind) => {
    expect(judgementPrompt(kind, 'Maria')).toMatch(/\w/)
  })
})

describe('a draft', () => {
  it('has empty judgements, and says which', async () => {
    const desk = await open()
    expect(desk.open.map((section) => section.kind)).toEqual(['treatmentPlanGoal', 'response', 'risk'])
    desk.judge('risk', 'No sign of risk today.')
    expect(desk.open.map((section) => section.kind)).toEqual(['treatmentPlanGoal', 'response'])
    await saver.flush()
    expect(onDisk('risk')?.judgement).toBe('No sign of risk today.')
  })

  it('saves what is typed in two fields of one section, and neither overwrites the other', async () => {
    const desk = await open()
    desk.write('response', 'She laughed.')
    desk.judge('response', 'Engaged.')
    await saver.flush()
    expect(onDisk('response')).toMatchObject({ text: 'She laughed.', judgement: 'Engaged.' })
    expect(desk.sections.find((section) => section.kind === 'response')).toMatchObject({ text: 'She laughed.', judgement: 'Engaged.' })
  })

  it('is not signed while something carried over is unconfirmed', async () => {
    const desk = await open()
    expect(desk.unconfirmed).toHaveLength(1)
    await desk.sign()
    expect(desk.error?.code).toBe('unconfirmed')
    expect(desk.signed).toBeNull()
  })

  it('is signed once that was confirmed or rewritten, and then takes only additions', async () => {
    const desk = await open()
    const first = desk.unconfirmed[0]
    if (!first) throw new Error('something carried over')
    desk.confirm(first.kind)
    await saver.flush()
    expect(onDisk(first.kind)?.unconfirmed).toBe(false)
    await desk.sign()
    expect(desk.signed?.seal).toMatch(/^[0-9a-f]{64}$/)
    desk.addition.values = { words: 'She rang.', reason: 'A call after the session' }
    await desk.add()
    expect(desk.view?.note.addenda.map((each) => each.words)).toEqual(['She rang.'])
    expect(desk.addition.values.words).toBe('')
  })

  it('shows its number, its seal and the record up to it once signed, as paper does', async () => {
    const desk = await open()
    for (const section of desk.unconfirmed) desk.confirm(section.kind)
    await saver.flush()
    await desk.sign()
    const { view, signed } = desk
    if (!view || !signed) throw new Error('a signed note')
    const text = render(Signed, { props: { desk, view, signed } }).body.replace(/<[^>]*>/g, '')
    expect(text).toContain(`Signed note number ${String(signed.number)}`)
    expect(text).toContain(`Seal: ${'5e5e5e5e '.repeat(8).trim()}`)
    expect(text).toMatch(/Record up to here: 1,\d{3} · ([0-9a-f]{8} ){7}[0-9a-f]{8}/)
  })

  it('names who led the meeting only where that is not just who signed', async () => {
    const desk = await open()
    expect(desk.ledBy).toBe('')
    for (const section of desk.unconfirmed) desk.confirm(section.kind)
    await saver.flush()
    await desk.sign()
    expect(desk.ledBy).toBe('')
    const { view } = desk
    if (!view || view.note.state.kind !== 'signed') throw new Error('a signed note')
    const facts = { ...view.note.state.facts, practitioners: ['Ann Vik, peer worker', view.note.state.by] }
    desk.view = { ...view, note: { ...view.note, state: { ...view.note.state, facts } } }
    expect(desk.ledBy).toBe('Ann Vik, peer worker; Kari Lund, Occupational therapist')
  })

  it('is drafted again from what is recorded, and says so until one writes', async () => {
    const desk = await open()
    desk.write('plan', 'Something else')
    await desk.redraft()
    expect(desk.sections.find((section) => section.kind === 'plan')?.text).toBe('Something else')
    expect(desk.redrafted).toBe(true)
    desk.judge('risk', 'None.')
    expect(desk.redrafted).toBe(false)
  })

  it('is not brought back by what is typed in it', async () => {
    const desk = await open()
    const before = desk.view
    desk.write('plan', 'Call Ann')
    await saver.flush()
    expect(desk.view).toBe(before)
    expect(onDisk('plan')?.text).toBe('Call Ann')
  })

  it('keeps the words of an addition when it could not be added', async () => {
    const desk = await open()
    useTransport({ ...fake.transport, call: () => Promise.reject({ code: 'diskFull', details: {} }) })
    desk.addition.values = { words: 'She rang.', reason: '' }
    await desk.add()
    expect(desk.error?.code).toBe('diskFull')
    expect(desk.addition.values.words).toBe('She rang.')
  })
})

describe('another format', () => {
  it('tells the same in other sections, and what was typed stands at the end until it is placed', async () => {
    const desk = await open()
    desk.write('skill', 'Her own way of breathing.')
    desk.judge('risk', 'No sign of risk.')
    await desk.setFormat('dap')
    expect(desk.own.map((section) => section.kind)).toEqual(['data', 'assessment', 'nextSteps'])
    expect(desk.earlier.map((section) => section.kind)).toEqual(['skill', 'risk'])
    // Only the judgement was typed there; the facts are told above.
    expect(desk.earlier[1]).toMatchObject({ text: '', judgement: 'No sign of risk.' })
    expect(desk.open.map((section) => section.kind)).toEqual(['assessment'])

    await desk.placeEarlier('risk', 'assessment')
    expect(desk.own[1]?.judgement).toBe('No sign of risk.')
    await desk.placeEarlier('skill', null)
    expect(desk.earlier).toEqual([])
  })

  it('gives everything back its place when one returns to the first', async () => {
    const desk = await open()
    desk.write('skill', 'Her own way of breathing.')
    for (const format of FORMATS.filter((each) => each !== 'imr')) {
      await desk.setFormat(format)
      expect(desk.earlier.map((section) => section.text), format).toEqual(['Her own way of breathing.'])
    }
    await desk.setFormat('imr')
    expect(desk.earlier).toEqual([])
    expect(desk.own.find((section) => section.kind === 'skill')?.text).toBe('Her own way of breathing.')
  })

  it('is signed with what nobody placed, under a heading that says so, and asks no judgement of it', async () => {
    const desk = await open()
    desk.write('response', 'She laughed.')
    await desk.setFormat('peer')
    for (const section of desk.unconfirmed) desk.confirm(section.kind)
    await saver.flush()
    await desk.sign()
    const { view, signed } = desk
    if (!view || !signed) throw new Error('a signed note')
    const text = render(Signed, { props: { desk, view, signed } }).body.replace(/<[^>]*>/g, '')
    expect(text).toContain('From the earlier format: Response and perspective')
    expect(text).toContain('She laughed.')
    expect(text).not.toContain('not stated')
  })

  it('comes from the settings for a new note', () => {
    const { settings } = fake.table.app_state({})
    fake.table.change_settings({ settings: { ...settings, noteFormat: 'soap' } })
    const session = fake.table.today({}).withoutNote[0]?.id ?? ''
    const made = fake.table.draft_note({ session, format: null }).made ?? ''
    expect(fake.table.note({ note: made }).note.format).toBe('soap')
  })
})

describe('text that stands in an earlier note', () => {
  it('is said beside its section and holds nothing back', async () => {
    const { person } = fake.table.note({ note: draft })
    const before = fake.table.person({ person: person.id }).sessions.find((each) => each.note && each.note.id !== draft)?.note?.id ?? ''
    const earlier = fake.table.note({ note: before }).note
    const told = earlier.sections.find((section) => section.kind === 'response')?.judgement ?? ''
    const desk = await open()
    expect(desk.alike('response', 'judgement')).toBeNull()
    desk.judge('response', told)
    await desk.compare()
    expect(desk.alike('response', 'judgement')).toMatchObject({ note: before, on: earlier.on })
    expect(desk.alike('response', 'text')).toBeNull()
  })

  it('is not said when it cannot be asked', async () => {
    const desk = await open()
    useTransport({ ...fake.transport, call: () => Promise.reject({ code: 'internal', details: {} }) })
    await desk.compare()
    expect(desk.likenesses).toEqual([])
    expect(desk.error).toBeNull()
  })
})

describe('a phrase', () => {
  it('goes where the cursor is, apart from the words around it, in place of what was selected', async () => {
    const desk = await open()
    await desk.fetchPhrases()
    expect(desk.phrases.map((phrase) => phrase.words)).toEqual(['Took part with ease.', 'Needed more time than planned, and took it.'])
    for (const [text, from, to, whole, end] of [
      ['', 0, 0, 'On time.', 8],
      ['She came.', 9, 9, 'She came. On time.', 18],
      ['She came. Then left.', 10, 10, 'She came. On time. Then left.', 18],
      ['She was XX, she said.', 8, 10, 'She was On time., she said.', 16],
    ] as const) {
      desk.judge('response', text)
      expect(desk.putIn('response', 'judgement', 'On time.', from, to)).toBe(end)
      expect(desk.sections.find((section) => section.kind === 'response')?.judgement).toBe(whole)
    }
    desk.putIn('skill', 'text', 'On time.', 0, 0)
    await saver.flush()
    expect(onDisk('skill')?.text).toBe('On time.')
  })
})
