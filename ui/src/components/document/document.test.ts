import { describe, expect, it } from 'vitest'
import type { Answer, AnswerKey, AnswerValue, Block, Field, Input, WorksheetPart } from '../../ipc/generated/types'
import { PageAnswers } from './answers.svelte'
import { headingLevels } from './headings'
import { sections } from './sections'
import { weights } from './weight'

const key = (block: string, field: string, row = 0): AnswerKey => ({ topic: 'what-helps', block, field, row, sheet: null })
const answer = (block: string, field: string, value: AnswerValue, row = 0): Answer => ({ key: key(block, field, row), value })
const field = (id: string, input: Input = { kind: 'text' }): Field => ({ id, label: id, hint: '', input, layout: { breadth: 'whole', marked: 'onALine' } })

function page(answers: Answer[] = [], sheet: string | null = null) {
  const told: [AnswerKey, AnswerValue | null][] = []
  return { told, answers: new PageAnswers({ topic: 'what-helps', sheet, answers }, (k, v) => told.push([k, v])) }
}

describe('what a block weighs', () => {
  const asks = (id: string): Block => ({ kind: 'question', id, prompt: [], field: field('answer') })
  const prose: Block = { kind: 'paragraph', words: [] }

  it('is said of the one that matters, and once above those that can be left out in a row', () => {
    const weighed = { matters: 'b', more: ['a', 'c', 'd', 'e', 's'] }
    const story: Block = { kind: 'story', id: 's', title: '', paragraphs: [] }
    const blocks = [asks('a'), asks('b'), asks('c'), asks('d'), prose, story, asks('e'), asks('practice')]
    expect(weights(weighed, blocks)).toEqual(['more', 'matters', 'more', undefined, undefined, undefined, 'more', undefined])
    expect(weights(null, [asks('b')])).toEqual([undefined])
  })
})

describe('the answers of a page', () => {
  it('are shown where they belong and nowhere else', () => {
    const { answers } = page([answer('a', 'words', { kind: 'text', value: 'The lake.' }), answer('g', 'what', { kind: 'text', value: 'third' }, 2)])
    expect(answers.text('a', 'words')).toBe('The lake.')
    expect(answers.text('b', 'words')).toBe('')
    expect(answers.text('g', 'what', 0)).toBe('')
    expect(answers.text('g', 'what', 2)).toBe('third')
  })

  it('keep the person’s words exactly, spaces and all', () => {
    const { answers, told } = page()
    answers.write('a', 'words', '  teh lake \n')
    expect(answers.text('a', 'words')).toBe('  teh lake \n')
    expect(told).toEqual([[key('a', 'words'), { kind: 'text', value: '  teh lake \n' }]])
  })

  it('are taken back when nothing is left of them', () => {
    const { answers, told } = page([answer('a', 'words', { kind: 'text', value: 'x' }), answer('c', 'row', { kind: 'ticks', value: ['want'] }), answer('d', 'on', { kind: 'date', value: '2026-11-21' })])
    answers.write('a', 'words', '')
    answers.tick('c', 'row', 'want', false)
    answers.type('d', 'on', '  ', null)
    expect(told.map(([, value]) => value)).toEqual([null, null, null])
    expect(answers.ticked('c', 'row', 'want')).toBe(false)
  })

  it('hold several ticks in a row of a checklist', () => {
    const { answers, told } = page()
    answers.tick('c', 'walk', 'want', true)
    answers.tick('c', 'walk', 'already', true)
    expect(told.at(-1)).toEqual([key('c', 'walk'), { kind: 'ticks', value: ['already', 'want'] }])
    answers.tick('c', 'walk', 'want', true)
    expect(told.at(-1)?.[1]).toEqual({ kind: 'ticks', value: ['already', 'want'] })
  })

  it('can be unmade by choosing the same again', () => {
    const { answers, told } = page()
    answers.choose('r', 'home', 'good')
    answers.choose('r', 'home', 'low')
    expect(answers.choice('r', 'home')).toBe('low')
    answers.choose('r', 'home', 'low')
    expect(answers.choice('r', 'home')).toBeNull()
    answers.mark('w', 'sure', 0)
    expect(answers.number('w', 'sure')).toBe(0)
    answers.mark('w', 'sure', 0)
    expect(answers.number('w', 'sure')).toBeNull()
    expect(told.at(-1)?.[1]).toBeNull()
  })

  it('are picked from a list, and taken back with its empty line', () => {
    const { answers, told } = page()
    answers.pick('g', 'far', 'most', 1)
    answers.pick('g', 'far', 'most', 1)
    expect(answers.choice('g', 'far', 1)).toBe('most')
    answers.pick('g', 'far', '', 1)
    expect(answers.choice('g', 'far', 1)).toBeNull()
    expect(told.at(-1)).toEqual([key('g', 'far', 1), null])
  })

  it('stand as typed where they are neither a number nor a day, and count as neither', () => {
    const { answers, told } = page([answer('w', 'times', { kind: 'number', value: 3 })])
    answers.type('w', 'times', '7,5', { kind: 'number', value: 7.5 })
    expect([answers.number('w', 'times'), answers.typed('w', 'times')]).toEqual([7.5, ''])
    answers.type('w', 'times', ' about 25', null)
    expect([answers.number('w', 'times'), answers.typed('w', 'times')]).toEqual([null, ' about 25'])
    expect(told.at(-1)).toEqual([key('w', 'times'), { kind: 'asTyped', value: ' about 25' }])
    answers.type('w', 'on', '32/13', null)
    expect([answers.date('w', 'on'), answers.typed('w', 'on')]).toEqual([null, '32/13'])
  })

  it('name the filled copy they were given on', () => {
    const { answers, told } = page([], 'copy-1')
    answers.write('w', 'problem', 'Rent')
    expect(told[0]?.[0].sheet).toBe('copy-1')
  })

  it('cannot be given on a page without a topic, or one that nobody listens to', () => {
    const told: unknown[] = []
    const guide = new PageAnswers({ topic: null, sheet: null, answers: [] }, (...what) => told.push(what))
    guide.write('a', 'words', 'x')
    expect(guide.open).toBe(false)
    expect(told).toEqual([])
    expect(new PageAnswers({ topic: 't', sheet: null, answers: [] }).open).toBe(false)
  })
})

describe('words taken over from elsewhere', () => {
  const group: Extract<WorksheetPart, { kind: 'group' }> = { kind: 'group', id: 'helpers', title: '', rows: 2, layout: 'table', fields: [field('who'), field('how')] }

  it('go in exactly as they stand, behind what is there, on a line of their own', () => {
    const { answers, told } = page()
    answers.take('w', 'mine', ' teh lake ')
    expect(told.at(-1)).toEqual([key('w', 'mine'), { kind: 'text', value: ' teh lake ' }])
    answers.take('w', 'mine', 'My sister\ncalls.')
    expect(answers.text('w', 'mine')).toBe(' teh lake \nMy sister\ncalls.')
  })

  it('are known again, wherever in the field they stand', () => {
    const { answers } = page([answer('w', 'mine', { kind: 'text', value: 'First the lake. Then home.' }), answer('w', 'who', { kind: 'text', value: 'Ann' }, 3)])
    expect(answers.holds('w', 'mine', 'the lake')).toBe(true)
    expect(answers.holds('w', 'mine', 'the sea')).toBe(false)
    expect(answers.holds('w', 'who', 'Ann')).toBe(true)
  })

  it('go into the first row of a group with room for them, or a new one', () => {
    const { answers, told } = page([answer('w', 'who', { kind: 'text', value: 'Ann' }), answer('w', 'how', { kind: 'text', value: 'She calls' }, 1)])
    expect(answers.takeRow('w', group, 'who', 'Tom')).toBe(1)
    expect(told.at(-1)?.[0]).toMatchObject({ field: 'who', row: 1 })
    expect(answers.takeRow('w', group, 'who', 'Lene')).toBe(2)
    expect(answers.rows('w', group)).toBe(3)
  })

  it('never push out what stands in the last row there can be', () => {
    const full = Array.from({ length: 100 }, (_, row) => answer('w', 'who', { kind: 'text', value: `n${String(row)}` }, row))
    const { answers } = page(full)
    expect(answers.takeRow('w', group, 'who', 'Tom')).toBe(99)
    expect(answers.text('w', 'who', 99)).toBe('n99\nTom')
  })
})

describe('a repeating group', () => {
  const group: Extract<WorksheetPart, { kind: 'group' }> = { kind: 'group', id: 'ideas', title: '', rows: 3, layout: 'table', fields: [field('idea'), field('good')] }

  it('shows as many rows as are printed, as are answered, and as somebody added', () => {
    expect(page().answers.rows('w', group)).toBe(3)
    const { answers } = page([answer('w', 'good', { kind: 'text', value: 'x' }, 4)])
    expect(answers.rows('w', group)).toBe(5)
    answers.addRow('w', group)
    expect(answers.rows('w', group)).toBe(6)
  })

  it('stops at the last row the core takes', () => {
    const { answers } = page([answer('w', 'idea', { kind: 'text', value: 'x' }, 99)])
    expect(answers.rows('w', group)).toBe(100)
    expect(answers.canAddRow('w', group)).toBe(false)
  })
})

const words = (text: string) => [{ kind: 'plain' as const, text }]
const heading = (level: number, text = 'Heading'): Block => ({ kind: 'heading', level, text })
const paragraph = (length: number): Block => ({ kind: 'paragraph', words: words('a'.repeat(length)) })
const checklist: Block = { kind: 'checklist', id: 'c', title: 'C', intro: '', columns: [], rows: [], others: 0 }

describe('the regions of the turned screen', () => {
  const kinds = (blocks: Block[]) => sections(blocks).map((region) => region.map((block) => block.kind))

  it('begin at each main heading', () => {
    expect(kinds([paragraph(50), heading(2), paragraph(50), heading(3), paragraph(50), heading(2), paragraph(50)])).toEqual([
      ['paragraph'],
      ['heading', 'paragraph', 'heading', 'paragraph'],
      ['heading', 'paragraph'],
    ])
  })

  it('give a checklist a region of its own, with the heading that belongs to it', () => {
    expect(kinds([paragraph(50), heading(2), checklist, paragraph(50)])).toEqual([['paragraph'], ['heading', 'checklist'], ['paragraph']])
  })

  it('give services a region of their own, and let a link to a form stand with its words', () => {
    const link: Block = { kind: 'formLink', id: 'l', form: 'plan', title: 'My plan', purpose: '', words: [{ kind: 'plain', text: 'Open it now.' }] }
    const services: Block = { kind: 'services', id: 's', about: 'crisis', title: 'Near me', empty: 'Ask.', entries: [] }
    expect(kinds([paragraph(50), link, services, paragraph(50)])).toEqual([['paragraph', 'formLink'], ['services'], ['paragraph']])
  })

  it('part text that is too long for one screen', () => {
    expect(kinds([heading(2), paragraph(400), paragraph(400), paragraph(100)])).toEqual([['heading', 'paragraph'], ['paragraph', 'paragraph']])
  })

  it('go on with a long worksheet, a group by itself, without losing or repeating a field', () => {
    const part = (id: string): WorksheetPart => ({ kind: 'field', field: field(id, { kind: 'longText', lines: 3 }) })
    const group: WorksheetPart = { kind: 'group', id: 'steps', title: '', rows: 4, layout: 'table', fields: [field('what')] }
    const sheet: Block = { kind: 'worksheet', id: 'w', title: 'W', intro: 'Fill in.', many: false, parts: [part('a'), part('b'), part('c'), group, part('d')] }
    const shown = sections([sheet]).map((region) => region.flatMap((block) => (block.kind === 'worksheet' ? block.parts : [])))
    expect(shown.map((parts) => parts.map((each) => (each.kind === 'field' ? each.field.id : each.id)))).toEqual([['a', 'b'], ['c'], ['steps'], ['d']])
  })

  it('show nothing for a page break, and lose no block', () => {
    const blocks = [paragraph(10), { kind: 'newSheet' } as Block, heading(2), checklist, checklist, paragraph(900), paragraph(900)]
    expect(sections(blocks).flat()).toEqual(blocks.filter((block) => block.kind !== 'newSheet'))
    expect(sections([])).toEqual([])
  })
})

describe('the levels of headings', () => {
  it('never leave one out', () => {
    const blocks = [checklist, heading(2), checklist, heading(3), checklist, heading(2), checklist]
    expect(headingLevels(blocks, 1)).toEqual([2, 2, 3, 3, 4, 2, 3])
    expect(headingLevels(blocks, 2)).toEqual([3, 3, 4, 4, 5, 3, 4])
    expect(headingLevels([heading(3), paragraph(1)], 1)).toEqual([2, 3])
  })
})
