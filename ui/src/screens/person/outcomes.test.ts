import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { i18n } from '../../i18n'
import { call, useTransport } from '../../ipc/client'
import { makeFake } from '../../ipc/fake'
import type { Answer, Block, Document, PersonId } from '../../ipc/generated/types'
import { saver } from '../../ipc/saver.svelte'
import { EventForm, Events } from './events.svelte'
import { itemsOf, read, stands, takes } from './keyin'
import { Outcomes, taken } from './outcomes.svelte'
import { PersonDesk } from './person.svelte'

let maria: PersonId
const leave: (() => void)[] = []
beforeEach(() => {
  saver.clear()
  i18n.lang = 'en'
  Object.assign(globalThis, { location: { hash: '' } })
  const fake = makeFake()
  useTransport(fake.transport)
  maria = fake.table.people({}).people.find((each) => each.card.name === 'Maria Halvorsen')?.card.id ?? ''
})
afterEach(() => leave.splice(0).forEach((each) => each()))

async function followed(): Promise<Outcomes> {
  const outcomes = new Outcomes(maria)
  leave.push(outcomes.follow())
  await outcomes.load()
  outcomes.choose()
  Object.assign(outcomes.choosing?.values ?? {}, { plan: 'three-parts', baseline: '2026-11-14' })
  await outcomes.followPlan()
  await outcomes.load()
  return outcomes
}

const hope = (outcomes: Outcomes) => {
  const plan = outcomes.view?.plans[0]
  const measure = plan?.groups[0]?.measures[0]
  const cell = measure?.cells[0]
  if (!plan || !measure || !cell) throw new Error('the plan is followed')
  return { plan, measure, cell }
}

describe('an outcome plan', () => {
  it('is chosen with nothing set beforehand, followed once, and left', async () => {
    const outcomes = new Outcomes(maria)
    leave.push(outcomes.follow())
    await outcomes.load()
    outcomes.choose()
    expect(outcomes.choosing?.values).toEqual({ plan: null, baseline: null })
    await outcomes.followPlan()
    expect(outcomes.choosing).not.toBeNull()
    outcomes.giveUpChoosing()
    const other = await followed()
    expect(other.view?.plans).toHaveLength(1)
    expect(other.free).toEqual([])
    await other.leave(hope(other).plan)
    await other.load()
    expect(other.view?.plans).toEqual([])
  })

  it('takes a number, what is none as typed, and why there is nothing', async () => {
    const outcomes = await followed()
    const key = async (values: object) => {
      const { plan, measure, cell } = hope(outcomes)
      outcomes.key(plan, measure, cell)
      if (!outcomes.keying) throw new Error('it is being keyed in')
      Object.assign(outcomes.keying.form.values, values)
      await outcomes.keep(outcomes.keying.taken)
      await outcomes.load()
      return hope(outcomes).cell.state
    }
    expect(hope(outcomes).cell.state).toEqual({ state: 'due' })
    expect(await key({ what: 'value', number: '6,5', on: '2026-11-20' })).toMatchObject({ state: 'keyed', value: 650 })
    expect(await key({ what: 'value', number: 'about six', on: '2026-11-20' })).toMatchObject({ state: 'keyed', value: null, typed: 'about six' })
    expect(await key({ what: 'notAsked' })).toEqual({ state: 'not', why: 'notAsked' })
    const { plan, measure, cell } = hope(outcomes)
    outcomes.key(plan, measure, cell)
    expect(outcomes.keying?.again).toBe(true)
    await outcomes.keep(null)
    await outcomes.load()
    expect(hope(outcomes).cell.state).toEqual({ state: 'due' })
  })

  it('keeps nothing that is half said', () => {
    expect(taken({ what: null, number: '6', on: '2026-11-20' })).toBeNull()
    expect(taken({ what: 'value', number: '6', on: null })).toBeNull()
    expect(taken({ what: 'value', number: ' ', on: '2026-11-20' })).toBeNull()
    expect(taken({ what: 'refused', number: '', on: null })).toEqual({ kind: 'not', why: 'refused' })
  })
})

describe('an event', () => {
  it('is written down, changed and taken away, with what its kind has', async () => {
    const events = new Events(maria)
    leave.push(events.follow())
    await events.load()
    events.edit(null)
    const form = events.editing
    if (!form) throw new Error('a form is open')
    expect(form.form.values.kind).toBeNull()
    Object.assign(form.form.values, { kind: 'admission', from: '2026-11-05', until: '2026-11-01', hours: '7' })
    expect(form.endsFirst).toBe(true)
    expect(form.canSave).toBe(false)
    form.form.values.until = '2026-11-09'
    await events.save()
    await events.load()
    const [saved] = events.view?.events ?? []
    if (!saved) throw new Error('it is there')
    expect(saved).toMatchObject({ kind: 'admission', until: '2026-11-09', hours: null })
    const change = new EventForm(maria, saved)
    change.form.values.kind = 'work'
    change.form.values.hours = 'many'
    expect(change.unread).toBe(true)
    await events.takeAway(saved)
    await events.load()
    expect(events.view?.events).toEqual([])
  })
})

describe('typing in from paper', () => {
  const level = (id: string) => ({ id, label: id })
  const blocks: Block[] = [
    { kind: 'rating', id: 'items', title: '', intro: '', levels: ['1', '2', 'na'].map(level), rows: [{ id: 'sleep', label: 'Sleep', hint: '' }] },
    { kind: 'knowledgeCheck', id: 'know', title: '', questions: [{ id: 'hope', prompt: 'Who?', choices: [level('me'), level('nobody')], right: 'me', explain: '' }] },
  ] as unknown as Block[]
  const page = { blocks, topic: 'scale', sheet: 'copy' } satisfies Pick<Document, 'blocks' | 'topic' | 'sheet'>
  const [sleep, know] = itemsOf(page)

  it('knows what each item takes, and refuses the rest', () => {
    if (!sleep || !know) throw new Error('two items')
    expect(takes(sleep)).toBe('1, 2')
    expect(read(sleep, ' 2 ')).toEqual({ kind: 'choice', value: '2' })
    expect(read(sleep, '3')).toBeUndefined()
    expect(read(sleep, '')).toBeNull()
    expect(read(know, '2')).toEqual({ kind: 'choice', value: 'nobody' })
    const answer = (value: Answer['value']): Answer => ({ key: sleep.key, value })
    expect(stands(sleep, [answer({ kind: 'missing', value: 'refused' })])).toEqual({ typed: '', missing: 'refused' })
    expect(stands(sleep, [answer({ kind: 'choice', value: '1' })])).toEqual({ typed: '1', missing: null })
    expect(stands(sleep, [answer({ kind: 'choice', value: 'na' })])).toEqual({ typed: '', missing: 'notApplicable' })
  })

  it('begins a copy on the day it was filled', async () => {
    const desk = new PersonDesk(maria)
    leave.push(desk.follow())
    await desk.load()
    await desk.keyIn('how-it-goes', '2026-11-02')
    if (desk.open.kind !== 'sheet') throw new Error('the copy lies open')
    expect(desk.open.page.form?.copies[0]).toMatchObject({ madeOn: '2026-11-02', onPaper: true })
    expect((await call('person', { person: maria })).forms.some((form) => form.id === 'how-it-goes')).toBe(true)
  })
})
