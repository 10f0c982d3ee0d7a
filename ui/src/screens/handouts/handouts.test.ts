import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
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
afterEach(() => {
  vi.unstubAllGlobals()
})

describe('the handout desk', () => {
  it('works with no vault open, and then knows nobody', async () => {
    const made = await desk('locked')
    made.tick('goals', true)
    expect(made.people).toEqual([])
    const packet = { course: 'eleven-modules', topics: ['goals'], language: 'en', short: false, onlyWorksheets: false, ownStories: true, services: false, cover: false, contents: false, booklet: false }
    expect(made.ask).toEqual({ paper: { kind: 'packet', packet, person: null, filled: false }, size: 'normal', format: 'a4' })
  })

  it('puts a packet in the order of the course, whatever was ticked first', async () => {
    const made = await desk('locked')
    made.tick('goals', true)
    made.tick('what-helps', true)
    expect(made.packet.items.map((page) => page.id)).toEqual(['what-helps', 'goals'])
    made.tick('goals', false)
    expect(made.packet.items.map((page) => page.id)).toEqual(['what-helps'])
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
    expect(made.packet.items).toHaveLength(module.topics.length)
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
    expect(made.ask?.paper.kind).toBe('packet')
  })

  it('leaves out what is more, if you like, with one tick: of a packet and of a workbook', async () => {
    const made = await desk('locked')
    made.tick('goals', true)
    made.packet.short = true
    expect(made.ask?.paper).toMatchObject({ kind: 'packet', packet: { short: true } })
    made.openBook(null)
    expect(made.ask?.paper).toMatchObject({ kind: 'workbook', short: true })
  })

  it('puts a finished example right behind its page, and takes it away again', async () => {
    const made = await desk('locked')
    made.tick('what-helps', true)
    made.tick('goals', true)
    await vi.waitFor(() => expect(made.examples['what-helps']).toHaveLength(1))
    made.tickExample('example-step-by-step', 'what-helps', true)
    expect(made.packet.chosen).toEqual(['what-helps', 'example-step-by-step', 'goals'])
    made.tickExample('example-step-by-step', 'what-helps', false)
    expect(made.packet.chosen).toEqual(['what-helps', 'goals'])
  })

  it('puts forms behind the topics of a packet, and names both', async () => {
    const made = await desk('locked')
    made.tick('sleep-diary', true)
    expect(made.fileName).toContain('Sleep diary')
    made.tick('goals', true)
    expect(made.ask?.paper).toMatchObject({ kind: 'packet', packet: { topics: ['goals', 'sleep-diary'] }, person: null, filled: false })
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
    expect(made.ask?.paper.kind).toBe('packet')
  })

  it('keeps an order made by hand, and puts what comes later where the course has it', async () => {
    const made = await desk('locked')
    const ids = () => made.packet.items.map((page) => page.id)
    for (const id of ['what-recovery-means', 'what-helps', 'small-steps']) made.tick(id, true)
    expect(made.packet.move('small-steps', -1)).toBe(2)
    expect(ids()).toEqual(['what-recovery-means', 'small-steps', 'what-helps'])
    expect(made.packet.move('what-recovery-means', -1)).toBe(1)
    made.tick('goals', true)
    expect(ids()).toEqual(['what-recovery-means', 'goals', 'small-steps', 'what-helps'])
    expect(made.ask?.paper).toMatchObject({ packet: { topics: ids() } })
  })

  it('keeps a packet as a template with no vault open, and lays it out again as it was', async () => {
    // Settings that are taken in reach the page's language and theme.
    vi.stubGlobal('document', { documentElement: { lang: '', dataset: {} } })
    const made = await desk('locked')
    made.tick('goals', true)
    made.tick('what-helps', true)
    made.packet.move('goals', -1)
    made.packet.booklet = true
    made.packet.services = true
    made.size = 'large'
    const asked = made.ask
    expect(await made.keep(' Monday group ')).toBe(true)
    expect(made.templates.all.map((each) => each.name)).toEqual(['Monday group'])
    made.clear()
    made.packet.booklet = false
    made.size = 'normal'
    const kept = made.templates.named('Monday group')
    if (!kept) throw new Error('a template')
    made.open(kept)
    expect(made.ask).toEqual(asked)
    made.packet.contents = true
    await made.keep('Monday group')
    expect(made.templates.all).toHaveLength(1)
    expect(made.templates.all[0]?.packet.contents).toBe(true)
    await made.templates.rename('Monday group', 'Group')
    expect(made.templates.all.map((each) => each.name)).toEqual(['Group'])
    await made.templates.remove('Group')
    expect(made.templates.all).toEqual([])
  })

  it('offers the topics of one track and those for everybody', async () => {
    const made = await desk('locked')
    const all = made.modules.flatMap((module) => module.topics).length
    made.track = made.here?.tracks[0]?.id ?? null
    expect(made.track).not.toBeNull()
    const offered = made.modules.flatMap((module) => module.topics)
    expect(offered.length).toBeLessThan(all)
    expect(offered.every((topic) => topic.track === null || topic.track === made.track)).toBe(true)
  })
})
