import { beforeEach, describe, expect, it } from 'vitest'
import { app } from '../../app.svelte'
import { useTransport } from '../../ipc/client'
import { makeFake } from '../../ipc/fake'
import { HandoutDesk } from './handouts.svelte'

async function desk(vault: 'open' | 'locked'): Promise<HandoutDesk> {
  const fake = makeFake({ vault })
  useTransport(fake.transport)
  app.state = fake.table.app_state({})
  const made = new HandoutDesk()
  await made.load()
  return made
}

beforeEach(() => {
  app.state = null
})

describe('the handout desk', () => {
  it('works with no vault open, and then knows nobody', async () => {
    const made = await desk('locked')
    made.tick('goals', true)
    expect(made.people).toEqual([])
    expect(made.ask).toEqual({ paper: { kind: 'handouts', topics: ['goals'], language: 'en', course: 'eleven-modules', person: null, filled: false, short: false }, size: 'normal', format: 'a4' })
  })

  it('puts a packet in the order of the course, whatever was ticked first', async () => {
    const made = await desk('locked')
    made.tick('goals', true)
    made.tick('what-helps', true)
    expect(made.packet.map((topic) => topic.id)).toEqual(['what-helps', 'goals'])
    made.tick('goals', false)
    expect(made.packet.map((topic) => topic.id)).toEqual(['what-helps'])
  })

  it('prints answers only for a person, and forgets them when the vault locks', async () => {
    const made = await desk('open')
    made.tick('goals', true)
    made.filled = 'answers'
    expect(made.ask?.paper).toMatchObject({ person: null, filled: false })
    const someone = made.people[0]
    if (!someone) throw new Error('people')
    await made.choosePerson(someone.id)
    expect(made.ask?.paper).toMatchObject({ person: someone.id, filled: true })
    expect(made.fileName).toContain(someone.name)
    await made.paper.remember()
    made.paper.to = someone.name
    made.paper.done = someone.name
    expect(made.paper.known.length).toBeGreaterThan(0)
    if (app.state) app.state = { ...app.state, vault: { kind: 'locked' } }
    await made.load()
    expect(made.people).toEqual([])
    expect(made.ask?.paper).toMatchObject({ person: null, filled: false })
    expect(made.fileName).not.toContain(someone.name)
    expect([made.paper.to, made.paper.known, made.paper.done]).toEqual(['', [], ''])
  })

  it('asks for nothing while nothing is chosen, and takes a whole module at once', async () => {
    const made = await desk('locked')
    expect(made.ask).toBeNull()
    const module = made.here?.modules[0]
    if (!module) throw new Error('a module')
    made.tickModule(module, true)
    expect(made.packet).toHaveLength(module.topics.length)
    made.tickModule(module, false)
    expect(made.ask).toBeNull()
  })

  it('makes a workbook of a module or of the whole course, blank whoever is chosen', async () => {
    const made = await desk('locked')
    made.tick('goals', true)
    made.openBook(null)
    expect(made.ask?.paper).toEqual({ kind: 'workbook', course: 'eleven-modules', module: null, track: null, language: 'en', short: false })
    const module = made.here?.modules[0]
    if (!module) throw new Error('a module')
    made.openBook(module)
    expect(made.ask?.paper).toMatchObject({ kind: 'workbook', module: module.id })
    expect(made.fileName).toContain(module.title)
    await made.preview.show({ paper: { kind: 'workbook', course: 'eleven-modules', module: null, track: null, language: 'en', short: false }, size: 'normal', format: 'a4' })
    expect(made.preview.count).toBeGreaterThan(made.preview.pages.length)
    await made.readGuide(module.id)
    expect(made.ask?.paper.kind).toBe('guide')
    made.back()
    expect(made.ask?.paper.kind).toBe('handouts')
  })

  it('leaves out what is more, if you like, with one tick: of a packet and of a workbook', async () => {
    const made = await desk('locked')
    made.tick('goals', true)
    made.short = true
    expect(made.ask?.paper).toMatchObject({ kind: 'handouts', short: true })
    made.openBook(null)
    expect(made.ask?.paper).toMatchObject({ kind: 'workbook', short: true })
  })

  it('puts forms behind the topics of a packet, and names both', async () => {
    const made = await desk('locked')
    made.tick('sleep-diary', true)
    expect(made.fileName).toContain('Sleep diary')
    made.tick('goals', true)
    expect(made.ask?.paper).toMatchObject({ kind: 'handouts', topics: ['goals', 'sleep-diary'], person: null, filled: false })
    expect(made.packetTitle).toBe('1 topic and 1 form')
  })

  it('offers the forms that a ticked topic leads to', async () => {
    const made = await desk('locked')
    made.tick('what-helps', true)
    await expect.poll(() => made.links['what-helps']).toEqual([{ form: 'my-plan', title: 'My own plan' }])
    expect(made.links['goals']).toBeUndefined()
  })

  it('reads a guide and comes back to the packet', async () => {
    const made = await desk('locked')
    made.tick('goals', true)
    await made.readGuide('recovery-strategies')
    expect(made.ask?.paper).toEqual({ kind: 'guide', module: 'recovery-strategies', language: 'en' })
    made.guide = null
    expect(made.ask?.paper.kind).toBe('handouts')
  })
})
