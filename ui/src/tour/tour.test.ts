import { beforeEach, describe, expect, it } from 'vitest'
import { app } from '../app.svelte'
import { drafts } from '../ipc/begun.svelte'
import { call, useTransport } from '../ipc/client'
import { makeFake } from '../ipc/fake'
import type { NoteCard, Phase, PhaseState, SessionRecord } from '../ipc/generated/types'
import { saver } from '../ipc/saver.svelte'
import { STEPS, statesOf, stepOf, type Facts } from './steps'
import { tour } from './tour.svelte'

const PHASES: Phase[] = ['arrive', 'lastTime', 'practiceReview', 'goals', 'agenda', 'topic', 'practicePlan', 'close']

/** A session in which these phases are passed. */
function facts(passed: Partial<Record<Phase, PhaseState>>, more: Partial<Record<'topics' | 'practicesAgreed', unknown[]>> = {}, closed = false, note: Partial<NoteCard> | null = null, rest: Partial<Facts> = {}): Facts {
  const record = { phases: PHASES.map((phase) => ({ phase, state: passed[phase] ?? 'ahead', seconds: 0 })), topics: [], practicesAgreed: [], closedAt: closed ? { millis: 1, offset: 0 } : null, ...more }
  return { session: { record: record as unknown as SessionRecord, note: note as NoteCard | null }, turned: false, left: false, ...rest }
}
const none: Facts = { session: null, turned: false, left: false }
const promise = [{ what: 'Walk with Ann' }]
const passed: Partial<Record<Phase, PhaseState>> = { lastTime: 'done', practiceReview: 'skipped', goals: 'done' }
const topics = [{ topic: 'what-helps' }]

describe('the step that comes next', () => {
  it.each<[string, Facts, string | null]>([
    ['nothing is open', none, 'open'],
    ['a session was opened', facts({ arrive: 'opened' }), 'last'],
    ['last time alone was looked at', facts({ lastTime: 'done', practiceReview: 'opened' }), 'last'],
    ['the last promise was looked at', facts({ lastTime: 'done', practiceReview: 'done', goals: 'opened' }), 'goal'],
    ['the goal was passed', facts(passed), 'topic'],
    ['a topic is open', facts(passed, { topics }), 'turn'],
    ['the screen was turned', facts(passed, { topics }, false, null, { turned: true }), 'promise'],
    ['a promise without words is none', facts(passed, { topics, practicesAgreed: [{ what: ' ' }] }, false, null, { turned: true }), 'promise'],
    ['a promise stands', facts(passed, { topics, practicesAgreed: promise }, false, null, { turned: true }), 'note'],
    ['a note is drafted', facts(passed, { topics, practicesAgreed: promise }, true, { signed: false }, { turned: true }), 'sign'],
    ['it is signed', facts(passed, { topics, practicesAgreed: promise }, true, { signed: true }, { turned: true }), 'hand'],
    ['it was handed over', facts(passed, { topics, practicesAgreed: promise }, true, { signed: true }, { turned: true, left: true }), null],
  ])('when %s', (_name, known, step) => {
    expect(stepOf(known, [])).toBe(step)
  })

  it('a step can be gone past, and one that cannot be done any more is left behind', () => {
    expect(stepOf(facts(passed, { topics }), ['turn'])).toBe('promise')
    const closed = statesOf(facts({ lastTime: 'done', practiceReview: 'done' }, {}, true, { signed: false }), [])
    expect(STEPS.map((step) => closed[step])).toEqual(['done', 'done', 'past', 'past', 'past', 'past', 'done', 'here', 'ahead'])
  })

  it('what was done out of turn counts', () => {
    const early = facts({}, { topics }, false, null, { turned: true })
    expect(statesOf(early, []).topic).toBe('done')
    expect(stepOf(early, [])).toBe('last')
  })
})

/** Puts the page among made-up people, or real ones. */
function among(sample: boolean) {
  const { state } = app
  if (state?.vault.kind === 'open') app.state = { ...state, vault: { ...state.vault, sample } }
}

describe('on the sample people', () => {
  beforeEach(async () => {
    Object.assign(globalThis, { document: { documentElement: { dataset: {} } }, location: { hash: '' } })
    saver.clear()
    drafts.close()
    useTransport(makeFake().transport)
    app.take(await call('app_state', {}))
    among(true)
    app.route = { screen: 'today' }
  })

  it('is offered on Today, put off for good, and begun when asked for', async () => {
    const stop = tour.follow()
    expect([tour.offered, tour.on]).toEqual([true, false])
    tour.decline()
    expect(tour.offered).toBe(false)
    tour.begin()
    expect([tour.on, tour.step]).toEqual([true, 'open'])
    await saver.flush()
    stop()
    expect(tour.on).toBe(false)
    const again = tour.follow()
    expect(tour.on).toBe(true)
    again()
  })

  it('is not offered in a vault of one’s own, and runs there when asked for', () => {
    among(false)
    const stop = tour.follow()
    expect(tour.offered).toBe(false)
    tour.begin()
    expect(tour.on).toBe(true)
    tour.stop()
    expect(tour.on).toBe(false)
    stop()
  })

  it('follows the session that is opened, and notices by itself what is done in it', async () => {
    const stop = tour.follow()
    tour.begin()
    const person = (await call('people', {})).people[0]?.card.id ?? ''
    const session = (await call('start_session', { person, on: null })).made ?? ''
    app.route = { screen: 'session', id: session }
    tour.moved(app.route, false)
    await tour.look()
    expect(tour.step).toBe('last')
    expect(tour.elsewhere).toBe(false)
    for (const phase of ['lastTime', 'practiceReview', 'goals', 'agenda'] as const) await call('record_in_session', { session, entry: { kind: 'enterPhase', phase } })
    await tour.look()
    expect(tour.step).toBe('topic')
    app.route = { screen: 'people' }
    expect([tour.elsewhere, tour.place]).toEqual([true, { screen: 'session', id: session }])
    tour.moved(app.route, true)
    tour.moved(app.route, false)
    tour.skip()
    await tour.look()
    expect(tour.step).toBe('promise')
    tour.stop()
    expect([tour.on, tour.begun, tour.step]).toEqual([false, true, 'promise'])
    stop()
  })

  it('lets go of a session that was taken away', async () => {
    const stop = tour.follow()
    tour.begin()
    tour.moved({ screen: 'session', id: 'gone' }, false)
    await tour.look()
    expect(tour.step).toBe('open')
    stop()
  })
})
