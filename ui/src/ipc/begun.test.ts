import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { app } from '../app.svelte'
import { here } from '../here'
import { StatementDraft } from '../record/statement.svelte'
import { NoteDesk } from '../screens/note/note.svelte'
import { People } from '../screens/people/people.svelte'
import { hashOf } from '../router'
import { PersonDesk, type Lies } from '../screens/person/person.svelte'
import { SessionDesk } from '../screens/session/desk.svelte'
import { SettingsPage } from '../screens/settings/settings.svelte'
import { TurnedScreen } from '../screens/turned/turned.svelte'
import { drafts, outlive, putAway, recorded, type Form } from './begun.svelte'
import { call, factsOf, setBeforeCall, useTransport, type CommandName } from './client'
import { makeFake } from './fake'
import { saver } from './saver.svelte'

const PASSPHRASE = 'correct horse battery staple'
type World = ReturnType<typeof world>

/** A core whose disk can be full, that can be slow to lock, and that is asked what it was asked. */
function world() {
  const fake = makeFake()
  const asked: CommandName[] = []
  const core = { fake, asked, full: false, turned: false, hangs: [] as CommandName[], breaks: [] as CommandName[] }
  const writes: CommandName[] = ['keep_draft', 'record_in_session', 'answer', 'turned_answer', 'set_goal', 'record_statement', 'write_note', 'change_settings']
  useTransport({
    ...fake.transport,
    call: (name, request) => {
      asked.push(name)
      if (core.hangs.includes(name)) return new Promise(() => undefined)
      if (core.turned && !factsOf(name).away && !factsOf(name).turned) return Promise.reject({ code: 'screenTurned', details: {} })
      if (core.breaks.includes(name)) return Promise.reject({ code: 'internal', details: {} })
      if (core.full && writes.includes(name)) return Promise.reject({ code: 'diskFull', details: {} })
      if (name === 'lock') fake.emit('locked')
      return fake.transport.call(name, request)
    },
  })
  app.state = fake.table.app_state({})
  app.covered = app.closing = false
  return core
}

const personOf = ({ fake }: World, name: string) => fake.table.people({}).people.find((row) => row.card.name.startsWith(name))?.card.id ?? ''
const unlock = () => app.run('unlock', { passphrase: PASSPHRASE })
/** Where something was begun; where one is stands apart. */
const places = ({ fake }: World) => fake.table.drafts({}).drafts.map((draft) => draft.place).filter((place) => place !== 'here')
let core: World
let maria: string

beforeEach(async () => {
  vi.useFakeTimers()
  Object.assign(globalThis, { location: { hash: '' }, document: { documentElement: { dataset: {} } } })
  setBeforeCall((name) => saver.before(name))
  saver.clear()
  drafts.close()
  here.forget()
  app.route = { screen: 'today' }
  core = world()
  maria = personOf(core, 'Maria')
  await app.opened()
  core.asked.length = 0
})
afterEach(() => {
  saver.clear()
  setBeforeCall(() => Promise.resolve())
  vi.useRealTimers()
})

/** The page is gone and the program is started again: nothing of it is in memory. */
async function crash(): Promise<void> {
  saver.clear()
  drafts.close()
  await app.opened()
}

/** Types in a field, as its component does. */
function type(form: Form<Record<string, unknown>>, field: string, words: string): void {
  form.at(field).typed(words, () => (form.values[field] = words))
}
const loose = <T extends object>(form: Form<T>) => form as unknown as Form<Record<string, unknown>>

describe('a form that is kept by a button', () => {
  it('is a draft on disk within a second, choices too, and stands there again after a crash', async () => {
    const statement = new StatementDraft(maria)
    statement.form.values.given = 'written'
    type(loose(statement.form), 'words', 'my  mornings')
    await vi.advanceTimersByTimeAsync(950)
    expect(places(core)).toEqual([`statement/${maria}`])
    await crash()
    expect(new StatementDraft(maria).form.values).toEqual({ words: 'my  mornings', given: 'written', chime: [], on: '' })
  })

  it('is the same on every screen, and nobody else’s', async () => {
    type(loose(new StatementDraft(maria).form), 'words', 'my mornings')
    const hers = new PersonDesk(maria)
    expect(hers.statement.form.values.words).toBe('my mornings')
    expect(new PersonDesk(personOf(core, 'Jonas')).statement.form.values.words).toBe('')
  })

  it('is no draft any more once it is kept, and none when it is emptied again', async () => {
    const statement = new StatementDraft(maria)
    type(loose(statement.form), 'words', 'my mornings')
    await saver.flush()
    expect(await statement.keep('2026-11-21')).toBe(true)
    await saver.flush()
    expect(places(core)).toEqual([])
    type(loose(statement.form), 'words', 'x')
    await saver.flush()
    type(loose(statement.form), 'words', '')
    await saver.flush()
    expect(places(core)).toEqual([])
  })

  it('keeps words in the field and on disk when the button fails', async () => {
    const statement = new StatementDraft(maria)
    type(loose(statement.form), 'words', 'my mornings')
    core.breaks = ['record_statement']
    expect(await statement.keep('2026-11-21')).toBe(false)
    expect(places(core)).toEqual([`statement/${maria}`])
    expect(statement.form.values.words).toBe('my mornings')
  })

  it('opens by itself where it lay: somebody new, an addition to a note, the name of the keeper', async () => {
    const people = new People()
    await people.load()
    people.begin()
    type(loose(people.draft as never), 'preferredName', 'Noor')
    const note = new NoteDesk('a-note')
    note.adding = true
    type(loose(note.addition), 'words', 'She rang.')
    type(loose(new SettingsPage().you), 'title', 'nurse')
    await saver.flush()
    await crash()
    const again = new People()
    await again.load()
    expect(again.draft?.values.preferredName).toBe('Noor')
    expect([new NoteDesk('a-note').adding, new NoteDesk('another').adding]).toEqual([true, false])
    expect(new SettingsPage().you.values.title).toBe('nurse')
    again.leave()
    await saver.flush()
    expect(places(core)).not.toContain('person/new')
  })

  it('keeps what a field does not understand yet as it was typed', async () => {
    const statement = new StatementDraft(maria)
    statement.form.at('on').typed('31.2', () => expect.unreachable(), false)
    await saver.flush()
    await crash()
    const again = new StatementDraft(maria)
    expect(again.form.at('on').begun()).toBe('31.2')
    expect(again.form.values.on).toBe('')
    again.form.at('on').typed('03.04.2026', () => (again.form.values.on = '2026-04-03'))
    expect(again.form.at('on').begun()).toBeUndefined()
  })
})

describe('a goal', () => {
  async function open(goal: 'new' | 'first') {
    const desk = new PersonDesk(maria)
    await desk.load()
    await desk.editGoal(goal === 'new' ? null : (desk.view?.goals[0] ?? null))
    if (desk.open.kind !== 'goal') throw new Error('a goal lies open')
    return desk.open.sheet
  }

  it('without words is a draft with its steps; with words it is in the record and no draft', async () => {
    const sheet = await open('new')
    const step = sheet.goal.shortTerm[0]?.steps[0]
    if (!step) throw new Error('a first step')
    sheet.place('words').typed('call Tom', () => sheet.changeStep(step, { words: 'call Tom' }))
    await vi.advanceTimersByTimeAsync(950)
    expect(places(core)).toEqual([`goal/new/${maria}`])
    await crash()
    const again = await open('new')
    expect(again.goal.shortTerm[0]?.steps[0]?.words).toBe('call Tom')
    again.goal.words = 'Swim'
    again.touch()
    await saver.flush()
    expect(places(core)).toEqual([])
    expect(core.fake.table.person({ person: maria }).goals.map((goal) => goal.words)).toContain('Swim')
  })

  it('that loses its words for a while loses nothing else', async () => {
    const sheet = await open('first')
    sheet.goal.words = ''
    sheet.goal.why = 'because'
    sheet.touch()
    await saver.flush()
    await crash()
    expect((await open('first')).goal).toMatchObject({ words: '', why: 'because' })
  })
})

describe('a field that its owner writes at every pause', () => {
  it('becomes a draft only while the owner does not take what was typed', async () => {
    const place = recorded('answer/x', maria)
    const take = () => saver.later('answer/x', () => Promise.resolve(undefined))
    place.typed('25', take, false)
    await saver.flush()
    expect(places(core)).toEqual(['answer/x'])
    expect(recorded('answer/x', maria).begun()).toBe('25')
    place.typed('24', take)
    await saver.flush()
    expect(places(core)).toEqual([])
    expect(place.begun()).toBeUndefined()
  })

  it('shows words again that could not be written, after another screen', async () => {
    const session = core.fake.table.start_session({ person: maria, on: null }).made ?? ''
    const here = new SessionDesk(session)
    await here.load()
    core.full = true
    here.session?.place('agenda').typed('the bus', () => here.session?.write('agenda', 'the bus'))
    await saver.flush()
    const again = new SessionDesk(session)
    await again.load()
    expect(again.session?.record.agenda).toBe('')
    expect(again.session?.place('agenda').begun()).toBe('the bus')
    // Another person's session has nothing to do with it.
    const other = core.fake.table.start_session({ person: personOf(core, 'Jonas'), on: null }).made ?? ''
    const others = new SessionDesk(other)
    await others.load()
    expect(others.session?.place('agenda').begun()).toBeUndefined()
    others.session?.place('agenda').typed('his', () => others.session?.write('agenda', 'his'))
    core.full = false
    expect(await saver.flush()).toBe(true)
    expect(core.fake.table.session({ session }).record.agenda).toBe('the bus')
    expect(core.fake.table.session({ session: other }).record.agenda).toBe('his')
  })
})

describe('the lock', () => {
  async function typing(): Promise<string> {
    const session = core.fake.table.start_session({ person: maria, on: null }).made ?? ''
    const here = new SessionDesk(session)
    await here.load()
    here.session?.place('agenda').typed('the bus', () => here.session?.write('agenda', 'the bus'))
    here.session?.plans.takeUp('a walk', 'what-helps')
    here.session?.setMajorProblem(true)
    type(loose(new StatementDraft(maria).form), 'words', 'my mornings')
    return session
  }

  it('saves what was just typed, and comes back to the same screen', async () => {
    const session = await typing()
    app.route = { screen: 'session', id: session }
    await app.lock()
    expect(app.open).toBe(false)
    expect(core.fake.table.session({ session }).record).toMatchObject({ agenda: 'the bus', majorProblem: true })
    await unlock()
    expect(app.route).toEqual({ screen: 'session', id: session })
    expect(new StatementDraft(maria).form.values.words).toBe('my mornings')
  })

  it('comes back to what lay open on the screen', async () => {
    app.route = { screen: 'person', id: maria }
    here.moved(hashOf(app.route), app.today)
    const desk = new PersonDesk(maria)
    await desk.load()
    const goal = desk.view?.goals[0]
    if (!goal) throw new Error('a goal')
    await desk.editGoal(goal)
    here.lies(desk.lies)
    await app.lock()
    await unlock()
    const again = new PersonDesk(maria)
    const coming = again.comeBack(here.takeUp<Lies>()?.lies ?? null)
    // Locked once more before it lies there, it comes back all the same.
    expect(again.lies).toEqual({ kind: 'goal', id: goal.id, late: false })
    await coming
    expect(again.open.kind === 'goal' && again.open.sheet.goal.id).toBe(goal.id)
    // Once, and not at the next visit.
    expect(here.takeUp()).toBeNull()
  })

  it('keeps everything that could not be written, unreadable, and writes it when there is room again', async () => {
    core.full = true
    const session = await typing()
    await saver.flush()
    await app.lock()
    expect(app.open).toBe(false)
    expect(saver.unsaved).toBe(false)
    expect(saver.putAway()).toEqual([])
    expect(drafts.has(`statement/${maria}`)).toBe(false)
    expect(app.state?.held).toBe(true)
    core.full = false
    await unlock()
    expect(app.state?.held).toBe(false)
    const { record } = core.fake.table.session({ session })
    expect(record).toMatchObject({ agenda: 'the bus', majorProblem: true })
    expect(record.practicesAgreed.map((practice) => practice.what)).toEqual(['a walk'])
    expect(new StatementDraft(maria).form.values.words).toBe('my mornings')
    expect(places(core)).toEqual([`statement/${maria}`])
  })

  it('brings words back to their fields when there is still no room, and says that they are not saved', async () => {
    core.full = true
    const session = await typing()
    await app.lock()
    await unlock()
    expect(saver.state.kind).toBe('failed')
    const again = new SessionDesk(session)
    await again.load()
    expect(again.session?.place('agenda').begun()).toBe('the bus')
    expect(again.session?.plans.drafts.map((draft) => draft.plan.what)).toEqual(['a walk'])
    expect(new StatementDraft(maria).form.values.words).toBe('my mornings')
    core.full = false
    await vi.advanceTimersByTimeAsync(5000)
    expect(saver.state.kind).toBe('saved')
    expect(core.fake.table.session({ session }).record.agenda).toBe('the bus')
  })

  it('that comes from the core discards nothing either', async () => {
    const session = await typing()
    core.fake.emit('locked')
    // What the page does when it hears of it; here nobody listens.
    await putAway('hold')
    expect(saver.unsaved).toBe(false)
    await unlock()
    expect(core.fake.table.session({ session }).record.agenda).toBe('the bus')
  })

  it.each<[string, Partial<World>]>([
    ['saving hangs', { hangs: ['record_in_session'] }],
    ['locking hangs', { hangs: ['lock'] }],
    ['locking fails', { breaks: ['lock'] }],
    ['handing over fails', { full: true, breaks: ['hold'] }],
    ['all of it fails', { full: true, breaks: ['lock', 'hold', 'app_state'] }],
  ])('is blank at once and stays locked when %s', async (_what, faults) => {
    await typing()
    Object.assign(core, faults)
    const locked = app.lock()
    expect(app.covered).toBe(true)
    await vi.advanceTimersByTimeAsync(6000)
    await locked
    expect([app.open, app.covered]).toEqual([false, false])
    // The core may still answer that it is open: it is shown no more until somebody unlocks.
    core.hangs = core.breaks = []
    await app.refresh()
    expect(app.open).toBe(false)
    expect(drafts.has(`statement/${maria}`)).toBe(false)
    expect(saver.unsaved).toBe(false)
    await unlock()
    expect(app.open).toBe(true)
  })

  it('shows nobody’s words nor name from its first moment on, whatever stood open', async () => {
    await typing()
    core.full = true
    await app.close()
    expect([app.closing, app.inside]).toEqual([true, true])
    const locked = app.lock()
    expect([app.closing, app.inside]).toEqual([false, false])
    await vi.advanceTimersByTimeAsync(6000)
    await locked
    core.full = false
    await unlock()
    expect([app.closing, app.inside]).toEqual([false, true])
  })

  it('takes over what the turned screen could not write, as the person’s', async () => {
    const session = core.fake.table.start_session({ person: maria, on: null }).made ?? ''
    core.fake.table.turn_screen({ session, topic: 'what-helps', sheet: null })
    const key = { topic: 'what-helps', block: 'tried', field: 'words', row: 0, sheet: null }
    core.full = true
    drafts.close()
    const screen = new TurnedScreen()
    screen.place(key).typed('music', () => screen.answer(key, { kind: 'text', value: 'music' }))
    await saver.flush()
    await putAway('hold_turned')
    core.full = false
    await app.opened()
    expect(core.fake.table.topic_page({ topic: 'what-helps', language: 'en', course: 'eleven-modules', person: maria }).document.answers.map(({ value }) => value.value)).toContain('music')
  })
})

describe('a page whose process ends while nothing can be written', () => {
  it('leaves its words to the next one, the newest of each field', async () => {
    const session = core.fake.table.start_session({ person: maria, on: null }).made ?? ''
    const desk = new SessionDesk(session)
    await desk.load()
    outlive('hold')
    core.full = true
    const agenda = (words: string) => desk.session?.place('agenda').typed(words, () => desk.session?.write('agenda', words))
    agenda('the bus')
    type(loose(new StatementDraft(maria).form), 'words', 'my mornings')
    await vi.advanceTimersByTimeAsync(1000)
    agenda('the bus and the shop')
    await vi.advanceTimersByTimeAsync(1000)
    await crash()
    expect(saver.state.kind).toBe('failed')
    expect(new StatementDraft(maria).form.values.words).toBe('my mornings')
    core.full = false
    await vi.advanceTimersByTimeAsync(5000)
    expect(core.fake.table.session({ session }).record.agenda).toBe('the bus and the shop')
    expect(core.fake.table.app_state({}).held).toBe(false)
    saver.stuck = undefined
  })

  it('leaves nothing that was written in the end', async () => {
    outlive('hold')
    core.full = true
    type(loose(new StatementDraft(maria).form), 'words', 'my mornings')
    await vi.advanceTimersByTimeAsync(1000)
    expect(core.fake.table.app_state({}).held).toBe(true)
    core.full = false
    await vi.advanceTimersByTimeAsync(5000)
    await app.close()
    expect(core.fake.table.app_state({}).held).toBe(false)
    expect([app.closing, core.asked.at(-1)]).toEqual([false, 'leave'])
    saver.stuck = undefined
  })

  it('are not asked about in closing because the core has yet to hear that they are written', async () => {
    outlive('hold')
    core.full = true
    type(loose(new StatementDraft(maria).form), 'words', 'my mornings')
    await vi.advanceTimersByTimeAsync(1000)
    const tell = saver.stuck
    saver.stuck = async (writes) => {
      await new Promise((resolve) => setTimeout(resolve, 300))
      await tell?.(writes)
    }
    core.full = false
    await Promise.all([app.close(), vi.advanceTimersByTimeAsync(2000)])
    expect([app.closing, core.asked.at(-1)]).toEqual([false, 'leave'])
    saver.stuck = undefined
  })
})

describe('a page that ended behind the turned screen', () => {
  it('knows what was begun before anything is shown that stands on it, and keeps drafts again', async () => {
    const session = core.fake.table.start_session({ person: maria, on: null }).made ?? ''
    type(loose(new StatementDraft(maria).form), 'words', 'my mornings')
    app.route = { screen: 'session', id: session }
    here.moved(hashOf(app.route), app.today)
    here.lies('the statement')
    await vi.advanceTimersByTimeAsync(1000)
    core.fake.table.turn_screen({ session, topic: 'what-helps', sheet: null })
    core.turned = true
    // The page is loaded anew, at the same address.
    here.forget()
    saver.clear()
    drafts.close()
    await app.refresh()
    await app.opened()
    expect([app.unknown, app.failure]).toEqual([true, null])
    core.turned = false
    app.turnedBack()
    await vi.advanceTimersByTimeAsync(10)
    expect(app.unknown).toBe(false)
    expect(here.takeUp()?.lies).toBe('the statement')
    const statement = new StatementDraft(maria)
    expect(statement.form.values.words).toBe('my mornings')
    type(loose(statement.form), 'words', 'my mornings back')
    await vi.advanceTimersByTimeAsync(1000)
    await crash()
    expect(new StatementDraft(maria).form.values.words).toBe('my mornings back')
  })
})

describe('closing the window', () => {
  it('ends at once when everything is on disk', async () => {
    type(loose(new StatementDraft(maria).form), 'words', 'my mornings')
    await app.close()
    expect(core.asked.slice(-3)).toEqual(['keep_draft', 'app_state', 'leave'])
    expect(app.closing).toBe(false)
  })

  it.each<[string, Partial<World>]>([
    ['cannot be written', { full: true }],
    ['take too long', { hangs: ['keep_draft'] }],
  ])('names the words that would go when they %s, and waits', async (_what, faults) => {
    Object.assign(core, faults)
    type(loose(new StatementDraft(maria).form), 'words', 'my mornings')
    const closed = app.close()
    await vi.advanceTimersByTimeAsync(2000)
    await closed
    expect(app.closing).toBe(true)
    // Before anything that may take long: the program gives up only a page that says nothing.
    expect(core.asked[0]).toBe('stay')
    expect(core.asked).not.toContain('leave')
    expect(saver.allWords).toEqual(['my mornings'])
  })

  it.each(['before the lock', 'during the lock'])('asks nothing over a screen that goes blank: %s', async (when) => {
    core.hangs = ['keep_draft']
    type(loose(new StatementDraft(maria).form), 'words', 'my mornings')
    const lock = () => void app.lock()
    const close = () => void app.close()
    for (const step of when === 'before the lock' ? [close, lock] : [lock, close]) step()
    for (let i = 0; i < 30; i += 1) {
      await vi.advanceTimersByTimeAsync(200)
      expect(app.covered && app.closing).toBe(false)
      if (app.closing) expect(saver.allWords).toEqual([])
    }
    // Then it does ask: the words are sealed.
    expect([app.open, app.closing, app.state?.held]).toEqual([false, true, true])
    expect(core.asked).toContain('stay')
    expect(core.asked).not.toContain('leave')
  })

  it('in the middle of a lock with nothing to lose keeps nobody', async () => {
    const locked = app.lock()
    void app.close()
    expect(core.asked).not.toContain('stay')
    await vi.advanceTimersByTimeAsync(6000)
    await locked
    expect(core.asked.at(-1)).toBe('leave')
  })

  it('waits as well while words are sealed and cannot be named', async () => {
    core.full = true
    type(loose(new StatementDraft(maria).form), 'words', 'my mornings')
    await app.lock()
    await app.close()
    expect(app.closing).toBe(true)
    expect(core.asked).not.toContain('leave')
  })
})

describe('“saved”', () => {
  it('is never said over words that are not on disk', async () => {
    type(loose(new StatementDraft(maria).form), 'words', 'my mornings')
    expect(saver.state.kind).toBe('waiting')
    core.full = true
    await saver.flush()
    expect(saver.state.kind).toBe('failed')
    type(loose(new StatementDraft(maria).form), 'words', 'my mornings back')
    expect(saver.state.kind).toBe('failed')
    await call('lock', {})
    expect(saver.state.kind).toBe('failed')
  })
})

describe('the page', () => {
  const sources = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.svelte')).map((path) => ({ path, text: readFileSync(join('src', path), 'utf8') }))
  /** Inputs in which nobody writes. */
  const NO_WORDS = /type=("(checkbox|radio|range)"|\{kind === 'tick' \? 'checkbox' : 'radio'\})/
  /** Text inputs outside the components that know places, each with its reason. */
  const APART: Record<string, string> = {
    'components/Secret.svelte': 'a passphrase, a code or a PIN is never kept',
    'screens/turned/PinPad.svelte': 'a PIN is never kept',
    'components/TypedLine.svelte': 'whoever reads the line keeps what is typed in it (below)',
  }

  it('has no text field without a place for its words', () => {
    expect(sources.length).toBeGreaterThan(80)
    const missing = sources.flatMap(({ path, text }) =>
      [...text.matchAll(/<(input|textarea)\b[^]*?(\/>|\n\s*>)|contenteditable/g)]
        .filter(([tag]) => !(path in APART) && !NO_WORDS.test(tag) && !/oninput=\{\(event\) => typed\(/.test(tag))
        .map(([tag]) => `${path}: ${tag.slice(0, 60)}`),
    )
    expect(missing).toEqual([])
  })

  it('cuts off nothing that is typed or pasted, but in a PIN', () => {
    const short = sources.filter(({ text }) => /\bmaxlength\b/.test(text)).map(({ path }) => path)
    expect(short.sort()).toEqual(['components/Secret.svelte', 'screens/settings/Keys.svelte'])
  })

  it('reads lines only where what is typed in them is kept', () => {
    const readers = sources.filter(({ text }) => /import (TypedLine|DayLine|NumberLine) /.test(text))
    const keepers = readers.filter(({ text }) => /place\b[^\n]*\.typed\(/.test(text)).map(({ path }) => path)
    expect(keepers.sort()).toEqual(['components/DateField.svelte', 'components/document/FieldInput.svelte', 'screens/person/KeyIn.svelte'])
    const inside = ['components/DayLine.svelte', 'components/NumberLine.svelte']
    expect(readers.map(({ path }) => path).filter((path) => !keepers.includes(path)).sort()).toEqual(inside)
  })

  it('gives every exemption a file that is there', () => {
    for (const path of Object.keys(APART)) expect(sources.some((each) => each.path === path), path).toBe(true)
  })
})
