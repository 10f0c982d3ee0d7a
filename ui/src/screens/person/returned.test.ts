import { render } from 'svelte/server'
import { beforeEach, describe, expect, it } from 'vitest'
import { useTransport } from '../../ipc/client'
import { makeFake } from '../../ipc/fake'
import type { PersonId } from '../../ipc/generated/types'
import { PersonDesk } from './person.svelte'
import Plans from './Plans.svelte'
import { Returned } from './returned.svelte'
import ReturnedPage from './ReturnedPage.svelte'

const FORM = '/home/kari/Downloads/what-helps-filled.pdf'
let fake = makeFake()
let jonas: PersonId
let asked: { name: string; request: unknown }[]

function stand(file: string) {
  fake = makeFake({ file })
  asked = []
  useTransport({
    ...fake.transport,
    call(name, request) {
      asked.push({ name, request })
      return fake.transport.call(name, request)
    },
  })
  jonas = fake.table.people({}).people.find(({ card }) => card.name.startsWith('Jonas'))?.card.id ?? ''
}

async function looked(file = FORM): Promise<Returned> {
  stand(file)
  const returned = new Returned(jonas)
  await returned.choose()
  return returned
}

beforeEach(() => {
  Object.assign(globalThis, { location: { hash: '' } })
  stand(FORM)
})

describe('a form that came back', () => {
  it('stands beside what stands now, page by page, with nothing ticked', async () => {
    const returned = await looked()
    expect(returned.file).toBe('what-helps-filled.pdf')
    expect(returned.parts.map(({ page, lines }) => [page, lines.length])).toEqual([['What helps in recovery', 2], ['My own plan', 2]])
    const [first] = returned.parts[0]?.lines ?? []
    expect([first?.now, first?.found]).toEqual(['Walking down to the lake before it gets dark.', 'Walking down to the lake before it gets dark.\nAnd my sister calls.'])
    expect(returned.count).toBe(0)
    expect(returned.view?.lines.some((line) => returned.ticked(line))).toBe(false)
    expect(asked.map(({ name }) => name)).toEqual(['choose_file', 'read_back_plan'])
  })

  it('takes over what is ticked and nothing else, as it was looked at, in one step', async () => {
    const returned = await looked()
    await returned.take()
    const [line, other] = returned.parts.flatMap(({ lines }) => lines)
    if (!line || !other) throw new Error('two answers')
    returned.tick([line, other], true)
    returned.tick([other], false)
    expect(returned.count).toBe(1)
    await returned.take()
    expect(asked.filter(({ name }) => name === 'read_back')).toEqual([
      { name: 'read_back', request: { person: jonas, path: FORM, take: [{ name: line.name, now: line.now, found: line.found }] } },
    ])
    expect([returned.taken, returned.view, returned.count]).toEqual([1, null, 0])
    // It stands there now, and one step takes it back.
    await returned.choose()
    expect(returned.same.map(({ name }) => name)).toEqual([line.name])
    fake.table.undo({ person: jonas })
    await returned.again()
    expect(returned.same).toEqual([])
    expect(returned.taken).toBeNull()
  })

  it('forgets its ticks when the file is looked at again', async () => {
    const returned = await looked()
    returned.tick(returned.parts[0]?.lines ?? [], true)
    expect(returned.count).toBe(2)
    await returned.again()
    expect(returned.count).toBe(0)
  })

  it('takes nothing over when the record changed meanwhile, and says what to do', async () => {
    const returned = await looked()
    const [line] = returned.parts[0]?.lines ?? []
    if (!line) throw new Error('an answer')
    returned.tick([line], true)
    fake.table.answer({ person: jonas, session: null, key: { topic: 'what-helps', block: 'tried', field: 'words', row: 0, sheet: null }, value: { kind: 'text', value: 'Typed meanwhile' } })
    await returned.take()
    expect([returned.taken, returned.error?.code, returned.error?.details.why]).toEqual([null, 'notAForm', 'changed'])
    expect(page(returned)).toContain('Look at the file again')
  })

  it('says what is no form, and keeps nothing of what was looked at before', async () => {
    const returned = await looked('/home/kari/Downloads/letter.odt')
    expect([returned.error?.code, returned.view]).toEqual(['notAForm', null])
    expect(page(returned)).toContain('Choose a PDF that was saved here to be filled in.')
  })
})

/** The page with what was looked at. */
function page(returned: Returned): string {
  const desk = new PersonDesk(jonas)
  return render(ReturnedPage, { props: { desk, view: fake.table.person({ person: jonas }), returned } }).body.replace(/<!--[^>]*-->/g, '')
}

describe('on the screen', () => {
  it('both sides stand there to the letter, with the name of whose they are, and no box is ticked', async () => {
    const html = page(await looked())
    expect(html).toContain('data-testid="person-band"')
    expect(html).toContain('Jonas Berg')
    expect(html).toContain('Walking down to the lake before it gets dark.\nAnd my sister calls.')
    expect(html.match(/type="checkbox"/g)).toHaveLength(4)
    expect(html).not.toMatch(/type="checkbox"[^>]* checked/)
    // A screen reader hears what is taken over, and then both sides.
    const described = [...html.matchAll(/type="checkbox"[^>]*aria-describedby="([^"]+)"/g)].map((found) => found[1])
    expect(described).toHaveLength(4)
    for (const id of described) expect(html).toContain(`id="${id ?? ''}"`)
    expect(html).toMatch(/Take over: <\/span>\s*<b>What has helped you on a hard day\?/)
    expect(html).toContain('Goes into a new copy. What was filled in before stays.')
    expect(html).toMatch(/<button[^>]*disabled[^>]*data-testid="returned-take"/)
  })

  it('what came back the same is folded away, and what has no place is named', async () => {
    const returned = await looked('/home/kari/Downloads/older-filled.pdf')
    returned.tick(returned.parts[0]?.lines ?? [], true)
    await returned.take()
    expect(page(returned)).toContain('2 answers were taken over into Jonas Berg’s record. Undo takes them back, all in one step.')
    await returned.choose()
    const html = page(returned)
    expect(html).toMatch(/<details(?![^>]* open)[^>]*data-testid="returned-same"/)
    expect(html).toContain('2 answers came back the same')
    expect(html).toContain('2 fields of this file have no place')
  })

  it('is led to from the page of the person', () => {
    expect(render(Plans, { props: { desk: new PersonDesk(jonas), view: fake.table.person({ person: jonas }) } }).body).toContain('data-testid="read-form"')
    const desk = new PersonDesk(jonas)
    desk.readForm()
    expect([desk.open.kind, desk.lies.kind]).toEqual(['returned', 'returned'])
  })
})
