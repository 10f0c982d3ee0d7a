import { render } from 'svelte/server'
import { beforeEach, describe, expect, it } from 'vitest'
import { i18n } from '../../i18n/locale.svelte'
import { useTransport } from '../../ipc/client'
import { makeFake } from '../../ipc/fake'
import { hasScreen } from '../registry'
import LeftToDo from '../today/LeftToDo.svelte'
import { Today } from '../today/today.svelte'
import { LONGEST, WhatIsLeft } from './worklist.svelte'
import Worklist from './Worklist.svelte'

let fake = makeFake()

beforeEach(() => {
  Object.assign(globalThis, { location: { hash: '' } })
  fake = makeFake()
  useTransport(fake.transport)
})

const idOf = (name: string) => fake.table.people({}).people.find(({ card }) => card.name.startsWith(name))?.card.id ?? ''

/** Leaves Maria's session of yesterday open and lets Jonas's appointment go by. */
function letTheWeekGoBy() {
  const left = fake.table.start_session({ person: idOf('Maria'), on: '2026-11-20' }).made ?? ''
  const { person } = fake.table.person({ person: idOf('Jonas') })
  fake.table.edit_person({ person: person.id, details: { ...person, nextMeeting: '2026-11-19T09:00:00' } })
  return left
}

async function loaded(): Promise<WhatIsLeft> {
  const list = new WhatIsLeft()
  await list.load()
  return list
}

describe('what is left to do', () => {
  it('is one list of everything nobody has said, closed, written, signed or handed off', async () => {
    const left = letTheWeekGoBy()
    const { view, done } = await loaded()
    expect(view?.missed.map(({ person, at }) => [person.name, at])).toEqual([['Jonas Berg', '2026-11-19T09:00:00']])
    expect(view?.leftOpen.map(({ id }) => id)).toEqual([left])
    expect(view?.withoutNote.length).toBe(1)
    expect(view?.unsigned.length).toBe(2)
    expect(view?.notHandedOff.length).toBe(fake.table.today({}).waiting.notHandedOff)
    expect(done).toBe(false)
  })

  it('loses a session that is closed as of its day, without leaving the list', async () => {
    const left = letTheWeekGoBy()
    const list = await loaded()
    const [session] = list.view?.leftOpen ?? []
    if (!session) throw new Error('left open')
    await list.closeThen(session)
    await list.load()
    expect(list.view?.leftOpen).toEqual([])
    // A session of which no note was written is left all the same.
    expect(list.view?.withoutNote.map(({ id }) => id)).toContain(left)
    expect(location.hash).toBe('')
  })

  it('leads to the note that it drafts', async () => {
    const list = await loaded()
    const [session] = list.view?.withoutNote ?? []
    if (!session) throw new Error('a session without a note')
    await list.draft(session.id)
    expect(location.hash).toMatch(/^#\/note\//)
    await list.load()
    expect(list.view?.withoutNote).toEqual([])
    expect(list.view?.unsigned.length).toBe(3)
  })

  it('is done when all of it is, and not before it was asked for', async () => {
    expect(new WhatIsLeft().done).toBe(false)
    fake = makeFake({ vault: 'empty' })
    useTransport(fake.transport)
    expect((await loaded()).done).toBe(true)
  })

  it('says what went wrong, and shows nothing', async () => {
    useTransport({ ...fake.transport, call: (name, request) => (name === 'worklist' ? Promise.reject(Object.assign(new Error('no'), { code: 'internal', details: {} })) : fake.transport.call(name, request)) })
    const list = await loaded()
    expect([list.view, list.error?.code]).toEqual([null, 'internal'])
  })

  it('shows a long part whole only when asked', async () => {
    const list = await loaded()
    expect(LONGEST).toBe(30)
    expect(list.whole('hand')).toBe(false)
    list.showWhole('hand')
    expect([list.whole('hand'), list.whole('unsigned')]).toEqual([true, false])
  })
})

describe('the way to it', () => {
  it('is a screen', () => {
    expect(hasScreen('worklist')).toBe(true)
    // It draws before anything is known.
    expect(render(Worklist).body).toContain('Left to do')
  })

  it('leads from Today while anything is left, and not when nothing is', async () => {
    const today = new Today()
    await today.load()
    const view = today.view
    if (!view) throw new Error('a view')
    const shown = (change: Partial<typeof view>) => render(LeftToDo, { props: { view: { ...view, ...change }, ondraft: () => undefined } }).body
    expect(shown({})).toMatch(/href="#\/worklist" aria-keyshortcuts="Control\+D"/)
    const nothing = { unsigned: 0, withoutNote: 0, notHandedOff: 0, missed: 0, countedTo: 1000 }
    expect(shown({ waiting: nothing, leftOpen: [] })).not.toContain('#/worklist')
    const [session] = view.withoutNote
    if (!session) throw new Error('a session')
    expect(shown({ waiting: nothing, leftOpen: [session] })).toContain('#/worklist')
  })

  it.each([
    ['en', 'Left to do'],
    ['da', 'Mangler endnu'],
    ['nb', 'Gjenstår'],
  ] as const)('is called the same as on Today: %s', (lang, words) => {
    i18n.lang = lang
    try {
      expect(render(Worklist).body).toContain(words)
    } finally {
      i18n.lang = 'en'
    }
  })
})
