import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { useTransport } from '../../ipc/client'
import { makeFake } from '../../ipc/fake'
import type { Goal, PersonId } from '../../ipc/generated/types'
import { saver } from '../../ipc/saver.svelte'
import { kept, stepsOf, ticked } from './goal.svelte'
import { PersonDesk } from './person.svelte'

const step = (id: string, words: string) => ({ id, words, helper: '', byWhen: null, resources: '', obstacle: '', status: 'active' as const, doneOn: null })
const goal = (): Goal => ({
  id: 'g', words: 'Play in a band', why: '', setOn: '2026-10-10', status: 'active', endedOn: null, reason: '', insteadOf: null, modules: [], reviews: [],
  shortTerm: [{ id: 's', words: '', status: 'active', startedOn: null, doneOn: null, steps: [step('1', 'Call Tom'), step('2', '')] }, { id: 't', words: '', status: 'active', startedOn: null, doneOn: null, steps: [step('3', ' ')] }],
})

describe('a goal on its way to disk', () => {
  it('leaves out rows that nobody wrote in, and gives a nameless short-term goal the words of its first step', () => {
    expect(kept(goal()).shortTerm).toEqual([{ id: 's', words: 'Call Tom', status: 'active', startedOn: null, doneOn: null, steps: [step('1', 'Call Tom')] }])
  })

  it('keeps own words exactly, spaces and all', () => {
    const spaced = { ...goal(), words: '  play…  ' }
    expect(kept(spaced).words).toBe('  play…  ')
  })

  it('says on which day a step was done, and forgets it when the tick is taken back', () => {
    const done = ticked(goal(), '1', true, '2026-11-21')
    expect(stepsOf(done)[0]).toMatchObject({ status: 'achieved', doneOn: '2026-11-21' })
    expect(stepsOf(ticked(done, '1', false, '2026-11-22'))[0]).toMatchObject({ status: 'active', doneOn: null })
  })
})

describe('a person’s page', () => {
  let maria: PersonId
  beforeEach(() => {
    saver.clear()
    Object.assign(globalThis, { location: { hash: '' } })
    const fake = makeFake()
    useTransport(fake.transport)
    maria = fake.table.people({}).people.find((each) => each.card.name === 'Maria Halvorsen')?.card.id ?? ''
  })

  let leave: () => void = () => undefined
  afterEach(() => leave())

  async function desk(): Promise<PersonDesk> {
    const made = new PersonDesk(maria)
    leave = made.follow()
    await made.load()
    return made
  }

  it('opens a session for a meeting that was held earlier, on its day', async () => {
    const page = await desk()
    await page.enterLate()
    expect(location.hash).toBe('')
    page.late = { on: '2026-11-18' }
    await page.enterLate()
    expect(location.hash).toMatch(/^#\/session\//)
    await page.load()
    expect(page.view?.leftOpen.map((each) => each.on)).toEqual(['2026-11-18'])
    expect(page.view?.openSession).toBe(null)
  })

  it('keeps new words as a version of their own, verbatim, and the earlier ones behind them', async () => {
    const page = await desk()
    const before = page.view?.statements.map((each) => each.words) ?? []
    page.beginStatement()
    page.statement.form.values.words = ' my mornings,\nmy guitar '
    await page.keepStatement()
    expect(page.view?.statements.map((each) => each.words)).toEqual([' my mornings,\nmy guitar ', ...before])
    expect(page.open.kind).toBe('overview')
  })

  it('keeps nothing when nothing was said', async () => {
    const page = await desk()
    page.beginStatement()
    page.statement.form.values.words = '  '
    await page.keepStatement()
    expect(page.view?.statements).toHaveLength(2)
  })

  it('saves a new goal as it is typed, with the steps that have words', async () => {
    const page = await desk()
    await page.editGoal(null)
    if (page.open.kind !== 'goal') throw new Error('the goal is open')
    const { sheet } = page.open
    sheet.touch()
    await saver.flush()
    expect(page.view?.goals).toHaveLength(1)
    sheet.goal.words = 'Swim'
    const short = sheet.goal.shortTerm[0]
    if (!short?.steps[0]) throw new Error('a first row is ready')
    short.words = 'One pool day'
    short.steps[0].words = 'Find my towel'
    sheet.addStep(short, 0)
    sheet.touch()
    await page.back()
    const saved = page.view?.goals.find((each) => each.words === 'Swim')
    expect(saved?.shortTerm.map((each) => [each.words, each.steps.map((s) => s.words)])).toEqual([['One pool day', ['Find my towel']]])
  })

  it('gives every new step an id of its own', async () => {
    const page = await desk()
    await page.editGoal(null)
    if (page.open.kind !== 'goal') throw new Error('the goal is open')
    const short = page.open.sheet.goal.shortTerm[0]
    if (!short) throw new Error('a first short-term goal')
    for (let n = 0; n < 25; n += 1) page.open.sheet.addStep(short, n)
    const ids = short.steps.map((each) => each.id)
    expect(new Set(ids).size).toBe(26)
  })

  it('moves and removes steps, and never leaves a short-term goal without a row to type in', async () => {
    const page = await desk()
    const first = page.view?.goals[0]
    if (!first) throw new Error('a goal')
    await page.editGoal(first)
    if (page.open.kind !== 'goal') throw new Error('the goal is open')
    const { sheet } = page.open
    const short = sheet.goal.shortTerm[0]
    if (!short) throw new Error('a short-term goal')
    sheet.moveStep(short, 2, -1)
    expect(short.steps.map((each) => each.words)).toEqual(['Restring the guitar', 'Call the music shop about a room', 'Write to Tom'])
    for (let n = 0; n < 3; n += 1) sheet.removeStep(short, 0)
    expect(short.steps.map((each) => each.words)).toEqual([''])
  })

  it('fills a problem-solving sheet about a goal and shows its first copy in the list', async () => {
    const page = await desk()
    const about = page.view?.goals[0]?.id ?? null
    await page.startSheet(about)
    if (page.open.kind !== 'sheet') throw new Error('the sheet is open')
    expect(page.open.page.document.blocks.map((block) => block.kind)).toEqual(['worksheet'])
    await page.back()
    expect(page.view?.sheets.map((sheet) => sheet.about)).toEqual([about])
  })

  it('changes track and pace like any other detail', async () => {
    const page = await desk()
    await page.editDetails()
    if (page.open.kind !== 'details') throw new Error('the details are open')
    expect(page.open.catalogue.courses[0]?.tracks.map(({ id }) => id)).toContain('bipolar')
    page.open.form.values.track = 'bipolar'
    page.open.form.values.pace = null
    await page.saveDetails()
    expect(page.view?.person).toMatchObject({ track: 'bipolar', pace: null })
  })

  it('starts a session and goes on with the same one afterwards', async () => {
    const page = await desk()
    await page.start()
    const session = location.hash
    await page.load()
    location.hash = ''
    await page.start()
    expect(session).toMatch(/^#\/session\//)
    expect(location.hash).toBe(session)
  })

  it('does not take away a name', async () => {
    const page = await desk()
    await page.editDetails()
    if (page.open.kind !== 'details') throw new Error('the details are open')
    page.open.form.values.preferredName = ' '
    await page.saveDetails()
    expect(page.nameMissing).toBe(true)
    expect(page.view?.person.preferredName).toBe('Maria Halvorsen')
  })
})
