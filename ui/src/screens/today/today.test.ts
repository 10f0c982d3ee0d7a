import { render } from 'svelte/server'
import { beforeEach, describe, expect, it } from 'vitest'
import { here } from '../../here'
import { drafts } from '../../ipc/begun.svelte'
import { useTransport, type Transport } from '../../ipc/client'
import { makeFake } from '../../ipc/fake'
import type { BackupWhy } from '../../ipc/generated/types'
import { fileName } from '../../paper.svelte'
import LeftOpen from '../../components/LeftOpen.svelte'
import { Account } from './account.svelte'
import LeftToDo from './LeftToDo.svelte'
import { Today, backupDue, counted, moreWords } from './today.svelte'

let asked: { name: string; request: unknown }[] = []

function watched(transport: Transport): Transport {
  return {
    ...transport,
    call(name, request) {
      asked.push({ name, request })
      return transport.call(name, request)
    },
  }
}

beforeEach(() => {
  asked = []
  Object.assign(globalThis, { location: { hash: '' } })
  useTransport(watched(makeFake().transport))
})

describe('what was begun', () => {
  it('is listed with whose it is, and leads to where it stands', async () => {
    const fake = makeFake()
    useTransport(fake.transport)
    const maria = fake.table.people({}).people.find(({ card }) => card.name.startsWith('Maria'))?.card.id ?? ''
    const begun: [place: string, person: string | null][] = [
      [`statement/${maria}`, maria],
      [`goal/new/${maria}`, maria],
      [`goal/g7`, maria],
      [`person/${maria}`, maria],
      ['person/new', null],
      ['addendum/n1', null],
      ['practitioner', null],
      ['help/contacts', null],
      // These show by themselves, or are no words.
      ['here', null],
      [`goal/set/${maria}`, maria],
      [`missed/${maria}/2026-11-20/reason`, maria],
      ['session/s1/agenda', maria],
      // Somebody who is gone.
      ['statement/nobody', 'nobody'],
    ]
    for (const [place, person] of begun) fake.table.keep_draft({ place, person, words: '{"values":{}}' })
    await drafts.load()
    const today = new Today()
    await today.load()
    const lies = (kind: string, id = '') => ({ kind, id, late: false })
    const at = `#/person/${maria}`
    expect(today.begun.map((one) => [one.words, one.at, one.lies]).sort()).toEqual(
      [
        ['What recovery means to Maria Halvorsen', at, lies('statement')],
        ['Maria Halvorsen: a goal', at, lies('goal')],
        ['Maria Halvorsen: a goal', at, lies('goal', 'g7')],
        ['Maria Halvorsen: name and details', at, lies('details')],
        ['People: somebody new', '#/people', null],
        ['An addition to a signed note', '#/note/n1', null],
        ['Your name and title', '#/settings', null],
        ['Numbers to call and services nearby', '#/help', null],
      ].sort(),
    )
    const statement = today.begun.find((one) => one.lies?.kind === 'statement')
    if (!statement || !today.view) throw new Error('a statement')
    expect(render(LeftToDo, { props: { view: today.view, begun: today.begun, ondraft: () => undefined } }).body).toContain('8 texts begun and not kept yet')
    today.goOn(statement)
    expect(location.hash).toBe(at)
    here.moved(at, '2026-11-21')
    expect(here.takeUp()).toEqual({ lies: lies('statement'), away: 0 })
    here.forget()
    drafts.close()
  })
})

describe('today', () => {
  it('offers the next to come first, and an open session before that', async () => {
    const today = new Today()
    await today.load()
    expect(today.first?.person.name).toBe('Maria Halvorsen')
    const second = today.view?.meetings[1]
    if (!second) throw new Error('two meetings')
    await today.start(second)
    expect(location.hash).toMatch(/^#\/session\//)
    await today.load()
    expect(today.first?.person.name).toBe(second.person.name)
  })

  it('goes back to an open session without asking for a new one', async () => {
    const today = new Today()
    await today.load()
    const first = today.view?.meetings[0]
    if (!first) throw new Error('a meeting')
    await today.start(first)
    await today.load()
    asked = []
    const again = today.view?.meetings.find((each) => each.person.id === first.person.id)
    if (!again) throw new Error('the same meeting')
    await today.start(again)
    expect(asked.map((each) => each.name)).not.toContain('start_session')
  })

  it('prints for all who come today in one job, in the order in which they come', async () => {
    const today = new Today()
    await today.load()
    await today.printAll()
    const people = today.view?.meetings.map(({ person }) => person.id)
    expect(people?.length).toBeGreaterThan(1)
    expect(asked.filter(({ name }) => name === 'print_paper')).toEqual([
      { name: 'print_paper', request: { pages: { paper: { kind: 'each', people, each: { goals: true, topics: 1, short: false } }, size: 'normal', format: null }, only: '', to: '', despite: [] } },
    ])
  })

  it('prints the next topic in the person’s own language and size, and only theirs', async () => {
    const today = new Today()
    await today.load()
    const meeting = today.view?.meetings[0]
    if (!meeting?.next) throw new Error('a next topic')
    await today.printNext(meeting.person.id, meeting.next)
    expect(asked.at(-1)).toEqual({
      name: 'print_paper',
      request: { pages: { paper: { kind: 'handouts', topics: [meeting.next.topic], language: 'en', course: 'eleven-modules', person: meeting.person.id, filled: false, short: false, examples: false }, size: 'normal', format: null }, only: '', to: '', despite: [] },
    })
    expect(today.busy).toBe(false)
  })

  it('says that a backup is due after a week, or when there is none', () => {
    expect([null, 0, 7, 8].map(backupDue)).toEqual([true, false, false, true])
  })
})

describe('days gone by', () => {
  /** A core in which Maria's session of yesterday was left open and somebody's appointment went by. */
  async function before() {
    const fake = makeFake()
    const people = fake.table.people({}).people
    const [maria, late] = [people.find((each) => each.card.name === 'Maria Halvorsen')?.card, people.find((each) => each.card.name.startsWith('Jonas'))?.card]
    if (!maria || !late) throw new Error('two people')
    const left = fake.table.start_session({ person: maria.id, on: '2026-11-20' }).made ?? ''
    const { person } = fake.table.person({ person: late.id })
    fake.table.edit_person({ person: late.id, details: { ...person, nextMeeting: '2026-11-19T09:00:00' } })
    useTransport(watched(fake.transport))
    const today = new Today()
    await today.load()
    asked = []
    return { fake, today, maria, late, left }
  }

  it('offers a session by its day: to close it as of that day, or to begin today’s beside it', async () => {
    const { fake, today, maria, left } = await before()
    const [session] = today.view?.leftOpen ?? []
    if (!session) throw new Error('left open')
    expect([session.id, session.on]).toEqual([left, '2026-11-20'])
    const shown = render(LeftOpen, { props: { sessions: [session], named: true, busy: () => false, href: () => '#/session/x', onclose: () => undefined, onbegin: () => undefined } }).body
    expect(shown).toContain('Maria Halvorsen, Friday 20 November')
    await today.beginToday(session)
    expect(location.hash).not.toContain(left)
    expect(fake.table.today({}).meetings.find((each) => each.person.id === maria.id)?.openSession).not.toBe(left)
    await today.closeThen(session)
    expect(asked.find((each) => each.name === 'close_session')?.request).toEqual({ session: left, asOfItsDay: true })
    await today.load()
    expect(today.view?.leftOpen).toEqual([])
  })

  it.each([
    ['cancelled', { kind: 'cancelled', reason: 'flu' }],
    ['noShow', { kind: 'noShow', reason: 'flu' }],
    ['moved', { kind: 'moved', to: '2026-11-25T09:00:00', reason: 'flu' }],
    ['notAgreed', { kind: 'notAgreed' }],
    ['came', { kind: 'came' }],
  ] as const)('asks what happened until somebody says: %s', async (kind, what) => {
    const { today, late } = await before()
    const [meeting] = today.view?.missed ?? []
    if (!meeting) throw new Error('missed')
    const account = new Account()
    account.ask(meeting)
    await account.say()
    expect(asked).toEqual([])
    Object.assign(account, { what: kind, reason: 'flu', to: '2026-11-25T09:00:00' })
    await account.say()
    expect(asked[0]).toEqual({ name: 'say_what_happened', request: { person: late.id, at: '2026-11-19T09:00:00', what } })
    expect(account.meeting).toBe(null)
    expect(location.hash.startsWith('#/session/')).toBe(kind === 'came')
    await today.load()
    expect(today.view?.missed).toEqual([])
  })
})

describe('a backup that could not be made', () => {
  it.each<[BackupWhy, string]>([
    ['gone', 'The next backup is made as soon as /media/kari/BACKUP can be reached.'],
    ['full', 'No backup could be made: the disk with /media/kari/BACKUP is full.'],
  ])('is said: %s', async (backup, words) => {
    useTransport(makeFake({ backup }).transport)
    const today = new Today()
    await today.load()
    if (!today.view) throw new Error('a view')
    expect(render(LeftToDo, { props: { view: today.view, ondraft: () => undefined } }).body).toContain(words)
  })
})

describe('what waits', () => {
  it('is counted beyond the list, as far as the core counts', () => {
    expect([0, 12, 999, 1000].map((count) => counted(count, 1000))).toEqual(['0', '12', '999', '1,000 or more'])
  })

  it.each([
    [20, 20, ''],
    [45, 20, 'and 25 more'],
    [1000, 20, 'and at least 980 more'],
  ])('of %i, a list of %i says: %o', (count, listed, words) => {
    expect(moreWords(count, 1000, listed)).toBe(words)
  })

  it('stands on the screen with its count, and the list with what it leaves out', async () => {
    const today = new Today()
    await today.load()
    const view = today.view
    const [note] = view?.unsigned ?? []
    if (!view || !note) throw new Error('a note to sign')
    const unsigned = Array.from({ length: 20 }, (_, i) => ({ ...note, id: String(i) }))
    const html = render(LeftToDo, { props: { view: { ...view, unsigned, waiting: { ...view.waiting, unsigned: 1000, notHandedOff: 32 } }, ondraft: () => undefined } }).body
    expect(html).toContain('1,000 or more notes to sign')
    expect(html.match(/and at least 980 more/g)).toHaveLength(1)
    expect(html).toContain('32 notes to hand off')
  })
})

describe('file names', () => {
  it.each([
    ['Note Maria/Halvorsen: 21', 'Note Maria Halvorsen 21.pdf'],
    ['sheet.pdf', 'sheet.pdf'],
    ['  ', 'Waymark.pdf'],
    ['Ærø 👩‍🎨', 'Ærø 👩‍🎨.pdf'],
  ])('%o becomes %o', (given, name) => {
    expect(fileName(given)).toBe(name)
  })
})
