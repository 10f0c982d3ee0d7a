import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { call, useTransport } from '../../ipc/client'
import { makeFake } from '../../ipc/fake'
import type { PageView, PersonForm } from '../../ipc/generated/types'
import { saver } from '../../ipc/saver.svelte'
import { PersonDesk } from './person.svelte'

const PLAN = 'staying-well-plan'
const words = (page: PageView) => page.document.answers.flatMap(({ value }) => (value.kind === 'text' ? [value.value] : []))

describe('plans and forms in a person’s hands', () => {
  let desk: PersonDesk
  let leave: () => void = () => undefined
  beforeEach(async () => {
    saver.clear()
    const fake = makeFake()
    useTransport(fake.transport)
    const jonas = fake.table.people({}).people.find((each) => each.card.name === 'Jonas Berg')?.card.id ?? ''
    desk = new PersonDesk(jonas)
    leave = desk.follow()
    await desk.load()
  })
  afterEach(() => leave())

  function page(): PageView {
    if (desk.open.kind !== 'sheet') throw new Error('a copy is open')
    return desk.open.page
  }

  async function form(id: string): Promise<PersonForm> {
    await desk.chooseForm()
    if (desk.open.kind !== 'forms') throw new Error('the forms are laid out')
    const found = desk.open.forms.find((each) => each.id === id)
    if (!found) throw new Error(`there is ${id}`)
    return found
  }

  const copiesOf = (id: string) => desk.view?.forms.find((each) => each.id === id)?.copies ?? []

  it('offer every form, and show only those that were begun', async () => {
    await desk.chooseForm()
    expect(desk.open.kind === 'forms' && desk.open.forms.length).toBe(4)
    expect(desk.view?.forms.map(({ id }) => id)).toEqual([PLAN, 'how-it-goes'])
  })

  it('open the plan there is, and fill anything else afresh', async () => {
    await desk.startForm(await form(PLAN))
    expect(words(page())).toEqual(['I stop answering my phone.'])
    await desk.startForm(await form('how-it-goes'))
    expect(page().document.answers).toEqual([])
    await desk.back()
    expect(copiesOf(PLAN)).toHaveLength(1)
    expect(copiesOf('how-it-goes')).toHaveLength(3)
  })

  it('begin a new version with the words of the one before, which stays', async () => {
    await desk.openForm(PLAN)
    const before = page().document.sheet
    await desk.newVersion()
    expect(words(page())).toEqual(['I stop answering my phone.'])
    expect(page().document.sheet).not.toBe(before)
    await desk.back()
    expect(copiesOf(PLAN).map(({ madeOn }) => madeOn)).toEqual(['2026-11-21', '2026-10-20'])
    expect(copiesOf(PLAN)[1]?.id).toBe(before)
  })

  it('offer the person’s words from elsewhere, with where they were said', async () => {
    await desk.openForm(PLAN)
    expect(page().offers).toEqual([expect.objectContaining({ field: 'mine', words: 'Walking down to the lake before it gets dark.', number: '1.2' })])
  })

  it('lead from one form to another and back again', async () => {
    await desk.openForm(PLAN)
    await desk.openForm('sleep-diary')
    expect(page().form?.id).toBe('sleep-diary')
    expect(desk.trail.map(({ title }) => title)).toEqual(['My plan for staying well'])
    await desk.back()
    expect(page().form?.id).toBe(PLAN)
    await desk.back()
    expect(desk.open.kind).toBe('overview')
  })

  it('lead from a handout to a form and back to the handout', async () => {
    const topic = desk.view?.course.modules[0]?.topics[0]
    if (!topic) throw new Error('a topic')
    expect(await desk.behind(topic.id)).toEqual({ links: [{ form: 'my-plan', title: 'My own plan' }], examples: false })
    desk.open = { kind: 'topic', topic }
    await desk.openForm(PLAN)
    await desk.back()
    expect(desk.open.kind).toBe('topic')
    await desk.back()
    expect(desk.open.kind).toBe('overview')
  })

  it('have a finished example beside them, which is nobody’s and goes with the page it belongs to', async () => {
    await desk.openForm(PLAN)
    expect(page().examples).toEqual([{ form: 'example-staying-well', title: 'Example: Amira’s plan for staying well', block: null }])
    await desk.openExample('example-staying-well')
    expect(desk.example.document).toMatchObject({ person: null, sheet: null })
    expect(words(page())).toEqual(['I stop answering my phone.'])
    await desk.openForm('sleep-diary')
    expect(desk.example.document).toBeNull()
    expect(page().examples).toEqual([])
  })

  it('count an instrument again as it is answered, and leave the page as it is', async () => {
    await desk.startForm(await form('how-it-goes'))
    const { document } = page()
    const key = (field: string) => ({ topic: 'how-it-goes', block: 'items', field, row: 0, sheet: document.sheet })
    expect(page().score).toMatchObject({ answered: 0, value: null })
    for (const field of ['home', 'friends', 'days']) desk.answer(key(field), { kind: 'choice', value: '4' })
    await expect.poll(() => page().score, { timeout: 3000 }).toMatchObject({ answered: 3, value: { over: 12, under: 3 } })
    expect(page().document).toBe(document)
  })

  it('follow an undo that takes the open copy away', async () => {
    await desk.startForm(await form('sleep-diary'))
    expect(desk.open.kind).toBe('sheet')
    await call('undo', { person: null })
    expect(desk.open.kind).toBe('overview')
    expect(copiesOf('sleep-diary')).toEqual([])
  })
})
