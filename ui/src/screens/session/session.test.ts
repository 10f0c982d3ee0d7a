import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { makeFake } from '../../ipc/fake'
import { call, setBeforeCall, useTransport, type CommandName } from '../../ipc/client'
import { PHASES } from '../../ipc/generated/rules'
import type { ApiError, SessionEntry } from '../../ipc/generated/types'
import { saver } from '../../ipc/saver.svelte'
import { StatementDraft } from '../../record/statement.svelte'
import { SessionDesk } from './desk.svelte'
import { GoalDraft } from './goal.svelte'
import { nextStep } from './session.svelte'

const full: ApiError = { code: 'diskFull', details: {} }

let leave: () => void = () => undefined

/** A session of Jonas, who has two promises to review, in a core that can be made to fail, on a screen that follows it. */
async function open() {
  const fake = makeFake()
  const asked: [CommandName, unknown][] = []
  const world = { failing: false, slow: 0 }
  useTransport({
    ...fake.transport,
    call: async (name, request) => {
      if (world.slow > 0) await new Promise((resolve) => setTimeout(resolve, world.slow))
      if (world.failing) throw full
      asked.push([name, structuredClone(request)])
      return fake.transport.call(name, request)
    },
  })
  setBeforeCall((name) => saver.before(name))
  const jonas = fake.table.people({}).people.find((row) => row.card.name.startsWith('Jonas'))
  const person = jonas?.card.id ?? ''
  const id = fake.table.start_session({ person, on: null }).made ?? ''
  const desk = new SessionDesk(id)
  leave = desk.follow()
  await desk.load()
  const { session } = desk
  if (!session) throw new Error('the session lies open')
  asked.length = 0
  const entries = (): SessionEntry[] =>
    asked.flatMap(([name, ask]): SessionEntry[] => {
      if (name === 'spend_time') return [{ kind: 'spendTime', seconds: (ask as { seconds: number }).seconds }]
      return name === 'record_in_session' ? [(ask as { entry: SessionEntry }).entry] : []
    })
  const onDisk = () => fake.table.session({ session: id })
  return { fake, desk, topic: desk.topic, session, person, asked, entries, onDisk, world }
}

const settle = () => vi.advanceTimersByTimeAsync(1000)

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  leave()
  saver.clear()
  setBeforeCall(() => Promise.resolve())
  vi.useRealTimers()
})

describe('the phases', () => {
  it('go forward one by one and stay at the last', async () => {
    const { session, onDisk } = await open()
    for (const { phase } of PHASES.slice(1)) {
      session.next()
      await settle()
      expect(session.here).toBe(phase)
    }
    session.next()
    await settle()
    expect(session.here).toBe('close')
    expect(onDisk().record.current).toBe('close')
    expect(session.phase('arrive').state).toBe('done')
  })

  it('can be left out, which is shown and asked once, and taken up after all', async () => {
    const { session, onDisk } = await open()
    session.skip()
    await settle()
    expect(session.here).toBe('lastTime')
    expect(onDisk().record.phases[0]?.state).toBe('skipped')
    session.enter('close')
    await settle()
    expect(session.leftOut).toEqual(['arrive', 'practiceReview', 'goals', 'agenda', 'topic', 'practicePlan'])
    session.enter('arrive')
    await settle()
    expect(onDisk().record.phases[0]?.state).toBe('opened')
  })

  it('are all recorded, in order, however quickly somebody goes through them', async () => {
    const { session, entries, world } = await open()
    world.slow = 50
    session.next()
    session.next()
    session.skip()
    await settle()
    await settle()
    expect(entries()).toEqual([
      { kind: 'enterPhase', phase: 'lastTime' },
      { kind: 'enterPhase', phase: 'practiceReview' },
      { kind: 'skipPhase', phase: 'practiceReview', skipped: true },
      { kind: 'enterPhase', phase: 'goals' },
    ])
    expect(session.here).toBe('goals')
  })

  it('get the time that was spent in them, and no other', async () => {
    const { session, onDisk, entries } = await open()
    for (let i = 0; i < 5; i += 1) session.spend(5)
    expect(entries()).toEqual([])
    session.spend(5)
    await settle()
    expect(entries()).toEqual([{ kind: 'spendTime', seconds: 30 }])
    session.spend(20)
    session.enter('goals')
    session.spend(45)
    await settle()
    const seconds = Object.fromEntries(onDisk().record.phases.map((p) => [p.phase, p.seconds]))
    expect(seconds.arrive).toBe(50)
    expect(seconds.goals).toBe(45)
    expect(session.totalMinutes).toBe(1)
  })

  it('come back where the session stood after a restart', async () => {
    const { session } = await open()
    session.enter('topic')
    await settle()
    const again = new SessionDesk(session.record.id)
    await again.load()
    expect(again.session?.here).toBe('topic')
  })

  it('show what the core says of them, and no guess of the page', async () => {
    const { fake, session } = await open()
    const { session_record } = fake.table
    fake.table.session_record = (ask) => {
      const record = session_record(ask)
      return { ...record, phases: record.phases.map((each) => (each.phase === 'arrive' ? { ...each, state: 'skipped' as const } : each)) }
    }
    session.next()
    await settle()
    expect(session.phase('arrive').state).toBe('skipped')
  })

  it('go back on the screen when a step is taken back', async () => {
    const { fake, session, desk } = await open()
    session.enter('goals')
    await settle()
    fake.table.record_in_session({ session: session.record.id, entry: { kind: 'enterPhase', phase: 'arrive' } })
    await desk.load()
    expect(session.here).toBe('arrive')
  })

  it('can be read in a closed session without being recorded', async () => {
    const { session, desk, entries } = await open()
    await call('close_session', { session: session.record.id, asOfItsDay: false })
    expect(session.closed).toBe(true)
    session.enter('goals')
    session.spend(60)
    session.skip()
    await settle()
    expect(entries()).toEqual([])
    await desk.load()
    expect(session.here).toBe('goals')
  })
})

describe('the length', () => {
  it('is what was counted until somebody says otherwise, also when the session is closed', async () => {
    const { session, entries } = await open()
    session.spend(47 * 60)
    expect(session.countedMinutes).toBe(47)
    await call('close_session', { session: session.record.id, asOfItsDay: false })
    session.setLength(55)
    await settle()
    expect(entries().at(-1)).toEqual({ kind: 'length', minutes: 55 })
    session.setLength(null)
    expect(session.record.lengthSaid ?? session.countedMinutes).toBe(47)
  })

  it('is not counted for a meeting that is entered later or did not take place', async () => {
    const { session } = await open()
    session.spend(600)
    session.setAttendance({ kind: 'moved', reason: '' })
    expect(session.countedMinutes).toBe(null)
    session.setAttendance({ kind: 'present' })
    session.record.on = '2026-11-01'
    expect([session.enteredOn === null, session.countedMinutes]).toEqual([false, null])
  })
})

describe('a session begun by mistake', () => {
  it('is taken away with its reason, and leads back to the person', async () => {
    Object.assign(globalThis, { location: { hash: '' } })
    const { desk, asked, person } = await open()
    desk.askDiscard()
    desk.discardReason = 'wrong person chosen'
    await desk.discard()
    expect(asked.find(([name]) => name === 'discard_session')?.[1]).toEqual({ session: desk.session?.record.id, reason: 'wrong person chosen' })
    expect(location.hash).toBe(`#/person/${person}`)
    expect(desk.error).toBe(null)
  })
})

describe('what is typed', () => {
  it('is on disk within a second, and the screen says when', async () => {
    const { session, onDisk } = await open()
    session.write('summaryWords', 'I can ')
    await vi.advanceTimersByTimeAsync(100)
    session.write('summaryWords', 'I can do  this ')
    await vi.advanceTimersByTimeAsync(900)
    expect(onDisk().record.summaryWords).toBe('I can do  this ')
    expect(saver.state.kind).toBe('saved')
  })

  it('is not lost when an answer of the core comes while somebody goes on typing', async () => {
    const { session, onDisk, world } = await open()
    world.slow = 300
    session.write('agenda', 'one')
    await vi.advanceTimersByTimeAsync(500)
    session.write('agenda', 'one two')
    await vi.advanceTimersByTimeAsync(300)
    expect(session.record.agenda).toBe('one two')
    await vi.advanceTimersByTimeAsync(2000)
    expect(onDisk().record.agenda).toBe('one two')
  })

  it('stays on the screen when the disk is full, and is saved once there is room', async () => {
    const { session, onDisk, world } = await open()
    world.failing = true
    session.write('personItem', 'My rent')
    session.setMajorProblem(true)
    await settle()
    expect(saver.state.kind).toBe('failed')
    expect(session.record.personItem).toBe('My rent')
    world.failing = false
    await saver.flush()
    expect(onDisk().record.personItem).toBe('My rent')
    expect(onDisk().record.majorProblem).toBe(true)
  })

  it('brings nothing back from the core but its own state: no keystroke asks for the screen', async () => {
    const { session, asked } = await open()
    session.write('place', 'Room 4')
    await settle()
    session.setRecalled('well')
    session.plans.change(session.plans.add(), { what: 'Walk' })
    await settle()
    expect(asked.map(([name]) => name)).toEqual(['record_in_session', 'record_in_session', 'record_in_session'])
  })

  it('goes back to what was there before when it is taken back', async () => {
    const { session } = await open()
    session.write('place', 'Room 4')
    await settle()
    session.write('place', 'Room 5')
    await settle()
    await call('undo', { person: null })
    expect(session.record.place).toBe('Room 4')
    await call('redo', { person: null })
    expect(session.record.place).toBe('Room 5')
  })

  it('is kept when it is typed while an undo of something else comes back', async () => {
    const { session, onDisk, world } = await open()
    session.setRecalled('well')
    await settle()
    world.slow = 50
    const undone = call('undo', { person: null })
    // The undo is through by now; the session that was asked for after it is on its way.
    await vi.advanceTimersByTimeAsync(70)
    session.write('agenda', 'My rent')
    await settle()
    await undone
    expect(session.record).toMatchObject({ recalled: null, agenda: 'My rent' })
    expect(onDisk().record.agenda).toBe('My rent')
  })

  it('waits on the screen, whatever else happens, while the disk takes nothing', async () => {
    const { session, fake, desk, world, onDisk } = await open()
    world.failing = true
    session.write('agenda', 'My rent')
    await settle()
    world.failing = false
    const { record_in_session } = fake.table
    fake.table.record_in_session = () => {
      throw full
    }
    await desk.load()
    expect(session.record.agenda).toBe('My rent')
    fake.table.record_in_session = record_in_session
    fake.table.record_statement({ person: session.view.person.id, words: 'Sleep.', given: 'said', on: '2026-11-21', chime: [] })
    await saver.flush()
    await settle()
    expect(onDisk().record.agenda).toBe('My rent')
    expect(session.view.statement?.words).toBe('Sleep.')
  })
})

describe('where the session went', () => {
  it('stays, when an older view was still on its way', async () => {
    const { session, desk, world, onDisk } = await open()
    world.slow = 300
    const loading = desk.load()
    session.next()
    await settle()
    await settle()
    await loading
    expect(session.here).toBe('lastTime')
    expect(onDisk().record.current).toBe('lastTime')
  })
})

describe('what is said', () => {
  it('is preset nowhere', async () => {
    const { session } = await open()
    const { record } = session
    expect([record.majorProblem, record.recalled, record.skill, record.techniques]).toEqual([null, null, null, []])
    expect(record.practicesReviewed.map((practice) => practice.review)).toEqual([null, null])
    expect(session.view.goals.map((goal) => session.goalReview(goal).progress)).toEqual([null])
  })

  it('of a promise is kept with that promise, result and words together', async () => {
    const { session, onDisk } = await open()
    const [first, second] = session.record.practicesReviewed
    if (!first || !second) throw new Error('Jonas has two promises')
    session.setResult(second, 'partly')
    session.writeReview(second, 'whatHappened', 'Rang, nobody home.')
    await settle()
    const reviews = onDisk().record.practicesReviewed.map((practice) => practice.review)
    expect(reviews[0]).toBeNull()
    expect(reviews[1]).toMatchObject({ result: 'partly', whatHappened: 'Rang, nobody home.' })
    session.setResult(second, null)
    await settle()
    expect(onDisk().record.practicesReviewed[1]?.review).toMatchObject({ result: null, whatHappened: 'Rang, nobody home.' })
  })

  it('of a goal is one review, whatever is said first', async () => {
    const { session, onDisk } = await open()
    const goal = session.view.goals[0]
    if (!goal) throw new Error('Jonas has a goal')
    session.reviewGoal(goal, { nextStep: 'Ring the club' })
    session.reviewGoal(goal, { progress: 'some' })
    session.reviewGoal(goal, { stillRight: false })
    await settle()
    expect(onDisk().record.goalReviews).toHaveLength(1)
    expect(onDisk().record.goalReviews[0]).toMatchObject({ goal: goal.id, nextStep: 'Ring the club', progress: 'some', stillRight: false, done: '' })
    expect(nextStep(goal, session.goalReview(goal))).toBe('Ring the club')
  })

  it('of techniques is only what was ticked', async () => {
    const { session, onDisk } = await open()
    session.use('rolePlay', true)
    session.use('promoteHope', true)
    session.use('rolePlay', false)
    await settle()
    expect(onDisk().record.techniques).toEqual(['promoteHope'])
  })

  it('to the agenda is written there once, beside what stands there', async () => {
    const { session, onDisk } = await open()
    session.write('agenda', 'The letter')
    session.choose({ id: 'goals', number: '1.4', title: 'Setting a goal' })
    session.choose({ id: 'goals', number: '1.4', title: 'Setting a goal' })
    await settle()
    expect(onDisk().record.agenda).toBe('The letter\n1.4 Setting a goal')
    expect(session.chosen).toBe('goals')
  })
})

describe('why something was left out', () => {
  it('is asked of a promise nobody spoke of and of a plan nobody made, and no longer once they did', async () => {
    const { session, onDisk } = await open()
    expect([session.reviewSkipped, session.planSkipped]).toEqual([true, true])
    session.write('reviewSkipped', 'News from home.')
    await settle()
    expect(onDisk().record.reviewSkipped).toBe('News from home.')
    const [promise] = session.record.practicesReviewed
    if (!promise) throw new Error('a promise')
    session.setResult(promise, 'done')
    // What was said stays in sight, so that it can be taken back.
    expect(session.reviewSkipped).toBe(true)
    session.write('reviewSkipped', '')
    expect(session.reviewSkipped).toBe(false)
    session.plans.add({ what: 'Ring the choir' })
    expect(session.planSkipped).toBe(false)
    await settle()
  })
})

describe('what was in the way', () => {
  it('is ticked kind by kind, beside its words', async () => {
    const { session, onDisk } = await open()
    const [promise] = session.record.practicesReviewed
    if (!promise) throw new Error('a promise')
    session.setObstacle(promise, 'forgot', true)
    session.setObstacle(promise, 'noTime', true)
    session.setObstacle(promise, 'noTime', false)
    session.writeReview(promise, 'effect', 'Slept better')
    session.writeReview(promise, 'nextTime', 'Go earlier')
    await settle()
    expect(onDisk().record.practicesReviewed.find(({ id }) => id === promise.id)?.review).toMatchObject({ obstacleKinds: ['forgot'], effect: 'Slept better', nextTime: 'Go earlier', result: null })
  })
})

describe('promises made today', () => {
  it('become one promise, however much is typed before it has an id', async () => {
    const { session, onDisk, world } = await open()
    world.slow = 200
    const draft = session.plans.add()
    session.plans.change(draft, { what: 'Walk' })
    await vi.advanceTimersByTimeAsync(450)
    session.plans.change(draft, { what: 'Walk with Ann' })
    session.plans.change(draft, { confidence: 8 })
    await vi.advanceTimersByTimeAsync(3000)
    expect(onDisk().record.practicesAgreed).toHaveLength(1)
    expect(onDisk().record.practicesAgreed[0]).toMatchObject({ what: 'Walk with Ann', confidence: 8 })
  })

  it('are none while the form is empty', async () => {
    const { session, entries } = await open()
    const draft = session.plans.add()
    session.plans.change(draft, { when: '' })
    await settle()
    expect(entries()).toEqual([])
  })

  it('begin with an option only when it was clicked, in the blank form if there is one', async () => {
    const { session, onDisk } = await open()
    session.plans.add()
    session.plans.takeUp('Walk for ten minutes', 'what-helps')
    session.plans.takeUp('Write a list', 'what-helps')
    await settle()
    expect(onDisk().record.practicesAgreed.map(({ what, topic, confidence }) => [what, topic, confidence])).toEqual([
      ['Walk for ten minutes', 'what-helps', null],
      ['Write a list', 'what-helps', null],
    ])
    expect(new Set(session.plans.drafts.map((draft) => draft.id)).size).toBe(2)
  })

  it('keep their place on the screen, and an empty form its own, when the session is loaded again', async () => {
    const { session, desk } = await open()
    const [first, second] = [session.plans.add({ what: 'Walk' }), session.plans.add()]
    await settle()
    await desk.load()
    expect(session.plans.drafts.map(({ key, plan }) => [key, plan.what])).toEqual([[first.key, 'Walk'], [second.key, '']])
  })

  it('can be taken back, also before they are on disk', async () => {
    const { session, onDisk } = await open()
    const first = session.plans.add({ what: 'Walk' })
    await settle()
    const second = session.plans.add()
    session.plans.change(second, { what: 'Swim' })
    session.plans.drop(second)
    session.plans.drop(first)
    await settle()
    expect(onDisk().record.practicesAgreed).toEqual([])
    expect(session.plans.drafts).toEqual([])
  })
})

describe('the topic on the desk', () => {
  it('is recorded as opened, and keeps the depth it was given', async () => {
    const { session, topic: desk, onDisk } = await open()
    await desk.pick(session, 'what-helps')
    await settle()
    expect(onDisk().record.topics).toMatchObject([{ topic: 'what-helps', depth: 'opened' }])
    await session.setDepth('what-helps', 'covered')
    await desk.pick(session, 'goals')
    await desk.pick(session, 'what-helps')
    await settle()
    expect(onDisk().record.topics.map(({ topic, depth }) => [topic, depth])).toEqual([['what-helps', 'covered'], ['goals', 'opened']])
  })

  it('keeps what is answered on it, for the person and the session', async () => {
    const { session, topic: desk, asked } = await open()
    await desk.open('what-helps')
    desk.answer({ topic: 'what-helps', block: 'tried', field: 'words', row: 0, sheet: null }, { kind: 'text', value: 'The lake' })
    await settle()
    expect(asked.at(-1)).toEqual(['answer', {
      person: session.view.person.id, session: session.record.id,
      key: { topic: 'what-helps', block: 'tried', field: 'words', row: 0, sheet: null }, value: { kind: 'text', value: 'The lake' },
    }])
    await desk.load()
    expect(desk.page?.document.answers).toHaveLength(1)
    await call('undo', { person: null })
    expect(desk.page?.document.answers.map(({ value }) => value.value)).toEqual(['Walking down to the lake before it gets dark.'])
  })

  it('leads to a form the person has, and back to what was answered before', async () => {
    const { topic: desk } = await open()
    await desk.open('what-helps')
    desk.answer({ topic: 'what-helps', block: 'tried', field: 'words', row: 0, sheet: null }, { kind: 'text', value: 'The sea' })
    await desk.openForm('staying-well-plan')
    expect(desk.copy?.document.answers.map(({ value }) => value.value)).toEqual(['I stop answering my phone.'])
    expect(desk.copy?.offers.map(({ words }) => words)).toEqual(['The sea'])
    expect(desk.topic).toBe('what-helps')
    await desk.leaveCopy()
    expect(desk.copy).toBeNull()
    expect(desk.page?.document.answers.map(({ value }) => value.value)).toEqual(['The sea'])
  })

  it('comes to the front again when the copy before it is taken back', async () => {
    const { topic: desk } = await open()
    await desk.open('what-helps')
    await desk.openForm('sleep-diary')
    expect(desk.copy?.form?.id).toBe('sleep-diary')
    await call('undo', { person: null })
    expect(desk.copy).toBeNull()
    expect(desk.error).toBeNull()
    expect(desk.page?.document.topic).toBe('what-helps')
  })

  it('stays closed with a sentence when it cannot be opened', async () => {
    const { session, topic: desk, world, onDisk } = await open()
    world.failing = true
    await desk.pick(session, 'what-helps')
    expect(desk.topic).toBeNull()
    expect(desk.error?.code).toBe('diskFull')
    expect(onDisk().record.topics).toEqual([])
  })
})

describe('a goal set in the room', () => {
  it('is there at once, with its first step', async () => {
    const { session, person } = await open()
    const before = session.view.goals.length
    const draft = new GoalDraft(person)
    draft.form.values.words = 'Swim with my son'
    draft.form.values.step = 'Buy trunks'
    draft.form.values.helper = 'Lene'
    expect(await draft.set(session.record.on)).toBe(true)
    const goal = session.view.goals.find((each) => each.words === 'Swim with my son')
    expect(session.view.goals).toHaveLength(before + 1)
    expect(goal?.shortTerm[0]).toMatchObject({ words: 'Buy trunks', steps: [{ words: 'Buy trunks', helper: 'Lene' }] })
    expect(draft.form.values.words).toBe('')
  })

  it('keeps its words in the form when it cannot be saved', async () => {
    const { session, person, world } = await open()
    const draft = new GoalDraft(person)
    draft.form.values.words = 'Swim'
    world.failing = true
    expect(await draft.set(session.record.on)).toBe(false)
    expect(draft.form.values.words).toBe('Swim')
    expect(draft.error?.code).toBe('diskFull')
  })
})

describe('words about recovery', () => {
  it('stand in sight as soon as they are kept, and a statement for somebody else asks for nothing', async () => {
    const { session, person, fake, asked } = await open()
    const draft = new StatementDraft(person)
    draft.form.values.words = ' awake  enough '
    expect(await draft.keep(session.record.on)).toBe(true)
    expect(session.view.statement?.words).toBe(' awake  enough ')
    expect([draft.form.values.words, draft.kept]).toEqual(['', true])
    const other = fake.table.people({}).people.find((row) => row.card.id !== person)?.card.id ?? ''
    asked.length = 0
    const others = new StatementDraft(other)
    others.form.values.words = 'Not hers.'
    await others.keep(session.record.on)
    expect(asked.map(([name]) => name)).toEqual(['record_statement'])
  })
})
