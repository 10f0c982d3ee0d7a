import { render } from 'svelte/server'
import { describe, expect, it } from 'vitest'
import type { Block, Breadth, Document, Field, GroupLayout, Input, Lang, Marked } from '../../ipc/generated/types'
import DocumentPage from './DocumentPage.svelte'
import { rowsOf } from './values'

const CHART: Block = {
  kind: 'chart', title: 'How it goes', lowest: 100, highest: 500, low: 'a hard time', high: 'a good time',
  series: [
    { name: 'Maria', points: [{ on: '2026-11-10', value: 425 }, { on: '2026-09-01', value: 150 }] },
    { name: 'Kari', points: [{ on: '2026-10-06', value: 333 }] },
  ],
}
const TABLE: Block = { kind: 'table', title: 'What was tried', columns: ['When', 'What'], rows: [[[{ kind: 'plain', text: 'October' }], [{ kind: 'strong', text: 'A <b>walk</b>' }]]] }

function page(blocks: Block[], props: { lang?: Lang; size?: 'desk' | 'turned'; open?: boolean } = {}): string {
  const document: Document = { kind: 'sheet', title: 'Results', purpose: '', lang: props.lang ?? 'en', person: null, date: '2026-11-21', source: null, topic: 'plan', sheet: null, weighed: null, blocks, answers: [] }
  const { body } = render(DocumentPage, { props: { document, size: props.size ?? 'desk', answer: () => undefined } })
  return body.replace(/<!--.*?-->/gs, '')
}

const text = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')

describe('a chart', () => {
  it('says what it shows to those who do not see it, in the language of the page', () => {
    expect(page([CHART])).toContain('role="img" aria-label="How it goes, on a scale from 1 to 5. Maria: 2 results, 1.5 on 1 September 2026 and 4.25 on 10 November 2026. Kari: 3.33 on 6 October 2026."')
    expect(page([CHART], { lang: 'da' })).toContain('Kari: 3,33 den 6. oktober 2026.')
  })

  it('has its values one key away, a row for each day', () => {
    const html = page([CHART])
    expect(html).toMatch(/<details[^>]*data-testid="chart-values"/)
    expect(text(html)).toContain('The values as a table Day Maria Kari 1 September 2026 1.5 6 October 2026 3.33 10 November 2026 4.25')
  })

  it('tells two raters apart by shape, and has words at the ends of the scale', () => {
    const html = page([CHART])
    expect(html.match(/<circle/g)).toHaveLength(3)
    expect(html.match(/<rect/g)).toHaveLength(2)
    expect(text(html)).toMatch(/a good time .* a hard time/)
  })
})

describe('the values of a chart', () => {
  it('have another row where one rater gave two results on a day', () => {
    const lines = [{ points: [{ on: '2026-09-01', value: 1 }, { on: '2026-09-01', value: 2 }] }, { points: [{ on: '2026-09-01', value: 3 }] }]
    expect(rowsOf(lines)).toEqual([{ on: '2026-09-01', values: [1, 3] }, { on: '2026-09-01', values: [2, undefined] }])
    expect(rowsOf([])).toEqual([])
  })
})

describe('a table to read', () => {
  it('has heads for its columns and rows, and shows words as they are', () => {
    const html = page([TABLE])
    expect(html).toMatch(/<th scope="col"[^>]*>When<\/th>/)
    expect(html).toMatch(/<th scope="row"[^>]*>October<\/th>/)
    expect(html).toContain('<strong>A &lt;b>walk&lt;/b></strong>')
  })
})

describe('how a worksheet is set', () => {
  const field = (id: string, input: Input, marked: Marked, breadth: Breadth = 'whole'): Field => ({ id, label: id, hint: '', input, layout: { breadth, marked } })
  const far = field('far', { kind: 'oneOf', choices: ['no', 'bit', 'most', 'done'].map((id) => ({ id, label: id })) }, 'onALine')
  const sheet = (layout: GroupLayout): Block => ({ kind: 'worksheet', id: 'w', title: 'W', intro: '', many: false, parts: [{ kind: 'group', id: 'g', title: '', rows: 1, layout, fields: [far] }] })

  it('is the core’s to say: a table, or cards', () => {
    expect(page([sheet('table')])).toContain('<table')
    expect(page([sheet('cards')])).not.toContain('<table')
  })

  it('is a table at the desk and cards in large type, where the core says that it depends', () => {
    expect(page([sheet('tableUnlessLarge')])).toContain('<table')
    expect(page([sheet('tableUnlessLarge')], { size: 'turned' })).not.toContain('<table')
  })

  it('has a list to pick from where a cell has no room for the choices', () => {
    expect(page([sheet('table')])).toContain('<select')
    expect(page([sheet('cards')])).not.toContain('<select')
  })

  it('has a number where a scale has too many steps to mark', () => {
    const scale = (marked: 'onALine' | 'nowhere'): Block => ({ kind: 'worksheet', id: 'w', title: 'W', intro: '', many: false, parts: [{ kind: 'field', field: field('sure', { kind: 'scale', min: 0, max: 20, low: '', high: '' }, marked) }] })
    expect(page([scale('nowhere')])).toContain('inputmode="decimal"')
    expect(page([scale('onALine')])).not.toContain('inputmode="decimal"')
  })

  it('says how much of a line each field asks for', () => {
    const parts = [field('a', { kind: 'date' }, 'nowhere', 'little'), field('b', { kind: 'text' }, 'nowhere', 'most')].map((each) => ({ kind: 'field' as const, field: each }))
    expect([...page([{ kind: 'worksheet', id: 'w', title: 'W', intro: '', many: false, parts }]).matchAll(/data-breadth="(\w+)"/g)].map((found) => found[1])).toEqual(['little', 'most'])
  })
})
