import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { app } from './app.svelte'
import { here } from './here'
import { drafts } from './ipc/begun.svelte'
import { setBeforeCall, useTransport } from './ipc/client'
import { makeFake } from './ipc/fake'
import { saver } from './ipc/saver.svelte'
import { SessionDesk, type Lies } from './screens/session/desk.svelte'
import { Account } from './screens/today/account.svelte'

const unlock = () => app.run('unlock', { passphrase: 'correct horse battery staple' })
let fake: ReturnType<typeof makeFake>
let full: boolean

beforeEach(async () => {
  vi.useFakeTimers()
  Object.assign(globalThis, { location: { hash: '' }, document: { documentElement: { dataset: {} } } })
  setBeforeCall((name) => saver.before(name))
  here.forget()
  saver.clear()
  drafts.close()
  fake = makeFake()
  full = false
  useTransport({
    ...fake.transport,
    call: (name, request) => (full && name === 'keep_draft' ? Promise.reject({ code: 'diskFull', details: {} }) : fake.transport.call(name, request)),
  })
  app.state = fake.table.app_state({})
  app.covered = app.closing = false
  app.route = { screen: 'today' }
  await app.opened()
})
afterEach(() => {
  saver.clear()
  setBeforeCall(() => Promise.resolve())
  vi.useRealTimers()
})

const maria = () => fake.table.people({}).people.find((row) => row.card.name.startsWith('Maria'))?.card.id ?? ''

/** Goes to a screen, as the frame does. */
function go(route: typeof app.route, hash: string, lies: unknown = null): void {
  app.route = route
  here.moved(hash, app.today)
  here.lies(lies)
}

/** The program is started again: nothing of the page is in memory. */
async function restart(): Promise<void> {
  await vi.advanceTimersByTimeAsync(1000)
  here.forget()
  saver.clear()
  drafts.close()
  location.hash = ''
  app.route = { screen: 'today' }
  await app.opened()
}

describe('unlocking', () => {
  it('leads back to where one was after a restart, with what lay open, on the same day only', async () => {
    const id = maria()
    go({ screen: 'person', id }, `#/person/${id}`, { kind: 'statement', id: '', late: false })
    await restart()
    expect(app.route).toEqual({ screen: 'person', id })
    expect(location.hash).toBe(`#/person/${id}`)
    expect(here.takeUp()).toEqual({ lies: { kind: 'statement', id: '', late: false }, away: 0 })
    here.lies({ kind: 'overview', id: '', late: false })
    await vi.advanceTimersByTimeAsync(1000)
    if (app.state) app.state = { ...app.state, today: '2027-01-01' }
    await restart()
    expect(app.route).toEqual({ screen: 'today' })
    expect(here.takeUp()).toBeNull()
  })

  it('leads back past the help that was looked at meanwhile, and not over a screen that was chosen', async () => {
    const id = maria()
    go({ screen: 'person', id }, `#/person/${id}`, { kind: 'goals', id: '', late: false })
    await app.lock()
    app.route = { screen: 'help' }
    app.route = { screen: 'today' }
    await unlock()
    expect(app.route).toEqual({ screen: 'person', id })
    go({ screen: 'people' }, '#/people')
    expect(here.takeUp()).toBeNull()
  })

  it.each(['{', 'null', '{"at":7}', '{"at":"#/nowhere/1","on":"2026-11-21","down":0,"lies":null}', '"#/people"'])('is kept up by nothing that stands in its place: %s', async (words) => {
    await vi.advanceTimersByTimeAsync(1000)
    fake.table.keep_draft({ place: 'here', person: null, words })
    here.forget()
    saver.clear()
    drafts.close()
    await app.opened()
    expect(app.route).toEqual({ screen: 'today' })
    expect(app.failure).toBeNull()
  })

  it('leads nowhere in another vault', async () => {
    const id = maria()
    go({ screen: 'person', id }, `#/person/${id}`)
    await app.lock()
    await app.run('restore', { file: '/b', with: { kind: 'passphrase', passphrase: 'correct horse battery staple' } } as never)
    expect(location.hash).toBe('#/today')
    expect(here.takeUp()).toBeNull()
  })

  it('says nothing of a disk that is full while somebody only looks around', async () => {
    full = true
    go({ screen: 'people' }, '#/people')
    await vi.advanceTimersByTimeAsync(1000)
    expect(saver.state.kind).toBe('quiet')
  })

  it('is kept as the window closes where a full disk had refused it', async () => {
    const id = maria()
    full = true
    go({ screen: 'person', id }, `#/person/${id}`, { kind: 'goals', id: '', late: false })
    await vi.advanceTimersByTimeAsync(1000)
    full = false
    await app.close()
    await restart()
    expect(app.route).toEqual({ screen: 'person', id })
    expect(here.takeUp()).toEqual({ lies: { kind: 'goals', id: '', late: false }, away: 0 })
  })

  it('brings a session back with its page, its topic and the copy over it, and says how long it was locked', async () => {
    const session = fake.table.start_session({ person: maria(), on: null }).made ?? ''
    const desk = new SessionDesk(session)
    await desk.load()
    await desk.topic.open('what-helps')
    desk.session?.enter('goals')
    desk.askDiscard()
    go({ screen: 'session', id: session }, `#/session/${session}`, desk.lies)
    await app.lock()
    await vi.advanceTimersByTimeAsync(12 * 60_000)
    await unlock()
    const again = new SessionDesk(session, here.takeUp<Lies>())
    await again.load()
    await vi.advanceTimersByTimeAsync(1)
    expect(again.lies).toEqual({ phase: 'goals', topic: 'what-helps', copy: null, discarding: true })
    // Nobody but the practitioner knows whether the meeting went on.
    expect(again.session?.awayMinutes).toBe(12)
    const before = again.session?.totalMinutes ?? 0
    again.session?.countAway()
    await saver.flush()
    expect(again.session?.awayMinutes).toBe(0)
    expect(again.session?.totalMinutes).toBe(before + 12)
    const later = new SessionDesk(session)
    await later.load()
    expect(later.session?.awayMinutes).toBe(0)
    expect(later.session?.totalMinutes).toBe(before + 12)
  })

  it('counts nothing where the meeting was interrupted, is closed, or was no meeting', async () => {
    const session = fake.table.start_session({ person: maria(), on: null }).made ?? ''
    const desk = new SessionDesk(session, { lies: null, away: 5 * 60 })
    await desk.load()
    expect(desk.session?.awayMinutes).toBe(5)
    desk.session?.setAttendance({ kind: 'noShow', reason: '' })
    expect(desk.session?.awayMinutes).toBe(0)
    desk.session?.setAttendance({ kind: 'present' })
    desk.session?.leaveAway()
    expect(desk.session?.awayMinutes).toBe(0)
    expect(desk.session?.totalMinutes).toBe(0)
    fake.table.close_session({ session, asOfItsDay: false })
    const closed = new SessionDesk(session, { lies: null, away: 5 * 60 })
    await closed.load()
    expect(closed.session?.awayMinutes).toBe(0)
  })

  it('asks again about a missed meeting, if nobody has said anything meanwhile', () => {
    const person = { id: 'p', name: 'Maria Holm' }
    const missed = [{ person, at: '2026-11-20T10:00:00' }] as never
    const account = new Account()
    account.comeBack({ person: 'p', at: '2026-11-20T10:00:00', what: 'cancelled' }, missed)
    expect(account.lies).toEqual({ person: 'p', at: '2026-11-20T10:00:00', what: 'cancelled' })
    const other = new Account()
    other.comeBack({ person: 'q', at: '2026-11-20T10:00:00', what: 'cancelled' }, missed)
    other.comeBack(null, missed)
    expect(other.lies).toBeNull()
  })
})
