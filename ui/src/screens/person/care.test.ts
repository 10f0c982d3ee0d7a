import { render } from 'svelte/server'
import { beforeEach, describe, expect, it } from 'vitest'
import { makeFake } from '../../ipc/fake'
import { useTransport } from '../../ipc/client'
import type { Pattern } from '../../ipc/generated/types'
import { saver } from '../../ipc/saver.svelte'
import PlanCare from './PlanCare.svelte'
import { patternWords } from './pattern'
import { PlanSheet } from './plan.svelte'

const PLAN = 'staying-well-plan'

let fake = makeFake()
let jonas = ''
let sheet = ''

beforeEach(() => {
  saver.clear()
  fake = makeFake()
  useTransport(fake.transport)
  jonas = fake.table.people({}).people.find(({ card }) => card.name === 'Jonas Berg')?.card.id ?? ''
  sheet = fake.table.open_form({ person: jonas, form: PLAN }).made ?? ''
})

const page = () => fake.table.open_sheet({ person: jonas, sheet })
const facts = () => page().form?.plan

function supporter(name: string): string {
  return fake.table.save_supporter({ person: jonas, supporter: null, details: { name, relation: '', reach: '', words: '' } }).made ?? ''
}

function shown(plan: PlanSheet): string {
  const { form, sharing } = page()
  if (!form?.plan || !sharing) throw new Error('a plan')
  return render(PlanCare, { props: { plan, person: jonas, sheet, facts: form.plan, sharing, name: 'Jonas', newest: true, rehearses: true, today: '2026-11-21', busy: false, oncard: () => undefined } }).body
}

describe('how promises went', () => {
  const none: Pattern = { of: 0, done: 0, partly: 0, obstacles: [] }
  it.each<[Pattern, string]>([
    [none, ''],
    [{ ...none, of: 2, done: 2 }, ''],
    [{ ...none, of: 3, done: 3 }, 'Lately 3 of 3 done'],
    [{ of: 5, done: 3, partly: 1, obstacles: [{ kind: 'forgot', times: 2 }] }, 'Lately 3 of 5 done · 1 partly · in the way: forgot (2)'],
    [{ of: 5, done: 0, partly: 0, obstacles: [{ kind: 'noTime', times: 3 }, { kind: 'unwell', times: 2 }, { kind: 'other', times: 1 }] }, 'Lately 0 of 5 done · in the way: no time (3) and unwell (2)'],
  ])('is one line that counts and blames nobody', (pattern, words) => {
    expect(patternWords(pattern)).toBe(words)
  })
})

describe('a plan in use', () => {
  it('is written down as held only when somebody says who, and since when', async () => {
    const plan = new PlanSheet(jonas, sheet)
    expect(plan.canGive).toBe(false)
    plan.given.values.who = 'else'
    plan.given.values.on = '2026-11-20'
    expect(plan.canGive).toBe(false)
    plan.given.values.name = 'Doctor Lund'
    await plan.give()
    expect(plan.error).toBeNull()
    expect(facts()?.copies).toEqual([expect.objectContaining({ name: 'Doctor Lund', givenOn: '2026-11-20', earlier: false, takenBackOn: null })])
    expect(plan.given.values.who).toBeNull()
  })

  it('warns of a missing consent and takes what is said all the same', async () => {
    const ann = supporter('Ann Berg')
    const plan = new PlanSheet(jonas, sheet)
    plan.given.values.who = ann
    plan.given.values.on = '2026-11-20'
    expect(shown(plan)).toContain('Ann Berg has no consent today')
    await plan.give()
    expect(facts()?.copies[0]?.supporter).toBe(ann)
  })

  it('offers what has just left, by the supporter it went to or by the name that was typed', async () => {
    const ann = supporter('Ann Berg')
    const plan = new PlanSheet(jonas, sheet)
    const holders = page().sharing?.holders ?? []
    expect(await plan.giveTo(' ann berg', holders, '2026-11-21')).toBe(true)
    expect(await plan.giveTo('Doctor Lund', holders, '2026-11-21')).toBe(true)
    expect(facts()?.copies.map(({ supporter, holder }) => [supporter, holder])).toEqual([
      [null, 'Doctor Lund'],
      [ann, ''],
    ])
  })

  it('knows what came back, and refuses that it did before it was given', async () => {
    const plan = new PlanSheet(jonas, sheet)
    await plan.giveTo('Doctor Lund', [], '2026-11-20')
    const [copy] = facts()?.copies ?? []
    if (!copy) throw new Error('a copy')
    plan.takingBack = { copy, on: '2026-11-19' }
    await plan.takeBack()
    expect(plan.error?.code).toBe('dateOutOfRange')
    expect(plan.takingBack).not.toBeNull()
    plan.takingBack = { copy, on: '2026-11-21' }
    await plan.takeBack()
    expect(facts()?.copies).toEqual([expect.objectContaining({ takenBackOn: '2026-11-21' })])
    expect(shown(plan)).not.toContain('It came back')
  })

  it('is gone through, and is looked at again on a day that Today and the worklist show', async () => {
    const plan = new PlanSheet(jonas, sheet)
    plan.rehearsed.values.on = '2026-11-20'
    plan.rehearsed.values.words = 'With Lene.'
    await plan.rehearse()
    await plan.setReview('2026-11-21')
    expect(facts()).toMatchObject({ reviewOn: '2026-11-21', due: true, rehearsals: [{ words: 'With Lene.' }] })
    expect(fake.table.today({}).plansDue.map(({ sheet }) => sheet)).toEqual([sheet])
    expect(fake.table.worklist({}).plansDue).toHaveLength(1)
    expect(shown(plan)).toContain('To be looked at again since')
    await plan.setReview('2026-12-21')
    expect(fake.table.today({}).plansDue).toEqual([])
  })
})
