import { render } from 'svelte/server'
import { beforeEach, describe, expect, it } from 'vitest'
import { i18n } from '../../i18n/locale.svelte'
import { call, useTransport } from '../../ipc/client'
import { makeFake } from '../../ipc/fake'
import { saver } from '../../ipc/saver.svelte'
import { hasScreen } from '../registry'
import EachOne from './EachOne.svelte'
import { GroupDesk } from './group.svelte'
import { GroupForm, GroupsDesk } from './groups.svelte'
import { MeetingDesk } from './meeting.svelte'
import Plan from './Plan.svelte'
import Together from './Together.svelte'
import WhoCame from './WhoCame.svelte'
import { readMinutes } from './words'

let fake = makeFake()

beforeEach(() => {
  Object.assign(globalThis, { location: { hash: '' } })
  i18n.lang = 'en'
  fake = makeFake()
  useTransport(fake.transport)
})

const theGroup = () => fake.table.groups({}).groups[0]?.series.id ?? ''

async function meeting(): Promise<MeetingDesk> {
  const id = fake.table.open_group_meeting({ series: theGroup(), on: null }).made ?? ''
  const desk = new MeetingDesk(id)
  await desk.load()
  return desk
}

const names = (desk: MeetingDesk, which: 'here' | 'unsaid' | 'waiting' | 'turns') => desk[which].map((part) => part.person.firstName)

describe('a meeting of a group', () => {
  it('takes nobody to have come, until one press says so of whoever is left', async () => {
    const desk = await meeting()
    expect(names(desk, 'here')).toEqual([])
    const [first] = desk.unsaid
    if (!first) throw new Error('nobody is in the group')
    await desk.say(first.person.id, 'noShow')
    await desk.load()
    expect(desk.unsaid.length).toBe(2)
    await desk.restCame()
    await desk.load()
    expect(desk.here.length).toBe(2)
    expect(desk.view?.people.find((part) => part.person.id === first.person.id)?.attendance?.kind).toBe('noShow')
  })

  it('keeps why somebody was not there as it is typed', async () => {
    const desk = await meeting()
    const [first] = desk.unsaid
    if (!first) throw new Error('nobody is in the group')
    await desk.say(first.person.id, 'cancelled')
    await desk.load()
    const part = desk.view?.people.find((each) => each.person.id === first.person.id)
    if (!part) throw new Error('gone')
    desk.because(part, 'a cold')
    await saver.flush()
    const { people } = await call('group_meeting', { meeting: desk.id })
    expect(people.find((each) => each.person.id === first.person.id)?.attendance).toEqual({ kind: 'cancelled', reason: 'a cold' })
  })

  it('offers turns to those who came, chooses nobody, and counts who has one', async () => {
    const desk = await meeting()
    await desk.restCame()
    await desk.load()
    expect(desk.turns).toEqual([])
    const [first] = desk.waiting
    if (!first) throw new Error('nobody waits')
    await desk.giveTurn(first, true)
    await desk.load()
    expect(names(desk, 'turns')).toEqual([first.person.firstName])
    expect(desk.waiting.length).toBe(2)
    const { body } = render(EachOne, { props: { desk, view: desk.view ?? never() } })
    expect(body).toContain(`Talk about ${first.person.firstName}’s goals`)
  })

  it('records a topic for everybody who came in one step, each in their own session', async () => {
    const desk = await meeting()
    await desk.restCame()
    await desk.load()
    expect(desk.next).not.toBeNull()
    await desk.addTopic(desk.next?.topic ?? '')
    await desk.load()
    const topic = desk.view?.topics[0]?.topic ?? ''
    await desk.cover(topic, 'covered')
    await desk.load()
    for (const part of desk.here) expect(fake.table.session_record({ session: part.session ?? '' }).topics.map((each) => each.topic)).toContain(topic)
    expect(desk.pages.paper).toMatchObject({ kind: 'together', people: desk.here.map((part) => part.person.id), topics: [topic] })
  })

  it('says when the plan names somebody, and shows no one’s goals in it', async () => {
    const desk = await meeting()
    await desk.restCame()
    desk.writeAgenda(`${desk.view?.people[0]?.person.firstName ?? ''} first`)
    await saver.flush()
    await desk.load()
    const view = desk.view ?? never()
    expect(render(Plan, { props: { desk, view } }).body).toContain('is named in the plan')
    const goal = view.people.flatMap((part) => part.goals)[0] ?? never()
    for (const part of [Plan, Together, WhoCame]) expect(render(part, { props: { desk, view } }).body).not.toContain(goal)
  })

  it('closes for everybody, with one length', async () => {
    const desk = await meeting()
    await desk.restCame()
    await desk.load()
    desk.words.values.took = 'an hour'
    await desk.close()
    await desk.load()
    expect(desk.view?.closed, 'no length was understood').toBe(false)
    desk.words.values.took = '85'
    await desk.close()
    await desk.load()
    expect(desk.view?.closed).toBe(true)
    expect(fake.table.session_record({ session: desk.view?.people[0]?.session ?? '' }).lengthSaid).toBe(85)
  })

  it('turns the screen to the room without anybody’s name', async () => {
    const desk = await meeting()
    await desk.turn('what-helps')
    const page = fake.table.turned_page({})
    expect(page.firstName).toBe('')
    expect(page.document.person).toBeNull()
  })
})

describe('a group', () => {
  it('is started with a name and a first day, by whoever keeps the vault', async () => {
    const groups = new GroupsDesk()
    await groups.load()
    groups.begin()
    const draft = groups.draft ?? never()
    expect(await draft.save()).toBeNull()
    expect(draft.nameMissing).toBe(true)
    draft.form.values.name = 'Monday group'
    draft.form.values.begins = 'noonish'
    expect(draft.canSave).toBe(false)
    draft.form.values.begins = '9.30'
    expect(draft.begins).toBe('09:30:00')
    await groups.add()
    expect(location.hash).toMatch(/^#\/group\//)
    const made = fake.table.groups({}).groups.find(({ series }) => series.name === 'Monday group')
    expect(made?.series.practitioners.length).toBe(1)
  })

  it('offers only whoever is not in it, and keeps the last day of whoever leaves', async () => {
    const desk = new GroupDesk(theGroup())
    await desk.load()
    const member = desk.view?.members[0] ?? never()
    expect(desk.outside.map((one) => one.id)).not.toContain(member.person.id)
    desk.leaving = { member, until: '2026-11-20' }
    await desk.end()
    await desk.load()
    expect(desk.view?.members[0]?.isIn ?? true).toBe(true)
    expect(desk.view?.members.find((one) => one.person.id === member.person.id)?.until).toBe('2026-11-20')
    expect(desk.outside.map((one) => one.id)).toContain(member.person.id)
  })

  it('says in a sentence that it is full', async () => {
    const desk = new GroupDesk(theGroup())
    await desk.load()
    const form = new GroupForm(null, null, 'x', [])
    expect(form.minutes).toBeNull()
    for (let n = 0; n < 8; n += 1) {
      const { person } = fake.table.person({ person: desk.people[0]?.id ?? '' })
      const id = fake.table.add_person({ details: { ...person, preferredName: `Person ${n}` } }).made ?? ''
      if (n < 7) fake.table.save_member({ series: theGroup(), person: id, from: '2026-11-01', until: null })
      else {
        desk.joining.values.person = id
        desk.joining.values.from = '2026-11-21'
      }
    }
    await desk.join()
    expect(desk.error?.code).toBe('groupFull')
  })
})

describe('words of groups', () => {
  it('reads minutes, nothing, and what is no length', () => {
    expect(['90', ' ', '0', '1441', 'an hour'].map(readMinutes)).toEqual([90, null, undefined, undefined, undefined])
  })

  it('has its screens', () => {
    for (const name of ['groups', 'group', 'meeting'] as const) expect(hasScreen(name)).toBe(true)
  })
})

function never(): never {
  throw new Error('not loaded')
}
