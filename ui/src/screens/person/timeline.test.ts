import { beforeEach, describe, expect, it } from 'vitest'
import { app } from '../../app.svelte'
import { useTransport } from '../../ipc/client'
import { makeFake } from '../../ipc/fake'
import type { Goal, PersonId } from '../../ipc/generated/types'
import { saver } from '../../ipc/saver.svelte'
import { blankGoal, GoalSheet } from './goal.svelte'
import { PersonDesk } from './person.svelte'
import { lineOf, Timeline } from './timeline.svelte'
import { attainedPoints, progressPoints } from './words'

let fake: ReturnType<typeof makeFake>
let maria: PersonId
let jonas: PersonId

beforeEach(() => {
  saver.clear()
  Object.assign(globalThis, { location: { hash: '' } })
  fake = makeFake()
  useTransport(fake.transport)
  app.kept.clear()
  const people = fake.table.people({}).people
  const id = (name: string) => people.find((each) => each.card.name.startsWith(name))?.card.id ?? ''
  maria = id('Maria')
  jonas = id('Jonas')
})

describe('one line through time', () => {
  it('shows everything, newest first, and only what is chosen', async () => {
    const line = new Timeline(maria)
    await line.load()
    const days = line.items.map((each) => each.on)
    expect(days).toEqual(days.toSorted().toReversed())
    expect(line.items).toHaveLength(line.all)
    await line.show('statement')
    expect(line.items.map((each) => each.what.kind)).toEqual(['statement', 'statement'])
    await line.show('goal')
    expect(new Set(line.items.map((each) => each.what.kind))).toEqual(new Set(['statement', 'goal']))
    await line.show(null)
    expect(line.items).toHaveLength(line.all)
  })

  it('brings earlier ones as they are asked for, and comes back to as many with the same kinds', async () => {
    const of = fake.table.person({ person: jonas })
    for (let n = 0; n < 40; n += 1) fake.table.record_statement({ person: jonas, words: `Words ${String(n)}`, given: 'said', on: '2026-11-01', chime: [] })
    expect(of.statements.length).toBeLessThan(40)
    const line = new Timeline(jonas)
    await line.show('statement')
    expect(line.items).toHaveLength(30)
    await line.more()
    expect(line.items).toHaveLength(41)
    expect(new Set(line.items.map((each) => each.key)).size).toBe(41)
    line.keep('statement x')
    const again = new Timeline(jonas)
    expect(again.opened).toBe('statement x')
    await again.load()
    expect(again.items).toHaveLength(41)
    // Somebody else's line begins where it begins.
    expect(new Timeline(maria).kinds).toEqual([])
  })

  it('says each thing in words, with a way to it', async () => {
    const desk = new PersonDesk(maria)
    await desk.load()
    const line = (what: Parameters<typeof lineOf>[0]) => lineOf(what, desk)
    const goal = desk.view?.goals[0]
    expect(line({ kind: 'goal', goal: goal?.id ?? '', words: 'Play in a band', became: 'changed', reason: 'too loud', other: 'Play with Tom' })).toMatchObject({
      title: 'Goal changed', words: 'Play in a band', more: ['Why: “too loud”', 'Became “Play with Tom”'],
    })
    expect(line({ kind: 'note', note: 'n', number: 3, signed: true, added: null, by: '' })).toMatchObject({ title: 'Note of meeting 3 signed', lead: { href: '#/note/n' } })
    expect(line({ kind: 'promise', words: 'Walk', reviewed: true, result: null, happened: '' }).title).toBe('Promise looked back on: looked back on, no result noted')
    expect(line({ kind: 'sheet', sheet: 's', title: 'Staying well', version: 2, about: '' }).title).toBe('Staying well, version 2')
    expect(line({ kind: 'handOff', what: 'handout', topics: ['What helps'], format: 'print', to: 'Ann', outcome: 'left' }).more?.[0]).toContain('to Ann')
  })
})

describe('a goal that ends', () => {
  const goal = (): Goal => ({ ...blankGoal('g', '2026-10-10'), words: 'Play in a band' })

  it('has a day, which goes again when it is taken up', async () => {
    const sheet = await GoalSheet.open(maria, goal(), '2026-11-21')
    sheet.setStatus('dropped', '2026-11-21')
    expect(sheet.goal).toMatchObject({ status: 'dropped', endedOn: '2026-11-21' })
    sheet.setEndedOn('2026-11-19')
    sheet.setStatus('changed', '2026-11-21')
    expect(sheet.goal.endedOn).toBe('2026-11-19')
    sheet.setStatus('active', '2026-11-21')
    expect(sheet.goal.endedOn).toBeNull()
  })

  it('stays, and leads to what came in its place', async () => {
    const desk = new PersonDesk(maria)
    const leave = desk.follow()
    await desk.load()
    const first = desk.view?.goals[0]
    if (!first) throw new Error('Maria has a goal')
    await desk.replaceGoal(first)
    if (desk.open.kind !== 'goal') throw new Error('the new goal lies open')
    expect(desk.open).toMatchObject({ fresh: true })
    expect(desk.open.sheet.goal).toMatchObject({ words: '', insteadOf: first.id })
    desk.open.sheet.goal.words = 'Play with Tom'
    desk.open.sheet.touch()
    await desk.back()
    expect(desk.view?.goals).toHaveLength(2)
    expect(desk.replacedBy(first.id)?.words).toBe('Play with Tom')
    leave()
  })

  it('is helped by the modules somebody chose, and by no other', async () => {
    const sheet = await GoalSheet.open(maria, goal(), '2026-11-21')
    sheet.setModule('stress', true)
    sheet.setModule('coping', true)
    sheet.setModule('stress', false)
    expect(sheet.goal.modules).toEqual(['coping'])
  })

  it('draws how far it came, and leaves out what has no place on that line', () => {
    const review = (on: string, progress: 'some' | 'changed' | 'most', attainment: 'less' | null) => ({ session: on, goal: 'g', number: 1, on, progress, attainment, done: '', obstacle: '', nextStep: '', stillRight: null })
    const told = { ...goal(), reviews: [review('2026-10-12', 'some', null), review('2026-10-19', 'changed', 'less'), review('2026-10-26', 'most', null)] }
    expect(progressPoints(told)).toEqual([{ on: '2026-10-12', value: 1 }, { on: '2026-10-26', value: 2 }])
    expect(attainedPoints(told)).toEqual([{ on: '2026-10-19', value: -1 }])
  })
})
