import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { app } from './app.svelte'
import { hear, tell } from './ipc/changes'
import { call, send, setBeforeCall, useTransport, type CommandName } from './ipc/client'
import { makeFake } from './ipc/fake'
import type { Area, Change, PersonId } from './ipc/generated/types'
import { saver } from './ipc/saver.svelte'
import { HandOff } from './screens/handoff/handoff.svelte'
import { PersonDesk } from './screens/person/person.svelte'
import { SessionDesk } from './screens/session/desk.svelte'
import { Shown } from './shown.svelte'

const change = (person: PersonId | null, ...areas: Area[]): Change => ({ savedAt: { millis: 0, offset: 0 }, touched: { person, areas }, undo: null, redo: null, made: null })

/** A screen of Maria's goals, whose answers come when the test says so. */
class Goals extends Shown<string> {
  shown: string[] = []
  answers: ((words: string | Error) => void)[] = []
  protected readonly areas: readonly Area[] = ['goals']

  protected override whose() {
    return 'maria'
  }
  protected read(): Promise<string> {
    return new Promise((give, refuse) => this.answers.push((words) => (typeof words === 'string' ? give(words) : refuse(words))))
  }
  protected take(words: string) {
    this.shown.push(words)
  }

  /** Gives the answer that was asked for last. */
  async answer(words: string | Error) {
    await settle()
    this.answers.at(-1)?.(words)
    await settle()
  }
}

const settle = () => new Promise((done) => setTimeout(done, 0))
const stops: (() => void)[] = []

function open<S extends { follow: () => () => void }>(screen: S): S {
  stops.push(screen.follow())
  return screen
}

beforeEach(() => {
  saver.clear()
  setBeforeCall((name) => saver.before(name))
  Object.assign(globalThis, { location: { hash: '' }, document: { documentElement: { dataset: {} } } })
})
afterEach(() => {
  for (const stop of stops.splice(0)) stop()
  setBeforeCall(() => Promise.resolve())
})

describe('a screen', () => {
  it('is asked for when it opens, and no more once it is left', async () => {
    const goals = new Goals()
    expect(goals.answers).toHaveLength(0)
    const leave = goals.follow()
    await goals.answer('first')
    expect(goals.shown).toEqual(['first'])
    void tell(change('maria', 'goals'), 'done')
    leave()
    await goals.answer('too late')
    await tell(change('maria', 'goals'), 'done')
    expect([goals.shown, goals.answers.length]).toEqual([['first'], 2])
  })

  it.each<[string, Change | null, boolean]>([
    ['its own part of its own person', change('maria', 'sessions', 'goals'), true],
    ['its part of nobody in particular', change(null, 'goals'), true],
    ['nobody knows what', null, true],
    ['another person', change('jonas', 'goals'), false],
    ['another part', change('maria', 'notes', 'answers'), false],
    ['nothing', change('maria'), false],
  ])('is asked for again when a change touches %s: %o', async (_what, touched, again) => {
    const goals = open(new Goals())
    await goals.answer('first')
    void tell(touched, 'done')
    await settle()
    expect(goals.answers).toHaveLength(again ? 2 : 1)
  })

  it('is not brought back by what was typed', async () => {
    const goals = open(new Goals())
    await goals.answer('first')
    await tell(change('maria', 'goals'), 'typed')
    expect(goals.answers).toHaveLength(1)
  })

  it('does not show an answer that is older than what was typed meanwhile, and asks again', async () => {
    const goals = open(new Goals())
    await goals.answer('first')
    const written: string[] = []
    void goals.load()
    await settle()
    saver.later('goal', () => Promise.resolve(void written.push('words')))
    await goals.answer('without the words')
    expect(goals.shown).toEqual(['first'])
    expect(written).toEqual(['words'])
    await goals.answer('with the words')
    expect(goals.shown).toEqual(['first', 'with the words'])
  })

  it('waits with what it was asked for until words that could not be written are on disk', async () => {
    const goals = open(new Goals())
    await goals.answer('first')
    let room = false
    saver.later('goal', async () => {
      if (!room) throw { code: 'diskFull', details: {} }
      return { savedAt: { millis: 0, offset: 0 } }
    })
    void tell(change('maria', 'goals'), 'done')
    await goals.answer('without the words')
    expect(goals.shown).toEqual(['first'])
    room = true
    await saver.flush()
    void tell(change('maria', 'goals'), 'typed')
    await goals.answer('with the words')
    expect(goals.shown).toEqual(['first', 'with the words'])
  })

  it('that is touched while it is asked for shows only the newest answer, and both have waited for it', async () => {
    const goals = open(new Goals())
    await settle()
    let followed = false
    void tell(change('maria', 'goals'), 'done').then(() => (followed = true))
    await goals.answer('older')
    expect([goals.shown, followed]).toEqual([[], false])
    await goals.answer('newest')
    expect([goals.shown, followed]).toEqual([['newest'], true])
  })

  it('that cannot be loaded says why until it can, and leaves alone what an action has said', async () => {
    const goals = open(new Goals())
    await goals.answer(new Error('gone'))
    expect(goals.error?.code).toBe('internal')
    void goals.load()
    await goals.answer('first')
    expect(goals.error).toBeNull()
    await goals.run(() => Promise.reject({ code: 'unconfirmed', details: {} }))
    void goals.load()
    await goals.answer('second')
    expect(goals.error?.code).toBe('unconfirmed')
  })
})

describe('what the core answers', () => {
  it('is told when it is a change, as typed or as done, and to nobody when it is not', async () => {
    const fake = makeFake()
    useTransport(fake.transport)
    const heard: unknown[] = []
    stops.push(hear((told, manner) => void heard.push([told?.touched.areas, manner])))
    const person = fake.table.people({}).people[0]?.card.id ?? ''
    await call('record_statement', { person, words: 'x', given: 'said', on: '2026-11-21', chime: [] })
    await send('answer', { person, session: null, key: { topic: 't', block: 'b', field: 'f', row: 0, sheet: null }, value: null })
    await call('today', {})
    await call('print_paper', { pages: { paper: { kind: 'helpNow' }, size: 'normal', format: null }, only: '', to: '', despite: [] })
    expect(heard).toEqual([[['statements'], 'done'], [['answers'], 'typed']])
  })
})

describe('the screens of the program', () => {
  function world() {
    const fake = makeFake()
    const asked: CommandName[] = []
    useTransport({
      ...fake.transport,
      call: (name, request) => {
        asked.push(name)
        return fake.transport.call(name, request)
      },
    })
    const idOf = (name: string) => fake.table.people({}).people.find((row) => row.card.name.startsWith(name))?.card.id ?? ''
    app.person = null
    app.state = fake.table.app_state({})
    stops.push(app.follow())
    /** Shows somebody's screen, or one that is nobody's. */
    const here = async (id: string | null) => {
      const card = fake.table.people({}).people.find((row) => row.card.id === id)?.card ?? null
      app.person = card
      await vi.waitFor(() => {
        expect(asked.at(-1)).toBe('undo_line')
      })
      await Promise.resolve()
    }
    return { fake, asked, here, maria: idOf('Maria'), jonas: idOf('Jonas') }
  }

  it('follow an undo exactly where it touches them, and the button says what is next', async () => {
    const { asked, here, maria, jonas } = world()
    const [hers, his] = [open(new PersonDesk(maria)), open(new PersonDesk(jonas))]
    await Promise.all([open(new HandOff()).load(), hers.load(), his.load()])
    await call('record_statement', { person: maria, words: 'Mornings.', given: 'said', on: '2026-11-21', chime: [] })
    await call('record_statement', { person: jonas, words: 'My boy.', given: 'said', on: '2026-11-21', chime: [] })
    // On the screen of Maria, Jonas is out of reach.
    await here(maria)
    expect(app.line).toEqual({ undo: null, redo: null })
    await app.step('undo')
    expect(his.view?.statements[0]?.words).toBe('My boy.')
    await here(jonas)
    expect(app.line.undo).toMatchObject({ op: 'add-statement', person: jonas, name: expect.stringContaining('Jonas') as string })
    asked.length = 0
    await app.step('undo')
    expect(asked).toEqual(['undo', 'person'])
    expect(his.view?.statements[0]?.words).not.toBe('My boy.')
    expect(hers.view?.statements[0]?.words).toBe('Mornings.')
    expect(app.line).toMatchObject({ undo: null, redo: { person: jonas } })
    await here(null)
    expect(app.line.undo).toMatchObject({ person: maria })
  })

  it('that are left while one types show it when one comes back', async () => {
    const { fake, maria } = world()
    const id = fake.table.start_session({ person: maria, on: null }).made ?? ''
    const here = new SessionDesk(id)
    const leave = here.follow()
    await here.load()
    here.session?.write('summaryWords', 'I can  do this')
    here.session?.spend(5)
    leave()
    here.leave()
    const again = new SessionDesk(id)
    await again.load()
    expect(again.session?.record.summaryWords).toBe('I can  do this')
    expect(again.session?.phase('arrive').seconds).toBe(5)
  })

  it('about the vault itself are asked for again when it changes', async () => {
    const { asked } = world()
    await call('change_practitioner', { practitioner: { name: 'Kari Moe', title: '' } })
    expect(asked.filter((name) => name !== 'undo_line')).toEqual(['change_practitioner', 'app_state'])
    expect(app.vault).toMatchObject({ practitioner: { name: 'Kari Moe' } })
    await app.step('undo')
    expect(app.vault).toMatchObject({ practitioner: { name: 'Kari Lund' } })
  })

  it('ask once for what was answered on the turned screen, when it is turned back', async () => {
    const { fake, asked, jonas } = world()
    const session = fake.table.start_session({ person: jonas, on: null }).made ?? ''
    const desk = open(new SessionDesk(session))
    await desk.load()
    await desk.topic.open('what-helps')
    await desk.turn()
    expect(app.turnedTo?.firstName).toBe('Jonas')
    fake.table.turned_answer({ key: { topic: 'what-helps', block: 'tried', field: 'words', row: 0, sheet: null }, value: { kind: 'text', value: 'Musik' } })
    asked.length = 0
    app.turnedBack()
    app.turnedBack()
    await settle()
    await desk.topic.load()
    expect(desk.topic.page?.document.answers.map(({ value }) => value.value)).toEqual(['Musik'])
    expect(asked.filter((name) => name === 'session')).toHaveLength(1)
  })
})
